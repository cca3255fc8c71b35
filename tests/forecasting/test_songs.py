"""Songs of one film: which of them a prize was given to."""

from __future__ import annotations

import datetime as dt

import pytest

from palmares.forecasting import odds
from palmares.forecasting.features import is_of_other_song
from palmares.forecasting.races import Nominee, Race, Word
from palmares.record import Record


def song(title: str, *writers: str) -> Nominee:
    return Nominee(1, title, ("a-film",), writers, won=False, song=title)


def prize(title: str, *writers: str) -> Word:
    return Word(
        "golden-globes", "original-song", 2024, 1, 2, won=True, placed=0.0, is_covered=True,
        films=("a-film",), people=writers, song=title,
    )  # fmt: skip


ONE, OTHER = song("one", "x", "y", "z"), song("other", "x", "y")
RACE = Race(97, "original-song", 2024, 3, 4, (ONE, OTHER))


@pytest.mark.parametrize(
    ("word", "is_of_one", "is_of_other"),
    [
        (prize("one", "x", "y"), True, False),
        (prize("other", "x", "y", "z"), False, True),
        (prize("", "x", "y", "z"), True, False),
        (prize("", "x", "y"), False, True),
        (prize("a third", "x", "y"), False, True),
    ],
)
def test_a_title_tells_songs_apart_and_else_their_writers_do(word: Word, is_of_one: bool, is_of_other: bool) -> None:
    found = [not is_of_other_song(word, nominee, RACE) for nominee in (ONE, OTHER)]

    assert found == [is_of_one, is_of_other]


def test_songs_that_nothing_tells_apart_share_what_is_said() -> None:
    twin = song("twin", "x", "y")
    race = Race(97, "original-song", 2024, 3, 4, (OTHER, twin))

    assert not any(is_of_other_song(prize("", "x", "y"), nominee, race) for nominee in race.nominees)


@pytest.mark.parametrize(("edition", "eve"), [(89, dt.date(2017, 2, 25)), (97, dt.date(2025, 3, 1))])
def test_two_songs_of_one_film_have_odds_of_their_own(record: Record, edition: int, eve: dt.date) -> None:
    (race,) = odds(record, edition, category="original-song", as_of=eve)
    first, second = race.chances[:2]

    assert first.nominee.films == second.nominee.films or first.probability > 0.5
    assert first.probability > second.probability + 0.5
