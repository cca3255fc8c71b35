"""The law that matters most: what is true is never refuted."""

from __future__ import annotations

import pytest

from palmares.reading import make_document
from palmares.record import Record
from palmares.telling import check_document
from tests.reading.true_nights import true_nights


@pytest.mark.parametrize("seed", [1, 2])
def test_a_true_story_of_any_night_is_refuted_nowhere(record: Record, seed: int) -> None:
    refuted, supported = [], 0
    for number, story, as_of in true_nights(record, seed=seed):
        report = check_document(record, make_document(story, source="night"), as_of=as_of)
        supported += report.summary.supported
        refuted += [(number, claim.passage.text) for claim in report.claims if claim.verdict.value == "refuted"]

    assert (refuted, supported > 1000) == ([], True)
