"""The file of a journal: what is in it, what survives a crash, and what happens when several write at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from palmares.errors import JournalDamaged, RecordUnavailable, UnusableInput
from palmares.record import Change, Draft, History, Journal

WRITER = """
import sys
from pathlib import Path
from palmares.record import Draft, Journal

journal = Journal(Path(sys.argv[1]))
for number in range(8):
    journal.append(lambda history: Draft("2027-03-15", sys.argv[2], str(len(history.entries)), "AP", "add"))
"""


def draft(source: str = "AP", *, undoes: int | None = None) -> Draft:
    change = Change("add", "film", "anora-2-2026", {"title": "Anora 2 – “é”", "season": "2026", "source": source}, {})
    return Draft("2027-03-15T05:00:00+00:00", "Jo", "tonight", source, "add", (change,), undoes)


def journal_of(path: Path, *drafts: Draft) -> Journal:
    journal = Journal(path)
    for one in drafts:
        journal.append(lambda _, one=one: one)
    return journal


def test_a_journal_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert Journal(tmp_path / "none" / "journal.jsonl").read() == History()


def test_what_is_appended_is_read_back(tmp_path: Path) -> None:
    journal = journal_of(tmp_path / "new" / "journal.jsonl", draft("AP"), draft("Reuters"))

    assert [entry.draft for entry in journal.read().entries] == [draft("AP"), draft("Reuters")]


def test_each_line_can_be_read_by_people(tmp_path: Path) -> None:
    path = journal_of(tmp_path / "journal.jsonl", draft()).path
    line = json.loads(path.read_text(encoding="utf-8").splitlines()[1])
    del line["check"]

    assert line == {
        "entry": 1,
        "time": "2027-03-15T05:00:00+00:00",
        "author": "Jo",
        "reason": "tonight",
        "source": "AP",
        "command": "add",
        "changes": [
            {
                "add": "film",
                "id": "anora-2-2026",
                "fields": {"title": "Anora 2 – “é”", "season": "2026", "source": "AP"},
            }
        ],
    }


def test_an_entry_cut_at_any_byte_counts_for_nothing_and_the_next_one_takes_its_place(tmp_path: Path) -> None:
    whole = journal_of(tmp_path / "whole.jsonl", draft("AP"), draft("Reuters")).path.read_bytes()
    start = whole.rstrip(b"\n").rindex(b"\n") + 1
    kept = []
    for end in range(start, len(whole) - 1):
        journal = Journal(tmp_path / "cut.jsonl")
        journal.path.write_bytes(whole[:end])
        before = journal.read()
        journal.append(lambda _: draft("Variety"))
        after = [entry.draft.source for entry in journal.read().entries]
        kept.append(([entry.draft.source for entry in before.entries], before.torn, after))

    assert kept == [(["AP"], torn, ["AP", "Variety"]) for torn in range(len(whole) - 1 - start)]


@pytest.mark.parametrize("cut", [1, 0])
def test_a_whole_entry_that_lost_its_line_break_still_counts(tmp_path: Path, cut: int) -> None:
    journal = journal_of(tmp_path / "journal.jsonl", draft("AP"), draft("Reuters"))
    data = journal.path.read_bytes()
    journal.path.write_bytes(data[: len(data) - cut])
    journal.append(lambda _: draft("Variety"))

    assert [entry.draft.source for entry in journal.read().entries] == ["AP", "Reuters", "Variety"]


def test_line_breaks_of_another_system_are_read(tmp_path: Path) -> None:
    journal = journal_of(tmp_path / "journal.jsonl", draft("AP"), draft("Reuters"))
    journal.path.write_bytes(journal.path.read_bytes().replace(b"\n", b"\r\n"))
    journal.append(lambda _: draft("Variety"))

    assert [entry.draft.source for entry in journal.read().entries] == ["AP", "Reuters", "Variety"]


def test_a_file_cut_within_its_first_line_or_entry_is_an_empty_journal(tmp_path: Path) -> None:
    whole = journal_of(tmp_path / "whole.jsonl", draft()).path.read_bytes()
    journal = Journal(tmp_path / "cut.jsonl")
    found = set()
    for end in range(len(whole) - 1):
        journal.path.write_bytes(whole[:end])
        empty = journal.read().entries
        journal.append(lambda _: draft())
        found.add((empty, journal.path.read_bytes() == whole))

    assert found == {((), True)}


def test_a_tail_of_zeros_left_by_a_crash_counts_for_nothing(tmp_path: Path) -> None:
    journal = journal_of(tmp_path / "journal.jsonl", draft())
    with journal.path.open("ab") as stream:
        stream.write(b"\0" * 512)
    history = journal.read()

    assert (len(history.entries), history.torn) == (1, 512)


@pytest.mark.parametrize(
    ("old", "new"), [("Reuters", "Routers"), ('"entry": 2', '"entry": 3'), ('"add": "film"', '"add": "song"')]
)
def test_a_line_changed_by_hand_is_told_by_its_number(tmp_path: Path, old: str, new: str) -> None:
    journal = journal_of(tmp_path / "journal.jsonl", draft("AP"), draft("Reuters"), draft("AP"))
    lines = journal.path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[2] = lines[2].replace(old, new, 1)
    journal.path.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(JournalDamaged) as caught:
        journal.read()

    assert (caught.value.file, caught.value.line) == (str(journal.path), 3)


def test_a_line_taken_out_is_noticed(tmp_path: Path) -> None:
    journal = journal_of(tmp_path / "journal.jsonl", draft("AP"), draft("Reuters"), draft("AP"))
    lines = journal.path.read_text(encoding="utf-8").splitlines(keepends=True)
    journal.path.write_text("".join([lines[0], *lines[2:]]), encoding="utf-8")
    with pytest.raises(JournalDamaged) as caught:
        journal.read()

    assert caught.value.line == 2


@pytest.mark.parametrize("text", ["# notes\n", "{}\n", '{"palmares-journal": 2}\n', "[1]\n", "\n", "null", "\x00\x01"])
def test_another_file_is_refused_and_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecordUnavailable):
        Journal(path).append(lambda _: draft())

    assert path.read_text(encoding="utf-8") == text


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordUnavailable):
        Journal(tmp_path).read()


def test_a_draft_that_is_refused_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    journal = journal_of(tmp_path / "journal.jsonl", draft())
    before = journal.path.read_bytes()

    def refuse(_: History) -> Draft:
        raise UnusableInput("it", "is refused", "Leave it")

    with pytest.raises(UnusableInput):
        journal.append(refuse)

    assert journal.path.read_bytes() == before


def test_several_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in ("ann", "bob", "cy")]
    statuses = [writer.wait(timeout=60) for writer in writers]
    entries = Journal(path).read().entries
    authors = [entry.draft.author for entry in entries]

    assert statuses == [0, 0, 0]
    assert [entry.number for entry in entries] == list(range(1, 25))
    assert [entry.draft.reason for entry in entries] == [str(number) for number in range(24)]
    assert {name: authors.count(name) for name in set(authors)} == {"ann": 8, "bob": 8, "cy": 8}


def test_a_writer_killed_at_any_moment_leaves_whole_entries(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = Journal(path)
    for count in (1, 5, 9):
        writer = subprocess.Popen([sys.executable, "-c", WRITER.replace("range(8)", "range(10_000)"), str(path), "ann"])
        while writer.poll() is None and len(journal.read().entries) < count:
            pass
        writer.kill()
        writer.wait()
    journal.append(lambda _: draft())
    entries = journal.read().entries

    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert len(entries) > 9


def test_an_undoing_can_itself_be_undone(tmp_path: Path) -> None:
    journal = journal_of(tmp_path / "journal.jsonl", draft("A"), draft("B"))
    standing = []
    for undoes in (1, 3, 2):
        journal.append(lambda _, undoes=undoes: Draft("2027", "Jo", "", "undo", "undo", (), undoes))
        standing.append([entry.draft.source for entry in journal.read().standing])

    assert standing == [["B"], ["A", "B"], ["A"]]


@pytest.mark.parametrize("number", [-1, 3])
def test_an_entry_that_is_not_there_is_told(tmp_path: Path, number: int) -> None:
    history = journal_of(tmp_path / "journal.jsonl", draft(), draft()).read()
    with pytest.raises(UnusableInput) as caught:
        history.until(number)

    assert caught.value.source == f"entry {number}"
