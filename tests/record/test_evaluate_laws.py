"""Laws of evaluation, over all claims of the tables: time, coverage, evidence, and the tables of evaluation
themselves."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from palmares.claims import CONSTRAINTS, MEASURES, NODES, SELECTIONS, Compare, Hole, Trait, Which, parse_claim, walk
from palmares.record import NominationRow, Record, evaluate
from palmares.record.extremes import ENDS
from palmares.record.measures import MEASURES as MEASURE_TABLE
from palmares.record.select import CONSTRAINTS_SQL
from palmares.record.selections import RELATIONS
from palmares.record.shortfalls import SHORTFALLS
from palmares.record.traits import TRAITS_SQL
from tests.record.claim_cases import CASES, Case
from tests.record.shadow import shadowed, with_rows

CAPS = (25, 100)
"""How many rows of a count and of any other witness are shown at most."""


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        (CONSTRAINTS_SQL, CONSTRAINTS),
        (RELATIONS, SELECTIONS),
        (SHORTFALLS, SELECTIONS),
        (MEASURE_TABLE, MEASURES),
        (TRAITS_SQL, Trait),
        (ENDS, Which),
    ],
)
def test_a_table_of_evaluation_has_an_entry_for_every_node(
    table: dict[object, object], wanted: tuple[object, ...]
) -> None:
    assert set(table) == set(wanted)


def test_the_cases_use_every_node_but_holes() -> None:
    used = {type(node) for case in CASES for node in walk(parse_claim(case.claim))}

    assert set(NODES) - used == {Hole}


def test_the_cases_reach_many_bodies_and_every_truth() -> None:
    truths = Counter(case.truth for case in CASES)

    assert min(truths[truth] for truth in (True, False, None)) > 25


@pytest.mark.parametrize("day", sorted({case.as_of for case in CASES if case.as_of.year < 2027}))
def test_rows_dated_after_the_day_change_nothing(record: Record, day: dt.date) -> None:
    past = shadowed(
        record,
        {
            "edition": f"SELECT * FROM main.edition WHERE announced <= '{day}' OR award = 'oscars'",
            "nomination": f"SELECT * FROM main.nomination WHERE announced <= '{day}'",
        },
    )
    cases = [case for case in CASES if case.as_of == day]

    assert [truth(past, case) for case in cases] == [truth(record, case) for case in cases]


def test_without_coverage_a_truth_stays_or_is_not_known(record: Record) -> None:
    bare = shadowed(record, {"coverage": "SELECT * FROM main.coverage WHERE 0"})

    assert [case for case in CASES if truth(bare, case) not in (truth(record, case), None)] == []


def test_without_the_coverage_of_nominees_a_truth_stays_or_is_not_known(record: Record) -> None:
    columns = "award, category, winners_from, winners_to, NULL AS nominees_from, NULL AS nominees_to, winners_except,"
    bare = shadowed(
        record, {"coverage": f"SELECT {columns} '' AS nominees_except, people_missing, reason FROM main.coverage"}
    )

    assert [case for case in CASES if truth(bare, case) not in (truth(record, case), None)] == []


def test_the_evidence_alone_gives_the_same_truth_where_all_of_it_is_shown(record: Record) -> None:
    other = []
    for case in CASES:
        evaluation = evaluate(record, parse_claim(case.claim), as_of=case.as_of)
        rows = [row.row for row in evaluation.rows if isinstance(row, NominationRow)]
        if (
            evaluation.truth is not None
            and len(rows) not in CAPS
            and truth(with_rows(record, rows), case) != evaluation.truth
        ):
            other.append(case)

    assert other == []


def test_the_same_claim_has_the_same_evaluation_whatever_was_asked_before(record: Record) -> None:
    first, second = shadowed(record, {}), shadowed(record, {})
    forwards = [evaluate(first, parse_claim(case.claim), as_of=case.as_of) for case in CASES]
    backwards = [evaluate(second, parse_claim(case.claim), as_of=case.as_of) for case in reversed(CASES)]

    assert forwards == backwards[::-1]


def truth(record: Record, case: Case) -> bool | None:
    """Whether a case's claim holds on a record."""
    claim = parse_claim(case.claim)
    assert isinstance(claim, Compare)
    return evaluate(record, claim, as_of=case.as_of).truth
