"""Writes `docs/algebra.md` and `docs/claim.schema.json` from the nodes: their docstrings, texts and types.

`python docs/algebra.py` writes both; `tests/claims/test_pages.py` fails where they and the code differ.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from palmares.claims import (
    CONSTRAINTS,
    ENTITIES,
    MEASURES,
    NODES,
    SELECTIONS,
    Compare,
    Kind,
    Operator,
    Outcome,
    Property,
    Trait,
    Unit,
    Which,
    format_claim,
    node_name,
    parse_claim,
    parse_node,
    to_wire,
    wire_schema,
)
from palmares.claims.comparing import PROPERTIES, SETS, TRAITS, Gives, named, operators

PAGE = Path(__file__).with_name("algebra.md")
SCHEMA = Path(__file__).with_name("claim.schema.json")

CLAIM = "count(nomination, oscars/97 won film anora-2024) = 5"

TEXTS = {
    "hole": "?film",
    "film": "film anora-2024",
    "person": "person mikey-madison",
    "country": 'country "South Korea"',
    "edition": "edition oscars/97",
    "of-award": "oscars",
    "of-editions": "/90..97",
    "of-seasons": "season 2000..2009",
    "of-category": "category actor|actress",
    "with-outcome": "won",
    "of-film": "film anora-2024",
    "of-person": "person mikey-madison",
    "of-work": 'work "El Mal"',
    "of-country": 'country "Brazil"',
    "at-place": 'place "runner-up"',
    "with-trait": "with age < 30",
    "select": "oscars/90..97 category director won",
    "and": "both(cannes category palme-dor won, oscars category picture won, film)",
    "feat": "feat(oscars won, (edition, person), count(nomination, any) >= 4)",
    "exists": "exists(oscars/97 won person mikey-madison)",
    "count": "count(nomination, oscars/97 film anora-2024)",
    "ordinal": "ordinal(film, both(cannes category palme-dor won, oscars category picture won, film), film anora-2024)",
    "previous": "previous(person, oscars category actress won with age < 30, person mikey-madison)",
    "next": "next(film, oscars category picture won, film parasite-2019)",
    "members": "members(film, oscars category picture won, before film anora-2024)",
    "extreme": "extreme(film, oscars, most, count(nomination, any))",
    "attribute": "attribute(person mikey-madison, age, at oscars/97)",
    "streak": "streak(edition, oscars category actress, person bette-davis)",
    "gap": "gap(year, oscars category actor won, person adrien-brody)",
    "probability": "probability(oscars/97 category actress person mikey-madison, 2025-03-01)",
    "rank": "rank(oscars/97 category actress person demi-moore, 2025-03-01)",
    "compare": CLAIM,
}
"""A text for each node, by its name."""

OPENING = """# The algebra of claims

<!-- Written by docs/algebra.py from the docstrings of the nodes: change those. -->

A claim is a typed proposition about the record.
It compares a measure with a value, or with another measure.
Every part of palmares speaks it: a reader turns sentences into claims, the checker judges them, the teller words them.

```python
>>> from palmares.claims import format_claim, parse_claim
>>> claim = parse_claim("count(nomination, film anora-2024 oscars/97 won) = 5.0")
>>> format_claim(claim)
'count(nomination, oscars/97 won film anora-2024) = 5'

```

## One form for one meaning

Nodes settle as they are made, so that equal meanings are equal nodes.

- The constraints of a selection stand in one order, without repetition, and `nominated` is left out: it says nothing.
- Joined selections stand in one order, however they were grouped.
- A whole number is an integer.
- `!= true` is `= false`, and `in` a set of one is `=`.
- What gives a set is compared with a set: a single film beside it is held as the set of that film, and `in` as `<=`.
- Of two measures compared with `<` or `<=` the sides change places, and with `=` or `!=` they stand in one order.
- An open hole takes the kind of its place.

Labels are for display: they take no part in equality and have no place in the text.
What has no meaning raises `InvalidClaim` as it is made: a count compared with a date, the age of a film, an empty set.

## Text

The text of a claim reads from left to right: what is measured, over which nominations, compared with what.
A selection is a row of constraints: the award with its editions comes first, then season, category, outcome, film,
person, work, country, place and traits.
A selection without constraints is `any`.
Reading takes constraints in any order and any white space; writing has one form.

- An id stands bare where it is made of letters, digits, `-` and `_`; any other stands in quotes.
- A text stands in quotes, with the escapes of JSON.
- A day is written `2025-03-02`, a set `{1, 2}`, a hole `?film` or `?`.
- `ordinal`, `previous`, `next` and `members` take a film, a person, a country, an edition or a year as their subject.
  For nominations and races it is the word `nomination` and a selection that picks one out.

A text with more than 64 opening parentheses is refused, and so is JSON with more than 120 nodes within one another.

## JSON

Each node is an object that names itself in `node` and has all its fields.
A set is `{"set": [...]}`, a day is `{"date": "2025-03-02"}` and an absent value is `null`.
A label is there where one is known.
[claim.schema.json](claim.schema.json) describes it.
Reading is strict: an unknown node or field, a missing field or a wrong type raises `InvalidClaim` with the path to it.
"""

HOLES = """## Holes

A claim with a hole is a question.
`holes` lists the different holes of a claim and `fill` puts values in their place.
Equal holes stand for one thing.

```python
>>> from palmares.claims import Film, fill, holes
>>> question = parse_claim("count(nomination, season 2024 film ?) = count(nomination, season 2024 won film ?)")
>>> holes(question)
(Hole(kind=<Kind.FILM: 'film'>),)
>>> format_claim(fill(question, Film("flow-2024")))
'count(nomination, season 2024 film flow-2024) = count(nomination, season 2024 won film flow-2024)'

```
"""

GROUPS = (
    ("Entities and holes", ENTITIES),
    ("Constraints", CONSTRAINTS),
    ("Selections", SELECTIONS),
    ("Measures", MEASURES),
    ("Claims", (Compare,)),
)
WORDS = (Unit, Outcome, Operator, Which, Trait, Property, Kind)


def page() -> str:
    """The whole page."""
    lines = [OPENING, "```json", json.dumps(to_wire(parse_claim(CLAIM)), indent=2), "```", "", HOLES]
    for title, kinds in GROUPS:
        lines += [f"## {title}", "", *(line for kind in kinds for line in node_section(kind))]
    return "\n".join([*lines, *comparisons(), *words()])


def node_section(kind: type) -> Iterator[str]:
    """A node's name, its text and its meaning."""
    text = TEXTS[node_name(kind)]
    assert format_claim(parse_node(text, kind)) == text
    yield from (f"### `{kind.__name__}`", "", "```text", text, "```", "", *sentences(inspect.getdoc(kind)), "")


def comparisons() -> Iterator[str]:
    """What each measure, property and trait gives, and the operators that it may be compared with."""
    yield from ("## What may be compared", "", "A truth is never a number, and a day has no time.", "")
    yield from ("| what | gives | compared with |", "| --- | --- | --- |")
    for what, gives in compared():
        words = " ".join(f"`{operator}`" for operator in Operator if operator in operators(gives))
        yield f"| {what} | {'set of ' * gives.many}{named(gives)} | {words} |"
    yield from (
        "",
        "What lists nominations or races is compared with measures that list them, and with nothing else.",
        "",
    )


def compared() -> Iterator[tuple[str, Gives]]:
    """What may stand on the left of an operator."""
    for kind in MEASURES:
        gives = getattr(kind, "gives", None)
        if isinstance(gives, Gives):
            yield f"`{kind.__name__}`", gives
    for unit, gives in SETS.items():
        yield f"`Previous`, `Next`, `Members`, `Extreme` of unit `{unit}`", gives
    for name, (owners, gives) in PROPERTIES.items():
        yield f"`Attribute`: `{name}` of {' or '.join(map(node_name, owners))}", gives
    for trait, gives in TRAITS.items():
        yield f"`WithTrait`: `{trait}`", gives


def words() -> Iterator[str]:
    """The enumerations, each with its words and what they mean."""
    yield from ("## Words", "")
    for kind in WORDS:
        yield from (f"### `{kind.__name__}`", "", spelt(kind), "", *sentences(inspect.getdoc(kind)), "")


def spelt(kind: type[StrEnum]) -> str:
    """The words of an enumeration."""
    return ", ".join(f"`{word}`" for word in kind) + "."


def sentences(docstring: str | None) -> Iterable[str]:
    """A docstring, one sentence a line, its paragraphs kept."""
    paragraphs = [" ".join(paragraph.split()) for paragraph in (docstring or "").split("\n\n")]
    return "\n\n".join(re.sub(r"(?<=[.!?]) +(?=[A-Z`])", "\n", paragraph) for paragraph in paragraphs).split("\n")


def schema() -> str:
    """The JSON Schema as a file."""
    return json.dumps(wire_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    assert {node_name(kind) for kind in NODES} == set(TEXTS)
    PAGE.write_text(page(), encoding="utf-8")
    SCHEMA.write_text(schema(), encoding="utf-8")
