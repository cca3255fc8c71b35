"""Turns a sentence into items: names of the record, words of the lexicon, numbers, dates and punctuation.

At each word the longest phrase wins, and at equal length the lexicon, so that "It" is the pronoun unless it is marked
as a title. The trap: everything is looked up in the folded text, whose places are those of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from palmares.reading.items import Item, Meaning, Prize
from palmares.reading.words import Entry, lexicon, month_words

TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
NUMERAL = re.compile(r"\d{1,3}$")
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
YEAR = re.compile(r"(?:19|20)\d\d$")
DECADE = re.compile(r"(?:19|20)\d0s$")
POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?![^\W_])")
MARKS = {",": "COMMA", ";": "SEMI", ":": "COLON", "(": "OPEN", ")": "CLOSE", "?": "QUESTION", "–": "DASH", "—": "DASH"}
MONTH = r"(?P<month>[a-z]{3,9})\.?"
DATE = re.compile(rf"{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>(?:19|20)\d\d))?")
DAY_FIRST = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{MONTH}(?:,? (?P<year>(?:19|20)\d\d))?")


def lex(text: str, folded: str, span: tuple[int, int], names: Mapping[int, Item]) -> list[Item]:
    """The items of one sentence.

    Args:
        text: the document's text.
        folded: `fold` of it.
        span: of the sentence.
        names: accepted mentions of names, by the place where they start.
    """
    items: list[Item] = []
    place = span[0]
    tokens = [Token(found.group(), found.start(), found.end()) for found in TOKEN.finditer(folded, *span)]
    for number, token in enumerate(tokens):
        if token.start < place:
            continue
        item = (
            mention(tokens, number, text, folded=folded, names=names) if token.word[0].isalnum() else mark(token, text)
        )
        place = token.end if item is None else item.end
        if item is None:
            continue
        if item.kind == "PERSON" and is_attributive(text, folded, item):
            item = replace(item, kind="PERSONOF")
        items.append(item)
        if item.kind in OWNERS and (possessive := POSSESSIVE.match(folded, place)):
            items.append(Item("POSS", possessive.start(), possessive.end()))
            place = possessive.end()
    return items


class Token(NamedTuple):
    """A run of letters and digits, or one mark, of the folded text."""

    word: str
    start: int
    end: int


def is_attributive(text: str, folded: str, item: Item) -> bool:
    """Whether a name only qualifies the noun after it: "the Yorgos Lanthimos fantasy"."""
    after = folded[item.end : item.end + 2]
    return (
        folded[max(0, item.start - 4) : item.start] in LEADING_ARTICLES
        and after[:1] == " "
        and text[item.end + 1 : item.end + 2].islower()
    )


LEADING_ARTICLES = frozenset(("the ", "his ", "her "))


def mention(tokens: Sequence[Token], number: int, text: str, *, folded: str, names: Mapping[int, Item]) -> Item | None:
    """The longest thing that is known by a table and starts at this token, else the word as it is."""
    token = tokens[number]
    longest = phrase(tokens, number, folded)
    if token.word[0].isdigit() or token.word in month_words():
        figures = [item for item in (longest, date(token.start, folded), numeral(token)) if item is not None]
        longest = max(figures, key=lambda item: item.end, default=None)
    name = names.get(token.start)
    if name is not None and (longest is None or name.end > longest.end or is_marked(text, name)):
        return name
    if longest is not None and not (longest.kind == "MODAL" and is_month(tokens, number, text)):
        return longest
    if token.word in ARTICLES:
        return None
    return Item("OTHER", token.start, token.end, text[token.start : token.end] if text[token.start].isupper() else None)


def is_month(tokens: Sequence[Token], number: int, text: str) -> bool:
    """Whether "May" is the month: written with a capital after a preposition."""
    token = tokens[number]
    return token.word == "may" and text[token.start] == "M" and number > 0 and tokens[number - 1].word in BEFORE_MONTHS


BEFORE_MONTHS = frozenset(("in", "of", "on", "since", "last", "this", "by", "from", "until", "late", "early"))


def is_marked(text: str, item: Item) -> bool:
    """Whether the mention stands in quotation marks, or in the asterisks or underscores of plain text."""
    before, after = text[item.start - 1 : item.start], text[item.end : item.end + 2]
    return before in OPENING and before != "" and any(mark in after for mark in OPENING[before])


OPENING = {'"': '"', "“": "”", "‘": "’", "'": "'", "*": "*", "_": "_", "«": "»"}
"""Marks round a title, with the one that closes it."""


def phrase(tokens: Sequence[Token], number: int, folded: str) -> Item | None:
    """The longest phrase of the lexicon that starts at this token."""
    entries, lengths = lexicon()
    token = tokens[number]
    sizes = lengths.get(token.word)
    if sizes is None:
        return None
    ends = [token.end] if sizes[0] == 1 else word_ends(tokens, number, sizes[0])
    for size in sizes:
        if size <= len(ends) and (entry := entries.get(folded[token.start : ends[size - 1]])) is not None:
            return from_entry(entry, token.start, ends[size - 1])
    return None


def word_ends(tokens: Sequence[Token], number: int, most: int) -> list[int]:
    """Where the next words end, from this one on, at most so many."""
    ends: list[int] = []
    for token in tokens[number : number + 2 * most]:
        if token.word[0].isalnum():
            ends.append(token.end)
            if len(ends) == most:
                break
    return ends


def from_entry(entry: Entry, start: int, end: int) -> Item:
    """The item that a lexicon entry stands for."""
    if entry.kind == "CATEGORY":
        assert isinstance(entry.value, tuple)
        value: Meaning = Prize(entry.value, entry.award, entry.strong, entry.is_bound)
        return Item("PRIZE" if entry.strong else "WEAKPRIZE", start, end, value, award=entry.award)
    if entry.kind == "TROPHY":
        return Item(entry.kind, start, end, award=str(entry.value) if entry.value else None)
    if entry.kind == "NUMBER" and isinstance(entry.value, str):
        return Item(entry.kind, start, end, int(entry.value))
    gender = GENDERS.get(str(entry.value))
    assert not isinstance(entry.value, tuple)
    return Item(entry.kind, start, end, entry.value, award=entry.award, gender=gender)


GENDERS = {"f": "f", "m": "m", "actress": "f", "actor": "m"}
"""The gender that the value of a pronoun or of "the actress" tells."""


def numeral(token: Token) -> Item | None:
    """A number in figures, an ordinal such as 97th, or a year."""
    word, start, end = token
    if YEAR.match(word):
        return Item("YEAR", start, end, int(word))
    if DECADE.match(word):
        return Item("YEARS", start, end)
    if NUMERAL.match(word):
        return Item("NUMBER", start, end, int(word))
    if found := ORDINAL.match(word):
        return Item("ORDINAL", start, end, int(found[1]))
    return None


def date(start: int, folded: str) -> Item | None:
    """A calendar date; its value is year (0 where none is written), month and day."""
    found = DATE.match(folded, start) or DAY_FIRST.match(folded, start)
    month = month_words().get(found["month"]) if found else None
    if found is None or month is None:
        return None
    day = int(found["day"])
    if not 1 <= day <= 31:
        return None
    return Item("DATE", start, found.end(), (int(found["year"] or 0), month, day))


def mark(token: Token, text: str) -> Item | None:
    """A mark of punctuation; a plain hyphen and quotation marks are nothing."""
    _, start, end = token
    kind = MARKS.get(text[start:end])
    if kind is None and token.word == "-" and text[start - 1 : start].isspace() and text[end : end + 1].isspace():
        kind = "DASH"
    return Item(kind, start, end) if kind else None


OWNERS = frozenset(("FILM", "PERSON", "WORK", "AWARD", "EDITION", "TIME"))
"""Kinds of items that may own something ("Bafta's", "last year's")."""
ARTICLES = frozenset(("the", "a", "an", "s", "annual", "mr", "mrs", "ms", "miss", "sir", "dame"))
