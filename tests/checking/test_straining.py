"""The strain of a true "first", "only" or "record": the qualifiers it needs, and what holds without them."""

from __future__ import annotations

import datetime as dt

import pytest

from palmares.checking import strain
from palmares.claims import format_claim, parse_claim
from palmares.record import Record

AS_OF = dt.date(2025, 3, 3)

NO_DIRECTOR = "feat(oscars category picture won, (film), count(nomination, oscars category director) = 0)"
NEEDED = (
    (
        'ordinal(person, oscars category director won with gender = "f", person kathryn-bigelow) = 1',
        "ordinal(person, oscars category director won, person kathryn-bigelow) = 63",
    ),
    (
        f"ordinal(film, {NO_DIRECTOR}, film coda-2021) = 6",
        "ordinal(film, oscars category picture won, film coda-2021) = 94",
    ),
)


@pytest.mark.parametrize(("claim", "instead"), NEEDED)
def test_a_needed_qualifier_is_told_with_what_holds_without_it(record: Record, claim: str, instead: str) -> None:
    (dropped,) = strain(record, parse_claim(claim), as_of=AS_OF)

    assert dropped.is_needed
    assert format_claim(dropped.instead) == instead


def test_a_qualifier_that_is_not_needed_shows_the_wider_claim(record: Record) -> None:
    acting = "oscars category actor|actress|supporting-actor|supporting-actress won"
    women = f'{acting} with gender = "f"'
    most = f"extreme(person, {women}, most, count(nomination, {women})) = {{person katharine-hepburn}}"

    (dropped,) = strain(record, parse_claim(most), as_of=AS_OF)

    assert not dropped.is_needed
    assert "gender" not in format_claim(dropped.instead)


@pytest.mark.parametrize(
    "claim",
    [
        "exists(oscars/97 category picture won film anora-2024) = true",
        "count(nomination, oscars/97 won film anora-2024) = 5",
        "ordinal(nomination, oscars person demi-moore, nomination oscars/97 person demi-moore) = 1",
        'ordinal(person, oscars category actor won with gender = "m", person adrien-brody) >= 1',
    ],
)
def test_what_gives_no_place_among_others_has_no_strain(record: Record, claim: str) -> None:
    assert strain(record, parse_claim(claim), as_of=AS_OF) == ()


def test_a_qualifier_that_the_prize_implies_is_not_told(record: Record) -> None:
    claim = 'ordinal(person, oscars category actor won with gender = "m", person emil-jannings) = 1'

    assert strain(record, parse_claim(claim), as_of=AS_OF) == ()
