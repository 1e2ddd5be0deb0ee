"""The gazetteer: every place a report may name, with where it lies."""

from onrecord.gazetteer.entry import Entry
from onrecord.gazetteer.index import ATTRIBUTION, Gazetteer

__all__ = ["ATTRIBUTION", "Entry", "Gazetteer"]
