"""Where does the report say things happened?

"strikes on the Jabaliya refugee camp near Gaza City" gives a camp, exact, and a town; "a clinic in
Port Invented" an unresolved name; "Moscow said" gives no place at all: there Moscow speaks.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.gazetteer import Gazetteer
from onrecord.gazetteer.fold import fold
from onrecord.model.place import Place
from onrecord.model.reading import Reading
from onrecord.model.report import Passage, Report
from onrecord.model.span import Span
from onrecord.stages.where.build import places_of
from onrecord.stages.where.candidates import candidates
from onrecord.stages.where.clock import country_of, timezone_of
from onrecord.stages.where.settle import settle, without_strangers
from onrecord.stages.where.spot import Spotter
from onrecord.stages.where.surround import Surroundings
from onrecord.stages.where.toponym import Toponym
from onrecord.stages.where.weigh import Unit, weigh
from onrecord.stages.where.weights import Weights
from onrecord.stages.where.words import PlaceWords, place_words

MAKER = "where/6"

_STRANGE = 2
"""So many names that no gazetteer knows, and the one it knows may be but a namesake."""

__all__ = ["MAKER", "country_of", "find_places", "name_spans", "place_spans", "timezone_of"]


def find_places(
    report: Report, passages: Sequence[Passage], reading: Reading, *, gazetteer: Gazetteer
) -> tuple[Place, ...]:
    """Return the places the report names, in order of their first mention.

    A name that stands for a government ("Moscow said") is no place. A name that no gazetteer knows, or
    that the report gives no ground to choose among its namesakes for, comes out unresolved.

    Args:
        report: The report.
        passages: Its passages; only words the reading has are looked at.
        reading: What the language model read.
        gazetteer: Where places lie.
    """
    words = place_words()
    spotter = Spotter.of(report, reading, gazetteer, words)
    toponyms = [*spotter.toponyms(), *spotter.hints()]
    return resolve(report, reading, toponyms, gazetteer=gazetteer, words=words)


def name_spans(report: Report, reading: Reading, *, gazetteer: Gazetteer) -> tuple[Span, ...]:
    """Return the spans of all place names, of those too that stand for a government."""
    toponyms = Spotter.of(report, reading, gazetteer, place_words()).toponyms()
    return tuple(item.span for item in toponyms)


def place_spans(report: Report, reading: Reading, spans: Sequence[Span], *, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places that names marked by people stand for, demonyms as their country. Serves scoring."""
    words = place_words()
    spotter = Spotter.of(report, reading, gazetteer, words)
    toponyms = [*spotter.given(spans), *spotter.hints()]
    return resolve(report, reading, toponyms, gazetteer=gazetteer, words=words)


def resolve(
    report: Report,
    reading: Reading,
    toponyms: Sequence[Toponym],
    *,
    gazetteer: Gazetteer,
    words: PlaceWords,
    weights: Weights | None = None,
) -> tuple[Place, ...]:
    """Return the places that `toponyms` name, each with all its mentions."""
    weights = weights or Weights()
    units = _units(toponyms, gazetteer, words, weights)
    votes = _votes(report.text, reading, words)
    scores = weigh(list(units.values()), votes, weights=weights)
    n_known = sum(bool(unit.candidates) for unit in units.values())
    is_alone = n_known == 1 and len(units) - n_known < _STRANGE
    settled = {
        key: settle(unit, score, weights, is_alone=is_alone, lands=votes.keys())
        for (key, unit), score in zip(units.items(), scores, strict=True)
    }
    settled = dict(zip(settled, without_strangers(list(settled.values()), votes), strict=True))
    pairs = [(item, settled[_key(item)]) for item in toponyms]
    known = [(item, found.best.entry if found.best else None) for item, found in pairs]
    return places_of(report, pairs, Surroundings(settled=known, gazetteer=gazetteer, words=words))


def _key(toponym: Toponym) -> tuple[str, str | None]:
    return fold(toponym.name), toponym.kind


def _units(
    toponyms: Sequence[Toponym], gazetteer: Gazetteer, words: PlaceWords, weights: Weights
) -> Mapping[tuple[str, str | None], Unit]:
    count = Counter(map(_key, toponyms))
    units = {}
    for key in count:
        same = [item for item in toponyms if _key(item) == key]
        units[key] = Unit(
            key=key[0],
            candidates=candidates(same[0], gazetteer, words, weights),
            inside=tuple(dict.fromkeys(fold(name) for item in same for name in item.part_of)),
            n_mentions=len(same),
        )
    return units


def _votes(text: str, reading: Reading, words: PlaceWords) -> Mapping[str, float]:
    """Return how much each country's people, offices and groups are spoken of."""
    counts: Counter[str] = Counter()
    for word in reading.words:
        lower = word.text.lower()
        code = words.peoples.get(lower) if word.text[:1].isupper() else None
        if (code := code or words.signs.get(lower)) is not None:
            counts[code] += 1
    for name in reading.names:
        key = fold(reading.span(name.start, name.end).of(text))
        code = words.groups.get(key) or words.homes.get(key, ("", None))[1]
        if code is not None:
            counts[code] += 1
    return {code: n**0.5 for code, n in counts.items()}
