"""From bytes to a document: its text, its title and its date, or one clear reason why it cannot be read.

The thing a newcomer gets wrong: spans count code points of `Document.text`. For plain text that is the text as given,
without a byte order mark; for HTML it is the text extracted from the page, which the output therefore carries.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from palmares.errors import UnusableInput
from palmares.reading.dateline import find_date
from palmares.reading.language import foreign_language
from palmares.reading.markup import is_markup
from palmares.reading.pages import story_of
from palmares.reading.wordprocessing import docx_text, is_docx

if TYPE_CHECKING:
    from palmares.reading.fetching import Fetcher  # the network is for those who ask for it, and slow to load

MAX_BYTES = 2_000_000
"""The most that is read of one article: far above the longest magazine piece, with room for a heavy web page."""

ARTICLE_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".docx"})
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1b")
TITLE_WORDS, TITLE_CHARACTERS = 25, 200

STATED_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["']?([\w-]{1,40})""", re.IGNORECASE)
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """An article. `source` is what it was given as; `title` and `date` are what its first lines say, or None.

    `author` is what a web page states, which is often the name of the site.
    """

    text: str
    source: str
    title: str | None
    date: dt.date | None
    author: str | None = None


def read_document(path: Path) -> Document:
    """Read one article from a file.

    Raises:
        UnusableInput: missing, unreadable, a directory, or whatever `decode_document` refuses.
    """
    source = str(path)
    try:
        with path.open("rb") as file:
            return read_stream(file, source=source)
    except FileNotFoundError:
        raise UnusableInput(source, "there is no such file", "Check the path") from None
    except IsADirectoryError:
        raise UnusableInput(source, "this is a directory", "Name a file in it") from None
    except PermissionError:
        raise UnusableInput(source, "you may not read this file", "Change its permissions or copy it") from None
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise UnusableInput(source, f"the file cannot be read ({problem})", "Check the path") from None


def read_stream(file: BinaryIO, *, source: str) -> Document:
    """Read one article from an open file, no more of it than an article may have; raises as `decode_document` does."""
    return decode_document(file.read(MAX_BYTES + 1), source=source)


def is_address(source: str) -> bool:
    """Whether what was given is the address of a page rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def fetch_document(url: str, fetcher: Fetcher | None = None) -> Document:
    """Fetch one article by its address; nothing else in palmares uses the network.

    Raises:
        UnusableInput: what `Fetcher.fetch` or `decode_document` raises.
    """
    from palmares.reading.fetching import Fetcher  # the network is for those who ask for it, and slow to load

    page = (fetcher or Fetcher(MAX_BYTES)).fetch(url)
    if is_docx(page.content):
        return decode_document(page.content, source=url)
    if b"\x00" in page.content or is_binary(page.content):
        raise UnusableInput(url, "this is a binary file", "Give the address of an article")
    return make_document(decoded(page.content, page.charset), source=url)


def decoded(content: bytes, charset: str | None) -> str:
    """The text of a page in the encoding that its server or its head states, else UTF-8; what fails is replaced."""
    stated = STATED_CHARSET.search(content[:4096])
    for name in (charset, stated[1].decode("ascii") if stated else None, "utf-8-sig"):
        try:
            return content.decode(name or "", errors="replace")
        except LookupError:
            continue
    raise AssertionError("UTF-8 is always known")


def decode_document(content: bytes, *, source: str) -> Document:
    """Make a document of the bytes of an article: UTF-8 text, HTML by suffix or first characters, or a DOCX file.

    Raises:
        UnusableInput: too large, binary, not UTF-8, empty, or in a language other than English.
    """
    if len(content) > MAX_BYTES:
        limit = f"larger than the limit of {MAX_BYTES // 1_000_000} MB for one article"
        raise UnusableInput(source, limit, "Give one article at a time")
    if is_docx(content):
        return make_document(docx_text(content, source=source), source=source)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnusableInput(source, "the text is UTF-16", "Save it as UTF-8")
    if b"\x00" in content or is_binary(content):
        raise UnusableInput(source, "this is a binary file", "Give plain text, Markdown, HTML or DOCX")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"the text is not UTF-8 (byte {error.start})"
        raise UnusableInput(source, problem, "Save it as UTF-8") from None
    return make_document(text, source=source)


def make_document(text: str, *, source: str) -> Document:
    """Make a document of text that is already decoded; raises UnusableInput as `decode_document` does.

    A surrogate without its partner is no character, and no encoding takes it: it becomes the replacement character.
    """
    text = SURROGATE.sub("\ufffd", text)
    if Path(source).suffix.lower() in (".html", ".htm") or is_markup(text):
        page = story_of(text)
        title, date = page.title or find_title(page.text), page.date or find_date(page.text)
        document = Document(page.text, source, title, date, page.author)
    else:
        document = Document(text, source, find_title(text), find_date(text))
    if not any(character.isalpha() for character in document.text):
        raise UnusableInput(source, "there is no text in it", "Give an article of at least one sentence")
    language = foreign_language(document.text)
    if language is not None:
        raise UnusableInput(source, f"this looks like {language}", "Give an article in English")
    return document


def find_articles(directory: Path) -> tuple[Path, ...]:
    """The article files in a directory and the directories below it, in order of their paths; hidden ones are left out.

    Raises:
        UnusableInput: there are none.
    """
    found = sorted(path for path in directory.rglob("*") if is_article(path.relative_to(directory), path))
    if not found:
        suffixes = ", ".join(sorted(ARTICLE_SUFFIXES))
        raise UnusableInput(str(directory), "the directory holds no articles", f"Put files ending in {suffixes} there")
    return tuple(found)


def is_article(inside: Path, path: Path) -> bool:
    """Whether a path names an article by its suffix and no part of it is hidden."""
    hidden = any(part.startswith(".") for part in inside.parts)
    return not hidden and path.suffix.lower() in ARTICLE_SUFFIXES and path.is_file()


def is_binary(content: bytes) -> bool:
    """Whether the beginning holds so many control bytes that it can be no text."""
    head = content[:4096].decode("latin-1")
    return sum(character in CONTROLS for character in head) > len(head) // 50


def find_title(text: str) -> str | None:
    """The first line with text on it, where it is short enough for a headline and does not end like a sentence."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "").lstrip("# ").strip()
    if not line or len(line) > TITLE_CHARACTERS or len(line.split()) > TITLE_WORDS or line.endswith((".", ";", ",")):
        return None
    return line
