"""Names of people whom the record does not know, said to have won a prize whose winners it knows.

"Adèle Haenel was named best actress" is wrong where somebody else won, though no row has her name. The trap: a name
spelt another way is no other person, so whatever resembles a name of that season is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from palmares.claims import Person
from palmares.reading.items import Item, Sentence
from palmares.record import Record, fold

PRIZES = frozenset(("PRIZE", "WEAKPRIZE"))
FREE = frozenset(
    "STOP AND COMMA SEMI DASH COLON QUOTE TO OVER BEAT WENT GAVE WAS CHOSE NAMED TIME PRIZE WEAKPRIZE FOR".split()
)
"""Kinds after which a name is no part in a film and no description: "playing the poet Reinaldo Arenas"."""
LONGEST, SHORTEST_WORD, ALIKE = 3, 4, 0.75


def with_unknown_people(
    sentences: Sequence[Sentence], text: str, record: Record, people: Iterable[str]
) -> list[Sentence]:
    """The sentences with each full name that no person of the season has, beside a prize, as somebody unknown.

    Args:
        sentences: of a story that names the body whose prizes it tells of.
        text: the story's text.
        record: the record.
        people: ids of all who were up for a prize in the season that the story is about.
    """
    names: list[str] = []
    done = []
    for sentence in sentences:
        kinds = {item.kind for item in sentence.items}
        if "STRANGER" in kinds and not kinds.isdisjoint(PRIZES):
            names = names or [fold(record.person(id).name) for id in people]
            sentence = sentence.with_items(tuple(with_unknown(sentence.items, text, names)))
        done.append(sentence)
    return done


def with_unknown(items: Sequence[Item], text: str, names: Sequence[str]) -> list[Item]:
    """The items with each run of two or three strangers as one, where it is like none of the names."""
    out: list[Item] = []
    place = 0
    while place < len(items):
        end = place
        while end < len(items) and items[end].kind == "STRANGER":
            end += 1
        said = text[items[place].start : items[end - 1].end] if end > place else ""
        is_free = not out or out[-1].kind in FREE
        if 2 <= end - place <= LONGEST and is_free and not is_like_any(fold(said), names):
            person = Person(f"unknown:{fold(said).replace(' ', '-')}", said)
            out.append(Item("UNKNOWN", items[place].start, items[end - 1].end, person))
            place = end
        else:
            out.extend(items[place : max(end, place + 1)])
            place = max(end, place + 1)
    return out


def is_like_any(said: str, names: Sequence[str]) -> bool:
    """Whether a name shares a word with one of these names, or is spelt much like it."""
    words = {word for word in said.replace("-", " ").split() if len(word) >= SHORTEST_WORD}
    for name in names:
        if not words.isdisjoint(name.replace("-", " ").split()):
            return True
        matcher = SequenceMatcher(None, said, name)
        if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
            return True
    return False
