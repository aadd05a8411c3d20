"""Has the program loaded, and forks a process for each command: `python -m tests.reliability.forking`.

Each runs within limits of its own, as one that is started anew does, without the half second of a start.
It takes a request a line, as JSON, and answers each with the code that the program ended with.
"""

import json
import os
import resource
import sys
import traceback
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

from annotator.app import main

_LOADED = (
    "annotator.cli.output",
    "annotator.formats.registry",
    "annotator.services.browsing",
    "annotator.services.exporting",
    "annotator.services.importing",
    "annotator.services.projects",
    "sqlalchemy.dialects.sqlite.pysqlite",
    "alembic.runtime.migration",
    "alembic.script",
    "cassis",
    "docx",
    "lxml.etree",
    "trafilatura",
)
"""What commands import late, some of it only where it is installed."""


def serve() -> None:
    """Answer requests until there are no more, as nobody's child: other tests look for children that stay."""
    if os.fork():
        os._exit(0)
    for module in _LOADED:
        with suppress(ImportError):
            import_module(module)
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            _run(json.loads(line))
        _, status = os.waitpid(pid, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _run(asked: dict[str, Any]) -> NoReturn:
    """Be the program, in the process that was forked for it."""
    code = 1
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for descriptor, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(asked[name], os.O_WRONLY), descriptor)
        os.environ.clear()
        os.environ.update(asked["environment"])
        os.chdir(asked["folder"])
        sys.argv = ["annotator", *asked["arguments"]]
        resource.setrlimit(resource.RLIMIT_AS, (asked["memory"], asked["memory"]))
        resource.setrlimit(resource.RLIMIT_CPU, (asked["seconds"], asked["seconds"]))
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - as Python ends what nobody catches
        traceback.print_exc()
    finally:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    serve()
