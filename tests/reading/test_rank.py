"""Which readings stand where several fit one stretch of text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palmares.claims import Claim, Compare, Count, Exists, OfAward, Operator, Select, Unit
from palmares.reading.rank import Found, is_clash, passages
from palmares.reading.story import KEPT, Reading

TEXT = "0123456789" * 4


def claim(number: int) -> Claim:
    """A claim that differs from that of another number."""
    return Compare(Count(Select((OfAward("oscars"),)), Unit.NOMINATION), Operator.EQ, number)


def found(
    start: int, end: int, rule: str = "test/one", *, priority: int = 0, number: int = 1, score: float = 1.0
) -> Found:
    """A place where a rule fits, with one reading."""
    return Found(start, end, rule, priority, lambda: iter([Reading(claim(number), rule, score)]))


def rules(*places: Found) -> list[tuple[str, str]]:
    """The text and rule of each passage that stands."""
    return [(passage.text, passage.readings[0].rule) for passage in passages(TEXT, places)]


def test_passages_stand_in_the_order_of_the_text() -> None:
    assert rules(found(10, 14, number=2), found(0, 4)) == [("0123", "test/one"), ("0123", "test/one")]


def test_a_passage_quotes_the_text() -> None:
    (passage,) = passages(TEXT, [found(3, 8)])

    assert (passage.start, passage.end, passage.text) == (3, 8, TEXT[3:8])


def test_of_one_family_the_higher_priority_stands() -> None:
    assert rules(found(0, 9, "test/one", priority=1), found(0, 9, "test/two", priority=2, number=2)) == [
        ("012345678", "test/two")
    ]


def test_of_one_family_and_priority_the_shorter_stretch_stands() -> None:
    assert rules(found(0, 9, "test/one"), found(0, 4, "test/two", number=2)) == [("0123", "test/two")]


def test_two_of_one_family_that_hardly_overlap_both_stand() -> None:
    assert len(rules(found(0, 10, "test/one"), found(8, 18, "test/two", number=2))) == 2


def test_two_families_may_share_a_stretch() -> None:
    assert len(rules(found(0, 9, "test/one"), found(0, 9, "other/one", number=2))) == 2


def test_what_says_the_same_of_one_stretch_stands_once() -> None:
    assert len(rules(found(0, 9, "test/one"), found(0, 9, "other/one"))) == 1


def test_a_rule_that_makes_no_claim_takes_no_place() -> None:
    empty = Found(0, 4, "test/two", 9, lambda: iter(()))

    assert rules(empty, found(0, 9)) == [("012345678", "test/one")]


def test_readings_of_one_span_and_rule_are_together_best_first_each_claim_once() -> None:
    places = [found(0, 9, number=number % 3, score=number / 10) for number in range(6)]
    (passage,) = passages(TEXT, places)

    assert [(reading.claim, reading.score) for reading in passage.readings] == [
        (claim(2), 0.5),
        (claim(1), 0.4),
        (claim(0), 0.3),
    ]


def test_so_many_readings_are_kept_and_no_more() -> None:
    (passage,) = passages(TEXT, [found(0, 9, number=number) for number in range(KEPT + 5)])

    assert len(passage.readings) == KEPT


PRIORITIES = {"test/one": 1, "test/two": 2, "test/three": 2, "other/one": 0}
PLACES = st.lists(
    st.builds(
        lambda start, length, rule, number: found(
            start, start + length, rule, priority=PRIORITIES[rule], number=number, score=1 - number / 10
        ),
        st.integers(0, 20),
        st.integers(1, 12),
        st.sampled_from(sorted(PRIORITIES)),
        st.integers(0, 4),
    ),
    max_size=8,
)
"""Places of a few rules, each with a priority of its own, whose claims each have a score of their own."""


def as_said(places: list[Found]) -> list[tuple[int, int, frozenset[Reading]]]:
    """The spans of the passages, with the readings of each in no order."""
    return [(passage.start, passage.end, frozenset(passage.readings)) for passage in passages(TEXT, places)]


@given(PLACES)
def test_the_order_in_which_places_are_found_says_nothing(places: list[Found]) -> None:
    assert as_said(places) == as_said(places[::-1])


@given(PLACES)
def test_no_two_passages_of_one_family_share_most_of_their_text(places: list[Found]) -> None:
    kept = [Found(one.start, one.end, one.readings[0].rule, 0, lambda: iter(())) for one in passages(TEXT, places)]

    assert not any(is_clash(one, other) for number, one in enumerate(kept) for other in kept[:number])


@given(PLACES)
def test_something_stands_wherever_something_is_found(places: list[Found]) -> None:
    assert bool(passages(TEXT, places)) is bool(places)


def test_a_claim_of_existence_is_a_claim_like_another() -> None:
    one = Compare(Exists(Select((OfAward("oscars"),))), Operator.EQ, True)
    (passage,) = passages(TEXT, [Found(0, 4, "test/one", 0, lambda: iter([Reading(one, "test/one", 1.0)]))])

    assert tuple(passage.readings) == (Reading(one, "test/one", 1.0),)
