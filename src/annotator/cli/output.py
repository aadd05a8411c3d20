"""What the command line prints: sentences, JSON, tables, progress."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from types import FrameType
from typing import Any

import orjson

from annotator.domain.progress import Progress, silent

JOINERS = "\u200c\u200d"


def plain(sentence: object) -> str:
    """Return one line without what a terminal would obey: names and titles come from files."""
    return "".join(
        letter if letter.isprintable() or letter in JOINERS else "\ufffd" for letter in str(sentence)
    )


def counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def say(sentence: str) -> None:
    print(plain(sentence))


def print_json(value: Any) -> None:
    """Print one JSON value, in UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    layout = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS
    sys.stdout.buffer.write(orjson.dumps(value, option=layout))
    sys.stdout.buffer.flush()


@contextmanager
def progress_of(doing: str) -> Iterator[Progress]:
    """Give the progress of long work: a bar on stderr, where that is a terminal.

    Ctrl-C stops the work when it reports next: so it is never in doubt whether something was committed.
    """
    is_interrupted = False

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        nonlocal is_interrupted
        is_interrupted = True

    with _bar(doing) if sys.stderr.isatty() else nullcontext(silent) as show:

        def report(done: int, total: int) -> None:
            if is_interrupted:
                raise KeyboardInterrupt
            show(done, total)

        before = signal.signal(signal.SIGINT, interrupt)
        try:
            yield report
        finally:
            signal.signal(signal.SIGINT, before)


@contextmanager
def _bar(doing: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total or None)
