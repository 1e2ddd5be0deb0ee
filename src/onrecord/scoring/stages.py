"""Every score of the stages, by part of the record: times, places, claims, figures, events.

`PARTS` names what each needs in the folder of marked texts; what needs none ships with the project in `eval/cases`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.errors import ReportError
from onrecord.flows.read import Tools, read_report
from onrecord.intake import take_in
from onrecord.model.actor import Actor
from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.reading import Reading
from onrecord.model.record import Record
from onrecord.model.report import Passage, Report
from onrecord.model.when import When
from onrecord.scoring.claims import claim_scores
from onrecord.scoring.figures import own_figure_scores
from onrecord.scoring.gva import gva_scores
from onrecord.scoring.gva_incidents import gva_incident_scores
from onrecord.scoring.idmc import idmc_scores
from onrecord.scoring.ledger import ledger_scores
from onrecord.scoring.muc4 import muc4_scores
from onrecord.scoring.places import geovirus_scores, lgl_scores
from onrecord.scoring.places import own_scores as own_place_scores
from onrecord.scoring.plover import plover_scores
from onrecord.scoring.score import Score
from onrecord.scoring.times import timenorm_scores, wikiwars_scores
from onrecord.stages import segment, when

Part = Callable[[Path, "TextReader", bool], tuple[Score, ...]]
_CASES = Path("eval/cases")
_LEDGER = Path("examples/ledger")


class TextReader:
    """Reads bare texts into records and their parts, as the scores ask for them."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools

    def record(self, text: str, published: str | None = None) -> Record:
        """Return the record of `text`, published on the day `published`."""
        return read_report(self._report(text, published), self.tools)

    def file(self, path: Path) -> Record:
        """Return the record of the report at `path`."""
        return read_report(take_in(path.read_bytes(), name=path.name), self.tools)

    def figures(self, text: str, published: str | None) -> Sequence[Figure]:
        """Return the figures of `text`; none where it cannot be taken in."""
        try:
            return self.record(text, published).figures
        except ReportError:
            return ()

    def events(self, text: str) -> tuple[Sequence[Event], Sequence[Actor]]:
        """Return the events of `text` and its actors."""
        record = self.record(text)
        return record.events, record.actors

    def times(self, text: str, published: str | None) -> Sequence[When]:
        """Return the time expressions of `text`."""
        report, passages, reading = self.reading(text, published)
        return when.find_times(report, passages, reading)

    def reading(self, text: str, published: str | None = None) -> tuple[Report, Sequence[Passage], Reading]:
        """Return `text` as a report, its passages and what the language model reads in them."""
        report = replace(self._report(text, published), text=text, blocks=())  # the marks count characters of `text`
        passages = segment.segment(report)
        return report, passages, self.tools.reader.read(report, passages)

    def _report(self, text: str, published: str | None) -> Report:
        is_day = published is not None and re.match(r"\d{4}-\d\d-\d\d", published) is not None
        day = date.fromisoformat(published[:10]) if published is not None and is_day else None
        return take_in(text.encode(), name="text", published=day, outlet=None)


def missing_data(data: Path, part: str) -> tuple[str, ...]:
    """Return the folders that `part` needs and that are not in `data`."""
    return tuple(name for name in PARTS[part][1] if not (data / name).is_dir())


def part_scores(data: Path, reader: TextReader, part: str, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores of one of `PARTS`.

    Args:
        data: The folder of the marked texts.
        reader: Reads the texts.
        part: Which part.
        fast: Only a fixed small part of the texts, as the floors are pinned on.

    Raises:
        KeyError: There is no such part.
    """
    return PARTS[part][0](data, reader, fast)


def _time_scores(data: Path, reader: TextReader, fast: bool) -> tuple[Score, ...]:
    found = wikiwars_scores(data / "wikiwars", reader.times, fast=fast)
    return (*found, *timenorm_scores(data / "timenorm" / "TimeNormEvalSet", reader.times, fast=fast))


def _place_scores(data: Path, reader: TextReader, fast: bool) -> tuple[Score, ...]:
    found = geovirus_scores(data / "geo" / "GeoVirus.xml", reader.reading, reader.tools.gazetteer, fast=fast)
    return (*found, *lgl_scores(data / "geo" / "lgl.xml", reader.reading, reader.tools.gazetteer, fast=fast))


def _muc4(data: Path, reader: TextReader, fast: bool) -> tuple[Score, ...]:
    return muc4_scores(data / "muc4", data.parent / "eval" / "muc4_score.py", reader.record, fast=fast)


def _own_places(data: Path, reader: TextReader, fast: bool) -> tuple[Score, ...]:
    return own_place_scores(_CASES / "places.csv", reader.reading, reader.tools.gazetteer, fast=fast)


def _own_claims(data: Path, reader: TextReader, fast: bool) -> tuple[Score, ...]:
    found = claim_scores(_CASES / "claims.jsonl", reader.record, fast=fast)
    return (*found, *claim_scores(_CASES / "claims_held.jsonl", reader.record, held=True, fast=fast))


def _own_figures(data: Path, reader: TextReader, fast: bool) -> tuple[Score, ...]:
    return own_figure_scores(_CASES / "figures.jsonl", reader.figures, fast=fast)


def _idmc(data: Path, reader: TextReader, fast: bool) -> tuple[Score, ...]:
    return idmc_scores(data / "idmc" / "idmc_train_labelled.jsonl", reader.figures, fast=fast)


def _gva(data: Path, reader: TextReader, fast: bool) -> tuple[Score, ...]:
    return gva_scores(data / "gva", reader.record, fast=fast)


def _incidents(data: Path, reader: TextReader, fast: bool) -> tuple[Score, ...]:
    return gva_incident_scores(data / "gva", reader.record, fast=fast)


def _ledger(data: Path, reader: TextReader, fast: bool) -> tuple[Score, ...]:
    return ledger_scores(_LEDGER, reader.file)


def _plover(data: Path, reader: TextReader, fast: bool) -> tuple[Score, ...]:
    return plover_scores(data / "plover_gsr" / "dev.json", reader.events, fast=fast)


PARTS: Mapping[str, tuple[Part, tuple[str, ...]]] = {
    "times": (_time_scores, ("wikiwars", "timenorm")),
    "places": (_place_scores, ("geo",)),
    "own places": (_own_places, ()),
    "own claims": (_own_claims, ()),
    "own figures": (_own_figures, ()),
    "idmc": (_idmc, ("idmc",)),
    "gva": (_gva, ("gva",)),
    "incidents": (_incidents, ("gva",)),
    "ledger": (_ledger, ()),
    "plover": (_plover, ("plover_gsr",)),
    "muc4": (_muc4, ("muc4",)),
}
"""Each part's scores and the folders of the data they need."""
