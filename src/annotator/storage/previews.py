"""A look into the file of a project, of whatever version, that changes nothing."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from annotator.domain.errors import DamageError
from annotator.storage.engine import Access, make_engine

# Every version of the tables has these.
_ARTICLES = "SELECT count(*) FROM article"
_TITLES = "SELECT coalesce(title, external_id, id) FROM article ORDER BY number LIMIT 50"
_ANNOTATIONS = """
SELECT name, count(*) FROM annotation JOIN annotator ON annotator.number = annotation.annotator
GROUP BY annotator.number ORDER BY name
"""


@dataclass(frozen=True, slots=True)
class Preview:
    """annotations are counted by annotator; titles are those of the first articles."""

    articles: int
    annotations: dict[str, int]
    titles: tuple[str, ...]


def preview(path: Path) -> Preview:
    """Raises DamageError for what cannot be read."""
    engine = make_engine(path, Access.READ)
    try:
        with engine.connect() as connection, connection.begin():
            return _read(connection)
    except (DBAPIError, UnicodeError) as error:
        raise DamageError("{path} is damaged.", path=path) from error
    finally:
        engine.dispose()


def _read(connection: Connection) -> Preview:
    rows = connection.exec_driver_sql(_ANNOTATIONS)
    return Preview(
        articles=connection.exec_driver_sql(_ARTICLES).scalar_one(),
        annotations={str(name): count for name, count in rows},
        titles=tuple(str(title) for (title,) in connection.exec_driver_sql(_TITLES)),
    )
