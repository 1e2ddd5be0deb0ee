"""The command line: one file a command; each parses, calls a flow or a view, and prints."""

from onrecord.cli.main import main

__all__ = ["main"]
