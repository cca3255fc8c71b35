"""Turning a sentence into items: words of the lexicon, names, numbers, dates, marks."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmares.reading.items import Item, Prize
from palmares.reading.lexer import is_attributive, is_marked, lex
from palmares.reading.words import lexicon, rows, split_words
from palmares.record import fold
from tests.reading.making import ANORA, MADISON

WORDS = st.lists(
    st.one_of(
        st.sampled_from(["won", "the", "best picture", "Oscars", "97th", "2025", "25", "March 2, 2025", "five"]),
        st.sampled_from([",", ";", "—", "-", "?", "’s", "\n"]),
        st.text(max_size=6),
    ),
    max_size=12,
).map(" ".join)


def items(text: str, names: dict[int, Item] | None = None) -> list[Item]:
    """The items of a text that is one sentence."""
    return lex(text, fold(text), (0, len(text)), names or {})


def kinds(text: str, names: dict[int, Item] | None = None) -> str:
    """The kinds of the items of a text."""
    return " ".join(item.kind for item in items(text, names))


def film(start: int, end: int) -> dict[int, Item]:
    """A film mentioned there."""
    return {start: Item("FILM", start, end, ANORA)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("won", "WON"),
        ("took home the prize", "WON TROPHY"),
        ("went to", "WENT"),
        ("lost out to", "FELLTO"),
        ("best supporting actress", "PRIZE"),
        ("the actress", "THEPERSON"),
        ("an actress", "WEAKPRIZE"),
        ("the Palme d’Or", "PRIZE"),
        ("the Academy Awards", "AWARD"),
        ("first-time", "FIRSTTIME"),
        ("did not", "OTHER NOT"),
        ("a clever dog", "OTHER OTHER"),
        ("yes; no, maybe: (so) — or?", "OTHER SEMI NO COMMA OTHER COLON OPEN OTHER CLOSE DASH OR QUESTION"),
    ],
)
def test_the_longest_phrase_of_the_lexicon_is_one_item(text: str, expected: str) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("97th", Item("ORDINAL", 0, 4, 97)),
        ("first", Item("ORDINAL", 0, 5, 1)),
        ("forty-second", Item("ORDINAL", 0, 12, 42)),
        ("25", Item("NUMBER", 0, 2, 25)),
        ("sixteen", Item("NUMBER", 0, 7, 16)),
        ("ninety-nine", Item("NUMBER", 0, 11, 99)),
        ("1929", Item("YEAR", 0, 4, 1929)),
        ("2025", Item("YEAR", 0, 4, 2025)),
        ("March 2, 2025", Item("DATE", 0, 13, (2025, 3, 2))),
        ("Feb. 29", Item("DATE", 0, 7, (0, 2, 29))),
        ("16 May 1929", Item("DATE", 0, 11, (1929, 5, 16))),
        ("2nd of March", Item("DATE", 0, 12, (0, 3, 2))),
    ],
)
def test_numbers_years_and_dates_have_a_value(text: str, item: Item) -> None:
    assert items(text) == [item]


@pytest.mark.parametrize("text", ["1850", "12345", "3000", "97nd2"])
def test_other_figures_are_no_number(text: str) -> None:
    assert {item.kind for item in items(text)} <= {"OTHER"} or items(text) == []


@pytest.mark.parametrize("text", ["March 32", "marched 2", "Mary 3"])
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert "DATE" not in kinds(text)


def test_a_prize_knows_its_categories_and_its_body() -> None:
    assert items("Golden Lion")[0].value == Prize(("golden-lion",), "venice", strong=True)


def test_an_unknown_word_with_a_capital_is_kept_as_it_is_written() -> None:
    assert [item.value for item in items("Clever dog")] == ["Clever", None]


def test_a_name_longer_than_a_phrase_is_taken() -> None:
    assert kinds("Won Ton won", film(0, 7)) == "FILM WON"


def test_a_phrase_as_long_as_a_name_wins_over_it() -> None:
    assert kinds("It won", film(0, 2)) == "IT WON"


@pytest.mark.parametrize("text", ['"It" won', "“It” won", "*It* won", "_It_ won", "‘It’ won", "«It» won"])
def test_a_marked_name_wins_over_a_phrase(text: str) -> None:
    assert kinds(text, film(1, 3)) == "FILM WON"


def test_a_mark_on_one_side_marks_nothing() -> None:
    assert not is_marked('"It won', Item("FILM", 1, 3))


def test_nothing_marks_a_name_at_the_ends_of_a_text() -> None:
    assert not is_marked("It", Item("FILM", 0, 2))


@pytest.mark.parametrize("text", ["Anora's lights", "Anora’s lights"])
def test_a_possessive_is_an_item_of_its_own(text: str) -> None:
    assert kinds(text, film(0, 5)) == "FILM POSS OTHER"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the Mikey Madison comedy", True), ("the Mikey Madison Show", False), ("Mikey Madison comedy", False)],
)
def test_a_name_between_the_and_a_noun_only_qualifies_the_noun(text: str, expected: bool) -> None:
    start = text.index("Mikey")
    item = Item("PERSON", start, start + 13, MADISON)

    assert is_attributive(text, fold(text), item) is expected


def test_a_hyphen_within_a_word_is_no_dash() -> None:
    assert kinds("clever-ish dog - or cat") == "OTHER OTHER OTHER DASH OR OTHER"


def test_every_phrase_of_the_lexicon_is_lexed_as_one_item() -> None:
    entries, _ = lexicon()
    odd = [phrase for phrase in entries if not phrase[0].isalnum()]
    wrong = [phrase for phrase in entries if phrase not in odd and len(items(phrase)) != 1]

    assert wrong == []


@pytest.mark.parametrize("table", ["words.csv", "awards.csv", "categories.csv"])
def test_each_phrase_of_a_table_stands_in_it_once(table: str) -> None:
    count = Counter(row["phrase"] for row in rows(table))

    assert [phrase for phrase, times in count.items() if times > 1] == []


def test_every_phrase_of_the_lexicon_is_written_as_folded_text_is() -> None:
    entries, _ = lexicon()

    assert [phrase for phrase in entries if fold(phrase) != phrase or not split_words(phrase)] == []


@given(WORDS)
def test_items_lie_in_order_within_the_sentence(text: str) -> None:
    found = items(text)
    places = [place for item in found for place in (item.start, item.end)]

    assert places == sorted(places)
    assert all(0 <= item.start < item.end <= len(text) for item in found)


@given(WORDS, WORDS)
def test_nothing_outside_the_span_is_read(text: str, more: str) -> None:
    whole = f"{text}\n\n{more}"
    found = lex(whole, fold(whole), (len(text) + 2, len(whole)), {})

    assert all(item.start >= len(text) + 2 for item in found)


@given(st.text(alphabet=st.characters(), max_size=60))
def test_no_sentence_makes_the_lexer_raise(text: str) -> None:
    assert items(text) == items(text)
