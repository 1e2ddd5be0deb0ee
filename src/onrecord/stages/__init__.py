"""The verbs over one report: pure functions from frozen things to frozen things."""
