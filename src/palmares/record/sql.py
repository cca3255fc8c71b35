"""Answers questions put in SQL, without letting them change anything or run for ever.

Each question has a connection of its own. The trap: SQLite opens the file read-only, yet a statement could still attach
another file or make temporary tables; the authorizer lets it do nothing but read.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TypeAlias

from palmares.errors import UnusableInput
from palmares.record.store import Record, connect

Cell: TypeAlias = str | int | float | bytes | None
"""What a column of an answer may hold."""

ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})
UNWANTED = frozenset({"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"})
PRAGMAS = frozenset({"data_version"})
"""What full-text search asks SQLite while it reads."""

REFUSED = ("not authorized", "authorization denied", "prohibited", "readonly")
"""What SQLite says, in one version or another, of a statement that the authorizer does not let through."""

INSTRUCTIONS = 4_000
"""So many steps of SQLite's machine pass between two looks at whether time is up."""

MAX_VALUE_BYTES = 10_000_000
"""The longest text or blob that a question may make."""

TABLES = ("nominations", "wins", "races", "films", "people", "editions", "awards", "categories", "coverage")
"""The readable tables, for those who guess their names wrong."""

REMEDY = f"The tables to read are {', '.join(TABLES)}"


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer under their columns, whose names differ. `is_cut`: there are more rows than asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_cut: bool


def query(record: Record, question: str, *, limit: int = 1000, seconds: float = 10.0) -> Answer:
    """The answer of the record to one SELECT.

    Args:
        limit: how many rows to give at most, at least 1.
        seconds: how long it may take.

    Raises:
        UnusableInput: it is no SQL, would do more than read, is more than one statement, or takes too long.

    >>> from palmares import open_record
    >>> with open_record() as record:
    ...     query(record, "SELECT film FROM wins WHERE award = 'Oscars' AND edition = 97 AND category = 'Best Picture'")
    Answer(columns=('film',), rows=(('Anora',),), is_cut=False)
    """
    with closing(connect(record.path).connection) as connection, time_limit(connection, seconds) as overdue:
        connection.execute("SELECT 1 FROM entry LIMIT 0")  # opens full-text search, which the authorizer would forbid
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
        connection.set_authorizer(permission)
        try:
            cursor = connection.execute(question)
            rows = cursor.fetchmany(limit + 1)
        except (sqlite3.Error, sqlite3.Warning, UnicodeError, ValueError) as error:
            raise refusal(error, seconds if overdue.is_set() else None) from None
    if cursor.description is None:
        raise UnusableInput("SQL", "this is no question", REMEDY)
    return Answer(distinct([column[0] for column in cursor.description]), tuple(rows[:limit]), len(rows) > limit)


@contextmanager
def time_limit(connection: sqlite3.Connection, seconds: float) -> Iterator[threading.Event]:
    """Stop what the connection does after so many seconds; the event says whether that has come to pass."""
    overdue = threading.Event()
    timer = threading.Timer(seconds, overdue.set)
    timer.daemon = True
    connection.set_progress_handler(lambda: int(overdue.is_set()), INSTRUCTIONS)
    timer.start()
    try:
        yield overdue
    finally:
        timer.cancel()


def permission(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    """SQLITE_OK for reading and calling harmless functions, SQLITE_DENY for all else."""
    if action == sqlite3.SQLITE_PRAGMA and first in PRAGMAS:
        return sqlite3.SQLITE_OK
    is_function = action == sqlite3.SQLITE_FUNCTION
    is_harmless = action in ALLOWED and not (is_function and (second or "").lower() in UNWANTED)
    return sqlite3.SQLITE_OK if is_harmless else sqlite3.SQLITE_DENY


def refusal(error: Exception, seconds: float | None) -> UnusableInput:
    """What is said of a question that failed; `seconds` where it took longer than these."""
    message = str(error)
    if seconds is not None:
        return UnusableInput("SQL", f"no answer within {seconds:g} s", "Ask for less, or allow it more time")
    if any(words in message for words in REFUSED):
        return UnusableInput("SQL", "only reading is allowed", "Ask with SELECT")
    if "one statement" in message:
        return UnusableInput("SQL", "more than one statement was given", "Ask one question at a time")
    if re.match(r"no such (table|column)", message):
        return UnusableInput("SQL", message, REMEDY)
    return UnusableInput("SQL", message, "Mend the statement")


def distinct(columns: list[str]) -> tuple[str, ...]:
    """Names of columns, a later one of the same name numbered: `film`, `film_2`."""
    seen: dict[str, int] = {}
    for column in columns:
        name, number = column, 2
        while name in seen:
            name, number = f"{column}_{number}", number + 1
        seen[name] = number
    return tuple(seen)
