"""Rows of a damaged project that can be read in part, without what cannot be read."""

from collections.abc import Callable

import orjson

from annotator.domain.article import Direction, text_of
from annotator.domain.errors import EditError
from annotator.domain.identity import new_id
from annotator.domain.label import Label
from annotator.domain.names import checked
from annotator.storage.article_meta import read_meta
from annotator.storage.review_tables import DecisionRows
from annotator.storage.salvage import Row
from annotator.storage.tables import AnnotationRows, LabelRows, LayerRows

_LOOKS = {"colour": "#888888", "key": "", "pattern": "solid"}
"""Columns that a label is known by, and what anything but a fit one becomes."""

Tell = Callable[..., None]
"""Takes the template of a sentence about what is lost, and its facts."""

_IN_META = ("title", "source", "published")
"""Columns of an article that its metadata holds too."""

_OPTIONAL = {
    LayerRows.name: ("guidelines", "note"),
    AnnotationRows.name: ("note",),
    DecisionRows.name: ("reason", "note"),
}
_JSON = {"display": "{}", "description": "{}", "examples": "[]"}
"""Columns of a label, and how they say nothing."""


def is_readable(value: object) -> bool:
    """Tell whether what stands in a column of texts is one."""
    try:
        return isinstance(value, str) and value.encode() is not None
    except UnicodeEncodeError:  # bytes that are no UTF-8
        return False


def is_name(value: object) -> bool:
    """Tell whether a label could be called so."""
    try:
        return is_readable(value) and bool(checked(str(value)))
    except EditError:
        return False


def mended_article(row: Row, tell_loss: Tell) -> Row:
    """Return an article of whose row at least the number can be read, as one that fits its table."""
    found = {**row}
    if not is_readable(row["id"]):
        found["id"] = new_id()
        tell_loss("The id of article {article} cannot be read; this one is new.", article=found["id"])
    if not _is_readable_or_none(row["external_id"]):
        found["external_id"] = None
        _tell_left_out("external_id", found, tell_loss)
    if row["direction"] not in {*Direction}:
        found["direction"] = Direction.RTL.value
        _tell_left_out("direction", found, tell_loss)
    _mend_meta(found, tell_loss)
    return found


def _mend_meta(found: Row, tell_loss: Tell) -> None:
    """Make up for a column by the metadata, and for the metadata by the columns, as far as these tell."""
    meta = read_meta(found["meta"])
    for column in _IN_META:
        if not _is_readable_or_none(found[column]):
            found[column] = text_of(meta or {}, column)
            if found[column] is None:
                _tell_left_out(column, found, tell_loss)
            else:
                tell_loss(
                    "The {column} of article {article} cannot be read; it is what the metadata says.",
                    column=column,
                    article=found["id"],
                )
    if meta is None:
        known = {column: found[column] for column in _IN_META if found[column] is not None}
        found["meta"] = orjson.dumps(known).decode()
        said = "The metadata of article {article} cannot be read; title, source and date are what is left."
        tell_loss(said, article=found["id"])


def _tell_left_out(column: str, found: Row, tell_loss: Tell) -> None:
    said = "The {column} of article {article} cannot be read, and was left out."
    tell_loss(said, column=column, article=found["id"])


def mended(table: str, row: Row, article: object, tell_loss: Tell) -> Row:
    """Return another row without the texts that it can do without and that cannot be read.

    Article is the id of the one that it is about, if it is about one.
    """
    found = {**row}
    for column in _OPTIONAL.get(table, ()):
        if not _is_readable_or_none(row.get(column)):
            found[column] = None
            said = "A {column} in article {article} cannot be read, and was left out."
            tell_loss(said, column=column, article=article)
    for column, nothing in (_JSON | _LOOKS).items() if table == LabelRows.name else ():
        is_fit = _is_look if column in _LOOKS else _is_like
        if column in row and not is_fit(column, row[column]):
            found[column] = nothing
            tell_loss("The {column} of a label cannot be read, and was left out.", column=column)
    return found


def _is_readable_or_none(value: object) -> bool:
    return value is None or is_readable(value)


def _is_like(column: str, said: object) -> bool:
    """Tell whether what is said is JSON of the kind that stands in a column."""
    try:
        return isinstance(said, str) and type(orjson.loads(said)) is type(orjson.loads(_JSON[column]))
    except orjson.JSONDecodeError:
        return False


def _is_look(column: str, said: object) -> bool:
    looks = _LOOKS | {column: str(said)}
    try:
        Label("id", "name", looks["colour"], looks["key"], looks["pattern"])
    except (ValueError, EditError):
        return False
    return True
