"""Direct speech: one item in the sentence it stands in, and sentences of its own, read as the speaker's.

The trap: "she" inside a quotation is nobody whom the text round it speaks of, nor the other way round, so that the two
are understood apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from palmares.reading.calendar import Calendar
from palmares.reading.items import Item, Sentence
from palmares.reading.lexer import lex
from palmares.reading.pronouns import resolve
from palmares.reading.sentences import Stretch, is_question
from palmares.reading.shape import shape
from palmares.reading.story import Quote


def without_speech(items: Sequence[Item], quotes: Sequence[Quote]) -> Sequence[Item]:
    """The items with each quotation as one."""
    if not quotes or not items:
        return items
    first = max(0, bisect_right(quotes, items[0].start, key=attrgetter("start")) - 1)
    beyond = bisect_right(quotes, items[-1].start, key=attrgetter("start"))
    if first == beyond:
        return items
    out: list[Item] = []
    for item in items:
        quote = next((quote for quote in quotes[first:beyond] if quote.start <= item.start < quote.end), None)
        if quote is None:
            out.append(item)
        elif not out or out[-1].kind != "QUOTE":
            out.append(Item("QUOTE", item.start, item.end))
    return out


def spoken(
    text: str,
    folded: str,
    cut: Sequence[Stretch],
    *,
    names: Mapping[int, Item],
    quotes: Sequence[Quote],
    calendar: Calendar,
) -> Iterator[Sentence]:
    """The sentences inside quotations, in order; a pronoun stands for somebody named in the same quotation."""
    for quote in quotes:
        said = []
        for piece in within(cut, quote):
            items = lex(text, folded, (piece.start, piece.end), names)
            shaped = (*shape(items, calendar.meant_by), Item("STOP", piece.end, piece.end))
            said.append(Sentence(piece.start, piece.end, shaped, piece.paragraph, is_question=is_question(text, piece)))
        yield from resolve(said)


def within(cut: Sequence[Stretch], quote: Quote) -> Iterator[Stretch]:
    """The parts of sentences that stand inside a quotation."""
    place = max(0, bisect_right(cut, quote.start, key=attrgetter("start")) - 1)
    for piece in cut[place:]:
        if piece.start >= quote.end:
            return
        start, end = max(piece.start, quote.start), min(piece.end, quote.end)
        if start < end:
            yield Stretch(start, end, piece.paragraph)
