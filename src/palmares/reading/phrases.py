"""Verbs of several words, participles, and words that only count off a list, in the shape that patterns speak of.

"drove off with" is one verb, "had been overlooked" is "was overlooked", and "one for X and one for Y" is "for X and
for Y". The trap: the words alone say nothing ("off with her coat"); each is a verb only where it stands as one.
"""

from __future__ import annotations

from collections.abc import Sequence

from palmares.reading.items import Item
from palmares.reading.roles import NAMES, PREDICATES, SEPARATORS


def phrasal_verbs(items: Sequence[Item]) -> list[Item]:
    """Joins a plain word with "off with", "away with" or "home with" to a verb of winning; alone it is "with"."""
    out: list[Item] = []
    for item in items:
        if item.kind != "OFFWITH":
            out.append(item)
        elif out and out[-1].kind == "OTHER" and out[-1].value is None:
            out[-1] = Item("WON", out[-1].start, item.end)
        else:
            out.append(item.plain("WITH"))
    return out


AUXILIARIES = frozenset(("WAS", "HAS", "GOT"))
BETWEEN = frozenset(("OTHER", "EVER", "ALSO", "TIME", "THEN"))
AFTER_PARTICIPLE = frozenset("FOR IN BY FROM AS AT STOP COMMA".split())
FURTHEST = 3


def passives(items: Sequence[Item]) -> list[Item]:
    """Takes "overlooked" after "had been", or after a name and a comma, as "was overlooked"."""
    out: list[Item] = []
    for place, item in enumerate(items):
        after = items[place + 1].kind if place + 1 < len(items) else "STOP"
        is_passive = item.kind == "SNUBBED" and (is_helped(out) or (is_apposed(out) and after in AFTER_PARTICIPLE))
        out.append(item.of_kind("MISSED") if is_passive else item)
    return out


def is_helped(before: Sequence[Item]) -> bool:
    """Whether a "was" or "had" stands right before, or before a word or two such as "been"."""
    for item in reversed(before[-FURTHEST:]):
        if item.kind in AUXILIARIES:
            return True
        if item.kind not in BETWEEN:
            return False
    return False


def is_apposed(before: Sequence[Item]) -> bool:
    """Whether a name and a comma stand right before."""
    return len(before) > 1 and before[-1].kind == "COMMA" and before[-2].kind in NAMES


def without_counting_off(items: Sequence[Item]) -> list[Item]:
    """The items without "one", "the first" or "the other" before the "for" of each thing in a list of such."""
    out: list[Item] = []
    for place, item in enumerate(items):
        after = items[place + 1].kind if place + 1 < len(items) else "STOP"
        opens = bool(out) and out[-1].kind in (*SEPARATORS, "DASH", "COLON", "OPEN", "SEMI")
        counts_off = item.kind in ("ORDINAL", "FURTHER") or (item.kind == "NUMBER" and item.value == 1)
        whose = items[place + 2].kind if place + 2 < len(items) else "STOP"
        counts_off = counts_off and not (item.kind == "ORDINAL" and whose in TAKERS)
        if not (opens and counts_off and after == "FOR"):
            out.append(item)
    return out


TAKERS = frozenset(("COUNTRY", "THECOUNTRY", "PERSON", "HE", "HIM", "HIS"))
"""Kinds of those who may be given a first: "the first for Iran"."""


def openings(items: Sequence[Item]) -> list[Item]:
    """Puts "her" before a sentence that opens with "The first was for" or "The other came for"."""
    kinds = [item.kind for item in items[:5] if item.kind not in ("NUMBER", "AWARD", "TROPHY")]
    opens = (
        bool(kinds) and kinds[0] in ("ORDINAL", "LAST", "FURTHER") and kinds[1:2] == ["WAS"] and kinds[2:3] == ["FOR"]
    )
    return [Item("HIS", items[0].start, items[0].start), *items] if opens else list(items)


def clefts(items: Sequence[Item]) -> list[Item]:
    """Takes "that" in "it was FILM that won" as the "which" that it stands for."""
    kinds = [item.kind for item in items]
    if kinds[:2] != ["IT", "WAS"] or "THAT" not in kinds:
        return list(items)
    place = kinds.index("THAT")
    is_cleft = kinds[place - 1] == "FILM" and place + 1 < len(items) and kinds[place + 1] in PREDICATES
    return [item.of_kind("WHICH") if is_cleft and here == place else item for here, item in enumerate(items)]
