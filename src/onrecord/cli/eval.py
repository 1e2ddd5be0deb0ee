"""`onrecord eval`: how well it reads, with published measures on marked texts that are not part of the package."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.errors import UnknownName

if TYPE_CHECKING:
    from onrecord.scoring.score import Score

DATA = Path("../shared/data")
FLOORS = Path("eval/floors.json")

data_option = click.option(
    "--data", type=click.Path(path_type=Path), default=DATA, show_default=True, help="The folder of the marked texts."
)
json_option = click.option("--json", "out", type=click.Path(path_type=Path), help="Write the scores to this file too.")
fast_option = click.option("--fast", is_flag=True, help="A fixed small part of the texts, as the floors are pinned on.")


@click.group("eval")
def evaluate() -> None:
    """Score the reading on marked texts, beside what people and published systems reach."""


@evaluate.command("reader")
@data_option
@json_option
@fast_option
@click.option("--model", type=click.Path(path_type=Path), help="Another model's folder than the shipped one.")
@click.option("--only", multiple=True, help="Only this head (attributions, names, trees ...); may be given again.")
@click.option("--floors", is_flag=True, help=f"Fail when a score is below its floor in {FLOORS}; implies --fast.")
def reader(
    *, data: Path, out: Path | None, fast: bool, model: Path | None, only: tuple[str, ...], floors: bool
) -> None:
    """Score the language model head by head on the dev parts of its corpora."""
    from onrecord.reader import Reader
    from onrecord.scoring.reader import HEADS, head_scores, missing_data

    loaded = Reader.load(model)
    is_fast = fast or floors
    scores = _scored(
        _chosen("head", only, HEADS),
        data,
        missing=lambda head: missing_data(data, head),
        score=lambda head: head_scores(data, loaded, head, fast=is_fast),
    )
    finish(scores, out=out, floors=FLOORS if floors else None)


@evaluate.command("stages")
@data_option
@json_option
@fast_option
@click.option("--only", multiple=True, help="Only this part (idmc, plover, muc4 ...); may be given again.")
@click.option("--floors", is_flag=True, help=f"Fail when a score is below its floor in {FLOORS}; implies --fast.")
def stages(*, data: Path, out: Path | None, fast: bool, only: tuple[str, ...], floors: bool) -> None:
    """Score times, places, figures and events on marked texts and on the cases of the project."""
    from onrecord.flows.read import Tools
    from onrecord.scoring.stages import PARTS, TextReader, missing_data, part_scores

    text_reader = TextReader(Tools.load())
    is_fast = fast or floors
    scores = _scored(
        _chosen("part", only, PARTS),
        data,
        missing=lambda part: missing_data(data, part),
        score=lambda part: part_scores(data, text_reader, part, fast=is_fast),
    )
    finish(scores, out=out, floors=FLOORS if floors else None)


def _scored(
    names: Iterable[str],
    data: Path,
    *,
    missing: Callable[[str], tuple[str, ...]],
    score: Callable[[str], "tuple[Score, ...]"],
) -> "list[Score]":
    """Score and print one name after the other; one whose data is not there is said and left out."""
    scores: list[Score] = []
    for name in names:
        gone = missing(name)
        if gone:
            click.echo(f"{name}: not scored, for {data} holds no {', '.join(gone)}", err=True)
            continue
        found = score(name)
        for one in found:
            click.echo(line_of(one))
        scores += found
    return scores


def _chosen(what: str, only: tuple[str, ...], known: Iterable[str]) -> tuple[str, ...]:
    """Return the names asked for, all if none; an unknown one stops the run."""
    for name in only:
        if name not in known:
            raise UnknownName(what, name, known)
    return only or tuple(known)


def line_of(score: "Score") -> str:
    """Return one score as a line: name, value, target, and what it stands beside."""
    value = f"{score.value:,.2f}" if score.unit == "%" else f"{score.value:,.3f}".rstrip("0").rstrip(".")
    target = "" if score.target is None else f"target {score.target:g}"
    unit = "" if score.unit == "%" else score.unit
    about = ", ".join(filter(None, (unit, score.anchor)))
    return f"{score.name:36} {value:>10}  {target:14} n {score.n:<7} {about}".rstrip()


def finish(scores: "list[Score]", *, out: Path | None, floors: Path | None) -> None:
    """Write the scores as JSON where asked, and exit with 1 when one is below its floor."""
    if out is not None:
        table = {s.name: {"value": round(s.value, 3), "n": s.n, "target": s.target, "unit": s.unit, "anchor": s.anchor}
                 for s in scores}  # fmt: skip
        out.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if floors is None:
        return
    pinned = json.loads(floors.read_text(encoding="utf-8"))
    low = [s for s in scores if s.name in pinned and s.value < pinned[s.name]]
    for score in low:
        click.echo(f"{score.name} is {score.value:.2f}, below its floor of {pinned[score.name]}", err=True)
    if low:
        sys.exit(1)
