"""The one JSON encoder of reports: command line, HTTP and corpora all print what it returns.

The thing a newcomer gets wrong: keys may be added, but never lost or altered; docs/verdicts.md documents them all.
"""

from __future__ import annotations

import datetime as dt

from palmares.claims import Json, format_claim, to_wire
from palmares.reading import Document, Passage
from palmares.record import EditionRow, FilmRow, NominationRow, PersonRow, Row
from palmares.telling.checked import CheckedClaim

CONTEXT_CHARACTERS = 32
"""How much of the text stands before and after the exact words in a TextQuoteSelector."""


def document_wire(document: Document) -> dict[str, Json]:
    """The document, with the text that spans count in."""
    date = document.date.isoformat() if document.date else None
    stated: dict[str, Json] = {"title": document.title, "author": document.author, "date": date}
    return {"document": {"source": document.source, **stated, "text": document.text}}


def claim_wire(claim: CheckedClaim, text: str, *, as_of: dt.date) -> dict[str, Json]:
    """One checked claim. Its positions follow the W3C TextPositionSelector, its selector the TextQuoteSelector."""
    judgement = claim.judgement
    correction = judgement.correction
    return {
        "start": claim.passage.start,
        "end": claim.passage.end,
        "text": claim.passage.text,
        "selector": selector_wire(claim.passage, text),
        "claim": to_wire(judgement.claim),
        "canonical": format_claim(judgement.claim),
        "rule": claim.rule,
        "is_quoted": claim.quote is not None,
        "speaker": claim.quote.speaker if claim.quote is not None else None,
        "verdict": claim.verdict.value,
        "explanation": claim.explanation,
        "strain": claim.strain,
        "correction": claim.correction,
        "corrected_claim": to_wire(correction) if correction is not None else None,
        "looseness": judgement.looseness.value if judgement.looseness is not None else None,
        "reason": judgement.reason.value if judgement.reason is not None else None,
        "evidence": [row_wire(row, as_of=as_of) for row in judgement.evidence],
    }


def selector_wire(passage: Passage, text: str) -> dict[str, Json]:
    """The passage by its words and those round it, which outlive small changes of the text."""
    return {
        "type": "TextQuoteSelector",
        "exact": passage.text,
        "prefix": text[max(0, passage.start - CONTEXT_CHARACTERS) : passage.start],
        "suffix": text[passage.end : passage.end + CONTEXT_CHARACTERS],
    }


def row_wire(row: Row, *, as_of: dt.date) -> dict[str, Json]:
    """One row of evidence; what was not known on the day is null, as who won before the ceremony."""
    match row:
        case NominationRow():
            return nomination_wire(row, as_of=as_of)
        case EditionRow():
            hosts: list[Json] = list(row.hosts)
            venues: list[Json] = list(row.venues)
            return {
                "kind": "edition", "award": row.award, "edition": row.number, "season": row.season, "held": row.held,
                "venues": venues, "hosts": hosts, "source": row.source,
            }  # fmt: skip
        case PersonRow():
            return {
                "kind": "person", "id": row.id, "name": row.name, "born": row.born, "died": row.died,
                "gender": row.gender, "country": row.country, "source": row.source,
            }  # fmt: skip
        case FilmRow():
            return {
                "kind": "film", "id": row.id, "title": row.title, "season": row.season,
                "release_year": row.release_year, "source": row.source,
            }  # fmt: skip


def nomination_wire(row: NominationRow, *, as_of: dt.date) -> dict[str, Json]:
    """One nomination as evidence; `film` is the first of `films`."""
    titles: list[Json] = [film.label or film.id for film in row.films]
    people: list[Json] = [person.label or person.id for person in row.people]
    return {
        "kind": "nomination", "id": row.id, "award": row.award, "edition": row.edition, "category": row.category,
        "season": row.season, "film": titles[0] if titles else None, "films": titles, "people": people,
        "detail": row.detail, "country": row.country, "won": row.won if row.decided <= as_of else None,
        "tied": row.tied, "held": row.held, "source": row.source, "confidence": row.confidence.value,
    }  # fmt: skip
