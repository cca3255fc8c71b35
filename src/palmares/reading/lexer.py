"""Turns a sentence into items: names of the record, words of the lexicon, numbers, dates and punctuation.

At each word the longest phrase wins, and at equal length the lexicon, so that "It" is the pronoun unless it is marked as
a title. The trap: everything is looked up in the folded text, whose places are those of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dataclasses import replace

from palmares.reading.items import Item, Meaning, Prize
from palmares.reading.words import Entry, lexicon, month_numbers

TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
NUMERAL = re.compile(r"\d{1,3}$")
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
YEAR = re.compile(r"(?:19|20)\d\d$")
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
    while token := TOKEN.search(folded, place, span[1]):
        item = mention(token, text, folded, names) or plain(token, text)
        if item is not None and item.kind == "PERSON" and is_attributive(text, folded, item):
            item = replace(item, kind="PERSONOF")
        if item is not None:
            items.append(item)
        place = item.end if item is not None else token.end()
        if item is not None and item.kind in OWNERS and (mark := POSSESSIVE.match(folded, place)):
            items.append(Item("POSS", mark.start(), mark.end()))
            place = mark.end()
    return items


def is_attributive(text: str, folded: str, item: Item) -> bool:
    """Whether a name only qualifies the noun after it: "the Yorgos Lanthimos fantasy"."""
    after = folded[item.end : item.end + 2]
    return folded[max(0, item.start - 4) : item.start] in LEADING_ARTICLES and after[:1] == " " and text[item.end + 1 : item.end + 2].islower()


LEADING_ARTICLES = frozenset(("the ", "his ", "her "))


def mention(token: re.Match[str], text: str, folded: str, names: Mapping[int, Item]) -> Item | None:
    """The longest thing that is known by a table and starts at this token."""
    start = token.start()
    name = names.get(start)
    if not token.group()[0].isalnum():
        return None
    candidates = [item for item in (phrase(token, folded), date(start, folded), numeral(token)) if item is not None]
    longest = max(candidates, key=lambda item: item.end, default=None)
    if name is not None and (longest is None or name.end > longest.end or is_marked(text, name)):
        return name
    return longest


def is_marked(text: str, item: Item) -> bool:
    """Whether the mention stands in quotation marks, or in the asterisks or underscores of plain text."""
    before, after = text[item.start - 1 : item.start], text[item.end : item.end + 2]
    return before in OPENING and before != "" and any(mark in after for mark in OPENING[before])


OPENING = {'"': '"', "“": "”", "‘": "’", "'": "'", "*": "*", "_": "_", "«": "»"}
"""Marks round a title, with the one that closes it."""


def phrase(token: re.Match[str], folded: str) -> Item | None:
    """The longest phrase of the lexicon that starts here."""
    entries, lengths = lexicon()
    sizes = lengths.get(token.group())
    if sizes is None:
        return None
    for end in word_ends(token, folded, sizes):
        entry = entries.get(folded[token.start() : end])
        if entry is not None:
            return from_entry(entry, token.start(), end)
    return None


def word_ends(token: re.Match[str], folded: str, sizes: tuple[int, ...]) -> Iterator[int]:
    """Where phrases of so many words would end, longest first."""
    ends = [token.end()]
    limit = min(len(folded), token.start() + 60)
    while len(ends) < sizes[0] and (word := WORD.search(folded, ends[-1], limit)):
        ends.append(word.end())
    return (ends[size - 1] for size in sizes if size <= len(ends))


WORD = re.compile(r"[^\W_]+")


def from_entry(entry: Entry, start: int, end: int) -> Item:
    """The item that a lexicon entry stands for."""
    if entry.kind == "CATEGORY":
        assert isinstance(entry.value, tuple)
        value: Meaning = Prize(entry.value, entry.award, entry.strong)
        return Item("PRIZE" if entry.strong else "WEAKPRIZE", start, end, value, award=entry.award)
    if entry.kind == "TROPHY":
        return Item(entry.kind, start, end, award=str(entry.value) if entry.value else None)
    gender = GENDERS.get(str(entry.value))
    assert not isinstance(entry.value, tuple)
    return Item(entry.kind, start, end, entry.value, award=entry.award, gender=gender)


GENDERS = {"f": "f", "m": "m", "actress": "f", "actor": "m"}
"""The gender that the value of a pronoun or of "the actress" tells."""


def numeral(token: re.Match[str]) -> Item | None:
    """A number in figures, an ordinal such as 97th, or a year."""
    word, start, end = token.group(), token.start(), token.end()
    if not word[0].isdigit():
        return None
    if YEAR.match(word):
        return Item("YEAR", start, end, int(word))
    if NUMERAL.match(word):
        return Item("NUMBER", start, end, int(word))
    if found := ORDINAL.match(word):
        return Item("ORDINAL", start, end, int(found[1]))
    return None


def date(start: int, folded: str) -> Item | None:
    """A calendar date; its value is year (0 where none is written), month and day."""
    found = DATE.match(folded, start) or DAY_FIRST.match(folded, start)
    month = month_numbers().get(found["month"][:3]) if found else None
    if found is None or month is None or not found["month"].startswith(tuple(month_numbers())):
        return None
    day = int(found["day"])
    if not 1 <= day <= 31:
        return None
    return Item("DATE", start, found.end(), (int(found["year"] or 0), month, day))


def plain(token: re.Match[str], text: str) -> Item | None:
    """A word that no table knows, or a mark of punctuation; a plain hyphen and quotation marks are nothing."""
    word, start, end = token.group(), token.start(), token.end()
    if word[0].isalnum():
        return None if word in ARTICLES else Item("OTHER", start, end, CAPITAL if text[start].isupper() else None)
    kind = MARKS.get(text[start:end])
    if kind is None and word == "-" and text[start - 1 : start].isspace() and text[end : end + 1].isspace():
        kind = "DASH"
    return Item(kind, start, end) if kind else None


OWNERS = frozenset(("FILM", "PERSON", "WORK", "AWARD", "EDITION", "TIME"))
"""Kinds of items that may own something ("Bafta's", "last year's")."""
CAPITAL = "capital"
"""The value of a word that no table knows and that is written with a capital."""
ARTICLES = frozenset(("the", "a", "an", "s"))
