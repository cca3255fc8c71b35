"""The stories that ship: the example has the errors it was written with, the stories of bench/ have none."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.console import ROOT

EXAMPLE = ROOT / "examples" / "oscar-night.txt"
STORIES = sorted((ROOT / "bench" / "articles").glob("*.txt"))


@cache
def report(path: Path, as_of: str) -> dict[str, list[dict[str, str]]]:
    """What `palmares check` says of a story, as JSON."""
    words = [sys.executable, "-c", "from palmares.cli import main; main()", "check", str(path)]
    printed = subprocess.run([*words, "--as-of", as_of, "--format", "json"], capture_output=True, text=True).stdout
    return json.loads(printed)


def marked(path: Path, as_of: str, verdict: str) -> list[str]:
    """The words of the claims that get this verdict."""
    return [claim["text"] for claim in report(path, as_of)["claims"] if claim["verdict"] == verdict]


def test_the_two_errors_of_the_example_are_refuted() -> None:
    refuted = marked(EXAMPLE, "2022-03-28", "refuted")

    assert [word for text in refuted for word in ("seven awards", "second woman") if word in text] == [
        "seven awards",
        "second woman",
    ]


def test_nothing_else_of_the_example_is_refuted() -> None:
    assert len(marked(EXAMPLE, "2022-03-28", "refuted")) == 2


def test_the_loose_year_of_the_example_is_imprecise() -> None:
    assert ["2022" in text for text in marked(EXAMPLE, "2022-03-28", "imprecise")] == [True]


def test_the_quotations_of_the_example_have_their_speakers() -> None:
    speakers = [quote["speaker"] for quote in report(EXAMPLE, "2022-03-28")["quotes"]]

    assert speakers == ["Odile Farrant", "Marcus Pellow"]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_true_stories_are_refuted_nowhere(path: Path) -> None:
    assert marked(path, path.name[:10], "refuted") == []


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_true_stories_are_mostly_supported(path: Path) -> None:
    verdicts = Counter(claim["verdict"] for claim in report(path, path.name[:10])["claims"])

    assert verdicts["supported"] >= 8
