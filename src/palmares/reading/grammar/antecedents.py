"""The prize that was told of last: what "her second", "the first woman to win" and "the third to do so" leave unsaid.

It is looked for backwards from a word, in its own sentence first. The trap: the prize may have been told of somebody
else, so whoever asks for it names whom the sentence must be about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from palmares.claims import Film, Person
from palmares.reading.context import Frame
from palmares.reading.grammar.deeds import NOMINATED, PRIZES
from palmares.reading.grammar.kindred import Items
from palmares.reading.items import Item
from palmares.reading.kinds import kinds_of
from palmares.reading.roles import PREDICATES, SUBJECTS

REACH = 3
"""Sentences back, its own included, in which a prize is looked for."""
NEAR = 3
"""Items before the last that names a prize in which the prize stands: "the directing award went to"."""
WINNING = frozenset(
    "WON NAMED TRIUMPHED HONOURED CHOSE GAVE WAS BEAT WINNER WIN UPSET LISTED ACCEPTED WENT GOT PICK HAS".split()
)
"""Words by which a prize beside them was won."""
LOSING = frozenset("NOMINATED NOMINATION NOMINEE LOST FELLTO MISSED OPPONENT RIVALS LOSER EMPTY".split())
"""Words by which a prize beside them was lost, or is not yet handed out."""
HOSTING = frozenset("HOSTED HOST HOSTS DUTIES".split())
"""Words by which an ordinal counts evenings as host."""
TOLD_KINDS = PRIZES | {"AWARD", "TROPHY", "EDITION"}
DOERS = frozenset("WON GOT NOMINATED NAMED HONOURED TRIUMPHED LOST HAS GAVE".split())
"""Verbs of a deed that later words may stand for."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was told: the prizes, the body named with them, the film they were for, and whether they were lost.

    `is_nomination`: whether it was told by a nomination or a defeat. `tail` is the deed's run of words after `verb`,
    `is_whole` whether nothing after it narrows it, and `is_about` whether it is told of whom the later words speak, and
    nobody else came between.
    """

    prizes: Items
    body: Item | None
    film: Item | None
    is_nomination: bool
    is_loss: bool
    verb: Item
    tail: Items
    is_whole: bool
    is_about: bool


def stretches_before(at: Frame, word: Item) -> Iterator[Sequence[Item]]:
    """The items before a word in its sentence, then the sentences before that in its paragraph, nearest first."""
    place = at.place
    if place is None:
        return
    items = place.sentence.items
    here = next((number for number, item in enumerate(items) if is_at(item, word)), 0)
    yield items[:here]
    for sentence in reversed(place.earlier[-REACH + 1 :]):
        if sentence.paragraph != place.sentence.paragraph:
            return
        yield sentence.items


def is_at(item: Item, word: Item) -> bool:
    """Whether an item is the word looked for, though perhaps with another meaning."""
    return (item.start, item.end, item.kind) == (word.start, word.end, word.kind)


def told_before(at: Frame, word: Item, who: Item | None) -> Told | None:
    """The prize told of last before a word, perhaps of somebody else."""
    others = False
    for items in islice(stretches_before(at, word), REACH):
        kinds = {item.kind for item in items}
        if not kinds.isdisjoint(TOLD_KINDS):
            if kinds.isdisjoint(WINNING | LOSING) or not kinds.isdisjoint(HOSTING):
                return None
            told = told_in(items, who)
            return replace(told, is_about=False) if others else told
        others = others or any(is_other(item, who) for item in items)
    return None


def told_of(at: Frame, word: Item, who: Item | None) -> Told | None:
    """The prize told of last before a word, where it was told of that person or film."""
    told = told_before(at, word, who)
    return told if told is not None and told.is_about else None


def is_other(item: Item, who: Item | None) -> bool:
    """Whether a mention is of a person other than this one."""
    return who is not None and isinstance(item.value, Person) and item.value != who.value


def told_in(items: Sequence[Item], who: Item | None) -> Told:
    """The last prize of these items, as it is told."""
    last = max(place for place, item in enumerate(items) if item.kind in TOLD_KINDS)
    start = next((place + 1 for place in range(last, -1, -1) if items[place].kind in ("SEMI", "COLON", "DASH")), 0)
    part, start = start, max(start, *(place for place in range(last) if is_subject(items, place)), 0)
    verb = next((place for place in range(last, start - 1, -1) if items[place].kind in DOERS), None)
    after = [item.kind for item in items[last + 1 : last + 4]]
    around = [item.kind for item in items[start : last + 1]] + after
    losing = [kind for kind in around if kind in LOSING]
    clause = items[verb if verb is not None else max(start, last - NEAR) : last + 1]
    is_nomination = bool(losing) and not (verb is not None and items[verb].kind in WINNING)
    prizes = tuple(item for item in clause if item.kind in PRIZES)
    body = next((item for item in reversed(clause) if item.kind in ("AWARD", "TROPHY") and item.award), None)
    films = [item for item in items[last + 1 :] if isinstance(item.value, Film)]
    tail = deed_of(items, verb) if verb is not None else ()
    return Told(
        prizes,
        body,
        films[0] if len(films) == 1 else None,
        is_nomination,
        not set(losing).isdisjoint(("LOST", "FELLTO")),
        items[verb] if verb is not None else items[last],
        tail,
        verb is not None and is_whole(items[verb + 1 + len(tail) :]),
        who is None or any(is_same(item, who) for item in items[part:]),
    )


def is_subject(items: Sequence[Item], place: int) -> bool:
    """Whether a verb follows a name or pronoun here directly."""
    return items[place].kind in SUBJECTS and items[place + 1].kind in PREDICATES


def is_same(item: Item, who: Item) -> bool:
    """Whether a mention stands for the same person or film."""
    return isinstance(item.value, (Film, Person)) and item.value == who.value


DEED = frozenset(kinds_of("DEED")) | {"COMMA", "AND"}
LEANING = frozenset("COMMA AND FOR WITH OF NOT BOTH OR TO POSS WON GOT NOMINATED TONOMINATED".split())


def deed_of(items: Sequence[Item], verb: int) -> Items:
    """The run of words after a verb that belongs to its deed."""
    end = verb + 1
    while end < len(items) and items[end].kind in DEED:
        end += 1
    while end > verb + 1 and items[end - 1].kind in LEANING:
        end -= 1
    return tuple(items[verb + 1 : end])


WHOLE = frozenset(
    "FOR FILM FILMOF COMMA STOP TIME AND AT IN YEAR AWARD EDITION ALSO SAME ON DATE OVER BEAT PERSON PERSONOF".split()
)


def is_whole(rest: Sequence[Item]) -> bool:
    """Whether nothing after a deed narrows it, so that "to do so" is to do that and no more."""
    last = next((place for place in range(len(rest) - 1, -1, -1) if rest[place].kind == "COMMA"), len(rest))
    return all(item.kind in WHOLE for item in rest[:last])


def deed_told(told: Told) -> tuple[Item, Items]:
    """The verb and the words of the deed that was told, without commas."""
    kind = "NOMINATED" if told.verb.kind in NOMINATED else told.verb.kind
    kind = "WON" if kind in ("NAMED", "HONOURED", "TRIUMPHED", "GAVE") else kind
    return told.verb.of_kind(kind), tuple(item for item in told.tail if item.kind not in ("COMMA", "AND", "BOTH"))
