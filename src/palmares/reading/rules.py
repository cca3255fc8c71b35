"""What a reading rule is, and how its pattern's captures become claims.

A rule is a name, a pattern over items, and a pure function that returns a claim or None. The function is called once
for every frame and every way to take an ambiguous mention; it neither queries, ranks nor raises. The trap: a list
("picture, director and editing") is one capture, and the rule is asked once for each of its items, each with its own
span.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from palmares.claims import Claim
from palmares.reading.items import Item
from palmares.reading.kinds import CODES
from palmares.reading.kinds import code as code_of
from palmares.reading.pattern import Pattern, compile_pattern
from palmares.reading.roles import PREDICATES

Capture: TypeAlias = "Item | tuple[Item, ...] | None"
Claims: TypeAlias = "Claim | tuple[Claim, ...] | None"


@dataclass(frozen=True, slots=True)
class Rule:
    """A reading rule.

    `id`: lasting, kebab-case, in a family (`outcomes/won-prize`). `pattern`: over items. `make`: given the frame and
    the captures by name, the claim of one match; several claims are as many readings. `each`: the capture that is a
    list, whose items are claims of their own; without it a list is handed over whole. `priority`: among readings of one
    family over one span, the higher is kept. `tail`: the capture at which the span starts, where what stands before it
    belongs to another claim.
    """

    id: str
    pattern: Pattern
    make: Callable[..., Claims]
    each: str | None = None
    priority: int = 0
    tail: str | None = None

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]


def rule(
    id: str,
    pattern: str,
    make: Callable[..., Claims],
    *,
    each: str | None = None,
    priority: int = 0,
    tail: str | None = None,
) -> Rule:
    """A rule from its pattern's text."""
    return Rule(id, compile_pattern(pattern), make, each, priority, tail)


@dataclass(frozen=True, slots=True)
class Match:
    """One way a rule's pattern fits a sentence: the places of its items, and the captures."""

    rule: Rule
    first: int
    last: int
    captures: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Offer:
    """A rule in the index: the kinds that a sentence must all have, and the sets of which it must have one each."""

    place: int
    rule: Rule
    all_of: int
    one_of: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, with an index by which a sentence is offered only those rules that its items could fit."""

    rules: tuple[Rule, ...]
    index: Mapping[str, tuple[Offer, ...]]

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> Grammar:
        """The grammar of these rules: each stands in the index under the rarest kinds that it cannot do without."""
        index: dict[str, list[Offer]] = {}
        for place, rule in enumerate(rules):
            needs = rule.pattern.needs
            single = frozenset(letter for need in needs if len(need) == 1 for letter in need)
            offer = Offer(place, rule, bits(single), tuple({bits(need) for need in needs if len(need) > 1}))
            for letter in min(needs, key=rarity):
                index.setdefault(letter, []).append(offer)
        return cls(tuple(rules), {letter: tuple(offers) for letter, offers in index.items()})

    def matches(self, code: str) -> Iterator[Match]:
        """Where any rule's pattern fits a sentence, given as its code; in the order of the rules."""
        letters = set(code)
        kinds = bits(letters)
        offered: dict[int, Rule] = {}
        for letter in letters:
            for offer in self.index.get(letter, ()):
                if kinds & offer.all_of == offer.all_of and all(kinds & one_of for one_of in offer.one_of):
                    offered[offer.place] = offer.rule
        for place in sorted(offered):
            yield from matches(offered[place], code)


def bits(letters: Iterable[str]) -> int:
    """A set of kinds as the bits of a number."""
    number = 0
    for letter in letters:
        number |= BITS[letter]
    return number


BITS = {letter: 1 << place for place, letter in enumerate(CODES.values())}
"""A bit for each kind."""

COMMON = frozenset(
    map(code_of, "COMMA AND FILM PERSON FILMOF PERSONOF WAS FOR OF IN TO AT WITH NUMBER OTHER STOP HE SAME".split())
)
"""Kinds that most sentences have, by which no rule is looked up where it can be helped."""


def rarity(need: frozenset[str]) -> tuple[int, int, str]:
    """How rare the kinds of a term are: those without common kinds first, then the smaller term."""
    return (len(need & COMMON), len(need), min(need))


def matches(rule: Rule, code: str) -> Iterator[Match]:
    """Where one rule's pattern fits a sentence."""
    pattern = rule.pattern
    if not pattern.is_compiled and not is_in_order(pattern.needs, code):
        return
    for found in pattern.expression.finditer(code):
        spans = {name: found.span(name) for name in pattern.names if found[name] is not None}
        yield Match(rule, found.start(), found.end(), spans)


def is_in_order(needs: Sequence[frozenset[str]], code: str) -> bool:
    """Whether a sentence has an item for each term, in their order; asked to put off compiling an expression."""
    place = 0
    for need in needs:
        found = [at for letter in need if (at := code.find(letter, place)) >= 0]
        if not found:
            return False
        place = min(found) + 1
    return True


@dataclass(frozen=True, slots=True)
class Instance:
    """A match with its captures as items, one item of the rule's list at a time, and the span it is read from."""

    captures: Mapping[str, Capture]
    start: int
    end: int


LISTED = frozenset(("COMMA", "AND", "BOTH"))
REPEATED = frozenset(("FOR", "ITS", "HIS", "TO"))


def is_link(items: Sequence[Item], place: int, first: int) -> bool:
    """Whether an item of a list that starts at `first` only joins others: a comma, "and", or "for" or "its" after."""
    kind = items[place].kind
    return kind in LISTED or (kind in REPEATED and place > first and is_link(items, place - 1, first))


def instances(match: Match, items: Sequence[Item]) -> Iterator[Instance]:
    """The match once for each item of its list, or once as it is."""
    pattern, each = match.rule.pattern, match.rule.each
    captures: dict[str, Capture] = dict.fromkeys(pattern.names)
    for name, (first, last) in match.captures.items():
        if name in pattern.lists or name == each:
            last = list_end(match, items, first, last) if name == each else last
            captures[name] = tuple([items[place] for place in range(first, last) if not is_link(items, place, first)])
        else:
            captures[name] = next((item for item in items[first:last] if item.kind not in LISTED), items[first])
    first = match.captures.get(match.rule.tail or "", (match.first, match.first))[0]
    start, end = edge(items, first, match.last), items[match.last - 1].end
    members = captures.get(each) if each else None
    if each is None or not isinstance(members, tuple):
        yield Instance(captures, start, end)
        return
    for place, member in enumerate(members):
        beside = paired(captures, each, place, len(members))
        if beside is not None:
            yield Instance({**captures, **beside, each: member}, *member_span(match, members, place, (start, end)))


def list_end(match: Match, items: Sequence[Item], first: int, last: int) -> int:
    """Where a list of names really ends: before one that opens the next clause.

    "beating Minari, and Soul best animated film" goes on with a prize; the relative clause in ", which lost to
    Moonlight, and La La Land," ends with its comma.
    """
    names = [place for place in range(first, last) if items[place].kind in LISTABLE]
    has_and = False
    for one, other in pairwise(names):
        is_and = "AND" in [item.kind for item in items[one + 1 : other]]
        if is_and and has_and and last < len(items) and items[last].kind not in ("STOP", "SEMI"):
            return one + 1  # "beat A and B, and C, D and E won": the second "and" opens a clause
        has_and = is_and
    if len(names) < 2 or items[names[-1] - 1].kind != "AND":
        return last
    after = [item.kind for item in items[last : last + 2] if item.end > item.start]
    is_gapped = after[:1] in (["PRIZE"], ["WEAKPRIZE"], ["BY"])  # "A was beaten by B, and C by D"
    is_next = last == match.last and (is_gapped or is_verb(items, last))
    is_beyond = items[match.first].kind in ("WHICH", "WHO") and items[names[-1] - 2].kind == "COMMA"
    return names[-2] + 1 if is_next or is_beyond else last


def is_verb(items: Sequence[Item], place: int) -> bool:
    """Whether a verb of winning or losing stands here: "A beat B and C beat D"."""
    return place < len(items) and items[place].kind in PREDICATES and items[place].end > items[place].start


LISTABLE = frozenset(("FILM", "FILMOF", "PERSON", "PERSONOF", "WORK", "WORKOF"))


def paired(captures: Mapping[str, Capture], each: str, place: int, size: int) -> Mapping[str, Capture] | None:
    """What stands beside one item of a list: its partner ("X and Y won A and B") in another list, or the one for all.

    None where the lists differ in length, so that nobody can tell who has what.
    """
    beside: dict[str, Capture] = {}
    for name, capture in captures.items():
        if name == each or not isinstance(capture, tuple):
            continue
        if len(capture) not in (1, size):
            return None
        beside[name] = capture[place if len(capture) == size else 0]
    return beside


def edge(items: Sequence[Item], first: int, last: int) -> int:
    """Where the text of a match starts: at its first item that has a width."""
    return next((item.start for item in items[first:last] if item.end > item.start), items[first].start)


def member_span(match: Match, members: tuple[Item, ...], place: int, span: tuple[int, int]) -> tuple[int, int]:
    """The span of one item of a list: the first takes what stands before, the last of an opening list what follows."""
    assert match.rule.each is not None
    opens = match.captures[match.rule.each][0] == match.first
    member = members[place]
    if len(members) == 1:
        return span
    if opens:
        return (member.start, span[1] if place == len(members) - 1 else member.end)
    return (span[0] if place == 0 else member.start, member.end)


LEAST = 0.4
"""The weight of the least likely of the others that a mention may mean."""


def variants(captures: Mapping[str, Capture]) -> Iterator[tuple[Mapping[str, Capture], float]]:
    """The captures as they are, then with each ambiguous mention taken another way, with what that costs."""
    yield captures, 1.0
    for name, capture in captures.items():
        if isinstance(capture, Item):
            for place, other in enumerate(capture.others):
                yield {**captures, name: capture.meaning(other)}, max(0.8 - 0.1 * place, LEAST)
