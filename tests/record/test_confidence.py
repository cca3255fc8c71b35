"""What the sources of a row make of its confidence."""

from __future__ import annotations

import pytest

from palmares.record import Confidence, Record
from palmares.record.confidence import confidence_of


@pytest.mark.parametrize(
    ("award", "source", "confidence"),
    [
        ("oscars", "github:DLu/oscar_data", Confidence.SINGLE),
        ("oscars", "github:DLu/oscar_data+recalled", Confidence.SINGLE),
        ("oscars", "github:DLu/oscar_data+page:variety.com", Confidence.CONFIRMED),
        ("pga", "github:DLu/oscar_data+page:variety.com", Confidence.SINGLE),
        ("pga", "github:DLu/oscar_data", Confidence.RECALLED),
        ("pga", "recalled", Confidence.RECALLED),
        ("pga", "known+rule:english", Confidence.RECALLED),
        ("pga", "record:oscars+page:variety.com", Confidence.SINGLE),
        ("pga", "wikipedia-dump+page:en.wikipedia.org", Confidence.SINGLE),
        ("pga", "page:variety.com+page:deadline.com+recalled", Confidence.CONFIRMED),
        ("pga", "AP + Reuters", Confidence.CONFIRMED),
        ("nyfcc", "page:wikimili.com+page:en.wikipedia.org+github:RC0002/Season_Awards", Confidence.SINGLE),
        ("spirit", "github:Kometa-Team/IMDb-Awards+github:Edens25/oscar_final", Confidence.SINGLE),
        ("nyfcc", "page:variety.com+recalled-blind", Confidence.CONFIRMED),
        ("nyfcc", "page:variety.com+recalled+recalled-blind", Confidence.CONFIRMED),
        ("nyfcc", "recalled+recalled-blind", Confidence.RECALLED),
        ("nyfcc", "recalled-blind", Confidence.RECALLED),
        ("pga", "github:DLu/oscar_data+recalled-blind", Confidence.RECALLED),
        ("pga", "", Confidence.RECALLED),
    ],
)
def test_sources_make_a_confidence(award: str, source: str, confidence: Confidence) -> None:
    assert confidence_of(award, source) is confidence


def test_every_nomination_has_the_confidence_of_its_sources(record: Record) -> None:
    rows = record.connection.execute("SELECT id, award, source, confidence FROM nomination")
    wrong = [id for id, award, source, confidence in rows if confidence_of(award, source) != confidence]

    assert not wrong
