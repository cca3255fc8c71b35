"""Evaluation as callers meet it: values and their witness, what is lacking, odds, questions, and how values compare."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palmares.claims import Edition, Film, Operator, Person, Unit, parse_claim
from palmares.errors import InvalidClaim
from palmares.record import Evaluation, Lack, LackKind, NominationRow, Record, Value, evaluate, measure
from palmares.record.compare import holds, ranges_hold
from palmares.record.narrow import narrowed
from tests.record.shadow import shadowed

DAY = dt.date(2025, 3, 3)

ODDS = """
    SELECT row AS nomination, column2 AS as_of, column3 AS probability, NULL AS place, 'palmares' AS source
    FROM main.nomination JOIN (VALUES
        ('oscars/97/actress/3', '2025-03-01', 0.6), ('oscars/97/actress/4', '2025-03-01', 0.3),
        ('oscars/97/actress/1', '2025-03-01', 0.04), ('oscars/97/actress/2', '2025-03-01', 0.03),
        ('oscars/97/actress/5', '2025-03-01', 0.03), ('oscars/97/actress/4', '2025-02-10', 0.1)) ON column1 = id"""


def ask(record: Record, text: str, as_of: dt.date = DAY) -> Evaluation:
    """The evaluation of a claim in canonical text."""
    return evaluate(record, parse_claim(text), as_of=as_of)


def shown(evaluation: Evaluation) -> list[str]:
    """The ids of the nominations in evidence."""
    return [row.id for row in evaluation.rows if isinstance(row, NominationRow)]


# --- the witness ----------------------------------------------------------------------------------------------------


def test_a_win_is_shown_by_its_row(record: Record) -> None:
    evaluation = ask(record, "exists(oscars/97 category picture won film anora-2024) = true")

    assert shown(evaluation) == ["oscars/97/picture/1"]


def test_a_win_that_was_none_is_shown_by_who_won_and_by_the_nomination_lost(record: Record) -> None:
    evaluation = ask(record, "exists(oscars/97 category actress won person demi-moore) = true")

    assert [row.people[0].id for row in evaluation.rows if isinstance(row, NominationRow)] == [
        "mikey-madison",
        "demi-moore",
    ]


def test_a_prize_one_was_not_up_for_is_shown_by_who_won_it(record: Record) -> None:
    evaluation = ask(record, "exists(oscars/97 category cinematography won film anora-2024) = true")

    assert [row.films[0].id for row in evaluation.rows if isinstance(row, NominationRow)] == ["the-brutalist-2024"]


def test_a_place_is_shown_by_the_rows_of_both_sides_of_all_that_came_before(record: Record) -> None:
    both = "both(cannes category palme-dor won, oscars category picture won, film)"
    evaluation = ask(record, f"ordinal(film, {both}, film anora-2024) = 4")
    films = ["the-lost-weekend-1945", "marty-1955", "parasite-2019", "anora-2024"]

    rows = [(row.award, row.films[0].id) for row in evaluation.rows if isinstance(row, NominationRow)]
    assert sorted(rows) == sorted((award, film) for film in films for award in ("cannes", "oscars"))


def test_a_count_shows_no_more_rows_than_a_reader_wants_and_counts_all(record: Record) -> None:
    value = measure(record, parse_claim("count(edition, oscars category picture won) = 1").left, as_of=DAY)

    assert (value.value, len(value.rows), value.lacks) == (97, 25, ())


def test_entities_in_values_carry_their_labels(record: Record) -> None:
    evaluation = ask(record, "previous(film, oscars category picture won, film anora-2024) = {film oppenheimer-2023}")

    assert isinstance(evaluation.left.value, frozenset)
    assert [film.label for film in evaluation.left.value if isinstance(film, Film)] == ["Oppenheimer"]


# --- what is lacking ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "as_of", "lack"),
    [
        (
            "exists(oscars/97 category picture won film anora-2024) = true",
            dt.date(2025, 3, 1),
            Lack(LackKind.NOT_DECIDED, "oscars", None, 97, 97),
        ),
        (
            "exists(cannes/77 category palme-dor film emilia-perez-2024) = true",
            DAY,
            Lack(LackKind.NOMINEES_NOT_COLLECTED, "cannes", "palme-dor", 77, 77),
        ),
        (
            "exists(oscars/97 category peoples-choice won) = true",
            DAY,
            Lack(LackKind.OUTSIDE_RECORD, "oscars", "peoples-choice"),
        ),
        (
            "exists(oscars/97 won film no-such-film) = true",
            DAY,
            Lack(LackKind.OUTSIDE_RECORD, detail="no-such-film"),
        ),
        (
            "attribute(person rachel-morrison, age) = 40",
            DAY,
            Lack(LackKind.UNKNOWN_ATTRIBUTE, detail="rachel-morrison"),
        ),
        (
            'exists(oscars/92 category picture won with unrecorded = "Asian") = true',
            DAY,
            Lack(LackKind.OUTSIDE_RECORD, detail="Asian"),
        ),
    ],
)
def test_what_is_not_known_names_what_the_record_would_need(
    record: Record, text: str, as_of: dt.date, lack: Lack
) -> None:
    assert ask(record, text, as_of).lacks == (lack,)


def test_a_subject_that_is_not_in_the_selection_has_no_place_in_it(record: Record) -> None:
    evaluation = ask(record, "ordinal(person, oscars category actress won, person demi-moore) = 1")

    assert (evaluation.truth, evaluation.left.value) == (False, None)
    assert [lack.kind for lack in evaluation.lacks] == [LackKind.NO_SUBJECT]


# --- odds -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("rank(oscars/97 category actress person demi-moore, 2025-03-01) = 1", None),
        ("rank(oscars/97 category actress person FIRST, 2025-03-01) = 1", True),
        ("rank(oscars/97 category actress person SECOND, 2025-03-01) = 1", None),
        ("rank(oscars/97 category actress person LAST, 2025-03-01) = 1", False),
        ("rank(oscars/97 category actress person SECOND, 2025-03-01) = 2", True),
        ("rank(oscars/97 category actress person LAST, 2025-03-01) = 4", True),
        ("rank(oscars/97 category actress person LAST, 2025-03-01) = 5", True),
        ("probability(oscars/97 category actress person FIRST, 2025-03-01) = 0.6", True),
        ("probability(oscars/97 category actress person SECOND, 2025-02-20) = 0.1", True),
        ("probability(oscars/97 category actress person SECOND, 2025-02-01) = 0.1", None),
        ("probability(oscars/97 category actress person FIRST, 2025-03-01) < 0.5", False),
    ],
)
def test_odds_are_those_of_the_last_day_on_or_before(record: Record, text: str, truth: bool | None) -> None:
    race = {row.id: row.people[0].id for row in race_of_actresses(record)}
    names = {"FIRST": "oscars/97/actress/3", "SECOND": "oscars/97/actress/4", "LAST": "oscars/97/actress/5"}
    for name, id in names.items():
        text = text.replace(name, race[id])
    odds = "SELECT * FROM main.odds WHERE 0" if truth is None and "demi-moore" in text else ODDS
    given_odds = shadowed(record, {"odds": odds})

    assert ask(given_odds, text).truth is truth


LISTED = """
    SELECT row AS nomination, '2025-03-01' AS as_of, column3 AS probability, column4 AS place, column1 AS source
    FROM main.nomination JOIN (VALUES {values}) ON 'oscars/97/actress/' || column2 = id"""

FAVOURITES = {
    "all-agree": "('palmares', 1, 0.7, NULL), ('palmares', 2, 0.2, NULL), ('a', 1, 0.6, 1), ('a', 2, 0.2, 2)",
    "split": "('palmares', 1, 0.7, NULL), ('palmares', 2, 0.2, NULL), ('a', 2, 0.8, 1), ('a', 1, 0.1, 2)",
    "split-by-a-pick": "('palmares', 1, 0.9, NULL), ('palmares', 2, 0.05, NULL), ('a', 2, NULL, 1)",
    "close-in-one": "('palmares', 1, 0.7, NULL), ('palmares', 2, 0.2, NULL), ('a', 1, 0.4, 1), ('a', 2, 0.3, 2)",
    "equal-in-one": "('palmares', 1, 0.7, NULL), ('palmares', 2, 0.2, NULL), ('a', 1, 0.4, 1), ('a', 2, 0.4, 1)",
    "alone": "('palmares', 1, 0.6, NULL), ('palmares', 2, 0.2, NULL)",
    "alone-and-sure": "('palmares', 1, 0.8, NULL), ('palmares', 2, 0.1, NULL)",
}


@pytest.mark.parametrize(
    ("heard", "first_is", "first_is_not", "second_is", "second_is_not", "level"),
    [
        ("all-agree", True, False, False, True, False),
        ("split", True, True, True, None, False),
        ("split-by-a-pick", True, None, True, None, None),
        ("close-in-one", True, None, None, True, True),
        ("equal-in-one", True, None, True, None, True),
        ("alone", True, None, None, True, None),
        ("alone-and-sure", True, False, False, True, None),
    ],
)
def test_a_favourite_is_refuted_only_where_all_who_gave_odds_are_clear(
    record: Record, heard: str, first_is: bool, first_is_not: bool | None, second_is: bool | None, second_is_not: bool,
    level: bool | None,
) -> None:  # fmt: skip
    given_odds = shadowed(record, {"odds": LISTED.format(values=FAVOURITES[heard])})
    first, second = (row.people[0].id for row in race_of_actresses(record) if row.id[-1] in "12")
    names = f"oscars/97 category actress person {first}", f"oscars/97 category actress person {second}"

    actual = [
        ask(given_odds, f"rank({name}, 2025-03-01) {operator} 1").truth for name in names for operator in ("=", "!=")
    ]
    between = ask(given_odds, f"probability({names[0]}, 2025-03-01) about probability({names[1]}, 2025-03-01)").truth
    assert [*actual, between] == [first_is, first_is_not, second_is, second_is_not, level]


@settings(max_examples=30, deadline=None)
@given(
    chances=st.lists(st.tuples(*[st.integers(0, 100)] * 3).filter(sum), min_size=1, max_size=4),
    other=st.tuples(*[st.integers(0, 100)] * 3).filter(sum),
)
def test_another_opinion_leaves_a_favourite_a_favourite(
    record: Record, chances: list[tuple[int, int, int]], other: tuple[int, int, int]
) -> None:
    name = race_of_actresses(record)[0].people[0].id
    claim = f"rank(oscars/97 category actress person {name}, 2025-03-01) = 1"

    few, more = (
        ask(shadowed(record, {"odds": LISTED.format(values=opinions(heard))}), claim).truth
        for heard in (chances, [*chances, other])
    )
    assert not (few is True and more is not True)


def opinions(heard: list[tuple[int, int, int]]) -> str:
    """Rows of odds on the first nominees of the race, a source for each."""
    return ", ".join(
        f"('{chr(97 + source)}', {place}, {share / sum(shares)}, NULL)"
        for source, shares in enumerate(heard)
        for place, share in enumerate(shares, 1)
    )


def race_of_actresses(record: Record) -> list[NominationRow]:
    """The nominations of one race."""
    evaluation = ask(record, "count(nomination, oscars/97 category actress) = 5")
    return [row for row in evaluation.rows if isinstance(row, NominationRow)]


# --- questions ------------------------------------------------------------------------------------------------------


def test_a_claim_with_its_right_side_open_is_answered_by_its_left(record: Record) -> None:
    evaluation = ask(record, "count(nomination, oscars/97 won film anora-2024) = ?number")

    assert (evaluation.truth, evaluation.left.value) == (None, 5)


def test_a_hole_inside_a_measure_cannot_be_evaluated(record: Record) -> None:
    with pytest.raises(InvalidClaim):
        ask(record, "exists(oscars/97 category picture won film ?film) = true")


# --- how values compare ---------------------------------------------------------------------------------------------

NUMBERS = st.integers(-5, 5)
RANGES = st.tuples(NUMBERS, NUMBERS).map(lambda pair: (min(pair), max(pair)))
WANTING = Value(3, lacks=(Lack(LackKind.BEFORE_COVERAGE, "pga"),), firm=True)

BEATEN = Value(
    frozenset({Person("mikey-madison")}),
    lacks=(Lack(LackKind.UNKNOWN_ATTRIBUTE),),
    ruled_out=frozenset({Person("demi-moore")}),
)


@given(RANGES, st.sampled_from([operator for operator in Operator if operator is not Operator.ABOUT]), RANGES)
def test_what_is_decided_of_ranges_holds_of_every_number_in_them(
    left: tuple[int, int], operator: Operator, right: tuple[int, int]
) -> None:
    every = {
        ranges_hold((mine, mine), operator, (yours, yours))
        for mine in range(left[0], left[1] + 1)
        for yours in range(right[0], right[1] + 1)
    }
    truth = ranges_hold(left, operator, right)

    assert (every == {truth}) if truth is not None else len(every) == 2


@pytest.mark.parametrize(
    ("left", "operator", "right", "truth"),
    [
        (WANTING, Operator.GE, Value(3), True),
        (WANTING, Operator.GE, Value(4), None),
        (WANTING, Operator.EQ, Value(3), None),
        (WANTING, Operator.EQ, Value(2), False),
        (WANTING, Operator.LE, Value(2), False),
        (WANTING, Operator.NE, Value(2), True),
        (WANTING, Operator.IN, Value(frozenset({1, 2})), False),
        (WANTING, Operator.IN, Value(frozenset({2, 3})), None),
        (Value(4, upper=5), Operator.EQ, Value(5), True),
        (Value(4, upper=5), Operator.EQ, Value(6), False),
        (Value(4, upper=5), Operator.NE, Value(4), False),
        (Value(4, upper=5), Operator.IN, Value(frozenset({5, 9})), True),
        (Value(95), Operator.ABOUT, Value(100), True),
        (Value(89), Operator.ABOUT, Value(100), False),
        (Value(30, lacks=WANTING.lacks, span=(30, 31)), Operator.EQ, Value(30), None),
        (Value(30, lacks=WANTING.lacks, span=(30, 31)), Operator.LT, Value(32), True),
        (Value(frozenset({"Émile"})), Operator.EQ, Value(frozenset({"emile"})), True),
        (Value(frozenset({"Demi Moore"})), Operator.GE, Value(frozenset({Person("demi-moore", "Demi Moore")})), True),
        (BEATEN, Operator.GE, Value(frozenset({Person("demi-moore")})), False),
        (BEATEN, Operator.NE, Value(frozenset({Person("demi-moore")})), True),
        (BEATEN, Operator.EQ, Value(frozenset({Person("mikey-madison")})), None),
        (Value("1952"), Operator.EQ, Value(dt.date(1952, 3, 1)), True),
        (Value("1909/1919"), Operator.LT, Value(dt.date(1920, 1, 1)), True),
        (Value("1909/1919"), Operator.EQ, Value(dt.date(1908, 12, 31)), False),
        (Value("1952-04"), Operator.GT, Value(dt.date(1952, 3, 1)), True),
        (Value("1952"), Operator.LT, Value(dt.date(1952, 3, 1)), None),
        (Value(dt.date(1999, 3, 25)), Operator.ABOUT, Value(dt.date(1998, 6, 1)), True),
        (Value(None, lacks=(Lack(LackKind.NO_SUBJECT),)), Operator.EQ, Value(1), False),
        (Value(None, lacks=WANTING.lacks), Operator.EQ, Value(1), None),
    ],
)
def test_two_values_compare_as_far_as_they_are_known(
    left: Value, operator: Operator, right: Value, truth: bool | None
) -> None:
    assert holds(left, operator, right) is truth


# --- rows looked up when they are asked for -------------------------------------------------------------------------


def test_a_value_goes_to_another_process_with_its_rows(record: Record) -> None:
    value = ask(record, "exists(oscars/97 category picture won film anora-2024) = true").left

    assert pickle.loads(pickle.dumps(value)) == value


def test_values_of_different_rows_differ(record: Record) -> None:
    row = record.nominations([1])

    assert Value(True, lambda: row) == Value(True, row) != Value(True)


# --- editions without a number --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "cups"), [("venice/0", 0), ("venice/-1", 2), ("venice/-2", 2), ("venice/97", 0)])
def test_a_group_of_an_unnumbered_edition_is_narrowed_to_that_edition(record: Record, key: str, cups: int) -> None:
    count = parse_claim("count(nomination, venice category mussolini-cup won) = 0").left

    assert measure(record, narrowed(record, count, {Unit.EDITION: key}), as_of=DAY).value == cups


def test_unnumbered_editions_are_counted_apart_and_named_alike(record: Record) -> None:
    count = ask(record, "count(edition, venice/0 won) >= 1")
    members = ask(record, "members(edition, venice/0 won) >= {edition venice/0}")

    assert (count.left.value, members.left.value) == (4, frozenset({Edition("venice", 0)}))


def test_a_film_that_won_something_is_shown_by_its_best_picture(record: Record) -> None:
    found = evaluate(record, parse_claim("exists(oscars won film anora-2024) = true"), as_of=dt.date(2025, 3, 3))

    assert [row.id for row in found.rows] == ["oscars/97/picture/1"]
