"""What coverage lacks for the rows of a selection: one function for each kind of selection.

Asked for the rows that entered within a stretch of days, since the place of a subject needs only what came before it.
The trap: a prize not yet handed out is a lack only where it is asked for by itself; a longer range means "so far".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from palmares.claims import MEASURES as MEASURE_NODES
from palmares.claims import (
    And,
    Compare,
    Count,
    Exists,
    Feat,
    Film,
    OfAward,
    OfCategory,
    OfEditions,
    OfFilm,
    OfPerson,
    OfSeasons,
    Operator,
    Outcome,
    Person,
    Select,
    Selection,
    Trait,
    Unit,
    WithOutcome,
    WithTrait,
)
from palmares.errors import UnknownName
from palmares.record.compare import holds
from palmares.record.groups import Group, group_values, named_in, selections_in
from palmares.record.lacks import NOTHING, Lack, LackKind, Shortfall, Stretch
from palmares.record.probes import attributes_unknown
from palmares.record.rows import EditionRow, PersonRow
from palmares.record.scene import Scene
from palmares.record.traits import PERSONAL
from palmares.record.values import Value

YEAR = dt.timedelta(days=366)
"""After this long without an edition in the record, one may have been held that it does not hold."""

FILM_SEASONS = 3
"""How many seasons before a day the other prizes of a film may have been given."""

GROWING = frozenset({Operator.GE, Operator.GT})


@dataclass(slots=True)
class Asked:
    """What the constraints of one selection ask for, by kind."""

    award: str | None = None
    editions: OfEditions | None = None
    seasons: OfSeasons | None = None
    categories: tuple[str, ...] = ()
    outcome: Outcome = Outcome.NOMINATED
    films: list[str] = field(default_factory=list)
    people: list[PersonRow] = field(default_factory=list)
    traits: list[WithTrait] = field(default_factory=list)
    since: str = ""
    by_person: bool = False

    @property
    def has_range(self) -> bool:
        """Whether editions or seasons are named."""
        return self.editions is not None or self.seasons is not None

    @property
    def has_end(self) -> bool:
        """Whether a last edition or season is named."""
        return any(bounds is not None and bounds.last is not None for bounds in (self.editions, self.seasons))

    @property
    def has_start(self) -> bool:
        """Whether a first edition or season is named."""
        return any(bounds is not None and bounds.first is not None for bounds in (self.editions, self.seasons))

    def covers(self, edition: EditionRow) -> bool:
        """Whether the edition is in the ranges named."""
        return is_within(self.editions, edition.number) and is_within(self.seasons, edition.season)


def is_within(bounds: OfEditions | OfSeasons | None, number: int) -> bool:
    """Whether a range, where there is one, holds a number."""
    return bounds is None or ((bounds.first or 0) <= number and (bounds.last is None or number <= bounds.last))


def asked(scene: Scene, select: Select, units: tuple[Unit, ...]) -> Asked:
    """The constraints of a selection by kind.

    Raises:
        UnknownName: a film or person of it is not in the record.
    """
    found = Asked(by_person=Unit.PERSON in units or Unit.STATUETTE in units)
    for constraint in select.where:
        match constraint:
            case OfAward(str(award)):
                found.award = award
            case OfEditions():
                found.editions = constraint
            case OfSeasons():
                found.seasons = constraint
            case OfCategory(categories):
                found.categories = tuple(str(category) for category in categories)
            case WithOutcome(outcome):
                found.outcome = outcome
            case OfFilm(Film(id)):
                film = scene.record.film(id)
                found.films.append(id)
                found.since = max(found.since, f"{min(film.season, film.release_year or film.season) - 1:04}")
            case OfPerson(Person(id)):
                person = scene.record.person(id)
                found.people.append(person)
                found.since = max(found.since, person.born or "")
            case WithTrait():
                found.traits.append(constraint)
            case _:
                pass
    found.by_person |= bool(found.people) or any(trait.trait in {*PERSONAL, Trait.PEOPLE} for trait in found.traits)
    return found


def select_shortfall(scene: Scene, select: Select, units: tuple[Unit, ...], stretch: Stretch) -> Shortfall:
    """What is lacking of the races a selection ranges over, of the names and of the attributes it asks for."""
    try:
        needs = asked(scene, select, units)
    except UnknownName as error:
        return Shortfall((Lack(LackKind.OUTSIDE_RECORD, detail=error.name),))
    stretch = Stretch(max(stretch.since, needs.since), stretch.until)
    races = Shortfall(tuple(races_missing(scene, needs, stretch)))
    found = races.doubted() if any(trait.trait is Trait.PEOPLE for trait in needs.traits) and races.missing else races
    for trait in needs.traits:
        found |= trait_shortfall(scene, needs, trait, stretch)
    return found | attributes_unknown(scene, select, units, stretch)


def races_missing(scene: Scene, needs: Asked, stretch: Stretch) -> list[Lack]:
    """The races a selection ranges over and the record does not fully hold."""
    if needs.award is not None:
        if needs.award not in scene.record.awards:
            return [Lack(LackKind.OUTSIDE_RECORD, needs.award)]
        return award_missing(scene, needs, needs.award, stretch)
    found: list[Lack] = []
    for award in scene.record.awards:
        if not needs.categories or wanted_categories(scene, needs, award):
            found += award_missing(scene, needs, award, stretch)
    if needs.categories and not any(wanted_categories(scene, needs, award) for award in scene.record.awards):
        return [Lack(LackKind.OUTSIDE_RECORD, None, name) for name in needs.categories]
    pending = [lack for lack in found if lack.kind is not LackKind.NOT_DECIDED or is_pending(scene, lack)]
    return pending or found


def is_pending(scene: Scene, lack: Lack) -> bool:
    """Whether the nominations of an edition not yet decided are out: then it may still count, and not only one day."""
    if lack.award is None or lack.last is None:
        return False
    return any(
        edition.number == lack.last and edition.announced <= scene.as_of
        for edition in scene.record.editions(lack.award)
    )


def award_missing(scene: Scene, needs: Asked, award: str, stretch: Stretch) -> list[Lack]:
    """What is not covered of one award."""
    if not wanted_categories(scene, needs, award):
        return [Lack(LackKind.OUTSIDE_RECORD, award, name) for name in needs.categories or (None,)]
    if (
        needs.people
        and needs.categories
        and not scene.coverage.has_people_named(award, wanted_categories(scene, needs, award))
    ):
        return [Lack(LackKind.PEOPLE_MISSING, award, needs.categories[0])]
    nights = scene.coverage.nights(award)
    start, end = nights.within(needs.editions, needs.seasons)
    visible = min(end, nights.known(scene.day, nominated=needs.outcome is Outcome.NOMINATED))
    editions = nights.editions
    if needs.has_range and visible <= start:
        between = skipped(needs, editions) if end <= start else None
        if between is None:
            return [not_visible(needs, award, editions, editions[start:end])]
        return races_of_award(scene, needs, award, between)
    found = [] if stretch.until else unfinished(scene, needs, award, editions[start:end])
    first, last = nights.during(stretch)
    first, last = max(first, start), min(last, visible)
    if first < last:
        opens = not needs.has_start and nights.held[0][0] >= stretch.since
        found += races_of_award(
            scene, needs, award, (1 if opens else editions[first].number, editions[last - 1].number)
        )
    return found


def unfinished(scene: Scene, needs: Asked, award: str, ranged: Sequence[EditionRow]) -> list[Lack]:
    """The editions that are still to come as far as a selection asks for them."""
    return [*horizon(scene, needs, award), *pending_nights(scene, needs, award, ranged)]


def pending_nights(scene: Scene, needs: Asked, award: str, ranged: Sequence[EditionRow]) -> list[Lack]:
    """The editions of a closed range whose nominations are out and whose winners are not."""
    if not needs.has_end or needs.outcome is Outcome.NOMINATED:
        return []
    return [
        Lack(LackKind.NOT_DECIDED, award, None, edition.number, edition.number)
        for edition in ranged
        if edition.announced <= scene.as_of < edition.decided
    ]


def wanted_categories(scene: Scene, needs: Asked, award: str) -> list[str]:
    """The categories of an award that a selection takes in, as far as the record knows them."""
    genders = frozenset(person.gender for person in needs.people if person.gender in ("f", "m"))
    return scene.coverage.wanted(award, needs.categories, genders)


def not_visible(needs: Asked, award: str, editions: Sequence[EditionRow], ranged: Sequence[EditionRow]) -> Lack:
    """Why nothing is known of the editions named: they are to come, or the record does not hold them."""
    if ranged:
        return Lack(LackKind.NOT_DECIDED, award, None, ranged[0].number, ranged[-1].number)
    first, last = (needs.editions.first, needs.editions.last) if needs.editions else (None, None)
    season = needs.seasons.first if needs.seasons else None
    beyond = (first or 0) > editions[-1].number or (season or 0) > editions[-1].season if editions else False
    return Lack(LackKind.NOT_DECIDED if beyond else LackKind.OUTSIDE_RECORD, award, None, first, last)


def skipped(needs: Asked, editions: Sequence[EditionRow]) -> tuple[int, int] | None:
    """The numbers of editions asked for that the body passed over: between two that the record holds, if they are.

    A season that lies between two editions with consecutive numbers was passed over without using a number up: the
    range then runs backwards, and holds nothing.
    """
    before = [edition for edition in editions if is_before(needs, edition)]
    if not before or len(before) == len(editions):
        return None
    earlier, later = before[-1], editions[len(before)]
    return (earlier.number + 1, later.number - 1)


def is_before(needs: Asked, edition: EditionRow) -> bool:
    """Whether an edition precedes the ranges asked for."""
    editions, seasons = needs.editions, needs.seasons
    early = editions is not None and editions.first is not None and edition.number < editions.first
    return early or (seasons is not None and seasons.first is not None and edition.season < seasons.first)


def horizon(scene: Scene, needs: Asked, award: str) -> list[Lack]:
    """The lack of editions later than the record goes, where the range has no end before them."""
    editions = scene.coverage.nights(award).editions
    if not editions or needs.has_end or scene.as_of <= editions[-1].held_last + YEAR:
        return []
    return [Lack(LackKind.OUTSIDE_RECORD, award, None, editions[-1].number + 1, None)]


def races_of_award(scene: Scene, needs: Asked, award: str, editions: tuple[int, int]) -> list[Lack]:
    """What is not covered of the categories wanted in a range of editions: worked out once for each kind of need."""
    nominees = needs.outcome in (Outcome.NOMINATED, Outcome.LOST)
    genders = frozenset(person.gender for person in needs.people)
    key = (award, needs.categories, editions, (nominees, needs.outcome is Outcome.LOST), needs.by_person, genders)
    kept = scene.coverage.kept_missing
    if key not in kept:
        categories = wanted_categories(scene, needs, award)
        kept[key] = tuple(
            lack
            for category in categories
            for lack in category_missing(scene, needs, award, category, editions=editions)
        )
    return list(kept[key])


def category_missing(scene: Scene, needs: Asked, award: str, category: str, *, editions: tuple[int, int]) -> list[Lack]:
    """What is not covered of one category in a range of editions."""
    nominees = needs.outcome in (Outcome.NOMINATED, Outcome.LOST) and scene.record.categories[category].competitive
    spans = (False, True) if nominees and needs.outcome is Outcome.LOST else (nominees,)
    holes = (scene.coverage.holes(award, category, *editions, nominees=span) for span in spans)
    found = [Lack(hole.kind, award, category, hole.first, hole.last) for hole in next(filter(None, holes), ())]
    given_to_people = needs.categories or scene.record.categories[category].credit == "person"
    winners = needs.outcome in (Outcome.WON, Outcome.TIED)
    if (
        needs.by_person
        and given_to_people
        and scene.coverage.has_names_missing(award, category, editions, winners=winners)
    ):
        found.append(Lack(LackKind.PEOPLE_MISSING, award, category, *editions))
    return found


def trait_shortfall(scene: Scene, needs: Asked, trait: WithTrait, stretch: Stretch) -> Shortfall:
    """What is lacking for a trait itself: the rows it counts, the measure it is compared with, or all of it."""
    found = NOTHING
    if isinstance(trait.value, MEASURE_NODES):
        lacks = scene.measure(trait.value).lacks
        found |= Shortfall(lacks, lacks)
    if trait.trait in (Trait.DEBUT, Trait.UNRECORDED):
        kind = LackKind.OUTSIDE_RECORD if trait.trait is Trait.UNRECORDED else LackKind.UNKNOWN_ATTRIBUTE
        detail = trait.value if isinstance(trait.value, str) else trait.trait.value
        found |= Shortfall((Lack(kind, detail=detail),))
    elif trait.trait in (Trait.EARLIER_NOMINATIONS, Trait.EARLIER_WINS):
        earlier = Asked(award=needs.award, people=needs.people, by_person=True)
        earlier.outcome = Outcome.WON if trait.trait is Trait.EARLIER_WINS else Outcome.NOMINATED
        missing = Shortfall(tuple(races_missing(scene, earlier, Stretch(needs.since, last_day(scene, needs, stretch)))))
        found |= missing if trait.operator in GROWING else missing.doubted()
    return found


def last_day(scene: Scene, needs: Asked, stretch: Stretch) -> str:
    """The day before which earlier nominations matter: that of the last edition asked for."""
    if stretch.until or needs.award is None or needs.award not in scene.record.awards or not needs.has_end:
        return stretch.until
    days = [edition.held_last for edition in scene.record.editions(needs.award) if needs.covers(edition)]
    return max(days).isoformat() if days else ""


def and_shortfall(scene: Scene, node: And, units: tuple[Unit, ...], stretch: Stretch) -> Shortfall:
    """What is lacking on either side. A unit may have entered one side long before it entered both."""
    sides = widened(stretch, (node.on,))
    return scene.shortfall(node.left, (node.on,), sides) | scene.shortfall(node.right, (node.on,), sides)


def feat_shortfall(scene: Scene, node: Feat, units: tuple[Unit, ...], stretch: Stretch) -> Shortfall:
    """What is lacking for the groups and for what they must have.

    Where more rows can only help a group (`>=`, `>`, existence), missing rows leave the groups found standing; else
    not.
    """
    if is_ruled_out(scene, node):
        return NOTHING
    found = scene.shortfall(node.of, node.by, stretch)
    inner = widened(Stretch(max(stretch.since, first_day(scene, node)), stretch.until), node.by)
    parts = [scene.shortfall(selection, node.by, inner) for selection in selections_in(node.having)]
    for part in parts:
        found |= part if is_growing(node.having) else part.doubted()
    return found


def is_ruled_out(scene: Scene, node: Feat) -> bool:
    """Whether all whom a feat names have too much already of what it allows so much of: more rows change nothing."""
    left, right = node.having.left, node.having.right
    if node.having.operator is not Operator.EQ or not isinstance(left, Count) or not isinstance(right, int):
        return False
    names = named_in(node.of, node.by[0]) if len(node.by) == 1 and node.by[0] in NAMED else set()
    groups: list[Group] = [(name,) for name in sorted(names, key=repr)]
    counted = group_values(scene, left, node.by, groups)
    return bool(groups) and all(holds(counted(group), Operator.GT, Value(right)) for group in groups)


NAMED = (Unit.FILM, Unit.PERSON)
"""Units of which a selection may name one."""


def first_day(scene: Scene, node: Feat) -> str:
    """The day of a feat's first row, near which other prizes of its films lie; other groups reach back without end."""
    if Unit.FILM not in node.by:
        return ""
    relation = scene.relation(node.of)
    return scene.rows(f"SELECT min(day) FROM ({relation.sql})", relation.parameters)[0][0] or ""


def widened(stretch: Stretch, units: tuple[Unit, ...]) -> Stretch:
    """The days on which other rows of a group that entered in a stretch may lie."""
    if not stretch.since or Unit.EDITION in units or Unit.RACE in units or Unit.YEAR in units:
        return stretch
    since = f"{int(stretch.since[:4]) - FILM_SEASONS:04}" if Unit.FILM in units else ""
    return Stretch(since, stretch.until)


def is_growing(having: Compare) -> bool:
    """Whether more rows can only make the condition hold."""
    if isinstance(having.left, Exists):
        return having.operator is Operator.EQ and having.right is True
    return isinstance(having.left, Count) and having.operator in GROWING and isinstance(having.right, (int, float))


SHORTFALLS: dict[type[Selection], Callable[[Scene, Any, tuple[Unit, ...], Stretch], Shortfall]] = {
    Select: select_shortfall,
    And: and_shortfall,
    Feat: feat_shortfall,
}
"""What coverage lacks for every kind of selection."""
