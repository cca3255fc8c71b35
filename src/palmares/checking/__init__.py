"""From claims to verdicts: whether the record bears out what a passage says, and what it says instead."""

from palmares.checking.judge import bear_out, judge
from palmares.checking.straining import Dropped, strain
from palmares.checking.verdict import Judgement, Looseness, Reason, Verdict

__all__ = ["Dropped", "Judgement", "Looseness", "Reason", "Verdict", "bear_out", "judge", "strain"]
