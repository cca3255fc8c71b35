"""How good palmares is: its claims held against those that people have labelled."""

from palmares.evaluating.intervals import Rate
from palmares.evaluating.labels import Label, Labelled, Spoken, check_seal, read_labelled
from palmares.evaluating.listing import score_lines, score_wire
from palmares.evaluating.marks import Asked, Criterion, Mark
from palmares.evaluating.scoring import Score, score

__all__ = [
    "Asked",
    "Criterion",
    "Label",
    "Labelled",
    "Mark",
    "Rate",
    "Score",
    "Spoken",
    "check_seal",
    "read_labelled",
    "score",
    "score_lines",
    "score_wire",
]
