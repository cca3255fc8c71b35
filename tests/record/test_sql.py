"""Questions in SQL: they read everything, change nothing and end."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from palmares.errors import UnusableInput
from palmares.record import Answer, Record, open_record, query
from palmares.record.sql import TABLES

TINY = Path(__file__).parent.parent / "tiny"
ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(TINY, cache=tmp_path_factory.mktemp("cache")) as record:
        yield record


def problem(record: Record, question: str, *, seconds: float = 10.0) -> str:
    with pytest.raises(UnusableInput) as caught:
        query(record, question, seconds=seconds)
    return caught.value.problem


def test_an_answer_has_columns_and_rows(tiny: Record) -> None:
    answer = query(tiny, "SELECT film, won FROM wins NATURAL JOIN (SELECT 1 AS won) WHERE id = 'oscars/97/picture/1'")

    assert answer == Answer(("film", "won"), (("Anora", 1),), is_cut=False)


@pytest.mark.parametrize("table", TABLES)
def test_each_readable_table_can_be_read(tiny: Record, table: str) -> None:
    answer = query(tiny, f"SELECT * FROM {table}", limit=3)

    assert answer.rows


@pytest.mark.parametrize("award", ["Oscars", "oscars", "OSCARS"])
def test_names_of_awards_compare_without_regard_to_case(tiny: Record, award: str) -> None:
    answer = query(
        tiny, f"SELECT people FROM wins WHERE award = '{award}' AND edition = 97 AND category = 'best actress'"
    )

    assert answer.rows == (("Mikey Madison",),)


def test_a_race_says_how_many_stood_and_who_won(tiny: Record) -> None:
    columns = "id, winners, nominees, winner"
    answer = query(tiny, f"SELECT {columns} FROM races WHERE id IN ('oscars/97/actress', 'oscars/97/picture')")

    assert answer.rows == (("oscars/97/actress", 1, 5, "Mikey Madison"), ("oscars/97/picture", 1, 10, "Anora"))


def test_full_text_search_can_be_asked_for(tiny: Record) -> None:
    assert query(tiny, "SELECT label FROM entry WHERE entry MATCH 'madison'").rows == (("Mikey Madison",),)


def test_an_answer_that_is_cut_says_so(tiny: Record) -> None:
    cut, whole = (
        query(tiny, "SELECT id FROM films ORDER BY id", limit=2),
        query(tiny, "SELECT 1 UNION SELECT 2", limit=2),
    )

    assert (len(cut.rows), cut.is_cut) == (2, True)
    assert (len(whole.rows), whole.is_cut) == (2, False)


def test_columns_of_one_name_are_told_apart(tiny: Record) -> None:
    assert query(tiny, "SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a").columns == ("a", "a_2", "a_2_2", "a_3")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM film",
        "UPDATE film SET title = 'x'",
        "INSERT INTO about VALUES ('x', 'y')",
        "INSERT INTO entry (entry) VALUES ('delete-all')",
        "DROP TABLE film",
        "CREATE TABLE x (a)",
        "CREATE TEMP TABLE x (a)",
        "CREATE TEMP VIEW x AS SELECT 1",
        "ATTACH 'other.sqlite' AS other",
        "DETACH main",
        "PRAGMA query_only = 0",
        "PRAGMA writable_schema = 1",
        "VACUUM INTO 'copy.sqlite'",
        "REINDEX",
        "ANALYZE",
        "BEGIN",
        "SAVEPOINT x",
        "SELECT load_extension('x')",
        "WITH x AS (SELECT 1) DELETE FROM film",
        "ALTER TABLE film RENAME TO films_2",
    ],
)
def test_whatever_would_do_more_than_read_is_refused(
    tiny: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = tiny.path.read_bytes()

    assert problem(tiny, statement) == "only reading is allowed"
    assert (tiny.path.read_bytes(), list(tmp_path.iterdir())) == (before, [])


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("", "no question"),
        ("-- nothing", "no question"),
        ("SELEC 1", "syntax error"),
        ("SELECT", "incomplete input"),
        ("SELECT 'x", "unrecognized token"),
        ("SELECT flim FROM wins", "no such column: flim"),
        ("SELECT * FROM flims", "no such table: flims"),
        ("SELECT nosuch(1)", "no such function"),
        ("SELECT 1; SELECT 2", "more than one statement"),
        ("SELECT ?", "incorrect number of bindings"),
        ("SELECT 1\0", "null"),
        ("SELECT '\ud800'", "surrogates"),
        ("SELECT zeroblob(1000000000)", "too big"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(tiny: Record, question: str, words: str) -> None:
    said = problem(tiny, question)

    assert words in said.lower()
    assert "\n" not in said


def test_a_guessed_table_is_answered_with_the_tables_there_are(tiny: Record) -> None:
    with pytest.raises(UnusableInput) as caught:
        query(tiny, "SELECT * FROM oscar_winners")

    assert all(table in caught.value.remedy for table in TABLES)


def test_a_question_without_end_is_stopped(tiny: Record) -> None:
    assert problem(tiny, ENDLESS, seconds=0.05) == "no answer within 0.05 s"


def test_the_record_itself_is_as_before_after_a_question_was_stopped(tiny: Record) -> None:
    problem(tiny, ENDLESS, seconds=0.05)

    assert tiny.connection.execute("SELECT title FROM film WHERE id = 'anora-2024'").fetchone() == ("Anora",)


def test_the_views_name_only_columns_that_there_are(tiny: Record) -> None:
    views = [name for (name,) in tiny.connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")]
    failed = []
    for view in views:
        try:
            tiny.connection.execute(f"SELECT * FROM {view} LIMIT 1").fetchone()
        except sqlite3.Error as error:
            failed.append(f"{view}: {error}")

    assert failed == []
