"""From the corpora to the shipped model, step by step: `python -m training.make [--open-data-only]`.

train two teachers side by side, and the model that learns from them and from the corpora (`training.run`), export, tune the decoder,
evaluate, cross-validate re3d, write the card. A step that was cut short goes on where it stood when the same command is given again:
training resumes from its checkpoint, the rest is short. `--work`, `--out` and `--card` name other folders and another page,
so that a trial with few words leaves the shipped model alone.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from onrecord.reader.reader import SHIPPED
from training.card import CARD
from training.mpnet import fetched

ENCODER = Path("build/mpnet")
TEACHERS = {"citing": "polnear", "naming": "ewt,gum,newswire,re3d,sure"}
OPEN_TEACHERS = {"citing": "spoken", "naming": "ewt,gum,re3d,sure"}


def run(*arguments: object) -> None:
    """Run a step of this interpreter; stop when it fails."""
    print("+", *arguments, flush=True)
    subprocess.run([sys.executable, *map(str, arguments)], check=True)


def taught(work: Path, options: argparse.Namespace) -> list[Path]:
    """Train the teachers, a core each, and return their checkpoints."""
    only = ["--open-data-only"] if options.open_data_only else []
    fetched(ENCODER)
    started, paths = [], []
    for name, corpora in (OPEN_TEACHERS if options.open_data_only else TEACHERS).items():
        paths.append(work / name / "model.pt")
        arguments = ["--data", options.data, "--teacher", ENCODER, "--corpora", corpora, "--checkpoint", paths[-1]]
        arguments += ["--words", options.teacher_words, "--threads", max(1, options.threads // 2), *only]
        print("+ -m training.run", *arguments, flush=True)
        started.append(subprocess.Popen([sys.executable, "-m", "training.run", *map(str, arguments)]))
    for process in started:
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, process.args)
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--words", type=int, default=9_000_000)
    parser.add_argument("--teacher-words", type=int, default=2_550_000, help="0 trains without teachers")
    parser.add_argument("--base-words", type=int, default=2_200_000, help="before the folds part; see training.folds")
    parser.add_argument("--fold-words", type=int, default=240_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--open-data-only", action="store_true")
    parser.add_argument("--work", type=Path, help="checkpoints and scores; by default build/model or build/open")
    parser.add_argument(
        "--out", type=Path, help="the model; by default the package's own, or WORK/weights of open data"
    )
    parser.add_argument("--card", type=Path, default=CARD)
    options = parser.parse_args()
    work = options.work or Path("build/open" if options.open_data_only else "build/model")
    out = options.out or (work / "weights" if options.open_data_only else SHIPPED)
    work.mkdir(parents=True, exist_ok=True)
    model, scores = work / "model.pt", work / "scores.json"
    only = ["--open-data-only"] if options.open_data_only else []
    size = ["--words", options.words, "--threads", options.threads]
    teachers = ["--taught", *taught(work, options)] if options.teacher_words else []
    run("-m", "training.run", "--data", options.data, "--checkpoint", model, *size, *only, *teachers)
    run("-m", "training.export", "--checkpoint", model, "--out", out)
    if not options.open_data_only:
        run("-m", "training.tune", "--data", options.data, "--model", out)
    run("-m", "onrecord", "eval", "reader", "--data", options.data, "--model", out, "--json", scores)
    if options.open_data_only:
        return
    folds, other = work / "folds.json", Path("build/open/scores.json")
    fold_size = ["--words", options.base_words, "--fold-words", options.fold_words, "--threads", options.threads]
    run("-m", "training.folds", "--data", options.data, *fold_size, "--json", folds)
    beside = ["--open", other] if other.exists() else []
    run("-m", "training.card", "--model", out, "--scores", scores, "--folds", folds, "--card", options.card, *beside)


if __name__ == "__main__":
    main()
