"""English that knows nothing of films: numbers, ordinals, lists, dates, plurals.

The thing a newcomer gets wrong: numbers are words up to ten and numerals from there, as in the press.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

WORDS = "no one two three four five six seven eight nine ten".split()
ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()
TEENS = (
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = ". . twenty thirty forty fifty sixty seventy eighty ninety".split()
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
VOWELS = frozenset("aeiou")


def number(value: float) -> str:
    """`five`, `16`, `1,234`; nought is "no", as in "no prizes".

    >>> number(0), number(10), number(1234)
    ('no', 'ten', '1,234')
    """
    if isinstance(value, int) and 0 <= value < len(WORDS):
        return WORDS[value]
    return f"{value:,}"


def ordinal(value: int) -> str:
    """`fourth`, `11th`.

    >>> ordinal(4), ordinal(11), ordinal(22)
    ('fourth', '11th', '22nd')
    """
    return ORDINALS[value] if 0 <= value < len(ORDINALS) else ordinal_numeral(value)


def ordinal_numeral(value: int) -> str:
    """`4th`, `97th`, `101st`, `1,112th`."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{ending}"


def spelled(value: int) -> str:
    """A number below a hundred in words, whatever the press would do: `twenty-one`.

    >>> spelled(13), spelled(40), spelled(97)
    ('thirteen', 'forty', 'ninety-seven')
    """
    if value < len(TEENS):
        return TEENS[value]
    tens, ones = divmod(value, 10)
    return f"{TENS[tens]}-{TEENS[ones]}" if ones else TENS[tens]


def spelled_ordinal(value: int) -> str:
    """The ordinal of a number below a hundred in words: `twenty-first`, `fortieth`."""
    if value < len(ORDINALS):
        return ORDINALS[value]
    if value < len(TEENS):
        return {12: "twelfth"}.get(value, f"{TEENS[value]}th")
    tens, ones = divmod(value, 10)
    return f"{TENS[tens]}-{ORDINALS[ones]}" if ones else f"{TENS[tens][:-1]}ieth"


def listed(items: Sequence[str], word: str = "and") -> str:
    """`A`, `A and B`, `A, B and C`; the empty list is `nobody and nothing`."""
    if not items:
        return "nobody and nothing"
    *most, last = items
    return f"{', '.join(most)} {word} {last}" if most else last


def long_date(day: dt.date) -> str:
    """`2 March 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def partial_date(text: str) -> str:
    """A date as precise as it is known: `2025-03-02`, `1944-01` and `1929` in words."""
    year, *rest = text.split("-")
    words = [year, *(MONTHS[int(month) - 1] for month in rest[:1]), *(str(int(day)) for day in rest[1:])]
    return " ".join(reversed(words))


def plural(count: float, one: str, many: str) -> str:
    """The noun that goes with a number: "no prizes", "one prize", "two prizes"."""
    return one if count == 1 else many


def article(noun: str) -> str:
    """The noun with "a" or "an" by its first letter."""
    return f"{'an' if noun[:1].lower() in VOWELS else 'a'} {noun}"


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '.”')) else '.'}"


def own(name: str) -> str:
    """The possessive: `Madison's`, `the Academy Awards'`."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"
