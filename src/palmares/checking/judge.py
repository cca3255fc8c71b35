"""Judges the plausible readings of one passage together.

The order is supported, imprecise, unverifiable, refuted: the thing a newcomer gets wrong is to judge the best reading
alone. Most of what is printed is true, so a reading that the record bears out is the one that was meant.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from palmares.checking.correct import correct
from palmares.checking.near import near, other_body
from palmares.checking.verdict import Judgement, Looseness, Reason, Verdict
from palmares.claims import Claim, Constraint, Count, OfFilm, OfPerson, Operator, Trait, WithTrait, walk
from palmares.record import Evaluation, LackKind, Record, Row, evaluate


def judge(
    record: Record,
    claims: Iterable[Claim],
    *,
    as_of: dt.date,
    unlikely: Iterable[Claim] = (),
    is_body_said: bool = True,
) -> Judgement:
    """The verdict on a passage that may be taken as any of `claims`, best first.

    Args:
        record: the record.
        claims: the plausible readings, at least one, looked at only as far as needed; all of them must fail before
            anything is refuted.
        as_of: the day on which the passage was written.
        unlikely: readings so far-fetched that they are taken only where the record bears them out.
        is_body_said: whether the story names any awarding body; where none is, another than the one assumed may be
            meant, and what holds there is loose.

    A claim about a prize that is not handed out yet may still be loose: it can have the year of another in mind.

    >>> from palmares.claims import parse_claim
    >>> from palmares.record import open_record
    >>> six = parse_claim("count(nomination, oscars/97 won film anora-2024) = 6")
    >>> judge(open_record(), [six], as_of=dt.date(2025, 3, 3)).verdict
    <Verdict.REFUTED: 'refuted'>
    """
    evaluated: list[tuple[Claim, Evaluation]] = []
    for claim in claims:
        evaluation = evaluate(record, claim, as_of=as_of)
        if evaluation.truth is True:
            return Judgement(Verdict.SUPPORTED, claim, evaluation, evaluation.rows)
        evaluated.append((claim, evaluation))
    for claim in unlikely:
        evaluation = evaluate(record, claim, as_of=as_of)
        if evaluation.truth is True:
            return Judgement(Verdict.SUPPORTED, claim, evaluation, evaluation.rows)
        if evaluation.truth is None and off_by(claim, evaluation) == 0 and is_far_out(*evaluated[0]):
            evaluated.append((claim, evaluation))  # as many as said, as far as the record goes
    for claim, evaluation in evaluated:
        if (found := near(record, claim, evaluation, as_of=as_of)) is not None:
            rows = joined(evaluation.rows, (*evaluate(record, found.claim, as_of=as_of).rows, *found.rows))
            return Judgement(Verdict.IMPRECISE, claim, evaluation, rows, found.claim, looseness=found.looseness)
    undecided = [(claim, evaluation) for claim, evaluation in evaluated if evaluation.truth is None]
    if undecided:
        claim, evaluation = undecided[0]
        if all(is_by_open_odds(evaluation) for _, evaluation in evaluated):
            return by_open_odds(record, claim, evaluation, as_of=as_of)
        likeliest, first = evaluated[0]
        if first.truth is None:
            return Judgement(Verdict.UNVERIFIABLE, claim, evaluation, evaluation.rows, reason=why_undecided(evaluation))
        if (slip := off_by_one(evaluated, claim)) is not None:
            return slipped(record, *slip, as_of=as_of)
        rows = joined(first.rows, evaluation.rows)
        return Judgement(Verdict.UNVERIFIABLE, claim, evaluation, rows, reason=Reason.AMBIGUOUS, likeliest=likeliest)
    if not is_body_said and (judgement := at_other_body(record, evaluated, as_of=as_of)) is not None:
        return judgement
    return refuted(record, *nearest(evaluated), as_of=as_of)


def bear_out(record: Record, claims: Iterable[Claim], *, as_of: dt.date) -> Judgement | None:
    """The verdict on the first of some guesses that the record bears out; None where it bears out none of them."""
    for claim in claims:
        evaluation = evaluate(record, claim, as_of=as_of)
        if evaluation.truth is True:
            return Judgement(Verdict.SUPPORTED, claim, evaluation, evaluation.rows)
    return None


def off_by_one(evaluated: Iterable[tuple[Claim, Evaluation]], other: Claim) -> tuple[Claim, Evaluation] | None:
    """The reading by which a count that may be somebody else's is one too high or too low of whom it is likeliest of.

    None where it is farther out, or so small that any two counts are near.
    """
    if not any(isinstance(node, WithTrait) and node.trait is Trait.UNRECORDED for node in walk(other)):
        return None
    subject = subject_of(other)
    return next(
        (
            (claim, evaluation)
            for claim, evaluation in evaluated
            if isinstance(claim.left, Count)
            and off_by(claim, evaluation) == 1
            and type(claim.right) is int
            and claim.right >= LEAST_COUNT
            and claim.operator is Operator.EQ
            and subject_of(claim) == subject
        ),
        None,
    )


LEAST_COUNT = 4
"""The least count that is told from another by one."""


def subject_of(claim: Claim) -> frozenset[Constraint]:
    """The films and people that a claim is about."""
    return frozenset(node for node in walk(claim) if isinstance(node, OfFilm | OfPerson))


def slipped(record: Record, claim: Claim, evaluation: Evaluation, *, as_of: dt.date) -> Judgement:
    """The verdict on a count that is out by one, unless it is somebody else's."""
    instead = correct(record, claim, evaluation, as_of=as_of)
    return Judgement(Verdict.IMPRECISE, claim, evaluation, evaluation.rows, instead, looseness=Looseness.OFF_BY_ONE)


def is_by_open_odds(evaluation: Evaluation) -> bool:
    """Whether a claim is open only since odds are close or divided."""
    kinds = {lack.kind for lack in evaluation.lacks}
    return evaluation.truth is None and kinds == {LackKind.ODDS_UNCLEAR}


def by_open_odds(record: Record, claim: Claim, evaluation: Evaluation, *, as_of: dt.date) -> Judgement:
    """The verdict on a favourite that some would call one: loose, with the place that the odds give instead."""
    instead = correct(record, claim, evaluation, as_of=as_of)
    return Judgement(Verdict.IMPRECISE, claim, evaluation, evaluation.rows, instead, looseness=Looseness.OPEN_ODDS)


def at_other_body(record: Record, evaluated: Iterable[tuple[Claim, Evaluation]], *, as_of: dt.date) -> Judgement | None:
    """The verdict on a claim that holds at another body than the one assumed; None where it holds nowhere."""
    for claim, evaluation in evaluated:
        if (found := other_body(record, claim, as_of=as_of)) is not None:
            rows = joined(evaluation.rows, found.rows)
            return Judgement(Verdict.IMPRECISE, claim, evaluation, rows, found.claim, looseness=found.looseness)
    return None


def is_far_out(claim: Claim, evaluation: Evaluation) -> bool:
    """Whether a number is so wrong that another body, or somebody else, is likelier than a slip."""
    return (off_by(claim, evaluation) or 0) > SLIP


SLIP = 2
"""By how much a count that somebody got wrong may differ."""


def nearest(evaluated: Sequence[tuple[Claim, Evaluation]]) -> tuple[Claim, Evaluation]:
    """Of false readings the first, but where that one gives a number, the one whose number comes nearest.

    A writer is seldom far out: "five wins" of somebody with four in all and none that night speaks of them all.
    """
    if off_by(*evaluated[0]) is None:
        return evaluated[0]
    numbered = [(distance, pair) for pair in evaluated if (distance := off_by(*pair)) is not None]
    return min(numbered, key=lambda item: item[0])[1]


def off_by(claim: Claim, evaluation: Evaluation) -> int | None:
    """How far the number of a claim is from the record's; None where it is about no number."""
    value = evaluation.left.value
    return abs(claim.right - value) if type(claim.right) is int and type(value) is int else None


def refuted(record: Record, claim: Claim, evaluation: Evaluation, *, as_of: dt.date) -> Judgement:
    """The verdict on a claim that is false in every reading, with what the record says instead."""
    correction = correct(record, claim, evaluation, as_of=as_of)
    instead = evaluate(record, correction, as_of=as_of).rows if correction is not None else ()
    return Judgement(Verdict.REFUTED, claim, evaluation, joined(evaluation.rows, instead), correction)


def why_undecided(evaluation: Evaluation) -> Reason:
    """The first thing the record lacks; with nothing named, the subject is what it does not know."""
    return Reason(evaluation.lacks[0].kind) if evaluation.lacks else Reason.OUTSIDE_RECORD


def joined(rows: Iterable[Row], more: Iterable[Row]) -> tuple[Row, ...]:
    """Both, each row once, in order."""
    return tuple(dict.fromkeys((*rows, *more)))
