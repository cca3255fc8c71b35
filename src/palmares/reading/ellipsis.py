"""What a clause leaves out: the verb of the clause before it, or its subject.

"… and Louise Fletcher best actress" has no verb, "… and won seven" no subject. The trap: what is put in has no width,
so that no span covers words of another clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from palmares.reading.items import Item, Sentence
from palmares.reading.roles import PREDICATES, SEPARATORS, SUBJECTS

GAPPED = {
    "WON": "WON",
    "GOT": "WON",
    "NAMED": "WON",
    "WENT": "WON",
    "NOMINATED": "NOMINATED",
    "HONOURED": "HONOURED",
    "LOST": "LOST",
    "HAS": "HAS",
}
"""Verbs that a later clause leaves out ("… and Louise Fletcher best actress"), with the one understood there."""

OF_RIVALS = frozenset("BEAT UPSET FELLTO LOST MISSED OVER UNLIKE INCLUDING AMONG WHO".split())
"""Words after which a name with what it was for may be of somebody who did not do it."""


def fill_gaps(items: Sequence[Item]) -> list[Item]:
    """Puts the verb of the clause before between a name and the prize or number that follows it without one."""
    out: list[Item] = []
    last = Said()
    for place, item in enumerate(items):
        rest = [other.kind for other in items[place : place + 5]]
        verb = left_out(out, rest, item, last) if len(out) > 1 else None
        if verb is not None:
            out.append(Item(verb, item.start, item.start))
        out.append(item)
        is_best = item.kind == "WAS" and rest[1:2] in (["PRIZE"], ["WEAKPRIZE"])
        last = Said(
            "WON" if is_best else "NOMINATED" if is_own_nomination(out) else GAPPED.get(item.kind, last.verb),
            item.kind in OF_RIVALS or (last.of_rivals and item.kind not in GAPPED),
            item.kind in ("FELLTO", "LOST") or (last.is_loss and item.kind not in GAPPED),
        )
    return out


def is_own_nomination(items: Sequence[Item]) -> bool:
    """Whether the last item is the nomination that somebody got, as in "got a nomination", "earned an Oscar nod"."""
    if items[-1].kind != "NOMINATION":
        return False
    for item in reversed(items[-5:-1]):
        if item.kind in ("GOT", "WON"):
            return True
        if item.kind not in ("OTHER", "PRIZE", "WEAKPRIZE", "AWARD", "HIS", "ORDINAL", "SURPRISE", "ALSO"):
            return False
    return False


@dataclass(frozen=True, slots=True)
class Said:
    """The verb that a clause may leave out, whether it is of those who did not do it, and whether it tells a loss."""

    verb: str | None = None
    of_rivals: bool = False
    is_loss: bool = False


def left_out(before: Sequence[Item], rest: Sequence[str], item: Item, last: Said) -> str | None:
    """The verb to be understood before an item; None where nothing is left out."""
    name, link = before[-1].kind, before[-2].kind
    if last.is_loss and name in ("HE", "PERSON") and link in ("SEMI", "COMMA", "AND") and item.kind == "TO":
        return "LOST"
    if last.verb is None:
        return None
    if name in ("FILM", "PERSON") and (is_verbless(before, rest) or (not last.of_rivals and is_for(before, rest))):
        return "WITH" if item.kind in ("NUMBER", "INTENS", "ONLY") else last.verb
    is_one = name in ("HE", "IT") and list(rest[:2]) == ["NUMBER", "FOR"] and item.value == 1
    return last.verb if is_one or (name in ("COMMA", "AND") and is_award_for_prize(rest)) else None


def is_award_for_prize(kinds: Sequence[str]) -> bool:
    """Whether a body and one of its prizes begin here: "the Writers Guild award for adapted screenplay"."""
    rest = [kind for kind in kinds if kind not in ("POSS", "TROPHY")]
    return rest[:3] in (["AWARD", "FOR", "PRIZE"], ["AWARD", "FOR", "WEAKPRIZE"])


def is_for(before: Sequence[Item], rest: Sequence[str]) -> bool:
    """Whether a name that opens a clause is followed by what its prize was for: "and Robert Riskin for writing it"."""
    wants = ("PRIZE", "WEAKPRIZE") if before[-1].kind == "FILM" else ("PRIZE", "WEAKPRIZE", "FILMOF")
    after = [kind for kind in rest if kind not in ("HIS", "ITS")]
    return (
        before[-2].kind in ("AND", "SEMI", "COMMA")
        and after[:1] == ["FOR"]
        and after[1:2] in [[kind] for kind in wants]
    )


def is_verbless(before: Sequence[Item], rest: Sequence[str]) -> bool:
    """Whether a name that opens a clause is followed by its prize, or by a number and nothing that is counted."""
    if before[-2].kind not in ("AND", "SEMI", "COMMA"):
        return False
    if rest[:1] == ["PRIZE"]:
        return rest[1:2] not in (["NOMINEE"], ["NOMINATION"], ["WINNER"], ["RACE"])
    if rest[:1] == ["WEAKPRIZE"]:
        return rest[1:2] == ["TROPHY"]
    things = [kind for kind in rest if kind != "FURTHER"]
    if before[-1].kind == "PERSON" and things[:1] in (["TROPHY"], ["AWARD"]):
        return things[1:2] in ([], ["STOP"], ["SEMI"], ["COMMA"], ["AND"])
    if before[-1].kind == "FILM" and rest[:2] == ["OTHER", "NUMBER"] and is_counting(before):
        return rest[2:3] in ([], ["STOP"], ["SEMI"], ["COMMA"], ["AND"])
    told = [kind for kind in rest if kind not in ("INTENS", "ONLY")]
    if told[:1] != ["NUMBER"] or (len(told) < len(rest) and not is_counting(before)):
        return False
    return told[1:2] in ([], ["STOP"], ["SEMI"], ["COMMA"], ["AND"], ["EACH"]) or told[1:3] in SHARES


SHARES = (["OF", "NUMBER"], ["FROM", "NUMBER"])
"""What goes on after a number: "A won five of six, B three of ten"."""


def is_counting(before: Sequence[Item]) -> bool:
    """Whether the clause before the name that ends these items counts something: "A lost all six, B all seven"."""
    return "NUMBER" in [item.kind for item in before[-LONGEST_COUNT:]]


LONGEST_COUNT = 5


def carry_subjects(items: Sequence[Item]) -> list[Item]:
    """Puts the subject of the clause before into a clause that opens with its verb."""
    out: list[Item] = []
    subject: Item | None = None
    for place, item in enumerate(items):
        if item.kind in PREDICATES and subject is not None and is_clause_start(out):
            doer = relative_of(out) or head_of(out, item) or subject
            out.append(replace(doer, kind="SAME", start=item.start, end=item.start))
        out.append(item)
        if item.kind in ("FILM", "PERSON", "HE", "IT", "THEFILM", "THEPERSON", "WORK"):
            after = items[place + 1].kind if place + 1 < len(items) else "STOP"
            is_no_subject = is_in_list(out) or is_in_aside(out, subject) or is_object(out)
            is_new = subject is None or not (is_no_subject or (item.kind == "IT" and after not in AFTER_IT))
            subject = item if is_new else subject
        elif item.kind in ("WHO", "WHICH") and subject is None:
            subject = item
        elif item.kind == "WIN" and (owner := owner_of(out)) is not None:
            subject = owner
        elif item.kind in ("SEMI", "STOP") or (item.kind == "STRANGER" and not is_aside_of(out, subject)):
            subject = None
    return out


def relative_of(items: Sequence[Item]) -> Item | None:
    """The film of the relative clause that a verb after these items goes on with: ", which won three and lost"."""
    if items[-1].kind != "AND":
        return None
    place = next((place for place in range(len(items) - 2, 1, -1) if items[place].kind in ("WHICH", "SEMI")), 0)
    if place < 2 or items[place].kind != "WHICH" or items[place - 1].kind != "COMMA":
        return None
    commas = [item.kind for item in items[place + 1 :]].count("COMMA")
    is_whole = commas == 0 or (commas == 2 and items[place + 1].kind == "COMMA")
    before = items[place - 2]
    return before if is_whole and before.kind in ("FILM", "FILMOF") else None


def head_of(items: Sequence[Item], verb: Item) -> Item | None:
    """Who or what a verb after a closing comma is of: the name before the insertion that the comma closes.

    "Javier Bardem, playing the poet Reinaldo Arenas, won": whoever is named within the insertion is not the subject.
    """
    if items[-1].kind != "COMMA" or len(items) < 3:
        return None
    if (near := apposed_of(items) or kin_of(items) or listed_of(items, verb)) is not None:
        return near
    for place in range(len(items) - 3, -1, -1):
        if items[place].kind in ("SEMI", "STOP"):
            return None
        if items[place].kind in HEADS and items[place + 1].kind == "COMMA" and is_insertion(items, place + 2):
            before = items[place - 1].kind if place else "STOP"
            if before in BEFORE_HEADS:
                return items[place]
    return None


def apposed_of(items: Sequence[Item]) -> Item | None:
    """The name of which ", the actress," says who that is."""
    is_apposed = len(items) > 3 and items[-2].kind in ("THEPERSON", "THEFILM") and items[-3].kind == "COMMA"
    return items[-4] if is_apposed and items[-4].kind in ("PERSON", "FILM") else None


def kin_of(items: Sequence[Item]) -> Item | None:
    """Whom ", whose father, Henry," names; somebody unknown where the record has no such name."""
    start = next(
        (place for place in range(len(items) - 2, -1, -1) if items[place].kind in ("WHOSE", "SEMI", "STOP")), -1
    )
    if start < 0 or items[start].kind != "WHOSE":
        return None
    inside = [item.kind for item in items[start + 1 : -1]]
    if inside.count("COMMA") != 1 or inside[-1] == "COMMA" or "COMMA" not in inside[:4]:
        return None
    return items[-2] if items[-2].kind == "PERSON" else NOBODY


def listed_of(items: Sequence[Item], verb: Item) -> Item | None:
    """The name right before ", nominated for X," or ", shut out", or nobody known for ", A, B and C, have none"."""
    if items[-2].kind not in HEADS:
        return None
    if verb.kind in ("NOMINATED", "EMPTY") and items[-3].kind in ("COMMA", "AND", "SEMI", "STOP"):
        return items[-2]
    is_list = items[-3].kind == "AND" and len(items) > 5 and items[-4].kind in HEADS and items[-5].kind == "COMMA"
    return NOBODY if is_list and "WHOSE" not in [item.kind for item in items] else None


NOBODY = Item("SAME", 0, 0)
"""A subject that stands for nobody who is known, so that nothing is read of it."""


def is_insertion(items: Sequence[Item], place: int) -> bool:
    """Whether what follows a comma here is said of the name before it, and no further name of a list."""
    if items[place].kind in ("PERSONOF", "FILMOF"):
        return items[place + 1].kind == "POSS"
    return items[place].kind not in (*HEADS, "AND", "SAME", *PREDICATES)


HEADS = frozenset(("FILM", "PERSON", "WORK", "HE", "IT", "THEFILM", "THEPERSON"))
BEFORE_HEADS = frozenset("STOP AND COMMA SEMI DASH COLON QUOTE POSS TIME DATE YEAR".split())


def is_object(items: Sequence[Item]) -> bool:
    """Whether the last item is whom somebody beat or lost to, and so not who does what comes next."""
    place = len(items) - 2
    while place > 0 and items[place].kind in ("COMMA", "OTHER", "HIS") and place > len(items) - LONGEST_OBJECT:
        place -= 1
    is_named = place == len(items) - 2 or "HIS" in [item.kind for item in items[place:]]
    return len(items) > 2 and is_named and items[place].kind in ("BEAT", "FELLTO", "UPSET")


LONGEST_OBJECT = 8
"""Items in "beat her former husband, James Cameron"."""


AFTER_IT = PREDICATES | frozenset(("MODAL", "NOT", "NEVER", "EVER", "ALSO", "OTHER", "TIME", "ONLY", "BE"))
"""What may follow an "it" that is the subject of a clause."""


def is_in_aside(items: Sequence[Item], subject: Item | None) -> bool:
    """Whether the last item is the film in an aside on the subject: "John Ford, helming The Quiet Man, has four"."""
    if items[-1].kind != "FILM" or subject is None or subject.kind != "PERSON":
        return False
    place = len(items) - 2
    while place >= 0 and items[place].kind == "OTHER":
        place -= 1
    return 0 < place < len(items) - 2 and items[place].kind == "COMMA" and items[place - 1] == subject


def is_aside_of(items: Sequence[Item], subject: Item | None) -> bool:
    """Whether the last item, a stranger's name, is in an aside on the subject: "Jane Darwell, Ma Joad in it,"."""
    place = len(items) - 1
    while place > 0 and items[place].kind == "STRANGER":
        place -= 1
    return place > 0 and items[place].kind == "COMMA" and items[place - 1] == subject


def with_echoes(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with "so did X" told in full."""
    done: list[Sentence] = []
    for sentence in sentences:
        if done and sentence.items and sentence.items[0].kind in ("FILM", "PERSON"):
            sentence = sentence.with_items((*asked(done[-1].items, sentence.items[0]), *sentence.items))
        if "DIDSO" in [item.kind for item in sentence.items]:
            sentence = sentence.with_items(tuple(echoed(sentence.items, done[-1].items if done else ())))
        done.append(sentence)
    return done


def asked(items: Sequence[Item], answer: Item) -> list[Item]:
    """The prize that a bare question asks for ("Best director?"), to stand before its answer; else nothing."""
    kinds = [item.kind for item in items]
    if kinds[-3:-1] not in (["PRIZE", "QUESTION"], ["WEAKPRIZE", "QUESTION"]) or len(kinds) > LONGEST_QUESTION:
        return []
    prize = items[-3]
    here = Item("ASKED", answer.start, answer.start)
    return [here, Item(prize.kind, answer.start, answer.start, prize.value, (), prize.award)]


LONGEST_QUESTION = 5
ECHOED_TO = frozenset(("COMMA", "SEMI", "STOP", "DASH", "DIDSO", "QUOTE", "COLON", "OPEN"))
PRONOUNS = {"m": ("HE", "m"), "f": ("HE", "f"), "it": ("IT", None)}
LEFT_OUT = frozenset(("FILM", "FILMOF", "PERSON", "PERSONOF", "WORK", "WORKOF", "TIME", "AND"))
"""What an echo does not say again: "lost with The Letter, as did Joan Fontaine" is about another film of hers."""


def echoed(items: Sequence[Item], before: Sequence[Item]) -> list[Item]:
    """The items with what "so did" and "as was" stand for put in after each name that follows them.

    Args:
        items: of a sentence.
        before: the items of the sentence before it, which the words may refer to.
    """
    out: list[Item] = []
    said: list[Item] = []
    for place, item in enumerate(items):
        if item.kind == "DIDSO":
            said = predicate_of(out) or predicate_of(before)
            pronoun = PRONOUNS.get(str(item.value))
            if pronoun is not None and said:
                out.append(Item(pronoun[0], item.start, item.end, gender=pronoun[1]))
                out.extend(replace(other, start=item.end, end=item.end) for other in said)
                said = []
            continue
        after = items[place + 1].kind if place + 1 < len(items) else "STOP"
        out.append(item)
        if said and item.kind in ("FILM", "PERSON", "WORK"):
            out.extend(replace(other, start=item.end, end=item.end) for other in said)
        if item.kind in ("SEMI", "STOP", "DASH") or (
            item.kind not in SEPARATORS and after not in (*SEPARATORS, "STOP")
        ):
            said = said if item.kind in ("FILM", "PERSON", "WORK") and after in SEPARATORS else []
    return out


def predicate_of(items: Sequence[Item]) -> list[Item]:
    """The last verb of some items with what belongs to it, up to the end of its clause."""
    start = next((place for place in range(len(items) - 1, -1, -1) if items[place].kind in PREDICATES), None)
    if start is None:
        return []
    end = start + 1
    while end < len(items) and items[end].kind not in ECHOED_TO and items[end].kind not in LEFT_OUT:
        end += 1
    if end < len(items) and items[end - 1].kind in ("FOR", "WITH", "IN", "TO", "OF"):
        end -= 1
    return list(items[start:end])


def owner_of(items: Sequence[Item]) -> Item | None:
    """Whose win the last item is: "Madison's victory" makes Madison the subject of what follows."""
    place = len(items) - 2
    while place >= 0 and items[place].kind in ("OTHER", "PRIZE", "WEAKPRIZE", "AWARD", "ORDINAL"):
        place -= 1
    if place >= 0 and items[place].kind == "HIS":
        return items[place]
    if place >= 1 and items[place].kind == "POSS" and items[place - 1].kind in ("PERSONOF", "FILMOF", "WORKOF"):
        return items[place - 1]
    return None


def is_in_list(items: Sequence[Item]) -> bool:
    """Whether the last item continues a list of names."""
    return len(items) > 2 and items[-2].kind in SEPARATORS and items[-3].kind in SUBJECTS


def is_clause_start(items: Sequence[Item]) -> bool:
    """Whether a verb in this place follows a comma or "and", over at most two ordinary words, and so has no subject."""
    place = len(items) - 1
    skipped = 0
    while place >= 0 and items[place].kind in ("OTHER", "THEN", "TIME", "ONLY", "EVER") and skipped < 2:
        place, skipped = place - 1, skipped + 1
    return place >= 0 and items[place].kind in ("COMMA", "AND", "DASH") and len(items) > 1
