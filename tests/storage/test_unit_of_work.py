import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete

from annotator.domain.annotation import Layer
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import Cancelled, StorageError
from annotator.domain.place import Place
from annotator.services import annotating
from annotator.services.browsing import annotators, open_article
from annotator.services.projects import open_project
from annotator.services.queueing import queue
from annotator.storage.project import Project
from annotator.storage.tables import LayerRows
from tests.conftest import only_sqlite
from tests.layers import add_articles, annotation


@only_sqlite
def test_a_unit_of_work_that_fails_leaves_nothing(project: Project, project_path: Path) -> None:
    before = project_path.read_bytes()
    with pytest.raises(RuntimeError), project.unit_of_work() as work:
        work.annotators.find_or_add("amal")
        work.guidelines.add({"ar": "نص"})
        raise RuntimeError
    assert annotators(project) == []
    assert project_path.read_bytes() == before


def test_a_reader_sees_one_state_whatever_is_written_meanwhile(project_place: Place) -> None:
    reader = open_project(project_place, wait_s=0)
    writer = open_project(project_place, wait_s=0)
    with reader.reading() as work:
        assert work.annotators.everybody() == []
        try:
            with writer.unit_of_work() as other:
                other.annotators.find_or_add("amal")
        except StorageError:  # without a write-ahead log the writer waits
            pass
        assert work.annotators.everybody() == []
    reader.close()
    writer.close()


def test_nobody_who_writes_waits_for_what_is_read_by_page(project_place: Place) -> None:
    with open_project(project_place, wait_s=0) as project:
        articles = add_articles(project, *(f"باكو {nth}" for nth in range(250)))
        for article in articles:
            annotating.apply(project, "amal", [Edit(None, annotation(article, 0, 4))])
        read: list[str] = []
        with project.reading_by_page() as work:
            for begun in work.begun_layers.articles():
                annotating.apply(project, "amal", [Edit(None, annotation(begun.id, 0, 1))])
                read.append(begun.id)
            for records in work.extract.by_article(["amal"]):
                annotating.apply(project, "amal", [Edit(None, annotation(records[0].id or "", 1, 2))])
                assert len(records[0].spans) == 2
        assert read == articles


def test_the_queue_of_review_holds_up_nobody_and_leaves_out_what_comes_meanwhile(
    project_place: Place,
) -> None:
    with open_project(project_place, wait_s=0) as project:
        articles = add_articles(project, *(f"باكو {nth}" for nth in range(30)))
        for article in articles[:-1]:
            submit(project, article)
        seen: list[int] = []

        def write(done: int, _: int) -> None:
            annotating.apply(project, "badr", [Edit(None, annotation(articles[done - 1], 0, 4, by="badr"))])
            if not seen:
                submit(project, articles[-1])
            seen.append(done)

        assert [one.line.id for one in queue(project, write)] == articles[:-1]
        assert [one.line.id for one in queue(project)] == articles


def submit(project: Project, article: str) -> None:
    layer = Layer(article, "amal", ArticleState.NEW)
    annotating.apply(project, "amal", [Edit(layer, layer.with_state(ArticleState.SUBMITTED))])


def test_articles_that_are_taken_back_while_all_are_read_are_left_out(project: Project) -> None:
    articles = add_articles(project, *(f"باكو {nth}" for nth in range(130)))
    for article in articles:
        annotating.apply(project, "amal", [Edit(None, annotation(article, 0, 4))])
    read: list[str] = []
    with project.reading_by_page() as work:
        for begun in work.begun_layers.articles():
            if not read:
                for article in articles[100:]:
                    (given,) = open_article(project, article, "amal").annotations
                    annotating.apply(project, "amal", [Edit(given, None)])
                with project.unit_of_work() as other:
                    other.connection.execute(delete(LayerRows).where(LayerRows.c.article > 110))
            read.append(begun.id)
    assert read[:100] == articles[:100]
    assert not {*read} & {*articles[110:]}


@only_sqlite
def test_a_look_ends_when_somebody_writes(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ended = threading.Event(), threading.Event()

    def look_for_ever(connection: Connection, *_: object, **__: object) -> None:
        connection.connection.driver_connection.create_function("begun", 0, begun.set)
        connection.exec_driver_sql(
            "WITH RECURSIVE n (i) AS (SELECT begun() UNION ALL SELECT 1 FROM n) SELECT max(i) FROM n"
        )

    def look() -> None:
        with pytest.raises(Cancelled):
            project.look_through(fully=False)
        ended.set()

    monkeypatch.setattr("annotator.storage.project.expect_whole", look_for_ever)
    threading.Thread(target=look).start()
    assert begun.wait(5)
    with project.unit_of_work() as work:
        work.annotators.find_or_add("amal")
        assert ended.wait(5)
    with project.reading() as work:
        assert work.annotators.everybody() == ["amal"]


@only_sqlite
def test_no_look_begins_while_somebody_writes(project: Project) -> None:
    with project.unit_of_work() as work:
        work.annotators.find_or_add("amal")
        with pytest.raises(Cancelled):
            project.look_through(fully=True)
    project.look_through(fully=True)
    with project.reading() as work:
        assert work.annotators.everybody() == ["amal"]


def test_case_21_threads_that_read_and_then_write_wait_for_each_other(project: Project) -> None:
    (article,) = add_articles(project, "باكو " * 40)
    failures: list[Exception] = []

    def label(name: str) -> None:
        try:
            for place in range(15):
                assert len(open_article(project, article, name).annotations) == place
                annotating.apply(project, name, [Edit(None, annotation(article, place, place + 4, by=name))])
        except Exception as error:  # noqa: BLE001 - whatever it is, the test must see it
            failures.append(error)

    threads = [threading.Thread(target=label, args=(name,)) for name in ("amal", "badr")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [len(open_article(project, article, name).annotations) for name in ("amal", "badr")] == [15, 15]


def test_a_lock_of_another_program_is_waited_for_and_then_named(project_path: Path) -> None:
    opened = open_project(project_path, wait_s=0.05)
    other = sqlite3.connect(project_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    edit = Edit(Layer("a", "amal", ArticleState.NEW), Layer("a", "amal", ArticleState.SKIPPED))
    with pytest.raises(StorageError, match="in use by another program"):
        annotating.apply(opened, "amal", [edit])
    other.execute("COMMIT")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageError, match="in use by another program"):
        open_project(project_path, wait_s=0.05)
    other.close()
    opened.close()
    open_project(project_path).close()
