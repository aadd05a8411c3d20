"""What comes out of any bytes is sound records or one sentence, quickly and in little memory."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.formats.registry import FORMATS
from tests.examples import at_most
from tests.fuzz import mutating
from tests.fuzz.harness import consume, corpus, own_targets, regressions, within_limits
from tests.fuzz.targets import TARGETS

_MODULES = {
    "spacy": "spacy",
    "parquet": "pyarrow",
    "huggingface-parquet": "pyarrow",
    "uima": "cassis",
    "uima-json": "cassis",
    "uima-types": "cassis",
    "html": "trafilatura",
    "docx": "docx",
    "pdf": "pypdf",
}
_CORPUS = [(name, path) for name in TARGETS for path in corpus(name)]
_REGRESSIONS = [(name, path) for name in TARGETS for path in regressions(name)]
_OWN = own_targets(iter(TARGETS))

_changes = st.tuples(
    st.sampled_from(mutating.KINDS), st.floats(0, 1), st.floats(0, 0.2), st.sampled_from(mutating.PIECES)
)


def _ids(cases: list[tuple[str, Path]]) -> list[str]:
    return [f"{name}-{path.name}" for name, path in cases]


def _require(name: str) -> None:
    if name in _MODULES:
        pytest.importorskip(_MODULES[name])


def test_every_format_that_is_read_is_fuzzed() -> None:
    assert {form.name for form in FORMATS.values() if form.read} <= TARGETS.keys()


@pytest.mark.parametrize("name", TARGETS)
def test_the_corpus_has_a_file_that_is_read(tmp_path: Path, name: str) -> None:
    _require(name)
    if name == "labels":  # which has no records
        return
    assert any(consume(TARGETS[name], tmp_path, path.read_bytes()) for path in corpus(name))


@pytest.mark.parametrize(("name", "path"), _REGRESSIONS, ids=_ids(_REGRESSIONS))
def test_what_once_broke_a_reader_breaks_it_no_more(tmp_path: Path, name: str, path: Path) -> None:
    _require(name)
    with within_limits():
        consume(TARGETS[name], tmp_path, path.read_bytes())


@pytest.mark.parametrize("name", [name for name in _OWN if name != "spacy"])  # a second for each
@settings(
    max_examples=at_most(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_file_that_somebody_changed_is_read_or_refused(data: st.DataObject, name: str) -> None:
    _require(name)
    content = data.draw(st.sampled_from(corpus(name))).read_bytes()
    random = Random(data.draw(st.integers(0, 1 << 32)))
    for kind, place, share, piece in data.draw(st.lists(_changes, min_size=1, max_size=3)):
        content = mutating.within(
            content,
            lambda part, change=(kind, place, share, piece): mutating.changed(part, *change),
            random,
        )
    content = mutating.within(content, lambda part: mutating.restructured(part, random), random)
    with TemporaryDirectory() as folder, within_limits():
        consume(TARGETS[name], Path(folder), content)
