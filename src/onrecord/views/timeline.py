"""What happened when: one row an entry, with what is said of the dead and wounded and how many tell it."""

from onrecord.model.ids import EventId
from onrecord.reconcile.timeline import timeline_rows
from onrecord.store.base import Store
from onrecord.views.entries import entry_rows, told
from onrecord.views.filters import Filter
from onrecord.views.quotes import quotes_of
from onrecord.views.view import EVIDENCE, View, view_of
from onrecord.vocab.load import load_table

_COLUMNS = (
    "on", "until", "type", "place", "country", "what", "killed", "injured", "policy", "speakers", "n_reports",
    "n_lineages", "n_disputes", *EVIDENCE, "quote", "entry",
)  # fmt: skip


def timeline_view(store: Store, *, asked: Filter | None = None, policy: str = "range") -> View:
    """Return the latest entries asked for, in order of days, each leading to the words of its fullest account.

    What is only said (`said` in `vocab/reconcile.yaml`: demands, refusals, accusations) is left out, unless its type is
    asked for: `negotiation` and `disputes` show it.

    Raises:
        UnknownName: There is no such policy.
    """
    asked = asked or Filter()
    rows = entry_rows(store, asked, leaving=load_table("reconcile")["said"] if asked.type is None else ())
    by_id = {row["id"]: row for row in rows}
    found = told(store, rows)
    lead: dict[str, EventId] = {}
    for one in found:
        first = min(one.accounts, key=lambda account: (not account.is_lead, account.published or "9999", account.id))
        if first.events:
            lead[one.entry.id] = first.events[0]
    quotes = quotes_of(store, "event", lead.values())
    made = timeline_rows([(one.entry, one.accounts, one.tallies) for one in found], policy=policy)
    return view_of(
        "timeline",
        _COLUMNS,
        (
            {
                "on": row.on, "until": row.until, "type": row.type, "place": row.place,
                "country": by_id[row.entry]["country"], "what": row.what, "killed": row.killed, "injured": row.injured,
                "policy": policy, "speakers": "; ".join(row.speakers), "n_reports": row.n_reports,
                "n_lineages": row.n_lineages, "n_disputes": by_id[row.entry]["n_disputes"], "entry": row.entry,
                **quotes.get(lead.get(row.entry, ""), {}),
            }
            for row in made
            if row.entry is not None
        ),
    )  # fmt: skip
