"""The JSON form of a claim: each node an object that names itself, read back strictly.

    {"node": "of-film", "film": {"node": "film", "id": "anora-2024", "label": "Anora"}}

Everything here follows the annotations of the nodes' fields. What a newcomer gets wrong: labels travel in JSON, as they
do not in the canonical text, and still take no part in equality.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NoReturn, TypeAlias, TypeVar, cast

from palmares.claims.fields import Node, Shape, article, compared, displayed, node_name, shapes, structure
from palmares.claims.nodes import NODES, Claim, Compare
from palmares.errors import InvalidClaim

N = TypeVar("N", bound=Node)
Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""A plain JSON value."""

DEEPEST = 120
"""Nodes within nodes beyond this are refused, so that no input can exhaust the stack."""

NAMED = {node_name(kind): kind for kind in NODES}
"""The class of each name that `node` may have."""


def to_wire(node: Node) -> dict[str, Json]:
    """The node as plain JSON values: every field that carries meaning, and the label if there is one.

    Raises:
        InvalidClaim: the node is nested too deeply.

    >>> to_wire(NAMED["of-award"]("oscars"))
    {'node': 'of-award', 'award': 'oscars'}
    """
    return node_to_wire(node, 0)


def node_to_wire(node: Node, depth: int) -> dict[str, Json]:
    """One node at its depth."""
    if depth > DEEPEST:
        raise InvalidClaim(f"more than {DEEPEST} nodes within one another")
    wire: dict[str, Json] = {"node": node_name(type(node))}
    wire.update({name: value_to_wire(getattr(node, name), depth + 1) for name in compared(type(node))})
    wire.update({name: label for name in displayed(type(node)) if (label := getattr(node, name))})
    return wire


def value_to_wire(value: object, depth: int) -> Json:
    """One field's value."""
    match value:
        case Node():
            return node_to_wire(value, depth)
        case tuple():
            return [value_to_wire(item, depth) for item in value]
        case frozenset():
            return {"set": [value_to_wire(item, depth) for item in sorted(value, key=structure)]}
        case dt.date():
            return {"date": value.isoformat()}
        case str():
            return str(value)
        case None | bool() | int() | float():
            return value
        case _:
            raise AssertionError(f"{value!r} stands in no node")


def from_wire(value: object) -> Claim:
    """The claim of its JSON form.

    Raises:
        InvalidClaim: it is no claim; `source` is the path to what is at fault, such as `left.of.where[2]`.
    """
    return node_from_wire(value, Compare)


def node_from_wire(value: object, kind: type[N]) -> N:
    """The node of a class from its JSON form: the inverse of `to_wire` for every class.

    Raises:
        InvalidClaim: it is no such node; `source` is the path to what is at fault.
    """
    return cast(N, read_value(value, Shape(frozenset({kind}), frozenset(), frozenset()), ""))


def fail(problem: str, path: str) -> NoReturn:
    """Raise InvalidClaim for what stands at the path."""
    raise InvalidClaim(problem, path)


def read_value(value: object, shape: Shape, path: str) -> object:
    """A field's value: of one of the types that the shape names, or a list or set of them."""
    if isinstance(value, list) and shape.many:
        return tuple(read_one(item, shape.many, f"{path}[{at}]") for at, item in enumerate(value))
    if isinstance(value, dict) and "set" in value and shape.members:
        return read_set(value, shape.members, path)
    return read_one(value, shape.one, path)


def read_set(value: Mapping[object, object], allowed: frozenset[type], path: str) -> frozenset[object]:
    """A set, whose members must differ."""
    items = value["set"]
    if len(value) > 1 or not isinstance(items, list):
        fail('a set must be {"set": [...]}', path)
    members = [read_one(item, allowed, f"{path}.set[{at}]") for at, item in enumerate(items)]
    if len(set(members)) < len(members):
        fail("a set with a member twice", path)
    return frozenset(members)


def read_one(value: object, allowed: frozenset[type], path: str) -> object:
    """A single value of one of the types; the constructors of the nodes check words and texts."""
    if isinstance(value, dict):
        return read_date(value, path) if "date" in value and dt.date in allowed else read_node(value, allowed, path)
    if value is None or isinstance(value, (bool, int, float)):
        fits = type(value) in allowed
    else:
        fits = isinstance(value, str) and any(issubclass(kind, str) for kind in allowed)
    if not fits:
        fail(f"{shown(value)} cannot stand here", path)
    return value


def read_date(value: Mapping[object, object], path: str) -> dt.date:
    """A day."""
    text = value["date"]
    if len(value) == 1 and isinstance(text, str) and len(text) == len("YYYY-MM-DD"):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            pass
    fail('a day must be {"date": "YYYY-MM-DD"}', path)


def read_node(value: Mapping[object, object], allowed: frozenset[type], path: str) -> Node:
    """A node of one of the classes, its fields complete and no others."""
    name = value.get("node")
    kind = NAMED.get(name) if isinstance(name, str) else None
    if kind is None:
        fail(f"{shown(name)} is no node", path)
    if kind not in allowed:
        fail(f"{name} cannot stand here", path)
    if path.count(".") > DEEPEST:
        fail(f"more than {DEEPEST} nodes within one another", "")
    check_keys(value, kind, path)
    dot = f"{path}." if path else ""
    fields = {field: read_value(value[field], shape, f"{dot}{field}") for field, shape in shapes(kind).items()}
    labels = {field: value[field] for field in displayed(kind) if field in value}
    make: Callable[..., Node] = kind
    try:
        return make(**fields, **labels)
    except InvalidClaim as error:
        raise InvalidClaim(error.problem, path) from None


def check_keys(value: Mapping[object, object], kind: type[Node], path: str) -> None:
    """Raise InvalidClaim unless the object has the fields of the class, all of them and no others."""
    wanted = {"node", *compared(kind)}
    if missing := sorted(wanted - value.keys()):
        fail(f"{node_name(kind)} without its {' and '.join(missing)}", path)
    if unknown := sorted(map(shown, value.keys() - wanted - {*displayed(kind)})):
        fail(f"{node_name(kind)} with the unknown {' and '.join(unknown)}", path)


def shown(value: object) -> str:
    """A value for a message: a text itself, cut where it is long, of others the kind."""
    if not isinstance(value, str):
        return article(value)
    text = ascii(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
