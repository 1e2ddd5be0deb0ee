"""Tunes the attribution decoder on the documents of polnear's train part that training never saw, and its dev part:

python -m training.tune --data ../shared/data --model src/onrecord/reader/weights

Four numbers are chosen; the documents kept out alone are too few to tell settings apart. Writes the best thresholds into
the model's `reader.json`. Without polnear nothing can be tuned and nothing is changed.
"""

import argparse
import json
from itertools import product
from pathlib import Path

from onrecord.reader.attributions import Tuning
from onrecord.reader.network import Network
from onrecord.scoring.corpora.attributions import documents
from onrecord.scoring.reader_attributions import _published, outermost, paragraphs_of
from training.data import tuning_split

CUE, SOURCE, CONTENT, WEAKEST = (0.0, 0.4, 0.8), (1.0, 2.0), (0.0, 0.3), (-1.4, -1.0)


def worth(table: dict) -> float:
    exact = sum(table[name, "exact*"][2] for name in ("source", "cue", "content"))
    return exact + table["linked", ""][2] + table["bound", ""][2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=Path("src/onrecord/reader/weights"))
    options = parser.parse_args()
    network = Network.load(options.model)
    held = tuning_split(documents(options.data, "train"))[0]
    load, measure = _published(options.data)
    held += load(str(options.data / "polnear"), "dev")
    best: tuple[float, dict[str, float]] = (-1.0, {})
    for cue in CUE:
        read = [paragraphs_of(network, Tuning(cue=cue), d["text"]) for d in held]
        for source, content, weakest in product(SOURCE, CONTENT, WEAKEST):
            values = {"cue": cue, "source": source, "content": content, "weakest": weakest}
            tally = measure()
            for document, paragraphs in zip(held, read, strict=True):
                tally.add(document["text"], document["attributions"], outermost(paragraphs, Tuning(**values)))
            best = max(best, (worth(tally.table()), values), key=lambda pair: pair[0])
    path = options.model / "reader.json"
    about = json.loads(path.read_text()) | {"tuning": best[1]}
    path.write_text(json.dumps(about, indent=1) + "\n")
    print(best)


if __name__ == "__main__":
    main()
