"""Who and where is the same over many reports?

"the Health Ministry" of one report and "the Health Ministry" of the next, both of one country, are one
actor; "Ana Sol, governor" and "Governor Ana Sol" one person; two persons of one name and two countries are not.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from onrecord.gazetteer.entry import km
from onrecord.gazetteer.fold import fold, loosen
from onrecord.model.actor import Actor
from onrecord.model.facts import ActorFacts, PlaceFacts, PlaceTraits
from onrecord.model.ids import PlaceId
from onrecord.model.judgement import Judgement, Reason, Verdict
from onrecord.model.place import Place
from onrecord.model.record import Record
from onrecord.vocab.load import load_table

MAKER = "identity/3"
_NAMED = ("person", "armed_force", "armed_group", "government", "organisation", "state", "outlet")
_NEAR_KM = 25.0
_SPOKEN = re.compile(r"\b(?:spokes(?:man|woman|person)|speaker)\b")


def actor_key(actor: Actor | None, *, words: str = "") -> str:
    """Return the key that one actor has over all reports: kind, country and folded name.

    "the Malian army", "Mali's armed forces" and "the military" of Mali share theirs: a country has one
    army, one government and one police. A body named without its country has an empty country;
    `joined_keys` settles whose it is.
    """
    if actor is None:
        return f"unknown||{_bare(words)}"
    kind = _one_of(actor.name)
    if kind is not None and actor.kind != "person":
        return f"{kind[0]}|{actor.country or ''}|{kind[1]}"
    kind_told = "" if actor.kind in ("unknown", "organisation") else actor.kind  # an organisation may be an armed one
    return f"{kind_told}|{actor.country or ''}|{_bare(actor.name)}"


def speaker_key(actor: Actor | None, *, words: str = "") -> str:
    """Return the key of whoever is answered for: a spokesman's body where it is named, else the actor's own."""
    return (speaks_for(actor) if actor is not None else None) or actor_key(actor, words=words)


def speaks_for(actor: Actor) -> str | None:
    """Return the key of the body that a person speaks for by title ("army spokesman"), `None` if not told."""
    for role in actor.roles:
        title = fold(role.title)
        match = _SPOKEN.search(title)
        if match is None:
            continue
        body = fold(role.of) if role.of else title[: match.start()].strip()
        if body:
            kind = _one_of(body)
            return f"{kind[0]}|{actor.country or ''}|{kind[1]}" if kind else f"||{_bare(body)}"
    return None


def voices(facts: Iterable[ActorFacts]) -> dict[str, str]:
    """Return for each person's key the key of the body that some report says they speak for.

    A person said to speak for two bodies speaks for neither.
    """
    bodies: dict[str, set[str]] = {}
    for actor in facts:
        if actor.speaks_for is not None and actor.actor_kind == "person":
            bodies.setdefault(f"person|{actor.country or ''}|{actor.name}", set()).add(actor.speaks_for)
    joined = joined_keys({key for keys in bodies.values() for key in keys})
    single = {person: {joined[key] for key in keys} for person, keys in bodies.items()}
    return {person: next(iter(keys)) for person, keys in single.items() if len(keys) == 1}


def joined_keys(keys: Iterable[str]) -> dict[str, str]:
    """Return for each key the fullest of `keys` it may stand for: its country, kind or some of its name left out.

    "the Movement" is the "Movement for the Valley" where no other movement is known. Where two fuller
    keys would do (two countries' armies), the bare key stays its own.
    """
    known = sorted(set(keys))
    by_word: dict[str, list[str]] = {}
    for key in known:
        for word in {key.split("|")[2].split(" ")[0], key.split("|")[2].split(" ")[-1]}:
            by_word.setdefault(word, []).append(key)
    found = {}
    for key in known:
        words = key.split("|")[2].split(" ")
        near = {*by_word[words[0]], *by_word[words[-1]]}
        fuller = [other for other in near if _is_fuller(other, key)]
        fullest = [other for other in fuller if not any(_is_fuller(one, other) for one in fuller)]
        found[key] = fullest[0] if len(fullest) == 1 else key
    return found


def _is_fuller(key: str, other: str) -> bool:
    """Return whether `key` says all that `other` says, and more. Of a person, a first name alone says nothing."""
    kind, country, name = key.split("|")
    bare_kind, bare_country, bare = other.split("|")
    if key == other or (bare_kind and kind != bare_kind) or (bare_country and country != bare_country):
        return False
    if name == bare:
        return True
    starts = name.startswith(f"{bare} ") and kind != "person"
    return bool(bare) and kind != "outlet" and (starts or name.endswith(f" {bare}"))


def _bare(name: str) -> str:
    words = fold(name).split()
    while words and words[0] in ("the", "a", "an", "its", "their", "his", "her"):
        words = words[1:]
    return " ".join(words)


def is_common(name: str) -> bool:
    """Return whether a name says what a body is and not whose: "the army", "armed forces"."""
    known = _one_of(name)
    return known is not None and not known[2]


def _one_of(name: str) -> tuple[str, str, bool] | None:
    """Return kind and class of a body that every country has one of (an army), and whether the name says whose."""
    words = _bare(name).split()
    for kind, classes in load_table("actors")["one"].items():
        for label, nouns in classes.items():
            for noun in nouns:
                last = noun.split()
                tail = words[-len(last) :]
                same = tail == last or [*tail[:-1], tail[-1].removesuffix("s") if tail else ""] == last
                if same and len(words) - len(last) <= 1:
                    return kind, label, len(words) > len(last)
    return None


def place_key(place: Place) -> str:
    """Return the key that one place has over all reports: its GeoNames id, else folded name and country."""
    if place.geonames is not None:
        return f"geonames|{place.geonames}"
    return f"name|{place.country or ''}|{fold(place.name)}"


def actor_facts(record: Record) -> tuple[ActorFacts, ...]:
    """Return the named actors of `record` as identity needs them; crowds and strangers are left out."""
    when = record.report.published
    return tuple(
        ActorFacts(
            id=actor.id,
            report=record.report.id,
            keys=_actor_keys(actor),
            name=fold(actor.name),
            actor_kind=actor.kind,
            country=actor.country,
            speaks_for=speaks_for(actor),
            titles=tuple(sorted({fold(role.title) for role in actor.roles})),
            published=None if when is None or when.start is None else when.start[:10],
        )
        for actor in record.actors
        if actor.kind in _NAMED and actor.name[:1].isalnum() and not actor.name[:1].isdigit()
    )


def place_facts(record: Record) -> tuple[PlaceFacts, ...]:
    """Return the places of `record` as identity needs them."""
    by_id = {place.id: place for place in record.places}
    return tuple(
        PlaceFacts(
            id=place.id,
            report=record.report.id,
            keys=(f"place|{loosen(fold(place.name))}|{place.country or ''}",),
            place=traits_of(place, by_id),
        )
        for place in record.places
    )


def traits_of(place: Place, by_id: Mapping[PlaceId, Place]) -> PlaceTraits:
    """Return what tells a place from others, with the names of what holds it out of all places of its record."""
    return PlaceTraits(
        id=place.id,
        name=fold(place.name),
        written=place.name,
        kind=place.kind,
        country=place.country,
        geonames=place.geonames,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
        within=tuple(fold(by_id[key].name) for key in place.within if key in by_id),
    )


def compare_actors(left: ActorFacts, right: ActorFacts) -> Judgement | None:
    """Return the judgement on two actors of two reports."""
    reasons: list[Reason] = []
    if left.country and right.country and left.country != right.country:
        reasons.append(Reason(aspect="where", weight=-4.0, words=f"of {left.country} and of {right.country}"))
    if left.actor_kind != right.actor_kind:
        reasons.append(Reason(aspect="what", weight=-2.0, words=f"{left.actor_kind} and {right.actor_kind}"))
    if left.name == right.name:
        telling = 3.0 if left.actor_kind != "person" or " " in left.name else 0.5
        reasons.append(Reason(aspect="who", weight=telling, words=f"both named {left.name}"))
    elif _is_short_for(left.name.split(), right.name.split()):
        reasons.append(Reason(aspect="who", weight=1.0, words=f"{left.name} may be {right.name}"))
    else:
        return None
    if left.country and left.country == right.country:
        reasons.append(Reason(aspect="where", weight=1.0, words=f"both of {left.country}"))
    if shared := sorted(set(left.titles) & set(right.titles)):
        reasons.append(Reason(aspect="what", weight=2.0, words=f"both {shared[0]}"))
    return _judged("actor", left.id, right.id, reasons, offset=-2.0)


def compare_places(left: PlaceFacts, right: PlaceFacts) -> Judgement | None:
    """Return the judgement on two places of two reports."""
    reasons: list[Reason] = []
    one, other = left.place, right.place
    if one.geonames is not None and one.geonames == other.geonames:
        reasons.append(Reason(aspect="where", weight=6.0, words=f"both GeoNames {one.geonames}"))
        return _judged("place", left.id, right.id, reasons, offset=-2.0)
    same_name = one.name == other.name
    reasons.append(Reason(aspect="where", weight=2.0 if same_name else 1.0, words=f"named {one.name}, {other.name}"))
    if one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None:
        apart = km(one.lat, one.lon, other.lat, other.lon)
        reasons.append(Reason(aspect="where", weight=2.0 if apart <= _NEAR_KM else -5.0, words=f"{apart:.0f} km apart"))
    elif one.country and one.country == other.country:
        reasons.append(Reason(aspect="where", weight=1.0, words=f"both in {one.country}"))
    if shared := sorted(set(one.within) & set(other.within)):
        reasons.append(Reason(aspect="where", weight=1.0, words=f"both in {shared[0]}"))
    return _judged("place", left.id, right.id, reasons, offset=-2.0)


def _judged(kind: str, left: str, right: str, reasons: Sequence[Reason], *, offset: float) -> Judgement:
    points = offset + sum(reason.weight for reason in reasons)
    verdict: Verdict = "same" if points > 0.5 else "different" if points < -1.5 else "unsure"
    score = round(1 / (1 + 2.718281828459045**-points), 4)
    return Judgement(
        kind=kind,  # type: ignore[arg-type]  # the two callers give a kind of judgement
        left=left,
        right=right,
        verdict=verdict,
        score=score,
        reasons=tuple(reasons),
        maker=MAKER,
    )


def _actor_keys(actor: Actor) -> tuple[str, ...]:
    name = fold(actor.name)
    last = name.split()[-1] if actor.kind == "person" and name else name
    return (f"actor|{last}",) if name else ()


def _is_short_for(left: Sequence[str], right: Sequence[str]) -> bool:
    """Return whether the shorter name's words all stand in the longer one, the last word last."""
    short, full = sorted((left, right), key=len)
    return bool(short) and set(short) <= set(full) and short[-1] == full[-1]
