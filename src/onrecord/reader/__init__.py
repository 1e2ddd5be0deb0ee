"""The language model: from the words of a report to a `Reading`."""

from onrecord.reader.reader import Reader

__all__ = ["Reader"]
