"""How a verdict is shown where it is not written out: a sign that needs no colour, and a style for the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from palmares.checking import Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """`sign` stands beside a claim's number and `word` heads it; `style` is Rich's, `rating` (1 to 5) ClaimReview's."""

    sign: str
    word: str
    style: str
    rating: int | None


MARKS: dict[Verdict, Mark] = {
    Verdict.SUPPORTED: Mark("✓", "Supported", "green", 5),
    Verdict.REFUTED: Mark("✗", "Refuted", "bold red", 1),
    Verdict.IMPRECISE: Mark("≈", "Imprecise", "yellow", 3),
    Verdict.UNVERIFIABLE: Mark("?", "Unverifiable", "cyan", None),
}
