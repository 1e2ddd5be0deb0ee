"""Scores reports of shootings grouped by incident, and each incident's killed and injured, beside the archive's record.

Every report is read with its title on top. A report's group is its lead's entry; an incident's number is what most
of its reports give as their toll (`reconcile.toll.leading`), the least between as many. It is scored where a report
states the archive's number (`gva.states`).
"""

import json
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

from onrecord.model.facts import Account, AccountId
from onrecord.model.figure import Harm, Number
from onrecord.model.ids import ReportId
from onrecord.model.record import Record
from onrecord.reconcile.accounts import accounts_of
from onrecord.reconcile.cluster import cluster
from onrecord.reconcile.compare import compare
from onrecord.reconcile.named import toll_of
from onrecord.reconcile.toll import leading
from onrecord.scoring.gva import RecordReader, states
from onrecord.scoring.incidents import alone, by_town_and_week, count_scores, grouping_scores
from onrecord.scoring.score import Score
from onrecord.store.facts import MOST_SHARERS

_HARMS: tuple[Harm, ...] = ("killed", "injured")
_STEP, _FAST = 4, 24
_LONGEST = 10_000


def gva_incident_scores(folder: Path, read: RecordReader, *, fast: bool = False) -> tuple[Score, ...]:
    """Return the scores on every fourth incident of `folder` with all its reports; every 24th when `fast`."""
    docs = [json.loads(line) for line in (folder / "gva_docs_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    lines = (folder / "gva_incidents_dev.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {row["incident_uri"]: row for row in map(json.loads, lines)}
    chosen = sorted({doc["incident"] for doc in docs})[:: _FAST if fast else _STEP]
    kept = [doc for doc in docs if doc["incident"] in set(chosen) and len(doc["text"].strip()) >= 30]
    records = {f"{n:05}": read(text_of(doc), doc["dct"]) for n, doc in enumerate(kept)}
    return incident_scores(records, {f"{n:05}": doc for n, doc in enumerate(kept)}, gold)


def text_of(doc: Mapping[str, Any]) -> str:
    """Return a report's text with its title on top, cut where it is very long."""
    return f"{doc['title'].strip()}\n\n{doc['text'][:_LONGEST]}"


def incident_scores(
    records: Mapping[str, Record], docs: Mapping[str, Mapping[str, Any]], gold: Mapping[str, Mapping[str, Any]]
) -> tuple[Score, ...]:
    """Return the scores of reports already read, by any names of theirs."""
    leads = {key: _lead(record, key) for key, record in records.items()}
    wanted: dict[str, Hashable] = {key: docs[key]["incident"] for key in records}
    baselines = {"alone": alone(list(records)), "same city and week": by_town_and_week(leads)}
    told: dict[str, dict[str, Number | None]] = defaultdict(dict)
    for harm in _HARMS:
        for incident in {str(wanted[key]) for key in records}:
            mine = [key for key in sorted(records) if wanted[key] == incident]
            number = gold[incident][f"num_{harm}"]
            if number and any(states(text_of(docs[key]), number, harm) for key in mine):
                tolls = [toll for key in mine if (toll := toll_of(records[key], harm)) is not None]
                told[incident][harm] = next(iter(leading(tolls)), None)
    right: dict[str, dict[str, int]] = {key: {harm: row[f"num_{harm}"] for harm in _HARMS} for key, row in gold.items()}
    return (*grouping_scores(_groups(leads), wanted, baselines=baselines), *count_scores(told, right))


def _lead(record: Record, key: str) -> Account:
    """Return the lead account under ids of its own: one text may stand in the corpus twice."""
    lead = next(account for account in accounts_of(record) if account.is_lead)
    return replace(lead, id=AccountId(key), report=ReportId(key))


def _groups(leads: Mapping[str, Account]) -> dict[str, Hashable]:
    by_key: dict[str, list[str]] = defaultdict(list)
    for key in sorted(leads):
        for block in leads[key].keys:
            by_key[block].append(key)
    pairs = {pair for keys in by_key.values() if len(keys) <= MOST_SHARERS for pair in combinations(keys, 2)}
    judged = (compare(leads[left], leads[right]) for left, right in sorted(pairs))
    clusters = cluster(leads, (judgement for judgement in judged if judgement is not None))
    return {key: number for number, members in enumerate(clusters) for key in members}
