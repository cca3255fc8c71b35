"""What is right and what is wrong in an answer, thing by thing, under each criterion.

A claim covers a label when their spans share at least half of the shorter one. The thing a newcomer gets wrong: a
label counts under two criteria, accuracy and that of its verdict, but is told as a miss once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from palmares.evaluating.answers import Answer, Heard, Said, Span
from palmares.evaluating.labels import NO_CLAIM, Label, Labelled

UNLABELLED = "unlabelled"
"""The family of a flag that lies on no label."""

QUOTATION = "quotation"
WRONG = frozenset({"refuted", "imprecise"})
ASSERTED = frozenset({"supported", "refuted"})


class Criterion(StrEnum):
    """What is counted.

    `flag-precision`: of the claims called refuted, those that cover a label refuted or imprecise. `error-recall`: of
    the labels refuted, those called refuted or imprecise. `confirm-recall`: of the labels supported, those called
    supported or imprecise and not refuted. `abstention`: of the labels unverifiable or none and the passages that are
    no claims, those of which nothing is called supported or refuted. `three-way-accuracy`: of all labels, those right
    by the three rules above; imprecise labels ask what refuted ones ask. `quotes-found`: of the quotations, those that
    are found. `quotes-with-speaker`: those found with the speaker that the label names.
    """

    FLAG_PRECISION = "flag-precision"
    ERROR_RECALL = "error-recall"
    CONFIRM_RECALL = "confirm-recall"
    ABSTENTION = "abstention"
    ACCURACY = "three-way-accuracy"
    QUOTES_FOUND = "quotes-found"
    QUOTES_WITH_SPEAKER = "quotes-with-speaker"


CRITERION_OF_VERDICT = {
    "refuted": Criterion.ERROR_RECALL,
    "supported": Criterion.CONFIRM_RECALL,
    "unverifiable": Criterion.ABSTENTION,
    NO_CLAIM: Criterion.ABSTENTION,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was to be said: the verdict on the words, or their speaker; `truth` as the label has it."""

    words: str
    verdict: str = ""
    speaker: str = ""
    truth: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing judged under one criterion.

    `asked` is None where another mark of the same thing tells it. `said` are the claims over it, `heard` the speakers.
    """

    document: str
    criterion: Criterion
    family: str
    is_right: bool
    asked: Asked | None = None
    said: tuple[Said, ...] = ()
    heard: tuple[str, ...] = ()


def marks_of(labelled: Labelled, answer: Answer) -> Iterator[Mark]:
    """Everything judged of one document."""
    yield from mark_flags(labelled, answer)
    yield from mark_labels(labelled, answer)
    yield from mark_quotes(labelled, answer)


def mark_flags(labelled: Labelled, answer: Answer) -> Iterator[Mark]:
    """A mark for each claim called refuted, wherever it stands, in the family of a label that it covers."""
    located = [(label, locate(label.quote, answer.text)) for label in labelled.labels]
    for said in answer.claims:
        if said.verdict != "refuted":
            continue
        under = [label for label, span in located if span is not None and is_covered(span, said.span)]
        errors = [label for label in under if label.verdict in WRONG]
        family = (errors or under or [Label("", NO_CLAIM, UNLABELLED)])[0].family
        words = answer.text[said.span.start : said.span.end]
        asked = Asked(words, under[0].verdict if under else NO_CLAIM)
        yield Mark(labelled.id, Criterion.FLAG_PRECISION, family, bool(errors), asked, (said,))


def mark_labels(labelled: Labelled, answer: Answer) -> Iterator[Mark]:
    """A mark for each label under accuracy, and under the criterion of its verdict where it has one."""
    for label in labelled.labels:
        said = covering(label.quote, answer)
        is_good = is_right(label.verdict, (claim.verdict for claim in said))
        asked = Asked(label.quote, label.verdict, truth=label.truth)
        yield Mark(labelled.id, Criterion.ACCURACY, label.family, is_good, asked, said)
        if label.verdict in CRITERION_OF_VERDICT:
            yield Mark(labelled.id, CRITERION_OF_VERDICT[label.verdict], label.family, is_good)


def mark_quotes(labelled: Labelled, answer: Answer) -> Iterator[Mark]:
    """Two marks for each quotation: whether it was found, and whether with its speaker."""
    for spoken in labelled.spoken:
        heard = hearing(spoken.quote, answer)
        speakers = tuple(quote.speaker for quote in heard)
        is_named = plain(spoken.speaker) in map(plain, speakers)
        asked = Asked(spoken.quote, speaker=spoken.speaker)
        yield Mark(labelled.id, Criterion.QUOTES_FOUND, QUOTATION, bool(heard))
        yield Mark(labelled.id, Criterion.QUOTES_WITH_SPEAKER, QUOTATION, is_named, asked, heard=speakers)


def is_covered(label: Span, claim: Span) -> bool:
    """Whether the two spans share at least half of the shorter one."""
    shared = min(label.end, claim.end) - max(label.start, claim.start)
    return shared > 0 and 2 * shared >= min(label.end - label.start, claim.end - claim.start)


def locate(quote: str, text: str) -> Span | None:
    """Where `quote` stands in `text`, or None: page furniture is labelled and not part of the text taken out."""
    start = text.find(quote)
    return None if start < 0 else Span(start, start + len(quote))


def covering(quote: str, answer: Answer) -> tuple[Said, ...]:
    """The claims of `answer` that cover `quote`."""
    span = locate(quote, answer.text)
    return tuple(claim for claim in answer.claims if span is not None and is_covered(span, claim.span))


def hearing(quote: str, answer: Answer) -> tuple[Heard, ...]:
    """The quotations of `answer` that cover `quote`."""
    span = locate(quote, answer.text)
    return tuple(heard for heard in answer.quotes if span is not None and is_covered(span, heard.span))


def is_right(verdict: str, called: Iterable[str]) -> bool:
    """Whether the verdicts `called` over a label suit its `verdict`."""
    verdicts = set(called)
    if verdict in WRONG:
        return bool(verdicts & WRONG)
    if verdict == "supported":
        return bool(verdicts & {"supported", "imprecise"}) and "refuted" not in verdicts
    return not verdicts & ASSERTED


def plain(name: str) -> str:
    """`name` without accents, marks or case, so that only another person differs."""
    letters = unicodedata.normalize("NFKD", name)
    words = "".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
    return " ".join(words.casefold().split())
