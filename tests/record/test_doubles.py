"""What may stand in the record twice is found, and what does not is left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from palmares.record import Problem, open_record, problems
from palmares.record.doubles import is_letter_apart

TINY = Path(__file__).parent.parent / "tiny"


def found(tmp_path: Path, file: str, old: str, new: str) -> list[tuple[str, str]]:
    data = Path(shutil.copytree(TINY, tmp_path / "data"))
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new), encoding="utf-8")
    with open_record(data, cache=tmp_path / "cache") as record:
        return [(problem.check, problem.where) for problem in problems(record, data)]


@pytest.mark.parametrize(
    ("file", "old", "new", "check", "where"),
    [
        (
            "people.csv",
            "mark-eydelshteyn,",
            "yura-borisow,Yura Borisow,,,,,,,known\nmark-eydelshteyn,",
            "",
            "",
        ),
    ],
)
def test_placeholder_is_replaced(tmp_path: Path, file: str, old: str, new: str, check: str, where: str) -> None:
    assert found(tmp_path, file, old, new) == [(check, where)]


@pytest.mark.parametrize(
    ("one", "other", "is_apart"),
    [
        ("john box", "john cox", True),
        ("anora", "anorra", True),
        ("anora", "anor", True),
        ("anora", "anora", True),
        ("anora", "aurora", False),
        ("anora", "arona", False),
        ("", "a", True),
        ("", "", True),
        ("ab", "abcd", False),
    ],
)
def test_names_are_told_apart_by_one_letter(one: str, other: str, is_apart: bool) -> None:
    assert (is_letter_apart(one, other), is_letter_apart(other, one)) == (is_apart, is_apart)
