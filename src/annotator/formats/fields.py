"""Taking a JSON object apart, field by field, with a sentence for what does not fit."""

from typing import NoReturn

import orjson

from annotator.domain import moment
from annotator.domain.annotation import Origin
from annotator.domain.article import ArticleState, fingerprint
from annotator.domain.identity import is_id
from annotator.domain.offsets import OffsetUnit
from annotator.formats.offset_units import Places, places
from annotator.formats.source import Source

LONGEST_QUOTE = 60


class Fields:
    """One line's object. Every method raises FormatError, naming file, line and field."""

    def __init__(
        self, source: Source, line: int, values: dict[str, object], table: Places | None = None
    ) -> None:
        """Table has the places of the text's offsets, where these are not code points."""
        self.source = source
        self.line = line
        self.values = values
        self._places = table

    def refuse(self, template: str, **facts: object) -> NoReturn:
        self.source.refuse(self.line, template, **facts)

    def _article_text(self) -> str:
        text = self.values.get("text")
        if not isinstance(text, str):
            self.refuse("“text” is missing or is not text.")
        if not text:
            self.refuse("“text” is empty.")
        if "\0" in text:
            self.refuse("the text holds U+0000 at character {place}.", place=text.index("\0"))
        return text

    def checked_text(self) -> str:
        """Return the article's text; refuse a fingerprint of another text.

        What bounds() takes counts the unit that the line names, or that of its file.
        """
        text = self._article_text()
        sha256 = self.optional_text("text_sha256")
        if sha256 is not None and sha256 != fingerprint(text):
            self.refuse("the text is not the one that “text_sha256” was made of.")
        self._places = places(text, self._offset_unit())
        return text

    def _offset_unit(self) -> OffsetUnit:
        named = self.values.get("offset_unit")
        if named is None:
            return self.source.offset_unit or OffsetUnit.CODE_POINT
        if not isinstance(named, str) or named not in set(OffsetUnit):
            self.refuse("offsets must count {known}, not {unit}.", known=", ".join(OffsetUnit), unit=named)
        return OffsetUnit(named)

    def optional_text(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is not None and not isinstance(value, str):
            self.refuse("“{key}” is not text.", key=key)
        return value

    def optional_id(self, key: str) -> str | None:
        value = self.optional_text(key)
        if value is not None and not is_id(value):
            self.refuse("“{key}” is not a UUID: {value}", key=key, value=value)
        return value

    def required_id(self, key: str) -> str:
        value = self.optional_id(key)
        if value is None:
            self.refuse("“{key}” is missing.", key=key)
        return value

    def required_text(self, key: str) -> str:
        value = self.optional_text(key)
        if not value:
            self.refuse("“{key}” is missing.", key=key)
        return value

    def optional_number(self, key: str) -> float | None:
        value = self.values.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, (int, float))):
            self.refuse("“{key}” is not a number.", key=key)
        return None if value is None else float(value)

    def optional_moment(self, key: str) -> str | None:
        value = self.optional_text(key)
        try:
            return None if value is None else moment.parse(value)
        except ValueError:
            self.refuse("“{key}” is not a moment in ISO 8601: {value}", key=key, value=value)

    def origin(self) -> str:
        value = self.optional_text("origin") or Origin.IMPORT
        if value not in set(Origin) and not (value.startswith("suggestion:") and value != "suggestion:"):
            self.refuse("there is no origin “{value}”.", value=value)
        return value

    def state(self) -> ArticleState | None:
        value = self.optional_text("status")
        try:
            return None if value is None else ArticleState.named(value)
        except ValueError:
            self.refuse("there is no state “{value}”.", value=value)

    def metadata_within(self) -> dict[str, object]:
        """Return metadata that stand as JSON within a string, since rows of a table are all alike."""
        try:
            meta = orjson.loads(self.optional_text("meta") or "{}")
        except ValueError:
            meta = None
        if not isinstance(meta, dict):
            self.refuse("“meta” is not an object.")
        return meta

    def listed(self, key: str) -> list[object]:
        value = self.values.get(key)
        if value is not None and not isinstance(value, list):
            self.refuse("“{key}” is not a list.", key=key)
        return value or []

    def part(self, value: object, key: str) -> "Fields":
        """Take an object out of a list within the line."""
        if not isinstance(value, dict):
            self.refuse("“{key}” holds something that is not an object.", key=key)
        return Fields(self.source, self.line, value, self._places)

    def bounds(self, start: object, end: object, text: str) -> tuple[int, int]:
        """Return a span's start and end in code points."""
        if type(start) is not int or type(end) is not int:
            self.refuse("a span's start and end must be whole numbers: {start}, {end}", start=start, end=end)
        first, last = start, end
        if self._places is not None:
            first, last = self._places.get(start, -1), self._places.get(end, -1)
        if not 0 <= first < last <= len(text):
            self._refuse_bounds(start, end, len(text))
        return first, last

    def _refuse_bounds(self, start: int, end: int, length: int) -> NoReturn:
        facts = {"start": start, "end": end}
        if start == end:
            self.refuse("the span {start}–{end} is empty.", **facts)
        if start > end:
            self.refuse("the span {start}–{end} is reversed.", **facts)
        if self._places is not None and 0 <= start < end <= max(self._places):
            self.refuse("the span {start}–{end} begins or ends within a character.", **facts)
        if self._places is not None:
            length = max(self._places)
        self.refuse(
            "the span {start}–{end} lies outside the text of {length} characters.", length=length, **facts
        )

    def check_quote(self, quote: object, text: str, start: int, end: int) -> None:
        if quote is not None and quote != text[start:end]:
            self.refuse(
                "the span {start}–{end} quotes “{quote}”, but the text there is “{there}”.",
                start=start,
                end=end,
                quote=_short(str(quote)),
                there=_short(text[start:end]),
            )


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"
