"""One checked passage, with all that readers see of it, and the counts of a whole article."""

from __future__ import annotations

from dataclasses import dataclass

from palmares.checking import Judgement, Verdict
from palmares.reading import Passage, Quote


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One passage with its verdict. `number` counts from 1; `correction` are the words to print instead, or None.

    `strain` says what a true "first", "only" or "record" comes to without its qualifiers, or is None. `quote` is the
    quotation it stands in, whose speaker makes the claim; None for what the story says itself.
    """

    number: int
    passage: Passage
    judgement: Judgement
    rule: str
    explanation: str
    correction: str | None
    strain: str | None = None
    quote: Quote | None = None

    @property
    def said_by(self) -> str | None:
        """Whose words they are: the speaker of the quotation it stands in, or "a speaker"; None for the story's own."""
        return None if self.quote is None else self.quote.speaker or "a speaker"

    @property
    def verdict(self) -> Verdict:
        """The verdict alone."""
        return self.judgement.verdict


@dataclass(frozen=True, slots=True)
class Summary:
    """How many claims came to each verdict, and how many quotations there are."""

    claims: int
    supported: int
    refuted: int
    imprecise: int
    unverifiable: int
    quotes: int
