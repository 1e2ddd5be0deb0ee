"""How fast, how big: what is measured on this machine, not how well it reads."""
