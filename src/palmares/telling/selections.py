"""Selections in words: what a film or person did, to be put into sentences of several shapes.

A selection becomes clauses, each a verb with what follows it, and a subject where the selection names one. From those
the shapes are made: "to win Best Picture", "that won Best Picture", "wins for Best Picture". The thing a newcomer
gets wrong: a subject is named once, so what is told of it ("its wins") must not name it again.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import replace as with_fields
from itertools import pairwise
from pathlib import Path
from typing import assert_never

from palmares.claims import (
    And,
    Compare,
    Count,
    Exists,
    Feat,
    Hole,
    OfAward,
    OfCategory,
    OfFilm,
    OfPerson,
    Operator,
    Outcome,
    Select,
    Selection,
    Streak,
    Unit,
    WithOutcome,
    WithTrait,
    format_claim,
)  # fmt: skip
from palmares.record import Record
from palmares.telling.conditions import COMPARED, UNITS, Asked, people_noun, place_words, subject_of, trait_words
from palmares.telling.english import article, listed, number, plural
from palmares.telling.labels import category_label, entity_label, group_label

ACTORS = (Unit.PERSON, Unit.FILM, Unit.COUNTRY)
"""The units that can win something, the first first."""


@dataclass(frozen=True, slots=True)
class Verb:
    """The words for one outcome: a row of `outcomes.csv`."""

    outcome: str
    infinitive: str
    past: str
    past_plural: str
    negative: str
    negative_plural: str
    win: str
    wins: str
    by: str
    took: str
    prize: str
    prizes: str


def verb_table() -> dict[Outcome, Verb]:
    """Outcome → its words."""
    text = Path(__file__).with_name("outcomes.csv").read_text("utf-8")
    return {Outcome(row["outcome"]): Verb(**row) for row in csv.DictReader(text.splitlines())}


VERBS = verb_table()


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with the prize it is about and where and when: `won` + `Best Picture` + ` at the 97th Academy Awards`.

    `prize` is None where the selection names none; `kind` is then the group it is of, if any (`acting`).
    """

    verb: Verb
    prize: str | None
    kind: str | None
    rest: str

    @property
    def object(self) -> str:
        """What was won: the prize by its name, or `a prize`, `an acting prize`."""
        return f"{self.named}{self.rest}"

    @property
    def named(self) -> str:
        """The prize alone."""
        if self.prize is not None:
            return self.prize
        return f"{'an' if (self.kind or 'p')[0] in 'aeiou' else 'a'} {self.kind + ' ' if self.kind else ''}prize"


@dataclass(frozen=True, slots=True)
class Described:
    """A selection in parts.

    `subject` is what it names, None where it names nobody; `people` the noun for a person of it, and `actor` the noun
    for whoever did it where nobody is named. `tail` stands after all clauses.
    """

    clauses: tuple[Clause, ...]
    subject: str | None
    is_many: bool
    people: tuple[str, str]
    actor: tuple[str, str]
    tail: str = ""

    def phrase(self, form: Callable[[Verb], str]) -> str:
        """The clauses with their verbs in one form; a verb or a place said twice over is said once."""
        first, *others = self.clauses
        if len(others) == 1 and others[0].verb == first.verb:
            place = "" if first.rest == others[0].rest else first.rest
            return f"{form(first.verb)} both {first.named}{place} and {others[0].object}{self.tail}"
        parts = [f"{form(first.verb)} {first.object}"]
        for before, clause in pairwise(self.clauses):
            parts.append(clause.object if before.verb == clause.verb else f"{form(clause.verb)} {clause.object}")
        return listed(parts) + self.tail

    @property
    def to(self) -> str:
        """`win Best Picture at the Academy Awards`."""
        return self.phrase(lambda verb: verb.infinitive)

    def past(self, *, is_many: bool | None = None) -> str:
        """`won Best Picture at the Academy Awards`."""
        many = self.is_many if is_many is None else is_many
        return self.phrase(lambda verb: verb.past_plural if many else verb.past)

    def negative(self) -> str:
        """`did not win Best Picture at the Academy Awards`."""
        return self.phrase(lambda verb: verb.negative_plural if self.is_many else verb.negative)

    def nouns(self, count: float | None = None, *, of_subject: bool = True) -> str:
        """`wins by Emma Stone for Best Actress at the Academy Awards`; with a count of one, in the singular."""
        parts = []
        for clause in self.clauses:
            noun = clause.verb.win if count == 1 else clause.verb.wins
            kind = f"{clause.kind} " if clause.kind else ""
            subject = f" {clause.verb.by} {self.subject}" if of_subject and self.subject else ""
            prize = f" for {clause.prize}" if clause.prize else ""
            parts.append(f"{kind}{noun}{subject}{prize}{clause.rest}")
        return listed(parts) + self.tail


def described(record: Record, selection: Selection) -> Described:
    """The selection in parts."""
    match selection:
        case Select():
            return described_select(record, selection)
        case And() if (shared := of_same_editions(record, selection)) is not None:
            return shared
        case And():
            left, right = described(record, selection.left), described(record, selection.right)
            if left.clauses[0].verb.outcome == "lost" or not left.subject:
                left, right = right, left
            clauses = (*left.clauses, *right.clauses)
            people = right.people if right.people != UNITS[Unit.PERSON] else left.people
            actor = UNITS[selection.on] if selection.on in ACTORS else left.actor
            return Described(clauses, left.subject, left.is_many, people, actor, left.tail + right.tail)
        case Feat():
            whole = described(record, selection.of)
            once = " in one edition" if {Unit.EDITION, Unit.RACE} & set(selection.by) else ""
            actor = next((UNITS[unit] for unit in ACTORS if unit in selection.by), whole.actor)
            actor = whole.people if actor == UNITS[Unit.PERSON] else actor
            return with_fields(whole, actor=actor, tail=f"{whole.tail}{having(record, selection.having, whole)}{once}")
    assert_never(selection)


def of_same_editions(record: Record, selection: And) -> Described | None:
    """`nominations at the Academy Awards in the year of “Sinners”`: all of the editions that have the film."""
    left, right = selection.left, selection.right
    if selection.on is not Unit.EDITION or not isinstance(left, Select) or not isinstance(right, Select):
        return None
    wide, narrow = sorted((left, right), key=lambda side: len(side.where))
    named = [constraint for constraint in narrow.where if constraint not in wide.where]
    entities = [
        one.film if isinstance(one, OfFilm) else one.person for one in named if isinstance(one, OfFilm | OfPerson)
    ]
    if len(entities) != len(named) or len(wide.where) + len(named) != len(narrow.where):
        return None
    phrase = described_select(record, wide)
    year = f" in the year of {listed([entity_label(record, entity) for entity in entities])}"
    clause = with_fields(phrase.clauses[-1], rest=f"{phrase.clauses[-1].rest}{year}")
    return with_fields(phrase, clauses=(*phrase.clauses[:-1], clause))


def having(record: Record, condition: Compare, whole: Described) -> str:
    """What a feat asks of its group: ` with no nominations for Best Director`; what the whole says is not repeated."""
    left, right = condition.left, condition.right
    if isinstance(left, Count) and type(right) is int:
        words = counted(record, left, condition.operator, right)
        return f" with {shortened(words, described(record, left.of), whole)}"
    if isinstance(left, Exists) and isinstance(right, bool):
        has_any = right == (condition.operator is Operator.EQ)
        nouns = described(record, left.of)
        return f" {'with' if has_any else 'without any'} {shortened(nouns.nouns(), nouns, whole)}"
    if isinstance(left, Count) and isinstance(right, Count) and condition.operator is Operator.EQ:
        sides = [described(record, side.of) for side in (left, right)]
        return f" with as many {' as '.join(shortened(side.nouns(), side, whole) for side in sides)}"
    if isinstance(left, Streak) and type(right) is int:
        return f" in {COMPARED[condition.operator].format(number(right))} editions in a row"
    return f" on a further condition ({format_claim(condition)})"


def shortened(words: str, part: Described, whole: Described) -> str:
    """Words that end with the place of a part, without it where the whole says the same place."""
    rest = part.clauses[-1].rest
    return words.removesuffix(rest) if rest and whole.clauses[-1].rest.startswith(rest) else words


def counted(record: Record, count: Count, operator: Operator, value: int) -> str:
    """A count in words: `at least four wins at the Academy Awards`."""
    amount = COMPARED[operator].format(number(value))
    if count.unit is Unit.NOMINATION:
        return f"{amount} {described(record, count.of).nouns(value)}"
    if count.unit is Unit.STATUETTE:
        return f"{amount} {plural(value, *UNITS[count.unit])} from {described(record, count.of).nouns()}"
    return f"{amount} {units_that(record, count.of, count.unit, is_many=value != 1)}"


def described_select(record: Record, selection: Select) -> Described:
    """One conjunction of constraints in parts."""
    asked = Asked(selection)
    outcome = asked.first(WithOutcome)
    verb = VERBS[outcome.outcome if outcome else Outcome.NOMINATED]
    subject, rest, is_many = subject_of(record, asked)
    categories = asked.first(OfCategory)
    award = asked.first(OfAward)
    kind = group_label(record, award.award if award else None, categories.categories) if categories else None
    prize = None
    if categories is not None and kind is None:
        prize = listed([category_label(record, category) for category in widest(record, categories)], "or")
    tail = "".join(trait_words(record, trait) for trait in asked.all(WithTrait))
    if asked.all(OfPerson) and people_noun(asked) != UNITS[Unit.PERSON]:
        tail += f" as {article(people_noun(asked)[0])}"
    clause = Clause(verb, prize, kind, f"{rest}{place_words(record, asked)}{tail}")
    people = people_noun(asked)
    return Described((clause,), subject, is_many, people, actor_noun(record, categories, people))


def widest(record: Record, named: OfCategory) -> list[str | Hole]:
    """The categories that stand under none of the others named: those are taken in anyway."""
    parents = {name: record.categories[name].parent for name in record.categories if name in named.categories}
    return [name for name in named.categories if parents.get(str(name)) not in named.categories]


def actor_noun(record: Record, categories: OfCategory | None, people: tuple[str, str]) -> tuple[str, str]:
    """`film` for prizes that are given to films, unless something is said of the people; else the noun for those."""
    named = categories.categories if categories is not None else ()
    given = {record.categories[name].credit for name in named if isinstance(name, str) and name in record.categories}
    return UNITS[Unit.FILM] if given == {"film"} and people == UNITS[Unit.PERSON] else people


def unit_noun(phrase: Described, unit: Unit, *, is_many: bool) -> str:
    """The noun for what is counted: a person may be a woman."""
    return (phrase.people if unit is Unit.PERSON else UNITS[unit])[is_many]


def actor_of(phrase: Described) -> str:
    """Who did it where the selection names nobody."""
    if phrase.subject:
        return phrase.subject
    return "somebody" if phrase.actor == UNITS[Unit.PERSON] else article(phrase.actor[0])


def units_to(record: Record, selection: Selection, unit: Unit, *, is_many: bool = False) -> str:
    """`film to win Best Picture`, `edition in which “Anora” won a prize`, `win by Emma Stone for Best Actress`."""
    phrase = described(record, selection)
    match unit:
        case Unit.FILM | Unit.PERSON | Unit.COUNTRY:
            through = f" for {phrase.subject}" if phrase.subject else ""
            return f"{unit_noun(phrase, unit, is_many=is_many)} to {phrase.to}{through}"
        case Unit.NOMINATION:
            return phrase.nouns(2 if is_many else 1)
        case Unit.STATUETTE:
            return f"{UNITS[unit][is_many]} from {phrase.nouns()}"
        case Unit.EDITION | Unit.RACE | Unit.YEAR:
            return f"{UNITS[unit][is_many]} in which {actor_of(phrase)} {phrase.past()}"
    assert_never(unit)


def units_that(record: Record, selection: Selection, unit: Unit, *, is_many: bool) -> str:
    """`films that won Best Picture`, `women who were nominated for Best Director`; the counterpart of `units_to`."""
    phrase = described(record, selection)
    match unit:
        case Unit.FILM | Unit.PERSON | Unit.COUNTRY:
            through = f" for {phrase.subject}" if phrase.subject else ""
            who = "who" if unit is Unit.PERSON else "that"
            return f"{unit_noun(phrase, unit, is_many=is_many)} {who} {phrase.past(is_many=is_many)}{through}"
        case Unit.NOMINATION:
            return phrase.nouns(2 if is_many else 1)
        case Unit.STATUETTE:
            return f"{UNITS[unit][is_many]} from {phrase.nouns()}"
        case Unit.EDITION | Unit.RACE | Unit.YEAR:
            return f"{UNITS[unit][is_many]} in which {actor_of(phrase)} {phrase.past()}"
    assert_never(unit)
