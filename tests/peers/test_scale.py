"""DuckDB and Spark count in the exported Parquet what the program counts in its project."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCALE = Path(__file__).parents[2] / "benchmarks" / "scale"
ARTICLES, COPIES = 600, 12

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def run(script: str, *arguments: object) -> bytes:
    command = [sys.executable, str(SCALE / script), *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def test_everybody_counts_the_same(tmp_path: Path) -> None:
    for name in ("duckdb", "psutil", "pyspark"):
        pytest.importorskip(name)
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and no java is installed")
    printed = run("run.py", ARTICLES, tmp_path).decode()
    assert f"{ARTICLES:,} articles" in printed
    assert f"{COPIES} near duplicates" in printed
    assert "near duplicates: Spark" in printed
    counts = json.loads(run("own.py", "counts", tmp_path / "scale.annotator"))
    assert sum(counts["labels"].values()) == sum(counts["joined"].values()) > 20 * ARTICLES
    assert json.loads(run("with_duckdb.py", "counts", tmp_path / "parquet")) == counts
