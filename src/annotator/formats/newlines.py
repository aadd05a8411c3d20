"""Texts as a program sees them that reads CR LF and CR as LF, which is what Python's text files do."""

from bisect import bisect_left, bisect_right


class Newlines:
    """Converts places between a text and what of it is read with its newlines translated."""

    __slots__ = ("_places", "_read", "text")

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        parts = text.split("\r\n") if "\r" in text else [text]
        self._places: list[int] = []  # of each LF after a CR
        place = -2
        for part in parts[:-1]:
            place += len(part) + 2
            self._places.append(place + 1)
        self._read = [place - 1 - nth for nth, place in enumerate(self._places)]

    def to_read(self, place: int) -> int | None:
        """Return a place in the text as it is read; None within CR LF."""
        seen = bisect_right(self._places, place)
        is_within = seen and self._places[seen - 1] == place
        return None if is_within else place - seen

    def to_text(self, place: int) -> int:
        """Return a place of the text as it is read in the text as it stands."""
        return place + bisect_left(self._read, place)
