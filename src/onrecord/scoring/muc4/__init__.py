"""Scores records on the MUC-4 answer keys (terrorism in Latin America, 1989-90, in capitals): all 24 slots."""

from onrecord.scoring.muc4.score import muc4_scores
from onrecord.scoring.muc4.templates import templates

__all__ = ["muc4_scores", "templates"]
