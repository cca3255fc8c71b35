"""The commands that look at the record: what they print, their exit statuses, and bad input in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from palmares.cli_record import Package, record_app
from palmares.record import ExportFormat, Problem, integrity
from tests.telling.snapshots import snapshot


@pytest.fixture(autouse=True)
def no_journal(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what its user has added to the record."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


def run(*words: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command."""
    result = CliRunner().invoke(record_app, words)
    return result.exit_code, result.stdout, result.stderr


# --- what is printed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("search", ("search", "madison")),
        ("show-race", ("show", "oscars/97/actress")),
        ("show-person", ("show", "Mikey Madison")),
        ("show-song", ("show", "Shallow")),
        ("show-edition", ("show", "pga/36")),
        ("sql", ("sql", "SELECT film, people, held FROM wins WHERE award = 'Oscars' AND edition = 97 LIMIT 3")),
    ],
)
def test_what_is_printed_reads_well(name: str, words: tuple[str, ...]) -> None:
    status, out, err = run(*words)

    assert (status, err) == (0, "")
    assert out == snapshot(f"record-{name}.txt", out)


@pytest.mark.parametrize(
    "words",
    [
        ("info",),
        ("search", "anora"),
        ("verify",),
        ("sql", "SELECT 1 AS one"),
        *(("show", name) for name in ("Anora", "Mikey Madison", "Shallow", "oscars", "picture", "oscars/97")),
    ],
)
def test_every_command_has_json(words: tuple[str, ...]) -> None:
    status, out, err = run(*words, "--format", "json")

    assert (status, err, type(json.loads(out)) in (dict, list)) == (0, "", True)


def test_a_question_in_sql_gives_a_list_of_row_objects() -> None:
    _, out, _ = run("sql", "SELECT film, won FROM nominations WHERE id = 'oscars/97/picture/1'", "--format", "json")

    assert json.loads(out) == [{"film": "Anora", "won": 1}]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("x'00ff'", "00ff"), ("9e999", "inf"), ("-9e999", "-inf"), ("NULL", None), ("1.5", 1.5), ("'é'", "é")],
)
def test_every_value_of_sql_has_a_place_in_json(cell: str, shown: object) -> None:
    _, out, _ = run("sql", f"SELECT {cell} AS cell", "--format", "json")

    assert json.loads(out) == [{"cell": shown}]


def test_an_answer_that_is_cut_says_so_beside_the_json() -> None:
    status, out, err = run("sql", "SELECT id FROM films", "--limit", "2", "--format", "json")

    assert (status, len(json.loads(out))) == (0, 2)
    assert err == "palmares: Only the first 2 rows; there are more. --limit sets how many.\n"


def test_an_answer_that_is_cut_says_so_under_the_table() -> None:
    _, out, err = run("sql", "SELECT id FROM films", "--limit", "2")

    assert (out.splitlines()[-1], err) == ("Only the first 2 rows; there are more. --limit sets how many.", "")


def test_an_edition_to_come_has_neither_races_nor_trouble() -> None:
    status, out, err = run("show", "oscars/99")

    assert (status, err) == (0, "")
    assert out.splitlines()[-1] == "The record holds no nominations of this edition."


def test_show_json_has_kind_ids_and_nominations() -> None:
    _, out, _ = run("show", "oscars/97/actress", "--format", "json")

    race = json.loads(out)
    winner = race["nominations"][0]
    assert (race["kind"], race["category"], winner["people_ids"], winner["won"]) == (
        "race",
        "actress",
        ["mikey-madison"],
        True,
    )


def test_control_characters_do_not_reach_the_terminal() -> None:
    _, out, _ = run("sql", "SELECT char(27) || '[31m' AS red")

    assert "\x1b" not in out


def test_export_writes_what_it_says(tmp_path: Path) -> None:
    status, out, err = run("export", "--to", str(tmp_path / "out"), "--format", "csv")

    assert (status, err) == (0, "")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        Path(line).name for line in out.split("\n\n")[1].splitlines()
    }


def test_the_formats_of_the_command_are_those_of_the_record() -> None:
    assert [kind.value for kind in Package] == [kind.value for kind in ExportFormat]


# --- verify -----------------------------------------------------------------------------------------------------------


def test_verify_finds_nothing_in_the_record_that_ships() -> None:
    assert run("verify") == (0, "No problems.\n", "")


TINY = str(Path(__file__).parent / "tiny")


@pytest.mark.parametrize(
    "words",
    [("info",), ("search", "anora"), ("show", "oscars/97"), ("sql", "SELECT count(*) FROM films"), ("verify",)],
)
def test_every_command_can_look_at_another_record(words: tuple[str, ...]) -> None:
    status, out, err = run(*words, "--record", TINY)

    assert (status, err, bool(out)) == (0, "", True)


def test_a_record_that_is_not_there_ends_in_one_line_and_2() -> None:
    status, out, err = run("show", "Anora", "--record", "nowhere.sqlite")

    assert (status, out, err.count("\n")) == (2, "", 1)


def test_verify_prints_what_it_finds_and_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        integrity, "CHECKS", (lambda record: iter([Problem("no-winner", "oscars/97/actress", "nobody won")]),)
    )

    status, out, err = run("verify")

    assert (status, err) == (1, "")
    assert ["no-winner", "oscars/97/actress", "nobody", "won"] in [line.split() for line in out.splitlines()]


# --- what goes wrong --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "Mikey Madisn"), "Did you mean Mikey Madison"),
        (("search", "?!"), "no letter or digit"),
        (("show", "Anorra"), "Did you mean Anora"),
        (("show", "oscars/2024"), "oscars/97"),
        (("show", "oscars/97/actres"), "oscars/97/actress"),
        (("sql", "DROP TABLE film"), "only reading is allowed"),
        (("sql", "SELEC 1"), "syntax error"),
        (("sql", "SELECT * FROM flims"), "The tables to read are"),
        (("sql", "SELECT 1; SELECT 2"), "more than one statement"),
        (("sql", ""), "no question"),
    ],
)
def test_what_cannot_be_done_ends_in_one_line_and_2(words: tuple[str, ...], said: str) -> None:
    status, out, err = run(*words)

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_a_folder_that_cannot_be_made_ends_in_one_line_and_2(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    status, out, err = run("export", "--to", str(tmp_path / "file" / "deeper"), "--format", "csv")

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "Choose another folder" in err


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--to", "out", "--format", "xml"),
        ("export",),
        ("show",),
        ("search",),
        ("sql",),
        ("sql", "SELECT 1", "--limit", "0"),
        ("sql", "SELECT 1", "--limit", "many"),
        ("sql", "SELECT 1", "--seconds", "0"),
        ("search", "x", "--format", "xml"),
    ],
)
def test_wrong_options_end_with_2(words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    status, out, err = run(*words)

    assert (status, out, list(tmp_path.iterdir())) == (2, "", [])
    assert "Error" in err
