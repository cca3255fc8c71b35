"""Reading a whole document on the tiny record: what is read, what is not, and laws for any text."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palmares.claims import format_claim
from palmares.reading import RULES, Document, Story, read
from palmares.record import Record

AS_OF = dt.date(2025, 3, 3)


def story(record: Record, text: str, *, as_of: dt.date = AS_OF) -> Story:
    """What is read in a text."""
    return read(record, Document(text, "test", None, None), as_of=as_of)


def claims(record: Record, text: str) -> list[str]:
    """The likeliest claim of each passage."""
    return [format_claim(passage.readings[0].claim) for passage in story(record, text).passages]


# --- what is read -------------------------------------------------------------------------------------------------


def test_a_sentence_is_read_with_its_span_its_rule_and_its_claim(tiny: Record) -> None:
    (passage,) = story(tiny, "At last Anora won five Oscars.").passages

    assert (passage.start, passage.end, passage.text) == (8, 29, "Anora won five Oscars")
    assert passage.readings[0].rule == "tallies/wins"
    assert format_claim(passage.readings[0].claim) == "count(nomination, oscars won film anora-2024) = 5"


def test_each_prize_of_a_list_is_a_claim(tiny: Record) -> None:
    assert claims(tiny, '"Anora" won best picture, director and editing.') == [
        "exists(oscars category picture won film anora-2024) = true",
        "exists(oscars category director won film anora-2024) = true",
        "exists(oscars category editing won film anora-2024) = true",
    ]


def test_a_headline_is_read(tiny: Record) -> None:
    assert claims(tiny, "Mikey Madison wins best actress\n\nIt rained.") == [
        "exists(oscars/97 category actress won person mikey-madison) = true"
    ]


def test_a_subject_carries_over_to_the_next_sentence(tiny: Record) -> None:
    assert claims(tiny, "Mikey Madison smiled. She won best actress.") == [
        "exists(oscars/97 category actress won person mikey-madison) = true"
    ]


def test_the_span_takes_in_the_quotation_marks_of_a_title(tiny: Record) -> None:
    (passage,) = story(tiny, 'Best picture went to "Anora".').passages

    assert passage.text == 'Best picture went to "Anora"'


# --- what is not --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Anora did not win best picture.",
        "Anora never won best picture.",
        "Anora would have won best picture.",
        "Anora might win best picture.",
        "Did Anora win best picture?",
        "If Anora won best picture, nobody noticed.",
        "Nobody knows whether Anora won best picture.",
        "Anora is expected to win best picture.",
        "Anora failed to win best picture.",
        "Had Anora won best picture, all would be well.",
        "He denied that Anora won best picture.",
        "Rumour has it that Anora won best picture.",
        "She won. They lost. It was over.",
        "",
        " \n\n ",
        "…",
    ],
)
def test_what_is_not_said_as_a_fact_is_not_read(tiny: Record, text: str) -> None:
    assert claims(tiny, text) == []


def test_what_is_said_of_nobody_known_is_not_read(tiny: Record) -> None:
    assert claims(tiny, "Wilf Hargrave won best actor for The Damp Carpet.") == []


# --- laws ---------------------------------------------------------------------------------------------------------

PIECES = (
    """
    Anora|"Anora"|“Her”|Mikey Madison|Madison|she|who|the film|won|did not win|beat|lost|went to|was nominated for|named
    |best picture|best actress|director|Palme d’Or|an Oscar|the 96th Academy Awards|last year|in 2014|two|13 nominations
    |empty-handed|first|youngest|since|if|would|and|,|;|—|(|)|?|!|. |“|”|"|’s|97th|March 2, 2025|the ceremony|hosted
    |25-year-old|only|for
""".replace("\n    ", "")
    .strip()
    .split("|")
)
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join), st.text(max_size=80))
HOSTILE = {
    "nothing": "",
    "white space": " \n\t\f" * 500,
    "a lone surrogate": 'Anora \ud800 won best picture at "\udfff".',
    "a NUL": "Anora\x00 won best\x00 picture.",
    "other controls": "".join(map(chr, range(32))) + "Anora won best picture.",
    "a megabyte of one letter": "a" * 1_000_000,
    "a megabyte of one mark": "." * 1_000_000,
    "a megabyte of one digit": "1" * 1_000_000,
    "nested quotation marks": "“" * 2_000 + "Anora won best picture" + "”" * 2_000,
    "nested mixed marks": "“‘" * 1_000 + "Anora" + "’”" * 1_000,
    "unclosed marks": ("“Anora " * 500) + ("won 'best' " * 500),
    "nested brackets": "(" * 2_000 + "Anora won" + ")" * 2_000,
    "one endless sentence": "Anora won best picture and " * 400,
    "one endless list": "Anora won " + "best picture, " * 400 + "best director.",
    "names without end": "Mikey Madison, Demi Moore, " * 300 + "won best actress.",
    "pronouns without end": "she who was her who had " * 300,
    "combining marks": "Anora" + "\u0301" * 2_000 + " won best picture.",
    "letters from the right": "\u202eAnora won best picture.\u202c",
    "letters beyond the first plane": "🏆 Anora 🏆 won 🏆 best picture 🏆.",
    "a letter that folds to two": "ﬁrst İstanbul ẞ won best picture.",
}


def check_shape(text: str, told: Story) -> None:
    """What holds for every story: spans in order, quoting exactly, each with readings by known rules, best first."""
    known = {rule.id for rule in RULES}
    for passage in told.passages:
        assert 0 <= passage.start < passage.end <= len(text)
        assert passage.text == text[passage.start : passage.end]
        assert {reading.rule for reading in passage.readings} <= known
        assert [reading.score for reading in passage.readings] == sorted(
            (reading.score for reading in passage.readings), reverse=True
        )
        assert len({reading.claim for reading in passage.readings}) == len(passage.readings) > 0
    for quote in told.quotes:
        assert quote.text == text[quote.start : quote.end]
    assert [passage.start for passage in told.passages] == sorted(passage.start for passage in told.passages)


@given(text=TEXTS)
@settings(max_examples=300, deadline=None)
def test_spans_lie_in_the_text_and_quote_it_exactly(tiny: Record, text: str) -> None:
    check_shape(text, story(tiny, text))


@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_the_same_text_is_read_the_same(tiny: Record, text: str) -> None:
    assert story(tiny, text) == story(tiny, text)


@given(text=st.text(alphabet=st.characters(categories=["Cs", "Cc", "Co", "L", "P", "Z"]), max_size=60))
@settings(deadline=None)
def test_no_text_makes_the_reader_raise(tiny: Record, text: str) -> None:
    check_shape(text, story(tiny, text))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_hostile_text_raises(tiny: Record, text: str) -> None:
    check_shape(text, story(tiny, text))


@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_paragraph_before_it_moves_the_spans_and_leaves_no_passage_out(tiny: Record, text: str) -> None:
    before = "It rained all morning on the carpet, and nobody in the long line minded that at all in the end.\n\n"
    told = story(tiny, before + text)

    check_shape(before + text, told)
    assert all(passage.start >= len(before) for passage in told.passages)


@pytest.mark.parametrize("year", [1900, 1929, 1938, 1990, 2025, 9999])
def test_a_text_can_be_read_on_any_day(tiny: Record, year: int) -> None:
    text = "Last year Anora won best picture at the 97th Academy Awards, and she won last year’s Oscar."

    check_shape(text, story(tiny, text, as_of=dt.date(year, 1, 1)))


def test_an_edition_without_a_number_does_not_raise(record: Record) -> None:
    text = "In 1940 Jean Gabin won best actor at Venice. In 1941 he won it at the Venice Film Festival again."

    check_shape(text, story(record, text))


SEEDED = """
import datetime, sys
from pathlib import Path
from palmares.claims import format_claim
from palmares.reading import Document, read
from palmares.record import open_record
text = sys.stdin.read()
with open_record(Path(sys.argv[1]), cache=Path(sys.argv[2])) as record:
    told = read(record, Document(text, "test", None, None), as_of=datetime.date(2025, 3, 3))
for passage in told.passages:
    readings = [(reading.rule, reading.score, format_claim(reading.claim)) for reading in passage.readings]
    print(passage.start, passage.end, *readings)
"""


def test_no_order_of_a_set_is_seen_in_what_is_read(tmp_path: Path) -> None:
    text = (
        'Mikey Madison beat Demi Moore. "A Star Is Born" won best picture, and she was up for best actress in 1955. '
        'Madison, 25, won the first of two Oscars for "Anora", which had six nominations. The film won five.'
    )
    source, tiny = Path(__file__).parents[2] / "src", Path(__file__).parents[1] / "tiny"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SEEDED, str(tiny), str(tmp_path)],
            input=text,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(source)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(outputs) == 1
    assert outputs != {""}
