"""How far a nomination can be trusted, told from its `source` column.

The trap: a key in that column need not vouch for the win. What is only our own knowledge, what was concluded from
another row, and what only spells names are no sources of it.
"""

from __future__ import annotations

from enum import StrEnum

NO_WITNESSES = frozenset({"", "recalled", "known", "category"})
"""Keys that stand for our own knowledge or for a conclusion."""

CONCLUDED = ("rule:", "record:")
"""How keys begin that stand for a conclusion from other rows."""

VOUCHES_ONLY_FOR = {"github:DLu/oscar_data": "oscars"}
"""Sources that give the wins of one body only; in the rows of the others they vouch for names and ids."""

ENCYCLOPAEDIA = "wikipedia"
"""Pages, mirrors and dumps of one encyclopaedia have this in their keys, and are one source."""


class Confidence(StrEnum):
    """How many sources bear a row out: two or more, one, or none but our own knowledge."""

    CONFIRMED = "confirmed"
    SINGLE = "single"
    RECALLED = "recalled"


def confidence_of(award: str, source: str) -> Confidence:
    """The confidence of a nomination of an award whose row has this `source`, keys joined by `+`.

    >>> confidence_of("pga", "github:DLu/oscar_data+page:variety.com+recalled")
    <Confidence.SINGLE: 'single'>
    """
    keys = {key.strip() for key in source.split("+")} - NO_WITNESSES
    witnesses = {
        ENCYCLOPAEDIA if ENCYCLOPAEDIA in key else key
        for key in keys
        if not key.startswith(CONCLUDED) and VOUCHES_ONLY_FOR.get(key, award) == award
    }
    if len(witnesses) > 1:
        return Confidence.CONFIRMED
    return Confidence.SINGLE if witnesses else Confidence.RECALLED
