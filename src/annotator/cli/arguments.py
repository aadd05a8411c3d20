"""Arguments and options that several commands share."""

import getpass
from argparse import ArgumentParser, ArgumentTypeError

from annotator.domain.errors import EditError
from annotator.domain.place import place_of


def take_project(parser: ArgumentParser) -> None:
    parser.add_argument(
        "project",
        metavar="PROJECT",
        type=place_of,
        help="the project file, NAME.annotator, or the address of a database, "
        "postgresql+psycopg://USER@HOST/DATABASE",
    )


def take_annotator(parser: ArgumentParser, what: str) -> None:
    parser.add_argument("--annotator", metavar="NAME", type=text, help=what)


def text(argument: str) -> str:
    """Return an argument that is text. Raises EditError for bytes that are none."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        raise EditError("{argument} is not text.", argument=ascii(argument)) from None
    return argument


def renaming(argument: str) -> tuple[str, str]:
    """Read OLD=NEW."""
    old, new = omission(argument)
    if not new:
        raise ArgumentTypeError(f"no new name in {argument}")
    return old, new


def omission(argument: str) -> tuple[str, str]:
    """Read OLD=NEW, or OLD= for what is to be left out."""
    old, equals, new = text(argument).partition("=")
    if not (old and equals):
        raise ArgumentTypeError(f"there is no = between two names in {argument}")
    return old, new


def each_once(pairs: list[tuple[str, str]], option: str) -> dict[str, str]:
    """Return new names by old ones. Raises EditError for an old one that has two."""
    for nth, (old, _) in enumerate(pairs):
        if old in {name for name, _ in pairs[:nth]}:
            raise EditError("{option} names {name} twice.", option=option, name=old)
    return dict(pairs)


def take_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", dest="as_json", action="store_true", help="print one JSON value")


def take_bidi(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--bidi",
        choices=("auto", "on", "off"),
        default="auto",
        help="join and order Arabic for a terminal that does not",
    )


def login() -> str:
    """Return the user's login name, for whom nobody else is named."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user id without a name, as in a container
        return "annotator"
