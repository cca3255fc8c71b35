"""Checks a whole document: the report that is printed, encoded and drawn.

The thing a newcomer gets wrong: a report is finished. It holds every sentence that readers see, so that what draws it
only lays it out.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import asdict, dataclass
from functools import cache

from palmares.checking import Judgement, Verdict, bear_out, judge, strain
from palmares.claims import Json
from palmares.reading import Document, Misspelling, Passage, Quote, Story, make_document, read
from palmares.record import Record, open_record
from palmares.telling.checked import CheckedClaim, Summary
from palmares.telling.explain import explain
from palmares.telling.strained import strained
from palmares.telling.substitute import instead
from palmares.telling.wire import claim_wire, document_wire


@dataclass(frozen=True, slots=True)
class Report:
    """A document as checked on a day: its claims and quotations, each in the order of their spans."""

    document: Document
    as_of: dt.date
    claims: tuple[CheckedClaim, ...]
    quotes: tuple[Quote, ...]

    @property
    def summary(self) -> Summary:
        """The counts."""
        count = Counter(claim.verdict for claim in self.claims)
        return Summary(
            claims=len(self.claims),
            supported=count[Verdict.SUPPORTED],
            refuted=count[Verdict.REFUTED],
            imprecise=count[Verdict.IMPRECISE],
            unverifiable=count[Verdict.UNVERIFIABLE],
            quotes=len(self.quotes),
        )

    def to_json(self, *, indent: int | None = None) -> str:
        """The report as one JSON object, on one line unless `indent` is given; the keys are in docs/verdicts.md."""
        return json.dumps(self.to_wire(), ensure_ascii=False, indent=indent)

    def to_wire(self) -> dict[str, Json]:
        """The report as plain values for a JSON encoder."""
        return {
            **document_wire(self.document),
            "as_of": self.as_of.isoformat(),
            "claims": [claim_wire(claim, self.document.text, as_of=self.as_of) for claim in self.claims],
            "quotes": [asdict(quote) for quote in self.quotes],
            "summary": asdict(self.summary),
        }


def check(text: str, *, as_of: dt.date) -> Report:
    """Check the text of an article against the record that comes with palmares.

    Raises:
        UnusableInput: there is no English text.
        RecordUnavailable: the record can be neither opened nor built.

    >>> report = check("Anora won six Oscars at the 97th Academy Awards.", as_of=dt.date(2025, 3, 3))
    >>> [claim.correction for claim in report.claims]
    ['Anora won five Oscars']
    """
    return check_document(own_record(), make_document(text, source="text"), as_of=as_of)


@cache
def own_record() -> Record:
    """The record that comes with palmares, opened once."""
    return open_record()


def check_document(record: Record, document: Document, *, as_of: dt.date) -> Report:
    """Read a document and judge every passage in it."""
    story = read(record, document, as_of=as_of)
    judged = [(passage, judge_passage(record, passage, story=story)) for passage in story.passages]
    for passage in story.fragments:
        judgement = bear_out(record, (reading.claim for reading in passage.readings), as_of=as_of)
        if judgement is not None:
            judged.append((passage, judgement))
    judged.sort(key=lambda pair: (pair[0].start, pair[0].end))
    claims = tuple(told(record, *pair, number, story=story) for number, pair in enumerate(judged, start=1))
    return Report(document, as_of, claims, story.quotes)


def did_you_mean(misspelling: Misspelling) -> str:
    """What is said of a name written with a letter wrong."""
    return f" The record has no “{misspelling.text}”; did you mean {misspelling.name}?"


def judge_passage(record: Record, passage: Passage, *, story: Story) -> Judgement:
    """Judge one passage of a story over all its readings."""
    unlikely = passage.unlikely()
    return judge(record, passage.plausible(), as_of=story.as_of, unlikely=unlikely, is_body_said=story.names_body)


def told(record: Record, passage: Passage, judgement: Judgement, number: int, *, story: Story) -> CheckedClaim:
    """The verdict on one passage of a story, put into words."""
    as_of = story.as_of
    rule = next(reading.rule for reading in passage.readings if reading.claim == judgement.claim)
    words = boast = None
    if judgement.correction is not None:
        words = instead(record, passage.text, judgement.claim, judgement.correction)
    if judgement.verdict is Verdict.SUPPORTED:
        boast = strained(record, strain(record, judgement.claim, as_of=as_of))
    because = explain(record, judgement, as_of=as_of) + "".join(map(did_you_mean, story.misspelt_in(passage)))
    quote = story.quote_over(passage)
    return CheckedClaim(number, passage, judgement, rule, because, words, boast, quote)
