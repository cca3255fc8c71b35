"""Going over a claim: its parts, its holes, and the same claim with other parts.

Everything here follows the fields of the dataclasses, so a new node needs no entry. What a newcomer gets wrong: a
changed claim settles anew, so parts may stand in another order than before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace as with_fields
from typing import TypeVar, cast

from palmares.claims.entities import Hole, Literal
from palmares.claims.fields import Node, compared, structure
from palmares.claims.nodes import Claim
from palmares.errors import InvalidClaim

N = TypeVar("N", bound=Node)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly under a node, field by field; those of a set in their order."""
    values = [item for name in compared(type(node)) for item in listed(getattr(node, name))]
    return tuple(value for value in values if isinstance(value, Node))


def walk(node: Node) -> Iterator[Node]:
    """The node and all nodes under it, each before those under it."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(children(node)))


def replace(node: N, changes: Mapping[Node, object] | Callable[[Node], object]) -> N:
    """The same node with some of the nodes under it, or itself, exchanged.

    Args:
        node: what to change; it stays as it is.
        changes: the new for each old, or a function that returns the new one, or the node it was given to keep it. What
            has been put in is not looked into again.

    Raises:
        InvalidClaim: something cannot stand where it was put.

    >>> from palmares.claims import Film, OfFilm
    >>> replace(OfFilm(Film("anora-2024")), {Film("anora-2024"): Film("flow-2024")})
    OfFilm(film=Film(id='flow-2024'))
    """
    change = changes if callable(changes) else lambda old: changes.get(old, old)
    return cast(N, changed(node, change))


def changed(value: object, change: Callable[[Node], object]) -> object:
    """A field's value after the change: the very same where nothing under it changed."""
    if isinstance(value, tuple):
        return tuple(changed(item, change) for item in value)
    if isinstance(value, frozenset):
        return frozenset(changed(item, change) for item in value)
    if not isinstance(value, Node) or (new := change(value)) is not value:
        return new if isinstance(value, Node) else value
    old = {name: getattr(value, name) for name in compared(type(value))}
    fields = {name: changed(field, change) for name, field in old.items()}
    return value if fields == old else with_fields(value, **fields)


def holes(claim: Node) -> tuple[Hole, ...]:
    """The different holes of a claim, in the order of `walk`. Equal holes stand for one thing, so they count once."""
    return tuple(dict.fromkeys(node for node in walk(claim) if isinstance(node, Hole)))


def fill(claim: Claim, *values: Literal) -> Claim:
    """The claim with a value for each of its holes, in the order of `holes`.

    Raises:
        InvalidClaim: there are more or fewer values than holes, or one does not fit.
    """
    open_holes = holes(claim)
    if len(values) != len(open_holes):
        raise InvalidClaim(f"{len(values)} values for {len(open_holes)} holes")
    return replace(claim, dict(zip(open_holes, values, strict=True)))


def listed(value: object) -> tuple[object, ...]:
    """The items of a field's value."""
    if isinstance(value, frozenset):
        return tuple(sorted(value, key=structure))
    return value if isinstance(value, tuple) else (value,)
