"""Building: derived columns of the tiny record, and one clear error for each way in which data files can be wrong."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from palmares.errors import InvalidData
from palmares.record.build import build
from palmares.record.dates import first_day, last_day

TINY = Path(__file__).parent.parent / "tiny"


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    target = tmp_path_factory.mktemp("built") / "tiny.sqlite"
    build(TINY, target)
    with closing(sqlite3.connect(target)) as connection:
        yield connection


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the tiny data files, to be spoiled."""
    return Path(shutil.copytree(TINY, tmp_path / "data"))


def change(path: Path, old: str, new: str) -> None:
    """Put `new` where `old` stands first in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_nomination_has_its_derived_columns(connection: sqlite3.Connection) -> None:
    row = connection.execute(
        "SELECT award, edition, category, season, held, won, tied, counts FROM nomination"
        " WHERE id = 'oscars/97/actress/3'"
    ).fetchone()

    assert row == ("oscars", 97, "actress", 2024, "2025-03-02", 1, 0, 1)


def test_both_winners_of_a_tie_are_tied(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT id FROM nomination WHERE tied ORDER BY id").fetchall()

    assert rows == [("oscars/41/actress/1",), ("oscars/41/actress/4",)]


def test_honorary_awards_do_not_count(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT DISTINCT category FROM nomination WHERE NOT counts").fetchall()

    assert rows == [("honorary",)]


def test_one_citation_may_name_three_films(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT nomination_film.place, film FROM nomination_film JOIN nomination ON row = nomination"
        " WHERE id = 'oscars/1/actress/2' ORDER BY nomination_film.place"
    ).fetchall()

    assert rows == [(1, "7th-heaven-1928"), (2, "street-angel-1928"), (3, "sunrise-1928")]


def test_nominations_are_known_before_the_night_but_prizes_of_a_festival_are_not(
    connection: sqlite3.Connection,
) -> None:
    days = dict(
        connection.execute("SELECT award || '/' || number, announced FROM edition WHERE award IN ('oscars', 'cannes')")
    )

    assert (days["oscars/97"], days["oscars/96"], days["cannes/77"]) == ("2025-01-23", "2024-01-10", "2024-05-25")


def test_people_missing_is_read_from_the_reason(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT award, category FROM coverage WHERE people_missing").fetchall()

    assert rows == [("sag", "ensemble")]


def test_no_row_names_a_row_that_is_not_there(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_views_read_as_a_person_would_want(connection: sqlite3.Connection) -> None:
    row = connection.execute(
        "SELECT award, edition, held, category, film, people FROM wins WHERE edition = 97 AND category = 'Best Picture'"
    ).fetchone()

    assert row == ("Oscars", 97, "2025-03-02", "Best Picture", "Anora", "Alex Coco | Samantha Quan | Sean Baker")


def test_the_same_data_build_the_same_rows(tmp_path: Path, connection: sqlite3.Connection) -> None:
    build(TINY, tmp_path / "again.sqlite")
    with closing(sqlite3.connect(tmp_path / "again.sqlite")) as again:
        second = list(again.iterdump())

    assert second == list(connection.iterdump())


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2025-03-02", "2025-03-02", "2025-03-02"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1968", "1968-01-01", "1968-12-31"),
    ],
)
def test_a_date_means_the_days_from_first_to_last(date: str, first: str, last: str) -> None:
    assert (first_day(date).isoformat(), last_day(date).isoformat()) == (first, last)


@pytest.mark.parametrize(
    "date", ["", "25", "2025-13", "2025-02-30", "2025-3-2", "02.03.2025", "2025-03-02T20:00", "0000"]
)
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        last_day(date)


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("nominations/oscars.csv", "street-angel-1928|", "x|", "films names 'x', which no line defines"),
        ("nominations/oscars.csv", "louise-dresser", "x", "people names 'x', which no line defines"),
        ("nominations/oscars.csv", "1,1,actor", "1,2,actor", "edition names 'oscars/2', which no line defines"),
        (
            "nominations/oscars.csv",
            "oscars/1/actor/2",
            "oscars/1/actor/1",
            "oscars/1/actor/1 stands here a second time; it was on line 2 of nominations/oscars.csv",
        ),
        (
            "nominations/oscars.csv",
            "oscars/1/actor/2",
            "oscars/1/actress/2",
            "the id 'oscars/1/actress/2' does not begin with oscars/1/actor/",
        ),
        ("nominations/oscars.csv", ",,1,,,", ",,yes,,,", "won is 'yes', none of 0, 1"),
        ("films.csv", ",1928,1927,", ",MCMXXVIII,1927,", "season is 'MCMXXVIII', not a whole number"),
        (
            "editions.csv",
            "2025-03-02",
            "2 March 2025",
            "held is '2 March 2025', not a date as YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        ("people.csv", ",m,United States,", ",male,United States,", "gender is 'male', none of f, m, blank, none"),
        ("ties.csv", ",tie,", ",draw,", "kind is 'draw', none of tie, several"),
        ("ties.csv", "oscars,41", "oscars,42", "edition names 'oscars/42', which no line defines"),
        ("coverage.csv", "oscars,picture", "oscars,x", "category names 'x', which no line defines"),
        ("awards.csv", "Academy Awards,", "Academy Awards", "4 fields where 5 are needed"),
        (
            "ties.csv",
            "category,kind",
            "category,sort",
            "the columns are award,edition,category,sort,source and should be award,edition,category,kind,source",
        ),
    ],
)
def test_bad_data_is_one_error_that_names_file_and_line(
    data: Path, tmp_path: Path, file: str, old: str, new: str, problem: str
) -> None:
    before, found, _ = (data / file).read_text(encoding="utf-8").partition(old)
    change(data / file, old, new)

    with pytest.raises(InvalidData) as error:
        build(data, tmp_path / "bad.sqlite")

    assert found
    assert (error.value.file, error.value.line, error.value.problem) == (file, before.count("\n") + 1, problem)


def test_a_maker_of_films_of_others_is_somebody_in_the_record(data: Path, tmp_path: Path) -> None:
    (data / "makers.csv").write_text("person,source\nnobody-at-all,known\n", encoding="utf-8")

    with pytest.raises(InvalidData, match="person names 'nobody-at-all', which no line defines"):
        build(data, tmp_path / "bad.sqlite")


def test_an_organisation_has_no_surname_and_its_gender_is_none(data: Path, tmp_path: Path) -> None:
    change(data / "people.csv", ",m,United States,", ",none,United States,")
    build(data, tmp_path / "made.sqlite")

    with closing(sqlite3.connect(tmp_path / "made.sqlite")) as connection:
        (found,) = connection.execute("SELECT id FROM person WHERE gender = 'none'").fetchall()
        shorter = connection.execute("SELECT key FROM spelling WHERE id = ? AND NOT exact", found).fetchall()

    assert shorter == []


def test_a_quotation_mark_that_never_closes_is_an_error_of_its_file(data: Path, tmp_path: Path) -> None:
    change(data / "people.csv", "\n", '\n"')

    with pytest.raises(InvalidData) as error:
        build(data, tmp_path / "bad.sqlite")

    assert error.value.file == "people.csv"


def test_a_file_that_is_not_utf_8_is_an_error_of_its_file(data: Path, tmp_path: Path) -> None:
    (data / "films.csv").write_bytes((data / "films.csv").read_bytes().replace("é".encode(), b"\xe9"))

    with pytest.raises(InvalidData) as error:
        build(data, tmp_path / "bad.sqlite")

    assert error.value.file == "films.csv"


def test_a_missing_file_is_named(data: Path, tmp_path: Path) -> None:
    (data / "films.csv").unlink()

    with pytest.raises(InvalidData) as error:
        build(data, tmp_path / "bad.sqlite")

    assert str(error.value) == "films.csv, line 1: the file is missing."


def test_an_empty_file_is_named(data: Path, tmp_path: Path) -> None:
    (data / "films.csv").write_text("")

    with pytest.raises(InvalidData) as error:
        build(data, tmp_path / "bad.sqlite")

    assert (error.value.file, error.value.line) == ("films.csv", 1)


def test_nominations_of_an_unknown_award_are_not_passed_over(data: Path, tmp_path: Path) -> None:
    shutil.copy(data / "nominations" / "dga.csv", data / "nominations" / "dgc.csv")

    with pytest.raises(InvalidData) as error:
        build(data, tmp_path / "bad.sqlite")

    assert str(error.value) == "nominations/dgc.csv, line 1: awards.csv defines no award 'dgc'."
