"""Word tables as YAML, and what loads them."""
