"""Whether a text is in a language other than English, by the share of its commonest words.

The thing a newcomer gets wrong: this declines, it does not identify. A headline, a short text, or an English story
full of foreign titles must pass; only a text that plainly is something else is turned away.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

MIN_WORDS = 14
"""Shorter texts pass: too few words to tell."""

MIN_SHARE = 0.12
"""Running text has a fifth to a half of its words in its language's table; a list of names has next to none."""

LEAD = 2.0
"""How many times as many words of another language as English ones it takes."""

WORD = re.compile(r"[^\W\d_]+")
ENGLISH = "English"


def word_table() -> dict[str, frozenset[str]]:
    """Language → its commonest words. Source: the stop-word lists of those languages, cut to words English lacks."""
    lines = Path(__file__).with_name("languages.csv").read_text("utf-8").splitlines()[1:]
    return {name: frozenset(words.split()) for name, words in (line.split(",", 1) for line in lines)}


def foreign_language(text: str) -> str | None:
    """The name of the language the text is in when that is plainly not English; None when it is, or nobody can tell."""
    words = WORD.findall(text[:20_000].lower())
    if is_other_script(words):
        return "a language that is not written in Latin letters"
    if len(words) < MIN_WORDS:
        return None
    counts = Counter(words)
    hits = {name: sum(counts[word] for word in table) for name, table in word_table().items()}
    english = hits.pop(ENGLISH)
    name, most = max(hits.items(), key=lambda item: (item[1], item[0]))
    return name if most >= MIN_SHARE * len(words) and most > LEAD * english else None


def is_other_script(words: list[str]) -> bool:
    """Whether most letters lie beyond the Latin blocks, in a text long enough for a sentence."""
    letters = "".join(words)
    beyond = sum(letter > "\u024f" and not "\u1e00" <= letter <= "\u1eff" for letter in letters)
    return len(letters) >= 20 and beyond > len(letters) / 2
