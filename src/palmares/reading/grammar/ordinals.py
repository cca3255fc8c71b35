"""Who is the first, fourth or last to have done something: "the first woman to win best cinematography".

An order over history is over every edition up to the day, whatever edition is in view. The trap: what stands behind
the deed may narrow it ("the first woman to win it for a western"), so patterns ask that nothing of the kind follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from palmares.claims import (
    And,
    Claim,
    Compare,
    Constraint,
    Count,
    Exists,
    Extreme,
    Film,
    Node,
    OfAward,
    OfCategory,
    OfCountry,
    OfEditions,
    Operator,
    Ordinal,
    Outcome,
    Person,
    Previous,
    Select,
    Selection,
    Trait,
    Unit,
    Which,
    WithOutcome,
    WithTrait,
    replace,
    walk,
)
from palmares.reading.context import Frame
from palmares.reading.grammar import careers
from palmares.reading.grammar.building import award_of, in_category
from palmares.reading.grammar.careers import states
from palmares.reading.grammar.deeds import Deed, deed, selections
from palmares.reading.items import Item, Prize
from palmares.reading.rules import rule
from palmares.reading.words import top_categories

Items = tuple[Item, ...]
PEOPLE_NOUNS = frozenset(("WOMAN", "MAN", "ACTRESS", "PERFORMER", "SOMEONE", "UNRECORDED"))
FOREIGN_LANGUAGE = WithTrait(Trait.LANGUAGE, Operator.NE, "English")
TO_VERBS = frozenset(("TOWIN", "TOGET", "TONOMINATED"))
WAYS = 6
"""In how many ways a list of ambiguous names is taken at most."""
CALLINGS = frozenset(("actor", "actress", "director", "cinematography", "screenplay"))


@dataclass(frozen=True, slots=True)
class Kin:
    """Among whom one is first: the unit, and what is said of all of them; foreign films may be partly in English."""

    unit: Unit
    traits: tuple[Constraint, ...] = ()
    is_foreign: bool = False


def kin(who: Item | None, noun: Item | None, *, adj: Item | None = None, country: Item | None = None) -> Kin | None:
    """Those that a noun ("woman") or, where there is none, the subject itself is among. None: nobody known."""
    if noun is None and adj is not None:
        noun, adj = adj, None
    if noun is None:
        if country is not None:
            return None
        value = who.value if who is not None else None
        return Kin(Unit.FILM) if isinstance(value, Film) else Kin(Unit.PERSON) if isinstance(value, Person) else None
    found = kin_of(noun)
    if found is None or (country is not None and found.unit is not Unit.FILM):
        return None
    traits = found.traits
    if adj is not None:
        traits += (WithTrait(Trait.UNRECORDED, Operator.EQ, str(adj.value)),)
    if country is not None:
        traits += (OfCountry(states(country)[0]),)
    if who is not None and not isinstance(who.value, Film if found.unit is Unit.FILM else Person):
        return None
    return Kin(found.unit, traits, found.is_foreign)


def kin_of(noun: Item) -> Kin | None:
    """Those that a noun by itself tells of."""
    if noun.kind == "FILMNOUN":
        return Kin(Unit.FILM)
    if noun.kind == "FOREIGN" or (isinstance(noun.value, Prize) and "international-feature" in noun.value.categories):
        return Kin(Unit.FILM, is_foreign=True)
    if noun.kind == "UNRECORDED":
        return Kin(Unit.PERSON, (WithTrait(Trait.UNRECORDED, Operator.EQ, str(noun.value)),))
    if noun.kind in PEOPLE_NOUNS:
        return Kin(Unit.PERSON, of_gender(noun.gender))
    if isinstance(noun.value, Prize) and noun.kind != "PRIZE" and CALLINGS & set(noun.value.categories):
        return Kin(Unit.PERSON, of_gender("f" if "actress" in noun.value.categories else None))
    return None


def of_gender(gender: str | None) -> tuple[Constraint, ...]:
    """The trait of a gender, if one is said."""
    return (WithTrait(Trait.GENDER, Operator.EQ, gender),) if gender else ()


def doers(at: Frame, among: Kin | None, verb: Item, tail: Items) -> tuple[tuple[Selection, Unit], ...]:
    """The selections of those who have done the deed, best first, with their unit."""
    done = deed(at, verb, tail) if among is not None else None
    if done is None or among is None or not is_done_by(done, among):
        return ()
    if among.is_foreign:
        return tuple((of, among.unit) for of in foreign(at, done))
    found = list(selections(done, among.unit, among.traits))
    if among.traits and any(part.categories == (top_categories().get(part.award),) for part in done.parts):
        found += selections(done, among.unit, (*among.traits, WithTrait(Trait.PEOPLE, Operator.EQ, 1)))
    return tuple((of, among.unit) for of in found)


def foreign(at: Frame, done: Deed) -> Iterator[Selection]:
    """Those that are not in English, or were put forward as being so, and have done the deed."""
    yield from selections(done, Unit.FILM, (FOREIGN_LANGUAGE,))
    put_forward = Select((OfAward(at.award), OfCategory(("international-feature",))))
    for of in selections(done, Unit.FILM):
        yield And(of, put_forward, Unit.FILM)


def is_done_by(done: Deed, among: Kin) -> bool:
    """Whether such units do such a deed: in best picture the nominees are films, whoever accepts it."""
    return among.unit is Unit.FILM or not any(part.categories == ("picture",) for part in done.parts)


def nth(
    at: Frame,
    who: Item,
    n: Item,
    *,
    verb: Item,
    tail: Items,
    noun: Item | None = None,
    trade: Item | None = None,
    adj: Item | None = None,
    country: Item | None = None,
    since: Item | None = None,
    later: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO is the N-th NOUN to DEED`; with `since SOMEBODY`, that this was the one before."""
    among = kin(who, noun, adj=adj, country=country)
    last = since or later
    if trade is not None and not isinstance(trade.value, Prize):
        return ()
    if not isinstance(who.value, (Film, Person)) or (noun is None and adj is None and verb.kind not in TO_VERBS):
        return ()
    found = doers(at, among, verb, tail)
    if last is not None:
        return (
            tuple(after_last(of, unit, who.value, last) for of, unit in found)
            if n.value == 1 and is_of_unit(among, last)
            else ()
        )
    assert isinstance(n.value, int)
    if among is not None and among.is_foreign and n.value != 1:
        return ()
    claims = [Compare(Ordinal(of, unit, who.value), Operator.EQ, n.value) for of, unit in found]
    if country is not None:
        operators = (Operator.GE, Operator.LE) if len(states(country)) > 1 else (Operator.GE,)
        claims += [Compare(Ordinal(of, unit, who.value), sign, n.value) for of, unit in found for sign in operators]
    return tuple(claims)


def lists(names: Items, unit: Unit) -> Iterator[frozenset[Film | Person]]:
    """The ways to take a list of names as units of a kind, likeliest first; none where a name is of another kind."""
    kind = Film if unit is Unit.FILM else Person
    meanings = [
        [meaning for meaning in (name.value, *name.others) if isinstance(meaning, (Film, Person))] for name in names
    ]
    fitting = [[meaning for meaning in each if isinstance(meaning, kind)] for each in meanings]
    return (frozenset(way) for way in islice(product(*fitting), WAYS))


def is_of_unit(among: Kin | None, last: Item) -> bool:
    """Whether the one before is of the kind that is counted."""
    return among is not None and isinstance(last.value, Film if among.unit is Unit.FILM else Person)


def after_last(of: Selection, unit: Unit, who: Film | Person, last: Item) -> Claim:
    """That the one before was this."""
    assert isinstance(last.value, (Film, Person))
    return Compare(Previous(of, unit, who), Operator.GE, last.value)


def after_so_many(
    at: Frame, who: Item, n: Item, *, verb: Item, tail: Items, noun: Item, adj: Item | None = None
) -> tuple[Claim, ...]:
    """`N NOUN had DEED before WHO`, and "no NOUN": WHO is the next."""
    if not isinstance(who.value, (Film, Person)):
        return ()
    number = 0 if n.kind == "NO" else n.value
    assert isinstance(number, int)
    found = doers(at, kin(who, noun, adj=adj), verb, tail)
    return tuple(Compare(Ordinal(of, unit, who.value), Operator.EQ, number + 1) for of, unit in found)


def only_so_many(
    at: Frame, n: Item, verb: Item, tail: Items, *, noun: Item, adj: Item | None = None
) -> tuple[Claim, ...]:
    """`only N NOUN have DEED`: so many up to now, or up to the edition in view."""
    found = doers(at, kin(None, noun, adj=adj), verb, tail)
    assert isinstance(n.value, int)
    claims = [Compare(Count(of, unit), Operator.EQ, n.value) for of, unit in found]
    return (*claims, *(earlier for claim in claims if (earlier := before_now(at, claim)) is not None))


def none_ever(
    at: Frame, verb: Item, tail: Items, *, noun: Item, adj: Item | None = None, ever: Item | None = None
) -> tuple[Claim, ...]:
    """`no NOUN has DEED`: up to now, up to the edition in view, or without an "ever" in that edition alone."""
    claims = [Compare(Exists(of), Operator.EQ, False) for of, _ in doers(at, kin(None, noun, adj=adj), verb, tail)]
    earlier = [before for claim in claims if (before := before_now(at, claim)) is not None]
    if ever is not None:
        return (*claims, *earlier)
    return (*claims, *earlier, *(now for claim in claims if (now := in_edition(at, claim)) is not None))


def none_since(
    at: Frame, verb: Item, tail: Items, last: Item, *, noun: Item, adj: Item | None = None
) -> tuple[Claim, ...]:
    """`no NOUN has DEED since LAST`, `LAST was the last NOUN to DEED`: up to now, or up to the edition in view."""
    among = kin(last, noun, adj=adj)
    if not isinstance(last.value, (Film, Person)):
        return ()
    found = doers(at, among, verb, tail)
    claims = [Compare(Extreme(of, unit, Which.LAST), Operator.GE, last.value) for of, unit in found]
    return (*claims, *(earlier for claim in claims if (earlier := before_now(at, claim)) is not None))


def in_edition(at: Frame, claim: Claim) -> Claim | None:
    """The claim said of the edition in view alone, where all of it is of one award."""
    return None if at.edition is None else within(at, claim, OfEditions(at.edition, at.edition))


def before_now(at: Frame, claim: Claim) -> Claim | None:
    """The claim as it stood before the edition in view, where all of it is of one award."""
    return None if at.edition is None or at.edition < 2 else within(at, claim, OfEditions(None, at.edition - 1))


def within(at: Frame, claim: Claim, editions: OfEditions) -> Claim | None:
    """The claim with every selection narrowed to these editions; None where it speaks of another award too."""
    if {node.award for node in walk(claim) if isinstance(node, OfAward)} != {at.award}:
        return None
    swaps: dict[Node, object] = {
        node: Select((*node.where, editions)) for node in walk(claim) if isinstance(node, Select)
    }
    return replace(claim, swaps)


def first_given(at: Frame, who: Item, n: Item, what: Item) -> tuple[Claim, ...]:
    """`WHO won the first Oscar for WHAT`: the first ever given."""
    category = in_category(at, what)
    among = kin(who, None)
    if n.value != 1 or not category or among is None or not isinstance(who.value, (Film, Person)):
        return ()
    of = Select((OfAward(award_of(at, what)), *category, WithOutcome(Outcome.WON)))
    return (Compare(Ordinal(of, among.unit, who.value), Operator.EQ, 1),)


def as_none_since(at: Frame, who: Item, *, verb: Item, tail: Items, last: Item, noun: Item) -> tuple[Claim, ...]:
    """`WHO has DEED, as no NOUN had since LAST`: that was the one before."""
    among = kin(who, noun)
    if not isinstance(who.value, (Film, Person)) or not is_of_unit(among, last):
        return ()
    return tuple(after_last(of, unit, who.value, last) for of, unit in doers(at, among, verb, tail))


MIDDLE = "EVER? SINCE? since:KNOWNOF? COMMA? AFTER? KNOWNOF+? COMMA? EVER?"
DONE = "verb:ACHIEVE LEAST? tail:DEED*"
AMONG = "ONLY? n:ORDINAL adj:UNRECORDED? UNRECORDED? country:COUNTRY? noun:UNIT? trade:OTHER?"
NTH = f"{AMONG} {MIDDLE} {DONE} SINCE? later:KNOWN? $"
SO_MANY = f"noun:UNIT HAS? EVER? {DONE}"

RULES = (
    *careers.RULES,
    rule("ordinals/is-nth", f"who:SUBJECT .. WAS OTHER? AS? TIME? ~ {NTH}", nth, priority=6),
    rule("ordinals/apposed-nth", f"who:KNOWN COMMA OTHER? {NTH}", nth, priority=5, tail="n"),
    rule("ordinals/carried-nth", f"who:SAME WAS ~ {NTH}", nth, priority=6, tail="n"),
    rule("ordinals/nth-was", f"{NTH} WAS who:KNOWN", nth, priority=5),
    rule("ordinals/nth-named", f"^ WAS? {NTH} COMMA who:KNOWN", nth, priority=4),
    rule("ordinals/made-nth", f"MADE OTHER? who:WHOM {NTH}", nth, priority=7, tail="who"),
    rule("ordinals/history-as-nth", f"who:SUBJECT .. MADE OTHER AS {NTH}", nth, priority=6),
    rule("ordinals/before-so-many", f"ONLY? n:NUMBER {SO_MANY} BEFORE who:KNOWN", after_so_many, priority=7),
    rule("ordinals/so-many-before", f"ONLY? n:NUMBER noun:UNIT BEFORE who:KNOWN {DONE} $", after_so_many, priority=7),
    rule("ordinals/none-before", f"n:NO {SO_MANY} BEFORE who:KNOWN", after_so_many, priority=7),
    rule("ordinals/only-so-many", f"ONLY n:NUMBER adj:UNRECORDED? {SO_MANY} $", only_so_many, priority=6),
    rule("ordinals/none-ever", f"NO adj:UNRECORDED? noun:UNIT HAS? ever:EVER? {DONE} $", none_ever, priority=5),
    rule("ordinals/none-since", f"NO adj:UNRECORDED? {SO_MANY} SINCE last:KNOWN", none_since, priority=7),
    rule("ordinals/is-last", f"last:SUBJECT .. WAS ~ LAST adj:UNRECORDED? {SO_MANY} $", none_since, priority=6),
    rule("ordinals/last-was", f"LAST adj:UNRECORDED? {SO_MANY} WAS last:KNOWN", none_since, priority=6),
    rule(
        "ordinals/as-none-since",
        "who:SUBJECT ~ verb:DID tail:DEED* COMMA? AS NO noun:UNIT HAS SINCE last:KNOWN",
        as_none_since,
        priority=7,
    ),
    rule("ordinals/first-given", "who:SUBJECT .. WON n:ORDINAL EVER? AWARDED FOR what:WHAT #", first_given, priority=5),
)
