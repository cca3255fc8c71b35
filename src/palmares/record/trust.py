"""How far the rows of the record can be trusted: by how many sources each is borne out, body by body.

The trap: our own knowledge ("recalled") is no source, so a row that one page and we agree on has a single source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from palmares.record.confidence import Confidence
from palmares.record.store import Record

COUNTS = "SELECT award_id, confidence, won, count(*) FROM nominations GROUP BY award_id, confidence, won"


@dataclass(frozen=True, slots=True)
class BodyTrust:
    """How many rows of a body are of each confidence: its `winners`, and its `nominees` that did not win."""

    winners: Mapping[Confidence, int]
    nominees: Mapping[Confidence, int]


def body_trust(record: Record) -> dict[str, BodyTrust]:
    """The confidence of the rows of each body, by its id."""
    counts: defaultdict[str, tuple[dict[Confidence, int], dict[Confidence, int]]] = defaultdict(
        lambda: (dict.fromkeys(Confidence, 0), dict.fromkeys(Confidence, 0))
    )
    for award, confidence, won, rows in record.connection.execute(COUNTS):
        counts[award][0 if won else 1][Confidence(confidence)] = rows
    return {award: BodyTrust(*both) for award, both in sorted(counts.items())}
