"""Read-only ways to look at what is known."""
