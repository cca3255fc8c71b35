"""The JSON form: exact both ways for every node, strict in reading, and described by its schema."""

from __future__ import annotations

import copy
import datetime as dt
import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palmares.claims import (
    NODES,
    Compare,
    Count,
    Exists,
    Feat,
    Film,
    OfAward,
    OfEditions,
    OfFilm,
    Operator,
    Outcome,
    Select,
    Unit,
    WithOutcome,
    from_wire,
    node_from_wire,
    node_name,
    parse_claim,
    to_wire,
    walk,
    wire_schema,
)
from palmares.claims.wire import NAMED
from palmares.errors import InvalidClaim
from tests.claims.strategies import claims, law, nodes

FIVE = Compare(
    Count(
        Select((OfAward("oscars"), OfEditions(97, 97), WithOutcome(Outcome.WON), OfFilm(Film("anora-2024", "Anora")))),
        Unit.NOMINATION,
    ),
    Operator.EQ,
    5,
)
FIVE_WIRE = {
    "node": "compare",
    "left": {
        "node": "count",
        "of": {
            "node": "select",
            "where": [
                {"node": "of-award", "award": "oscars"},
                {"node": "of-editions", "first": 97, "last": 97},
                {"node": "with-outcome", "outcome": "won"},
                {"node": "of-film", "film": {"node": "film", "id": "anora-2024", "label": "Anora"}},
            ],
        },
        "unit": "nomination",
    },
    "operator": "=",
    "right": 5,
}


def test_a_claim_is_written_with_its_fields_and_labels() -> None:
    assert to_wire(FIVE) == FIVE_WIRE


def test_labels_come_back_from_json() -> None:
    labels = [node.label for node in walk(from_wire(FIVE_WIRE)) if isinstance(node, Film)]

    assert labels == ["Anora"]


def test_sets_and_days_are_written_in_canonical_order() -> None:
    claim = parse_claim("members(film, any) = {film b, film a}")
    held = parse_claim("attribute(edition oscars/97, held) = 2025-03-02")

    assert to_wire(claim)["right"] == {"set": [{"node": "film", "id": "a"}, {"node": "film", "id": "b"}]}
    assert to_wire(held)["right"] == {"date": "2025-03-02"}


@law
@given(nodes)
def test_every_node_reads_back_from_json(node) -> None:
    wire = json.loads(json.dumps(to_wire(node)))

    assert node_from_wire(wire, type(node)) == node
    assert to_wire(node_from_wire(wire, type(node))) == to_wire(node)


def changed(path: tuple, value: object) -> dict:
    """The example with one value put elsewhere; `...` takes it out."""
    wire = copy.deepcopy(FIVE_WIRE)
    place = wire
    for step in path[:-1]:
        place = place[step]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return wire


WHERE = ("left", "of", "where")
WRONG = (
    (("node",), "comparison", "", "'comparison' is no node"),
    (("node",), "film", "", "film cannot stand here"),
    (("node",), ..., "", "nothing is no node"),
    (("left",), ..., "", "compare without its left"),
    (("extra",), 1, "", "compare with the unknown 'extra'"),
    (("right",), None, "right", "nothing cannot stand here"),
    (("right",), [5], "right", "a list cannot stand here"),
    (("right",), True, "", "a comparison of number with a truth"),
    (("right",), "5", "", "a comparison of number with a text"),
    (("right",), {"set": []}, "", "= takes no set"),
    (("right",), {"set": [5, 5]}, "right", "a set with a member twice"),
    (("right",), {"set": [5, [6]]}, "right.set[1]", "a list cannot stand here"),
    (("right",), {"set": {}}, "right", "a set must be"),
    (("right",), {"date": "2025-02-30"}, "right", "a day must be"),
    (("right",), {"date": "20250302"}, "right", "a day must be"),
    (("operator",), "==", "", "'==' is none of"),
    (("left", "unit"), "prize", "left", "'prize' is none of"),
    (("left", "unit"), 3, "left.unit", "a number cannot stand here"),
    ((*WHERE, 0, "award"), "", "left.of.where[0]", "an empty text as award"),
    ((*WHERE, 0, "award"), "\ud800", "left.of.where[0]", "not Unicode"),
    ((*WHERE, 1, "first"), True, "left.of.where[1].first", "a truth cannot stand here"),
    ((*WHERE, 1, "first"), 98, "left.of.where[1]", "runs backwards"),
    ((*WHERE, 1, "first"), 97.5, "left.of.where[1].first", "a number cannot stand here"),
    ((*WHERE, 2, "outcome"), "win", "left.of.where[2]", "'win' is none of"),
    ((*WHERE, 3, "film", "label"), 5, "left.of.where[3].film", "a label that is not a text"),
    ((*WHERE, 3, "film"), "anora-2024", "left.of.where[3].film", "'anora-2024' cannot stand here"),
    ((*WHERE,), {}, "left.of.where", "nothing is no node"),
    ((*WHERE, 2), {"node": "of-award", "award": "dga"}, "left.of", "same constraint twice"),
)


@pytest.mark.parametrize(("path", "value", "source", "problem"), WRONG)
def test_json_that_is_no_claim_is_refused_where_it_fails(path: tuple, value: object, source: str, problem: str) -> None:
    with pytest.raises(InvalidClaim) as caught:
        from_wire(changed(path, value))

    assert caught.value.source == source
    assert problem in caught.value.problem


KEYS = st.sampled_from(["node", "set", "date", "left", "of", "id"])
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(sorted(NAMED))


@law
@given(st.recursive(VALUES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)))
def test_any_json_is_a_claim_or_an_invalid_claim(value: object) -> None:
    with pytest.raises(InvalidClaim):
        from_wire(value)


def test_json_nested_without_end_is_refused() -> None:
    wire: dict = {"node": "select", "where": []}
    for _ in range(5000):
        wire = {"node": "and", "left": wire, "right": {"node": "select", "where": []}, "on": "film"}

    with pytest.raises(InvalidClaim, match="nodes within one another"):
        node_from_wire(wire, NAMED["and"])


def test_a_node_nested_too_deeply_has_no_json() -> None:
    claim = Compare(Exists(Select(())), Operator.EQ, True)
    for _ in range(300):
        claim = Compare(Count(Feat(Select(()), (Unit.FILM,), claim), Unit.FILM), Operator.GE, 1)

    with pytest.raises(InvalidClaim, match="nodes within one another"):
        to_wire(claim)


def test_numbers_beyond_all_measure_are_refused() -> None:
    for number in (10**5000, -(10**5000), float("inf"), float("nan")):
        with pytest.raises(InvalidClaim):
            from_wire(changed(("right",), number))
    with pytest.raises(InvalidClaim):
        from_wire(changed((*WHERE, 1, "first"), 10**5000))


@settings(law, max_examples=40)
@given(claims)
def test_the_schema_accepts_every_claim(claim) -> None:
    validator = jsonschema.Draft202012Validator(wire_schema())

    assert list(validator.iter_errors(json.loads(json.dumps(to_wire(claim))))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [(("node",), "film"), (("left",), ...), (("extra",), 1), (("right",), None), (("operator",), "=="),
     (("left", "unit"), "prize"), ((*WHERE, 1, "first"), "97"), ((*WHERE, 2, "outcome"), "win")],
)  # fmt: skip
def test_the_schema_refuses_what_has_another_shape(path: tuple, value: object) -> None:
    validator = jsonschema.Draft202012Validator(wire_schema())

    assert list(validator.iter_errors(FIVE_WIRE)) == []
    assert list(validator.iter_errors(changed(path, value))) != []


def test_the_schema_is_itself_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(wire_schema())


def test_each_node_has_its_name_and_its_schema() -> None:
    names = {node_name(kind) for kind in NODES}

    assert set(NAMED) == names
    assert set(wire_schema()["$defs"]) == {*names, "node", "date"}


def test_a_day_with_a_time_is_no_day() -> None:
    with pytest.raises(InvalidClaim, match="cannot have a datetime"):
        Compare(Exists(Select(())), Operator.EQ, dt.datetime(2025, 3, 2))  # noqa: DTZ001
