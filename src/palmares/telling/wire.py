"""The one JSON encoder of reports: command line, HTTP and corpora all print what it returns.

The thing a newcomer gets wrong: keys may be added, but never lost or altered; docs/verdicts.md documents them all.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from palmares.claims import Json, format_claim, to_wire
from palmares.record import EditionRow, FilmRow, NominationRow, PersonRow, Row
