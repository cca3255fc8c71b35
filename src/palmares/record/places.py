"""Measures of order: a subject's place among the units of a selection, its neighbours, and the runs and gaps between.

Units stand in the order of the days on which they entered. The trap: what a neighbour is depends on rows, not on
entries: the last to win before the subject may be somebody who had won long before as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from palmares.claims import (
    Country,
    Edition,
    Film,
    Gap,
    Hole,
    Members,
    Next,
    OfAward,
    OfCountry,
    OfEditions,
    OfFilm,
    OfPerson,
    Ordinal,
    Person,
    Previous,
    Select,
    Selection,
    Streak,
    Subject,
    Unit,
)
from palmares.errors import UnknownName
from palmares.record.lacks import EVER, Lack, LackKind, Shortfall, Stretch, merged
from palmares.record.runs import longest_run, places
from palmares.record.scene import Scene, no_hole
from palmares.record.units import Key, literals, subject_key
from palmares.record.values import Value
from palmares.record.witness import support, witness

HELD = "(SELECT held FROM nomination WHERE nomination.row = s.row)"
"""A row's own day: the one by which its unit is complete, where rows of a unit share the day it entered."""


@dataclass(frozen=True, slots=True)
class Found:
    """A subject in its selection: its keys there, and the day the first of them entered."""

    keys: tuple[Key, ...]
    day: str


def subject_keys(scene: Scene, selection: Selection, unit: Unit, subject: Subject) -> list[Key]:
    """The units that the subject stands for: itself, or where it is of another kind those of its rows."""
    if isinstance(subject, Hole):
        raise no_hole(subject)
    key = subject_key(subject, unit)
    if key is not None:
        return [key]
    relation, rows = scene.relation(selection, (unit,)), scene.relation(subject_selection(subject))
    found = scene.rows(
        f"SELECT DISTINCT k0 FROM ({relation.sql}) WHERE row IN (SELECT row FROM ({rows.sql})) ORDER BY k0",
        (*relation.parameters, *rows.parameters),
    )
    return [key for (key,) in found]


def subject_selection(subject: Subject) -> Select:
    """The nominations of a subject."""
    match subject:
        case Select():
            return subject
        case Film():
            return Select((OfFilm(subject),))
        case Person():
            return Select((OfPerson(subject),))
        case Country():
            return Select((OfCountry(subject),))
        case Edition(award, number):
            return Select((OfAward(award), OfEditions(number, number)))
        case int() | Hole():
            return Select(())


def find(
    scene: Scene, measure: Ordinal | Previous | Next | Members | Gap, unit: Unit, subject: Subject
) -> Found | None:
    """The subject in the selection, or None where it is not in it."""
    entries = scene.keep(("entries", measure.of, unit), lambda: scene.entries(measure.of, unit))
    keys = [key for key in subject_keys(scene, measure.of, unit, subject) if key in entries]
    return Found(tuple(keys), min(entries[key] for key in keys)) if keys else None


def absent(scene: Scene, selection: Selection, unit: Unit, subject: Subject) -> Value:
    """The value of a subject that is not in the selection: nothing, with what coverage lacks for being sure of it."""
    lacks = scene.shortfall(selection, (unit,), subject_stretch(scene, subject)).lacks
    if isinstance(subject, Select):
        lacks = (*lacks, *scene.shortfall(subject, (), EVER).lacks)
    label = subject.label or subject.id if isinstance(subject, (Film, Person)) else ""
    try:
        subject_stretch(scene, subject)
    except UnknownName as error:
        lacks = (*lacks, Lack(LackKind.OUTSIDE_RECORD, detail=error.name))
    return Value(None, (), merged((*lacks, Lack(LackKind.NO_SUBJECT, detail=label))))


def subject_stretch(scene: Scene, subject: Subject | None, until: str = "") -> Stretch:
    """The days on which a subject may have won something: a film from its season on, a person from birth on."""
    try:
        if isinstance(subject, Film):
            film = scene.record.film(subject.id)
            return Stretch(f"{min(film.season, film.release_year or film.season) - 1:04}", until)
        if isinstance(subject, Person):
            return Stretch(scene.record.person(subject.id).born or "", until)
    except UnknownName:
        pass
    return Stretch("", until)


def ordinal(scene: Scene, measure: Ordinal) -> Value:
    """The place of the subject. Units of the same day share it; what is missing before that day could only raise it."""
    found = find(scene, measure, measure.unit, measure.subject)
    if found is None:
        return absent(scene, measure.of, measure.unit, measure.subject)
    entries = scene.keep(("entries", measure.of, measure.unit), lambda: scene.entries(measure.of, measure.unit))
    before = list(takewhile(lambda key: entries[key] < found.day, entries))
    tie = sum(day == found.day for day in entries.values())
    shortfall = scene.shortfall(measure.of, (measure.unit,), Stretch("", found.day))
    place = len(before) + 1
    return Value(
        place,
        lambda: scene.record.nominations(witness(scene, measure.of, measure.unit, (*before, *found.keys))),
        shortfall.lacks,
        upper=place + tie - 1 if tie > 1 else None,
        firm=not shortfall.doubtful and is_entry_sure(scene, measure, found, shortfall),
    )


def is_entry_sure(scene: Scene, measure: Ordinal, found: Found, shortfall: Shortfall) -> bool:
    """Whether the subject cannot have entered earlier than found."""
    if not shortfall.missing or isinstance(measure.subject, (Select, Edition, int)):
        return True
    own = subject_stretch(scene, measure.subject, found.day)
    return own.since != "" and not scene.shortfall(measure.of, (measure.unit,), own).lacks


def neighbour(scene: Scene, measure: Previous | Next) -> Value:
    """The units with a row on the last day before (or the first day after) the subject entered."""
    found = find(scene, measure, measure.unit, measure.subject)
    if found is None:
        return absent(scene, measure.of, measure.unit, measure.subject)
    earlier = isinstance(measure, Previous)
    keys, day = beside(scene, measure, found)
    start, end = (day, found.day) if earlier else (found.day, day and day + "~")
    shortfall = scene.shortfall(measure.of, (measure.unit,), Stretch(start, end))
    rows = witness(scene, measure.of, measure.unit, (*keys, *found.keys))
    rows = tuple(dict.fromkeys((*support(scene, measure.of, rows_on(scene, measure, keys, day)), *rows)))
    return Value(literals(scene.record, measure.unit, keys), scene.record.nominations(rows), shortfall.lacks)


def beside(scene: Scene, measure: Previous | Next, found: Found) -> tuple[list[Key], str]:
    """The units on the nearest day on one side of the subject's, and that day; nothing and "" where there is none."""
    relation = scene.relation(measure.of, (measure.unit,))
    sign, end = ("<", "max") if isinstance(measure, Previous) else (">", "min")
    marks = ", ".join("?" * len(found.keys))
    inner = f"SELECT k0, day FROM ({relation.sql}) WHERE day {sign} ? AND k0 NOT IN ({marks})"
    parameters = (*relation.parameters, found.day, *found.keys)
    ((day,),) = scene.rows(f"SELECT {end}(day) FROM ({inner})", parameters)
    if day is None:
        return [], ""
    keys = scene.rows(f"SELECT DISTINCT k0 FROM ({inner}) WHERE day = ? ORDER BY k0", (*parameters, day))
    return [key for (key,) in keys], day


def rows_on(scene: Scene, measure: Previous | Next | Gap, keys: list[Key], day: str) -> tuple[int, ...]:
    """The rows of these units on a day."""
    if not keys:
        return ()
    relation = scene.relation(measure.of, (measure.unit,))
    marks = ", ".join("?" * len(keys))
    found = scene.rows(
        f"SELECT DISTINCT row FROM ({relation.sql}) WHERE day = ? AND k0 IN ({marks}) ORDER BY row LIMIT 25",
        (*relation.parameters, day, *keys),
    )
    return tuple(row for (row,) in found)


def members(scene: Scene, measure: Members) -> Value:
    """The units; more may be missing, so those found stand."""
    entries = scene.keep(("entries", measure.of, measure.unit), lambda: scene.entries(measure.of, measure.unit))
    until, subject = "", tuple[Key, ...]()
    if measure.before is not None:
        found = find(scene, measure, measure.unit, measure.before)
        if found is None:
            return absent(scene, measure.of, measure.unit, measure.before)
        until, subject = found.day, found.keys
    keys = [key for key, day in entries.items() if not until or day < until]
    shortfall = scene.shortfall(measure.of, (measure.unit,), Stretch("", until))
    return Value(
        literals(scene.record, measure.unit, keys),
        lambda: scene.record.nominations(witness(scene, measure.of, measure.unit, (*keys, *subject))),
        shortfall.lacks,
        firm=not shortfall.doubtful,
    )


def gap(scene: Scene, measure: Gap) -> Value:
    """How many editions or years after the row before it the subject entered: 1 for the very next."""
    rows = subject_rows(scene, measure)
    if not rows:
        return absent(scene, measure.of, measure.unit, measure.subject)
    day, row, key = rows[0]
    relation = scene.relation(measure.of, (measure.unit,))
    earlier = scene.rows(
        f"SELECT day, row, k0 FROM ({relation.sql}) s WHERE day < ? ORDER BY day DESC, {HELD} DESC, row LIMIT 1",
        (*relation.parameters, day),
    )
    since = earlier[0][0] if earlier else ""
    shortfall = scene.shortfall(measure.of, (measure.unit,), Stretch(since, day))
    if not earlier:
        return Value(None, scene.record.nominations([row]), shortfall.lacks or (Lack(LackKind.NO_SUBJECT),))
    lines = places(scene.record, measure.unit, (key, earlier[0][2]))
    between = [line for line in lines.values() if len(line) == 2]
    value = max(between[0]) - min(between[0]) if between else int(day[:4]) - int(since[:4])
    return Value(value, scene.record.nominations(support(scene, measure.of, (earlier[0][1], row))), shortfall.lacks)


def subject_rows(scene: Scene, measure: Gap) -> list[tuple[str, int, Key]]:
    """Day, row and key of the rows of a subject in the selection, by day."""
    relation = scene.relation(measure.of, (measure.unit,))
    key = subject_key(measure.subject, measure.unit)
    if key is not None:
        sql, parameters = f"SELECT day, row, k0 FROM ({relation.sql}) s WHERE k0 = ?", (*relation.parameters, key)
    else:
        rows = scene.relation(subject_selection(measure.subject))
        sql = f"SELECT day, row, k0 FROM ({relation.sql}) s WHERE row IN (SELECT row FROM ({rows.sql}))"
        parameters = (*relation.parameters, *rows.parameters)
    return [(day, row, key) for day, row, key in scene.rows(f"{sql} ORDER BY day, {HELD} DESC, row", parameters)]


def streak(scene: Scene, measure: Streak) -> Value:
    """The longest run of editions or years in which the subject, or anybody, is in the selection."""
    relation = scene.relation(measure.of, (measure.unit,))
    sql, parameters = f"SELECT DISTINCT k0 FROM ({relation.sql})", relation.parameters
    if measure.subject is not None:
        rows = scene.relation(subject_selection(measure.subject))
        sql, parameters = f"{sql} WHERE row IN (SELECT row FROM ({rows.sql}))", (*parameters, *rows.parameters)
    keys = longest_run(scene.record, measure.unit, (key for (key,) in scene.rows(sql, parameters)))
    shortfall = scene.shortfall(measure.of, (measure.unit,), subject_stretch(scene, measure.subject))
    shown = support(scene, measure.of, rows_of(scene, measure, keys))
    return Value(len(keys), scene.record.nominations(shown), shortfall.lacks, firm=not shortfall.doubtful)


def rows_of(scene: Scene, measure: Streak, keys: list[Key]) -> tuple[int, ...]:
    """The subject's first row in each of these editions or years."""
    relation = scene.relation(measure.of, (measure.unit,))
    sql, parameters = (
        f"SELECT min(row) FROM ({relation.sql}) WHERE k0 IN ({', '.join('?' * len(keys))})",
        (*relation.parameters, *keys),
    )
    if measure.subject is not None:
        rows = scene.relation(subject_selection(measure.subject))
        sql, parameters = f"{sql} AND row IN (SELECT row FROM ({rows.sql}))", (*parameters, *rows.parameters)
    return tuple(row for (row,) in scene.rows(f"{sql} GROUP BY k0 ORDER BY min(day)", parameters))
