"""From text to claims: documents, the passages in them that make claims, and quotations with their speakers."""

from palmares.reading.document import (
    Document,
    decode_document,
    fetch_document,
    find_articles,
    is_address,
    make_document,
    read_document,
    read_stream,
)
from palmares.reading.grammar import RULES
from palmares.reading.reader import read
from palmares.reading.story import Misspelling, Passage, Quote, Reading, Story

__all__ = [
    "RULES",
    "Document",
    "Misspelling",
    "Passage",
    "Quote",
    "Reading",
    "Story",
    "decode_document",
    "fetch_document",
    "find_articles",
    "is_address",
    "make_document",
    "read",
    "read_document",
    "read_stream",
]
