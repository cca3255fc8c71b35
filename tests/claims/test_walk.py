"""Going over a claim: every node once, parts exchanged, holes found and filled."""

from __future__ import annotations

import pytest
from hypothesis import given

from palmares.claims import (
    Film,
    Hole,
    Kind,
    OfCategory,
    Outcome,
    Person,
    WithOutcome,
    children,
    fill,
    format_claim,
    from_wire,
    holes,
    node_name,
    parse_claim,
    replace,
    to_wire,
    walk,
)
from palmares.errors import InvalidClaim
from tests.claims.strategies import claims, law, nodes

MOST = parse_claim("extreme(film, oscars/..97 won, most, count(nomination, any)) = {film b, film a}")


def test_walk_goes_from_the_top_and_from_left_to_right() -> None:
    names = [node_name(type(node)) for node in walk(MOST)]

    assert names == [
        "compare", "extreme", "select", "of-award", "of-editions", "with-outcome", "count", "select", "film", "film",
    ]  # fmt: skip


def test_children_of_a_set_come_in_their_order() -> None:
    assert children(MOST)[1:] == (Film("a"), Film("b"))


def named(wire: object) -> int:
    """How many nodes a JSON form names."""
    if isinstance(wire, dict):
        return ("node" in wire) + sum(map(named, wire.values()))
    return sum(map(named, wire)) if isinstance(wire, list) else 0


@law
@given(nodes)
def test_walk_yields_as_many_nodes_as_the_json_names(node) -> None:
    assert len(list(walk(node))) == named(to_wire(node))


@law
@given(nodes)
def test_replacing_nothing_returns_the_very_node(node) -> None:
    assert replace(node, {}) is node
    assert replace(node, lambda old: old) is node


@law
@given(claims)
def test_replacing_there_and_back_returns_the_claim(claim) -> None:
    away = {node: WithOutcome(Outcome.TIED) for node in walk(claim) if node == WithOutcome(Outcome.WON)}
    there = {WithOutcome(Outcome.WON): WithOutcome(Outcome.TIED)}
    back = {new: old for old, new in there.items()}
    if WithOutcome(Outcome.TIED) not in walk(claim):
        assert replace(replace(claim, away), back) == claim


def test_parts_are_exchanged_by_a_mapping() -> None:
    claim = parse_claim("exists(oscars/97 category actress won person mikey-madison) = true")
    changed = replace(
        claim, {Person("mikey-madison"): Person("demi-moore"), WithOutcome(Outcome.WON): WithOutcome("lost")}
    )

    assert format_claim(changed) == "exists(oscars/97 category actress lost person demi-moore) = true"


def test_parts_are_exchanged_by_a_function() -> None:
    claim = parse_claim("count(film, oscars category actor|actress) = 3")
    changed = replace(claim, lambda node: OfCategory(("director",)) if isinstance(node, OfCategory) else node)

    assert format_claim(changed) == "count(film, oscars category director) = 3"


def test_labels_stay_where_other_parts_change() -> None:
    wire = to_wire(parse_claim("exists(oscars won film x) = true"))
    wire["left"]["of"]["where"][2]["film"]["label"] = "The X"
    changed = replace(from_wire(wire), {WithOutcome(Outcome.WON): WithOutcome(Outcome.LOST)})

    assert [node.label for node in walk(changed) if isinstance(node, Film)] == ["The X"]


def test_what_cannot_stand_there_is_refused() -> None:
    claim = parse_claim("exists(film x) = true")

    with pytest.raises(InvalidClaim):
        replace(claim, {Film("x"): Person("x")})


def test_equal_holes_are_one_hole() -> None:
    claim = parse_claim("count(nomination, season 2024 film ?) = count(nomination, season 2024 won film ?film)")

    assert holes(claim) == (Hole(Kind.FILM),)
    assert (
        format_claim(fill(claim, Film("anora-2024")))
        == "count(nomination, season 2024 film anora-2024) = count(nomination, season 2024 won film anora-2024)"
    )


def test_holes_are_filled_in_the_order_in_which_they_are_found() -> None:
    claim = parse_claim("count(nomination, ?award category ?category won) = ?")
    filled = fill(claim, "oscars", "picture", 97)

    assert holes(claim) == (Hole(Kind.AWARD), Hole(Kind.CATEGORY), Hole(Kind.NUMBER))
    assert format_claim(filled) == "count(nomination, oscars category picture won) = 97"


def test_a_hole_for_a_set_takes_one_film_or_several() -> None:
    claim = parse_claim("next(film, oscars category picture won, film a) = ?")

    assert format_claim(fill(claim, Film("b"))) == "next(film, oscars category picture won, film a) = {film b}"
    assert fill(claim, frozenset({Film("b"), Film("c")})).right == {Film("b"), Film("c")}


@pytest.mark.parametrize("values", [(), (Film("a"), Film("b"))])
def test_a_claim_takes_as_many_values_as_it_has_holes(values: tuple) -> None:
    with pytest.raises(InvalidClaim, match="values for 1 holes"):
        fill(parse_claim("exists(film ?) = true"), *values)
