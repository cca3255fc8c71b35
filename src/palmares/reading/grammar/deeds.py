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
    Trait,
    Unit,
    WithOutcome,
    WithTrait,
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
    is_exact: bool = False

    def select(self, traits: tuple[Constraint, ...] = ()) -> Select:
        """The nominations that are the part once."""
        where: list[Constraint] = [OfAward(self.award), *traits]
        where += [OfCategory(self.categories)] if self.categories else []
        where += [WithOutcome(self.outcome)] if self.outcome is not Outcome.NOMINATED else []
        return Select(tuple(where))


@dataclass(frozen=True, slots=True)
class Deed:
    """All that was done: the parts, what was lacking, in what all of it, in how many editions in a row, and how.

    `within` is the edition or the film that all parts share, where that is said.
    """

    parts: tuple[Part, ...]
    lacking: Part | None = None
    within: Unit | None = None
    run: int = 1
    traits: tuple[Constraint, ...] = ()


def is_compound(done: Deed | None) -> bool:
    """Whether a deed is more than one prize won once, so that "the double" may stand for it."""
    if done is None:
        return False
    is_often = any(part.times > 1 for part in done.parts)
    return len(done.parts) > 1 or is_often or done.run > 1 or done.lacking is not None


def deed(at: Frame, verb: Item, tail: Sequence[Item], base: tuple[Part, ...] = ()) -> Deed | None:
    """The deed that a verb and what follows it tell of; None where some word of it is left over.

    With `base`, what those have done already who are spoken of: "the first best picture winner to …".
    """
    tail = without_wholes(tail)
    head, rest = parted(tail) if verb.kind != "NOT" else parted((verb, *tail))
    if (
        any(item.kind == "EDITION" for item in tail)
        or not is_plain(verb, head)
        or not is_worded(verb, head, base, is_not_done=any(item.kind in NOMINATED for item in rest[:1]))
    ):
        return None
    awards = tuple(dict.fromkeys(item.award for item in tail if item.kind in BODIES and item.award))
    default = awards[0] if awards else award_meant(at, tail)
    done = parts(head, default, outcome_of(verb, head)) if verb.kind != "NOT" else []
    if len(awards) > 1:
        done = [] if any(part.categories for part in done) else [replace(done[0], award=award) for award in awards]
    run = run_of(head)
    if run > 1 and len(done) == 1:
        done = [replace(done[0], times=1)]
    lacking = lack(rest, default)
    if not base and is_vague(done, head, awards):
        return None
    if not (done or base) or bool(rest) != (lacking is not None) or (run > 1 and len(done) > 1):
        return None
    return Deed((*base, *done), lacking, whole_of(verb, head), run, manner(head))


def without_wholes(items: Sequence[Item]) -> Sequence[Item]:
    """The items without the number after "three of the": "three of the four acting prizes"."""
    kinds = [item.kind for item in items]
    place = next((place for place in range(len(kinds) - 2) if kinds[place : place + 3] == PART_OF), None)
    return items if place is None else (*items[: place + 1], *items[place + 3 :])


PART_OF = ["NUMBER", "OF", "NUMBER"]


def is_vague(done: Sequence[Part], head: Sequence[Item], awards: Sequence[str]) -> bool:
    """Whether the deed is to have won something, of nobody known."""
    is_any = all(part.categories is None and part.times == 1 for part in done)
    return not awards and is_any and not any(has(head, kind) for kind in ("NOMINATION", "POSTHUMOUS", "CONSECUTIVE"))


def whole_of(verb: Item, head: Sequence[Item]) -> Unit | None:
    """What all of it was done in: one night, for one film, or nothing that is said."""
    if has(head, "SAMEFILM"):
        return Unit.FILM
    return Unit.EDITION if has(head, "NIGHT") or verb.value == "night" else None


def manner(head: Sequence[Item]) -> tuple[Constraint, ...]:
    """How it was done: after death."""
    return (WithTrait(Trait.POSTHUMOUS, Operator.EQ, True),) if has(head, "POSTHUMOUS") else ()


def lack(rest: Sequence[Item], award: str) -> Part | None:
    """What was not won, or not been nominated for: one prize, or any of several."""
    if not rest or (has(rest, "NUMBER") and not has(rest, "NOMINATION")):
        return None
    is_nomination = any(item.kind in NOMINATED or item.kind == "NOMINATION" for item in rest)
    missing = parts(rest, award, Outcome.NOMINATED if is_nomination else Outcome.WON)
    named = [part.categories for part in missing if part.categories]
    if len({part.award for part in missing}) > 1 or len(named) != len(missing):
        return None
    categories = tuple(dict.fromkeys(category for each in named for category in each))
    return replace(missing[0], categories=categories)


def has(items: Iterable[Item], kind: str) -> bool:
    """Whether an item of this kind is among them."""
    return any(item.kind == kind for item in items)


def parted(tail: Sequence[Item]) -> tuple[Sequence[Item], Sequence[Item]]:
    """What comes before and after "without" or "not"; a "not" that nothing takes is left in."""
    for place, item in enumerate(tail):
        if item.kind == "NOT":
            is_not_done = place + 1 < len(tail) and tail[place + 1].kind in NOMINATED
            if item.value == "without" or is_not_done:
                return tail[:place], tail[place + 1 :]
    return tail, ()


def is_plain(verb: Item, head: Sequence[Item]) -> bool:
    """Whether every small word stands where it adds nothing: "for" before a prize, "of" after a winner."""
    if has(head, "NOT") or any(is_run_together(*pair) for pair in pairwise(head)):
        return False
    for place, (before, item) in enumerate(pairwise((verb, *head, verb))):
        if before.kind in ("FOR", "WITH", "HIS", "ITS", "TO") and item.kind not in PRIZES | BODIES | {
            "NUMBER",
            "ITS",
            "HIS",
            "BIGFIVE",
            *(MERELY if before.kind == "WITH" else ()),
        }:
            return False
        if item.kind == "OF" and not (place == 0 and verb.kind in WITH_OF):
            return False
    return True


def is_run_together(item: Item, other: Item) -> bool:
    """Whether two prizes stand side by side with no comma or "and" between them: "supporting acting Oscars"."""
    return item.kind in PRIZES and other.kind in PRIZES and other.start - item.end <= 1


def is_worded(verb: Item, head: Sequence[Item], base: tuple[Part, ...] = (), *, is_not_done: bool = False) -> bool:
    """Whether the verb goes with a prize: "with" and "has" only with a number of them, a nomination or a statuette."""
    if verb.kind == "NOT":
        return bool(base) and (verb.value == "without" or is_not_done)
    if has(head, "NUMBER") and (has(head, "NIGHT") or has(head, "SAMEFILM")):
        return True
    if verb.kind in ("HAS", "WITH"):
        return any(item.kind in ("NOMINATION", "TROPHY", "AWARD", "WIN") or is_own(item) for item in head)
    return any(
        item.kind in PRIZES | BODIES
        or item.kind in ("NOMINATION", "BIGFIVE", "ALLOF", "POSTHUMOUS", "TIMES", "CONSECUTIVE")
        for item in head
    )


def is_own(item: Item) -> bool:
    """Whether a prize has a name that no other body gives one: "a Palme d'Or"."""
    return item.kind == "PRIZE" and item.award is not None


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
    is_exact = any(item.kind in MERELY for item in items)
    for place, item in enumerate(items):
        before, after = kind_at(items, place - 1), kind_at(items, place + 1)
        if item.kind in SETS:
            found += [Part(award, categories, outcome) for categories in set_of(item)]
        elif item.kind in ("NUMBER", "TIMES", "ORDINAL") and isinstance(item.value, int) and after not in UNCOUNTED:
            times = item.value
        elif item.kind in PRIZES:
            named = parts_of(item, award, outcome, times=times, is_only=before in MERELY)
            found += named
            times = 1 if named else times
        elif item.kind in BODIES and times > 1 and after != "FOR" and before not in PRIZES:
            found.append(Part(award, None, outcome, times, is_exact))
            times = 1
    found += top_beside(items, found)
    if not found:
        return [Part(award, None, outcome, max(times, times_said(items)), is_exact)]
    return [replace(found[0], times=max(times_said(items), found[0].times))] if len(found) == 1 else found


def kind_at(items: Sequence[Item], place: int) -> str:
    """The kind of an item; empty beyond the ends."""
    return items[place].kind if 0 <= place < len(items) else ""


def parts_of(item: Item, award: str, outcome: Outcome, *, times: int, is_only: bool) -> list[Part]:
    """The part that a prize is; of "only the directing Oscar" also that there was one in all."""
    own = own_award(item) or award
    categories = categories_of(item, own)
    if not categories:
        return []
    alone = [Part(own, None, outcome, 1, is_exact=True)] if is_only else []
    return [Part(own, categories, outcome, times), *alone]


SETS = frozenset(("BIGFIVE", "ALLOF"))
"""Kinds of words that name several prizes at once."""


def set_of(item: Item) -> tuple[tuple[str, ...], ...]:
    """The prizes that "the big five" or "both lead acting awards" are."""
    return BIG_FIVE if item.kind == "BIGFIVE" else tuple((category,) for category in str(item.value).split("|"))


def top_beside(items: Sequence[Item], found: Sequence[Part]) -> Iterator[Part]:
    """The top prize of a body that is named beside a prize of another: "the Palme and the Oscar"."""
    for place, item in enumerate(items):
        around = {other.kind for other in (*items[max(0, place - 1) : place], *items[place + 1 : place + 2])}
        is_alone = item.kind in BODIES and item.award in top_categories() and not around & {"FOR", "NUMBER", "TIMES"}
        is_own = place and items[place - 1].kind in PRIZES and is_run_close(items[place - 1], item)
        if is_alone and not is_own and found and all(part.award != item.award for part in found):
            yield Part(str(item.award), (top_categories()[str(item.award)],), found[0].outcome)


def is_run_close(item: Item, other: Item) -> bool:
    """Whether only a space stands between two items."""
    return other.start - item.end <= 1


MERELY = frozenset(("ONLY", "INTENS"))
"""Words by which a number says all there was."""
UNCOUNTED = ("YEARS", "TIMES")
"""After a number one of these makes it no number of prizes."""


WRITING = ("original-screenplay", "adapted-screenplay", "screenplay", "original-story")
BIG_FIVE = (("picture",), ("director",), ("actor",), ("actress",), WRITING)
"""The prizes that "the big five" are."""


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
    said = [int(str(item.value)) for item in items if item.kind == "CONSECUTIVE" and str(item.value).isdigit()]
    return max([2, *numbers, *said])


# --- selections of those who have done it ---------------------------------------------------------------------------


def selections(done: Deed, unit: Unit, traits: tuple[Constraint, ...] = ()) -> Iterator[Selection]:
    """Ways to take those who have done the deed, best first: over a career or a night, so often at least or exactly."""
    for of in joined(done, unit, (*traits, *done.traits)):
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
    elif first.times > 1 or first.is_exact:
        yield from often(first, unit, traits, within=done.within)
    elif done.within is not None:
        return
    else:
        yield first.select(traits)


def together(done: Deed, unit: Unit, traits: tuple[Constraint, ...]) -> Iterator[Selection]:
    """Several parts by one unit; a person's in any editions, or all in one, or all for one film."""
    sides = [once(part, unit, traits) for part in done.parts]
    whole = sides[0]
    for side in sides[1:]:
        whole = And(whole, side, unit)
    if done.within is None or unit is Unit.FILM:
        yield whole
    if unit is Unit.PERSON and len(sides) == 2 and all(part.times == 1 for part in done.parts):
        one, other = (part.select(traits) for part in done.parts)
        yield Feat(one, (unit, done.within or Unit.EDITION), Compare(Exists(other), Operator.EQ, True))


def once(part: Part, unit: Unit, traits: tuple[Constraint, ...]) -> Selection:
    """One part by one unit."""
    is_single = part.times == 1 and not part.is_exact
    return part.select(traits) if is_single else next(often(part, unit, traits, within=None))


def often(part: Part, unit: Unit, traits: tuple[Constraint, ...], *, within: Unit | None) -> Iterator[Selection]:
    """A part done several times: at least so often, or exactly so often; a person's perhaps all in one edition."""
    one = part.select(traits)
    career, night = (unit,), (unit, within or Unit.EDITION)
    ways = [night] if within is not None and unit is Unit.PERSON else [career] if unit is Unit.FILM else [career, night]
    for operator in (Operator.EQ,) if part.is_exact else (Operator.GE, Operator.EQ):
        for by in ways:
            yield Feat(one, by, Compare(Count(one, Unit.NOMINATION), operator, part.times))


def widened(done: Deed) -> Deed:
    """The deed with the prizes beside it counted too, as some do: scores of musicals and comedies with other scores."""
    parts = [replace(part, categories=WIDER.get(part.categories or (), part.categories)) for part in done.parts]
    return replace(done, parts=tuple(parts))


WIDER: dict[tuple[str, ...], tuple[str, ...] | None] = {("original-score",): ("original-score", "adaptation-score")}
