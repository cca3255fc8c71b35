"""What is shown of a film, person, song, award, edition, race or category."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from palmares.errors import UnknownName
from palmares.record import (
    AwardSheet,
    CategorySheet,
    EditionSheet,
    FilmSheet,
    PersonSheet,
    Prize,
    RaceSheet,
    Record,
    SongSheet,
    open_record,
    show,
)

TINY = Path(__file__).parent.parent / "tiny"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(TINY, cache=tmp_path_factory.mktemp("cache")) as record:
        yield record


@pytest.mark.parametrize("name", ["Anora", "anora", "ANORA", "anora-2024"])
def test_a_film_is_shown_with_its_nominations(tiny: Record, name: str) -> None:
    sheet = show(tiny, name)

    assert isinstance(sheet, FilmSheet)
    assert sheet.film == tiny.film("anora-2024")
    assert sheet.nominations == tuple(
        sorted(
            tiny.nominations(film="anora-2024"),
            key=lambda row: (row.season, row.held_last, row.award, not row.won, row.category, row.row),
        )
    )


def test_a_name_may_begin_with_a_sign(record: Record) -> None:
    sheet = show(record, "(I'm Gonna) Love Me Again")

    assert isinstance(sheet, SongSheet)


@pytest.mark.parametrize("name", ["Mikey Madison", "mikey-madison"])
def test_a_person_is_shown_with_their_nominations(tiny: Record, name: str) -> None:
    sheet = show(tiny, name)

    assert isinstance(sheet, PersonSheet)
    assert (sheet.person.id, len(sheet.nominations), sheet.hosted) == ("mikey-madison", 2, ())


def test_a_host_is_shown_with_the_editions_they_hosted(record: Record) -> None:
    sheet = show(record, "Conan O'Brien")

    assert isinstance(sheet, PersonSheet)
    assert ("oscars", 97) in [(edition.award, edition.number) for edition in sheet.hosted]


def test_a_song_is_shown_with_its_film(record: Record) -> None:
    sheet = show(record, "Shallow")

    assert isinstance(sheet, SongSheet)
    assert (sheet.title, sheet.film.id, {row.detail for row in sheet.nominations}) == (
        "Shallow",
        "a-star-is-born-2018",
        {"Shallow"},
    )


@pytest.mark.parametrize(
    "path", ["oscars/97/actress", "Oscars/97/Best Actress", "academy awards/97th/actress", " oscars / 97 / actress "]
)
def test_a_race_is_shown_winners_first(tiny: Record, path: str) -> None:
    sheet = show(tiny, path)

    assert isinstance(sheet, RaceSheet)
    assert (sheet.edition.number, sheet.category.id) == (97, "actress")
    assert [row.won for row in sheet.nominations] == [True, False, False, False, False]


def test_a_nomination_is_a_race_of_one_row(tiny: Record) -> None:
    sheet = show(tiny, "oscars/97/actress/1")

    assert isinstance(sheet, RaceSheet)
    assert [row.id for row in sheet.nominations] == ["oscars/97/actress/1"]


def test_an_edition_is_shown_with_its_races(tiny: Record) -> None:
    sheet = show(tiny, "oscars/97")

    assert isinstance(sheet, EditionSheet)
    assert sheet.races == tuple(show(tiny, f"oscars/97/{race.category.id}") for race in sheet.races)
    assert len(sheet.races) == 14


def test_an_award_is_shown_with_its_editions_and_prizes(tiny: Record) -> None:
    sheet = show(tiny, "PGA Awards")

    assert isinstance(sheet, AwardSheet)
    assert [edition.number for edition in sheet.editions] == [35, 36]
    assert sheet.prizes == (Prize("pga", "picture", 20, 2, 2023, 2024),)


def test_a_category_is_shown_with_the_bodies_that_give_it(tiny: Record) -> None:
    sheet = show(tiny, "Palme d'Or")

    assert isinstance(sheet, CategorySheet)
    assert [prize.award for prize in sheet.prizes] == ["cannes"]


def test_of_several_bearers_the_most_nominated_is_shown_and_the_others_are_named(record: Record) -> None:
    sheet = show(record, "A Star Is Born")

    assert isinstance(sheet, FilmSheet)
    assert sheet.film.id == "a-star-is-born-2018"
    assert [other.id for other in sheet.others] == [
        "a-star-is-born-1976",
        "a-star-is-born-1954",
        "a-star-is-born-1937",
    ]


def test_a_title_may_hold_a_slash(record: Record) -> None:
    sheet = show(record, "Frost/Nixon")

    assert isinstance(sheet, FilmSheet)
    assert sheet.film.title == "Frost/Nixon"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Anorra", "Anora"),
        ("oscars/98", "oscars/97"),
        ("oscars/2024", "oscars/97"),
        ("oscars/97/actres", "oscars/97/actress"),
        ("oscars/97/Palme d'Or", None),
        ("oscars/97/actress/99", "oscars/97/actress/1"),
        ("oscars/ninety-seven", None),
        ("oscars/99999999999999999999", "oscars/97"),
        ("", None),
        ("/", None),
        ("///", None),
        ("\ud800", None),
        ("nobody at all", None),
    ],
)
def test_what_there_is_not_is_said_with_what_is_near(tiny: Record, name: str, near: str | None) -> None:
    with pytest.raises(UnknownName) as caught:
        show(tiny, name)

    assert near is None or near in caught.value.near


def test_every_id_can_be_shown(tiny: Record) -> None:
    queries = {
        FilmSheet: "SELECT id FROM film",
        PersonSheet: "SELECT id FROM person",
        EditionSheet: "SELECT award || '/' || number FROM edition",
        RaceSheet: "SELECT id FROM races",
        AwardSheet: "SELECT id FROM award",
    }
    shown = {
        kind: {type(show(tiny, id)) for (id,) in tiny.connection.execute(query)} for kind, query in queries.items()
    }

    assert shown == {kind: {kind} for kind in queries}
