"""What a check comes to.

The thing a newcomer gets wrong: `refuted` needs every plausible reading to be decidably false, so a refuted claim is
never one that the record merely does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from palmares.claims import Claim
from palmares.record import Evaluation, Row


class Verdict(StrEnum):
    """Supported, refuted, imprecise (true in substance, loose in a detail) or unverifiable."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    IMPRECISE = "imprecise"
    UNVERIFIABLE = "unverifiable"


class Reason(StrEnum):
    """Why a claim is unverifiable.

    All but `ambiguous` are kinds of what the record lacks. `ambiguous`: taken in the likeliest way the claim is
    false, but there is another way to take it, of which the record cannot tell. `odds-unclear` is the reason only where
    odds are one reading of several: where they are all, the claim is loose.
    """

    OUTSIDE_RECORD = "outside-record"
    BEFORE_COVERAGE = "before-coverage"
    NOMINEES_NOT_COLLECTED = "nominees-not-collected"
    PEOPLE_MISSING = "people-missing"
    NOT_DECIDED = "not-decided"
    NO_ODDS = "no-odds"
    ODDS_UNCLEAR = "odds-unclear"
    UNKNOWN_ATTRIBUTE = "unknown-attribute"
    NO_SUBJECT = "no-subject"
    AMBIGUOUS = "ambiguous"


class Looseness(StrEnum):
    """In what a claim that does not hold to the letter is only loose.

    `near/season-slip`: film year and ceremony year are mixed up. `near/bound-met`: "more than" or "fewer than" the very
    number. `near/rough-number`: "about" a number that is within a fifth, though not within a tenth.
    `near/age-that-day`: the age is that of the day of writing, not of the day meant. `near/incomplete-list`: all that
    are listed belong, but some are left out. `near/shared-record`: the one named shares first place with others.
    `near/honorary-counted`: the number of wins is right once prizes given outside competition are counted too.
    `near/other-body`: no body is named, so that the Academy Awards are assumed, and it holds at another.
    `near/off-by-one`: a count that may be somebody else's is out by one of whom it is likeliest of.
    `near/open-odds`: whether somebody was the favourite is a matter of opinion, the odds being close or divided.
    """

    SEASON_SLIP = "near/season-slip"
    BOUND_MET = "near/bound-met"
    ROUGH_NUMBER = "near/rough-number"
    AGE_THAT_DAY = "near/age-that-day"
    INCOMPLETE_LIST = "near/incomplete-list"
    SHARED_RECORD = "near/shared-record"
    HONORARY_COUNTED = "near/honorary-counted"
    OTHER_BODY = "near/other-body"
    OFF_BY_ONE = "near/off-by-one"
    OPEN_ODDS = "near/open-odds"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on one passage.

    `claim` is the reading the verdict is about, and `evaluation` what it came to. `correction` is a claim that holds
    and says what the passage should have said; only refuted and imprecise claims have one, and not all of them.
    `evidence` are the rows the verdict rests on, those of the correction included. `looseness` stands with
    `imprecise`, `reason` with `unverifiable`. Where that is `ambiguous`, `likeliest` is the reading that is false.
    """

    verdict: Verdict
    claim: Claim
    evaluation: Evaluation
    evidence: tuple[Row, ...]
    correction: Claim | None = None
    looseness: Looseness | None = None
    reason: Reason | None = None
    likeliest: Claim | None = None
