"""The people of an article as far as quotations need them: who a name, a surname or a pronoun stands for.

The trap: the record does not know the projectionist who is quoted, so names are also taken from the text itself, two to
four capitalised words; those count as the topic of a passage only where they begin its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from palmares.reading.marks import Pair
from palmares.reading.sentences import Stretch
from palmares.reading.words import rows

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
WORD = rf"(?:{CAPITAL}\.(?!\w)|{CAPITAL}\w*+(?:['’](?!s\b)\w++|-\w++)*+(?:(?<=\b[JS]r)\.)?)"
PARTICLES = "de del della di da dos du van von der den ter ten bin ibn al el la le y af av zu".split()
PARTICLE = rf"(?:(?:{'|'.join(PARTICLES)})[ ]){{0,2}}(?:(?:d|dell|dall|l)['’])?"
NAME = re.compile(rf"{WORD}(?:[ \n]{PARTICLE}{WORD}|,[ ][JS]r\b\.?){{0,5}}")
SPACE = re.compile(r"[ \n]")
POSSESSIVES = ("'s", "’s")
SENTENCES_BACK = 12
"""How far a pronoun may reach: a person not named for a dozen sentences is no longer "she"."""
NAMESAKES = 8
"""How many people of one surname are told apart in one text."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person mention that the reader found: its span, the full name, and the gender "f", "m" or None."""

    start: int
    end: int
    name: str
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a person. `known`: the reader found it, rather than its capitals."""

    start: int
    end: int
    name: str
    gender: str | None = None
    known: bool = False
    possessive: bool = False


@cache
def titles() -> frozenset[str]:
    """Words that stand before a name and are no part of it, in lower case."""
    return frozenset(row["title"] for row in rows("titles-before-names.csv"))


@cache
def never_in_names() -> frozenset[str]:
    """Words that are capitalised at the start of a sentence or in other names, but in no person's, in lower case."""
    return frozenset(row["word"] for row in rows("never-in-names.csv"))


@cache
def person_nouns() -> dict[str, str | None]:
    """Nouns for a person, with the gender they tell, if any."""
    return {row["noun"]: row["gender"] or None for row in rows("person-nouns.csv")}


class Cast:
    """Everyone a text names, by place, and its sentences, those inside a quotation left out."""

    def __init__(
        self,
        text: str,
        people: Iterable[Named],
        *,
        pairs: Sequence[Pair],
        sentences: Iterable[Stretch],
        works: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.text = text
        self.at: dict[int, Mention] = {}
        self.surnames: dict[str, list[Mention]] = {}
        self.inside = sorted([(pair.start, pair.end) for pair in pairs])
        outer = [one for one in sentences if not covers(self.inside, one.start) and not is_after_title(text, one.start)]
        self.sentences = [stretch.start for stretch in outer]
        self.paragraphs = [stretch.paragraph for stretch in outer]
        for named in people:
            mention = Mention(named.start, named.end, named.name, named.gender, True, is_possessive(text, named.end))
            self.at[named.start] = mention
            self.learn(mention)
        self.find_names(sorted([*((one.start, one.end) for one in self.at.values()), *works]))
        outside = (start for start in self.at if not covers(self.inside, start))
        self.places = sorted(outside)

    def find_names(self, taken: list[tuple[int, int]]) -> None:
        """Add the names that the reader did not find: full ones, then surnames of anyone named in full."""
        singles = []
        for match in NAME.finditer(self.text):
            name, start = trimmed_name(match)
            if not name or has_overlap(taken, start, start + len(name)):
                continue
            if " " in name and name[0].isupper():
                self.at[start] = self.mention(name, start)
                self.learn(self.at[start])
            else:
                singles.append((name, start))
        for name, start in singles:
            if name.replace("’", "'") in self.surnames:
                self.at[start] = self.in_full(self.mention(name, start))

    def mention(self, name: str, start: int) -> Mention:
        """A name that only its capitals tell, at the position."""
        end = start + len(name)
        return Mention(start, end, name, None, False, is_possessive(self.text, end))

    def learn(self, mention: Mention) -> None:
        """Remember whom the last and the first word of a full name stand for, and a later "Roe" for "Jane Roe"."""
        words = mention.name.replace(",", "").split()
        if len(words) > 2 and words[-1].rstrip(".") in ("Jr", "Sr", "II", "III", "IV"):
            words.pop()
        if len(words) > 1:
            for word in (words[-1], words[0], " ".join(words[1:])):
                bearers = self.surnames.setdefault(word.replace("’", "'"), [])
                if len(bearers) < NAMESAKES and all(one.name != mention.name for one in bearers):
                    bearers.append(mention)

    def in_full(self, mention: Mention) -> Mention:
        """The same span with the full name that the text gives for it: the nearest before, or else the first after."""
        bearers = self.surnames.get(mention.name.replace("’", "'"))
        if not bearers and mention.name.isupper():
            bearers = self.surnames.get(mention.name.split()[-1].title())
        if not bearers:
            return mention
        by_surname = [one for one in bearers if one.name.split()[0] != mention.name] or bearers
        known = [one for one in by_surname if one.known] or by_surname
        before = [one for one in known if one.start < mention.start]
        whole = before[-1] if before else known[0]
        return Mention(mention.start, mention.end, whole.name, whole.gender, whole.known, mention.possessive)

    def name_at(self, position: int) -> Mention | None:
        """Whoever is named at the position, be it by one capitalised word that stands for no one else."""
        if position in self.at:
            return self.at[position]
        match = NAME.match(self.text, position)
        name, start = trimmed_name(match) if match else ("", position)
        is_name = name and start == position and name.lower().rstrip(".") not in titles()
        return self.in_full(self.mention(name, start)) if is_name else None

    def sentence_before(self, position: int) -> int:
        """Where the sentence begins that the position is in."""
        index = bisect_right(self.sentences, position) - 1
        return self.sentences[index] if index >= 0 else 0

    def is_sentence_start(self, position: int) -> bool:
        """Whether a sentence begins at the position."""
        return self.sentence_before(position) == position

    def paragraph(self, position: int) -> int:
        """The number of the paragraph that the position is in."""
        return self.paragraphs[max(0, bisect_right(self.sentences, position) - 1)]

    def sentences_before(self, position: int) -> Iterator[tuple[int, int, int]]:
        """The sentences that begin before the position, nearest first: start, end, number of the paragraph."""
        end = position
        for index in range(bisect_left(self.sentences, position) - 1, -1, -1):
            yield self.sentences[index], end, self.paragraphs[index]
            end = self.sentences[index]

    def topic(self, position: int, gender: str | None, heard: Sequence[Mention]) -> Mention | None:
        """Whom "she", "he" or "the actress" at the position stands for.

        Args:
            gender: what the word tells, if it tells any.
            heard: those quoted before, in order; in the sentence that introduced them they come first.
        """
        for place in self.places[max(0, bisect_left(self.places, position) - 1) : bisect_left(self.places, position)]:
            is_aside = self.text[self.at[place].end : position] == ", "
            position = place if is_aside else position
        for start, end, _ in islice(self.sentences_before(position), SENTENCES_BACK):
            spoke = [one for one in heard[-3:] if start <= one.start < end]
            found = self.subject_between(start, end, gender, spoke)
            if found is not None:
                return found
        return None

    def subject_between(self, start: int, end: int, gender: str | None, spoke: Sequence[Mention]) -> Mention | None:
        """The likeliest topic of one sentence: who spoke in it, or its first name that is no possessive."""
        last = bisect_left(self.places, end)
        places = self.places[max(bisect_left(self.places, start), last - 30) : last]
        here = [*reversed(spoke), *(self.at[place] for place in places)]
        fitting = [one for one in here if gender is None or one.gender in (None, gender)]
        likely = [one for one in fitting if one.known or one in spoke or self.is_vouched_for(one, start)]
        plain = [one for one in likely if not one.possessive]
        return next(iter(plain or likely), None)

    def is_vouched_for(self, mention: Mention, start: int) -> bool:
        """Whether capitals alone are taken for a person: first in the sentence, or after or before a word for one."""
        before = self.text[max(0, mention.start - 30) : mention.start].split()
        after = self.text[mention.end : mention.end + 5]
        word = before[-1].lower().strip(".,") if before else ""
        described = after[:2] == ", " and after[2:].startswith(("who", "a ", "an ", "the", *"123456789"))
        return (
            described
            or word in person_nouns()
            or word in titles()
            or (mention.start == start and not mention.possessive)
        )


TWO_NAMES = 2
"""Words of a whole name; before more of them a noun may stand, as in "Reader Pim Oosterhuis"."""


def trimmed_name(match: re.Match[str]) -> tuple[str, int]:
    """The name in a run of capitalised words, without titles before it and what is no name after it, and its start."""
    skip, run, start = never_in_names(), match[0], match.start()
    words = SPACE.split(run)
    if len(words) == 1:
        return ("" if run.lower().rstrip(".") in skip else run), start
    none = skip | titles() | (person_nouns().keys() if len(words) > TWO_NAMES else frozenset())
    leading = (word.lower().rstrip(".") for word in words)
    first = next((index for index, word in enumerate(leading) if word not in none), len(words))
    last = next((index for index in range(first, len(words)) if words[index].lower() in skip), len(words))
    begin = sum(len(word) + 1 for word in words[:first])
    return run[begin : begin + sum(len(word) + 1 for word in words[first:last]) - 1], start + begin


def is_after_title(text: str, start: int) -> bool:
    """Whether what was taken for the end of a sentence is that of a title: "Col. Roe"."""
    before = text[max(0, start - 8) : start].split()
    return bool(before) and before[-1].endswith(".") and before[-1].lower().rstrip(".") in titles()


def is_possessive(text: str, end: int) -> bool:
    """Whether the name that ends here owns what follows."""
    return text[end : end + 2] in POSSESSIVES or (text[end - 1 : end] == "s" and text[end : end + 2] in ("' ", "’ "))


def covers(spans: Sequence[tuple[int, int]], position: int) -> bool:
    """Whether one of the spans, which are in order and apart, holds the position."""
    index = bisect_right(spans, (position, position)) - 1
    return index >= 0 and spans[index][0] <= position < spans[index][1]


def has_overlap(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which are in order, shares a character with the span."""
    index = bisect_left(spans, (end, end)) - 1
    return index >= 0 and spans[index][1] > start
