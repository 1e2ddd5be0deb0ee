"""A record for people's eyes: as a table on a terminal and as a page in a browser.

Both show the same rows (`rows`), and neither ever shows a figure without who says it.

Each is imported from its own file (`page`, `table`), so that a command loads only what it prints.
"""
