"""Judgements on file: the machine's, that can be made again, and people's rulings, that are never lost.

All functions that write must run inside a transaction of the store.
"""

import json
from collections.abc import Iterable

from onrecord.model.judgement import Judgement, Reason
from onrecord.store.audit import note
from onrecord.store.base import Cell, Row, Store
from onrecord.store.facts import portions

_INSERT = (
    "INSERT INTO judgement (kind, left_id, right_id, verdict, score, reasons, maker, is_ruling, made_at, retired_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def put_all(store: Store, judgements: Iterable[Judgement]) -> None:
    """Keep judgements of the machine."""
    store.write_many(_INSERT, map(_cells, judgements))


def rule(store: Store, ruling: Judgement) -> int:
    """Keep a person's ruling, tell the audit trail, and return the ruling's number."""
    key = store.write(_INSERT, _cells(ruling))
    told = {"verdict": ruling.verdict, "right": ruling.right, "by": ruling.maker, "number": key}
    note(store, "ruling.made", ruling.left, {**told, "because": [reason.words for reason in ruling.reasons]})
    return key


def take_back(store: Store, key: int, *, by: str) -> None:
    """Retire the ruling with the number `key`; it stays on file and no longer counts."""
    store.write("UPDATE judgement SET retired_at = ? WHERE key = ? AND is_ruling = 1", (store.now(), key))
    row = store.query("SELECT left_id, right_id FROM judgement WHERE key = ?", (key,))[0]
    note(store, "ruling.taken-back", row["left_id"], {"right": row["right_id"], "by": by, "number": key})


def among(store: Store, items: Iterable[str]) -> list[Judgement]:
    """Return the judgements that count between two of `items`, without their reasons: what clustering needs."""
    inside = set(items)
    found = []
    for some in portions(sorted(inside)):
        marks = ", ".join("?" * len(some))
        rows = store.query(
            "SELECT kind, left_id, right_id, verdict, score, maker, is_ruling, made_at, retired_at"
            f" FROM judgement WHERE left_id IN ({marks}) AND retired_at IS NULL",
            some,
        )
        found += [_judgement(row, reasons=()) for row in rows if row["right_id"] in inside]
    return found


def neighbours(store: Store, items: Iterable[str]) -> set[str]:
    """Return all that some judgement that counts ties to one of `items`."""
    return _across(store, items, "")


def tied(store: Store, items: Iterable[str]) -> set[str]:
    """Return all that a bond (`cluster.is_bond`) ties to one of `items`."""
    return _across(store, items, " AND verdict = 'same'")


def _across(store: Store, items: Iterable[str], condition: str) -> set[str]:
    found: set[str] = set()
    for some in portions(sorted(items)):
        marks = ", ".join("?" * len(some))
        for one, other in (("left_id", "right_id"), ("right_id", "left_id")):
            sql = f"SELECT {other} FROM judgement WHERE {one} IN ({marks}) AND retired_at IS NULL{condition}"
            found.update(row[0] for row in store.query(sql, some))
    return found


def component(store: Store, items: Iterable[str]) -> set[str]:
    """Return `items` and all that clusters with them could reach, over bonds (`cluster.is_bond`).

    Two clusters join only over a bond: what is tied by less alone cannot change them.
    """
    found = set(items)
    front = found
    while front:
        front = tied(store, front) - found
        found |= front
    return found


def forget_machine(store: Store, items: Iterable[str]) -> None:
    """Drop what the machine judged of `items`, whose record has been replaced. Rulings stay."""
    for item in items:
        store.write("DELETE FROM judgement WHERE left_id = ? AND is_ruling = 0", (item,))
        store.write("DELETE FROM judgement WHERE right_id = ? AND is_ruling = 0", (item,))


def judgement_of(row: Row) -> Judgement:
    """Return the judgement a row holds."""
    told = json.loads(row["reasons"])
    return _judgement(row, tuple(Reason(aspect=aspect, weight=weight, words=words) for aspect, weight, words in told))


def _judgement(row: Row, reasons: tuple[Reason, ...]) -> Judgement:
    return Judgement(
        kind=row["kind"], left=row["left_id"], right=row["right_id"], verdict=row["verdict"], score=row["score"],
        reasons=reasons, maker=row["maker"], is_ruling=bool(row["is_ruling"]), made_at=row["made_at"],
        retired_at=row["retired_at"],
    )  # fmt: skip


def _cells(judgement: Judgement) -> tuple[Cell, ...]:
    reasons = json.dumps([[r.aspect, r.weight, r.words] for r in judgement.reasons], ensure_ascii=False)
    return (
        judgement.kind, judgement.left, judgement.right, judgement.verdict, judgement.score, reasons, judgement.maker,
        int(judgement.is_ruling), judgement.made_at, judgement.retired_at,
    )  # fmt: skip
