"""What may stand in the record twice is found, and what does not is left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from palmares.record import Record, integrity, open_record, problems
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
            "yura-borisov,Yura Borisov,",
            "yura-borisov,Mikey Madisun,",
            "people-letter-apart",
            "mikey-madison and yura-borisov",
        ),
        (
            "films.csv",
            "the-substance-2024,The Substance,",
            "the-substance-2024,Anorra,",
            "titles-letter-apart",
            "anora-2024 and the-substance-2024",
        ),
        (
            "films.csv",
            "anora-2024,Anora,tt28607951,",
            "anora-2024,Poor Things,,",
            "film-of-two-years",
            "poor-things-2023 and anora-2024",
        ),
        (
            "people.csv",
            "mikey-madison,Mikey Madison,",
            "mikey-madison,ANORA,",
            "person-is-film",
            "mikey-madison and anora-2024",
        ),
    ],
)
def test_what_may_be_a_double_is_found(tmp_path: Path, file: str, old: str, new: str, check: str, where: str) -> None:
    assert found(tmp_path, file, old, new) == [(check, where)]


def test_a_race_of_too_many_nominees_is_found(monkeypatch: pytest.MonkeyPatch, record: Record) -> None:
    monkeypatch.setattr(integrity, "LARGEST_FIELD", 9)

    places = [problem.where for problem in integrity.implausible_fields(record)]
    assert "oscars/97/picture" in places
    assert "oscars/97/actress" not in places


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
