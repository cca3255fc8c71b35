"""Sentences without what only describes a name: "lost to the Reds star Warren Beatty", "went to Hungary's Mephisto".

A rule that wants a name right after "to" or "beat" then fits. The trap: plain words before a name may hide a verb that
no table knows, so they are left out only right after a word that a name must follow.
"""

from __future__ import annotations

from collections.abc import Sequence

from palmares.reading.items import Item
from palmares.reading.roles import OBLIQUE, PREPOSITIONS

OPENERS = frozenset("TO BY OVER AGAINST BEAT FELLTO UPSET WENT CHOSE".split())
"""Kinds after which somebody or something must be named."""
KNOWN_NOUNS = frozenset("STAR ACTRESS PERFORMER SOMEONE WOMAN MAN FILMNOUN GENRE THEPERSON THEFILM".split())
"""Kinds of words for what somebody or something is."""
DESCRIBING = KNOWN_NOUNS | frozenset("OTHER COUNTRY FOREIGN STRANGER POSS YEAROLD LEADING PAST WINNER NOMINEE".split())
MOST_WORDS = 5
NAMES = frozenset(("FILM", "PERSON", "FILMOF", "PERSONOF"))
APART = frozenset("OTHER OF FILMOF FILM IN COUNTRY GENRE STRANGER FROM PAIR NUMBER WORKOF".split()) | KNOWN_NOUNS
"""Kinds of words that an insertion within a list of names may be made of."""
LONGEST_INSERTION = 7
AND, COMMA = "AND", "COMMA"


def without_modifiers(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items without words that describe a name after "to" or "beat", and without insertions in lists of names.

    Empty where there are none.
    """
    if not any(item.kind in NAMES for item in items):
        return ()
    out: list[Item] = []
    place = 0
    while place < len(items):
        item = items[place]
        out.append(item)
        place += 1
        if item.kind in OPENERS and (name := described(items, place)) is not None:
            out.append(hung(items[name], item.kind))
            place = name + 1
        elif item.kind in NAMES and (end := insertion_end(items, place)) is not None:
            place = end
    return tuple(out) if len(out) < len(items) else ()


def described(items: Sequence[Item], first: int) -> int | None:
    """The place of the name that the words from `first` on describe; None where they describe none."""
    place = first
    while place < len(items) and place - first <= MOST_WORDS and is_describing(items, place):
        place += 1
    is_name = place < len(items) and items[place].kind in NAMES
    return place if is_name and place > first and not is_possessor(items, place) else None


def is_describing(items: Sequence[Item], place: int) -> bool:
    """Whether the word describes a name that follows: a noun, a country, a film before "star"."""
    kind = items[place].kind
    if kind in NAMES:
        return place + 1 < len(items) and items[place + 1].kind == "STAR"
    is_age = kind == "NUMBER" and place + 1 < len(items) and items[place + 1].kind == "YEAROLD"
    return is_age or kind in DESCRIBING


def is_possessor(items: Sequence[Item], place: int) -> bool:
    """Whether the name owns what follows it, so that something else is meant than the name."""
    return place + 1 < len(items) and items[place + 1].kind in ("POSS", "STAR")


def hung(name: Item, opener: str) -> Item:
    """The name as it stands after a preposition, or after a verb."""
    return name.of_kind(OBLIQUE[name.kind]) if opener in PREPOSITIONS and name.kind in OBLIQUE else name


def insertion_end(items: Sequence[Item], comma: int) -> int | None:
    """Where a list of names goes on after ", the fugitives of the road movie,"; None where no insertion begins."""
    if comma >= len(items) or items[comma].kind != COMMA:
        return None
    end = next((place for place in range(comma + 1, len(items)) if items[place].kind not in APART), len(items))
    is_long = 1 <= end - comma - 1 <= LONGEST_INSERTION
    after = [item.kind for item in items[end : end + 3]]
    goes_on = after[:2] == [COMMA, AND] and after[2:] and after[2] in NAMES
    starts_plain = items[comma + 1].kind not in NAMES
    return end + 1 if is_long and starts_plain and goes_on else None
