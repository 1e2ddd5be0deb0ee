"""How well it reads: published metrics on gold, apart from whether it works."""
