"""Project files as earlier versions of the program left them, made past today's program."""

import json
from collections.abc import Iterator
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine

from annotator.domain.article import fingerprint
from annotator.storage import migrating
from annotator.storage.engine import APPLICATION_ID
from annotator.storage.project import SCHEMA_VERSION

EARLIER = tuple(range(1, SCHEMA_VERSION))

TEXT = "زار الوزير باكو أمس\r\nووقّع الاتفاق"
OTHER_TEXT = "وقعت مصر اتفاقا مع قطر"
NOTE = "مدينة"
_NOW = "2025-11-19T00:00:00.000Z"


def make_older(path: Path, version: int) -> None:
    """Make a project as the program of a version would have left it, with all that it could hold.

    amal labelled باكو and الوزير in the first article, moved one of them, joined them and submitted;
    badr began the second.
    """
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection, connection.begin():
        command.upgrade(migrating.configuration(connection), f"{version:04}")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
        for table, *values in _rows(version):
            marks = ", ".join("?" * len(values))
            connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", tuple(values))
    engine.dispose()


def history_of(version: int) -> list[tuple[object, ...]]:
    """Return the history as such a file holds it."""
    return [tuple(values) for table, *values in _rows(version) if table == "history"]


def _rows(version: int) -> Iterator[tuple[object, ...]]:
    yield "project", 1, "019a1e00-0000-7000-8000-000000000001", _NOW
    yield from (("annotator", 1, "amal"), ("annotator", 2, "badr"))
    yield "guidelines", 1, "ar", "# الفاعل", _NOW
    yield from _labels(version)
    for number, (name, text) in enumerate((("n", TEXT), ("m", OTHER_TEXT)), 1):
        yield "article", number, name, f"x{number}", fingerprint(text), "خبر", None, "2025-11-19", "rtl", "{}"
        yield "article_text", number, text
    if version >= 2:
        yield from (("article_terms(rowid, terms)", 1, "خبر"), ("article_terms(rowid, terms)", 2, "خبر"))
    notes = [NOTE] if version >= 3 else []
    yield "layer", 1, 1, "submitted", "1", *notes
    yield "layer", 2, 2, "in progress", None, *(None for _ in notes)
    yield "annotation", 1, 1, "x", 11, 15, 2, "human", None, NOTE, _NOW, _NOW
    yield "annotation", 1, 1, "y", 4, 10, 1, "import", 0.5, None, _NOW, _NOW
    yield "annotation", 2, 2, "z", None, None, 1, "human", None, None, _NOW, _NOW
    yield "relation", 1, 1, "r", "y", "x", "in"
    yield from _history(version)
    if version >= 6:
        yield "comment", "c", 1, 1, "x", 11, 15, None, 2, "لماذا؟", _NOW, 0


def _labels(version: int) -> Iterator[tuple[object, ...]]:
    for number, (label, colour) in enumerate((("b", "#0072B2"), ("a", "#009E73")), 1):
        more = (number - 1, 0) if version >= 4 else ()
        told = json.dumps({"ar": "مكان"}, ensure_ascii=False), "{}", '["باكو"]'
        yield "label", number, label, label.upper(), colour, str(number), "solid", *told, *more
    yield "forbidden_overlap", 2, 1


def _history(version: int) -> Iterator[tuple[object, ...]]:
    first, moved = ({"id": "x", "span": {"start": start, "end": 15}} for start in (10, 11))
    yield "history", 7, _NOW, 1, 1, "annotation", "x", None, json.dumps(first)
    yield "history", 8, _NOW, 1, 1, "annotation", "x", json.dumps(first), json.dumps(moved)
    yield "history", 9, _NOW, 1, 1, "layer", None, "{}", "{}"
    if version >= 4:
        yield "history", 10, _NOW, 2, None, "labelset", None, "{}", "{}"
