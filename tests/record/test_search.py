"""Searching by name: what is found, in what order, and what is said when nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from palmares.errors import UnknownName, UnusableInput
from palmares.record import Match, Matches, Record, open_record, search

TINY = Path(__file__).parent.parent / "tiny"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(TINY, cache=tmp_path_factory.mktemp("cache")) as record:
        yield record


def labels(record: Record, name: str) -> list[str]:
    return [match.label for match in search(record, name).entries]


def test_a_film_is_found_by_its_title(tiny: Record) -> None:
    found = search(tiny, "anora")

    assert found == Matches((Match("film", "anora-2024", "Anora", 12, 2024, 2024, True),), 1)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("mikey madison", "Mikey Madison"),
        ("MADISON, MIKEY", "Mikey Madison"),
        ("mikey mad", "Mikey Madison"),
        ("Karla Sofia Gascon", "Karla Sofía Gascón"),
        ("emilia perez", "Emilia Pérez"),
        ("the substance", "The Substance"),
        ("oscars", "Academy Awards"),
        ("Academy Awards", "Academy Awards"),
        ("best actress", "Best Actress"),
        ("actress in a leading role", "Best Actress"),
        ("palme d’or", "Palme d'Or"),
        ("gisaengchung", "Parasite"),
    ],
)
def test_the_likeliest_comes_first_whatever_case_accents_and_order(tiny: Record, name: str, first: str) -> None:
    assert labels(tiny, name)[0] == first


def test_songs_are_found_with_the_film_they_are_from(record: Record) -> None:
    first = search(record, "Shallow").entries[0]

    assert (first.kind, first.id, first.label) == ("work", "a-star-is-born-2018", "Shallow")


def test_whole_names_come_before_longer_ones_and_then_the_most_nominated(record: Record) -> None:
    found = search(record, "a star is born").entries

    whole = [match for match in found if match.is_whole]
    assert found[: len(whole)] == tuple(sorted(whole, key=lambda match: -match.nominations))
    assert len(whole) == 4


def test_the_limit_cuts_what_is_given_and_not_what_is_counted(record: Record) -> None:
    whole, cut = search(record, "the", limit=1000), search(record, "the", limit=2)

    assert (cut.entries, cut.total) == (whole.entries[:2], whole.total)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Mikey Madisn", "Mikey Madison"),
        ("oscasr", "Academy Awards"),
        ("anorra", "Anora"),
        ("bset actress", "Best Actress"),
    ],
)
def test_what_is_not_found_is_said_with_near_names(tiny: Record, name: str, near: str) -> None:
    with pytest.raises(UnknownName) as caught:
        search(tiny, name)

    assert caught.value.name == name
    assert near in caught.value.near


@pytest.mark.parametrize("name", ["", "  ", "?!", '"', "*", "-"])
def test_a_name_without_a_letter_or_digit_is_refused(tiny: Record, name: str) -> None:
    with pytest.raises(UnusableInput):
        search(tiny, name)


@pytest.mark.parametrize(
    "name", ["anora OR wicked", "names:anora", 'an"ora', "NEAR(a b)", "anora*", "x' OR 1=1", "\ud800 zzz", "x" * 9999]
)
def test_no_name_is_taken_for_a_query(tiny: Record, name: str) -> None:
    try:
        found = labels(tiny, name)
    except (UnknownName, UnusableInput):
        found = []

    assert found in ([], ["Anora"])


def test_every_film_person_song_award_and_category_can_be_found(tiny: Record) -> None:
    counts = dict(tiny.connection.execute("SELECT kind, count(*) FROM entry GROUP BY kind"))
    tables = {
        kind: tiny.connection.execute(f"SELECT count(*) FROM {kind}").fetchone()[0] for kind in counts if kind != "work"
    }

    assert {kind: count for kind, count in counts.items() if kind != "work"} == tables
    assert set(counts) >= {"film", "person", "award", "category"}
