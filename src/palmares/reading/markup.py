"""The text of a web page: its article, one paragraph a block, with its title and date.

Only the standard library's event parser is used, which neither recurses nor fails on broken markup. The thing a
newcomer gets wrong: spans count in the extracted text, where runs of white space are one space and blocks are a blank
line apart.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from palmares.reading.dateline import written_dates

MARKUP = re.compile(r"\s*(<!doctype\s+html|<html[\s>]|<\?xml[^>]*>\s*<(!doctype\s+)?html)", re.IGNORECASE)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
STRAY = re.compile(r"<(?![/!?a-zA-Z][^<>]{0,20000}>)")
"""A `<` that opens no tag. The parser would look for its end to the end of the page, each time anew."""

SPACE = re.compile(r"\s+")
DROPPED = frozenset(
    [
        "script",
        "style",
        "nav",
        "aside",
        "footer",
        "noscript",
        "template",
        "svg",
        "form",
        "button",
        "select",
        "iframe",
        "object",
        "head",
    ]
)
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
MAIN = ("article", "main", "body")
"""Where the story is looked for, best first."""

HEADINGS = frozenset({"h1", "title"})
FURNITURE = frozenset(
    [
        "ad",
        "ads",
        "advert",
        "advertisement",
        "adbox",
        "sponsor",
        "sponsored",
        "promo",
        "promoted",
        "newsletter",
        "newsletter-signup",
        "related",
        "cookie-banner",
    ]
)
"""Names of classes and ids whose element is no part of the story."""

AUTHOR_NAMES = frozenset({"author", "article:author", "dc.creator", "parsely-author", "byl"})
DATE_NAMES = frozenset({"article:published_time", "date", "datepublished", "dc.date", "parsely-pub-date"})


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: the text of its story, its headline, the day it gives for publication, and its author.

    `is_marked`: whether the page itself says which part of it is the story.
    """

    text: str
    title: str | None
    date: dt.date | None
    author: str | None = None
    is_marked: bool = False


def is_markup(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return MARKUP.match(text) is not None


def extract(markup: str) -> Page:
    """The story of a page; never fails, whatever the markup."""
    parser = PageParser()
    parser.feed(STRAY.sub("&lt;", COMMENT.sub("", markup)))
    parser.close()
    found = next((place for place in MAIN if parser.paragraphs(place)), "page")
    titles = [title for title in (parser.heading("h1"), parser.heading("title")) if title]
    text = "\n\n".join(parser.paragraphs(found))
    date, is_marked = parser.date or stated_date(markup), found in ("article", "main")
    return Page(text, titles[0] if titles else None, date, parser.author, is_marked)


STATED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{1,100})"')


def stated_date(markup: str) -> dt.date | None:
    """The day of publication that a page states in its linked data."""
    stated = STATED_DATE.search(markup)
    return next((day for day, _ in written_dates(stated[1])), None) if stated else None


@dataclass(slots=True)
class Open:
    """What is open at a point of the page: the elements whose text is dropped, and the places the text belongs to."""

    dropped: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    heading: str | None = None


class PageParser(HTMLParser):
    """Collects text by the place it stands in: `article`, `main`, `body`, and `page` for all there is."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = Open()
        self.date: dt.date | None = None
        self.author: str | None = None
        self.pieces: dict[str, list[str]] = {place: [] for place in (*MAIN, "page", *HEADINGS)}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where the text that follows stands."""
        attributes = {name: value or "" for name, value in attrs}
        self.date = self.date or published(tag, attributes)
        self.author = self.author or written_by(tag, attributes)
        if tag in HEADINGS and not self.pieces[tag]:
            self.open.heading = tag
        if tag in BLOCKS:
            self.end_block()
        if tag in VOID:
            return
        if tag == "body" or (tag in BLOCKS and self.open.dropped == ["head"]):  # the end tag of head may be left out
            self.open.dropped.clear()
        if self.open.dropped:
            self.open.dropped += [tag] if tag == self.open.dropped[0] else []
        elif is_dropped(tag, attributes) or (tag == "header" and not {"article", "main"} & set(self.open.places)):
            self.open.dropped.append(tag)
        elif tag in MAIN:
            self.open.places.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag opened; a stray end tag closes nothing."""
        if tag == self.open.heading:
            self.open.heading = None
        if tag in BLOCKS:
            self.end_block()
        if self.open.dropped and self.open.dropped[-1] == tag:
            self.open.dropped.pop()
        elif not self.open.dropped and tag in self.open.places:
            self.open.places.remove(tag)

    def handle_data(self, data: str) -> None:
        """Keep text where it stands."""
        if self.open.heading is not None:
            self.pieces[self.open.heading].append(data)
        if self.open.dropped or self.open.heading == "title":
            return
        for place in {*self.open.places, "page"}:
            self.pieces[place].append(data)

    def end_block(self) -> None:
        """A block's edge ends the paragraph in every place."""
        for place in (*MAIN, "page"):
            if self.pieces[place] and self.pieces[place][-1] != BREAK:
                self.pieces[place].append(BREAK)

    def paragraphs(self, place: str) -> list[str]:
        """The paragraphs of a place, white space evened out."""
        blocks = "".join(self.pieces[place]).split(BREAK)
        return [text for text in (SPACE.sub(" ", block).strip() for block in blocks) if text]

    def heading(self, tag: str) -> str | None:
        """The text of the page's first heading of that kind."""
        return SPACE.sub(" ", "".join(self.pieces[tag]).replace(BREAK, " ")).strip() or None


BREAK = "\x1e"
"""Parts paragraphs while they are collected; a record separator, which no page means to print."""


def is_dropped(tag: str, attributes: dict[str, str]) -> bool:
    """Whether an element's text is no part of a story: furniture, scripts, hidden parts and advertisements."""
    if tag in (*MAIN, "html"):
        return False
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
    is_hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return tag in DROPPED or is_hidden or not FURNITURE.isdisjoint(names)


def published(tag: str, attributes: dict[str, str]) -> dt.date | None:
    """The day of publication that a `meta` or `time` element states."""
    if tag == "meta":
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        written = attributes.get("content", "") if name in DATE_NAMES else ""
    else:
        written = attributes.get("datetime", "") if tag == "time" else ""
    return next((day for day, _ in written_dates(written[:100])), None)


def written_by(tag: str, attributes: dict[str, str]) -> str | None:
    """The author that a `meta` element states; an address of a page is no name."""
    if tag != "meta" or (attributes.get("name") or attributes.get("property") or "").lower() not in AUTHOR_NAMES:
        return None
    name = SPACE.sub(" ", attributes.get("content", "")).strip()
    return name if name and "://" not in name else None
