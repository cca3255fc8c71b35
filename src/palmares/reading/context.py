"""What a story is about as it goes on: the award and edition in view.

Everything here is a guess that is kept open: a match is read in several frames, best first. The trap: a frame without
edition is not vague but wide, "in any edition".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from palmares.reading.calendar import Calendar
from palmares.reading.editions import (
    dated_edition,
    is_in_the_news,
    is_night_after,
    latest_of,
    numbered_edition,
    said_editions,
)
from palmares.reading.items import Item, Prize, Sentence
from palmares.reading.shape import PERFECT
from palmares.reading.words import own_categories
from palmares.record import EditionRow

MAIN_AWARD = "oscars"
OPENING_PHRASE = 7
"""Items that a phrase before the first comma may have and still set the scene for its sentence."""
LEAD_WEIGHTS = {0: 6, 1: 3, 2: 2}
"""How much it counts when an award is named in one of the first sentences, headline first; later it counts 1."""
CLEAR_LEAD = 2
"""How many times as often as the Academy Awards another award must be named to be what a story is about."""
OPENING_SENTENCES = 5
"""Sentences in which a story says which ceremony it is about."""
FAR_FETCHED = 0.6
"""The score of a frame on an award that the story names elsewhere: taken only where the record bears it out."""
REACH = 6
"""Sentences back in which a pronoun finds what it stands for, and a clause its edition."""


@dataclass(slots=True, unsafe_hash=True)
class Frame:
    """One way to take what a clause leaves unsaid: the award, and the edition (None: any edition).

    `is_explicit`: the clause names the edition or year itself, so that it belongs to the claim even where the film
    alone would tell it. `is_of_past`: the clause may tell how things stood at some earlier time. `season` is the film
    year of the edition, `held` the day it was (or will be) handed out. `weight` lowers the score of less likely frames.
    `place`: where the match stands, for what must be looked for in the words round it.
    """

    award: str
    edition: int | None
    season: int | None
    as_of: dt.date
    held: dt.date | None = None
    is_explicit: bool = False
    weight: float = 1.0
    is_of_past: bool = False
    place: Place | None = field(default=None, compare=False, repr=False)


def main_award(sentences: Iterable[Sequence[Item]]) -> str:
    """The award a story is about: the one named most often, the Academy Awards where none is."""
    counts: dict[str, int] = {}
    for place, items in enumerate(sentences):
        for item in items:
            if is_award_name(item) and item.award:
                counts[item.award] = counts.get(item.award, 0) + LEAD_WEIGHTS.get(place, 1)
    if not counts:
        return MAIN_AWARD
    best = min(counts, key=lambda award: (-counts[award], award))
    return MAIN_AWARD if counts.get(MAIN_AWARD, 0) * CLEAR_LEAD >= counts[best] else best


def is_opened_by(sentences: Iterable[Sequence[Item]], award: str) -> bool:
    """Whether a sentence opens with the name of an award, and so is about it: "The Baftas were handed out"."""
    return any(item.award == award and is_award_name(item) for items in sentences for item in items[:1])


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the whole story is about: its main award, the season in view on the as-of day, the awards it may mean."""

    calendar: Calendar
    award: str
    season: int | None
    awards: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    heard: dict[tuple[int, str], tuple[EditionRow, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def over(cls, sentences: Sequence[Sequence[Item]], calendar: Calendar) -> Outlook:
        """The outlook of a story: an edition named early on, else the latest whose nominations are out."""
        award = main_award(sentences)
        named = [item.award for items in sentences for item in items if item.award and is_award_name(item)]
        is_stale = is_in_the_news(calendar, MAIN_AWARD) and not is_in_the_news(calendar, award)
        if is_stale and (MAIN_AWARD in named or not is_opened_by(sentences[: len(LEAD_WEIGHTS)], award)):
            award = MAIN_AWARD
        said = (
            numbered_edition(calendar, items, award) or dated_edition(calendar, items, award)
            for items in sentences[:OPENING_SENTENCES]
        )
        row = next((row for row in said if row), None) or latest_of(calendar, award, named)
        is_quiet = not named and not is_in_the_news(calendar, MAIN_AWARD)
        fresh = [award for award in calendar.record.awards if is_quiet and is_night_after(calendar, award)]
        return cls(
            calendar,
            award,
            row.season if row else None,
            tuple(dict.fromkeys([*named, *fresh, MAIN_AWARD])),
            frozenset(named),
        )

    def covers(self, frame: Frame, what: object) -> bool:
        """Whether a frame may be meant: the Academy Awards, where a story does not name them, only for their prizes."""
        if frame.award != MAIN_AWARD or frame.award == self.award or frame.award in self.named:
            return True
        prizes = what.value.categories if isinstance(what, Item) and isinstance(what.value, Prize) else ()
        return not set(prizes) & self.calendar.record.prizes(self.award)

    def has_prize(self, award: str, what: object) -> bool:
        """Whether an award has the prize spoken of; any has where none is told."""
        prizes = what.value.categories if isinstance(what, Item) and isinstance(what.value, Prize) else ()
        if not prizes or any((award, category) in own_categories() for category in prizes):
            return True
        return not self.calendar.record.prizes(award).isdisjoint(prizes)

    def said(self, sentence: Sentence, award: str) -> tuple[EditionRow, ...]:
        """The editions of an award that an earlier sentence names; worked out once."""
        key = (sentence.start, award)
        if key not in self.heard:
            self.heard[key] = said_editions(self.calendar, sentence.items, award)
        return self.heard[key]


@dataclass(frozen=True, slots=True)
class Place:
    """A match over items `span` of a sentence, the sentences before it, and the award that the match itself settles.

    `is_of_view`: whether it speaks of somebody who is up for a prize in the season in view.
    """

    sentence: Sentence
    span: tuple[int, int]
    earlier: Sequence[Sentence]
    own: str | None = None
    is_of_view: bool = False


def near_frames(outlook: Outlook, place: Place) -> list[Frame]:
    """The frames on the awards near at hand in which a match can be read, best first, each once."""
    return frames_on(outlook, place, awards(outlook, place))


def far_frames(outlook: Outlook, place: Place) -> list[Frame]:
    """The frames on the awards that the story names elsewhere; none where the match or its clause names one."""
    likely = dict(awards(outlook, place))
    if place.own or settled_award(place):
        return []
    others = sorted((award for award in outlook.awards if award not in likely), key=lambda award: award != MAIN_AWARD)
    return frames_on(outlook, place, [(award, FAR_FETCHED) for award in others])


def frames_on(outlook: Outlook, place: Place, weighed: Iterable[tuple[str, float]]) -> list[Frame]:
    """The frames on these awards, each edition once."""
    as_of = outlook.calendar.as_of
    is_of_past = not OF_PAST.isdisjoint([item.kind for item in place.sentence.items])
    found: dict[tuple[str, int | None], Frame] = {}
    for award, weight in weighed:
        for row, less, is_explicit in editions(outlook, place, award):
            number = row.number if row is not None and row.number > 0 else None
            if (award, number) not in found:
                season, held = (row.season, row.held_last) if row is not None else (None, None)
                frame = Frame(award, number, season, as_of, held, is_explicit, weight - less, is_of_past, place)
                found[award, number] = frame
    return list(found.values())


OF_PAST = frozenset("BEFORE WHEN HABIT PAST YEARS YEAR DATE SINCE AFTER UNTIL BORN".split())
"""Kinds of words by which a sentence may speak of a time before the day of the article."""


def awards(outlook: Outlook, place: Place) -> list[tuple[str, float]]:
    """The awards near at hand: one in the clause of a match alone; else those in view, nearest first."""
    settled = place.own or settled_award(place)
    if settled:
        return [(settled, 1.0)]
    before = [item.award for item in place.sentence.items[: place.span[0]] if is_award_name(item)]
    likely = dict.fromkeys([*reversed(before), last_award(place), outlook.award])
    return [(award, 1.0 - 0.1 * number) for number, award in enumerate(award for award in likely if award)]


def settled_award(place: Place) -> str | None:
    """The award that a match or its clause names."""
    items, (first, last) = place.sentence.items, place.span
    after = clause_after(items, last)
    told = next((place for place, item in enumerate(after) if item.kind in ("AFTER", "BEFORE")), len(after))
    for item in (*items[first:last], *after[:told]):
        if is_body(item):
            return item.award
    return next(iter(placed(clause_before(items, first))), None)


def last_award(place: Place) -> str | None:
    """The award that the paragraph named last before this sentence."""
    for sentence in reversed(place.earlier):
        if sentence.paragraph != place.sentence.paragraph:
            return None
        for item in reversed(sentence.items):
            if is_award_name(item):
                return item.award
    return None


def placed(items: Sequence[Item]) -> list[str | None]:
    """The award of "at Venice", "at the Baftas" or "Toronto's" among the items."""
    at = [
        item.award
        for before, item in pairwise(items)
        if is_body(item) and (before.kind == "AT" or (before.kind == "IN" and item.value == "place"))
    ]
    own = [
        item.award
        for item, after in pairwise(items)
        if item.kind == "AWARD" and item.value == "place" and after.kind == "POSS"
    ]
    return (at or own[-1:])[:1]


def is_award_name(item: Item) -> bool:
    """Whether the item says which body the prizes round it are from; a festival's city says so of its clause only."""
    return (
        item.award is not None
        and item.value != "place"
        and item.kind in ("AWARD", "EDITION", "PRIZE", "WEAKPRIZE", "TROPHY", "TOP")
    )


def is_body(item: Item) -> bool:
    """Whether the item names a body, so that every prize of its clause is of that body."""
    return item.award is not None and item.kind in ("AWARD", "EDITION", "TROPHY", "TOP", "EVER")


CLAUSE_ENDS = frozenset("WON GOT HAS LOST BEAT WENT NAMED WAS TRIUMPHED NOMINATED SEMI STOP COMMA COLON AND".split())


def clause_after(items: Sequence[Item], start: int) -> list[Item]:
    """The items that follow until the clause ends."""
    rest = []
    for item in items[start : start + 8]:
        if item.kind in CLAUSE_ENDS:
            break
        rest.append(item)
    return rest


def clause_before(items: Sequence[Item], end: int) -> list[Item]:
    """The items between the start of the clause and a match in it."""
    start = end
    while start > 0 and items[start - 1].kind not in CLAUSE_ENDS and items[start - 1].kind not in ("WHO", "WHICH"):
        start -= 1
    opens = start == 1 or (start <= OPENING_PHRASE and items[start - 1].kind == "COMMA")
    opens = opens and "BORN" not in [item.kind for item in items[:start]]
    return list(items[0 if opens else start : end])


def editions(outlook: Outlook, place: Place, award: str) -> Iterator[tuple[EditionRow | None, float, bool]]:
    """The editions of an award that a match may speak of: the one its sentence names; else those in view, then any.

    Each with what it takes from the weight, and whether the sentence names it.
    """
    calendar, sentence, (first, last) = outlook.calendar, place.sentence, place.span
    numbered = numbered_edition(calendar, part_of(sentence.items, place.span), award)
    inside, after = sentence.items[first:last], clause_after(sentence.items, last)
    is_told_after = any(item.kind == "YEAR" for item in after) and any(item.kind == "YEAR" for item in inside)
    named = said_editions(calendar, after if is_told_after else [*inside, *after], award)
    named = named or said_editions(calendar, clause_before(sentence.items, first), award)
    named = named or ((numbered,) if numbered else ())
    for row in named:
        yield row, 0.0, True
    if named:
        return
    paragraph = [other for other in place.earlier[-REACH:] if other.paragraph == sentence.paragraph]
    spoken = [row for other in paragraph for row in outlook.said(other, award)[:1]]
    is_other = award != outlook.award and award not in outlook.named and is_night_after(calendar, award)
    is_told = outlook.season is not None and not is_other
    view = calendar.of_season(award, outlook.season) if is_told and outlook.season else calendar.latest(award)
    seen = [] if view is None else [view]
    for number, row in enumerate([*seen, *spoken[-1:]]):
        yield row, 0.02 * number, False
    told_here = is_of_the_night(sentence) or (spoken and is_plain_past(sentence.items, place.span))
    yield None, 0.4 if told_here else 0.3, False


def part_of(items: Sequence[Item], span: tuple[int, int]) -> Sequence[Item]:
    """The part of a sentence between semicolons that a match stands in."""
    first = next((place + 1 for place in range(span[0] - 1, -1, -1) if items[place].kind == "SEMI"), 0)
    last = next((place for place in range(span[1], len(items)) if items[place].kind == "SEMI"), len(items))
    return items[first:last]


def is_plain_past(items: Sequence[Item], span: tuple[int, int]) -> bool:
    """Whether a match opens its sentence and has no "has" or "who", so that it tells of the night in view."""
    return span[0] == 0 and not any(item.kind in ("HAS", "WHO") or item.value == PERFECT for item in items[: span[1]])


def is_of_the_night(sentence: Sentence) -> bool:
    """Whether the sentence says that it tells of the night in view ("on Sunday", "tonight"), or is a headline."""
    return sentence.is_headline or any(item.kind == "TIME" and item.value == "night" for item in sentence.items)


FRESH = 10
"""Days after a ceremony in which what is told in the plain past of somebody who was up for a prize is told of it."""


def is_just_held(frame: Frame) -> bool:
    """Whether the edition of a frame was held in the days before the text."""
    return frame.held is not None and 0 <= (frame.as_of - frame.held).days <= FRESH


def is_to_come(frame: Frame) -> bool:
    """Whether the nominations of a frame's edition are out and its night is to come."""
    return frame.held is not None and frame.held > frame.as_of


def is_of_nominations(place: Place) -> bool:
    """Whether a match is about a nomination."""
    first, last = place.span
    return any(item.kind in OF_NOMINATIONS for item in place.sentence.items[first:last])


OF_NOMINATIONS = frozenset(("NOMINATED", "NOMINATION", "ROSTER", "MISSED"))


def is_of_last_night(place: Place) -> bool:
    """Whether a match is told in the plain past or present: no "has won", "who won" or "twice"."""
    first, last = place.span
    items = place.sentence.items
    if any(item.kind == "TIME" and item.value in LONG_AGO for item in items) or not OF_PAST.isdisjoint(
        [item.kind for item in items]
    ):
        return False
    return not any(item.kind in NOT_OF_NIGHT or item.value == PERFECT for item in items[first:last])


LONG_AGO = frozenset(("ago", "then", "last-year"))
"""Values of "three years ago", "that night" and "last year"."""


NOT_OF_NIGHT = frozenset(("HAS", "WHO", "TIMES", "ORDINAL", "HIS", "PAST", "LAST", "NEVER", "POSS"))
"""Kinds that tell of other times than the night in view."""


def with_ceremonies(sentences: Sequence[Sentence], outlook: Outlook) -> list[Sentence]:
    """The sentences with "the 1951 ceremony" taken as that edition of the award in view."""
    return [
        sentence.with_items(tuple(ceremonies(sentence.items, outlook)))
        if "CEREMONY" in [item.kind for item in sentence.items]
        else sentence
        for sentence in sentences
    ]


def ceremonies(items: Sequence[Item], outlook: Outlook) -> Iterator[Item]:
    """The items with a year or ordinal and the ceremony after it as one edition."""
    lead: Item | None = None
    for item in items:
        row = None
        if lead is not None and item.kind == "CEREMONY":
            event = Item("AWARD", item.start, item.end, "event", award=outlook.award)
            value = outlook.calendar.meant_by(lead, event)
            row = Item("EDITION", lead.start, item.end, value, award=outlook.award) if value else None
        if row is not None:
            yield row
            lead = None
            continue
        if lead is not None:
            yield lead
        lead = item if item.kind in ("YEAR", "ORDINAL") else None
        if lead is None:
            yield item
    if lead is not None:
        yield lead
