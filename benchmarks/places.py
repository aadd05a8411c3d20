"""Where the corpus, its generator, the floor and real news lie."""

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
BENCH = (REPOSITORY / ".." / "shared" / "bench").resolve()
CACHE = Path(tempfile.gettempdir()) / "annotator-bench"


def corpus(articles: int) -> Path:
    """Return the corpus of so many articles, generated once; the same everywhere, whatever the machine."""
    if not BENCH.is_dir():
        sys.exit("There is no shared/bench beside the repository, so there is no corpus and no floor.")
    path = CACHE / f"corpus-{articles}.jsonl"
    if not path.exists():
        CACHE.mkdir(exist_ok=True)
        part = path.with_suffix(".part")
        command = [sys.executable, str(BENCH / "gen_corpus.py"), "-n", str(articles), "-o", str(part)]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        part.rename(path)
    return path


def newspapers() -> list[str]:
    """Return the texts of SaudiNewsNet, none where they do not lie beside the repository."""
    folder = REPOSITORY / ".." / "shared" / "data" / "news" / "saudinewsnet"
    found: list[str] = []
    for archive in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            found += [item["content"] for item in json.loads(files.read(files.namelist()[0]))]
    return [text for text in found if text]
