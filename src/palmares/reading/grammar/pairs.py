"""Directors who share a prize: "the third pair of directors to share the Oscar".

A pair is one nomination of so many people. The trap: either of the two may be the only one the record finds by the name
that the text has ("the Coens"), so one of them is enough.
"""

from __future__ import annotations

from palmares.claims import (
    Claim,
    Compare,
    OfAward,
    OfCategory,
    OfPerson,
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
from palmares.reading.grammar.building import in_category
from palmares.reading.grammar.deeds import NOMINATED
from palmares.reading.items import Item
from palmares.reading.rules import rule


def nth_pair(
    at: Frame,
    who: Item,
    n: Item,
    pair: Item,
    *,
    verb: Item,
    what: Item | None = None,
    body: Item | None = None,
) -> tuple[Claim, ...]:
    """`WHO are the N-th pair to share WHAT`; directors where no prize is named."""
    category = in_category(at, what) if what is not None else (OfCategory(("director",)),)
    if not category or not isinstance(who.value, Person) or not isinstance(n.value, int):
        return ()
    award = (body.award if body is not None else None) or at.award
    ended = () if verb.kind in NOMINATED else (WithOutcome(Outcome.WON),)
    people = WithTrait(Trait.PEOPLE, Operator.EQ, int(str(pair.value)))
    where = (OfAward(award), *category, *ended, people)
    here = Select((*where, OfPerson(who.value)))
    return (Compare(Ordinal(Select(where), Unit.NOMINATION, here), Operator.EQ, n.value),)


NTH = "MERELY? n:ORDINAL ~ pair:PAIR EVER? verb:DOES what:WHAT? TROPHY? body:AWARD? $"

RULES = (
    rule("ordinals/is-nth-pair", f"who:SUBJECT .. WAS OTHER? AS? TIME? ~ {NTH}", nth_pair, priority=6),
    rule("ordinals/are-nth-pair", f"PERSON AND who:PERSON .. WAS OTHER? AS? TIME? ~ {NTH}", nth_pair, priority=7),
    rule("ordinals/clause-nth-pair", f"who:SUBJECT ~ BEEN .. COMMA ~ {NTH}", nth_pair, priority=6, tail="n"),
    rule("ordinals/apposed-nth-pair", f"who:KNOWN COMMA ~ {NTH}", nth_pair, priority=6, tail="n"),
)
