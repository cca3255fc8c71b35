"""Cutting an article into what a marked-up print of it is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmares.reading import Passage
from palmares.telling import CheckedClaim
from palmares.telling.segments import blocks, paragraphs, printable

WRAPPED = "A headline\n\nThis is a paragraph that somebody broke\nby hand at forty characters, and\nit ends.\n\nNext."
PLAIN = "A headline\nA first paragraph.\nA second."

TEXTS = (
    (WRAPPED, ["A headline", WRAPPED[12:-7], "Next."]),
    (PLAIN, ["A headline", "A first paragraph.", "A second."]),
    ("\n \nOne.\n\nTwo.\n", ["One.", "Two."]),
    ("", []),
)


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_text_is_cut_into_its_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in blocks(text)] == expected


spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda span: (span[0], span[0] + span[1]))


@given(st.text(st.sampled_from("ab \n\x1b"), min_size=81, max_size=90), st.lists(spans, max_size=6))
def test_every_claim_begins_and_ends_once_and_no_text_is_lost(text: str, ends: list[tuple[int, int]]) -> None:
    claims = [
        CheckedClaim(number, Passage(start, end, text[start:end], ()), None, "", "", None)
        for number, (start, end) in enumerate(ends, 1)
    ]

    cut = paragraphs(text, claims, ())
    printed = "".join(segment.text for segments in cut for segment in segments)
    begun = [claim.number for segments in cut for segment in segments for claim in segment.begins]

    assert "\x1b" not in printed
    assert printed.replace(" ", "") == printable(text).replace(" ", "").replace("\n", "")
    assert len(set(begun)) == len(begun)
