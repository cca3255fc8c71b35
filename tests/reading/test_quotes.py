"""Quotations: the cases, the shape of what comes back, and time on hostile text."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmares.reading.quotes import Named, find_quotes
from palmares.reading.story import Quote

CASES = (Path(__file__).parent.parent / "cases" / "quotes.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (.+) \| (.+) \|$", re.MULTILINE)
GENDERS = {name: gender for name, gender in ROW.findall(CASES.split("\n## ")[0]) if len(gender) == 1}
PIECES = (
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    " ",
    ", ",
    ". ",
    "! ",
    ": ",
    "\n",
    "\n\n",
    "a",
    "I was",
    " said ",
    " she said",
)
NAMES = ("Jane Roe", "Roe", "Jane Roe's", "the actress", " told ", "calling it ", "Jr.", "—", "...", "('")


def cases(*, gaps: bool) -> list[tuple[str, str]]:
    """The rows of the case file, as passage and quotations."""
    sections = [part for part in CASES.split("\n## ")[1:] if part.startswith("Known gaps") == gaps]
    rows = [row for section in sections for row in ROW.findall(section)]
    return [
        (passage.replace(" ¶ ", "\n\n").replace("¶ ", "\n\n"), told) for passage, told in rows if passage != "passage"
    ]


def named(text: str) -> list[Named]:
    """The known people of a passage, wherever it names them in full."""
    found = [
        Named(match.start(), match.end(), name, gender)
        for name, gender in GENDERS.items()
        for match in re.finditer(re.escape(name), text)
    ]
    return sorted(found, key=lambda one: one.start)


def told(quotes: tuple[Quote, ...]) -> str:
    """Quotations in the notation of the case file."""
    return "; ".join(f"{quote.text} = {quote.speaker or 'nobody'}" for quote in quotes) or "—"


@pytest.mark.parametrize(("passage", "expected"), cases(gaps=False))
def test_a_passage_quotes_what_its_case_says(passage: str, expected: str) -> None:
    quotes = find_quotes(passage, named(passage))

    assert told(quotes) == expected


@pytest.mark.parametrize(("passage", "expected"), cases(gaps=True))
def test_a_known_gap_is_still_a_gap(passage: str, expected: str) -> None:
    quotes = find_quotes(passage, named(passage))

    assert told(quotes) != expected, "this gap is closed: move its case up"


@pytest.mark.parametrize(("passage", "expected"), cases(gaps=False))
def test_a_case_is_quoted_exactly_and_its_speaker_stands_in_it(passage: str, expected: str) -> None:
    quotes = find_quotes(passage, named(passage))

    assert [quote for quote in quotes if not is_exact(passage, quote)] == []


def is_exact(text: str, quote: Quote) -> bool:
    """Whether the spans lie in the text and give it letter by letter, and speaker and span come together."""
    has_words = 0 <= quote.start < quote.end <= len(text) and text[quote.start : quote.end] == quote.text
    if quote.speaker is None or quote.speaker_start is None or quote.speaker_end is None:
        return has_words and (quote.speaker, quote.speaker_start, quote.speaker_end) == (None, None, None)
    is_placed = 0 <= quote.speaker_start < quote.speaker_end <= len(text)
    is_apart = quote.speaker_end <= quote.start or quote.speaker_start >= quote.end
    return has_words and is_placed and is_apart


@given(st.lists(st.sampled_from(PIECES + NAMES), max_size=60).map("".join))
def test_quotes_lie_in_the_text_in_order_and_quote_it_exactly(text: str) -> None:
    people = [Named(match.start(), match.end(), "Jane Roe", "f") for match in re.finditer("Jane Roe", text)]

    quotes = find_quotes(text, people)

    spans = [place for quote in quotes for place in (quote.start, quote.end)]
    assert [quote for quote in quotes if not is_exact(text, quote)] == []
    assert spans == sorted(spans)


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_look_for_quotes_in(text: str) -> None:
    quotes = find_quotes(text, ())

    assert [quote for quote in quotes if not is_exact(text, quote)] == []


def test_a_title_the_reader_knows_is_quoted_only_if_a_verb_frames_it() -> None:
    text = "Then came “il pleut sur nous, et il neige”. “It is good.” It is long."
    works = [
        (text.index(title), text.index(title) + len(title))
        for title in ("il pleut sur nous, et il neige", "It is good")
    ]

    quotes = find_quotes(text, (), works=works)

    assert quotes == ()


HOSTILE = {
    "marks": '"',
    "spaced marks": ' "',
    "nested and never closed": "“‘",
    "openers of paragraphs": "“a\n\n",
    "pairs": "“a ”",
    "speech": "“It was,” said Roe. ",
    "names": "“Aa Bb,” ",
    "apostrophes": "a' ",
    "white space": " \n",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=list(HOSTILE))
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    short, long = (min(seconds_for(piece, characters) for _ in range(3)) for characters in (8_000, 64_000))

    assert long < 40 * max(short, 0.002)


def seconds_for(piece: str, characters: int) -> float:
    """How long a text of one piece over and over takes."""
    text = piece * (characters // len(piece))
    begun = time.process_time()
    find_quotes(text, ())
    return time.process_time() - begun
