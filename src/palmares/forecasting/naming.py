"""What is asked about by name: an edition, a category, a stage, a prize supposed to have been won.

The thing a newcomer gets wrong: a winner's name is looked for among those who could have won that prize, and only where
two of these bear it is it ambiguous.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from palmares.claims import Film, Person
from palmares.errors import UnknownName, UnusableInput
from palmares.forecasting.races import ACADEMY
from palmares.forecasting.stages import stages
from palmares.forecasting.supposing import Given
from palmares.forecasting.tables import family_tree, roles, targets
from palmares.record import EditionRow, EditionSheet, NominationRow, Record, find_award, find_category, fold, show

LEAST_LIKE = 0.5
"""How much alike a name must be to be proposed, 0 to 1."""

FIELD = "SELECT row, award, category FROM nomination WHERE season = ? AND award IN (?, ?) ORDER BY award = ?, row"


def edition_called(record: Record, name: str | None, *, as_of: dt.date) -> EditionRow:
    """The edition of a path as `oscars/97`; without one, the next whose night is still to come.

    Raises:
        UnknownName: there is no such edition; `near` holds the nearest.
        UnusableInput: it is not one of the Academy Awards.
    """
    if name is None:
        coming = [edition for edition in record.editions(ACADEMY) if edition.number > 0 and edition.held_last > as_of]
        return min(coming or record.editions(ACADEMY)[-1:], key=lambda edition: edition.number)
    path = name if "/" in name else f"{ACADEMY}/{name}"
    sheet = show(record, path)
    if not isinstance(sheet, EditionSheet):
        raise UnusableInput(name, "this is not an edition", "Give body and number; a race by --category")
    if sheet.edition.award != ACADEMY:
        raise UnusableInput(name, "there are odds for the Academy Awards only", f"Give one of {ACADEMY}")
    return sheet.edition


def target_called(record: Record, name: str) -> str:
    """The category of this id or name, of those that are forecast.

    Raises:
        UnknownName: it is none of them; `near` holds those that are written much like it.
    """
    found = find_category(record, name)
    if found in targets():
        return str(found)
    names = {
        fold(spelt): id for id in targets() if id in record.categories for spelt in (id, record.categories[id].name)
    }
    raise UnknownName(name, close(name, names))


def stage_called(name: str) -> str:
    """The stage of this name.

    Raises:
        UnusableInput: there is none.
    """
    if name not in stages():
        raise UnusableInput(f"--stage {name}", "there is no such stage", f"Stages are {', '.join(stages())}")
    return name


def given_called(record: Record, edition: EditionRow, written: str) -> Given:
    """A prize supposed to have been won, from `sag/actress=Demi Moore`: ids or names on both sides.

    Raises:
        UnusableInput: it is not of that form, or several who could have won bear the name.
        UnknownName: there is no such body or prize, or nobody of that name could have won it.
    """
    prize, _, winner = (part.strip() for part in written.partition("="))
    body, _, category = (part.strip() for part in prize.partition("/"))
    if not (body and category and winner):
        remedy = "Write it as BODY/CATEGORY=NAME, for example sag/actress=NAME"
        raise UnusableInput(f"--given {written!r}", "this does not say which prize and who", remedy)
    award = body_called(record, body)
    prizes = prizes_called(record, award, category)
    rows = list(could_win(record, edition, award, prizes))
    return Given(award, prizes[0], winner_called(record, winner, rows))


def body_called(record: Record, name: str) -> str:
    """The id of a body that is listened to, by its id or name."""
    found = find_award(record, name)
    if found in roles():
        return str(found)
    names = {fold(spelt): id for id in roles() if id in record.awards for spelt in (id, record.awards[id].short)}
    raise UnknownName(name, close(name, names))


def prizes_called(record: Record, award: str, name: str) -> list[str]:
    """A body's prize by id or name, and those under it; the first is the one named."""
    query = "SELECT DISTINCT category FROM nomination WHERE award = ?"
    given = {category for (category,) in record.connection.execute(query, (award,))}
    category = find_category(record, name)
    prizes = family_tree(category, record.categories) if category else []
    if category and given.intersection(prizes):
        return prizes
    names = {fold(spelt): id for id in sorted(given) for spelt in (id, record.categories[id].name)}
    raise UnknownName(f"{award}/{name}", tuple(f"{award}/{id}" for id in close(name, names)))


def could_win(record: Record, edition: EditionRow, award: str, prizes: Iterable[str]) -> Iterator[NominationRow]:
    """Whom a body named for a prize in the season, and then the Academy's nominees, those of the same prize first."""
    wanted = frozenset(prizes)
    found = record.connection.execute(FIELD, (edition.season, award, ACADEMY, ACADEMY)).fetchall()
    own = [row for row, body, category in found if category in wanted]
    others = [row for row, body, category in found if body == ACADEMY and category not in wanted]
    yield from record.nominations([*own, *others])


def winner_called(record: Record, name: str, rows: Iterable[NominationRow]) -> str:
    """The id of the film or person of this id or name among nominees.

    Raises:
        UnknownName: nobody is; `near` holds nominees of like names.
        UnusableInput: several are.
    """
    labels: dict[str, str] = {}
    for row in rows:
        for each in everybody(row):
            labels.setdefault(each.id, each.label or each.id)
    found = bearing(record, name, labels)
    if len(found) > 1:
        raise UnusableInput(name, f"this may be {' or '.join(found)}", "Give one of these ids")
    if not found:
        raise UnknownName(
            name, tuple(labels[id] for id in close(name, {fold(label): id for id, label in labels.items()}))
        )
    return found[0]


def everybody(row: NominationRow) -> tuple[Person | Film, ...]:
    """The people and films that a nomination names."""
    return (*row.people, *row.films)


def bearing(record: Record, name: str, labels: Mapping[str, str]) -> list[str]:
    """The ids, of some with their labels, that a name means: by id, by the whole name, else by a part of it."""
    if name in labels:
        return [name]
    whole = [id for id, label in labels.items() if fold(label) == fold(name)]
    bearers = record.names.bearers(name)
    exact = [bearer.id for bearer in bearers if bearer.exact]
    loose = [bearer.id for bearer in bearers]
    return next((found for ids in (whole, exact, loose) if (found := [id for id in labels if id in ids])), [])


def close(name: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Up to three of the things whose folded names are written much like this one, best first."""
    likely = get_close_matches(fold(name).strip(), names, n=6, cutoff=LEAST_LIKE)
    return tuple(dict.fromkeys(names[spelt] for spelt in likely))[:3]
