"""Hypothesis strategies for every node: whatever they draw is a well-formed claim or a well-formed part of one."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from palmares.claims import (
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
    Next,
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
    Rank,
    Select,
    Streak,
    Trait,
    Unit,
    Which,
    WithOutcome,
    WithTrait,
)

law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How every law here is tried: claims of any depth take any time to draw."""

NAMED = (Unit.NOMINATION, Unit.FILM, Unit.PERSON, Unit.COUNTRY, Unit.EDITION, Unit.RACE, Unit.YEAR)
GROUPING = (Unit.FILM, Unit.PERSON, Unit.COUNTRY, Unit.EDITION, Unit.RACE, Unit.YEAR)
EQUALITY = (Operator.EQ, Operator.NE)
ON_SETS = (*EQUALITY, Operator.LE, Operator.GE, Operator.IN)
ON_SCALES = tuple(operator for operator in Operator if operator is not Operator.IN)

texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12) | st.sampled_from(
    ["Golden", 'Say "yes"', "a\\b", "(I've Had) The Time of My Life", "L'Été", "true", "97", "any"]
)
ids = st.sampled_from(["anora-2024", "1917-2019", "it-2017", "mikey-madison", "won", "any", "?", "8-half-1963"]) | texts
labels = st.just("") | st.text(max_size=6)
numbers = st.integers(-20, 10**6) | st.floats(-(10**6), 10**6, allow_nan=False)
counts = st.integers(0, 40)
days = st.dates()
years = st.integers(1, 9999)


def holes(*kinds: Kind) -> st.SearchStrategy[Hole]:
    return st.sampled_from([Hole(kind) for kind in (Kind.ANY, *kinds)])


films = st.builds(Film, ids, labels)
people = st.builds(Person, ids, labels)
countries = st.builds(Country, texts)
editions = st.builds(Edition, ids, st.integers(0, 120))


@st.composite
def ranges(draw: st.DrawFn) -> tuple[int | None, int | None]:
    first, last = sorted((draw(years), draw(years)))
    return draw(st.sampled_from([(first, last), (first, first), (None, last), (first, None)]))


def comparisons(values: st.SearchStrategy, operators: Sequence[Operator]) -> st.SearchStrategy:
    """An operator and what may stand on its right."""
    one = st.tuples(st.sampled_from([operator for operator in operators if operator is not Operator.IN]), values)
    sets = st.frozensets(values, min_size=1, max_size=3)
    return one | st.tuples(st.just(Operator.IN), sets) if Operator.IN in operators else one


in_texts = comparisons(texts | holes(Kind.TEXT), (*EQUALITY, Operator.IN))
in_numbers = comparisons(numbers | holes(Kind.NUMBER), tuple(Operator))
in_days = comparisons(days | holes(Kind.DATE), tuple(Operator))
truths = comparisons(st.booleans() | holes(), EQUALITY)


def in_sets(members: st.SearchStrategy, *kinds: Kind) -> st.SearchStrategy:
    """A comparison with a set, with one value for a set of one, or with a hole for the whole set."""
    sets = st.frozensets(members | holes(*kinds), min_size=1, max_size=3)
    return st.tuples(st.sampled_from(ON_SETS), sets | members | holes(*kinds))


TEXT_TRAITS = (Trait.GENDER, Trait.LANGUAGE, Trait.UNRECORDED)
NUMBER_TRAITS = (Trait.AGE, Trait.EARLIER_NOMINATIONS, Trait.EARLIER_WINS, Trait.PEOPLE)
TRUTH_TRAITS = (Trait.POSTHUMOUS, Trait.DEBUT)


@st.composite
def traits(draw: st.DrawFn) -> WithTrait:
    names, values = draw(
        st.sampled_from([(TEXT_TRAITS, in_texts), (NUMBER_TRAITS, in_numbers), (TRUTH_TRAITS, truths)])
    )
    return WithTrait(draw(st.sampled_from(names)), *draw(values))


measured_traits = st.deferred(
    lambda: st.builds(WithTrait, st.sampled_from(NUMBER_TRAITS), st.sampled_from(ON_SCALES), number_measures)
)
awards = st.builds(OfAward, ids | holes(Kind.AWARD))
edition_ranges = ranges().map(lambda bounds: OfEditions(*bounds))
once = (
    ranges().map(lambda bounds: OfSeasons(*bounds)),
    st.lists(ids | holes(Kind.CATEGORY), min_size=1, max_size=3).map(lambda names: OfCategory(tuple(names))),
    st.builds(WithOutcome, st.sampled_from(Outcome)),
    st.builds(OfWork, texts),
    st.builds(AtPlace, texts),
)
repeatable = (
    st.builds(OfFilm, films | holes(Kind.FILM)),
    st.builds(OfPerson, people | holes(Kind.PERSON)),
    st.builds(OfCountry, countries | holes(Kind.COUNTRY)),
    traits(),
)


@st.composite
def constraint_lists(draw: st.DrawFn) -> list:
    """Constraints that one selection may hold together, in any order, some twice."""
    found = [draw(strategy) for strategy in once if draw(st.integers(0, 3)) == 0]
    found += draw(st.lists(st.one_of(*repeatable), max_size=2))
    if draw(st.booleans()):
        found.append(draw(awards))
        found += [draw(edition_ranges)] if draw(st.booleans()) else []
    if draw(st.integers(0, 19)) == 0:
        found.append(draw(measured_traits))
    return draw(st.permutations(found))


selects = constraint_lists().map(lambda constraints: Select(tuple(constraints)))
selections = st.deferred(
    lambda: st.integers(0, 9).flatmap(lambda die: ands if die == 8 else feats if die == 9 else selects)
)
"""Mostly plain selections, so that a claim rarely grows beyond what a test can look at."""

groupings = st.sampled_from(GROUPING)
ands = st.builds(And, selections, selections, groupings)
feats = st.deferred(lambda: st.builds(Feat, selections, st.lists(groupings, min_size=1, max_size=3).map(tuple), claims))

SUBJECTS = {
    Unit.NOMINATION: selects | holes(),
    Unit.FILM: films | holes(Kind.FILM),
    Unit.PERSON: people | holes(Kind.PERSON),
    Unit.COUNTRY: countries | holes(Kind.COUNTRY),
    Unit.EDITION: editions | holes(Kind.EDITION),
    Unit.RACE: selects | holes(),
    Unit.YEAR: years | holes(Kind.NUMBER),
}
MEMBERS = {
    Unit.FILM: in_sets(films, Kind.FILM),
    Unit.PERSON: in_sets(people, Kind.PERSON),
    Unit.COUNTRY: in_sets(countries, Kind.COUNTRY),
    Unit.EDITION: in_sets(editions, Kind.EDITION),
    Unit.YEAR: in_sets(years, Kind.NUMBER),
}


@st.composite
def about_subject(draw: st.DrawFn, kind: type, units: Sequence[Unit] = NAMED, *, optional: bool = False):
    """An `Ordinal`, `Previous`, `Next` or `Members`."""
    unit = draw(st.sampled_from(units))
    subject = draw(st.none() | SUBJECTS[unit] if optional else SUBJECTS[unit])
    return kind(draw(selections), unit, subject)


@st.composite
def extremes(draw: st.DrawFn, units: Sequence[Unit] = NAMED) -> Extreme:
    unit = draw(st.sampled_from(units))
    ages = (Which.YOUNGEST, Which.OLDEST) if unit in (Unit.PERSON, Unit.NOMINATION) else ()
    which = draw(st.sampled_from([Which.MOST, Which.FEWEST, Which.FIRST, Which.LAST, *ages]))
    by = draw(number_measures) if which in (Which.MOST, Which.FEWEST) else None
    return Extreme(draw(selections), unit, which, by)


PERSON_PROPERTIES = (Property.GENDER, Property.COUNTRY)
intervals = st.sampled_from([Unit.EDITION, Unit.YEAR])
subjects = films | people | countries | editions | selects | years | holes(Kind.FILM, Kind.PERSON)
counting = st.builds(Count, selections, st.sampled_from(Unit))
ordinals = about_subject(Ordinal)
streaks = st.builds(Streak, selections, intervals, st.none() | subjects)
gaps = st.builds(Gap, selections, intervals, subjects)
ranks = st.builds(Rank, selects, days)
probabilities = st.builds(Probability, selects, days)
ages = st.builds(
    Attribute,
    people | holes(Kind.PERSON),
    st.sampled_from([Property.AGE, Property.TIMES_HOSTED]),
    st.none() | editions | days,
)
seasons = st.builds(Attribute, films | editions | holes(Kind.FILM, Kind.EDITION), st.just(Property.SEASON))
number_measures = st.one_of(counting, counting, ordinals, streaks, gaps, ranks, probabilities, ages, seasons)

dates = st.builds(Attribute, people | holes(Kind.PERSON), st.sampled_from([Property.BORN, Property.DIED])) | st.builds(
    Attribute, editions, st.just(Property.HELD)
)
words = st.builds(Attribute, people, st.sampled_from(PERSON_PROPERTIES))
word_sets = st.builds(Attribute, films, st.sampled_from([Property.COUNTRIES, Property.LANGUAGES])) | st.builds(
    Attribute, editions, st.sampled_from([Property.VENUES, Property.HOSTS])
)


def unit_sets(units: Sequence[Unit]) -> st.SearchStrategy:
    return st.one_of(
        about_subject(Previous, units),
        about_subject(Next, units),
        about_subject(Members, units, optional=True),
        extremes(units),
    )


def compared(measures: st.SearchStrategy, values: st.SearchStrategy) -> st.SearchStrategy[Compare]:
    return st.tuples(measures, values).map(lambda drawn: Compare(drawn[0], *drawn[1]))


def compared_measures(operators: Sequence[Operator], measures: st.SearchStrategy) -> st.SearchStrategy[Compare]:
    return st.builds(Compare, measures, st.sampled_from(operators), measures)


def compared_sets() -> st.SearchStrategy[Compare]:
    by_unit = [compared(unit_sets([unit]), values) for unit, values in MEMBERS.items()]
    return st.one_of(*by_unit, *(compared_measures(ON_SETS, unit_sets([unit])) for unit in NAMED))


claims = st.deferred(
    lambda: st.one_of(
        compared(st.builds(Exists, selections), truths),
        compared(counting, in_numbers),
        compared(number_measures.filter(lambda measure: not isinstance(measure, Probability)), in_numbers),
        compared(probabilities, st.tuples(st.sampled_from(ON_SCALES), st.floats(0, 1) | holes(Kind.NUMBER))),
        compared(dates, in_days),
        compared(words, in_texts),
        compared(word_sets, in_sets(texts, Kind.TEXT)),
        compared(st.builds(Attribute, films, st.just(Property.DIRECTORS)), in_sets(people, Kind.PERSON)),
        compared_measures(ON_SCALES, number_measures),
        compared_sets(),
    )
)
measures = st.one_of(st.builds(Exists, selections), number_measures, dates, words, word_sets, unit_sets(NAMED))
constraints = st.one_of(awards, edition_ranges, *once, *repeatable, measured_traits)
entities = films | people | countries | editions | holes(*Kind)
nodes = st.one_of(claims, measures, selections, constraints, entities)
