"""Take a corpus through the program, and have DuckDB and Spark count what it exports: `make scale`.

run.py COUNT FOLDER makes COUNT articles in FOLDER, which takes 35 kB an article, compares what the program,
DuckDB and Spark count, and prints a table. From a million articles on it is kept in RESULTS.md. Exit 1 if
they differ.
"""

import sys
from pathlib import Path
from typing import Any

import orjson
from measuring import Taken, run

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))

from report import keep_scale  # noqa: E402

KEPT_FROM = 1_000_000
ANNOTATOR = (sys.executable, "-m", "annotator")
COUNTERS = {"the program": "own.py", "DuckDB": "with_duckdb.py", "Spark": "with_spark.py"}
QUESTIONS = {"counts": "count, join, sample", "copies": "near duplicates"}


def prepared(count: int, folder: Path) -> dict[str, Taken]:
    """Make the corpus, the project and its export."""
    articles, project, out = folder / "articles.jsonl", folder / "scale.annotator", folder / "parquet"
    return {
        "generate the corpus": run(sys.executable, HERE / "generate.py", count, articles),
        "make a project": run(*ANNOTATOR, "new", project),
        "import": run(*ANNOTATOR, "import", project, articles, "--annotator", "scale", "--add-labels"),
        "export as Parquet": run(
            *ANNOTATOR, "export", project, out, "--format", "parquet", "--annotator", "scale"
        ),
    }


def counted(folder: Path) -> tuple[dict[str, Taken], dict[str, list[Any]]]:
    """Ask each program each question: what it took, and by question the answers."""
    taken, answers = {}, {}
    for question, asked in QUESTIONS.items():
        for who, script in COUNTERS.items():
            place = folder / ("scale.annotator" if script == "own.py" else "parquet")
            found = taken[f"{asked}: {who}"] = run(sys.executable, HERE / script, question, place)
            answers.setdefault(question, []).append(orjson.loads(found.printed))
    return taken, answers


def table(taken: dict[str, Taken]) -> str:
    lines = ["| step | clock | processors | memory |", "|---|---|---|---|"]
    for what, (clock, cpu, memory, _) in taken.items():
        lines.append(f"| {what} | {clock:,.0f} s | {cpu:,.0f} s | {memory:,.0f} MB |")
    return "\n".join(lines)


def said(count: int, folder: Path, answers: dict[str, list[Any]]) -> str:
    own = {key: value for found in answers.values() for key, value in found[0].items()}
    sizes = {name: size_gb(folder / name) for name in ("articles.jsonl", "scale.annotator", "parquet")}
    articles, spans = own["sample"]
    facts = [
        f"{count:,} articles",
        ", ".join(f"{label} {number:,}" for label, number in own["labels"].items()),
        f"{len(own['joined'])} counts by source, month and label",
        f"in the sample {articles:,} articles with {spans:,} spans",
        f"{own['copies']:,} near duplicates",
        *(f"{name} {size:.1f} GB" for name, size in sizes.items()),
    ]
    return "; ".join(facts) + "."


def size_gb(path: Path) -> float:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e9


def main() -> None:
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    taken = prepared(count, folder)
    more, answers = counted(folder)
    differ = [question for question, found in answers.items() if any(one != found[0] for one in found)]
    text = f"{said(count, folder, answers)}\n\n{table(taken | more)}"
    print(text)
    if differ:
        sys.exit(f"The programs differ in {', '.join(differ)}: {answers}")
    if count >= KEPT_FROM:
        keep_scale(text)


if __name__ == "__main__":
    main()
