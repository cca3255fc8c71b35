"""Makes items, sentences and frames without a text, for tests of the parts of reading."""

from __future__ import annotations

import datetime as dt

from palmares.claims import Film, Person
from palmares.reading.context import Frame
from palmares.reading.items import Item, Prize, Sentence

ANORA, CONCLAVE = Film("anora-2024", "Anora"), Film("conclave-2024", "Conclave")
MADISON, MOORE = Person("mikey-madison", "Mikey Madison"), Person("demi-moore", "Demi Moore")
BRODY = Person("adrien-brody", "Adrien Brody")
ACTRESS = Prize(("actress",), None, strong=True)
AS_OF = dt.date(2025, 3, 3)
NIGHT = Frame("oscars", 97, 2024, AS_OF, dt.date(2025, 3, 2))


def items_of(kinds: str) -> tuple[Item, ...]:
    """One item for each kind, a letter wide and a letter apart, without meaning."""
    return tuple(Item(kind, 2 * place, 2 * place + 1) for place, kind in enumerate(kinds.split()))


def kinds_of(items: tuple[Item, ...] | list[Item]) -> str:
    """The kinds of items, as `items_of` takes them."""
    return " ".join(item.kind for item in items)


def sentence_of(items: tuple[Item, ...], *, paragraph: int = 0) -> Sentence:
    """A sentence of these items."""
    return Sentence(items[0].start, items[-1].end, items, paragraph)
