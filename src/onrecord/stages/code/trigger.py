"""Finds the words that name events: "Rebels fired rockets at the base" -> `fired rockets`, shelling."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.reading import Name
from onrecord.stages.code.figurative import is_figurative
from onrecord.stages.code.inflect import base_forms
from onrecord.stages.code.lexicon import Entry, Lexicon
from onrecord.stages.code.slots import SlotFinder
from onrecord.stages.code.tree import Tree

_LONGEST = 5
_NO_TRIGGER = {"be", "do", "have"}
_NAMED = {"person", "organisation", "facility", "group", "platform", "weapon"}
_SKIPPED = {"DET", "PRON", "ADV", "ADJ", "NUM"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words `start` to `end` (end excluded) around head word `number`, and what they mean."""

    number: int
    start: int
    end: int
    entry: Entry
    is_noun: bool


_AIMED = ("at", "on", "upon")


def find_triggers(tree: Tree, slots: SlotFinder, lexicon: Lexicon) -> list[Trigger]:
    """Return every trigger of the reading in order of the text, none inside another."""
    found: list[Trigger] = []
    for number in range(len(tree.words)):
        trigger = _as_noun(number, tree, slots, lexicon) or _as_verb(number, tree, slots, lexicon)
        if trigger is None or is_part_of_name(trigger, tree) or _speaks(trigger, tree, lexicon):
            continue
        if not is_figurative(trigger.number, trigger.is_noun, tree, slots, lexicon):
            found.append(trigger)
    return _without_overlaps(found)


def is_part_of_name(trigger: Trigger, tree: Tree) -> bool:
    """Return whether the word only belongs to a name: "Amnesty International", "Board of Inquiry", "Operation Dawn"."""
    word = tree.words[trigger.number]
    if not trigger.is_noun or word.text.islower():
        return False
    name = next((name for name in tree.reading.names if name.start <= trigger.number < name.end), None)
    if word.text.isupper():
        return name is not None and _is_in_shouted_name(trigger, name, tree)
    if name is not None and name.kind in _NAMED and name.end - name.start > trigger.end - trigger.start:
        return True
    is_whole = name is not None and name.kind == "organisation" and not tree.is_headline(trigger.number)
    if is_whole and trigger.start > tree.sentence(trigger.number).start:
        return True  # "Amnesty", the organisation
    following = trigger.end
    if word.upos != "PROPN" or tree.is_headline(trigger.number) or following >= tree.sentence(trigger.number).end:
        return False
    after = tree.words[following]
    return after.upos == "PROPN" and after.text[:1].isupper() and tree.head(following) == trigger.number


def _speaks(trigger: Trigger, tree: Tree, lexicon: Lexicon) -> bool:
    """Return whether the word names who says something: "Amnesty said"."""
    name = next((name for name in tree.reading.names if name.start <= trigger.number < name.end), None)
    verb = tree.head(trigger.number)
    if name is None or name.kind != "organisation" or verb is None or tree.dep(trigger.number) != "nsubj":
        return False
    return bool(tree.forms(verb) & set(lexicon.signs["speaking"]))


def _is_in_shouted_name(trigger: Trigger, name: Name, tree: Tree) -> bool:
    """Return whether an organisation's longer name in capitals ends in the word: "ARMY OF NATIONAL LIBERATION"."""
    if name.kind != "organisation" or name.end - name.start <= trigger.end - trigger.start + 1:
        return False
    above = tree.head(trigger.number)
    return name.start <= (trigger.number if above is None else above) < name.end


def _without_overlaps(found: list[Trigger]) -> list[Trigger]:
    kept: list[Trigger] = []
    for trigger in found:
        while kept and kept[-1].end > trigger.start and trigger.end - trigger.start > kept[-1].end - kept[-1].start:
            kept.pop()
        if not kept or kept[-1].end <= trigger.start:
            kept.append(trigger)
    return kept


def _as_noun(number: int, tree: Tree, slots: SlotFinder, lexicon: Lexicon) -> Trigger | None:
    word = tree.words[number]
    gerund = word.tag == "VBG" and (
        bool(tree.children(number, "det", "amod", "nmod:poss")) or tree.dep(number) == "compound"
    )
    is_named = word.upos == "ADJ" and tree.dep(number) in {"obj", "nsubj"} and bool(tree.children(number, "det"))
    if word.upos not in {"NOUN", "PROPN"} and not gerund and not is_named:
        return None
    options: list[tuple[int, int, int, Entry]] = []
    before = ""
    for length in range(1, _LONGEST + 1):
        start = number - length + 1
        if start < tree.sentence(number).start:
            break
        if length > 1:
            before = f"{tree.lower(start)} {before}"
        for form in tree.forms(number):
            phrase = f"{before}{form}".replace(" - ", "-")
            for tokens, entry in lexicon.nouns.get(phrase.rpartition(" ")[2], ()):
                if " ".join(tokens) == phrase and _noun_fits(number, entry, tree, slots):
                    options.append((len(tokens), entry.n_conditions, -entry.order, entry))
        if length == 1:
            before = ""
    if not options:
        return None
    best = max(options, key=lambda option: option[:3])
    return _shaped(number, best[0], best[3], tree, lexicon)


def _shaped(number: int, n_tokens: int, entry: Entry, tree: Tree, lexicon: Lexicon) -> Trigger | None:
    """Return the trigger; a noun that is only the modifier of another ("attack helicopter") is none."""
    head = tree.head(number)
    is_modifier = tree.dep(number) == "compound" and head is not None and head > number
    if is_modifier and not base_forms(tree.lower(head or 0)) & set(lexicon.signs["carriers"]):
        return None
    return Trigger(number=number, start=number - n_tokens + 1, end=number + 1, entry=entry, is_noun=True)


def _prepositions(number: int, tree: Tree, slots: SlotFinder) -> set[str]:
    """Return what stands around a noun, and around the verb whose object it is ("imposed sanctions on")."""
    around = set(slots.noun(number))
    head = tree.head(number)
    if head is not None and tree.is_verb(head) and tree.dep(number) in {"obj", "nsubj:pass"}:
        around |= set(slots.verb(head)) - {"subj", "obj", "in", "at"}
    return around


def _noun_fits(number: int, entry: Entry, tree: Tree, slots: SlotFinder) -> bool:
    if entry.preps and not entry.preps & _prepositions(number, tree, slots):
        return False
    return _clause_fits(number, entry, tree)


def _as_verb(number: int, tree: Tree, slots: SlotFinder, lexicon: Lexicon) -> Trigger | None:
    word = tree.words[number]
    if not _may_be_verb(number, tree) or _is_quality(number, tree, lexicon) or _is_used_as_noun(number, tree, lexicon):
        return None
    options: list[tuple[int, int, int, int, Entry]] = []
    for form in tree.forms(number):
        if form in _NO_TRIGGER:
            continue
        for tokens, entry in lexicon.verbs.get(form, ()):
            end = _rest(number, tokens[1:], tree)
            if end is not None and any(_is_of_a_time(i, tree, slots) for i in range(number + 1, end)):
                continue  # "took in" May
            if end and tokens[-1] in _AIMED and tree.children(number, "aux:pass") and tree.dep(end - 1) == "case":
                continue  # "was shot | at the gate", not "were fired on"
            if end is not None and _verb_fits(number, entry, tree, slots):
                options.append((len(tokens), entry.n_conditions, -entry.order, end, entry))
    if not options or word.text == "'s":
        return None
    best = max(options, key=lambda option: option[:3])
    kin = lexicon.types[best[4].type]["kin"]
    if tree.dep(number) == "amod" and kin not in {"violence", "coercion", "state"}:
        return None
    return Trigger(number=number, start=number, end=best[3], entry=best[4], is_noun=False)


def _is_quality(number: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Return whether a participle before a noun only says what kind it is ("the armed forces")."""
    is_before = tree.dep(number) in {"amod", "compound"} or (number > 0 and tree.words[number - 1].upos == "DET")
    return is_before and tree.lower(number) in lexicon.signs["qualities"]


def _is_used_as_noun(number: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Return whether a participle names people: "the wounded", "90 casualties, including dead or wounded"."""
    if not tree.lower(number).endswith("ed") or tree.children(number, "aux", "aux:pass", "obj"):
        return False
    if _is_loss(number, tree, lexicon):
        return True
    if tree.children(number, "nsubj", "nsubj:pass"):
        return False
    stands_as = tree.dep(number).partition(":")[0] in {"obj", "nsubj", "nmod", "iobj", "appos"}
    beside = (*tree.children(number, "conj"), tree.head(number) or 0)
    with_dead = any(tree.lower(i) in {"dead", "missing"} for i in beside)
    return bool(tree.children(number, "det")) or (stands_as and bool(tree.children(number, "case"))) or with_dead


def _is_loss(number: int, tree: Tree, lexicon: Lexicon) -> bool:
    """Return whether it counts those a side lost: "our forces suffered one dead and three wounded"."""
    top = tree.head(tree.coordination_top(number)) if tree.dep(number) != "conj" else tree.coordination_top(number)
    is_counted = number > 0 and tree.words[number - 1].upos == "NUM"
    return is_counted and top is not None and bool(tree.forms(top) & set(lexicon.signs["losing"]))


def _may_be_verb(number: int, tree: Tree) -> bool:
    word = tree.words[number]
    if word.upos == "VERB" or word.tag.startswith("VB"):
        return word.upos != "AUX" and not word.dep.startswith("compound")
    if word.upos == "NOUN" and tree.children(number, "obj") and number > 0 and tree.is_nominal(number - 1):
        sentence = tree.sentence(number)  # "Gunmen storm hotel", all taken for nouns
        return not any(tree.is_verb(i) for i in range(sentence.start, sentence.end))
    return word.upos in {"ADJ", "NOUN", "PROPN"} and tree.lower(number).endswith("ed") and len(word.text) > 4


def _rest(number: int, tokens: tuple[str, ...], tree: Tree) -> int | None:
    """Return where the verb's fixed words end, `None` if they do not follow it."""
    end, at = number + 1, number + 1
    limit = min(tree.sentence(number).end, number + 5)
    for token in tokens:
        while at < limit and not _is(at, token, tree):
            if tree.words[at].upos not in _SKIPPED and token not in {
                "up",
                "down",
                "out",
                "off",
                "back",
                "over",
                "fire",
            }:
                return None
            at += 1
        if at >= limit:
            return None
        at += 1
        end = at if at == end + 1 else end
    return end


def _is_of_a_time(number: int, tree: Tree, slots: SlotFinder) -> bool:
    return tree.dep(number) == "case" and tree.head(number) in slots.dated


def _is(number: int, token: str, tree: Tree) -> bool:
    return token in {tree.lower(number), tree.lemma(number)} or token in base_forms(tree.lower(number))


def _verb_fits(number: int, entry: Entry, tree: Tree, slots: SlotFinder) -> bool:
    around = slots.verb(number)
    objects, subjects = around.get("obj", []), around.get("subj", [])
    if entry.alone and (set(objects) - set(subjects) or around.get("clause")):
        return False
    if entry.object and not _any_is(entry.object, objects, tree):
        return False
    if entry.subject and not _any_is(entry.subject, subjects, tree):
        return False
    if entry.not_object and _any_is(entry.not_object, objects, tree):
        return False
    if entry.not_subject and _any_is(entry.not_subject, subjects, tree):
        return False
    if entry.preps and not entry.preps & set(around):
        return False
    return _clause_fits(number, entry, tree)


def _clause_fits(number: int, entry: Entry, tree: Tree) -> bool:
    if not entry.near and not entry.not_near:
        return True
    words = _clause(number, tree)
    if entry.not_near and _any_is(entry.not_near, words, tree, deep=False):
        return False
    return not entry.near or _any_is(entry.near, words, tree, deep=False)


def _clause(number: int, tree: Tree) -> list[int]:
    top = number
    if not tree.is_verb(number):
        for above in tree.ancestors(number):
            top = above
            if tree.is_verb(above):
                break
    return sorted(tree.subtree(top, without=frozenset({"parataxis", "conj", "acl:relcl"})) - {number})


def _any_is(wanted: frozenset[str], heads: Iterable[int], tree: Tree, *, deep: bool = True) -> bool:
    """Return whether one of the words (or what it is a number of) is among `wanted`."""
    for head in heads:
        numbers = [head]
        if deep:
            numbers += [i for i in tree.children(head, "nmod") if tree.case(i) == "of"]
            if tree.words[head].upos == "PROPN":  # "Prime Minister Ana Sol"
                numbers += tree.children(head, "compound", "flat", "appos")
        for number in numbers:
            forms = tree.forms(number)
            if forms & wanted:
                return True
            if number > 0 and any(f"{tree.lower(number - 1)} {form}" in wanted for form in forms):
                return True
            if number > 1 and any(f"{tree.lower(number - 2)} {tree.lower(number - 1)} {f}" in wanted for f in forms):
                return True
            if f"{tree.lower(number)} of" and number + 2 < len(tree.words):
                three = f"{tree.lower(number)} {tree.lower(number + 1)} {tree.lower(number + 2)}"
                if three in wanted:
                    return True
    return False
