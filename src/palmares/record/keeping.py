"""Writes into a journal: checks what a user adds, amends, retracts or undoes, and takes all of it or nothing.

Everything happens while other writers wait, so that what was checked is what is written. The trap: names mean what they
mean in the record with all earlier entries in it, while changes are kept against the record under the journal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from palmares.errors import ChangesRefused, UnusableInput
from palmares.record.additions import Addition, draft_addition, draft_amendment, draft_retraction, refuse
from palmares.record.cache import default_folders
from palmares.record.drafting import Drafting
from palmares.record.effective import effective_record
from palmares.record.imports import draft_file
from palmares.record.journal import Draft, Entry, History, Journal
from palmares.record.overlay import overlay
from palmares.record.scrutiny import scrutinise
from palmares.record.store import Record, connect


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside every entry: the time as ISO text with its zone, who wrote it, why, and where it was read."""

    time: str
    author: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken. `warnings`: what may be wrong all the same. `unchanged`: rows of a file that said nothing new."""

    entry: Entry
    warnings: tuple[str, ...] = ()
    unchanged: int = 0


class Keeper:
    """Keeps a journal to a record: all changes go through here.

    Args:
        base: the record under the journal.
        journal: where the entries go.
        cache: the folder to keep built records in, by default as for `open_record`.
    """

    def __init__(self, base: Record, journal: Journal, *, cache: Path | None = None) -> None:
        self.base, self.journal, self.cache = base, journal, cache

    def add(self, addition: Addition, note: Note) -> Taken:
        """Add a nomination with what it needs, or an edition, films or people by themselves.

        Raises:
            ChangesRefused: it breaks a rule, or a name cannot be told; `problems` says which.
            JournalDamaged, RecordUnavailable: the journal cannot be written.
        """
        return self._take(note, "add", lambda drafting: draft_addition(drafting, addition))

    def import_file(
        self, path: Path, note: Note, *, has_new_names: bool = False, is_complete: bool = False
    ) -> Taken:  # fmt: skip
        """Add the nominations of a CSV file, all of them or none.

        Args:
            has_new_names: add films and people that the record does not have.
            is_complete: the file holds all nominees of its races, so that the record answers for them.

        Raises:
            ChangesRefused: a row breaks a rule; `problems` names file, line and column of each.
            UnusableInput: the file cannot be read.
            JournalDamaged, RecordUnavailable: the journal cannot be written.
        """
        unchanged = 0

        def fill(drafting: Drafting) -> None:
            nonlocal unchanged
            unchanged = draft_file(drafting, path, has_new_names=has_new_names, is_complete=is_complete)

        taken = self._take(note, "import", fill)
        return replace(taken, unchanged=unchanged)

    def amend(self, id: str, settings: Mapping[str, str], note: Note) -> Taken:
        """Set fields of a nomination, edition, film or person; a blank value takes the field away.

        Raises:
            ChangesRefused: there is no such thing or field, or a rule is broken.
            JournalDamaged, RecordUnavailable: the journal cannot be written.
        """
        return self._take(note, "amend", lambda drafting: draft_amendment(drafting, id, settings))

    def retract(self, ids: tuple[str, ...], note: Note) -> Taken:
        """Take things out; the id of a race stands for all its nominations.

        Raises:
            ChangesRefused: there is no such thing, or another still names it.
            JournalDamaged, RecordUnavailable: the journal cannot be written.
        """

        def fill(drafting: Drafting) -> None:
            for id in ids:
                draft_retraction(drafting, id)

        return self._take(note, "retract", fill)

    def undo(self, number: int | None, note: Note) -> Taken:
        """Take back an entry, by default the last that holds. Taking back an undoing restores what it took back.

        Raises:
            ChangesRefused: a later entry needs it, or what is left breaks a rule.
            UnusableInput: there is no such entry, or it is taken back already.
            JournalDamaged, RecordUnavailable: the journal cannot be written.
        """

        def write(history: History) -> Draft:
            undone = entry_to_undo(history, number)
            draft = draft_of(note, "undo", undoes=undone.number)
            check_undo(self.base, history, Entry(len(history.entries) + 1, draft, ""), undone)
            return draft

        check_note(note)
        return Taken(self.journal.append(write))

    def _take(self, note: Note, command: str, fill: Callable[[Drafting], None]) -> Taken:
        """Append what `fill` drafts, once it keeps to all rules."""
        warnings: list[str] = []

        def write(history: History) -> Draft:
            entry = Entry(len(history.entries) + 1, draft_of(note, command), "")
            folders = [self.cache] if self.cache else default_folders()
            with connect(effective_record(self.base.path, history, folders, record=self.base)) as record:
                drafting = Drafting(record, overlay(self.base, history), entry)
                fill(drafting)
                refuse(drafting.problems)
                if not drafting.changes:
                    raise ChangesRefused(("the record says all this already",))
                scrutinise(drafting)
            refuse(drafting.problems)
            if history.torn:
                warnings.append(f"an unfinished entry at the end of the journal ({history.torn} bytes) was dropped")
            warnings.extend(dict.fromkeys(drafting.warnings))
            return replace(entry.draft, changes=tuple(drafting.changes))

        check_note(note)
        return Taken(self.journal.append(write), tuple(warnings))


def draft_of(note: Note, command: str, *, undoes: int | None = None) -> Draft:
    """An entry without changes."""
    return Draft(note.time, note.author, note.reason, note.source, command, undoes=undoes)


def check_note(note: Note) -> None:
    """Raise ChangesRefused where an entry would not say who wrote it, or where it was read."""
    blank = [name for name in ("author", "source") if not getattr(note, name).strip()]
    refuse([f"{name} is blank; every entry says it" for name in blank])
    texts = (note.author, note.reason, note.source)
    refuse(
        ["author, reason and source are one line each"] if any("\n" in text or "\r" in text for text in texts) else []
    )


def entry_to_undo(history: History, number: int | None) -> Entry:
    """The entry to take back."""
    if number is None:
        if not history.standing:
            raise UnusableInput("undo", "no entry of the journal holds", "There is nothing to take back")
        return history.standing[-1]
    if number == 0:
        raise UnusableInput("entry 0", "the journal has no such entry", "Entries are numbered from 1")
    entry = history.until(number).entries[-1]
    if number in history.undone:
        raise UnusableInput(f"entry {number}", "it is taken back already", "Undo the entry that took it back")
    return entry


def check_undo(base: Record, history: History, entry: Entry, undone: Entry) -> None:
    """Raise ChangesRefused where the record without the undone entry breaks a rule."""
    before, after = overlay(base, history), overlay(base, History((*history.entries, entry)))
    known = {(aside.entry, aside.change.key) for aside in before.set_aside}
    refuse(
        [
            f"entry {aside.entry} needs entry {undone.number}: {aside.why}"
            for aside in after.set_aside
            if (aside.entry, aside.change.key) not in known
        ]
    )
    changes = [change for each in (undone, *restored(history, undone)) for change in each.draft.changes]
    drafting = Drafting(base, after, entry, changes=changes)
    scrutinise(drafting)
    refuse(drafting.problems)


def restored(history: History, undone: Entry) -> tuple[Entry, ...]:
    """The entry that comes back where the undone one is itself an undoing."""
    number = undone.draft.undoes
    return () if number is None else (history.entries[number - 1],)
