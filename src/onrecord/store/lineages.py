"""Which reports go back to one text, on file.

All functions that write must run inside a transaction of the store.
"""

import json
from collections.abc import Iterable, Mapping

from onrecord.model.ids import ReportId
from onrecord.model.lineage import LineageId, LineageKind, LineageTie
from onrecord.model.plain import from_plain, to_plain
from onrecord.store.base import Store
from onrecord.store.facts import portions


def put_tie(store: Store, tie: LineageTie) -> None:
    """Keep that two reports hang together, with the passages that show it."""
    store.write(
        "INSERT OR REPLACE INTO lineage_tie (left_report, right_report, kind, body) SELECT a.key, b.key, ?, ?"
        " FROM report AS a, report AS b WHERE a.id = ? AND b.id = ?",
        (tie.kind, json.dumps(to_plain(tie), ensure_ascii=False), tie.left, tie.right),
    )


def ties_of(store: Store, report: int) -> list[LineageTie]:
    """Return the ties of the report with the key `report`."""
    rows = store.query(
        "SELECT body FROM lineage_tie WHERE left_report = ?1 OR right_report = ?1 ORDER BY left_report, right_report",
        (report,),
    )
    return [from_plain(LineageTie, json.loads(row["body"])) for row in rows]


def family(store: Store, reports: Iterable[int]) -> dict[int, ReportId]:
    """Return `reports`, by key, and all that go back to the same text over any number of ties or versions."""
    found, front = set(reports), sorted(reports)
    while front:
        near: set[int] = set()
        for some in portions(front):
            marks = ", ".join("?" * len(some))
            for sql in (
                f"SELECT right_report FROM lineage_tie WHERE left_report IN ({marks}) AND kind <> 'shared_quote'",
                f"SELECT left_report FROM lineage_tie WHERE right_report IN ({marks}) AND kind <> 'shared_quote'",
                f"SELECT previous FROM report WHERE key IN ({marks}) AND previous IS NOT NULL",
                f"SELECT key FROM report WHERE previous IN ({marks})",
            ):
                near.update(row[0] for row in store.query(sql, some))
        front = sorted(near - found)
        found |= near
    ids: dict[int, ReportId] = {}
    for some in portions(sorted(found)):
        marks = ", ".join("?" * len(some))
        rows = store.query(f"SELECT key, id FROM report WHERE key IN ({marks})", some)
        ids.update((row["key"], row["id"]) for row in rows)
    return ids


def bonds(store: Store, reports: Iterable[int]) -> list[LineageTie]:
    """Return who among `reports` is of one lineage, without the passages: copies, rewrites, versions of one page."""
    found: list[LineageTie] = []
    for some in portions(sorted(reports)):
        marks = ", ".join("?" * len(some))
        rows = store.query(
            "SELECT a.id, b.id, kind, json_extract(body, '$.origin') FROM lineage_tie"
            " JOIN report AS a ON a.key = left_report"
            f" JOIN report AS b ON b.key = right_report WHERE left_report IN ({marks}) AND kind <> 'shared_quote'"
            " UNION ALL SELECT min(a.id, b.id), max(a.id, b.id), 'rewrite', b.id FROM report AS a"
            f" JOIN report AS b ON b.key = a.previous WHERE a.key IN ({marks})",
            (*some, *some),
        )
        found += [_bond(*row) for row in rows]
    return found


def _bond(left: str, right: str, kind: LineageKind, origin: str | None) -> LineageTie:
    return LineageTie(
        left=ReportId(left), right=ReportId(right), kind=kind,
        origin=None if origin is None else ReportId(origin), agency=None, containment=0.0, passages=(),
        reasons=(), maker="",
    )  # fmt: skip


def put_lineages(store: Store, lineage: Mapping[int, LineageId]) -> set[int]:
    """Keep the lineage of each report and return the keys of those whose lineage has changed."""
    before = lineages_of(store, lineage)
    changed = {report for report, name in lineage.items() if before.get(report) != name}
    store.write_many(
        "INSERT INTO lineage (report, id) VALUES (?1, ?2) ON CONFLICT (report) DO UPDATE SET id = ?2",
        [(report, lineage[report]) for report in sorted(changed)],
    )
    return changed


def lineages_of(store: Store, reports: Iterable[int]) -> dict[int, LineageId]:
    """Return the lineage of each of `reports` that has one, by key."""
    found: dict[int, LineageId] = {}
    for some in portions(sorted(reports)):
        marks = ", ".join("?" * len(some))
        rows = store.query(f"SELECT report, id FROM lineage WHERE report IN ({marks})", some)
        found.update((row["report"], row["id"]) for row in rows)
    return found


def by_id(store: Store, reports: Iterable[ReportId]) -> dict[ReportId, LineageId]:
    """Return the lineage of each of `reports` that has one, by id."""
    found: dict[ReportId, LineageId] = {}
    for some in portions(sorted(reports)):
        marks = ", ".join("?" * len(some))
        rows = store.query(
            f"SELECT report.id, lineage.id AS lineage FROM report JOIN lineage ON lineage.report = report.key"
            f" WHERE report.id IN ({marks})",
            some,
        )
        found.update((row["id"], row["lineage"]) for row in rows)
    return found
