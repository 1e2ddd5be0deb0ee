"""What was changed behind the ledger's back is found, though it carries no hash: it would not be made now."""

from collections.abc import Iterator

import pytest

from onrecord.flows.add import Incoming, add_all
from onrecord.flows.failure import Failure
from onrecord.flows.reconcile import reconcile
from onrecord.flows.verify import Count, verify
from onrecord.flows.verify_made import made_again
from onrecord.store.memory import MemoryStore
from reconcile.marked import worded


@pytest.fixture(scope="module")
def whole() -> Iterator[MemoryStore]:
    with MemoryStore() as store:
        list(add_all(store, (Incoming(record=record, data=None) for record in worded().values()), at_once=50))
        list(reconcile(store))
        yield store


LARGEST = "(SELECT id FROM entry ORDER BY n_accounts DESC LIMIT 1)"


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE entry SET n_lineages = 99 WHERE n_reports > 6", "entry"),
        ("UPDATE entry SET place = 'elsewhere' WHERE n_reports > 6", "entry"),
        (f"DELETE FROM dispute WHERE entry = {LARGEST}", "dispute"),
        ("UPDATE statement SET body = replace(body, '\"low\": 17', '\"low\": 7')", "statement"),
        ("UPDATE statement SET account = NULL WHERE account IS NOT NULL", "statement"),
        ("UPDATE judgement SET score = 0.1, verdict = 'different' WHERE kind = 'account'", "would be judged"),
        (f"UPDATE account SET entry = 'entry-x' WHERE entry = {LARGEST}", "is in the entry"),
        ("INSERT INTO entry SELECT 'entry-x', type, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 1, 1, 0, 1 FROM entry LIMIT 1",
         "no account is in this entry"),
        ("UPDATE lineage SET id = 'lin-x' WHERE report = (SELECT min(report) FROM lineage)", "is of lineage"),
        ("UPDATE identity SET cluster = 'x' WHERE kind = 'actor'", "is one with"),
        ("UPDATE series SET n_statements = n_statements + 1", "series"),
        ("UPDATE voice SET n_lines = n_lines + 1", "voice"),
        ("UPDATE move SET made_on = NULL", "move"),
        ("UPDATE blame SET body = replace(body, 'true', 'false')", "blame"),
        ("UPDATE line SET body = replace(body, 'said', 'denied')", "line"),
        ("UPDATE facts SET body = '[]' WHERE kind = 'report'", "facts"),
    ],
)  # fmt: skip
def test_what_was_tampered_with_is_named(sql: str, named: str, whole: MemoryStore) -> None:
    found = tampered(whole, sql)
    assert any(named in f"{failure.item} {failure.reason}" for failure in found)
    assert list(verify(whole, Count())) == []


def tampered(store: MemoryStore, sql: str) -> list[Failure]:
    """Return what is found after `sql`, which is undone again."""
    store.write("SAVEPOINT tampering")
    store.write(sql)
    found = list(made_again(store))
    store.write("ROLLBACK TO tampering")
    store.write("RELEASE tampering")
    return found
