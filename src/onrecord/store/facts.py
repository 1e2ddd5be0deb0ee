"""What is compared, and how the few items worth comparing with a new one are found among very many.

All functions that write must run inside a transaction of the store.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from typing import TypeVar

from onrecord.model.facts import Facts
from onrecord.model.facts_json import facts_dumps, facts_loads
from onrecord.store.base import Store, first

MOST_SHARERS = 100
"""A key that more items share tells nothing; it is passed over where the item has a better one."""

MOST_CANDIDATES = 60
"""So many candidates, those that share the most keys, are compared with a new item."""


def put(store: Store, facts: Facts, *, report: int | None, is_represented: bool = False) -> None:
    """Keep `facts` and the keys they are found by; what others stand for (`cluster.ENOUGH`) is found by none."""
    key = store.write(
        "INSERT INTO facts (kind, id, report, body) VALUES (?, ?, ?, ?)",
        (facts.kind, facts.id, report, facts_dumps(facts)),
    )
    values = () if is_represented else hashed(facts.kind, facts.keys)
    store.write_many("INSERT INTO fact_key (value, facts) VALUES (?, ?)", ((value, key) for value in values))


@lru_cache(maxsize=4)  # what is new is looked for, then kept
def hashed(kind: str, keys: tuple[str, ...]) -> tuple[int, ...]:
    """Return the keys of facts as numbers, kinds told apart."""
    digests = [blake2b(f"{kind}|{key}".encode(), digest_size=8).digest() for key in keys]
    return tuple(sorted({int.from_bytes(digest, "big") >> 1 for digest in digests}))


def has(store: Store, item: str) -> bool:
    """Return whether there are facts of `item`."""
    return first(store, "SELECT 1 FROM facts WHERE id = ?", (item,)) is not None


def candidates(store: Store, facts: Facts, *, least: int = 1, most: int = MOST_CANDIDATES) -> list[Facts]:
    """Return the items that may be the same as `facts`, the first `most` and one: those that share the most keys.

    All are of its kind and share `least` keys or more; those that share as many are in the order they were kept.
    """
    values = _telling(store, hashed(facts.kind, facts.keys))
    if not values:
        return []
    marks = ", ".join("?" * len(values))
    rows = store.query(
        f"SELECT body FROM (SELECT facts, count(*) AS n FROM fact_key WHERE value IN ({marks})"
        " GROUP BY facts HAVING n >= ? ORDER BY n DESC, facts LIMIT ?) JOIN facts ON facts.key = facts"
        " WHERE facts.id <> ? AND facts.kind = ?",
        (*values, least, most + 1, facts.id, facts.kind),
    )
    return [facts_loads(row["body"]) for row in rows]


def _telling(store: Store, values: Sequence[int]) -> Sequence[int]:
    """Return the keys that few items share; all of them where there is no such key."""
    few: list[int] = []
    for some in portions(values):
        rows = store.query(
            f"WITH asked (value) AS (VALUES {', '.join(['(?)'] * len(some))}) SELECT value FROM asked WHERE"
            " (SELECT count(*) FROM (SELECT 1 FROM fact_key WHERE fact_key.value = asked.value LIMIT ?)) <= ?",
            (*some, MOST_SHARERS + 1, MOST_SHARERS),
        )
        few += [row[0] for row in rows]
    return few or values


def of_items(store: Store, items: Iterable[str]) -> list[Facts]:
    """Return the facts of `items`."""
    found = []
    for some in portions(sorted(items)):
        marks = ", ".join("?" * len(some))
        rows = store.query(f"SELECT body FROM facts WHERE id IN ({marks}) ORDER BY id", some)
        found += [facts_loads(row["body"]) for row in rows]
    return found


def represented(store: Store, items: Iterable[str]) -> set[str]:
    """Return those of `items` that others stand for: they are kept without keys."""
    found: set[str] = set()
    for some in portions(sorted(items)):
        marks = ", ".join("?" * len(some))
        rows = store.query(
            f"SELECT id FROM facts WHERE id IN ({marks})"
            " AND NOT EXISTS (SELECT 1 FROM fact_key WHERE facts = facts.key)",
            some,
        )
        found.update(row[0] for row in rows)
    return found


Item = TypeVar("Item")


def portions(items: Iterable[Item], size: int = 500) -> Iterator[Sequence[Item]]:
    """Cut `items` into portions that fit a statement."""
    queue = iter(items)
    while some := tuple(islice(queue, size)):
        yield some
