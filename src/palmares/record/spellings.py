"""Derives, while the record is built, the spellings under which a film, person or song may be met.

The trap: a shorter form is only derived where it is nobody else's full name, or where its bearer is marked not exact;
which of several bearers a text means is for the reader of the text to tell.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from palmares.record.names import fold

WORDS = Path(__file__).with_name("words.toml")
PUNCTUATION = re.compile(r"[,:;!?.…]+")
QUOTED = re.compile(r"\s*[\"“(][^\"”)]*[\"”)]")
PART = re.compile(r"[,:]? (?=part\b)", re.IGNORECASE)
SUBTITLE = re.compile(r"(?: or)?: |(?: or)? \(| – | - ")
INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+")


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name, as the spelling table will hold it. `others`: further full names it goes by."""

    kind: str
    id: str
    label: str
    others: tuple[str, ...] = ()
    weight: int = 0
    first_season: int | None = None
    last_season: int | None = None
    gender: str | None = None
    country: str | None = None
    is_company: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The tables of words.toml."""

    articles: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    companies: frozenset[str]
    family_first: frozenset[str]


def read_words() -> Words:
    """The words by which shorter spellings are derived."""
    tables = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return Words(**{name: frozenset(words) for name, words in tables.items()})


def spell(named: Iterable[Named]) -> Iterator[tuple[str, Named, str, bool]]:
    """Every spelling of everything: key, bearer, spelling, and whether it is a full one; each key once per bearer."""
    things = list(named)
    words = read_words()
    owners: dict[tuple[str, str], set[str]] = {}
    for thing in things:
        for name in (thing.label, *thing.others):
            owners.setdefault((thing.kind, key_of(name)), set()).add(thing.id)
    for thing in things:
        spelled: set[str] = set()
        for spelling, exact, yields in variants(thing, words):
            key = key_of(spelling)
            if key and key not in spelled and not (yields and owners.get((thing.kind, key), {thing.id}) != {thing.id}):
                spelled.add(key)
                yield key, thing, spelling, exact


def key_of(spelling: str) -> str:
    """The key of a spelling: folded, from its first letter or digit on, single-spaced."""
    key = fold(spelling)
    if "  " in key or key[:1] == " " or key[-1:] == " ":
        key = " ".join(key.split())
    if key[:1].isalnum():
        return key
    start = re.search(r"\w", key)
    return key[start.start() :] if start else ""


def variants(thing: Named, words: Words) -> Iterator[tuple[str, bool, bool]]:
    """Spellings of one thing, full ones first, each with whether it is exact and whether it yields to others' names."""
    names = (thing.label, *thing.others)
    for name in names:
        yield name, True, False
    for name in names:
        for spelling in rewritten(name):
            yield spelling, True, True
    if thing.kind == "person" and not is_company(thing, words):
        for name in names:
            yield from shorter_names(name, thing, words)
    elif thing.kind == "film":
        for name in names:
            for spelling in shorter_titles(name, words):
                yield spelling, False, True


def rewritten(name: str) -> Iterator[str]:
    """The same name in other punctuation: "&" for "and", without commas, colons, full stops and exclamation marks."""
    if " & " in name:
        yield name.replace(" & ", " and ")
    elif " and " in name:
        yield name.replace(" and ", " & ")
    if PUNCTUATION.search(name):
        yield name.rstrip("!?. ")
        yield PUNCTUATION.sub("", name)
        yield PUNCTUATION.sub("", name.replace(" & ", " and "))
    for joint in ("", ",", ":"):
        if PART.search(name):
            yield PART.sub(f"{joint} ", name)


def is_company(thing: Named, words: Words) -> bool:
    """Whether the name is that of a company or a body rather than a person."""
    return thing.is_company or thing.gender == "none" or not words.companies.isdisjoint(fold(thing.label).split())


def shorter_names(name: str, person: Named, words: Words) -> Iterator[tuple[str, bool, bool]]:
    """A person's name without suffix, nickname or initials; then the surname, which is nobody's full name."""
    tokens = QUOTED.sub("", name).replace(",", "").split()
    bare = [token for token in tokens if fold(token) not in words.suffixes]
    if len(tokens) > len(bare) and bare:
        suffix = next(token for token in tokens if fold(token) in words.suffixes)
        yield f"{' '.join(bare)}, {suffix}", True, False
        yield f"{' '.join(bare)}, {suffix.rstrip('.')}", True, False
        yield " ".join(bare), True, True
    spoken = [token for index, token in enumerate(bare) if index == 0 or not INITIAL.fullmatch(token)]
    yield " ".join(spoken), True, True
    yield from spaced_initials(bare)
    if len(bare) > 1:
        for surname in surnames(bare, person, words):
            yield surname, False, " " in surname


def spaced_initials(tokens: list[str]) -> Iterator[tuple[str, bool, bool]]:
    """`D.J.` as `D. J.` and `D. J.` as `D.J.`; a hyphen between given names as a space."""
    name = " ".join(tokens)
    yield re.sub(r"(?<=\.)(?=[^\W\d_]\.)", " ", name), True, True
    yield re.sub(r"(?<=\b[^\W\d_]\.) (?=[^\W\d_]\.)", "", name), True, True
    if "-" in name:
        yield name.replace("-", " "), True, True


def surnames(tokens: list[str], person: Named, words: Words) -> Iterator[str]:
    """What the person may be called on second mention: the last name with and without particles, the last two names."""
    start = len(tokens) - 1
    while start > 1 and fold(tokens[start - 1]) in words.particles:
        start -= 1
    yield " ".join(tokens[start:])
    if len(tokens[-1]) > 1:
        yield tokens[-1]
    if start > 1 and not INITIAL.fullmatch(tokens[start - 1]):
        yield " ".join(tokens[start - 1 :])
    if person.country in words.family_first or re.fullmatch(r"[A-Z]\w+-[a-z]\w+", tokens[-1]):
        yield tokens[0]


def shorter_titles(title: str, words: Words) -> Iterator[str]:
    """A title without its leading article, without its subtitle, and without both."""
    heads = [title[: joint.start()].rstrip(" ,") for joint in SUBTITLE.finditer(title)]
    for short in (title, *heads):
        if short != title:
            yield short
        article, _, rest = short.partition(" ")
        if rest and fold(article) in words.articles:
            yield rest
