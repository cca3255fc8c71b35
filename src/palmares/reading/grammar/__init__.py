"""The grammar of claims: every rule, in order; a file holds a family of sentences."""

from palmares.reading.grammar import (
    ages,
    attributes,
    events,
    expectations,
    extremes,
    hosts,
    listings,
    nations,
    ordinals,
    outcomes,
    sets,
    tallies,
)
from palmares.reading.rules import Grammar

RULES = (
    *outcomes.RULES,
    *listings.RULES,
    *tallies.RULES,
    *events.RULES,
    *hosts.RULES,
    *ages.RULES,
    *expectations.RULES,
    *ordinals.RULES,
    *sets.RULES,
    *extremes.RULES,
    *nations.RULES,
    *attributes.RULES,
)
"""Every reading rule, in order."""

GRAMMAR = Grammar.of(RULES)

__all__ = ["GRAMMAR", "RULES"]
