"""A thousand articles through every format that goes both ways: what is lost is what was named."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from annotator.domain.losses import Feature
from annotator.formats.registry import FORMATS
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create
from annotator.storage.project import Project

ARTICLES = 1000
BOTH_WAYS = [name for name, form in FORMATS.items() if form.read and form.write]
Spans = dict[str, Counter[tuple[int, int, str]]]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A thousand generated articles; a span of five begins within a word, one of six lies over another."""
    generator = Path(__file__).parents[2] / "../shared/bench/gen_corpus.py"
    if not generator.exists():
        pytest.skip("there is no shared/bench with the generator of the corpus beside the repository")
    folder = tmp_path_factory.mktemp("corpus")
    command = [sys.executable, generator, "-n", str(ARTICLES), "--overlap", "0.2", "-o", folder / "in.jsonl"]
    subprocess.run([*map(str, command)], check=True, stderr=subprocess.DEVNULL)
    project = create(folder / "source.annotator")
    import_files(project, [folder / "in.jsonl"], ImportOptions("amal"))
    return project


def spans(project: Project) -> Spans:
    """Return the spans of each text: those of the corpus all differ, and some formats keep no ids."""
    with project.reading() as work:
        return {
            record.text: Counter(span[:3] for span in record.spans)
            for record in work.extract.records(work.annotators.names())
        }


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_what_is_lost_is_named(source: Project, name: str, tmp_path: Path) -> None:
    form = FORMATS[name]
    out = tmp_path / f"out{'' if form.has_folder else form.suffixes[0]}"
    losses = export(source, out, ExportOptions(name))
    with create(tmp_path / "back.annotator") as back:
        import_files(back, [out], ImportOptions("amal", annotator="amal", adds_labels=True))
        before, after = spans(source), spans(back)
    assert before.keys() == after.keys()
    lost = sum((found - after[text]).total() for text, found in before.items())
    assert losses.spans == sum(found.total() for found in before.values()) > 20 * ARTICLES
    assert losses.lost == lost
    if form.carries >= {Feature.SPANS, Feature.NESTED}:
        assert lost == 0
