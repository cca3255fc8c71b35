"""Every exception of palmares.

    PalmaresError
    ├── InvalidClaim        a claim that the algebra does not allow, or a text or JSON form that is not one
    ├── UnknownName         a name, award, category or id that nothing in the record bears
    ├── UnusableInput       a file, text or date that cannot be worked on
    ├── RecordUnavailable   the record can be neither opened nor built
    ├── InvalidData         a data file of the record breaks its format or names what no file holds
    ├── JournalDamaged      a line of a journal is not as it was written
    └── ChangesRefused      changes to the record that break its rules; none of them is taken

What an article says is never an error: unread, refuted and unverifiable are results. Messages are built from fields.
"""


class PalmaresError(Exception):
    """The root: catch this to catch whatever palmares raises on purpose."""


class InvalidClaim(PalmaresError):
    """A claim that is not well formed. Fields: `problem`; `source`, the text or JSON at fault; `position` in it."""

    def __init__(self, problem: str, source: str = "", position: int | None = None) -> None:
        super().__init__(problem, source, position)
        self.problem, self.source, self.position = problem, source, position

    def __str__(self) -> str:
        where = f" at character {self.position}" if self.position is not None else ""
        source = f" in {self.source!r}" if self.source else ""
        return f"This is not a claim: {self.problem}{where}{source}."


class UnknownName(PalmaresError):
    """A name that nothing in the record bears. Fields: `name`, as written; `near`, up to three close ones."""

    def __init__(self, name: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(name, near)
        self.name, self.near = name, near

    def __str__(self) -> str:
        hint = f" Did you mean {' or '.join(self.near)}?" if self.near else ""
        return f"Nothing in the record is called {self.name!r}.{hint}"


class UnusableInput(PalmaresError):
    """Input that cannot be worked on. Fields: `source`, what was given; `problem`; `remedy`, what to do about it."""

    def __init__(self, source: str, problem: str, remedy: str) -> None:
        super().__init__(source, problem, remedy)
        self.source, self.problem, self.remedy = source, problem, remedy

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}. {self.remedy}."


def install_extra(extra: str) -> str:
    """What to do where the libraries of an optional extra are not installed, as the remedy of `UnusableInput`."""
    return f'Install palmares with the extra: pip install "palmares[{extra}]"'


class RecordUnavailable(PalmaresError):
    """The record can be neither opened nor built. Fields: `path`; `problem`."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path, self.problem = path, problem

    def __str__(self) -> str:
        return f"The record at {self.path} cannot be used: {self.problem}."


class InvalidData(PalmaresError):
    """A data file that the record cannot be built from. Fields: `file`; `line`, counted from 1; `problem`."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(file, line, problem)
        self.file, self.line, self.problem = file, line, problem

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.problem}."


class JournalDamaged(PalmaresError):
    """A journal that somebody has changed by hand, or a disk has. Fields: `file`; `line`, counted from 1; `problem`."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(file, line, problem)
        self.file, self.line, self.problem = file, line, problem

    def __str__(self) -> str:
        return (
            f"{self.file}, line {self.line}: {self.problem}. Restore it from a copy, or cut the file before this line."
        )


class ChangesRefused(PalmaresError):
    """Changes that the record does not take. Fields: `problems`, a sentence without full stop for each, in order."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return f"{'. '.join(self.problems)}. Nothing was taken."
