"""The measures of claims and actors on gold so small that the scores can be counted by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from builders import report_of, span_of
from onrecord.model.actor import Actor, ActorRole
from onrecord.model.claim import Claim, Party, Quote
from onrecord.model.ids import ActorId, ClaimId
from onrecord.model.record import MadeBy, Record
from onrecord.scoring.claims import claim_scores

TEXT = "Mayor Ana Sol said that the old bridge fell. Police said two cars sank."
MAYOR = {"who": ["Ana Sol"], "cue": "said", "content": ["the old bridge fell"], "act": "say", "mode": "indirect"}
POLICE = {"who": ["Police"], "cue": "said", "content": ["two cars sank"], "act": "say", "mode": "indirect"}
ACTORS = [
    {"name": "Ana Sol", "kind": "person", "roles": [["Mayor", None]]},
    {"name": "Police", "kind": "organisation", "roles": []},
]


def claim(speaker: str, content: str, *, actor: str | None) -> Claim:
    who, what, cue = span_of(TEXT, speaker), span_of(TEXT, content), span_of(TEXT, "said")
    return Claim(
        id=ClaimId(f"c-{what.start}"),
        speakers=(Party(actor=ActorId(actor) if actor else None, span=who, words=speaker),),
        cue=Quote(span=cue, words="said"),
        content=(Quote(span=what, words=content),),
        mode="indirect",
        act="say",
        said=None,
        told=(),
        parent=None,
        notes=(),
    )


def record(*claims: Claim) -> Record:
    mayor = Actor(
        id=ActorId("a-1"),
        name="Ana Sol",
        kind="person",
        roles=(ActorRole(title="Mayor", of=None),),
        country=None,
        mentions=(span_of(TEXT, "Ana Sol"),),
    )
    return Record(
        made_by=MadeBy(onrecord="0", reader="none", stages=()),
        report=report_of(TEXT),
        passages=(),
        actors=(mayor,),
        places=(),
        times=(),
        claims=claims,
        events=(),
        figures=(),
        flags=(),
    )


def scored(tmp_path: Path, *claims: Claim, **row: Any) -> dict[str, float]:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"text": TEXT, "claims": [MAYOR, POLICE], "actors": ACTORS, **row}), encoding="utf-8")
    return {score.name: score.value for score in claim_scores(path, lambda text: record(*claims))}


def test_claims_count_what_is_found_and_what_is_missed(tmp_path: Path) -> None:
    scores = scored(tmp_path, claim("Ana Sol", "that the old bridge fell", actor="a-1"))
    assert scores["claims.content.f1"] == pytest.approx(200 / 3)
    assert scores["claims.linked.f1"] == pytest.approx(200 / 3)
    assert scores["claims.content.exact"] == 100
    assert scores["actors.f1"] == pytest.approx(200 / 3)
    assert scores["actors.roles.f1"] == 100


def test_claims_link_only_the_right_speaker(tmp_path: Path) -> None:
    wrong = claim("Police", "two cars sank", actor="a-1")
    scores = scored(tmp_path, claim("Ana Sol", "the old bridge fell", actor="a-1"), wrong)
    assert scores["claims.content.f1"] == 100
    assert scores["claims.linked.f1"] == 50
    assert scores["claims.speaker"] == 50


def test_claims_take_the_words_where_no_actor_is_known(tmp_path: Path) -> None:
    scores = scored(tmp_path, claim("Police", "two cars sank", actor=None))
    assert scores["claims.speaker"] == 100


def test_claims_do_not_tie_contents_that_share_less_than_half(tmp_path: Path) -> None:
    scores = scored(tmp_path, claim("Ana Sol", "bridge", actor="a-1"))
    assert scores["claims.content.f1"] == 0


def test_claims_of_held_rows_have_their_own_names(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"text": TEXT, "claims": [MAYOR]}), encoding="utf-8")
    names = {score.name for score in claim_scores(path, lambda text: record(), held=True)}
    assert "claims.held.linked.f1" in names
