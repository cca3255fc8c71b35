"""The command line: `palmares check`; `palmares record …` is in cli_record, others in modules of their names.

The thing a newcomer gets wrong: nothing is judged here. A command parses its input, calls what does the work, writes
the result, and turns what went wrong into one line and an exit status.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from palmares import __version__
from palmares.checking import Verdict
from palmares.cli_evaluate import evaluate_command
from palmares.cli_forecasts import register_forecasts
from palmares.cli_journal import register
from palmares.cli_record import parse_as_of, record_app, today
from palmares.endings import FAILED, UNUSABLE, complain, quiet_ends
from palmares.errors import PalmaresError, UnusableInput
from palmares.opening import RecordOption, opened
from palmares.reading import Document, fetch_document, find_articles, is_address, read_document, read_stream
from palmares.record import Record
from palmares.telling import Report, check_document, print_report, render_page

STDIN = "-"
PAGE_ENDING = "-palmares.html"
"""How the names of pages end that `check` writes."""

app = typer.Typer(
    help="An awards-season desk: says which claims of a story about film awards the record supports.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
register(record_app)
app.add_typer(record_app, name="record")


class Format(StrEnum):
    """What `check` prints."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


@dataclass(slots=True)
class Run:
    """One call of `check`: its options, and what has come of it so far."""

    record: Record
    as_of: dt.date | None
    format: Format
    output: Path | None
    has_why: bool
    is_single: bool
    is_fetching: bool = False
    status: int = 0
    pages: set[Path] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)


def show_version(is_asked: bool) -> None:
    """Print the version and end."""
    if is_asked:
        typer.echo(f"palmares {__version__}")
        raise typer.Exit


@app.callback()
def options(
    is_version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """An awards-season desk: says which claims of a story about film awards the record supports."""


@app.command()
def check(
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE...", help="Files, directories, addresses of pages, or - for standard input."),
    ],
    *,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day to judge on, as YYYY-MM-DD. Else the date of the article, else today."
        ),
    ] = None,
    format: Annotated[Format, typer.Option(help="What to print.")] = Format.TEXT,  # noqa: A002
    output: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="Where to write the page or the JSON; a directory for several pages."),
    ] = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch the addresses given; without it palmares uses no network.")
    ] = False,
    why: Annotated[bool, typer.Option("--why", help="Show the rule, the claim and all its rows.")] = False,
    record: RecordOption = None,
) -> None:
    """Check articles: which of their claims the record supports, and what to print instead.

    The exit status is 0 where nothing is refuted, 1 where something is, 2 where an input could not be used.
    """
    with quiet_ends():
        day, (sources, status) = parse_as_of(as_of), expand(articles)
        is_single = len(sources) == 1 and len(articles) == 1 and not Path(articles[0]).is_dir()
        check_output(output, format, is_single=is_single)
        run = Run(opened(record), day, format, output, why, is_single, fetch, status)
        for source in sources:
            check_one(run, source)
        finish(run)
    raise typer.Exit(run.status)


app.command("evaluate")(evaluate_command)
register_forecasts(app)


def expand(articles: list[str]) -> tuple[list[str], int]:
    """The files named, those in directories named, and the exit status so far: a directory may hold none."""
    sources: list[str] = []
    status = 0
    for article in articles:
        try:
            is_directory = article not in ("", STDIN) and not is_address(article) and Path(article).is_dir()
            sources += articles_in(Path(article)) if is_directory else [article]
        except (PalmaresError, OSError) as error:
            complain(str(error))
            status = UNUSABLE
    return sources, status


def articles_in(directory: Path) -> list[str]:
    """The articles of a directory; the pages that `check` has written there are none.

    Raises:
        UnusableInput: there are none.
    """
    found = [str(path) for path in find_articles(directory) if not path.name.endswith(PAGE_ENDING)]
    if not found:
        raise UnusableInput(str(directory), "the directory holds nothing but reports", "Put articles there")
    return found


def check_output(output: Path | None, format: Format, *, is_single: bool) -> None:  # noqa: A002
    """Raise UnusableInput where several pages would go to one file, or the place cannot be written to."""
    if output is None:
        return
    if format is not Format.JSON and not is_single and (output.suffix or output.is_file()):
        raise UnusableInput(f"--output {output}", "several pages do not fit in one file", "Name a directory")


def check_one(run: Run, source: str) -> None:
    """Check one article and write what comes of it; what goes wrong with it is reported, and the rest go on."""
    try:
        document = load(source, is_fetching=run.is_fetching)
        report = check_document(run.record, document, as_of=run.as_of or document.date or today())
        deliver(run, report)
    except PalmaresError as error:
        complain(str(error))
        run.status = UNUSABLE
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - one bad article is reported and the rest are done
        complain(f"{source}: palmares failed on this article ({type(error).__name__}: {error}). Please report it.")
        run.status = UNUSABLE
    else:
        has_refuted = any(claim.verdict is Verdict.REFUTED for claim in report.claims)
        run.status = max(run.status, FAILED if has_refuted else 0)


def load(source: str, *, is_fetching: bool) -> Document:
    """The document of a file, of standard input, or of a page that may be fetched.

    Raises:
        UnusableInput: what was given cannot be read, or is an address and nobody asked for it to be fetched.
    """
    if is_address(source) and not is_fetching:
        raise UnusableInput(source, "this is an address, and nothing is fetched unless asked for", "Add --fetch")
    if is_address(source):
        return fetch_document(source)
    return read_stream(sys.stdin.buffer, source="standard input") if source == STDIN else read_document(Path(source))


def deliver(run: Run, report: Report) -> None:
    """Print or write one report in the format asked for."""
    match run.format:
        case Format.JSON if run.output is None:
            typer.echo(report.to_json(indent=2 if run.is_single else None))
        case Format.JSON:
            run.lines.append(report.to_json(indent=2 if run.is_single else None))
        case Format.HTML:
            typer.echo(f"Report: {write_page(run, report)}")
        case Format.TEXT:
            print_report(run.record, report, sys.stdout, has_why=run.has_why)
            typer.echo(f"Report: {write_page(run, report)}\n")


def finish(run: Run) -> None:
    """Write what was kept for one file."""
    if run.output is not None and run.format is Format.JSON:
        write(run.output, "".join(f"{line}\n" for line in run.lines))


def write_page(run: Run, report: Report) -> Path:
    """Write a report as a page, and return where: as asked, else here, else where temporary files go."""
    page = render_page(run.record, report)
    name = page_name(report.document.source)
    if run.output is not None:
        is_file = run.is_single and not run.output.is_dir()
        return write(run.output if is_file else free(run, run.output / name), page)
    try:
        return write(free(run, Path(name)), page)
    except UnusableInput:
        return write(free(run, Path(tempfile.gettempdir()) / name), page)


def page_name(source: str) -> str:
    """`story-palmares.html` for `news/story.txt` and for `https://news.example/story?page=1`."""
    path = urlsplit(source).path.rstrip("/") if is_address(source) else source
    return f"{Path(path).stem.replace(' ', '-') or 'article'}{PAGE_ENDING}"


def free(run: Run, path: Path) -> Path:
    """The path, numbered where this call has already written a page there."""
    candidate, number = path, 2
    while candidate in run.pages:
        candidate, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    run.pages.add(candidate)
    return candidate


def write(path: Path, text: str) -> Path:
    """Write a file, with the directories it needs.

    Raises:
        UnusableInput: it cannot be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UnusableInput(str(path), f"cannot be written ({error.strerror})", "Choose another --output") from None
    return path


def main() -> None:
    """The entry point of the `palmares` command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a sign shows a question mark
    app()
