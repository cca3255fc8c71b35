"""Claims inside quotations: read apart from the text round them, and known for the speaker's."""

from __future__ import annotations

import datetime as dt

import pytest

from palmares.claims import format_claim
from palmares.reading import Story, make_document, read
from palmares.record import Record

AS_OF = dt.date(2025, 3, 3)


def told(record: Record, text: str) -> Story:
    """The story of a text, on the day after the 97th Academy Awards."""
    return read(record, make_document(text, source="text"), as_of=AS_OF)


def test_a_claim_in_a_quotation_is_the_speakers(record: Record) -> None:
    story = told(record, "“Anora” won six Oscars. “Demi Moore won the Oscar for best actress,” said Tansy Oduya.")

    said = {passage.text: story.quote_over(passage) for passage in story.passages}

    assert said["“Anora” won six Oscars"] is None
    quote = said["Demi Moore won the Oscar for best actress"]
    assert quote is not None
    assert quote.speaker == "Tansy Oduya"


def test_a_pronoun_in_a_quotation_is_nobody_outside_it(record: Record) -> None:
    story = told(record, "Mikey Madison won the Oscar. “She won an Oscar for ‘Ghost’ as well,” said Tansy Oduya.")

    assert [passage.text for passage in story.passages if story.quote_over(passage)] == []


def test_a_pronoun_in_a_quotation_is_somebody_named_in_it(record: Record) -> None:
    story = told(record, "“I met Demi Moore. She was nominated for the Oscar for best actress,” said Tansy Oduya.")

    (passage,) = story.passages

    assert "person demi-moore" in format_claim(passage.readings[0].claim)


@pytest.mark.parametrize(
    "words",
    [
        "“Mikey Madison should have won the Oscar,” said Tansy Oduya.",
        "“Did Demi Moore win the Oscar for best actress?” asked Tansy Oduya.",
        "“If Demi Moore had won the Oscar for best actress I would have wept,” said Tansy Oduya.",
        "“About time,” said Tansy Oduya.",
    ],
)
def test_what_a_speaker_does_not_state_is_no_claim(record: Record, words: str) -> None:
    assert told(record, words).passages == ()
