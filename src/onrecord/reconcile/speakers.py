"""What has each speaker said, and on what ground, by the report's own words?"""

from collections.abc import Mapping

from onrecord.model.ids import ReportId
from onrecord.model.lineage import LineageId
from onrecord.model.record import Record
from onrecord.model.speaking import SpeakerLine
from onrecord.reconcile.identity import speaker_key
from onrecord.reconcile.statements import Rows

MAKER = "speakers/1"


def lines_of(record: Record, *, lineage: Mapping[ReportId, LineageId] | None = None) -> tuple[SpeakerLine, ...]:
    """Return one line for each claim and speaker of `record`, in order of the text."""
    rows = Rows.of(record)
    found = []
    for claim in record.claims:
        figures = tuple(figure.id for figure in record.figures if figure.claim == claim.id)
        events = tuple(event.id for event in record.events if event.claim == claim.id)
        said = claim.said.start[:10] if claim.said is not None and claim.said.start is not None else rows.published
        for party in claim.speakers:
            actor = None if party.actor is None else rows.actors.get(party.actor)
            found.append(
                SpeakerLine(
                    speaker_key=speaker_key(actor, words=party.words),
                    speaker=party.words if actor is None else actor.name,
                    actor=party.actor,
                    report=record.report.id,
                    outlet=record.report.outlet,
                    lineage=(lineage or {}).get(record.report.id),
                    claim=claim.id,
                    act=claim.act,
                    mode=claim.mode,
                    said_on=said,
                    quote=" … ".join(quote.words for quote in claim.content),
                    figures=figures,
                    events=events,
                    ground=tuple(sorted({note.code for note in claim.notes})),
                )
            )
    return tuple(found)
