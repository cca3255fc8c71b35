"""Names with a letter wrong, and what is told of them."""

import datetime as dt

import pytest

from palmares.reading import Misspelling, make_document, read
from palmares.reading.misspelt import is_slip
from palmares.record import open_record
from palmares.telling import check_document

AS_OF = dt.date(2026, 3, 16)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("timothee chalomet", "timothee chalamet", True),
        ("siners", "sinners", True),
        ("sinnners", "sinners", True),
        ("sinenrs", "sinners", True),
        ("sinners", "sinners", True),
        ("winner", "sinners", False),
        ("sniners", "sinister", False),
    ],
)
def test_one_letter_is_a_slip_and_two_are_not(one: str, other: str, expected: bool) -> None:
    assert is_slip(one, other) is expected


def test_a_story_tells_which_names_are_misspelt() -> None:
    text = "Timothee Chalomet lost best actor at the Oscars."

    assert read(open_record(), make_document(text, source="x"), as_of=AS_OF).misspelt == (
        Misspelling(0, 17, "Timothee Chalomet", "Timothée Chalamet"),
    )


def test_somebody_out_of_view_with_a_name_alike_is_not_meant() -> None:
    text = "Timothee Chalomet lost best actor at the Oscars."

    assert read(open_record(), make_document(text, source="x"), as_of=dt.date(1990, 3, 16)).misspelt == ()


def test_the_explanation_asks_whether_the_name_was_meant() -> None:
    text = "Timothee Chalomet lost best actor at the Academy Awards."

    (claim,) = check_document(open_record(), make_document(text, source="x"), as_of=AS_OF).claims

    assert claim.explanation.endswith("The record has no “Timothee Chalomet”; did you mean Timothée Chalamet?")
