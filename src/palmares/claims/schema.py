"""The JSON Schema of claims, made from the annotations of the nodes' fields.

It says which fields and types each node has. What a newcomer gets wrong: it is wider than `from_wire`, which
also refuses claims that have the right shape and no meaning, such as a count compared with a date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import Enum
from types import NoneType

from palmares.claims.fields import Node, Shape, displayed, node_name, shapes
from palmares.claims.nodes import NODES, Compare
from palmares.claims.wire import NAMED, Json

PLAIN: dict[type, dict[str, Json]] = {
    NoneType: {"type": "null"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string", "minLength": 1},
    dt.date: {"$ref": "#/$defs/date"},
}
"""The schema of each type that is not a node."""


def wire_schema() -> dict[str, Json]:
    """The JSON Schema (2020-12) that every claim's JSON form meets."""
    definitions: dict[str, Json] = {node_name(kind): node_schema(kind) for kind in NODES}
    definitions["node"] = dispatch()
    definitions["date"] = closed(
        {"date": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A claim",
        "$ref": f"#/$defs/{node_name(Compare)}",
        "$defs": definitions,
    }


def node_schema(kind: type) -> dict[str, Json]:
    """An object with the fields of a node class."""
    properties: dict[str, Json] = {"node": {"const": node_name(kind)}}
    properties.update({name: shape_schema(shape) for name, shape in shapes(kind).items()})
    optional: dict[str, Json] = {name: {"type": "string"} for name in displayed(kind)}
    summary = (kind.__doc__ or "").partition("\n")[0]
    return {"description": summary, **closed(properties, optional)}


def closed(required: dict[str, Json], optional: dict[str, Json] | None = None) -> dict[str, Json]:
    """An object of these properties and no others."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def shape_schema(shape: Shape) -> dict[str, Json]:
    """What one field may hold."""
    options = type_schemas(shape.one)
    if shape.many:
        options.append({"type": "array", "items": any_of(type_schemas(shape.many))})
    if shape.members:
        members: dict[str, Json] = {
            "type": "array",
            "items": any_of(type_schemas(shape.members)),
            "minItems": 1,
            "uniqueItems": True,
        }
        options.append(closed({"set": members}))
    return any_of(options)


def type_schemas(kinds: Iterable[type]) -> list[Json]:
    """The schemas of some types, in the order of their names; all nodes among them make one."""
    ordered = sorted(kinds, key=lambda kind: kind.__name__)
    named: list[Json] = [node_name(kind) for kind in ordered if issubclass(kind, Node)]
    nodes: Json = {"$ref": "#/$defs/node", "properties": {"node": {"enum": named}}}
    return [type_schema(kind) for kind in ordered if not issubclass(kind, Node)] + [nodes] * bool(named)


def type_schema(kind: type) -> dict[str, Json]:
    """The schema of one type that is not a node."""
    return {"enum": [word.value for word in kind]} if issubclass(kind, Enum) else PLAIN[kind]


def dispatch() -> dict[str, Json]:
    """Any node, told by its name first, so that no validator tries the fields of thirty others at each depth."""
    cases: list[Json] = [
        {"if": {"properties": {"node": {"const": node_name(kind)}}}, "then": {"$ref": f"#/$defs/{node_name(kind)}"}}
        for kind in NODES
    ]
    return {"type": "object", "required": ["node"], "properties": {"node": {"enum": list(NAMED)}}, "allOf": cases}


def any_of(options: list[Json]) -> dict[str, Json]:
    """One of several schemas; the schema itself where there is one."""
    only = options[0]
    return only if len(options) == 1 and isinstance(only, dict) else {"anyOf": options}
