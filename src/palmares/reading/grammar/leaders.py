"""How a count that was told stands beside all others: "…, the most of any film", "only Disney has more", "a record".

The count, and whose it is, is taken from the words before. The trap: the most of a night and the most ever are told in
the same words, so that where nothing says which, both are readings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from palmares.claims import (
    Claim,
    Compare,
    Constraint,
    Count,
    Feat,
    Film,
    Members,
    OfAward,
    OfCategory,
    OfFilm,
    OfPerson,
    Operator,
    Ordinal,
    Outcome,
    Person,
    Previous,
    Select,
    Selection,
    Unit,
    WithOutcome,
)
from palmares.reading.context import Frame
from palmares.reading.grammar.antecedents import stretches_before
from palmares.reading.grammar.building import in_category
from palmares.reading.grammar.kindred import Items, Kin, grouped, kin, kin_of_group, lists
from palmares.reading.grammar.moments import in_edition, or_more
from palmares.reading.grammar.superlatives import at_most, foreign, of_night
from palmares.reading.items import Item
from palmares.reading.rules import rule

SUBJECTS = frozenset("FILM PERSON HE IT THEFILM THEPERSON SAME HIS ITS FILMOF PERSONOF WHO WHICH".split())
UNSAID = frozenset("MODAL NOT NEVER NO IF SEEK".split())
"""Kinds by which a count was not reached."""
THINGS = frozenset("NOMINATION WIN TROPHY AWARD TIMES COMMA STOP SEMI DASH TRY LOSS".split())
PASSED = frozenset("AWARD PRIZE WEAKPRIZE TOP OTHER EDITION OF ITS HIS".split())
"""Kinds that may stand between a number and what it counts."""
REACH = 2
"""Sentences back, its own included, in which a count is looked for."""
FEW = 4
"""So many share a record at most."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A count that was told: whose, how many, of what, of which prize and body."""

    who: Item
    number: int
    outcome: Outcome
    what: Item | None
    body: Item | None

    @property
    def unit(self) -> Unit:
        """What is counted over: films or people."""
        return Unit.FILM if isinstance(self.who.value, Film) else Unit.PERSON

    def where(self, at: Frame) -> tuple[Constraint, ...]:
        """What is counted."""
        award = (self.body.award if self.body is not None else None) or at.award
        ended = () if self.outcome is Outcome.NOMINATED else (WithOutcome(self.outcome),)
        return (OfAward(award), *(in_category(at, self.what) or ()), *ended)


def counted_before(at: Frame, word: Item) -> Counted | None:
    """The count told last before a word."""
    for items in islice(stretches_before(at, word), REACH):
        place = next((place for place in range(len(items) - 1, -1, -1) if is_count(items, place)), None)
        if place is not None:
            return counted_at(items, place)
    return None


def is_count(items: Sequence[Item], place: int) -> bool:
    """Whether a number here counts prizes."""
    item = items[place]
    if item.kind not in ("NUMBER", "ORDINAL") or not isinstance(item.value, int):
        return False
    after = [other.kind for other in items[place + 1 : place + 4]]
    if item.kind == "ORDINAL":
        return "NOMINATION" in after or any(kind in ("AWARD", "TROPHY", "WIN") for kind in after[:2])
    plain = [kind for kind in after if kind not in PASSED]
    is_ended = not after or after[0] in ("COMMA", "STOP", "SEMI", "DASH")
    is_told = place > 0 and items[place - 1].kind in ("WON", "GOT", "HAS", "WITH")
    return (plain[:1] and plain[0] in THINGS and not is_ended) or "AWARD" in after[:2] or (is_ended and is_told)


def counted_at(items: Sequence[Item], place: int) -> Counted | None:
    """The count at this place, with whose it is; None where nobody known has it, or it was not reached."""
    clause = next((start for start in range(place, -1, -1) if items[start].kind in ("SEMI", "DASH", "COLON")), -1) + 1
    subject = next((item for item in reversed(items[clause:place]) if item.kind in SUBJECTS), None)
    if subject is None or not isinstance(subject.value, (Film, Person)):
        return None
    said = items[max(clause, place - 6) : place]
    if not UNSAID.isdisjoint([item.kind for item in said]):
        return None
    after = items[place + 1 : place + 5]
    kinds = [item.kind for item in after]
    verb = next((item.kind for item in reversed(said) if item.kind in ("WON", "GOT", "HAS", "NOMINATED", "LOST")), "")
    is_nomination = "NOMINATION" in kinds[:4] or (verb == "NOMINATED" and "WIN" not in kinds)
    is_nomination = is_nomination and not (verb == "WON" and "OF" in kinds)
    outcome = Outcome.NOMINATED if is_nomination else Outcome.LOST if verb == "LOST" else Outcome.WON
    end = next((number for number, kind in enumerate(kinds) if kind in ("COMMA", "STOP", "SEMI")), len(kinds))
    what = next((item for item in after[:end] if item.kind in ("PRIZE", "WEAKPRIZE", "TOP")), None)
    body = next((item for item in after[:end] if item.kind in ("AWARD", "TROPHY") and item.award), None)
    value = items[place].value
    return Counted(subject, value, outcome, what, body) if isinstance(value, int) else None


def among_whom(told: Counted, group: Items | None) -> Kin | None:
    """Those among whom somebody has the most: the group named, else films for a film."""
    words = grouped(group or ())
    if words is None or words.since is not None:
        return None
    return kin_of_group(told.who, words) if words.is_named else kin(told.who, None)


def ranked(at: Frame, told: Counted, among: Kin) -> list[Selection]:
    """What is ranked: the counted prizes of those among whom it is."""
    where = (*told.where(at), *among.traits)
    if among.is_foreign:
        return foreign(at, where)
    trade = (OfCategory(among.calling),) if among.calling and told.what is None else ()
    return [Select((*where, *trade))]


def most_told(
    at: Frame, which: Item, *, group: Items | None = None, ever: Item | None = None, now: Item | None = None
) -> tuple[Claim, ...]:
    """`…, the most of any NOUN`, `…, more than any other NOUN`: nobody among them has more, ever or that night."""
    told = counted_before(at, which)
    among = among_whom(told, group) if told is not None else None
    words = grouped(group or ())
    if told is None or among is None or among.has or (words is not None and not words.is_named and ever is None):
        return ()
    assert isinstance(told.who.value, (Film, Person))
    found, alone = ranked(at, told, among), which.value == "alone"
    is_any = among.unit is Unit.PERSON and not (among.calling or among.traits or told.what)
    claims: list[Claim] = []
    if now is None and not (is_any and ever is None and words is None):
        claims += [at_most(of, among.unit, told.who.value, alone=alone) for of in found]
        claims += [
            Compare(Ordinal(reaching(of, among.unit, told.number), among.unit, told.who.value), Operator.EQ, 1)
            for of in found
        ]
    if ever is None:
        ended = () if told.outcome is Outcome.NOMINATED else (WithOutcome(told.outcome),)
        claims += [
            at_most(of, among.unit, told.who.value, alone=alone) for of in of_night(at, among, ended, told.who.value)
        ]
    return tuple(claims)


def reaching(of: Selection, unit: Unit, number: int) -> Selection:
    """Those with so many or more."""
    assert isinstance(of, Select) or of is not None
    return Feat(of, (unit,), Compare(Count(of, Unit.NOMINATION), Operator.GE, number))


def a_record(at: Frame, mark: Item) -> tuple[Claim, ...]:
    """`…, a record`, `…, extending her own record`: nobody has more, or had when it was reached."""
    told = counted_before(at, mark)
    if told is None:
        return ()
    who = told.who.value
    assert isinstance(who, (Film, Person))
    found = list(spans(at, told))
    first = (Compare(Ordinal(reaching(of, told.unit, told.number), told.unit, who), Operator.LE, FEW) for of in found)
    return unsure(told, (*(at_most(of, told.unit, who) for of in found), *first))


def unsure(told: Counted, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, never wrong of somebody of whom no prize is named: the record may be that of composers."""
    assert isinstance(told.who.value, (Film, Person))
    is_of_some = told.unit is Unit.PERSON and told.what is None
    return or_more(claims, told.who.value) if is_of_some else claims


def second_only(at: Frame, n: Item, names: Item) -> tuple[Claim, ...]:
    """`…, second only to NAME`: that one alone has more, in the edition in view or ever."""
    told = counted_before(at, n)
    if told is None or n.value != 2 or type(names.value) is not type(told.who.value):
        return ()
    alone = frozenset(one for one in (names.value,) if isinstance(one, (Film, Person)))
    claims = [claim for of in spans(at, told) for claim in beyond(told, of, alone)]
    now = (now for claim in claims[:1] if (now := in_edition(at, claim)) is not None)
    return unsure(told, (*now, *claims))


def only_more(at: Frame, names: Items, how: Item) -> tuple[Claim, ...]:
    """`…; only NAMES has more`: those with more are these; of people perhaps within a trade."""
    told = counted_before(at, names[0])
    if told is None or (how.kind == "MATCHED" and how.value != "alone"):
        return ()
    ways = list(lists(names, told.unit))
    return unsure(told, tuple(claim for of in spans(at, told) for way in ways for claim in beyond(told, of, way)))


def spans(at: Frame, told: Counted) -> Iterator[Select]:
    """What is counted: over all, and of people within acting or directing."""
    where = told.where(at)
    yield Select(where)
    if told.unit is Unit.PERSON and told.what is None:
        yield Select((*where, OfCategory(("actor", "actress", "supporting-actor", "supporting-actress"))))
        yield Select((*where, OfCategory(("director",))))


def beyond(told: Counted, of: Select, names: frozenset[Film | Person]) -> Iterator[Claim]:
    """That those with more than was told are these, where that is so many for the one told of."""
    more = Feat(of, (told.unit,), Compare(Count(of, Unit.NOMINATION), Operator.GT, told.number))
    yield Compare(Members(more, told.unit), Operator.EQ, names)
    if told.unit is Unit.PERSON:  # the record counts studios with people
        yield Compare(Members(more, told.unit), Operator.GE, names)


def none_more_told(at: Frame, no: Item, *, group: Items | None = None, how: Item | None = None) -> tuple[Claim, ...]:
    """`…; nobody has more`, `nobody else has as many`: of what was counted, ever."""
    told = counted_before(at, no)
    among = among_whom(told, group) if told is not None else None
    if told is None or among is None or among.has:
        return ()
    if among.unit is Unit.PERSON and not (among.calling or told.what):
        return ()
    assert isinstance(told.who.value, (Film, Person))
    alone = how is not None and how.kind != "MORE"
    return tuple(at_most(of, among.unit, told.who.value, alone=alone) for of in ranked(at, told, among))


def most_since(
    at: Frame, which: Item, last: Item, *, what: Item | None = None, n: Item | None = None
) -> tuple[Claim, ...]:
    """`…, the most since FILM`: the one before with so many was that; perhaps of those that won a prize."""
    told = counted_before(at, which)
    if told is None or not isinstance(told.who.value, Film) or not isinstance(last.value, Film):
        return ()
    of = Select(told.where(at))
    one = of
    if what is not None:
        one = Select((*told.where(at)[:1], *(in_category(at, what) or ()), WithOutcome(Outcome.WON)))
    reached = Feat(one, (Unit.FILM,), Compare(Count(of, Unit.NOMINATION), Operator.GE, told.number))
    return (Compare(Previous(reached, Unit.FILM, told.who.value), Operator.GE, frozenset((last.value,))),)


def matching(at: Frame, how: Item, names: Item) -> tuple[Claim, ...]:
    """`…, matching NAMES`: each of them has as many; a person perhaps in one night."""
    told = counted_before(at, how)
    if told is None or how.value == "alone" or type(names.value) is not type(told.who.value):
        return ()
    return unsure(told, tuple(has_as_many(at, told, names.value, told.number)))


def has_as_many(at: Frame, told: Counted, whom: object, number: int) -> Iterator[Claim]:
    """That somebody has so many of what was counted."""
    of = Select(told.where(at))
    if isinstance(whom, Film):
        yield Compare(Count(Select((*of.where, OfFilm(whom))), Unit.NOMINATION), Operator.EQ, number)
    if isinstance(whom, Person):
        yield Compare(Count(Select((*of.where, OfPerson(whom))), Unit.NOMINATION), Operator.EQ, number)
        night = Feat(of, (Unit.EDITION, Unit.PERSON), Compare(Count(of, Unit.NOMINATION), Operator.GE, number))
        yield Compare(Members(night, Unit.PERSON), Operator.GE, frozenset((whom,)))


def held_before(at: Frame, n: Item, names: Item) -> tuple[Claim, ...]:
    """`breaking the record of N held by NAMES`: each of them has so many wins, or nominations."""
    told = counted_before(at, n)
    if told is None or not isinstance(n.value, int) or type(names.value) is not type(told.who.value):
        return ()
    other = replace(told, outcome=Outcome.NOMINATED if told.outcome is Outcome.WON else Outcome.WON)
    ways = (told, other) if isinstance(names.value, Film) else (told,)
    return tuple(claim for way in ways for claim in has_as_many(at, way, names.value, n.value))


MOST = "which:MOST ever:EVER? FOR? OF? group:KINDRED%"

RULES = (
    rule(
        "extremes/most-told",
        f"=CLAUSEEND CLAUSEEND WHICH? WAS? ~ {MOST} HAS? EVER? HAS? WON? ( ALSO TIME )? now:NIGHT? =CLAUSEEND",
        most_told,
        priority=4,
        tail="which",
    ),
    rule("extremes/record-told", "CLAUSEMARK WHICH? WAS? mark:RECORD =CLAUSEEND", a_record, priority=4, tail="mark"),
    rule(
        "extremes/record-among",
        "which:MATCHED OTHER? RECORD FOR OTHER? group:KINDRED% ( SHAREDBY KNOWN+ )? =CLAUSEEND",
        most_told,
        priority=5,
    ),
    rule("extremes/own-record-told", "MATCHED HERS mark:RECORD =CLAUSEEND", a_record, priority=5),
    rule("extremes/second-only", "n:ORDINAL ONLY TO names:KNOWN", second_only, priority=5),
    rule(
        "extremes/only-more",
        "ONLY names:KNOWN+ ( COMMA WITH NUMBER COMMA SAME? )? HAS OTHER? how:EXCEEDING",
        only_more,
        priority=5,
    ),
    rule(
        "extremes/none-more-told",
        "no:NO NUMBER? OTHER? group:KINDRED% HAS WON? how:ASMORE =CLAUSEEND",
        none_more_told,
        priority=4,
    ),
    rule(
        "extremes/most-since",
        "which:MOST ( FOR FILMNOUN )? ( FOR what:PRIZE WINNER? )? SINCE ( n:NUMBER OF )? last:KNOWNFILM",
        most_since,
        priority=5,
    ),
    rule(
        "extremes/matching",
        "how:MATCHED OTHER? ( RECORD MATCHED? HELDBY )? names:KNOWN+ ( POSS RECORD )? =MATCHEND",
        matching,
        each="names",
        priority=4,
    ),
    rule(
        "extremes/record-held-before",
        "BREAKING OTHER? ( RECORD OF )? n:NUMBER OTHER? WHAT? THING? MATCHED? HELDBY names:KNOWN+",
        held_before,
        each="names",
        priority=6,
        tail="names",
    ),
)
