"""What names are said to have done in words that no rule fits: "Kirsten Dunst actress", "and the audience award".

Between two marks stands a name, a prize, or both; the outcome is that of the nearest word for one, and what is left out
is looked for in the words before. The thing a newcomer gets wrong: such a reading is a guess. It is told only where the
record bears it out, so that it can confirm and never refute.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from palmares.claims import Claim, Film, Outcome, Person
from palmares.reading.context import Frame, Outlook, Place, far_frames, near_frames
from palmares.reading.grammar.building import exists, in_one_race, nominations
from palmares.reading.grammar.counting import tally
from palmares.reading.items import Item, Prize, Sentence, Work
from palmares.reading.spans import balanced
from palmares.reading.stated import has_guess
from palmares.reading.story import Passage, Reading, Readings

ENDS = frozenset("COMMA AND SEMI COLON DASH OPEN CLOSE STOP QUOTE QUESTION BOTH OR".split())
"""Kinds that end a fragment."""
NAMES = frozenset("FILM FILMOF PERSON PERSONOF WORK WORKOF".split())
STANDING = frozenset("SAME HE HIM HIS IT ITS THEFILM THEPERSON WHO WHICH WHOSE".split())
"""Kinds that stand for a name."""
BODIES = frozenset(("AWARD", "EDITION", "TROPHY"))
PRIZES = frozenset(("PRIZE", "WEAKPRIZE", "TOP"))
OUTCOMES = {
    **dict.fromkeys(
        "WON GOT TRIUMPHED NAMED WENT HONOURED GAVE CHOSE TROPHY WINNER WIN ACCEPTED SHAREDBY PICK HAS".split(),
        Outcome.WON,
    ),
    **dict.fromkeys("NOMINATED NOMINATION NOMINEE ROSTER FIELD RACE".split(), Outcome.NOMINATED),
    **dict.fromkeys("LOST BEAT FELLTO MISSED LOSER OVER LOSS UPSET OPPONENT AGAINST".split(), Outcome.LOST),
}
"""What a word says of the names beside and after it."""
STRONGEST = (Outcome.LOST, Outcome.NOMINATED, Outcome.WON)
"""Which outcome counts where a fragment has words for several: "got a nomination" is one of nominations."""
DEFEATS = frozenset(("BEAT", "OVER", "UPSET", "AGAINST"))
YIELDINGS = frozenset(("FELLTO", "LOST"))
VERBS = frozenset("WON GOT TRIUMPHED NAMED WENT HONOURED GAVE CHOSE HAS NOMINATED LOST BEAT FELLTO WAS".split())
"""Kinds of verbs, each of which opens a clause that an earlier "not" says nothing of."""
DENIALS = frozenset(("NOT", "NO", "NEVER"))
UNSURE = frozenset(
    "MODAL IF SEEK EXPECTED FAVOURITE LONGSHOT BE UNLIKE EMPTY STRANGER OTHERPRIZE CITY YETTO COUNTRY".split()
)
"""Kinds in a fragment that tell of no plain outcome, or of somebody unknown."""
RANKS = frozenset("ORDINAL ONLY SINCE MOST FIRSTTIME RECORD YOUNGEST OLDEST LAST".split())
"""Kinds that make a larger claim of the fragment they stand in, and of the one before it."""
NEAREST = 3
"""How many names before a prize are tried as who may have won it."""
WORDS = 4
"""Words that no table knows which a fragment may have; with more it says something else."""
SCORE = 0.5
"""The score of these readings, below what is plausible by itself."""
RULE = "fragments/name"
RIVALS = "fragments/rivals"
PRIZE = "fragments/prize"
NUMBER = "fragments/number"


@dataclass(slots=True)
class Told:
    """What the words before a fragment say, which it may leave out: the outcome, the prize and the names.

    `is_before`: whether the outcome was told in the sentence before, which says little of a name without a prize.
    """

    outcome: Outcome | None = None
    prize: Item | None = None
    names: list[Item] = field(default_factory=list)
    is_denied: bool = False
    is_before: bool = False

    def learn(self, items: Sequence[Item]) -> None:
        """Take in the items of a fragment."""
        for item in items:
            if item.kind in OUTCOMES:
                self.outcome, self.is_before = OUTCOMES[item.kind], False
            self.is_denied = item.kind in DENIALS or (self.is_denied and item.kind not in VERBS)
            self.prize = prize_of(item) or self.prize
            if is_name(item):
                self.names.append(item)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a sentence: its items, the names in it or what stands for one, its prizes and bodies, its outcome.

    `ahead` are the prizes of the stretch after it, where that has no name.
    """

    items: Sequence[Item]
    names: Sequence[Item]
    prizes: Sequence[Item]
    bodies: Sequence[Item]
    outcome: Outcome | None
    ahead: Sequence[Item]
    number: Item | None = None


def fragments(
    text: str, sentence: Sentence, earlier: Sequence[Sentence], *, covered: Sequence[Passage], outlook: Outlook
) -> Iterator[Passage]:
    """The fragments of one sentence that name somebody or something and are covered by no passage.

    Args:
        text: of the document.
        sentence: where to look.
        earlier: the sentences before it that are within reach, in order.
        covered: the passages that rules have read in it.
        outlook: what the story is about.
    """
    items = sentence.items
    if sentence.is_question or has_guess(items) or "IF" in [item.kind for item in items]:
        return
    told = told_before(sentence, earlier)
    pieces = [*stretches(items), (0, 0)]
    for (first, last), after in pairwise(pieces):
        part, beyond = items[first:last], items[slice(*after)]
        if is_open(part, covered) and RANKS.isdisjoint([item.kind for item in beyond]):
            where = Place(sentence, (first, last), earlier, own_award(part))
            frames = (frame for some in (near_frames, far_frames) for frame in some(outlook, where))
            readings = Readings(readings_of(fragment(part, beyond, told), told, frames))
            wide = [item for item in part if item.end > item.start]
            if readings:
                start, end = balanced(text, wide[0].start, wide[-1].end)
                yield Passage(start, end, text[start:end], readings)
        told.learn(part)


def told_before(sentence: Sentence, earlier: Sequence[Sentence]) -> Told:
    """What the sentence before says, as far as this one may go on with it."""
    told = Told()
    if earlier and earlier[-1].paragraph == sentence.paragraph:
        told.learn(earlier[-1].items)
        told.names = told.names[-1:] + told.names[:1]
    told.is_denied, told.is_before = False, told.outcome is not None
    return told


def stretches(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """The places between the marks and links of a sentence."""
    first = 0
    for place, item in enumerate(items):
        if item.kind in ENDS:
            if place > first:
                yield first, place
            first = place + 1
    if first < len(items):
        yield first, len(items)


def is_open(part: Sequence[Item], covered: Sequence[Passage]) -> bool:
    """Whether a stretch has a name or prize, none of them read before, and nothing that makes it unsure."""
    kinds = [item.kind for item in part]
    if not (UNSURE.isdisjoint(kinds) and RANKS.isdisjoint(kinds)) or kinds.count("OTHER") > WORDS or is_narrowed(part):
        return False
    heads = [item for item in part if item.end > item.start and (is_head(item) or item.kind == "NUMBER")]
    return bool(heads) and not any(
        passage.start <= item.start and item.end <= passage.end for item in heads for passage in covered
    )


def is_narrowed(part: Sequence[Item]) -> bool:
    """Whether a word that no table knows narrows a prize or what it is for: "contemporary make-up", "for comedy"."""
    return any(
        (item.kind == "OTHER" and item.value is None and prize_of(after) is not None and after.kind != "TOP")
        or (item.kind == "FOR" and after.kind in ("OTHER", "GENRE") and prize_of(after) is None)
        for item, after in pairwise(part)
    )


def is_head(item: Item) -> bool:
    """Whether the item is a name, a prize or a body, of which a fragment must have one."""
    return is_name(item) or (item.kind in BODIES and item.award is not None) or prize_of(item) is not None


def is_name(item: Item) -> bool:
    """Whether the item is a name in the text that stands for a film, person or song."""
    return item.kind in NAMES and item.end > item.start and is_known(item)


def is_known(item: Item) -> bool:
    """Whether an item stands for a film, person or song."""
    return isinstance(item.value, Film | Person | Work)


def prize_of(item: Item) -> Item | None:
    """The item as a prize, where it is one or may be one in a list: "actress" alone is no prize elsewhere."""
    if item.kind in PRIZES:
        return item
    return item.of_kind("PRIZE") if isinstance(item.value, Prize) else None


def own_award(items: Iterable[Item]) -> str | None:
    """The award that a fragment names."""
    return next((item.award for item in items if item.award), None)


def fragment(part: Sequence[Item], beyond: Sequence[Item], told: Told) -> Fragment:
    """A stretch of a sentence with what it names, given what stands after and before it."""
    kinds = [item.kind for item in part]
    said = [OUTCOMES[kind] for kind in kinds if kind in OUTCOMES]
    outcome = next((one for one in STRONGEST if one in said), told.outcome)
    if told.is_before and kinds.count("OTHER") > 1 and not said and not prizes_of(part) and any(map(is_name, part)):
        outcome = Outcome.TIED
    if not DENIALS.isdisjoint(kinds) or (told.is_denied and not said):
        outcome = Outcome.LOST if outcome is Outcome.WON else Outcome.TIED
    is_named = any(is_name(item) for item in beyond)
    return Fragment(
        part,
        [item for item in part if (item.kind in NAMES or item.kind in STANDING) and is_known(item)],
        prizes_of(part),
        [item for item in part if item.kind in BODIES and item.award],
        outcome,
        [] if is_named else prizes_of(beyond),
        next((item for item in part if item.kind == "NUMBER"), None),
    )


def prizes_of(items: Iterable[Item]) -> list[Item]:
    """The prizes among the items."""
    return [prize for item in items if (prize := prize_of(item)) is not None]


def readings_of(one: Fragment, told: Told, frames: Iterable[Frame]) -> Iterator[Reading]:
    """The ways to take a fragment, in each frame."""
    if one.outcome is Outcome.TIED or len(one.prizes) > 1:
        return
    pair = rivals(one)
    kinds = {type(item.value) for item in one.names}
    if pair is None and len(kinds) < len(one.names):
        return
    for frame in frames:
        if pair is not None:
            claims, rule = race(frame, one, pair), RIVALS
        elif one.number is not None:
            claims, rule = of_number(frame, one, told), NUMBER
        elif one.names:
            claims, rule = of_names(frame, one, told), RULE
        else:
            claims, rule = of_prize(frame, one, told), PRIZE
        yield from (Reading(claim, rule, SCORE) for claim in claims if claim is not None)


def race(frame: Frame, one: Fragment, pair: Sequence[Item]) -> Iterator[Claim | None]:
    """That the first of two beat the second."""
    what = one.prizes[0] if one.prizes else None
    won, lost = (
        nominations(frame, name, what=what, outcome=outcome)
        for name, outcome in zip(pair, (Outcome.WON, Outcome.LOST), strict=True)
    )
    yield exists(in_one_race(won, lost))


def rivals(one: Fragment) -> Sequence[Item] | None:
    """The two of whom a fragment says that one beat the other, the winner first; None where it says no such thing."""
    if len(one.names) != 2 or type(one.names[0].value) is not type(one.names[1].value):
        return None
    first, last = (one.items.index(name) for name in one.names)
    between = {item.kind for item in one.items[first:last]}
    if between & DEFEATS:
        return one.names
    return one.names[::-1] if between & YIELDINGS else None


def of_names(frame: Frame, one: Fragment, told: Told) -> Iterator[Claim | None]:
    """What a name did: for the prize beside it, or else the one told before it or after it."""
    names = with_doer(one, told)
    if not names:
        return
    whats = one.prizes or [*([told.prize] if told.prize else []), *one.ahead]
    outcome = one.outcome or default(frame, whats)
    if outcome is None:
        return
    if len(names) > 1 or frame.edition is not None or isinstance(names[0].value, Film):
        yield from (exists(nominations(frame, *names, what=what, outcome=outcome)) for what in whats)
    if whats or (len(names) == 1 and (frame.weight < NEAR or is_of_other_time(frame, one))):
        return
    if len(names) > 1 or (isinstance(names[0].value, Person) and frame.edition is not None):
        yield exists(nominations(frame, *names, outcome=outcome))
    elif isinstance(names[0].value, Film):
        yield exists(nominations(frame, *names, what=names[0].of_kind("TOP"), outcome=outcome))


NEAR = 0.9
"""The weight from which a frame is on the award that the story speaks of in this place, and on its edition in view."""


def is_of_other_time(frame: Frame, one: Fragment) -> bool:
    """Whether a fragment tells of some other year, which no edition was found for."""
    return not frame.is_explicit and any(item.kind in ("TIME", "YEAR", "BEFORE") for item in one.items)


def default(frame: Frame, whats: Sequence[Item]) -> Outcome | None:
    """What a name beside a prize did where no word says it: won, once the night is over."""
    is_over = frame.edition is not None and frame.held is not None and frame.held <= frame.as_of
    return Outcome.WON if whats and is_over else None


def with_doer(one: Fragment, told: Told) -> Sequence[Item]:
    """The names of a fragment; a film that only hangs on "for" with the person named last, whose film it is."""
    if len(one.names) > 1 or not isinstance(one.names[0].value, Film):
        return one.names
    before = [item.kind for item in one.items[: one.items.index(one.names[0])]]
    if HANGING.isdisjoint(before):
        return one.names
    doer = next((item for item in reversed(told.names) if isinstance(item.value, Person)), None)
    return [] if doer is None else [doer, *one.names]


HANGING = frozenset(("FOR", "WITH", "IN", "OF"))


def of_prize(frame: Frame, one: Fragment, told: Told) -> Iterator[Claim | None]:
    """That one of the names before a prize won it, or was up for it."""
    what = next(iter(one.prizes or one.bodies))
    outcome = one.outcome or default(frame, [what])
    if outcome is None or (not one.prizes and outcome is not Outcome.WON):
        return
    for name in told.names[::-1][: NEAREST if one.prizes else 1]:
        if frame.edition is not None or isinstance(name.value, Film):
            yield exists(nominations(frame, name, what=what, outcome=outcome))


def of_number(frame: Frame, one: Fragment, told: Told) -> Iterator[Claim | None]:
    """That somebody has so many of what is counted."""
    n = one.number
    names = one.names or told.names[::-1][:2]
    is_vague = any(item.kind in STANDING and not is_known(item) for item in one.items)
    if n is None or not isinstance(n.value, int) or n.value < (1 if one.names else 3) or is_vague:
        return
    if not DENIALS.isdisjoint([item.kind for item in one.items]):
        return
    what = next(iter(one.prizes), None)
    outcomes = [one.outcome] if one.outcome else [Outcome.WON, Outcome.NOMINATED]
    for name in names:
        for outcome in outcomes:
            yield from tally(frame, name, n.value, what=what, outcome=outcome)
