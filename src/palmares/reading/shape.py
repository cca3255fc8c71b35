"""Gives the raw items of a sentence the shape that patterns speak of.

Composes editions ("97th" "Academy Awards"), tells the verb "wins" from the noun, marks names that hang on a preposition
or a possessive as such, so that they are never taken for the subject of a verb, and carries the subject over into a
clause that has none of its own ("… had 13 nominations and won seven").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from palmares.claims import Edition
from palmares.reading.ellipsis import GAPPED, carry_subjects, fill_gaps
from palmares.reading.guilds import guild_lists
from palmares.reading.items import Item, Prize
from palmares.reading.phrases import clefts, openings, passives, phrasal_verbs, without_counting_off
from palmares.reading.roles import CLAUSE_OPENERS, NAMES, OBLIQUE, PREDICATES, PREPOSITIONS, SEPARATORS, SUBJECTS
from palmares.reading.words import body_words, lexicon

NOUN_LEADS = frozenset(
    "NUMBER ORDINAL HIS ITS POSS PRIZE WEAKPRIZE AWARD TROPHY CONSECUTIVE GOT WITH FROM OF AFTER TO HAS"
    " MOST MORE NO".split()
)
"""After one of these, "win" and "wins" are nouns."""


def shape(items: Sequence[Item], edition: Callable[[Item, Item], Edition | None]) -> tuple[Item, ...]:
    """All steps in their order. `edition` tells which one an ordinal, year or relative time before an award means."""
    kinds = {item.kind for item in items}
    if any(item.kind == "OTHER" and item.value is not None for item in items):
        kinds.add(CAPITAL)
    shaped = items
    for needs, step in STEPS:
        if not needs.isdisjoint(kinds):
            shaped = compose_editions(shaped, edition) if step is None else step(shaped)
    return tuple(shaped)


ASIDES = frozenset(("NOT", "UNLIKE"))


def without_asides(items: Sequence[Item]) -> list[Item]:
    """The items without ", not Demi Moore," and its like, which says of whom a sentence does not speak."""
    out: list[Item] = []
    place = 0
    while place < len(items):
        end = aside_end(items, place) or adverb_end(items, place)
        if end is None:
            out.append(items[place])
        place = end or place + 1
    return out


def aside_end(items: Sequence[Item], place: int) -> int | None:
    """Where an aside that starts at this comma ends: at its second comma, which stays; None where there is none."""
    skipped = 1 + (place + 1 < len(items) and items[place + 1].kind == "AND")
    if items[place].kind != "COMMA" or place + 3 >= len(items) or items[place + skipped].kind not in ASIDES:
        return None
    end = place + skipped + 1
    while end < len(items) and items[end].kind in (*NAMES, "AND", "OR", "OTHER"):
        end += 1
    is_aside = place + 2 < end < len(items) and items[end].kind in ("COMMA", "STOP") and items[end - 1].kind in NAMES
    is_of_it = place > 1 and items[place - 2].kind == "WAS"  # "it was Madison, not Moore, who won"
    is_aside = is_aside and (is_of_it or end + 1 == len(items) or items[end + 1].kind not in RELATIVE)
    return end if is_aside else None


RELATIVE = frozenset(("WHO", "WHICH", "WHOSE"))


ADVERBS = frozenset(("OTHER", "TIME", "EVER", "ALSO", "THEN"))
BEFORE_ADVERBS = frozenset((*PREDICATES, *SUBJECTS, "PRIZE", "WEAKPRIZE", "TROPHY", "AWARD", "TOP"))
LONGEST_ADVERB = 3


def adverb_end(items: Sequence[Item], place: int) -> int | None:
    """Where an adverb between commas that stands here (", inevitably,") ends, past its second comma; else None."""
    if items[place].kind != "COMMA" or place == 0 or items[place - 1].kind not in BEFORE_ADVERBS:
        return None
    end = place + 1
    while end < len(items) and items[end].kind in ADVERBS and not is_capital(items[end]):
        end += 1
    is_adverb = place + 1 < end <= place + 1 + LONGEST_ADVERB and end < len(items) and items[end].kind == "COMMA"
    return end + 1 if is_adverb else None


def strangers(items: Sequence[Item]) -> list[Item]:
    """Takes a run of capitalised words that no table knows, or one before a verb, as the name of somebody unknown."""
    out: list[Item] = []
    for place, item in enumerate(items):
        if is_capital(item):
            after = items[place + 1] if place + 1 < len(items) else None
            in_run = (after is not None and is_capital(after) and is_near(item, after)) or (
                bool(out) and out[-1].kind == "STRANGER" and is_near(out[-1], item)
            )
            if in_run or (place > 0 and after is not None and after.kind in PREDICATES and is_near(item, after)):
                item = item.of_kind("STRANGER")
        out.append(item)
    return out


def other_bodies(items: Sequence[Item]) -> list[Item]:
    """Takes unknown capitalised words that end in "Awards", "Festival" or the like as a body the record lacks."""
    out: list[Item] = []
    for place, item in enumerate(items):
        is_end = item.kind == "TROPHY" or (is_named(item) and str(item.value).lower() in body_words())
        is_end = is_end and not is_before_name(items, place)
        if is_end and out and is_named(out[-1]) and is_near(out[-1], item):
            start = out[-1].start
            while out and is_named(out[-1]):
                start = out.pop().start
            item = Item("OTHERPRIZE", start, item.end)
        elif out and out[-1].kind == "OTHERPRIZE" and is_end and is_near(out[-1], item):
            item = replace(out.pop(), end=item.end)
        out.append(item)
    return out


def is_before_name(items: Sequence[Item], place: int) -> bool:
    """Whether the name goes on with a word that ends no body: "the Royal Festival Hall"."""
    after = items[place + 1] if place + 1 < len(items) else None
    goes_on = after is not None and is_named(after) and is_near(items[place], after)
    return after is not None and goes_on and str(after.value).lower() not in body_words()


def is_named(item: Item) -> bool:
    """Whether the item is an unknown word with a capital, alone or in a run."""
    return item.kind == "STRANGER" or is_capital(item)


def is_capital(item: Item) -> bool:
    """Whether the item is an unknown word with a capital, which alone has the word as its value."""
    return item.kind == "OTHER" and isinstance(item.value, str)


def is_near(one: Item, other: Item) -> bool:
    """Whether only a space or hyphen stands between two items."""
    return other.start - one.end <= 1


def compose_editions(items: Iterable[Item], edition: Callable[[Item, Item], Edition | None]) -> list[Item]:
    """Joins an ordinal, a year or "last year's" with the award that follows into one edition."""
    out: list[Item] = []
    for item in items:
        before = out[-1] if out else None
        if item.kind == "POSS" and before is not None and before.kind == "TIME":
            continue
        if item.kind == "AWARD" and before is not None and before.kind in ("ORDINAL", "YEAR", "TIME"):
            value = edition(before, item)
            if value is not None:
                out[-1] = Item("EDITION", before.start, item.end, value, award=item.award)
                continue
        out.append(item)
    return out


def inversions(items: Sequence[Item]) -> list[Item]:
    """Takes "had" or "were" before its subject at the start of a clause as the "if" that it stands for."""
    out: list[Item] = []
    for place, item in enumerate(items):
        after = items[place + 1].kind if place + 1 < len(items) else "STOP"
        opens = not out or out[-1].kind in ("COMMA", "SEMI", "DASH", "QUOTE", "COLON")
        is_past = item.kind == "HAS" or (item.kind == "WAS" and item.end - item.start == len("were"))
        is_if = opens and is_past and after in ("FILM", "PERSON", "WORK", "HE", "IT", "THEFILM")
        out.append(item.of_kind("IF") if is_if else item)
    return out


PARTICIPLES = frozenset("WON LOST FELLTO BEAT NOMINATED GOT NAMED TRIUMPHED HOSTED WENT MISSED HONOURED".split())


PERFECT = "perfect"
"""The value of a verb that "has" helped: what it tells may be of any year."""


def without_auxiliaries(items: Sequence[Item]) -> list[Item]:
    """The items without a "has" or "was" that only helps the verb after it ("had lost", "was later named")."""
    out: list[Item] = []
    helped: Item | None = None
    for place, item in enumerate(items):
        after = next(
            (other for other in items[place + 1 : place + 4] if other.kind not in ("OTHER", "EVER", "TIME")), None
        )
        helps = after is not None and after.kind in PARTICIPLES and after.value != "infinitive"
        if helps and (item.kind == "HAS" or (item.kind == "WAS" and after is not None and after.kind != "WON")):
            helped = after if item.kind == "HAS" else helped
            continue
        out.append(item.meaning(PERFECT) if item is helped else item)
    return out


def infinitives(items: Iterable[Item]) -> list[Item]:
    """Joins "to" with a verb in its plain form; the plain form without "to" is a noun or says nothing that happened."""
    joined = {"WON": "TOWIN", "GOT": "TOGET", "NOMINATED": "TONOMINATED"}
    plain = {"WON": "WIN", "GOT": "OTHER", "NOMINATED": "BE"}
    out: list[Item] = []
    for item in items:
        if item.value != "infinitive":
            out.append(item)
        elif out and out[-1].kind == "TO":
            out[-1] = Item(joined[item.kind], out[-1].start, item.end)
        else:
            out.append(item.plain(plain[item.kind]))
    return out


def tell_nouns(items: Sequence[Item]) -> list[Item]:
    """Takes "wins" as a noun after a number, a possessive or a prize, else as a verb."""
    out: list[Item] = []
    for item in items:
        if item.kind == "WON" and item.value == "noun":
            kind = "WIN" if out and out[-1].kind in NOUN_LEADS else "WON"
            item = item.plain(kind)
        out.append(item)
    return out


def weak_prizes(items: Sequence[Item]) -> list[Item]:
    """Takes a bare "director" or "score" as a prize beside a prize word or another prize, else as an ordinary word."""
    out: list[Item] = []
    for place, item in enumerate(items):
        after = items[place + 1].kind if place + 1 < len(items) else "STOP"
        if item.kind == "TOGETHER" and out and out[-1].kind in ("PRIZE", "WEAKPRIZE"):
            continue
        if item.kind == "FOREIGN" and after in FOREIGN_PRIZE:
            item = replace(item, kind="PRIZE", value=INTERNATIONAL)
        elif item.kind == "WEAKPRIZE" and not is_prize(items, place):
            item = item.of_kind("GENRE" if is_picture(item) else "OTHER")
        elif item.kind == "THEPERSON" and item.value in lexicon()[0] and (after in OF_PRIZE or is_gapped(items, place)):
            entry = lexicon()[0][str(item.value)]
            assert isinstance(entry.value, tuple)
            kind = "WEAKPRIZE" if after in OF_PRIZE else "PRIZE"
            item = replace(item, kind=kind, value=Prize(entry.value, entry.award, strong=False), gender=None)
        out.append(item)
    return out


OF_PRIZE = frozenset(("TROPHY", "AWARD", "RACE", "NOMINATION", "POSS"))


def is_gapped(items: Sequence[Item], place: int) -> bool:
    """Whether "the actress" ends a clause without a verb, after a name and a comma: "; Vivien Leigh, the actress"."""
    kinds = [item.kind for item in items[max(0, place - 3) : place + 2]]
    return len(kinds) == 4 and kinds[0] in ("SEMI", "AND") and kinds[1:3] == ["PERSON", "COMMA"]


FOREIGN_PRIZE = frozenset("TROPHY AWARD RACE NOMINATION WIN WINNER NOMINEE".split())
INTERNATIONAL = Prize(("international-feature",), None, strong=True)
"""What "foreign-language" is before a word for a prize: "the foreign-language award"."""


def is_picture(item: Item) -> bool:
    """Whether the word is "picture", which is a film where it is no prize."""
    return isinstance(item.value, Prize) and item.value.categories == ("picture",)


def is_prize(items: Sequence[Item], place: int) -> bool:
    """Whether a weak prize stands in a list of prizes, before a word such as award or race, or after "for"."""
    after = items[place + 1].kind if place + 1 < len(items) else "STOP"
    before = items[place - 1].kind if place else "STOP"
    if after in ("TROPHY", "AWARD", "RACE", "NOMINATION", "NOMINEE", "WINNER", "WIN", "PRIZE", "WEAKPRIZE"):
        return True
    if before in ("HIS", "ITS"):
        return is_of_its_own(items, place)
    if before == "WHOSE" or after in NAMES:
        return before == "FOR" and after in ("FILM", "FILMOF")
    if before == "IN":
        return any(item.kind in ("BEAT", "TRIUMPHED", "FELLTO") for item in items[:place])
    if before in ("FOR", "WON", "POSS", "AWARD", "PRIZE", "GOT", "WITH", "COLON", "TROPHY", "AS"):
        return True
    if place == 0 and after == "COLON" and items[2].kind in (*NAMES, "STRANGER"):
        return True
    if before in ("AND", "COMMA") and after == "FOR" and is_parallel(items[:place]):
        return True
    if before == "NOMINATED" and items[place - 1].value == "for":
        return True
    if before in CLAUSE_ENDS and after in ("WENT", "FELLTO"):
        return True
    value = items[place].value
    is_bound = isinstance(value, Prize) and value.is_bound
    return not is_bound and any(is_beside_in_list(items, place, step) for step in (-1, 1))


CLAUSE_ENDS = ("STOP", "SEMI", "AND", "COMMA", "DASH")
"""What stands before the first word of a clause; the stop is that of the sentence before."""


def is_parallel(before: Sequence[Item]) -> bool:
    """Whether a prize with whom it was for stands before: "best actor for A and director for B"."""
    kinds = [item.kind for item in before if item.kind != "OTHER"]
    return any(one in ("PRIZE", "WEAKPRIZE") and other == "FOR" for one, other in pairwise(kinds))


def is_of_its_own(items: Sequence[Item], place: int) -> bool:
    """Whether "its score" is what something won for, alone or later in a list of such."""
    lead = [item.kind for item in items[max(0, place - 4) : place - 1]]
    if lead[-1:] == ["FOR"]:
        return any(item.kind in DECIDING for item in items[:place])
    lead = [kind for kind in lead if kind not in SEPARATORS]
    return items[place - 2].kind in SEPARATORS and lead[-1:] in (["PRIZE"], ["WEAKPRIZE"])


DECIDING = frozenset("WON HONOURED NOMINATED TROPHY GOT WIN WENT FELLTO TOWIN TONOMINATED NOMINATION".split())
"""Kinds of words after which "its score" tells what something won for, or was up for."""


def is_beside_in_list(items: Sequence[Item], place: int, step: int) -> bool:
    """Whether the next item beyond a comma or "and" on this side is a prize too."""
    place += step
    passed = False
    while 0 <= place < len(items) and items[place].kind in (*SEPARATORS, "OR"):
        passed, place = True, place + step
    return passed and 0 <= place < len(items) and items[place].kind in ("PRIZE", "WEAKPRIZE")


def mark_oblique(items: Sequence[Item]) -> list[Item]:
    """Marks names after a preposition, or with a possessive, as no subject of a verb; a list shares its mark."""
    out: list[Item] = []
    for place, item in enumerate(items):
        after = items[end].kind if (end := apposition_end(items, place + 1)) < len(items) else "STOP"
        is_of_film = item.kind == "PERSON" and after in ("GENRE", "FILMNOUN")
        if item.kind in OBLIQUE and (after == "POSS" or is_of_film or is_hanging(out, after)):
            item = item.of_kind(OBLIQUE[item.kind])
        out.append(item)
    return out


LONGEST_APPOSITION = 12


def apposition_end(items: Sequence[Item], place: int) -> int:
    """Where the clause goes on after ", 87, the oldest nominee ever," before its verb; else the place itself."""
    if place < 3 or place >= len(items) or items[place].kind != "COMMA" or items[place - 2].kind != "AND":
        return place
    for end in range(place + 2, min(place + LONGEST_APPOSITION, len(items) - 1)):
        if items[end].kind == "COMMA" and items[end + 1].kind in PREDICATES:
            return end + 1
        if items[end].kind in PREDICATES or items[end].kind in OBLIQUE:
            break
    return place


def is_hanging(before: Sequence[Item], after: str) -> bool:
    """Whether a name in this place hangs on a preposition, directly or through the list it is in."""
    place = len(before) - 1
    while place >= 0 and before[place].kind in ("COMMA", "AND", "OTHER", "NUMBER", "ORDINAL", "DASH", "BOTH"):
        place -= 1
        if before[place + 1].kind in ("COMMA", "AND") and (place < 0 or before[place].kind not in OBLIQUE.values()):
            return False
    if place < 0:
        return False
    kind = before[place].kind
    if after in PREDICATES and place < len(before) - 1 and kind in PREPOSITIONS:
        return False
    if kind == "POSS":
        return place >= 1 and is_hanging(before[: place - 1], "STOP")
    if kind in OBLIQUE.values() and place < len(before) - 1:
        return after not in PREDICATES and is_preposition(before, place)
    return kind in PREPOSITIONS and not (kind in CLAUSE_OPENERS and after in PREDICATES)


def is_preposition(before: Sequence[Item], place: int) -> bool:
    """Whether the marked name at `place` was marked for a preposition and not for a possessive."""
    return place + 1 >= len(before) or before[place + 1].kind != "POSS"


CAPITAL = "capital"
"""In the place of a kind: an unknown word with a capital."""
GUILDED = frozenset(("GUILD", "SOMEONE", "PERFORMER"))
STEPS: tuple[tuple[frozenset[str], Callable[[Sequence[Item]], Sequence[Item]] | None], ...] = (
    (frozenset(("COMMA",)), without_asides),
    (frozenset(("OFFWITH",)), phrasal_verbs),
    (frozenset(("ORDINAL", "LAST", "FURTHER")), openings),
    (frozenset(("SNUBBED",)), passives),
    (frozenset((CAPITAL,)), strangers),
    (frozenset((CAPITAL,)), other_bodies),
    (GUILDED, guild_lists),
    (frozenset(("HAS", "WAS")), inversions),
    (frozenset(("THAT",)), clefts),
    (frozenset(("ORDINAL", "YEAR", "TIME")), None),
    (frozenset(("HAS", "WAS")), without_auxiliaries),
    (frozenset(("WON", "GOT", "NOMINATED")), infinitives),
    (frozenset(("WON",)), tell_nouns),
    (frozenset(("WEAKPRIZE", "THEPERSON", "FOREIGN", "TOGETHER")), weak_prizes),
    (frozenset(("ORDINAL", "NUMBER", "FURTHER")), without_counting_off),
    (frozenset(OBLIQUE), mark_oblique),
    (frozenset((*GAPPED, "WAS")), fill_gaps),
    (PREDICATES | GAPPED.keys(), carry_subjects),
)
"""The steps in their order, each with the kinds of which a raw sentence must have one for it to change anything."""
