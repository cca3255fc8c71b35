"""A score as lines for the terminal and as plain values for a JSON encoder.

The thing a newcomer gets wrong: words of articles go through `printable`, or they could send commands to the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from palmares.claims import Json
from palmares.evaluating.answers import Looked, Said
from palmares.evaluating.intervals import CONFIDENCE, RESAMPLES, Rate
from palmares.evaluating.marks import Asked, Criterion, Mark
from palmares.evaluating.scoring import ALL, Score
from palmares.telling import printable

TRUTHS = {True: "true", False: "false", None: "undecided"}


def score_lines(score: Score, *, has_misses: bool = False) -> Iterator[str]:
    """The rates, each family under its criterion; then, if asked for, every miss with its reading tree."""
    yield f"Documents: {score.documents}. Labels: {score.labels}. Quotations: {score.quotes}."
    if score.outside:
        yield f"Labels that are not in the text of their document: {score.outside}."
    for id, reason in score.declined.items():
        yield f"Not read: {printable(id)}, because {reason}."
    yield ""
    yield f"{'':22}   rate   {CONFIDENCE:.0%} interval    right/of"
    for criterion, rates in score.rates.items():
        for family, rate in rates.items():
            name = name_of(criterion) if family == ALL else f"  {printable(family)}"
            yield f"{name:22}{rate_cell(rate)}"
    if has_misses:
        for miss in score.misses:
            yield from miss_lines(miss)


def name_of(criterion: Criterion) -> str:
    """`flag precision`, for `flag-precision`."""
    return criterion.replace("-", " ").replace("three way", "three-way")


def rate_cell(rate: Rate) -> str:
    """A rate as one cell: the share, its interval and its counts."""
    if rate.value is None or rate.low is None or rate.high is None:
        return f"{'—':>7}   {'':15}   0/0"
    return f"{rate.value:7.3f}   {rate.low:.3f} to {rate.high:.3f}   {rate.right}/{rate.total}"


def miss_lines(miss: Mark) -> Iterator[str]:
    """A miss: what was asked, and all that was said."""
    if miss.asked is None:
        return
    yield ""
    yield f"{printable(miss.document)}  {name_of(miss.criterion)}, {printable(miss.family)}"
    yield f"    asked  {asked_words(miss.asked)}"
    if miss.asked.verdict:
        for said in miss.said:
            yield from said_lines(said)
    else:
        yield from (f"    said   {printable(speaker) or 'no speaker'}" for speaker in miss.heard)
    if not miss.said and not miss.heard:
        yield "    said   nothing"


def asked_words(asked: Asked) -> str:
    """`refuted: six Oscars (five)`, or `Jane Roe: “words”`."""
    words = printable(asked.words).replace("\n", " ")
    if not asked.verdict:
        return f"{printable(asked.speaker) or 'no speaker'}: “{words}”"
    return f"{asked.verdict}: {words}{f' ({printable(asked.truth)})' if asked.truth else ''}"


def said_lines(said: Said) -> Iterator[str]:
    """A claim of palmares with its reading tree."""
    words = printable(said.text).replace("\n", " ")
    yield f"    said   {said.verdict}: {words}"
    yield f"           {said.explanation}"
    for looked in said.looked:
        is_meant = looked.canonical == said.canonical
        yield f"         {'→' if is_meant else ' '} {looked.score:.2f} [{looked.rule}] {printable(looked.canonical)}"
        yield f"                {outcome(looked)}"


def outcome(looked: Looked) -> str:
    """What a reading came to: `false: 5`, `undecided: not-decided`."""
    sides = " and ".join(printable(side) for side in (looked.left, looked.right) if side)
    return ": ".join(part for part in (TRUTHS[looked.truth], sides, ", ".join(looked.lacks)) if part)


def score_wire(score: Score, *, has_misses: bool = False) -> dict[str, Json]:
    """The score as plain values; docs/benchmark.md lists the keys."""
    rates: dict[str, Json] = {
        criterion.value: {family: asdict(rate) for family, rate in rates.items()}
        for criterion, rates in score.rates.items()
    }
    wire: dict[str, Json] = {
        "documents": score.documents,
        "labels": score.labels,
        "quotes": score.quotes,
        "outside": score.outside,
        "declined": dict(score.declined),
        "resamples": RESAMPLES,
        "rates": rates,
    }
    return {**wire, "misses": [miss_wire(miss) for miss in score.misses]} if has_misses else wire


def miss_wire(miss: Mark) -> dict[str, Json]:
    """A miss as plain values; a quotation has speakers, anything else claims."""
    asked = miss.asked or Asked("")
    shared: dict[str, Json] = {
        "document": miss.document,
        "criterion": miss.criterion.value,
        "family": miss.family,
        "words": asked.words,
    }
    if not asked.verdict:
        return {**shared, "speaker": asked.speaker, "heard": list(miss.heard)}
    said: list[Json] = [said_wire(claim) for claim in miss.said]
    return {**shared, "verdict": asked.verdict, "truth": asked.truth, "said": said}


def said_wire(said: Said) -> dict[str, Json]:
    """A claim of palmares as plain values."""
    return {
        "start": said.span.start,
        "end": said.span.end,
        "text": said.text,
        "verdict": said.verdict,
        "rule": said.rule,
        "canonical": said.canonical,
        "explanation": said.explanation,
        "readings": [{**asdict(looked), "lacks": list(looked.lacks)} for looked in said.looked],
    }
