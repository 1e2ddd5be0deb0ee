"""What of one record is kept for comparing: accounts, actors, places, and the report itself."""

from onrecord.model.facts import Facts
from onrecord.model.record import Record
from onrecord.reconcile.accounts import accounts_of
from onrecord.reconcile.identity import actor_facts, place_facts
from onrecord.reconcile.sketch import report_facts

MAKER = "facts/4"


def facts_of(record: Record) -> tuple[Facts, ...]:
    """Return all facts of `record`. The same record always gives the same facts."""
    return (report_facts(record), *accounts_of(record), *actor_facts(record), *place_facts(record))
