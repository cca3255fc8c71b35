"""The command line: what it prints, its exit statuses, and that bad input ends in one clear line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from palmares import cli
from tests.telling.snapshots import snapshot

TRUE = "Anora won Best Picture at the 97th Academy Awards.\n"
FALSE = "Anora won six Oscars at the 97th Academy Awards.\n"
FRENCH = (
    "Le film de Sean Baker a remporté cinq oscars dans la nuit de dimanche, dont celui du meilleur film et du scénario."
)
DAY = ("--as-of", "2025-03-03")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs where it may leave pages about."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def run(*words: str, stdin: str | bytes = "") -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command."""
    result = CliRunner().invoke(cli.app, words, input=stdin)
    return result.exit_code, result.stdout, result.stderr


def put(name: str, text: str | bytes) -> str:
    """Write a file and return its name."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return name


# --- what is printed --------------------------------------------------------------------------------------------------


def test_an_article_is_printed_with_its_verdicts_and_where_the_page_is() -> None:
    status, out, err = run("check", put("story.txt", FALSE), *DAY)

    assert (status, err) == (1, "")
    assert "⟦Anora won six Oscars ✗1⟧" in out
    assert "Report: story-palmares.html" in out
    assert Path("story-palmares.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_help_says_all_there_is() -> None:
    pages = [run(*words, "--help")[1] for words in ((), ("check",), ("evaluate",), ("record",), ("record", "info"))]

    text = "\n".join(pages)
    assert text == snapshot("help.txt", text)


def test_the_version_is_printed() -> None:
    status, out, _ = run("--version")

    assert status == 0
    assert re.fullmatch(r"palmares \d+\.\d+\.\d+\S*\n", out)


def test_one_input_is_one_json_object() -> None:
    _, out, _ = run("check", put("story.txt", TRUE), *DAY, "--format", "json")

    assert json.loads(out)["document"]["source"] == "story.txt"


def test_several_inputs_are_one_json_object_a_line() -> None:
    put("stories/b.md", TRUE)
    put("stories/deep/a.txt", FALSE)
    put("stories/.hidden/c.txt", TRUE)
    put("stories/notes.csv", TRUE)

    _, out, _ = run("check", "stories", put("d.txt", TRUE), *DAY, "--format", "json")

    sources = [json.loads(line)["document"]["source"] for line in out.splitlines()]
    assert sources == ["stories/b.md", "stories/deep/a.txt", "d.txt"]


def test_standard_input_is_read() -> None:
    status, out, _ = run("check", "-", *DAY, "--format", "json", stdin=FALSE)

    assert status == 1
    assert json.loads(out)["document"]["source"] == "standard input"


def test_the_page_goes_where_it_is_asked_to() -> None:
    run("check", put("story.txt", TRUE), *DAY, "--output", "pages/one.html")
    run("check", put("story.txt", TRUE), *DAY, "--format", "html", "--output", "two.html")

    assert Path("pages/one.html").exists()
    assert Path("two.html").exists()


def test_pages_of_several_inputs_never_overwrite_one_another() -> None:
    run("check", put("a/story.txt", TRUE), put("b/story.txt", FALSE), *DAY, "--format", "html", "--output", "pages")

    assert sorted(path.name for path in Path("pages").iterdir()) == ["story-palmares-2.html", "story-palmares.html"]


def test_json_goes_to_a_file() -> None:
    _, out, _ = run("check", put("story.txt", TRUE), *DAY, "--format", "json", "--output", "out.json")

    assert out == ""
    assert json.loads(Path("out.json").read_text(encoding="utf-8"))["summary"]["supported"] == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_page_that_cannot_be_written_here_goes_among_temporary_files(folder: Path) -> None:
    put("story.txt", TRUE)
    folder.chmod(0o500)

    _, out, _ = run("check", "story.txt", *DAY, "--format", "html")

    assert Path(out.removeprefix("Report: ").strip()).parent != folder


def test_why_shows_rule_claim_and_rows() -> None:
    _, out, _ = run("check", put("story.txt", FALSE), *DAY, "--why")

    assert re.search(r"^  rule +\w+/[\w-]+$", out, re.MULTILINE)
    assert re.search(r"^  claim +count\(nomination, oscars/97 won film anora-2024\) = 6$", out, re.MULTILINE)
    assert re.search(r"^  rows +5$", out, re.MULTILINE)


def test_record_info_is_text_or_json() -> None:
    _, text, _ = run("record", "info")
    _, out, _ = run("record", "info", "--format", "json")

    wire = json.loads(out)
    assert set(wire) == {"path", "size_bytes", "totals", "bodies", "sources"}
    assert all(body["name"] in text for body in wire["bodies"])


# --- exit statuses ----------------------------------------------------------------------------------------------------

STATUSES = (((TRUE,), 0), ((FALSE,), 1), ((TRUE, FALSE), 1), ((FALSE, FRENCH), 2), ((TRUE, FRENCH, TRUE), 2))


@pytest.mark.parametrize(("texts", "status"), STATUSES)
def test_the_exit_status_tells_the_worst(texts: tuple[str, ...], status: int) -> None:
    names = [put(f"{number}.txt", text) for number, text in enumerate(texts)]

    assert run("check", *names, *DAY, "--format", "json")[0] == status


# --- bad input --------------------------------------------------------------------------------------------------------


NO_TEXT = "there is no text in it. Give an article of at least one sentence."
NO_LATIN = "this looks like a language that is not written in Latin letters. Give an article in English."
BINARY = "this is a binary file. Give plain text, Markdown, HTML or DOCX."
TOO_LARGE = "larger than the limit of 2 MB for one article. Give one article at a time."

BAD: tuple[tuple[str, str | bytes, str], ...] = (
    ("a.txt", "", NO_TEXT),
    ("a.txt", " \n\t12 …\n", NO_TEXT),
    ("a.html", "<html><nav>x</nav>", NO_TEXT),
    ("a.txt", bytes(range(256)) * 8, BINARY),
    ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\x01\x02\x03" * 99, BINARY),
    ("a.txt", "Amélie won.".encode("latin-1"), "the text is not UTF-8 (byte 2). Save it as UTF-8."),
    ("a.txt", TRUE.encode("utf-16"), "the text is UTF-16. Save it as UTF-8."),
    ("a.txt", TRUE * 400_000, TOO_LARGE),
    ("a.txt", FRENCH, "this looks like French. Give an article in English."),
    ("a.txt", "映画「アノーラ」が第九十七回アカデミー賞で作品賞を受賞しました。", NO_LATIN),
)


@pytest.mark.parametrize(("name", "content", "line"), BAD)
def test_an_article_that_cannot_be_used_ends_in_one_line(name: str, content: str | bytes, line: str) -> None:
    assert run("check", put(name, content), *DAY) == (2, "", f"palmares: {name}: {line}\n")


def test_a_missing_file_ends_in_one_line() -> None:
    assert run("check", "a.txt", *DAY) == (2, "", "palmares: a.txt: there is no such file. Check the path.\n")


def test_an_address_is_fetched_only_where_asked_for() -> None:
    url = "http://127.0.0.1/story"
    unasked = f"palmares: {url}: this is an address, and nothing is fetched unless asked for. Add --fetch.\n"

    assert run("check", url, *DAY) == (2, "", unasked)
    assert run("check", url, "--fetch", *DAY)[2].startswith(f"palmares: {url}: it leads to an address that is not on")


def test_the_pages_of_an_earlier_run_are_no_articles() -> None:
    put("story.txt", TRUE)
    pages = [run("check", ".", *DAY)[1].splitlines()[-2] for _ in range(2)]

    assert pages == ["Report: story-palmares.html"] * 2


def test_a_directory_of_nothing_but_pages_ends_in_one_line() -> None:
    put("old-palmares.html", TRUE)

    assert run("check", ".") == (
        2,
        "",
        "palmares: .: the directory holds nothing but reports. Put articles there.\n",
    )


def test_a_directory_without_articles_ends_in_one_line() -> None:
    Path("nothing").mkdir()

    line = "nothing: the directory holds no articles. Put files ending in .docx, .htm, .html, .md, .txt there."
    assert run("check", "nothing", *DAY) == (2, "", f"palmares: {line}\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read anything")
def test_an_unreadable_file_ends_in_one_line() -> None:
    Path(put("secret.txt", TRUE)).chmod(0)

    line = "palmares: secret.txt: you may not read this file. Change its permissions or copy it.\n"
    assert run("check", "secret.txt", *DAY) == (2, "", line)


DATES = (
    ("tomorrow", "palmares: --as-of tomorrow: this is not a date. Write it as YYYY-MM-DD.\n"),
    ("2025-02-30", "palmares: --as-of 2025-02-30: this is not a date. Write it as YYYY-MM-DD.\n"),
    ("2999-01-01", "palmares: --as-of 2999-01-01: this day is in the future. Give today or an earlier day.\n"),
)


@pytest.mark.parametrize(("day", "line"), DATES)
def test_a_day_that_cannot_be_used_ends_in_one_line(day: str, line: str) -> None:
    assert run("check", put("story.txt", TRUE), "--as-of", day) == (2, "", line)


def test_one_bad_input_is_reported_and_the_rest_are_done() -> None:
    status, out, err = run("check", "missing.txt", put("story.txt", TRUE), *DAY, "--format", "json")

    assert status == 2
    assert err == "palmares: missing.txt: there is no such file. Check the path.\n"
    assert json.loads(out)["document"]["source"] == "story.txt"


def test_several_pages_do_not_go_to_one_file() -> None:
    status, _, err = run("check", put("a.txt", TRUE), put("b.txt", TRUE), "--output", "one.html")

    assert status == 2
    assert err == "palmares: --output one.html: several pages do not fit in one file. Name a directory.\n"


def test_a_page_that_cannot_be_written_where_asked_ends_in_one_line() -> None:
    put("file", "")

    status, _, err = run("check", put("a.txt", TRUE), *DAY, "--format", "html", "--output", "file/a.html")

    assert status == 2
    assert err.startswith("palmares: file/a.html: cannot be written (")


def test_what_goes_wrong_with_one_article_leaves_the_rest_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    check_document = cli.check_document

    def fail_at_a(record: object, document: object, *, as_of: object) -> object:
        if document.source == "a.txt":
            raise ZeroDivisionError("division by zero")
        return check_document(record, document, as_of=as_of)

    monkeypatch.setattr(cli, "check_document", fail_at_a)
    status, out, err = run("check", put("a.txt", TRUE), put("b.txt", TRUE), *DAY, "--format", "json")

    assert status == 2
    assert (
        err
        == "palmares: a.txt: palmares failed on this article (ZeroDivisionError: division by zero). Please report it.\n"
    )
    assert json.loads(out)["document"]["source"] == "b.txt"


def test_an_unknown_option_is_no_traceback() -> None:
    status, _, err = run("check", "--colour", "a.txt")

    assert status == 2
    assert "No such option" in err


# --- as a process -----------------------------------------------------------------------------------------------------


def process(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "palmares", *words]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, encoding="utf-8")


def test_the_module_runs_as_the_command_does() -> None:
    done = process("check", "-", *DAY, "--format", "json", stdin=FALSE)

    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["summary"]["refuted"] == 1


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    put("story.txt", TRUE * 2000)
    command = f"{sys.executable} -m palmares check story.txt story.txt --as-of 2025-03-03 --format json | head -c 10"

    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)

    assert done.stderr == ""


def test_a_terminal_that_knows_no_unicode_is_no_traceback() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "palmares", "check", put("story.txt", FALSE), *DAY]

    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)

    assert (done.returncode, done.stderr) == (1, "")
