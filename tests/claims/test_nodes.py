"""Nodes: equal meanings are equal nodes, what has no meaning is refused, and nothing can be changed afterwards."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError, fields

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from palmares.claims import (
    CONSTRAINTS,
    MEASURES,
    NODES,
    REPEATABLE,
    SELECTIONS,
    And,
    AtPlace,
    Attribute,
    Compare,
    Count,
    Country,
    Edition,
    Exists,
    Extreme,
    Feat,
    Film,
    Gap,
    Hole,
    Kind,
    Members,
    OfAward,
    OfCategory,
    OfCountry,
    OfEditions,
    OfFilm,
    OfPerson,
    OfSeasons,
    OfWork,
    Operator,
    Ordinal,
    Outcome,
    Person,
    Previous,
    Probability,
    Property,
    Select,
    Streak,
    Trait,
    Unit,
    Which,
    WithOutcome,
    WithTrait,
    format_claim,
    structure,
    walk,
)
from palmares.claims.comparing import PROPERTIES, SETS, TRAITS
from palmares.claims.constraints import ORDER, SINGLE
from palmares.errors import InvalidClaim
from tests.claims.strategies import claims, constraint_lists, law, nodes, selections

ANY = Select(())
FILMS = Count(ANY, Unit.FILM)
ANORA = Film("anora-2024", "Anora")
MADISON = Person("mikey-madison", "Mikey Madison")
NIGHT = Edition("oscars", 97)


@law
@given(constraint_lists().flatmap(lambda where: st.tuples(st.just(where), st.permutations(where))))
def test_order_and_repetition_of_constraints_mean_nothing(lists: tuple[list, list]) -> None:
    where, shuffled = lists

    assert Select(tuple(where)) == Select((*shuffled, *shuffled))
    assert hash(Select(tuple(where))) == hash(Select((*shuffled, *shuffled)))


@law
@given(selections, selections, selections)
def test_order_and_grouping_of_joined_selections_mean_nothing(first, second, third) -> None:
    grouped = And(And(first, second, Unit.FILM), third, Unit.FILM)

    assert And(first, second, Unit.FILM) == And(second, first, Unit.FILM)
    assert grouped == And(second, And(third, first, Unit.FILM), Unit.FILM)


@law
@given(nodes)
def test_a_node_survives_pickling_and_copying(node) -> None:
    assert pickle.loads(pickle.dumps(node)) == node
    assert copy.deepcopy(node) == node


@law
@given(nodes, nodes)
def test_nodes_are_equal_when_their_structure_and_text_are(left, right) -> None:
    assert (left == right) == (structure(left) == structure(right))
    assert (left == right) == (type(left) is type(right) and format_claim(left) == format_claim(right))
    assert left != right or hash(left) == hash(right)


@law
@given(nodes)
def test_an_evaluated_representation_is_the_node(node) -> None:
    names = {kind.__name__: kind for kind in NODES} | {"datetime": dt}
    for word in (Kind, Operator, Outcome, Property, Trait, Unit, Which):
        names |= {f"<{word.__name__}.{item.name}: {item.value!r}>": item for item in word}
    text = repr(node)
    for key, item in names.items():
        if key.startswith("<"):
            text = text.replace(key, f"{type(item).__name__}({item.value!r})")
    words = {word.__name__: word for word in (Kind, Operator, Outcome, Property, Trait, Unit, Which)}

    assert eval(text, {**names, **words}) == node


SAME = (
    (OfFilm(ANORA), OfFilm(Film("anora-2024"))),
    (Select((OfAward("oscars"), WithOutcome(Outcome.NOMINATED))), Select((OfAward("oscars"),))),
    (OfCategory(("b", "a", "b")), OfCategory(("a", "b"))),
    (OfFilm(Hole()), OfFilm(Hole(Kind.FILM))),
    (Feat(ANY, (Unit.PERSON, Unit.EDITION, Unit.PERSON), Compare(FILMS, Operator.GE, 4)),
     Feat(ANY, (Unit.EDITION, Unit.PERSON), Compare(FILMS, Operator.GE, 4))),
    (Compare(FILMS, Operator.EQ, 5.0), Compare(FILMS, Operator.EQ, 5)),
    (Compare(FILMS, Operator.IN, frozenset({5})), Compare(FILMS, Operator.EQ, 5)),
    (Compare(Exists(ANY), Operator.NE, True), Compare(Exists(ANY), Operator.EQ, False)),
    (Compare(Members(ANY, Unit.FILM), Operator.GE, ANORA),
     Compare(Members(ANY, Unit.FILM), Operator.GE, frozenset({ANORA}))),
    (Compare(Members(ANY, Unit.FILM), Operator.IN, frozenset({ANORA})),
     Compare(Members(ANY, Unit.FILM), Operator.LE, frozenset({ANORA}))),
    (Compare(Members(ANY, Unit.FILM), Operator.LE, Members(ANY, Unit.FILM, ANORA)),
     Compare(Members(ANY, Unit.FILM, ANORA), Operator.GE, Members(ANY, Unit.FILM))),
    (Compare(FILMS, Operator.LT, Count(ANY, Unit.PERSON)), Compare(Count(ANY, Unit.PERSON), Operator.GT, FILMS)),
    (Compare(FILMS, Operator.EQ, Count(ANY, Unit.PERSON)), Compare(Count(ANY, Unit.PERSON), Operator.EQ, FILMS)),
    (Count(ANY, "film"), Count(ANY, Unit.FILM)),
    (Select([OfAward("oscars")]), Select((OfAward("oscars"),))),
    (WithTrait(Trait.DEBUT, Operator.NE, False), WithTrait(Trait.DEBUT, Operator.EQ, True)),
)  # fmt: skip


@pytest.mark.parametrize(("left", "right"), SAME)
def test_what_means_the_same_is_equal(left: object, right: object) -> None:
    assert (left, hash(left)) == (right, hash(right))
    assert structure(left) == structure(right)


DIFFERENT = (
    (Film("x"), Person("x")),
    (OfFilm(Film("x")), OfPerson(Person("x"))),
    (OfEditions(97, 97), OfSeasons(97, 97)),
    (Compare(Exists(ANY), Operator.EQ, True), Compare(FILMS, Operator.EQ, 1)),
    (Compare(FILMS, Operator.GT, Count(ANY, Unit.PERSON)), Compare(Count(ANY, Unit.PERSON), Operator.GT, FILMS)),
    (WithTrait(Trait.DEBUT, Operator.EQ, True), WithTrait(Trait.AGE, Operator.EQ, 1)),
    (Hole(Kind.FILM), Hole()),
    (Unit.FILM, Film("film")),
)


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_what_means_something_else_is_not_equal(left: object, right: object) -> None:
    assert left != right
    assert structure(left) != structure(right)


def film_set(*items: object) -> Compare:
    return Compare(Members(ANY, Unit.FILM), Operator.EQ, frozenset(items))


REFUSED = {
    "an empty id": lambda: Film(""),
    "an id that is no text": lambda: Film(3),
    "a label that is no text": lambda: Film("x", 3),
    "half a surrogate pair": lambda: Country("\ud800"),
    "an edition below 0": lambda: Edition("oscars", -1),
    "a bool as number": lambda: Edition("oscars", True),
    "an unknown kind of hole": lambda: Hole("movie"),
    "a hole of another kind": lambda: OfFilm(Hole(Kind.PERSON)),
    "a person as film": lambda: OfFilm(MADISON),
    "a range without ends": lambda: OfEditions(None, None),
    "a range backwards": lambda: OfSeasons(2025, 2024),
    "a season with a fraction": lambda: OfSeasons(2024.5, None),
    "no category": lambda: OfCategory(()),
    "a text for many categories": lambda: OfCategory("actor"),
    "an unknown outcome": lambda: WithOutcome("winner"),
    "an empty title": lambda: OfWork(""),
    "an empty place": lambda: AtPlace(""),
    "an age that is a text": lambda: WithTrait(Trait.AGE, Operator.LT, "30"),
    "a debut that is a number": lambda: WithTrait(Trait.DEBUT, Operator.EQ, 1),
    "a trait measured in sets": lambda: WithTrait(Trait.AGE, Operator.LT, Members(ANY, Unit.FILM)),
    "two awards": lambda: Select((OfAward("oscars"), OfAward("dga"))),
    "two outcomes": lambda: Select((WithOutcome(Outcome.WON), WithOutcome(Outcome.LOST))),
    "editions without award": lambda: Select((OfEditions(97, 97),)),
    "a film as constraint": lambda: Select((ANORA,)),
    "a constraint alone": lambda: Select(OfAward("oscars")),
    "selections joined on nominations": lambda: And(ANY, ANY, Unit.NOMINATION),
    "a feat grouped by nothing": lambda: Feat(ANY, (), Compare(FILMS, Operator.EQ, 1)),
    "a feat grouped by statuettes": lambda: Feat(ANY, (Unit.STATUETTE,), Compare(FILMS, Operator.EQ, 1)),
    "a feat that has no claim": lambda: Feat(ANY, (Unit.FILM,), FILMS),
    "a measure over a film": lambda: Exists(ANORA),
    "an unknown unit": lambda: Count(ANY, "movie"),
    "the place of a statuette": lambda: Ordinal(ANY, Unit.STATUETTE, ANORA),
    "a film among people": lambda: Ordinal(ANY, Unit.PERSON, ANORA),
    "a film among nominations": lambda: Previous(ANY, Unit.NOMINATION, ANORA),
    "a selection among films": lambda: Members(ANY, Unit.FILM, ANY),
    "a year among editions": lambda: Previous(ANY, Unit.EDITION, 2024),
    "the year 0": lambda: Previous(ANY, Unit.YEAR, 0),
    "most without a measure": lambda: Extreme(ANY, Unit.FILM, Which.MOST),
    "youngest by a measure": lambda: Extreme(ANY, Unit.PERSON, Which.YOUNGEST, FILMS),
    "most by a set": lambda: Extreme(ANY, Unit.FILM, Which.MOST, Members(ANY, Unit.FILM)),
    "the oldest film": lambda: Extreme(ANY, Unit.FILM, Which.OLDEST),
    "the statuette that is first": lambda: Extreme(ANY, Unit.STATUETTE, Which.FIRST),
    "a birthday of a film": lambda: Attribute(ANORA, Property.BORN),
    "a runtime of an unknown person": lambda: Attribute(Hole(Kind.PERSON), Property.RUNTIME),
    "a birthday at some time": lambda: Attribute(MADISON, Property.BORN, NIGHT),
    "a day with a time": lambda: Attribute(MADISON, Property.AGE, dt.datetime(2025, 3, 2)),  # noqa: DTZ001
    "a streak of films": lambda: Streak(ANY, Unit.FILM, ANORA),
    "a gap of people": lambda: Gap(ANY, Unit.PERSON, MADISON),
    "odds of a feat": lambda: Probability(And(ANY, ANY, Unit.FILM), dt.date(2025, 3, 1)),
    "a literal on the left": lambda: Compare(5, Operator.EQ, FILMS),
    "a number that is a bool": lambda: Compare(FILMS, Operator.EQ, True),
    "a truth that is a number": lambda: Compare(Exists(ANY), Operator.EQ, 1),
    "a truth that is greater": lambda: Compare(Exists(ANY), Operator.GT, False),
    "a truth in a set": lambda: Compare(Exists(ANY), Operator.IN, frozenset({True})),
    "a number that is not one": lambda: Compare(FILMS, Operator.EQ, float("nan")),
    "a number without end": lambda: Compare(FILMS, Operator.LT, float("inf")),
    "a number in a number": lambda: Compare(FILMS, Operator.IN, 5),
    "a number that is a set": lambda: Compare(FILMS, Operator.EQ, frozenset({5, 6})),
    "an empty set": lambda: film_set(),
    "a set of mixed things": lambda: film_set(ANORA, MADISON),
    "a set of films and a number": lambda: film_set(ANORA, 5),
    "a set that can change": lambda: Compare(Members(ANY, Unit.FILM), Operator.EQ, {ANORA}),
    "a list": lambda: Compare(Members(ANY, Unit.FILM), Operator.EQ, [ANORA]),
    "about a set": lambda: Compare(Members(ANY, Unit.FILM), Operator.ABOUT, ANORA),
    "a greater text": lambda: Compare(Attribute(MADISON, Property.GENDER), Operator.GT, "f"),
    "a country as text": lambda: Compare(Attribute(MADISON, Property.COUNTRY), Operator.EQ, Country("Brazil")),
    "nominations as a set of films": lambda: Compare(Members(ANY, Unit.NOMINATION), Operator.EQ, ANORA),
    "films compared with people": lambda: Compare(Members(ANY, Unit.FILM), Operator.EQ, Members(ANY, Unit.PERSON)),
    "a number compared with a set": lambda: Compare(FILMS, Operator.EQ, Members(ANY, Unit.YEAR)),
    "a probability in percent": lambda: Compare(Probability(ANY, dt.date(2025, 3, 1)), Operator.GT, 35),
    "a hole for a film as number": lambda: Compare(FILMS, Operator.EQ, Hole(Kind.FILM)),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_has_no_meaning_is_refused(name: str) -> None:
    with pytest.raises(InvalidClaim):
        REFUSED[name]()


def test_a_node_is_never_changed() -> None:
    claim = Compare(FILMS, Operator.EQ, 5)

    with pytest.raises(FrozenInstanceError):
        claim.right = 6
    with pytest.raises(FrozenInstanceError):
        del claim.right
    with pytest.raises(AttributeError):
        claim.note = "x"


def test_every_node_has_slots_and_a_docstring() -> None:
    bare = [kind.__name__ for kind in NODES if not kind.__doc__ or "__slots__" not in vars(kind)]

    assert bare == []


def test_the_strategies_reach_every_node() -> None:
    seen: set[type] = set()

    @settings(law, max_examples=300, phases=[Phase.generate], derandomize=True, database=None)
    @given(claims)
    def see(claim: Compare) -> None:
        seen.update(type(node) for node in walk(claim))

    see()

    assert seen == set(NODES)


def test_each_word_has_its_entry_in_the_tables() -> None:
    assert set(TRAITS) == set(Trait)
    assert set(PROPERTIES) == set(Property)
    assert set(SETS) == set(Unit) - {Unit.STATUETTE}
    assert {*ORDER, WithTrait} == set(CONSTRAINTS) == {*SINGLE, *REPEATABLE}
    assert all(hasattr(kind, "gives") for kind in MEASURES)
    assert [len(group) for group in (CONSTRAINTS, SELECTIONS, MEASURES, NODES)] == [11, 3, 12, 32]


def test_structure_is_the_same_in_every_run() -> None:
    code = (
        "from palmares.claims import *; claim = parse_claim('members(film, any) = {film b, film a, ?film}');"
        "print(structure(claim), format_claim(claim))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip

    assert len(printed) == 1


def test_only_labels_are_left_out_of_equality() -> None:
    displayed = [(kind, field.name) for kind in NODES for field in fields(kind) if not field.compare]

    assert displayed == [(Film, "label"), (Person, "label")]


def test_a_country_and_a_trait_may_stand_twice() -> None:
    where = (OfCountry(Country("France")), OfCountry(Country("Italy")), OfPerson(MADISON), OfPerson(Person("x")))

    assert len(Select(where).where) == 4
