"""The word tables of reading, loaded once: which phrase is of which kind.

A phrase stands in exactly one table under `lexicon/`; the patterns of the grammar name kinds, never words. The trap: a
phrase is looked up in folded text (see `record.fold`), so tables hold lower case, plain quotes and no accents.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINAL_ONES = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
"""English numerals are composed from these; they are spelling, not history."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase is: its kind, the value it stands for, and for prizes whether it can stand without more context."""

    kind: str
    value: str | int | tuple[str, ...] | None = None
    award: str | None = None
    strong: bool = True
    is_bound: bool = False


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one table of the lexicon, in order."""
    head, *lines = csv.reader((LEXICON / name).read_text(encoding="utf-8").splitlines())
    return [dict(zip(head, line, strict=True)) for line in lines]


LEXICON = Path(__file__).parent / "lexicon"


def word_entries() -> dict[str, Entry]:
    """Verbs, nouns, pronouns and guards, each under its phrase."""
    return {row["phrase"]: Entry(row["kind"], row["value"] or None) for row in rows("words.csv")}


def award_entries() -> dict[str, Entry]:
    """Names of awarding bodies: an event, a body, or the prize itself."""
    return {row["phrase"]: Entry("AWARD", row["form"], row["award"]) for row in rows("awards.csv")}


def category_entries() -> dict[str, Entry]:
    """Names of prizes; a weak one ("director") is a prize only beside a prize word or in a list of prizes."""
    return {
        row["phrase"]: Entry(
            "CATEGORY",
            tuple(row["categories"].split("|")),
            row["award"] or None,
            row["strength"] == "strong",
            row["strength"] == "bound",
        )
        for row in rows("categories.csv")
    }


def number_entries() -> dict[str, Entry]:
    """Cardinals and ordinals in words, up to ninety-nine."""
    cardinals = dict(zip(ONES, range(1, 20), strict=True))
    ordinals = dict(zip(ORDINAL_ONES, range(1, 20), strict=True))
    for ten, word in zip(range(20, 100, 10), TENS, strict=True):
        cardinals[word] = ten
        ordinals[word[:-1] + "ieth"] = ten
        for one in range(1, 10):
            cardinals[f"{word}-{ONES[one - 1]}"] = ten + one
            ordinals[f"{word}-{ORDINAL_ONES[one - 1]}"] = ten + one
    entries = {word: Entry("NUMBER", number) for word, number in cardinals.items()}
    return entries | {word: Entry("ORDINAL", number) for word, number in ordinals.items()}


@cache
def lexicon() -> tuple[dict[str, Entry], dict[str, tuple[int, ...]]]:
    """All phrases, and for each first word the lengths in words that phrases beginning with it have, longest first."""
    entries = number_entries() | word_entries() | award_entries() | category_entries()
    lengths: dict[str, set[int]] = {}
    for phrase in entries:
        words = split_words(phrase)
        lengths.setdefault(words[0], set()).add(len(words))
    return entries, {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}


@cache
def longer_phrases() -> dict[str, dict[str, tuple[int, ...]]]:
    """For each first word and each second after it, the lengths of the phrases that they begin, longest first."""
    found: dict[str, dict[str, set[int]]] = {}
    for phrase in lexicon()[0]:
        words = split_words(phrase)
        if len(words) > 1:
            found.setdefault(words[0], {}).setdefault(words[1], set()).add(len(words))
    return {
        first: {second: tuple(sorted(sizes, reverse=True)) for second, sizes in seconds.items()}
        for first, seconds in found.items()
    }


@cache
def top_categories() -> dict[str, str]:
    """The category that a body's bare "top prize" is, by award."""
    return {row["award"]: row["category"] for row in rows("awards-top.csv")}


@cache
def own_categories() -> dict[tuple[str, str], tuple[str, ...]]:
    """What a body's own prize of a general name is, by award and category: the writers' documentary prize."""
    return {(row["award"], row["category"]): tuple(row["own"].split("|")) for row in rows("awards-own-categories.csv")}


@cache
def one_night_awards() -> frozenset[str]:
    """Awards handed out in one night, whose date is therefore a day; festivals and votes of critics have none."""
    return frozenset(row["award"] for row in rows("one-night.csv"))


@cache
def awards_with_nominees() -> frozenset[str]:
    """Awards that name nominees before they name winners; of others nobody counts nominations or defeats."""
    return frozenset(row["award"] for row in rows("with-nominees.csv"))


@cache
def ordinary_words() -> frozenset[str]:
    """Words that are surnames too, so that one at the start of a sentence is no name by its capital alone."""
    return frozenset(row["word"] for row in rows("ordinary.csv"))


@cache
def series_words() -> frozenset[str]:
    """Words after a title that make it the name of several films."""
    return frozenset(row["word"] for row in rows("series-words.csv"))


@cache
def body_words() -> frozenset[str]:
    """Words that end the name of an awarding body."""
    return frozenset(row["word"] for row in rows("body-words.csv"))


@cache
def titles_before_names() -> frozenset[str]:
    """Words such as "Mr" and "director" that stand before a name and are no part of it."""
    return frozenset(next(iter(row.values())) for row in rows("titles-before-names.csv"))


@cache
def month_words() -> dict[str, int]:
    """The number of each month by its name and its short forms, without full stops."""
    text = Path(__file__).with_name("months.csv").read_text(encoding="utf-8")
    return {
        row[form]: int(row["month"])
        for row in csv.DictReader(io.StringIO(text))
        for form in ("name", "short", "shorter")
        if row[form]
    }


def split_words(phrase: str) -> list[str]:
    """The words of a phrase as the lexer cuts them: runs of letters and digits."""
    return WORD.findall(phrase) or [phrase]


WORD = re.compile(r"[^\W_]+")
