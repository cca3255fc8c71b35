"""Explanations as readers meet them, one for every way to be judged; they name the evidence and never scold."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from palmares.checking import Looseness, Reason, judge
from palmares.claims import parse_claim
from palmares.record import Record
from palmares.telling import explain
from palmares.telling.explain import REASONS
from tests.record.claim_cases import CASES
from tests.telling.snapshots import TOLD, snapshot

SCOLDING = re.compile(r"\b(wrong|false|incorrect|mistake|error|should have|actually|in fact|claim)\b", re.IGNORECASE)


def test_every_reason_and_looseness_has_words() -> None:
    assert set(REASONS) == {*(reason.value for reason in Reason), *(looseness.value for looseness in Looseness)}


def test_the_explanations_that_are_kept_read_well(record: Record) -> None:
    lines = []
    for day, claim in TOLD:
        as_of = dt.date.fromisoformat(day)
        judgement = judge(record, [parse_claim(claim)], as_of=as_of)
        lines.append(f"{judgement.verdict}: {claim}\n    {explain(record, judgement, as_of=as_of)}\n")
    told = "".join(lines)

    assert told == snapshot("explanations.txt", told)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_an_explanation_is_of_one_to_three_sentences_and_never_scolds(record: Record, case: object) -> None:
    judgement = judge(record, [parse_claim(case.claim)], as_of=case.as_of)

    words = explain(record, judgement, as_of=case.as_of)

    assert words.endswith((".", ".”")), words
    assert not SCOLDING.search(words), words
    assert len(words) < 900, words


def test_a_nomination_before_the_ceremony_is_told_without_its_outcome(record: Record) -> None:
    day = dt.date(2025, 2, 1)
    judgement = judge(
        record, [parse_claim("exists(oscars/97 category actress person mikey-madison) = true")], as_of=day
    )

    words = explain(record, judgement, as_of=day)

    assert words == "Mikey Madison was nominated for Best Actress at the 97th Academy Awards for “Anora”."
