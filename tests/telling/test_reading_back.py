"""The law that reading what `tell` wrote gives the claim back, over claims made of rows from all of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from palmares.claims import Claim, format_claim, parse_claim
from palmares.reading import make_document, read
from palmares.record import NominationRow, Record
from palmares.telling import tell

AS_OF = dt.date(2026, 4, 1)

CATEGORIES = (
    "actor", "actress", "animated-feature", "cinematography", "costume-design", "director", "editing",
    "international-feature", "original-score", "original-song", "picture", "supporting-actor", "supporting-actress",
)  # fmt: skip
BODIES = ("bafta", "critics-choice", "dga", "golden-globes", "oscars", "pga", "sag", "spirit")
NO_PERSON = "none"
"""The gender that the record has for studios and other organisations."""
STEP = 37
"""Every so many rows one is taken."""

Maker = Callable[[Record, NominationRow], Iterator[str]]


def rows(record: Record) -> tuple[NominationRow, ...]:
    """Nominations of many bodies and decades, in a fixed order."""
    marks = (", ".join("?" * len(names)) for names in (CATEGORIES, BODIES))
    sql = "SELECT row FROM nomination WHERE counts = 1 AND edition > 0 AND category IN ({}) AND award IN ({})"
    found = record.connection.execute(f"{sql.format(*marks)} ORDER BY row", (*CATEGORIES, *BODIES)).fetchall()
    return record.nominations([row for (row,) in found[::STEP]])


def people(record: Record, row: NominationRow) -> tuple[str, ...]:
    """The first person of a row, unless it is a studio, or has one name: a bare "Eminem" is read of those in view."""
    return tuple(
        person.id
        for person in row.people[:1]
        if " " in (person.label or "") and record.person(person.id).gender != NO_PERSON
    )


def outcomes(record: Record, row: NominationRow) -> Iterator[str]:
    """A film or a person, or one for the other, won, lost and was nominated."""
    race = f"{row.award}/{row.edition} category {row.category}"
    films = [f"film {film.id}" for film in row.films[:1]]
    persons = [f"person {person}" for person in people(record, row)]
    both = [f"{film} {person}" for film in films for person in persons]
    for who in (*films, *persons, *both):
        for outcome in ("won ", "lost ", ""):
            yield f"exists({race} {outcome}{who}) = true"


def counts(record: Record, row: NominationRow) -> Iterator[str]:
    """Wins and nominations of a film in an edition, and of a person at a body."""
    for film in row.films[:1]:
        yield f"count(nomination, {row.award}/{row.edition} film {film.id}) = 7"
        yield f"count(nomination, {row.award}/{row.edition} won film {film.id}) = 3"
    for person in people(record, row):
        yield f"count(nomination, {row.award} person {person}) = 9"
        yield f"count(nomination, {row.award} won person {person}) = 2"


def ordinals(record: Record, row: NominationRow) -> Iterator[str]:
    """Places among the women or men who won a prize or were up for it."""
    for person in people(record, row):
        gender = record.person(person).gender
        if row.category != "picture" and gender in ("f", "m"):
            prize = f"{row.award} category {row.category}"
            yield f'ordinal(person, {prize} won with gender = "{gender}", person {person}) = 3'


def ages(record: Record, row: NominationRow) -> Iterator[str]:
    """The age of a nominee at the ceremony."""
    for person in people(record, row):
        if row.award == "oscars" and record.person(person).born is not None:
            yield f"attribute(person {person}, age, at oscars/{row.edition}) = 41"


def events(record: Record, row: NominationRow) -> Iterator[str]:
    """The day and the film year of an edition."""
    yield f"attribute(edition {row.award}/{row.edition}, held) = 2001-03-25"
    yield f"attribute(edition {row.award}/{row.edition}, season) = 1999"


def lost(record: Record, claim: Claim) -> str | None:
    """What was told and read instead, where the claim does not come back."""
    told = tell(record, claim)
    story = read(record, make_document(told, source="told"), as_of=AS_OF)
    claims = [reading.claim for passage in story.passages for reading in passage.readings]
    return None if claim in claims else f"{told} -> {[format_claim(other) for other in claims]}"


@pytest.mark.parametrize("made", [outcomes, counts, ordinals, ages, events], ids=lambda made: made.__name__)
def test_reading_what_was_told_gives_the_claim_back(record: Record, made: Maker) -> None:
    claims = {parse_claim(text): None for row in rows(record) for text in made(record, row)}
    gone = [told for claim in claims if (told := lost(record, claim)) is not None]

    assert gone == []


KNOWN_GAPS = (
    "count(nomination, oscars won person eminem) = 2",
    "exists(golden-globes/43 category actor-comedy won person jack-nicholson) = true",
    "exists(oscars/32 category production-design-bw won film the-diary-of-anne-frank-1959) = true",
    "ordinal(nomination, oscars won person sean-baker, nomination oscars/97 category picture person sean-baker) = 1",
    "ordinal(film, both(cannes category palme-dor won, oscars category picture won, film), film anora-2024) = 4",
    'attribute(edition oscars/97, venues) = {"Dolby Theatre"}',
    "attribute(edition oscars/94, hosts) = {person amy-schumer, person regina-hall, person wanda-sykes}",
)


@pytest.mark.parametrize("text", KNOWN_GAPS)
def test_what_does_not_come_back_is_a_known_gap(record: Record, text: str) -> None:
    assert lost(record, parse_claim(text)) is not None
