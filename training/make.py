"""From the corpora to the shipped model, step by step: `python -m training.make [--open-data-only]`.

prepare and train (`training.run`), export, tune the decoder, evaluate, cross-validate re3d, write the card. A step that was cut short goes on
where it stood when the same command is given again: training resumes from its checkpoint, the rest is short.
"""

import argparse
import subprocess
import sys
from pathlib import Path

SHIPPED = Path("src/onrecord/reader/weights")


def run(*arguments: object) -> None:
    """Run a step of this interpreter; stop when it fails."""
    print("+", *arguments, flush=True)
    subprocess.run([sys.executable, *map(str, arguments)], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--words", type=int, default=9_000_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--open-data-only", action="store_true")
    options = parser.parse_args()
    work = Path("build/open" if options.open_data_only else "build/model")
    out = work / "weights" if options.open_data_only else SHIPPED
    work.mkdir(parents=True, exist_ok=True)
    model, scores = work / "model.pt", work / "scores.json"
    only = ["--open-data-only"] if options.open_data_only else []
    size = ["--words", options.words, "--threads", options.threads]
    run("-m", "training.run", "--data", options.data, "--checkpoint", model, *size, *only)
    run("-m", "training.export", "--checkpoint", model, "--out", out)
    if not options.open_data_only:
        run("-m", "training.tune", "--data", options.data, "--model", out)
    run("-m", "onrecord", "eval", "reader", "--data", options.data, "--model", out, "--json", scores)
    if options.open_data_only:
        return
    folds, other = work / "folds.json", Path("build/open/scores.json")
    run("-m", "training.folds", "--data", options.data, "--threads", options.threads, "--json", folds)
    beside = ["--open", other] if other.exists() else []
    run("-m", "training.card", "--scores", scores, "--folds", folds, *beside)


if __name__ == "__main__":
    main()
