"""The journal in words and as JSON: what was taken, the log, what differs between two states, and the review.

The thing a newcomer gets wrong: fields are shown in the columns of the data files, ids and all, since that is what
`palmares record amend` takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from palmares.claims import Json
from palmares.record import Change, Difference, Entry, History, Reviewed, Standing, Taken
from palmares.telling.segments import printable

SIGNS = {"add": "+", "amend": "~", "retract": "-"}
MOST = 12
"""Changes of one entry that the log shows in text; the JSON has all."""


def taken_lines(taken: Taken) -> Iterator[str]:
    """What was taken, with its number, by which it can be undone."""
    entry = taken.entry
    undone = f", taking back entry {entry.draft.undoes}" if entry.draft.undoes is not None else ""
    yield f"Entry {entry.number}{undone}"
    yield from (f"  {printable(change_words(change))}" for change in entry.draft.changes[:MOST])
    yield from more_lines(len(entry.draft.changes))
    if taken.unchanged:
        yield f"  {taken.unchanged} rows say what the record says already"


def more_lines(count: int) -> Iterator[str]:
    """How many changes are not shown."""
    if count > MOST:
        yield f"  and {count - MOST} more"


def change_words(change: Change) -> str:
    """One change on one line."""
    if change.operation == "amend":
        told = ", ".join(
            f"{name}: {change.was.get(name) or 'blank'} → {value or 'blank'}" for name, value in change.fields.items()
        )
    else:
        told = fields_words(change.fields or change.was)
    return f"{SIGNS[change.operation]} {change.id}  {told}"


def fields_words(fields: Mapping[str, str]) -> str:
    """Fields on one line, without those that every thing has."""
    return ", ".join(f"{name} {value}" for name, value in fields.items() if name not in ("source", "wording"))


def log_lines(history: History, reviewed: Iterable[Reviewed]) -> Iterator[str]:
    """The entries with their changes, oldest first, and how many the record has caught up with."""
    taken_back = history.undone
    for entry in history.entries:
        draft = entry.draft
        undone = "  (taken back)" if entry.number in taken_back else ""
        takes_back = f" entry {draft.undoes}" if draft.undoes is not None else ""
        yield printable(f"{entry.number}  {draft.time}  {draft.author}  {draft.command}{takes_back}{undone}")
        yield printable(f"   source: {draft.source}" + (f"; reason: {draft.reason}" if draft.reason else ""))
        yield from (f"   {printable(change_words(change))}" for change in draft.changes[:MOST])
        yield from more_lines(len(draft.changes))
    if not history.entries:
        yield "The journal has no entries."
    counts = Counter(one.standing for one in reviewed)
    caught = [f"{counts[kind]} {kind.value}" for kind in Standing if kind is not Standing.STANDS and counts[kind]]
    if caught:
        yield f"Of the changes the record has by now {', '.join(caught)}: see `palmares record log --review`."


def review_lines(reviewed: Iterable[Reviewed]) -> Iterator[str]:
    """How each change stands to the record that comes with palmares."""
    found = list(reviewed)
    for one in found:
        label = f" ({one.label})" if one.label else ""
        instead = f": {one.instead}" if one.instead else ""
        sign = SIGNS[one.change.operation]
        yield printable(f"{one.entry}  {one.standing.value:<12}  {sign} {one.change.id}{label}{instead}")
    if not found:
        yield "No change of the journal holds."


def difference_lines(differences: Iterable[Difference]) -> Iterator[str]:
    """What differs between two states, a line for each thing or field."""
    found = list(differences)
    for one in found:
        label = f"  ({one.label})" if one.label else ""
        if one.before is None or one.after is None:
            sign = "-" if one.after is None else "+"
            yield printable(f"{sign} {one.id}{label}  {fields_words(one.before or one.after or {})}")
            continue
        for name in dict.fromkeys((*one.before, *one.after)):
            was, now = one.before.get(name), one.after.get(name)
            if was != now:
                yield printable(f"~ {one.id}{label}  {name}: {was or 'blank'} → {now or 'blank'}")
    if not found:
        yield "Nothing differs."


def taken_wire(taken: Taken) -> dict[str, Json]:
    """What was taken."""
    warnings: list[Json] = list(taken.warnings)
    return {**entry_wire(taken.entry), "warnings": warnings, "unchanged": taken.unchanged}


def entry_wire(entry: Entry) -> dict[str, Json]:
    """One entry of a journal."""
    draft = entry.draft
    changes: list[Json] = [change_wire(change) for change in draft.changes]
    return {
        "entry": entry.number, "time": draft.time, "author": draft.author, "reason": draft.reason,
        "source": draft.source, "command": draft.command, "undoes": draft.undoes, "changes": changes,
    }  # fmt: skip


def change_wire(change: Change) -> dict[str, Json]:
    """One change."""
    fields: dict[str, Json] = dict(change.fields)
    was: dict[str, Json] = dict(change.was)
    return {"operation": change.operation, "kind": change.kind, "id": change.id, "fields": fields, "was": was}


def log_wire(history: History) -> dict[str, Json]:
    """The whole log, with what has been taken back."""
    taken_back = history.undone
    entries: list[Json] = [{**entry_wire(entry), "is_undone": entry.number in taken_back} for entry in history.entries]
    return {"entries": entries}


def review_wire(reviewed: Iterable[Reviewed]) -> dict[str, Json]:
    """How each change stands."""
    changes: list[Json] = [
        {
            "entry": one.entry, "standing": one.standing.value, "instead": one.instead, "label": one.label,
            "change": change_wire(one.change),
        }
        for one in reviewed
    ]  # fmt: skip
    return {"changes": changes}


def difference_wire(differences: Iterable[Difference]) -> dict[str, Json]:
    """What differs between two states; null where a state does not hold the thing."""
    found: list[Json] = [
        {
            "kind": one.kind, "id": one.id, "label": one.label, "before": fields_wire(one.before),
            "after": fields_wire(one.after),
        }
        for one in differences
    ]  # fmt: skip
    return {"differences": found}


def fields_wire(fields: Mapping[str, str] | None) -> Json:
    """The fields of a thing, or null."""
    if fields is None:
        return None
    wire: dict[str, Json] = dict(fields)
    return wire
