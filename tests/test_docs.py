"""The documentation holds: its blocks run, its links lead somewhere, and everything public is in it."""

from __future__ import annotations

import doctest
import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from tests.console import DOCUMENTS, ROOT, Block, all_blocks, blocks, commands, is_as_shown, run, workplace

README = "README.md"
RUN_LANGUAGES = {"console", "python"}


def first_commands() -> list[str]:
    """README's two commands: one installs and checks the example, the other installs and runs the tests."""
    found = (block.body for block in all_blocks(README) if block.language == "console")
    return [
        command.words for body in found for command in commands(body) if command.words.startswith("python3 -m venv")
    ]


def reference() -> ModuleType:
    """The script that writes docs/reference.md, as a module."""
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("document", DOCUMENTS)
def test_console_blocks_print_what_they_show(document: str, tmp_path: Path) -> None:
    folder = workplace(tmp_path)
    wrong = []
    for block in blocks(document, "console"):
        for command in commands(block.body):
            status, printed = run(command, folder)
            if not is_as_shown(command, status, printed):
                wrong.append(f"{document}:{block.line}: $ {command.words}\n{printed}\n(exit status {status})")

    assert not wrong, "\n\n".join(["The documentation shows other output than this:", *wrong])


@pytest.mark.parametrize("document", DOCUMENTS)
def test_python_blocks_do_what_they_show(
    document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workplace(tmp_path))
    names: dict[str, object] = {}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for block in blocks(document, "python"):
        run_python(block, names, runner=runner, document=document)

    assert runner.failures == 0, capsys.readouterr().out


def run_python(block: Block, names: dict[str, object], *, runner: doctest.DocTestRunner, document: str) -> None:
    """Run a block in the names that the earlier blocks of its document left, a session as well as plain code."""
    if ">>>" in block.body:
        test = doctest.DocTestParser().get_doctest(block.body, names, document, document, block.line)
        runner.run(test, clear_globs=False)
        names |= test.globs
    else:
        exec(compile(block.body, document, "exec"), names)


def test_blocks_that_are_not_run_say_why() -> None:
    silent = [
        f"{document}:{block.line}"
        for document in DOCUMENTS
        for block in all_blocks(document)
        if block.reason is not None and (len(block.reason.split()) < 2 or block.language not in RUN_LANGUAGES)
    ]

    assert silent == []


def test_shell_commands_stand_in_console_blocks() -> None:
    strays = [
        f"{document}:{block.line}"
        for document in DOCUMENTS
        for block in all_blocks(document)
        if block.language in {"", "sh", "bash", "shell"} and re.search(r"^(\$ |palmares )", block.body, re.MULTILINE)
    ]

    assert strays == []


def test_readme_gives_two_commands_of_one_line_each() -> None:
    assert [command.count("\n") for command in first_commands()] == [0, 0]


def test_ci_runs_the_second_command_of_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    assert script[-1] == first_commands()[1]


def test_the_first_command_of_readme_checks_an_example() -> None:
    checked = re.findall(r"palmares check (\S+)", first_commands()[0])

    assert checked == ["examples/oscar-night.txt"]


def test_the_reference_says_what_the_code_says() -> None:
    written = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")

    assert written == reference().page(), "Run `python docs/reference.py`."


def test_everything_public_is_documented_in_words() -> None:
    page = reference().page()
    bare = re.findall(r"^\| (`[^|]+`) \|\s*\|$", page, re.M) + re.findall(r"^### (`[^`]+`)\n\n\n", page, re.M)

    assert bare == [], "These have no docstring or no help text."


def test_the_index_leads_to_every_page() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    missing = [path.name for path in sorted((ROOT / "docs").glob("*.md")) if f"]({path.name}" not in index]

    assert missing == ["index.md"]


@pytest.mark.parametrize("document", [*DOCUMENTS, "CHANGELOG.md", "examples/README.md"])
def test_links_within_the_repository_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in target]
    dead = [target for target in targets if not (ROOT / document).parent.joinpath(target).exists()]

    assert dead == []


def test_the_changelog_begins_with_the_version_of_the_package() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    versions = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert versions[0] == version


def test_examples_are_each_described_in_a_line() -> None:
    described = re.findall(
        r"^- `([^`]+)`:", (ROOT / "examples" / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert described == sorted(path.name for path in (ROOT / "examples").iterdir() if path.name != "README.md")
