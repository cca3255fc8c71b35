"""Prizes still to come that could bear out a claim which what is known does not.

Asked only of claims that do not hold so far. The trap: nothing of later days is looked at, not even the calendar; a
prize is to come where the award's last edition decided by the day honours earlier films than those the claim is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from palmares.claims import (
    Claim,
    Film,
    OfAward,
    OfCategory,
    OfEditions,
    OfSeasons,
    OfWork,
    Outcome,
    Person,
    Select,
    WithOutcome,
    walk,
)
from palmares.errors import UnknownName
from palmares.record.lacks import Lack, LackKind, merged
from palmares.record.rows import EditionRow
from palmares.record.scene import Scene
from palmares.record.select import plain_title
from palmares.record.shortfalls import is_within

VISIBLE = """
    SELECT n.decided <= ?, n.season FROM nomination_film f JOIN nomination n ON n.row = f.nomination
    WHERE f.film = ? AND n.award = ? AND n.announced <= ?"""
"""Of each visible nomination of a film at an award: whether it is decided, and its season."""

OF_ACADEMY = """
    SELECT 1 FROM nomination_film f JOIN nomination n ON n.row = f.nomination JOIN award a ON a.id = n.award
    WHERE f.film = ? AND n.announced <= ? AND n.season <= ? AND a.kind = 'academy'
      AND EXISTS (SELECT 1 FROM award WHERE id = ? AND kind = 'guild') LIMIT 1"""
"""Whether an academy named a film for a season that is over, asked of a guild."""

PENDING = """
    SELECT n.edition, n.category FROM nomination_person p JOIN nomination n ON n.row = p.nomination
    WHERE p.person = ? AND n.award = ? AND n.announced <= ? AND n.decided > ? AND n.counts = 1"""
"""The nominations of a person at an award that are out and not decided."""

BETWEEN_EDITIONS = 240
"""Days after an edition in which the next one cannot have come: what is told of a film is of editions past."""

WORKS = "SELECT label, id FROM spelling WHERE kind = 'work'"


@dataclass(frozen=True, slots=True)
class Range:
    """The editions one selection looks at: of these awards, in these ranges, of these categories (none: of all)."""

    awards: tuple[str, ...]
    editions: OfEditions | None
    seasons: OfSeasons | None
    categories: frozenset[str]
    outcome: Outcome

    @property
    def has_end(self) -> bool:
        """Whether a last edition or season is named."""
        return any(bounds is not None and bounds.last is not None for bounds in (self.editions, self.seasons))


def awaited(scene: Scene, claim: Claim) -> tuple[Lack, ...]:
    """What is still to be decided that could make the claim hold.

    A claim about a film or song that ends its range of editions nowhere waits for the prizes of the film's own season,
    and, from eight months after that, for those of the next where the award has not named it yet; one about people
    only, for their nominations that are out. Any claim waits where the day of a prize is known only in part and may be
    yet to come, and where the one award that it names has still to begin.
    """
    nodes = list(walk(claim))
    ranges = [range_of(scene, node) for node in nodes if isinstance(node, Select)]
    if not ranges:
        return ()
    films = films_of(scene, nodes)
    people = [node.id for node in nodes if isinstance(node, Person)]
    found: list[Lack] = []
    for looked_at in ranges:
        for award in looked_at.awards:
            found += not_begun(scene, award) if len(looked_at.awards) == 1 else ()
            found += unsure(scene, looked_at, award, films)
            if not looked_at.has_end:
                found += to_come(scene, looked_at, award, films) if films else pending(scene, looked_at, award, people)
    return merged(found)


def range_of(scene: Scene, select: Select) -> Range:
    """What a selection ranges over."""
    parts = {type(constraint): constraint for constraint in select.where}
    named, award, outcome = parts.get(OfCategory), parts.get(OfAward), parts.get(WithOutcome)
    categories: tuple[str, ...] = ()
    if isinstance(named, OfCategory):
        categories = scene.coverage.with_children(str(name) for name in named.categories)
    awards = scene.record.awards
    wanted = [str(award.award)] if isinstance(award, OfAward) else awards
    lines = scene.coverage.lines
    given = [
        name for name in wanted if name in awards and (not categories or not lines[name].keys().isdisjoint(categories))
    ]
    editions, seasons = parts.get(OfEditions), parts.get(OfSeasons)
    return Range(
        tuple(given),
        editions if isinstance(editions, OfEditions) else None,
        seasons if isinstance(seasons, OfSeasons) else None,
        frozenset(categories),
        outcome.outcome if isinstance(outcome, WithOutcome) else Outcome.NOMINATED,
    )


def films_of(scene: Scene, nodes: Iterable[object]) -> dict[str, tuple[int, int]]:
    """The films that a claim is about, those of its songs among them, with the first and last year each counts for."""
    ids = [node.id for node in nodes if isinstance(node, Film)]
    for node in nodes:
        if isinstance(node, OfWork):
            ids += scene.keep("films of works", lambda: films_of_works(scene)).get(plain_title(node.title), [])
    found: dict[str, tuple[int, int]] = {}
    for id in ids:
        try:
            film = scene.record.film(id)
        except UnknownName:
            continue
        years = (film.season, film.release_year or film.season)
        found[id] = (min(years), max(years))
    return found


def films_of_works(scene: Scene) -> dict[str, list[str]]:
    """The films of every titled work, by plain title."""
    found: dict[str, list[str]] = {}
    for label, film in scene.rows(WORKS):
        found.setdefault(plain_title(label), []).append(film)
    return found


def not_begun(scene: Scene, award: str) -> Iterator[Lack]:
    """An award of which no edition is known by the day."""
    if not scene.coverage.nights(award).known(scene.day, nominated=True):
        yield Lack(LackKind.NOT_DECIDED, award)


def is_looked_at(looked_at: Range, edition: EditionRow) -> bool:
    """Whether an edition is in the ranges named."""
    return is_within(looked_at.editions, edition.number) and is_within(looked_at.seasons, edition.season)


def unsure(scene: Scene, looked_at: Range, award: str, films: dict[str, tuple[int, int]]) -> Iterator[Lack]:
    """The editions looked at whose day may have come or not: those near the films, where there are any."""
    for edition in scene.keep(("unsure", award), lambda: partly_dated(scene, award)):
        is_near = not films or any(first - 1 <= edition.season <= last + 1 for first, last in films.values())
        if is_near and is_looked_at(looked_at, edition):
            yield Lack(LackKind.NOT_DECIDED, award, None, edition.number, edition.number)


def partly_dated(scene: Scene, award: str) -> list[EditionRow]:
    """The editions that may have been held by the day or not."""
    return [edition for edition in scene.record.editions(award) if edition.decided <= scene.as_of < edition.held_last]


def to_come(scene: Scene, looked_at: Range, award: str, films: dict[str, tuple[int, int]]) -> Iterator[Lack]:
    """The next edition, where it may be one that honours a film of the claim."""
    nights = scene.coverage.nights(award)
    known = nights.known(scene.day, nominated=looked_at.outcome is Outcome.NOMINATED)
    if not known:
        return  # nothing tells whether the award has begun
    last = nights.editions[known - 1]
    since = last.announced if looked_at.outcome is Outcome.NOMINATED else last.decided
    is_over = (scene.as_of - since).days < BETWEEN_EDITIONS
    for film, (_, year) in films.items():
        is_next = not is_over and year + 1 > last.season and has_its_turn(scene, film, award, last.season)
        if is_next or (year > last.season and not is_named_early(scene, film, award, last.season)):
            yield Lack(LackKind.NOT_DECIDED, award, None, last.number + 1, last.number + 1)


def is_named_early(scene: Scene, film: str, award: str, season: int) -> bool:
    """Whether the award has named a film of a later year for a season already, and so will not name it again."""
    visible = scene.rows(VISIBLE, (scene.day, film, award, scene.day))
    return bool(visible) and all(decided and of <= season for decided, of in visible)


def has_its_turn(scene: Scene, film: str, award: str, season: int) -> bool:
    """Whether a film may be honoured after a season: it is nominated for a later one, or the award never named it.

    A guild honours the films of a year with the academies, so one that they named by then has had its turn there.
    """
    visible = scene.rows(VISIBLE, (scene.day, film, award, scene.day))
    if visible:
        return any(not decided and later > season for decided, later in visible)
    return not scene.rows(OF_ACADEMY, (film, scene.day, season, award))


def pending(scene: Scene, looked_at: Range, award: str, people: Iterable[str]) -> Iterator[Lack]:
    """The editions for which somebody is nominated and that are not decided."""
    if looked_at.outcome is Outcome.NOMINATED:
        return
    for person in people:
        for edition, category in scene.rows(PENDING, (person, award, scene.day, scene.day)):
            if not looked_at.categories or category in looked_at.categories:
                yield Lack(LackKind.NOT_DECIDED, award, None, edition, edition)
