"""What a story is about as it goes on: the award and edition in view.

Everything here is a guess that is kept open: a match is read in several frames, best first. The trap: a frame without
edition is not vague but wide, "in any edition".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from palmares.claims import Edition
from palmares.reading.items import Item, Prize, Sentence
from palmares.reading.shape import PERFECT
from palmares.record import EditionRow, Record

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


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to take what a clause leaves unsaid: the award, and the edition (None: any edition).

    `is_explicit`: the clause names the edition or year itself, so that it belongs to the claim even where the film
    alone would tell it. `is_of_past`: the clause may tell how things stood at some earlier time. `season` is the film
    year of the edition, `held` the day it was (or will be) handed out. `weight` lowers the score of less likely frames.
    """

    award: str
    edition: int | None
    season: int | None
    as_of: dt.date
    held: dt.date | None = None
    is_explicit: bool = False
    weight: float = 1.0
    is_of_past: bool = False


CLEAR_ORDINAL = 4
"""From this number on, "the 4th Academy Awards" can mean an edition and nothing else ("the first Oscars at the Dolby")."""


def is_clear(ordinal: Item) -> bool:
    """Whether an ordinal before the name of an event can only number it: written in figures, or large enough."""
    in_figures = ordinal.end - ordinal.start < len("first")
    return in_figures or (isinstance(ordinal.value, int) and ordinal.value >= CLEAR_ORDINAL)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The editions of every award as they stand on the as-of day."""

    record: Record
    as_of: dt.date

    def numbered(self, award: str, number: int) -> EditionRow | None:
        """The edition of that number, if the record has it."""
        return next((row for row in self.record.editions(award) if row.number == number), None)

    def of_season(self, award: str, season: int) -> EditionRow | None:
        """The edition that honours films of `season`."""
        return next((row for row in self.record.editions(award) if row.season == season), None)

    def held_in(self, award: str, year: int) -> tuple[EditionRow, ...]:
        """The editions handed out in that calendar year, latest first: some bodies gave two."""
        return tuple(row for row in reversed(self.record.editions(award)) if row.held_last.year == year)

    def latest(self, award: str) -> EditionRow | None:
        """The last edition whose nominations are out on the as-of day."""
        rows = [row for row in self.record.editions(award) if row.announced <= self.as_of]
        return rows[-1] if rows else None

    def meant_by(self, lead: Item, award: Item) -> Edition | None:
        """The edition meant by "97th", "2025" or "last year's" before the name of an award."""
        assert award.award is not None
        rows: tuple[EditionRow, ...] = ()
        if lead.kind == "ORDINAL" and award.value == "event" and isinstance(lead.value, int) and is_clear(lead):
            row = self.numbered(award.award, lead.value)
            rows = (row,) if row else ()
        elif lead.kind == "YEAR" and isinstance(lead.value, int):
            rows = self.held_in(award.award, lead.value)
        elif lead.kind == "TIME" and lead.value in ("this-year", "last-year"):
            rows = self.held_in(award.award, self.as_of.year - (lead.value == "last-year"))
        return Edition(award.award, rows[0].number) if rows and rows[0].number > 0 else None


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


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the whole story is about: its main award, the season in view on the as-of day, the awards it may mean."""

    calendar: Calendar
    award: str
    season: int | None
    awards: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()

    @classmethod
    def over(cls, sentences: Sequence[Sequence[Item]], calendar: Calendar) -> Outlook:
        """The outlook of a story: an edition named early on, else the latest whose nominations are out."""
        award = main_award(sentences)
        said = (
            numbered_edition(calendar, items, award) or dated_edition(calendar, items, award)
            for items in sentences[:OPENING_SENTENCES]
        )
        row = next((row for row in said if row), None) or calendar.latest(award)
        named = [item.award for items in sentences for item in items if item.award and is_award_name(item)]
        return cls(
            calendar, award, row.season if row else None, tuple(dict.fromkeys([*named, MAIN_AWARD])), frozenset(named)
        )

    def covers(self, frame: Frame, what: object) -> bool:
        """Whether a frame may be meant: the Academy Awards, where a story does not name them, only for their prizes."""
        if frame.award != MAIN_AWARD or frame.award == self.award or frame.award in self.named:
            return True
        prizes = what.value.categories if isinstance(what, Item) and isinstance(what.value, Prize) else ()
        return not set(prizes) & self.calendar.record.prizes(self.award)

    def frame(self, award: str, row: EditionRow | None, weight: float, *, explicit: bool = False) -> Frame:
        """A frame on one edition of an award; without a row, on any."""
        as_of = self.calendar.as_of
        if row is None:
            return Frame(award, None, None, as_of, is_explicit=explicit, weight=weight)
        number = row.number if row.number > 0 else None
        return Frame(award, number, row.season, as_of, row.held_last, explicit, weight)


def frames(
    outlook: Outlook, sentence: Sentence, span: tuple[int, int], *, earlier: Sequence[Sentence], own: str | None = None
) -> list[Frame]:
    """The frames in which a match over items `span` of the sentence can be read, best first, each once.

    `own` is the award that the match itself settles, where it does.
    """
    found: list[Frame] = []
    for award, weight in [(own, 1.0)] if own else awards(outlook, sentence, span, earlier):
        found.extend(editions(outlook, sentence, span, award, weight=weight, earlier=earlier))
    seen: dict[tuple[str, int | None], Frame] = {}
    is_of_past = any(item.kind in OF_PAST for item in sentence.items)
    for frame in found:
        seen.setdefault((frame.award, frame.edition), replace(frame, is_of_past=is_of_past))
    return list(seen.values())


OF_PAST = frozenset("BEFORE WHEN HABIT PAST YEARS YEAR DATE SINCE AFTER UNTIL BORN".split())
"""Kinds of words by which a sentence may speak of a time before the day of the article."""


def awards(
    outlook: Outlook, sentence: Sentence, span: tuple[int, int], earlier: Sequence[Sentence]
) -> Iterator[tuple[str, float]]:
    """The awards a match may speak of: one in its own clause alone; else those in view, nearest first."""
    items = sentence.items
    inside = [item.award for item in items[span[0] : span[1]] if is_body(item)]
    after = clause_after(items, span[1])
    before = [item.award for item in items[: span[0]] if is_award_name(item)]
    own = inside[:1] or [item.award for item in after if is_body(item)][:1] or placed(clause_before(items, span[0]))
    if own and own[0]:
        yield own[0], 1.0
        return
    paragraph = [
        item.award
        for other in earlier
        if other.paragraph == sentence.paragraph
        for item in other.items
        if is_award_name(item)
    ]
    likely = dict.fromkeys([*reversed(before), *reversed(paragraph[-1:]), outlook.award])
    for place, award in enumerate(award for award in likely if award):
        yield award, 1.0 - 0.1 * place
    for award in outlook.awards:
        if award not in likely:
            yield award, FAR_FETCHED


def placed(items: Sequence[Item]) -> list[str | None]:
    """The award of "at Venice" or "at the Baftas" among the items."""
    return [
        item.award
        for before, item in pairwise(items)
        if is_body(item) and (before.kind == "AT" or (before.kind == "IN" and item.value == "place"))
    ][:1]


def is_award_name(item: Item) -> bool:
    """Whether the item says which body the prizes round it are from; a festival's city says so of its clause only."""
    return (
        item.award is not None
        and item.value != "place"
        and item.kind in ("AWARD", "EDITION", "PRIZE", "WEAKPRIZE", "TROPHY", "TOP")
    )


def is_body(item: Item) -> bool:
    """Whether the item names a body, so that every prize of its clause is of that body."""
    return item.award is not None and item.kind in ("AWARD", "EDITION", "TROPHY", "TOP")


CLAUSE_ENDS = frozenset("WON GOT HAS LOST BEAT WENT NAMED WAS TRIUMPHED NOMINATED SEMI STOP COMMA AND".split())


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
    return list(items[0 if opens else start : end])


def editions(
    outlook: Outlook,
    sentence: Sentence,
    span: tuple[int, int],
    award: str,
    *,
    weight: float,
    earlier: Sequence[Sentence],
) -> Iterator[Frame]:
    """The editions of an award that a match may speak of: the one its sentence names; else those in view, then any."""
    calendar = outlook.calendar
    here = [*sentence.items[span[0] : span[1]], *clause_after(sentence.items, span[1])]
    numbered = numbered_edition(calendar, sentence.items, award)
    before = clause_before(sentence.items, span[0])
    named = said_editions(calendar, here, award) or said_editions(calendar, before, award)
    named = named or ((numbered,) if numbered else ())
    for row in named:
        yield outlook.frame(award, row, weight, explicit=True)
    if named:
        return
    paragraph = [other for other in earlier[-REACH:] if other.paragraph == sentence.paragraph]
    spoken = [row for other in paragraph for row in said_editions(calendar, other.items, award)[:1]]
    view = calendar.of_season(award, outlook.season) if outlook.season is not None else calendar.latest(award)
    seen = [] if view is None else [view]
    for place, row in enumerate([*seen, *spoken[-1:]]):
        yield outlook.frame(award, row, weight - 0.02 * place)
    told_here = is_of_the_night(sentence) or (spoken and is_plain_past(sentence.items, span))
    yield outlook.frame(award, None, weight - (0.4 if told_here else 0.3))


def is_plain_past(items: Sequence[Item], span: tuple[int, int]) -> bool:
    """Whether a match opens its sentence and has no "has" or "who", so that it tells of the night in view."""
    return span[0] == 0 and not any(item.kind in ("HAS", "WHO") or item.value == PERFECT for item in items[: span[1]])


def is_of_the_night(sentence: Sentence) -> bool:
    """Whether the sentence says that it tells of the night in view ("on Sunday", "tonight"), or is a headline."""
    return sentence.is_headline or any(item.kind == "TIME" and item.value == "night" for item in sentence.items)


def numbered_edition(calendar: Calendar, items: Sequence[Item], award: str) -> EditionRow | None:
    """The edition of this award that the items name as an edition ("the 97th Academy Awards")."""
    for item in items:
        if item.kind == "EDITION" and item.award == award and isinstance(item.value, Edition):
            return calendar.numbered(award, item.value.number)
    return None


def dated_edition(calendar: Calendar, items: Sequence[Item], award: str) -> EditionRow | None:
    """The edition of this award that was held in the year of a full date ("29 February 1940")."""
    for item in items:
        if item.kind == "DATE" and isinstance(item.value, tuple) and item.value[0]:
            return next(iter(calendar.held_in(award, item.value[0])), None)
    return None


def said_editions(calendar: Calendar, items: Sequence[Item], award: str) -> tuple[EditionRow, ...]:
    """The editions of this award that the items name by number, by year ("in 2019"), by a date or by "last year"."""
    for place, item in enumerate(items):
        before = items[place - 1].kind if place else ""
        if item.kind == "EDITION" and item.award == award and isinstance(item.value, Edition):
            row = calendar.numbered(award, item.value.number)
            return (row,) if row else ()
        lead = items[place - 2].kind if place > 1 else ""
        is_ceremony = (before == "IN" and lead not in ("BORN", "MADE")) or (before == "OF" and lead == "AWARD")
        if item.kind == "YEAR" and is_ceremony and isinstance(item.value, int):
            return calendar.held_in(award, item.value)
        if item.kind == "DATE" and isinstance(item.value, tuple) and item.value[0]:
            return calendar.held_in(award, item.value[0])
        if item.kind == "TIME" and item.value in ("last-year", "this-year"):
            return calendar.held_in(award, calendar.as_of.year - (item.value == "last-year"))
    return ()


def with_ceremonies(sentences: Sequence[Sentence], outlook: Outlook) -> list[Sentence]:
    """The sentences with "the 1951 ceremony" taken as that edition of the award in view."""
    return [replace(sentence, items=tuple(ceremonies(sentence.items, outlook))) for sentence in sentences]


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
