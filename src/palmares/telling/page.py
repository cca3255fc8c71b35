"""A report as one HTML page that needs nothing beside it: no script, no font, no picture, no network.

The thing a newcomer gets wrong: the template prints what it is given. What stands in it is prepared here, and
everything is escaped, since the article may hold anything.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from palmares.checking import Verdict
from palmares.claims import Json, format_claim
from palmares.record import Record
from palmares.telling.checked import CheckedClaim
from palmares.telling.english import long_date
from palmares.telling.lines import EvidenceLine, evidence_line
from palmares.telling.marks import MARKS, Mark
from palmares.telling.report import Report
from palmares.telling.segments import paragraphs, printable

SHOWN_OPEN = frozenset({Verdict.REFUTED, Verdict.IMPRECISE})
"""Verdicts whose evidence is shown unasked, where it is of at most `MAX_OPEN` rows."""

MAX_OPEN = 6
MAX_LINES = 40
"""So many rows of evidence are listed of one claim; the JSON has all."""

SCRIPT_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\N{LINE SEPARATOR}": " ", "\N{PARAGRAPH SEPARATOR}": " "}
)


@dataclass(frozen=True, slots=True)
class Card:
    """One claim as the page shows it. `left_out` is how many rows of evidence are not listed."""

    claim: CheckedClaim
    mark: Mark
    text: str
    correction: str | None
    canonical: str
    evidence: tuple[EvidenceLine, ...]
    left_out: int
    is_open: bool

    @property
    def urgency(self) -> int:
        """Refuted claims come before those that are only imprecise."""
        return int(self.claim.verdict is Verdict.REFUTED)


def render_page(record: Record, report: Report) -> str:
    """The report as a page."""
    title = printable(report.document.title or "") or None
    lines = paragraphs(report.document.text, report.claims, report.quotes)
    has_headline = bool(lines) and "".join(segment.text for segment in lines[0]).strip() == title
    cards = [card(record, report, claim) for claim in report.claims]
    return page_template().render(
        report=report,
        title=title or "Article",
        source=printable(report.document.source),
        as_of=long_date(report.as_of),
        date=long_date(report.document.date) if report.document.date else None,
        headline=lines[0] if has_headline else None,
        paragraphs=lines[1:] if has_headline else lines,
        cards=cards,
        first=sorted((one for one in cards if one.claim.verdict in SHOWN_OPEN), key=lambda one: -one.urgency),
        counts=[(verdict.value, mark, getattr(report.summary, verdict.value)) for verdict, mark in MARKS.items()],
        quotes=[(printable(quote.text), printable(quote.speaker or "")) for quote in report.quotes],
        marks={verdict.value: mark for verdict, mark in MARKS.items()},
        reviews=script_json([review(report, claim) for claim in report.claims]),
    )


def card(record: Record, report: Report, claim: CheckedClaim) -> Card:
    """What the page shows of one claim."""
    rows = claim.judgement.evidence
    return Card(
        claim,
        MARKS[claim.verdict],
        printable(claim.passage.text),
        printable(claim.correction) if claim.correction is not None else None,
        printable(format_claim(claim.judgement.claim)),
        tuple(evidence_line(record, row, as_of=report.as_of) for row in rows[:MAX_LINES]),
        max(0, len(rows) - MAX_LINES),
        claim.verdict in SHOWN_OPEN and 0 < len(rows) <= MAX_OPEN,
    )


def review(report: Report, claim: CheckedClaim) -> Json:
    """One verdict as a schema.org ClaimReview; an unverifiable claim has a name for its rating but no number."""
    mark = MARKS[claim.verdict]
    rating: dict[str, Json] = {"@type": "Rating", "alternateName": mark.word}
    if mark.rating is not None:
        rating |= {"ratingValue": mark.rating, "bestRating": 5, "worstRating": 1}
    appearance: dict[str, Json] = {"@type": "CreativeWork", "name": report.document.title or report.document.source}
    if report.document.date is not None:
        appearance["datePublished"] = report.document.date.isoformat()
    author: dict[str, Json] = {"author": {"@type": "Person", "name": claim.said_by}} if claim.said_by else {}
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "datePublished": report.as_of.isoformat(),
        "url": f"#claim-{claim.number}",
        "author": {"@type": "Organization", "name": "palmares"},
        "claimReviewed": claim.passage.text,
        "itemReviewed": {"@type": "Claim", **author, "appearance": appearance},
        "reviewRating": rating,
        "reviewBody": claim.explanation,
    }


def script_json(value: Json) -> Markup:
    """JSON that cannot end the script element it stands in."""
    return Markup(json.dumps(value, ensure_ascii=False, indent=1).translate(SCRIPT_ESCAPES))


@cache
def page_template() -> Template:
    """The page's template; every value is escaped unless it is marked as safe."""
    loader = FileSystemLoader(Path(__file__).with_name("templates"))
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("report.html.j2")
