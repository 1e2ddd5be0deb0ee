"""Cross-validates names on re3d: `python -m training.folds --data DIR --words N --json build/folds.json`.

One network learns all but re3d, from the bare encoder. Five go on from it, each with four fifths of re3d's documents (and the
newswire, so that they forget nothing), and are scored, quantised as shipped, on the fifth they have not seen. All learn from fewer
words than the shipped model, which was not trained on fold 0, and from no teachers. The network they go on from is kept in
a folder beside the JSON; a fold that is done is kept in the JSON and not trained again.
"""

import argparse
import json
import random
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from onrecord.reader.network import Network
from onrecord.scoring.corpora.joined import joined
from onrecord.scoring.corpora.names import RE3D_FOLDS, fold_of, re3d
from onrecord.scoring.reader_names import names_tally
from onrecord.scoring.score import Tally
from training.again import take
from training.data import TOGETHER, Corpus, corpora
from training.device import DEVICE, ready
from training.export import averaged, export
from training.losses import Losses
from training.network import Net
from training.run import Run, word_pieces

SHARES = {"re3d": 0.7, "newswire": 0.3}
SEED = 5  # of the network they go on from


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--words", type=int, default=2_200_000, help="of all but re3d, once")
    parser.add_argument("--fold-words", type=int, default=240_000, help="of re3d and the newswire, for each fold")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", type=Path, default=Path("build/folds.json"))
    options = parser.parse_args()
    options.teacher, options.seed = None, SEED
    ready(options.threads)
    found, labels = corpora(options.data, open_only=False)
    found = [c for c in found if c.name != "re3d"]
    start = without_re3d(found, labels, options)
    done = json.loads(options.json.read_text()) if options.json.exists() else {}
    for fold in map(str, range(RE3D_FOLDS)):
        if fold not in done:
            tally = scored(int(fold), found, labels, start, options)
            done[fold] = [tally.right, tally.given, tally.wanted]
            options.json.write_text(json.dumps(done))
        print(fold, Tally(*done[fold]).f1, flush=True)
    whole = sum((Tally(*row) for row in done.values()), Tally())
    print(f"re3d, {RE3D_FOLDS} folds: F1 {whole.f1:.1f} of {whole.wanted} names")


def without_re3d(found: list[Corpus], labels: dict[str, list[str]], options: argparse.Namespace) -> Path:
    """Train the network that has seen nothing of re3d, or go on with it; return the folder it is written to."""
    folder = options.json.with_suffix("")
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "reader.json").exists():
        torch.manual_seed(SEED)
        random.seed(SEED)
        net = Net({k: len(v) for k, v in labels.items()}).to(DEVICE)
        options.start, options.checkpoint = None, folder / "model.pt"
        run = Run(net, Losses(net, labels, word_pieces()), found, options)
        if options.checkpoint.exists():
            run.load()
        run.go()
        export(*averaged(options.checkpoint), folder)
    return folder


def scored(
    fold: int, found: list[Corpus], labels: dict[str, list[str]], start: Path, options: argparse.Namespace
) -> Tally:
    """Go on from `start` without one fold and return its tally."""
    random.seed(1)
    torch.manual_seed(1)
    things = re3d(options.data / "re3d/train.jsonl")
    ours, theirs = ([x for x in things if (fold_of(x.doc) == fold) == is_ours] for is_ours in (True, False))
    net = Net({k: len(v) for k, v in labels.items()}).to(DEVICE)
    take(net, start)
    shown = [Corpus(name="re3d", fresh=lambda: joined(theirs, most=TOGETHER))]
    shown += [c for c in found if c.name in SHARES]
    documents = [list(group) for _, group in groupby(ours, key=lambda x: x.doc)]
    with TemporaryDirectory() as folder:
        mine = argparse.Namespace(**vars(options) | {"start": start, "words": options.fold_words})
        mine.checkpoint = Path(folder) / "model.pt"
        Run(net, Losses(net, labels, word_pieces()), shown, mine, SHARES).go()
        export(*averaged(mine.checkpoint), Path(folder))
        return names_tally(Network.load(Path(folder)), documents, "thing", list)


if __name__ == "__main__":
    main()
