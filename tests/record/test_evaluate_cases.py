"""The tables of claims and their truths: the documentation of what every measure means, run against the record."""

from __future__ import annotations

import pytest

from palmares.claims import format_claim, parse_claim
from palmares.record import Record, evaluate
from tests.record.claim_cases import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_a_claim_is_as_true_as_its_table_says(record: Record, case: Case) -> None:
    evaluation = evaluate(record, parse_claim(case.claim), as_of=case.as_of)

    assert evaluation.truth is case.truth, evaluation


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_what_is_not_known_says_why(record: Record, case: Case) -> None:
    evaluation = evaluate(record, parse_claim(case.claim), as_of=case.as_of)

    assert (evaluation.truth is None) <= bool(evaluation.lacks)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_a_case_is_in_canonical_text(case: Case) -> None:
    assert format_claim(parse_claim(case.claim)) == case.claim
