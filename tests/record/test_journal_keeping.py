"""Adding, amending, retracting, undoing and importing: what is taken, and one clear reason for what is not."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palmares.errors import ChangesRefused, UnusableInput
from palmares.record import Addition, Journal, Keeper, Note, Record, open_record
from palmares.record.holdings import COLUMNS as FIELDS_OF
from palmares.record.imports import COLUMNS, DERIVED

TINY = Path(__file__).parent.parent / "tiny"
NIGHT = Note("2025-03-03T05:00:00+00:00", "Jo", "tonight", "AP")
LATER = Note("2026-03-16T05:00:00+00:00", "Jo", "tonight", "AP")
EDITION = Addition(award="oscars", edition="98", season="2025", held="2026-03-15")


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


def now(keeper: Keeper, *, at: int | None = None) -> Record:
    """The record as the journal makes it."""
    return open_record(TINY, cache=keeper.cache, journal=keeper.journal.path, at=at)


def refused(change: Callable[[], object]) -> tuple[str, ...]:
    with pytest.raises(ChangesRefused) as caught:
        change()
    return caught.value.problems


def win(**given: object) -> Addition:
    told = {"award": "oscars", "edition": "98", "category": "actress", "films": ("Anora",), "won": True}
    return Addition(**{**told, "people": ("Mikey Madison",), **given})  # type: ignore[arg-type]


def table(path: Path, *rows: str, head: str = "award,edition,category,film,people,won") -> Path:
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


def test_a_win_is_added_to_an_edition_that_was_empty(keeper: Keeper) -> None:
    keeper.add(EDITION, NIGHT)
    keeper.add(win(category="Best Actress", award="Academy Awards", edition="", season="2025"), LATER)
    with now(keeper) as record:
        rows = [(row.id, row.won, row.season, row.held) for row in record.nominations(award="oscars", edition=98)]

    assert rows == [("oscars/98/actress/j1", True, 2025, "2026-03-15")]


def test_a_nominee_added_again_as_won_becomes_the_winner(keeper: Keeper) -> None:
    keeper.add(EDITION, NIGHT)
    keeper.add(win(won=False), NIGHT)
    taken = keeper.add(win(), LATER)

    assert [(change.operation, change.id, dict(change.fields)) for change in taken.entry.draft.changes] == [
        ("amend", "oscars/98/actress/j1", {"won": "1"})
    ]


def test_new_films_and_people_are_added_with_the_nomination(keeper: Keeper) -> None:
    keeper.add(EDITION, NIGHT)
    keeper.add(win(films=(), people=(), new_films=("Été à Łódź",), new_people=("Zoë Quill",)), LATER)
    with now(keeper) as record:
        found = [
            (bearer.kind, bearer.id)
            for name in ("ete a lodz", "Zoe Quill", "Quill")
            for bearer in record.names.bearers(name)
        ]

    assert found == [("film", "ete-a-lodz-2025"), ("person", "zoe-quill"), ("person", "zoe-quill")]


def test_a_new_name_one_letter_off_is_taken_with_a_warning(keeper: Keeper) -> None:
    taken = keeper.add(Addition(new_people=("Mikey Maddison",)), NIGHT)

    assert taken.warnings == ("the new person 'Mikey Maddison' is one letter apart from Mikey Madison",)


REFUSED = {
    "no award": (win(award="Grammys"), "award is 'Grammys', and no award is called so"),
    "no edition": (win(edition="120"), "edition is '120', and oscars has no such edition; its last is 97, of 2024"),
    "no season": (win(edition="", season="1900"), "season is '1900', of which oscars has no edition"),
    "neither": (win(edition=""), "edition and season are blank"),
    "no category": (
        win(category="Best Actres"),
        "category is 'Best Actres', and no category is called so; did you mean actress",
    ),
    "near name": (
        win(edition="97", people=("Mikey Madisn",)),
        "'Mikey Madisn' is no person of the record; did you mean Mikey Madison",
    ),
    "other season": (
        win(edition="97", films=("Sunrise",)),
        "'Sunrise' is in the record as Sunrise (sunrise-1928, 1928), of another season",
    ),
    "second winner": (
        win(edition="97", people=("Demi Moore",), films=("The Substance",)),
        "oscars/97/actress would have 2 winners",
    ),
    "not a tie": (
        win(edition="96", category="picture", people=(), films=("Oppenheimer",), is_tie=True),
        "the record has this nomination already",
    ),
    "there already": (win(edition="97"), "the record has this nomination already, with the same outcome"),
    "no person": (win(edition="96", people=(), films=()), "people is blank, and actress is given to a person"),
    "not new": (
        win(edition="97", people=(), new_people=("Mikey Madison",)),
        "'Mikey Madison' is not new: the record has Mikey Madison",
    ),
    "nothing": (Addition(), "nothing is given to add"),
    "no day": (Addition(award="oscars", edition="98"), "category is blank; to add an edition, give the day it is held"),
    "edition there": (
        Addition(award="oscars", edition="97", season="2024", held="2025-03-02"),
        "oscars has an edition 97 already",
    ),
    "bad day": (
        Addition(award="oscars", edition="98", season="2025", held="15 March"),
        "held is '15 March', which is not a date",
    ),
    "bad number": (
        Addition(award="oscars", edition="98th", season="2025", held="2026-03-15"),
        "edition is '98th', which is not a whole number",
    ),
    "wrong season": (
        Addition(award="oscars", edition="98", season="2020", held="2026-03-15"),
        "held is 2026-03-15, neither in the season 2020",
    ),
    "before the last": (
        Addition(award="oscars", edition="98", season="2024", held="2024-12-01"),
        "held is 2024-12-01, and oscars/97 is held 2025-03-02",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_breaks_a_rule_is_refused_with_its_reason(keeper: Keeper, case: str) -> None:
    addition, reason = REFUSED[case]
    problems = refused(lambda: keeper.add(addition, NIGHT))

    assert problems[0].startswith(reason), problems
    assert not keeper.journal.read().entries


def test_a_winner_before_the_night_is_refused(keeper: Keeper) -> None:
    keeper.add(EDITION, NIGHT)

    assert refused(lambda: keeper.add(win(), NIGHT)) == (
        "won is 1, and oscars/98 is held on 2026-03-15, which is still to come",
    )


@pytest.mark.parametrize(
    ("id", "settings", "reason"),
    [
        ("anora-2024", {"runtime_min": "long"}, "runtime_min is 'long', which is not a whole number"),
        ("anora-2024", {"budget": "6"}, "a film has no field budget"),
        ("anora-2024", {"title": ""}, "title is blank"),
        ("anora-2024", {"directors": "Nobody Atall"}, "'Nobody Atall' is no person of the record"),
        ("anora-2024", {"release_year": "2031"}, "release_year is 2031, long after the season 2024"),
        ("anora-2024", {"imdb": "28607951"}, "imdb is '28607951', which is no IMDb id of a film"),
        ("mikey-madison", {"born": "2024-01-01"}, ""),
        ("mikey-madison", {"born": "1999-02-30"}, "born is '1999-02-30', which is not a date"),
        ("mikey-madison", {"gender": "x"}, "gender is 'x', which is none of f, m"),
        ("oscars/97/actress/3", {"won": "maybe"}, "won is 'maybe', which is none of 0, 1"),
        ("oscars/97/actress/1", {"won": "1"}, "oscars/97/actress would have 2 winners"),
        ("oscars/97", {"held": "2027-03-02"}, "held is 2027-03-02, neither in the season 2024 nor the year after"),
        ("mikey-maddison", {"born": "1999"}, "nothing in the record has the id 'mikey-maddison'; did you mean"),
        ("oscars/97/actress/3", {"won": "1"}, "the record says all this already"),
    ],
)
def test_an_amendment_that_breaks_a_rule_is_refused(
    keeper: Keeper, id: str, settings: dict[str, str], reason: str
) -> None:
    if not reason:
        keeper.amend(id, settings, NIGHT)
        problems = refused(lambda: keeper.amend("oscars/97/actress/3", {"detail": "Anora"}, NIGHT))
        reason = "people names mikey-madison, born 2024-01-01, too late for the season 2024"
    else:
        problems = refused(lambda: keeper.amend(id, settings, NIGHT))

    assert problems[0].startswith(reason), problems


def test_fields_are_amended_and_taken_away(keeper: Keeper) -> None:
    keeper.amend("anora-2024", {"runtime_min": "140", "distributor_us": "", "directors": "Sean Baker"}, NIGHT)
    with now(keeper) as record:
        film = record.film("anora-2024")

    assert (film.runtime_min, film.distributor_us, [person.id for person in film.directors]) == (
        140,
        None,
        ["sean-baker"],
    )


def test_what_is_still_named_is_not_retracted(keeper: Keeper) -> None:
    problems = refused(lambda: keeper.retract(("mikey-madison",), NIGHT))

    assert problems[0].startswith("mikey-madison is still named by oscars/97/actress/3")


def test_an_edition_with_nominations_is_not_retracted(keeper: Keeper) -> None:
    problems = refused(lambda: keeper.retract(("oscars/97",), NIGHT))

    assert problems[0].startswith("oscars/97 is still named by oscars/97/")


def test_a_race_is_retracted_whole(keeper: Keeper) -> None:
    keeper.retract(("cannes/77/palme-dor",), NIGHT)
    with now(keeper) as record:
        rows = record.nominations(award="cannes", edition=77, category="palme-dor")
        missing = record.connection.execute(
            "SELECT winners_except FROM coverage WHERE award = 'cannes' AND category = 'palme-dor'"
        ).fetchone()

    assert (rows, missing) == ((), ("77",))


def test_an_entry_that_a_later_one_needs_is_not_undone(keeper: Keeper) -> None:
    keeper.add(EDITION, NIGHT)
    keeper.add(win(), LATER)
    problems = refused(lambda: keeper.undo(1, LATER))

    assert problems == ("entry 2 needs entry 1: there is no edition oscars/98",)


@pytest.mark.parametrize(("number", "problem"), [(9, "no such entry"), (0, "no such entry"), (1, "taken back already")])
def test_an_entry_that_cannot_be_undone_is_told(keeper: Keeper, number: int, problem: str) -> None:
    keeper.add(EDITION, NIGHT)
    keeper.undo(None, NIGHT)
    with pytest.raises(UnusableInput) as caught:
        keeper.undo(number, NIGHT)

    assert problem in caught.value.problem


@pytest.mark.parametrize("blank", ["author", "source"])
def test_an_entry_says_who_wrote_it_and_where_it_was_read(keeper: Keeper, blank: str) -> None:
    told = {"author": "Jo", "source": "AP", blank: " "}
    problems = refused(lambda: keeper.add(EDITION, Note("2025-03-03", told["author"], "", told["source"])))

    assert problems == (f"{blank} is blank; every entry says it",)


# --- files ----------------------------------------------------------------------------------------------------------


def test_a_file_is_taken_whole(keeper: Keeper, tmp_path: Path) -> None:
    keeper.add(EDITION, NIGHT)
    file = table(
        tmp_path / "night.csv",
        "Oscars,98,Best Actress,Anora,Mikey Madison,0",
        "Oscars,98,Best Actress,The Substance,Demi Moore,1",
        "Oscars,98,Best Director,The Brutalist,Brady Corbet,1",
    )
    keeper.import_file(file, LATER)
    with now(keeper) as record:
        rows = [(row.id, row.won) for row in record.nominations(award="oscars", edition=98)]

    assert rows == [("oscars/98/actress/j1", False), ("oscars/98/actress/j2", True), ("oscars/98/director/j1", True)]


BAD_FILES = {
    "empty": ("", "bad.csv, line 1: the file is empty"),
    "no column": ("award,category,film\n", "bad.csv, line 1: a column is missing: edition or season"),
    "strange column": (
        "award,edition,category,film,budget\n",
        "bad.csv, line 1: the column 'budget' is none of id, award",
    ),
    "twice": ("award,award,edition,category,film\n", "bad.csv, line 1: the column 'award' stands there twice"),
    "short row": (
        "award,edition,category,film\noscars,97,picture\n",
        "bad.csv, line 2: it has 3 fields, and the first line names 4",
    ),
    "half a file": ('award,edition,category,film\noscars,97,picture,"Ano', "bad.csv, line 2: this is not whole CSV"),
    "no edition": ("award,edition,category,film\noscars,X,picture,Anora\n", "bad.csv, line 2: edition is 'X'"),
    "no film": (
        "award,edition,category,film\noscars,97,picture,Anorra\n",
        "bad.csv, line 2: 'Anorra' is no film of the record; did you mean Anora",
    ),
    "flag": (
        "award,edition,category,film,won\noscars,97,picture,Anora,perhaps\n",
        "bad.csv, line 2: won is 'perhaps', which is neither 1 nor 0",
    ),
    "same row": (
        "award,edition,category,film\noscars,97,actor,x\noscars,97,actor,x\n",
        "bad.csv, line 2: 'x' is no film",
    ),
    "id": (
        "id,award,edition,category,film\noscars/96/picture/1,oscars,97,picture,Anora\n",
        "bad.csv, line 2: id is 'oscars/96/picture/1'",
    ),
    "two winners": (
        "award,edition,category,film,won\noscars,97,picture,The Brutalist,1\n",
        "oscars/97/picture would have 2 winners",
    ),
    "nothing new": ("award,edition,category,film,won\n", "the record says all this already"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_file_that_is_wrong_names_line_and_column_and_nothing_is_taken(
    keeper: Keeper, tmp_path: Path, case: str
) -> None:
    text, reason = BAD_FILES[case]
    file = tmp_path / "bad.csv"
    file.write_text(text, encoding="utf-8")
    problems = refused(lambda: keeper.import_file(file, NIGHT))

    assert problems[0].startswith(reason), problems
    assert not keeper.journal.read().entries


def test_every_wrong_line_of_a_file_is_told(keeper: Keeper, tmp_path: Path) -> None:
    file = table(
        tmp_path / "bad.csv",
        "oscars,97,actres,,,0",
        "oscar,97,actress,,,0",
        "oscars,97,actress,Anora,Mikey Madison,1",
        "oscars,97,actress,Anora,Mikey Madison,1",
    )
    problems = refused(lambda: keeper.import_file(file, NIGHT))

    assert [problem.split(":")[0] for problem in problems] == ["bad.csv, line 2", "bad.csv, line 3", "bad.csv, line 5"]


@pytest.mark.parametrize(("data", "line"), [(b"award,edition,category,film\noscars,97,picture,Ann\xe9e\n", 2)])
def test_a_file_that_is_not_utf_8_is_refused(keeper: Keeper, tmp_path: Path, data: bytes, line: int) -> None:
    file = tmp_path / "latin.csv"
    file.write_bytes(data)
    problems = refused(lambda: keeper.import_file(file, NIGHT))

    assert problems == (f"latin.csv, line {line}: this is not text in UTF-8",)


def test_a_file_that_is_not_there_is_told(keeper: Keeper, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        keeper.import_file(tmp_path / "none.csv", NIGHT)

    assert caught.value.problem == "cannot be read (No such file or directory)"


def test_unknown_names_of_a_file_are_added_when_asked_to(keeper: Keeper, tmp_path: Path) -> None:
    keeper.add(EDITION, NIGHT)
    file = table(tmp_path / "night.csv", "oscars,98,actress,Hamnett,Jessie Buckly,1", "oscars,98,picture,Hamnett,,1")
    keeper.import_file(file, LATER, has_new_names=True)
    with now(keeper) as record:
        rows = [
            ([film.id for film in row.films], [person.id for person in row.people])
            for row in record.nominations(award="oscars", edition=98)
        ]

    assert rows == [(["hamnett-2025"], ["jessie-buckly"]), (["hamnett-2025"], [])]


def test_a_complete_file_makes_the_record_answer_for_its_nominees(keeper: Keeper, tmp_path: Path) -> None:
    keeper.add(EDITION, NIGHT)
    file = table(
        tmp_path / "night.csv",
        "oscars,98,actress,Anora,Mikey Madison,1",
        "oscars,98,actress,The Substance,Demi Moore,0",
    )
    keeper.import_file(file, LATER, is_complete=True)
    with now(keeper) as record:
        spans = record.connection.execute(
            "SELECT winners_to, nominees_to FROM coverage WHERE award = 'oscars' AND category = 'actress'"
        ).fetchone()

    assert spans == (98, 98)


def test_importing_what_the_record_exports_changes_nothing(keeper: Keeper, base: Record, tmp_path: Path) -> None:
    cursor = base.connection.execute("SELECT * FROM nominations WHERE award_id = 'oscars' AND edition IN (41, 97)")
    file = tmp_path / "export.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([column[0] for column in cursor.description])
        writer.writerows(cursor)

    assert refused(lambda: keeper.import_file(file, NIGHT)) == ("the record says all this already",)


# --- anything at all ------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "",
        "oscars",
        "97",
        "96",
        "2024",
        "actress",
        "Best Picture",
        "Anora",
        "Mikey Madison",
        "Demi Moore",
        "1",
        "0",
        "|",
        "a|b",
    ]
)
TEXTS = st.one_of(WORDS, st.text(max_size=12))
HEADS = st.lists(st.sampled_from([*COLUMNS, *DERIVED, "budget"]), max_size=7)
COLUMNS_NEEDED = ["award", "edition", "category", "film", "people", "won"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.just(COLUMNS_NEEDED), HEADS), st.lists(st.lists(TEXTS, max_size=7), max_size=4), st.booleans())
def test_whatever_a_file_holds_is_taken_or_refused(
    keeper: Keeper, tmp_path: Path, head: list[str], rows: list[list[str]], has_new_names: bool
) -> None:
    file = tmp_path / "any.csv"
    with file.open("w", encoding="utf-8", newline="", errors="replace") as stream:
        csv.writer(stream).writerows([head, *rows])
    with suppress(ChangesRefused):
        keeper.import_file(file, NIGHT, has_new_names=has_new_names)
    with now(keeper) as record:
        problems = record.connection.execute("PRAGMA foreign_key_check").fetchall()

    assert problems == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60))
def test_a_file_of_any_bytes_is_refused(keeper: Keeper, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "any.csv"
    file.write_bytes(data)

    assert refused(lambda: keeper.import_file(file, NIGHT))


IDS = st.sampled_from(["anora-2024", "mikey-madison", "oscars/97", "oscars/97/actress/3", "oscars/97/actress", "x"])
VALUES = st.one_of(TEXTS, st.sampled_from(["2024-01-01", "tt0000001"]))
FIELDS = st.sampled_from([*" ".join(FIELDS_OF.values()).split(), "budget"])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(IDS, st.text(max_size=8)),
    st.dictionaries(FIELDS, st.one_of(TEXTS, st.sampled_from(["2024-01-01", "tt0000001"]))),
)
def test_whatever_an_amendment_says_is_taken_or_refused(keeper: Keeper, id: str, fields: dict[str, str]) -> None:
    with suppress(ChangesRefused):
        keeper.amend(id, fields, NIGHT)
    with suppress(ChangesRefused):
        keeper.retract((id,), NIGHT)
    with now(keeper) as record:
        problems = record.connection.execute("PRAGMA foreign_key_check").fetchall()

    assert problems == []
