"""True stories: dense paragraphs in many registers, in which nothing may be called wrong."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from palmares.reading import make_document
from palmares.record import Record
from palmares.telling import check_document

FOLDER = Path(__file__).parents[1] / "cases" / "stories"
STORIES = [
    pytest.param(dt.date.fromisoformat(day), text.strip(), id=f"{path.stem}-{place}-{day}")
    for path in sorted(FOLDER.glob("*.md"))
    for place, (day, text) in enumerate(
        re.findall(r"^## (\d{4}-\d\d-\d\d)\n(.*?)(?=^## |\Z)", path.read_text("utf-8"), re.MULTILINE | re.DOTALL), 1
    )
]


@pytest.mark.parametrize(("day", "text"), STORIES)
def test_nothing_in_a_true_story_is_called_wrong(record: Record, day: dt.date, text: str) -> None:
    report = check_document(record, make_document(text, source="story"), as_of=day)

    wrong = [
        (claim.verdict.value, claim.passage.text, claim.rule)
        for claim in report.claims
        if claim.verdict.value in ("refuted", "imprecise")
    ]
    assert wrong == []
    assert report.claims, "a story of which nothing is read shows nothing"
