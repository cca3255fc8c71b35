"""The commands of the journal: what they print, that bad input ends in lines that tell it, and that all have JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from palmares import cli

WIN = ("--award", "oscars", "--edition", "97", "--category", "best actress", "--film", "Anora")
BY = ("--source", "AP", "--author", "Jo", "--reason", "tonight")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a journal of its own in place of the user's, and runs in a folder of its own."""
    monkeypatch.setattr("palmares.opening.default_journal", lambda: tmp_path / "own" / "journal.jsonl")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def run(*words: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command."""
    result = CliRunner().invoke(cli.app, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def record(*words: str) -> str:
    """What a command of the record prints, which must end well."""
    status, out, err = run("record", *words)
    assert (status, err) == (0, ""), err
    return out


def edition_of_2030() -> str:
    edition = ("--award", "oscars", "--edition", "101", "--season", "2028", "--held", "2029-03-04")
    return record("add", *edition, *BY)


def test_what_is_added_is_printed_and_stands_in_the_log() -> None:
    added, log = edition_of_2030(), record("log")

    assert added == "Entry 1\n  + oscars/101  season 2028, held 2029-03-04\n"
    assert log.splitlines()[0].endswith("  Jo  add")
    assert log.splitlines()[1:] == [
        "   source: AP; reason: tonight",
        "   + oscars/101  season 2028, held 2029-03-04",
    ]


def test_a_check_uses_the_journal_of_the_user() -> None:
    Path("story.txt").write_text("The 101st Academy Awards were held on March 4, 2029.", encoding="utf-8")
    check = ("check", "story.txt", "--format", "json")
    before = json.loads(run(*check)[1])["summary"]
    edition_of_2030()
    record("amend", "oscars/100", "held=2028-03-06", *BY)
    shown = json.loads(record("show", "oscars/100", "--format", "json"))
    earlier = json.loads(record("show", "oscars/100", "--at", "1", "--format", "json"))

    assert before["refuted"] == 0
    assert shown != earlier
    assert "2028-03-06" in json.dumps(shown)


def test_another_journal_is_named_by_its_path(folder: Path) -> None:
    edition = ("--award", "oscars", "--edition", "101", "--season", "2028", "--held", "2029-03-04")
    record("add", *edition, *BY, "--record", "winter/desk.jsonl")

    assert (folder / "winter" / "desk.jsonl").exists()
    assert record("log") == "The journal has no entries.\n"
    assert "oscars/101" in record("diff", "--record", "winter/desk.jsonl")


def test_an_entry_is_undone_and_the_undoing_undone() -> None:
    edition_of_2030()
    record("undo", *BY)
    nothing = record("diff")
    record("undo", "2", *BY)

    assert nothing == "Nothing differs.\n"
    assert record("diff") == "+ oscars/101  season 2028, held 2029-03-04\n"
    assert record("diff", "--since", "1") == "Nothing differs.\n"


def test_every_command_has_json() -> None:
    printed = [
        record("add", "--new-person", "Zoë Quill", *BY, "--format", "json"),
        record("amend", "zoe-quill", "gender=f", *BY, "--format", "json"),
        record("retract", "zoe-quill", *BY, "--format", "json"),
        record("undo", "3", *BY, "--format", "json"),
        record("log", "--format", "json"),
        record("log", "--review", "--format", "json"),
        record("diff", "--format", "json"),
    ]
    keys = [sorted(json.loads(out)) for out in printed]
    entry = ["author", "changes", "command", "entry", "reason", "source", "time", "unchanged", "undoes", "warnings"]

    assert keys == [entry, entry, entry, entry, ["entries"], ["changes"], ["differences"]]
    assert json.loads(printed[6])["differences"] == [
        {
            "kind": "person",
            "id": "zoe-quill",
            "label": "Zoë Quill",
            "before": None,
            "after": {"name": "Zoë Quill", "source": "AP", "gender": "f"},
        }
    ]


BAD = {
    ("add", *BY): "nothing is given to add",
    (
        "add",
        *WIN,
        "--person",
        "Mikey Madisn",
        *BY,
    ): "'Mikey Madisn' is no person of the record; did you mean",
    ("add", *WIN, "--person", "Mikey Madison"): "source is blank; every entry says it",
    ("amend", "anora-2024", "runtime", *BY): "'runtime': this is no new value of a field",
    ("amend", "anora-2024", "=1", *BY): "'=1': this is no new value of a field",
    ("amend", "anora-2025", "runtime_min=1", *BY): "nothing in the record has the id 'anora-2025'",
    ("retract", "oscars/97/best", *BY): "the record has no nominations in the race 'oscars/97/best'",
    ("retract", "x/y/z", *BY): "the record has no nominations in the race 'x/y/z'",
    ("retract", "a/b/c/d/e", *BY): "nothing in the record has the id 'a/b/c/d/e'",
    ("undo", *BY): "undo: no entry of the journal holds",
    ("undo", "7", *BY): "entry 7: the journal has no such entry",
    ("log", "--at", "3"): "entry 3: the journal has no such entry",
    ("diff", "--since", "3"): "entry 3: the journal has no such entry",
    ("import", "none.csv", *BY): "none.csv: cannot be read",
    ("log", "--record", "."): "The record at . cannot be used",
    ("add", "--new-person", "Zoë Quill", *BY, "--record", "."): "The record at . cannot be used",
    ("search", "anora", "--record", "none.jsonl"): "The record at none.jsonl cannot be used: there is no such file",
}


@pytest.mark.parametrize("words", BAD, ids=" ".join)
def test_bad_input_is_told_in_one_line_with_exit_status_2(words: tuple[str, ...]) -> None:
    status, out, err = run("record", *words)

    assert (status, out) == (2, "")
    assert err.startswith(f"palmares: {BAD[words]}"), err


def test_a_refused_file_is_told_line_by_line() -> None:
    rows = ("award,edition,category,film", "oscars,97,x,Anora", "oscars,y,picture,Anora")
    Path("night.csv").write_text("\n".join(rows), encoding="utf-8")
    status, _, err = run("record", "import", "night.csv", *BY)

    assert status == 2
    assert [line[:28] for line in err.splitlines()] == [
        "palmares: night.csv, line 2:",
        "palmares: night.csv, line 3:",
        "palmares: nothing was taken",
    ]


def test_a_damaged_journal_is_told_by_line(folder: Path) -> None:
    edition_of_2030()
    path = folder / "own" / "journal.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("tonight", "today"), encoding="utf-8")
    commands = (("log",), ("search", "anora"), ("add", "--new-person", "Zoë Quill", *BY))
    found = [run("record", *words) for words in commands]
    remedy = "Restore it from a copy, or cut the file before this line."

    assert found == [(2, "", f"palmares: {path}, line 2: it is not as it was written. {remedy}\n")] * 3


def test_an_unfinished_entry_is_told_and_counts_for_nothing(folder: Path) -> None:
    edition_of_2030()
    path = folder / "own" / "journal.jsonl"
    with path.open("ab") as stream:
        stream.write(b'{"entry": 2')
    status, out, err = run("record", "log")

    assert (status, len(out.splitlines())) == (0, 3)
    assert err == f"palmares: {path}: an unfinished entry at the end (11 bytes) counts for nothing\n"
