"""What the record holds, in figures: bodies, editions, rows, coverage and sources.

The trap: the span of a body's coverage is the widest of its categories; `coverage` says how far each one goes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from palmares.record.rows import Award
from palmares.record.store import Record

BODIES = """
    SELECT award, min(number), max(number), min(season), max(season), count(*) FROM edition GROUP BY award
    ORDER BY award"""
ROWS = "SELECT award, count(*), sum(won), count(DISTINCT category) FROM nomination GROUP BY award"
COVERAGE = """
    SELECT award, category, winners_from, winners_to, nominees_from, nominees_to, winners_except, nominees_except,
        people_missing, reason FROM coverage ORDER BY award, category"""
TABLES = ("award", "category", "edition", "nomination", "film", "person", "spelling")


@dataclass(frozen=True, slots=True)
class Span:
    """Editions, both ends included, but for `exceptions`; None is an open end."""

    first: int | None
    last: int | None
    exceptions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CategoryCoverage:
    """How far the record answers for one prize of one body; None where it answers for no edition.

    `is_people_missing`: rows do not name everybody, so that the absence of a person proves nothing.
    """

    category: str
    winners: Span | None
    nominees: Span | None
    is_people_missing: bool
    reason: str


@dataclass(frozen=True, slots=True)
class BodyInfo:
    """One awarding body. `winners` and `nominees`: the widest span of any of its categories, None where there is none.

    `sources`: how many of its rows each source vouches for, most first.
    """

    award: Award
    first_edition: int
    last_edition: int
    first_season: int
    last_season: int
    editions: int
    categories: int
    rows: int
    wins: int
    winners: Span | None
    nominees: Span | None
    coverage: tuple[CategoryCoverage, ...]
    sources: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class RecordInfo:
    """The whole record. `totals`: rows by table. `sources`: rows by source over all bodies, most first."""

    path: Path
    size_bytes: int
    totals: Mapping[str, int]
    bodies: tuple[BodyInfo, ...]
    sources: tuple[tuple[str, int], ...]


def info(record: Record) -> RecordInfo:
    """The figures of a record, bodies in the order of their ids."""
    sources = source_counts(record)
    coverage = coverages(record)
    rows = {award: counts for award, *counts in record.connection.execute(ROWS)}
    bodies = []
    for id, first, last, first_season, last_season, editions in record.connection.execute(BODIES):
        count, wins, categories = rows.get(id, (0, 0, 0))
        bodies.append(
            BodyInfo(
                award=record.awards[id],
                first_edition=first,
                last_edition=last,
                first_season=first_season,
                last_season=last_season,
                editions=editions,
                categories=categories,
                rows=count,
                wins=wins,
                winners=hull(one.winners for one in coverage[id]),
                nominees=hull(one.nominees for one in coverage[id]),
                coverage=tuple(coverage[id]),
                sources=ranked(sources[id]),
            )
        )
    totals = {table: count_rows(record, table) for table in TABLES}
    everywhere = ranked(sum(sources.values(), Counter()))
    return RecordInfo(record.path, record.path.stat().st_size, totals, tuple(bodies), everywhere)


def count_rows(record: Record, table: str) -> int:
    ((count,),) = record.connection.execute(f"SELECT count(*) FROM {table}")
    return int(count)


def source_counts(record: Record) -> defaultdict[str, Counter[str]]:
    """By award, how many nominations each source vouches for; a row with several sources counts for each."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for award, sources, rows in record.connection.execute(
        "SELECT award, source, count(*) FROM nomination GROUP BY award, source"
    ):
        for source in sources.split("+"):
            counts[award][source] += rows
    return counts


def ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Counts, highest first, then by name."""
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def coverages(record: Record) -> defaultdict[str, list[CategoryCoverage]]:
    """The coverage of each category by award."""
    found: defaultdict[str, list[CategoryCoverage]] = defaultdict(list)
    for award, category, *ends, winners_except, nominees_except, missing, reason in record.connection.execute(COVERAGE):
        winners, nominees = span(ends[0], ends[1], winners_except), span(ends[2], ends[3], nominees_except)
        found[award].append(CategoryCoverage(category, winners, nominees, bool(missing), reason))
    return found


def span(first: int | None, last: int | None, exceptions: str) -> Span | None:
    """A span as the coverage table writes it; None when neither end is given, which is no coverage."""
    if first is None and last is None:
        return None
    return Span(first, last, tuple(int(number) for number in exceptions.split("|") if number))


def hull(spans: Iterable[Span | None]) -> Span | None:
    """The span from the earliest first to the latest last edition."""
    given = [one for one in spans if one]
    if not given:
        return None
    firsts, lasts = [one.first for one in given], [one.last for one in given]
    return Span(
        None if None in firsts else min(first for first in firsts if first is not None),
        None if None in lasts else max(last for last in lasts if last is not None),
    )
