"""Scores palmares on articles and sentences whose claims are labelled, and says how sure each figure is.

    python bench/score.py DIR                       the table: every rate with its counts and a 95% interval
    python bench/score.py DIR --format json         the same figures as one JSON object
    python bench/score.py DIR --misses              every miss as well: the label, what was said, and the rule

DIR (or DIR/articles) holds `NNN.json` beside `NNN.txt` or `NNN.html`, and DIR may hold `sentences.jsonl`. A folder with
a file called SEALED is scored and never debugged: it gives no misses unless --break-seal is said.

- coverage: a claim covers a label when their spans share at least half of the shorter one;
- flag precision: of the claims called refuted, those that cover a label refuted or imprecise;
- error recall: of the labels refuted, those called refuted or imprecise;
- confirm recall: of the labels supported, those called supported or imprecise and not refuted;
- abstention: of the labels unverifiable or none and the passages that are no claims, those of which nothing is called
  supported or refuted;
- three-way accuracy: of all labels, those right by the three rules above; imprecise labels ask what refuted ones ask;
- quotes found, and quotes found with the speaker that the label names.

The intervals come from a bootstrap over documents, because the claims of one story are read together and fail together.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import palmares

SEAL = "SEALED"
RESAMPLES = 1000
SEED = 97
JUDGED = ("flag precision", "error recall", "confirm recall", "abstention", "three-way accuracy")
FLAGS, ERRORS, CONFIRMED, ABSTAINED, ACCURACY = JUDGED
QUOTED = FOUND, WITH_SPEAKER = ("quotes found", "quotes with speaker")
ALL = "all"
UNLABELLED = "unlabelled"
NOT_CLAIM = "not a claim"
MEASURE_OF_VERDICT = {"refuted": ERRORS, "supported": CONFIRMED, "unverifiable": ABSTAINED, "none": ABSTAINED}


class Unusable(Exception):
    """Why a directory cannot be scored, in one line."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands: half-open, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """What a person says of a passage. `verdict` is one of a claim's four, or "none" where nothing may be called."""

    quote: str
    verdict: str
    family: str
    truth: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A labelled text. `quotes`: words and speaker. `path` is its file, or None for a sentence."""

    id: str
    text: str
    as_of: dt.date
    labels: tuple[Label, ...]
    quotes: tuple[tuple[str, str], ...] = ()
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One claim of palmares: where, the verdict, and what `--misses` shows of it."""

    span: Span
    verdict: str
    canonical: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """All that palmares says of one document. `text` is what its spans count; `quotes`: where, and who speaks."""

    text: str
    claims: tuple[Said, ...]
    quotes: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing judged under one measure; `asked` and `said` are for the person who looks at a miss."""

    document: str
    measure: str
    family: str
    right: bool
    asked: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its counts and its bootstrap interval. All three are from 0 to 1, or None where `total` is 0."""

    right: int
    total: int
    value: float | None
    low: float | None
    high: float | None


def labels_of(item: Mapping[str, Any]) -> tuple[Label, ...]:
    """The labels of an article, its passages that are no claims last."""
    claims = (
        Label(claim["quote"], claim["verdict"], claim["family"], claim.get("truth", "")) for claim in item["claims"]
    )
    return (*claims, *(Label(passage, "none", NOT_CLAIM) for passage in item.get("not_claims", ())))


def read_article(path: Path) -> Document:
    """The article whose labels are in `path`; its text lies beside it."""
    item = json.loads(path.read_text(encoding="utf-8"))
    texts = [path.with_suffix(suffix) for suffix in (".txt", ".html") if path.with_suffix(suffix).exists()]
    if not texts:
        raise Unusable(f"{path} has labels but no text: put {path.stem}.txt or {path.stem}.html beside it.")
    quotes = tuple((quote["quote"], quote["speaker"]) for quote in item.get("quotes", ()))
    text = texts[0].read_text(encoding="utf-8")
    return Document(path.stem, text, dt.date.fromisoformat(item["as_of"]), labels_of(item), quotes, texts[0])


def read_sentences(path: Path) -> list[Document]:
    """Each line of `path` as a document with one label."""
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Document(
            item["id"],
            item["text"],
            dt.date.fromisoformat(item["as_of"]),
            (Label(item["quote"], item["verdict"], item["family"], item.get("truth", "")),),
        )
        for item in items
    ]


def read_documents(folder: Path) -> list[Document]:
    """Everything labelled in `folder`."""
    paths = sorted([*folder.glob("*.json"), *folder.glob("articles/*.json")])
    documents = [read_article(path) for path in paths]
    sentences = folder / "sentences.jsonl"
    documents += read_sentences(sentences) if sentences.exists() else []
    if not documents:
        raise Unusable(f"{folder} holds no labelled article and no sentences.jsonl.")
    return documents


def is_sealed(folder: Path) -> bool:
    """Whether `folder` or one that holds it has the marker file."""
    place = folder.resolve()
    return any((above / SEAL).exists() for above in (place, *place.parents))


def check_text(text: str, as_of: dt.date) -> Mapping[str, Any]:
    """The report on a plain text, as the JSON object of the command line."""
    told: Any = palmares.check(text, as_of=as_of).to_json()
    report: Mapping[str, Any] = json.loads(told) if isinstance(told, str) else told
    return report


def check_file(path: Path, as_of: dt.date) -> Mapping[str, Any]:
    """The report on a file, by the command line: it alone takes the text out of a page."""
    command = [sys.executable, "-m", "palmares", "check", str(path), "--as-of", as_of.isoformat(), "--format", "json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    if done.returncode > 1:
        raise Unusable(f"{path} could not be checked: {done.stderr.strip() or 'no reason given'}")
    report: Mapping[str, Any] = json.loads(done.stdout)
    return report


def ask(document: Document) -> Answer:
    """What palmares says of `document`."""
    if document.path is not None and document.path.suffix == ".html":
        return read_report(check_file(document.path, document.as_of), document.text)
    return read_report(check_text(document.text, document.as_of), document.text)


def read_report(report: Mapping[str, Any], text: str) -> Answer:
    """The answer in a report; `text` is used where the report does not carry its own."""
    claims = tuple(
        Said(Span(claim["start"], claim["end"]), claim["verdict"], claim.get("canonical", ""), claim.get("rule", ""))
        for claim in report["claims"]
    )
    quotes = tuple(
        (Span(quote["start"], quote["end"]), quote.get("speaker") or "") for quote in report.get("quotes", ())
    )
    return Answer(report.get("document", {}).get("text") or text, claims, quotes)


def is_covered(label: Span, claim: Span) -> bool:
    """Whether the two spans share at least half of the shorter one."""
    shared = min(label.end, claim.end) - max(label.start, claim.start)
    return shared > 0 and 2 * shared >= min(label.end - label.start, claim.end - claim.start)


def locate(quote: str, text: str) -> Span | None:
    """Where `quote` stands in `text`, or None: page furniture is labelled and not part of the text taken out."""
    start = text.find(quote)
    return None if start < 0 else Span(start, start + len(quote))


def covering(quote: str, answer: Answer) -> list[Said]:
    """The claims of `answer` that cover `quote`."""
    span = locate(quote, answer.text)
    return [] if span is None else [claim for claim in answer.claims if is_covered(span, claim.span)]


def is_right(verdict: str, called: Iterable[str]) -> bool:
    """Whether the verdicts `called` over a label suit its `verdict`."""
    verdicts = set(called)
    if verdict in ("refuted", "imprecise"):
        return bool(verdicts & {"refuted", "imprecise"})
    if verdict == "supported":
        return bool(verdicts & {"supported", "imprecise"}) and "refuted" not in verdicts
    return not verdicts & {"supported", "refuted"}


def plain(name: str) -> str:
    """`name` without accents, marks or case, so that only another person differs."""
    letters = unicodedata.normalize("NFKD", name)
    words = "".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
    return " ".join(words.casefold().split())


def tell_claims(claims: Sequence[Said]) -> str:
    """What was said over a label, for a person to read."""
    return "; ".join(f"{said.verdict} [{said.rule or '?'}] {said.canonical}".strip() for said in claims) or "nothing"


def judge_labels(document: Document, answer: Answer) -> Iterator[Mark]:
    """A mark for each label under accuracy, and under the measure of its verdict where it has one."""
    for label in document.labels:
        over = covering(label.quote, answer)
        right = is_right(label.verdict, (said.verdict for said in over))
        truth = f" ({label.truth})" if label.truth else ""
        asked = f"{label.verdict}: {label.quote}{truth}"
        yield Mark(document.id, ACCURACY, label.family, right, asked, tell_claims(over))
        if label.verdict in MEASURE_OF_VERDICT:
            yield Mark(document.id, MEASURE_OF_VERDICT[label.verdict], label.family, right)


def judge_flags(document: Document, answer: Answer) -> Iterator[Mark]:
    """A mark for each claim called refuted, wherever it stands, in the family of a label that it covers."""
    located = [(label, locate(label.quote, answer.text)) for label in document.labels]
    for said in answer.claims:
        if said.verdict != "refuted":
            continue
        under = [label for label, span in located if span is not None and is_covered(span, said.span)]
        errors = [label for label in under if label.verdict in ("refuted", "imprecise")]
        family = (errors or under or [Label("", "", UNLABELLED)])[0].family
        asked = f"no flag: {answer.text[said.span.start : said.span.end]}"
        yield Mark(document.id, FLAGS, family, bool(errors), asked, tell_claims([said]))


def judge_quotes(document: Document, answer: Answer) -> Iterator[Mark]:
    """Two marks for each quotation: whether it was found, and whether with its speaker."""
    for quote, speaker in document.quotes:
        span = locate(quote, answer.text)
        heard = [name for place, name in answer.quotes if span is not None and is_covered(span, place)]
        right = plain(speaker) in map(plain, heard)
        said = ", ".join(name or "no one" for name in heard) or "nothing"
        yield Mark(document.id, FOUND, "quote", bool(heard))
        yield Mark(document.id, WITH_SPEAKER, "quote", right, f"{speaker}: {quote}", said)


def judge(document: Document, answer: Answer) -> list[Mark]:
    """Everything judged of one document."""
    return [*judge_flags(document, answer), *judge_labels(document, answer), *judge_quotes(document, answer)]


def interval(counts: Sequence[tuple[int, int]], *, seed: int = SEED) -> tuple[float, float]:
    """The 95% percentile interval of a rate over documents with (right, total) `counts`, each drawn whole.

    Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
    """
    chance = random.Random(seed)
    rates = []
    for _ in range(RESAMPLES):
        drawn = chance.choices(counts, k=len(counts))
        rates.append(sum(right for right, _ in drawn) / sum(total for _, total in drawn))
    rates.sort()
    return rates[round(0.025 * (RESAMPLES - 1))], rates[round(0.975 * (RESAMPLES - 1))]


def rate_of(marks: Iterable[Mark]) -> Rate:
    """The share of `marks` that are right, resampled by document."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for mark in marks:
        right[mark.document] += mark.right
        total[mark.document] += 1
    if not total:
        return Rate(0, 0, None, None, None)
    low, high = interval([(right[document], total[document]) for document in sorted(total)])
    return Rate(right.total(), total.total(), right.total() / total.total(), low, high)


def tabulate(marks: Sequence[Mark]) -> dict[str, dict[str, Rate]]:
    """The rates by measure, then by family, with "all" first; families in which a measure has no mark are left out."""
    table: dict[str, dict[str, Rate]] = {}
    for measure in (*JUDGED, *QUOTED):
        of_measure = [mark for mark in marks if mark.measure == measure]
        families = sorted({mark.family for mark in of_measure}) if measure in JUDGED else []
        table[measure] = {ALL: rate_of(of_measure)}
        for family in families:
            table[measure][family] = rate_of(mark for mark in of_measure if mark.family == family)
    return table


def tell_rate(rate: Rate) -> str:
    """A rate as one cell: the share, its interval and its counts."""
    if rate.value is None or rate.low is None or rate.high is None:
        return "—".rjust(6) + "   0/0"
    return f"{rate.value:6.3f}   [{rate.low:.3f}, {rate.high:.3f}]   {rate.right}/{rate.total}"


def tell_table(table: Mapping[str, Mapping[str, Rate]]) -> str:
    """The rates as lines, each family under its measure."""
    lines = []
    for measure, rates in table.items():
        lines += [
            f"{measure if family == ALL else '  ' + family:22}{tell_rate(rate)}" for family, rate in rates.items()
        ]
    return "\n".join(lines)


def misses_of(marks: Iterable[Mark]) -> list[Mark]:
    """The marks that are wrong, each thing once: only one of the measures it counts under says what was asked."""
    return [mark for mark in marks if mark.asked and not mark.right]


def tell_miss(miss: Mark) -> str:
    """A miss as three lines."""
    return f"\n{miss.document}  {miss.measure}, {miss.family}\n    asked  {miss.asked}\n    said   {miss.said}"


def tell(marks: Sequence[Mark], *, form: str, with_misses: bool) -> str:
    """The score as text or JSON, with the misses where they are wanted."""
    table = tabulate(marks)
    misses = misses_of(marks) if with_misses else []
    if form == "text":
        return "\n".join([tell_table(table), *map(tell_miss, misses)])
    told: dict[str, Any] = {
        "rates": {measure: {of: asdict(rate) for of, rate in table[measure].items()} for measure in table}
    }
    if with_misses:
        told["misses"] = [asdict(miss) for miss in misses]
    return json.dumps(told, ensure_ascii=False, indent=2)


def score(folder: Path) -> list[Mark]:
    """Everything judged of palmares on what is labelled in `folder`."""
    return [mark for document in read_documents(folder) for mark in judge(document, ask(document))]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the score and return the exit status: 2 where there is nothing to score or a seal would be broken."""
    parser = argparse.ArgumentParser(description="Score palmares on labelled articles and sentences.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--misses", action="store_true", help="list every miss")
    parser.add_argument("--break-seal", action="store_true", help=f"list misses of a folder marked {SEAL} too")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args(arguments)
    if options.misses and not options.break_seal and is_sealed(options.folder):
        print(f"{options.folder} is sealed: it is scored, never debugged. Leave out --misses.", file=sys.stderr)
        return 2
    try:
        print(tell(score(options.folder), form=options.format, with_misses=options.misses))
    except Unusable as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
