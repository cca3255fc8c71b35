"""The record under a journal: what a build from changed data files would be, at any entry, and nothing is lost."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palmares.errors import ChangesRefused, UnusableInput
from palmares.record import (
    Addition,
    Journal,
    Keeper,
    Note,
    Record,
    Standing,
    differences,
    open_record,
    review_history,
)

TINY = Path(__file__).parent.parent / "tiny"
NIGHT = Note("2026-03-16T05:00:00+00:00", "Jo", "tonight", "AP")

COMPARED = (
    "SELECT * FROM person ORDER BY id",
    "SELECT * FROM film ORDER BY id",
    "SELECT * FROM film_director ORDER BY film, place",
    "SELECT * FROM film_country ORDER BY film, place",
    "SELECT * FROM edition ORDER BY award, number",
    "SELECT * FROM host ORDER BY award, edition, place",
    "SELECT * FROM nominations ORDER BY id",
    """SELECT id, c.place, person, earlier_nominations, earlier_wins
        FROM nomination_person AS c JOIN nomination ON row = nomination ORDER BY id, c.place""",
    "SELECT id, counts, season, held, decided, announced FROM nomination ORDER BY id",
    "SELECT * FROM spelling ORDER BY key, kind, id",
    "SELECT names, kind, id, label, weight, first_season, last_season FROM entry ORDER BY kind, id, label, names",
    "SELECT * FROM about WHERE key != 'journal_entries' ORDER BY key",
    "SELECT * FROM trie",
)
"""All that follows from the data, but for coverage, which a journal derives, and internal row numbers."""

EDITED = {
    "editions.csv": "oscars,98,2025,2026-03-15,,Conan O'Brien,,AP\n",
    "films.csv": "zebra-dawn-2025,Zebra Dawn,,2025,,,,,,,,,AP\n",
    "people.csv": "zoe-quill,Zoë Quill,,,,,,,AP\n",
    "nominations/oscars.csv": (
        "oscars/98/actress/j1,98,actress,ACTRESS IN A LEADING ROLE,anora-2024,mikey-madison,,,0,,,AP\n"
        "oscars/98/actress/j2,98,actress,ACTRESS IN A LEADING ROLE,zebra-dawn-2025,zoe-quill,,,1,,,AP\n"
    ),
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def base(cache: Path) -> Iterator[Record]:
    with open_record(TINY, cache=cache) as record:
        yield record


@pytest.fixture
def keeper(base: Record, cache: Path, tmp_path: Path) -> Keeper:
    return Keeper(base, Journal(tmp_path / "journal.jsonl"), cache=cache)


def season_of_2025(keeper: Keeper) -> None:
    """The 98th Academy Awards with one race."""
    hosts = ("Conan O'Brien",)
    keeper.add(Addition(award="oscars", edition="98", season="2025", held="2026-03-15", hosts=hosts), NIGHT)
    race = {"award": "oscars", "edition": "98", "category": "actress"}
    keeper.add(Addition(**race, films=("Anora",), people=("Mikey Madison",)), NIGHT)  # type: ignore[arg-type]
    new = {"new_films": ("Zebra Dawn",), "new_people": ("Zoë Quill",)}
    keeper.add(Addition(**race, **new, won=True), NIGHT)  # type: ignore[arg-type]


def everything(record: Record) -> list[list[tuple[object, ...]]]:
    return [record.connection.execute(query).fetchall() for query in COMPARED]


def now(keeper: Keeper, *, at: int | None = None) -> Record:
    return open_record(TINY, cache=keeper.cache, journal=keeper.journal.path, at=at)


def test_a_record_under_a_journal_is_what_a_build_from_such_data_would_be(
    keeper: Keeper, cache: Path, tmp_path: Path
) -> None:
    season_of_2025(keeper)
    data = Path(shutil.copytree(TINY, tmp_path / "data"))
    for name, lines in EDITED.items():
        with (data / name).open("a", encoding="utf-8", newline="") as stream:
            stream.write(lines)
    with now(keeper) as patched, open_record(data, cache=cache) as built:
        left, right = everything(patched), everything(built)

    for query, one, other in zip(COMPARED, left, right, strict=True):
        assert one == other, query


def test_undoing_everything_gives_the_record_itself(keeper: Keeper, base: Record) -> None:
    season_of_2025(keeper)
    keeper.amend("anora-2024", {"runtime_min": "140", "title": "Anora!"}, NIGHT)
    keeper.retract(("cannes/77/palme-dor", "oscars/97/actress/1"), NIGHT)
    while keeper.journal.read().standing:
        keeper.undo(None, NIGHT)
    with now(keeper) as record:
        undone = everything(record)

    assert undone == everything(base)
    assert differences(base, keeper.journal.read()) == ()


def test_the_record_can_be_opened_as_of_every_entry(keeper: Keeper) -> None:
    season_of_2025(keeper)
    keeper.undo(3, NIGHT)
    counts = []
    for at in range(5):
        with now(keeper, at=at) as record:
            counts.append(sum(row.edition == 98 for row in record.nominations(award="oscars")))

    assert counts == [0, 0, 1, 2, 1]


def test_an_entry_to_come_cannot_be_asked_for(keeper: Keeper) -> None:
    with pytest.raises(UnusableInput):
        now(keeper, at=1)


def test_a_winner_makes_the_record_answer_for_its_race(keeper: Keeper) -> None:
    season_of_2025(keeper)
    with now(keeper) as record:
        coverage = record.connection.execute(
            "SELECT winners_from, winners_to, winners_except, nominees_to FROM coverage"
            " WHERE award = 'oscars' AND category = 'actress'"
        ).fetchone()

    assert coverage == (96, 98, "", 97)


def test_nominees_are_known_from_the_day_they_were_added(keeper: Keeper) -> None:
    keeper.add(Addition(award="oscars", edition="98", season="2025", held="2026-03-15"), NIGHT)
    early = Note("2026-01-02T15:00:00+00:00", "Jo", "", "AP")
    keeper.add(Addition(award="oscars", edition="98", category="picture", films=("Anora",)), early)
    with now(keeper) as record:
        announced = record.edition("oscars", 98).announced

    assert announced == dt.date(2026, 1, 2)


def test_what_is_retracted_and_added_again_is_as_it_was(keeper: Keeper, base: Record) -> None:
    before = base.nominations(award="cannes", edition=77)
    keeper.retract(tuple(dict.fromkeys(row.id.rsplit("/", 1)[0] for row in before)), NIGHT)
    for row in before:
        keeper.add(
            Addition(
                award="cannes",
                edition="77",
                category=row.category,
                films=tuple(film.id for film in row.films),
                people=tuple(person.id for person in row.people),
                wording=row.wording,
                detail=row.detail or "",
                won=row.won,
                id=row.id,
                source=row.source,
            ),
            NIGHT,
        )
    with now(keeper) as record:
        after = record.nominations(award="cannes", edition=77)
        coverage = record.connection.execute("SELECT * FROM coverage WHERE award = 'cannes'").fetchall()

    assert sorted(after, key=lambda row: row.id) == sorted(before, key=lambda row: row.id)
    assert coverage == base.connection.execute("SELECT * FROM coverage WHERE award = 'cannes'").fetchall()


def test_a_tie_that_loses_a_winner_is_a_tie_no_more(keeper: Keeper) -> None:
    query = "SELECT id, tied FROM nomination WHERE award = 'oscars' AND edition = 41 AND won AND category = 'actress'"
    states = []
    keeper.retract(("oscars/41/actress/4",), NIGHT)
    for at in (1, 0):
        with now(keeper, at=at) as record:
            states.append([tied for _, tied in record.connection.execute(query)])

    assert states == [[0], [1, 1]]


# --- upgrades -------------------------------------------------------------------------------------------------------


@pytest.fixture
def upgraded(keeper: Keeper, tmp_path: Path) -> Path:
    """Data files of a later palmares, which knows of the 98th Academy Awards itself."""
    season_of_2025(keeper)
    keeper.amend("anora-2024", {"runtime_min": "140"}, NIGHT)
    data = Path(shutil.copytree(TINY, tmp_path / "later"))
    for name, lines in EDITED.items():
        with (data / name).open("a", encoding="utf-8", newline="") as stream:
            stream.write(lines.replace("/j1,", "/1,").replace("/j2,", "/2,").replace("zebra-dawn-2025", "zebra-2025"))
    return data


def test_an_upgrade_that_says_the_same_confirms_the_entries(keeper: Keeper, upgraded: Path, cache: Path) -> None:
    with open_record(upgraded, cache=cache) as later:
        standing = [(one.change.id, one.standing) for one in review_history(later, keeper.journal.read())]

    assert standing == [
        ("oscars/98", Standing.CONFIRMED),
        ("oscars/98/actress/j1", Standing.CONFIRMED),
        ("zebra-dawn-2025", Standing.CONFIRMED),
        ("zoe-quill", Standing.CONFIRMED),
        ("oscars/98/actress/j2", Standing.CONFIRMED),
        ("anora-2024", Standing.STANDS),
    ]


def test_an_upgrade_that_says_the_same_holds_nothing_twice(keeper: Keeper, upgraded: Path, cache: Path) -> None:
    with open_record(upgraded, cache=cache, journal=keeper.journal.path) as record:
        rows = [(row.id, row.won) for row in record.nominations(award="oscars", edition=98)]
        films = [bearer.id for bearer in record.names.bearers("Zebra Dawn")]

    assert (rows, films) == ([("oscars/98/actress/1", False), ("oscars/98/actress/2", True)], ["zebra-2025"])


def test_an_upgrade_that_says_otherwise_contradicts_the_entries(keeper: Keeper, upgraded: Path, cache: Path) -> None:
    path = upgraded / "nominations" / "oscars.csv"
    text = path.read_text(encoding="utf-8")
    text = text.replace("mikey-madison,,,0,,,AP", "mikey-madison,,,1,,,AP").replace(
        "zoe-quill,,,1,,,AP", "zoe-quill,,,0,,,AP"
    )
    path.write_text(text, encoding="utf-8")
    with open_record(upgraded, cache=cache) as later:
        found = {one.change.id: (one.standing, one.instead) for one in review_history(later, keeper.journal.read())}

    assert found["oscars/98/actress/j2"] == (Standing.CONTRADICTED, "won 0")


def test_a_race_of_two_winners_by_contradiction_is_answered_for_no_more(
    keeper: Keeper, upgraded: Path, cache: Path
) -> None:
    path = upgraded / "nominations" / "oscars.csv"
    text = path.read_text(encoding="utf-8")
    text = text.replace("mikey-madison,,,0,,,AP", "mikey-madison,,,1,,,AP")
    path.write_text(text.replace("zoe-quill,,,1,,,AP", "zoe-quill,,,0,,,AP"), encoding="utf-8")
    query = "SELECT winners_to, winners_except FROM coverage WHERE award = 'oscars' AND category = 'actress'"
    coverage = upgraded / "coverage.csv"
    lines = coverage.read_text(encoding="utf-8")
    coverage.write_text(lines.replace("oscars,actress,96,97,96,97", "oscars,actress,96,98,96,98"), encoding="utf-8")
    with open_record(upgraded, cache=cache, journal=keeper.journal.path) as record:
        spans = record.connection.execute(query).fetchone()

    assert spans == (98, "98")


def test_entries_whose_edition_is_gone_are_told_and_left_out(
    keeper: Keeper, base: Record, cache: Path, tmp_path: Path
) -> None:
    keeper.amend("oscars/97/actress/3", {"detail": "Anora"}, NIGHT)
    data = Path(shutil.copytree(TINY, tmp_path / "later"))
    path = data / "nominations" / "oscars.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("oscars/97/actress/3,")), encoding="utf-8")
    with open_record(data, cache=cache) as later:
        found = [(one.standing, one.instead) for one in review_history(later, keeper.journal.read())]
    with open_record(data, cache=cache, journal=keeper.journal.path) as record:
        rows = record.nominations(award="oscars", edition=97, person="mikey-madison")

    assert found == [(Standing.ORPHANED, "there is no nomination oscars/97/actress/3")]
    assert rows == ()


# --- laws -----------------------------------------------------------------------------------------------------------

STEPS = (
    lambda keeper: keeper.add(Addition(award="oscars", edition="98", season="2025", held="2026-03-15"), NIGHT),
    lambda keeper: keeper.add(
        Addition(award="oscars", edition="98", category="actress", films=("Anora",), people=("Mikey Madison",)), NIGHT
    ),
    lambda keeper: keeper.add(
        Addition(award="oscars", edition="98", category="picture", new_films=("Zebra Dawn",), won=True), NIGHT
    ),
    lambda keeper: keeper.amend("oscars/98/actress/j1", {"won": "1"}, NIGHT),
    lambda keeper: keeper.amend("anora-2024", {"runtime_min": "140"}, NIGHT),
    lambda keeper: keeper.amend("zebra-dawn-2025", {"countries": "France"}, NIGHT),
    lambda keeper: keeper.retract(("cannes/77/palme-dor",), NIGHT),
    lambda keeper: keeper.retract(("oscars/98/actress",), NIGHT),
    lambda keeper: keeper.retract(("oscars/98",), NIGHT),
    lambda keeper: keeper.undo(None, NIGHT),
    lambda keeper: keeper.undo(1, NIGHT),
    lambda keeper: keeper.undo(2, NIGHT),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(range(len(STEPS))), max_size=12))
def test_whatever_was_written_undoing_it_gives_the_record_itself(
    tmp_path_factory: pytest.TempPathFactory, base: Record, cache: Path, steps: list[int]
) -> None:
    keeper = Keeper(base, Journal(tmp_path_factory.mktemp("law") / "journal.jsonl"), cache=cache)
    for step in steps:
        with suppress(ChangesRefused, UnusableInput):
            STEPS[step](keeper)
    reviewed = {one.standing for one in review_history(base, keeper.journal.read())}
    with now(keeper) as record:
        problems = record.connection.execute("PRAGMA foreign_key_check").fetchall()
    while keeper.journal.read().standing:
        keeper.undo(None, NIGHT)

    assert reviewed <= {Standing.STANDS, Standing.CONFIRMED}
    assert problems == []
    assert differences(base, keeper.journal.read()) == ()


# --- the record that ships ------------------------------------------------------------------------------------------

AUTUMN = Note("2026-11-24T05:00:00+00:00", "Jo", "to show it", "AP")
FESTIVALS = "SELECT * FROM nominations WHERE award_id || edition IN ('cannes79', 'venice83')"
OF_FESTIVALS = "SELECT * FROM coverage WHERE award IN ('cannes', 'venice') ORDER BY award, category"


def test_the_festivals_of_2026_are_retracted_and_imported_again(record: Record, tmp_path: Path) -> None:
    keeper = Keeper(record, Journal(tmp_path / "journal.jsonl"), cache=tmp_path)
    cursor = record.connection.execute(FESTIVALS)
    rows = cursor.fetchall()
    file = tmp_path / "festivals.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([[column[0] for column in cursor.description], *rows])
    keeper.retract(tuple(dict.fromkeys(row[0].rsplit("/", 1)[0] for row in rows)), AUTUMN)
    with open_record(record.path, cache=tmp_path, journal=keeper.journal.path) as without:
        left = without.connection.execute(FESTIVALS).fetchall()
    keeper.import_file(file, AUTUMN)
    with open_record(record.path, cache=tmp_path, journal=keeper.journal.path) as again:
        found = again.connection.execute(FESTIVALS).fetchall()
        coverage = again.connection.execute(OF_FESTIVALS).fetchall()

    assert (left, sorted(found)) == ([], sorted(rows))
    assert coverage == record.connection.execute(OF_FESTIVALS).fetchall()


def test_the_winner_of_a_race_to_come_is_added_on_its_night(record: Record, tmp_path: Path) -> None:
    keeper = Keeper(record, Journal(tmp_path / "journal.jsonl"), cache=tmp_path)
    edition = record.edition("oscars", 99)
    night = Note(f"{edition.held}T21:00:00-07:00", "Jo", "tonight", "AP")
    keeper.add(Addition(award="Oscars", season="2026", category="Best Picture", films=("Fjord",), won=True), night)
    with open_record(record.path, cache=tmp_path, journal=keeper.journal.path) as after:
        rows = after.nominations(award="oscars", edition=99)
        won = [(row.id, row.wording, [film.label for film in row.films]) for row in rows]

    assert won == [("oscars/99/picture/j1", "BEST PICTURE", ["Fjord"])]
