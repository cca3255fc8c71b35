"""Claims in English: one sentence each, by a table with one entry per measure.

The thing a newcomer gets wrong: a sentence says what the claim says, whether or not it is true. What the record says
of it is for `explain`.
"""

from __future__ import annotations

from collections.abc import Callable

from palmares.claims import (
    MEASURES,
    And,
    Attribute,
    Claim,
    Count,
    Exists,
    Extreme,
    Gap,
    Measure,
    Members,
    Next,
    Operator,
    Ordinal,
    Previous,
    Probability,
    Rank,
    Select,
    Streak,
    Subject,
    Unit,
)  # fmt: skip
from palmares.record import Record
from palmares.telling.attributes import tell_attribute
from palmares.telling.conditions import COMPARED, UNITS
from palmares.telling.english import article, long_date, number, ordinal, own, plural, sentence
from palmares.telling.labels import entity_label, value_label
from palmares.telling.measures import measure_noun
from palmares.telling.selections import (
    Described,
    actor_of,
    counted,
    described,
    unit_noun,
    units_that,
    units_to,
)

IS = {
    Operator.EQ: "is {}",
    Operator.NE: "is not {}",
    Operator.LT: "is less than {}",
    Operator.LE: "is at most {}",
    Operator.GT: "is more than {}",
    Operator.GE: "is at least {}",
    Operator.IN: "is among {}",
    Operator.ABOUT: "is about {}",
}
"""Operators after a subject."""

PLACES = {
    Operator.EQ: "the {}",
    Operator.NE: "not the {}",
    Operator.LT: "one before the {}",
    Operator.LE: "the {} or an earlier",
    Operator.GT: "one after the {}",
    Operator.GE: "the {} or a later",
    Operator.IN: "the {}",
    Operator.ABOUT: "about the {}",
}
"""Operators before an ordinal."""

SETS = {
    Operator.EQ: ("is", "are"),
    Operator.NE: ("is not", "are not"),
    Operator.GE: ("includes", "include"),
    Operator.GT: ("includes", "include"),
    Operator.LE: ("is among", "are all among"),
    Operator.LT: ("is among", "are all among"),
    Operator.IN: ("is among", "are all among"),
    Operator.ABOUT: ("is about", "are about"),
}
"""Operators between a set and what it is compared with."""


def tell(record: Record, claim: Claim) -> str:
    """The claim as one English sentence, whether it is true or not.

    >>> from palmares.claims import parse_claim
    >>> from palmares.record import open_record
    >>> tell(open_record(), parse_claim("count(nomination, oscars/97 won film anora-2024) = 5"))
    '“Anora” won five prizes at the 97th Academy Awards.'
    """
    if isinstance(claim.right, MEASURES):
        left, right = measure_noun(record, claim.left), measure_noun(record, claim.right)
        return sentence(f"{left} {IS[claim.operator].replace('is {}', 'equals {}').format(right)}")
    return sentence(TELLERS[type(claim.left)](record, claim))


def tell_exists(record: Record, claim: Claim) -> str:
    """`Mikey Madison won Best Actress at the 97th Academy Awards`, or "did not win"."""
    assert isinstance(claim.left, Exists)
    is_so = (claim.right is True) == (claim.operator is Operator.EQ)
    if isinstance(claim.left.of, And) and claim.left.of.on is Unit.RACE and is_so:
        beaten = tell_beaten(record, claim.left.of)
        if beaten is not None:
            return beaten
    phrase = described(record, claim.left.of)
    subject = phrase.subject or (article(phrase.actor[0]) if is_so else f"no {phrase.actor[0]}")
    if not is_so and phrase.subject:
        return f"{subject} {phrase.negative()}"
    return f"{subject} {phrase.past()}"


def tell_beaten(record: Record, both: And) -> str | None:
    """`Mikey Madison beat Demi Moore to Best Actress …`: one won and one lost the same race."""
    sides = [described(record, side) for side in (both.left, both.right)]
    winner, loser = sorted(sides, key=lambda side: side.clauses[0].verb.outcome != "won")
    outcomes = [side.clauses[0].verb.outcome for side in (winner, loser)]
    if outcomes != ["won", "lost"] or not winner.subject or not loser.subject:
        return None
    prize = winner.clauses[0] if winner.clauses[0].prize else loser.clauses[0]
    return f"{winner.subject} beat {loser.subject} to {prize.object}"


def tell_count(record: Record, claim: Claim) -> str:
    """`“Anora” won five prizes at the 97th Academy Awards`; `four women were nominated for Best Cinematography`."""
    count = claim.left
    assert isinstance(count, Count)
    assert isinstance(claim.right, int)
    phrase = described(record, count.of)
    amount = COMPARED[claim.operator].format(number(claim.right))
    if count.unit in (Unit.FILM, Unit.PERSON, Unit.COUNTRY):
        through = f" for {phrase.subject}" if phrase.subject else ""
        noun = unit_noun(phrase, count.unit, is_many=claim.right != 1)
        return f"{amount} {noun} {phrase.past(is_many=claim.right != 1)}{through}"
    if count.unit in (Unit.EDITION, Unit.RACE, Unit.YEAR):
        return f"{actor_of(phrase)} {phrase.past()} in {amount} {plural(claim.right, *UNITS[count.unit])}"
    if phrase.subject is None or len(phrase.clauses) > 1:
        return f"there {'was' if claim.right == 1 else 'were'} {counted(record, count, claim.operator, claim.right)}"
    return tell_tally(phrase, count.unit, amount, claim.right)


def tell_tally(phrase: Described, unit: Unit, amount: str, value: int) -> str:
    """`Emma Stone won two prizes for Best Actress at the Academy Awards`."""
    (clause,) = phrase.clauses
    noun = plural(value, clause.verb.prize, clause.verb.prizes)
    if unit is Unit.STATUETTE:
        noun = plural(value, *UNITS[unit])
    kind = f"{clause.kind} " if clause.kind else ""
    prize = f" for {clause.prize}" if clause.prize else ""
    return f"{phrase.subject} {clause.verb.took} {amount} {kind}{noun}{prize}{clause.rest}{phrase.tail}"


def tell_ordinal(record: Record, claim: Claim) -> str:
    """`“Anora” was the fourth film to win both …`."""
    measure = claim.left
    assert isinstance(measure, Ordinal)
    place = ordinal(claim.right) if isinstance(claim.right, int) else value_label(record, claim.right)
    subject = subject_label(record, measure.subject)
    return f"{subject} was {PLACES[claim.operator].format(place)} {units_to(record, measure.of, measure.unit)}"


def tell_previous(record: Record, claim: Claim) -> str:
    """`The last film to win both … before “Anora” was “Parasite”`."""
    return tell_neighbour(record, claim, "last", "before")


def tell_next(record: Record, claim: Claim) -> str:
    """`The first film to win both … after “Marty” was “Parasite”`."""
    return tell_neighbour(record, claim, "first", "after")


def tell_neighbour(record: Record, claim: Claim, end: str, side: str) -> str:
    """The units next to a subject."""
    measure = claim.left
    assert isinstance(measure, Previous | Next)
    was = "was" if claim.operator is not Operator.NE else "was not"
    units = units_to(record, measure.of, measure.unit)
    subject = subject_label(record, measure.subject)
    return f"the {end} {units} {side} {subject} {was} {value_label(record, claim.right)}"


def tell_members(record: Record, claim: Claim) -> str:
    """`The films that won both … are “Marty”, “Parasite” and “The Lost Weekend”`."""
    measure = claim.left
    assert isinstance(measure, Members)
    before = f"before {subject_label(record, measure.before)}, " if measure.before is not None else ""
    members = claim.right if isinstance(claim.right, frozenset) else frozenset({claim.right})
    if not members:
        return f"{before}no {units_that(record, measure.of, measure.unit, is_many=False)}"
    is_only = len(members) == 1 and claim.operator is Operator.EQ
    one, many = SETS[claim.operator]
    units = units_that(record, measure.of, measure.unit, is_many=not is_only)
    head = f"the only {units} {one}" if is_only else f"the {units} {many}"
    return f"{before}{head} {value_label(record, members)}"


def tell_extreme(record: Record, claim: Claim) -> str:
    """`The youngest person to win Best Actor is Adrien Brody`; `the film with the most wins is …`."""
    measure = claim.left
    assert isinstance(measure, Extreme)
    holders: frozenset[object] = claim.right if isinstance(claim.right, frozenset) else frozenset({claim.right})
    if measure.by is None:
        head = f"the {measure.which} {units_to(record, measure.of, measure.unit)}"
        return held_by(record, head, claim.operator, holders)
    noun = unit_noun(described(record, measure.of), measure.unit, is_many=False)
    if isinstance(measure.by, Count):
        scale = f"the {measure.which} {scale_words(record, measure.by, described(record, measure.of))}"
    else:
        scale = f"the {'highest' if measure.which == 'most' else 'lowest'} value of {measure_noun(record, measure.by)}"
    return held_by(record, f"the {noun} with {scale}", claim.operator, holders)


def held_by(record: Record, head: str, operator: Operator, holders: frozenset[object]) -> str:
    """Who is at the end of a scale; `>=` leaves open whether others share the place."""
    names = value_label(record, holders)
    if operator in (Operator.GE, Operator.GT):
        return f"{names} {'is' if len(holders) == 1 else 'are'} {head}, alone or with others"
    return f"{head} {SETS[operator][len(holders) > 1]} {names}"


def scale_words(record: Record, count: Count, whole: Described) -> str:
    """What is counted to rank by: `wins at the Academy Awards`; the place is that of the whole where it has none."""
    if count.unit is not Unit.NOMINATION:
        return units_that(record, count.of, count.unit, is_many=True)
    words = described(record, count.of).nouns(of_subject=False)
    return words if described(record, count.of).clauses[-1].rest else f"{words}{whole.clauses[-1].rest}"


def tell_streak(record: Record, claim: Claim) -> str:
    """`Spencer Tracy won Best Actor at the Academy Awards in two editions in a row`."""
    measure = claim.left
    assert isinstance(measure, Streak)
    assert isinstance(claim.right, int)
    phrase = described(record, measure.of)
    subject = subject_label(record, measure.subject) if measure.subject is not None else phrase.subject
    amount = COMPARED[claim.operator].format(number(claim.right))
    noun = plural(claim.right, *UNITS[Unit.YEAR if measure.unit is Unit.YEAR else Unit.EDITION])
    return f"{subject or 'somebody'} {phrase.past()} in {amount} {noun} in a row"


def tell_gap(record: Record, claim: Claim) -> str:
    """`“Parasite” came 64 editions after the film before it to win both …`."""
    measure = claim.left
    assert isinstance(measure, Gap)
    assert isinstance(claim.right, int)
    amount = COMPARED[claim.operator].format(number(claim.right))
    noun = plural(claim.right, *UNITS[Unit.YEAR if measure.unit is Unit.YEAR else Unit.EDITION])
    did = described(record, measure.of).to
    subject = subject_label(record, measure.subject)
    return f"{subject} came {amount} {noun} after the one before to {did}"


def tell_probability(record: Record, claim: Claim) -> str:
    """`On 1 March 2025 the chance of Mikey Madison to win Best Actress … was 34 per cent`."""
    measure = claim.left
    assert isinstance(measure, Probability)
    assert isinstance(claim.right, int | float)
    chance = IS[claim.operator].replace("is", "was", 1).format(f"{claim.right * 100:.3g} per cent")
    whose = own(favourite(record, measure.nomination))
    return f"on {long_date(measure.as_of)} {whose} chance {of_race(record, measure.nomination)} {chance}"


def tell_rank(record: Record, claim: Claim) -> str:
    """`On 1 March 2025 Demi Moore was the frontrunner for Best Actress at the 97th Academy Awards`."""
    measure = claim.left
    assert isinstance(measure, Rank)
    assert isinstance(claim.right, int)
    place = "frontrunner" if claim.right == 1 else f"{ordinal(claim.right)} favourite"
    head = f"on {long_date(measure.as_of)} {favourite(record, measure.nomination)} was"
    return f"{head} {PLACES[claim.operator].format(place)} {of_race(record, measure.nomination, 'for')}"


def favourite(record: Record, nomination: Select) -> str:
    """Who or what a nomination names."""
    return described(record, nomination).subject or "the nominee"


def of_race(record: Record, nomination: Select, word: str = "of") -> str:
    """The race of a nomination: `for Best Actress at the 97th Academy Awards`."""
    return f"{word} {described(record, nomination).clauses[0].object}"


def subject_label(record: Record, subject: Subject) -> str:
    """One unit by its name: a film, a person, a year, or for a nomination `Emma Stone's win for Best Actress …`."""
    if isinstance(subject, Select):
        phrase = described(record, subject)
        return f"the {phrase.nouns(1)}"
    return str(subject) if isinstance(subject, int) else entity_label(record, subject)


Teller = Callable[[Record, Claim], str]

TELLERS: dict[type[Measure], Teller] = {
    Exists: tell_exists,
    Count: tell_count,
    Ordinal: tell_ordinal,
    Previous: tell_previous,
    Next: tell_next,
    Members: tell_members,
    Extreme: tell_extreme,
    Attribute: tell_attribute,
    Streak: tell_streak,
    Gap: tell_gap,
    Probability: tell_probability,
    Rank: tell_rank,
}
"""How a claim with this measure on the left and a value on the right is told."""
