"""The corpora as training uses them: which, how much of each, and how they are cut into batches."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from onrecord.scoring.corpora.attributions import documents, polnear
from onrecord.scoring.corpora.example import Attribution, Example
from onrecord.scoring.corpora.joined import joined
from onrecord.scoring.corpora.names import is_held_out, newswire, re3d
from onrecord.scoring.corpora.predicates import add_predicates
from onrecord.scoring.corpora.surely import add_surely, rows_of
from onrecord.scoring.corpora.universal import Parsed, mark_singles, sentences, windows

SHARES = {"ewt": 0.29, "gum": 0.08, "polnear": 0.27, "newswire": 0.34, "re3d": 0.03, "sure": 0.01, "spoken": 0.11}
TAUGHT_SHARES = SHARES | {"ewt": 0.33, "polnear": 0.42, "newswire": 0.4, "re3d": 0.05, "spoken": 0.17}
"""Where teachers help most."""
LARGE_SHARES = SHARES | {"ewt": 0.37, "newswire": 0.4, "re3d": 0.05}  # what a large network is to teach of the rest
SPEAKING = frozenset(
    {
        "say", "tell", "claim", "report", "announce", "state", "deny", "confirm", "admit", "argue", "warn", "accuse",
        "believe", "think", "suggest", "insist", "vow", "promise", "threaten", "write", "explain", "demand", "blame",
        "estimate", "declare", "allege", "assert", "acknowledge", "predict", "fear", "expect", "urge", "call",
    }
)  # fmt: skip
TOGETHER = 100  # words of paragraphs read in one window, at most
HELD_OUT = 20  # documents of polnear's train part kept for tuning the decoder


@dataclass(slots=True, kw_only=True)
class Corpus:
    """`fresh` gives the examples anew for each pass."""

    name: str
    fresh: Callable[[], list[Example]]
    by_document: bool = False


def corpora(data: Path, *, open_only: bool) -> tuple[list[Corpus], dict[str, list[str]]]:
    """Return the corpora and the label lists of the heads."""
    ewt, sure = english_web(data, "train")
    gum = sentences(data / "gum/gum-train.conllu")
    sure += rows_of(data / "factuality/MEANTIME/train.jsonl", "sure")
    things = [x for x in re3d(data / "re3d/train.jsonl") if not is_held_out(x.doc)]
    found = [
        Corpus(name="ewt", fresh=lambda: windows(ewt, "ewt", most=80, vary=True)),
        Corpus(name="gum", fresh=lambda: gum_windows(gum), by_document=True),
        Corpus(name="re3d", fresh=lambda: joined(things, most=TOGETHER)),
        Corpus(name="sure", fresh=lambda: sure),
    ]
    wire: list[Example] = []
    if open_only:
        found.append(Corpus(name="spoken", fresh=lambda: spoken(windows(ewt, "spoken", most=80, vary=True))))
    else:
        wire = newswire(data / "newswire_ner/train.jsonl")
        cited = polnear(tuning_split(documents(data, "train"))[1])
        found.append(Corpus(name="newswire", fresh=lambda: joined(wire, most=TOGETHER, same_doc=False)))
        found.append(Corpus(name="polnear", fresh=lambda: joined(cited, most=TOGETHER)))
    return found, labels_of(ewt, gum, wire, things)


def english_web(data: Path, part: str) -> tuple[list[Parsed], list[Example]]:
    """Return EWT with predicates and certainty laid on it, and the sentences of UDS-IH2 it does not hold."""
    parsed = sentences(data / f"ud_ewt/en_ewt-ud-{part}.conllu")
    add_predicates(parsed, data / f"propbank_ewt/ewt-{part}.gold_skel")
    return parsed, add_surely(parsed, rows_of(data / f"factuality/UDS_IH2/{part}.jsonl", "sure"))


def spoken(examples: list[Example]) -> list[Example]:
    """Make attributions of PropBank's frames of speaking: what the open corpora have for those of polnear."""
    for x in examples:
        for p in x.predicates or ():
            if p.lemma in SPEAKING:
                source, content = ([(a, b) for a, b, name in p.roles if name == role] for role in ("ARG0", "ARG1"))
                x.attributions.append(Attribution(cue=(p.word, p.word + 1), source=source, content=content))
                x.said |= {i for a, b in content for i in range(a, b)}
        x.upos, x.predicates, x.surely = [], None, {}
    return examples


def gum_windows(parsed: list[Parsed], *, vary: bool = True) -> list[Example]:
    out = windows(parsed, "gum", most=80, vary=vary)
    mark_singles(out)
    return out


def tuning_split(docs: list) -> tuple[list, list]:
    """Return the held-out documents and the rest."""
    mixed = sorted(docs, key=lambda d: d["id"])
    random.Random(7).shuffle(mixed)
    return mixed[:HELD_OUT], mixed[HELD_OUT:]


def labels_of(ewt: list[Parsed], gum: list[Parsed], wire: list[Example], things: list[Example]) -> dict[str, list[str]]:
    ud = [*ewt, *gum]
    arguments = Counter(name for s in ewt for p in s.predicates or () for *_, name in p.roles)
    marks = {
        "name": sorted({k for x in wire for *_, k in x.names} or {"Person"}),
        "thing": sorted({k for x in things for *_, k in x.names}),
        "argument": sorted(k for k, n in arguments.items() if n > 15),
        "cue": ["cue"],
        "role": ["source", "content"],
    }
    out = {k: ["O", *(f"{b}-{name}" for name in v for b in "BI")] for k, v in marks.items()}
    out |= {k: ["no", "yes"] for k in ("start", "predicate", "mention")} | {"cue_outer": out["cue"]}
    out |= {"upos": sorted({t for s in ud for t in s.upos}), "tag": sorted({t for s in ud for t in s.tags})}
    return out | {"dep": sorted({d for s in ud for d in s.deps})}


def batches(corpus: Corpus, words: int) -> list[list[Example]]:
    """Return the batches of one pass in random order: neighbours in length together, or a document's windows."""
    examples = corpus.fresh()
    if not corpus.by_document:
        mixed = random.sample(examples, len(examples))
        pools = [sorted(mixed[k : k + 1500], key=lambda x: len(x.words)) for k in range(0, len(mixed), 1500)]
        examples = [x for pool in pools for x in pool]
    out: list[list[Example]] = []
    most, words = 0, words * 3 // 2 if corpus.by_document else words
    for x in examples:
        fits = out and max(most, len(x.words)) * (len(out[-1]) + 1) <= words
        if fits and (not corpus.by_document or out[-1][0].doc == x.doc):
            out[-1].append(x)
            most = max(most, len(x.words))
        else:
            out.append([x])
            most = len(x.words)
    random.shuffle(out)
    return out
