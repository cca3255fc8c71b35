"""The canonical text: exact both ways for every node, one text for one meaning, and a clear refusal of all else."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from palmares.claims import (
    NODES,
    Compare,
    Count,
    Exists,
    Feat,
    Film,
    OfAward,
    OfEditions,
    OfFilm,
    Operator,
    Outcome,
    Select,
    Unit,
    WithOutcome,
    format_claim,
    parse_claim,
    parse_node,
)
from palmares.claims.text import READERS, WRITERS
from palmares.errors import InvalidClaim
from tests.claims.strategies import law, nodes

EXAMPLES = (
    "exists(oscars/97 category picture won film anora-2024) = true",
    (
        "exists(both(oscars/97 category actress lost person demi-moore,"
        " oscars/97 category actress won person mikey-madison, race)) = true"
    ),
    "count(nomination, oscars/98 film sinners-2025) = 16",
    "extreme(film, oscars/..98, most, count(nomination, any)) = {film sinners-2025}",
    (
        "extreme(film, oscars/..97, most, count(nomination, any))"
        " = {film all-about-eve-1950, film la-la-land-2016, film titanic-1997}"
    ),
    "ordinal(film, both(cannes category palme-dor won, oscars category picture won, film), film anora-2024) = 4",
    (
        "members(film, both(cannes category palme-dor won, oscars category picture won, film), before film anora-2024)"
        " = {film marty-1955, film parasite-2019, film the-lost-weekend-1945}"
    ),
    "ordinal(person, feat(oscars won, (edition, person), count(nomination, any) >= 4), person sean-baker) = 2",
    'ordinal(person, oscars category cinematography won with gender = "f", person autumn-durald-arkapaw) = 1',
    'count(person, oscars/..97 category cinematography with gender = "f") = 3',
    "ordinal(nomination, oscars category actor won person adrien-brody, nomination oscars/97) = 2",
    "count(nomination, oscars/..97 person mikey-madison) = 1",
    "exists(oscars/97 person mikey-madison with earlier-nominations = 0) = true",
    "extreme(person, oscars/86..97 category actress won, youngest) = {person mikey-madison}",
    (
        "count(nomination, season 2024 category supporting-actor person kieran-culkin)"
        " = count(nomination, season 2024 category supporting-actor won person kieran-culkin)"
    ),
    "attribute(edition oscars/97, held) = 2025-03-02",
    'attribute(edition oscars/97, hosts) = {"Conan O\'Brien"}',
    "attribute(person mikey-madison, age, at oscars/97) = 25",
    "attribute(person mikey-madison, age, at 2025-03-02) < 26",
    "rank(oscars/97 category actress person demi-moore, 2025-03-01) = 1",
    "probability(oscars/97 category actress person mikey-madison, 2025-03-01) about 0.35",
    "exists(feat(oscars/95.. category picture won, (film), count(nomination, oscars category director) = 0)) = false",
    'ordinal(nomination, oscars category international-feature won country "Brazil", nomination oscars/97) = 1',
    'ordinal(country, oscars category international-feature won, country "Brazil") > 20',
    "previous(person, oscars category actress won with age < 30, person mikey-madison) = {person emma-stone}",
    "next(film, oscars category picture won, film anora-2024) = ?film",
    "streak(edition, oscars category actress, person bette-davis) = 5",
    "gap(year, oscars category actor won, person adrien-brody) = 22",
    'gap(edition, oscars category international-feature won, country "South Korea") >= 1',
    "extreme(person, oscars category director won, oldest) = {person clint-eastwood}",
    "extreme(year, oscars tied, last) = {2013}",
    "count(statuette, oscars/97 category song won) = 3",
    'exists(oscars/97 category song won work "El Mal") = true',
    'exists(nyfcc season 2024 category actress person mikey-madison place "runner-up") = true',
    "count(film, season 2000..2009 category actor|actress won) in {18, 19}",
    "attribute(film anora-2024, directors) = {person sean-baker}",
    "attribute(film anora-2024, runtime) about 140",
    "members(person, oscars/97 category actress) >= {person demi-moore, person fernanda-torres}",
    "count(nomination, ?award category ?category film ?film) > 3",
    'exists("season"/3 film "a film") = true',
    'exists(with unrecorded = "openly gay") = true',
    "attribute(?person, born) = 1999-03-25",
)


@pytest.mark.parametrize("text", EXAMPLES)
def test_an_example_is_its_own_canonical_text(text: str) -> None:
    assert format_claim(parse_claim(text)) == text


SAME = (
    ("exists( film anora-2024 won\toscars/97 )=true", "exists(oscars/97 won film anora-2024) = true"),
    ("exists(oscars nominated film x) = true", "exists(oscars film x) = true"),
    ("exists(oscars) != true", "exists(oscars) = false"),
    ("exists(oscars category b|a|b) = true", "exists(oscars category a|b) = true"),
    ("exists(oscars film x film x) = true", "exists(oscars film x) = true"),
    ("count(film, any) < count(person, any)", "count(person, any) > count(film, any)"),
    ("count(person, any) = count(film, any)", "count(film, any) = count(person, any)"),
    ("count(film, any) = 5.0", "count(film, any) = 5"),
    ("count(film, any) in {5}", "count(film, any) = 5"),
    ("members(film, any) = film x", "members(film, any) = {film x}"),
    ("members(film, any) in {film x}", "members(film, any) <= {film x}"),
    ("members(film, any) = ?", "members(film, any) = ?film"),
    ("exists(oscars film ?) = true", "exists(oscars film ?film) = true"),
    ("exists(both(pga, dga, film)) = true", "exists(both(dga, pga, film)) = true"),
    ("exists(both(both(c, a, film), b, film)) = true", "exists(both(a, both(b, c, film), film)) = true"),
    ("exists(feat(any, (person, film, film), exists(any) = true)) = true",
     "exists(feat(any, (film, person), exists(any) = true)) = true"),
    ('exists(film "x") = true', "exists(film x) = true"),
    ("exists(oscars/5..5) = true", "exists(oscars/5) = true"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "canonical"), SAME)
def test_texts_of_one_meaning_have_one_canonical_text(text: str, canonical: str) -> None:
    assert format_claim(parse_claim(text)) == canonical


WRONG = (
    ("", 0, "expected a measure"),
    ("oscars/97 won", 0, "expected a measure"),
    ("count(nomination, oscars/97 won) = ", 35, "expected a film, person, country or edition"),
    ("count(nomination, oscars/97 won) == 5", 34, "expected a film"),
    ("count(nominations, oscars) = 5", 6, "'nominations' is none of"),
    ("count(nomination oscars) = 5", 17, "expected ','"),
    ("count(nomination, oscars = 5", 25, "expected ')'"),
    ("count(nomination, oscars) = 5 films", 30, "expected the end"),
    ("count(nomination, oscars/9..3) = 5", 24, "runs backwards"),
    ("count(nomination, oscars dga) = 5", 18, "same constraint twice"),
    ("count(nomination, /97) = 5", 18, "editions but no award"),
    ("count(nomination, ) = 5", 18, "expected a selection"),
    ("count(nomination, edition oscars/97) = 5", 18, "begins no constraint"),
    ("count(nomination, oscars film) = 5", 29, "expected an id"),
    ("count(nomination, oscars) = true", 0, "comparison of number with a truth"),
    ("exists(oscars) = 1", 0, "comparison of truth with a number"),
    ("exists(oscars) < true", 0, "< does not compare truth"),
    ("members(film, any) = {}", 22, "expected a film"),
    ("members(film, any) < {film x}", 0, "< does not compare a set"),
    ("members(film, any) = {person x}", 0, "comparison of film with a person"),
    ("attribute(edition oscars/97, held) = 2025-02-30", 37, "no calendar has"),
    ("attribute(film x, born) = 2025-02-03", 0, "a film has no born"),
    ('exists(film "\\x") = true', 12, "broken escape"),
    ('exists(film "\\ud800") = true', 7, "not Unicode"),
    ('exists(work "") = true', 7, "an empty text"),
    ("count(film, any) = 1e999", 0, "no record holds"),
    ("ordinal(film, any, person x) = 1", 0, "a film is not named by a person"),
    ("extreme(film, any, most) = film x", 0, "needs measure"),
    ("next(film, any, ?person) = ?", 0, "a hole for a person where only film can stand"),
    ("probability(any, 2025-03-01) = 35", 0, "between 0 and 1"),
    ("exists(both(any, any, nomination)) = true", 7, "two rows never share"),
)


@pytest.mark.parametrize(("text", "position", "problem"), WRONG)
def test_what_is_no_claim_is_refused_where_it_fails(text: str, position: int, problem: str) -> None:
    with pytest.raises(InvalidClaim) as caught:
        parse_claim(text)

    assert (caught.value.source, caught.value.position) == (text, position)
    assert problem in caught.value.problem


@law
@given(nodes)
def test_every_node_reads_back_from_its_text(node) -> None:
    assert parse_node(format_claim(node), type(node)) == node


@law
@given(nodes)
def test_a_text_is_canonical(node) -> None:
    text = format_claim(node)

    assert format_claim(parse_node(text, type(node))) == text


PIECES = st.sampled_from(
    'count exists both feat members extreme ( ) , nomination film person oscars / 97 .. won = < in { } " \\ ? true'
    " 2025-03-02 0.5 with age | any before".split()
)


@given(st.text() | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join))
@example("(" * 5000)
@example("exists(" + "both(" * 40000)
@example("exists(oscars/" + "9" * 5000 + ") = true")
@example("count(film, any) = " + "9" * 5000)
@example("count(film, any) = ²")
@example("exists(any) = true\x00")
def test_any_text_is_a_claim_or_an_invalid_claim(text: str) -> None:
    try:
        claim = parse_claim(text)
    except InvalidClaim:
        return

    assert parse_claim(format_claim(claim)) == claim


def nested(depth: int) -> Compare:
    """A claim with as many feats inside one another."""
    claim = Compare(Exists(Select(())), Operator.EQ, True)
    for _ in range(depth):
        claim = Compare(Count(Feat(Select(()), (Unit.FILM,), claim), Unit.FILM), Operator.GE, 1)
    return claim


@pytest.mark.parametrize("depth", [40, 2000])
def test_a_claim_nested_too_deeply_has_no_text(depth: int) -> None:
    claim = nested(depth)

    with pytest.raises(InvalidClaim):
        format_claim(claim)


def test_a_claim_nested_as_deeply_as_allowed_reads_back() -> None:
    claim = nested(20)

    assert parse_claim(format_claim(claim)) == claim


def test_a_part_reads_back_as_the_class_asked_for() -> None:
    where = (OfAward("oscars"), OfEditions(97, 97), WithOutcome(Outcome.WON), OfFilm(Film("anora-2024")))

    assert parse_node("oscars/97 won film anora-2024", Select) == Select(where)
    assert parse_node("film anora-2024", Film) == Film("anora-2024")
    assert parse_node("film anora-2024", OfFilm) == OfFilm(Film("anora-2024"))


def test_a_part_of_another_class_is_refused() -> None:
    with pytest.raises(InvalidClaim, match="a film where a person is asked for"):
        parse_node("film anora-2024", NODES[2])


def test_each_node_has_its_entry_in_both_tables() -> None:
    assert set(WRITERS) == set(READERS) == set(NODES)
