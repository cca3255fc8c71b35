"""Odds of real races: order, movement, what-ifs and what cannot be asked."""

from __future__ import annotations

import datetime as dt

import pytest

from palmares.errors import UnknownName, UnusableInput
from palmares.forecasting import Event, Given, odds, timeline
from palmares.record import Record

EVE = dt.date(2025, 3, 1)


def test_the_likeliest_nominee_comes_first(record: Record) -> None:
    (race,) = odds(record, 97, category="actress", as_of=EVE)
    chances = [chance.probability for chance in race.chances]

    assert chances == sorted(chances, reverse=True)


def test_movement_is_since_the_last_event(record: Record) -> None:
    (race,) = odds(record, 97, category="actress", as_of=EVE)
    (earlier,) = odds(record, 97, category="actress", as_of=dt.date(2025, 2, 22))

    assert (race.last, {chance.nominee.id: chance.before for chance in race.chances}) == (
        Event(dt.date(2025, 2, 23), ("sag",)),
        pytest.approx({chance.nominee.id: chance.probability for chance in earlier.chances}),
    )


def test_on_the_day_of_the_nominations_nothing_has_moved(record: Record) -> None:
    (race,) = odds(record, 97, category="actress", as_of=dt.date(2025, 1, 23))

    assert (race.last, [chance.before for chance in race.chances]) == (None, [None] * 5)


def test_days_after_the_eve_count_as_the_eve(record: Record) -> None:
    (late,) = odds(record, 97, category="actress", as_of=dt.date(2026, 1, 1))
    (eve,) = odds(record, 97, category="actress", as_of=EVE)

    assert late.chances == eve.chances


def test_a_prize_not_yet_given_can_be_supposed(record: Record) -> None:
    midway = dt.date(2025, 2, 10)
    (race,) = odds(record, 97, category="actress", as_of=midway, given=[Given("sag", "actress", "demi-moore")])
    moore = next(chance for chance in race.chances if chance.nominee.people[0].id == "demi-moore")

    assert moore.probability > (moore.before or 1.0)


def test_a_prize_given_by_genre_can_be_supposed_by_its_wider_name(record: Record) -> None:
    narrow, wide = (
        odds(record, 97, category="actress", as_of=EVE, given=[Given("golden-globes", prize, "mikey-madison")])
        for prize in ("actress-comedy", "actress")
    )

    assert wide == narrow


def test_somebody_a_body_never_named_can_be_supposed_to_win(record: Record) -> None:
    (race,) = odds(record, 97, category="actress", as_of=EVE, given=[Given("nyfcc", "actress", "cynthia-erivo")])
    erivo = next(chance for chance in race.chances if chance.nominee.people[0].id == "cynthia-erivo")

    assert erivo.probability > (erivo.before or 1.0)


@pytest.mark.parametrize(
    "wrong", [Given("nobody", "actress", "x"), Given("sag", "nothing", "x"), Given("sag", "actress", "nobody-at-all")]
)
def test_an_unknown_what_if_is_refused(record: Record, wrong: Given) -> None:
    with pytest.raises(UnknownName):
        odds(record, 97, category="actress", as_of=EVE, given=[wrong])


@pytest.mark.parametrize(("edition", "category"), [(97, "nothing"), (400, None), (97, "title-writing")])
def test_an_unknown_race_is_refused(record: Record, edition: int, category: str | None) -> None:
    with pytest.raises(UnknownName):
        odds(record, edition, category=category, as_of=EVE)


def test_before_the_nominations_there_are_no_odds(record: Record) -> None:
    with pytest.raises(UnusableInput) as caught:
        odds(record, 97, as_of=dt.date(2025, 1, 1))

    assert caught.value.remedy == "Give 2025-01-23 or a later day"


def test_a_new_category_is_less_sure_than_an_old_one(record: Record) -> None:
    races = {race.category: race.chances[0].probability for race in odds(record, 98, as_of=dt.date(2026, 3, 14))}

    assert races["casting"] < races["picture"]


def test_a_timeline_ends_with_the_odds_of_the_eve(record: Record) -> None:
    (race,) = odds(record, 97, category="actress", as_of=EVE)
    moments = timeline(record, 97, "actress")

    assert moments[-1].probabilities == pytest.approx(
        {chance.nominee.id: chance.probability for chance in race.chances}
    )
