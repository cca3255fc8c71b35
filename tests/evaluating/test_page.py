"""The card of the benchmark documents what the command prints, and every part can be scored."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from palmares.errors import UnusableInput
from palmares.evaluating import Criterion, Labelled, check_seal, read_labelled, score_wire
from tests.evaluating.test_listing import SCORE

ROOT = Path(__file__).resolve().parents[2]
PARTS = ["development", "held_out/second", "held_out/third"]
PAGE = (ROOT / "docs" / "benchmark.md").read_text(encoding="utf-8")


def keys(wire: object) -> set[str]:
    """Every key of a JSON value, those of mappings by a name of the documents aside."""
    if isinstance(wire, list):
        return set().union(*map(keys, wire))
    if not isinstance(wire, dict):
        return set()
    below = [keys(value) for key, value in wire.items() if key != "declined"]
    return set(wire).union(*below)


def words_of(labelled: Labelled) -> tuple[str, ...]:
    """The words of a text, without marks and case."""
    return tuple(re.findall(r"\w+", labelled.document.text.casefold()))


def test_the_card_names_every_key_of_the_json() -> None:
    documented = set(re.findall(r"`([\w-]+)`", PAGE))

    assert keys(score_wire(SCORE, has_misses=True)) - {"tally"} <= documented


def test_the_card_names_every_criterion_by_its_id() -> None:
    assert set(re.findall(r"`([\w-]+)`", PAGE)) >= {criterion.value for criterion in Criterion}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_that_is_scored_has_every_criterion(part: str) -> None:
    name = Path(part).name
    block = re.search(rf"<!-- scores of {name}: .*?<!-- end of scores of {name} -->", PAGE, re.DOTALL)

    assert block
    assert "```console" in block[0] or "Not scored yet." in block[0]
    for criterion in Criterion if "```console" in block[0] else ():
        name = criterion.replace("-", ".")
        assert re.search(rf"^{name} +\S+ .*\d+/\d+$", block[0], re.MULTILINE), criterion


@pytest.mark.parametrize("part", PARTS)
def test_the_labels_of_every_part_are_as_they_should_be(part: str) -> None:
    declined = [labelled.id for labelled in read_labelled(ROOT / "tests" / part) if labelled.declined]

    assert declined == []


@pytest.mark.parametrize("part", PARTS[1:])
def test_every_part_held_out_is_sealed(part: str) -> None:
    with pytest.raises(UnusableInput):
        check_seal(ROOT / "tests" / part)


def test_no_text_stands_in_two_parts() -> None:
    parts = [{words_of(labelled) for labelled in read_labelled(ROOT / "tests" / part)} for part in PARTS]

    assert [len(one & other) for one, other in combinations(parts, 2)] == [0, 0, 0]


def test_the_corpus_is_as_large_as_the_page_says() -> None:
    documents = [labelled for part in PARTS for labelled in read_labelled(ROOT / "tests" / part)]
    articles = sum(labelled.document.source != labelled.id for labelled in documents)

    assert f"| all | {articles:,} | {len(documents) - articles:,} |" in PAGE
