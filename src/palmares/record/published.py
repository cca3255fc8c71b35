"""The rows of odds that others printed: betting odds, markets, experts, statisticians.

The trap: many printed a favourite and no figure, and most the first few of a race; those have a place, and those they
pass over none.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from statistics import mean

from palmares.record.dates import first_day, last_day
from palmares.record.tables import Line


def published_rows(
    lines: Iterable[Line], nominations: Mapping[str, Line], editions: Mapping[str, Line]
) -> Iterator[list[object]]:
    """The forecasts of nominees as rows of odds: one for each nominee, day and forecaster.

    Where several pages give one forecaster's odds of one day, such as those of two bookmakers, the probability is
    their mean and the place the best.

    Args:
        nominations: by id, in the order in which they are numbered.
        editions: by award and number.

    Raises:
        InvalidData: a line names a nomination that is not there, or has neither probability nor rank.
    """
    rows = {id: row for row, id in enumerate(nominations, 1)}
    said: defaultdict[tuple[int, str, str], list[Line]] = defaultdict(list)
    for line in lines:
        if line["nomination"]:
            if line["nomination"] not in rows:
                raise line.wrong(f"nomination names {line['nomination']!r}, which no line defines")
            if not line["probability"] and not line["rank"]:
                raise line.wrong("there is neither a probability nor a rank")
            edition = editions[line["nomination"].rsplit("/", 2)[0]]
            key = (rows[line["nomination"]], known_from(line, edition), line.required("forecaster"))
            said[key].append(line)
    for (row, day, forecaster), pages in sorted(said.items()):
        chances = [page.probability("probability") for page in pages if page["probability"]]
        places = [page.integer("rank") for page in pages if page["rank"]]
        yield [row, day, mean(chances) if chances else None, min(places, default=None), forecaster]


def known_from(line: Line, edition: Line) -> str:
    """The day of a forecast: the last of its month where the day is not known, and never later than the eve.

    What is printed on the day of the night is printed before it.
    """
    eve = first_day(edition.date("held")) - dt.timedelta(days=1)
    return min(last_day(line.date("as_of")), eve).isoformat()
