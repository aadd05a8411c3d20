"""Writes what a shell and `man` know of the command line, from the command line itself."""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from os import environ
from pathlib import Path

from annotator.cli.main import build


def parser() -> argparse.ArgumentParser:
    """Return the program's own parser; nothing is run by it here."""
    return build(lambda *_: 0, lambda: "", lambda _: b"")


def completion(shell: str) -> str:
    """Return the completion for bash, zsh or fish: commands, options, choices, and files for the rest."""
    import shtab  # noqa: PLC0415 - the manual does without

    known = parser()
    for command in commands(known).values():
        for action in command._actions:  # noqa: SLF001 - argparse has no other way to list them
            if action.choices is None and action.nargs != 0:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    return shtab.complete(known, shell)


def commands(known: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (group,) = (one for one in known._actions if isinstance(one, argparse._SubParsersAction))  # noqa: SLF001
    return dict(group.choices)


def manual() -> str:
    known = parser()
    day = datetime.fromtimestamp(int(environ.get("SOURCE_DATE_EPOCH", "0")), UTC).strftime("%Y-%m-%d")
    head = [
        f'.TH ANNOTATOR 1 "{day}" "annotator {version("annotator")}" "User Commands"',
        ".SH NAME",
        "annotator \\- label Arabic news",
        ".SH SYNOPSIS",
        ".B annotator",
        ".br",
        ".B annotator",
        r"\fICOMMAND\fR [\fIARGUMENT\fR]...",
        ".SH DESCRIPTION",
        _plain(known.description or ""),
        ".SH COMMANDS",
    ]
    tail = [
        ".SH EXIT STATUS",
        "0 for success; 1 for a refusal or a failure, with one sentence on the standard error and nothing",
        "changed; 2 for wrong usage.",
        ".SH FILES",
        ".TP",
        r"\fINAME\fR.annotator",
        "A project: articles, labels, guidelines and everybody's work, in one SQLite database.",
    ]
    body = [line for name, command in commands(known).items() for line in _section(name, command)]
    return "\n".join([*head, *body, *tail, ""])


def _section(name: str, command: argparse.ArgumentParser) -> Iterator[str]:
    usage = " ".join(command.format_usage().removeprefix("usage:").split())
    yield f".SS {_plain(name)}"
    yield f".B {_plain(usage)}"
    yield ".PP"
    yield _plain(command.description or "")
    for action in command._actions:  # noqa: SLF001 - as above
        if action.dest != "help":
            names = ", ".join(action.option_strings) or str(action.metavar)
            value = f" {action.metavar or ''}" if action.option_strings and action.nargs != 0 else ""
            yield ".TP"
            yield f"\\fB{_plain(names + value).strip()}\\fR"
            yield _plain(
                (action.help or "") % vars(action) if "%" in (action.help or "") else action.help or ""
            )


def _plain(text: str) -> str:
    """Return text in which roff sees no command of its own, and hyphens stay what is typed."""
    return text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("\n", " ")


def main() -> None:
    """Write all of them into a folder, at the places where Debian has them."""
    root = Path(sys.argv[1])
    files = {
        "usr/share/man/man1/annotator.1": manual(),
        "usr/share/bash-completion/completions/annotator": completion("bash"),
        "usr/share/zsh/vendor-completions/_annotator": completion("zsh"),
        "usr/share/fish/vendor_completions.d/annotator.fish": completion("fish"),
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
