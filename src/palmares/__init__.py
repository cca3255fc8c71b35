"""palmares: an awards-season desk. Reads stories about film awards and checks their claims against a record."""

from palmares.record import Record, open_record
from palmares.telling import Report, check

__version__ = "0.1.0"
"""The version of this package."""

__all__ = ["Record", "Report", "__version__", "check", "open_record"]
