"""The story of a web page: as the page marks it, else as trafilatura finds it.

That library (of the extra `pages`) tells a story from menus, notices and readers' comments on pages that do not mark
it. The thing a newcomer gets wrong: its guess at a date is not taken, only a date that the page states.
"""

from __future__ import annotations

import re
from importlib.util import find_spec

from palmares.reading.markup import Page, extract

LIBRARY = "trafilatura"
MOST_TAGS = 20_000
"""A page of more is no article but an attempt to keep somebody busy; our own parser takes time for each tag alone."""
RULE = re.compile(r"[|\-: ]+")
"""A line between the head and the rows of a table."""


def story_of(markup: str) -> Page:
    """The story of a page: what it marks as its article; else what the library finds, where installed; else all."""
    own = extract(markup)
    if own.is_marked or not own.text or markup.count("<") > MOST_TAGS or find_spec(LIBRARY) is None:
        return own
    found = library_page(markup)
    if found is None:
        return own
    return Page(found.text, own.title or found.title, own.date, own.author or found.author)


def library_page(markup: str) -> Page | None:
    """What the library makes of a page, or None where it finds no story or fails on the markup."""
    import trafilatura  # an optional extra

    try:
        found = trafilatura.bare_extraction(markup, favor_recall=True, include_comments=False, with_metadata=True)
    except Exception:  # noqa: BLE001 - markup is hostile, and our own parser reads what the library cannot
        return None
    said, title, author = (getattr(found, name, None) or "" for name in ("text", "title", "author"))
    text = "\n\n".join(line for line in map(plain_line, said.splitlines()) if line)
    return Page(text, title or None, None, author or None) if text else None


def plain_line(line: str) -> str:
    """A block as it reads: without the mark of a list, and a row of a table as `head: cell, cell`."""
    line = line.strip()
    if line.startswith("|"):
        cells = [cell.strip() for cell in line.strip("|").split("|") if cell.strip()]
        return "" if RULE.fullmatch(line) else ": ".join([*cells[:1], ", ".join(cells[1:])]).rstrip(": ")
    return line.removeprefix("- ")
