"""The story of a web page and of a Word document: what is taken, and what is left out."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from palmares.errors import UnusableInput
from palmares.reading import decode_document, make_document, pages, wordprocessing
from palmares.reading.pages import plain_line, story_of

PAGE = """<html><head><title>Winners - The Courier</title>
<meta name="author" content="Ann Lee"><script type="application/ld+json">{"datePublished": "2025-03-03T04:00:00Z"}
</script></head><body><div id="cookies">We use cookies to measure our audience.</div>
<div class="content"><h1>“Anora” takes the night</h1>
<p>“Anora” won best picture on Sunday, and Sean Baker took director, in a ceremony of three hours and a half.</p>
<table><tr><td>Best actor</td><td>Adrien Brody, “The Brutalist”</td></tr></table>
<ul><li>Mikey Madison won best actress.</li></ul></div>
<div class="comments"><p>Demi Moore won best actress, lol.</p></div></body></html>"""


def test_a_page_gives_its_story_with_author_and_date() -> None:
    document = make_document(PAGE, source="page.html")

    assert "“Anora” won best picture on Sunday" in document.text
    assert "Best actor: Adrien Brody, “The Brutalist”" in document.text
    assert "\n\nMikey Madison won best actress." in document.text
    assert "lol" not in document.text
    assert (document.title, document.author) == ("“Anora” takes the night", "Ann Lee")
    assert str(document.date) == "2025-03-03"


def test_a_page_is_read_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "find_spec", lambda _: None)

    page = story_of(PAGE)

    assert "“Anora” won best picture on Sunday" in page.text
    assert (page.title, page.author, str(page.date)) == ("“Anora” takes the night", "Ann Lee", "2025-03-03")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- “Anora”", "“Anora”"),
        ("| Best actor | Adrien Brody | The Brutalist |", "Best actor: Adrien Brody, The Brutalist"),
        ("|---|---|", ""),
        ("| Winners |", "Winners"),
    ],
)
def test_a_block_loses_its_marks(line: str, expected: str) -> None:
    assert plain_line(line) == expected


def word_file() -> bytes:
    """A Word document with two paragraphs and a table."""
    word = docx.Document()
    word.add_paragraph("Oscars")
    word.add_paragraph("“Anora” won best picture at the 97th Academy Awards.")
    table = word.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Best actor", "Adrien Brody"
    content = io.BytesIO()
    word.save(content)
    return content.getvalue()


def test_a_word_document_is_read_by_paragraph_and_row() -> None:
    document = decode_document(word_file(), source="story.docx")

    assert document.text == "Oscars\n\n“Anora” won best picture at the 97th Academy Awards.\n\nBest actor: Adrien Brody"


def test_a_damaged_word_document_says_so() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(wordprocessing.BODY, "<w:document")

    with pytest.raises(UnusableInput, match="damaged"):
        decode_document(content.getvalue(), source="story.docx")


def test_a_word_document_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordprocessing, "MAX_UNPACKED", 1_000)

    with pytest.raises(UnusableInput, match="unpacks to too much"):
        decode_document(word_file(), source="story.docx")


def test_another_archive_is_a_binary_file() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.bin", bytes(range(256)) * 40)

    with pytest.raises(UnusableInput, match="binary"):
        decode_document(content.getvalue(), source="story.zip")
