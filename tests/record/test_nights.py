"""The line of an award's editions: ranges of numbers, seasons and days give the same as going over all editions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palmares.claims import OfEditions, OfSeasons
from palmares.record import Record
from palmares.record.lacks import Stretch
from palmares.record.nights import Nights

YEARS = st.integers(1925, 2030)


@given(
    award=st.sampled_from(["oscars", "nyfcc", "bafta", "cannes"]), first=st.integers(1, 110), length=st.integers(0, 30)
)
def test_a_range_of_editions_or_seasons_is_found_whole(record: Record, award: str, first: int, length: int) -> None:
    nights = Nights.of(record.editions(award))
    by_number = nights.within(OfEditions(first, first + length), None)
    by_season = nights.within(None, OfSeasons(1920 + first, 1920 + first + length))

    numbers = [edition.number for edition in nights.editions[slice(*by_number)]]
    seasons = [edition.number for edition in nights.editions[slice(*by_season)]]
    assert numbers == [number for number in nights.numbers if first <= number <= first + length]
    assert seasons == [night.number for night in nights.editions if 0 <= night.season - 1920 - first <= length]


@given(since=YEARS, until=YEARS)
def test_a_stretch_of_days_is_found_whole(record: Record, since: int, until: int) -> None:
    nights = Nights.of(record.editions("oscars"))
    start, end = nights.during(Stretch(str(since), str(until)))

    held = [night.number for night in nights.editions if since <= night.held_last.year < until]
    assert [night.number for night in nights.editions[start:end]] == held
