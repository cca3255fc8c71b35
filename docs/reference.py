"""Writes `docs/reference.md` from the code: public names, errors, commands and reading rules, and what each is for.

`python docs/reference.py` writes the page; `tests/test_docs.py` fails where the page and the code differ.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import typer

import palmares
from palmares import cli, errors, reading

PAGE = Path(__file__).with_name("reference.md")
TITLE = """# Reference

<!-- Written by docs/reference.py from the docstrings: change those. -->

What others may hold on to: names, errors, commands and rule ids.
Everything else may change without notice.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([TITLE, *names(), *error_list(), *commands(), *rules()])


def names() -> Iterator[str]:
    """A table of public names for `palmares` and each of its packages."""
    packages = [name for _, name, is_package in pkgutil.iter_modules(palmares.__path__, "palmares.") if is_package]
    for package in ["palmares", *sorted(packages)]:
        module = importlib.import_module(package)
        listed = sorted(getattr(module, "__all__", ()))
        if listed:
            yield f"## `{package}`\n"
            yield from table(("name", "what it is"), ((f"`{name}`", about(module, name)) for name in listed))


def about(module: Any, name: str) -> str:
    """The first sentence of a name's docstring, or of the string that follows its assignment."""
    value = getattr(module, name)
    if inspect.isclass(value) or inspect.isroutine(value):
        return first_line(inspect.getdoc(value))
    if inspect.ismodule(value):
        return first_line(value.__doc__)
    return first_line(documented_constants(Path(module.__file__).parent).get(name))


def documented_constants(folder: Path) -> dict[str, str]:
    """What the string after an assignment says, by the name assigned, over the modules of a folder."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        for statement, following in pairwise(body):
            target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
            if isinstance(target, ast.Name) and isinstance(following, ast.Expr):
                found[target.id] = str(getattr(following.value, "value", ""))
    return found


def error_list() -> Iterator[str]:
    """A table of every exception."""
    found = [value for _, value in inspect.getmembers(errors, inspect.isclass) if issubclass(value, Exception)]
    yield "## Errors\n"
    yield from table(("error", "when"), ((f"`{error.__name__}`", first_line(error.__doc__)) for error in found))


def commands() -> Iterator[str]:
    """Each command with its arguments and options."""
    yield "## Commands\n"
    yield from described("palmares", typer.main.get_command(cli.app))


def described(words: str, command: Any) -> Iterator[str]:
    """A command's section, or the sections of the commands under it."""
    for name, inner in sorted(getattr(command, "commands", {}).items()):
        yield from described(f"{words} {name}", inner)
    if not hasattr(command, "commands"):
        yield f"### `{words}`\n\n{sentences(command.help or '')}\n"
        given = [parameter for parameter in command.params if parameter.name != "help"]
        yield from table(("argument", "what it is"), ((spelt(parameter), parameter.help or "") for parameter in given))


def sentences(text: str) -> str:
    """The text with one sentence a line."""
    return re.sub(r"(?<=[.!?]) +(?=[A-Z])", "\n", " ".join(text.split()))


def spelt(parameter: Any) -> str:
    """How an argument or option is written on the command line."""
    is_option = any(word.startswith("-") for word in parameter.opts)
    return f"`{', '.join(parameter.opts)}`" if is_option else f"`{parameter.name.upper()}`"


def rules() -> Iterator[str]:
    """A table of the reading rules."""
    yield "## Reading rules\n"
    yield from table(
        ("rule", "what it reads, and its pattern"), ((f"`{rule.id}`", wording(rule)) for rule in reading.RULES)
    )


def wording(rule: Any) -> str:
    """What a rule's function makes, and the pattern it is asked for."""
    return f"{first_line(told(rule))} `{rule.pattern.source}`"


def told(rule: Any) -> str | None:
    """The docstring of the function that a rule calls."""
    parts = (
        getattr(rule, name) for name in getattr(rule, "__slots__", vars(rule) if hasattr(rule, "__dict__") else ())
    )
    return next((inspect.getdoc(part) for part in parts if inspect.isfunction(part)), None)


def table(head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield f"| {head[0]} | {head[1]} |"
    yield "| --- | --- |"
    yield from (f"| {left} | {right.replace('|', chr(92) + '|')} |" for left, right in rows)
    yield ""


def first_line(docstring: str | None) -> str:
    """The first paragraph of a docstring as one line."""
    return " ".join((docstring or "").strip().split("\n\n")[0].split())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
