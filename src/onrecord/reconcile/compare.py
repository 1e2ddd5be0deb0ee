"""Do two accounts tell one and the same happening, and why?

"Twelve killed as shells hit Torsk market" and "Death toll in Torsk shelling rises to 14" come out as
`same`: one place, one day, the words torsk and market; against it, 12 killed against 14. Every ground
adds points (`vocab/reconcile.yaml`) that are kept as reasons; their sum is the log-odds of `same`.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache

from onrecord.gazetteer.entry import km
from onrecord.model.facts import Account, ActorFacts, Facts, PlaceFacts, PlaceTraits
from onrecord.model.judgement import Judgement, Reason, Verdict
from onrecord.reconcile.block import families_of
from onrecord.reconcile.identity import compare_actors, compare_places
from onrecord.reconcile.words import overlap
from onrecord.vocab.load import load_table

MAKER = "compare/2"
SAME, UNSURE, KEPT = 0.6, 0.3, 0.05
"""A score from `SAME` up is `same`, from `UNSURE` up `unsure`, below `KEPT` not worth a judgement."""

_WIDE = ("country", "region", "province", "water", "border")
_FAR_KM = 60.0


def compare(left: Facts, right: Facts) -> Judgement | None:
    """Return the judgement on two candidates of one kind, `None` where nothing speaks for `same`.

    The order of the two does not matter. Two items of one report are never compared: the stages
    that read the report have judged that already.
    """
    if left.report == right.report or left.id == right.id:
        return None
    one, other = (left, right) if left.id < right.id else (right, left)
    if isinstance(one, Account) and isinstance(other, Account):
        return compare_accounts(one, other)
    if isinstance(one, ActorFacts) and isinstance(other, ActorFacts):
        return compare_actors(one, other)
    if isinstance(one, PlaceFacts) and isinstance(other, PlaceFacts):
        return compare_places(one, other)
    return None


def compare_accounts(left: Account, right: Account) -> Judgement | None:
    """Return the judgement on two accounts, `left` the one with the smaller id."""
    both_lead = left.is_lead and right.is_lead
    if not both_lead and _families(left).isdisjoint(_families(right)):
        return None
    reasons = tuple(reason for reason in _reasons(left, right) if reason.weight)
    score = 1 / (1 + math.exp(-_points()["start"] - sum(reason.weight for reason in reasons)))
    if score < KEPT:
        return None
    return Judgement(
        kind="account",
        left=left.id,
        right=right.id,
        verdict=verdict_of(score),
        score=round(score, 4),
        reasons=reasons,
        maker=MAKER,
    )


def verdict_of(score: float) -> Verdict:
    """Return the verdict a score stands for."""
    return "same" if score >= SAME else "unsure" if score >= UNSURE else "different"


def _families(account: Account) -> frozenset[str]:
    return _set(families_of(account.type, *account.types))


@cache
def _set(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names)


def _reasons(left: Account, right: Account) -> Iterator[Reason]:
    yield from _where(left, right)
    yield from _when(left, right)
    yield from _who(left, right)
    yield from _what(left, right)
    yield from _how_many(left, right)
    yield from _words(left, right)


def _where(left: Account, right: Account) -> Iterator[Reason]:
    here, there = (_towns(account) for account in (left, right))
    shared = [(own and others, place) for place, own in here for other, others in there if _is_same(place, other)]
    if shared:
        both, place = max(shared, key=lambda pair: pair[0])
        verb = "both in" if both else "both name"
        yield _reason("where", "same_place" if both else "named_place", f"{verb} {place.name}")
        return
    ours, theirs = ([place for place, own in side if own] or [place for place, _ in side] for side in (here, there))
    gaps = [km(*p, *q) for p in map(_point, ours) if p for q in map(_point, theirs) if q]
    if gaps and min(gaps) > _FAR_KM:
        yield _reason("where", "far_apart", f"{ours[0].name} and {theirs[0].name} lie {min(gaps):.0f} km apart")


def _towns(account: Account) -> list[tuple[PlaceTraits, bool]]:
    """Return the narrow places of an account, each with whether the words put the happening there."""
    told = [*((place, True) for place in account.places), *((place, False) for place in account.named_places)]
    return [(place, own) for place, own in told if place.kind not in _WIDE][:4]


def _is_same(left: PlaceTraits, right: PlaceTraits) -> bool:
    if left.geonames is not None and left.geonames == right.geonames:
        return True
    apart = left.country is not None and right.country is not None and left.country != right.country
    return left.name == right.name and not apart


def _point(place: PlaceTraits) -> tuple[float, float] | None:
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def _when(left: Account, right: Account) -> Iterator[Reason]:
    if left.is_dated and right.is_dated:
        gap = _gap(left, right)
        if gap == 0:
            yield _reason("when", "same_day", f"both on {left.start or left.end}")
        elif gap is not None and _is_daily(left) and _is_daily(right):
            yield _reason("when", "other_day", f"on {left.start or left.end} and on {right.start or right.end}")
        elif gap is not None and gap > 1:
            key = "days_apart" if gap <= 4 else "week_apart" if gap <= 30 else "months_apart"
            yield _reason("when", key, f"{gap} days apart ({left.start or left.end}, {right.start or right.end})")
    if left.published is None or right.published is None:
        return
    days = abs(_number(left.published) - _number(right.published))
    if days <= 5:
        key = "published_together" if days <= 1 else "published_near"
        yield _reason("when", key, f"published {days} days apart" if days else "published the same day")
    elif days > 14 and not (left.is_dated and right.is_dated):
        yield _reason("when", "undated_apart", f"published {days} days apart, and one of them does not date it")
    elif days > 30:
        yield _reason("when", "published_apart", f"published {days} days apart")


def _gap(left: Account, right: Account) -> int | None:
    """Return how many days lie between two happenings, 0 where they overlap, `None` if a side is open."""
    a = [day for day in (left.start, left.end) if day]
    b = [day for day in (right.start, right.end) if day]
    if not a or not b:
        return None
    return max(0, _number(min(b)) - _number(max(a)), _number(min(a)) - _number(max(b)))


@lru_cache(maxsize=16_384)
def _number(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()


def _who(left: Account, right: Account) -> Iterator[Reason]:
    here, there = ({*account.names, *(p.name for p in account.affected if p.is_person)} for account in (left, right))
    telling = _telling(here & there, left, right) if not here.isdisjoint(there) else []
    if telling:
        yield _reason("who", "shared_name", f"both name {', '.join(telling)}", times=len(telling))
    if not left.is_lead or not right.is_lead:
        groups = {p.name for p in (*left.acting, *left.affected)} & {p.name for p in (*right.acting, *right.affected)}
        if groups:
            yield _reason(
                "who", "same_party", f"both involve {', '.join(sorted(groups)[:2])}", times=min(2, len(groups))
            )


def _telling(shared: Iterable[str], left: Account, right: Account) -> list[str]:
    """Return the one or two names, of those that two accounts share, that tell their happening from others."""
    institutions = tuple(load_table("reconcile")["institutions"])
    counted = {place.name for account in (left, right) for place in account.all_places}
    ordered = sorted(shared, key=lambda name: (-len(name), name))
    return [name for name in ordered if not name.endswith(institutions) and name not in counted][:2]


def _is_daily(account: Account) -> bool:
    return not _set(families_of(account.type)).isdisjoint(load_table("reconcile")["daily"])


def _what(left: Account, right: Account) -> Iterator[Reason]:
    here, there = _families(left), _families(right)
    if here and there and here.isdisjoint(there) and (_is_daily(left) or _is_daily(right)):
        yield _reason("what", "other_family", f"{left.type} and {right.type}")
        return
    if left.is_lead and right.is_lead:
        return
    clear, other = (_set(account.types) - _vague() for account in (left, right))
    if clear and other and clear.isdisjoint(other):
        yield _reason("what", "other_type", f"{left.type} and {right.type}")


def _how_many(left: Account, right: Account) -> Iterator[Reason]:
    for harm in ("killed", "injured"):
        here, there = _exact(left, harm), _exact(right, harm)
        if here & there:
            yield _reason("how_many", "same_count", f"{max(here & there)} {harm} in both")
        elif here and there:
            yield _reason("how_many", "other_count", f"{max(here)} and {max(there)} {harm}")


def _exact(account: Account, harm: str) -> set[float]:
    return {
        f.low for f in account.figures if f.harm == harm and f.low is not None and f.low == f.high and not f.is_part
    }


def _words(left: Account, right: Account) -> Iterator[Reason]:
    weight, total, shared = overlap(left.terms, right.terms)
    if weight <= 0:
        return
    points = _points()
    rare = len(set(left.rare) & set(right.rare))
    gain = points["shared_words"] * math.log1p(weight) + points["share_of_words"] * weight / max(total, 3.0)
    gain += points["rare_word"] * min(4, rare)
    if not left.is_lead or not right.is_lead:
        gain = min(gain, points["few_words"])
    yield Reason(aspect="words", weight=round(gain, 2), words=f"both say {', '.join(shared[:6])}")


def _reason(aspect: str, key: str, words: str, *, times: int = 1) -> Reason:
    return Reason(aspect=aspect, weight=_points()[key] * times, words=words)  # type: ignore[arg-type]  # aspects are listed above


@cache
def _vague() -> frozenset[str]:
    return frozenset((*load_table("reconcile")["vague"], "unknown"))


@cache
def _points() -> Mapping[str, float]:
    return dict(load_table("reconcile")["points"])
