"""The text of a Word document (DOCX), paragraph by paragraph, tables row by row.

Needs python-docx, which comes with the extra `pages`. The trap: a DOCX file is a zip archive from outside, so that what
it would unpack to is added up before anything is.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from palmares.errors import UnusableInput, install_extra

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

ARCHIVE = b"PK\x03\x04"
"""How a zip archive begins, and so every DOCX file."""
BODY = "word/document.xml"
MAX_UNPACKED = 30_000_000
"""Bytes that a DOCX file may unpack to; pictures stay packed in it."""


def is_docx(content: bytes) -> bool:
    """Whether these are the bytes of a Word document."""
    if not content.startswith(ARCHIVE):
        return False
    import zipfile  # few texts are archives, and `palmares check` is to start quickly

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return BODY in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def docx_text(content: bytes, *, source: str) -> str:
    """The text of a Word document, paragraphs a blank line apart.

    Raises:
        UnusableInput: it unpacks to too much, is damaged, or python-docx is not installed.
    """
    try:
        import docx  # an optional extra
    except ImportError:
        raise UnusableInput(source, "reading DOCX files needs python-docx", install_extra("pages")) from None
    check_size(content, source=source)
    try:
        return "\n\n".join(paragraphs(docx.Document(io.BytesIO(content))))
    except Exception as error:  # noqa: BLE001 - whatever a damaged archive makes the library raise
        problem = f"this DOCX file is damaged ({type(error).__name__})"
        raise UnusableInput(source, problem, "Open it in a word processor and save it anew") from None


def check_size(content: bytes, *, source: str) -> None:
    """Raise UnusableInput where the archive would unpack to more than an article may have."""
    import zipfile  # few texts are archives, and `palmares check` is to start quickly

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        unpacked = sum(member.file_size for member in archive.infolist() if member.filename.endswith((".xml", ".rels")))
    if unpacked > MAX_UNPACKED:
        raise UnusableInput(source, "this DOCX file unpacks to too much text", "Give one article at a time")


def paragraphs(document: WordDocument) -> Iterator[str]:
    """The paragraphs and rows of a document that have text, in order."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            rows = ([cell.text.strip() for cell in row.cells] for row in block.rows)
            texts = [": ".join([*cells[:1], ", ".join(cells[1:])]).strip(": ") for cells in rows]
        else:
            texts = [block.text.strip()]
        yield from (text for text in texts if text)
