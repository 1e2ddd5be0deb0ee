"""Writes docs/model-card.md from the shipped model and the scores: `python -m training.evaluate | python -m training.card`."""

import json
import sys
from hashlib import sha256
from pathlib import Path

from onrecord.reader.reader import SHIPPED


def main() -> None:
    made = json.loads((SHIPPED / "reader.json").read_text())["made"]
    scores = json.loads(sys.stdin.read().strip().splitlines()[-1])
    files = [
        f"| {p.name} | {p.stat().st_size:,} | {sha256(p.read_bytes()).hexdigest()} |" for p in sorted(SHIPPED.iterdir())
    ]
    rows = [f"| {corpus} | {name} | {value} |" for corpus, row in scores.items() for name, value in row.items()]
    text = (
        f"""# Model card

A first version, trained for {made["minutes"]} minutes on two CPU cores ({made["steps"]} steps) and far below full strength.
It gives words, sentences, trees, names and attribution. It gives no predicate frames, no chains, no `surely`,
and no weapon or platform names.

Start: all-MiniLM-L6-v2 (Apache-2.0), sha256 `{made["encoder_sha256"]}`.
Data: UD English EWT and GUM (share-alike); PolNeAR and a newswire name corpus (no licence stated).
Weights: CC BY-SA 4.0 with attribution to those corpora. A model without the last two has not been trained yet.

Dev scores (`python -m training.evaluate {" ".join(sys.argv[1:])}`). Trees: words and sentences given. Attribution: exact
spans inside one paragraph, which is not the published PolNeAR measure.

| corpus | measure | score |
|---|---|---|
"""
        + "\n".join(rows)
        + "\n\n| file | bytes | sha256 |\n|---|---|---|\n"
        + "\n".join(files)
        + "\n"
    )
    Path("docs/model-card.md").write_text(text)


if __name__ == "__main__":
    main()
