"""The grammar of claims: every rule, in order; a file holds a family of sentences."""

from palmares.reading.grammar import ages, events, expectations, outcomes, tallies

RULES = (*outcomes.RULES, *tallies.RULES, *events.RULES, *ages.RULES, *expectations.RULES)

__all__ = ["RULES"]
