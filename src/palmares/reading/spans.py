"""Where a stretch of text begins and ends with the quotation marks that belong to it.

The trap: the mark that closes a title is no part of the item that names it, so a span may have one mark of a pair.
"""

from __future__ import annotations

from palmares.reading.lexer import OPENING


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the quotation marks right outside it whose partner is inside, or that stand round it as a pair."""
    before, after = text[start - 1 : start], text[end : end + 1]
    closing = OPENING.get(before)
    if closing is not None and (is_left_over(text[start:end], before, closing) or after == closing):
        start -= 1
    if any(after == closing and is_open(text[start:end], opening, closing) for opening, closing in OPENING.items()):
        end += 1
    return start, end


def is_left_over(text: str, opening: str, closing: str) -> bool:
    """Whether a closing mark in the text has no opening one before it."""
    place = text.find(closing)
    return place >= 0 and (text.count(closing) % 2 == 1 if opening == closing else opening not in text[:place])


def is_open(text: str, opening: str, closing: str) -> bool:
    """Whether an opening mark in the text has no closing one after it."""
    place = text.rfind(opening)
    return place >= 0 and (text.count(opening) % 2 == 1 if opening == closing else closing not in text[place:])
