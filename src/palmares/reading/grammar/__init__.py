"""The grammar of claims: every rule, in order; a file holds a family of sentences."""

from palmares.reading.grammar import (
    ages,
    attributes,
    counts,
    denials,
    events,
    expectations,
    extremes,
    firsts,
    gaps,
    homelands,
    honours,
    hosts,
    listings,
    lives,
    margins,
    misses,
    nations,
    often,
    ordinals,
    outcomes,
    precedents,
    rolls,
    sets,
    tallies,
    totals,
    whens,
    winners,
)
from palmares.reading.rules import Grammar

RULES = (
    *outcomes.RULES,
    *listings.RULES,
    *honours.RULES,
    *winners.RULES,
    *misses.RULES,
    *firsts.RULES,
    *denials.RULES,
    *tallies.RULES,
    *often.RULES,
    *counts.RULES,
    *totals.RULES,
    *margins.RULES,
    *gaps.RULES,
    *events.RULES,
    *hosts.RULES,
    *ages.RULES,
    *expectations.RULES,
    *ordinals.RULES,
    *precedents.RULES,
    *sets.RULES,
    *rolls.RULES,
    *extremes.RULES,
    *nations.RULES,
    *homelands.RULES,
    *attributes.RULES,
    *whens.RULES,
    *lives.RULES,
)
"""Every reading rule, in order."""

GRAMMAR = Grammar.of(RULES)

__all__ = ["GRAMMAR", "RULES"]
