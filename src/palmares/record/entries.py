"""Fills, while the record is built, the table that searches look through.

It draws on tables already filled. The trap: a search meets folded names only, so what is looked for is folded too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from palmares.record.names import fold

INSERT = "INSERT INTO entry (names, kind, id, label, weight, first_season, last_season) "
SPELLED = """
    SELECT group_concat(key, char(10)) || char(10), kind, id, label, weight, first_season, last_season
    FROM (SELECT * FROM spelling WHERE exact ORDER BY kind, id, label, key) GROUP BY kind, id, label"""
SPELLED_AGAIN = """
    SELECT group_concat(key, char(10)) || char(10), kind, id, label, weight, first_season, last_season
    FROM (SELECT * FROM spelling WHERE exact AND id IN (SELECT id FROM respelled) ORDER BY kind, id, label, key)
    GROUP BY kind, id, label"""
"""Films, people and songs: all, or those whose ids stand in the table `respelled`."""

PRIZES = """
    SELECT fold(id || char(10) || name || char(10) || short || char(10)), 'award', id, name,
        (SELECT count(*) FROM nomination WHERE award = award.id),
        (SELECT min(season) FROM edition WHERE award = award.id),
        (SELECT max(season) FROM edition WHERE award = award.id)
    FROM award
    UNION ALL
    SELECT fold(category.id || char(10) || name || char(10) || coalesce(wordings, '')), 'category', category.id, name,
        coalesce(rows, 0), first, last
    FROM category LEFT JOIN (
        SELECT category, group_concat(wording || char(10), '') AS wordings, sum(rows) AS rows, min(first) AS first,
            max(last) AS last
        FROM (SELECT category, wording, count(*) AS rows, min(season) AS first, max(season) AS last FROM nomination
              GROUP BY category, wording ORDER BY category, wording)
        GROUP BY category
    ) AS used ON used.category = category.id"""
"""Awards and categories."""


def insert_entries(connection: sqlite3.Connection) -> None:
    """Write one line for each film, person, song, award and category, with all its full names."""
    connection.create_function("fold", 1, fold_lines, deterministic=True)
    connection.execute(INSERT + SPELLED)
    connection.execute(INSERT + PRIZES)
    connection.execute("INSERT INTO entry (entry) VALUES ('optimize')")


def replace_entries(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Write anew the lines of the films and people of these ids, with their songs, and those of all prizes."""
    connection.create_function("fold", 1, fold_lines, deterministic=True)
    connection.execute("CREATE TEMP TABLE respelled (id TEXT PRIMARY KEY)")
    connection.executemany("INSERT INTO respelled VALUES (?)", [(id,) for id in sorted(ids)])
    connection.execute("DELETE FROM entry WHERE kind IN ('award', 'category') OR id IN (SELECT id FROM respelled)")
    connection.execute(INSERT + SPELLED_AGAIN)
    connection.execute(INSERT + PRIZES)
    connection.execute("DROP TABLE respelled")


def fold_lines(names: str) -> str:
    """Names folded, each still followed by its line break."""
    return "\n".join(fold(name) for name in names.split("\n"))
