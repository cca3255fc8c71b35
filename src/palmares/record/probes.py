"""Rows that may or may not belong to a selection, because an attribute of somebody or something concerned is not known.

One query looks for them: all constraints that are certain, and those on attributes as far as they are not ruled out.
"""

from __future__ import annotations

from palmares.claims import Constraint, OfCountry, OfWork, Select, Trait, Unit, WithTrait
from palmares.record.lacks import NOTHING, Lack, LackKind, Shortfall, Stretch
from palmares.record.rows import WORK_CATEGORY
from palmares.record.scene import Scene
from palmares.record.select import CONSTRAINTS_SQL, conditions, has_personal_trait, statement, trait_condition
from palmares.record.traits import ALWAYS, PERSONAL, Condition, TraitCondition

SHOWN = 3
"""How many of the people or films concerned a lack names."""

COUNTRY_UNKNOWN = (
    "CASE WHEN (SELECT credit FROM category WHERE id = n.category) = 'country' THEN n.country IS NULL"
    " ELSE NOT EXISTS (SELECT 1 FROM nomination_film yf JOIN film_country y ON y.film = yf.film"
    " WHERE yf.nomination = n.row) END"
)

NEVER_KNOWN = (Trait.DEBUT, Trait.UNRECORDED)


def attributes_unknown(scene: Scene, select: Select, units: tuple[Unit, ...], stretch: Stretch) -> Shortfall:
    """A lack that names some of those whose attribute would decide, or nothing."""
    uncertain = [constraint for constraint in select.where if is_uncertain(constraint)]
    if not uncertain and Unit.COUNTRY not in units:
        return NOTHING
    certain = [constraint for constraint in select.where if constraint not in uncertain]
    both = [either(scene, constraint) for constraint in uncertain]
    wanted = [
        *conditions(scene, certain, personal=has_personal_trait(select)),
        *(pair.maybe for pair in both),
        *days(stretch),
        not_sure(both, units),
    ]
    relation = statement(scene, select, (), wanted)
    rows = scene.rows(
        f"SELECT DISTINCT row FROM ({relation.sql}) ORDER BY day, row LIMIT ?", (*relation.parameters, SHOWN)
    )
    if not rows:
        return NOTHING
    nominations = scene.record.nominations(row for (row,) in rows)
    personal = any(isinstance(constraint, WithTrait) and constraint.trait in PERSONAL for constraint in uncertain)
    concerned = [
        who.label for nomination in nominations for who in (nomination.people if personal else nomination.films)
    ]
    return Shortfall((Lack(LackKind.UNKNOWN_ATTRIBUTE, detail=", ".join(dict.fromkeys(concerned))),))


def is_uncertain(constraint: Constraint) -> bool:
    """Whether the constraint is on an attribute that may not be known."""
    return isinstance(constraint, (OfCountry, OfWork, WithTrait)) and not (
        isinstance(constraint, WithTrait) and constraint.trait in NEVER_KNOWN
    )


def either(scene: Scene, constraint: Constraint) -> TraitCondition:
    """Where the constraint surely holds and where it may."""
    if isinstance(constraint, WithTrait):
        return trait_condition(scene, constraint)
    surely = CONSTRAINTS_SQL[type(constraint)](scene, constraint)
    unknown = Condition(COUNTRY_UNKNOWN) if isinstance(constraint, OfCountry) else work_unknown(scene)
    return TraitCondition(
        surely, Condition(f"({surely.sql}) OR ({unknown.sql})", (*surely.parameters, *unknown.parameters))
    )


def work_unknown(scene: Scene) -> Condition:
    """That the title of the work is not recorded."""
    categories = scene.coverage.with_children([WORK_CATEGORY])
    return Condition(f"n.detail IS NULL AND n.category IN ({', '.join('?' * len(categories))})", categories)


def not_sure(both: list[TraitCondition], units: tuple[Unit, ...]) -> Condition:
    """That one of the constraints is not sure to hold, or that the country asked for as a unit is not known."""
    parts = [Condition(f"(({pair.surely.sql}) IS NOT 1)", pair.surely.parameters) for pair in both]
    if Unit.COUNTRY in units:
        parts.append(Condition(COUNTRY_UNKNOWN))
    joined = " OR ".join(f"({part.sql})" for part in parts)
    return Condition(joined, tuple(parameter for part in parts for parameter in part.parameters)) if parts else ALWAYS


def days(stretch: Stretch) -> list[Condition]:
    """That the prize was handed out within a stretch of days."""
    made = [Condition("n.held >= ?", (stretch.since,))] if stretch.since else []
    return [*made, Condition("n.held < ?", (stretch.until,))] if stretch.until else made
