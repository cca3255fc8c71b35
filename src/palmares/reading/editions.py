"""The editions of an award that the words of a sentence name, and the one that was held last.

The trap: a year beside a name ("since Oliver! in 1969") is that of the name, not of the sentence's own claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from palmares.claims import Edition
from palmares.reading.calendar import Calendar
from palmares.reading.items import Item
from palmares.record import EditionRow

NIGHT_AFTER = 7
"""Days after a ceremony on which a story that names no other of those days is about it."""


def is_night_after(calendar: Calendar, award: str) -> bool:
    """Whether an award has been handed out in the days before the article's."""
    row = calendar.latest(award)
    return row is not None and 0 <= (calendar.as_of - row.held_last).days <= NIGHT_AFTER


def is_in_the_news(calendar: Calendar, award: str) -> bool:
    """Whether an award has been handed out in the days before the article's, or its nominations are new."""
    row = calendar.latest(award)
    is_list_out = row is not None and 0 <= (calendar.as_of - row.announced).days <= LIST_OUT
    return is_list_out or is_night_after(calendar, award)


LIST_OUT = 2
"""Days after its nominations on which a story that names no other list of those days is about them."""
STALE = 250
"""Days after a ceremony on which the prizes of the next season are being handed out elsewhere."""


def latest_of(calendar: Calendar, award: str, named: Iterable[str]) -> EditionRow | None:
    """The last edition of an award; in the winter after it, that of another award named, where its season is newer."""
    row = calendar.latest(award)
    if row is None or (calendar.as_of - row.held_last).days < STALE:
        return row
    others = [other for name in sorted(set(named)) if (other := calendar.latest(name)) and other.season > row.season]
    return max(others, key=lambda other: other.season, default=row)


def numbered_edition(calendar: Calendar, items: Sequence[Item], award: str) -> EditionRow | None:
    """The edition of this award that the items name as an edition ("the 97th Academy Awards")."""
    for place, item in enumerate(items):
        if item.kind == "EDITION" and item.award == award and isinstance(item.value, Edition):
            if place and items[place - 1].kind == "SINCE":
                continue
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
        if item.kind not in SAYING_WHEN:
            continue
        before = items[place - 1].kind if place else ""
        if is_of_another(items, place) or is_since(items, place):
            continue
        after = [other.kind for other in items[place + 1 : place + 3]]
        if item.kind == "TIME" and after[:1] in (["POSS"], ["WINNER"]) and after != ["WINNER", "WAS"]:
            continue  # "last year's winner, Belfast, was nominated" speaks of last year by the way
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


def is_since(items: Sequence[Item], place: int) -> bool:
    """Whether a year stands in a clause that opens with "since": "Since Bigelow won in 2010, ..."."""
    for item in reversed(items[:place]):
        if item.kind in ("COMMA", "SEMI"):
            return False
        if item.kind == "SINCE":
            return True
    return False


def is_of_another(items: Sequence[Item], place: int) -> bool:
    """Whether a year is that of a name it is compared with: "the record set by Ben-Hur in 1960", "since Oliver! in"."""
    kinds = [item.kind for item in items[max(0, place - 4) : place]]
    if len(kinds) < 3 or kinds[-1] != "IN" or kinds[-2] not in ("FILMOF", "PERSONOF"):
        return False
    return kinds[-3] in COMPARED or (kinds[-3] == "BY" and kinds[0] not in DONE_BY)


COMPARED = frozenset(("SINCE", "AFTER", "BEFORE", "LIKE", "THAN"))
DONE_BY = frozenset(("WON", "NOMINATED", "NAMED", "HONOURED", "GOT"))
SAYING_WHEN = frozenset(("EDITION", "YEAR", "DATE", "TIME"))
