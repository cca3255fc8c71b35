"""The embedded record as data: what must hold of it, and facts that any rebuild has to keep."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from palmares.record import Record, open_record
from palmares.record.integrity import CHECKS, Problem, problems
from palmares.record.store import DATA

TWICE = "anora-2024,mikey-madison,Ani"
TINY = Path(__file__).parent.parent / "tiny"


def test_the_checks_find_no_problem(record: Record) -> None:
    assert problems(record, DATA) == []


def test_the_checks_find_no_problem_in_the_tiny_record(tmp_path: Path) -> None:
    with open_record(TINY, cache=tmp_path) as tiny:
        assert problems(tiny, TINY) == []


# --- each check can find something --------------------------------------------------------------------------------


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "data"))


@pytest.mark.parametrize(
    ("file", "old", "new", "check"),
    [
        ("nominations/oscars.csv", "mikey-madison,Ani,,1", "mikey-madison,Ani,,0", "no-winner"),
        (
            "nominations/oscars.csv",
            "demi-moore,Elisabeth Sparkle,,0",
            "demi-moore,Elisabeth Sparkle,,1",
            "unlisted-tie",
        ),
        ("nominations/oscars.csv", "the-substance-2024,demi-moore,Elisabeth Sparkle", TWICE, "nominated-twice"),
        ("ties.csv", "oscars,41,actress", "oscars,97,actress", "no-tie"),
        ("editions.csv", "oscars,97,2024,2025-03-02", "oscars,97,2024,2026-03-02", "held-out-of-window"),
        ("editions.csv", "oscars,97,2024,2025-03-02", "oscars,97,2022,2023-03-02", "editions-out-of-order"),
        ("announcements.csv", "2025-01-23", "2025-03-23", "announced-out-of-window"),
        ("people.csv", "Cynthia Erivo,nm7248827,1987-", "Cynthia Erivo,nm7248827,2022-", "nominated-before-birth"),
        ("people.csv", "1922-06-10,1969,", "1922-06-10,1869,", "impossible-lifetime"),
        ("films.csv", "tt28607951", "tt8999762", "shared-imdb"),
        ("coverage.csv", "oscars,actress,96,97", "oscars,actress,97,96", "coverage-out-of-range"),
        ("films.csv", "tt28607951,2024,2024,", "tt28607951,2024,2026,", "honoured-before-release"),
    ],
)
def test_each_check_finds_what_it_is_for(tmp_path: Path, data: Path, file: str, old: str, new: str, check: str) -> None:
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with open_record(data, cache=tmp_path / "cache") as record:
        found = problems(record, data)

    assert check in {problem.check for problem in found}


def test_an_exception_sets_a_problem_aside_and_one_that_is_needless_is_a_problem(tmp_path: Path, data: Path) -> None:
    (data / "ties.csv").write_text("award,edition,category,kind,source\n")
    exceptions = ("unlisted-tie,oscars/41/actress,a test,known", "no-winner,oscars/41/actor,a test,known")
    (data / "exceptions.csv").write_text("\n".join(("check,where,reason,source", *exceptions, "")))
    with open_record(data, cache=tmp_path / "cache") as record:
        found = problems(record, data)

    assert found == [Problem("stale-exception", "oscars/41/actor", "no-winner no longer fails here")]


def test_every_check_is_in_the_list() -> None:
    assert len(set(CHECKS)) == len(CHECKS)


# --- facts --------------------------------------------------------------------------------------------------------


def count(record: Record, where: str) -> int:
    ((number,),) = record.connection.execute(f"SELECT count(*) FROM nomination WHERE {where}")
    return int(number)


def test_all_98_academy_awards_are_there(record: Record) -> None:
    rows = record.connection.execute("SELECT DISTINCT edition FROM nomination WHERE award = 'oscars' ORDER BY edition")

    assert rows.fetchall() == [(number,) for number in range(1, 99)]


def test_the_academy_had_seven_ties(record: Record) -> None:
    rows = record.connection.execute(
        "SELECT DISTINCT edition, category FROM nomination WHERE award = 'oscars' AND tied ORDER BY edition"
    )

    assert rows.fetchall() == [
        (5, "actor"),
        (22, "documentary-short"),
        (41, "actress"),
        (59, "documentary-feature"),
        (67, "live-action-short"),
        (85, "sound-editing"),
        (98, "live-action-short"),
    ]


@pytest.mark.parametrize(
    ("film", "nominations", "wins"),
    [
        ("anora-2024", 6, 5),
        ("titanic-1997", 14, 11),
        ("all-about-eve-1950", 14, 6),
        ("la-la-land-2016", 14, 6),
        ("ben-hur-1959", 12, 11),
        ("the-lord-of-the-rings-the-return-of-the-king-2003", 11, 11),
        ("sinners-2025", 16, None),
        ("the-godfather-1972", 10, 3),
    ],
)
def test_a_film_has_the_oscars_it_has(record: Record, film: str, nominations: int, wins: int | None) -> None:
    named = f"award = 'oscars' AND counts AND row IN (SELECT nomination FROM nomination_film WHERE film = '{film}')"

    assert count(record, named) == nominations
    assert wins is None or count(record, f"{named} AND won") == wins


@pytest.mark.parametrize(
    ("person", "wins"),
    [("katharine-hepburn", 4), ("daniel-day-lewis", 3), ("frances-mcdormand", 4), ("sean-baker", 4), ("john-ford", 4)],
)
def test_a_person_has_the_oscars_they_have(record: Record, person: str, wins: int) -> None:
    named = (
        f"award = 'oscars' AND counts AND row IN (SELECT nomination FROM nomination_person WHERE person = '{person}')"
    )

    assert count(record, f"{named} AND won") == wins


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Steve McQueen", {"steve-mcqueen-actor", "steve-mcqueen-director"}),
        ("Kenneth Branagh", {"kenneth-branagh"}),
        ("Laurence Olivier", {"laurence-olivier"}),
        ("Ludwig Goransson", {"ludwig-goransson"}),
        ("Ludwig Göransson", {"ludwig-goransson"}),
    ],
)
def test_one_person_is_one_row(record: Record, name: str, people: set[str]) -> None:
    bearers = record.names.bearers(name)

    assert {bearer.id for bearer in bearers if bearer.exact and bearer.kind == "person"} == people


def test_films_of_one_title_stay_apart(record: Record) -> None:
    films = {bearer.id for bearer in record.names.bearers("A Star Is Born") if bearer.kind == "film"}

    assert films == {f"a-star-is-born-{season}" for season in (1937, 1954, 1976, 2018)}


def test_no_academy_awards_were_held_in_1933(record: Record) -> None:
    assert not [edition for edition in record.editions("oscars") if edition.held.startswith("1933")]


def test_acting_races_of_the_academy_have_had_five_nominees_since_supporting_prizes_began(record: Record) -> None:
    races = record.connection.execute(
        "SELECT edition || '/' || category FROM nomination WHERE award = 'oscars' AND edition >= 9"
        " AND category IN ('actor', 'actress', 'supporting-actor', 'supporting-actress')"
        " GROUP BY edition, category HAVING count(*) != 5"
    )

    assert races.fetchall() == []
