"""Turns what a user says of a nomination, an edition, a film or a person into changes of a draft.

The trap: on the night, a nominee that is there already becomes the winner: adding it again as won amends it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from palmares.errors import ChangesRefused
from palmares.record.drafting import (
    Drafting,
    add_named,
    find_award,
    find_category,
    find_edition,
    find_named,
    free_nomination,
    kind_of,
    wording_of,
)
from palmares.record.holdings import Race, form_problems, race_of
from palmares.record.journal import Key, Kind
from palmares.record.overlay import REFERENCES, find_same
from palmares.record.scrutiny import race_rows


@dataclass(frozen=True, slots=True)
class Addition:
    """What is to be added, as it is written.

    Args:
        award, category: an id, a name, or for a category the award's own wording.
        edition, season: one of them tells the edition; both are needed for a new one.
        films, people: ids or full names; `new_films`, `new_people` are added first.
        is_tie: the race ended in a tie of its winners.
        id: of the nomination; by default a free one.
        held, announced, venue, hosts: of a new edition; with `held` and without `category` one is added.
        source: of this row, where it has one of its own.
    """

    award: str = ""
    edition: str = ""
    season: str = ""
    category: str = ""
    wording: str = ""
    films: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    new_films: tuple[str, ...] = ()
    new_people: tuple[str, ...] = ()
    detail: str = ""
    country: str = ""
    place: str = ""
    status: str = ""
    won: bool = False
    is_tie: bool = False
    id: str = ""
    held: str = ""
    announced: str = ""
    venue: str = ""
    hosts: tuple[str, ...] = ()
    source: str = ""


def draft_addition(drafting: Drafting, addition: Addition) -> None:
    """Draft a nomination, or what of an edition, films and people is told without one."""
    if addition.category:
        if draft_nomination(drafting, addition) is False and not drafting.problems:
            drafting.problem("the record has this nomination already, with the same outcome")
    elif addition.held:
        draft_edition(drafting, addition)
    elif addition.award:
        drafting.problem("category is blank; to add an edition, give the day it is held")
    else:
        draft_names(drafting, addition)


def draft_names(drafting: Drafting, addition: Addition) -> None:
    """Draft films and people by themselves."""
    season = int(addition.season) if addition.season.isdigit() else None
    for title in addition.new_films:
        add_named(drafting, "film", title, season)
    for name in addition.new_people:
        add_named(drafting, "person", name, season)
    if not drafting.changes and not drafting.problems:
        drafting.problem("nothing is given to add")


def draft_edition(drafting: Drafting, addition: Addition) -> None:
    """Draft an edition."""
    award = find_award(drafting, addition.award)
    if award is None:
        return
    id = f"{award}/{addition.edition}"
    if not addition.edition.isdigit() or addition.edition.startswith("0"):
        drafting.problem(f"edition is {addition.edition!r}, which is not a whole number")
    elif drafting.is_held(("edition", id)):
        drafting.problem(f"{award} has an edition {addition.edition} already; amend {id}")
    else:
        fields = {"season": addition.season, "held": addition.held, "announced": addition.announced}
        place = {"venue": addition.venue, "hosts": "|".join(addition.hosts)}
        whole = {**fields, **place, "source": addition.source or drafting.draft.source}
        problems = form_problems("edition", whole, is_whole=True)
        for problem in problems:
            drafting.problem(problem)
        if not problems:
            drafting.change("add", ("edition", id), whole)


def draft_nomination(drafting: Drafting, addition: Addition) -> bool | None:
    """Draft a nomination; False where it would change nothing, None where it cannot be told."""
    race = find_race(drafting, addition)
    if race is None:
        return None
    season = int((drafting.made.held(("edition", f"{race.award}/{race.edition}")) or {})["season"])
    films = find_all(drafting, "film", addition, season)
    people = find_all(drafting, "person", addition, season)
    if films is None or people is None:
        return None
    optional = {name: getattr(addition, name).strip() for name in ("detail", "country", "place", "status")}
    fields = {
        "wording": addition.wording or wording_of(drafting, race), "films": "|".join(films),
        "people": "|".join(people), **optional, "won": "1" if addition.won else "0",
        "source": addition.source or drafting.draft.source,
    }  # fmt: skip
    before = len(drafting.changes)
    put_nomination(drafting, race, addition, fields)
    if addition.is_tie and len(drafting.changes) > before:
        draft_race(drafting, race, {"ending": "tie"})
    return len(drafting.changes) > before


def find_race(drafting: Drafting, addition: Addition) -> Race | None:
    """The race that an addition is for; None, with a problem, where it cannot be told."""
    award = find_award(drafting, addition.award)
    if award is None:
        return None
    category = find_category(drafting, award, addition.category)
    number = find_edition(drafting, award, addition.edition.strip(), addition.season.strip())
    return None if category is None or number is None else Race(award, number, category)


def find_all(drafting: Drafting, kind: Kind, addition: Addition, season: int) -> list[str] | None:
    """Ids of all films or people of an addition, new ones added; None, with problems, where one cannot be told."""
    known, new = (
        (addition.films, addition.new_films) if kind == "film" else (addition.people, addition.new_people)
    )  # fmt: skip
    found = [find_named(drafting, kind, name, season) for name in known]
    found += [add_named(drafting, kind, name, season) for name in new]
    ids = [id for id in found if id is not None]
    return ids if len(ids) == len(found) else None


def put_nomination(drafting: Drafting, race: Race, addition: Addition, fields: Mapping[str, str]) -> None:
    """Add a nomination, or amend the one that it is."""
    id = addition.id
    if id and not is_id_of(id, race):
        drafting.problem(f"id is {id!r}, and should be {race.id}/ and a last part")
        return
    known = (
        id
        if id and drafting.is_held(("nomination", id))
        else find_same(drafting.made, race, fields, race_rows(drafting.made, race))
    )
    if known is None:
        drafting.change("add", ("nomination", id or free_nomination(drafting, race)), fields)
        return
    held = drafting.made.held(("nomination", known)) or {}
    kept = () if addition.id else ("wording", "source", "films", "people")
    told = {name: value for name, value in fields.items() if value and name not in kept}
    if told["won"] == "0" and not addition.id:
        del told["won"]
    if any(held.get(name, "") != value for name, value in told.items() if name != "source"):
        drafting.change("amend", ("nomination", known), {**told, "source": fields["source"]})


def is_id_of(id: str, race: Race) -> bool:
    """Whether an id may be that of a nomination of a race."""
    try:
        return id.count("/") == 3 and not id.endswith("/") and race_of(id) == race
    except ValueError:
        return False


def draft_race(drafting: Drafting, race: Race, fields: Mapping[str, str]) -> None:
    """Say something of a race as a whole."""
    key: Key = ("race", race.id)
    operation = "amend" if drafting.is_held(key) else "add"
    source = {} if operation == "amend" else {"source": drafting.draft.source}
    drafting.change(operation, key, {**fields, **source})  # type: ignore[arg-type]


def draft_completeness(drafting: Drafting) -> None:
    """Say of all races of the draft that all their nominees are in it, and their winners where there are any."""
    races = dict.fromkeys(race_of(change.id) for change in drafting.changes if change.kind == "nomination")
    for race in races:
        is_won = any(held["won"] == "1" for held in race_rows(drafting.made, race).values())
        draft_race(drafting, race, {"nominees": "1", **({"winners": "1"} if is_won else {})})


def draft_amendment(drafting: Drafting, id: str, settings: Mapping[str, str]) -> None:
    """Draft new values of fields; lists of films and people may be given by name."""
    key = kind_of(drafting, id)
    if key is None:
        return
    problems = form_problems(key[0], settings, is_whole=False)
    for problem in problems:
        drafting.problem(problem)
    fields = dict(settings)
    for column, kind in REFERENCES.get(key[0], {}).items():
        names = [name.strip() for name in fields.get(column, "").split("|") if name.strip()]
        found = [find_named(drafting, kind, name, season_of(drafting, key)) for name in names]
        if column in fields:
            fields[column] = "|".join(id for id in found if id is not None)
    if not problems and not drafting.problems:
        drafting.change("amend", key, fields)


def season_of(drafting: Drafting, key: Key) -> int | None:
    """The season of the edition of a nomination; None for anything else."""
    if key[0] != "nomination":
        return None
    race = race_of(key[1])
    return int((drafting.made.held(("edition", f"{race.award}/{race.edition}")) or {})["season"])


def draft_retraction(drafting: Drafting, id: str) -> None:
    """Draft the taking out of a thing, or of all nominations of a race."""
    if id.count("/") == 2:
        try:
            found = list(race_rows(drafting.made, race_of(id)))
        except ValueError:
            found = []
        if not found:
            drafting.problem(f"the record has no nominations in the race {id!r}")
        for nomination in found:
            drafting.change("retract", ("nomination", nomination))
        return
    key = kind_of(drafting, id)
    if key is not None:
        drafting.change("retract", key)


def refuse(problems: list[str]) -> None:
    """Raise ChangesRefused where there are problems, each told once."""
    if problems:
        raise ChangesRefused(tuple(dict.fromkeys(problems)))
