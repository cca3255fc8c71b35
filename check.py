"""The one command that checks everything: format, lint, types, tests and docs.

`python check.py` runs every step, says how each went and exits with 1 if any failed. `python check.py lint types` runs
those two. The tests include STYLE's machine-checked half (`tests/test_house.py`) and every block of the documentation
(`tests/test_docs.py`), so "docs" is part of "tests" and runs with them.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent

STEPS = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
    "tests": ("pytest", "-q", "-n", "auto"),
}


def passes(step: str) -> bool:
    """Whether `step` passes, with its output on the terminal."""
    began = time.perf_counter()
    print(f"== {step}: {' '.join(STEPS[step])}", flush=True)
    status = subprocess.run([sys.executable, "-m", *STEPS[step]], cwd=ROOT).returncode
    print(f"== {step}: {'failed' if status else 'passed'} in {time.perf_counter() - began:.0f} s\n", flush=True)
    return status == 0


def main(steps: list[str]) -> int:
    """Run the steps named, or all of them, and return the exit status."""
    unknown = [step for step in steps if step not in STEPS]
    if unknown:
        print(f"There is no step {' or '.join(unknown)}. The steps are {', '.join(STEPS)}.", file=sys.stderr)
        return 2
    failed = [step for step in steps or STEPS if not passes(step)]
    print(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
