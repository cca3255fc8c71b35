"""Turns what nominations are asked for by (award, season, film …) into rows.

The trap: a title may be that of several films, and a name that of several people; then any of them will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from palmares.errors import UnknownName
from palmares.record.matches import bare_name, encodable, near_names
from palmares.record.names import fold

if TYPE_CHECKING:
    from palmares.record.store import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What nominations are asked for by; None lets all through."""

    award: str | None = None
    edition: int | None = None
    season: int | None = None
    category: str | None = None
    film: str | None = None
    person: str | None = None
    won: bool | None = None


def matching_rows(record: Record, wanted: Filter) -> list[int]:
    """The `row` numbers of the nominations that pass, by award, edition, category and id.

    Raises:
        UnknownName: nothing is called as one of the names is.
    """
    conditions, values = ["1"], list[str | int]()
    for condition, given in clauses(record, wanted):
        conditions.append(condition)
        values += given
    query = f"SELECT row FROM nomination WHERE {' AND '.join(conditions)} ORDER BY award, edition, category, row"
    return [row for (row,) in record.connection.execute(query, values)]


def clauses(record: Record, wanted: Filter) -> Iterator[tuple[str, Sequence[str | int]]]:
    """Conditions on the table of nominations, each with its values."""
    if wanted.award is not None:
        yield "award = ?", [award_id(record, wanted.award)]
    for column, number in (("edition", wanted.edition), ("season", wanted.season), ("won", wanted.won)):
        if number is not None:
            yield f"{column} = ?", [int(number)]
    if wanted.category is not None:
        ids = category_ids(record, wanted.category)
        yield f"category IN ({marks(ids)})", ids
    for kind, name in (("film", wanted.film), ("person", wanted.person)):
        if name is not None:
            ids = named_ids(record, kind, name)
            yield f"row IN (SELECT nomination FROM nomination_{kind} WHERE {kind} IN ({marks(ids)}))", ids


def marks(values: Sequence[str]) -> str:
    """A question mark for each value."""
    return ",".join("?" * len(values))


def award_id(record: Record, name: str) -> str:
    """The id of the award of this id, full or short name.

    Raises:
        UnknownName: there is none.
    """
    if (id := find_award(record, name)) is None:
        raise unknown(record, name)
    return id


def find_award(record: Record, name: str) -> str | None:
    """The id of the award of this id, full or short name; None where there is none."""
    key = fold(name).strip()
    for award in record.awards.values():
        if key in (award.id, fold(award.name), fold(award.short)):
            return award.id
    return None


def category_ids(record: Record, name: str) -> tuple[str, ...]:
    """The ids of the category of this id or name, or of the categories of this group.

    Raises:
        UnknownName: there are none.
    """
    if category := find_category(record, name):
        return (category,)
    key = fold(name).strip()
    if members := tuple(id for id, category in record.categories.items() if key in category.groups):
        return members
    raise unknown(record, name)


def find_category(record: Record, name: str) -> str | None:
    """The id of the category of this id or name; None where there is none."""
    key = fold(name).strip()
    for category in record.categories.values():
        if key in (category.id, fold(category.name)):
            return category.id
    return None


def named_ids(record: Record, kind: str, name: str) -> tuple[str, ...]:
    """The ids of all films, or of all people, of this id or full name.

    Args:
        kind: film or person.

    Raises:
        UnknownName: there are none.
    """
    if record.connection.execute(f"SELECT 1 FROM {kind} WHERE id = ?", (encodable(name),)).fetchone():
        return (name,)
    ids = tuple(bearer.id for bearer in record.names.bearers(bare_name(name)) if bearer.kind == kind and bearer.exact)
    if not ids:
        raise unknown(record, name)
    return ids


def unknown(record: Record, name: str) -> UnknownName:
    """The error for a name that nothing bears, with those that are near."""
    return UnknownName(name, near_names(record, name))
