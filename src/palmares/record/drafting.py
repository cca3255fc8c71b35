"""Drafts an entry of a journal: finds what names mean, gives ids to what is new, and collects what is wrong.

Each change is made on the draft's own overlay at once, so that the next line of a file sees it. The trap: nothing is
raised while drafting; a name that cannot be told becomes a problem, so that one run shows all of them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from palmares.record.holdings import Race
from palmares.record.journal import Change, Draft, Entry, Fields, Key, Kind, Operation
from palmares.record.names import Bearer, fold
from palmares.record.overlay import Overlay, make
from palmares.record.store import Record

SLUG = re.compile(r"[a-z0-9]+")
SEASONS_APART = 2
"""How far from an edition's season the film of an unqualified title may be."""

CATEGORY_OF_WORDING = "SELECT DISTINCT category FROM nomination WHERE award = ? AND wording = ? COLLATE NOCASE"
CATEGORIES_OF_AWARD = "SELECT DISTINCT category FROM nomination WHERE award = ?"
WORDING = "SELECT wording FROM nomination WHERE award = ? AND category = ? ORDER BY season DESC, row DESC LIMIT 1"
FULL_NAMES = "SELECT kind, key, label FROM spelling WHERE exact"

MOST_HINTS = 20
"""For so many unknown names others that are written alike are looked for, which takes time."""


@dataclass(slots=True)
class Drafting:
    """A draft in the making.

    Args:
        record: the record as it stands with all entries so far, for looking names up.
        made: the overlay of all entries so far; changes of the draft are made on it.
        entry: the entry to be, without changes.
        place: what stands before each problem: the file and line in hand.
        has_new_names: whether a film or person that nothing bears the name of is added.
        places: where each thing was first changed.
        ends: full names by their first and last letters, filled when first needed.
    """

    record: Record
    made: Overlay
    entry: Entry
    place: str = ""
    has_new_names: bool = False
    changes: list[Change] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    new_names: dict[tuple[Kind, str], str] = field(default_factory=dict)
    places: dict[Key, str] = field(default_factory=dict)
    ends: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)

    @property
    def draft(self) -> Draft:
        """What is known of the entry beside its changes."""
        return self.entry.draft

    def problem(self, what: str) -> None:
        """Note what is wrong at the place in hand."""
        self.problems.append(f"{self.place}{what}")

    def warn(self, what: str) -> None:
        """Note what may be wrong at the place in hand."""
        self.warnings.append(f"{self.place}{what}")

    def change(self, operation: Operation, key: Key, fields: Fields | None = None) -> None:
        """Make a change, and keep with it what stood before."""
        held = self.made.held(key) or {}
        given = {name: value for name, value in (fields or {}).items() if value or operation == "amend"}
        was = dict(held) if operation == "retract" else {name: held[name] for name in given if name in held}
        if operation == "amend":
            given = {name: value for name, value in given.items() if held.get(name, "") != value}
            was = {name: value for name, value in was.items() if name in given}
            if not given:
                return
        change = Change(operation, *key, given, {} if operation == "add" else was)
        before = len(self.made.set_aside)
        make(self.made, self.entry, change)
        for aside in self.made.set_aside[before:]:
            self.problem(aside.why)
        self.changes.append(change)
        self.places.setdefault(key, self.place)

    def is_held(self, key: Key) -> bool:
        """Whether there is such a thing."""
        return self.made.held(key) is not None


# --- what names mean ------------------------------------------------------------------------------------------------


def find_award(drafting: Drafting, name: str) -> str | None:
    """The id of an award by id, full or short name; None, with a problem, where there is none."""
    wanted = fold(name.strip())
    for id, award in drafting.record.awards.items():
        if wanted in (id, fold(award.name), fold(award.short)):
            return id
    drafting.problem(f"award is {name!r}, and no award is called so; awards are {', '.join(drafting.record.awards)}")
    return None


def find_category(drafting: Drafting, award: str, name: str) -> str | None:
    """The id of a category by id, name, or the award's own wording; None, with a problem, where it cannot be told."""
    if name in drafting.record.categories:
        return name
    wanted = fold(name.strip())
    query = drafting.record.connection.execute
    given = {id for (id,) in query(CATEGORIES_OF_AWARD, (award,))}
    named = {id for id, category in drafting.record.categories.items() if fold(category.name) == wanted}
    worded = {id for (id,) in query(CATEGORY_OF_WORDING, (award, name.strip()))}
    for found in (named & given, worded, named):
        if len(found) == 1:
            return found.pop()
    if named | worded:
        drafting.problem(
            f"category is {name!r}, which may be {' or '.join(sorted(named | worded))}; give one of these ids"
        )
        return None
    names = {spelled: id for id in sorted(given) for spelled in (fold(drafting.record.categories[id].name), id)}
    near = dict.fromkeys(names[found] for found in difflib.get_close_matches(wanted, names, n=4, cutoff=0.6))
    hint = f"did you mean {' or '.join(near)}?" if near else f"see `palmares record show {award}`"
    drafting.problem(f"category is {name!r}, and no category is called so; {hint}")
    return None


def find_edition(drafting: Drafting, award: str, number: str, season: str) -> int | None:
    """The number of an edition by its number or its season; None, with a problem, where there is none."""
    editions = drafting.record.editions(award)
    last = f"its last is {editions[-1].number}, of {editions[-1].season}" if editions else "it has none yet"
    if number:
        if re.fullmatch(r"-?\d{1,4}", number) and drafting.is_held(("edition", f"{award}/{number}")):
            return int(number)
        drafting.problem(f"edition is {number!r}, and {award} has no such edition; {last}")
        return None
    found = [edition.number for edition in editions if str(edition.season) == season]
    if len(found) == 1:
        return found[0]
    several = f"has several: {', '.join(map(str, found))}" if found else f"has no edition; {last}"
    drafting.problem(f"season is {season!r}, of which {award} {several}" if season else "edition and season are blank")
    return None


def find_named(drafting: Drafting, kind: Kind, name: str, season: int | None) -> str | None:
    """The id of a film or person by id or full name; None, with a problem, where it cannot be told."""
    if drafting.is_held((kind, name)):
        return drafting.made.true_key((kind, name))[1]
    if (kind, fold(name)) in drafting.new_names:
        return drafting.new_names[kind, fold(name)]
    bearers = bearers_of(drafting, kind, name)
    close = [bearer for bearer in bearers if is_near_season(kind, bearer, season)]
    same_season = [bearer for bearer in close if bearer.first_season == season]
    if kind == "film" and len(close) > 1 and len(same_season) == 1:
        close = same_season
    if len(close) == 1:
        return close[0].id
    if not close and drafting.has_new_names:
        return add_named(drafting, kind, name, season)
    if len(close) > 1:
        drafting.problem(f"{name!r} may be {listing(close)}; give its id")
    elif bearers:
        drafting.problem(
            f"{name!r} is in the record as {listing(bearers)}, of another season; give its id or add a new film"
        )
    else:
        near = drafting.record.names.near(name) if len(drafting.problems) < MOST_HINTS else ()
        hint = f"did you mean {' or '.join(near)}?" if near else f"add a new {kind} of that name"
        drafting.problem(f"{name!r} is no {kind} of the record; {hint}")
    return None


def bearers_of(drafting: Drafting, kind: Kind, name: str) -> list[Bearer]:
    """Films or people of this full name that are still there."""
    found = drafting.record.names.bearers(name)
    return [bearer for bearer in found if bearer.kind == kind and bearer.exact and drafting.is_held((kind, bearer.id))]


def is_near_season(kind: Kind, bearer: Bearer, season: int | None) -> bool:
    """Whether a film is of about this season; people are of all."""
    if kind != "film" or season is None or bearer.first_season is None:
        return True
    return abs(bearer.first_season - season) <= SEASONS_APART


def listing(bearers: Iterable[Bearer]) -> str:
    """Bearers of a name with what tells them apart."""
    return " or ".join(
        f"{bearer.label} ({bearer.id}{f', {bearer.first_season}' if bearer.first_season else ''})" for bearer in bearers
    )


# --- what is new ----------------------------------------------------------------------------------------------------


def add_named(drafting: Drafting, kind: Kind, name: str, season: int | None) -> str | None:
    """Add a film or person of a name that nothing bears yet, and return its id; else None, with a problem."""
    name = " ".join(name.split())
    if not name:
        drafting.problem(f"the name of the new {kind} is blank")
        return None
    if (kind, fold(name)) in drafting.new_names:
        return drafting.new_names[kind, fold(name)]
    known = [bearer for bearer in bearers_of(drafting, kind, name) if is_near_season(kind, bearer, season)]
    if known:
        drafting.problem(f"{name!r} is not new: the record has {listing(known)}")
        return None
    if kind == "film" and season is None:
        drafting.problem(f"the season of the new film {name!r} is missing")
        return None
    warn_of_likeness(drafting, kind, name)
    id = free_id(drafting, kind, name if kind == "person" else f"{name} {season}")
    fields = {"title": name, "season": str(season)} if kind == "film" else {"name": name}
    drafting.change("add", (kind, id), {**fields, "source": drafting.draft.source})
    drafting.new_names[kind, fold(name)] = id
    return id


def warn_of_likeness(drafting: Drafting, kind: Kind, name: str) -> None:
    """Warn of names that differ from a new one by one letter."""
    if not drafting.ends:
        for other, key, label in drafting.record.connection.execute(FULL_NAMES):
            for end in (key[:2], f"…{key[-2:]}"):
                drafting.ends.setdefault((other, end), []).append((key, label))
    wanted = fold(name)
    near = (pair for end in (wanted[:2], f"…{wanted[-2:]}") for pair in drafting.ends.get((kind, end), ()))
    alike = sorted({label for key, label in near if is_one_letter_apart(key, wanted)})
    if alike:
        drafting.warn(f"the new {kind} {name!r} is one letter apart from {' and '.join(alike)}")


def is_one_letter_apart(left: str, right: str) -> bool:
    """Whether one name becomes the other by changing, adding or leaving out one letter."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1 or left == right:
        return False
    start = next((place for place, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    rest = start + 1
    return long[rest:] == short[start + (len(short) == len(long)) :]


def free_id(drafting: Drafting, kind: Kind, name: str) -> str:
    """An id for a new film or person that nothing bears or has borne."""
    slug = "-".join(SLUG.findall(fold(name))) or kind
    return next(id for id in numbered(slug) if is_free(drafting, (kind, id)))


def numbered(slug: str) -> Iterator[str]:
    """The slug itself, then with 2, 3 … behind it."""
    yield slug
    count = 2
    while True:
        yield f"{slug}-{count}"
        count += 1


def is_free(drafting: Drafting, key: Key) -> bool:
    """Whether nothing bears or has borne this id."""
    return drafting.made.under(key) is None and key not in drafting.made.now


def free_nomination(drafting: Drafting, race: Race) -> str:
    """An id for a new nomination of a race; `j` keeps it apart from those that palmares itself gives."""
    numbers = (f"{race.id}/j{number}" for number in range(1, 10_000))
    return next(id for id in numbers if is_free(drafting, ("nomination", id)))


def wording_of(drafting: Drafting, race: Race) -> str:
    """What the award last called the category."""
    found = drafting.record.connection.execute(WORDING, (race.award, race.category)).fetchone()
    return str(found[0]) if found else drafting.record.categories[race.category].name


def kind_of(drafting: Drafting, id: str) -> Key | None:
    """What an id is the id of; None, with a problem, where it is nobody's; `film:ID`, `person:ID` say it outright."""
    said, _, rest = id.partition(":")
    if said in ("film", "person") and drafting.is_held((said, rest)):  # type: ignore[arg-type]
        return (said, rest)  # type: ignore[return-value]
    parts = id.count("/")
    kinds: tuple[Kind, ...] = {0: ("film", "person"), 1: ("edition",), 3: ("nomination",)}.get(parts, ())  # type: ignore[assignment]
    found: list[Key] = [(kind, id) for kind in kinds if drafting.is_held((kind, id))]
    if len(found) == 1:
        return found[0]
    if found:
        drafting.problem(f"{id!r} is a film and a person; write film:{id} or person:{id}")
    else:
        near = drafting.record.names.near(id.replace("-", " "))
        drafting.problem(
            f"nothing in the record has the id {id!r}" + (f"; did you mean {' or '.join(near)}?" if near else "")
        )
    return None
