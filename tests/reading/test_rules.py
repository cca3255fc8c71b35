"""Rules: where their patterns fit, what their functions are asked, and what the rules of the house share."""

from __future__ import annotations

import inspect
import re

import pytest

from palmares.claims import Claim, Compare, Exists, OfAward, Operator, Select
from palmares.reading import RULES
from palmares.reading.context import Frame
from palmares.reading.grammar import GRAMMAR
from palmares.reading.items import Item
from palmares.reading.pattern import encode
from palmares.reading.rules import Grammar, Instance, Rule, instances, matches, rule, variants
from tests.reading.making import ANORA, CONCLAVE, items_of


def nothing(at: Frame, **captures: Item) -> Claim | None:
    """A function that makes no claim."""
    return None


def something(at: Frame, **captures: Item) -> Claim | None:
    """A function that makes a claim about the award in view."""
    return Compare(Exists(Select((OfAward(at.award),))), Operator.EQ, True)


def fitted(rule: Rule, kinds: str) -> list[Instance]:
    """The instances of a rule in a sentence of these kinds."""
    items = items_of(kinds)
    return [one for match in matches(rule, encode(items)) for one in instances(match, items)]


def spans(rule: Rule, kinds: str) -> list[str]:
    """The kinds in the span of each instance."""
    items = items_of(kinds)
    return [
        " ".join(item.kind for item in items if one.start <= item.start and item.end <= one.end)
        for one in fitted(rule, kinds)
    ]


# --- the rules of the house ---------------------------------------------------------------------------------------


def test_every_id_is_unique() -> None:
    ids = [one.id for one in RULES]

    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_an_id_is_kebab_case_in_a_family(one: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*/[a-z0-9]+(-[a-z0-9]+)*", one.id)


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_a_function_takes_what_its_pattern_captures(one: Rule) -> None:
    inspect.signature(one.make).bind(None, **dict.fromkeys(one.pattern.names))


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_a_list_and_a_tail_are_captures(one: Rule) -> None:
    assert {one.each, one.tail} - {None} <= set(one.pattern.names)


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)
def test_a_function_says_what_it_reads(one: Rule) -> None:
    assert inspect.getdoc(one.make)


# --- the index of the grammar -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kinds",
    [
        "FILM WON PRIZE STOP",
        "PERSON WON PRIZE COMMA PRIZE AND PRIZE FOR FILMOF STOP",
        "FILM HAS NUMBER NOMINATION STOP",
        "PRIZE WENT FILM STOP",
        "PERSON LOST PRIZE TO PERSONOF STOP",
        "OTHER OTHER STOP",
    ],
)
def test_the_index_leaves_out_no_match(kinds: str) -> None:
    code = encode(items_of(kinds))

    assert [(match.rule.id, match.first, match.last) for match in GRAMMAR.matches(code)] == [
        (match.rule.id, match.first, match.last) for one in RULES for match in matches(one, code)
    ]


def test_a_grammar_offers_nothing_to_a_sentence_without_its_kinds() -> None:
    grammar = Grammar.of((rule("test/won", "FILM WON", nothing),))

    assert list(grammar.matches(encode(items_of("FILM LOST STOP")))) == []


# --- instances ----------------------------------------------------------------------------------------------------


def test_a_rule_fits_wherever_its_pattern_does() -> None:
    won = rule("test/won", "who:FILM WON", nothing)

    assert spans(won, "FILM WON SEMI OTHER FILM WON") == ["FILM WON", "FILM WON"]


def test_a_capture_that_is_left_out_is_none() -> None:
    won = rule("test/won", "who:FILM WON what:PRIZE?", nothing)

    assert fitted(won, "FILM WON")[0].captures["what"] is None


def test_each_item_of_a_list_is_an_instance_with_a_span_of_its_own() -> None:
    won = rule("test/won", "who:FILM WON what:PRIZE+", nothing, each="what")

    assert spans(won, "FILM WON PRIZE COMMA PRIZE AND PRIZE") == ["FILM WON PRIZE", "PRIZE", "PRIZE"]


def test_a_list_that_opens_the_match_gives_the_rest_to_its_last() -> None:
    won = rule("test/won", "who:FILM+ WON PRIZE", nothing, each="who")

    assert spans(won, "FILM COMMA FILM AND FILM WON PRIZE") == ["FILM", "FILM", "FILM WON PRIZE"]


def test_a_list_that_is_not_taken_apart_is_handed_over_whole() -> None:
    won = rule("test/won", "who:FILM WON what:PRIZE+", nothing)
    (one,) = fitted(won, "FILM WON PRIZE AND PRIZE")
    what = one.captures["what"]

    assert isinstance(what, tuple)
    assert [item.kind for item in what] == ["PRIZE", "PRIZE"]


def test_a_tail_is_where_the_span_starts() -> None:
    own = rule("test/from", "who:FILM WON NUMBER FROM n:NUMBER NOMINATION", nothing, tail="n")

    assert spans(own, "FILM WON NUMBER FROM NUMBER NOMINATION") == ["NUMBER NOMINATION"]


def test_a_span_starts_at_an_item_that_has_a_width() -> None:
    items = (Item("SAME", 4, 4), Item("WON", 4, 7), Item("PRIZE", 8, 12))
    won = rule("test/won", "who:SAME WON PRIZE", something)
    (match,) = matches(won, encode(items))
    (one,) = instances(match, items)

    assert (one.start, one.end) == (4, 12)


# --- ambiguous mentions -------------------------------------------------------------------------------------------


def test_an_ambiguous_mention_is_taken_each_way_the_likeliest_first() -> None:
    film = Item("FILM", 0, 5, ANORA, (CONCLAVE,))
    ways = [(captures["who"], weight) for captures, weight in variants({"who": film})]

    assert [weight for _, weight in ways] == sorted((weight for _, weight in ways), reverse=True)
    assert [way.value for way, _ in ways if isinstance(way, Item)] == [ANORA, CONCLAVE]


def test_a_mention_of_one_meaning_is_taken_one_way() -> None:
    assert len(list(variants({"who": Item("FILM", 0, 5, ANORA), "what": None}))) == 1
