"""The canonical text of a claim: one text for one meaning, made for reading and exact both ways.

    count(nomination, oscars/97 won film anora-2024) = 5

Each node class has one entry in a table below, from which it is both written and read. What a newcomer gets wrong: the
text carries ids, not labels; a film's title comes from the record.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

from palmares.claims.constraints import (
    AtPlace,
    OfAward,
    OfCategory,
    OfCountry,
    OfEditions,
    OfFilm,
    OfPerson,
    OfSeasons,
    OfWork,
    WithOutcome,
)  # fmt: skip
from palmares.claims.entities import Country, Edition, Film, Hole, Literal, Person
from palmares.claims.fields import Node, node_name
from palmares.claims.leaves import (
    RESERVED,
    read_award,
    read_date,
    read_entity,
    read_hole,
    read_id,
    read_literal,
    read_moment,
    read_named,
    read_range,
    read_text,
    read_unit,
    read_units,
    write_award,
    write_entity,
    write_hole,
    write_id,
    write_literal,
    write_moment,
    write_named,
    write_text,
    write_units,
)  # fmt: skip
from palmares.claims.nodes import (
    CONSTRAINTS,
    ENTITIES,
    MEASURES,
    SELECTIONS,
    And,
    Attribute,
    Claim,
    Compare,
    Constraint,
    Count,
    Exists,
    Extreme,
    Feat,
    Gap,
    Measure,
    Members,
    Next,
    Ordinal,
    Previous,
    Probability,
    Rank,
    Select,
    Selection,
    Streak,
    Subject,
    WithTrait,
)  # fmt: skip
from palmares.claims.scanning import ORDINAL, WORD, Scanner, check_nesting
from palmares.claims.vocabulary import Operator, Outcome, Property, Trait, Which
from palmares.errors import InvalidClaim

N = TypeVar("N", bound=Node)


def format_claim(node: Node) -> str:
    """The canonical text of a claim, or of any other node: equal for equal nodes, and only for them.

    Raises:
        InvalidClaim: the node is nested deeper than a text may be.

    >>> format_claim(Exists(Select((OfFilm(Film("anora-2024")), OfAward("oscars")))))
    'exists(oscars film anora-2024)'
    """
    try:
        text = WRITERS[type(node)](node)
    except RecursionError:
        raise InvalidClaim("a claim nested too deeply for a text") from None
    check_nesting(text)
    return text


def parse_claim(text: str) -> Claim:
    """The claim of a text in the canonical form, or in that form with other order and spacing.

    Raises:
        InvalidClaim: the text is no claim; `position` says from where on.
    """
    return parse_node(text, Compare)


def parse_node(text: str, kind: type[N]) -> N:
    """The node of a class that a text stands for: the inverse of `format_claim` for every class.

    Raises:
        InvalidClaim: the text is no such node; `position` says from where on.
    """
    check_nesting(text)
    scanner = Scanner(text)
    node = scanner.build(0, READERS[kind], scanner)
    scanner.end()
    if type(node) is not kind:
        scanner.fail(f"a {node_name(type(node))} where a {node_name(kind)} is asked for", 0)
    return node


# --- selections -----------------------------------------------------------------------------------------------------


def write_range(bounds: OfEditions | OfSeasons) -> str:
    """`97`, `1..97`, `..97` or `90..`."""
    if bounds.first == bounds.last:
        return str(bounds.first)
    return "..".join("" if end is None else str(end) for end in (bounds.first, bounds.last))


def write_trait(trait: WithTrait) -> str:
    """`age < 30`."""
    return f"{trait.trait} {write_comparison(trait.operator, trait.value)}"


def read_trait(scanner: Scanner) -> WithTrait:
    """A trait, an operator and a value."""
    return WithTrait(scanner.one_of(Trait), scanner.operator(), read_side(scanner))


def write_categories(constraint: OfCategory) -> str:
    """`actor|actress`."""
    return "|".join(write_hole(name) if isinstance(name, Hole) else write_id(name) for name in constraint.categories)


def read_category(scanner: Scanner) -> str | Hole:
    """One category or hole."""
    return read_hole(scanner) if scanner.is_at("?") else read_id(scanner)


def read_categories(scanner: Scanner) -> OfCategory:
    """Categories with bars between."""
    categories = [read_category(scanner)]
    while scanner.skip("|"):
        categories.append(read_category(scanner))
    return OfCategory(tuple(categories))


CONSTRAINT_WORDS: dict[type[Constraint], tuple[str, Callable[[Any], str], Callable[[Scanner], Constraint]]] = {
    OfSeasons: ("season", write_range, lambda scanner: OfSeasons(*read_range(scanner))),
    OfCategory: ("category", write_categories, read_categories),
    OfFilm: ("film", lambda it: write_named(it.film), lambda scanner: OfFilm(read_named(scanner, Film))),
    OfPerson: ("person", lambda it: write_named(it.person), lambda scanner: OfPerson(read_named(scanner, Person))),
    OfWork: ("work", lambda it: write_text(it.title), lambda scanner: OfWork(read_text(scanner))),
    OfCountry: ("country", lambda it: write_named(it.country), lambda scanner: OfCountry(read_named(scanner, Country))),
    AtPlace: ("place", lambda it: write_text(it.place), lambda scanner: AtPlace(read_text(scanner))),
    WithTrait: ("with", write_trait, read_trait),
}
"""The word that begins each constraint, and what follows it; award, editions and outcome have no word."""


def write_select(select: Select) -> str:
    """The constraints in their order; `any` where there are none."""
    words: list[str] = []
    for constraint in select.where:
        text = write_constraint(constraint)
        if isinstance(constraint, OfEditions):
            words[-1] += text
        else:
            words.append(text)
    return " ".join(words) or "any"


def read_select(scanner: Scanner) -> Select:
    """Constraints in any order, or `any`."""
    scanner.space()
    start = scanner.position
    if scanner.take_word("any"):
        return Select(())
    constraints: list[Constraint] = []
    while scanner.is_at("?") or scanner.is_at("/") or scanner.is_at('"') or scanner.peek(WORD):
        constraints.append(read_constraint(scanner))
    if not constraints:
        scanner.fail("expected a selection, such as oscars/97 won")
    return scanner.build(start, Select, tuple(constraints))


def write_constraint(constraint: Constraint) -> str:
    """One constraint: its word, if it has one, and what it asks for."""
    match constraint:
        case OfAward():
            return write_award(constraint.award)
        case OfEditions():
            return f"/{write_range(constraint)}"
        case WithOutcome():
            return constraint.outcome.value
        case _:
            word, write, _ = CONSTRAINT_WORDS[type(constraint)]
            return f"{word} {write(constraint)}"


def read_constraint(scanner: Scanner) -> Constraint:
    """One constraint, told by its first word."""
    word = scanner.peek(WORD)
    start = scanner.position
    if scanner.skip("/"):
        return scanner.build(start, OfEditions, *read_range(scanner))
    if word in OUTCOMES:
        return WithOutcome(scanner.one_of(Outcome))
    if word in CONSTRAINT_READERS:
        scanner.take(WORD)
        return scanner.build(start, CONSTRAINT_READERS[word], scanner)
    if word in RESERVED:
        scanner.fail(f"{word!r} begins no constraint")
    return scanner.build(start, OfAward, read_hole(scanner) if scanner.is_at("?") else read_award(scanner))


CONSTRAINT_READERS = {word: read for word, _, read in CONSTRAINT_WORDS.values()}
OUTCOMES = frozenset(outcome.value for outcome in Outcome)


def write_selection(selection: Selection) -> str:
    """Any selection."""
    return write_select(selection) if isinstance(selection, Select) else write_call(selection)


def read_selection(scanner: Scanner) -> Selection:
    """Any selection."""
    kind = CALLED.get(scanner.peek(WORD))
    return read_call(scanner, kind) if kind in (And, Feat) else read_select(scanner)


def write_subject(subject: Subject) -> str:
    """One unit: an entity, a year, or `nomination` and the selection that picks it out."""
    match subject:
        case int():
            return str(subject)
        case Select():
            return f"nomination {write_select(subject)}"
        case _:
            return WRITERS[type(subject)](subject)


def read_subject(scanner: Scanner) -> Subject:
    """One unit."""
    if scanner.take_word("nomination"):
        return read_select(scanner)
    return scanner.ordinal() if scanner.peek(ORDINAL) else read_entity(scanner)


# --- calls: a name, and arguments in brackets -----------------------------------------------------------------------


class Argument(NamedTuple):
    """One field of a node in the brackets after its name; `word` stands before it, and it may be absent."""

    field: str
    write: Callable[[Any], str]
    read: Callable[[Scanner], Any]
    word: str = ""
    optional: bool = False


def write_side(side: Literal | Measure) -> str:
    """The right side of a comparison."""
    return write_call(side) if isinstance(side, MEASURES) else write_literal(side)


def read_side(scanner: Scanner) -> Literal | Measure:
    """The right side of a comparison."""
    return read_measure(scanner) if scanner.peek(WORD) in CALLED else read_literal(scanner)


def read_measure(scanner: Scanner) -> Measure:
    """Any measure."""
    kind = CALLED.get(scanner.peek(WORD))
    if kind not in MEASURES:
        scanner.fail(f"expected a measure: one of {', '.join(node_name(kind) for kind in MEASURES)}")
    return cast(Measure, read_call(scanner, kind))


def write_comparison(operator: Operator, right: Literal | Measure) -> str:
    """An operator and what stands on its right."""
    return f"{operator} {write_side(right)}"


def write_compare(claim: Compare) -> str:
    """A whole claim."""
    return f"{write_call(claim.left)} {write_comparison(claim.operator, claim.right)}"


def read_compare(scanner: Scanner) -> Compare:
    """A whole claim."""
    scanner.space()
    start = scanner.position
    return scanner.build(start, Compare, read_measure(scanner), scanner.operator(), read_side(scanner))


SELECTION = (write_selection, read_selection)
SUBJECT = (write_subject, read_subject)
DAY = Argument("as_of", str, read_date)
UNIT = Argument("unit", str, read_unit)
OF = Argument("of", *SELECTION)

ARGUMENTS: dict[type[Node], tuple[Argument, ...]] = {
    And: (Argument("left", *SELECTION), Argument("right", *SELECTION), Argument("on", str, read_unit)),
    Feat: (OF, Argument("by", write_units, read_units), Argument("having", write_compare, read_compare)),
    Exists: (OF,),
    Count: (UNIT, OF),
    Ordinal: (UNIT, OF, Argument("subject", *SUBJECT)),
    Previous: (UNIT, OF, Argument("subject", *SUBJECT)),
    Next: (UNIT, OF, Argument("subject", *SUBJECT)),
    Members: (UNIT, OF, Argument("before", *SUBJECT, word="before", optional=True)),
    Extreme: (
        UNIT,
        OF,
        Argument("which", str, lambda scanner: scanner.one_of(Which)),
        Argument("by", lambda measure: write_call(measure), read_measure, optional=True),
    ),
    Attribute: (
        Argument("entity", lambda entity: WRITERS[type(entity)](entity), read_entity),
        Argument("name", str, lambda scanner: scanner.one_of(Property)),
        Argument("at", write_moment, read_moment, word="at", optional=True),
    ),
    Streak: (UNIT, OF, Argument("subject", *SUBJECT, optional=True)),
    Gap: (UNIT, OF, Argument("subject", *SUBJECT)),
    Probability: (Argument("nomination", write_select, read_select), DAY),
    Rank: (Argument("nomination", write_select, read_select), DAY),
}
"""What stands in the brackets after each name, in order."""

NAMES = {kind: "both" if kind is And else node_name(kind) for kind in ARGUMENTS}
CALLED = {name: kind for kind, name in NAMES.items()}


def write_call(node: Node) -> str:
    """A node that has arguments."""
    written = [
        f"{argument.word} {argument.write(value)}" if argument.word else argument.write(value)
        for argument in ARGUMENTS[type(node)]
        if (value := getattr(node, argument.field)) is not None
    ]
    return f"{NAMES[type(node)]}({', '.join(written)})"


def read_call(scanner: Scanner, kind: type[Node]) -> Any:
    """A node that has arguments, its name not yet read."""
    start = scanner.position
    scanner.take(WORD)
    values: dict[str, Any] = {}
    for place, argument in enumerate(ARGUMENTS[kind]):
        scanner.space()
        if argument.optional and scanner.is_at(")"):
            continue
        scanner.expect("," if place else "(")
        if argument.word and not scanner.take_word(argument.word):
            scanner.fail(f"expected {argument.word!r}")
        values[argument.field] = argument.read(scanner)
    scanner.expect(")")
    return scanner.build(start, lambda: kind(**values))


WRITERS: dict[type[Node], Callable[[Any], str]] = {
    Hole: write_hole,
    **dict.fromkeys((Film, Person, Country, Edition), write_entity),
    **dict.fromkeys(CONSTRAINTS, write_constraint),
    Select: write_select,
    **dict.fromkeys(ARGUMENTS, write_call),
    Compare: write_compare,
}
READERS: dict[type[Node], Callable[[Scanner], Node]] = {
    **dict.fromkeys(ENTITIES, read_entity),
    **dict.fromkeys(CONSTRAINTS, read_constraint),
    **dict.fromkeys(SELECTIONS, read_selection),
    **dict.fromkeys(MEASURES, read_measure),
    Compare: read_compare,
}
"""How each node class is written and read."""
