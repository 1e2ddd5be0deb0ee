"""One happening in the ledger, with every account of it kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NewType

from onrecord.model.facts import AccountId
from onrecord.model.ids import ReportId, make_id

EntryId = NewType("EntryId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One cluster of accounts. `accounts` and `reports` are sorted; nothing of an account is lost.

    `start`, `end` and `place` are what most lineages say, for lists and maps; what each account says
    stands in the accounts. `n_lineages` counts independent reports: copies count once.
    """

    id: EntryId
    accounts: tuple[AccountId, ...]
    reports: tuple[ReportId, ...]
    type: str
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    n_lineages: int


def entry_id(accounts: Sequence[str]) -> EntryId:
    """Return the id of the entry whose first account is the smallest of `accounts`."""
    return EntryId(make_id("entry", min(accounts)))
