"""Cross-validates names on re3d: `python -m training.folds --data DIR --words N --json build/folds.json`.

Five networks, each trained from the bare encoder on the newswire's names and four fifths of re3d's documents, and scored,
quantised as shipped, on the fifth it has not seen. They learn names only and from far fewer words than the shipped
model, which was not trained on fold 0. A fold that is done is kept in the JSON and not trained again.
"""

import argparse
import json
import random
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from tokenizers import Tokenizer

from onrecord.reader.network import Network
from onrecord.scoring.corpora.joined import joined
from onrecord.scoring.corpora.names import RE3D_FOLDS, fold_of, newswire, re3d
from onrecord.scoring.reader_names import names_tally
from onrecord.scoring.score import Tally
from training.data import TOGETHER, Corpus, english_web, labels_of
from training.export import averaged, export
from training.losses import Losses
from training.network import MODEL, Net
from training.run import Run

SHARES = {"newswire": 0.6, "re3d": 0.4}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--words", type=int, default=400_000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", type=Path, default=Path("build/folds.json"))
    options = parser.parse_args()
    options.start = options.teacher = None
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    done = json.loads(options.json.read_text()) if options.json.exists() else {}
    for fold in map(str, range(RE3D_FOLDS)):
        if fold not in done:
            tally = scored(int(fold), options)
            done[fold] = [tally.right, tally.given, tally.wanted]
            options.json.parent.mkdir(parents=True, exist_ok=True)
            options.json.write_text(json.dumps(done))
        print(fold, Tally(*done[fold]).f1, flush=True)
    whole = sum((Tally(*row) for row in done.values()), Tally())
    print(f"re3d, {RE3D_FOLDS} folds: F1 {whole.f1:.1f} of {whole.wanted} names")


def scored(fold: int, options: argparse.Namespace) -> Tally:
    """Train without one fold and return its tally."""
    random.seed(1)
    torch.manual_seed(1)
    wire = newswire(options.data / "newswire_ner/train.jsonl")
    things = re3d(options.data / "re3d/train.jsonl")
    ours, theirs = ([x for x in things if (fold_of(x.doc) == fold) == is_ours] for is_ours in (True, False))
    labels = labels_of(english_web(options.data, "train")[0], [], wire, things)
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    net = Net({k: len(v) for k, v in labels.items()})
    found = [
        Corpus(name="newswire", fresh=lambda: joined(wire, most=TOGETHER, same_doc=False)),
        Corpus(name="re3d", fresh=lambda: joined(theirs, most=TOGETHER)),
    ]
    with TemporaryDirectory() as folder:
        options.checkpoint = Path(folder) / "model.pt"
        Run(net, Losses(net, labels, tokenizer), found, options, SHARES).go()
        export(*averaged(options.checkpoint), Path(folder))
        documents = [list(group) for _, group in groupby(ours, key=lambda x: x.doc)]
        return names_tally(Network.load(Path(folder)), documents, "thing", list)


if __name__ == "__main__":
    main()
