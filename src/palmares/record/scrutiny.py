"""The rules that changes must keep to before a journal takes them.

They are asked of everything a draft touches, as it stands after it. The trap: what was wrong before and is left as it
was is no reason to refuse; only touched things are looked at.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping

from palmares.record.build import NOT_COUNTED
from palmares.record.covering import is_shared
from palmares.record.dates import first_day, last_day
from palmares.record.drafting import Drafting
from palmares.record.holdings import Race, edition_parts, form_problems, race_of
from palmares.record.journal import Key, Kind
from palmares.record.overlay import Overlay, cited, rows_of_race, touched

IMDB = {"film": re.compile(r"tt\d{7,9}"), "person": re.compile(r"(nm|co)\d{7,9}")}
LIFETIME_YEARS = (3, 120)
ANNOUNCED_DAYS = 120
"""How long before the night nominations may be announced."""

RECENT = 10
COUNTS = f"""
    SELECT count(*) FROM nomination WHERE award = ? AND category = ? AND edition < ?
    GROUP BY edition ORDER BY edition DESC LIMIT {RECENT}"""
"""How many nominees a prize had in the editions before."""

CITING = {
    "film": "SELECT n.id FROM nomination_film AS c JOIN nomination AS n ON n.row = c.nomination WHERE c.film = ?",
    "person": "SELECT n.id FROM nomination_person AS c JOIN nomination AS n ON n.row = c.nomination WHERE c.person = ?"
    " UNION SELECT film FROM film_director WHERE person = ?1",
}


def scrutinise(drafting: Drafting) -> None:
    """Note every rule that the changes of a draft break, and what looks wrong without breaking one."""
    keys = dict.fromkeys(drafting.made.true_key(change.key) for change in drafting.changes)
    for key in keys:
        drafting.place = drafting.places.get(key, "")
        held = drafting.made.held(key)
        if held is None:
            for problem in still_named(drafting.made, key):
                drafting.problem(problem)
            continue
        problems = form_problems(key[0], held, is_whole=True)
        for problem in problems or RULES[key[0]](drafting, key[1], held):
            drafting.problem(problem)
    drafting.place = ""
    for race in dict.fromkeys(race_of(id) for kind, id in keys if kind in ("nomination", "race")):
        for problem in race_problems(drafting.made, race):
            drafting.problem(problem)
        count_nominees(drafting, race)


def nomination_rules(drafting: Drafting, id: str, held: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with a nomination."""
    made, race = drafting.made, race_of(id)
    category = made.record.categories[race.category]
    edition = made.held(("edition", f"{race.award}/{race.edition}"))
    if edition is None:
        yield f"{race.award} has no edition {race.edition}"
        return
    credited = {"film": "films", "person": "people", "country": "country"}[category.credit]
    was_blank = made.under(("nomination", id)) is not None and not (made.under(("nomination", id)) or {}).get(credited)
    if not held.get(credited) and not was_blank:
        yield f"{credited} is blank, and {race.category} is given to a {category.credit}"
    day = dt.date.fromisoformat(drafting.draft.time[:10])
    if held["won"] == "1" and category.competitive and first_day(edition["held"]) > day + dt.timedelta(days=1):
        yield f"won is 1, and {race.award}/{race.edition} is held on {edition['held']}, which is still to come"
    yield from age_problems(made, held, int(edition["season"]))
    yield from repeated(made, race, id, held)
    look_at(drafting, race, held, int(edition["season"]))


def age_problems(made: Overlay, held: Mapping[str, str], season: int) -> Iterator[str]:
    """People who were not born, or no three years old."""
    for id in filter(None, held.get("people", "").split("|")):
        born = (made.held(("person", id)) or {}).get("born", "")
        if born and first_day(born).year + LIFETIME_YEARS[0] > season:
            yield f"people names {id}, born {born}, too late for the season {season}"


def repeated(made: Overlay, race: Race, id: str, held: Mapping[str, str]) -> Iterator[str]:
    """Another nomination of the race for the same."""
    for other, fields in race_rows(made, race).items():
        same_detail = fields.get("detail") == held.get("detail")
        if other != id and same_detail and cited(fields) == cited(held):
            yield f"it is the same nomination as {other}"
            return


def look_at(drafting: Drafting, race: Race, held: Mapping[str, str], season: int) -> None:
    """Warn of what is seldom right: films of another season, an actor among actresses."""
    for id in filter(None, held.get("films", "").split("|")):
        film = drafting.made.held(("film", id)) or {}
        if film.get("season") and abs(int(film["season"]) - season) > 1:
            drafting.warn(f"{race.id}: the film {id} is of the season {film['season']}, not {season}")
    gender = drafting.made.record.categories[race.category].gender
    for id in filter(None, held.get("people", "").split("|")):
        person = (drafting.made.held(("person", id)) or {}).get("gender")
        if gender and person and person != gender:
            drafting.warn(f"{race.id}: the record has {id} as {person}, and the prize is for {gender}")


def race_problems(made: Overlay, race: Race) -> Iterator[str]:
    """More than one winner where neither a tie nor the rules of the prize account for it."""
    rows = race_rows(made, race)
    winners = [id for id, held in rows.items() if held["won"] == "1" and held.get("status", "") not in NOT_COUNTED]
    told = (made.held(("race", race.id)) or {}).get("ending")
    if told == "tie" and len(winners) < 2:
        yield f"{race.id} cannot be a tie without two winners"
    is_competitive = made.record.categories[race.category].competitive
    if (
        len(winners) > 1
        and is_competitive
        and not told
        and not is_shared(made, race)
        and not is_old(made, race, winners)
    ):
        yield f"{race.id} would have {len(winners)} winners, {' and '.join(winners)}; say so if it was a tie"


def count_nominees(drafting: Drafting, race: Race) -> None:
    """Warn of a race with more nominees than the prize has lately had."""
    query = drafting.made.record.connection.execute(COUNTS, (race.award, race.category, race.edition))
    most = max((count for (count,) in query), default=0)
    count = len(race_rows(drafting.made, race))
    if most > 1 and count > most:
        drafting.warn(f"{race.id} would have {count} nominees, and had at most {most} in the {RECENT} editions before")


def is_old(made: Overlay, race: Race, winners: list[str]) -> bool:
    """Whether the record under the journal has all these winners."""
    return all((made.under(("nomination", id)) or {}).get("won") == "1" for id in winners)


def race_rows(made: Overlay, race: Race) -> dict[str, Mapping[str, str]]:
    """The nominations of a race as they stand, by id."""
    under = [row.id for row in made.record.nominations(rows_of_race(made.record, race))]
    found = {id: made.held(("nomination", id)) for id in dict.fromkeys((*under, *made.in_race.get(race, ())))}
    return {id: held for id, held in found.items() if held is not None}


def edition_rules(drafting: Drafting, id: str, held: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with an edition."""
    parts = edition_parts(id)
    assert parts is not None  # an edition of no award is set aside
    season, first, last = int(held["season"]), first_day(held["held"]), last_day(held["held"])
    if not season <= first.year <= last.year <= season + 1:
        yield f"held is {held['held']}, neither in the season {season} nor the year after"
    announced = held.get("announced")
    if announced and not 0 <= (first - dt.date.fromisoformat(announced)).days <= ANNOUNCED_DAYS:
        yield f"announced is {announced}, after the night of {held['held']} or long before it"
    for number in (parts[1] - 1, parts[1] + 1):
        other = drafting.made.held(("edition", f"{parts[0]}/{number}")) if min(number, parts[1]) > 0 else None
        days = (last_day(other["held"]), first) if other else (first, first)
        if (number < parts[1] and days[0] > last) or (number > parts[1] and days[0] < first):
            yield f"held is {held['held']}, and {parts[0]}/{number} is held {other['held'] if other else ''}"


def film_rules(drafting: Drafting, id: str, held: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with a film."""
    release = held.get("release_year")
    if release and int(release) > int(held["season"]) + 1:
        yield f"release_year is {release}, long after the season {held['season']}"
    yield from imdb_problems(drafting.made, "film", id, held)


def person_rules(drafting: Drafting, id: str, held: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with a person."""
    if held.get("born") and held.get("died"):
        years = first_day(held["died"]).year - first_day(held["born"]).year
        if not LIFETIME_YEARS[0] <= years <= LIFETIME_YEARS[1]:
            yield f"died is {held['died']} and born is {held['born']}, too close together or too far apart"
    yield from imdb_problems(drafting.made, "person", id, held)


def imdb_problems(made: Overlay, kind: Kind, id: str, held: Mapping[str, str]) -> Iterator[str]:
    """An IMDb id that is none, or somebody else's."""
    imdb = held.get("imdb")
    if not imdb:
        return
    if not IMDB[kind].fullmatch(imdb):
        yield f"imdb is {imdb!r}, which is no IMDb id of a {kind}"
    query = f"SELECT id FROM {kind} WHERE imdb = ? AND id != ?"
    others = [other for (other,) in made.record.connection.execute(query, (imdb, id))]
    others += [thing.id for thing in touched(made, kind) if thing.id != id and (thing.now or {}).get("imdb") == imdb]
    if others:
        yield f"imdb is {imdb}, which is that of {others[0]}"


def race_rules(drafting: Drafting, id: str, held: Mapping[str, str]) -> Iterator[str]:
    """Nothing beyond what is asked of every race."""
    yield from ()


RULES: Mapping[Kind, Callable[[Drafting, str, Mapping[str, str]], Iterator[str]]] = {
    "film": film_rules,
    "person": person_rules,
    "edition": edition_rules,
    "race": race_rules,
    "nomination": nomination_rules,
}


def still_named(made: Overlay, key: Key) -> Iterator[str]:
    """What names a thing that is taken out."""
    kind, id = key
    if kind == "edition":
        query = "SELECT id FROM nomination WHERE award || '/' || edition = ?"
        under = [other for (other,) in made.record.connection.execute(query, (id,))]
        added = [thing.id for thing in touched(made, "nomination") if thing.id.rsplit("/", 2)[0] == id]
    elif kind in ("film", "person"):
        under = [other for (other,) in made.record.connection.execute(CITING[kind], (id,))]
        column = {"film": "films", "person": "people"}[kind]
        added = [
            thing.id for thing in touched(made, "nomination") if id in (thing.now or {}).get(column, "").split("|")
        ]
    else:
        return
    names = {"/": "nomination"}
    left = [other for other in dict.fromkeys((*under, *added)) if is_naming(made, other, key)]
    if left:
        more = f" and {len(left) - 1} more" if len(left) > 1 else ""
        yield f"{id} is still named by {left[0]}{more}; retract that {names['/'] if '/' in left[0] else 'film'} first"


def is_naming(made: Overlay, other: str, key: Key) -> bool:
    """Whether a nomination or film, as it stands, names a thing."""
    is_nomination = "/" in other
    held = made.held(("nomination" if is_nomination else "film", other))
    if held is None or key[0] == "edition":
        return held is not None
    column = {"film": "films", "person": "people" if is_nomination else "directors"}[key[0]]
    return key[1] in held.get(column, "").split("|")
