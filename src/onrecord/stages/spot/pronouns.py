"""Whom do "he", "it" and "they" go back to?"""

from collections.abc import Sequence
from functools import cache

from onrecord.model.reading import Reading
from onrecord.stages.spot.mention import Key, Mention, head_of
from onrecord.vocab.load import load_table

_ONE = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_OTHERS = {"he": "female", "him": "female", "his": "female", "she": "male", "her": "male", "hers": "male"}
_THING = frozenset(["it", "its", "itself"])
_MANY = frozenset(["they", "them", "their", "theirs", "themselves"])
_REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves"])
_COLLECTIVE = frozenset(("armed_force", "armed_group", "government", "organisation", "state", "outlet"))
_NEAR = 3  # sentences to look back over


def pronouns(reading: Reading, mentions: Sequence[Mention]) -> list[tuple[int, Key]]:
    """Return (word number, key of the actor) for each pronoun of the third person that can be resolved."""
    found: list[tuple[int, Key]] = []
    chain_of = {start: chain for chain in reading.chains for start, end in chain.mentions if end - start == 1}
    for number, word in enumerate(reading.words):
        form = word.text.lower()
        if word.upos not in {"PRON", "DET"} or form not in _ONE | _THING | _MANY or _is_expletive(reading, number):
            continue
        if form in _REFLEXIVE:
            found += _of_subject(reading, number, mentions, dict(found))
            continue
        chain = chain_of.get(number)
        chained = [m for m in mentions if chain and any(_same(reading, m, pair) for pair in chain.mentions)]
        last = reading.sentence_of(number).end
        fitting = [m for m in chained if _fits(reading, form, m) and m.head < last]
        if any(_governs(reading, m, number) for m in chained):
            fitting = []
        spoke = _spoke_before(reading, number, form, mentions)
        speaker = _speaker(reading, spoke, form, mentions)
        if speaker is not None:
            found.append((number, speaker.key))
            continue
        if again := [key for at, key in found if (at, at + 1) in spoke and _is_form(reading, at, form)]:
            found.append((number, again[-1]))
            continue
        if spoke and _is_someone_new(reading, spoke[-1]):
            continue
        if (said_by := _who_says_so(reading, number, form, mentions)) is not None:
            found += [(number, key) for at, key in found if at == said_by]
            continue
        speaking = _body_speaking(reading, number, form, mentions)
        if speaking:
            found += [(number, key) for key in _keys(reading, speaking, form, mentions, dict(found))[:1]]
            continue
        antecedent = fitting[0] if fitting else _nearest(reading, number, form, mentions, dict(found))
        if antecedent is not None:
            found.append((number, antecedent.key))
    return found


def _of_subject(
    reading: Reading, number: int, mentions: Sequence[Mention], known: dict[int, Key]
) -> list[tuple[int, Key]]:
    """Give "himself" to the subject of its verb, where that names an actor: "the boy shot himself"."""
    verb = reading.words[number].head
    subjects = [i for i in reading.children(verb) if _is_subject(reading, i)] if verb is not None else []
    keys = [m.key for m in mentions if m.head in subjects] + [known[i] for i in subjects if i in known]
    return [(number, key) for key in keys[:1]]


def _spoke_before(reading: Reading, number: int, form: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return who spoke in the sentence before, where "he" speaks too: "X said ... He added ..."."""
    if form not in _ONE or not any(start <= number < end for start, end in _sources(reading)):
        return []
    here = reading.sentence_of(number)
    if any(here.start <= m.head < number and _fits(reading, form, m) for m in mentions):
        return []
    return _sources_before(reading, here.start)


def _who_says_so(reading: Reading, number: int, form: str, mentions: Sequence[Mention]) -> int | None:
    """Return the "he" who says what this one stands in, where nobody else is named: "He said | he had seen six"."""
    here = reading.sentence_of(number)
    if form not in _ONE or any(here.start <= m.head < number and _fits(reading, form, m) for m in mentions):
        return None
    says = [start for start, end in _sources(reading) if here.start <= start < number and end == start + 1]
    return next((start for start in says if reading.words[start].text.lower() == form), None)


def _body_speaking(reading: Reading, number: int, form: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return the words of the body that says what its own "it" did, or that spoke in the sentence before "it" speaks.

    "The Brigade said | it had killed six"; "..., a committee said. ..., it added."
    """
    if form != "it" or not _is_subject(reading, number):
        return []
    frames = [frame for frame in reading.frames if frame.kind == "attribution"]
    heads = {reading.words[verb].head for verb in _first_verbs(reading, reading.words[number].head)}
    for frame in frames:
        is_content = any(role.start <= number < role.end for role in frame.all("content"))
        if is_content and any(head is not None and frame.start <= head < frame.end for head in heads):
            own = [(role.start, role.end) for role in frame.all("source")]
            return [source for source in own if _may_be_it(reading, source, mentions)]
    verb = reading.words[number].head
    is_of_noun = verb is not None and reading.words[verb].dep == "acl:relcl"  # "claimed an ambush in which it said"
    if is_of_noun or not any(start == number for start, _ in _sources(reading)):
        return []
    spoke = _sources_before(reading, reading.sentence_of(number).start)
    return [source for source in spoke[-1:] if _may_be_it(reading, source, mentions)]


def _first_verbs(reading: Reading, verb: int | None) -> list[int]:
    """Return a verb and the one it is joined to: "said it had struck a camp and killed six"."""
    if verb is None:
        return []
    head = reading.words[verb].head
    return [verb, head] if reading.words[verb].dep == "conj" and head is not None else [verb]


def _may_be_it(reading: Reading, source: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    """Return whether who spoke is one thing: "a committee", "it", no "residents"."""
    head = head_of(reading, *source)
    word = reading.words[head]
    if any(m.head == head and m.kind == "person" for m in mentions):
        return False
    is_body = word.tag in ("NN", "NNP") and word.lemma.lower() not in _people() - _nouns("group_nouns")
    return is_body or word.text.lower() == "it"


def _keys(
    reading: Reading, sources: Sequence[tuple[int, int]], form: str, mentions: Sequence[Mention], known: dict[int, Key]
) -> list[Key]:
    """Return the actors that words of speakers name, or an "it" of before; so too "their employer, Nordic Relief"."""
    heads = [head_of(reading, *source) for source in sources]
    heads += [i for head in heads for i in reading.children(head) if reading.words[i].dep == "appos"]
    named = [m.key for head in heads for m in mentions if m.head == head and _fits(reading, form, m)]
    return named + [known[head] for head in heads if head in known]


def _speaker(
    reading: Reading, spoke: Sequence[tuple[int, int]], form: str, mentions: Sequence[Mention]
) -> Mention | None:
    """Return the last of them who is one person with a name, or "a resident" who is no more than that."""
    for start, end in reversed(spoke):
        persons = [m for m in mentions if start <= m.start and m.end <= end and m.kind == "person"]
        named = [m for m in persons if m.form == "name"]
        titled = [m for m in persons if m.form == "title" and m.head == head_of(reading, start, end)]
        if named or titled:
            return (named or titled)[-1]
        if _is_someone_new(reading, (start, end)):
            return next(
                (m for m in persons if m.head == head_of(reading, start, end) and _fits(reading, form, m)), None
            )
    return None


def _is_someone_new(reading: Reading, source: tuple[int, int]) -> bool:
    """Return whether the words bring in one person without a name: "a resident", not "a statement"."""
    start, end = source
    word = reading.words[head_of(reading, start, end)]
    if word.text.lower() in {"one", "another"}:
        return True  # "one of them"
    is_one = reading.words[start].text.lower() in {"a", "an", "another", "one"} and word.tag == "NN"
    return is_one and word.lemma.lower() not in _nouns("voices") | _nouns("group_nouns")


def _is_form(reading: Reading, number: int, form: str) -> bool:
    return reading.words[number].text.lower() == form


def _sources(reading: Reading) -> list[tuple[int, int]]:
    """Return the words of all speakers that the language model saw."""
    roles = (r for frame in reading.frames if frame.kind == "attribution" for r in frame.all("source"))
    return [(role.start, role.end) for role in roles]


def _sources_before(reading: Reading, start: int) -> list[tuple[int, int]]:
    """Return those of the sentence before the one that starts at word `start`."""
    if start == 0:
        return []
    before = reading.sentence_of(start - 1)
    return [source for source in _sources(reading) if before.start <= source[0] < before.end]


def _same(reading: Reading, mention: Mention, pair: tuple[int, int]) -> bool:
    """Return whether the chain's mention has `mention`'s head: not merely has it inside."""
    start, end = pair
    if not start <= mention.head < end:
        return False
    head = reading.words[mention.head].head
    return head is None or not start <= head < end or (mention.start, mention.end) == pair


def _fits(reading: Reading, form: str, mention: Mention) -> bool:
    if form in _ONE:
        head = reading.words[mention.head].text.lower()
        return mention.kind == "person" and (form not in _OTHERS or head not in _nouns(_OTHERS[form]))
    if form in _THING:
        return mention.kind in _COLLECTIVE and not _is_one_of_them(reading, mention)
    return mention.kind in _COLLECTIVE or mention.kind in {"population", "unknown"}


def _is_one_of_them(reading: Reading, mention: Mention) -> bool:
    """Return whether a noun stands for one of a force: "a peacekeeper", who is no "it"."""
    word = reading.words[mention.head]
    is_one = {"a", "an", "one", "another"} & {reading.words[i].text.lower() for i in reading.children(mention.head)}
    return bool(is_one) and word.tag == "NN" and word.lemma.lower() in _people() - _nouns("group_nouns")


@cache
def _people() -> frozenset[str]:
    return frozenset(word for words in load_table("counted")["people"].values() for word in words)


def _is_expletive(reading: Reading, number: int) -> bool:
    word = reading.words[number]
    return word.dep == "expl" or (word.text.lower() == "it" and word.dep not in {"nsubj", "obj", "nsubj:pass", "obl"})


def _nearest(
    reading: Reading, number: int, form: str, mentions: Sequence[Mention], known: dict[int, Key]
) -> Mention | None:
    """Return the last subject that fits, in this sentence first, then in those before it."""
    here = reading.sentences.index(reading.sentence_of(number))
    for index in range(here, max(-1, here - _NEAR - 1), -1):
        sentence = reading.sentences[index]
        inside = [m for m in mentions if sentence.start <= m.head < min(sentence.end, number)]
        inside = [m for m in inside if _fits(reading, form, m) and not _governs(reading, m, number)]
        if inside:
            subjects = [m for m in inside if _is_subject(reading, m.head)]
            return (subjects or inside)[-1 if index == here else 0]
        if form in _MANY and index == here and _has_others(reading, sentence.start, number, mentions):
            return None
        again = [
            m for m in mentions if any(sentence.start <= i < sentence.end and key == m.key for i, key in known.items())
        ]
        if again and index != here and (form in _ONE):
            fits = [m for m in again if _fits(reading, form, m)]
            if fits:
                return fits[0]
    return None


def _has_others(reading: Reading, start: int, number: int, mentions: Sequence[Mention]) -> bool:
    """Return whether some that are no actors stand before as a subject: "his men fought a battle in which they"."""
    heads = {mention.head for mention in mentions}
    return any(
        _is_subject(reading, n) and reading.words[n].tag == "NNS" and n not in heads for n in range(start, number)
    )


def _is_subject(reading: Reading, head: int) -> bool:
    return reading.words[head].dep.startswith("nsubj")


def _governs(reading: Reading, mention: Mention, number: int) -> bool:
    """Return whether the pronoun belongs to the mention's phrase ("its leader") or is the object it acts on.

    So it does over verbs that share their subject: "soldiers seized two men and shot them", "denied shelling it".
    """
    verb = reading.words[number].head
    if verb == mention.head:
        return True
    if reading.words[number].dep not in {"obj", "iobj"}:
        return False
    if _is_seen_doing(reading, mention, verb):
        return True
    if not _is_subject(reading, mention.head):
        return verb == reading.words[mention.head].head
    acting = reading.words[mention.head].head
    while verb is not None and verb != acting and reading.words[verb].dep in {"conj", "xcomp"}:
        over = reading.words[verb].head
        if any(_is_subject(reading, i) for i in reading.children(verb)):
            return False
        if reading.words[verb].dep == "xcomp" and any(
            reading.words[i].dep == "obj" for i in reading.children(over or 0)
        ):
            return False  # "ordered the rebels to free it"
        verb = over
    return verb == acting


def _is_seen_doing(reading: Reading, mention: Mention, verb: int | None) -> bool:
    """Return whether somebody is the object of a verb and does what another tells: "saw soldiers drag men and beat"."""
    seeing = reading.words[mention.head]
    if seeing.dep != "obj":
        return False
    return any(
        reading.words[over].head == seeing.head and reading.words[over].dep in {"xcomp", "ccomp"}
        for over in _first_verbs(reading, verb)
    )


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(load_table("actors")[name])
