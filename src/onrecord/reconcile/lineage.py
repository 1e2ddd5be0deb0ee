"""Which report was copied or rewritten from which?

Two papers print one agency's report: one word for word, one cut and turned around. Both share whole
passages with the agency's text, and both, or only the first, credit it. Ten of them are one lineage: they
corroborate nothing. What a speaker said into many microphones is shared too, and is no copying.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.gazetteer.fold import fold
from onrecord.model.facts import ReportFacts
from onrecord.model.ids import ReportId, make_id
from onrecord.model.judgement import Reason
from onrecord.model.lineage import LineageId, LineageKind, LineageTie, SharedPassage
from onrecord.reconcile.block import days_between
from onrecord.reconcile.passages import n_own_words, quoted_spans, shared_passages
from onrecord.reconcile.sketch import agency_of

MAKER = "lineage/1"
WINDOW_DAYS = 10
"""Reports published further apart than this are never tied."""

_COPY, _REWRITE, _CREDITED = 0.5, 0.2, 0.12
"""The share of the shorter report's own words in shared passages that makes a copy, a rewrite, and a rewrite
where both credit one agency from one town."""

_PHRASE = 9
"""Fewer words in a row are a phrase of the trade: "was taken to hospital in critical condition"."""

_LONG = 24
"""So many words in a row outside quotation marks are not written twice by chance."""


def compare_reports(left: ReportFacts, right: ReportFacts, left_text: str, right_text: str) -> LineageTie | None:
    """Return how two reports hang together, `None` if they do not. The order of the two does not matter.

    Args:
        left: Facts of one report.
        right: Facts of the other.
        left_text: `Report.text` of `left`.
        right_text: `Report.text` of `right`.
    """
    if left.id > right.id:
        return compare_reports(right, left, right_text, left_text)
    apart = days_between(left.published, right.published)
    if left.id == right.id or (apart is not None and apart > WINDOW_DAYS):
        return None
    passages = shared_passages(left_text, right_text)
    if not passages:
        return None
    own = [min(n_own_words(left_text, p.left), n_own_words(right_text, p.right)) for p in passages]
    shorter = max(1, min(n_own_words(left_text), n_own_words(right_text)))
    containment = min(1.0, sum(own) / shorter)
    agency = _common_agency(left, right)
    kind = _kind(containment, max(own, default=0), agency=agency, same_town=_same_town(left, right), apart=apart)
    if kind is None and max(own) == 0 and any(q.overlaps(p.left) for q in quoted_spans(left_text) for p in passages):
        kind = "shared_quote"
    if kind is None:
        return None
    return LineageTie(
        left=left.id,
        right=right.id,
        kind=kind,
        origin=_origin(left, right) if kind != "shared_quote" else None,
        agency=agency,
        containment=round(containment, 4),
        passages=tuple(passages),
        reasons=tuple(_reasons(left, right, passages, containment=containment, longest=max(own, default=0))),
        maker=MAKER,
    )


def lineages(reports: Iterable[ReportId], ties: Iterable[LineageTie]) -> dict[ReportId, LineageId]:
    """Return the lineage of each report: copies and rewrites, and theirs in turn, are one.

    A shared quote joins nothing. A lineage is named after the report the others were taken from.
    """
    home: dict[ReportId, ReportId] = {report: report for report in sorted(set(reports))}

    def root(report: ReportId) -> ReportId:
        while home[report] != report:
            home[report] = home[home[report]]
            report = home[report]
        return report

    joining = [tie for tie in ties if tie.kind != "shared_quote" and tie.left in home and tie.right in home]
    for tie in joining:
        first, second = sorted((root(tie.left), root(tie.right)))
        home[second] = first
    groups: dict[ReportId, list[ReportId]] = defaultdict(list)
    for report in home:
        groups[root(report)].append(report)
    taken = Counter(tie.origin for tie in joining if tie.origin is not None)
    copied = Counter(side for tie in joining for side in (tie.left, tie.right) if tie.origin not in (None, side))
    heads = {first: min(group, key=lambda r: (copied[r], -taken[r], r)) for first, group in groups.items()}
    return {report: LineageId(make_id("lin", heads[root(report)])) for report in home}


def is_origin(report: ReportId, lineage: Mapping[ReportId, LineageId]) -> bool:
    """Return whether `report` is the one its lineage is named after: the one the others were taken from."""
    return lineage.get(report, make_id("lin", report)) == make_id("lin", report)


def members(lineage: Mapping[ReportId, LineageId]) -> dict[LineageId, tuple[ReportId, ...]]:
    """Return the reports of each lineage, sorted."""
    found: dict[LineageId, list[ReportId]] = defaultdict(list)
    for report in sorted(lineage):
        found[lineage[report]].append(report)
    return {key: tuple(reports) for key, reports in found.items()}


def _kind(
    containment: float, longest: int, *, agency: str | None, same_town: bool, apart: int | None
) -> LineageKind | None:
    if containment >= _COPY:
        return "copy"
    if (containment >= _REWRITE and longest >= _PHRASE) or longest >= _LONG:
        return "rewrite"
    near = apart is None or apart <= 2
    if agency is not None and near and containment >= _CREDITED and (same_town or longest >= 8):
        return "rewrite"
    return None


def _common_agency(left: ReportFacts, right: ReportFacts) -> str | None:
    """Return the agency both credit, or that one credits and the other is."""
    here, there = ({*facts.agencies, *([fold(facts.outlet)] if facts.outlet else [])} for facts in (left, right))
    shared = sorted((here & there) & {*left.agencies, *right.agencies})
    return shared[0] if shared else None


def _same_town(left: ReportFacts, right: ReportFacts) -> bool:
    return left.dateline is not None and left.dateline == right.dateline


def _origin(left: ReportFacts, right: ReportFacts) -> ReportId | None:
    """Return the report the other was taken from: the agency's own, else the one published earlier."""
    for one, other in ((left, right), (right, left)):
        own = agency_of(one.outlet) if one.outlet else None
        if own is not None and own in other.agencies and own != (agency_of(other.outlet) if other.outlet else None):
            return one.id
    if left.published is None or right.published is None or left.published == right.published:
        return None
    return left.id if left.published < right.published else right.id


def _reasons(
    left: ReportFacts, right: ReportFacts, passages: Sequence[SharedPassage], *, containment: float, longest: int
) -> Iterable[Reason]:
    agency = _common_agency(left, right)
    n_words = sum(passage.n_words for passage in passages)
    yield Reason(
        aspect="words",
        weight=round(containment, 2),
        words=f"{len(passages)} shared passages of {n_words} words, {containment:.0%} of the shorter's own words",
    )
    if longest:
        yield Reason(aspect="words", weight=longest / _LONG, words=f"{longest} words in a row outside quotation marks")
    if agency is not None:
        yield Reason(aspect="lineage", weight=1.0, words=f"both go back to {agency}")
    if _same_town(left, right):
        yield Reason(aspect="where", weight=0.5, words=f"both datelined {left.dateline}")
