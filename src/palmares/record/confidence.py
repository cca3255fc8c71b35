"""How far a nomination can be trusted, told from its `source` column.

The traps: a key in that column need not vouch for the win, and two keys need not be two sources. What is only our own
knowledge, what was concluded from another row, and what only spells names are no sources of a win; copies of one
encyclopaedia or one database are one source.

What was set down from memory without sight of the row, and then compared with it, bears out a row that has a source
of its own. It is never enough alone, and memory beside memory is memory still.
"""

from __future__ import annotations

from enum import StrEnum

NO_WITNESSES = frozenset({"", "recalled", "known", "category"})
"""Keys that stand for our own knowledge or for a conclusion."""

BLIND = "recalled-blind"
"""The key of a win written from memory without sight of the row and then found to agree with it."""

CONCLUDED = ("rule:", "record:")
"""How keys begin that stand for a conclusion from other rows."""

VOUCHES_ONLY_FOR = {"github:DLu/oscar_data": "oscars"}
"""Sources that give the wins of one body only; in the rows of the others they vouch for names and ids."""

ENCYCLOPAEDIA = "wikipedia"
"""Pages, mirrors and dumps of one encyclopaedia have this in their keys, and are one source."""

COPIES_OF = {
    "github-file:cannes-awards-widget": ENCYCLOPAEDIA,
    "github:RC0002/Season_Awards": ENCYCLOPAEDIA,
    "github:Rasberrysource/chatgptdata": ENCYCLOPAEDIA,
    "page:howlingpixel.com": ENCYCLOPAEDIA,
    "page:jablog.org": ENCYCLOPAEDIA,
    "page:liquisearch.com": ENCYCLOPAEDIA,
    "page:wikimili.com": ENCYCLOPAEDIA,
    "github:Edens25/oscar_final": "imdb",
    "github:Kometa-Team/IMDb-Awards": "imdb",
}
"""Sources that were taken from another, whose keys do not say so."""


class Confidence(StrEnum):
    """How many sources bear a row out: two or more, one, or none but our own knowledge."""

    CONFIRMED = "confirmed"
    SINGLE = "single"
    RECALLED = "recalled"


def _origin(key: str) -> str:
    """Where the source of this key has its facts from."""
    return ENCYCLOPAEDIA if ENCYCLOPAEDIA in key else COPIES_OF.get(key, key)


def _is_witness(key: str, award: str) -> bool:
    """Whether the source of this key, seen in a row of an award, vouches for the win."""
    return key not in NO_WITNESSES and not key.startswith(CONCLUDED) and VOUCHES_ONLY_FOR.get(key, award) == award


def confidence_of(award: str, source: str) -> Confidence:
    """The confidence of a nomination of an award whose row has this `source`, keys joined by `+`.

    >>> confidence_of("pga", "github:DLu/oscar_data+page:variety.com+recalled")
    <Confidence.SINGLE: 'single'>
    >>> confidence_of("pga", "page:variety.com+recalled-blind")
    <Confidence.CONFIRMED: 'confirmed'>
    """
    keys = {key.strip() for key in source.split("+")}
    witnesses = {_origin(key) for key in keys - {BLIND} if _is_witness(key, award)}
    if not witnesses:
        return Confidence.RECALLED
    return Confidence.CONFIRMED if len(witnesses) > 1 or BLIND in keys else Confidence.SINGLE
