"""Writes the figures of `docs/benchmark.md`: what its three parts hold, and the scores of those held out.

`python docs/benchmark.py` writes both blocks and leaves the words round them. Nothing else of the held-out
parts is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from palmares import open_record
from palmares.evaluating import Labelled, read_labelled, score, score_lines
from palmares.evaluating.labels import PASSAGES_FAMILY, VERDICTS

PAGE = Path(__file__).with_name("benchmark.md")
TESTS = PAGE.parents[1] / "tests"
PARTS = {
    "development": TESTS / "development",
    "held out": TESTS / "held_out",
    "held out, second": TESTS / "held_out" / "second",
}
REASON = "its figures move with every change of the rules"


def with_block(page: str, name: str, lines: Iterator[str]) -> str:
    """The page with other lines between the comments that enclose a block."""
    begin, end = f"<!-- {name}: written by docs/benchmark.py -->", f"<!-- end of {name} -->"
    written = "\n".join([begin, "", *lines, "", end])
    return re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: written, page, flags=re.S)


def contents() -> Iterator[str]:
    """A table of how much each part holds."""
    yield f"| part | articles | sentences | {' | '.join(VERDICTS)} | no claim | quotations |"
    yield "| --- |" + " ---: |" * (len(VERDICTS) + 4)
    for name, directory in PARTS.items():
        cells = " | ".join(f"{count:,}" for count in counts(read_labelled(directory)))
        yield f"| {name} | {cells} |"


def counts(documents: tuple[Labelled, ...]) -> Iterator[int]:
    """Articles, sentences, labels of claims by verdict, passages that are no claims, and quotations."""
    articles = sum(labelled.document.source != labelled.id for labelled in documents)
    yield from (articles, len(documents) - articles)
    labels = [label for labelled in documents for label in labelled.labels]
    verdicts = Counter(label.verdict for label in labels if label.family != PASSAGES_FAMILY)
    yield from (verdicts[verdict] for verdict in VERDICTS)
    yield len(labels) - verdicts.total()
    yield sum(len(labelled.spoken) for labelled in documents)


def scores() -> Iterator[str]:
    """What the command prints of the held-out parts."""
    yield f"<!-- not run: {REASON} -->"
    yield "```console"
    with open_record() as record:
        for place, directory in enumerate((PARTS["held out"], PARTS["held out, second"])):
            if place:
                yield ""
            yield f"$ palmares evaluate {directory.relative_to(TESTS.parent).as_posix()}"
            yield from score_lines(score(record, read_labelled(directory)))
    yield "```"


if __name__ == "__main__":
    text = with_block(PAGE.read_text(encoding="utf-8"), "contents", contents())
    PAGE.write_text(with_block(text, "scores", scores()), encoding="utf-8")
