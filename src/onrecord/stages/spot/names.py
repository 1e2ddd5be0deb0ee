"""Which words name a person, an organisation, a force, a group or a state?"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.actor import ActorKind
from onrecord.model.reading import Name, Reading
from onrecord.model.report import Report
from onrecord.stages.spot.doubtful import Settled, is_no_actor
from onrecord.stages.spot.mention import Key, Mention, case_of, conjoined, head_of, matches, words_of
from onrecord.stages.spot.tables import ActorVocab, Tokens, tokens

_AT = frozenset(
    [
        "in",
        "at",
        "near",
        "across",
        "throughout",
        "inside",
        "around",
        "into",
        "within",
        "along",
        "from",
        "outside",
        "toward",
        "towards",
        "through",
        "over",
        "off",
        "above",
        "for",
        "to",
        "of",
    ]
)
_FIRST_PERSON, _FIRST_WORDS = frozenset(["we", "our", "us", "i", "my"]), 12
_QUOTES = frozenset("“\"'‘«„")
_TELLING = 4  # a name of fewer characters may be anything
_FIRST = {"compound", "amod", "nmod"}  # what the first part of a name is to the rest
_ARMED = {"armed_force", "armed_group"}
_WORDS_IN_CAPITALS = {("us",), ("car",)}  # "CAR BOMB" is no act of the Central African Republic
_WITH = frozenset(["with", "against", "by", "between", "among", "on"])


def is_shouted(report: Report, reading: Reading, start: int, end: int) -> bool:
    """Return whether the sentence around is in capitals throughout, so that case tells nothing."""
    sentence = reading.sentence_of(start)
    letters = [c for c in reading.span(sentence.start, sentence.end).of(report.text) if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.7 * len(letters) and len(letters) > 20


def known_orgs(report: Report, reading: Reading, *, vocab: ActorVocab) -> list[Mention]:
    """Return mentions of the organisations of the table, longest first, none overlapping."""
    found: list[Mention] = []
    for start, end, key in matches(reading, vocab.orgs):
        if not _is_written_so(report, reading, start, end, key, vocab=vocab):
            continue
        org = vocab.orgs[key]
        identity: Key = ("army", org.country) if org.is_army else ("org", org.name.lower())
        found.append(
            Mention(
                start=start, end=end, head=head_of(reading, start, end), form="name", key=identity,
                name=words_of(reading, start, end, report.text), kind=org.kind, country=org.country,
            )
        )  # fmt: skip
    return found


def _is_written_so(report: Report, reading: Reading, start: int, end: int, key: Tokens, *, vocab: ActorVocab) -> bool:
    words = words_of(reading, start, end, report.text)
    if is_shouted(report, reading, start, end):
        return not (vocab.cased[key] & vocab.common)
    if words in vocab.common and start > reading.sentence_of(start).start and _is_first_part(reading, start):
        return False  # "the Niger Bend Observatory" is not the Observatory of the table
    return any(words == name or words == name[0].upper() + name[1:] for name in vocab.cased[key])


def read_names(
    report: Report, reading: Reading, *, vocab: ActorVocab, taken: Sequence[Mention], settled: Settled
) -> list[Mention]:
    """Return persons, organisations and groups that the reader found and no table knows.

    `settled` are the mentions of known places: no actors, unless they speak.
    """
    found = []
    persons = (reading.span(n.start, n.end).of(report.text).split() for n in reading.names if n.kind == "person")
    surnames = {parts[-1] for parts in persons if len(parts) > 1}
    for name in _whole_names(reading, vocab=vocab):
        last = _whole_end(reading, name)
        start, end = _tidy(reading, name.start, last, is_person=name.kind == "person", vocab=vocab)
        if start >= end or any(mention.start < end and start < mention.end for mention in taken):
            continue
        if is_no_actor(reading, start, end, name, settled=settled, vocab=vocab):
            continue
        words = words_of(reading, start, end, report.text)
        key = tokens(words)
        if key in vocab.states or key in vocab.adjectives or key in vocab.people or key in vocab.seats:
            continue
        is_surname = name.kind != "person" and words in surnames
        kind = _kind(key, "person" if is_surname else name.kind, reading.words[end - 1].upos, vocab=vocab)
        if kind is not None:
            head = head_of(reading, start, end)
            own: Key = ("name", kind, words.lower())
            found.append(Mention(start=start, end=end, head=head, form="name", key=own, name=words, kind=kind))
    return found + _repeated(report, reading, found, taken=taken, settled=settled)


def _repeated(
    report: Report,
    reading: Reading,
    found: Sequence[Mention],
    *,
    taken: Sequence[Mention],
    settled: Settled,
) -> list[Mention]:
    """Return the names of `found` where the reader missed them: what names an actor once does so throughout.

    So does a person's last name: "Kovacs: 5 dead" above "General Ivan Kovacs"; as a label also in capitals.
    """
    table = {tokens(mention.name): mention for mention in found if len(mention.name) >= _TELLING}
    for mention in found:
        last = mention.name.split()[-1]
        if mention.kind == "person" and len(last) >= _TELLING and " " in mention.name:
            table.setdefault(tokens(last), replace(mention, name=last, key=("name", "person", last.lower())))
    covered = {number for mention in (*taken, *found) for number in range(mention.start, mention.end)}
    again = []
    for start, end, key in matches(reading, table):
        words = words_of(reading, start, end, report.text)
        is_turn = words == table[key].name.upper() and _is_before_colon(reading, end)
        is_named = words == table[key].name and reading.words[start].upos == "PROPN"
        if covered & set(range(start, end)) or not (is_named or is_turn):
            continue
        if end - start > 1 or not settled.covers(reading.span(start, end), words):
            again.append(replace(table[key], start=start, end=end, head=head_of(reading, start, end)))
    return again


def _is_before_colon(reading: Reading, number: int) -> bool:
    return number < len(reading.words) and reading.words[number].text == ":"


def _whole_names(reading: Reading, *, vocab: ActorVocab) -> list[Name]:
    """Return the names, those of bodies with the place or person they open with: "the Orvane | Relief Network"."""
    out: list[Name] = []
    for name in reading.names:
        if out and _opens_name(reading, out[-1], name):
            out[-1] = replace(name, start=out[-1].start)
        elif out and _names_outlet(reading, out[-1], name, vocab=vocab):
            out[-1] = replace(out[-1], end=name.end)
        else:
            out.append(_with_force(reading, name, vocab=vocab))
    return out


def _opens_name(reading: Reading, name: Name, after: Name) -> bool:
    if name.kind not in ("location", "person") or after.kind != "organisation" or name.end != after.start:
        return False
    own = range(name.start, name.end)
    tops = [(word.dep, word.head) for word in reading.words[name.start : name.end] if word.head not in own]
    return len(tops) == 1 and tops[0][0] in _FIRST and tops[0][1] in range(after.start, after.end)


def _names_outlet(reading: Reading, name: Name, after: Name, *, vocab: ActorVocab) -> bool:
    """Return whether the first is no more than the "Radio" of "Radio Milenio"."""
    is_opening = name.end - name.start == 1 and reading.words[name.start].text.lower() in vocab.name_starts
    return is_opening and name.end == after.start


def _with_force(reading: Reading, name: Name, *, vocab: ActorVocab) -> Name:
    """Return the name of a force where a person's name only opens it: "Simon Gallardo | Front"."""
    after = reading.words[name.end : name.end + 1]
    is_force = any(not word.text.endswith("s") and vocab.name_ends.get(word.text.lower()) in _ARMED for word in after)
    if name.kind != "person" or not is_force:
        return name
    is_first_part = reading.words[name.start].head in (name.end, reading.words[name.end].head)
    return replace(name, end=name.end + 1, kind="organisation") if is_first_part else name


def _whole_end(reading: Reading, name: Name) -> int:
    """Return where the name ends, with the name that its "for the" or "of the" leads to: "Movement for the River"."""
    if name.kind not in ("organisation", "group") or reading.words[name.end - 1].upos not in {"ADP", "DET"}:
        return name.end
    return next((other.end for other in reading.names if other.start == name.end), name.end)


def _tidy(reading: Reading, start: int, end: int, *, is_person: bool, vocab: ActorVocab) -> tuple[int, int]:
    """Return the name without an article or a rank in front and without 's or punctuation behind."""
    while start < end and reading.words[start].upos in {"DET", "PUNCT", "PRON"}:
        start += 1
    while start < end and reading.words[end - 1].upos in {"DET", "ADP", "CCONJ"}:
        end -= 1
    is_end = not is_person and end == start + 1 and reading.words[start].text.lower() in vocab.name_ends
    while is_end and start > reading.sentence_of(start).start and _is_first_part(reading, start):
        start -= 1
    while is_person and start + 1 < end and _is_rank(reading.words[start].text, vocab=vocab):
        start += 1
    while start < end and reading.words[end - 1].text in {"'s", "’s", "'", "’", ",", "”", '"'}:
        end -= 1
    return start, end


def _is_first_part(reading: Reading, start: int) -> bool:
    """Return whether the word in front belongs to a name of which the reader saw the end: "Southern" of "Column"."""
    before, word = reading.words[start - 1], reading.words[start]
    is_named = before.upos in {"PROPN", "ADJ"} and before.text[:1].isupper() and before.text[1:].islower()
    return is_named and word.text[:1].isupper() and before.head is not None and start <= before.head < start + 3


def _is_rank(word: str, *, vocab: ActorVocab) -> bool:
    """Return whether the word is an abbreviated rank or form of address: "Gen.", "Dr."."""
    return word.lower().rstrip(".") in vocab.short_titles or vocab.title(word) in vocab.empty_titles


def _kind(key: Tokens, kind: str, upos: str, *, vocab: ActorVocab) -> ActorKind | None:
    if len(key) > 1 and key[0] in vocab.name_starts:
        return vocab.name_starts[key[0]]
    if kind == "person":
        return "person"
    if kind == "organisation":
        return vocab.name_ends.get(key[-1], "organisation")
    if kind == "location" and vocab.name_ends.get(key[-1]) in _ARMED and len(key) > 1:
        return vocab.name_ends[key[-1]]
    if kind == "group" and upos in {"NOUN", "PROPN"} and len(key[-1]) > 3 and key[-1].endswith("s"):
        return "population"
    return None


def states(report: Report, reading: Reading, *, vocab: ActorVocab, taken: Sequence[Mention]) -> list[Mention]:
    """Return mentions of states (and of seats of government) where they act or are acted on, and of peoples.

    A demonym is a mention where an act or a weapon of the state follows it, and only there.
    """
    covered = {number for mention in taken for number in range(mention.start, mention.end)}
    found = []
    for start, end, key in matches(reading, {**vocab.adjectives, **vocab.states, **vocab.people, **vocab.seats}):
        words = words_of(reading, start, end, report.text)
        if start in covered or not words[0].isupper() or (key == ("us",) and words != "US"):
            continue
        if key in _WORDS_IN_CAPITALS and is_shouted(report, reading, start, end):
            continue
        if mention := _state(reading, start, end, key, words, vocab=vocab):
            found.append(mention)
    return found


def _state(reading: Reading, start: int, end: int, key: Tokens, words: str, *, vocab: ActorVocab) -> Mention | None:
    head = head_of(reading, start, end)
    mention = Mention(start=start, end=end, head=head, form="name", key=(), name=words, kind="state")
    code = vocab.states.get(key) or vocab.adjectives.get(key)
    if code is not None and _does(reading, head, end, vocab=vocab):
        name = words if key in vocab.states else vocab.state_names[code]
        return replace(mention, key=("state", code), country=code, name=name)
    code = vocab.states.get(key)
    if code is not None and (acts(reading, head, vocab=vocab) or _is_cited(reading, start, end)):
        return replace(mention, key=("state", code), country=code)
    code = vocab.people.get(key)
    if code is not None and reading.words[head].upos in {"NOUN", "PROPN"} and not _modifies(reading, head):
        return replace(mention, key=("people", code), country=code, kind="population")
    code = vocab.seats.get(key)
    if code is not None and not _is_dateline(reading, start, end) and _is_subject(reading, head, vocab=vocab):
        return replace(mention, key=("state", code), country=code, is_seat=True)
    return None


def _does(reading: Reading, head: int, end: int, *, vocab: ActorVocab) -> bool:
    """Return whether an act, or a weapon, of the country named up to word `end` follows: "U.S. drone strikes"."""
    at = end
    while at < len(reading.words) and at < end + 2 and reading.words[at].dep == "compound":
        at += 1
    first = reading.words[conjoined(reading, head)]
    beside = first.head if first.dep in {"amod", "compound"} else None
    return any(_is_act(reading, number, vocab=vocab) for number in (at, beside) if number is not None)


def _is_act(reading: Reading, number: int, *, vocab: ActorVocab) -> bool:
    if number >= len(reading.words) or reading.words[number].upos != "NOUN":
        return False
    return reading.words[number].lemma in vocab.state_acts


def _is_dateline(reading: Reading, start: int, end: int) -> bool:
    """Return whether the capital opens a dateline ("MOSCOW, 5 JUL --", "CAIRO (AP)"): where, not who."""
    is_first = reading.sentence_of(start).start == start
    return is_first and end < len(reading.words) and reading.words[end].text in {",", "(", "-", "–", "—", "--", "/"}


def _is_cited(reading: Reading, start: int, end: int) -> bool:
    """Return whether the language model saw the name speak, whatever its place in the tree."""
    sources = [role for frame in reading.frames if frame.kind == "attribution" for role in frame.all("source")]
    return any(role.start <= start and end <= role.end <= end + 1 and start <= role.start + 1 for role in sources)


def _modifies(reading: Reading, head: int) -> bool:
    return reading.words[head].dep in {"amod", "compound"}


def _is_subject(reading: Reading, head: int, *, vocab: ActorVocab) -> bool:
    return reading.words[conjoined(reading, head)].dep in vocab.agent_deps


def _is_label(reading: Reading, number: int) -> bool:
    """Return whether the word opens a line as its speaker: "Iraq: We reject ...", not "Iraq: Blast kills 12"."""
    behind = [word.text.lower() for word in reading.words[number + 1 : number + 1 + _FIRST_WORDS]]
    return len(behind) > 1 and behind[0] == ":" and (behind[1][0] in _QUOTES or not _FIRST_PERSON.isdisjoint(behind))


def acts(reading: Reading, head: int, *, vocab: ActorVocab) -> bool:
    """Return whether the country's name at `head` stands for the state, not for where something is."""
    first = conjoined(reading, head)
    word = reading.words[first]
    if (
        word.dep in vocab.agent_deps
        or word.dep in {"obj", "iobj", "nmod:poss", "vocative"}
        or _is_label(reading, first)
    ):
        governor = reading.words[word.head] if word.head is not None else None
        return not (word.dep == "obj" and governor is not None and governor.lemma in vocab.motion)
    if word.dep in {"compound", "amod"}:
        return False
    case = case_of(reading, first) or case_of(reading, head)
    if case in _WITH:
        return True
    return case not in _AT and word.dep in {"obl", "nmod", "conj"} and case is not None
