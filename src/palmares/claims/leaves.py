"""The leaves of the canonical text: ids, quoted texts, dates, holes, entities and literals, written and read.

What a newcomer gets wrong: an id is bare only where it looks like one. Any other is in quotes, so every id has a text.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from palmares.claims.entities import Country, Edition, Entity, Film, Hole, Literal, Person, Scalar
from palmares.claims.fields import structure
from palmares.claims.scanning import DATE, HOLE, ID, NUMBER, RANGE, STRING, WORD, Scanner
from palmares.claims.vocabulary import Kind, Outcome, Unit

KINDS = {kind.value: kind for kind in Kind}

RESERVED = frozenset({
    "any", "award", "both", "category", "country", "edition", "feat", "film", "nomination", "person", "place", "season",
    "with", "work", *Outcome,
})  # fmt: skip
"""Words that begin a constraint or a selection: an award of such a name is written in quotes."""


def write_id(name: str) -> str:
    """An id as it is where it looks like one, else in quotes."""
    return name if ID.fullmatch(name) else write_text(name)


def read_id(scanner: Scanner) -> str:
    """An id, bare or in quotes."""
    return scanner.take(ID) or read_text(scanner, "an id")


def write_text(text: str) -> str:
    """A text in quotes, with the escapes of JSON."""
    return json.dumps(str(text), ensure_ascii=False)


def read_text(scanner: Scanner, what: str = "a text in quotes") -> str:
    """A text in quotes."""
    start = scanner.position
    quoted = scanner.need(STRING, what)
    try:
        return str(json.loads(quoted))
    except ValueError:
        scanner.fail("a text with a broken escape", start)


def read_date(scanner: Scanner) -> dt.date:
    """A day, as 2025-03-02."""
    start = scanner.position
    day = scanner.need(DATE, "a day such as YYYY-MM-DD")
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        scanner.fail("a day that no calendar has", start)


def write_hole(hole: Hole) -> str:
    """`?film`, or `?` for a hole that anything may fill."""
    return "?" if hole.kind is Kind.ANY else f"?{hole.kind}"


def read_hole(scanner: Scanner) -> Hole:
    """A hole, with its kind or without."""
    start = scanner.position
    kind = scanner.need(HOLE, "a hole")[1:]
    if kind and kind not in KINDS:
        scanner.fail(f"{kind!r} is none of {', '.join(Kind)}", start)
    return Hole(KINDS.get(kind, Kind.ANY))


def write_award(award: str | Hole) -> str:
    """An award's id, in quotes where it would be taken for another word."""
    if isinstance(award, Hole):
        return write_hole(award)
    return award if WORD.fullmatch(award) and award not in RESERVED else write_text(award)


def read_award(scanner: Scanner) -> str:
    """An award's id."""
    return scanner.take(WORD) or read_text(scanner, "an award")


def write_edition(edition: Edition) -> str:
    """`oscars/97`."""
    return f"{write_award(edition.award)}/{edition.number}"


def read_edition(scanner: Scanner) -> Edition:
    """An award and a number."""
    award = read_award(scanner)
    scanner.expect("/")
    return Edition(award, scanner.ordinal())


ENTITY_WORDS: dict[type[Entity], tuple[str, Callable[[Any], str], Callable[[Scanner], Entity]]] = {
    Film: ("film", lambda film: write_id(film.id), lambda scanner: Film(read_id(scanner))),
    Person: ("person", lambda person: write_id(person.id), lambda scanner: Person(read_id(scanner))),
    Country: ("country", lambda country: write_text(country.name), lambda scanner: Country(read_text(scanner))),
    Edition: ("edition", write_edition, read_edition),
}
"""The word that names each class of entity, and what follows it."""


def write_entity(entity: Entity) -> str:
    """An entity or hole, as it stands on its own."""
    word, write, _ = ENTITY_WORDS[type(entity)]
    return f"{word} {write(entity)}"


def read_entity(scanner: Scanner) -> Entity | Hole:
    """An entity after its word, or a hole."""
    if scanner.is_at("?"):
        return read_hole(scanner)
    for word, _, read in ENTITY_WORDS.values():
        if scanner.take_word(word):
            return read(scanner)
    scanner.fail("expected a film, person, country or edition")


def write_scalar(value: Scalar) -> str:
    """A single value on the right of a comparison."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return write_text(value)
        case dt.date():
            return value.isoformat()
        case Hole():
            return write_hole(value)
        case _:
            return write_entity(value)


def read_scalar(scanner: Scanner) -> Scalar:
    """A single value."""
    if scanner.is_at('"'):
        return read_text(scanner)
    if scanner.peek(DATE):
        return read_date(scanner)
    if scanner.peek(NUMBER):
        return scanner.number()
    if scanner.peek(WORD) in ("true", "false"):
        return scanner.take(WORD) == "true"
    return read_entity(scanner)


def write_literal(value: Literal) -> str:
    """A value, or a set of values in their order."""
    if isinstance(value, frozenset):
        return f"{{{', '.join(write_scalar(member) for member in sorted(value, key=structure))}}}"
    return write_scalar(value)


def read_literal(scanner: Scanner) -> Literal:
    """A value or a set."""
    return frozenset(scanner.listed("{", read_scalar, "}")) if scanner.is_at("{") else read_scalar(scanner)


def write_named(name: Entity | Hole) -> str:
    """An entity whose word has been written already."""
    return write_hole(name) if isinstance(name, Hole) else ENTITY_WORDS[type(name)][1](name)


def read_named(scanner: Scanner, kind: type[Entity]) -> Any:
    """An entity whose word has been read already, or a hole."""
    return read_hole(scanner) if scanner.is_at("?") else ENTITY_WORDS[kind][2](scanner)


def read_range(scanner: Scanner) -> tuple[int | None, int | None]:
    """Both ends of a range."""
    text = scanner.need(RANGE, "a number or a range such as 1..97")
    first, dots, last = text.partition("..")
    return (int(first) if first else None, (int(last) if last else None) if dots else int(first))


def write_moment(at: Edition | dt.date) -> str:
    """An edition or a day."""
    return write_edition(at) if isinstance(at, Edition) else at.isoformat()


def read_moment(scanner: Scanner) -> Edition | dt.date:
    """An edition or a day."""
    return read_date(scanner) if scanner.peek(DATE) else read_edition(scanner)


def write_units(units: tuple[Unit, ...]) -> str:
    """Units in brackets."""
    return f"({', '.join(units)})"


def read_units(scanner: Scanner) -> tuple[Unit, ...]:
    """Units in brackets."""
    return tuple(scanner.listed("(", read_unit, ")"))


def read_unit(scanner: Scanner) -> Unit:
    """A unit."""
    return scanner.one_of(Unit)
