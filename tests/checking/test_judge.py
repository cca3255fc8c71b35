"""Judging: the order of verdicts, what is only loose, what to say instead, and the laws that hold for all of it."""

from __future__ import annotations

import datetime as dt

import pytest

from palmares.checking import Looseness, Reason, Verdict, judge
from palmares.checking.correct import CORRECTORS
from palmares.claims import MEASURES, format_claim, parse_claim
from palmares.record import LackKind, Record, evaluate
from tests.record.claim_cases import CASES, Case

AS_OF = dt.date(2025, 3, 3)
TRUE = "exists(oscars/97 category picture won film anora-2024) = true"
FALSE = "exists(oscars/97 category picture won film conclave-2024) = true"
UNKNOWN = "rank(oscars/62 category actress person jessica-tandy, 1990-03-25) = 1"
LOOSE = "count(nomination, oscars/97 won film anora-2024) > 5"

ORDER = (
    ((TRUE,), Verdict.SUPPORTED, TRUE),
    ((FALSE, LOOSE, UNKNOWN, TRUE), Verdict.SUPPORTED, TRUE),
    ((FALSE, UNKNOWN, LOOSE), Verdict.IMPRECISE, LOOSE),
    ((FALSE, UNKNOWN), Verdict.UNVERIFIABLE, UNKNOWN),
    ((UNKNOWN, FALSE), Verdict.UNVERIFIABLE, UNKNOWN),
    ((FALSE,), Verdict.REFUTED, FALSE),
)


@pytest.mark.parametrize(("claims", "verdict", "about"), ORDER)
def test_the_kindest_verdict_of_all_readings_counts(
    record: Record, claims: tuple[str, ...], verdict: Verdict, about: str
) -> None:
    judgement = judge(record, [parse_claim(claim) for claim in claims], as_of=AS_OF)

    assert (judgement.verdict, judgement.claim) == (verdict, parse_claim(about))


LOOSENESS = (
    ("exists(oscars category picture won film anora-2024 season 2025) = true", Looseness.SEASON_SLIP,
     "exists(oscars category picture won film anora-2024 season 2024) = true"),
    ("exists(oscars/96 category picture won film anora-2024) = true", Looseness.SEASON_SLIP,
     "exists(oscars/97 category picture won film anora-2024) = true"),
    ("attribute(edition oscars/97, season) = 2025", Looseness.SEASON_SLIP,
     "attribute(edition oscars/97, season) = 2024"),
    ("attribute(film anora-2024, release-year) = 2025", Looseness.SEASON_SLIP,
     "attribute(film anora-2024, release-year) = 2024"),
    (LOOSE, Looseness.BOUND_MET, "count(nomination, oscars/97 won film anora-2024) = 5"),
    ("count(nomination, oscars/97 won film anora-2024) < 5", Looseness.BOUND_MET,
     "count(nomination, oscars/97 won film anora-2024) = 5"),
    ("count(nomination, oscars/97 film anora-2024) about 7", Looseness.ROUGH_NUMBER,
     "count(nomination, oscars/97 film anora-2024) = 6"),
    ("attribute(person sean-baker, age, at oscars/97) = 53", Looseness.AGE_THAT_DAY,
     "attribute(person sean-baker, age, at 2025-01-23) = 53"),
    (("members(film, both(cannes category palme-dor won, oscars category picture won, film), before film anora-2024)"
     " = {film marty-1955, film parasite-2019}"), Looseness.INCOMPLETE_LIST,
     ("members(film, both(cannes category palme-dor won, oscars category picture won, film), before film anora-2024)"
     " = {film marty-1955, film parasite-2019, film the-lost-weekend-1945}")),
    ("extreme(film, oscars/..97, most, count(nomination, oscars)) = {film titanic-1997}", Looseness.SHARED_RECORD,
     ("extreme(film, oscars/..97, most, count(nomination, oscars))"
     " = {film all-about-eve-1950, film la-la-land-2016, film titanic-1997}")),
    ("count(nomination, oscars won person walt-disney) = 26", Looseness.HONORARY_COUNTED,
     "count(nomination, oscars won person walt-disney) = 22"),
    ("count(nomination, oscars won film gone-with-the-wind-1939) = 10", Looseness.HONORARY_COUNTED,
     "count(nomination, oscars won film gone-with-the-wind-1939) = 8"),
)  # fmt: skip


@pytest.mark.parametrize(("claim", "looseness", "correction"), LOOSENESS)
def test_a_claim_may_be_only_loose(record: Record, claim: str, looseness: Looseness, correction: str) -> None:
    judgement = judge(record, [parse_claim(claim)], as_of=AS_OF)

    assert (judgement.looseness, judgement.correction) == (looseness, parse_claim(correction))


NOT_LOOSE = (
    "exists(oscars category picture won film anora-2024 season 2023) = true",
    "exists(oscars/98 category picture won film coda-2021) = true",
    "attribute(edition oscars/97, held) = 2025-03-03",
    "attribute(edition oscars/97, season) = 2023",
    "count(nomination, oscars/97 won film anora-2024) = 6",
    "count(nomination, oscars/97 won film anora-2024) > 6",
    "count(nomination, oscars/97 film anora-2024) about 9",
    "attribute(person mikey-madison, age, at oscars/97) = 24",
    ("members(film, both(cannes category palme-dor won, oscars category picture won, film), before film anora-2024)"
    " = {film parasite-2019}"),
    ("members(film, both(cannes category palme-dor won, oscars category picture won, film), before film anora-2024)"
    " = {film marty-1955, film titanic-1997}"),
    "extreme(film, oscars/..97, most, count(nomination, oscars)) = {film ben-hur-1959}",
    "count(nomination, oscars won person walt-disney) = 25",
    "count(nomination, oscars won person walt-disney) = 27",
    "count(nomination, oscars person walt-disney) = 63",
)  # fmt: skip


@pytest.mark.parametrize("claim", NOT_LOOSE)
def test_what_is_not_on_the_list_of_slips_is_refuted(record: Record, claim: str) -> None:
    judgement = judge(record, [parse_claim(claim)], as_of=dt.date(2026, 4, 1))

    assert judgement.verdict is Verdict.REFUTED


CORRECTIONS = (
    ("count(nomination, oscars/97 won film anora-2024) = 6", "count(nomination, oscars/97 won film anora-2024) = 5"),
    ("exists(oscars/97 category actress won person demi-moore) = true",
     "exists(oscars/97 category actress won person mikey-madison) = true"),
    ("exists(oscars/97 category actress won person demi-moore film the-substance-2024) = true",
     "exists(oscars/97 category actress won person mikey-madison film anora-2024) = true"),
    ("exists(oscars/97 category costume-design lost person paul-tazewell) = true",
     "exists(oscars/97 category costume-design won person paul-tazewell) = true"),
    ("exists(oscars/94 category picture won film moonlight-2016) = true",
     "exists(oscars/89 category picture won film moonlight-2016) = true"),
    ("exists(oscars/96 category costume-design won film barbie-2023) = true",
     "exists(oscars/96 category original-song won film barbie-2023) = true"),
    (("exists(both(oscars/97 category actress won person demi-moore,"
     " oscars/97 category actress lost person mikey-madison, race)) = true"),
     ("exists(both(oscars/97 category actress won person mikey-madison,"
     " oscars/97 category actress lost person demi-moore, race)) = true")),
    ("exists(oscars/97 category actress person nicole-kidman) = true",
     "exists(oscars/97 category actress person nicole-kidman) = false"),
    ("exists(oscars category picture won film brokeback-mountain-2005) = true",
     "exists(oscars/78 category picture won film crash-2005) = true"),
    ("exists(oscars/97 won film anora-2024) = false", "exists(oscars/97 won film anora-2024) = true"),
    ("count(nomination, oscars/97 won film conclave-2024) = count(nomination, oscars/97 film conclave-2024)",
     "count(nomination, oscars/97 film conclave-2024) = 8"),
    ("attribute(edition oscars/97, held) = 2025-03-03", "attribute(edition oscars/97, held) = 2025-03-02"),
    ("ordinal(film, both(cannes category palme-dor won, oscars category picture won, film), film anora-2024) = 3",
     "ordinal(film, both(cannes category palme-dor won, oscars category picture won, film), film anora-2024) = 4"),
    ("attribute(edition bafta/5, held) = 1953-03-01", None),
)  # fmt: skip


@pytest.mark.parametrize(("claim", "correction"), CORRECTIONS)
def test_a_refuted_claim_comes_with_the_nearest_that_holds(record: Record, claim: str, correction: str | None) -> None:
    judgement = judge(record, [parse_claim(claim)], as_of=AS_OF)

    assert judgement.verdict is Verdict.REFUTED
    assert judgement.correction == (parse_claim(correction) if correction else None)


def test_evidence_takes_in_the_rows_of_the_correction(record: Record) -> None:
    claim = parse_claim("exists(oscars/97 category actress won person demi-moore) = true")

    judgement = judge(record, [claim], as_of=AS_OF)

    assert [row.people[0].id for row in judgement.evidence] == ["mikey-madison", "demi-moore"]


def test_of_false_numbers_the_nearest_is_the_one_that_was_meant(record: Record) -> None:
    readings = (
        "count(nomination, oscars/97 category actress won person katharine-hepburn) = 5",
        "count(nomination, oscars category actress won person katharine-hepburn) = 5",
    )

    judgement = judge(record, [parse_claim(reading) for reading in readings], as_of=AS_OF)

    assert judgement.correction == parse_claim(readings[1].replace("= 5", "= 4"))


def test_an_undecided_way_to_take_a_false_claim_makes_it_ambiguous(record: Record) -> None:
    judgement = judge(record, [parse_claim(FALSE), parse_claim(UNKNOWN)], as_of=AS_OF)

    assert judgement.reason is Reason.AMBIGUOUS


def counted(number: int) -> list[str]:
    """So many wins of “Anora”, with that the count may be somebody else's."""
    return [
        f"count(nomination, oscars won film anora-2024) = {number}",
        'exists(film anora-2024 with unrecorded = "counted of somebody else") = true',
    ]


def test_a_count_that_is_out_by_one_is_loose_where_it_may_be_of_somebody_else(record: Record) -> None:
    judgement = judge(record, [parse_claim(reading) for reading in counted(6)], as_of=AS_OF)

    assert judgement.looseness is Looseness.OFF_BY_ONE
    assert judgement.correction == parse_claim(counted(5)[0])


def test_a_count_that_is_farther_out_may_well_be_of_somebody_else(record: Record) -> None:
    judgement = judge(record, [parse_claim(reading) for reading in counted(8)], as_of=AS_OF)

    assert judgement.reason is Reason.AMBIGUOUS


# --- laws -------------------------------------------------------------------------------------------------------------


def test_every_measure_has_a_corrector() -> None:
    assert set(CORRECTORS) == set(MEASURES)


def test_every_lack_is_a_reason() -> None:
    assert {kind.value for kind in LackKind} | {Reason.AMBIGUOUS.value} == {reason.value for reason in Reason}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_a_verdict_follows_from_its_evaluation(record: Record, case: Case) -> None:
    judgement = judge(record, [parse_claim(case.claim)], as_of=case.as_of)

    truth = judgement.evaluation.truth
    allowed = {
        True: {Verdict.SUPPORTED},
        False: {Verdict.REFUTED, Verdict.IMPRECISE},
        None: {Verdict.UNVERIFIABLE, Verdict.IMPRECISE},
    }
    assert judgement.verdict in allowed[truth]
    assert (judgement.reason is not None) == (judgement.verdict is Verdict.UNVERIFIABLE)
    assert (judgement.looseness is not None) == (judgement.verdict is Verdict.IMPRECISE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.place)
def test_a_correction_holds_on_the_day(record: Record, case: Case) -> None:
    correction = judge(record, [parse_claim(case.claim)], as_of=case.as_of).correction

    assert correction is None or evaluate(record, correction, as_of=case.as_of).truth is True, format_claim(correction)


def test_an_ambiguity_names_the_reading_that_is_false(record: Record) -> None:
    judgement = judge(record, [parse_claim(FALSE), parse_claim(UNKNOWN)], as_of=AS_OF)

    assert judgement.reason is Reason.AMBIGUOUS
    assert (judgement.likeliest, judgement.claim) == (parse_claim(FALSE), parse_claim(UNKNOWN))
