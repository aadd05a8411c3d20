"""Which backups are kept as they grow old."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Reason(StrEnum):
    """Why a backup was made."""

    HAND = "hand"
    HOUR = "hour"
    CLOSE = "close"
    BULK = "bulk"
    MIGRATION = "migration"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup as far as its age and size tell. serial counts on with every backup of a project.

    What is newer is told by the serial: a clock may have been set back.
    """

    serial: int
    moment: datetime
    size: int


LAST, DAYS, WEEKS, MONTHS = 10, 7, 4, 12

_PERIODS: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (DAYS, lambda moment: moment.date()),
    (WEEKS, lambda moment: moment.isocalendar()[:2]),
    (MONTHS, lambda moment: (moment.year, moment.month)),
)


def outlived(backups: Sequence[Kept], most_bytes: int) -> set[int]:
    """Return the serials of those to remove.

    Kept are the ten last, and the last of each of the seven last days, four last weeks and twelve last
    months that have any (as restic's `forget --keep-last --keep-daily --keep-weekly --keep-monthly` counts);
    of these the oldest go until the rest takes no more than most_bytes. The newest always stays.
    """
    newest_first = sorted(backups, key=lambda one: -one.serial)
    stays = {one.serial for one in newest_first[:LAST]}
    for count, period in _PERIODS:
        seen: set[Hashable] = set()
        for one in newest_first:
            if len(seen) < count and period(one.moment) not in seen:
                seen.add(period(one.moment))
                stays.add(one.serial)
    room = most_bytes
    for nth, one in enumerate(one for one in newest_first if one.serial in stays):
        room -= one.size
        if nth and room < 0:
            stays.remove(one.serial)
    return {one.serial for one in backups} - stays
