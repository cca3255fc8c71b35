"""Documents: what is taken for their title and date, which languages pass, and what a web page comes to."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palmares.errors import UnusableInput
from palmares.reading import decode_document, find_articles, make_document, read_document
from palmares.reading.markup import extract

STORY = "It rained on the red carpet, and the umbrellas had a better night than most of the films."

DATES = (
    ("A headline\nBy Ann Lee\nMarch 3, 2025\n\nText.", dt.date(2025, 3, 3)),
    ("A headline\nPublished 3 March 2025 by Ann Lee, Prairie Courier\n\nText.", dt.date(2025, 3, 3)),
    ("2025-03-03T10:00 | Film\n\nText.", dt.date(2025, 3, 3)),
    ("A headline\n\nLOS ANGELES, Mar. 3, 2025 (AP) — It rained.", dt.date(2025, 3, 3)),
    ("A headline\n\nSept 3rd, 2024 - It rained.", dt.date(2024, 9, 3)),
    ("A headline\n\nThe ceremony was held on March 2, 2025, in the rain.", None),
    ("A headline\n\nLOS ANGELES — On March 2, 2025, it rained.", None),
    ("A headline\n\nFebruary 30, 2025", None),
    ("A headline\n\nMarch 3", None),
    ("A headline" + "\nText." * 20 + "\nMarch 3, 2025", None),
)


@pytest.mark.parametrize(("text", "date"), DATES)
def test_a_date_is_that_of_a_byline_or_dateline(text: str, date: dt.date | None) -> None:
    assert make_document(text, source="a.txt").date == date


TITLES = (
    ("\n  A night to remember\n\nIt rained.", "A night to remember"),
    ("# A night to remember\n\nIt rained.", "A night to remember"),
    ("It rained on the red carpet.\n\nThen it stopped.", None),
    ("word " * 40, None),
)


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_is_a_first_line_that_looks_like_one(text: str, title: str | None) -> None:
    assert make_document(text, source="a.txt").title == title


ENGLISH = (
    "Anora wins",
    "Amélie, La Vie en rose, Les Misérables, La La Land and Das Boot",
    "‘La Grande Bellezza’ and ‘Il Postino’: the Italian films that won, and those that did not",
    "Palme d'Or, Grand Prix, Prix du jury, Caméra d'Or: who won what at Cannes this year, and for which films",
)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_full_of_foreign_names_passes(text: str) -> None:
    assert make_document(text, source="a.txt").text == text


FOREIGN = (
    ("Le film a remporté cinq oscars dans la nuit de dimanche, dont celui du meilleur film.", "French"),
    ("Der Film hat fünf Oscars gewonnen, darunter den für den besten Film und die beste Darstellerin.", "German"),
    ("La película ganó cinco premios en la ceremonia del domingo, entre ellos el de mejor película.", "Spanish"),
    ("Il film ha vinto cinque premi nella notte di domenica, tra cui quello per il miglior film.", "Italian"),
    ("De film won vijf prijzen in de nacht van zondag op maandag, waaronder die voor de beste film.", "Dutch"),
    ("Filmen vann fem priser under natten till måndagen, bland annat för bästa film och bästa regi.", "Swedish"),
    ("Film zdobył pięć nagród w nocy z niedzieli na poniedziałek, w tym za najlepszy film roku.", "Polish"),
)


@pytest.mark.parametrize(("text", "language"), FOREIGN)
def test_another_language_is_declined_by_name(text: str, language: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        make_document(text, source="a.txt")

    assert caught.value.problem == f"this looks like {language}"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode_document(b"\xef\xbb\xbf" + STORY.encode(), source="a.txt").text == STORY


def test_plain_text_is_kept_as_it_is() -> None:
    text = f"Title\r\n\r\n\t{STORY}  \u00a0\x1b[0m\n"
    assert decode_document(text.encode(), source="a.txt").text == text


def test_articles_of_a_directory_come_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.MD", "a/y.html", ".git/x.txt", "c.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY, encoding="utf-8")

    assert [str(path.relative_to(tmp_path)) for path in find_articles(tmp_path)] == ["a/y.html", "a/z.MD", "b.txt"]


def test_a_directory_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        read_document(tmp_path)

    assert caught.value.problem == "this is a directory"


# --- web pages --------------------------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html><head><title>Rain | Courier</title>
<meta property="article:published_time" content="2025-03-03T08:00:00Z"><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a></nav><header>The Courier</header><div class="ad">Windows! Best of 2024!</div>
<article><header><h1>Rain &amp; <em>glory</em></h1></header>
<p>It   rained on the <b>red</b>
carpet.</p><aside>Most read</aside><ul><li>One.</li><li>Two.</li></ul><script>var won = "x < y";</script>
<p hidden>Hidden.</p><p>It stopped.<br>At last.</p></article><footer>© Courier</footer></body></html>"""

PAGES = (
    (PAGE, "Rain & glory\n\nIt rained on the red carpet.\n\nOne.\n\nTwo.\n\nIt stopped.\n\nAt last."),
    ("<html><body><main><p>Main text.</p></main><p>Other.</p></body></html>", "Main text."),
    ("<!doctype html><title>T</title><p>No body, no end tags<p>It rained", "No body, no end tags\n\nIt rained"),
    ("<html><p>1 < 2 and 3 > 2 in <article", "1 < 2 and 3 > 2 in <article"),
    ("<html><body><p>Before <!-- never closed", "Before"),
)


@pytest.mark.parametrize(("markup", "text"), PAGES)
def test_a_page_comes_to_the_text_of_its_article(markup: str, text: str) -> None:
    assert extract(markup).text == text


def test_a_page_gives_its_title_and_date() -> None:
    document = make_document(PAGE, source="page.html")

    assert (document.title, document.date) == ("Rain & glory", dt.date(2025, 3, 3))


HOSTILE = tuple(piece * 100_000 for piece in ("<div>", "<<<<", "<!--x", "<a b='", "<p>x</q>", "&&&&", "<p a="))


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_markup_is_read_to_its_end(body: str) -> None:
    document = make_document(f"<html><body><p>It rained.</p>{body}", source="a.html")

    assert document.text.startswith("It rained.")


PIECES = (*"<>/!-'= abp&;", "\n", '"', "<p>", "</p>", "<script>", "<!--", "-->", "</body>", "<nav>")


@settings(deadline=None)  # a page that marks no article goes through a library, where it is installed
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_markup_comes_to_some_text(markup: str) -> None:
    assert "It rained." in make_document(f"<html><p>It rained.</p>{markup}", source="a.html").text


@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_say_why_not(content: bytes) -> None:
    try:
        source = decode_document(content, source="a.txt").source
    except UnusableInput as error:
        source = error.source

    assert source == "a.txt"


def test_a_surrogate_without_its_partner_becomes_the_replacement_character() -> None:
    assert make_document("Anora \ud800 won.", source="text").text == "Anora \ufffd won."
