"""Whatever is done in whatever order, killed in between: the project holds what a few dictionaries hold."""

import copy
import os
import shutil
import signal
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.span import Span
from annotator.services import annotating
from annotator.services.browsing import open_article
from annotator.services.inspecting import check
from annotator.services.merging import merge
from annotator.services.packing import PackOptions, pack
from annotator.services.projects import create, open_project
from annotator.storage import engine
from tests.layers import add_articles
from tests.reliability.model import Layer, Mark, Work

TEXTS = ("زار الوزير باكو أمس", "وقعت مصر اتفاقا مع قطر")
LENGTH = min(map(len, TEXTS))
LABELS = ("actor", "place")

spans = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 5)).map(
    lambda drawn: (drawn[0], min(sum(drawn), LENGTH))
)
articles = st.integers(0, len(TEXTS) - 1)
labels = st.sampled_from(LABELS)
picks = st.integers(0, 100)


def killed(does: Callable[[], None]) -> None:
    """Do something in a process that dies of it."""
    child = os.fork()
    if not child:
        try:
            does()
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


@cache
def _template() -> tuple[dict[str, bytes], list[str]]:
    """Return a project and a package of it, made once, and the ids of their articles."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "amal.annotator")
        with create(path) as project:
            ids = add_articles(project, *TEXTS)
            pack(project, Path(folder, "badr.annotator"), PackOptions(("badr",)))
        return {file.name: file.read_bytes() for file in Path(folder).iterdir()}, ids


class Labelling(RuleBasedStateMachine):
    """amal labels in the project, badr in a package of it, which is merged now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        # What is killed is a program, not the machine: nothing need reach the disk.
        self.patch = mock.patch.object(engine, "_WRITING", ("synchronous = OFF",))
        self.patch.start()

    @initialize()
    def make(self) -> None:
        files, ids = _template()
        for name, data in files.items():
            Path(self.folder.name, name).write_bytes(data)
        self.amal, self.badr = (
            Work(Path(self.folder.name, f"{name}.annotator"), name, ids) for name in ("amal", "badr")
        )
        self.merged, self.merged_edits = [Layer() for _ in ids], 0
        self.older: Path | None = None

    def work(self, nth: int) -> Work:
        return (self.amal, self.badr)[nth]

    @rule(who=st.integers(0, 1), article=articles, span=spans, label=labels)
    def add(self, who: int, article: int, span: tuple[int, int], label: str) -> None:
        work = self.work(who)
        new = work.new(article, span, label)
        work.edit(article, Edit(None, new), lambda layer: layer.put(new.id, (*span, label)))

    @rule(who=st.integers(0, 1), article=articles, pick=picks, span=spans)
    def move(self, who: int, article: int, pick: int, span: tuple[int, int]) -> None:
        work = self.work(who)
        if held := work.pick(article, pick):
            edit = Edit(held, held.moved(Span(*span)))
            work.edit(article, edit, lambda layer: layer.put(held.id, (*span, held.label)))

    @rule(who=st.integers(0, 1), article=articles, pick=picks, label=labels)
    def relabel(self, who: int, article: int, pick: int, label: str) -> None:
        work = self.work(who)
        if (held := work.pick(article, pick)) and held.span:
            mark = held.span.start, held.span.end, label
            work.edit(article, Edit(held, held.labelled(label)), lambda layer: layer.put(held.id, mark))

    @rule(who=st.integers(0, 1), article=articles, pick=picks)
    def remove(self, who: int, article: int, pick: int) -> None:
        work = self.work(who)
        if held := work.pick(article, pick):
            work.edit(article, Edit(held, None), lambda layer: layer.remove(held.id))

    @rule(
        who=st.integers(0, 1),
        article=articles,
        state=st.sampled_from([ArticleState.SUBMITTED, ArticleState.IN_PROGRESS]),
    )
    def submit_or_take_back(self, who: int, article: int, state: ArticleState) -> None:
        work = self.work(who)
        layer = work.held(article).layer

        def change(model: Layer) -> bool:
            model.state = state.value
            return True

        if layer.state is not state:
            work.edit(article, Edit(layer, layer.with_state(state)), change)

    @rule(who=st.integers(0, 1))
    def undo(self, who: int) -> None:
        work = self.work(who)
        if work.undo:
            made, before = work.undo.pop()
            inverses = [edit.inverse for edit in reversed(made)]
            annotating.apply(work.project, work.name, inverses, is_again=True)
            work.model = before
            work.edits += 1

    @rule()
    def merge(self) -> None:
        self.badr.project.close()
        merge(self.amal.project, [self.badr.path])
        self.badr.project = open_project(self.badr.path)
        self.merged, self.merged_edits = copy.deepcopy(self.badr.model), self.badr.edits

    @rule()
    def keep_a_copy_of_the_package(self) -> None:
        self.badr.reopen()
        self.older = self.badr.path.with_name("older.annotator")
        shutil.copyfile(self.badr.path, self.older)

    @precondition(lambda self: self.older and self.merged_edits == self.badr.edits)
    @rule()
    def merge_an_older_copy(self) -> None:
        """What it brings is in the project already, and stays as it is."""
        assert self.older
        merge(self.amal.project, [self.older])

    @rule(who=st.integers(0, 1))
    def reopen(self, who: int) -> None:
        self.work(who).reopen()
        assert check(self.work(who).project) == []

    @rule(who=st.integers(0, 1), article=articles, span=spans, label=labels)
    def be_killed_once_it_is_saved(self, who: int, article: int, span: tuple[int, int], label: str) -> None:
        self._be_killed(self.work(who), article, (*span, label), is_saved=True)

    @rule(who=st.integers(0, 1), article=articles, span=spans, label=labels)
    def be_killed_before_it_is_saved(self, who: int, article: int, span: tuple[int, int], label: str) -> None:
        self._be_killed(self.work(who), article, (*span, label), is_saved=False)

    def _be_killed(self, work: Work, article: int, mark: Mark, *, is_saved: bool) -> None:
        new = work.new(article, mark[:2], mark[2])
        work.project.close()

        def does() -> None:
            project = open_project(work.path)
            if is_saved:
                annotating.apply(project, work.name, [Edit(None, new)])
            with project.unit_of_work() as unit:
                annotating.apply_in(unit, work.name, [Edit(None, new)], is_again=True)
                unit.connection.exec_driver_sql("PRAGMA cache_spill = 1")
                unit.guidelines.add({"ar": "نص" * 100_000})
                os.kill(os.getpid(), signal.SIGKILL)

        killed(does)
        if is_saved:
            work.model[article].put(new.id, mark)
            work.edits += 1
        work.project = open_project(work.path)
        work.undo.clear()
        assert check(work.project) == []

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        if hasattr(self, "amal"):
            assert self.amal.agrees(self.amal.project)
            assert self.badr.agrees(self.badr.project)
            merged = [open_article(self.amal.project, article, "badr") for article in self.amal.ids]
            assert [len(one.annotations) for one in merged] == [len(layer.marks) for layer in self.merged]
            assert [one.layer.state.value for one in merged] == [layer.state for layer in self.merged]

    def teardown(self) -> None:
        if hasattr(self, "amal"):
            for work in (self.amal, self.badr):
                work.project.close()
        self.patch.stop()
        self.folder.cleanup()


_ANYWHERE = {"deadline": None, "suppress_health_check": [*HealthCheck]}


class TestAFewSteps(Labelling.TestCase):
    settings = settings(max_examples=2, stateful_step_count=10, **_ANYWHERE)


@pytest.mark.slow
@pytest.mark.timeout(900)
class TestManySteps(Labelling.TestCase):
    settings = settings(max_examples=25, stateful_step_count=50, **_ANYWHERE)
