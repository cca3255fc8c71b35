"""A labelled document and answers to it made by hand, where every figure can be counted on one's fingers."""

from __future__ import annotations

import datetime as dt

from palmares.evaluating import Label, Labelled, Spoken
from palmares.evaluating.answers import Said, Span
from palmares.reading import Document

DAY = dt.date(2001, 1, 1)
TEXT = "aaaa bbbb cccc dddd “eeee” Ff"


def labelled(*labels: Label, spoken: tuple[Spoken, ...] = (), id: str = "d") -> Labelled:
    return Labelled(id, Document(TEXT, id, None, None), DAY, labels, spoken)


def said(words: str, verdict: str) -> Said:
    start = TEXT.index(words)
    return Said(Span(start, start + len(words)), verdict, words, "family/rule", f"claim of {words}", "Because.")
