"""Whose is "the statement" that says more: that of who issued it before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.claim import Claim, Party
from onrecord.model.ids import ActorId
from onrecord.stages.attribute.sources import text_nouns

_AGAIN = re.compile(r"(?:the|this|that) (?:same )?(\w+)", re.IGNORECASE)


def texts_again(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of "the report" and "the statement" with the actor whose text was named so before.

    "According to a report by Sun Well, ... The report says" and "The army said in a statement ... The statement adds".
    """
    found: list[Claim] = []
    for claim in claims:
        speakers = tuple(replace(p, actor=p.actor or _issuer(p, found)) for p in claim.speakers)
        found.append(replace(claim, speakers=speakers))
    return found


def _issuer(party: Party, before: Sequence[Claim]) -> ActorId | None:
    again = _AGAIN.fullmatch(party.words)
    noun = again[1].lower() if again else ""
    if noun not in text_nouns("documents", "findings"):
        return None
    for claim in reversed(before):
        if len(claim.speakers) != 1:
            continue
        words = f"{claim.speakers[0].words} {claim.cue.words if claim.cue else ''}".lower()
        if re.search(rf"\b{noun}\b", words):
            return claim.speakers[0].actor
    return None
