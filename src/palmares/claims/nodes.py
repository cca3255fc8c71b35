"""The nodes of a claim: a small, closed, immutable tree that every part of palmares speaks.

A claim compares a measure over the record with a value or with another measure. The thing a newcomer gets wrong: nodes
settle into one form as they are made, so that equal meanings are equal nodes. They hold no SQL, no English and no film
history; what a verb does to a node stands with the verb, in a table keyed by class.
"""

from __future__ import annotations

import datetime as dt
from functools import reduce
from typing import TypeAlias

from palmares.claims.comparing import (
    NUMBER,
    PROPERTIES,
    SETS,
    TRAITS,
    TRUTH,
    Gives,
    check_grouping,
    check_interval,
    check_named,
    settle_comparison,
    settle_owner,
    settle_right,
    settle_subject,
)
from palmares.claims.constraints import (
    AtPlace,
    OfAward,
    OfCategory,
    OfCountry,
    OfEditions,
    OfFilm,
    OfPerson,
    OfSeasons,
    OfWork,
    WithOutcome,
    settled_constraints,
)
from palmares.claims.entities import Country, Edition, Entity, Film, Hole, Literal, Person
from palmares.claims.fields import Node, node, structure
from palmares.claims.vocabulary import Operator, Property, Trait, Unit, Which
from palmares.errors import InvalidClaim

# --- the constraint that may hold a measure -------------------------------------------------------------------------


@node
class WithTrait(Node):
    """A nominated person (or film) has this trait: `WithTrait(Trait.GENDER, Operator.EQ, "f")`."""

    trait: Trait
    operator: Operator
    value: Literal | Measure

    def settle(self) -> None:
        settle_comparison(self, "value", TRAITS[self.trait])


Constraint: TypeAlias = (
    OfAward | OfEditions | OfSeasons | OfCategory | WithOutcome | OfFilm | OfPerson | OfWork | OfCountry | AtPlace
    | WithTrait
)  # fmt: skip
"""What a selection may ask of a nomination."""

CONSTRAINTS = (
    OfAward, OfEditions, OfSeasons, OfCategory, WithOutcome, OfFilm, OfPerson, OfWork, OfCountry, AtPlace, WithTrait,
)  # fmt: skip
"""Every constraint, in the order in which a selection holds them."""

REPEATABLE = (OfFilm, OfPerson, OfCountry, WithTrait)
"""Constraints of which one selection may hold several: two people sharing one prize, two traits at once."""


# --- selections -----------------------------------------------------------------------------------------------------


@node
class Select(Node):
    """The nominations that meet every constraint. Order and repetition of constraints mean nothing.

    Only competitive nominations are selected, and none that was withdrawn, revoked or a write-in, unless a category
    given to no competition (`honorary`) is asked for by name. Traits are asked of one person, the one named if any is.
    A range of editions or seasons goes up to the day of judging; an edition asked for before its night is not decided,
    nor is what a range without end lacks so far, while a prize that may bear it out is still to come.
    """

    where: tuple[Constraint, ...]

    def settle(self) -> None:
        object.__setattr__(self, "where", settled_constraints(self.where))


@node
class And(Node):
    """The units that are in both selections, with their rows from both.

    The unit is one that nominations may share. A unit entered `And` on the later of the days on which it entered
    either side. Counted by another unit than `on`, the selection holds the units of all its rows.
    """

    left: Selection
    right: Selection
    on: Unit

    def settle(self) -> None:
        check_grouping(self.on)
        first, *others = sorted(operands(self.left, self.on) + operands(self.right, self.on), key=structure)
        object.__setattr__(self, "left", first)
        object.__setattr__(self, "right", reduce(lambda right, left: And(left, right, self.on), reversed(others)))


@node
class Feat(Node):
    """The groups of a selection for which `having` holds: four wins by one person in one night.

    The rows of `of` are grouped by `by` (units that `And` may join on); where `of` names people or films, only those
    are groups. Inside `having` every selection is narrowed to the group's own units, and may ask about rows outside
    `of`: `Feat(won picture, (film,), Count(nominated director) = 0)` is a best picture without a directing nomination.
    A group entered as it reached the number `having` asks for (`=`, `>=`, `>`, or existence), else with its last row.
    """

    of: Selection
    by: tuple[Unit, ...]
    having: Compare

    def settle(self) -> None:
        if not self.by:
            raise InvalidClaim("a feat is grouped by nothing")
        check_grouping(*self.by)
        object.__setattr__(self, "by", tuple(sorted(set(self.by))))


Selection: TypeAlias = Select | And | Feat
"""What a measure is taken over."""

Subject: TypeAlias = Film | Person | Country | Edition | Select | int | Hole
"""One unit of a selection: an entity, a calendar year, or for nominations and races a selection that picks it out."""

SELECTIONS = (Select, And, Feat)
"""Every selection."""


# --- measures -------------------------------------------------------------------------------------------------------


@node
class Exists(Node):
    """Whether the selection holds anything. True wherever a row is found; false only inside coverage."""

    of: Selection

    gives = TRUTH


@node
class Count(Node):
    """How many units the selection holds."""

    of: Selection
    unit: Unit

    gives = NUMBER


@node
class Ordinal(Node):
    """The place of the subject among the units of the selection, by the day each entered it; the first is 1.

    Units of one day share the places they span, and a claim of any of them is met (see `Compare`). A nomination
    enters on the day its prize was handed out. A subject that is not in the selection has no place: every claim of
    one is false.
    """

    of: Selection
    unit: Unit
    subject: Subject

    gives = NUMBER

    def settle(self) -> None:
        settle_subject(self, "subject", self.unit)


@node
class Previous(Node):
    """The units with a row on the last day before the subject entered: a set, empty where there is none.

    Coverage is needed between the two days only; a unit found may have entered long before.
    """

    of: Selection
    unit: Unit
    subject: Subject

    @property
    def gives(self) -> Gives:
        """A set of units."""
        return SETS[self.unit]

    def settle(self) -> None:
        settle_subject(self, "subject", self.unit)


@node
class Next(Node):
    """The units, other than the subject, with a row on the first day after it entered: a set, as `Previous` is."""

    of: Selection
    unit: Unit
    subject: Subject

    @property
    def gives(self) -> Gives:
        """A set of units."""
        return SETS[self.unit]

    def settle(self) -> None:
        settle_subject(self, "subject", self.unit)


@node
class Members(Node):
    """The set of units in the selection; with `before`, only those that entered it on days before that subject did."""

    of: Selection
    unit: Unit
    before: Subject | None = None

    @property
    def gives(self) -> Gives:
        """A set of units."""
        return SETS[self.unit]

    def settle(self) -> None:
        settle_subject(self, "before", self.unit)


@node
class Extreme(Node):
    """The units at one end of a scale; a set, since they may tie.

    `most` and `fewest` rank by the measure `by`, narrowed to each unit as in `Feat`. `youngest` and `oldest` rank
    people (or nominations) by age in days when the prize was handed out; where births are known only in part, all that
    may be at the end are. `first` and `last` take the units with a row on the first or the last day.
    """

    of: Selection
    unit: Unit
    which: Which
    by: Measure | None = None

    @property
    def gives(self) -> Gives:
        """A set of units."""
        return SETS[self.unit]

    def settle(self) -> None:
        check_named(self.unit)
        if (self.which in (Which.MOST, Which.FEWEST)) != (self.by is not None):
            raise InvalidClaim(f"an extreme of kind {self.which} {'needs' if self.by is None else 'takes no'} measure")
        if self.by is not None and self.by.gives != NUMBER:
            raise InvalidClaim("an extreme ranks by a measure that gives no number")
        if self.which in (Which.YOUNGEST, Which.OLDEST) and self.unit not in (Unit.PERSON, Unit.NOMINATION):
            raise InvalidClaim(f"a {self.unit} has no age")


@node
class Attribute(Node):
    """A property of an entity; `at` (an edition or a day) where it changes with time, as an age does."""

    entity: Entity | Hole
    name: Property
    at: Edition | dt.date | None = None

    @property
    def gives(self) -> Gives:
        """What the property is: text, a number, a day or a set."""
        return PROPERTIES[self.name][1]

    def settle(self) -> None:
        settle_owner(self, self.name, changing=self.at is not None)


@node
class Streak(Node):
    """The longest run of consecutive editions (or years) of the award in which the subject is in the selection.

    `unit` says which of the two are counted. An edition that was not held breaks no run, a calendar year without one
    does. Without a subject the run is of the group a `Feat` or `Extreme` is at, or of the whole selection.
    """

    of: Selection
    unit: Unit
    subject: Subject | None = None

    gives = NUMBER

    def settle(self) -> None:
        check_interval(self.unit)


@node
class Gap(Node):
    """How many editions (or calendar years) the subject entered the selection after the row before it; 1 is the next.

    `unit` says which of the two are counted. The row before may be anybody's. The first to enter has no gap.
    """

    of: Selection
    unit: Unit
    subject: Subject

    gives = NUMBER

    def settle(self) -> None:
        check_interval(self.unit)


@node
class Probability(Node):
    """The probability, 0 to 1, that the nomination wins its race, as the odds stood on that day.

    It is that of our own model where there is one, else the mean of what others printed; each source counts as it last
    spoke by that day. Two probabilities are `about` each other where some source has them within 0.12, and not where
    several sources speak and all have them more than 0.35 apart. In between the record cannot tell.
    """

    nomination: Select
    as_of: dt.date

    gives = NUMBER


@node
class Rank(Node):
    """The place of the nomination in its race by the odds on that day; the frontrunner is 1.

    Each source counts as it last spoke by that day, and the value is the best place that any gives. `= 1` is true where
    some source has the nomination first, equal or not, and false where every source has it elsewhere and its favourite
    at least 0.25 ahead. `!= 1` is true where no source has it first, and false where all have it at least 0.25 ahead.
    Where a single source has spoken within 21 days, a lead is clear only from 0.5. In between the record cannot tell.
    Other places compare alike: any that lies between the best and the worst given is true.
    """

    nomination: Select
    as_of: dt.date

    gives = NUMBER


Measure: TypeAlias = (
    Exists | Count | Ordinal | Previous | Next | Members | Extreme | Attribute | Streak | Gap | Probability | Rank
)
"""What can be asked of the record."""


# --- claims ---------------------------------------------------------------------------------------------------------


@node
class Compare(Node):
    """A claim: a measure compared with a value or with another measure.

    A tie counts for every place it spans: where the 4th and 5th entered on one day, `= 4` and `= 5` both hold of each.
    What gives a set is compared with a set, where `<=` is "within" and `>=` is "takes in".
    """

    left: Measure
    operator: Operator
    right: Literal | Measure

    def settle(self) -> None:
        settle_comparison(self, "right", self.left.gives)
        settle_right(self, is_probability=type(self.left) is Probability)


Claim = Compare

ENTITIES = (Hole, Film, Person, Country, Edition)
"""Every leaf: the entities, and the hole that may stand for one."""

MEASURES = (Exists, Count, Ordinal, Previous, Next, Members, Extreme, Attribute, Streak, Gap, Probability, Rank)
"""Every measure."""

NODES = (*ENTITIES, *CONSTRAINTS, *SELECTIONS, *MEASURES, Compare)
"""Every node class, in order: the closed list that the tables of every verb are checked against."""


# --- settling: one form for one meaning -----------------------------------------------------------------------------


def operands(selection: Selection, on: Unit) -> list[Selection]:
    """The selections that a chain of `And` on one unit joins."""
    if isinstance(selection, And) and selection.on is on:
        return [*operands(selection.left, on), *operands(selection.right, on)]
    return [selection]
