"""The commands that keep a journal of one's own additions to the record: `palmares record add` and its like.

The thing a newcomer gets wrong: nothing is checked here. A command hands over what it was given, prints what was taken,
and tells each reason why nothing was on a line of its own.
"""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palmares.cli_record import FormatOption, put
from palmares.endings import UNUSABLE, Listing, complain, quiet_ends
from palmares.errors import ChangesRefused, UnusableInput
from palmares.opening import AtOption, RecordOption, journal_at

if TYPE_CHECKING:
    from palmares.record import Keeper, Note, Taken

MOST_PROBLEMS = 50
"""Reasons that are told of one refusal."""

Source = Annotated[str, typer.Option(help="Where you read it.", show_default=False)]
Author = Annotated[str, typer.Option(help="Who adds it; by default the name you are logged in by.", show_default=False)]
Reason = Annotated[str, typer.Option(help="Why.", show_default=False)]
Award = Annotated[str, typer.Option(help="The award, by id or name.", show_default=False)]
Edition = Annotated[str, typer.Option(help="The number of the edition.", show_default=False)]
Season = Annotated[str, typer.Option(help="The film year honoured, in place of the edition.", show_default=False)]
Category = Annotated[str, typer.Option(help="The category, by id, name or the award's wording.", show_default=False)]
Films = Annotated[list[str], typer.Option("--film", help="A film of the record, by title or id.", show_default=False)]
People = Annotated[list[str], typer.Option("--person", help="A person of the record.", show_default=False)]
NewFilms = Annotated[list[str], typer.Option("--new-film", help="A film to add, by its title.", show_default=False)]
NewPeople = Annotated[list[str], typer.Option("--new-person", help="A person to add.", show_default=False)]
Won = Annotated[bool, typer.Option("--won", help="It won.")]
Tie = Annotated[bool, typer.Option("--tie", help="It won in a tie.")]
Wording = Annotated[str, typer.Option(help="What the award called the category this time.", show_default=False)]
Detail = Annotated[str, typer.Option(help="The role or the title of the song.", show_default=False)]
Country = Annotated[str, typer.Option(help="The country that submitted it.", show_default=False)]
Place = Annotated[str, typer.Option(help="Its place, where places are given.", show_default=False)]
Status = Annotated[str, typer.Option(help="withdrawn, revoked …", show_default=False)]
Held = Annotated[str, typer.Option(metavar="DATE", help="Adds an edition: the day it is held.", show_default=False)]
Announced = Annotated[str, typer.Option(metavar="DATE", help="Of a new edition.", show_default=False)]
Venue = Annotated[str, typer.Option(help="Of a new edition.", show_default=False)]
Hosts = Annotated[list[str], typer.Option("--host", help="Of a new edition.", show_default=False)]


def record_add(
    *,
    award: Award = "",
    edition: Edition = "",
    season: Season = "",
    category: Category = "",
    film: Films = [],  # noqa: B006 - Typer makes a new list for each call
    person: People = [],  # noqa: B006
    new_film: NewFilms = [],  # noqa: B006
    new_person: NewPeople = [],  # noqa: B006
    won: Won = False,
    tie: Tie = False,
    wording: Wording = "",
    detail: Detail = "",
    country: Country = "",
    place: Place = "",
    status: Status = "",
    held: Held = "",
    announced: Announced = "",
    venue: Venue = "",
    host: Hosts = [],  # noqa: B006
    source: Source = "",
    author: Author = "",
    reason: Reason = "",
    record: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Add a nomination or a win; or with --held an edition; or with --new-film, --new-person and no award those alone.

    A nomination that is there already and is added again as won becomes the winner.
    """
    from palmares.record import Addition  # here and below, so that `palmares check` starts without all this

    addition = Addition(
        award=award, edition=edition, season=season, category=category, wording=wording, films=tuple(film),
        people=tuple(person), new_films=tuple(new_film), new_people=tuple(new_person), detail=detail, country=country,
        place=place, status=status, won=won or tie, is_tie=tie, held=held, announced=announced, venue=venue,
        hosts=tuple(host),
    )  # fmt: skip
    with refusals(), keeper(record) as kept:
        show_taken(kept.add(addition, note_of(source, author, reason)), listing)


def record_import(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="Nominations, in the columns of an export.")],
    *,
    new_names: Annotated[
        bool, typer.Option("--new-names", help="Add films and people that the record does not have.")
    ] = False,
    complete: Annotated[bool, typer.Option("--complete", help="The file holds all nominees of its races.")] = False,
    source: Source = "",
    author: Author = "",
    reason: Reason = "",
    record: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Add the nominations of a CSV file, all of them or none."""
    note = note_of(source, author, reason)
    with refusals(), keeper(record) as kept:
        show_taken(kept.import_file(file, note, has_new_names=new_names, is_complete=complete), listing)


def record_amend(
    id: Annotated[str, typer.Argument(metavar="ID", help="Of a nomination, edition, film or person.")],
    settings: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="A blank value takes it away.")],
    *,
    source: Source = "",
    author: Author = "",
    reason: Reason = "",
    record: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Set fields of a nomination, an edition (oscars/99), a film or a person."""
    with refusals(), keeper(record) as kept:
        show_taken(kept.amend(id, parse_settings(settings), note_of(source, author, reason)), listing)


def record_retract(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="A race stands for all its nominations.")],
    *,
    source: Source = "",
    author: Author = "",
    reason: Reason = "",
    record: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Take nominations, editions, films or people out of the record."""
    with refusals(), keeper(record) as kept:
        show_taken(kept.retract(tuple(ids), note_of(source, author, reason)), listing)


def record_undo(
    entry: Annotated[int | None, typer.Argument(metavar="ENTRY", help="By default the last that holds.")] = None,
    *,
    source: Source = "undo",
    author: Author = "",
    reason: Reason = "",
    record: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Take back an entry of the journal; taking back an undoing restores what it took back."""
    with refusals(), keeper(record) as kept:
        show_taken(kept.undo(entry, note_of(source, author, reason)), listing)


def record_log(
    *,
    review: Annotated[
        bool, typer.Option("--review", help="Show what the record itself confirms or contradicts by now.")
    ] = False,
    at: AtOption = None,
    record: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Show the entries of the journal, or how they stand to the record that comes with palmares."""
    from palmares.record import review_history  # seldom needed
    from palmares.telling import log_lines, log_wire, review_lines, review_wire

    with refusals(), keeper(record) as kept:
        history = kept.journal.read().until(at)
        tell_torn(kept)
        reviewed = review_history(kept.base, history)
        if review:
            put(review_lines(reviewed) if listing is Listing.TEXT else review_wire(reviewed))
        else:
            put(log_lines(history, reviewed) if listing is Listing.TEXT else log_wire(history))


def record_diff(
    *,
    since: Annotated[int, typer.Option(metavar="ENTRY", help="The entry to compare with; 0: without any.")] = 0,
    at: AtOption = None,
    record: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Show what the journal has changed in the record."""
    from palmares.record import differences  # seldom needed
    from palmares.telling import difference_lines, difference_wire

    with refusals(), keeper(record) as kept:
        found = differences(kept.base, kept.journal.read().until(at), since=since)
        tell_torn(kept)
        put(difference_lines(found) if listing is Listing.TEXT else difference_wire(found))


COMMANDS: Mapping[str, Callable[..., None]] = {
    "add": record_add,
    "import": record_import,
    "amend": record_amend,
    "retract": record_retract,
    "undo": record_undo,
    "log": record_log,
    "diff": record_diff,
}


def register(record_app: typer.Typer) -> None:
    """Put the commands of the journal beside those that look at the record."""
    for name, command in COMMANDS.items():
        record_app.command(name)(command)


@contextmanager
def keeper(path: Path | None) -> Iterator[Keeper]:
    """The keeper of the journal named, or of the user's own."""
    from palmares.record import Keeper, open_record  # seldom needed

    with open_record() as base:
        yield Keeper(base, journal_at(path))


@contextmanager
def refusals() -> Iterator[None]:
    """End as every command does; each reason for taking nothing stands on a line of its own."""
    with quiet_ends():
        try:
            yield
        except ChangesRefused as error:
            for problem in error.problems[:MOST_PROBLEMS]:
                complain(problem)
            more = len(error.problems) - MOST_PROBLEMS
            complain(f"{f'and {more} more; ' if more > 0 else ''}nothing was taken")
            raise typer.Exit(UNUSABLE) from None


def note_of(source: str, author: str, reason: str) -> Note:
    """What stands beside an entry written now."""
    from palmares.record import Note  # seldom needed

    now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    return Note(now, author or login_name(), reason, source)


def login_name() -> str:
    """The name that the user is logged in by, or nothing where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def parse_settings(settings: list[str]) -> dict[str, str]:
    """The fields to set.

    Raises:
        UnusableInput: one is not written as FIELD=VALUE, or stands there twice.
    """
    fields: dict[str, str] = {}
    for setting in settings:
        name, sign, value = setting.partition("=")
        if not sign or not name.strip() or name.strip() in fields:
            raise UnusableInput(repr(setting), "this is no new value of a field", "Write it once, as FIELD=VALUE")
        fields[name.strip()] = value.strip()
    return fields


def show_taken(taken: Taken, listing: Listing) -> None:
    """Print what was taken, with its warnings on standard error."""
    from palmares.telling import taken_lines, taken_wire  # seldom needed

    for warning in taken.warnings:
        complain(f"warning: {warning}")
    put(taken_lines(taken) if listing is Listing.TEXT else taken_wire(taken))


def tell_torn(kept: Keeper) -> None:
    """Say where the journal ends in an entry that was never finished."""
    torn = kept.journal.read().torn
    if torn:
        complain(f"{kept.journal.path}: an unfinished entry at the end ({torn} bytes) counts for nothing")
