"""The figures, as a table with the machine."""

import os
import platform
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_HOW = """The floor is the same corpus through orjson and sqlite3 alone, or an empty window; each pair is
measured in turn in one run, and medians are given. Seconds and milliseconds are the processor's unless they
say "clock"; where a figure is a window's, it counts only what was done while the machine ran at full speed,
as a fixed loop beside each act tells. The corpus has about 2,600 characters and 24.5 spans an article."""


@dataclass(frozen=True)
class Figure:
    """One line of the table; floor and limit as they are shown, holds None where there is no limit."""

    what: str
    floor: str
    ours: str
    limit: str = "–"
    holds: bool | None = None


RESULTS = Path(__file__).parent / "RESULTS.md"
_REVIEW = "\n## Review\n"
_SCALE = "\n## At scale\n"


def table(figures: list[Figure]) -> str:
    lines = ["| what | floor | ours | limit | holds |", "|---|---|---|---|---|"]
    for figure in figures:
        holds = {None: "–", True: "yes", False: "**no**"}[figure.holds]
        lines.append(f"| {figure.what} | {figure.floor} | {figure.ours} | {figure.limit} | {holds} |")
    return "\n".join(lines)


def keep(figures: list[Figure]) -> None:
    """Write RESULTS.md anew, but for what was measured of review and at scale."""
    _, heading, further = RESULTS.read_text("utf-8").partition(_REVIEW)
    RESULTS.write_text(_page(figures) + heading + further, "utf-8")


def keep_review(figures: list[Figure]) -> None:
    """Write into RESULTS.md what was measured of review."""
    page, _, further = RESULTS.read_text("utf-8").partition(_REVIEW)
    _, heading, scale = further.partition(_SCALE)
    packages = _versions("PySide6-Essentials", "SQLAlchemy", "nervaluate", "krippendorff")
    made = f"Made by `make bench` on {_today()}: {_machine()}; {packages}."
    RESULTS.write_text(f"{page}{_REVIEW}\n{made}\n\n{table(figures)}\n{heading}{scale}", "utf-8")


def keep_scale(text: str) -> None:
    """Write into RESULTS.md what was measured at scale."""
    page, _, _ = RESULTS.read_text("utf-8").partition(_SCALE)
    packages = _versions("duckdb", "pyspark", "pyarrow")
    made = f"Made by `make scale` on {_today()}: {_machine()}; {packages}."
    RESULTS.write_text(f"{page}{_SCALE}\n{made}\n{text}\n", "utf-8")


def _today() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d}"


def _page(figures: list[Figure]) -> str:
    packages = _versions("PySide6-Essentials", "SQLAlchemy", "orjson")
    made_of = f"{platform.system()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"""# Results

Made by `make bench` on {_today()}: {_machine()};
{made_of}, {packages}; Qt offscreen.

{_HOW}

{table(figures)}
"""


def _versions(*packages: str) -> str:
    return ", ".join(f"{name} {version(name)}" for name in packages)


def _machine() -> str:
    return f"{_processor()}, {os.cpu_count()} cores, {_memory_gib()} GiB"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    names = info.read_text().splitlines() if info.exists() else []
    named = (line.partition(":")[2].strip() for line in names if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _memory_gib() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
