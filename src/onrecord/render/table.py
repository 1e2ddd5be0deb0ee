"""A record as a table for a terminal.

Who says what; how many, of whom, by whose word; what happened, in order of time; what the report
says about its own evidence; what the reading itself is unsure of.
"""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from onrecord.model.record import Record
from onrecord.render.arrange import rows_of
from onrecord.render.phrases import label, when_phrase
from onrecord.render.rows import ClaimRow, EventRow, Evidence, FigureRow, NoteRow, Who
from onrecord.render.terminal import as_lines, harmless
from onrecord.vocab.load import load_table


def record_table(record: Record, *, width: int = 100, colour: bool = False) -> str:
    """Return `record` as lines of text no wider than `width`.

    Args:
        record: The record to show.
        width: How many columns the terminal has.
        colour: Whether to write colours; leave it off for anything but a terminal.
    """
    return as_lines(_parts(record), width=width, colour=colour)


def _parts(record: Record) -> Iterator[RenderableType]:
    rows = rows_of(record)
    yield from _head(record)
    yield from _section("who says what", len(rows.claims), _grid(map(_claim, rows.claims), 26, 69))
    yield from _section("figures", len(rows.figures), _grid(map(_figure, rows.figures), 19, 31, 21, 24))
    yield from _section("events in order of time", len(rows.events), _grid(map(_event, rows.events), 13, 24, 36, 22))
    said = "what the report says about its own evidence"
    yield from _section(said, len(rows.evidence), _grid(map(_evidence, rows.evidence), 26, 69))
    flags = ((Text(row.ref or "", style="dim"), Text(row.message, style="yellow")) for row in rows.flags)
    yield from _section("what the reading is unsure of", len(rows.flags), _grid(flags, 95))


def _head(record: Record) -> Iterator[RenderableType]:
    report = record.report
    yield harmless(Text(report.title or report.path or report.id, style="bold"))
    facts = [report.outlet, f"by {report.byline}" if report.byline else None]
    published = when_phrase(report.published)
    if report.published is not None and published:
        basis = label(load_table("labels"), "time_bases", report.published.basis)
        facts.append(f"published {published} ({basis})")
    else:
        facts.append("day of publication unknown")
    yield harmless(Text(" · ".join(filter(None, [*facts, f"report {report.id}"])), style="dim"))


def _section(title: str, n_rows: int, body: Table) -> Iterator[RenderableType]:
    if n_rows:
        heading = Text.assemble((title.upper(), "bold"), (f"  {n_rows}", "dim"))
        yield Text()
        yield Rule(heading, align="left", style="dim", characters="─")
        yield Padding(body, (0, 0))


def _grid(rows: Iterable[tuple[Text, ...]], *shares: int) -> Table:
    """Return `rows` in columns: a narrow one for the reference, then `shares` of what is left."""
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=3, overflow="fold")
    for share in shares:
        grid.add_column(ratio=share, overflow="fold")
    for row in rows:
        grid.add_row(*map(harmless, row))
    return grid


def _claim(row: ClaimRow) -> tuple[Text, ...]:
    told = f" to {', '.join(map(str, row.told))}" if row.told else ""
    who = Text("\n".join(_speakers(row.voice.speakers, row.voice.missing)), style="bold cyan")
    who.append("\n" + " · ".join(filter(None, [row.act + told, row.said])), style="not bold default")
    said = Text("  " * row.depth + " … ".join(row.words))
    if row.voice.through:
        said.append(f"\n{'  ' * row.depth}within what {' and '.join(row.voice.through)} said", style="dim")
    return Text(row.ref, style="dim"), who, _noted(said, row.notes)


def _figure(row: FigureRow) -> tuple[Text, ...]:
    how_many = Text.assemble((row.bounds, "bold yellow"), f"\n“{row.words}”")
    of = Text(row.what)
    of.append("\n" + ", ".join(filter(None, [row.scope, f"part of {row.part_of}" if row.part_of else ""])), style="dim")
    if row.by:
        of.append(f"\nby {row.by}", style="dim")
    return (
        Text(row.ref, style="dim"),
        how_many,
        _noted(of, row.notes),
        _lines(row.where, row.when),
        Text(f"said by {row.voice}", style="cyan"),
    )


def _event(row: EventRow) -> tuple[Text, ...]:
    what = Text.assemble((row.type, "bold green"), f"\n“{row.words}”")
    if row.state:
        what.append(f"\n{', '.join(row.state)}", style="magenta")
    if row.same_as:
        what.append(f"\nsame as {row.same_as}", style="dim")
    return (
        Text(row.ref, style="dim"),
        Text(row.when or "undated", style="" if row.when else "dim"),
        what,
        _noted(_parts_of(row), row.notes),
        Text(f"said by {row.voice}", style="cyan"),
    )


def _parts_of(row: EventRow) -> Text:
    others = (f"{role}: {', '.join(map(str, whos))}" for role, whos in row.others)
    return _lines(_sides(row), *others, f"in {row.where}" if row.where else "")


def _sides(row: EventRow) -> str:
    acting, affected = ", ".join(map(str, row.acting)), ", ".join(map(str, row.affected))
    return f"{acting} → {affected}" if affected else acting


def _evidence(item: Evidence) -> tuple[Text, ...]:
    words = Text.assemble((item.note.label, "yellow"), f"\n“{item.note.words}”")
    return Text(item.ref, style="dim"), Text(str(item.voice), style="cyan"), words


def _speakers(speakers: tuple[Who, ...], missing: str) -> Iterator[str]:
    for who in speakers:
        role = f" ({who.role})" if who.role else ""
        words = f" [“{who.words}”]" if who.words else ""
        yield f"{who}{role}{words}"
    if not speakers:
        yield missing


def _noted(text: Text, notes: tuple[NoteRow, ...]) -> Text:
    for note in notes:
        text.append(f"\n! {note.label}: “{note.words}”", style="yellow")
    return text


def _lines(*lines: str) -> Text:
    return Text("\n".join(line for line in lines if line))
