"""The pattern language: words that become one expression over the kinds of items."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmares.reading.kinds import BARRIERS, CLASSES, CODES, KINDS, code
from palmares.reading.pattern import ANCHORS, GAPS, LOOKAHEAD, compile_pattern, encode
from palmares.reading.words import lexicon
from tests.reading.making import items_of

MADE_OF_OTHERS = frozenset(("CATEGORY",))
"""Kinds of lexicon entries that become items of another kind."""


def found(pattern: str, kinds: str) -> dict[str, str] | None:
    """The kinds that each capture of a pattern takes, "" for the whole; None where it does not fit."""
    items = items_of(kinds)
    compiled = compile_pattern(pattern)
    match = compiled.expression.search(encode(items))
    if match is None:
        return None
    names = ("", *compiled.names)
    return {
        name: " ".join(item.kind for item in items[slice(*match.span(name or 0))])
        for name in names
        if match.span(name or 0) != (-1, -1)
    }


# --- kinds and classes --------------------------------------------------------------------------------------------


def test_every_kind_has_a_character_of_its_own() -> None:
    assert len(set(CODES.values())) == len(KINDS) == len(set(KINDS))


def test_no_character_means_something_to_an_expression() -> None:
    assert [letter for letter in CODES.values() if re.escape(letter) != letter] == []


def test_no_class_bears_the_name_of_a_kind() -> None:
    assert set(CLASSES) & set(KINDS) == set()


def test_every_class_is_made_of_kinds() -> None:
    assert {kind for kinds in CLASSES.values() for kind in kinds.split()} - set(KINDS) == set()


def test_every_barrier_is_a_kind() -> None:
    assert set(KINDS) >= BARRIERS


def test_every_word_of_the_lexicon_is_of_a_kind() -> None:
    entries, _ = lexicon()

    assert {entry.kind for entry in entries.values()} - set(KINDS) - MADE_OF_OTHERS == set()


def test_every_element_of_the_language_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reading.md").read_text(encoding="utf-8")
    elements = {re.match(r"[^A-Z`]*", found)[0] for found in re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)}

    assert {*GAPS, *ANCHORS, *LOOKAHEAD} - elements == set()


def test_a_kind_that_must_not_stand_before_is_not_taken() -> None:
    assert found("<TIMES WON", "TIMES WON SEMI WON") == {"": "WON"}


def test_a_possessor_may_stand_or_not() -> None:
    assert found("FOR 's FILM", "FOR PERSONOF POSS FILM") == {"": "FOR PERSONOF POSS FILM"}


def test_a_misspelt_kind_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        compile_pattern("who:SUBJECT WINNING")


@pytest.mark.parametrize("pattern", ["who:subject", "Who:SUBJECT", "SUBJECT++", "who:"])
def test_a_word_that_is_no_term_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="is no term"):
        compile_pattern(pattern)


# --- terms --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "kinds", "expected"),
    [
        ("WON PRIZE", "FILM WON PRIZE STOP", {"": "WON PRIZE"}),
        ("WON PRIZE", "FILM WON OTHER PRIZE STOP", None),
        ("who:SUBJECT WON", "FILM WON", {"": "FILM WON", "who": "FILM"}),
        ("who:SUBJECT WON", "SAME WON", {"": "SAME WON", "who": "SAME"}),
        ("who:SUBJECT WON", "FILMOF WON", None),
        ("WON BODY? PRIZE", "WON AWARD PRIZE", {"": "WON AWARD PRIZE"}),
        ("WON BODY? PRIZE", "WON PRIZE", {"": "WON PRIZE"}),
        ("WON body:BODY? PRIZE", "WON PRIZE", {"": "WON PRIZE"}),
    ],
)
def test_a_term_takes_one_item_of_a_kind_or_class(pattern: str, kinds: str, expected: dict[str, str] | None) -> None:
    assert found(pattern, kinds) == expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("WON PRIZE", "PRIZE"),
        ("WON PRIZE AND PRIZE", "PRIZE AND PRIZE"),
        ("WON PRIZE COMMA PRIZE COMMA AND PRIZE", "PRIZE COMMA PRIZE COMMA AND PRIZE"),
        ("WON PRIZE COMMA FILM WON PRIZE", "PRIZE"),
        ("WON PRIZE COMMA COMMA COMMA PRIZE", "PRIZE"),
    ],
)
def test_a_plus_takes_a_list(kinds: str, expected: str) -> None:
    assert (found("WON what:PRIZE+", kinds) or {})["what"] == expected


def test_a_star_takes_a_run_whole() -> None:
    assert found("WON what:DEED*", "WON NUMBER TIMES FOR PRIZE OTHER") == {
        "": "WON NUMBER TIMES FOR PRIZE",
        "what": "NUMBER TIMES FOR PRIZE",
    }


def test_a_forbidden_kind_may_not_follow() -> None:
    assert found("WON PRIZE !NOMINATION", "WON PRIZE NOMINATION") is None


def test_an_asked_for_kind_must_follow_and_is_not_taken() -> None:
    assert found("WON =PRIZE", "WON PRIZE") == {"": "WON"}


# --- gaps ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gap", "between", "fits"),
    [
        ("~", "", True),
        ("~", "OTHER OTHER OTHER", True),
        ("~", "OTHER OTHER OTHER OTHER", False),
        ("~", "COMMA", False),
        ("..", "COMMA FOR AWARD OTHER OTHER", True),
        ("..", "OTHER " * 6, False),
        ("...", "OTHER " * 12, True),
        ("...", "OTHER " * 13, False),
    ],
)
def test_a_gap_passes_over_so_many_items(gap: str, between: str, fits: bool) -> None:
    assert (found(f"WON {gap} PRIZE", f"WON {between} PRIZE") is not None) is fits


@pytest.mark.parametrize("gap", ["~", "..", "..."])
@pytest.mark.parametrize("barrier", sorted(BARRIERS))
def test_no_gap_passes_over_a_barrier(gap: str, barrier: str) -> None:
    assert found(f"TIMES {gap} PRIZE", f"TIMES {barrier} PRIZE") is None


# --- anchors ------------------------------------------------------------------------------------------------------


def test_a_caret_is_the_start_of_the_sentence() -> None:
    assert found("^ PRIZE", "OTHER PRIZE") is None


@pytest.mark.parametrize(
    ("after", "fits"), [("STOP", True), ("SEMI", True), ("AFTER", True), ("OTHER", False), ("", True)]
)
def test_a_dollar_is_where_a_clause_ends(after: str, fits: bool) -> None:
    assert (found("WON PRIZE $", f"WON PRIZE {after}".strip()) is not None) is fits


# --- what a sentence must hold ------------------------------------------------------------------------------------


def test_a_pattern_needs_each_term_that_is_not_optional() -> None:
    pattern = compile_pattern("WON BODY? .. what:WHAT+ !NOMINATION")

    assert pattern.needs == (frozenset(code("WON")), frozenset(map(code, CLASSES["WHAT"].split())))


@given(st.lists(st.sampled_from(KINDS), max_size=40).map(" ".join))
def test_a_sentence_has_one_character_an_item(kinds: str) -> None:
    items = items_of(kinds)

    assert len(encode(items)) == len(items)


@pytest.mark.parametrize(
    ("kinds", "what"),
    [("NUMBER NOMINATION FOR PRIZE STOP", "PRIZE"), ("NUMBER NOMINATION FOR FILMOF STOP", "")],
)
def test_several_terms_are_optional_together(kinds: str, what: str) -> None:
    actual = found("n:NUMBER NOMINATION ( FOR what:PRIZE )?", kinds)

    assert actual is not None
    assert actual.get("what", "") == what
    assert actual[""] == f"NUMBER NOMINATION{' FOR PRIZE' if what else ''}"


def test_what_follows_a_slash_is_asked_for_and_no_part_of_the_match() -> None:
    actual = found("n:NUMBER / OF m:NUMBER NOMINATION", "FILM WON NUMBER OF NUMBER NOMINATION STOP")

    assert actual == {"": "NUMBER", "n": "NUMBER", "m": "NUMBER"}
    assert found("n:NUMBER / OF m:NUMBER NOMINATION", "FILM WON NUMBER OF NUMBER WIN STOP") is None
