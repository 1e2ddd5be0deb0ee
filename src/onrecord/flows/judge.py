"""A person rules that two things are the same or not; the ledger follows at once, and back again when it is undone."""

from onrecord.errors import InvalidValue, UnknownName
from onrecord.flows.rebuild import Touched, rebuild
from onrecord.model.judgement import ItemKind, Judgement, Reason, Verdict
from onrecord.store import judgements
from onrecord.store.base import Row, Store, first

_SCORES: dict[Verdict, float] = {"same": 1.0, "unsure": 0.5, "different": 0.0}


def judge(store: Store, verdict: Verdict, left: str, right: str, *, by: str, because: str | None = None) -> int:
    """Keep a person's ruling on two items, bring the ledger up to date, and return the ruling's number.

    Args:
        store: The ledger.
        verdict: What is ruled.
        left: An account, event, entry, actor or place, by id.
        right: Another of the same kind.
        by: Who rules.
        because: On what ground.

    Raises:
        UnknownName: One of the two is not in the ledger.
        InvalidValue: The two are one item already, or of two kinds.
    """
    with store.transaction():
        (kind, one), (other_kind, other) = resolve(store, left), resolve(store, right)
        if kind != other_kind:
            raise InvalidValue("pair", f"{left} {right}", f"two of one kind; they are {kind} and {other_kind}")
        if one == other:
            raise InvalidValue("pair", f"{left} {right}", "two items; these are one and the same item")
        first_, second = sorted((one, other))
        reasons = () if because is None else (Reason(aspect="words", weight=0.0, words=because),)
        ruling = Judgement(
            kind=kind, left=first_, right=second, verdict=verdict, score=_SCORES[verdict], reasons=reasons, maker=by,
            is_ruling=True, made_at=store.now(),
        )  # fmt: skip
        number = judgements.rule(store, ruling)
        rebuild(store, _touched(kind, first_, second))
    return number


def take_back(store: Store, number: int, *, by: str) -> None:
    """Take the ruling with `number` back: it stays on file, and the ledger is what it would have been without it.

    Raises:
        UnknownName: There is no such ruling, or it has been taken back.
    """
    with store.transaction():
        row = _ruling(store, number)
        judgements.take_back(store, number, by=by)
        rebuild(store, _touched(row["kind"], row["left_id"], row["right_id"]))


def _ruling(store: Store, number: int) -> Row:
    row = first(store, "SELECT * FROM judgement WHERE key = ? AND is_ruling = 1 AND retired_at IS NULL", (number,))
    if row is None:
        known = store.query("SELECT key FROM judgement WHERE is_ruling = 1 AND retired_at IS NULL")
        raise UnknownName("ruling", str(number), [str(row["key"]) for row in known] or ["none"])
    return row


def _touched(kind: ItemKind, left: str, right: str) -> Touched:
    touched = Touched()
    if kind == "account":
        touched.accounts |= {left, right}
    else:
        touched.identities[kind] |= {left, right}
    return touched


def resolve(store: Store, name: str) -> tuple[ItemKind, str]:
    """Return the kind and id of what `name` is judged as: an event stands for its account, an entry for its first.

    Raises:
        UnknownName: There is no such thing.
    """
    asked: tuple[tuple[ItemKind, str], ...] = (
        ("account", "SELECT id FROM account WHERE id = ?"),
        ("account", "SELECT min(id) FROM account WHERE entry = ? HAVING min(id) IS NOT NULL"),
        ("account", "SELECT account FROM account_event WHERE event = ?"),
        ("actor", "SELECT id FROM identity WHERE kind = 'actor' AND id = ?"),
        ("place", "SELECT id FROM identity WHERE kind = 'place' AND id = ?"),
        ("actor", "SELECT identity.id FROM actor JOIN identity ON identity.id = actor.identity WHERE actor.id = ?"),
        ("place", "SELECT identity.id FROM place JOIN identity ON identity.id = place.identity WHERE place.id = ?"),
    )
    for kind, sql in asked:
        row = first(store, sql, (name,))
        if row is not None:
            return kind, row[0]
    raise UnknownName("item", name, ["ids of accounts, events, entries, actors and places"])
