"""A report for the terminal: the article with its claims marked, then what is to be said of each.

The thing a newcomer gets wrong: brackets and signs carry all there is, so nothing is lost without colour. Text of the
article goes through `printable`, or it could send commands to the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from rich.console import Console
from rich.text import Text

from palmares.checking import Verdict
from palmares.claims import format_claim
from palmares.record import Record
from palmares.telling.checked import CheckedClaim
from palmares.telling.english import long_date, plural
from palmares.telling.lines import evidence_line
from palmares.telling.marks import MARKS
from palmares.telling.report import Report
from palmares.telling.segments import Segment, paragraphs, printable

MAX_LINES = 6
"""So many rows of evidence are printed of one claim; --why prints all."""

WITH_EVIDENCE = frozenset({Verdict.REFUTED, Verdict.IMPRECISE})
"""Verdicts whose rows are printed unasked; those of the others are in the explanation, the page and --why."""

LABEL_WIDTH = 19
PIPED_WIDTH = 100


def print_report(record: Record, report: Report, file: TextIO, *, has_why: bool = False) -> None:
    """Print a report; with `has_why`, also the rule, the claim's text form and every row."""
    console = Console(
        file=file, highlight=False, emoji=False, markup=False, width=None if file.isatty() else PIPED_WIDTH
    )
    console.print(heading(report))
    for segments in paragraphs(report.document.text, report.claims, report.quotes):
        console.print(marked(segments), soft_wrap=False)
        console.print()
    console.print(legend())
    for claim in report.claims:
        console.print()
        print_claim(console, record, report, claim, has_why=has_why)
    if report.quotes:
        console.print()
        print_quotes(console, report)
    console.print()
    console.print(Text(summary_line(report), style="bold"))


def heading(report: Report) -> Text:
    """What was checked, and as of when."""
    return Text(f"{printable(report.document.source)}, as of {long_date(report.as_of)}\n", style="dim")


def marked(segments: list[Segment]) -> Text:
    """One line of the article, its claims between brackets, each closed by sign and number."""
    text = Text()
    for segment in segments:
        text.append("⟦" * len(segment.begins), style="dim")
        style = f"{MARKS[segment.claim.verdict].style} underline" if segment.claim else ""
        text.append(segment.text, style=style)
        for claim in segment.ends:
            mark = MARKS[claim.verdict]
            text.append(f" {mark.sign}{claim.number}⟧", style=mark.style)
    return text


def legend() -> Text:
    """What the signs mean."""
    text = Text("Claims are marked ⟦…⟧:")
    for mark in MARKS.values():
        text.append(f"  {mark.sign} {mark.word.lower()}", style=mark.style)
    return text


def print_labelled(console: Console, label: Text | str, words: Text) -> None:
    """A label and what it labels, the latter wrapped beside the former."""
    head = label if isinstance(label, Text) else Text(f"  {label}", style="dim")
    head.truncate(LABEL_WIDTH, pad=True)
    for line in words.wrap(console, max(20, console.width - LABEL_WIDTH)):
        line.rstrip()
        console.print(Text.assemble(head, line))
        head = Text(" " * LABEL_WIDTH)


def print_claim(console: Console, record: Record, report: Report, claim: CheckedClaim, *, has_why: bool) -> None:
    """What is to be said of one claim."""
    mark = MARKS[claim.verdict]
    label = Text(f"{mark.sign} {claim.number} {mark.word.lower()}", style=mark.style)
    print_labelled(console, label, Text(printable(claim.passage.text), style="bold"))
    if claim.said_by is not None:
        print_labelled(console, "said by", Text(printable(claim.said_by)))
    if claim.correction is not None:
        print_labelled(console, "print instead", Text(printable(claim.correction), style=mark.style))
    print_labelled(console, "because", Text(claim.explanation))
    if claim.strain is not None:
        print_labelled(console, "strain", Text(printable(claim.strain)))
    if has_why:
        print_labelled(console, "rule", Text(claim.rule))
        print_labelled(console, "claim", Text(printable(format_claim(claim.judgement.claim))))
        print_labelled(console, "rows", Text(str(len(claim.judgement.evidence))))
    if has_why or claim.verdict in WITH_EVIDENCE:
        for line in evidence_lines(record, report, claim, limit=None if has_why else MAX_LINES):
            print_labelled(console, "evidence", Text(line, style="dim"))


def evidence_lines(record: Record, report: Report, claim: CheckedClaim, *, limit: int | None) -> Iterator[str]:
    """The rows a verdict rests on, up to the limit, and how many more there are."""
    rows = claim.judgement.evidence
    for row in rows[:limit]:
        yield " · ".join(evidence_line(record, row, as_of=report.as_of).cells)
    if limit is not None and len(rows) > limit:
        yield f"and {len(rows) - limit} more (--why lists all)"


def print_quotes(console: Console, report: Report) -> None:
    """The quotations with their speakers."""
    for quote in report.quotes:
        speaker = printable(quote.speaker) if quote.speaker else "speaker not named"
        print_labelled(console, "quotation", Text.assemble(f"“{printable(quote.text)}”", (f" — {speaker}", "dim")))


def summary_line(report: Report) -> str:
    """`21 claims: 18 supported, 1 refuted, 1 imprecise, 1 unverifiable. 5 quotations.`."""
    summary = report.summary
    counts = ", ".join(f"{getattr(summary, verdict.value)} {verdict.value}" for verdict in MARKS)
    claims, quotes = plural(summary.claims, "claim", "claims"), plural(summary.quotes, "quotation", "quotations")
    return f"{summary.claims} {claims}: {counts}. {summary.quotes} {quotes}."
