"""Those who have done a deed, with what its words leave unsaid: "to win", "to do so", "to win it without".

The trap: a verb without an object means the prize told of last, and only where that was told of the same one.
"""

from __future__ import annotations

from palmares.claims import Film, Person, Selection, Unit
from palmares.reading.context import Frame
from palmares.reading.grammar.antecedents import deed_told, told_of
from palmares.reading.grammar.deeds import deed, is_compound
from palmares.reading.grammar.kindred import Group, Items, doers, kin_of_group, with_own_prize
from palmares.reading.items import Item


def told(times: Item | None, tail: Items | None) -> Items:
    """What follows the verb, "a third" before it or not."""
    return (times, *(tail or ())) if times is not None else tail or ()


def known(item: Item) -> Film | Person | None:
    """The film or person that a mention stands for."""
    return item.value if isinstance(item.value, (Film, Person)) else None


def done_by(
    at: Frame, who: Item | None, words: Group, *, verb: Item, tail: Items
) -> tuple[tuple[Selection, Unit], ...]:
    """Those of a group who have done a deed; of "the first best director winner" the prize is the deed.

    Of "the first woman to win" and "to do so" it is what was told last.
    """
    words, verb, tail = with_own_prize(words, verb, tail)
    among = kin_of_group(who, words)
    return tuple(dict.fromkeys(done for way in ways_told(at, who, verb, tail=tail) for done in doers(at, among, *way)))


def ways_told(at: Frame, who: Item | None, verb: Item, *, tail: Items) -> tuple[tuple[Item, Items], ...]:
    """A deed with what it leaves unsaid: the prize that was told of, or all of the deed that "to do so" stands for."""
    plain = (verb, tail)
    said = verb.kind == "DOSO" or (verb.kind in BARE_VERBS and is_bare(tail))
    told = told_of(at, verb, who) if said else None
    if told is None:
        return (plain,)
    if verb.kind == "DOSO":
        done = deed_told(told)
        is_meant = told.is_whole and (verb.value != "double" or is_compound(deed(at, *done)))
        return (done,) if is_meant else (plain,)
    if not told.prizes and told.body is None:
        return (plain,)
    verb = verb if verb.kind != "HONOURED" else verb.of_kind("TOWIN")
    body = (told.body,) if told.body is not None else ()
    return ((verb, (*told.prizes[-1:], *body, *tail)), plain)


def is_bare(tail: Items) -> bool:
    """Whether no prize is named in what follows a verb, at least before "without"."""
    head = tail[: next((place for place, item in enumerate(tail) if item.kind == "NOT"), len(tail))]
    return all(item.kind in NAMELESS and not item.award for item in head)


NAMELESS = frozenset(("TROPHY", "EVER", "TIME", "CONSECUTIVE", "TIMES"))
"""Kinds of words after a verb that say how often, or only that there is a prize."""


BARE_VERBS = frozenset(("TOWIN", "TONOMINATED", "WON", "NOMINATED", "HONOURED"))
"""Verbs that a prize told of before may be the object of."""
