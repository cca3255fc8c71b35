"""First names of people named in full before."""

import pytest

from palmares.claims import Person
from palmares.reading.firstnames import first_names
from palmares.reading.items import Item

WHOLE = Item("PERSON", 0, 17, Person("denzel-washington", "Denzel Washington"))


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Denzel Washington won. Then Denzel wept.", [28]),
        ("Denzel Washington won. Denzel's speech was short.", [23]),
        ("Denzel Washington won, and Denzel Curry sang. Denzel wept.", []),
        ("Denzel Washington won. The Uncle Denzel estate sued.", []),
    ],
)
def test_a_first_name_is_that_of_the_one_person_named_in_full(text: str, starts: list[int]) -> None:
    assert sorted(first_names(text, [WHOLE])) == starts
