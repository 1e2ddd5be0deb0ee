"""Which accounts, actors and places may be the same at all?

Two items are candidates when they share a key: the same town in neighbouring weeks, a person's
name, a street. Comparing every pair of a ledger would take the square of its size.
"""

from datetime import date
from functools import cache

from onrecord.model.facts import Account
from onrecord.vocab.load import load_table


def account_keys(account: Account) -> tuple[str, ...]:
    """Return the keys of `account`, sorted: (family, town, week) and (family, name).

    A happening is looked for in its own week and the one after or before it, whichever is nearer,
    so that neighbours over the edge of a week share a key. Leads of one town that share a rare word are
    candidates at any time: trials follow months later. The town's own name is no such word.
    """
    found: set[str] = set()
    families = (*families_of(account.type, *account.types), *(("lead",) if account.is_lead else ()))
    for family in families:
        for week in _weeks(account):
            found |= {f"{family}|{place.name}|{week}" for place in account.all_places if place.kind not in _WIDE}
            found |= {f"{family}|{term}|{week}" for term in account.rare}
        names = {*account.names, *(party.name for party in account.affected if party.is_person)}
        found |= {f"{family}|{name}{when}" for name in names for when in _seasons(account)}
    if account.is_lead:
        towns = [place.name for place in account.all_places if place.kind not in _WIDE][:2]
        found |= {f"lead|{town}+{term}" for town in towns for term in account.rare if term not in town.split()}
    return tuple(sorted(found))


_WIDE = ("country", "region", "province", "water", "border")


def _seasons(account: Account) -> tuple[str, ...]:
    """Return what is added to a name's keys: nothing for a lead, which reports of trials recall years later.

    What a report tells in passing is looked for within some weeks only: an official is named all year.
    """
    day = account.start or account.published
    if account.is_lead or day is None:
        return ("",)
    number = date.fromisoformat(day[:10]).toordinal()
    return tuple(sorted({f"|q{number // 45}", f"|q{(number + 22) // 45}~"}))


@cache
def families_of(*codes: str) -> tuple[str, ...]:
    """Return the families of event types (`vocab/reconcile.yaml`) that `codes` belong to."""
    families = load_table("reconcile")["families"]
    found = [name for name, members in families.items() if any(code in members for code in codes)]
    return tuple(found) or (("violence",) if "unknown" in codes else ())


def _weeks(account: Account) -> tuple[int, ...]:
    """Return the half-open weeks around the happening, or before publication where it is undated."""
    day = account.start or account.end or account.published
    if day is None:
        return ()
    number = date.fromisoformat(day[:10]).toordinal()
    return tuple(
        sorted({(number - 3) // 7, (number + 3) // 7} if account.is_dated else {(number - 5) // 7, number // 7})
    )


def days_between(left: str | None, right: str | None) -> int | None:
    """Return how many days lie between two ISO dates, `None` if either is unknown."""
    if left is None or right is None:
        return None
    return abs(date.fromisoformat(left[:10]).toordinal() - date.fromisoformat(right[:10]).toordinal())
