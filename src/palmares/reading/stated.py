"""Whether what a rule fits is stated as a fact, of somebody known, and whole.

The trap: what is said in a denial, a condition, a question or a prediction is no claim, however well it fits a rule;
`is_asserted` decides that for all rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from palmares.claims import Person
from palmares.reading.context import clause_after, clause_before
from palmares.reading.items import Item
from palmares.reading.rules import Instance, Match

REFERRING = frozenset("HE HIM HIS IT ITS THEFILM THEPERSON WHO WHOSE WHICH SAME".split())


def has_unresolved(instance: Instance) -> bool:
    """Whether a pronoun among the captures stands for nothing that was found."""
    return any(
        isinstance(capture, Item) and capture.kind in REFERRING and capture.value is None
        for capture in instance.captures.values()
    )


def is_cut(items: Sequence[Item], match: Match) -> bool:
    """Whether a match ends at a possessor, or begins at the last of several subjects or a pronoun with its verb."""
    first, last = match.first, match.last
    after = items[last + 1].kind if last + 1 < len(items) else "STOP"
    if items[last - 1].kind in POSSESSORS and items[last].kind == "POSS" and after != "WIN":
        return True
    if items[first].kind in ("HE", "IT") and has_own_verb(items[first + 1 : last]):
        return True
    if is_of_its_own(items, match) or is_of_record(items, match):
        return True
    is_object = first and items[first].kind in NAMES and items[first - 1].kind in OF_OBJECTS
    if is_object and match.rule.family != "ages":
        return True
    if first < 2 or items[first].kind not in NAMES or match.rule.pattern.has_list_first:
        return False
    return items[first - 1].kind in ("COMMA", "AND") and items[first - 2].kind in NAMES


OF_OBJECTS = frozenset(("BEAT", "FELLTO", "UPSET", "MATCHED"))
"""Kinds of verbs right after which a name is whom they are done to, and no subject of what follows."""


def is_tour(items: Sequence[Item], match: Match) -> bool:
    """Whether a count is of other prizes than its words say: "two in San Sebastián", "five in that category"."""
    if match.rule.family != "tallies":
        return False
    after = [item.kind for item in items[match.last : match.last + 3]]
    if after == THAT_RACE or after[:1] == ["AS"]:
        return True
    if any(items[place].kind in KNOWN_BODY for place in range(match.first, match.last)):
        return False
    clause = [*items[match.first : match.last], *clause_after(items, match.last)]
    return any(one.kind == "IN" and other.kind == "STRANGER" for one, other in pairwise(clause))


THAT_RACE = ["IN", "THAT", "RACE"]
KNOWN_BODY = frozenset(("AWARD", "EDITION"))


def is_of_record(items: Sequence[Item], match: Match) -> bool:
    """Whether "belongs to" is said of a record and not of the prize: "the record … in best picture history"."""
    return match.rule.id == "outcomes/went-to" and "RECORD" in [item.kind for item in items[: match.first]]


def is_of_its_own(items: Sequence[Item], match: Match) -> bool:
    """Whether a person is said to have won "for its screenplay", which is said of a film."""
    stretch = items[match.first : match.last]
    is_its = any(one.kind == "FOR" and other.kind == "ITS" for one, other in pairwise(stretch))
    return is_its and isinstance(stretch[0].value, Person) and not stretch[0].others


def has_own_verb(items: Sequence[Item]) -> bool:
    """Whether two plain words follow a pronoun, most likely a verb that no table knows ("he turned down")."""
    if items and items[0].kind == "SEEK":
        return True
    return len(items) > 1 and all(item.kind in ("OTHER", "TURNED") for item in items[:2])


def is_of_other_body(items: Sequence[Item], first: int, last: int) -> bool:
    """Whether the clause of a match names a body or occasion that the record lacks: "at the Emmys"."""
    clause = [*clause_before(items, first), *items[first:last], *clause_after(items, last)]
    kinds = {item.kind for item in clause}
    if "OTHERPRIZE" in kinds or is_of_strangers(clause):
        return True
    return not kinds.isdisjoint(("AT", "FROM", "BY")) and any(
        one.kind in ("AT", "FROM", "BY")
        and (other.kind == "STRANGER" or (other.kind == "OTHER" and other.value))
        and (place == 0 or one.kind == "AT" or clause[place - 1].kind != "OTHER")
        for place, (one, other) in enumerate(pairwise(clause))
    )


def is_of_strangers(items: Sequence[Item]) -> bool:
    """Whether a prize is that of some body by a name the record lacks: "the Angelenos' best director"."""
    return any(
        one.kind in ("OTHER", "STRANGER") and str(one.value or "").endswith("s") and prize.kind in PRIZES
        for one, prize in pairwise(items)
    )


PRIZES = ("PRIZE", "WEAKPRIZE")


def has_guess(items: Sequence[Item]) -> bool:
    """Whether a colon right after a word of guessing opens the sentence: "Prediction: …"."""
    return any(one.kind == "MODAL" and other.kind == "COLON" for one, other in pairwise(items))


POSSESSORS = frozenset(("FILMOF", "PERSONOF", "WORKOF"))
NAMES = frozenset(("FILM", "PERSON", "WORK"))
GUARDS = frozenset(("MODAL", "NOT", "NEVER", "NO"))
FUTURE = "future"
"""The value of "will"."""
CLAUSE_STARTS = frozenset(("COMMA", "SEMI", "DASH", "WHO", "WHICH", "COLON", "QUOTE"))


SCHEDULED = frozenset(("events", "hosts", "whens"))
"""Families of what is fixed before a night, so that "will" makes no guess of it and only "not" right before denies."""
GIVEN = frozenset(("attributes", "ages"))
"""Families of what a sentence takes as given whatever it goes on to say: "Madison, 25, could win"."""
NEAR = 3
"""Items within which a word may deny what is scheduled."""


ATTRIBUTES = "attributes"


def is_guarded(before: Sequence[Item], family: str) -> bool:
    """Whether a word earlier in the clause denies what follows, or makes a guess of it."""
    reach = NEAR if family in SCHEDULED else len(before)
    for item in [*reversed(before)][:reach]:
        if item.kind in CLAUSE_STARTS:
            return False
        if item.kind in GUARDS and not (family in SCHEDULED and item.value == FUTURE):
            return True
    return False


def after_whoever(items: Sequence[Item], start: int, first: int) -> int:
    """Where a clause such as "Whoever wins tomorrow," before a match ends, which puts no condition on what follows."""
    if start < first and items[start].kind == "IF" and items[start].value == "any":
        return next((place for place in range(start, first) if items[place].kind == "COMMA"), start)
    return start


def is_asserted(items: Sequence[Item], first: int, last: int, family: str = "") -> bool:
    """Whether what the items `first` to `last` say is stated as a fact.

    It is not under an "if" earlier in the sentence, nor behind a "would", "not" or the like in its own clause.
    """
    start = next((place for place in range(first - 1, -1, -1) if items[place].kind == "SEMI"), 0)
    end = last if family in SCHEDULED | GIVEN else last + 2  # "hosted as if nobody had been cruel"
    if family != ATTRIBUTES and any(item.kind == "IF" for item in items[after_whoever(items, start, first) : end]):
        return False
    if family in GIVEN:
        return True
    if has_guess(items[: min(first, 6)]) or is_guarded(items[:first], family):
        return False
    if "TOGETHER" in [item.kind for item in items[first : last + 3]] or is_of_other_body(items, first, last):
        return False
    if last < len(items) and items[last].kind == "MODAL" and last + 1 < len(items):
        return items[last + 1].kind == "NUMBER"  # "nearly 30 years ago"
    return not (last < len(items) and items[last].kind in ("MODAL", "NOT"))
