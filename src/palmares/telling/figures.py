"""The record in figures, for `palmares record info`: as lines of text and as JSON.

The thing a newcomer gets wrong: the span of a body is the widest of its categories; the JSON has each category's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from palmares.claims import Json
from palmares.record import BodyInfo, RecordInfo, Span
from palmares.telling.columns import table_lines

COLUMNS = ("body", "editions", "film years", "categories", "rows", "winners", "nominees")
MAX_SOURCES = 8


def info_wire(info: RecordInfo) -> dict[str, Json]:
    """The figures as plain values for a JSON encoder."""
    bodies: list[Json] = [body_wire(body) for body in info.bodies]
    sources: list[Json] = [{"source": source, "rows": rows} for source, rows in info.sources]
    totals: dict[str, Json] = dict(info.totals)
    return {
        "path": str(info.path), "size_bytes": info.size_bytes, "totals": totals, "bodies": bodies, "sources": sources,
    }  # fmt: skip


def body_wire(body: BodyInfo) -> dict[str, Json]:
    """One awarding body; spans are null where nothing is complete."""
    coverage: list[Json] = [
        {
            "category": one.category, "winners": span_wire(one.winners), "nominees": span_wire(one.nominees),
            "people_missing": one.is_people_missing, "reason": one.reason,
        }
        for one in body.coverage
    ]  # fmt: skip
    sources: list[Json] = [{"source": source, "rows": rows} for source, rows in body.sources]
    return {
        **asdict(body.award), "first_edition": body.first_edition, "last_edition": body.last_edition,
        "first_season": body.first_season, "last_season": body.last_season, "editions": body.editions,
        "categories": body.categories, "rows": body.rows, "wins": body.wins, "winners": span_wire(body.winners),
        "nominees": span_wire(body.nominees), "coverage": coverage, "sources": sources,
    }  # fmt: skip


def span_wire(span: Span | None) -> Json:
    """A span of editions, both ends included."""
    if span is None:
        return None
    exceptions: list[Json] = list(span.exceptions)
    return {"first": span.first, "last": span.last, "exceptions": exceptions}


def info_lines(info: RecordInfo) -> Iterator[str]:
    """The figures as lines: a table of bodies, then totals and sources."""
    rows = [COLUMNS, *(body_cells(body) for body in info.bodies)]
    yield from table_lines(rows)
    yield ""
    yield "rows: " + ", ".join(f"{table} {count:,}" for table, count in info.totals.items())
    yield f"sources ({len(info.sources)}): " + ", ".join(
        f"{name} {count:,}" for name, count in info.sources[:MAX_SOURCES]
    )
    yield f"file: {info.path} ({info.size_bytes / 1_000_000:.1f} MB)"


def body_cells(body: BodyInfo) -> tuple[str, ...]:
    """One line of the table."""
    return (
        body.award.name,
        f"{body.first_edition}-{body.last_edition}",
        f"{body.first_season}-{body.last_season}",
        str(body.categories),
        f"{body.rows:,}",
        span_words(body.winners),
        span_words(body.nominees),
    )


def span_words(span: Span | None) -> str:
    """The editions of a span, or a dash where it is empty."""
    return "-" if span is None else f"{span.first or ''}-{span.last or ''}"
