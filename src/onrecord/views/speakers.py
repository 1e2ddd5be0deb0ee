"""What each speaker has said, and on what ground by the reports' own words."""

import json
from typing import Any

from onrecord.gazetteer.fold import fold
from onrecord.model.plain import from_plain
from onrecord.model.speaking import SpeakerLine
from onrecord.store import lineages
from onrecord.store.base import Store
from onrecord.views.filters import Filter, days_where, limit_of
from onrecord.views.quotes import quotes_of
from onrecord.views.view import EVIDENCE, View, view_of

_LISTED = ("speaker", "n_lines", "first_on", "last_on", "speaker_key")
_LINES = ("said_on", "speaker", "act", "mode", "quote", "ground", "figures", "events", "lineage", *EVIDENCE, "claim")


def speakers_view(store: Store, *, name: str | None = None, asked: Filter | None = None) -> View:
    """Return the speakers there are, those who said most first; or what the speaker called `name` has said.

    `name` is a name as reports give it or whole words of it, in any case, or a speaker's key.
    """
    asked = asked or Filter()
    if name is None:
        sql = "SELECT name AS speaker, * FROM voice ORDER BY n_lines DESC, speaker_key LIMIT ?"
        return view_of("speakers", _LISTED, [dict(row) for row in store.query(sql, (limit_of(asked),))])
    where, cells = days_where("said_on", asked)
    rows = store.query(
        f"SELECT body FROM line WHERE speaker_key IN {_KEYS} AND {where} ORDER BY said_on DESC, key LIMIT ?",
        (name, *[fold(name)] * 2, *cells, limit_of(asked)),
    )
    lines = [from_plain(SpeakerLine, json.loads(row["body"])) for row in rows]
    lineage = lineages.by_id(store, {line.report for line in lines})
    quotes = quotes_of(store, "claim", (line.claim for line in lines))
    return view_of(
        "speakers",
        _LINES,
        ({**quotes.get(line.claim, {}), **_row(line), "lineage": lineage.get(line.report)} for line in lines),
    )


_KEYS = (
    "(SELECT speaker_key FROM voice WHERE speaker_key = ? OR instr(' ' || name_key || ' ', ' ' || ? || ' ')"
    " OR instr(' ' || replace(speaker_key, '|', ' ') || ' ', ' ' || ? || ' '))"
)
"""Of whoever is so named, and of the body so named that they speak for."""


def _row(line: SpeakerLine) -> dict[str, Any]:
    return {
        "said_on": line.said_on, "speaker": line.speaker, "act": line.act, "mode": line.mode, "quote": line.quote,
        "ground": " ".join(line.ground), "figures": " ".join(line.figures), "events": " ".join(line.events),
        "claim": line.claim,
    }  # fmt: skip
