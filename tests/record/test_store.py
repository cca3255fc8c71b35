"""Opening the record and looking rows up: where it is kept, what happens when that fails, and what the rows say."""

from __future__ import annotations

import datetime as dt
import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from palmares.claims import Film, Person
from palmares.errors import InvalidData, RecordUnavailable, UnknownName
from palmares.record import (
    Award,
    Category,
    Confidence,
    EditionRow,
    FilmRow,
    NominationRow,
    PersonRow,
    Record,
    cache,
    open_record,
)
from palmares.record.cache import is_record, private_folder

TINY = Path(__file__).parent.parent / "tiny"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def tiny(folder: Path) -> Iterator[Record]:
    with open_record(TINY, cache=folder) as record:
        yield record


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the tiny data files, to be changed."""
    return Path(shutil.copytree(TINY, tmp_path / "data"))


# --- rows -------------------------------------------------------------------------------------------------------


def row_of(record: Record, id: str) -> int:
    ((row,),) = record.connection.execute("SELECT row FROM nomination WHERE id = ?", (id,))
    return int(row)


def test_a_nomination_is_a_row_with_its_films_and_people(tiny: Record) -> None:
    row = row_of(tiny, "oscars/1/actress/2")

    assert tiny.nominations([row]) == (
        NominationRow(
            row=row,
            id="oscars/1/actress/2",
            award="oscars",
            edition=1,
            category="actress",
            season=1928,
            held="1929-05-16",
            held_last=dt.date(1929, 5, 16),
            decided=dt.date(1929, 5, 16),
            announced=dt.date(1929, 3, 17),
            wording="ACTRESS",
            films=(Film("7th-heaven-1928"), Film("street-angel-1928"), Film("sunrise-1928")),
            people=(Person("janet-gaynor"),),
            detail="Diane|Angela|The Wife",
            country=None,
            won=True,
            tied=False,
            place=None,
            status=None,
            counts=True,
            source="github:DLu/oscar_data",
            confidence=Confidence.SINGLE,
        ),
    )


def test_films_and_people_of_a_nomination_carry_their_names(tiny: Record) -> None:
    (nomination,) = tiny.nominations([row_of(tiny, "oscars/97/actress/3")])

    assert [film.label for film in nomination.films] == ["Anora"]
    assert [person.label for person in nomination.people] == ["Mikey Madison"]


def test_nominations_come_in_the_order_asked_for_and_as_often(tiny: Record) -> None:
    assert [nomination.row for nomination in tiny.nominations([9, 3, 9, 5])] == [9, 3, 9, 5]


def test_more_nominations_may_be_asked_for_than_one_query_takes(tiny: Record) -> None:
    ((count,),) = tiny.connection.execute("SELECT count(*) FROM nomination")
    rows = list(range(count, 0, -1)) * 4

    assert [nomination.row for nomination in tiny.nominations(rows)] == rows


def test_a_film_is_a_row(tiny: Record) -> None:
    film = tiny.film("anora-2024")

    assert film == FilmRow(
        id="anora-2024",
        title="Anora",
        imdb="tt28607951",
        season=2024,
        release_year=2024,
        original_title=film.original_title,
        runtime_min=139,
        distributor_us="Neon",
        source=film.source,
        directors=(Person("sean-baker"),),
        countries=("United States",),
        languages=("English",),
    )


def test_a_person_is_a_row(tiny: Record) -> None:
    person = tiny.person("mikey-madison")

    assert person == PersonRow(
        "mikey-madison", "Mikey Madison", person.imdb, person.born, None, "f", "United States", person.source
    )


def test_an_edition_is_a_row(tiny: Record) -> None:
    edition = tiny.edition("oscars", 1)

    assert edition == EditionRow(
        award="oscars",
        number=1,
        season=1928,
        held="1929-05-16",
        held_last=dt.date(1929, 5, 16),
        decided=dt.date(1929, 5, 16),
        announced=dt.date(1929, 3, 17),
        venues=("Hollywood Roosevelt Hotel (Blossom Room)",),
        hosts=("Douglas Fairbanks", "William C. deMille"),
        host_people=edition.host_people,
        broadcaster=None,
        source=edition.source,
    )


def test_a_host_who_is_in_the_record_is_that_person(tiny: Record) -> None:
    edition = tiny.edition("sag", 31)

    assert (edition.hosts, edition.host_people) == (("Kristen Bell",), (Person("kristen-bell"),))


def test_editions_come_by_number(tiny: Record) -> None:
    assert [edition.number for edition in tiny.editions("oscars")] == [1, 10, 27, 39, 41, 86, 91, 96, 97]


def test_awards_and_categories_are_held_by_id(tiny: Record) -> None:
    assert tiny.awards["oscars"] == Award("oscars", "Academy Awards", "Oscars", "academy")
    assert tiny.categories["actress"] == Category(
        "actress", "Best Actress", "f", None, "person", True, frozenset({"acting", "lead"})
    )


def test_a_group_is_its_categories_sorted(tiny: Record) -> None:
    assert tiny.group("acting") == ("actor", "actress", "ensemble", "supporting-actor", "supporting-actress")


@pytest.mark.parametrize(
    "ask",
    [
        lambda record: record.film("anora-1924"),
        lambda record: record.person("nobody"),
        lambda record: record.edition("oscars", 98),
        lambda record: record.edition("caesars", 1),
        lambda record: record.editions("caesars"),
        lambda record: record.group("stunts-and-stuff"),
        lambda record: record.nominations([1, 10_000]),
    ],
)
def test_what_is_not_there_is_an_unknown_name(tiny: Record, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(UnknownName):
        ask(tiny)


def test_the_record_cannot_be_written_to(tiny: Record) -> None:
    with pytest.raises(sqlite3.OperationalError):
        tiny.connection.execute("DELETE FROM nomination")


def test_several_threads_may_ask_one_record(tiny: Record) -> None:
    rows = range(1, 120)
    alone = tiny.nominations(rows)
    with open_record(tiny.path) as fresh, ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda start: fresh.nominations([*rows[start:], *rows[:start]]), range(40)))

    assert all(sorted(some, key=lambda nomination: nomination.row) == list(alone) for some in together)


# --- where it is kept -------------------------------------------------------------------------------------------


def test_a_record_once_built_is_opened_not_built_again(tiny: Record, folder: Path) -> None:
    before = tiny.path.stat()
    with open_record(TINY, cache=folder) as again:
        after = again.path.stat()

    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_built_record_may_be_given_by_its_file(tiny: Record) -> None:
    with open_record(str(tiny.path)) as record:
        assert record.film("anora-2024") == tiny.film("anora-2024")


def test_changed_data_are_built_anew_and_the_old_record_removed(data: Path, tmp_path: Path) -> None:
    first = open_record(data, cache=tmp_path / "cache").path
    text = (data / "films.csv").read_text(encoding="utf-8")
    (data / "films.csv").write_text(text.replace(",Anora,", ",Anora!,", 1), encoding="utf-8")
    with open_record(data, cache=tmp_path / "cache") as record:
        assert record.film("anora-2024").title == "Anora!"

    assert list((tmp_path / "cache").iterdir()) == [record.path]
    assert first != record.path


def test_records_of_other_data_are_left_alone(data: Path, tmp_path: Path) -> None:
    other = open_record(TINY, cache=tmp_path / "cache").path
    open_record(data, cache=tmp_path / "cache")

    assert other.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: b"not a database" * 100,
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:60] + b"\x00\x00\x00\x63" + whole[64:],
        lambda whole: whole[:68] + b"\x00\x00\x00\x00" + whole[72:],
    ],
    ids=["empty", "no database", "cut short", "other version", "other application"],
)
def test_a_damaged_record_is_built_anew(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    path = open_record(TINY, cache=tmp_path).path
    path.write_bytes(damage(path.read_bytes()))
    with open_record(TINY, cache=tmp_path) as record:
        assert record.film("anora-2024").title == "Anora"


def test_a_cache_that_cannot_be_written_to_gives_way_to_the_next_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where a folder should be")

    assert cache.cached_record(TINY, [tmp_path / "file" / "cache", tmp_path / "next"]).parent == tmp_path / "next"


def test_a_record_that_can_be_kept_nowhere_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where a folder should be")

    with pytest.raises(RecordUnavailable, match="make one of them writable"):
        open_record(TINY, cache=tmp_path / "file" / "cache")


def test_a_record_that_is_there_is_read_though_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = open_record(TINY, cache=tmp_path).path
    monkeypatch.setattr(cache, "build_into", lambda *_: pytest.fail("nothing is to be built"))

    assert open_record(TINY, cache=tmp_path).path == path


def test_nothing_is_left_of_a_build_that_failed(data: Path, tmp_path: Path) -> None:
    (data / "films.csv").write_text("")
    with pytest.raises(InvalidData):
        open_record(data, cache=tmp_path / "cache")

    assert list((tmp_path / "cache").iterdir()) == []


def test_half_built_files_of_dead_processes_are_removed_and_fresh_ones_left(tmp_path: Path) -> None:
    prefix = open_record(TINY, cache=tmp_path).path.name[: len("record-12345678-")]
    for path in tmp_path.iterdir():
        path.unlink()
    dead, alive = tmp_path / f".{prefix}dead.building", tmp_path / f".{prefix}alive.building"
    dead.touch()
    alive.touch()
    os.utime(dead, (0, 0))
    path = open_record(TINY, cache=tmp_path).path

    assert sorted(tmp_path.iterdir()) == sorted([alive, path])


def test_processes_that_start_at_once_all_get_a_whole_record(tmp_path: Path) -> None:
    program = (
        "import sys; from palmares.record import open_record; "
        "record = open_record(sys.argv[1], cache=__import__('pathlib').Path(sys.argv[2])); "
        "print(record.connection.execute('SELECT count(*) FROM nomination').fetchone()[0], "
        "record.connection.execute('PRAGMA integrity_check').fetchone()[0])"
    )
    command = [sys.executable, "-c", program, str(TINY), str(tmp_path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(6)]
    said = {process.communicate()[0] for process in running}

    assert len(said) == 1
    assert said.pop().endswith(" ok\n")
    assert [path.suffix for path in tmp_path.iterdir()] == [".sqlite"]


def test_the_private_folder_is_ours_and_closed_to_others(tmp_path: Path) -> None:
    (folder,) = private_folder(tmp_path)

    assert folder.stat().st_mode & 0o777 == 0o700
    assert list(private_folder(tmp_path)) == [folder]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner's mode here")
def test_a_private_folder_that_others_can_write_to_is_not_used(tmp_path: Path) -> None:
    (folder,) = private_folder(tmp_path)
    folder.chmod(0o777)

    assert list(private_folder(tmp_path)) == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner's mode here")
def test_a_link_in_place_of_the_private_folder_is_not_followed(tmp_path: Path) -> None:
    (folder,) = private_folder(tmp_path)
    folder.rmdir()
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    assert list(private_folder(tmp_path)) == []


@pytest.mark.parametrize("content", [None, b"", b"a text, not a record"])
def test_a_file_that_is_no_record_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "other.sqlite"
    if content is not None:
        path.write_bytes(content)

    assert not is_record(path)
    with pytest.raises(RecordUnavailable):
        open_record(path)


def test_errors_of_the_data_cross_processes() -> None:
    error = InvalidData("films.csv", 12, "season is blank")

    assert str(pickle.loads(pickle.dumps(error))) == "films.csv, line 12: season is blank."
