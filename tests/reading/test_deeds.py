"""Deeds: what the run of items after a verb is taken to tell of, and what is left alone."""

from __future__ import annotations

import pytest

from palmares.claims import Outcome, Unit, format_claim
from palmares.reading.grammar.deeds import Deed, Part, deed, selections
from palmares.reading.items import Item, Prize
from tests.reading.making import NIGHT

WON = Item("TOWIN", 0, 6)
ACTOR = Item("PRIZE", 10, 20, Prize(("actor",), None, strong=True))
DIRECTOR = Item("PRIZE", 30, 40, Prize(("director",), None, strong=True))
PALME = Item("PRIZE", 10, 20, Prize(("palme-dor",), "cannes", strong=True), award="cannes")
OSCARS = Item("AWARD", 70, 76, "prize", award="oscars")
THREE = Item("NUMBER", 7, 9, 3)
ROW = Item("CONSECUTIVE", 80, 88)
WITHOUT = Item("NOT", 21, 28, "without")
NOMINATION = Item("NOMINATION", 41, 51)


def part(*categories: str, award: str = "oscars", times: int = 1, outcome: Outcome = Outcome.WON) -> Part:
    """A part of a deed at the Academy Awards, unless another award is given."""
    return Part(award, categories or None, outcome, times)


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ((ACTOR,), Deed((part("actor"),))),
        ((ACTOR, DIRECTOR), Deed((part("actor"), part("director")))),
        ((THREE, ACTOR, OSCARS), Deed((part("actor", times=3),))),
        ((THREE, OSCARS), Deed((part(times=3),))),
        ((PALME, DIRECTOR), Deed((part("palme-dor", award="cannes"), part("director")))),
        ((ACTOR, ROW), Deed((part("actor"),), run=2)),
        (
            (ACTOR, WITHOUT, DIRECTOR, NOMINATION),
            Deed((part("actor"),), lacking=part("director", outcome=Outcome.NOMINATED)),
        ),
    ],
)
def test_a_run_of_items_is_one_deed(tail: tuple[Item, ...], expected: Deed) -> None:
    actual = deed(NIGHT, WON, tail)

    assert actual == expected


@pytest.mark.parametrize(
    "tail",
    [
        (Item("TROPHY", 10, 18),),
        (ACTOR, Item("EDITION", 30, 40)),
        (
            Item("WEAKPRIZE", 10, 19, Prize(("actor",), None, strong=False)),
            Item("WEAKPRIZE", 20, 26, Prize(("director",), None, strong=False)),
        ),
        (THREE,),
    ],
    ids=["the prize", "an edition", "two prizes run together", "a number of nothing"],
)
def test_what_is_not_clear_is_no_deed(tail: tuple[Item, ...]) -> None:
    actual = deed(NIGHT, WON, tail)

    assert actual is None


def test_a_person_may_do_two_parts_in_a_career_or_in_one_edition() -> None:
    done = Deed((part("actor"), part("director")))

    actual = [format_claim(selection) for selection in selections(done, Unit.PERSON)]

    assert actual == [
        "both(oscars category actor won, oscars category director won, person)",
        "feat(oscars category actor won, (edition, person), exists(oscars category director won) = true)",
    ]
