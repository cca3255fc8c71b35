"""The command `palmares evaluate`, which scores palmares on labelled articles.

The thing a newcomer gets wrong: a score is never a failure, however low; the exit status is 0 unless something cannot
be used.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from palmares.cli_record import FormatOption, put
from palmares.endings import Listing, quiet_ends
from palmares.opening import RecordOption, opened


def evaluate_command(
    directory: Annotated[
        Path, typer.Argument(metavar="DIR", help="Articles with a JSON file of labels beside each, sentences.jsonl.")
    ],
    *,
    misses: Annotated[bool, typer.Option("--misses", help="Show every miss with the readings looked at.")] = False,
    break_seal: Annotated[
        bool, typer.Option("--break-seal", help="Show misses of a folder marked SEALED too.")
    ] = False,
    record: RecordOption = None,
    listing: FormatOption = Listing.TEXT,
) -> None:
    """Score the checker on articles and sentences whose claims are labelled.

    Every rate is given overall and by family, with its 95% interval. The form of labels is in docs/benchmark.md.
    """
    from palmares.evaluating import (  # here, since it needs NumPy, which `palmares check` starts without
        check_seal,
        read_labelled,
        score,
        score_lines,
        score_wire,
    )

    with quiet_ends():
        if misses and not break_seal:
            check_seal(directory)
        documents = read_labelled(directory)
        with opened(record) as facts:
            found = score(facts, documents, has_readings=misses)
        put((score_lines if listing is Listing.TEXT else score_wire)(found, has_misses=misses))
