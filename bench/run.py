"""Times palmares and prints a table: reading and checking beside spaCy, the cold start, and the record.

    python bench/run.py                  print the table
    python bench/run.py --write          print it and keep it in bench/RESULTS.md
    python bench/run.py --repeat 15      more repetitions; every figure is the best of them

Everything runs on one core, in one run, the contenders taking turns, so that ratios hold although machines differ. What
spaCy is given does less: its entity ruler only finds the names that palmares then reads claims from and checks.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

import palmares
from palmares.record import show
from palmares.record.build import build
from palmares.record.store import DATA
from palmares.telling import sheet_lines

try:
    import spacy
except ImportError:
    spacy = None

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "RESULTS.md"
EXAMPLE = ROOT / "examples" / "oscar-night.txt"
EXAMPLE_AS_OF = dt.date(2022, 3, 28)
SMALL_MODEL = "en_core_web_sm"
SHOWN = ("Anora", "Meryl Streep", "oscars/97", "oscars/97/actress", "oscars")
"""What `record show` is timed on: the longest sheets of their kind, and a race."""

HEADING = "# Last figures\n\nWritten by `python bench/run.py --write`."
OURS = "palmares, read and checked"


@dataclass(frozen=True, slots=True)
class Article:
    """A text and the day it is judged on."""

    text: str
    as_of: dt.date


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `ratio`: its time over that of the contender it is measured against."""

    what: str
    value: str
    ratio: str = ""


def articles() -> list[Article]:
    """The example and the stories of bench/articles, whose names begin with their day."""
    stories = sorted((ROOT / "bench" / "articles").glob("*.txt"))
    dated = [Article(path.read_text(encoding="utf-8"), dt.date.fromisoformat(path.name[:10])) for path in stories]
    return [Article(EXAMPLE.read_text(encoding="utf-8"), EXAMPLE_AS_OF), *dated]


def name_patterns() -> list[dict[str, str]]:
    """Every spelling of a film or person in the record, as an entity ruler takes them."""
    with palmares.open_record() as record:
        rows = record.connection.execute("SELECT DISTINCT kind, spelling FROM spelling ORDER BY kind, spelling")
        return [{"label": kind.upper(), "pattern": spelling} for kind, spelling in rows]


def ruler_pipeline(model: Any, patterns: Sequence[Mapping[str, str]]) -> Callable[[Article], object]:
    """The pipeline with an entity ruler over the names, matched whatever their case, as palmares matches them."""
    ruler = model.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns(patterns)
    return lambda article: model(article.text)


def ours(article: Article) -> object:
    """Read and check an article."""
    return palmares.check(article.text, as_of=article.as_of)


def contenders() -> dict[str, Callable[[Article], object]]:
    """What is run over the articles, by name; palmares comes first."""
    found: dict[str, Callable[[Article], object]] = {OURS: ours}
    if spacy is None:
        print("spaCy is not installed, so nothing is compared: pip install -e '.[bench]'", file=sys.stderr)
        return found
    patterns = name_patterns()
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    found["spaCy blank English, sentencizer, entity ruler"] = ruler_pipeline(blank, patterns)
    if spacy.util.is_package(SMALL_MODEL):
        found[f"spaCy {SMALL_MODEL}, entity ruler"] = ruler_pipeline(spacy.load(SMALL_MODEL), patterns)
    else:
        print(f"{SMALL_MODEL} is not installed and is left out.", file=sys.stderr)
    return found


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


def take_turns(works: Mapping[str, Callable[[], object]], repeat: int) -> dict[str, float]:
    """The least seconds of each work, after one turn that does not count: what else a machine does only adds."""
    turns = [{name: seconds(work) for name, work in works.items()} for _ in range(repeat + 1)][1:]
    return {name: min(turn[name] for turn in turns) for name in works}


def over_all(work: Callable[[Article], object], stories: Sequence[Article]) -> None:
    """Do the work on each story."""
    for story in stories:
        work(story)


def throughput(repeat: int) -> list[Figure]:
    """Articles per second of each contender, and its time over that of palmares."""
    stories = articles()
    running = contenders()
    works = {name: partial(over_all, work, stories) for name, work in running.items()}
    best = take_turns(works, repeat)
    return [
        Figure(name, f"{len(stories) / taken:,.1f} articles/s", f"{taken / best[OURS]:.2f} times our time")
        for name, taken in best.items()
    ]


def cold_start(repeat: int) -> list[Figure]:
    """How long a command takes from nothing to its exit, beside a Python that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        check = [sys.executable, "-c", "from palmares.cli import main; main()", "check", str(EXAMPLE)]
        check += ["--format", "json", "--output", str(Path(folder) / "report.json")]
        # An installed package has its bytecode, which the turn that does not count may have to write.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        commands = {
            "`palmares check` on the example, cold": check,
            "`python -c pass`": [sys.executable, "-c", "pass"],
        }
        works = {
            name: lambda words=words: subprocess.run(words, capture_output=True, env=environment)
            for name, words in commands.items()
        }
        best = take_turns(works, repeat)
    bare = best["`python -c pass`"]
    return [Figure(name, f"{taken:.3f} s", f"{taken / bare:.1f} times bare Python") for name, taken in best.items()]


def look_up(name: str) -> None:
    """Open the record, show one thing of it, and close it again."""
    with palmares.open_record() as record:
        for _ in sheet_lines(record, show(record, name), as_of=EXAMPLE_AS_OF):
            pass


def record_figures(repeat: int) -> list[Figure]:
    """How long the record takes to build, to open and to show something of, and how large it is."""
    with tempfile.TemporaryDirectory() as folder:
        builds = [seconds(partial(build, DATA, Path(folder) / f"{number}.sqlite")) for number in range(3)]
        size = (Path(folder) / "0.sqlite").stat().st_size
    opening = take_turns({"open": lambda: palmares.open_record().close()}, repeat)["open"]
    looking = take_turns({name: partial(look_up, name) for name in SHOWN}, repeat)
    return [
        Figure("record, built", f"{min(builds):.2f} s"),
        Figure("record, opened", f"{opening * 1000:.1f} ms"),
        *(Figure(f"record, opened and shown: {name}", f"{looking[name] * 1000:.1f} ms") for name in SHOWN),
        Figure("record, size", f"{size / 2**20:.1f} MiB"),
    ]


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = [("what", "best", "beside it"), *((figure.what, figure.value, figure.ratio) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(lines)


def circumstances(repeat: int) -> str:
    """What a figure depends on: versions, articles, repetitions."""
    stories = articles()
    words = statistics.mean(len(story.text.split()) for story in stories)
    beside = f", spaCy {spacy.__version__}" if spacy else ""
    return (
        f"{len(stories)} articles of {words:.0f} words on average, one core, best of {repeat} turns;"
        f" Python {platform.python_version()}{beside}, {platform.machine()}."
    )


def stay_on_one_core() -> None:
    """Keep this process and its children on one core, where the system lets us choose."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def main() -> None:
    """Measure, print, and keep the table if asked."""
    options = argparse.ArgumentParser(description="Time palmares beside spaCy, its cold start and its record.")
    options.add_argument("--repeat", type=int, default=7, help="turns per figure (7)")
    options.add_argument("--write", action="store_true", help="keep the table in bench/RESULTS.md")
    chosen = options.parse_args()
    stay_on_one_core()
    figures = [*throughput(chosen.repeat), *cold_start(chosen.repeat), *record_figures(chosen.repeat)]
    written = f"{table(figures)}\n\n{circumstances(chosen.repeat)}\n"
    print(written)
    if chosen.write:
        RESULTS.write_text(f"{HEADING}\n\n{written}", encoding="utf-8")


if __name__ == "__main__":
    main()
