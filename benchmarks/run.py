"""Measures what the program promises of speed and memory: `make bench`.

Prints tables and writes them to RESULTS.md. --quick leaves out the large corpus and review, and writes
nothing; --review measures that alone, and leaves the other figures as they are.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from places import BENCH, corpus, newspapers
from report import Figure, keep, keep_review, table
from starting import cpu_until_idle

HERE = Path(__file__).parent
RUNS = 5
STARTS = 15  # they are short, and vary most
SMALL, LARGE = 10_000, 100_000
IN_FORMATS, LEAST_PER_S = 1000, 3000
TEXT_FORMATS = (
    *("jsonl", "txt", "csv", "tsv", "doccano", "doccano-relations", "labelstudio", "labelstudio-min"),
    *("prodigy", "brat", "conll", "webanno", "huggingface"),
)
# Installed programs have their modules compiled: the first of several runs does it here.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT["QT_QPA_PLATFORM"] = "offscreen"


def child(script: Path, *arguments: object) -> dict[str, Any]:
    command = [sys.executable, str(script), *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def exchange(*arguments: object) -> dict[str, Any]:
    return child(HERE / "exchange.py", *arguments)


def window(*arguments: object) -> dict[str, Any]:
    return child(HERE / "window.py", *arguments)


def median(results: list[dict[str, Any]], key: str) -> float:
    return statistics.median(result[key] for result in results)


def against(what: str, floor_s: float, ours_s: float, limit: float | None = None) -> Figure:
    ratio = ours_s / floor_s
    floor, ours = f"{floor_s:.2f} s", f"{ours_s:.2f} s = {ratio:.2f} ×"
    return Figure(what, floor, ours, f"{limit:g} ×", ratio <= limit) if limit else Figure(what, floor, ours)


def below(what: str, value: float, limit: float, unit: str, digits: int = 1) -> Figure:
    return Figure(what, "–", f"{value:.{digits}f} {unit}", f"{limit:g} {unit}", value <= limit)


def exchanged(folder: Path) -> list[Figure]:
    """Import and export of 10,000 articles, and one durable commit, against the floor."""
    source = corpus(SMALL)
    floors, imports, natives, doccanos, rows = [], [], [], [], []
    for run in range(RUNS):
        project = folder / f"{run}.annotator"
        floors.append(child(BENCH / "floor_bench.py", source, "--runs", 1))
        imports.append(exchange("import", source, project))
        natives.append(exchange("export", project, "jsonl", folder / "out.jsonl"))
        doccanos.append(exchange("export", project, "doccano", folder / "out.jsonl"))
        rows.append(exchange("export", project, "conll", folder / "out.conll"))
    into = statistics.median(floor["file_to_sqlite"]["cpu_s"] for floor in floors)
    out = statistics.median(floor["sqlite_export_jsonl"]["cpu_s"] for floor in floors)
    commits = exchange("commit", folder / "0.annotator", 300)
    floor = floors[-1]["durable_commit"]
    return [
        against("import 10,000 articles, 245,225 spans, and index them", into, median(imports, "cpu_s"), 8),
        against("export them, doccano's form", out, median(doccanos, "cpu_s"), 2.5),
        against("export them, native", out, median(natives, "cpu_s"), 4),
        against(
            "export them, CoNLL-2003; floor: our native export",
            median(natives, "cpu_s"),
            median(rows, "cpu_s"),
            4,
        ),
        Figure(
            "one edit, checked, kept in the history and on the disk, 50 % / 95 %, clock",
            f"{floor['p50_ms']:.2f} / {floor['p95_ms']:.2f} ms",
            f"{commits['p50_ms']:.2f} / {commits['p95_ms']:.2f} ms",
        ),
        Figure("project file, per article", "–", f"{imports[0]['bytes'] / SMALL / 1000:.1f} kB"),
    ]


def merged(_: Path) -> list[Figure]:
    """A work package of 1,000 articles, made, labelled and taken back in."""
    runs = [child(HERE / "packages.py", corpus(SMALL), 1000) for _ in range(3)]
    edits = f"{runs[0]['edits']:,}"
    return [
        Figure("make a work package of 1,000 articles", "–", f"{median(runs, 'pack_s'):.2f} s"),
        below(f"merge it with {edits} edits", median(runs, "merge_s"), 3, "s"),
        below("merge it again, with nothing new", median(runs, "again_s"), 3, "s"),
    ]


def formatted(_: Path) -> list[Figure]:
    """Each format's own writing and reading, with tokens and the account of losses."""
    figures = []
    for name in TEXT_FORMATS:
        runs = [child(HERE / "formats.py", name, corpus(SMALL), IN_FORMATS) for _ in range(3)]
        written, read = median(runs, "write_per_s"), median(runs, "read_per_s")
        ours = f"{written:,.0f} / {read:,.0f}"
        is_fast = min(written, read) >= LEAST_PER_S
        figures.append(Figure(f"{name}: articles a second, out / in", "–", ours, f"{LEAST_PER_S:,}", is_fast))
    return figures


def converted(_: Path) -> list[Figure]:
    """Other programs' converters, and what they find of the spans that ours all writes; where installed."""
    figures = []
    for name, module in (("label-studio", "label_studio_sdk"), ("spacy", "spacy")):
        if find_spec(module) is not None:
            found = child(HERE / "converters.py", name, corpus(SMALL), 200)
            kept = f"{found['per_s']:,.0f}; {found['found']:,} of {found['spans']:,} spans"
            figures.append(Figure(f"{name}'s own converter: articles a second", "–", kept))
    return figures


def held(folder: Path) -> list[Figure]:
    """Memory with 100,000 articles."""
    project = folder / "large.annotator"
    into = exchange("import", corpus(LARGE), project)
    native = exchange("export", project, "jsonl", folder / "out.jsonl")
    doccano = exchange("export", project, "doccano", folder / "out.jsonl")
    return [
        below("memory, import of 100,000 articles", into["memory_mb"], 300, "MB"),
        below("memory, native export of 100,000", native["memory_mb"], 200, "MB"),
        below("memory, doccano export of 100,000", doccano["memory_mb"], 200, "MB"),
    ]


def grouped(_: Path) -> list[Figure]:
    """Near duplicates of 100,000 articles, where there is real news to make them of."""
    if not newspapers():
        return []
    found = child(HERE / "near_copies.py", LARGE)
    return [
        below("near duplicates of 100,000 articles", found["cpu_s"], 90, "s"),
        below("the same, memory", found["memory_mb"], 1000, "MB", digits=0),
    ]


def agreed(_: Path) -> list[Figure]:
    """Agreement of three annotators, beside what others measure it with, where that is installed."""
    found = child(HERE / "agreement.py", SMALL)
    spans = f"{found['spans']:,} spans of three annotators"
    tokens = f"{found['tokens']:,} tokens, {found['unlabelled']:.0%} without a label"
    alpha = found["alpha_s"] + found["tokens_s"]
    figures = [
        below(f"exact F1 of three pairs, {spans}", found["f1_s"], 2.5, "s", digits=2),
        Figure("their intervals, 1,000 drawings each", "–", f"{found['intervals_s']:.2f} s"),
        below("the four schemas of the three pairs", found["schemas_s"], 20, "s"),
        below(f"alpha of {tokens}", found["alpha_s"], 3, "s", digits=2),
        Figure("the same with making the tokens", "–", f"{alpha:.2f} s"),
        Figure("all measures together, but for reading the project", "–", f"{found['all_s']:.1f} s"),
    ]
    others = {"nervaluate": "the four schemas, and of each label", "krippendorff": "alpha of ready numbers"}
    for name, what in others.items():
        if f"{name}_s" in found:
            scaled = f"{found[f'{name}_s']:.1f} s, scaled from {found['sample']:,} articles"
            figures.append(Figure(f"{name}: {what}", "–", scaled))
    return figures


def suspected(folder: Path) -> list[Figure]:
    """The consistency radar of a project of 10,000."""
    project = folder / "suspected.annotator"
    exchange("import", corpus(SMALL), project)
    runs = [child(HERE / "radar.py", project, 60) for _ in range(3)]
    return [
        below("consistency radar of 10,000 articles: index and ranking", median(runs, "index_s"), 10, "s"),
        Figure("the same, with the reading", "–", f"{median(runs, 'project_s'):.1f} s"),
        below("the same, one edit followed, all ranked anew, median", median(runs, "edit_p50_ms"), 20, "ms"),
        Figure("the same, 95 %", "–", f"{median(runs, 'edit_p95_ms'):.1f} ms"),
    ]


def overseen(_: Path) -> list[Figure]:
    """The quality dashboard of 10,000 articles that three have labelled; by the clock."""
    found = child(HERE / "dashboard.py", SMALL)
    return [
        below("quality dashboard, 10,000 articles × 3: its window", found["window_s"], 1, "s", digits=2),
        below("the same: until the counts are in it", found["counts_s"], 1, "s", digits=2),
        Figure("the same: all measured", "–", f"{found['all_s']:.0f} s"),
        Figure("the same: longest stretch of the window's thread", "–", f"{found['busiest_ms']:.0f} ms"),
    ]


def started(folder: Path) -> list[Figure]:
    """The command line's help, and the window on 10,000 articles."""
    program = [sys.executable, "-m", "annotator"]
    modules = "PySide6.QtWidgets", "sqlalchemy"
    empty_window = [sys.executable, str(HERE / "empty_window.py")]
    on_project = [*program, "open", str(folder / "0.annotator"), "--annotator", "bench"]
    helps, empties, lightest, windows = [], [], [], []
    for _ in range(STARTS):
        before = os.times()
        subprocess.run([*program, "--help"], check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
        after = os.times()
        helps.append(after[2] - before[2] + after[3] - before[3])
        empties.append(cpu_until_idle([*empty_window, *modules], ENVIRONMENT))
        lightest.append(cpu_until_idle([*empty_window, *modules[::-1]], ENVIRONMENT))
        windows.append(cpu_until_idle(on_project, ENVIRONMENT))
    full = statistics.median(windows)
    return [
        below("annotator --help", statistics.median(helps), 0.35, "s", digits=2),
        against(
            "annotator open, 10,000 articles, until idle; floor: QtWidgets, SQLAlchemy, an empty window",
            statistics.median(empties),
            full,
            1.6,
        ),
        against(
            "the same; floor: SQLAlchemy first, which is faster",
            statistics.median(lightest),
            full,
        ),
    ]


def worked(folder: Path) -> list[Figure]:
    """Opening articles and labelling, in a project of 10,000."""
    articles = window("articles", folder / "0.annotator", 200)
    labels = window("label", folder / "1.annotator", 100)
    return [
        below("click in the list to painted article, median", articles["p50_ms"], 16, "ms"),
        below("the same, 95 %", articles["p95_ms"], 33, "ms"),
        below("key to painted and committed label, median", labels["p50_ms"], 16, "ms"),
        Figure("the same, 95 %", "–", f"{labels['p95_ms']:.1f} ms"),
    ]


def browsed(folder: Path) -> list[Figure]:
    """The list of 100,000 articles, and opening that project against one of 100."""
    large, small = folder / "large.annotator", folder / "hundred.annotator"
    exchange("import", corpus(100), small)
    frames = window("browse", large)
    larges, smalls = [], []
    for _ in range(RUNS):
        smalls.append(window("reopen", small, 7))
        larges.append(window("reopen", large, 7))
    few, many = median(smalls, "p50_ms") / 1000, median(larges, "p50_ms") / 1000
    return [
        below("list of 100,000, scrolling: longest frame", frames["scroll_max_ms"], 33, "ms"),
        below("list of 100,000, filtering: longest frame", frames["filter_max_ms"], 33, "ms"),
        against("open a project of 100,000 articles, against one of 100", few, many, 1.3),
    ]


def searched(folder: Path) -> list[Figure]:
    """Search of 100,000 articles and the first mentions of 10,000."""
    small, large = folder / "0.annotator", folder / "large.annotator"
    found = child(HERE / "searching.py", "pages", large, 15)
    offered = window("mentions", small, 9)
    what = "search of 100,000 articles, first page, clock"
    return [
        below(f"{what}: median of the queries", found["p50_ms"], 50, "ms"),
        below(f"{what}: slowest query", found["slowest_ms"], 50, "ms"),
        Figure("the first 5,000 mentions, clock", "–", f"{found['first_5000_ms']:.0f} ms"),
        indexed("search index, against the texts", large),
        *real_news(folder),
        below("all mentions in 10,000 articles, key to rows, clock", offered["p50_ms"], 1000, "ms", digits=0),
    ]


def indexed(what: str, project: Path) -> Figure:
    size = child(HERE / "searching.py", "index", project)
    index, texts = size["index"] / 1e6, size["texts"] / 1e6
    return Figure(what, f"{texts:.1f} MB", f"{index:.1f} MB = {index / texts:.2f} ×", "1 ×", index <= texts)


def real_news(folder: Path) -> list[Figure]:
    """The index of real news, whose words are not those of a generator."""
    source, project = folder / "news.jsonl", folder / "news.annotator"
    texts = newspapers()
    if not texts:
        return []
    source.write_bytes(b"".join(json.dumps({"text": text}).encode() + b"\n" for text in texts))
    exchange("import", source, project)
    return [indexed(f"the same, of {len(texts):,} real articles", project)]


def huge(folder: Path) -> list[Figure]:
    """One article of a million characters, in paragraphs, as one line, and without a space."""
    source = folder / "giant.jsonl"
    generate(source, chars=1_000_000, spans=23_000)  # it makes fewer of them, by chance: 21,342
    article = json.loads(source.read_text("utf-8"))
    one_line = article["text"].replace("\n", " ")
    texts = {"1,000,000 characters": article["text"], "as one line": one_line}
    texts["without a space"] = one_line.replace(" ", "ا")
    figures = [Figure("spans in the article of 1,000,000 characters", "–", f"{len(article['label']):,}")]
    for name, text in texts.items():
        found = opened_and_worked(folder, article | {"text": text}, "giant")
        figures += [
            below(f"{name}: open and paint, median", found["open_p50_ms"], 250, "ms", digits=0),
            below(f"{name}: scroll a step, median", found["scroll_p50_ms"], 16, "ms"),
            below(f"{name}: the same, 95 %", found["scroll_p95_ms"], 25, "ms"),
            below(f"{name}: jump anywhere, median", found["jump_p50_ms"], 16, "ms"),
            below(f"{name}: the same, 95 %", found["jump_p95_ms"], 25, "ms"),
            below(f"{name}: key to painted and committed label, median", found["label_p50_ms"], 16, "ms"),
            Figure(f"{name}: the same, 95 %", "–", f"{found['label_p95_ms']:.1f} ms"),
        ]
    return figures


def crowded(folder: Path) -> list[Figure]:
    """Every word labelled, every two and three, and the beginnings of long ones: hundreds on a page."""
    source = folder / "crowded.jsonl"
    generate(source, chars=100_000, spans=1)
    article = json.loads(source.read_text("utf-8"))
    words = [match.span() for match in re.finditer(r"\w+", article["text"])]
    runs = [(first, words[nth:]) for nth, first in enumerate(["PLACE", "ACTOR", "TOPIC"])]
    spans = [
        [start, end, label]
        for label, later in runs
        for (start, _), (_, end) in zip(words, later, strict=False)
    ]
    spans += [[start, start + 2, "AGREEMENT"] for start, end in words if end - start > 4]
    found = opened_and_worked(folder, article | {"label": spans}, "crowded")
    name = f"{found['spans']:.0f} spans in sight of a window of 1920 × 1080"
    return [
        below(f"{name}: a page further, median", found["page_p50_ms"], 25, "ms"),
        Figure("the same, 95 %", "–", f"{found['page_p95_ms']:.1f} ms"),
        below("the same: scroll a step, median", found["scroll_p50_ms"], 16, "ms"),
        below("the same: scroll a step, 95 %", found["scroll_p95_ms"], 25, "ms"),
    ]


def generate(source: Path, **options: int) -> None:
    """Write one article of so many chars and spans."""
    named = [str(part) for name, value in options.items() for part in (f"--{name}", value)]
    command = [sys.executable, str(BENCH / "gen_corpus.py"), "-n", "1", "-o", str(source), *named]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def opened_and_worked(folder: Path, article: dict[str, Any], measure: str) -> dict[str, Any]:
    source, project = folder / "one.jsonl", folder / "one.annotator"
    source.write_text(json.dumps(article, ensure_ascii=False) + "\n", "utf-8")
    project.unlink(missing_ok=True)
    exchange("import", source, project)
    return window(measure, project)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--quick", action="store_true")
    which.add_argument("--review", action="store_true")
    options = parser.parse_args()
    parts = [exchanged, formatted, converted, started, worked, huge, crowded]
    thorough = [grouped, held, browsed, searched]
    if not options.review:
        figures = measured(parts if options.quick else [*parts, *thorough])
        if not options.quick:
            keep(figures)
    if not options.quick:
        keep_review(measured([agreed, overseen, merged, suspected]))


def measured(parts: list[Callable[[Path], list[Figure]]]) -> list[Figure]:
    """Measure some parts, and print what each finds."""
    figures = []
    with tempfile.TemporaryDirectory() as name:
        for part in parts:
            found = part(Path(name))
            print(table(found), flush=True)
            figures += found
    return figures


if __name__ == "__main__":
    main()
