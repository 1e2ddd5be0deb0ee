"""What do all accounts of one happening say, in one line of the ledger?"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from onrecord.model.entry import Entry, entry_id
from onrecord.model.facts import Account, PlaceTraits
from onrecord.model.ids import ReportId

MAKER = "entries/1"
_Value = TypeVar("_Value", bound=Hashable)
_WIDE = ("country", "region", "province", "water", "border")


def entry_of(accounts: Sequence[Account], lineage: Mapping[ReportId, str]) -> Entry:
    """Return the entry of a cluster of accounts, given in any order.

    Day, type and place are what most lineages say; between as many, the earlier day, the narrower
    place and the type first by name.
    """
    ordered = sorted(accounts, key=lambda account: account.id)
    start, end = _most((_days(a), _line(a, lineage)) for a in ordered if a.is_dated and a.start) or (None, None)
    kind = _most((a.type, _line(a, lineage)) for a in ordered)
    place = _place(ordered, lineage)
    return Entry(
        id=entry_id(tuple(account.id for account in ordered)),
        accounts=tuple(account.id for account in ordered),
        reports=tuple(sorted({account.report for account in ordered})),
        type=kind or "unknown",
        start=start,
        end=end,
        place=None if place is None else place.written,
        country=None if place is None else place.country,
        lat=None if place is None else place.lat,
        lon=None if place is None else place.lon,
        n_lineages=len({_line(account, lineage) for account in ordered}),
    )


def _line(account: Account, lineage: Mapping[ReportId, str]) -> str:
    return lineage.get(account.report, account.report)


def _days(account: Account) -> tuple[str, str | None]:
    return account.start or "", account.end


def _place(accounts: Sequence[Account], lineage: Mapping[ReportId, str]) -> PlaceTraits | None:
    told: list[tuple[str, str]] = []
    by_name: dict[str, PlaceTraits] = {}
    for account in accounts:
        narrow = [place for place in account.all_places if place.kind not in _WIDE] or list(account.all_places)
        for place in narrow[:1]:
            told.append((place.name, _line(account, lineage)))
            if by_name.get(place.name) is None or by_name[place.name].lat is None:
                by_name[place.name] = place
    name = _most(told)
    return None if name is None else by_name[name]


def _most(votes: Iterable[tuple[_Value, str]]) -> _Value | None:
    """Return what most lineages say; the first in order between as many."""
    behind: dict[_Value, set[str]] = defaultdict(set)
    for value, line in votes:
        behind[value].add(line)
    return min(behind, key=lambda value: (-len(behind[value]), str(value)), default=None)
