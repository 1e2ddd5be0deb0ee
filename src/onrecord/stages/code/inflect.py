"""What an inflected English word may go back to: `bombing` -> bomb, bombe. No dictionary, so several answers."""

from functools import cache

_IRREGULAR = {
    "shot": "shoot", "fought": "fight", "held": "hold", "took": "take", "taken": "take", "met": "meet",
    "slain": "slay", "slew": "slay", "struck": "strike", "stricken": "strike", "fled": "flee", "drove": "drive",
    "driven": "drive", "blew": "blow", "blown": "blow", "broke": "break", "broken": "break", "gave": "give",
    "given": "give", "sent": "send", "withdrew": "withdraw", "withdrawn": "withdraw", "overran": "overrun",
    "laid": "lay", "told": "tell", "spoke": "speak", "spoken": "speak", "led": "lead", "lost": "lose",
    "left": "leave", "fell": "fall", "fallen": "fall", "threw": "throw", "thrown": "throw", "beaten": "beat",
    "swore": "swear", "sworn": "swear", "sought": "seek", "stole": "steal", "stolen": "steal", "went": "go",
    "gone": "go", "came": "come", "made": "make", "dealt": "deal", "hung": "hang", "burnt": "burn", "sunk": "sink",
    "sank": "sink", "brought": "bring", "bought": "buy", "kept": "keep", "paid": "pay", "said": "say", "stood": "stand",
    "swept": "sweep", "torn": "tear", "tore": "tear", "wrought": "wreak", "wore": "wear", "ran": "run",
    "retook": "retake", "retaken": "retake", "rode": "ride", "rose": "rise", "risen": "rise", "began": "begin",
    "begun": "begin", "forbade": "forbid", "forbidden": "forbid", "forgave": "forgive", "forgiven": "forgive",
    "broadcast": "broadcast", "upheld": "uphold", "withheld": "withhold", "won": "win", "flew": "fly", "flown": "fly",
    "killed": "kill", "dying": "die", "lying": "lie", "strove": "strive", "sprung": "spring", "lent": "lend",
    "fed": "feed", "got": "get", "men": "man", "women": "woman", "children": "child", "people": "people",
    "policemen": "policeman", "gunmen": "gunman", "lives": "life", "militiamen": "militiaman", "knives": "knife",
    "thieves": "thief", "wives": "wife", "tribesmen": "tribesman", "wept": "weep", "shelling": "shell",
}  # fmt: skip


@cache
def base_forms(word: str) -> frozenset[str]:
    """Return the base forms that `word` (in lower case) may be an inflection of, itself included."""
    found = {word}
    if word in _IRREGULAR:
        found.add(_IRREGULAR[word])
    if word.endswith(("ies", "ied")):
        found.add(word[:-3] + "y")
    if word.endswith("s") and not word.endswith("ss"):
        found.add(word[:-1])
        if word.endswith("es"):
            found.add(word[:-2])
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            found |= {stem, stem + "e"}
            if len(stem) > 2 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(found)
