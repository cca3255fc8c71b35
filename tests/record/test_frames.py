"""Nominations by what is asked for, and as data frames."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from palmares.errors import UnknownName, UnusableInput
from palmares.record import Nominations, Record, open_record
from palmares.record.frames import COLUMNS

TINY = Path(__file__).parent.parent / "tiny"
FRAMES = {"pyarrow": "to_arrow", "polars": "to_polars", "pandas": "to_pandas"}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(TINY, cache=tmp_path_factory.mktemp("cache")) as record:
        yield record


def ids(rows: Nominations) -> list[str]:
    return [row.id for row in rows]


def test_without_filters_all_nominations_are_given(tiny: Record) -> None:
    assert len(tiny.nominations()) == tiny.connection.execute("SELECT count(*) FROM nomination").fetchone()[0]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"award": "oscars", "edition": 97, "category": "actress", "won": True}, ["oscars/97/actress/3"]),
        ({"award": "Oscars", "season": 2024, "category": "Best Actress", "won": True}, ["oscars/97/actress/3"]),
        ({"person": "Mikey Madison", "award": "oscars"}, ["oscars/97/actress/3"]),
        ({"person": "mikey-madison", "film": "anora", "award": "Academy Awards"}, ["oscars/97/actress/3"]),
        (
            {"award": "oscars", "edition": 97, "category": "acting", "film": "Anora"},
            ["oscars/97/actress/3", "oscars/97/supporting-actor/1"],
        ),
        ({"award": "oscars", "edition": 50}, []),
        ({"season": 10**12}, []),
    ],
)
def test_nominations_are_given_by_what_is_asked_for(
    tiny: Record, filters: dict[str, str | int | bool], found: list[str]
) -> None:
    assert sorted(ids(tiny.nominations(**filters))) == sorted(found)


def test_won_and_not_won_are_all(tiny: Record) -> None:
    won, lost = tiny.nominations(award="oscars", won=True), tiny.nominations(award="oscars", won=False)

    assert sorted([*ids(won), *ids(lost)]) == sorted(ids(tiny.nominations(award="oscars")))


def test_filters_choose_among_the_rows_that_are_given(tiny: Record) -> None:
    rows = [row.row for row in tiny.nominations(award="oscars", edition=97, category="actress")]

    chosen = tiny.nominations(reversed(rows), won=False)
    assert [row.row for row in chosen] == [row for row in reversed(rows) if not tiny.nominations([row])[0].won]


def test_rows_are_given_in_the_order_asked_for(tiny: Record) -> None:
    assert [row.row for row in tiny.nominations([3, 1, 2])] == [3, 1, 2]


@pytest.mark.parametrize("filters", [{"film": "\ud800"}, {"person": ""}, {"award": "\ud800"}, {"category": " "}])
def test_what_is_no_name_is_an_error_like_any_other(tiny: Record, filters: dict[str, str]) -> None:
    with pytest.raises(UnknownName):
        tiny.nominations(**filters)


@pytest.mark.parametrize("name", ["award", "category", "film", "person"])
def test_a_name_that_nothing_bears_is_an_error_with_near_ones(tiny: Record, name: str) -> None:
    wrong = {"award": "oscarz", "category": "bst actress", "film": "Anorra", "person": "Mikey Madisn"}[name]

    with pytest.raises(UnknownName) as caught:
        tiny.nominations(**{name: wrong})

    assert caught.value.name == wrong
    assert caught.value.near


# --- data frames ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("library", "method"), FRAMES.items())
def test_a_data_frame_has_a_row_for_each_nomination(tiny: Record, library: str, method: str) -> None:
    pytest.importorskip(library)

    frame = getattr(tiny.nominations(award="oscars", edition=97), method)()

    assert frame.shape == (len(tiny.nominations(award="oscars", edition=97)), len(COLUMNS))


@pytest.mark.parametrize(("library", "method"), FRAMES.items())
def test_a_data_frame_of_nothing_has_its_columns(tiny: Record, library: str, method: str) -> None:
    pytest.importorskip(library)

    frame = getattr(tiny.nominations(award="oscars", edition=50), method)()

    assert frame.shape == (0, len(COLUMNS))


def test_arrow_and_polars_hold_the_same_values(tiny: Record) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("polars")
    rows = tiny.nominations(film="Anora")

    assert rows.to_arrow().to_pylist() == rows.to_polars().to_dicts()


def test_a_row_of_a_data_frame_says_what_the_nomination_says(tiny: Record) -> None:
    pytest.importorskip("pyarrow")

    (row,) = tiny.nominations(award="oscars", edition=97, category="picture", won=True).to_arrow().to_pylist()

    assert (row["films"], row["film_ids"], row["won"], row["country"]) == (["Anora"], ["anora-2024"], True, None)
    assert row["people"] == ["Alex Coco", "Samantha Quan", "Sean Baker"]


@pytest.mark.parametrize(("library", "method"), FRAMES.items())
def test_a_library_that_is_not_installed_is_named(
    tiny: Record, monkeypatch: pytest.MonkeyPatch, library: str, method: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(UnusableInput) as caught:
        getattr(tiny.nominations([1]), method)()

    assert (caught.value.source, caught.value.remedy) == (library, f"Install it: pip install {library}")
