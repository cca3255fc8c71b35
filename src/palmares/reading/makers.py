"""Marks what joins a person to a film where the record knows whether the person has a part in it.

"Fellini's *The Leopard*" is a slip only of somebody who directs and had nothing to do with that film; a star's, a
writer's or a producer's film is theirs too. The trap: a rule knows no record, so the word between the two says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palmares.claims import Film, Person
from palmares.reading.items import Item, Sentence
from palmares.record import Record, has_no_part, is_credited, is_from_elsewhere

NO_PART, SOME_PART = "no-part", "some-part"
"""Values of the word between a person and a film: the person surely has no part in it, or a part of some kind."""
JOINTS = frozenset(("POSS", "BY", "DIRECTEDBY", "DIRECTED", "FROM", "ENTEREDBY"))
FILMS = frozenset(("FILM", "FILMOF"))
MARKS = (["COMMA"], ["COLON"], ["DASH"])
"""What stands between a film and "Poland's entry"."""
REACH = 2
"""Items between the joint and the name on either side: a comma, an article's noun."""


def with_makers(sentences: Sequence[Sentence], record: Record) -> list[Sentence]:
    """The sentences with every joint of a person and a film marked by what the record knows of the two."""
    return [
        sentence.with_items(tuple(marked(sentence.items, record)))
        if not JOINTS.isdisjoint([item.kind for item in sentence.items]) or has_country(sentence)
        else sentence
        for sentence in sentences
    ]


def has_country(sentence: Sentence) -> bool:
    """Whether a country is named in the sentence."""
    return any(item.kind == "COUNTRY" for item in sentence.items)


def marked(items: Sequence[Item], record: Record) -> Iterator[Item]:
    """The items of one sentence, with its joints marked."""
    for place, item in enumerate(items):
        after = items[place + 1] if place + 1 < len(items) else item
        before = items[max(0, place - REACH) : place][::-1]
        beside = [after] if after.kind in FILMS else before if [one.kind for one in before[:1]] in MARKS else []
        if item.kind == "COUNTRY" and beside:
            yield item
            part = country_part(beside, str(item.value).split("|"), record)
            yield from (Item("ALIEN", after.start, after.start, part),) if part else ()
        elif item.kind in JOINTS and item.value is None:
            part = part_of(item, before, items[place + 1 : place + 1 + REACH], record)
            yield item.meaning(part) if part else item
        else:
            yield item


def part_of(item: Item, before: Sequence[Item], after: Sequence[Item], record: Record) -> str | None:
    """Which part the person on one side has in the film on the other; None where nobody can tell."""
    if after and after[0].kind == "COUNTRY":
        is_entry = item.kind == "ENTEREDBY"
        return country_part(before, str(after[0].value).split("|"), record, is_entry=is_entry)
    people = [one for one in (*before[:1], *after) if isinstance(one.value, Person)]
    films = [one for one in (*after, *before) if isinstance(one.value, Film)]
    if not people or not films:
        return None
    persons = [one.id for one in (people[0].value, *people[0].others) if isinstance(one, Person)]
    titles = [one.id for one in (films[0].value, *films[0].others) if isinstance(one, Film)]
    pairs = [(person, title) for person in persons for title in titles]
    if any(is_credited(record.connection, *pair) for pair in pairs):
        return SOME_PART
    return NO_PART if all(has_no_part(record.connection, *pair) for pair in pairs) else None


def country_part(
    before: Sequence[Item], countries: Sequence[str], record: Record, *, is_entry: bool = False
) -> str | None:
    """Whether a country has surely no part in the film before it: another entered it, and (but of an entry) made it."""
    films = [item for item in before if isinstance(item.value, Film)]
    titles = [one.id for one in (films[0].value, *films[0].others) if isinstance(one, Film)] if films else []
    is_foreign = all(
        is_from_elsewhere(record.connection, title, tuple(countries), is_entry=is_entry) for title in titles
    )
    return NO_PART if titles and is_foreign else None
