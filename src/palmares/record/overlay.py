"""What a journal makes of a record: every thing it touches, as it stands after all entries that hold.

The record under a journal may be a later one than the journal was written on. The trap: what the later record holds
under another id, the same film or the same nomination, is not put in twice; the journal's own id stands for that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from palmares.record.holdings import Race, edition_parts, held_fields, race_of, row_fields
from palmares.record.journal import Change, Entry, History, Key, Kind
from palmares.record.rows import WORK_CATEGORY
from palmares.record.store import Record

Held = dict[str, str] | None
"""The fields of a thing that are not blank, or None where it is not there."""

REFERENCES: Mapping[str, Mapping[str, Kind]] = {
    "film": {"directors": "person"},
    "nomination": {"films": "film", "people": "person"},
}
"""Fields that list the ids of other things, and the kind of those."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A change that cannot be made on this record, and why."""

    entry: int
    change: Change
    why: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A thing that the journal touches: its id, and its fields before and now."""

    id: str
    before: Held
    now: Held


@dataclass(slots=True)
class Overlay:
    """The things a journal touches. `now`: as they stand after it, `before`: as the record under it holds them.

    `stand_ins`: for a thing of the journal, the id under which the record has it. `made`: by which entry each thing
    was last changed. `first_days`: by edition, the day on which the journal first named a nominee of it. `in_race`: ids
    of the nominations touched, by race.
    """

    record: Record
    now: dict[Key, Held] = field(default_factory=dict)
    before: dict[Key, Held] = field(default_factory=dict)
    stand_ins: dict[Key, str] = field(default_factory=dict)
    made: dict[Key, int] = field(default_factory=dict)
    first_days: dict[str, str] = field(default_factory=dict)
    in_race: dict[Race, dict[str, None]] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)

    def held(self, key: Key) -> Held:
        """The fields of a thing as it stands, whether the journal touches it or not."""
        key = self.true_key(key)
        return self.now[key] if key in self.now else self.under(key)

    def under(self, key: Key) -> Held:
        """The fields of a thing as the record under the journal holds it."""
        if key not in self.before:
            self.before[key] = held_fields(self.record, key)
        return self.before[key]

    def true_key(self, key: Key) -> Key:
        """The key under which a thing stands."""
        return key[0], self.stand_ins.get(key, key[1])

    def put(self, key: Key, held: Held, entry: int) -> None:
        """Let a thing stand so from here on."""
        self.under(key)
        self.now[key] = held
        if key[0] == "nomination":
            self.in_race.setdefault(race_of(key[1]), {})[key[1]] = None
        self.made[key] = entry


def overlay(record: Record, history: History) -> Overlay:
    """All that a journal makes of a record. Changes that cannot be made are set aside, and the rest hold."""
    made = Overlay(record)
    for entry in history.standing:
        for change in entry.draft.changes:
            make(made, entry, change)
    return made


def touched(made: Overlay, kind: Kind) -> Iterator[Touched]:
    """The things of one kind that the journal touches, in the order of their first change."""
    for key, now in made.now.items():
        if key[0] == kind:
            yield Touched(key[1], made.before.get(key), now)


def ids(made: Overlay, kind: Kind) -> set[str]:
    """Ids of the things of one kind that the journal touches."""
    return {thing.id for thing in touched(made, kind)}


def races(made: Overlay) -> set[Race]:
    """The races that the journal touches."""
    return {race_of(id) for id in ids(made, "nomination") | ids(made, "race")}


def cited_by(made: Overlay, kind: Kind) -> set[str]:
    """Ids of the films or people that touched nominations name, before or now."""
    column = {"film": "films", "person": "people"}[kind]
    helds = [held for thing in touched(made, "nomination") for held in (thing.before, thing.now) if held]
    return {id for held in helds for id in held.get(column, "").split("|") if id}


def all_keys(made: Overlay) -> set[Key]:
    """Films and people whose names or figures the journal changes."""
    kinds: tuple[Kind, ...] = ("film", "person")
    return {(kind, id) for kind in kinds for id in ids(made, kind) | cited_by(made, kind)}


def make(made: Overlay, entry: Entry, change: Change) -> None:
    """Make one change, or set it aside."""
    why = OPERATIONS[change.operation](made, entry, change)
    if why:
        made.set_aside.append(SetAside(entry.number, change, why))


def make_addition(made: Overlay, entry: Entry, change: Change) -> str | None:
    """Add a thing, or join it to the same thing of the record."""
    fields = translated(made, change.kind, dict(change.fields))
    missing = missing_reference(made, change, fields)
    if missing:
        return missing
    stand_in = same_thing(made, change, fields)
    if stand_in is not None:
        made.stand_ins[change.key] = stand_in
        under = made.under((change.kind, stand_in)) or {}
        won = "1" if "1" in (fields.get("won"), under.get("won")) else "0"
        fields = {**fields, **under, **({"won": won} if change.kind == "nomination" else {})}
    made.put((change.kind, stand_in or change.id), fields, entry.number)
    if change.kind == "nomination":
        race = race_of(change.id)
        made.first_days.setdefault(f"{race.award}/{race.edition}", entry.draft.time[:10])
    return None


def make_amendment(made: Overlay, entry: Entry, change: Change) -> str | None:
    """Set fields of a thing; a blank value takes the field away."""
    held = made.held(change.key)
    if held is None:
        return f"there is no {change.kind} {change.id}"
    fields = {**held, **translated(made, change.kind, dict(change.fields))}
    missing = missing_reference(made, change, fields)
    if missing:
        return missing
    made.put(made.true_key(change.key), {name: value for name, value in fields.items() if value}, entry.number)
    return None


def make_retraction(made: Overlay, entry: Entry, change: Change) -> str | None:
    """Take a thing out."""
    if made.held(change.key) is None:
        return f"there is no {change.kind} {change.id}"
    made.put(made.true_key(change.key), None, entry.number)
    return None


OPERATIONS = {"add": make_addition, "amend": make_amendment, "retract": make_retraction}


def translated(made: Overlay, kind: Kind, fields: dict[str, str]) -> dict[str, str]:
    """The fields with the ids that they name as they stand."""
    for column, cited_kind in REFERENCES.get(kind, {}).items():
        if fields.get(column):
            ids = fields[column].split("|")
            fields[column] = "|".join(made.true_key((cited_kind, id))[1] for id in ids)
    return fields


def missing_reference(made: Overlay, change: Change, fields: Mapping[str, str]) -> str | None:
    """What the fields name and nothing is, or None."""
    for column, cited_kind in REFERENCES.get(change.kind, {}).items():
        for id in fields.get(column, "").split("|"):
            if id and made.held((cited_kind, id)) is None:
                return f"{column} names {id!r}, and there is no such {cited_kind}"
    if change.kind in ("nomination", "race"):
        race = race_of(change.id)
        if made.held(("edition", f"{race.award}/{race.edition}")) is None:
            return f"there is no edition {race.award}/{race.edition}"
        if race.category not in made.record.categories:
            return f"there is no category {race.category}"
    if change.kind == "edition" and (edition_parts(change.id) or ("",))[0] not in made.record.awards:
        return f"there is no award of the edition {change.id}"
    return None


def same_thing(made: Overlay, change: Change, fields: Mapping[str, str]) -> str | None:
    """The id under which the record holds what the journal adds; None where it does not hold it."""
    if made.held(change.key) is not None:
        return change.id
    if change.kind == "film":
        return only(made, "film", fields["title"], int(fields["season"]))
    if change.kind == "person":
        return only(made, "person", fields["name"], None)
    return same_nomination(made, race_of(change.id), fields) if change.kind == "nomination" else None


def only(made: Overlay, kind: Kind, name: str, season: int | None) -> str | None:
    """The one film of this title and season, or the one person of this name, in the record under the journal."""
    ids = {
        bearer.id
        for bearer in made.record.names.bearers(name)
        if bearer.kind == kind and bearer.exact and (season is None or bearer.first_season == season)
        and bearer.label == name
    }  # fmt: skip
    return ids.pop() if len(ids) == 1 else None


def same_nomination(made: Overlay, race: Race, fields: Mapping[str, str]) -> str | None:
    """The nomination of a race in the record under the journal that is the one of these fields."""
    rows = {}
    for row in made.record.nominations(rows_of_race(made.record, race)):
        if made.held(("nomination", row.id)) is not None:
            rows[row.id] = {name: str(value) for name, value in row_fields(row).items() if value not in (None, "")}
    return find_same(made, race, fields, rows)


def find_same(
    made: Overlay, race: Race, fields: Mapping[str, str], rows: Mapping[str, Mapping[str, str]]
) -> str | None:  # fmt: skip
    """The one of the rows of a race that is the nomination of these fields; None where there is none, or several.

    Who names a film alone means the nomination of that film, whoever is cited with it; a row that names it alone is
    that of whoever is named with it.
    """
    category = made.record.categories[race.category]
    has_works = WORK_CATEGORY in (category.id, category.parent)
    found = [id for id, row in rows.items() if is_alike(fields, row, has_works=has_works)]
    return found[0] if len(found) == 1 else None


def is_alike(left: Mapping[str, str], right: Mapping[str, str], *, has_works: bool) -> bool:
    """Whether two nominations of a race name the same wherever both name something, and name anything alike."""
    lists = [
        ({*left.get(name, "").split("|")}, {*right.get(name, "").split("|")}) for name in ("films", "people", "country")
    ]
    if has_works:
        lists.append(({left.get("detail", "")}, {right.get("detail", "")}))
    both = [one == other for one, other in lists if one != {""} and other != {""}]
    return bool(both) and all(both)


def cited(fields: Mapping[str, str]) -> tuple[frozenset[str], frozenset[str], str]:
    """What a nomination is for: films, people and country, whatever their order."""
    films, people = (frozenset(fields.get(column, "").split("|")) for column in ("films", "people"))
    return films, people, fields.get("country", "")


def rows_of_race(record: Record, race: Race) -> list[int]:
    """Row numbers of the nominations of a race, in order."""
    query = "SELECT row FROM nomination WHERE award = ? AND edition = ? AND category = ? ORDER BY row"
    return [row for (row,) in record.connection.execute(query, (race.award, race.edition, race.category))]
