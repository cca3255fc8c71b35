"""The tree as the house tests read it: modules as syntax trees, prose as lines, and where something offends.

Nothing here imports palmares: what cannot be imported can still be checked. Paths are relative to the root everywhere.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "palmares"
SKIPPED_FOLDERS = {"__pycache__", "build", "dist", "node_modules"}
TEXT_SUFFIXES = {
    "",
    ".cfg",
    ".css",
    ".html",
    ".ini",
    ".js",
    ".json",
    ".md",
    ".py",
    ".sql",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
NESTING = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar, ast.Match)


@dataclass(frozen=True)
class Module:
    """One Python file."""

    path: Path

    @property
    def place(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def parts(self) -> tuple[str, ...]:
        """Its dotted name without `palmares`: ("claims", "nodes"), ("cli",), or () for the package itself."""
        parts = self.path.relative_to(PACKAGE).with_suffix("").parts
        return parts[:-1] if parts[-1] == "__init__" else parts

    @property
    def package(self) -> str:
        """The part of the design it belongs to: "claims", "cli", or "" for the package itself."""
        return self.parts[0] if self.parts else ""

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.place)

    @cached_property
    def docstrings(self) -> list[tuple[int, str]]:
        """Each docstring with its first line; a string after an assignment documents that name and counts too."""
        found = []
        for body in (node.body for node in ast.walk(self.tree) if isinstance(getattr(node, "body", None), list)):
            documented = [statement for index, statement in enumerate(body) if is_documentation(body, index)]
            found += [(statement.lineno, statement.value.value) for statement in documented]
        return found

    @cached_property
    def comments(self) -> list[tuple[int, str]]:
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]

    @cached_property
    def constants(self) -> list[ast.Constant]:
        """Every literal that is not a docstring."""
        told = {(line, text) for line, text in self.docstrings}
        literals = (node for node in ast.walk(self.tree) if isinstance(node, ast.Constant))
        return [literal for literal in literals if (literal.lineno, literal.value) not in told]

    @cached_property
    def functions(self) -> list[Function]:
        return [node for node in ast.walk(self.tree) if isinstance(node, FUNCTION)]

    @cached_property
    def classes(self) -> list[ast.ClassDef]:
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef)]

    @cached_property
    def imports(self) -> list[tuple[int, str, str]]:
        """Every import as (line, module, name); `import x` gives an empty name."""
        found = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found += [(node.lineno, alias.name, "") for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                found += [(node.lineno, node.module or "", alias.name) for alias in node.names]
        return found

    @cached_property
    def exported(self) -> list[str] | None:
        """The names in `__all__`, or None where there is none."""
        for node in self.tree.body:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
                return [element.value for element in node.value.elts]
        return None

    def at(self, node: ast.AST | int, what: str) -> str:
        return f"{self.place}:{node if isinstance(node, int) else node.lineno}: {what}"


def is_documentation(body: list[ast.stmt], index: int) -> bool:
    """Whether the statement at `index` is a docstring or the string that documents the name assigned before it."""
    statement = body[index]
    is_string = (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )
    return is_string and (index == 0 or isinstance(body[index - 1], ast.Assign | ast.AnnAssign))


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package, in order of path."""
    return tuple(Module(path) for path in sorted(PACKAGE.rglob("*.py")))


@cache
def modules_of_tests() -> tuple[Module, ...]:
    return tuple(Module(path) for path in sorted((ROOT / "tests").rglob("*.py")))


def every_function() -> Iterator[tuple[Module, Function]]:
    return ((module, function) for module in modules() for function in module.functions)


def every_class() -> Iterator[tuple[Module, ast.ClassDef]]:
    return ((module, found) for module in modules() for found in module.classes)


@cache
def text_files() -> tuple[Path, ...]:
    """Every file of the repository that people write, data tables aside."""
    return tuple(sorted(path for path in walk(ROOT) if path.suffix in TEXT_SUFFIXES and path.name != "LICENSE"))


def walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            hidden = path.name.startswith(".") and path.name != ".ci"
            if not hidden and path.name not in SKIPPED_FOLDERS and not path.name.endswith(".egg-info"):
                yield from walk(path)
        else:
            yield path


def length(function: Function) -> int:
    """Lines from `def` to the end, signature included, docstring excluded."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def depth(node: ast.AST) -> int:
    """How many compound statements stand inside one another below `node`; `elif` adds none, a function starts anew."""
    deepest = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (*FUNCTION, ast.ClassDef)):
            continue
        is_elif = (
            isinstance(child, ast.If) and isinstance(node, ast.If) and child in node.orelse and len(node.orelse) == 1
        )
        deepest = max(deepest, depth(child) + (isinstance(child, NESTING) and not is_elif))
    return deepest


def positional(function: Function) -> list[str]:
    """The names of the parameters that may be given by position, `self` and `cls` aside."""
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


def dotted(node: ast.AST) -> str:
    """`a.b.c` for a name or an attribute of one, and the empty string for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


def is_overload_of_base(function: Function) -> bool:
    return function.name.startswith("__") and function.name.endswith("__")


def prose_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a Markdown file with its number, code blocks left out and code spans blanked."""
    fenced = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced and not line.startswith("    "):
            yield number, without_code(line)


def without_code(text: str) -> str:
    """The text with code spans, link targets and quoted examples of wording taken out."""
    return re.sub(r"`[^`]*`|\]\([^)]*\)|<[^>]+>", "`", text)


def told_prose(module: Module) -> Iterator[tuple[int, str]]:
    """Docstrings and comments of a module, line by line, examples and code left out."""
    yield from ((line, without_code(comment)) for line, comment in module.comments)
    for start, docstring in module.docstrings:
        for number, line in enumerate(docstring.splitlines()):
            if not line.lstrip().startswith((">>>", "...")):
                yield start + number, without_code(line)


def report(rule: str, offenders: Iterable[str]) -> str:
    """The message of a failed house test."""
    return rule + "".join(f"\n  {offender}" for offender in offenders)


def repeated(items: Iterable[str]) -> list[str]:
    """The items that stand more than once."""
    return sorted({earlier for earlier, later in pairwise(sorted(items)) if earlier == later})
