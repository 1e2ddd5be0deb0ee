"""Writes docs/model-card.md from the shipped model and its scores:

python -m training.card --scores build/scores.json [--open build/open/scores.json]
"""

import argparse
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

from onrecord.reader.reader import SHIPPED
from onrecord.scoring.score import Tally
from training.mpnet import SHA256 as MPNET

CARD = Path("docs/model-card.md")
TEXT = """# Model card

The language model `onrecord` ships: one small encoder with heads for words, sentences and trees (Universal
Dependencies), names, predicate frames (PropBank), attribution frames, mentions and their chains, and how surely a
happening took place. English. It runs on plain CPU cores through onnxruntime, quantised to 8 bits; no network, no torch.

{how}, from what follows and nothing else.

| what | used for | licence |
|---|---|---|
| all-MiniLM-L6-v2, sha256 `{encoder_sha256}` | start | Apache-2.0 |
| all-mpnet-base-v2, sha256 `{teacher_sha256}` | teachers of the last run | Apache-2.0 |
| UD English EWT, PropBank EWT, UDS-IH2 on its sentences | trees, predicates, certainty | CC BY-SA 4.0 |
| UD English GUM (free genres), MEANTIME | trees, mentions, chains; certainty | CC BY / CC BY-SA |
| re3d (four documents in five) | names, weapons, platforms | open government licences |
| PolNeAR | attribution | none stated: trained on, never shipped |
| a world newswire corpus of names | names | none stated: trained on, never shipped |

The weights are released under CC BY-SA 4.0 with attribution to those corpora. Evaluated with `onrecord eval reader`
on the dev parts; the test parts were never seen. {open} {folds}

## Scores

{note}

| score | value | target | n | beside |
|---|---|---|---|---|
{rows}

## What it does not do well

- Cues that are rare nouns ("Allegations that ..."), and speakers named only by the layout ("NAME:", dash sign-offs).
- Speech inside quotation marks is found less often than outside, and the inner speaker may be taken for the outer.
- Capitals and misread text cost what the table says; texts far from news (chat, verse) cost more.
- Attribution was learned from US political news of 2015 and 2016, names from newspapers outside the West: other
  registers were measured only where a row says so.
- A chain joins people by sex and number of pronouns as English does, and is wrong where a text is.

| file | bytes | sha256 |
|---|---|---|
{files}
"""
NO_OPEN = """The same command with `--open-data-only` leaves out the two corpora without a licence (attribution then comes
from PropBank's verbs of speaking, names from re3d); no such model has been trained, so no scores of it are given here."""
OPEN = """`beside` gives the model of `--open-data-only{flags}` ({words:,} words, {minutes} minutes of one core, {taught}): without
the two corpora that state no licence; its attribution comes from PropBank's verbs of speaking, its names from re3d."""
ONE_RUN = "Made by `python -m training.make` ({minutes} minutes of one core; {words:,} words seen in {steps:,} steps; seed {seed})"
MORE_RUNS = """Made in {n} runs of one core (`python -m training.run`, then `--start`): {runs}. Each goes on from
the weights before it, rounded to 8 bits as they were shipped; where a share is given, what was shipped after the run is the
mean of its weights and of those it went on from (`training.export --mix`). `python -m training.make` gives a model like it
in one run of as many words, not the same bytes"""
TAUGHT = """ The last run learned from teachers too, large networks that are not shipped: {teachers}."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scores", type=Path, required=True)
    parser.add_argument("--open", type=Path, help="the scores of the model trained on open data only")
    parser.add_argument("--open-model", type=Path, default=Path("build/open/weights"))
    parser.add_argument(
        "--folds", type=Path, help="the tallies of training.folds; without them what the card says of them stays"
    )
    parser.add_argument("--note", default="All heads, whole dev parts.")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--card", type=Path, default=CARD)
    options = parser.parse_args()
    made = made_of(options.model)
    scores = json.loads(options.scores.read_text())
    other = json.loads(options.open.read_text()) if options.open else {}
    about = open_told(made_of(options.open_model)) if other else NO_OPEN
    rows = [_row(name, score, other.get(name)) for name, score in scores.items()]
    files = [
        f"| {p.name} | {p.stat().st_size:,} | {sha256(p.read_bytes()).hexdigest()} |"
        for p in sorted(options.model.iterdir())
    ]
    filled = {"rows": "\n".join(rows), "files": "\n".join(files), "open": about, "note": options.note}
    filled |= {"how": how(made), "folds": crossed(options.folds) if options.folds else kept_folds()}
    options.card.write_text(TEXT.format(**made, **filled, teacher_sha256=MPNET))


def made_of(model: Path) -> dict[str, Any]:
    return json.loads((model / "reader.json").read_text())["made"]


def open_told(made: dict[str, Any]) -> str:
    is_taught = bool(made.get("taught_by"))
    flags, taught = ("", "with teachers") if is_taught else (" --teacher-words 0", "without teachers")
    return OPEN.format(**made, flags=flags, taught=taught)


def how(made: dict[str, Any]) -> str:
    if "start" not in made:
        return ONE_RUN.format(**made)
    runs: list[dict[str, Any]] = [made]
    while "start" in runs[0]:
        runs.insert(0, runs[0]["start"])
    teachers = [
        f"{t['words']:,} words of {', '.join(t['corpora'])} in {t['minutes']} minutes"
        for t in made.get("taught_by", ())
    ]
    told = TAUGHT.format(teachers="; ".join(teachers)) if teachers else ""
    return MORE_RUNS.format(n=len(runs), runs=", then ".join(map(_run, runs))) + "." + told + " All of it was learned"


def _run(run: dict[str, Any]) -> str:
    mixed = f" with {run['share_of_start']:.0%} of the weights before it" if "share_of_start" in run else ""
    one = "{words:,} words in {minutes} minutes (seed {seed})".format
    runs = [{"seed": 1} | run, *run.get("beside", ())]
    return " and beside it, the mean of both taken, ".join(one(**r) for r in runs) + mixed


def crossed(path: Path) -> str:
    tallies = [Tally(*row) for row in json.loads(path.read_text()).values()]
    whole = sum(tallies, Tally())
    folds = ", ".join(f"{t.f1:.1f}" for t in tallies)
    return (
        f"Names on re3d, cross-validated over its documents (`python -m training.folds`: five networks that see no document of their fold): "
        f"F1 {whole.f1:.1f} of {whole.wanted:,} names, fold by fold {folds}."
    )


def kept_folds() -> str:
    """Return what the card says of the cross-validation, which is of networks of its own and not of the shipped model."""
    found = re.search(r"Names on re3d, cross-validated .*", CARD.read_text()) if CARD.exists() else None
    return found[0] if found else ""


def _row(name: str, score: dict[str, Any], other: dict[str, Any] | None) -> str:
    value = f"{score['value']:,.1f}" if score["unit"] == "%" else f"{score['value']:,.2f} {score['unit']}"
    target = "" if score["target"] is None else f"{score['target']:g}"
    beside = "; ".join(filter(None, (score["anchor"], other and f"open data only {other['value']:,.1f}")))
    return f"| {name} | {value} | {target} | {score['n']:,} | {beside} |"


if __name__ == "__main__":
    main()
