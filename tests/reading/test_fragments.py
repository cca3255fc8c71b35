"""Words that no rule reads: told where the record bears them out, and never called wrong."""

from __future__ import annotations

import datetime as dt

import pytest

from palmares.reading import make_document
from palmares.record import Record
from palmares.telling import check_document

CANNES = (
    dt.date(2011, 12, 20),
    "Nicolas Winding Refn was best director at the 2011 Cannes festival, and Kirsten Dunst actress, for {}.",
)
LIST = (dt.date(2018, 3, 5), "The Oscars were handed out on Sunday.\n\nDocumentary: {}. Animated feature: {}.")
BEATEN = (dt.date(2019, 2, 25), "Olivia Colman held off Glenn Close, with {} also beaten.")
NUMBERS = (
    dt.date(2018, 3, 5),
    "A night of crafts: for “Dunkirk” {} of them, and {} in all for “The Shape of Water”.",
)


def told(record: Record, story: tuple[dt.date, str], *words: str) -> list[tuple[str, str]]:
    """What is said of a text with these words in it: each stretch that no rule reads, and its verdict."""
    as_of, text = story
    report = check_document(record, make_document(text.format(*words), source="test"), as_of=as_of)
    return [(claim.passage.text, claim.verdict.value) for claim in report.claims if claim.rule.startswith("fragments/")]


@pytest.mark.parametrize(
    ("story", "right", "confirmed"),
    [
        (CANNES, ["“Melancholia”"], ["Kirsten Dunst actress", "for “Melancholia”"]),
        (LIST, ["“Icarus”", "“Coco”"], ["“Icarus”", "“Coco”"]),
        (BEATEN, ["Lady Gaga"], ["with Lady Gaga also beaten"]),
        (NUMBERS, ["three", "four"], ["for “Dunkirk” three of them", "four in all for “The Shape of Water”"]),
    ],
)
def test_what_the_record_bears_out_is_told(
    record: Record, story: tuple[dt.date, str], right: list[str], confirmed: list[str]
) -> None:
    assert told(record, story, *right) == [(words, "supported") for words in confirmed]


@pytest.mark.parametrize(
    ("story", "wrong", "confirmed"),
    [
        (CANNES, ["“The Artist”"], ["Kirsten Dunst actress"]),
        (LIST, ["“Faces Places”", "“Loving Vincent”"], []),
        (BEATEN, ["Toni Collette"], []),
        (NUMBERS, ["five", "six"], []),
    ],
)
def test_of_what_the_record_does_not_bear_out_nothing_is_said(
    record: Record, story: tuple[dt.date, str], wrong: list[str], confirmed: list[str]
) -> None:
    assert told(record, story, *wrong) == [(words, "supported") for words in confirmed]


@pytest.mark.parametrize(
    "text",
    [
        "If Kirsten Dunst, actress, had won, nobody would have minded.",
        "Was it Kirsten Dunst, actress, for “Melancholia”?",
        "Olivia Colman held off Glenn Close, with no word of Lady Gaga, who was not to be nominated.",
    ],
)
def test_a_condition_a_question_and_a_denial_are_left_alone(record: Record, text: str) -> None:
    assert told(record, (dt.date(2019, 2, 25), text)) == []
