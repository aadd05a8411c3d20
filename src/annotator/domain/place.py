"""Where a project is: a file, or a database on a server."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from annotator.domain.errors import ProjectError

_URL = re.compile(
    r"""postgres(?:ql)?(?:\+psycopg)?://
    (?:(?P<user>[^:@/?\#]*)(?::[^@/?\#]*)?@)?
    (?P<host>\[[^]@/?\#]*\]|[^]\[:@/?\#]*)(?P<port>:\d{1,5})?
    /(?P<database>[^@/?\#]+)
    (?:\?[^\#]*)?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A database's URL as it was given; as a string it has neither password nor options."""

    url: str = field(repr=False)

    def __post_init__(self) -> None:
        if not _URL.fullmatch(self.url):
            raise ProjectError(
                "This is not the address of a database: it should look like "
                "postgresql+psycopg://user@host/database, other signs than letters and digits as %xx."
            )

    def __str__(self) -> str:
        user, host, port, database = self._parts()
        return f"postgresql+psycopg://{user and f'{user}@'}{host}{port}/{database}"

    @property
    def name(self) -> str:
        """The database's own name."""
        return unquote(self._parts()[-1])

    def _parts(self) -> tuple[str, str, str, str]:
        found = _URL.fullmatch(self.url)
        assert found
        user, host, port, database = found.groups(default="")
        return user, host, port, database


Place = Path | ServerAddress


def place_of(text: str) -> Place:
    """Read what a person gives; a path would lose a slash of an address. Raises ProjectError."""
    return ServerAddress(text) if "://" in text else Path(text)
