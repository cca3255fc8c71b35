"""Compares states of a journal with one another, and its entries with the record under it.

The trap: a record that says what an entry says may be a later one that has caught up; one that says something else may
have been mended, or be wrong. Neither makes the entry go away: that is for the user to undo.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from palmares.record.holdings import race_of
from palmares.record.journal import Change, Fields, History, Key, Kind
from palmares.record.overlay import Overlay, overlay, rows_of_race, translated
from palmares.record.store import Record


class Standing(StrEnum):
    """How a change stands to the record under its journal.

    `stands`: the record does not say it; `confirmed`: it says the same by now; `contradicted`: it says something else;
    `orphaned`: what the change is about is no longer there, so that it counts for nothing.
    """

    STANDS = "stands"
    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A change of an entry, how it stands, and for `contradicted` and `orphaned` what there is instead."""

    entry: int
    change: Change
    standing: Standing
    instead: str
    label: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A thing that two states of a journal do not hold alike; None where one does not hold it. `label`: its name."""

    kind: Kind
    id: str
    before: Fields | None
    after: Fields | None
    label: str


def differences(base: Record, history: History, *, since: int = 0) -> tuple[Difference, ...]:
    """What the journal's entries after one of them have changed, in the order of the ids.

    Args:
        base: the record under the journal.
        since: the entry to compare with; 0 is the record under the journal itself.

    Raises:
        UnusableInput: there is no such entry.
    """
    then, now = overlay(base, history.until(since)), overlay(base, history)
    found = []
    for key in sorted({*then.now, *now.now}):
        before, after = then.held(key), now.held(key)
        if before != after:
            made = now if after is not None else then
            found.append(Difference(*key, before, after, label_of(made, key)))
    return tuple(found)


def review_history(base: Record, history: History) -> tuple[Reviewed, ...]:
    """How each change that holds stands to the record under the journal, in order."""
    made = overlay(base, history)
    aside = {(aside.entry, aside.change.key): aside.why for aside in made.set_aside}
    first: dict[tuple[Key, str], str] = {}
    own: set[Key] = set()
    found = []
    for entry in history.standing:
        for change in entry.draft.changes:
            why = aside.get((entry.number, change.key))
            standing, instead = (Standing.ORPHANED, why) if why else stand(made, change, first, own)
            found.append(Reviewed(entry.number, change, standing, instead, label_of(made, change.key)))
    return tuple(found)


def stand(made: Overlay, change: Change, first: dict[tuple[Key, str], str], own: set[Key]) -> tuple[Standing, str]:
    """How a change stands to the record under the journal.

    Args:
        first: the value of each field before the journal first amended it; filled in here.
        own: things that the journal itself has added; filled in here.
    """
    under = made.under(made.true_key(change.key))
    if under is None:
        was_own = change.key in own
        if change.operation == "add":
            own.add(change.key)
            return against_race(made, change)
        return (Standing.STANDS, "") if was_own or change.operation != "retract" else (Standing.CONFIRMED, "")
    if change.operation == "retract":
        changed = differing(change.was, under) if not any(key == change.key for key, _ in first) else ""
        return (Standing.CONTRADICTED, changed) if changed else (Standing.STANDS, "")
    if change.operation == "add":
        fields = translated(made, change.kind, dict(change.fields))
        told = {name: value for name, value in fields.items() if name in under and (name, value) != ("won", "0")}
        changed = differing(told, under)
        return (Standing.CONTRADICTED, changed) if changed else (Standing.CONFIRMED, "")
    for name in change.fields:
        first.setdefault((change.key, name), change.was.get(name, ""))
    was = {name: first[change.key, name] for name in change.fields}
    if not differing(change.fields, under):
        return Standing.CONFIRMED, ""
    changed = differing(was, under)
    return (Standing.CONTRADICTED, changed) if changed else (Standing.STANDS, "")


def against_race(made: Overlay, change: Change) -> tuple[Standing, str]:
    """How an added winner stands to those that the record under the journal has in its race."""
    if change.kind != "nomination" or change.fields.get("won") != "1":
        return Standing.STANDS, ""
    rows = made.record.nominations(rows_of_race(made.record, race_of(change.id)))
    winners = [row.id for row in rows if row.won and (made.held(("nomination", row.id)) or {}).get("won") == "1"]
    is_tie = (made.held(("race", race_of(change.id).id)) or {}).get("ending")
    if winners and not is_tie and not any(row.tied for row in rows):
        return Standing.CONTRADICTED, f"won by {' and '.join(winners)}"
    return Standing.STANDS, ""


NOT_COMPARED = ("source", "wording", "aliases", "announced")
"""Fields in which the record and a user may well differ without contradiction."""


def differing(told: Fields, under: Fields) -> str:
    """The fields of the record that are not as told, with their values; blank where all are."""
    return ", ".join(
        f"{name} {under.get(name) or 'blank'}"
        for name, value in told.items()
        if name not in NOT_COMPARED and under.get(name, "") != value
    )


def label_of(made: Overlay, key: Key) -> str:
    """What a thing is called: for a nomination its films and people."""
    held = made.held(key) or made.before.get(made.true_key(key)) or {}
    if key[0] == "nomination":
        films = [name_of(made, ("film", id)) for id in held.get("films", "").split("|") if id]
        people = [name_of(made, ("person", id)) for id in held.get("people", "").split("|") if id]
        return ": ".join(filter(None, (", ".join(films), ", ".join(people)))) or held.get("country", "")
    return name_of(made, key)


def name_of(made: Overlay, key: Key) -> str:
    """The title or name of a film or person, or nothing."""
    held = made.held(key) or made.before.get(key) or {}
    return held.get("title") or held.get("name") or ""
