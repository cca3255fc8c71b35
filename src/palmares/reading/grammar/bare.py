"""Numbers told without what they count: "that makes four for her", "against six for FILM", "FILM is on three".

What is counted stands in the words before. The trap: where those words count something else than prizes, or several
things, the number says nothing, so most of these readings have an alternative that the record cannot decide.
"""

from __future__ import annotations

from palmares.claims import Claim, Outcome, Person
from palmares.reading.context import Frame, Place
from palmares.reading.grammar.counting import tally, uncounted
from palmares.reading.grammar.counts import COUNTING, OUTCOMES, in_all
from palmares.reading.grammar.tallies import TRIED_FOR, either, nominated_times, won_times
from palmares.reading.items import Item
from palmares.reading.rules import rule


def is_of_prizes(at: Frame) -> bool:
    """Whether the sentence, or one right before it, counts prizes."""
    lines = (*at.place.earlier[-REACHED:], at.place.sentence) if at.place is not None else ()
    return any(item.kind in COUNTING for line in lines for item in line.items)


REACHED = 2
"""Sentences back in which a bare number finds what it counts."""


def that_is(at: Frame, n: Item, who: Item | None = None) -> tuple[Claim, ...]:
    """`That makes N for WHO`, `That is N`: so many wins or nominations of whoever is named, or was last spoken of."""
    assert isinstance(n.value, int)
    if who is not None:
        return (*either(at, who, n), uncounted())
    return in_all(at, n)


def somehow_many(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO …ed N`, with a verb that no table knows: so many wins or nominations, or of something else."""
    return (*either(at, who, n), uncounted()) if n.value != 1 and is_of_prizes(at) else ()


def number_for(at: Frame, n: Item, who: Item) -> tuple[Claim, ...]:
    """`…, N for WHO`: where prizes are counted in the sentence so many wins or nominations, or of something else."""
    assert isinstance(n.value, int)
    items, first = (at.place.sentence.items, at.place.span[0]) if at.place is not None else ((), 0)
    before = [item.kind for item in items[:first]]
    if (
        before[:1] == ["NUMBER"]
        and before[1:2] in [[thing] for thing in COUNTED_FOR]
        and before[2:3] in (["FOR"], ["WENT"])
    ):
        return tally(at, who, n.value, what=None, outcome=OUTCOMES.get(before[1], Outcome.WON))
    if before[:1] != ["NUMBER"] and COUNTING.isdisjoint(before):
        return ()
    return (*either(at, who, n), uncounted())


COUNTED_FOR = ("NOMINATION", "WIN", "AWARD", "TROPHY")
"""What a list counts that opens with it: "seven Oscars for FILM, four for FILM"."""


def against(at: Frame, n: Item, who: Item) -> tuple[Claim, ...]:
    """`won N, against M for WHO`: WHO has M of the same."""
    return either(at, who, n)


def not_one(at: Frame, n: Item, who: Item) -> tuple[Claim, ...]:
    """`Not one for WHO`: it won nothing."""
    return tally(at, who, 0, what=None, outcome=Outcome.WON) if n.value == 1 else ()


def made_it(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`that made it N for WHO`, `with WHO on N`: so many wins or nominations, if it is those that are counted."""
    if n.value == 1 or not is_of_prizes(at):
        return ()
    return (*either(at, who, n), uncounted())


def all_either(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO and WHO got N`: each has so many, or, where nothing says "each", all of them together."""
    if at.place is None or is_one_of_several(at.place):
        return ()
    if "AND" not in [item.kind for item in at.place.sentence.items[slice(*at.place.span)]]:
        return ()
    claims = either(at, who, n)
    kinds = [item.kind for item in at.place.sentence.items]
    return claims if "EACH" in kinds or not claims else (*claims, uncounted())


def is_one_of_several(place: Place) -> bool:
    """Whether further numbers follow: "won seven, six and six"."""
    last = place.span[1]
    after = [item.kind for item in place.sentence.items[last : last + 2]]
    return after[:1] in (["COMMA"], ["AND"]) and after[1:] == ["NUMBER"]


def respectively(at: Frame, who: Item, n: Item, *, thing: Item) -> tuple[Claim, ...]:
    """`WHO and WHO won N and M awards`: each has its own number."""
    kinds = [item.kind for item in at.place.sentence.items[slice(*at.place.span)]] if at.place is not None else []
    if kinds.count("NUMBER") == 1:
        return ()
    return nominated_times(at, who, n) if thing.kind == "NOMINATION" else won_times(at, who, n)


def so_was(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`so, on N, was WHO`: up for so many, as what was told before."""
    return nominated_times(at, who, n)


def of_number(at: Frame, who: Item, n: Item) -> tuple[Claim, ...]:
    """`WHO won two of N`: up for so many; of a person perhaps something else."""
    claims = nominated_times(at, who, n)
    return claims if not isinstance(who.value, Person) or not claims else (*claims, uncounted())


RULES = (
    rule(
        "tallies/so-was",
        "EMPTY .. NOMINATION? THENAND OTHER COMMA? ONFROM n:NUMBER COMMA? WAS who:NOUN",
        so_was,
        priority=5,
        tail="n",
    ),
    rule("tallies/so-was-too", "^ OTHER COMMA ONFROM n:NUMBER COMMA WAS who:NOUN", so_was, priority=5),
    rule(
        "tallies/of-number",
        f"who:SUBJECT WAS? ... TOOK ~ NUMBER OFFROM ITS? HIS? n:NUMBER {TRIED_FOR} =COUNTEND",
        of_number,
        priority=5,
        tail="n",
    ),
    rule("tallies/one-of-number", "who:SUBJECT ... TAKEN AMONG n:NUMBER =COUNTEND", of_number, priority=5, tail="n"),
    rule("tallies/all-bare", "who:SUBJECT+ ~ TAKEN ~ n:NUMBER =COUNTEND", all_either, each="who", priority=2),
    rule(
        "tallies/respectively",
        "who:SUBJECT+ ... TOOK ~ n:NUMBER+ OTHER? BODY? thing:COUNTED",
        respectively,
        each="who",
        priority=6,
    ),
    rule("tallies/that-is-for", "THAT SUMMING? ~ n:NUMBER ALSO? FOR who:WHOM", that_is, priority=4),
    rule("tallies/that-is", "THAT SUMMING ~ n:NUMBER ALSO? =COUNTEND", that_is, priority=3),
    rule("tallies/somehow-many", "who:SOMEFILM OTHER OTHER? n:NUMBER ( OF THEM OTHER? )? =COUNTEND", somehow_many),
    rule("tallies/number-for", "THENAND ~ n:NUMBER POINTER 's who:NOUN =COUNTEND", number_for, priority=1, tail="n"),
    rule("tallies/against-number", "TAKEN ~ NUMBER .. VERSUS ~ n:NUMBER FOR who:NOUN", against, priority=4, tail="n"),
    rule("tallies/not-one-for", "^ NOT n:NUMBER FOR who:FILMOF", not_one, priority=4),
    rule("tallies/on-number", "who:NOUN ON n:NUMBER =COUNTEND", made_it, priority=2),
    rule("tallies/on-number-each", "who:NOUN+ ON n:NUMBER EACH", made_it, each="who", priority=4),
    rule("tallies/was-on-number", "who:SUBJECT WAS .. ON n:NUMBER =COUNTEND", made_it, priority=3),
    rule("tallies/made-it", "MADE IT n:NUMBER FOR who:NOUN", made_it, priority=3),
    rule("tallies/its-number", "who:OWNER POSS? n:NUMBER =ITSEND", made_it, priority=2),
    rule("tallies/number-of-film", "<NUMBER n:NUMBER OF who:FILMOF =CLAUSEEND", made_it, priority=1),
)
