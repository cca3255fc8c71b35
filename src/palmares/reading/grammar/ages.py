"""How old somebody is.

An age is told as of the day of the article, of the night in view, or of a nomination of that person ("was ten when she
won"); a printed age is wrong only when it fits none of these. The trap: a number behind a name is an age only in places
where nothing else is put, for counts of prizes stand there too.
"""

from __future__ import annotations

import datetime as dt

from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Edition,
    Exists,
    OfAward,
    OfEditions,
    OfFilm,
    OfPerson,
    Operator,
    Outcome,
    Person,
    Property,
    Select,
    Trait,
    WithOutcome,
    WithTrait,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.building import about
from palmares.reading.grammar.events import OTHER_TIMES
from palmares.reading.items import Item
from palmares.reading.rules import rule

YOUNGEST, OLDEST = 4, 112
"""Years: what is written of a person and lies outside is no age."""
LONG_PAST = 15
"""Years: somebody that much older than the age printed is told of as they once were."""
PAST_YOUTH = 25
"""From here on a bare number after a name is an age of now."""
NOW = "now"
"""What "is" is told by."""
PAST_COUNTS = 22
"""From here on a number in brackets or a list after a name is hardly a count of nominations."""
THAT_NIGHT = "then"
"""What "that night" is told by."""
DIED = "died"
BORN = "born"
EVENTS = {BORN: Property.BORN, DIED: Property.DIED}
"""What is told by "born" and "died"."""
LEAST_DECADE = 20
"""Years: below it a decade of life is that of the teens, which has seven years."""
OBITUARY = 2
"""Sentences back in which a death is told whose age follows."""
LATELY = 4
"""Sentences back in which a story says that it tells of another time."""
GROWN = 18
"""From here on a number that somebody turned is an age."""


def is_age(who: Item, n: Item, least: int = YOUNGEST) -> bool:
    """Whether the mention is a person and the number may be that person's age."""
    return isinstance(who.value, Person) and isinstance(n.value, int) and least <= n.value <= OLDEST


def age_on(at: Frame, who: Item, n: int, operator: Operator = Operator.EQ) -> tuple[Claim, ...]:
    """Of that age on the day of the article, or on the night in view."""
    assert isinstance(who.value, Person)
    days: list[dt.date | Edition] = [at.as_of]
    if at.edition is not None:
        days.append(Edition(at.award, at.edition))
    return tuple(Compare(Attribute(who.value, Property.AGE, day), operator, n) for day in days)


def aged_when(at: Frame, who: Item, n: Item, film: Item | None = None, *, outcome: Outcome) -> tuple[Claim, ...]:
    """Of that age on the day that a nomination, of this film if one is named, came to this outcome."""
    films = tuple(one for one in about(film) or () if isinstance(one, OfFilm))
    if not is_age(who, n) or (film is not None and not films):
        return ()
    assert isinstance(who.value, Person)
    assert isinstance(n.value, int)
    ended = () if outcome is Outcome.NOMINATED else (WithOutcome(outcome),)
    trait = WithTrait(Trait.AGE, Operator.EQ, n.value)
    nomination = Select((OfAward(at.award), OfPerson(who.value), *films, trait, *ended))
    return (Compare(Exists(nomination), Operator.EQ, True),)


def aged(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO, N,` or `WHO was N`: now, on the night in view, or on that of some nomination."""
    if not is_age(who, n):
        return ()
    assert isinstance(n.value, int)
    ever = () if is_of_tonight(at) else aged_when(at, who, n, outcome=Outcome.NOMINATED)
    return (*age_on(at, who, n.value), *ever)


def is_of_tonight(at: Frame) -> bool:
    """Whether the story has lately spoken of somebody up for the prizes in view, and of no other time."""
    if at.place is None or not at.place.is_of_view or at.is_of_past:
        return False
    told = [item.kind for sentence in at.place.earlier[-LATELY:] for item in sentence.items]
    return OTHER_TIMES.isdisjoint(told) and AGES_OF_ALL_TIMES.isdisjoint(told)


AGES_OF_ALL_TIMES = frozenset(("YOUNGEST", "OLDEST"))
"""Kinds of words after which an age may be that on any night: "remains the youngest. Lawrence, at 22, is second"."""


def loosely_aged(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`At N, WHO …`: now, then, or at some other time, so borne out and never wrong."""
    claims = aged(at, who, n)
    return (*claims, at_another_time(who)) if claims else ()


def turning(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO, N this month,`: that already, or about to be."""
    if not is_age(who, n):
        return ()
    assert isinstance(n.value, int)
    return (*age_on(at, who, n.value), *age_on(at, who, n.value - 1)[:1])


def at_another_time(who: Item) -> Claim:
    """That somebody was of an age at a time that nothing tells, which is never decided."""
    assert isinstance(who.value, Person)
    some_time = WithTrait(Trait.UNRECORDED, Operator.EQ, "of that age at another time")
    return Compare(Exists(Select((OfPerson(who.value), some_time))), Operator.EQ, True)


def was_aged(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO was N.`: as of now in an obituary, else of some time."""
    if not is_age(who, n):
        return ()
    assert isinstance(n.value, int)
    return age_on(at, who, n.value)[:1] if is_obituary(at, who) else loosely_aged(at, who, n)


def is_obituary(at: Frame, who: Item) -> bool:
    """Whether the last sentences told that the person died."""
    told = (*at.place.earlier[-OBITUARY:], at.place.sentence) if at.place is not None else ()
    return any(
        item.kind == "BORN" and item.value == DIED and any(other.value == who.value for other in sentence.items)
        for sentence in told
        for item in sentence.items
    )


def died_at(at: Frame, who: Item, n: Item, verb: Item) -> tuple[Claim, ...]:
    """`WHO died at N`: in an obituary, where the age now is that at death."""
    if verb.value != DIED or not is_age(who, n):
        return ()
    assert isinstance(n.value, int)
    return age_on(at, who, n.value)[:1]


def in_decade(at: Frame, who: Item, decade: Item) -> Claim | None:
    """`WHO, in her seventies`, `the septuagenarian WHO`."""
    if not isinstance(who.value, Person):
        return None
    tens = int(str(decade.value))
    years = frozenset(range(tens, tens + (10 if tens >= LEAST_DECADE else 7)))
    return Compare(Attribute(who.value, Property.AGE, at.as_of), Operator.IN, years)


def born_on(at: Frame, who: Item, verb: Item, date: Item) -> Claim | None:
    """`WHO was born on DATE`, and of deaths alike."""
    if not isinstance(who.value, Person) or verb.value not in EVENTS or not isinstance(date.value, tuple):
        return None
    year, month, day = date.value
    if not year:
        return None
    return Compare(Attribute(who.value, EVENTS[str(verb.value)]), Operator.EQ, dt.date(year, month, day))


def born_in(at: Frame, who: Item, verb: Item, year: Item) -> Claim | None:
    """`WHO, born in YEAR`: not a year old when that year ended."""
    if not isinstance(who.value, Person) or verb.value != BORN or not isinstance(year.value, int):
        return None
    return Compare(Attribute(who.value, Property.AGE, dt.date(year.value, 12, 31)), Operator.EQ, 0)


def turns(at: Frame, who: Item, n: Item, verb: Item) -> tuple[Claim, ...]:
    """`WHO turns N in MONTH`: a year less on the day of the article, or that already."""
    if verb.value != NOW or not is_age(who, n):
        return ()
    assert isinstance(n.value, int)
    return (*age_on(at, who, n.value - 1)[:1], *age_on(at, who, n.value)[:1])


def past_counts(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO (N)`, and `WHO, N, and WHO, N`, where counts of prizes stand too."""
    return aged(at, who, n) if is_age(who, n, PAST_COUNTS) else ()


def in_list(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO (N) and WHO (N)`, where counts of prizes stand too, so borne out and never wrong."""
    return loosely_aged(at, who, n) if is_age(who, n, PAST_COUNTS) else ()


def still_aged(at: Frame, who: Item, n: Item, verb: Item) -> tuple[Claim, ...]:
    """`WHO is N`; what somebody was is told of some time that the sentence need not name."""
    return aged(at, who, n) if verb.value == NOW else ()


def that_night(at: Frame, who: Item, n: Item, then: Item) -> tuple[Claim, ...]:
    """`WHO was N that night`, of whatever night was spoken of."""
    if then.value not in (THAT_NIGHT, "night") or not is_age(who, n):
        return ()
    assert isinstance(n.value, int)
    return (*age_on(at, who, n.value), *aged_when(at, who, n, outcome=Outcome.NOMINATED))


def ever_aged(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO, aged N,`: as `aged`, or told of a time long past."""
    claims = aged(at, who, n)
    if not claims:
        return ()
    assert isinstance(n.value, int)
    return (*claims, *age_on(at, who, n.value + LONG_PAST, Operator.GE)[:1])


def young_or_aged(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO, N,`: told of a time long past only where the age is that of a beginner."""
    return ever_aged(at, who, n) if is_age(who, n) and not is_age(who, n, PAST_YOUTH) else aged(at, who, n)


def won_when(at: Frame, who: Item, n: Item, film: Item | None = None) -> tuple[Claim, ...]:
    """`WHO was N when she won for FILM`."""
    return aged_when(at, who, n, film, outcome=Outcome.WON)


def nominated_when(at: Frame, who: Item, n: Item, film: Item | None = None) -> tuple[Claim, ...]:
    """`WHO was N when he was nominated for FILM`."""
    return aged_when(at, who, n, film, outcome=Outcome.NOMINATED)


def that_night_in(at: Frame, who: Item, n: Item, *, then: Item, year: Item) -> Claim | None:
    """`WHO was N that night in YEAR`: a ceremony of that year at which a nomination of theirs was decided."""
    if not is_age(who, n) or then.value != THAT_NIGHT or not at.is_explicit or at.edition is None:
        return None
    assert isinstance(who.value, Person)
    where = (OfAward(at.award), OfEditions(at.edition, at.edition), OfPerson(who.value))
    return Compare(Exists(Select(where)), Operator.EQ, True)


def turned(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO turned N`: at least that old, or about to be."""
    if not is_age(who, n, GROWN):
        return ()
    assert isinstance(n.value, int)
    return age_on(at, who, n.value - 1, Operator.GE)[:1]


WHO_WAS = "who:ANYBODY COMMA? AGED? WAS? ~ n:NUMBER YEAROLD?"
WHEN_HE_WON, WHEN_HE_WAS_UP = "WHEN HE .. WON", "WHEN HE .. NOMINATED"
THE_AGE = "AT ~ AGED? OF? ~ n:NUMBER =AFTERAGE"

RULES = (
    rule("ages/apposition", "who:ANYBODY COMMA ~ <THEN n:NUMBER COMMA !PERSON !NUMBER !AND", young_or_aged, priority=4),
    rule("ages/listed", "who:ANYBODY COMMA n:NUMBER COMMA", past_counts, priority=3),
    rule("ages/bracketed-listed", "who:ANYBODY OPEN n:NUMBER CLOSE", in_list, priority=2),
    rule("ages/has-at", f"who:SOMEBODY ~ HAS .. COUNTED COMMA {THE_AGE}", aged, priority=3, tail="n"),
    rule("ages/bracketed", "who:ANYBODY OPEN n:NUMBER CLOSE !COMMA !AND !SEMI", past_counts, priority=4),
    rule("ages/year-old", "<THEN n:NUMBER YEAROLD BESIDENAME? who:ANYBODY !POSS", ever_aged, priority=4),
    rule("ages/the-year-old", "n:NUMBER who:YEAROLDSAYS", aged, priority=4),
    rule("ages/year-old-won", "n:NUMBER who:YEAROLD =DEEDDONE", aged, priority=4),
    rule("ages/a-year-old", "who:ANYBODY COMMA ~ <THEN n:NUMBER YEAROLD !WHEN", ever_aged, priority=3),
    rule("ages/at-age", "^ AT AGED? OF? n:NUMBER COMMA? who:SOMEBODY ~ BEEN ~ ORDINAL? ~ OFHONOUR", aged, priority=4),
    rule("ages/at", "who:ANYBODY COMMA AT AGED? OF? ~ n:NUMBER YEAROLD? =CLOSING", aged, priority=4),
    rule("ages/at-n-the", "who:SOMEBODY WAS COMMA AT AGED? OF? ~ n:NUMBER YEAROLD? COMMA", aged, priority=4),
    rule("ages/at-age-loosely", "^ AT AGED? OF? ~ n:NUMBER YEAROLD? COMMA who:SOMEBODY", loosely_aged, priority=2),
    rule(
        "ages/is-of-honour",
        "^ AT AGED? OF? ~ n:NUMBER YEAROLD? COMMA who:SOMEBODY ~ BEEN ~ ORDINAL? ~ OFHONOUR",
        aged,
        priority=4,
    ),
    rule("ages/a-year-old-who", "n:NUMBER YEAROLD COMMA who:ANYBODY COMMA", aged, priority=4),
    rule("ages/winner-at", "who:ANYBODY COMMA ~ WHAT? FIRSTTIMER AT AGED? OF? ~ n:NUMBER =AFTERAGE", aged, priority=4),
    rule("ages/this-month", "who:ANYBODY COMMA ~ n:NUMBER MONTHLY", turning, priority=4),
    rule("ages/now-and", "who:ANYBODY COMMA OTHER n:NUMBER AND OTHER", past_counts, priority=3),
    rule("ages/birthday", "who:HIS n:ORDINAL BIRTHDAY", loosely_aged, priority=2),
    rule(
        "ages/first-timer-at", "who:SOMEBODY WAS .. COMMA FIRSTTIME FIRSTTIMER AT ~ n:NUMBER =AFTERAGE", aged, tail="n"
    ),
    rule("ages/hes", "who:HE n:NUMBER YEAROLD? =STOPPED", was_aged, priority=3),
    rule("ages/won-for-at", f"who:SOMEBODY ~ WONUP FOR film:ANYFILM {THE_AGE}", won_when, priority=5, tail="n"),
    rule("ages/ends-with", "who:ANYBODY COMMA ~ n:NUMBER =STOPPED", past_counts, priority=3),
    rule("ages/is-and", "who:SOMEBODY verb:WAS ~ n:NUMBER AND !NUMBER", still_aged, priority=3),
    rule("ages/was-n", "who:SOMEBODY WAS n:NUMBER YEAROLD? =STOPPED", was_aged, priority=2),
    rule("ages/was-n-loosely", "who:SOMEBODY WAS ~ n:NUMBER YEAROLD? =AFTERAGE", loosely_aged, priority=1),
    rule(
        "ages/died-at",
        "who:ANYBODY ( COMMA OTHER OTHER? )? COMMA? WAS? OTHER? verb:BORN .. AT AGED? OF? ~ n:NUMBER =AFTERAGE",
        died_at,
        priority=5,
    ),
    rule("ages/in-decade", "who:ANYBODY COMMA? ALSO? IN HIS OTHER? decade:TENS", in_decade, priority=4),
    rule("ages/of-decade", "decade:TENSOLD who:ANYBODY", in_decade, priority=4),
    rule("ages/is-of-decade", "who:ANYBODY COMMA? WAS? decade:TENSOLD", in_decade, priority=3),
    rule("ages/born-in", "who:ANYBODY COMMA? WAS? verb:BORN .. IN year:YEAR", born_in, priority=4),
    rule("ages/born-on", "who:ANYBODY COMMA? WAS? verb:BORN .. date:DATE", born_on, priority=4),
    rule("ages/turns", "who:SOMEBODY verb:TURNED n:NUMBER OTHER OTHER?", turns, priority=4),
    rule("ages/turns-this-month", "who:SOMEBODY verb:TURNED n:NUMBER OTHER? MONTHLY", turns, priority=5),
    rule("ages/turns-in", "who:SOMEBODY verb:TURNED n:NUMBER IN OTHER =ENDING", turns, priority=5),
    rule("ages/is", "who:SOMEBODY verb:WAS ~ n:NUMBER =AFTERAGE", still_aged, priority=3),
    rule("ages/is-years-old", "who:SOMEBODY verb:WAS ~ n:NUMBER YEAROLD !WHEN", still_aged, priority=4),
    rule("ages/was-then", "who:SOMEBODY WAS ~ n:NUMBER YEAROLD? then:TIME", that_night, priority=4),
    rule("ages/was-at-ceremony", "who:SOMEBODY WAS ~ n:NUMBER YEAROLD? AT EVENT", aged, priority=4),
    rule("ages/was-n-when-won-for", f"{WHO_WAS} {WHEN_HE_WON} ... FOR film:ANYFILM", won_when, priority=7),
    rule("ages/was-n-when-won-prize", f"{WHO_WAS} {WHEN_HE_WON} .. OFPRIZE !NOMINATION", won_when, priority=6),
    rule("ages/was-n-when-won", f"{WHO_WAS} {WHEN_HE_WON} =CLAUSEEND", won_when, priority=6),
    rule("ages/was-n-when-up-for", f"{WHO_WAS} {WHEN_HE_WAS_UP} ... FOR film:ANYFILM", nominated_when, priority=7),
    rule("ages/was-n-when-up-for-prize", f"{WHO_WAS} {WHEN_HE_WAS_UP} .. OFPRIZE", nominated_when, priority=6),
    rule("ages/was-n-when-up", f"{WHO_WAS} {WHEN_HE_WAS_UP} =CLAUSEEND", nominated_when, priority=6),
    rule("ages/won-when-for", "n:NUMBER YEAROLD? WHEN who:HE .. WON ... FOR film:ANYFILM", won_when, priority=5),
    rule(
        "ages/up-when-for",
        "n:NUMBER YEAROLD? WHEN who:HE .. NOMINATED ... FOR film:ANYFILM",
        nominated_when,
        priority=5,
    ),
    rule("ages/aged", "who:ANYBODY COMMA? ~ <THEN AGED ~ n:NUMBER !OTHER !WHEN", ever_aged, priority=4),
    rule("ages/won-prize-at", f"who:SOMEBODY .. DONE ... OFPRIZE ... {THE_AGE}", aged, priority=4, tail="n"),
    rule("ages/won-at", f"who:SOMEBODY ~ WONUP {THE_AGE}", aged, priority=3, tail="n"),
    rule("ages/youngest-at", f"who:SOMEBODY WAS ~ AGEEND ... {THE_AGE}", aged, priority=4, tail="n"),
    rule(
        "ages/that-night-in",
        "who:SOMEBODY WAS ~ n:NUMBER then:TIME IN year:YEAR",
        that_night_in,
        priority=5,
        tail="year",
    ),
    rule("ages/turned", "who:SOMEBODY ~ TURNED n:NUMBER =AFTERTURN", turned, priority=3),
)
