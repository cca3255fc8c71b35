"""What somebody is the fourth, the first or the last to have done: "both the Palme d'Or and best picture".

A deed is read from the run of items that follows its verb and becomes selections whose units have all done it. The
trap: an order over history takes in every edition, so a deed never looks at the edition in view.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from palmares.claims import (
    And,
    Compare,
    Constraint,
    Count,
    Exists,
    Feat,
    OfAward,
    OfCategory,
    Operator,
    Outcome,
    Select,
    Selection,
    Streak,
    Unit,
    WithOutcome,
)
from palmares.reading.context import MAIN_AWARD, Frame
from palmares.reading.items import Item, Prize
from palmares.reading.words import top_categories

PRIZES = frozenset(("PRIZE", "WEAKPRIZE", "TOP"))
BODIES = frozenset(("TROPHY", "AWARD"))
NOMINATED = frozenset(("NOMINATED", "TONOMINATED", "NOMINEE"))
WITH_OF = frozenset(("WINNER", "NOMINEE"))


@dataclass(frozen=True, slots=True)
class Part:
    """A prize won, or a nomination for it, so many times; `categories` None: any."""

    award: str
    categories: tuple[str, ...] | None
    outcome: Outcome
    times: int = 1

    def select(self, traits: tuple[Constraint, ...] = ()) -> Select:
        """The nominations that are the part once."""
        where: list[Constraint] = [OfAward(self.award), *traits]
        where += [OfCategory(self.categories)] if self.categories else []
        where += [WithOutcome(self.outcome)] if self.outcome is not Outcome.NOMINATED else []
        return Select(tuple(where))


@dataclass(frozen=True, slots=True)
class Deed:
    """All that was done: the parts, what was lacking, whether in one night, and in how many editions in a row."""

    parts: tuple[Part, ...]
    lacking: Part | None = None
    in_one_night: bool = False
    run: int = 1


def deed(at: Frame, verb: Item, tail: Sequence[Item]) -> Deed | None:
    """The deed that a verb and what follows it tell of; None where some word of it is left over."""
    head, rest = parted(tail)
    if any(item.kind == "EDITION" for item in tail) or not is_plain(verb, head) or not is_worded(verb, head):
        return None
    awards = tuple(dict.fromkeys(item.award for item in tail if item.kind in BODIES and item.award))
    default = awards[0] if awards else award_meant(at, tail)
    done = parts(head, default, outcome_of(verb, head))
    if len(awards) > 1:
        done = [] if any(part.categories for part in done) else [replace(done[0], award=award) for award in awards]
    lacking = parts(rest, default, Outcome.NOMINATED if has(rest, "NOMINATION") else Outcome.WON) if rest else []
    run = run_of(head)
    if not awards and all(part.categories is None and part.times == 1 for part in done) and not has(head, "NOMINATION"):
        return None
    if not done or len(lacking) > 1 or bool(rest) != bool(lacking) or (run > 1 and len(done) > 1):
        return None
    if run > 1:
        done = [replace(done[0], times=1)]
    return Deed(tuple(done), lacking[0] if lacking else None, has(head, "NIGHT"), run)


def has(items: Iterable[Item], kind: str) -> bool:
    """Whether an item of this kind is among them."""
    return any(item.kind == kind for item in items)


def parted(tail: Sequence[Item]) -> tuple[Sequence[Item], Sequence[Item]]:
    """What comes before and after "without"; a bare "not" is left in, where nothing takes it."""
    for place, item in enumerate(tail):
        if item.kind == "NOT" and item.value == "without":
            return tail[:place], tail[place + 1 :]
    return tail, ()


def is_plain(verb: Item, head: Sequence[Item]) -> bool:
    """Whether every small word stands where it adds nothing: "for" before a prize, "of" after a winner."""
    if has(head, "NOT") or any(is_run_together(*pair) for pair in pairwise(head)):
        return False
    for place, (before, item) in enumerate(pairwise((verb, *head, verb))):
        if before.kind in ("FOR", "WITH") and item.kind not in PRIZES | BODIES | {"NUMBER"}:
            return False
        if item.kind == "OF" and not (place == 0 and verb.kind in WITH_OF):
            return False
    return True


def is_run_together(item: Item, other: Item) -> bool:
    """Whether two prizes stand side by side with no comma or "and" between them: "supporting acting Oscars"."""
    return item.kind in PRIZES and other.kind in PRIZES and other.start - item.end <= 1


def is_worded(verb: Item, head: Sequence[Item]) -> bool:
    """Whether the verb goes with a prize: "with" and "has" only with a number of them, a nomination or a statuette."""
    if verb.kind in ("HAS", "WITH"):
        return any(item.kind in ("NOMINATION", "TROPHY", "AWARD", "WIN") for item in head)
    return any(item.kind in PRIZES | BODIES or (item.kind == "NOMINATION") for item in head)


def award_meant(at: Frame, tail: Sequence[Item]) -> str:
    """The award of the prizes whose name implies none: the frame's, unless that is the award of one whose name does."""
    own = {own_award(item) for item in tail if item.kind in PRIZES and own_award(item)}
    others = any(item.kind in PRIZES and not own_award(item) for item in tail)
    return MAIN_AWARD if at.award in own and others else at.award


def outcome_of(verb: Item, head: Sequence[Item]) -> Outcome:
    """Whether the deed is winning or being nominated."""
    return Outcome.NOMINATED if verb.kind in NOMINATED or has(head, "NOMINATION") else Outcome.WON


def parts(items: Sequence[Item], award: str, outcome: Outcome) -> list[Part]:
    """The prizes named, each with the number before it; where none is, prizes of the award in any category."""
    found: list[Part] = []
    times = 1
    for place, item in enumerate(items):
        after = items[place + 1].kind if place + 1 < len(items) else ""
        if item.kind in ("NUMBER", "TIMES") and isinstance(item.value, int) and after not in ("YEARS", "TIMES"):
            times = item.value
        elif item.kind in PRIZES:
            own = own_award(item) or award
            categories = categories_of(item, own)
            if categories:
                found.append(Part(own, categories, outcome, times))
                times = 1
        elif item.kind in BODIES and times > 1 and after != "FOR" and not (place and items[place - 1].kind in PRIZES):
            found.append(Part(award, None, outcome, times))
            times = 1
    if found:
        return (
            [replace(found[0], times=max(times_said(items), found[0].times)), *found[1:]] if len(found) == 1 else found
        )
    return [Part(award, None, outcome, max(times, times_said(items)))]


def times_said(items: Sequence[Item]) -> int:
    """The number of "twice" and "three times"; 1 where neither is said."""
    for before, item in pairwise((None, *items)):
        if item is not None and item.kind == "TIMES":
            number = before.value if before is not None and before.kind == "NUMBER" else item.value
            return int(number) if isinstance(number, (int, str)) and str(number).isdigit() else 1
    return 1


def own_award(item: Item) -> str | None:
    """The award that the name of a prize implies by itself."""
    return item.award or (str(item.value) if item.kind == "TOP" and item.value else None)


def categories_of(item: Item, award: str) -> tuple[str, ...]:
    """The categories of a prize; of "top prize" the one that the award calls so."""
    if item.kind == "TOP":
        return (top_categories()[award],) if award in top_categories() else ()
    return item.value.categories if isinstance(item.value, Prize) else ()


def run_of(items: Sequence[Item]) -> int:
    """How many editions in a row are said: 1 where none are, 2 where the number is not told."""
    if not has(items, "CONSECUTIVE"):
        return 1
    numbers = [item.value for item in items if item.kind == "NUMBER" and isinstance(item.value, int)]
    return max([2, *numbers])


# --- selections of those who have done it ---------------------------------------------------------------------------


def selections(done: Deed, unit: Unit, traits: tuple[Constraint, ...] = ()) -> Iterator[Selection]:
    """Ways to take those who have done the deed, best first: over a career or a night, so often at least or exactly."""
    for of in joined(done, unit, traits):
        if done.lacking is not None:
            lacking = Count(done.lacking.select(), Unit.NOMINATION)
            of = Feat(of, (unit,), Compare(lacking, Operator.EQ, 0))
        yield of


def joined(done: Deed, unit: Unit, traits: tuple[Constraint, ...]) -> Iterator[Selection]:
    """Those who have done every part, before what was lacking is looked at."""
    first = done.parts[0]
    if len(done.parts) > 1:
        yield from together(done, unit, traits)
    elif done.run > 1:
        one = first.select(traits)
        yield Feat(one, (unit,), Compare(Streak(one, Unit.EDITION), Operator.GE, done.run))
    elif first.times > 1:
        yield from often(first, unit, traits, in_one_night=done.in_one_night)
    elif done.in_one_night:
        return
    else:
        yield first.select(traits)


def together(done: Deed, unit: Unit, traits: tuple[Constraint, ...]) -> Iterator[Selection]:
    """Several parts by one unit; a person's in any editions, or all in one."""
    sides = [once(part, unit, traits) for part in done.parts]
    whole = sides[0]
    for side in sides[1:]:
        whole = And(whole, side, unit)
    if not done.in_one_night or unit is Unit.FILM:
        yield whole
    if unit is Unit.PERSON and len(sides) == 2 and all(part.times == 1 for part in done.parts):
        one, other = (part.select(traits) for part in done.parts)
        yield Feat(one, (unit, Unit.EDITION), Compare(Exists(other), Operator.EQ, True))


def once(part: Part, unit: Unit, traits: tuple[Constraint, ...]) -> Selection:
    """One part by one unit."""
    return part.select(traits) if part.times == 1 else next(often(part, unit, traits, in_one_night=False))


def often(part: Part, unit: Unit, traits: tuple[Constraint, ...], *, in_one_night: bool) -> Iterator[Selection]:
    """A part done several times: at least so often, or exactly so often; a person's perhaps all in one edition."""
    one = part.select(traits)
    career, night = (unit,), (unit, Unit.EDITION)
    ways = [night] if in_one_night and unit is Unit.PERSON else [career] if unit is Unit.FILM else [career, night]
    for operator in (Operator.GE, Operator.EQ):
        for by in ways:
            yield Feat(one, by, Compare(Count(one, Unit.NOMINATION), operator, part.times))
