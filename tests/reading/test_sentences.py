"""Cutting a text into paragraphs and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmares.reading.sentences import LONGEST_SENTENCE, Stretch, abbreviations, paragraphs, stretches

LONG = "The curtain rose a little late on a night that nobody in the stalls had hurried to reach"
MARKS = ("The night was long", ". ", "! ", "? ", "… ", "\n", "\n\n", "- ", "1. ", "Mr. ", "J. ", "”", '" ', " ", "…")
PIECES = st.lists(st.sampled_from(MARKS)).map("".join)


def sentences(text: str) -> list[str]:
    """The text of each sentence."""
    return [text[piece.start : piece.end] for piece in stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One night. Another night.", ["One night.", "Another night."]),
        ("Was it late? It was! Very.", ["Was it late?", "It was!", "Very."]),
        ("“It is late.” She left.", ["“It is late.”", "She left."]),
        ('He said, "It is late." She left.', ['He said, "It is late."', "She left."]),
        ("The gala (in March.) The day after.", ["The gala (in March.)", "The day after."]),
        ("No end here", ["No end here"]),
    ],
)
def test_a_sentence_ends_at_its_mark_and_takes_the_closing_quote(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ferris left on Feb. 25 with Ms. Ode.",
        "Otis Vane Jr. took the stage.",
        "J. R. Ode and F. W. Lund sat apart.",
        "The show ran 3.5 hours.",
        "The U.S. Supreme Court was closed.",
        "It was… late.",
    ],
)
def test_an_abbreviation_an_initial_or_a_decimal_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", ["So did I. Then we left.", "It was he. He left."])
def test_a_pronoun_at_the_end_is_no_initial(text: str) -> None:
    assert len(sentences(text)) == 2


def test_a_mark_before_a_small_letter_ends_no_sentence() -> None:
    assert sentences("Yahoo! was there, and so was I.") == ["Yahoo! was there, and so was I."]


def test_a_short_line_ends_a_paragraph_and_a_long_one_does_not() -> None:
    assert sentences(f"A headline\n{LONG}\nin their cabs.") == ["A headline", f"{LONG}\nin their cabs."]


def test_every_item_of_a_list_is_a_paragraph() -> None:
    text = f"{LONG}:\n- the first prize of all\n- the second prize of all"

    assert [piece.paragraph for piece in stretches(text)] == [0, 1, 2]


def test_sentences_of_one_paragraph_share_its_number() -> None:
    text = f"{LONG}. It was late.\n\nThen it was early."

    assert [piece.paragraph for piece in stretches(text)] == [0, 0, 1]


def test_nothing_is_cut_from_an_empty_text() -> None:
    assert stretches(" \n\n \t") == []


def test_abbreviations_are_written_small_and_without_their_stop() -> None:
    assert {word for word in abbreviations() if word != word.lower() or word.endswith(".")} == set()


@given(st.one_of(st.text(), PIECES))
def test_sentences_lie_in_order_within_the_text(text: str) -> None:
    cut = stretches(text)
    places = [place for piece in cut for place in (piece.start, piece.end)]

    assert places == sorted(places)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in cut)


@given(st.one_of(st.text(), PIECES))
def test_no_letter_is_left_out_of_the_sentences(text: str) -> None:
    kept = "".join(sentences(text))

    assert [letter for letter in kept if not letter.isspace()] == [letter for letter in text if not letter.isspace()]


@given(st.one_of(st.text(), PIECES))
def test_no_sentence_begins_or_ends_with_white_space(text: str) -> None:
    assert all(sentence == sentence.strip() for sentence in sentences(text))


@given(PIECES)
def test_paragraphs_follow_one_another(text: str) -> None:
    spans = list(paragraphs(text))

    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(PIECES)
def test_cutting_twice_is_the_same(text: str) -> None:
    cut: list[Stretch] = stretches(text)

    assert cut == stretches(text)


@pytest.mark.parametrize(
    "text", ["won " * 2_000, "a" * 5_000, "Anora, " * 900 + "won."], ids=["words", "letters", "names"]
)
def test_what_never_ends_is_cut_and_nothing_of_it_is_lost(text: str) -> None:
    found = stretches(text)

    assert max(piece.end - piece.start for piece in found) <= LONGEST_SENTENCE
    assert "".join(text[piece.start : piece.end] for piece in found).replace(" ", "") == text.replace(" ", "")
