"""How many one report tells of as killed, or injured, whether it counts them or only names them.

"Deris Kolm was shot dead in Orvane on Monday" counts nobody and tells of one or more dead.
"""

from collections.abc import Iterator
from itertools import chain

from onrecord.model.event import Event
from onrecord.model.figure import Harm
from onrecord.model.record import Record
from onrecord.model.toll import Toll
from onrecord.reconcile.accounts import lead_events
from onrecord.reconcile.toll import NEAR, pattern_of, tolls_of


def toll_of(record: Record, harm: Harm) -> Toll | None:
    """Return the toll that `record` gives of what it is mainly about, `None` where it tells of nobody so harmed.

    Where it counts nobody, and does not say that nobody was harmed, it is one or more of those its events name.
    """
    return next(chain(tolls_of(record, harm), _named(record, harm)), None)


def _named(record: Record, harm: Harm) -> Iterator[Toll]:
    """Give one or more dead, or injured where none is dead, for a report that only tells whom it befell."""
    if harm not in ("killed", "injured") or (harm == "injured" and toll_of(record, "killed") is not None):
        return
    if any(figure.harm == harm and figure.high == 0 for figure in record.figures):
        return  # "nobody was hurt"
    leads = lead_events(record)
    told = [event for event in record.events if event.id in leads and event.affected and _befell(record, event, harm)]
    if told:
        ids = tuple(event.id for event in told)
        yield Toll(harm=harm, value=1, low=1, high=None, basis="named", figures=(), events=ids)


def _befell(record: Record, event: Event, harm: Harm) -> bool:
    """Return whether the words around an event that is told as a fact say that it did this harm."""
    if event.modality in ("negated", "planned", "called_for"):
        return False
    around = record.report.text[max(0, event.span.start - NEAR[0]) : event.span.end + NEAR[1]]
    is_deadly = pattern_of("killing").search(around) is not None
    if harm == "killed":
        return is_deadly
    return not is_deadly and any(pattern_of(name).search(around) is not None for name in ("hitting", "hurting"))
