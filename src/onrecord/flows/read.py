"""From bytes to a record: the one page where the order of the stages can be read."""

import logging
from dataclasses import dataclass, replace
from datetime import date

from onrecord import __version__
from onrecord.errors import ReportError, RunError
from onrecord.flows.sources import Source
from onrecord.gazetteer import Gazetteer
from onrecord.intake import take_in
from onrecord.model.record import MadeBy, Record
from onrecord.model.record_json import check_words
from onrecord.model.report import Report
from onrecord.reader import Reader
from onrecord.stages import attribute, check, code, count, date_report, segment, spot, when, where
from onrecord.vocab.load import load_table

_log = logging.getLogger(__name__)
_FAULT = "a fault in onrecord, not in the report; please report it with the file"
MAKERS = tuple(stage.MAKER for stage in (segment, date_report, where, when, spot, attribute, code, count, check))
"""The version of every stage, as `Record.made_by` keeps them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says of every report of a run; it outranks what the report says itself."""

    published: date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input that gave no record, and why."""

    name: str
    reason: str


Outcome = Record | Skipped
"""What becomes of one input. None vanishes."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What reading needs beside the report. Load once, read any number of reports."""

    reader: Reader
    gazetteer: Gazetteer

    @classmethod
    def load(cls) -> "Tools":
        """Load the language model and the gazetteer.

        Raises:
            ModelMissing: The model's files are not there.
            InvalidValue: A table of the user's places cannot be understood.
        """
        return cls(Reader.load(), Gazetteer.load())


def read_source(source: Source, tools: Tools, given: Given) -> Outcome:
    """Return the record of one input, or why there is none.

    A fault of onrecord's own costs this report only: it is logged whole and said in the skipped line.

    Raises:
        RunError: Something without which no report can be read is missing or broken.
    """
    try:
        data = source.load()
        report = take_in(data, name=source.name, published=given.published, outlet=given.outlet)
        return read_report(report, tools)
    except ReportError as error:
        return Skipped(name=source.name, reason=error.reason)
    except RunError:
        raise
    except Exception as error:
        _log.exception("a fault while reading %s", source.name)
        return Skipped(name=source.name, reason=f"{_FAULT} ({type(error).__name__}: {error})")


def read_report(report: Report, tools: Tools) -> Record:
    """Return the record of `report`. The same report and tools always give the same record.

    Raises:
        QuoteMismatch: A stage gave a row whose words do not stand at its span.
    """
    passages = segment.segment(report)
    if report.published is None:
        report = replace(report, published=date_report.publication_date(report, passages))
    reading = tools.reader.read(report, passages)
    places = where.find_places(report, passages, reading, gazetteer=tools.gazetteer)
    zone = where.timezone_of(places, gazetteer=tools.gazetteer)
    times = when.find_times(report, passages, reading, zone=zone, country=where.country_of(places))
    actors = spot.spot_actors(report, passages, reading, places=places)
    claims = attribute.attribute(report, passages, reading, actors=actors, times=times)
    events = code.code(report, passages, reading, actors=actors, places=places, times=times, claims=claims)
    figures = count.count(
        report, passages, reading, actors=actors, places=places, times=times, claims=claims, events=events,
        vocab=load_table,
    )  # fmt: skip
    record = Record(
        made_by=MadeBy(onrecord=__version__, reader=reading.reader, stages=MAKERS),
        report=report, passages=passages, actors=actors, places=places, times=times,
        claims=claims, events=code.up_to_the_count(events, figures), figures=figures, flags=(),
    )  # fmt: skip
    record = replace(record, flags=check.check(record))
    check_words(record)
    return record
