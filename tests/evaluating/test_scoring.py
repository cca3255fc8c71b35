"""A score: its rates by family, what is counted beside them, and the readings that come with its misses."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from palmares.evaluating import Criterion, Label, Labelled, Rate, Spoken, score
from palmares.evaluating.answers import Answer, answer
from palmares.evaluating.marks import marks_of
from palmares.evaluating.scoring import tabulate
from palmares.reading import Document
from palmares.record import Record
from tests.evaluating.making import TEXT, labelled, said

MORNING = dt.date(2025, 3, 3)
STORY = "Anora won six Oscars. Conclave won best adapted screenplay at the 97th Academy Awards."
SIX = Label("Anora won six Oscars", "supported", "tally")


def story(*labels: Label, text: str = STORY) -> Labelled:
    return Labelled("story", Document(text, "story", None, None), MORNING, labels)


def test_rates_are_told_overall_and_by_family() -> None:
    asked = labelled(Label("aaaa", "supported", "tally"), Label("bbbb", "supported", "outcome"))
    marks = list(marks_of(asked, Answer(TEXT, (said("aaaa", "supported"),))))

    rates = tabulate(marks, seed=97)[Criterion.CONFIRM_RECALL]

    assert list(rates) == ["all", "outcome", "tally"]
    assert rates == {
        "all": Rate(1, 2, 0.5, 0.5, 0.5),
        "outcome": Rate(0, 1, 0.0, 0.0, 0.0),
        "tally": Rate(1, 1, 1.0, 1.0, 1.0),
    }


def test_quotations_are_of_no_family() -> None:
    marks = list(marks_of(labelled(spoken=(Spoken("eeee", "Ff"),)), Answer(TEXT, ())))

    assert list(tabulate(marks, seed=97)[Criterion.QUOTES_FOUND]) == ["all"]


def test_a_score_counts_what_palmares_says_of_a_document(record: Record) -> None:
    asked = story(
        replace(SIX, verdict="refuted"), Label("Conclave won best adapted screenplay", "supported", "outcome")
    )

    found = score(record, [asked])

    assert (found.documents, found.labels, found.quotes, found.misses) == (1, 2, 0, ())
    assert found.rates[Criterion.ACCURACY]["all"] == Rate(2, 2, 1.0, 1.0, 1.0)


def test_of_a_document_that_is_declined_nothing_is_said(record: Record) -> None:
    asked = replace(story(SIX, Label("Conclave", "none", "not a claim")), declined="this looks like French")

    found = score(record, [asked])

    assert found.declined == {"story": "this looks like French"}
    assert found.rates[Criterion.ACCURACY]["all"] == Rate(1, 2, 0.5, 0.5, 0.5)


def test_labels_outside_the_text_are_counted(record: Record) -> None:
    assert score(record, [story(Label("Most read", "none", "not a claim"))]).outside == 1


def test_a_miss_comes_with_the_readings_that_led_to_it(record: Record) -> None:
    found = score(record, [story(SIX)], has_readings=True)

    claim = next(miss for miss in found.misses if miss.criterion is Criterion.ACCURACY).said[0]
    meant = next(looked for looked in claim.looked if looked.canonical == claim.canonical)
    assert (meant.truth, meant.left, meant.lacks) == (False, "5", ())


def test_the_readings_of_a_true_claim_end_with_the_one_that_holds(record: Record) -> None:
    claims = answer(record, story(), has_readings=True).claims

    supported = [claim for claim in claims if claim.verdict == "supported"]
    assert supported
    assert [claim.looked[-1].truth for claim in supported] == [True] * len(supported)


def test_readings_are_told_only_when_asked_for(record: Record) -> None:
    assert [claim.looked for claim in answer(record, story()).claims] == [(), ()]


def test_the_order_of_labels_does_not_change_a_score(record: Record) -> None:
    labels = (SIX, Label("Conclave won best adapted screenplay", "supported", "outcome"))

    assert score(record, [story(*labels)]).rates == score(record, [story(*reversed(labels))]).rates
