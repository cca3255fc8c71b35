"""Writes the figures of `docs/benchmark.md`: what the parts of the corpus hold, and their scores.

`python docs/benchmark.py` writes what they hold and scores nothing. `python docs/benchmark.py second third` scores
those parts too; `all` is every part. A part that is not named keeps the score that stands on the page, and the
summary is taken from there. Of the held-out parts nothing but figures is shown.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from palmares import open_record
from palmares.evaluating import Criterion, Labelled, read_labelled, score, score_lines
from palmares.evaluating.labels import NO_CLAIM, PASSAGES_FAMILY, VERDICTS

PAGE = Path(__file__).with_name("benchmark.md")
ROOT = PAGE.parents[1]
PARTS = {
    "development": ROOT / "tests" / "development",
    "second": ROOT / "tests" / "held_out" / "second",
    "third": ROOT / "tests" / "held_out" / "third",
}
HEADINGS = {"development": "development", "second": "held out, second", "third": "held out, third"}
EVERY_PART = "all"
REASON = "its figures move with every change of the rules"


def with_block(page: str, name: str, lines: Iterator[str]) -> str:
    """The page with other lines between the comments that enclose a block."""
    begin, end = f"<!-- {name}: written by docs/benchmark.py -->", f"<!-- end of {name} -->"
    if begin not in page:
        raise LookupError(f"docs/benchmark.md has no block {name!r}")
    written = "\n".join([begin, "", *lines, "", end])
    return re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: written, page, flags=re.S)


def block_of(page: str, name: str) -> str:
    """What stands on the page between the comments that enclose a block."""
    return page.partition(f"<!-- {name}: written by docs/benchmark.py -->")[2].partition(f"<!-- end of {name} -->")[0]


def contents(corpus: dict[str, tuple[Labelled, ...]]) -> Iterator[str]:
    """A table of how much each part holds, and all of them."""
    yield f"| part | articles | sentences | {' | '.join(VERDICTS)} | no claim | quotations |"
    yield "| --- |" + " ---: |" * (len(VERDICTS) + 4)
    everything = tuple(labelled for documents in corpus.values() for labelled in documents)
    for name, documents in [*((HEADINGS[part], corpus[part]) for part in corpus), ("all", everything)]:
        yield f"| {name} | {' | '.join(f'{count:,}' for count in counts(documents))} |"


def counts(documents: tuple[Labelled, ...]) -> Iterator[int]:
    """Articles, sentences, labels of claims by verdict, passages that are no claims, and quotations."""
    articles = sum(labelled.document.source != labelled.id for labelled in documents)
    yield from (articles, len(documents) - articles)
    labels = [label for labelled in documents for label in labelled.labels]
    verdicts = Counter(label.verdict for label in labels if label.family != PASSAGES_FAMILY)
    yield from (verdicts[verdict] for verdict in VERDICTS)
    yield len(labels) - verdicts.total()
    yield sum(len(labelled.spoken) for labelled in documents)


def families(corpus: dict[str, tuple[Labelled, ...]]) -> Iterator[str]:
    """A table of the claims that can be judged, by family and part, the commonest family first."""
    found = {part: Counter(families_of(documents)) for part, documents in corpus.items()}
    total = sum(found.values(), Counter[str]())
    yield f"| family | {' | '.join(HEADINGS[part] for part in corpus)} | all |"
    yield "| --- |" + " ---: |" * (len(corpus) + 1)
    for family, count in sorted(total.items(), key=lambda item: (-item[1], item[0])):
        yield f"| {family} | {' | '.join(f'{found[part][family]:,}' for part in corpus)} | {count:,} |"


def families_of(documents: tuple[Labelled, ...]) -> Iterator[str]:
    """The family of every label but those of what is no claim."""
    for labelled in documents:
        yield from (label.family for label in labelled.labels if label.family not in (PASSAGES_FAMILY, NO_CLAIM))


def scores(part: str, documents: tuple[Labelled, ...]) -> Iterator[str]:
    """What the command prints of a part."""
    yield f"<!-- not run: {REASON} -->"
    yield "```console"
    yield f"$ palmares evaluate {PARTS[part].relative_to(ROOT).as_posix()}"
    with open_record() as record:
        yield from score_lines(score(record, documents))
    yield "```"


def summary(page: str) -> Iterator[str]:
    """The overall rates of every part, from the scores on the page, each with its interval."""
    yield f"| criterion | {' | '.join(HEADINGS[part] for part in PARTS)} |"
    yield "| --- |" + " --- |" * len(PARTS)
    for criterion in Criterion:
        cells = (overall(block_of(page, f"scores of {part}"), criterion) for part in PARTS)
        yield f"| `{criterion.value}` | {' | '.join(cells)} |"


def overall(block: str, criterion: Criterion) -> str:
    """The overall rate of a criterion in a block of scores, or a dash where it is not scored."""
    name = criterion.replace("-", ".")
    found = re.search(rf"^{name} +(\S+) +(\S+ to \S+) +(\d+/\d+)$", block, re.MULTILINE)
    return f"{found[1]} ({found[2]}), {found[3]}" if found else "–"


def main(named: list[str]) -> None:
    """Write the page; score the parts named."""
    wanted = list(PARTS) if EVERY_PART in named else named
    if unknown := set(wanted) - set(PARTS):
        raise SystemExit(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)} and {EVERY_PART}")
    corpus = {part: read_labelled(directory) for part, directory in PARTS.items()}
    page = with_block(PAGE.read_text(encoding="utf-8"), "contents", contents(corpus))
    page = with_block(page, "families", families(corpus))
    for part in wanted:
        page = with_block(page, f"scores of {part}", scores(part, corpus[part]))
    PAGE.write_text(with_block(page, "summary", summary(page)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
