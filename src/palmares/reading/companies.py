"""Films named by somebody in them: "Jane Roe and company collected four".

Such words stand for the one film for which the person was up in the season in view. The trap: where there are two, or
none, nobody can tell whose count it is, and then the words stand for somebody unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palmares.claims import Film, Person
from palmares.reading.items import Item, Sentence
from palmares.record import Record, films_up_for

PEOPLE = frozenset(("PERSON", "PERSONOF"))


def with_companies(sentences: Sequence[Sentence], record: Record, season: int | None) -> list[Sentence]:
    """The sentences with everybody who is told of with "and company" as the film they were up for."""
    return [
        sentence.with_items(tuple(joined(sentence.items, record, season)))
        if any(item.kind == "COMPANY" for item in sentence.items)
        else sentence
        for sentence in sentences
    ]


def joined(items: Sequence[Item], record: Record, season: int | None) -> Iterator[Item]:
    """The items of one sentence, with each person and the company after them as one film."""
    for place, item in enumerate(items):
        after = items[place + 1] if place + 1 < len(items) else None
        if item.kind in PEOPLE and after is not None and after.kind == "COMPANY":
            continue
        if item.kind != "COMPANY" or place == 0 or items[place - 1].kind not in PEOPLE:
            yield item.of_kind("OTHER") if item.kind == "COMPANY" else item
            continue
        yield film_with(items[place - 1], item, record, season)


def film_with(who: Item, company: Item, record: Record, season: int | None) -> Item:
    """The film of a person and their company; somebody unknown where it cannot be told."""
    films: tuple[Film, ...] = ()
    if isinstance(who.value, Person) and season is not None:
        films = films_up_for(record.connection, who.value.id, season)
    kind = "FILM" if who.kind == "PERSON" else "FILMOF"
    if not films:
        return Item("STRANGER", who.start, company.end)
    return Item(kind, who.start, company.end, films[0], films[1:])
