"""The strain of a true "first", "only" or "record" in words: how many qualifiers it takes, and what holds without one.

The thing a newcomer gets wrong: this is said of claims that hold. It tells an editor how far a boast reaches, and calls
nothing wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from palmares.checking import Dropped
from palmares.record import Record
from palmares.telling.english import number, plural
from palmares.telling.sentences import tell


def strained(record: Record, dropped: Sequence[Dropped]) -> str | None:
    """One or two sentences on the qualifiers of a claim, or None where it has none.

    >>> import datetime as dt
    >>> from palmares.checking import strain
    >>> from palmares.claims import parse_claim
    >>> from palmares.record import open_record
    >>> claim = parse_claim('ordinal(person, oscars category director won with gender = "f", person jane-campion) = 3')
    >>> strained(open_record(), strain(open_record(), claim, as_of=dt.date(2025, 3, 3)))
    'It takes one qualifier. Without it: Jane Campion was the 72nd person to win Best Director at the Academy Awards.'
    """
    needed = [one for one in dropped if one.is_needed]
    spare = [one for one in dropped if not one.is_needed]
    told = []
    if needed:
        without = "Without it" if len(needed) == 1 else "Without one or another"
        words = " ".join(tell(record, one.instead) for one in needed)
        qualifiers = f"{number(len(needed))} {plural(len(needed), 'qualifier', 'qualifiers')}"
        told.append(f"It takes {qualifiers}. {without}: {words}")
    if spare:
        words = " ".join(tell(record, one.instead) for one in spare)
        told.append(f"It holds more widely: {words}")
    return " ".join(told) or None
