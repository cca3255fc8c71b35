"""The card of the benchmark documents what the command prints, and every part can be scored."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from palmares.evaluating import Criterion, read_labelled, score_wire
from tests.evaluating.test_listing import SCORE

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "benchmark.md").read_text(encoding="utf-8")


def keys(wire: object) -> set[str]:
    """Every key of a JSON value, those of mappings by a name of the documents aside."""
    if isinstance(wire, list):
        return set().union(*map(keys, wire))
    if not isinstance(wire, dict):
        return set()
    below = [keys(value) for key, value in wire.items() if key != "declined"]
    return set(wire).union(*below)


def test_the_card_names_every_key_of_the_json() -> None:
    documented = set(re.findall(r"`([\w-]+)`", PAGE))

    assert keys(score_wire(SCORE, has_misses=True)) - {"tally"} <= documented


def test_the_card_names_every_criterion_by_its_id() -> None:
    assert set(re.findall(r"`([\w-]+)`", PAGE)) >= {criterion.value for criterion in Criterion}


def test_the_card_has_a_score_for_every_criterion() -> None:
    block = re.search(r"<!-- scores: .*?<!-- end of scores -->", PAGE, re.DOTALL)

    assert block
    for criterion in Criterion:
        name = criterion.replace("-", ".")
        assert re.search(rf"^{name} +\S+ .*\d+/\d+$", block[0], re.MULTILINE), criterion


@pytest.mark.parametrize("half", ["development", "held_out"])
def test_the_labels_of_both_halves_are_as_they_should_be(half: str) -> None:
    declined = [labelled.id for labelled in read_labelled(ROOT / "tests" / half) if labelled.declined]

    assert declined == []
