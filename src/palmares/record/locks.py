"""Lets one process at a time write to a file, on every system.

The trap: the lock is on the open file, beyond any byte it will ever hold, so that readers are not kept waiting.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from palmares.errors import RecordUnavailable

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FAR = 1 << 40
"""The place of the byte that is locked where only a stretch of bytes can be."""

PAUSE_SECONDS = 0.02
PAUSES = 1500
"""How long and how often to wait for other writers: half a minute in all."""


@contextmanager
def locked(descriptor: int, name: str) -> Iterator[None]:
    """Hold the lock of an open file.

    Args:
        name: what to call the file in an error.

    Raises:
        RecordUnavailable: somebody else has held it for half a minute.
    """
    for _ in range(PAUSES):
        try:
            take(descriptor)
        except OSError:
            time.sleep(PAUSE_SECONDS)
            continue
        try:
            yield
        finally:
            release(descriptor)
        return
    raise RecordUnavailable(name, "another process has been writing to it for half a minute; try again")


if sys.platform == "win32":

    def take(descriptor: int) -> None:
        """Lock the file, or raise OSError where somebody else has."""
        import os  # here, since only Windows locks by place

        os.lseek(descriptor, FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def release(descriptor: int) -> None:
        """Give the lock back."""
        import os  # here, since only Windows locks by place

        os.lseek(descriptor, FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:

    def take(descriptor: int) -> None:
        """Lock the file, or raise OSError where somebody else has."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(descriptor: int) -> None:
        """Give the lock back."""
        fcntl.flock(descriptor, fcntl.LOCK_UN)
