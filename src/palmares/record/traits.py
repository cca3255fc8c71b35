"""Traits of a nomination's people and films as SQL: where they certainly hold, and where they may.

Where a birth date is a year, an age is a range; where a gender is not known, both may hold. A row counts only where the
trait certainly holds; a row where it only may is a lack of the record, which `shortfall` looks for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from palmares.claims import Country, Film, Literal, Operator, Person, Trait

Parameters = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """An SQL condition and its parameters."""

    sql: str
    parameters: Parameters = ()


@dataclass(frozen=True, slots=True)
class TraitCondition:
    """Where a trait certainly holds and where it may, on `np` and `p` (a nominated person) or on `n`."""

    surely: Condition
    maybe: Condition


NEVER = Condition("0")
ALWAYS = Condition("1")

PERSONAL = frozenset({Trait.GENDER, Trait.AGE, Trait.EARLIER_NOMINATIONS, Trait.EARLIER_WINS, Trait.POSTHUMOUS})
"""Traits of one nominated person: several of them in one selection are asked of the same person."""

COUNTED = {Trait.EARLIER_NOMINATIONS: "np.earlier_nominations", Trait.EARLIER_WINS: "np.earlier_wins"}
"""Traits that count rows of the record, and where the number stands."""

BORN_FIRST = "substr(substr(p.born, 1, instr(p.born || '/', '/') - 1) || '-01-01', 1, 10)"
BORN_LAST = "substr(substr(p.born, instr(p.born, '/') + 1) || '-12-31', 1, 10)"
HELD_FIRST = (
    "(SELECT substr(e.held || '-01-01', 1, 10) FROM edition e WHERE e.award = n.award AND e.number = n.edition)"
)
HELD_LAST = "n.held"


def whole_years(born: str, day: str) -> str:
    """Whole years from one day to another, as SQL over ISO texts."""
    return f"(substr({day}, 1, 4) - substr({born}, 1, 4) - (substr({day}, 6) < substr({born}, 6)))"


AGE_LEAST = whole_years(BORN_LAST, HELD_FIRST)
AGE_MOST = whole_years(BORN_FIRST, HELD_LAST)


def plain(value: Literal) -> object:
    """A value as SQLite takes it."""
    match value:
        case Film(id) | Person(id):
            return id
        case Country(name):
            return name
        case bool():
            return int(value)
        case _:
            return value


def compared(expression: str, operator: Operator, value: Literal) -> Condition:
    """An expression that has one value, compared as an operator says. `about` is within a tenth."""
    if isinstance(value, frozenset):
        members = tuple(sorted((plain(member) for member in value), key=repr))
        negation = "NOT " if operator is Operator.NE else ""
        return Condition(f"{expression} {negation}IN ({', '.join('?' * len(members))})", members)
    if operator is Operator.ABOUT:
        return Condition(f"abs({expression} - ?) <= 0.1 * ?", (plain(value), plain(value)))
    sign = "=" if operator is Operator.IN else operator
    return Condition(f"{expression} {sign} ?", (plain(value),))


def ranged(least: str, most: str, operator: Operator, value: Literal) -> TraitCondition:
    """A number known to lie between two, compared: surely where both ends meet it, maybe where it is not ruled out."""
    low, high = compared(least, operator, value), compared(most, operator, value)
    surely = Condition(f"({low.sql} AND {high.sql})", (*low.parameters, *high.parameters))
    if operator in (Operator.EQ, Operator.IN, Operator.ABOUT) or isinstance(value, frozenset):
        surely = Condition(f"({surely.sql} AND {least} = {most})", surely.parameters)
        members = value if isinstance(value, frozenset) else frozenset({value})
        within = " OR ".join([f"(? BETWEEN {least} AND {most})"] * len(members))
        numbers = tuple(sorted((plain(member) for member in members), key=repr))
        either = Condition(f"({within} OR {low.sql} OR {high.sql})", (*numbers, *low.parameters, *high.parameters))
    else:
        either = Condition(f"({low.sql} OR {high.sql})", (*low.parameters, *high.parameters))
    return TraitCondition(surely, Condition(f"({least} IS NULL OR {either.sql})", either.parameters))


def of_gender(operator: Operator, value: Literal) -> TraitCondition:
    """The gender of the person; not known where the record gives none."""
    surely = compared("p.gender", operator, value)
    return TraitCondition(surely, Condition(f"(p.gender IS NULL OR {surely.sql})", surely.parameters))


def of_age(operator: Operator, value: Literal) -> TraitCondition:
    """Whole years of the person on the day the prize was handed out."""
    return ranged(AGE_LEAST, AGE_MOST, operator, value)


def of_earlier(trait: Trait, operator: Operator, value: Literal) -> TraitCondition:
    """How many competitive nominations (or wins) the person had at the same award on earlier days."""
    surely = compared(COUNTED[trait], operator, value)
    return TraitCondition(surely, surely)


def of_people(operator: Operator, value: Literal) -> TraitCondition:
    """How many people share the nomination."""
    surely = compared(
        "(SELECT count(DISTINCT q.person) FROM nomination_person q WHERE q.nomination = n.row)", operator, value
    )
    return TraitCondition(surely, surely)


def of_language(operator: Operator, value: Literal) -> TraitCondition:
    """A main language of a film of the nomination; not known where the record gives none."""
    spoken = compared("l.language", Operator.IN if isinstance(value, frozenset) else Operator.EQ, value)
    films = "FROM nomination_film lf JOIN film_language l ON l.film = lf.film WHERE lf.nomination = n.row"
    negation = "NOT " if operator is Operator.NE else ""
    surely = Condition(
        f"(EXISTS (SELECT 1 {films}) AND {negation}EXISTS (SELECT 1 {films} AND {spoken.sql}))", spoken.parameters
    )
    return TraitCondition(surely, Condition(f"(NOT EXISTS (SELECT 1 {films}) OR {surely.sql})", surely.parameters))


def of_posthumous(operator: Operator, value: Literal) -> TraitCondition:
    """Whether the person had died; a person without a date of death may have, unless nominated again much later."""
    dead = "substr(p.died || '-12-31', 1, 10) < n.held"
    alive = "substr(p.died || '-01-01', 1, 10) >= n.held"
    wanted = bool(value) is (operator is not Operator.NE)
    return TraitCondition(
        Condition(dead if wanted else alive), Condition(f"(p.died IS NULL OR NOT ({alive if wanted else dead}))")
    )


def unknown(operator: Operator, value: Literal) -> TraitCondition:
    """What the record does not hold for anybody."""
    return TraitCondition(NEVER, ALWAYS)


TRAITS_SQL: dict[Trait, Callable[[Operator, Literal], TraitCondition]] = {
    Trait.GENDER: of_gender,
    Trait.AGE: of_age,
    Trait.EARLIER_NOMINATIONS: lambda operator, value: of_earlier(Trait.EARLIER_NOMINATIONS, operator, value),
    Trait.EARLIER_WINS: lambda operator, value: of_earlier(Trait.EARLIER_WINS, operator, value),
    Trait.PEOPLE: of_people,
    Trait.LANGUAGE: of_language,
    Trait.POSTHUMOUS: of_posthumous,
    Trait.DEBUT: unknown,
    Trait.UNRECORDED: unknown,
}
"""Every trait as SQL."""
