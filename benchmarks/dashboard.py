"""Measured in a process of its own: the quality dashboard on COUNT articles of three annotators.

dashboard.py COUNT makes the project, of the articles of agreement.py, and prints seconds of the clock: from
asking for the dashboard to the window, to the counts in it, and to the last measure; and the longest time
that the window thread was busy at a stretch meanwhile.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import orjson
from agreement import articles
from window import opened

from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create


def made(folder: Path, count: int) -> Path:
    """Return a project in which all three have submitted everything."""
    source, path = folder / "layers.jsonl", folder / "layers.annotator"
    with source.open("wb") as file:
        for article in articles(count):
            for name, marks in article.layers.items():
                line = {
                    "id": article.id,
                    "text": article.text,
                    "annotator": name,
                    "status": "submitted",
                    "label": [list(mark) for mark in dict.fromkeys(marks)],
                }
                file.write(orjson.dumps(line) + b"\n")
    project = create(path)
    import_files(project, [source], ImportOptions(login="bench"))
    project.close()
    return path


def measured(path: Path) -> dict[str, float]:
    app, window, desk = opened(path)
    start = time.perf_counter()
    window.actions_["dashboard"].trigger()
    from annotator.gui.quality.dashboard import Dashboard

    dashboard = desk.findChild(Dashboard)
    app.processEvents()
    opening, busiest = time.perf_counter() - start, 0.0
    counts = None
    while dashboard.measuring.is_running:
        before = time.perf_counter()
        app.processEvents()
        busiest = max(busiest, time.perf_counter() - before)
        if counts is None and dashboard.measuring.counted:
            counts = time.perf_counter() - start
        time.sleep(0.002)
    return {
        "window_s": opening,
        "counts_s": counts or 0.0,
        "all_s": time.perf_counter() - start,
        "busiest_ms": busiest * 1000,
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        result = measured(made(Path(name), int(sys.argv[1])))
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
