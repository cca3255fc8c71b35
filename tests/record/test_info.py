"""The figures of the tiny record."""

from __future__ import annotations

from pathlib import Path

import pytest

from palmares.record import BodyInfo, CategoryCoverage, RecordInfo, Span, info, open_record

TINY = Path(__file__).parent.parent / "tiny"


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> RecordInfo:
    with open_record(TINY, cache=tmp_path_factory.mktemp("cache")) as record:
        return info(record)


def body(figures: RecordInfo, id: str) -> BodyInfo:
    return next(one for one in figures.bodies if one.award.id == id)


def test_bodies_come_by_id(figures: RecordInfo) -> None:
    assert [one.award.id for one in figures.bodies] == ["cannes", "dga", "oscars", "pga", "sag"]


def test_a_body_has_its_editions_rows_and_coverage(figures: RecordInfo) -> None:
    dga = body(figures, "dga")

    assert dga == BodyInfo(
        award=dga.award,
        first_edition=76,
        last_edition=77,
        first_season=2023,
        last_season=2024,
        editions=2,
        categories=1,
        rows=10,
        wins=2,
        winners=Span(76, 77),
        nominees=Span(76, 77),
        coverage=(CategoryCoverage("director", Span(76, 77), Span(76, 77), False, ""),),
        sources=dga.sources,
    )


def test_a_body_whose_nominees_were_not_collected_says_so(figures: RecordInfo) -> None:
    assert (body(figures, "cannes").winners, body(figures, "cannes").nominees) == (Span(76, 77), None)


def test_the_rows_of_all_bodies_add_up(figures: RecordInfo) -> None:
    assert sum(one.rows for one in figures.bodies) == figures.totals["nomination"]
    assert sum(one.editions for one in figures.bodies) == figures.totals["edition"]


def test_every_row_has_a_source(figures: RecordInfo) -> None:
    assert all(sum(count for _, count in one.sources) >= one.rows for one in figures.bodies)
    assert dict(figures.sources)["github:DLu/oscar_data"] >= body(figures, "oscars").rows


def test_the_file_is_named_with_its_size(figures: RecordInfo) -> None:
    assert (figures.path.suffix, figures.size_bytes > 0) == (".sqlite", True)
