"""How well a row of the record is borne out: by how many sources that are not our own knowledge.

The trap: our own knowledge ("recalled") is no source, so a row that one page and we agree on has a single source.
"""

from __future__ import annotations

from enum import StrEnum

OWN = frozenset({"recalled", "known"})
"""Keys of sources that stand for our own knowledge."""

ENCYCLOPAEDIA = "wikipedia"
"""Pages, mirrors and dumps of one encyclopaedia have this in their keys, and are one source."""


class Confidence(StrEnum):
    """How many sources bear a row out: two or more, one, or none but our own knowledge."""

    CONFIRMED = "confirmed"
    SINGLE = "single"
    RECALLED = "recalled"


def confidence_of(award: str, source: str) -> Confidence:
    """The confidence of a nomination.

    Args:
        award: the body; a file of the record about the same body is no source of its own.
        source: keys of sources, joined by `+`.
    """
    keys = {key for key in source.split("+") if key not in OWN and key != f"record:{award}"}
    keys = {ENCYCLOPAEDIA if ENCYCLOPAEDIA in key else key for key in keys}
    if not keys:
        return Confidence.RECALLED
    return Confidence.CONFIRMED if len(keys) > 1 else Confidence.SINGLE
