"""Guilds named by their members: "the producers, the directors and the actors all went with FILM".

Such words stand for the guilds only in a list of them that chooses, or whose prizes are told of. The trap: alone, or
without a verb of choosing, "the actors" are those of a film.
"""

from __future__ import annotations

from collections.abc import Sequence

from palmares.reading.items import Item

MEMBERS = {("SOMEONE", "director"): "dga", ("PERFORMER", None): "sag"}
"""Words that have a meaning of their own, by kind and value, with the guild that they stand for in a list."""
BETWEEN = frozenset(("COMMA", "AND", "BOTH"))
LEAST = 2


def guild_lists(items: Sequence[Item]) -> list[Item]:
    """The items with the members of guilds in a list that chooses as those guilds, and as plain words elsewhere."""
    out = list(items)
    place = 0
    while place < len(out):
        end = list_end(out, place)
        named = [here for here in range(place, end) if out[here].kind not in BETWEEN]
        is_list = len(named) >= LEAST and (is_choosing(out, end) or is_of_prizes(out, place))
        for here in named if is_list else ():
            award = guild_of(out[here])
            out[here] = Item("AWARD", out[here].start, out[here].end, "body", award=award or out[here].award)
        place = max(end, place + 1)
    return [item.plain("OTHER") if item.kind == "GUILD" else item for item in out]


def guild_of(item: Item) -> str | None:
    """The guild whose members a word may mean."""
    if item.kind == "GUILD":
        return str(item.value)
    return next((guild for known, guild in MEMBERS.items() if known == (item.kind, item.value)), None)


def list_end(items: Sequence[Item], place: int) -> int:
    """Where a list of guilds that starts here ends."""
    end = place
    while place < len(items) and (guild_of(items[place]) or items[place].kind == "AWARD"):
        end = place + 1
        place = end
        while place < len(items) and items[place].kind in BETWEEN:
            place += 1
        if place == end:
            break
    return end


def is_choosing(items: Sequence[Item], place: int) -> bool:
    """Whether a verb of choosing follows, over a word or two."""
    after = [item.kind for item in items[place : place + 4]]
    passed = [kind for kind in after if kind not in ("OTHER", "BOTH", "HAS", "EACH", "TROPHY", "TIME", "POSS")]
    return passed[:1] == ["CHOSE"]


def is_of_prizes(items: Sequence[Item], place: int) -> bool:
    """Whether the list follows "the prizes of" or "by", "honoured by"."""
    before = [item.kind for item in items[max(0, place - 2) : place]]
    return before == ["TROPHY", "OF"] or before in (["HONOURED", "BY"], ["NAMED", "BY"], ["TROPHY", "FROM"])
