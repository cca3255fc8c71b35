"""The blocks of the documentation: found, run, and written again with what they really print.

`python tests/console.py README.md docs/*.md` puts the real output under every `$` line that prints something else.
A block is run unless the line above it is `<!-- not run: REASON -->`. In output, `...` stands for anything.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("docs/*.md")))
FENCED = re.compile(r"(?:<!-- not run: (?P<reason>.*?) -->\n)?^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.M | re.S)
FOLDERS = ("examples",)
"""What a reader who follows the documentation has beside them."""


@dataclass(frozen=True)
class Block:
    """One fenced block. `reason`: why it is not run, or None where it is."""

    language: str
    body: str
    line: int
    reason: str | None


@dataclass(frozen=True)
class Command:
    """One `$` line with the output shown under it, which may be none."""

    words: str
    output: str


def blocks(document: str, language: str) -> list[Block]:
    """The blocks of a document in one language that are to be run, in order."""
    return [block for block in all_blocks(document) if block.language == language and block.reason is None]


def all_blocks(document: str) -> list[Block]:
    text = (ROOT / document).read_text(encoding="utf-8")
    return [
        Block(found["language"], found["body"], text.count("\n", 0, found.start("body")), found["reason"])
        for found in FENCED.finditer(text)
    ]


def commands(body: str) -> Iterator[Command]:
    """The commands of a console block; a line that begins with `> ` goes on with the command above it."""
    for part in re.split(r"^\$ ", body, flags=re.M)[1:]:
        lines = part.splitlines()
        more = next((index for index, line in enumerate(lines[1:], 1) if not line.startswith("> ")), len(lines))
        words = "\n".join([lines[0], *(line[2:] for line in lines[1:more])])
        yield Command(words, "\n".join(lines[more:]).rstrip())


def workplace(folder: Path) -> Path:
    """The folder, holding copies of what a reader has beside them."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    return folder


def run(command: Command, folder: Path) -> tuple[int, str]:
    """The exit status and everything printed, as a plain terminal of 100 columns shows it."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
        "TERM": "dumb",
    }
    done = subprocess.run(
        command.words,
        shell=True,
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    return done.returncode, "\n".join(line.rstrip() for line in done.stdout.splitlines()).rstrip()


def is_as_shown(command: Command, status: int, printed: str) -> bool:
    """Whether a command did what its document shows; where it shows no output, whether it did its work at all."""
    if not command.output:
        return status in (0, 1)  # 1: something was refuted
    return doctest.OutputChecker().check_output(command.output + "\n", printed + "\n", doctest.ELLIPSIS)


def rewritten(body: str, folder: Path) -> str:
    """The console block with real output wherever another is shown."""
    lines = []
    for command in commands(body):
        status, printed = run(command, folder)
        shown = command.output if command.output and is_as_shown(command, status, printed) else printed
        lines += ["$ " + command.words.replace("\n", "\n> "), *([shown] if shown else [])]
    return "\n".join(lines) + "\n"


def rewrite(document: str) -> None:
    """Write a document again with the real output of its console blocks."""
    path = ROOT / document
    with tempfile.TemporaryDirectory() as name:
        folder = workplace(Path(name))

        def replaced(found: re.Match[str]) -> str:
            if found["language"] != "console" or found["reason"] is not None:
                return found[0]
            return found[0].replace(found["body"], rewritten(found["body"], folder))

        path.write_text(FENCED.sub(replaced, path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    for document in sys.argv[1:]:
        rewrite(document)
