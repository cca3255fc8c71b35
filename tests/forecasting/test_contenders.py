"""Contenders before the nominations: who they are, and what their chances keep to."""

from __future__ import annotations

import datetime as dt

import pytest

from palmares.errors import UnknownName, UnusableInput
from palmares.forecasting import Contender, contenders
from palmares.record import Record

DECEMBER = dt.date(2024, 12, 20)


def likeliest(found: tuple[Contender, ...], number: int) -> float:
    return sum(contender.nominated for contender in found[:number]) / number


def test_chances_of_winning_leave_room_for_others(record: Record) -> None:
    found = contenders(record, 97, category="picture", as_of=DECEMBER)

    assert 0 < sum(contender.won for contender in found) <= 1


def test_nobody_is_likelier_to_win_than_to_be_nominated(record: Record) -> None:
    found = contenders(record, 97, category="actress", as_of=DECEMBER)

    assert [contender for contender in found if contender.won > contender.nominated] == []


def test_the_same_leaders_are_surer_in_december_than_in_september(record: Record) -> None:
    early, late = (contenders(record, 97, category="picture", as_of=day) for day in (dt.date(2024, 9, 30), DECEMBER))

    assert likeliest(early, 3) < likeliest(late, 3)


def test_prizes_by_gender_have_contenders_of_it(record: Record) -> None:
    found = contenders(record, 97, category="actress", as_of=DECEMBER)
    genders = {record.person(contender.people[0].id).gender for contender in found}

    assert genders <= {"f", None}


def test_a_festival_prize_makes_a_contender(record: Record) -> None:
    found = contenders(record, 97, category="picture", as_of=dt.date(2024, 5, 26))

    assert {contender.films[0].id for contender in found} >= {"anora-2024"}


def test_after_the_nominations_odds_are_to_be_asked(record: Record) -> None:
    with pytest.raises(UnusableInput):
        contenders(record, 97, category="picture", as_of=dt.date(2025, 2, 1))


@pytest.mark.parametrize(("edition", "category"), [(97, "nothing"), (400, "picture")])
def test_an_unknown_race_has_no_contenders(record: Record, edition: int, category: str) -> None:
    with pytest.raises(UnknownName):
        contenders(record, edition, category=category, as_of=DECEMBER)
