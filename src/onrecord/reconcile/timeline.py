"""What happened when, entry by entry, with who says so and how many independent reports tell it?"""

from collections.abc import Iterable, Mapping, Sequence

from onrecord.model.entry import Entry
from onrecord.model.facts import Account, AccountId
from onrecord.model.speaking import TimelineRow
from onrecord.model.tally import Tally
from onrecord.reconcile.policies import print_number

MAKER = "timeline/1"


def timeline_rows(
    entries: Iterable[tuple[Entry, Sequence[Account], Sequence[Tally]]], *, policy: str = "range"
) -> tuple[TimelineRow, ...]:
    """Return one row for each entry, in order of days; entries without a day come last.

    Args:
        entries: Each entry with its accounts and its tallies.
        policy: How killed and injured are printed; a name of `policies.POLICIES`.
    """
    rows = [_row(entry, accounts, tallies, policy) for entry, accounts, tallies in entries]
    return tuple(sorted(rows, key=lambda row: (row.on is None, row.on or "", row.entry or "")))


def _row(entry: Entry, accounts: Sequence[Account], tallies: Sequence[Tally], policy: str) -> TimelineRow:
    single: Mapping[str, Tally] = {tally.harm: tally for tally in tallies if tally.scope == "event"}
    speakers = {row.statement.speaker for tally in tallies for row in tally.rows if row.statement.speaker is not None}
    lead = min(accounts, key=lambda account: (not account.is_lead, account.published or "9999", account.id))
    return TimelineRow(
        on=entry.start,
        until=entry.end,
        entry=entry.id,
        account=AccountId(lead.id),
        type=entry.type,
        place=entry.place,
        what=", ".join(party.written for party in lead.acting[:2]),
        killed=print_number(single["killed"], policy).words if "killed" in single else "not said",
        injured=print_number(single["injured"], policy).words if "injured" in single else "not said",
        speakers=tuple(sorted(speakers)),
        n_reports=len(entry.reports),
        n_lineages=entry.n_lineages,
    )
