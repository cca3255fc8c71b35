"""How a command ends: one line on standard error and an exit status, whatever went wrong.

The thing a newcomer gets wrong: every command does its work inside `quiet_ends`, which also flushes what it printed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import typer

from palmares.errors import PalmaresError

FAILED, UNUSABLE, INTERRUPTED = 1, 2, 130
"""The exit statuses beside 0: something is refuted or wrong in the record; the call cannot be done; it was stopped."""


class Listing(StrEnum):
    """What a command that lists something prints."""

    TEXT = "text"
    JSON = "json"


@contextmanager
def quiet_ends() -> Iterator[None]:
    """End in one line where the call cannot be done, and without a word when interrupted or no longer read."""
    try:
        yield
        sys.stdout.flush()
    except PalmaresError as error:
        complain(str(error))
        raise typer.Exit(UNUSABLE) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains when it flushes
        raise typer.Exit(0) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


def complain(problem: str) -> None:
    """One line on standard error."""
    typer.echo(f"palmares: {' '.join(problem.split())}", err=True)
