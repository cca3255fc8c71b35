"""What palmares says of a labelled document, as far as a score needs it.

The thing a newcomer gets wrong: the readings of a claim are told only when asked for. They are evaluated anew, which a
score alone has no use for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from palmares.checking import Verdict
from palmares.claims import format_claim, write_literal
from palmares.evaluating.labels import Labelled
from palmares.reading import Reading
from palmares.record import Evaluation, Record, evaluate
from palmares.telling import CheckedClaim, check_document


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands: half-open, in code points of the document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Looked:
    """A reading that was looked at, and what it came to.

    `truth` is None where the record cannot tell. `left` and `right` are the values of the two sides in the text form
    of claims, empty where there is none; `lacks` are the kinds of what the record lacks.
    """

    rule: str
    score: float
    canonical: str
    truth: bool | None
    left: str
    right: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One claim of palmares. `canonical` is the reading that the verdict is about; `looked` all that led to it."""

    span: Span
    verdict: str
    text: str = ""
    rule: str = ""
    canonical: str = ""
    explanation: str = ""
    looked: tuple[Looked, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """One quotation that palmares found. `speaker` is empty where it names none."""

    span: Span
    speaker: str


@dataclass(frozen=True, slots=True)
class Answer:
    """All that palmares says of one document, in whose text the spans count."""

    text: str
    claims: tuple[Said, ...]
    quotes: tuple[Heard, ...] = ()


def answer(record: Record, labelled: Labelled, *, has_readings: bool = False) -> Answer:
    """Check a labelled document; of one that is declined nothing is said."""
    if labelled.declined:
        return Answer(labelled.document.text, ())
    report = check_document(record, labelled.document, as_of=labelled.as_of)
    claims = (said_of(record, claim, as_of=labelled.as_of, has_readings=has_readings) for claim in report.claims)
    quotes = (Heard(Span(quote.start, quote.end), quote.speaker or "") for quote in report.quotes)
    return Answer(report.document.text, tuple(claims), tuple(quotes))


def said_of(record: Record, claim: CheckedClaim, *, as_of: dt.date, has_readings: bool) -> Said:
    """One checked claim."""
    passage = claim.passage
    return Said(
        Span(passage.start, passage.end),
        claim.verdict.value,
        passage.text,
        claim.rule,
        format_claim(claim.judgement.claim),
        claim.explanation,
        tuple(looked_at(record, claim, as_of=as_of)) if has_readings else (),
    )


def looked_at(record: Record, claim: CheckedClaim, *, as_of: dt.date) -> Iterator[Looked]:
    """The readings that led to a verdict, best first: all of them, or those up to the one that the record bears out."""
    for reading in claim.passage.readings:
        yield looked(reading, evaluate(record, reading.claim, as_of=as_of))
        if claim.verdict is Verdict.SUPPORTED and reading.claim == claim.judgement.claim:
            return


def looked(reading: Reading, evaluation: Evaluation) -> Looked:
    """One reading and what it came to."""
    left, right = (
        "" if side is None or side.value is None else write_literal(side.value)
        for side in (evaluation.left, evaluation.right)
    )
    lacks = tuple(dict.fromkeys(lack.kind.value for lack in evaluation.lacks))
    return Looked(reading.rule, reading.score, format_claim(reading.claim), evaluation.truth, left, right, lacks)
