"""All that the record holds of one thing, for `palmares record show`: as lines of text and as JSON.

The thing a newcomer gets wrong: a race still open on the day has neither winner nor losers, as in evidence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from palmares.claims import Json
from palmares.record import (
    AwardSheet,
    Bearer,
    CategorySheet,
    EditionRow,
    EditionSheet,
    FilmRow,
    FilmSheet,
    NominationRow,
    PersonRow,
    PersonSheet,
    Prize,
    RaceSheet,
    Record,
    Sheet,
    SongSheet,
)
from palmares.telling.columns import table_lines
from palmares.telling.english import listed, partial_date, plural
from palmares.telling.lines import edition_title, evidence_line
from palmares.telling.listings import seasons
from palmares.telling.segments import printable
from palmares.telling.wire import nomination_wire, row_wire

PRIZE_HEAD = ("prize", "body", "films of", "nominations", "wins", "show")


# --- text -----------------------------------------------------------------------------------------------------------


def sheet_lines(record: Record, sheet: Sheet, *, as_of: dt.date) -> Iterator[str]:
    """What the record holds of one thing, as lines."""
    match sheet:
        case FilmSheet():
            yield from head(sheet.film.title, film_facts(sheet.film, sheet.spellings), sheet.film.source)
            yield from nominated(record, sheet.nominations, as_of=as_of)
            yield from elsewhere(sheet.others)
        case PersonSheet():
            yield from head(sheet.person.name, person_facts(sheet.person, sheet.spellings), sheet.person.source)
            yield from nominated(record, sheet.nominations, as_of=as_of)
            hosted = [edition_title(record, edition.award, edition.number) for edition in sheet.hosted]
            yield from ["", f"Hosted the {listed(hosted)}."] if hosted else []
            yield from elsewhere(sheet.others)
        case SongSheet():
            yield from head(sheet.title, [("song from", f"{sheet.film.title} ({sheet.film.season})")], "")
            yield from nominated(record, sheet.nominations, as_of=as_of)
            yield from elsewhere(sheet.others)
        case RaceSheet():
            yield from race_lines(record, sheet, as_of=as_of)
        case EditionSheet():
            yield from edition_lines(record, sheet, as_of=as_of)
        case AwardSheet():
            held = (
                f"{len(sheet.editions)}, the last {partial_date(sheet.editions[-1].held)}" if sheet.editions else "none"
            )
            yield from head(sheet.award.name, [("short", sheet.award.short), ("editions", held)], "")
            yield from prize_lines(record, sheet.prizes)
        case CategorySheet():
            yield from head(sheet.category.name, [("groups", ", ".join(sorted(sheet.category.groups)))], "")
            yield from prize_lines(record, sheet.prizes)


def head(title: str, facts: Sequence[tuple[str, str]], source: str) -> Iterator[str]:
    """What a sheet begins with: the name, then what is known, a line each."""
    yield printable(title)
    for label, words in (*facts, ("source", source.replace("+", ", "))):
        if words:
            yield f"  {label}: {printable(words)}"
    yield ""


def film_facts(film: FilmRow, spellings: Sequence[str]) -> list[tuple[str, str]]:
    """What is known of a film, each with its label."""
    release = f", released {film.release_year}" if film.release_year not in (None, film.season) else ""
    directors = [person.label or person.id for person in film.directors]
    return [
        ("film of", f"{film.season}{release}"),
        ("director" if len(directors) == 1 else "directors", listed(directors) if directors else ""),
        ("countries", ", ".join(film.countries)),
        ("languages", ", ".join(film.languages)),
        ("running time", f"{film.runtime_min} minutes" if film.runtime_min else ""),
        ("US distributor", film.distributor_us or ""),
        ("also written", " | ".join(spellings)),
        ("id", " ".join(filter(None, (film.id, film.imdb)))),
    ]


def person_facts(person: PersonRow, spellings: Sequence[str]) -> list[tuple[str, str]]:
    """What is known of a person, each with its label."""
    return [
        ("born", day_words(person.born)),
        ("died", day_words(person.died)),
        ("gender", person.gender or ""),
        ("country", person.country or ""),
        ("also written", " | ".join(spellings)),
        ("id", " ".join(filter(None, (person.id, person.imdb)))),
    ]


def day_words(day: str | None) -> str:
    """A date as precise as it is known; where sources differ, `1909 or 1919`."""
    return " or ".join(partial_date(part) for part in day.split("/")) if day else ""


def nominated(record: Record, rows: Sequence[NominationRow], *, as_of: dt.date) -> Iterator[str]:
    """How often something was nominated, and every nomination."""
    yield tally(rows, as_of=as_of)
    if rows:
        yield from table_lines(nomination_table(record, rows, as_of=as_of))


def tally(rows: Sequence[NominationRow], *, as_of: dt.date) -> str:
    """`10 nominations, 5 wins`; what is outside competition is counted apart."""
    counted = [row for row in rows if row.counts]
    wins = sum(row.won and row.decided <= as_of for row in counted)
    apart = len(rows) - len(counted)
    return (
        f"{len(counted)} {plural(len(counted), 'nomination', 'nominations')}, {wins} {plural(wins, 'win', 'wins')}"
        f"{f', and {apart} outside competition' if apart else ''}"
    )


def nomination_table(record: Record, rows: Sequence[NominationRow], *, as_of: dt.date) -> list[tuple[str, ...]]:
    """Nominations as a table with its head; those of one race leave out what they share."""
    is_race = len({row.id.rsplit("/", 1)[0] for row in rows}) == 1 and len(rows) > 1
    table: list[tuple[str, ...]] = [("outcome", "for", "detail", *(() if is_race else ("prize", "awards", "held")))]
    for row in rows:
        line = evidence_line(record, row, as_of=as_of)
        shared = () if is_race else (line.prize, short_title(record, row.award, row.edition), line.day)
        table.append((outcome(line.outcome, row), line.who, row.detail or "", *shared))
    return table


def short_title(record: Record, award: str, edition: int) -> str:
    """`97th Oscars`."""
    body = record.awards[award]
    return edition_title(record, award, edition).replace(body.name, body.short)


def outcome(word: str, row: NominationRow) -> str:
    """What came of a nomination, with its place and status where it has one."""
    return ", ".join(filter(None, (word, row.place, row.status)))


def race_lines(record: Record, race: RaceSheet, *, as_of: dt.date) -> Iterator[str]:
    """One race: winners first."""
    title = f"{race.category.name}, {edition_title(record, race.edition.award, race.edition.number)}"
    wording = race.nominations[0].wording if race.nominations else ""
    yield from head(title, [("worded", wording), *edition_facts(race.edition)], race.edition.source)
    yield from nominated(record, race.nominations, as_of=as_of)


def edition_lines(record: Record, sheet: EditionSheet, *, as_of: dt.date) -> Iterator[str]:
    """One edition: who won each race."""
    edition = sheet.edition
    yield from head(edition_title(record, edition.award, edition.number), edition_facts(edition), edition.source)
    if not sheet.races:
        yield "The record holds no nominations of this edition."
        return
    rows = [("prize", "nominations", "won by", "show")]
    for race in sheet.races:
        is_decided = race.edition.decided <= as_of
        winners = [evidence_line(record, row, as_of=as_of).who for row in race.nominations if row.won and is_decided]
        path = f"{edition.award}/{edition.number}/{race.category.id}"
        rows.append((race.category.name, str(len(race.nominations)), " | ".join(winners), path))
    yield from table_lines(rows, right=(False, True))


def edition_facts(edition: EditionRow) -> list[tuple[str, str]]:
    """What is known of an edition, each with its label."""
    return [
        ("films of", str(edition.season)),
        ("held", partial_date(edition.held)),
        ("venue", ", ".join(edition.venues)),
        ("hosted by", listed(edition.hosts) if edition.hosts else ""),
        ("broadcaster", edition.broadcaster or ""),
    ]


def prize_lines(record: Record, prizes: Sequence[Prize]) -> Iterator[str]:
    """The prizes of a body, or the bodies of a prize."""
    rows = [PRIZE_HEAD]
    for prize in prizes:
        names = record.categories[prize.category].name, record.awards[prize.award].short
        rows.append(
            (
                *names,
                seasons(prize.first_season, prize.last_season),
                f"{prize.nominations:,}",
                f"{prize.wins:,}",
                prize.category,
            )
        )
    yield from table_lines(rows, right=(False, False, False, True, True))


def elsewhere(others: Sequence[Bearer]) -> Iterator[str]:
    """Who else bears the name, by what `record show` takes."""
    if others:
        yield ""
        yield f"Of the same name: {', '.join(f'{other.id} ({other.kind})' for other in others)}."


# --- JSON -----------------------------------------------------------------------------------------------------------


def sheet_wire(record: Record, sheet: Sheet, *, as_of: dt.date) -> dict[str, Json]:
    """What the record holds of one thing as plain values for a JSON encoder; `kind` says what it is."""
    match sheet:
        case FilmSheet():
            return {
                **film_wire(sheet.film, sheet.spellings, as_of=as_of),
                **below(sheet.nominations, sheet.others, as_of),
            }
        case PersonSheet():
            hosted: list[Json] = [row_wire(edition, as_of=as_of) for edition in sheet.hosted]
            person: dict[str, Json] = {
                **row_wire(sheet.person, as_of=as_of),
                "imdb": sheet.person.imdb,
                "spellings": [*sheet.spellings],
            }
            return {**person, "hosted": hosted, **below(sheet.nominations, sheet.others, as_of)}
        case SongSheet():
            song: dict[str, Json] = {"kind": "song", "title": sheet.title, "film": row_wire(sheet.film, as_of=as_of)}
            return {**song, **below(sheet.nominations, sheet.others, as_of)}
        case RaceSheet():
            return race_wire(sheet, as_of=as_of)
        case EditionSheet():
            races: list[Json] = [race_wire(race, as_of=as_of) for race in sheet.races]
            return {**row_wire(sheet.edition, as_of=as_of), "races": races}
        case AwardSheet():
            editions: list[Json] = [row_wire(edition, as_of=as_of) for edition in sheet.editions]
            award = {**asdict(sheet.award), "body": sheet.award.kind, "kind": "award"}
            return {**award, "editions": editions, "prizes": prizes_wire(sheet.prizes)}
        case CategorySheet():
            groups: list[Json] = [*sorted(sheet.category.groups)]
            category = {**asdict(sheet.category), "groups": groups}
            return {"kind": "category", **category, "prizes": prizes_wire(sheet.prizes)}


def film_wire(film: FilmRow, spellings: Sequence[str], *, as_of: dt.date) -> dict[str, Json]:
    """A film with all that is known of it."""
    return {
        **row_wire(film, as_of=as_of), "imdb": film.imdb, "original_title": film.original_title,
        "directors": [person.label or person.id for person in film.directors],
        "director_ids": [person.id for person in film.directors], "countries": [*film.countries],
        "languages": [*film.languages], "runtime_min": film.runtime_min, "distributor_us": film.distributor_us,
        "spellings": [*spellings],
    }  # fmt: skip


def below(rows: Sequence[NominationRow], others: Sequence[Bearer], as_of: dt.date) -> dict[str, Json]:
    """The nominations of something, and who else bears its name."""
    named: list[Json] = [{"kind": "song" if other.kind == "work" else other.kind, "id": other.id} for other in others]
    return {"nominations": [whole_nomination_wire(row, as_of=as_of) for row in rows], "others": named}


def whole_nomination_wire(row: NominationRow, *, as_of: dt.date) -> dict[str, Json]:
    """A nomination as evidence has it, with ids and with what evidence leaves out."""
    return {
        **nomination_wire(row, as_of=as_of), "film_ids": [film.id for film in row.films],
        "people_ids": [person.id for person in row.people], "wording": row.wording, "place": row.place,
        "status": row.status, "counts": row.counts,
    }  # fmt: skip


def race_wire(race: RaceSheet, *, as_of: dt.date) -> dict[str, Json]:
    """One race with its nominations."""
    edition = race.edition
    return {
        "kind": "race", "award": edition.award, "edition": edition.number, "category": race.category.id,
        "season": edition.season, "held": edition.held,
        "nominations": [whole_nomination_wire(row, as_of=as_of) for row in race.nominations],
    }  # fmt: skip


def prizes_wire(prizes: Sequence[Prize]) -> list[Json]:
    """Prizes as plain values."""
    return [dict(asdict(prize)) for prize in prizes]
