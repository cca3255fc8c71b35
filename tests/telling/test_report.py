"""Reports as JSON, for the terminal and as a page: the documented keys, whole texts, and articles that mean harm."""

from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from palmares.claims import from_wire, parse_claim
from palmares.record import Record
from palmares.telling import Report, print_report, render_page
from tests.telling.articles import AS_OF, TEXT, checked
from tests.telling.snapshots import snapshot

CLAIM_KEYS = {
    *("start", "end", "text", "selector", "claim", "canonical", "rule", "verdict", "explanation", "correction"),
    *("corrected_claim", "looseness", "reason", "evidence", "strain", "is_quoted", "speaker"),
}
HOSTILE = "</script><script>alert(1)</script>\" onload='x' {{ 7*7 }} \x1b[31m\u202e<img src=x>"
DOCS = Path(__file__).parents[2] / "docs" / "verdicts.md"


@pytest.fixture(scope="module")
def report(record: Record) -> Report:
    return checked(record)


@pytest.fixture(scope="module")
def hostile(record: Record) -> Report:
    return checked(record, f"{HOSTILE}\n\nIt won six Oscars {HOSTILE}", ((f"won six Oscars {HOSTILE}", SIX),))


SIX = "count(nomination, oscars/97 won film anora-2024) = 6"


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_json_has_the_documented_keys(report: Report) -> None:
    wire = json.loads(report.to_json())

    assert set(wire) == {"document", "as_of", "claims", "quotes", "summary"}
    assert set(wire["document"]) == {"source", "title", "author", "date", "text"}
    assert all(set(claim) == CLAIM_KEYS for claim in wire["claims"])
    assert set(wire["quotes"][0]) == {"start", "end", "text", "speaker", "speaker_start", "speaker_end"}
    assert set(wire["summary"]) == {"claims", "supported", "refuted", "imprecise", "unverifiable", "quotes"}


def test_every_key_of_the_json_is_documented(report: Report) -> None:
    text, wire = DOCS.read_text(encoding="utf-8"), json.loads(report.to_json())
    evidence = {key for claim in wire["claims"] for row in claim["evidence"] for key in row}
    keys = {*wire, *wire["document"], *CLAIM_KEYS, *wire["quotes"][0], *wire["summary"], *evidence}

    assert sorted(key for key in keys if f"`{key}`" not in text) == []


def test_spans_quote_the_text_and_selectors_find_them(report: Report) -> None:
    wire = json.loads(report.to_json())
    text = wire["document"]["text"]

    for claim in wire["claims"]:
        selector = claim["selector"]
        assert text[claim["start"] : claim["end"]] == claim["text"] == selector["exact"]
        assert text.count(selector["prefix"] + selector["exact"] + selector["suffix"]) == 1


def test_the_claim_comes_back_from_both_its_forms(report: Report) -> None:
    for claim in json.loads(report.to_json())["claims"]:
        assert from_wire(claim["claim"]) == parse_claim(claim["canonical"])


def test_evidence_is_as_the_design_says(report: Report) -> None:
    rows = json.loads(report.to_json())["claims"][3]["evidence"]
    winner = next(row for row in rows if row["won"])

    assert {key: winner[key] for key in ("award", "edition", "category", "film", "people", "won", "held")} == {
        "award": "oscars",
        "edition": 97,
        "category": "actress",
        "film": "Anora",
        "people": ["Mikey Madison"],
        "won": True,
        "held": "2025-03-02",
    }


def test_the_summary_counts_what_is_there(report: Report) -> None:
    assert json.loads(report.to_json())["summary"] == {
        "claims": 6,
        "supported": 1,
        "refuted": 3,
        "imprecise": 1,
        "unverifiable": 1,
        "quotes": 1,
    }


def test_json_is_one_line_unless_asked(report: Report) -> None:
    assert "\n" not in report.to_json()
    assert "\n" in report.to_json(indent=2)


def test_json_is_the_same_every_time(record: Record, report: Report) -> None:
    assert checked(record).to_json() == report.to_json()


# --- terminal ---------------------------------------------------------------------------------------------------------


def printed(record: Record, report: Report, *, has_why: bool = False) -> str:
    file = io.StringIO()
    print_report(record, report, file, has_why=has_why)
    return file.getvalue()


def test_the_terminal_shows_the_whole_report_without_colour(record: Record, report: Report) -> None:
    text = printed(record, report)

    assert text == snapshot("terminal.txt", text)


def test_why_shows_rule_claim_and_rows(record: Record, report: Report) -> None:
    text = printed(record, report, has_why=True)

    assert text == snapshot("terminal-why.txt", text)


def test_the_article_cannot_command_the_terminal(record: Record, hostile: Report) -> None:
    text = printed(record, hostile)

    assert "\x1b" not in text
    assert "\u202e" not in text


# --- page -------------------------------------------------------------------------------------------------------------


class Outline(HTMLParser):
    """What a page is made of: its elements, ids, links and headings."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "script" and data.strip():
            self.scripts.append(data)


def outline(page: str) -> Outline:
    parser = Outline()
    parser.feed(page)
    return parser


def test_the_page_is_as_it_was_last_looked_at(record: Record, report: Report) -> None:
    page = render_page(record, report)

    assert page == snapshot("page.html", page)


def test_the_page_stands_alone(record: Record, report: Report) -> None:
    page = render_page(record, report)

    assert not re.search(r"""(src|href)=["']?(https?:)?//""", page)
    assert "url(" not in page
    assert "@import" not in page


def test_every_link_of_the_page_leads_somewhere(record: Record, report: Report) -> None:
    found = outline(render_page(record, report))

    assert len(set(found.ids)) == len(found.ids)
    assert {link.removeprefix("#") for link in found.links} <= set(found.ids)


def test_the_page_has_landmarks_and_one_main_heading(record: Record, report: Report) -> None:
    tags = outline(render_page(record, report)).tags

    assert {"header", "main", "article", "aside", "footer"} <= set(tags)
    assert tags.count("h1") == 1


def test_the_page_says_every_claim_in_json_ld(record: Record, report: Report) -> None:
    (script,) = outline(render_page(record, report)).scripts
    reviews = json.loads(script)

    assert [review["claimReviewed"] for review in reviews] == [claim.passage.text for claim in report.claims]
    assert {review["@type"] for review in reviews} == {"ClaimReview"}
    assert [review["reviewRating"].get("ratingValue") for review in reviews] == [3, 1, 1, 5, None, 1]


def test_the_article_cannot_put_anything_into_the_page(record: Record, hostile: Report) -> None:
    found = outline(render_page(record, hostile))

    assert found.tags.count("script") == 1
    assert "img" not in found.tags
    assert not {name for name in found.attributes if name.startswith("on")}
    assert json.loads(found.scripts[0])[0]["claimReviewed"].startswith("won six Oscars </script>")


def test_overlapping_claims_are_each_marked_once(record: Record) -> None:
    readings = (("won six Oscars", SIX), ("six Oscars on Sunday", SIX), ("Oscars", SIX))
    page = render_page(record, checked(record, readings=readings))

    for number in (1, 2, 3):
        assert page.count(f'aria-label="Claim {number}: Refuted"') == 1
        assert page.count(f'id="text-{number}"') == 1


def test_an_article_without_claims_has_a_page_that_says_so(record: Record) -> None:
    page = render_page(record, checked(record, "Nothing of the kind\n\nIt rained.", ()))

    assert "No claims about film awards were found" in page


def test_a_report_is_of_the_day_it_was_made_for(report: Report) -> None:
    assert report.as_of == AS_OF
    assert report.document.text == TEXT


# --- contrast ---------------------------------------------------------------------------------------------------------

CSS = Path(__file__).parents[2] / "src" / "palmares" / "telling" / "templates" / "report.css"
THEMES = re.findall(r":root \{(.*?)\}", CSS.read_text(encoding="utf-8"), re.DOTALL)[:2]
PAIRS = [
    *((ink, ground) for ink in ("ink", "soft") for ground in ("paper", "card")),
    *((tone, ground) for tone in ("supported", "refuted", "imprecise", "unverifiable") for ground in ("paper", "card")),
    *((tone, f"{tone}-wash") for tone in ("supported", "refuted", "imprecise", "unverifiable")),
    *(("ink", f"{tone}-wash") for tone in ("supported", "refuted", "imprecise", "unverifiable")),
    ("ink", "quote"),
]


def luminance(colour: str) -> float:
    """Source: WCAG 2.2, relative luminance."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", THEMES, ids=("light", "dark"))
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(theme: str, ink: str, ground: str) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", theme))
    darker, lighter = sorted((luminance(colours[ink]), luminance(colours[ground])))

    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
