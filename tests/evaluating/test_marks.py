"""What counts as right, on answers made by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from palmares.evaluating import Asked, Criterion, Label, Mark, Spoken
from palmares.evaluating.answers import Answer, Heard, Span
from palmares.evaluating.marks import is_covered, is_right, marks_of, plain
from tests.evaluating.making import TEXT, labelled, said


def counts(marks: Iterable[Mark]) -> dict[Criterion, tuple[int, int]]:
    """How many are right, and of how many, by criterion."""
    right: Counter[Criterion] = Counter()
    total: Counter[Criterion] = Counter()
    for mark in marks:
        right[mark.criterion] += mark.is_right
        total[mark.criterion] += 1
    return {criterion: (right[criterion], total[criterion]) for criterion in total}


@pytest.mark.parametrize(
    ("label", "claim", "covered"),
    [
        (Span(0, 10), Span(0, 10), True),
        (Span(0, 10), Span(5, 15), True),
        (Span(0, 10), Span(6, 16), False),
        (Span(0, 100), Span(98, 102), True),
        (Span(0, 100), Span(99, 103), False),
        (Span(0, 10), Span(10, 20), False),
    ],
)
def test_a_claim_covers_a_label_by_half_of_the_shorter_span(label: Span, claim: Span, covered: bool) -> None:
    assert is_covered(label, claim) is covered


@pytest.mark.parametrize(
    ("label", "called", "right"),
    [
        ("refuted", ["refuted"], True),
        ("refuted", ["imprecise"], True),
        ("refuted", ["supported", "refuted"], True),
        ("refuted", ["supported"], False),
        ("refuted", [], False),
        ("imprecise", ["imprecise"], True),
        ("imprecise", ["supported"], False),
        ("supported", ["supported"], True),
        ("supported", ["imprecise", "unverifiable"], True),
        ("supported", ["supported", "refuted"], False),
        ("supported", ["unverifiable"], False),
        ("supported", [], False),
        ("unverifiable", [], True),
        ("unverifiable", ["unverifiable", "imprecise"], True),
        ("none", ["supported"], False),
        ("none", ["refuted"], False),
    ],
)
def test_verdicts_suit_a_label_or_not(label: str, called: list[str], right: bool) -> None:
    assert is_right(label, called) is right


def test_each_criterion_counts_its_own_labels() -> None:
    asked = labelled(
        Label("aaaa", "refuted", "tally"),
        Label("bbbb", "supported", "outcome"),
        Label("cccc", "unverifiable", "expectation"),
        Label("dddd", "none", "not a claim"),
    )
    answer = Answer(TEXT, (said("aaaa", "refuted"), said("bbbb", "supported"), said("dddd", "supported")))

    found = counts(marks_of(asked, answer))

    assert found == {
        Criterion.FLAG_PRECISION: (1, 1),
        Criterion.ERROR_RECALL: (1, 1),
        Criterion.CONFIRM_RECALL: (1, 1),
        Criterion.ABSTENTION: (1, 2),
        Criterion.ACCURACY: (3, 4),
    }


def test_a_flag_on_a_true_claim_or_on_none_at_all_is_wrong() -> None:
    asked = labelled(Label("aaaa", "imprecise", "event"), Label("bbbb", "supported", "outcome"))
    answer = Answer(TEXT, tuple(said(words, "refuted") for words in ("aaaa", "bbbb", "cccc")))

    marks = marks_of(asked, answer)

    flags = {mark.family: mark.is_right for mark in marks if mark.criterion is Criterion.FLAG_PRECISION}
    assert flags == {"event": True, "outcome": False, "unlabelled": False}


def test_a_label_outside_the_text_is_missed_when_a_claim_and_kept_when_none() -> None:
    asked = labelled(Label("zzzz", "supported", "outcome"), Label("yyyy", "none", "not a claim"))

    found = counts(marks_of(asked, Answer(TEXT, (said("aaaa", "supported"),))))

    assert found == {Criterion.CONFIRM_RECALL: (0, 1), Criterion.ABSTENTION: (1, 1), Criterion.ACCURACY: (1, 2)}


@pytest.mark.parametrize(
    ("labelled_speaker", "speaker", "named"),
    [("Ff", "Ff", 1), ("Ff", "Gg", 0), ("Ff", "", 0), ("", "", 1), ("", "Ff", 0)],
)
def test_a_quotation_is_found_with_or_without_its_speaker(labelled_speaker: str, speaker: str, named: int) -> None:
    start = TEXT.index("eeee")
    answer = Answer(TEXT, (), (Heard(Span(start - 1, start + 5), speaker),))

    found = counts(marks_of(labelled(spoken=(Spoken("eeee", labelled_speaker),)), answer))

    assert found == {Criterion.QUOTES_FOUND: (1, 1), Criterion.QUOTES_WITH_SPEAKER: (named, 1)}


def test_a_quotation_that_is_not_found_has_no_speaker_either() -> None:
    found = counts(marks_of(labelled(spoken=(Spoken("eeee", ""),)), Answer(TEXT, ())))

    assert found == {Criterion.QUOTES_FOUND: (0, 1), Criterion.QUOTES_WITH_SPEAKER: (0, 1)}


def test_names_differ_by_letters_only() -> None:
    assert plain("J.K.  Élan-Ångström") == plain("j k elan angstrom")


def test_each_wrong_label_is_told_once_with_what_was_said() -> None:
    claim = said("aaaa", "supported")

    marks = marks_of(labelled(Label("aaaa", "refuted", "tally", "three")), Answer(TEXT, (claim,)))

    told = [mark for mark in marks if mark.asked is not None]
    asked = Asked("aaaa", "refuted", truth="three")
    assert told == [Mark("d", Criterion.ACCURACY, "tally", False, asked, (claim,))]
