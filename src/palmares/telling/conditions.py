"""Single constraints in words: whom a selection names, where and when, and what else it asks of people.

The trap: a constraint that is part of a noun ("woman") or of the subject must not be said again after the prize.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from palmares.claims import (
    AtPlace,
    Constraint,
    Hole,
    OfAward,
    OfCountry,
    OfEditions,
    OfFilm,
    OfPerson,
    OfSeasons,
    OfWork,
    Operator,
    Select,
    Trait,
    Unit,
    WithTrait,
)
from palmares.record import Record
from palmares.telling.english import listed, ordinal_numeral
from palmares.telling.labels import award_label, country_name, edition_label, film_label, person_label, value_label

C = TypeVar("C", bound=Constraint)

UNITS: dict[Unit, tuple[str, str]] = {
    Unit.NOMINATION: ("nomination", "nominations"),
    Unit.STATUETTE: ("statuette", "statuettes"),
    Unit.FILM: ("film", "films"),
    Unit.PERSON: ("person", "people"),
    Unit.COUNTRY: ("country", "countries"),
    Unit.EDITION: ("edition", "editions"),
    Unit.RACE: ("race", "races"),
    Unit.YEAR: ("year", "years"),
}
GENDERS = {"f": ("woman", "women"), "m": ("man", "men")}

COMPARED = {
    Operator.EQ: "{}",
    Operator.NE: "a number other than {}",
    Operator.LT: "fewer than {}",
    Operator.LE: "at most {}",
    Operator.GT: "more than {}",
    Operator.GE: "at least {}",
    Operator.IN: "one of {}",
    Operator.ABOUT: "about {}",
}
"""Operators before a number."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The constraints of a selection by their kind."""

    selection: Select

    def first(self, kind: type[C]) -> C | None:
        """The first constraint of a kind, or None."""
        return next(iter(self.all(kind)), None)

    def all(self, kind: type[C]) -> tuple[C, ...]:
        """All constraints of a kind, in their order."""
        return tuple(part for part in self.selection.where if isinstance(part, kind))


def subject_of(record: Record, asked: Asked) -> tuple[str | None, str, bool]:
    """Who or what a selection names first, the words for what else it names, and whether the first are several."""
    people = [person_label(record, part.person) for part in asked.all(OfPerson)]
    films = [film_label(record, part.film) for part in asked.all(OfFilm)]
    works = [f"“{part.title}”" for part in asked.all(OfWork)]
    countries = [country_label(part) for part in asked.all(OfCountry)]
    named = [names for names in (people, works, films, countries) if names]
    if not named:
        return None, "", False
    rest = "".join(f" for {listed(names)}" for names in named[1:])
    return listed(named[0]), rest, len(named[0]) > 1


def country_label(constraint: OfCountry) -> str:
    """The country's name."""
    return "which country" if isinstance(constraint.country, Hole) else country_name(constraint.country.name)


def place_words(record: Record, asked: Asked) -> str:
    """Where and when: ` at the 97th Academy Awards`, ` for films of 2024`, ` as runner-up`."""
    award, editions, seasons = asked.first(OfAward), asked.first(OfEditions), asked.first(OfSeasons)
    place = asked.first(AtPlace)
    words = f" as {place.place}" if place else ""
    if award is not None:
        words += f" at {edition_words(record, award.award, editions)}"
    if seasons is not None:
        words += f" for films of {range_words(seasons.first, seasons.last, str)}"
    return words


def edition_words(record: Record, award: str | Hole, editions: OfEditions | None) -> str:
    """The award alone, one edition of it, or a range of them."""
    if editions is None or isinstance(award, Hole):
        return award_label(record, award)
    if editions.first is not None and editions.first == editions.last:
        return edition_label(record, award, editions.first)
    span = range_words(editions.first, editions.last, ordinal_numeral)
    return f"{award_label(record, award)} ({span})"


def range_words(first: int | None, last: int | None, label: Callable[[int], str]) -> str:
    """`2024`, `2010 to 2019`, `2010 or later`, `2019 or earlier`."""
    if first is None or last is None:
        return f"{label(first)} or later" if first is not None else f"{label(last or 0)} or earlier"
    return label(first) if first == last else f"{label(first)} to {label(last)}"


def people_noun(asked: Asked) -> tuple[str, str]:
    """`person`, `people`, or what the selection says of them: `woman`, `French man`."""
    one, many = UNITS[Unit.PERSON]
    for trait in asked.all(WithTrait):
        if trait.trait is Trait.GENDER and trait.operator is Operator.EQ:
            one, many = GENDERS.get(str(trait.value), (one, many))
    for trait in asked.all(WithTrait):
        if trait.trait is Trait.UNRECORDED:
            one, many = f"{trait.value} {one}", f"{trait.value} {many}"
    return one, many


def trait_words(record: Record, trait: WithTrait) -> str:
    """What a trait adds after the prize; those that are part of the noun add nothing."""
    if trait.trait in (Trait.GENDER, Trait.UNRECORDED):
        return ""
    if trait.trait in (Trait.POSTHUMOUS, Trait.DEBUT):
        return TRAITS[trait.trait][trait.value is not True]
    if isinstance(trait.value, str | int | float):
        operators = AGES if trait.trait is Trait.AGE else COMPARED
        amount = operators[trait.operator].format(value_label(record, trait.value))
        return TRAITS[trait.trait][trait.value == 1].format(amount)
    if trait.trait is Trait.AGE:
        return " " + RELATIVE_AGES.get(trait.operator, "at an age set by another")
    return TRAITS[trait.trait][0].format("a number set by another")


AGES = {
    Operator.EQ: "{}",
    Operator.NE: "other than {}",
    Operator.LT: "under {}",
    Operator.LE: "{} or younger",
    Operator.GT: "over {}",
    Operator.GE: "{} or older",
    Operator.IN: "{}",
    Operator.ABOUT: "about {}",
}
"""Operators before an age."""

RELATIVE_AGES = {
    Operator.EQ: "at the same age",
    Operator.LT: "at a lower age",
    Operator.LE: "at the same age or lower",
    Operator.GT: "at a higher age",
    Operator.GE: "at the same age or higher",
}
"""Operators before the age of somebody else."""

TRAITS: dict[Trait, tuple[str, str]] = {
    Trait.AGE: (" aged {}", " aged {}"),
    Trait.EARLIER_NOMINATIONS: (" after {} earlier nominations", " after {} earlier nomination"),
    Trait.EARLIER_WINS: (" after {} earlier wins", " after {} earlier win"),
    Trait.PEOPLE: (" shared by {} people", " shared by {} person"),
    Trait.LANGUAGE: (" with a film in {}", " with a film in {}"),
    Trait.POSTHUMOUS: (" posthumously", " in their lifetime"),
    Trait.DEBUT: (" with a first film", " with a film that is not a first one"),
}
"""What is said of a trait; the second form is for one, or for "not so"."""
