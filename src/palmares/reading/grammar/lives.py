"""What is told of a nominee's life: honoured after death, the last in a lifetime, up for a prize for the first time.

The trap: a prize may be given posthumously that is no competitive one, which the record counts apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from palmares.claims import (
    Claim,
    Compare,
    Constraint,
    Count,
    Exists,
    OfAward,
    OfEditions,
    OfPerson,
    OfSeasons,
    Operator,
    Ordinal,
    Outcome,
    Person,
    Select,
    Trait,
    Unit,
    WithOutcome,
    WithTrait,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.building import about
from palmares.reading.grammar.careers import first_timer
from palmares.reading.grammar.tries import first_in_years
from palmares.reading.items import Item
from palmares.reading.rules import rule

POSTHUMOUS = WithTrait(Trait.POSTHUMOUS, Operator.EQ, True)
ALIVE = WithTrait(Trait.POSTHUMOUS, Operator.EQ, False)


def after_death(
    at: Frame, who: Item, verb: Item | None = None, *, thing: Item | None = None, film: Item | None = None
) -> tuple[Claim, ...]:
    """`WHO won (a THING) posthumously (for FILM)`; a nomination where one is told of; honoured may be either."""
    if not isinstance(who.value, Person):
        return ()
    is_nomination = "NOMINATION" in kinds(verb, thing) or "NOMINATED" in kinds(verb, thing)
    outcomes = [Outcome.NOMINATED] if is_nomination else [Outcome.WON]
    outcomes += [Outcome.NOMINATED] if "HONOURED" in kinds(verb, thing) else []
    return tuple(Compare(Exists(of_person(at, who, outcome, film)), Operator.EQ, True) for outcome in outcomes)


def kinds(*items: Item | None) -> list[str]:
    """The kinds of those that are there."""
    return [item.kind for item in items if item is not None]


def of_person(
    at: Frame, who: Item, outcome: Outcome, film: Item | None = None, *, trait: WithTrait = POSTHUMOUS
) -> Select:
    """A person's nominations of that outcome which have the trait."""
    assert isinstance(who.value, Person)
    ended = () if outcome is Outcome.NOMINATED else (WithOutcome(outcome),)
    films = (about(film) or ()) if film is not None else ()
    return Select((OfAward(at.award), OfPerson(who.value), *films, *ended, trait))


def so_often_after_death(at: Frame, who: Item, verb: Item, n: Item) -> Claim | None:
    """`WHO was nominated N times after his death`."""
    if not isinstance(who.value, Person) or not str(n.value).isdigit():
        return None
    outcome = Outcome.NOMINATED if verb.kind == "NOMINATED" else Outcome.WON
    return Compare(Count(of_person(at, who, outcome), Unit.NOMINATION), Operator.EQ, int(str(n.value)))


def in_lifetime(at: Frame, who: Item, thing: Item, *, film: Item | None = None) -> tuple[Claim, ...]:
    """`WHO's win (for FILM) was the last of his lifetime`: given while he was alive."""
    if not isinstance(who.value, Person):
        return ()
    outcome = Outcome.NOMINATED if thing.kind == "NOMINATION" else Outcome.WON
    return (Compare(Exists(of_person(at, who, outcome, film, trait=ALIVE)), Operator.EQ, True),)


def never_before(at: Frame, who: Item, verb: Item, n: Item | None = None) -> tuple[Claim, ...]:
    """`WHO had never been nominated before`: at no edition before the one in view, or up to the day."""
    if not isinstance(who.value, Person) or (n is not None and n.value != 1):
        return ()
    ended = () if verb.kind not in GAINS else (WithOutcome(Outcome.WON),)
    whole = (OfAward(at.award), OfPerson(who.value), *ended)
    return tuple(Compare(Exists(of), Operator.EQ, False) for of in spans(at, whole))


GAINS = frozenset(("WON", "GOT", "TRIUMPHED"))


def spans(at: Frame, where: tuple[Constraint, ...]) -> Iterator[Select]:
    """What is asked for, of the editions before the one in view and of all up to the day."""
    if at.edition is not None and at.edition > 1:
        yield Select((*where, OfEditions(None, at.edition - 1)))
    yield Select(where)


def had_before(at: Frame, who: Item, verb: Item) -> tuple[Claim, ...]:
    """`WHO had been nominated before`: at an edition before the one in view."""
    if not isinstance(who.value, Person) or at.edition is None or at.edition < 2:
        return ()
    ended = () if verb.kind not in GAINS else (WithOutcome(Outcome.WON),)
    of = next(spans(at, (OfAward(at.award), OfPerson(who.value), *ended)))
    return (Compare(Exists(of), Operator.EQ, True),)


def first_ago(at: Frame, who: Item, verb: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO was first nominated N years ago`: for the films of about that year, and never before."""
    if not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    ended = () if verb.kind not in GAINS else (WithOutcome(Outcome.WON),)
    of = Select((OfAward(at.award), OfPerson(who.value), *ended))
    then = at.as_of.year - n.value
    seasons = (Select((*of.where, OfSeasons(year, year))) for year in (then - 1, then, then - 2))
    return tuple(Compare(Ordinal(of, Unit.NOMINATION, there), Operator.EQ, 1) for there in seasons)


def last_ago(at: Frame, who: Item, n: Item, thing: Item, *, what: Item | None = None) -> tuple[Claim, ...]:
    """`N years after her last nomination`: so many years before the one in view."""
    return first_in_years(at, who, FIRST, n, thing=thing, what=what)


FIRST = Item("ORDINAL", 0, 0, 1)


def loser_so_often(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO, a loser N times before,`."""
    if not isinstance(who.value, Person) or not str(n.value).isdigit():
        return ()
    lost = (OfAward(at.award), OfPerson(who.value), WithOutcome(Outcome.LOST))
    return tuple(Compare(Count(of, Unit.NOMINATION), Operator.EQ, int(str(n.value))) for of in spans(at, lost))


RULES = (
    rule(
        "lives/never-before",
        "who:SUBJECT COMMA? HAS? OTHER? NEVER BEFORE? OTHER% verb:DID ( FOR? n:NUMBER )? ( BEFORE TIME? )?"
        " ( HABIT TIME )? =CLAUSEEND",
        never_before,
        priority=3,
    ),
    rule(
        "lives/not-before",
        "who:SUBJECT COMMA? HAS? OTHER? NOT OTHER% verb:DID ( FOR? n:NUMBER )? BEFORE",
        never_before,
        priority=4,
    ),
    rule("lives/not-one", "who:SUBJECT HAS NOTEVER n:NUMBER BODY? WHAT? verb:NOMINATION", never_before, priority=4),
    rule(
        "lives/never-so-much-as",
        "who:SUBJECT HAS NEVER HAS OTHER% AS? BODY? WHAT? verb:NOMINATION =CLAUSEEND",
        never_before,
        priority=4,
    ),
    rule("lives/had-before", "who:SUBJECT ~ verb:DIDBEFORE BEFORE =CLAUSEEND", had_before, priority=3),
    rule("lives/first-ago", "who:SUBJECT ~ WAS? ORDINAL verb:DID n:NUMBER HABIT", first_ago, priority=5),
    rule(
        "lives/after-last",
        "n:NUMBER YEARS AFTER who:HIS LAST OTHER? BODY? what:WHAT? thing:COUNTED",
        last_ago,
        priority=6,
    ),
    rule(
        "lives/last-was-ago",
        "who:OWNER POSS? LAST OTHER? BODY? what:WHAT? thing:COUNTED WAS ~ n:NUMBER HABIT",
        last_ago,
        priority=6,
    ),
    rule("lives/often-loser", "who:SUBJECT COMMA n:OFTENTIMES LOSER", loser_so_often, priority=4),
    rule("lives/loser-times", "who:SUBJECT COMMA LOSER n:NUMBER TIMES BEFORE?", loser_so_often, priority=4),
    rule(
        "lives/after-death",
        "who:SUBJECT ~ verb:ENDED ~ ( FOR? WHAT TROPHY? ~ ( NUMBER OTHER )? )? POSTHUMOUS"
        " !AWARD !WHAT !COUNTABLE !OTHER ( FOR film:ANYFILM )?",
        after_death,
        priority=6,
    ),
    rule(
        "lives/posthumous-prize",
        "who:SUBJECT ~ verb:TOOK ~ POSTHUMOUS BODY? WHAT? thing:COUNTABLE ( FOR film:ANYFILM )?",
        after_death,
        priority=6,
    ),
    rule(
        "lives/posthumous-own",
        "who:OWNER POSS? POSTHUMOUS BODY? WHAT? thing:COUNTABLE ( FOR film:ANYFILM )?",
        after_death,
        priority=5,
    ),
    rule(
        "lives/so-often-after-death",
        "who:SUBJECT ~ verb:ENDED ~ POSTHUMOUS n:OFTENTIMES",
        so_often_after_death,
        priority=7,
    ),
    rule(
        "lives/last-of-lifetime",
        "who:OWNER POSS? ~ WHAT? thing:COUNTABLE ( FOR film:ANYFILM )? WAS ~ LAST LIFETIME",
        in_lifetime,
        priority=7,
    ),
    rule("lives/was-first-timer", "who:SUBJECT WAS WHAT COMMA FIRSTTIME thing:FIRSTTIMER", first_timer, tail="thing"),
    rule("lives/up-first-time", "who:SUBJECT COMMA? ~ thing:NOMINATED FIRSTTIME", first_timer, priority=6),
)
