"""What the command line prints: sentences, JSON, tables, progress."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson

from annotator.services.progress import Progress, silent

_JOINERS = "\u200c\u200d"


def plain(sentence: object) -> str:
    """Return one line without what a terminal would obey: names and titles come from files."""
    return "".join(
        letter if letter.isprintable() or letter in _JOINERS else "\ufffd" for letter in str(sentence)
    )


def say(sentence: str) -> None:
    print(plain(sentence))


def print_json(value: Any) -> None:
    """Print one JSON value, in UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    layout = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS
    sys.stdout.buffer.write(orjson.dumps(value, option=layout))
    sys.stdout.buffer.flush()


@contextmanager
def progress_bar(doing: str) -> Iterator[Progress]:
    """Give a progress that shows a bar on stderr, where that is a terminal."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total or None)
