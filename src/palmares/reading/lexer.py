"""Turns a sentence into items: names of the record, words of the lexicon, numbers, dates and punctuation.

At each word the longest phrase wins, and at equal length the lexicon, so that "It" is the pronoun unless it is marked
as a title. The trap: everything is looked up in the folded text, whose places are those of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from palmares.claims import Person
from palmares.reading.items import Item, Meaning, Prize
from palmares.reading.speakers import person_nouns
from palmares.reading.words import lexicon, longer_phrases, month_words
from palmares.record import fold

TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
NUMERAL = re.compile(r"\d{1,3}$")
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
YEAR = re.compile(r"(?:18[6-9]|19\d|20\d)\d$")
DECADE = re.compile(r"(?:19|20)\d0s$")
POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?![^\W_])")
STAND_IN = re.compile(
    r"\bthe (?:[a-z]+ )?(?P<noun>[a-z-]+|\d\d-year-old)'s?(?= (?:\d+(?:st|nd|rd|th)|(?:only )?(?:first|second|third)"
    r"|fourth|fifth|sixth|seventh|eighth|ninth|tenth|only|last)\b)"
)
"""Somebody called by what they are, as the owner of a first or a second: "the Australian's second Oscar"."""
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
    tokens: list[Token] = [(found[0], *found.span()) for found in TOKEN.finditer(folded, *span)]
    stand_ins = {found.start(): found for found in STAND_IN.finditer(folded, *span) if is_person(found["noun"])}
    known, longer, months = single_words(), longer_phrases(), month_words()
    following = [*(word for word, _, _ in tokens[1:]), "."]
    for number, (word, start, end) in enumerate(tokens):
        if start < place:
            continue
        if start in stand_ins:
            place = stand_ins[start].end()
            items.append(Item("HIS", start, place, gender=person_nouns().get(stand_ins[start]["noun"])))
            continue
        seconds, after = longer.get(word, ()), following[number]
        may_go_on = after in seconds or (bool(seconds) and not after[0].isalnum())
        if may_go_on or start in names or word in months or word[0].isdigit():
            item = mention(tokens, number, text, folded=folded, names=names)
        elif word in known:
            kind, value, award, gender = known[word]
            item = Item(kind, start, end, value, (), award, gender)
        else:
            item = plain(word, start, text) if word[0].isalnum() else mark(word, start, text)
        place = end if item is None else item.end
        if item is None:
            continue
        if item.kind in OWNERS:
            items.append(item.of_kind("PERSONOF") if is_qualifier(text, folded, item) else item)
            if possessive := POSSESSIVE.match(folded, place):
                items.append(Item("POSS", possessive.start(), possessive.end()))
                place = possessive.end()
        else:
            items.append(item)
    return items


def is_person(word: str) -> bool:
    """Whether a noun tells of a person: "director", "Australian", "49-year-old"."""
    if word in person_nouns() or word.endswith("-year-old"):
        return True
    entry = lexicon()[0].get(word)
    is_of_country = entry is not None and entry.kind == "COUNTRY" and word != fold(str(entry.value))
    return is_of_country and word.endswith(PEOPLES)


PEOPLES = ("an", "ish", "ese", "i")
"""How the names end by which people of a country are called."""


Token: TypeAlias = "tuple[str, int, int]"
"""A run of letters and digits, or one mark, of the folded text, with its span."""


def plain(word: str, start: int, text: str) -> Item | None:
    """A word that no table knows, with itself as its value where it has a capital; an article is nothing."""
    if word in ARTICLES:
        return None
    end = start + len(word)
    return Item("OTHER", start, end, text[start:end] if text[start].isupper() else None)


def is_qualifier(text: str, folded: str, item: Item) -> bool:
    """Whether the item is the name of a person that only qualifies the noun after it."""
    return item.kind == "PERSON" and is_attributive(text, folded, item) and not is_of_several(text, item)


def is_of_several(text: str, item: Item) -> bool:
    """Whether the words are the common name of several people: "the Coens"."""
    said = text[item.start : item.end]
    return said.endswith("s") and isinstance(item.value, Person) and said not in item.value.label


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
    word, start, _ = tokens[number]
    longest = phrase(tokens, number, folded)
    if word[0].isdigit() or word in month_words():
        figures = [item for item in (longest, date(start, folded), numeral(tokens[number])) if item is not None]
        if text[start - 1 : start] in MONEY and start:
            return plain(word, start, text)
        longest = max(figures, key=lambda item: item.end, default=None)
    name = names.get(start)
    if name is not None and (longest is None or name.end > longest.end or is_marked(text, name)):
        return name
    is_word = name is not None and name.kind == "FILM" and " " not in text[name.start : name.end]
    if is_word and longest is not None and longest.kind == "YEAR" and not is_year(tokens, number):
        return name
    if is_word and longest is not None and longest.kind in ("PRIZE", "WEAKPRIZE"):
        return name  # one word that is both is taken for a title only where it is what somebody won for
    if longest is not None and not (longest.kind == "MODAL" and is_month(tokens, number, text)):
        return longest
    return plain(word, start, text)


def is_year(tokens: Sequence[Token], number: int) -> bool:
    """Whether figures that are also a title mean the year: after a preposition, or with a word of time beside them."""
    before = tokens[number - 1][0] if number else ""
    return before in BEFORE_MONTHS or before in BEFORE_YEARS or before in month_words()


BEFORE_YEARS = frozenset(("year", "back", "to", "and", "than", "before", "after", "around", "for", "at", "-", "the"))


def is_month(tokens: Sequence[Token], number: int, text: str) -> bool:
    """Whether "May" is the month: written with a capital after a preposition."""
    word, start, _ = tokens[number]
    return word == "may" and text[start] == "M" and number > 0 and tokens[number - 1][0] in BEFORE_MONTHS


MONEY = frozenset("$£€¥")
"""Signs before a sum of money, which counts no prizes."""
BEFORE_MONTHS = frozenset(("in", "of", "on", "since", "last", "this", "by", "from", "until", "late", "early"))


def is_marked(text: str, item: Item) -> bool:
    """Whether the mention stands in quotation marks, or in the asterisks or underscores of plain text."""
    before, after = text[item.start - 1 : item.start], text[item.end : item.end + 2]
    return before in OPENING and before != "" and any(mark in after for mark in OPENING[before])


OPENING = {'"': '"', "“": "”", "‘": "’", "'": "'", "*": "*", "_": "_", "«": "»"}
"""Marks round a title, with the one that closes it."""


def phrase(tokens: Sequence[Token], number: int, folded: str) -> Item | None:
    """The longest phrase of the lexicon that starts at this token."""
    word, start, end = tokens[number]
    sizes = longer_phrases().get(word, {}).get(next_word(tokens, number))
    if sizes is not None:
        entries, ends = lexicon()[0], word_ends(tokens, number, sizes[0])
        for size in sizes:
            if size <= len(ends) and (said := folded[start : ends[size - 1]]) in entries:
                return meaning(said, start, ends[size - 1])
    return meaning(word, start, end) if word in lexicon()[0] else None


def meaning(said: str, start: int, end: int) -> Item:
    """The item that a phrase of the lexicon stands for."""
    kind, value, award, gender = meant_by(said)
    return Item(kind, start, end, value, (), award, gender)


def next_word(tokens: Sequence[Token], number: int) -> str:
    """The word after this one, over a mark or two."""
    for word, _, _ in tokens[number + 1 : number + 4]:
        if word[0].isalnum():
            return word
    return ""


def word_ends(tokens: Sequence[Token], number: int, most: int) -> list[int]:
    """Where the next words end, from this one on, at most so many."""
    ends = [end for word, _, end in tokens[number : number + 2 * most] if word[0].isalnum()]
    return ends[:most]


@cache
def single_words() -> dict[str, Meant]:
    """What the words mean that are phrases by themselves."""
    return {word: meant_by(word) for word in lexicon()[0] if word.isalnum()}


Meant: TypeAlias = "tuple[str, Meaning, str | None, str | None]"
"""The kind, value, award and gender of an item."""


@cache
def meant_by(said: str) -> Meant:
    """What the items mean that a phrase of the lexicon stands for."""
    entry = lexicon()[0][said]
    kind, value = entry.kind, entry.value
    if kind == "CATEGORY":
        assert isinstance(value, tuple)
        prize = Prize(value, entry.award, entry.strong, entry.is_bound)
        return "PRIZE" if entry.strong else "WEAKPRIZE", prize, entry.award, None
    if kind == "TROPHY":
        return kind, None, str(value) if value else None, None
    if kind in ("NUMBER", "ORDINAL") and isinstance(value, str):
        return kind, int(value), None, None
    assert not isinstance(value, tuple)
    return kind, value, entry.award, GENDERS.get(str(value))


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


def mark(word: str, start: int, text: str) -> Item | None:
    """A mark of punctuation; a plain hyphen and quotation marks are nothing."""
    end = start + 1
    kind = MARKS.get(text[start])
    if kind is None and word == "-" and text[start - 1 : start].isspace() and text[end : end + 1].isspace():
        kind = "DASH"
    return Item(kind, start, end) if kind else None


OWNERS = frozenset(("FILM", "PERSON", "WORK", "AWARD", "EDITION", "TIME"))
"""Kinds of items that may own something ("Bafta's", "last year's")."""
ARTICLES = frozenset(("the", "a", "an", "s", "annual", "mr", "mrs", "ms", "miss", "sir", "dame"))
