"""Spells anew, under a journal, what the journal names, so that texts are searched for it.

The trap: spellings that are no longer used stay; they cannot be told from aliases, and a text may well use them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import marisa_trie

from palmares.record.entries import replace_entries
from palmares.record.journal import Key
from palmares.record.overlay import Overlay, all_keys
from palmares.record.rows import WORK_CATEGORY
from palmares.record.spellings import Named, key_of, spell

FIGURES = {
    "film": """SELECT coalesce(sum(counts), 0), NULL, NULL FROM nomination_film JOIN nomination ON row = nomination
        WHERE film = ?""",
    "person": """SELECT coalesce(sum(counts), 0), min(season), max(season)
        FROM nomination_person JOIN nomination ON row = nomination WHERE person = ?""",
}
"""Nominations of a film or person, and the first and last season of those."""

WORKS = """
    SELECT detail, sum(counts), min(season), max(season)
    FROM nomination JOIN nomination_film ON row = nomination JOIN category ON category.id = category
    WHERE film = ? AND detail IS NOT NULL AND (category = ? OR parent = ?) GROUP BY detail ORDER BY detail"""
INSERT = "INSERT OR REPLACE INTO spelling VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def respell(connection: sqlite3.Connection, made: Overlay) -> None:
    """Write spellings, searchable names and the trie for all that the journal names."""
    for key in sorted(all_keys(made)):
        for thing in named(connection, made, key):
            write_spellings(connection, thing)
    connection.execute("DELETE FROM spelling WHERE kind = 'film' AND id NOT IN (SELECT id FROM film)")
    connection.execute("DELETE FROM spelling WHERE kind = 'person' AND id NOT IN (SELECT id FROM person)")
    keys = [key for (key,) in connection.execute("SELECT DISTINCT key FROM spelling ORDER BY key")]
    trie = marisa_trie.Trie(keys).tobytes()
    connection.execute("INSERT OR REPLACE INTO trie VALUES ('spelling', ?)", (trie,))
    longest = str(max(map(len, keys), default=0))
    connection.execute("INSERT OR REPLACE INTO about VALUES ('longest_key', ?)", (longest,))
    replace_entries(connection, {id for _, id in all_keys(made)})


def named(connection: sqlite3.Connection, made: Overlay, key: Key) -> Iterator[Named]:
    """What bears the name of a film or person: itself, and the songs of a film."""
    kind, id = key
    held = made.held(key)
    if held is None:
        return
    weight, first, last = connection.execute(FIGURES[kind], (id,)).fetchone()
    aliases = held.get("aliases", "").split("|")
    if kind == "person":
        yield Named(
            kind, id, held["name"], tuple(filter(None, aliases)), weight, first, last,
            gender=held.get("gender"), country=held.get("country"), is_company=held.get("imdb", "").startswith("co"),
        )  # fmt: skip
        return
    season = int(held["season"])
    others = tuple(filter(None, (held.get("original_title"), *aliases)))
    yield Named(kind, id, held["title"], others, weight, season, season)
    connection.execute("DELETE FROM spelling WHERE kind = 'work' AND id = ?", (id,))
    for title, nominations, *seasons in connection.execute(WORKS, (id, WORK_CATEGORY, WORK_CATEGORY)).fetchall():
        yield Named("work", id, title, (), nominations, *seasons)


def write_spellings(connection: sqlite3.Connection, thing: Named) -> None:
    """Write the spellings of one thing beside those it has, all with its figures as they are now."""
    connection.execute(
        """UPDATE spelling SET label = ?, weight = ?, first_season = ?, last_season = ?, gender = ?
        WHERE kind = ? AND id = ? AND kind != 'work'""",
        (thing.label, thing.weight, thing.first_season, thing.last_season, thing.gender, thing.kind, thing.id),
    )
    full = {key_of(name) for name in (thing.label, *thing.others)}
    for key, _, spelling, exact in spell([thing]):
        if key not in full and is_taken(connection, key, thing):
            continue
        figures = (thing.label, thing.weight, thing.first_season, thing.last_season, thing.gender)
        connection.execute(INSERT, (key, thing.kind, thing.id, spelling, int(exact), *figures))
        if key in full and (thing.kind == "film" or " " in key):
            give_way = "DELETE FROM spelling WHERE key = ? AND kind = ? AND id != ? AND exact = 0"
            connection.execute(give_way, (key, thing.kind, thing.id))


def is_taken(connection: sqlite3.Connection, key: str, thing: Named) -> bool:
    """Whether a shorter spelling is somebody else's full name; a surname of one word is shared all the same."""
    if thing.kind == "person" and " " not in key:
        return False
    query = "SELECT 1 FROM spelling WHERE key = ? AND kind = ? AND id != ? AND exact"
    return connection.execute(query, (key, thing.kind, thing.id)).fetchone() is not None
