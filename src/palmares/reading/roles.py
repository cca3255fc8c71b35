"""What part a kind of item may play in a clause: a preposition, a predicate, a subject, a name.

Tables that the steps of shaping share. The trap: a kind that stands in none of them is no obstacle to any step.
"""

from __future__ import annotations

PREPOSITIONS = frozenset(
    """
    FOR OF FROM WITH BY IN TO AT AGAINST OVER AFTER SINCE BEFORE THAN ON INCLUDING AS LIKE UNLIKE ASMANY AHEAD BEHIND
    DIRECTEDBY DIRECTED
    """.split()
)
CLAUSE_OPENERS = frozenset(["AFTER", "BEFORE", "SINCE", "AS", "WITH", "THAN"])
"""Prepositions that may open a clause: "after Madison won" has Madison as its subject."""
PREDICATES = frozenset(
    "WON GOT HAS LOST MISSED BEAT UPSET NAMED WAS TRIUMPHED HONOURED NOMINATED HOSTED EMPTY FELLTO".split()
)
SUBJECTS = frozenset(["FILM", "PERSON", "WORK", "HE", "IT", "THEY", "THEFILM", "THEPERSON", "WHO", "WHICH"])
OBLIQUE = {"FILM": "FILMOF", "PERSON": "PERSONOF", "WORK": "WORKOF", "HE": "HIM"}
NAMES = frozenset(("FILM", "PERSON", "WORK", "PERSONOF", "FILMOF"))
SEPARATORS = frozenset(("COMMA", "AND", "BOTH"))
