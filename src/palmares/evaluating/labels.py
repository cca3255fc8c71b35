"""Texts with labels: articles with a JSON file beside each, and single sentences, as they lie in a directory.

The thing a newcomer gets wrong: an article that palmares declines to read is not left out. It is scored as one of which
nothing was said.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from palmares.errors import UnusableInput
from palmares.evaluating.form import REMEDY, Entry, parse_entry, read_bytes, read_utf8
from palmares.reading import Document, decode_document

SEAL = "SEALED"
"""The file that marks a directory as one to be scored and never debugged."""

NO_CLAIM = "none"
VERDICTS = ("supported", "refuted", "imprecise", "unverifiable", NO_CLAIM)
TEXT_SUFFIXES = (".txt", ".md", ".html", ".htm")
SENTENCES = "sentences.jsonl"
PASSAGES_FAMILY = "not a claim"
"""The family under which passages that are no claims are counted."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a person says of a passage.

    `quote` are its exact words. `verdict` is one of a claim's four, or `none` where nothing may be called. `truth` is
    what it should have said, or empty.
    """

    quote: str
    verdict: str
    family: str
    truth: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words in quotation marks, and who says them; the speaker is empty where the text does not tell."""

    quote: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its labels. `declined` is why palmares does not read it, or empty."""

    id: str
    document: Document
    as_of: dt.date
    labels: tuple[Label, ...]
    spoken: tuple[Spoken, ...] = ()
    declined: str = ""


def check_seal(directory: Path) -> None:
    """Refuse to debug what is only to be scored.

    Raises:
        UnusableInput: the directory, or one that holds it, has the marker file.
    """
    place = directory.resolve()
    if any((above / SEAL).exists() for above in (place, *place.parents)):
        raise UnusableInput(str(directory), "this is sealed: it is scored, never debugged", "Leave out --misses")


def read_labelled(directory: Path) -> tuple[Labelled, ...]:
    """Everything labelled in a directory: articles in order of their paths, then sentences in order of their lines.

    Args:
        directory: holds `NNN.json` with the text of the same name beside it, or such pairs in `articles/`, or
            `sentences.jsonl`, or both.

    Raises:
        UnusableInput: there is nothing labelled in it, a file cannot be read, or a label is not as it should be.
    """
    if not directory.is_dir():
        raise UnusableInput(str(directory), "there is no such directory", "Check the path")
    articles = [read_article(path) for path in sorted([*directory.glob("*.json"), *directory.glob("articles/*.json")])]
    sentences = read_sentences(directory / SENTENCES) if (directory / SENTENCES).exists() else ()
    found = (*articles, *sentences)
    if not found:
        raise UnusableInput(str(directory), f"it holds no labelled article and no {SENTENCES}", REMEDY)
    repeated = [id for id, count in Counter(labelled.id for labelled in found).items() if count > 1]
    if repeated:
        raise UnusableInput(str(directory), f"two texts in it are called {repeated[0]}", "Name each once")
    return found


def read_article(path: Path) -> Labelled:
    """The article whose labels are in `path`."""
    entry, text = parse_entry(read_utf8(path), str(path)), text_beside(path)
    labels = (
        *(label_of(claim) for claim in entry.entries("claims")),
        *(Label(passage, NO_CLAIM, PASSAGES_FAMILY) for passage in entry.texts("not_claims")),
    )
    spoken = tuple(Spoken(item.words("quote"), item.words("speaker", default="")) for item in entry.entries("quotes"))
    content = read_bytes(text)
    document, declined = document_of(content, str(text))
    if "claims" not in entry.fields:
        raise entry.wrong("claims", "is not there")
    if document.text == plain_text(content):
        check_quotes(entry, document.text)
    return Labelled(path.stem, document, entry.day("as_of"), labels, spoken, declined)


def read_sentences(path: Path) -> tuple[Labelled, ...]:
    """Each line of a file as a document with one label."""
    lines = enumerate(read_utf8(path).split("\n"), start=1)
    return tuple(read_sentence(parse_entry(line, f"{path}, line {number}")) for number, line in lines if line.strip())


def read_sentence(entry: Entry) -> Labelled:
    """One line of a file of sentences."""
    id, label, text = entry.words("id"), label_of(entry), entry.words("text")
    if label.quote not in text:
        raise entry.wrong("quote", "is not in the text")
    document, declined = document_of(text.encode(errors="replace"), id)
    return Labelled(id, document, entry.day("as_of"), (label,), (), declined)


def label_of(entry: Entry) -> Label:
    """The label that an entry of `claims`, or a line of sentences, holds."""
    verdict = entry.words("verdict")
    if verdict not in VERDICTS:
        raise entry.wrong("verdict", f"is {verdict!r} and not one of {', '.join(VERDICTS)}")
    return Label(entry.words("quote"), verdict, entry.words("family"), entry.words("truth", default=""))


def text_beside(path: Path) -> Path:
    """The one text that a file of labels belongs to."""
    texts = [path.with_suffix(suffix) for suffix in TEXT_SUFFIXES if path.with_suffix(suffix).exists()]
    if len(texts) != 1:
        names = f"{path.stem}.txt, .md or .html"
        problem = "these labels have no text" if not texts else "these labels have more than one text"
        raise UnusableInput(str(path), problem, f"Put {names} beside them")
    return texts[0]


def document_of(content: bytes, source: str) -> tuple[Document, str]:
    """The document, and why palmares declines to read it: an empty text where it does not."""
    try:
        return decode_document(content, source=source), ""
    except UnusableInput as error:
        return Document(plain_text(content), source, None, None), error.problem


def plain_text(content: bytes) -> str:
    """The text of a file as it was given."""
    return content.decode("utf-8-sig", "replace")


def check_quotes(entry: Entry, text: str) -> None:
    """Complain of words that are not in a plain text.

    A page is another matter: its furniture may be labelled, and is no part of the text that is taken out of it.
    """
    for number, claim in enumerate(entry.entries("claims")):
        found = text.count(claim.words("quote"))
        if found != 1:
            raise entry.wrong(f"claims[{number}].quote", f"is {found} times in the text, not once")
    for number, item in enumerate(entry.entries("quotes")):
        if item.words("quote") not in text:
            raise entry.wrong(f"quotes[{number}].quote", "is not in the text")
    for number, passage in enumerate(entry.texts("not_claims")):
        if passage not in text:
            raise entry.wrong(f"not_claims[{number}]", "is not in the text")
