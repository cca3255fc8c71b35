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
    Edition,
    Exists,
    Extreme,
    Gap,
    Hole,
    Measure,
    Members,
    Next,
    OfAward,
    OfEditions,
    Operator,
    Ordinal,
    Previous,
    Probability,
    Rank,
    Select,
    Selection,
    Streak,
    Subject,
    Unit,
    Which,
    WithOutcome,
    walk,
)  # fmt: skip
from palmares.record import Record
from palmares.telling.attributes import tell_attribute
from palmares.telling.conditions import COMPARED, UNITS
from palmares.telling.english import article, listed, long_date, number, ordinal, own, plural, sentence
from palmares.telling.labels import edition_label, entity_label, value_label
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
    Operator.IN: "is one of {}",
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


NUMBERS = (Count, Ordinal, Streak, Gap, Probability, Rank)
"""Measures that come to a number; compared with anything but one number, such as a set, they are told as nouns."""


def tell(record: Record, claim: Claim) -> str:
    """The claim as one English sentence, whether it is true or not.

    >>> from palmares.claims import parse_claim
    >>> from palmares.record import open_record
    >>> tell(open_record(), parse_claim("count(nomination, oscars/97 won film anora-2024) = 5"))
    '“Anora” won five prizes at the 97th Academy Awards.'
    """
    if isinstance(claim.right, MEASURES):
        right = measure_noun(record, claim.right)
        return sentence(
            f"{measure_noun(record, claim.left)} {IS[claim.operator].replace('is {}', 'equals {}').format(right)}"
        )
    if isinstance(claim.right, Hole) or (isinstance(claim.left, NUMBERS) and not is_number(claim)):
        words = IS[claim.operator].format(value_label(record, claim.right))
        return sentence(f"{measure_noun(record, claim.left)} {words}")
    return sentence(TELLERS[type(claim.left)](record, claim))


def is_number(claim: Claim) -> bool:
    """Whether the value on the right is a number of the kind that the measure comes to."""
    return type(claim.right) is int or (isinstance(claim.left, Probability) and type(claim.right) is float)


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
    place = place_word(record, claim.right)
    subject = subject_label(record, measure.subject, outcome_of(measure.of))
    was = "were" if isinstance(measure.subject, Edition) and subject.endswith("s") else "was"
    return f"{subject} {was} {PLACES[claim.operator].format(place)} {units_to(record, measure.of, measure.unit)}"


def place_word(record: Record, place: object) -> str:
    """`fourth`."""
    return ordinal(place) if isinstance(place, int) else value_label(record, place)


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
    if (held := held_in(record, measure, members)) is not None:
        return held
    if not members:
        return f"{before}no {units_that(record, measure.of, measure.unit, is_many=False)}"
    is_only = len(members) == 1 and claim.operator is Operator.EQ
    one, many = SETS[claim.operator]
    units = units_that(record, measure.of, measure.unit, is_many=not is_only)
    head = f"the only {units} {one}" if is_only else f"the {units} {many}"
    return f"{before}{head} {value_label(record, members)}"


def held_in(record: Record, measure: Members, members: frozenset[object]) -> str | None:
    """`the 97th Academy Awards were held in 2025`, where that is all a set of years says."""
    if measure.unit is not Unit.YEAR or not isinstance(measure.of, Select) or not members:
        return None
    match measure.of.where:
        case (OfAward(str(award)), OfEditions(int(number), last)) if number == last:
            years = listed(sorted(map(str, members)))
            return f"{edition_label(record, award, number)} were held in {years}"
    return None


def tell_extreme(record: Record, claim: Claim) -> str:
    """`The youngest person to win Best Actor is Adrien Brody`; `the film with the most wins is …`."""
    measure = claim.left
    assert isinstance(measure, Extreme)
    holders: frozenset[object] = claim.right if isinstance(claim.right, frozenset) else frozenset({claim.right})
    is_many = len(holders) > 1 and claim.operator not in (Operator.GE, Operator.GT)
    if measure.by is None:
        head = f"the {measure.which} {units_to(record, measure.of, measure.unit, is_many=is_many)}"
    else:
        whole = described(record, measure.of)
        noun = unit_noun(whole, measure.unit, is_many=is_many)
        head = f"the {noun} with {scale_words(record, measure.by, measure.which, whole)}"
    return held_by(record, head, claim.operator, holders)


def held_by(record: Record, head: str, operator: Operator, holders: frozenset[object]) -> str:
    """Who is at the end of a scale; `>=` leaves open whether others share the place."""
    names = value_label(record, holders)
    if operator in (Operator.GE, Operator.GT):
        return f"{names} {'is' if len(holders) == 1 else 'are'} {head}, alone or with others"
    return f"{head} {SETS[operator][len(holders) > 1]} {names}"


def scale_words(record: Record, measure: Measure, which: Which, whole: Described) -> str:
    """What is ranked by: `the most wins at the Academy Awards`; the place is that of the whole where it has none."""
    if isinstance(measure, Streak):
        run = "longest" if which is Which.MOST else "shortest"
        return f"the {run} run of {described(record, measure.of).nouns(of_subject=False)}"
    if not isinstance(measure, Count):
        return f"the {'highest' if which is Which.MOST else 'lowest'} value of {measure_noun(record, measure)}"
    if measure.unit is not Unit.NOMINATION:
        return f"the {which} {units_that(record, measure.of, measure.unit, is_many=True)}"
    part = described(record, measure.of)
    return f"the {which} {part.nouns(of_subject=False)}{'' if part.clauses[-1].rest else whole.clauses[-1].rest}"


def tell_streak(record: Record, claim: Claim) -> str:
    """`Spencer Tracy won Best Actor at the Academy Awards in two editions in a row`."""
    measure = claim.left
    assert isinstance(measure, Streak)
    assert isinstance(claim.right, int | float)
    phrase = described(record, measure.of)
    subject = subject_label(record, measure.subject) if measure.subject is not None else phrase.subject
    amount = COMPARED[claim.operator].format(number(claim.right))
    noun = plural(claim.right, *UNITS[Unit.YEAR if measure.unit is Unit.YEAR else Unit.EDITION])
    return f"{subject or actor_of(phrase)} {phrase.past()} in {amount} {noun} in a row"


def tell_gap(record: Record, claim: Claim) -> str:
    """`“Parasite” came 64 editions after the film before it to win both …`."""
    measure = claim.left
    assert isinstance(measure, Gap)
    assert isinstance(claim.right, int | float)
    amount = COMPARED[claim.operator].format(number(claim.right))
    noun = plural(claim.right, *UNITS[Unit.YEAR if measure.unit is Unit.YEAR else Unit.EDITION])
    phrase, subject = described(record, measure.of), subject_label(record, measure.subject)
    if isinstance(measure.subject, Edition | int):
        return f"at {subject}, {actor_of(phrase)} {phrase.past()} {amount} {noun} after the time before"
    return f"{subject} came {amount} {noun} after the one before to {phrase.to}"


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
    assert isinstance(claim.right, int | float)
    place = "frontrunner" if claim.right == 1 else f"{place_word(record, claim.right)} favourite"
    head = f"on {long_date(measure.as_of)} {favourite(record, measure.nomination)} was"
    return f"{head} {PLACES[claim.operator].format(place)} {of_race(record, measure.nomination, 'for')}"


def favourite(record: Record, nomination: Select) -> str:
    """Who or what a nomination names."""
    return described(record, nomination).subject or "the nominee"


def of_race(record: Record, nomination: Select, word: str = "of") -> str:
    """The race of a nomination: `for Best Actress at the 97th Academy Awards`."""
    return f"{word} {described(record, nomination).clauses[0].object}"


def subject_label(record: Record, subject: Subject, outcome: WithOutcome | None = None) -> str:
    """One unit by its name: a film, a person, a year, or `the win by Emma Stone for Best Actress …`.

    A nomination that is picked out without its outcome has the given one.
    """
    if isinstance(subject, Select):
        has_outcome = outcome is None or any(isinstance(part, WithOutcome) for part in subject.where)
        asked = subject if has_outcome or outcome is None else Select((*subject.where, outcome))
        return f"the {described(record, asked).nouns(1)}"
    return str(subject) if isinstance(subject, int) else entity_label(record, subject)


def outcome_of(selection: Selection) -> WithOutcome | None:
    """The outcome that a selection asks for, or None."""
    return next((node for node in walk(selection) if isinstance(node, WithOutcome)), None)


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
