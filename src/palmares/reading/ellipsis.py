"""What a clause leaves out: the verb of the clause before it, or its subject.

"… and Louise Fletcher best actress" has no verb, "… and won seven" no subject. The trap: what is put in has no width,
so that no span covers words of another clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from palmares.reading.items import Item
from palmares.reading.roles import PREDICATES, SEPARATORS, SUBJECTS

GAPPED = {
    "WON": "WON",
    "GOT": "WON",
    "NAMED": "WON",
    "WENT": "WON",
    "NOMINATED": "NOMINATED",
    "LOST": "LOST",
    "HAS": "HAS",
}
"""Verbs that a later clause leaves out ("… and Louise Fletcher best actress"), with the one understood there."""

OF_RIVALS = frozenset("BEAT UPSET FELLTO LOST MISSED OVER UNLIKE INCLUDING AMONG WHO".split())
"""Words after which a name with what it was for may be of somebody who did not do it."""


def fill_gaps(items: Sequence[Item]) -> list[Item]:
    """Puts the verb of the clause before between a name and the prize or number that follows it without one."""
    out: list[Item] = []
    verb: str | None = None
    of_rivals = False
    for place, item in enumerate(items):
        rest = [other.kind for other in items[place : place + 5]]
        if verb is not None and len(out) > 1:
            if out[-1].kind in ("FILM", "PERSON") and (is_verbless(out, rest) or (not of_rivals and is_for(out, rest))):
                out.append(Item("WITH" if item.kind == "NUMBER" else verb, item.start, item.start))
            elif out[-1].kind in ("COMMA", "AND") and is_award_for_prize(rest):
                out.append(Item(verb, item.start, item.start))
        out.append(item)
        is_best = item.kind == "WAS" and rest[1:2] in (["PRIZE"], ["WEAKPRIZE"])
        verb = "WON" if is_best else GAPPED.get(item.kind, verb)
        of_rivals = item.kind in OF_RIVALS or (of_rivals and item.kind not in GAPPED)
    return out


def is_award_for_prize(kinds: Sequence[str]) -> bool:
    """Whether a body and one of its prizes begin here: "the Writers Guild award for adapted screenplay"."""
    rest = [kind for kind in kinds if kind not in ("POSS", "TROPHY")]
    return rest[:3] in (["AWARD", "FOR", "PRIZE"], ["AWARD", "FOR", "WEAKPRIZE"])


def is_count(items: Sequence[Item], place: int) -> bool:
    """Whether a number that ends its clause stands here right after a film: "Moonlight three"."""
    if place == 0 or items[place].kind != "NUMBER" or items[place - 1].kind != "FILM":
        return False
    return place + 1 == len(items) or items[place + 1].kind in ("COMMA", "STOP", "SEMI", "AND", "EACH")


def list_counts(items: Sequence[Item]) -> Sequence[Item]:
    """Puts "with" before each number of a list of films without a verb: "Shakespeare seven, Ryan five"."""
    places = [place for place in range(1, len(items)) if is_count(items, place)]
    if len(places) < 2 or any(item.kind in PREDICATES for item in items):
        return items
    out = list(items)
    for place in reversed(places):
        out.insert(place, Item("WITH", items[place].start, items[place].start))
    return out


def is_for(before: Sequence[Item], rest: Sequence[str]) -> bool:
    """Whether a name that opens a clause is followed by what its prize was for: "and Robert Riskin for writing it"."""
    wants = ("PRIZE", "WEAKPRIZE") if before[-1].kind == "FILM" else ("PRIZE", "WEAKPRIZE", "FILMOF")
    after = [kind for kind in rest if kind not in ("HIS", "ITS")]
    return (
        before[-2].kind in ("AND", "SEMI", "COMMA")
        and after[:1] == ["FOR"]
        and after[1:2] in [[kind] for kind in wants]
    )


def is_verbless(before: Sequence[Item], rest: Sequence[str]) -> bool:
    """Whether a name that opens a clause is followed by its prize, or by a number and nothing that is counted."""
    if before[-2].kind not in ("AND", "SEMI", "COMMA"):
        return False
    if rest[:1] == ["PRIZE"]:
        return rest[1:2] not in (["NOMINEE"], ["NOMINATION"], ["WINNER"], ["RACE"])
    if rest[:1] == ["WEAKPRIZE"]:
        return rest[1:2] == ["TROPHY"]
    things = [kind for kind in rest if kind != "FURTHER"]
    if before[-1].kind == "PERSON" and things[:1] in (["TROPHY"], ["AWARD"]):
        return things[1:2] in ([], ["STOP"], ["SEMI"], ["COMMA"], ["AND"])
    return rest[:1] == ["NUMBER"] and rest[1:2] in ([], ["STOP"], ["SEMI"], ["COMMA"], ["AND"], ["EACH"])


def carry_subjects(items: Sequence[Item]) -> list[Item]:
    """Puts the subject of the clause before into a clause that opens with its verb."""
    out: list[Item] = []
    subject: Item | None = None
    for item in items:
        if item.kind in PREDICATES and subject is not None and is_clause_start(out):
            out.append(replace(subject, kind="SAME", start=item.start, end=item.start))
        out.append(item)
        if item.kind in ("FILM", "PERSON", "HE", "IT", "THEFILM", "THEPERSON", "WORK"):
            is_new = subject is None or not is_in_list(out)
            subject = item if is_new else subject
        elif item.kind in ("WHO", "WHICH") and subject is None:
            subject = item
        elif item.kind == "WIN" and (owner := owner_of(out)) is not None:
            subject = owner
        elif item.kind in ("SEMI", "STOP", "STRANGER"):
            subject = None
    return out


def owner_of(items: Sequence[Item]) -> Item | None:
    """Whose win the last item is: "Madison's victory" makes Madison the subject of what follows."""
    place = len(items) - 2
    while place >= 0 and items[place].kind in ("OTHER", "PRIZE", "WEAKPRIZE", "AWARD", "ORDINAL"):
        place -= 1
    if place >= 0 and items[place].kind == "HIS":
        return items[place]
    if place >= 1 and items[place].kind == "POSS" and items[place - 1].kind in ("PERSONOF", "FILMOF", "WORKOF"):
        return items[place - 1]
    return None


def is_in_list(items: Sequence[Item]) -> bool:
    """Whether the last item continues a list of names."""
    return len(items) > 2 and items[-2].kind in SEPARATORS and items[-3].kind in SUBJECTS


def is_clause_start(items: Sequence[Item]) -> bool:
    """Whether a verb in this place follows a comma or "and", over at most two ordinary words, and so has no subject."""
    place = len(items) - 1
    skipped = 0
    while place >= 0 and items[place].kind in ("OTHER", "THEN", "TIME", "ONLY", "EVER") and skipped < 2:
        place, skipped = place - 1, skipped + 1
    return place >= 0 and items[place].kind in ("COMMA", "AND", "DASH") and len(items) > 1
