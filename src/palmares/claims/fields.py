"""What the fields of a node may hold, read from their annotations, and the order in which nodes sort.

One place for construction, JSON and walking to learn what a node is made of. What a newcomer gets wrong: types are
exact here, so that `True` is never a number and a `datetime` never a date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from enum import Enum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, ClassVar, TypeVar, Union, dataclass_transform, get_args, get_origin, get_type_hints

from palmares.errors import InvalidClaim

T = TypeVar("T", bound="Node")


class Node:
    """The base of every node: equal by the fields that carry meaning, checked as it is made, and never changed after.

    Equality, hash and freezing stand here, once, because making six methods for each of 32 classes would double the
    time it takes to import the package. What makes a node is written for its class when the first one is made.
    """

    __slots__ = ("_hash",)
    _hash: int
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init__(self, *values: Any, **named: Any) -> None:
        kind: Any = type(self)
        kind.__init__ = initialiser(kind)
        kind.__init__(self, *values, **named)

    def settle(self) -> None:
        """Bring fields into the form shared by all nodes of this meaning, or raise InvalidClaim where there is none."""

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other) or hash(self) != hash(other):
            return False
        meaning = getters(type(self))
        return meaning(self) == meaning(other)

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            found = hash(getters(type(self))(self))
            KEEP_HASH(self, found)
            return found

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """How a node is copied or sent to another process: made anew, since hashes of texts differ there."""
        return type(self), tuple(getattr(self, field.name) for field in fields(type(self)))

    def __repr__(self) -> str:
        kind = type(self)
        return f"{kind.__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in compared(kind))})"


KEEP_HASH: Callable[[Node, int], None] = Node.__dict__["_hash"].__set__
"""Writes the hash of a node beside its fields."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def node(kind: type[T]) -> type[T]:
    """A slotted dataclass that leaves making, equality, representation and freezing to `Node`."""
    return dataclass(init=False, eq=False, repr=False, slots=True)(kind)


@dataclass(frozen=True, slots=True)
class Shape:
    """What one field may hold: a value of the types in `one`, a tuple of `many`, a set of `members`."""

    one: frozenset[type]
    many: frozenset[type]
    members: frozenset[type]

    @property
    def enum(self) -> type[Enum] | None:
        """The enumeration whose words the field takes, alone or in a tuple."""
        return next((kind for kind in self.one | self.many if issubclass(kind, Enum)), None)


def fields_compared(kind: type) -> tuple[str, ...]:
    """The names of the fields that carry meaning, in order: all but those for display."""
    return tuple(field.name for field in fields(kind) if field.compare)


def fields_displayed(kind: type) -> tuple[str, ...]:
    """The names of the fields for display, which are texts that may be empty."""
    return tuple(field.name for field in fields(kind) if not field.compare)


def field_shapes(kind: type) -> Mapping[str, Shape]:
    """What each field of a node class that carries meaning may hold."""
    hints = get_type_hints(kind)
    return {name: shape_of(hints[name]) for name in compared(kind)}


def getter(kind: type) -> Callable[[object], object]:
    """What takes from a node all that carries meaning."""
    return attrgetter(*compared(kind))


compared: Callable[[type], tuple[str, ...]] = cache(fields_compared)
getters: Callable[[type], Callable[[object], object]] = cache(getter)
displayed: Callable[[type], tuple[str, ...]] = cache(fields_displayed)
shapes: Callable[[type], Mapping[str, Shape]] = cache(field_shapes)


def shape_of(hint: object) -> Shape:
    """The shape that an annotation describes."""
    one: set[type] = set()
    many: set[type] = set()
    members: set[type] = set()
    for option in get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,):
        if get_origin(option) is tuple:
            many |= shape_of(get_args(option)[0]).one
        elif get_origin(option) is frozenset:
            members |= shape_of(get_args(option)[0]).one
        else:
            assert isinstance(option, type)
            one.add(option)
    return Shape(frozenset(one), frozenset(many), frozenset(members))


def node_name(kind: type) -> str:
    """The name of a node class in the text and JSON forms: `OfAward` is `of-award`."""
    name = kind.__name__
    return name[0].lower() + "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name[1:])


# --- construction ---------------------------------------------------------------------------------------------------


def initialiser(kind: type[Node]) -> Callable[..., None]:
    """The `__init__` of a node class: it writes the fields, checks those that are not plainly right, and settles.

    A claim of an article is tried in many readings, so making nodes is worth a function written for each class.
    """
    names: dict[str, object] = {"check": check_fields}
    lines, tests, shaped = [], [], shapes(kind)
    for name in (part.name for part in fields(kind)):
        names[f"set_{name}"] = kind.__dict__[name].__set__
        lines.append(f"set_{name}(self, {name})")
        if name in shaped:
            tests.append(f"({plain_test(name, shaped[name], names)})")
    lines.append(f"if not ({' and '.join(tests)}): check(self)")
    if kind.settle is not Node.settle:
        lines.append("self.settle()")
    header = f"def __init__(self, {', '.join(parameter(part, names) for part in fields(kind))}):"
    exec("\n    ".join([header, *lines]), names)  # made of field names alone
    made = names["__init__"]
    assert callable(made)
    return made


def parameter(part: Field[Any], names: dict[str, object]) -> str:
    """A field as a parameter; its default goes into `names`."""
    if part.default is MISSING:
        return part.name
    names[f"default_{part.name}"] = part.default
    return f"{part.name}=default_{part.name}"


def plain_test(name: str, shape: Shape, names: dict[str, object]) -> str:
    """The source of a quick test that a value is right as it stands; where it fails, `check_fields` looks closer."""
    names |= {
        f"one_{name}": shape.one - {str},
        f"many_{name}": shape.many - {str},
        "isascii": str.isascii,
        "text": {str},
    }
    tests = [f"type({name}) in one_{name}"] if shape.one - {str} else []
    if str in shape.one:
        tests.append(f'(type({name}) is str and {name} != "" and {name}.isascii())')
    if shape.many - {str}:
        tests.append(f"(type({name}) is tuple and many_{name}.issuperset(map(type, {name})))")
    if str in shape.many:
        texts = f"text.issuperset(map(type, {name})) and all({name}) and all(map(isascii, {name}))"
        tests.append(f"(type({name}) is tuple and {texts})")
    return " or ".join(tests)


def check_fields(node: Node) -> None:
    """Settle every field of a new node into a value of its annotated type.

    A list is taken for a tuple and the text of an enumeration for its member.

    Raises:
        InvalidClaim: a field holds something its annotation does not name, or a text that is empty or not Unicode.
    """
    for name, shape in shapes(type(node)).items():
        value = getattr(node, name)
        kind = type(value)
        if kind not in shape.one:
            object.__setattr__(node, name, settled(node, name, value, shape))
        elif kind is str and not (value and value.isascii()):
            check_text(value, name)


def settled(node: Node, name: str, value: object, shape: Shape) -> object:
    """The value that a field takes for one whose own type it does not name."""
    if shape.many and isinstance(value, (tuple, list)):
        return tuple(settled_item(node, name, item, shape.many) for item in value)
    if type(value) is frozenset and shape.members:
        return frozenset(settled_item(node, name, item, shape.members) for item in value)
    return settled_item(node, name, value, shape.one)


def settled_item(node: Node, name: str, value: object, allowed: frozenset[type]) -> object:
    """One value of a field, checked; the text of an enumeration becomes its member."""
    if type(value) in allowed:
        if type(value) is str:
            check_text(value, name)
        return value
    for kind in allowed:
        if type(value) is str and issubclass(kind, Enum):
            try:
                return kind(value)
            except ValueError:
                raise InvalidClaim(f"{value!r} is none of {', '.join(word.value for word in kind)}") from None
    raise InvalidClaim(f"{node_name(type(node))} cannot have {article(value)} as its {name}")


def check_text(text: str, what: str) -> None:
    """Raise InvalidClaim for an empty text and for one that no file could hold."""
    if not text:
        raise InvalidClaim(f"an empty text as {what}")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidClaim(f"a text that is not Unicode as {what}: {text!a}") from None


def article(value: object) -> str:
    """A value's kind with its article, for messages."""
    if value is None:
        return "nothing"
    name = spoken(type(value))
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def spoken(kind: type) -> str:
    """What a type is called in messages and in the documentation."""
    return SPOKEN.get(kind) or node_name(kind)


SPOKEN = {bool: "truth", int: "number", float: "number", str: "text", dt.date: "day"}


# --- order ----------------------------------------------------------------------------------------------------------


def structure(value: object) -> tuple[object, ...]:
    """A key by which nodes and values sort: equal for equals, whatever their labels, and the same in every run."""
    match value:
        case Node():
            kind = type(value)
            return (7, kind.__name__, *[structure(getattr(value, name)) for name in compared(kind)])
        case str():
            return (3, str(value))
        case tuple():
            return (5, *map(structure, value))
        case None:
            return (0,)
        case bool():
            return (1, value)
        case int() | float():
            return (2, value)
        case dt.date():
            return (4, value.toordinal())
        case frozenset():
            return (6, *sorted(map(structure, value)))
        case _:
            raise AssertionError(f"{value!r} stands in no node")
