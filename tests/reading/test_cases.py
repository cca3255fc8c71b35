"""The cases of every family of sentences, and what must hold of every passage read in them."""

from __future__ import annotations

from functools import cache

import pytest

from palmares.checking import Judgement, Verdict, judge
from palmares.claims import format_claim, from_wire, parse_claim, to_wire
from palmares.reading import Document, Passage, Story, read
from palmares.record import NominationRow, Record, open_record
from tests.reading.reading_cases import CASES, Case

DECIDED = (Verdict.SUPPORTED, Verdict.REFUTED)


@cache
def shared_record() -> Record:
    """The record that ships, opened once for all cases."""
    return open_record()


@cache
def story_of(case: Case) -> Story:
    """What is read in the text of a case."""
    document = Document(text=case.text, source=case.place, title=None, date=None)
    return read(shared_record(), document, as_of=case.as_of)


def passages_of(case: Case) -> tuple[Passage, ...]:
    """The passages read in the text of a case."""
    return story_of(case).passages


def judged(case: Case, passage: Passage) -> Judgement:
    """The verdict on a passage."""
    is_body_said = story_of(case).names_body
    likely, unlikely = passage.plausible(), passage.unlikely()
    return judge(shared_record(), likely, as_of=case.as_of, unlikely=unlikely, is_body_said=is_body_said)


def outcome(case: Case) -> object:
    """What a case comes to, in the form of `expected`: of the passages on its span, the one with its claim if any."""
    if case.span is None:
        return [passage.text for passage in passages_of(case) if judged(case, passage).verdict in DECIDED]
    there = [passage for passage in passages_of(case) if (passage.start, passage.end) == case.span]
    found = [(format_claim(passage.readings[0].claim), judged(case, passage).verdict.value) for passage in there]
    wanted = (case.claim, case.verdict)
    return wanted if wanted in found else found or [passage.text for passage in passages_of(case)]


def expected(case: Case) -> object:
    """What a case asks for: its claim and verdict, or that nothing is read that could be supported or refuted."""
    return [] if case.span is None else (case.claim, case.verdict)


@pytest.mark.parametrize("case", [case for case in CASES if not case.is_gap], ids=str)
def test_a_sentence_reads_and_is_judged_as_its_case_says(case: Case) -> None:
    actual = outcome(case)

    assert actual == expected(case)


@pytest.mark.parametrize("case", [case for case in CASES if case.is_gap], ids=str)
def test_a_known_gap_is_still_a_gap(case: Case) -> None:
    actual = outcome(case)

    assert actual != expected(case), "it reads now: take the mark away"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_passage_quotes_its_text_and_its_claims_round_trip(case: Case) -> None:
    found = passages_of(case)
    claims = [reading.claim for passage in found for reading in passage.readings]

    assert [passage.text for passage in found] == [case.text[passage.start : passage.end] for passage in found]
    assert [parse_claim(format_claim(claim)) for claim in claims] == claims
    assert [from_wire(to_wire(claim)) for claim in claims] == claims


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_verdict_rests_on_rows_known_on_the_day_and_is_the_same_again(case: Case) -> None:
    first = [judged(case, passage) for passage in passages_of(case)]
    again = [judged(case, passage) for passage in story_of.__wrapped__(case).passages]
    rows = [row for judgement in first for row in judgement.evidence if isinstance(row, NominationRow)]

    assert first == again
    assert [row for row in rows if row.announced > case.as_of] == []
