"""Reads news reports on armed conflict and keeps, for each, an evidence-grade record."""

__all__ = ["__version__"]

__version__ = "0.1.0"
