"""STYLE, as far as a machine can check it: each test is one of its sentences and names whatever offends."""

from __future__ import annotations

import ast
import csv
import os
import re
import statistics
import subprocess
import sys
import tomllib

import pytest

from tests.source import (
    FUNCTION,
    PACKAGE,
    ROOT,
    Function,
    Module,
    depth,
    dotted,
    every_class,
    every_function,
    is_overload_of_base,
    length,
    modules,
    modules_of_tests,
    positional,
    prose_lines,
    repeated,
    report,
    text_files,
    told_prose,
)

LAYERS = (
    {"errors"},
    {"claims"},
    {"record"},
    {"reading", "checking", "finding", "forecasting"},
    {"telling"},
    {"asking", "evaluating"},
    {
        "",
        "desk",
        "corpus",
        "cli",
        "cli_evaluate",
        "cli_forecasts",
        "cli_journal",
        "cli_record",
        "endings",
        "opening",
        "__main__",
    },
)
"""The parts from the ground up. A part imports those below it only; the empty name is the package's own front door."""

COMMAND_LINE = {"cli", "cli_evaluate", "cli_forecasts", "cli_journal", "cli_record", "endings", "opening"}
"""The modules of the command line: `cli` and what it is cut into."""

EDGES = {*COMMAND_LINE, "desk", "corpus"}
"""The parts that meet the world: they may read a clock and catch whatever a single input throws."""

FREE = {"", "__main__", *EDGES}
"""The parts at the top, which may import any other; `__main__` only starts the command line."""

NETWORK_MODULES = {"src/palmares/reading/fetching.py"}
"""The one module below the edges that uses the network: it fetches the article that its caller gives the address of."""

NETWORK_TESTS = {"tests/reading/test_fetching.py"}
"""Tests that serve pages to themselves, on this machine alone."""

HOSTILE_INPUT = {"src/palmares/reading/pages.py", "src/palmares/reading/wordprocessing.py"}
"""Modules that give markup or archives from outside to a library, which may raise whatever it likes on them."""

TABLE_MODULES: frozenset[str] = frozenset()
"""Modules that are tables and may pass 400 lines, by path, each with its reason in a comment here."""

FORBIDDEN_MODULES = {"base", "common", "core", "helper", "helpers", "manager", "misc", "types", "util", "utils"}

CLOCKS = {
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "time.localtime",
    "time.monotonic",
    "time.perf_counter",
    "time.time",
}
ENVIRONMENT = {"os.environ", "os.getenv", "os.getlogin", "locale.getlocale"}
WORLD = {"aiohttp", "ftplib", "http", "httpx", "random", "requests", "secrets", "smtplib", "socket", "urllib3"}
HEAVY = {"aiohttp", "django", "fastapi", "flask", "litestar", "numpy", "pandas", "ray", "scipy", "starlette", "uvicorn"}

IMPORTED_AS = {"vl-convert-python": "vl_convert", "python-docx": "docx", "lxml_html_clean": "trafilatura"}
"""Distributions whose module has another name, or that such a one cannot be imported without."""

ALIASES_OF_UNKNOWN = {"Any", "typing.Any"}
BOOLEAN_NAME = re.compile(r"_*(is|has|covers|take|skip)(_|$)")
"""What a function that returns a bool may be called. A scanner's `take` and `skip` act, and say whether they did."""

YEAR = re.compile(r"(?<![\d#])(19[2-9]\d|20[0-3]\d)(?!\d)")
ADDRESS = re.compile(r"https?://\S+")
SQL = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE)\b")
VALUE_PLACE = re.compile(r"('|\"|[^<>!=]=\s*|[<>]=?\s*|\bLIKE\s+)$")

AMERICAN = {
    "analyze": "analyse",
    "behavior": "behaviour",
    "catalog": "catalogue",
    "center": "centre",
    "color": "colour",
    "colors": "colours",
    "colored": "coloured",
    "defense": "defence",
    "favorite": "favourite",
    "gray": "grey",
    "honor": "honour",
    "honored": "honoured",
    "honors": "honours",
    "labeled": "labelled",
    "modeling": "modelling",
    "neighbor": "neighbour",
    "rumor": "rumour",
    "theater": "theatre",
    "traveled": "travelled",
}
BANNED_WORDS = ("simply", "just", "powerful", "robust")
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u26ff\u2705\u2728\u274c]")
SENTENCE_END = re.compile(r"[a-z0-9)\]`][.!?] +[A-Z`]")
ABBREVIATION = re.compile(r"\b(e\.g|i\.e|cf|vs|St|Mr|Mrs|Ms|Dr|No|Feb|[A-Z])\.$")


def layer(part: str) -> int:
    return next(index for index, parts in enumerate(LAYERS) if part in parts or (part in FREE and "cli" in parts))


def internal_imports(module: Module) -> list[tuple[int, str, str, str]]:
    """Imports of palmares in a module, as (line, part, module, name)."""
    found = []
    for line, source, name in module.imports:
        parts = source.split(".")
        if parts[0] == "palmares":
            part = parts[1] if len(parts) > 1 else name if (PACKAGE / name).exists() or name == "errors" else ""
            found.append((line, part, source, name))
    return found


def exported_by(part: str) -> set[str] | None:
    """What a part offers at its front door; None where it is a single module that offers all its public names."""
    return next((set(module.exported or ()) for module in front_doors() if module.package == part), None)


def front_doors() -> list[Module]:
    return [module for module in modules() if module.path.name == "__init__.py" and len(module.parts) <= 1]


def definitions(part: str) -> dict[str, tuple[Module, ast.AST]]:
    """Classes and functions at the top level of a part's modules, by name."""
    found: dict[str, tuple[Module, ast.AST]] = {}
    for module in modules():
        if module.package == part or part == "":
            for node in module.tree.body:
                if isinstance(node, (*FUNCTION, ast.ClassDef)):
                    found[node.name] = (module, node)
    return found


def public() -> list[tuple[Module, ast.AST]]:
    """Every class and function that some package lists in its `__all__`, and the errors."""
    found = [
        known[name]
        for door in front_doors()
        for known in [definitions(door.package)]
        for name in door.exported or ()
        if name in known
    ]
    return list({id(node): (module, node) for module, node in [*found, *definitions("errors").values()]}.values())


def public_methods(node: ast.AST) -> list[Function]:
    body = node.body if isinstance(node, ast.ClassDef) else []
    return [member for member in body if isinstance(member, FUNCTION) and not member.name.startswith("_")]


def documented_above(node: ast.AST) -> set[str]:
    """The methods that a base class of ours documents: an override says nothing new."""
    bases = {dotted(base).split(".")[-1] for base in getattr(node, "bases", ())}
    parents = [found for _, found in every_class() if found.name in bases]
    return {method.name for found in parents for method in public_methods(found) if ast.get_docstring(method)}


def public_functions() -> list[tuple[Module, Function]]:
    functions = [(module, node) for module, node in public() if isinstance(node, FUNCTION)]
    return functions + [(module, method) for module, node in public() for method in public_methods(node)]


def test_each_part_imports_only_parts_below_it() -> None:
    unknown = sorted({module.package for module in modules()} - set().union(*LAYERS) - FREE)
    offenders = [
        module.at(line, f"{module.package or 'palmares'} imports {part or 'palmares'}")
        for module in modules()
        if module.package not in unknown
        for line, part, _, _ in internal_imports(module)
        if part != module.package and layer(part) >= layer(module.package) and module.package not in FREE
    ]
    offenders += [f"src/palmares/{part} has no place in LAYERS" for part in unknown]

    assert not offenders, report("Imports point downward only:", offenders)


def test_the_edges_do_not_import_one_another() -> None:
    offenders = [
        module.at(line, f"imports {part}")
        for module in modules()
        if module.package in {"", *EDGES}
        for line, part, _, _ in internal_imports(module)
        if part in EDGES and part != module.package and module.package not in COMMAND_LINE
    ]

    assert not offenders, report("desk and corpus stand beside one another; only cli starts them:", offenders)


def test_imports_across_packages_go_through_the_front_door() -> None:
    offenders = []
    for module in modules():
        for line, part, source, name in internal_imports(module):
            if part == module.package:
                continue
            offered = exported_by(part)
            if offered is None or source == f"palmares.{part}" or not part:
                if offered is not None and name and name not in offered and name != "__version__":
                    offenders.append(module.at(line, f"{name} is not in {source}.__all__"))
            elif source != "palmares":
                offenders.append(module.at(line, f"{source} is behind the front door of {part}"))

    assert not offenders, report("Across packages, import what the package's __init__ lists:", sorted(set(offenders)))


def test_imports_inside_functions_say_why() -> None:
    offenders = []
    for module, function in every_function():
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                commented = {line for line, _ in module.comments}
                block = {node.lineno - 1, *range(node.lineno, (node.end_lineno or node.lineno) + 1)}
                follows_import = re.match(r"\s+(import|from) ", module.lines[node.lineno - 2])
                if not block & commented and not follows_import:
                    offenders.append(module.at(node, ast.unparse(node)))

    assert not offenders, report("An import inside a function has its reason beside it:", sorted(set(offenders)))


def test_importing_palmares_is_light() -> None:
    code = f"import sys, palmares; print(*sorted({HEAVY!r} & set(sys.modules)))"
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True, env=environment).split()

    assert not loaded, report("`import palmares` pulls in no NumPy and no web framework:", loaded)


def test_files_are_named_for_what_they_hold() -> None:
    offenders = [
        module.place
        for module in (*modules(), *modules_of_tests())
        if {*module.path.with_suffix("").parts[-2:]} & FORBIDDEN_MODULES
    ]

    assert not offenders, report("No file or folder is named for its role:", offenders)


def test_modules_stay_under_400_lines() -> None:
    offenders = [
        f"{module.place}: {len(module.lines)} lines"
        for module in modules()
        if len(module.lines) >= 400 and module.place not in TABLE_MODULES
    ]

    assert not offenders, report("Modules stay under 400 lines, tables aside:", offenders)


def test_no_function_is_over_60_lines() -> None:
    offenders = [
        module.at(function, f"{function.name} has {length(function)} lines")
        for module, function in every_function()
        if length(function) > 60
    ]

    assert not offenders, report("No function has over 60 lines, signature included and docstring excluded:", offenders)


def test_nine_functions_in_ten_are_under_35_lines() -> None:
    lengths = [length(function) for _, function in every_function()]
    share = sum(lines >= 35 for lines in lengths) / max(len(lengths), 1)

    assert share <= 0.1, f"{share:.0%} of {len(lengths)} functions have 35 lines or more."


def test_most_functions_are_under_10_lines() -> None:
    lengths = [length(function) for _, function in every_function()]

    assert statistics.median(lengths) < 10, f"Half of {len(lengths)} functions have 10 lines or more."


def test_nesting_stays_under_four() -> None:
    offenders = [
        module.at(function, f"{function.name} nests {depth(function)} deep")
        for module, function in every_function()
        if depth(function) >= 4
    ]

    assert not offenders, report("Nesting stays under 4:", offenders)


def test_at_most_four_parameters_are_positional() -> None:
    offenders = [
        module.at(function, f"{function.name}({', '.join(positional(function))})")
        for module, function in every_function()
        if len(positional(function)) > 4
    ]

    assert not offenders, report("At most 4 positional parameters; options are keyword-only:", offenders)


def test_classes_inherit_one_level_and_have_no_metaclass() -> None:
    ours = {found.name: [dotted(base).split(".")[-1] for base in found.bases] for _, found in every_class()}
    offenders = []
    for module, found in every_class():
        inherited = [base for base in ours[found.name] if base in ours]
        if len(inherited) > 1 or any(grandparent in ours for base in inherited for grandparent in ours[base]):
            offenders.append(module.at(found, f"{found.name}({', '.join(ours[found.name])})"))
        offenders += [
            module.at(found, f"{found.name} has a metaclass") for word in found.keywords if word.arg == "metaclass"
        ]
        offenders += [module.at(found, found.name) for _ in [0] if found.name.lower().endswith("mixin")]

    assert not offenders, report("Inheritance is one level, from a node base or an error:", offenders)


def test_functions_that_return_a_bool_are_named_as_questions() -> None:
    offenders = [
        module.at(function, function.name)
        for module, function in every_function()
        if dotted(function.returns or ast.Pass()) == "bool"
        and not is_overload_of_base(function)
        and not BOOLEAN_NAME.match(function.name)
    ]

    assert not offenders, report("What returns a bool begins is_, has_ or covers:", offenders)


def test_loops_name_what_they_go_over() -> None:
    offenders = []
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
                names = [name.id for name in ast.walk(node.target) if isinstance(name, ast.Name)]
                offenders += [
                    module.at(node.target, f"for {name} in …") for name in names if len(name) == 1 and name != "_"
                ]

    assert not offenders, report("No abbreviations: a loop says `film`, never `f`:", offenders)


def dataclass_options(found: ast.ClassDef) -> dict[str, str] | None:
    """The options of a class's dataclass decorator, or None where it has no such decorator."""
    for decorator in found.decorator_list:
        call = decorator if isinstance(decorator, ast.Call) else None
        if dotted(call.func if call else decorator).split(".")[-1] == "dataclass":
            return {word.arg: ast.unparse(word.value) for word in (call.keywords if call else ()) if word.arg}
    return None


def test_dataclasses_are_slotted_and_the_public_ones_frozen() -> None:
    at_borders = {id(node) for _, node in public()}
    offenders = []
    for module, found in every_class():
        options = dataclass_options(found)
        if options is not None and options.get("slots") != "True":
            offenders.append(module.at(found, f"{found.name} has no slots"))
        if options is not None and options.get("frozen") != "True" and id(found) in at_borders:
            offenders.append(module.at(found, f"{found.name} is not frozen"))

    assert not offenders, report("Frozen, slotted dataclasses cross package borders:", offenders)


def test_every_package_lists_its_public_names_and_holds_nothing_else() -> None:
    offenders = []
    for door in front_doors():
        if door.exported is None:
            offenders.append(f"{door.place} has no __all__")
        elif repeated(door.exported):
            offenders.append(f"{door.place} lists {', '.join(repeated(door.exported))} twice")
        for node in door.tree.body:
            is_name = isinstance(node, ast.Assign | ast.AnnAssign) and dotted(
                node.targets[0] if isinstance(node, ast.Assign) else node.target
            ) in {"__all__", "__version__"}
            is_lazy = isinstance(node, FUNCTION) and node.name in {"__getattr__", "__dir__"}
            is_type_checking = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
            if not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr) and not (
                is_name or is_lazy or is_type_checking
            ):
                offenders.append(door.at(node, ast.unparse(node).splitlines()[0]))

    assert not offenders, report("An __init__ holds the public names, in __all__, and nothing else:", offenders)


def test_public_names_have_a_docstring_that_begins_with_one_sentence() -> None:
    named = public()
    for module, node in public():
        above = documented_above(node)
        named += [(module, method) for method in public_methods(node) if method.name not in above]
    offenders = []
    for module, node in named:
        told = (ast.get_docstring(node) or "").split("\n\n")[0]
        if not told:
            offenders.append(module.at(node, f"{node.name} has none"))
        elif not told.rstrip().endswith((".", "!", "?", ":", ";")) or told.startswith(
            ("This ", "The function", "A function")
        ):
            offenders.append(module.at(node, f"{node.name}: {told.splitlines()[0]}"))

    assert not offenders, report("A public name's docstring says what the signature does not:", offenders)


def test_every_module_says_what_it_is_for() -> None:
    offenders = [module.place for module in modules() if not ast.get_docstring(module.tree)]

    assert not offenders, report("A module's docstring says what it is for:", offenders)


def test_nothing_untyped_crosses_a_package_border() -> None:
    offenders = []
    for module, function in public_functions():
        arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        annotations = [argument.annotation for argument in arguments] + [function.returns]
        mentioned = {dotted(node) for annotation in annotations if annotation for node in ast.walk(annotation)}
        if mentioned & ALIASES_OF_UNKNOWN:
            offenders.append(module.at(function, function.name))

    assert not offenders, report("No Any crosses a package border:", offenders)


def test_the_record_comes_first_and_the_day_is_a_keyword() -> None:
    offenders = []
    for module, function in public_functions():
        names = positional(function)
        if "record" in names and names[0] != "record":
            offenders.append(module.at(function, f"{function.name}: record is not the first parameter"))
        if "as_of" in names:
            offenders.append(module.at(function, f"{function.name}: as_of is not keyword-only"))
        for argument, default in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True):
            is_absent = default is None or ast.unparse(default) == "None"
            if argument.arg == "as_of" and not is_absent and module.package not in EDGES:
                offenders.append(module.at(function, f"{function.name}: as_of has a default"))

    assert not offenders, report("The record is the first argument; as_of is keyword-only, never today:", offenders)


def test_only_the_edges_read_a_clock_the_environment_the_network_or_chance() -> None:
    offenders = []
    for module in modules():
        if module.package in {*COMMAND_LINE, "desk"} or module.place in NETWORK_MODULES:
            continue
        calls = (node for node in ast.walk(module.tree) if isinstance(node, ast.Attribute))
        reads = ((node, dotted(node)) for node in calls)
        offenders += [
            module.at(node, name)
            for node, name in reads
            if ".".join(name.split(".")[-2:]) in CLOCKS or name in ENVIRONMENT
        ]
        roots = ((line, source, source.split(".")[0], name) for line, source, name in module.imports)
        offenders += [
            module.at(line, f"imports {source}")
            for line, source, root, name in roots
            if root in WORLD or source == "urllib.request" or (source, name) == ("urllib", "request")
        ]

    assert not offenders, report("The day, the environment and chance are arguments, never looked up:", offenders)


def test_only_the_edges_catch_every_exception() -> None:
    offenders = []
    for module in modules():
        for node in ast.walk(module.tree):
            if (
                isinstance(node, ast.ExceptHandler)
                and module.package not in EDGES
                and module.place not in HOSTILE_INPUT
            ):
                caught = {dotted(name) for name in ast.walk(node.type)} if node.type else {"everything"}
                tidies_up = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
                if caught & {"Exception", "BaseException", "everything"} and not tidies_up:
                    offenders.append(module.at(node, f"except {', '.join(sorted(caught - {''}))}"))

    assert not offenders, report("`except Exception` stands only in cli, desk and corpus:", offenders)


def test_every_exception_stands_in_errors() -> None:
    offenders = [
        module.at(found, found.name)
        for module, found in every_class()
        if module.package != "errors" and any(re.search(r"(Exception|Error)$", dotted(base)) for base in found.bases)
    ]

    assert not offenders, report("errors.py holds every exception:", offenders)


def test_code_never_asks_whether_it_is_tested() -> None:
    offenders = [
        module.at(literal, repr(literal.value))
        for module in modules()
        for literal in module.constants
        if isinstance(literal.value, str) and "pytest" in literal.value.lower()
    ]

    assert not offenders, report("Code never asks whether it is being tested:", offenders)


def test_todos_carry_an_issue_number() -> None:
    offenders = [
        module.at(line, comment)
        for module in (*modules(), *modules_of_tests())
        for line, comment in module.comments
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", comment) and not re.search(r"#\d+", comment)
    ]

    assert not offenders, report("A TODO carries its issue number:", offenders)


def test_comments_do_not_ask_to_be_kept_in_step() -> None:
    offenders = [
        module.at(line, text.strip())
        for module in modules()
        for line, text in told_prose(module)
        if re.search(r"\bkeep (this |these |it |them )?in (step|sync)\b", text, re.IGNORECASE)
    ]

    assert not offenders, report('"Keep in step with" is a missing test, or better a missing table:', offenders)


def test_no_year_of_history_stands_in_code() -> None:
    offenders = [
        module.at(literal, repr(literal.value)[:80])
        for module in modules()
        for literal in module.constants
        if YEAR.search(ADDRESS.sub("", str(literal.value)))
    ]

    assert not offenders, report("No date of history stands in code outside record/data:", offenders)


def test_no_person_or_film_of_history_stands_in_code() -> None:
    data = PACKAGE / "record" / "data"
    people = {row["name"] for row in csv.DictReader((data / "people.csv").open(encoding="utf-8"))}
    films = {row["title"] for row in csv.DictReader((data / "films.csv").open(encoding="utf-8"))}
    telling = {name for name in people if " " in name} | {title for title in films if title.count(" ") >= 2}
    offenders = [
        module.at(literal, repr(literal.value)[:80])
        for module in modules()
        for literal in module.constants
        if isinstance(literal.value, str) and has_name_of(telling, literal.value)
    ]

    assert not offenders, report("No film or person of history stands in code outside record/data:", offenders)


def has_name_of(names: set[str], text: str) -> bool:
    """Whether some run of words of the text is one of the names."""
    words = re.findall(r"[\w'’.,:&-]+", text)
    runs = (words[start:end] for start in range(len(words)) for end in range(start + 2, min(start + 8, len(words)) + 1))
    return any(" ".join(run).strip(".,:") in names for run in runs)


def test_values_reach_sql_as_parameters() -> None:
    offenders = []
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.JoinedStr) and SQL.search(constant_text(node)):
                offenders += [module.at(value, ast.unparse(value.value)) for value in values_in_sql(node)]

    assert not offenders, report("SQL takes parameters; only schema names are formatted in:", offenders)


def constant_text(node: ast.JoinedStr) -> str:
    return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))


def values_in_sql(node: ast.JoinedStr) -> list[ast.FormattedValue]:
    """The interpolations that stand where SQL has a value: in quotes or after a comparison, unless a column follows."""
    found, before = [], ""
    for index, part in enumerate(node.values):
        if isinstance(part, ast.FormattedValue):
            following = node.values[index + 1] if index + 1 < len(node.values) else None
            is_column = isinstance(following, ast.Constant) and str(following.value).startswith(".")
            if VALUE_PLACE.search(before) and not is_column:
                found.append(part)
            before = ""
        else:
            before = str(part.value) if isinstance(part, ast.Constant) else ""
    return found


def test_tests_are_named_as_sentences() -> None:
    offenders = [
        module.at(function, function.name)
        for module in modules_of_tests()
        for function in module.functions
        if function.name.startswith("test_") and len([word for word in function.name.split("_")[1:] if word]) < 4
    ]

    assert not offenders, report(
        "A test is named as a sentence:", [name for name in offenders if "source.py" not in name]
    )


def test_tests_run_no_network_and_never_sleep() -> None:
    offenders = []
    for module in modules_of_tests():
        offenders += [
            module.at(line, f"imports {source}")
            for line, source, _ in module.imports
            if module.place not in NETWORK_TESTS
            and (source.split(".")[0] in WORLD - {"random", "socket"} or source == "urllib.request")
        ]
        offenders += [
            module.at(node, "sleeps")
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call) and dotted(node.func) == "time.sleep"
        ]

    assert not offenders, report("No test runs the network or sleeps:", offenders)


def test_each_case_file_has_a_sentence_that_must_not_read() -> None:
    files = sorted((ROOT / "tests" / "cases").rglob("*.md"))
    offenders = [
        path.relative_to(ROOT).as_posix()
        for path in files
        for text in [path.read_text(encoding="utf-8")]
        if re.search(r"^\|\s*sentence\s*\|", text, re.MULTILINE)
        and not re.search(r"^\|.*\|\s*—\s*\|", text, re.MULTILINE)
    ]

    assert not offenders, report("Each family has cases that must not read:", offenders)


def test_the_repository_names_no_machine() -> None:
    folders = "|".join(("work", "home", "root", "tmp", "Users", "opt", "mnt"))
    places = re.compile(rf"(?<![\w.~*$)}}\]-])/(?:{folders})/")
    hosts = re.compile(
        "|".join(("pypi" + r"\.org", "pythonhosted" + r"\.org", "npmjs" + r"\.org", "deb" + r"\.debian"))
    )
    offenders = []
    for path in text_files():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if places.search(line) or hosts.search(line):
                offenders.append(f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()[:100]}")

    assert not offenders, report("No absolute path and no registry host stands in the repository:", offenders)


def written_prose() -> list[tuple[str, str]]:
    """Every line that people read about palmares, with its place: Markdown, docstrings and comments, code left out."""
    lines = [
        (f"{path.relative_to(ROOT).as_posix()}:{number}", line)
        for path in sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")})
        for number, line in prose_lines(path)
    ]
    return lines + [(f"{module.place}:{line}", text) for module in modules() for line, text in told_prose(module)]


@pytest.mark.parametrize("word", BANNED_WORDS)
def test_prose_does_without_the_word(word: str) -> None:
    pattern = re.compile(rf"(?<![\w`\"“-]){word}(?![\w`\"”-])", re.IGNORECASE)
    offenders = [f"{place}: {line.strip()}" for place, line in written_prose() if pattern.search(line)]

    assert not offenders, report(f'Prose does without "{word}":', offenders)


def test_prose_has_no_emoji_in_it() -> None:
    offenders = [f"{place}: {line.strip()}" for place, line in written_prose() if EMOJI.search(line)]

    assert not offenders, report("No emoji:", offenders)


def test_prose_is_spelt_the_british_way() -> None:
    offenders = [
        f"{place}: {word}, in British spelling {AMERICAN[word.lower()]}"
        for place, line in written_prose()
        for word in re.findall(r"(?<![\w-])[a-z]+(?![\w-])", line)
        if word.lower() in AMERICAN
    ]

    assert not offenders, report("British spelling:", offenders)


def test_docs_have_one_sentence_per_line() -> None:
    offenders = []
    for path in sorted((ROOT / "docs").rglob("*.md")):
        for number, marked in prose_lines(path):
            line = re.sub(r"^\s*(\d+\.|[-*])\s+", "", marked)
            ends = [
                found for found in SENTENCE_END.finditer(line) if not ABBREVIATION.search(line[: found.start() + 2])
            ]
            if ends and not line.lstrip().startswith("|"):
                offenders.append(f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()[:100]}")

    assert not offenders, report("One sentence per line in Markdown under docs/:", offenders)


def test_headings_are_in_sentence_case() -> None:
    offenders = []
    for place, line in written_prose():
        heading = re.match(r"#+ (.+)", line) if ".md:" in place else None
        later = re.findall(r"(?<!`)\b[A-Za-z]{4,}\b", heading[1])[1:] if heading else []
        if len(later) > 1 and all(word[0].isupper() and not word.isupper() for word in later):
            offenders.append(f"{place}: {line}")

    assert not offenders, report("Headings are in sentence case:", offenders)


def test_the_changelog_uses_its_own_sections_only() -> None:
    sections = {"Added", "Changed", "Fixed", "Removed", "Data", "Verdicts"}
    found = re.findall(r"^### (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert set(found) <= sections


def test_extras_are_only_those_that_code_uses() -> None:
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    sources = "\n".join(module.text for module in modules()) + "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "bench").glob("*.py")
    )
    declared = {
        re.split(r"[<>=\[]", requirement)[0]
        for extra, requirements in metadata["optional-dependencies"].items()
        if extra != "dev"
        for requirement in (*requirements, *metadata["dependencies"])
    }
    unused = sorted(
        name for name in declared if not re.search(rf"\b{IMPORTED_AS.get(name, name).replace('-', '_')}\b", sources)
    )

    assert not unused, report("No dependency and no extra is declared without code that uses it:", unused)
