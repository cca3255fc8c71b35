"""Checks the record as data: what must hold of history however it was collected.

Each check gives problems; `problems` runs all and sets aside those that exceptions.csv explains. They are for those
who edit the data files, not for the use of the record. The trap: a race with several winners is no problem once
ties.csv says whether that was a tie or the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from palmares.record.dates import first_day, last_day
from palmares.record.doubles import (
    films_of_two_years,
    people_one_letter_apart,
    people_who_are_films,
    titles_one_letter_apart,
)
from palmares.record.store import DATA, Record
from palmares.record.tables import read_table

LARGEST_FIELD = 20
"""The most nominees that a race has by rule, but for the years that exceptions.csv names."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the data that cannot be right: the id of the `check`, `where` it failed and `what` is wrong."""

    check: str
    where: str
    what: str


def problems(record: Record, data: Path = DATA) -> list[Problem]:
    """Everything that the checks find and that no exception explains, and exceptions that explain nothing.

    Args:
        data: the folder of data files the record was built from, for its ties and exceptions.
    """
    found = [problem for check in CHECKS for problem in check(record)] + list(unlisted_ties(record, data))
    excepted = {
        (line["check"], line["where"]) for line in read_table(data / "exceptions.csv", "exceptions", required=False)
    }
    stale = excepted - {(problem.check, problem.where) for problem in found}
    unexplained = [problem for problem in found if (problem.check, problem.where) not in excepted]
    needless = [Problem("stale-exception", where, f"{check} no longer fails here") for check, where in sorted(stale)]
    return unexplained + needless


def races_without_winner(record: Record) -> Iterator[Problem]:
    """A competitive race inside coverage of winners that nobody won."""
    query = """
        SELECT n.award || '/' || n.edition || '/' || n.category FROM nomination AS n
        JOIN coverage AS c ON c.award = n.award AND c.category = n.category
        WHERE n.counts AND n.edition BETWEEN c.winners_from AND c.winners_to
            AND instr('|' || c.winners_except || '|', '|' || n.edition || '|') = 0
        GROUP BY n.award, n.edition, n.category HAVING sum(n.won) = 0"""
    yield from each(record, "no-winner", query, "nobody won this race")


def unlisted_ties(record: Record, data: Path) -> Iterator[Problem]:
    """A race with several winners that ties.csv does not list, and a listed one that has not."""
    listed = {
        (line["award"], line.integer("edition"), line["category"])
        for line in read_table(data / "ties.csv", "ties", required=False)
    }
    query = """
        SELECT award, edition, category FROM nomination WHERE won AND counts
        GROUP BY award, edition, category HAVING count(*) > 1"""
    several = set(record.connection.execute(query))
    told = set(record.connection.execute(f"{query} AND sum(tied) > 0"))  # a journal says so of its own races
    for award, edition, category in sorted(several - listed - told):
        yield Problem("unlisted-tie", f"{award}/{edition}/{category}", "several won and ties.csv does not list it")
    for award, edition, category in sorted(listed - several):
        yield Problem("no-tie", f"{award}/{edition}/{category}", "ties.csv lists it and there are not several winners")


def editions_out_of_window(record: Record) -> Iterator[Problem]:
    """An edition not held in its season or the year after."""
    for award in record.awards:
        for edition in record.editions(award):
            first, last = first_day(edition.held).year, last_day(edition.held).year
            if not edition.season <= first <= last <= edition.season + 1:
                where = f"{award}/{edition.number}"
                yield Problem("held-out-of-window", where, f"held {edition.held} for the season {edition.season}")


def editions_out_of_order(record: Record) -> Iterator[Problem]:
    """A numbered edition held, or honouring a season, before the one numbered before it."""
    for award in record.awards:
        editions = [edition for edition in record.editions(award) if edition.number > 0]
        for earlier, later in pairwise(editions):
            if later.season < earlier.season or last_day(later.held) < first_day(earlier.held):
                what = f"held {later.held} for {later.season}, after {earlier.held} for {earlier.season}"
                yield Problem("editions-out-of-order", f"{award}/{later.number}", what)


def announced_out_of_window(record: Record) -> Iterator[Problem]:
    """Nominations announced after the prizes were handed out, or more than four months before."""
    query = """
        SELECT award || '/' || number FROM edition
        WHERE julianday(decided) - julianday(announced) NOT BETWEEN 0 AND 120"""
    yield from each(record, "announced-out-of-window", query, "announced after the night or long before it")


def nominated_twice(record: Record) -> Iterator[Problem]:
    """Two nominations of one race for the same films, people, role or song, and country."""
    query = """
        SELECT group_concat(id, ' and ') FROM (
            SELECT id, award, edition, category, coalesce(detail, '') || '/' || coalesce(country, '') AS cited,
                (SELECT group_concat(film) FROM (
                    SELECT film FROM nomination_film WHERE nomination = nomination.row ORDER BY film)) AS films,
                (SELECT group_concat(person) FROM (
                    SELECT person FROM nomination_person WHERE nomination = nomination.row ORDER BY person)) AS people
            FROM nomination WHERE counts ORDER BY row)
        GROUP BY award, edition, category, cited, films, people HAVING count(*) > 1"""
    yield from each(record, "nominated-twice", query, "they name the same films and people")


def rows_without_source(record: Record) -> Iterator[Problem]:
    """A nomination, edition, film or person of which nobody says where it was read."""
    for table, name in (("nomination", "id"), ("edition", "award || '/' || number"), ("film", "id"), ("person", "id")):
        query = f"SELECT {name} FROM {table} WHERE trim(source) = ''"
        yield from each(record, "no-source", query, f"the {table} has no source")


def dangling_ids(record: Record) -> Iterator[Problem]:
    """An id that nothing bears."""
    for table, row, parent, _ in record.connection.execute("PRAGMA foreign_key_check"):
        yield Problem("dangling-id", f"{table} row {row}", f"it names a {parent} that is not there")


def nominated_before_birth(record: Record) -> Iterator[Problem]:
    """A person nominated before being born, or before the age of three."""
    query = """
        SELECT DISTINCT person.id FROM nomination_person JOIN person ON person.id = person
        JOIN nomination ON nomination.row = nomination WHERE substr(person.born, 1, 4) + 3 > nomination.season"""
    yield from each(record, "nominated-before-birth", query, "nominated before the age of three")


def died_before_birth(record: Record) -> Iterator[Problem]:
    """A person whose dates of birth and death are the wrong way round, or more than 120 years apart."""
    query = """
        SELECT id FROM person WHERE born IS NOT NULL AND died IS NOT NULL
        AND substr(died, 1, 4) - substr(born, 1, 4) NOT BETWEEN 3 AND 120"""
    yield from each(record, "impossible-lifetime", query, "born and died too close together or too far apart")


def shared_imdb(record: Record) -> Iterator[Problem]:
    """Two films or two people with one IMDb id."""
    for table in ("film", "person"):
        query = f"""
            SELECT group_concat(id, ' and ') FROM (SELECT id, imdb FROM {table} WHERE imdb IS NOT NULL ORDER BY id)
            GROUP BY imdb HAVING count(*) > 1"""
        yield from each(record, "shared-imdb", query, "one IMDb id stands for both")


def coverage_backwards(record: Record) -> Iterator[Problem]:
    """Coverage that runs backwards, begins before the body's first edition, or claims nominees without winners."""
    query = """
        SELECT c.award || '/' || category FROM coverage AS c
        JOIN (SELECT award, min(number) AS first, max(number) AS last FROM edition GROUP BY award) AS e
            ON e.award = c.award
        WHERE winners_from > winners_to OR nominees_from > nominees_to OR winners_from < first OR winners_to > last
            OR nominees_from < first OR nominees_to > last"""
    yield from each(record, "coverage-out-of-range", query, "coverage runs backwards or past the editions there are")


def film_honoured_before_release(record: Record) -> Iterator[Problem]:
    """A film first honoured two or more years before it was released."""
    query = "SELECT id FROM film WHERE release_year > season + 1"
    yield from each(record, "honoured-before-release", query, "honoured long before it was released")


def implausible_fields(record: Record) -> Iterator[Problem]:
    """A race whose nominees are covered with a single nominee, or with more than any body has named since the war."""
    query = f"""
        SELECT n.award || '/' || n.edition || '/' || n.category FROM nomination AS n
        JOIN coverage AS c ON c.award = n.award AND c.category = n.category
        WHERE n.counts AND n.edition BETWEEN c.nominees_from AND c.nominees_to
            AND instr('|' || c.nominees_except || '|', '|' || n.edition || '|') = 0
        GROUP BY n.award, n.edition, n.category HAVING count(*) NOT BETWEEN 2 AND {LARGEST_FIELD}"""
    yield from each(record, "implausible-field", query, "no rule of that year gives so many nominees")


def possible_doubles(record: Record) -> Iterator[Problem]:
    """What may stand in the record twice, or as something that it is not."""
    for check, find, what in DOUBLES:
        for where in sorted(find(record)):
            yield Problem(check, where, what)


DOUBLES: tuple[tuple[str, Callable[[Record], Iterator[str]], str], ...] = (
    ("people-letter-apart", people_one_letter_apart, "cited for one film under names that are all but the same"),
    ("titles-letter-apart", titles_one_letter_apart, "films of one season whose titles are all but the same"),
    ("film-of-two-years", films_of_two_years, "one title in two seasons that follow each other"),
    ("person-is-film", people_who_are_films, "a person bears the title of the film"),
)
"""What finds doubles, by the id of its check, and what is said of them."""


CHECKS: tuple[Callable[[Record], Iterator[Problem]], ...] = (
    races_without_winner,
    editions_out_of_window,
    editions_out_of_order,
    announced_out_of_window,
    nominated_twice,
    rows_without_source,
    dangling_ids,
    nominated_before_birth,
    died_before_birth,
    shared_imdb,
    coverage_backwards,
    film_honoured_before_release,
    implausible_fields,
    possible_doubles,
)
"""All checks that need nothing but the record."""


def each(record: Record, check: str, query: str, what: str) -> Iterator[Problem]:
    """A problem for each row of a query, whose one column says where."""
    for (where,) in sorted(record.connection.execute(query)):
        yield Problem(check, str(where), what)
