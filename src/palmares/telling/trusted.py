"""The page of docs/ that says, body by body, what the record covers, how well it is borne out, and where its holes are.

The thing a newcomer gets wrong: a nominee counts here as a row that did not win, so winners are not counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from palmares.record import BodyInfo, BodyTrust, CategoryCoverage, Confidence, Record, Span, body_trust, info

INTRODUCTION = """\
# Coverage

<!-- Written by docs/coverage.py from the record: change its data files. -->

What the record answers for, how well its rows are borne out, and where its holes are, body by body.
Editions are given by number.
A row is *confirmed* by two sources or more, has a *single* one, or is *recalled* from our own knowledge.
An edition in brackets is left out of the span before it, because something of it is missing.
[record.md](record.md) says what coverage means for a verdict.
"""

NOTHING = "—"


def coverage_page(record: Record) -> str:
    """The whole page, in Markdown."""
    figures, trusted = info(record), body_trust(record)
    return "\n".join([INTRODUCTION, *overview(figures.bodies, trusted), *bodies(record, figures.bodies, trusted)])


def overview(figures: tuple[BodyInfo, ...], trusted: Mapping[str, BodyTrust]) -> Iterator[str]:
    """A table with a line for each body."""
    yield "## All bodies\n"
    kinds = [f"{who} {confidence}" for who in ("winners", "nominees") for confidence in Confidence]
    yield f"| body | editions | films of | rows | {' | '.join(kinds)} |"
    yield f"| --- | --- | --- | ---: |{' ---: |' * len(kinds)}"
    for body in figures:
        counts = confidence_cells(trusted.get(body.award.id))
        editions, seasons = dash(body.first_edition, body.last_edition), dash(body.first_season, body.last_season)
        name = f"[{body.award.name}](#{body.award.id})"
        yield f"| {name} | {editions} | {seasons} | {body.rows:,} | {' | '.join(counts)} |"
    yield ""


def confidence_cells(trusted: BodyTrust | None) -> list[str]:
    """How many winners, then how many nominees, are of each confidence."""
    if trusted is None:
        return ["0"] * (2 * len(Confidence))
    return [f"{counts[one]:,}" for counts in (trusted.winners, trusted.nominees) for one in Confidence]


def bodies(record: Record, figures: tuple[BodyInfo, ...], trusted: Mapping[str, BodyTrust]) -> Iterator[str]:
    """A section for each body: its coverage by category, and what is not covered at all."""
    for body in figures:
        yield f"## `{body.award.id}`\n"
        yield f"{body.award.name}: {body.rows:,} rows in {body.editions:,} editions; {', '.join(sources(body))}.\n"
        if body.coverage:
            yield "| category | winners | nominees | people | why not more |"
            yield "| --- | --- | --- | --- | --- |"
            yield from (category_line(record, one) for one in body.coverage)
            yield ""
        uncovered = without_coverage(record, body)
        if uncovered:
            yield f"Rows without coverage, so that their absence proves nothing: {', '.join(uncovered)}.\n"


def sources(body: BodyInfo) -> Iterator[str]:
    """The sources of a body's rows, most first, the many small ones as a number."""
    shown = body.sources[:6]
    yield from (f"`{source}` {rows:,}" for source, rows in shown)
    if len(body.sources) > len(shown):
        rest = sum(rows for _, rows in body.sources[len(shown) :])
        yield f"{len(body.sources) - len(shown)} more sources {rest:,}"


def category_line(record: Record, coverage: CategoryCoverage) -> str:
    """The coverage of one category as a line of a table."""
    reason = coverage.reason.removeprefix("people-missing").strip(" :;,").replace("|", "\\|")
    people = "some missing" if coverage.is_people_missing else "all"
    name = record.categories[coverage.category].name
    return f"| {name} | {span_words(coverage.winners)} | {span_words(coverage.nominees)} | {people} | {reason} |"


def span_words(span: Span | None) -> str:
    """`1–98`, with the editions that are left out in brackets; a dash where no edition is covered."""
    if span is None:
        return NOTHING
    left_out = ", ".join(dash(*run) for run in runs(span.exceptions))
    return f"{dash(span.first, span.last)}{f' ({left_out})' if left_out else ''}"


def runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of numbers that follow one another.

    >>> list(runs([57, 58, 59, 67]))
    [(57, 59), (67, 67)]
    """
    for _, members in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in members]
        yield run[0], run[-1]


def dash(first: int | None, last: int | None) -> str:
    """`1–98`, or one number where both are the same."""
    return str(first) if first == last else f"{'' if first is None else first}–{'' if last is None else last}"


def without_coverage(record: Record, body: BodyInfo) -> list[str]:
    """The names of the categories of a body that its coverage does not state."""
    stated = {coverage.category for coverage in body.coverage if coverage.winners is not None}
    query = "SELECT DISTINCT category FROM nomination WHERE award = ? ORDER BY category"
    rows = record.connection.execute(query, (body.award.id,))
    return [record.categories[category].name for (category,) in rows if category not in stated]
