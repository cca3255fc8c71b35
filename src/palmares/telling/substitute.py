"""The words to print instead: the passage with only the wrong words exchanged, in the form the article used.

The thing a newcomer gets wrong: words are exchanged only where each of them is found exactly once in the passage. Where
one is not, or where the claims differ in more than names, numbers and dates, the correction is a sentence of its own.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import pairwise

from palmares.claims import (
    Attribute,
    Claim,
    Compare,
    Film,
    OfAward,
    OfCategory,
    OfEditions,
    OfFilm,
    OfPerson,
    OfSeasons,
    Ordinal,
    Outcome,
    Person,
    Property,
    Select,
    WithOutcome,
)  # fmt: skip
from palmares.record import Record, fold
from palmares.telling.english import MONTHS, listed, ordinal_numeral, spelled, spelled_ordinal
from palmares.telling.sentences import tell

Span = tuple[int, int]
Piece = tuple[int, int, str]
"""A span of the passage and what to print there."""

TIMES = {1: "once", 2: "twice", 3: "three times", 4: "four times", 5: "five times"}
EXCHANGED_VERBS: dict[tuple[object, object], tuple[tuple[str, str], ...]] = {
    (Outcome.LOST, Outcome.WON): (("lost", "won"), ("loses", "wins")),
    (Outcome.TIED, Outcome.WON): (("tied for", "won"), ("shared", "won")),
    (Outcome.WON, Outcome.NOMINATED): (("won", "was nominated for"), ("wins", "is nominated for")),
}
DAYS_OF_WEEK = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing to be exchanged. `kind` says where to look: a name, a number, a place, a year, an edition, a date."""

    kind: str
    old: object
    new: object
    award: str | None = None


UNLIKE = Edit("", None, None)
"""Stands for a difference that no exchange of words can make good."""


def instead(record: Record, passage: str, claim: Claim, correction: Claim) -> str:
    """The passage as it should read by the correction, else the correction as a sentence."""
    edits = list(differences(claim, correction))
    pieces = located(record, passage, edits) if UNLIKE not in edits else []
    return spliced(passage, pieces) if pieces else tell(record, correction)


def spliced(passage: str, pieces: Iterable[Piece]) -> str:
    """The passage with pieces in the place of spans that do not overlap."""
    for start, end, words in sorted(pieces, reverse=True):
        passage = passage[:start] + words + passage[end:]
    return passage


def located(record: Record, passage: str, edits: list[Edit]) -> list[Piece]:
    """Where each edit goes, or nothing; a film that the passage leaves unsaid may stay so beside another edit."""
    found = [(edit, FINDERS[edit.kind](record, passage, edit)) for edit in edits]
    if any(piece is None and not isinstance(edit.old, Film) for edit, piece in found):
        return []
    pieces = sorted(piece for _, piece in found if piece is not None)
    has_overlap = any(after[0] < before[1] for before, after in pairwise(pieces))
    return [] if has_overlap else pieces


# --- in what two claims differ ---------------------------------------------------------------------------------------


def differences(old: Compare, new: Compare) -> Iterator[Edit]:
    """The names, numbers and dates in which two claims of one shape differ; `UNLIKE` where their shapes differ."""
    if old.operator is not new.operator:
        yield UNLIKE
    yield from in_nodes(old.left, new.left)
    if old.right != new.right:
        kind = "place" if isinstance(old.left, Ordinal) else "number"
        if isinstance(old.left, Attribute) and old.left.name in (Property.SEASON, Property.RELEASE_YEAR):
            kind = "year"
        yield from in_values(old.right, new.right, kind)


def in_values(old: object, new: object, kind: str) -> Iterator[Edit]:
    """The differences of two values on the right."""
    if isinstance(old, frozenset) and isinstance(new, frozenset):
        gone, come = old - new, new - old
        yield Edit("name", next(iter(gone)), tuple(sorted(come, key=repr))) if len(gone) == 1 and come else UNLIKE
    elif type(old) is int and type(new) is int:
        yield Edit(kind, old, new) if new else UNLIKE  # none at all is seldom said in the words for some
    elif isinstance(old, dt.date) and isinstance(new, dt.date):
        yield Edit("date", old, new)
    elif isinstance(old, str | Film | Person) and type(old) is type(new):
        yield Edit("name", old, (new,))
    else:
        yield from in_nodes(old, new)


def in_nodes(old: object, new: object) -> Iterator[Edit]:
    """The differences of two nodes, field by field."""
    if old == new:
        return
    if isinstance(old, Select) and isinstance(new, Select):
        yield from in_selects(old, new)
    elif is_dataclass(old) and type(old) is type(new):
        for field in fields(old):
            yield from in_nodes(getattr(old, field.name), getattr(new, field.name))
    else:
        yield UNLIKE


def in_selects(old: Select, new: Select) -> Iterator[Edit]:
    """The differences of two conjunctions, constraint by constraint of a kind."""
    gone = [part for part in old.where if part not in new.where]
    come = [part for part in new.where if part not in old.where]
    award = next((part.award for part in old.where if isinstance(part, OfAward) and isinstance(part.award, str)), None)
    for part in gone:
        same = [other for other in come if type(other) is type(part)]
        match part:
            case OfFilm() if same:
                yield Edit("name", part.film, tuple(other.film for other in same if isinstance(other, OfFilm)))
            case OfPerson() if same:
                yield Edit("name", part.person, tuple(other.person for other in same if isinstance(other, OfPerson)))
            case OfSeasons() if same and isinstance(same[0], OfSeasons):
                yield Edit("year", part.first, same[0].first)
            case OfCategory() if same and isinstance(same[0], OfCategory):
                yield Edit("category", part.categories, same[0].categories)
            case WithOutcome() if same and isinstance(same[0], WithOutcome):
                yield Edit("outcome", part.outcome, same[0].outcome)
            case OfEditions() if same and isinstance(same[0], OfEditions):
                yield Edit("edition", part.first, same[0].first, award)
            case _:
                yield UNLIKE
    if {type(part) for part in come} - {type(part) for part in gone} - {OfEditions}:
        yield UNLIKE  # an edition that is only made plain needs no words


# --- where the words stand ----------------------------------------------------------------------------------------


def only_match(passage: str, words: str) -> re.Match[str] | None:
    """The one place where words stand on their own, whatever their case."""
    found = list(re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", passage, re.IGNORECASE))
    return found[0] if len(found) == 1 else None


def find_words(passage: str, pairs: Iterable[tuple[str, str]]) -> Piece | None:
    """The first form that stands in the passage once, with its counterpart in the same case."""
    for old, new in pairs:
        match = only_match(passage, old)
        if match is not None:
            capital = match[0][:1].isupper() and not match[0].isdigit()
            return match.start(), match.end(), new[:1].upper() + new[1:] if capital else new
    return None


def number_forms(value: int) -> tuple[str, ...]:
    """A number before "-time", as numeral and in words, as a multiple, and as an ordinal, in that order."""
    is_spelled = 0 <= value < 100
    word, place = (spelled(value), spelled_ordinal(value)) if is_spelled else (str(value), ordinal_numeral(value))
    return (
        f"{value}-time",
        f"{word}-time",
        str(value),
        word,
        TIMES.get(value, f"{word} times"),
        ordinal_numeral(value),
        place,
    )


def find_number(record: Record, passage: str, edit: Edit) -> Piece | None:
    """A count, in whatever form it stands."""
    assert isinstance(edit.old, int)
    assert isinstance(edit.new, int)
    forms = zip(number_forms(edit.old), number_forms(edit.new), strict=True)
    return find_words(passage, list(forms))


def find_place(record: Record, passage: str, edit: Edit) -> Piece | None:
    """An ordinal, as a word or a numeral with its ending."""
    assert isinstance(edit.old, int)
    assert isinstance(edit.new, int)
    forms = list(zip(number_forms(edit.old), number_forms(edit.new), strict=True))
    return find_words(passage, forms[:-3:-1])


def find_year(record: Record, passage: str, edit: Edit) -> Piece | None:
    """A year in four numerals."""
    return find_words(passage, [(str(edit.old), str(edit.new))])


def find_edition(record: Record, passage: str, edit: Edit) -> Piece | None:
    """An edition by its ordinal, else by the year in which it was held."""
    assert isinstance(edit.old, int)
    assert isinstance(edit.new, int)
    piece = find_place(record, passage, edit)
    if piece is not None or edit.award is None:
        return piece
    years = [str(record.edition(edit.award, number).held_last.year) for number in (edit.old, edit.new)]
    return find_words(passage, [(years[0], years[1])])


def find_date(record: Record, passage: str, edit: Edit) -> Piece | None:
    """A date in the order and with the parts in which it is written; the day of the week is put right with it."""
    assert isinstance(edit.old, dt.date)
    assert isinstance(edit.new, dt.date)
    month = MONTHS[edit.old.month - 1]
    months = f"(?P<month>{month}|{month[:3]}\\.?|{month[:4]}\\.?)"
    day, year = rf"(?P<day>{edit.old.day})(?P<ending>st|nd|rd|th)?", rf"(?:(?P<comma>,?) (?P<year>{edit.old.year}))?"
    week = rf"(?:(?P<week>{'|'.join(DAYS_OF_WEEK)})(?P<after>,? ))?"
    for order in (rf"{months} {day}", rf"{day} {months}"):
        found = list(re.finditer(rf"\b{week}{order}\b{year}", passage, re.IGNORECASE))
        if len(found) == 1:
            return (
                found[0].start(),
                found[0].end(),
                rewritten_date(found[0], edit.new, is_month_first=order.startswith("(?P<m")),
            )
    return find_words(passage, [(str(edit.old.year), str(edit.new.year))]) if edit.old.year != edit.new.year else None


def rewritten_date(match: re.Match[str], new: dt.date, *, is_month_first: bool) -> str:
    """The new date in the form of the old one."""
    month = MONTHS[new.month - 1]
    if len(match["month"].rstrip(".")) < 5 and len(month) > 5:
        month = month[:3] + ("." if match["month"].endswith(".") else "")
    day = ordinal_numeral(new.day) if match["ending"] else str(new.day)
    week = f"{DAYS_OF_WEEK[new.weekday()]}{match['after']}" if match["week"] else ""
    year = f"{match['comma']} {new.year}" if match["year"] else ""
    return f"{week}{month} {day}{year}" if is_month_first else f"{week}{day} {month}{year}"


def find_category(record: Record, passage: str, edit: Edit) -> Piece | None:
    """A prize by its name, with or without "Best", in small letters where it stands so."""
    assert isinstance(edit.old, tuple)
    assert isinstance(edit.new, tuple)
    if len(edit.old) != 1 or len(edit.new) != 1:
        return None
    old, new = (record.categories[name].name for name in (edit.old[0], edit.new[0]))
    piece = find_words(passage, [(old, new), (old.removeprefix("Best "), new.removeprefix("Best "))])
    if piece is None:
        return None
    start, end, words = piece
    return (start, end, words.lower()) if passage[start:end].islower() else piece


def find_outcome(record: Record, passage: str, edit: Edit) -> Piece | None:
    """The verb for how it ended, where it is one of those that may be exchanged one for the other."""
    return find_words(passage, EXCHANGED_VERBS.get((edit.old, edit.new), ()))


def find_name(record: Record, passage: str, edit: Edit) -> Piece | None:
    """A film, a person or another name under any of its spellings."""
    assert isinstance(edit.new, tuple)
    new = listed([plain_name(record, value) for value in edit.new])
    if isinstance(edit.old, str):
        return find_words(passage, [(edit.old, new)])
    if not isinstance(edit.old, Film | Person):
        return None
    hits = record.names.hits(fold(passage), passage)
    found = [hit for hit in hits if any(bearer.id == edit.old.id for bearer in hit.bearers)]
    return (found[0].start, found[0].end, new) if len(found) == 1 else None


def plain_name(record: Record, value: object) -> str:
    """A name without quotation marks: the passage has its own."""
    if isinstance(value, Film):
        return record.film(value.id).title
    return record.person(value.id).name if isinstance(value, Person) else str(value)


Finder = Callable[[Record, str, Edit], "Piece | None"]

FINDERS: dict[str, Finder] = {
    "name": find_name,
    "number": find_number,
    "place": find_place,
    "year": find_year,
    "edition": find_edition,
    "date": find_date,
    "category": find_category,
    "outcome": find_outcome,
}
"""How each kind of edit is found in a passage."""
