"""What a sentence is made of: items, each a mention or a word of a known kind, in the order of the text.

Rules match the kinds of items; whatever is said by no table is an `OTHER`. The trap: an item may have no width (a
subject carried over from the clause before), so spans are taken from items that have one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from palmares.claims import Edition, Film, Person

Entity: TypeAlias = "Film | Person"


@dataclass(frozen=True, slots=True)
class Work:
    """A song that an article names: its title, and the film it is from."""

    title: str
    film: Film


@dataclass(frozen=True, slots=True)
class Prize:
    """A category by name: its ids, the award its name implies, and whether the name needs no more context.

    A bound name ("its director") is a prize only right after "for" or the like, never by standing in a list.
    """

    categories: tuple[str, ...]
    award: str | None
    strong: bool
    is_bound: bool = False


Meaning: TypeAlias = "Film | Person | Work | Prize | Edition | str | int | tuple[int, int, int] | None"


@dataclass(slots=True, unsafe_hash=True)
class Item:
    """A mention or word of a sentence; never altered, though not frozen, since freezing triples the cost of making one.

    `kind` is one of the kinds that patterns name; `value` what it stands for; `others` what else it may stand for, best
    first; `award` the body that an award, edition or prize word belongs to; `gender` that of a person or pronoun.
    """

    kind: str
    start: int
    end: int
    value: Meaning = None
    others: tuple[Meaning, ...] = ()
    award: str | None = None
    gender: str | None = None

    def meaning(self, value: Meaning, others: tuple[Meaning, ...] | None = None) -> Item:
        """The same item taken to stand for `value`."""
        kept = self.others if others is None else others
        return Item(self.kind, self.start, self.end, value, kept, self.award, self.gender)

    def of_kind(self, kind: str) -> Item:
        """The same item taken for one of another kind."""
        return Item(kind, self.start, self.end, self.value, self.others, self.award, self.gender)

    def plain(self, kind: str) -> Item:
        """The same item taken for one of another kind, without its value."""
        return Item(kind, self.start, self.end, None, self.others, self.award, self.gender)


@dataclass(slots=True, unsafe_hash=True)
class Sentence:
    """A sentence: its span, its items, the paragraph it is in, and whether it is a headline or a question."""

    start: int
    end: int
    items: tuple[Item, ...]
    paragraph: int
    is_headline: bool = False
    is_question: bool = False

    def with_items(self, items: tuple[Item, ...]) -> Sentence:
        """The same sentence made of other items."""
        return Sentence(self.start, self.end, items, self.paragraph, self.is_headline, self.is_question)
