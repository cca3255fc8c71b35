"""Patterns over the items of a sentence, written as words and matched as one regular expression.

A pattern is read left to right: `who:SUBJECT .. WON what:PRIZE+`. An upper-case word is a kind, or a class of kinds
from `kinds.CLASSES`; `name:` captures it; `+` takes a list ("picture, director and editing"), `*` a run as long as it
will go and `%` one as short as will do, or none; `?` makes it optional; `~` passes over a few plain words, `..` is a
short gap and `...` a long one, `'s` over a possessor; `!KIND` forbids a kind to follow, `=KIND` asks for it, `<KIND`
forbids it before; `( … )?` makes several terms optional together, and what follows a `/` is asked for without being
part of the match; gaps pass over anything but a barrier (another predicate, a denial, a condition, a semicolon). Every
item of a sentence is one character, so matching costs one pass of native code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from palmares.reading.items import Item
from palmares.reading.kinds import BARRIERS, CODES, LIGHT, code, kinds_of, set_of

GROUPS = {"(": "(?:", ")?": ")?", "/": "(?="}
LOOKAHEAD = {"!": "?!", "=": "?=", "<": "?<!"}
SHORT_GAP, LONG_GAP = 5, 12


def encode(items: tuple[Item, ...]) -> str:
    """The sentence as one character an item."""
    return "".join([CODES[item.kind] for item in items])


def gap(longest: int) -> str:
    """A run of up to `longest` items that are no barriers, as short as will do."""
    return f"{set_of(BARRIERS, is_negated=True)}{{0,{longest}}}?"


POSSESSOR = f"(?:{set_of(('PERSONOF', 'FILMOF'))}{code('POSS')})?"
GAPS = {"'s": POSSESSOR, "~": f"{set_of(LIGHT)}{{0,3}}?", "..": gap(SHORT_GAP), "...": gap(LONG_GAP)}


COMPILED: dict[str, re.Pattern[str]] = {}
"""The expressions that have been compiled."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern: its text, the expression for it, its captures, and the kinds of which a sentence must have one."""

    source: str
    regex: str
    names: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    lists: frozenset[str]

    @property
    def expression(self) -> re.Pattern[str]:
        """The compiled expression; compiled when first asked for, since most rules fit nothing in most articles."""
        if self.regex not in COMPILED:
            COMPILED[self.regex] = re.compile(self.regex)
        return COMPILED[self.regex]

    @property
    def is_compiled(self) -> bool:
        """Whether the expression has been compiled."""
        return self.regex in COMPILED

    @property
    def has_list_first(self) -> bool:
        """Whether the first term takes a list."""
        return "+" in self.source.split()[0]


TERM = re.compile(r"(?:(?P<name>[a-z]+):)?(?P<kind>[A-Z-]+)(?P<list>[+*%])?(?P<optional>\?)?$")


def compile_pattern(source: str) -> Pattern:
    """The pattern for its text; a word that is no kind or class is a kind of its own."""
    parts, names, needs, lists = [], [], [], set()
    is_grouped = False
    for word in source.split():
        if word in GROUPS:
            parts.append(GROUPS[word])
            is_grouped = word == "("
            continue
        if word[0] in LOOKAHEAD:
            parts.append(f"({LOOKAHEAD[word[0]]}{any_of(word[1:])})")
            continue
        if word in GAPS or word in ANCHORS:
            parts.append(GAPS.get(word) or ANCHORS[word])
            continue
        term = TERM.match(word)
        if term is None:
            raise ValueError(f"pattern {source!r}: {word!r} is no term")
        body = lists_of(term["kind"], term["list"])
        if term["name"]:
            names.append(term["name"])
            lists.update([term["name"]] if term["list"] else [])
            body = f"(?P<{term['name']}>{body})"
        if term["optional"] or term["list"] == "%":
            body = f"(?:{body})?"
        elif not is_grouped:
            needs.append(codes_of(term["kind"]))
        parts.append(body)
    asked = ")" if "/" in source.split() else ""
    return Pattern(source, "".join(parts) + asked, tuple(names), tuple(needs), frozenset(lists))


def further(kinds: list[str]) -> str:
    """The other items of a list, which may say again what stood before it: "for its score and for its costumes".

    A prize after which a verb stands opens the next clause instead.
    """
    more = set_of(kind for kind in kinds if kind not in NEVER_LISTED)
    again = "FOR ITS HIS" if "PRIZE" in kinds else "TO" if "PERSONOF" in kinds else "FOR"
    repeated = f"{set_of(again.split())}{{0,2}}"
    return f"(?:{SEPARATOR}{repeated}{more}{NEXT_CLAUSE if 'PRIZE' in kinds else ''})*"


@cache
def codes_of(name: str) -> frozenset[str]:
    """The characters of the kinds that a word stands for."""
    return frozenset(map(code, kinds_of(name)))


@cache
def lists_of(name: str, sign: str | None) -> str:
    """One item of the kinds that a word stands for, or the list or run of them that a sign asks for."""
    kinds = kinds_of(name)
    if sign == "*":
        return run(kinds)
    one = set_of(kinds)
    return f"(?:{SEPARATOR}?{one})*?" if sign == "%" else one + (further(kinds) if sign else "")


def run(kinds: list[str]) -> str:
    """A run of these kinds as long as it will go, which does not end on a word that leans on the next."""
    firm = [kind for kind in kinds if kind not in LEANING and kind not in BOUND]
    leaning = [kind for kind in kinds if kind in LEANING]
    ways = [set_of(firm)]
    if leaning:
        ways.append(f"{set_of(leaning)}(?={set_of([*firm, *leaning, *BOUND])})")
    ways += [f"(?<={set_of(before.split())}){code(kind)}" for kind, before in BOUND.items() if kind in kinds]
    one = f"(?:{'|'.join(ways)})"
    return f"{one}(?:{SEPARATOR}?{one})*+"


LEANING = frozenset(("FOR", "WITH", "OF", "NOT", "BOTH", "ONLY", "INTENS", "OR", "THEN", "TO", "POSS", "ASMANY"))
"""Kinds that lean on what follows them."""
BOUND = {
    "ITS": "FOR WITH NOT OF TO",
    "HIS": "FOR WITH NOT OF TO",
    "WON": "NOT",
    "GOT": "NOT",
    "NOMINATED": "NOT PRIZE WEAKPRIZE",
    "TONOMINATED": "NOT",
}
"""Kinds that are part of a run only right after one of others: "without its director nominated"."""
NEXT_CLAUSE = f"(?!{code('TROPHY')}?{set_of(('WENT', 'WAS'))})"
"""After the last prize of a list: a verb there makes that prize the subject of the next clause."""
NEVER_LISTED = frozenset(("WHO", "WHICH", "SAME", "HE", "IT"))
"""Kinds that stand for a name before them and so never continue a list."""
SEPARATOR = f"(?:{set_of(('COMMA', 'AND', 'BOTH'))}{{1,2}})"
"""What stands between the items of a list: a comma, "and", or both."""


@cache
def any_of(names: str) -> str:
    """A set of kinds and classes as an expression."""
    return set_of(kind for name in names.split() for kind in kinds_of(name))


AND_BODY = f"{SEPARATOR}{any_of('BODY YEAR TROPHY')}"
"""A further body or year after one: "at the Baftas and the Globes"."""
ANCHORS = {
    "^": "^",
    "$": "(?="
    + "|".join(
        (
            "$",
            any_of("STOP SEMI DASH COLON OPEN CLOSE AFTER TIME WAS BEFORE ALSO"),
            f"{code('COMMA')}(?!{any_of('WHAT TROPHY AWARD NUMBER')})",
            f"{code('AND')}{any_of('ORDINAL SUBJECT ONLY')}",
            f"{any_of('FOR WITH')}{any_of('FILM FILMOF')}(?!{code('SINCE')})",
            f"(?:{code('IN')}{any_of('YEAR')}|{code('AT')}{any_of('BODY')})(?!{AND_BODY}|{code('SINCE')})",
        )
    )
    + ")",
    "#": "(?!"
    + "|".join(
        (
            any_of("OF SINCE AS BY FROM OR NIGHT"),
            f"{code('FOR')}(?!{any_of('FILM FILMOF STOP')})",
            f"{code('WITH')}(?!{any_of('FILM FILMOF')})",
            f"{code('IN')}(?!{any_of('YEAR RACE')})",
            f"{code('AT')}(?!{any_of('BODY')})",
        )
    )
    + ")",
}
"""Conditions on the place between two items."""
