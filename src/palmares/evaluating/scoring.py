"""The score of palmares on labelled documents: every rate overall and by family, and every miss.

The thing a newcomer gets wrong: a rate is over labels, and its interval over documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from palmares.evaluating.answers import Answer, answer
from palmares.evaluating.intervals import SEED, Rate, rate_of
from palmares.evaluating.labels import Labelled
from palmares.evaluating.marks import QUOTATION, Criterion, Mark, locate, marks_of
from palmares.record import Record

ALL = "all"
"""The name under which a rate over all families stands."""


@dataclass(frozen=True, slots=True)
class Score:
    """How palmares does on some labelled documents.

    Args:
        documents, labels, quotes: how many of each there are; passages that are no claims are labels.
        outside: labels whose words are not in the text, as happens with the furniture of a page.
        declined: the documents that were not read, each with the reason.
        rates: by criterion, then by family with `all` first; families in which a criterion has nothing are left out.
        misses: what is wrong, each thing once, in order of documents.
    """

    documents: int
    labels: int
    quotes: int
    outside: int
    declined: Mapping[str, str]
    rates: Mapping[Criterion, Mapping[str, Rate]]
    misses: tuple[Mark, ...]


def score(record: Record, documents: Sequence[Labelled], *, has_readings: bool = False, seed: int = SEED) -> Score:
    """Check every document and count what is right.

    Args:
        record: the record to check against.
        documents: what `read_labelled` gives.
        has_readings: whether each miss comes with the readings that were looked at, which takes longer.
        seed: of the bootstrap intervals.
    """
    answers = [answer(record, labelled, has_readings=has_readings) for labelled in documents]
    marks = [mark for labelled, given in zip(documents, answers, strict=True) for mark in marks_of(labelled, given)]
    return Score(
        documents=len(documents),
        labels=sum(len(labelled.labels) for labelled in documents),
        quotes=sum(len(labelled.spoken) for labelled in documents),
        outside=sum(count_outside(*pair) for pair in zip(documents, answers, strict=True)),
        declined={labelled.id: labelled.declined for labelled in documents if labelled.declined},
        rates=tabulate(marks, seed=seed),
        misses=misses_of(marks),
    )


def count_outside(labelled: Labelled, given: Answer) -> int:
    """How many labels have words that are not in the text."""
    return sum(locate(label.quote, given.text) is None for label in labelled.labels)


def tabulate(marks: Sequence[Mark], *, seed: int) -> dict[Criterion, dict[str, Rate]]:
    """The rates by criterion and family; quotations are of no family."""
    table: dict[Criterion, dict[str, Rate]] = {}
    for criterion in Criterion:
        judged = [mark for mark in marks if mark.criterion is criterion]
        table[criterion] = {ALL: rate_over(judged, seed=seed)}
        for family in sorted({mark.family for mark in judged} - {QUOTATION}):
            table[criterion][family] = rate_over((mark for mark in judged if mark.family == family), seed=seed)
    return table


def rate_over(marks: Iterable[Mark], *, seed: int) -> Rate:
    """The share of marks that are right, resampled by document."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for mark in marks:
        right[mark.document] += mark.is_right
        total[mark.document] += 1
    return rate_of([(right[document], total[document]) for document in sorted(total)], seed=seed)


def misses_of(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks that are wrong, each thing once."""
    return tuple(mark for mark in marks if mark.asked is not None and not mark.is_right)
