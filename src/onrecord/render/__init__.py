"""A record for people's eyes: as a table on a terminal and as a page in a browser.

Both show the same rows (`rows`), and neither ever shows a figure without who says it.
"""

from onrecord.render.page import record_page
from onrecord.render.table import record_table

__all__ = ["record_page", "record_table"]
