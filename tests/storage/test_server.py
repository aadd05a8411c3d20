"""What only a server has: other people at the same moment, connections, names and passwords."""

import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from alembic import command
from sqlalchemy import create_engine, event, make_url

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.article import ArticleFilter, ArticleState, fingerprint
from annotator.domain.edit import Edit
from annotator.domain.errors import AnnotatorError, EditError, ProjectError, StaleError, StorageError
from annotator.domain.place import ServerAddress
from annotator.services import annotating
from annotator.services.browsing import label_set, open_article, page
from annotator.services.inspecting import check, rebuild_index, stats
from annotator.services.projects import create, open_project
from annotator.storage import migrating
from annotator.storage.backend import Reach, backend_of
from annotator.storage.project import SCHEMA_VERSION, Project
from annotator.storage.tables import AnnotatorRows, metadata
from tests.layers import add_articles, annotation

if TYPE_CHECKING:
    from tests.servers import Server

pytestmark = pytest.mark.slow

_TERMINATE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"


@pytest.fixture
def backend() -> str:
    return "postgresql"


@pytest.fixture
def other(project: Project) -> Iterator[Project]:
    """The same project, opened by somebody else."""
    with open_project(project.place, wait_s=0.3) as opened:
        yield opened


def at_once(*tasks: Callable[[], object]) -> list[Exception | None]:
    """Run tasks in threads that begin together; return what each raised."""
    start, raised = threading.Barrier(len(tasks)), [None] * len(tasks)

    def run(place: int, task: Callable[[], object]) -> None:
        start.wait()
        try:
            task()
        except Exception as error:  # noqa: BLE001 - whatever it is, the test must see it
            raised[place] = error

    threads = [threading.Thread(target=run, args=given) for given in enumerate(tasks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_of_two_who_change_one_annotation_the_second_is_told(project: Project, other: Project) -> None:
    (article,) = add_articles(project, "باكو " * 40)
    before = annotation(article, 0, 4)
    annotating.apply(project, "amal", [Edit(None, before)])
    for nth in range(12):
        versions = [before.noted(f"{nth} {name}") for name in ("one", "two")]
        edits = [[Edit(before, after)] for after in versions]
        raised = at_once(
            partial(annotating.apply, project, "amal", edits[0]),
            partial(annotating.apply, other, "amal", edits[1]),
        )
        assert [type(one) for one in raised if one] == [StaleError]
        (before,) = open_article(project, article, "amal").annotations
        assert before == versions[raised.index(None)]
    assert stats(project).annotations == 1
    with project.reading() as work:
        assert work.history.count() == 2 + 12


def test_of_two_who_give_one_span_one_label_the_second_is_refused(project: Project, other: Project) -> None:
    (article,) = add_articles(project, "باكو " * 40)
    for start in range(12):
        both = [[Edit(None, annotation(article, start, start + 9))] for _ in range(2)]
        raised = at_once(
            partial(annotating.apply, project, "amal", both[0]),
            partial(annotating.apply, other, "amal", both[1]),
        )
        assert [type(one) for one in raised if one] == [EditError]
    assert stats(project).annotations == 12


def test_one_submits_while_another_labels_and_no_label_comes_after(project: Project, other: Project) -> None:
    for article in add_articles(project, *(f"باكو {number}" for number in range(10))):
        states = Layer(article, "amal", ArticleState.NEW), Layer(article, "amal", ArticleState.SUBMITTED)
        at_once(
            partial(annotating.apply, project, "amal", [Edit(*states)]),
            partial(annotating.apply, other, "amal", [Edit(None, annotation(article, 0, 2))]),
        )
        shown = open_article(project, article, "amal")
        assert (shown.layer.state, len(shown.annotations)) in {
            (ArticleState.SUBMITTED, 0),
            (ArticleState.IN_PROGRESS, 1),
        }


def test_of_two_who_change_the_labels_the_second_is_told(project: Project, other: Project) -> None:
    labels = label_set(project)
    edits = [[Edit(labels, labels.move(name, 1))] for name in ("actor", "place")]
    raised = at_once(
        partial(annotating.apply, project, "lead", edits[0]),
        partial(annotating.apply, other, "lead", edits[1]),
    )
    assert [type(one) for one in raised if one] == [StaleError]


def test_people_label_other_articles_while_one_is_held_or_articles_come_in(
    project: Project, other: Project
) -> None:
    first, second = add_articles(project, "باكو", "مكة")
    with project.unit_of_work(Reach.LAYERS) as work:
        work.annotations.layer(first, "amal")
        annotating.apply(other, "amal", [Edit(None, annotation(second, 0, 3))])
        with pytest.raises(StorageError, match="in use by another program"):
            annotating.apply(other, "amal", [Edit(None, annotation(first, 0, 3))])
    with project.unit_of_work(Reach.ARTICLES) as work:
        work.intake.begin(Path("news.jsonl"))
        annotating.apply(other, "amal", [Edit(None, annotation(first, 0, 3))])
        with (
            pytest.raises(StorageError, match="in use by another program"),
            other.unit_of_work(Reach.ARTICLES),
        ):
            raise AssertionError
    with project.unit_of_work():
        assert label_set(other)
        with pytest.raises(StorageError, match="in use by another program"):
            annotating.apply(other, "amal", [Edit(None, annotation(first, 1, 3))])


def test_two_people_of_one_name_begin_at_one_moment(project: Project, other: Project) -> None:
    ids = add_articles(project, *(f"باكو {number}" for number in range(8)))
    for number, (one, two) in enumerate(zip(ids[::2], ids[1::2], strict=True)):
        name = f"amal{number}"
        edits = [[Edit(None, annotation(article, 0, 2, by=name))] for article in (one, two)]
        raised = at_once(
            partial(annotating.apply, project, name, edits[0]),
            partial(annotating.apply, other, name, edits[1]),
        )
        assert raised == [None, None]
    assert len(stats(project).annotators) == 4


def test_a_lost_connection_loses_nothing_that_was_saved(
    project: Project, other: Project, server: "Server"
) -> None:
    first, second = add_articles(project, "باكو", "مكة")
    annotating.apply(project, "amal", [Edit(None, annotation(first, 0, 3))])
    was_lost = pytest.raises(StorageError, match="connection to the server was lost")
    with was_lost as lost, project.unit_of_work() as work:
        work.annotators.find_or_add("badr")
        server.run(_TERMINATE)
        work.guidelines.add({"ar": "نص"})
    assert str(lost.value).startswith("postgresql+psycopg://postgres@/")
    assert stats(other).annotators == ("amal",)
    annotating.apply(project, "amal", [Edit(None, annotation(second, 0, 3))])
    assert stats(project).annotations == 2
    assert check(project) == []


def test_a_connection_that_is_lost_while_rows_are_sent_is_told(project: Project, server: "Server") -> None:
    was_lost = pytest.raises(StorageError, match="connection to the server was lost")
    with was_lost, project.unit_of_work() as work:
        server.run(_TERMINATE)
        backend_of(work.connection).insert(work.connection, AnnotatorRows, [(1, "amal")])
    assert stats(project).annotators == ()


def test_a_reader_sees_one_state_and_writes_nothing(project: Project, other: Project) -> None:
    with project.reading() as work:
        assert work.annotators.everybody() == []
        with other.unit_of_work() as writer:
            writer.annotators.find_or_add("amal")
        assert work.annotators.everybody() == []
        with pytest.raises(StorageError, match="read-only"), project.reading() as reader:
            reader.annotators.find_or_add("badr")
    with project.reading() as work:
        assert work.annotators.everybody() == ["amal"]


@pytest.mark.parametrize(
    ("user", "database", "said"),
    [
        ("postgres", "nothing_here", "no such database"),
        ("nobody_here", "postgres", "does not take this name and password"),
        ("careful", "postgres", "does not take this name and password"),
        ("careful:wrong", "postgres", "does not take this name and password"),
        ("postgres", "postgres", "is not an Annotator project"),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_sentence(
    server: "Server", user: str, database: str, said: str
) -> None:
    server.run("DROP ROLE IF EXISTS careful", "CREATE ROLE careful LOGIN PASSWORD 'right'")
    with pytest.raises(AnnotatorError, match=said) as refusal:
        open_project(ServerAddress(server.url(database, user)))
    assert "\n" not in str(refusal.value)
    assert "wrong" not in str(refusal.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://amal:s3kret@127.0.0.1:1/news",
        "postgresql://amal:s3kret@no-such-host.invalid/news",
        "postgresql://amal:s3kret@/news?host=/nowhere",
    ],
)
def test_a_server_that_is_not_there_is_told(url: str) -> None:
    for attempt in (open_project, create):
        with pytest.raises(AnnotatorError, match=r"cannot be opened: (the server|there is no)") as refusal:
            attempt(ServerAddress(url))
        assert "s3kret" not in str(refusal.value)


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ProjectError, match=re.escape("install annotator[postgres]")):
        open_project(ServerAddress("postgresql://host/news"))


def test_a_database_that_holds_something_else_is_left_alone(server: "Server") -> None:
    url = server.database()
    name = url.partition("@/")[2].partition("?")[0]
    server.run("CREATE TABLE theirs (a int)", database=name)
    for attempt in (open_project, create):
        with pytest.raises(ProjectError):
            attempt(ServerAddress(url))
    server.run("SELECT a FROM theirs", database=name)


def test_a_project_that_is_there_is_not_made_again(project: Project) -> None:
    with pytest.raises(ProjectError, match="holds something already"):
        create(project.place)
    assert check(project) == []


def test_a_database_of_another_encoding_is_refused(server: "Server") -> None:
    server.run("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    with pytest.raises(ProjectError, match="UTF-8"):
        create(ServerAddress(server.url("latin")))


def test_who_may_only_read_is_told(project: Project, server: "Server") -> None:
    add_articles(project, "باكو")
    name = project.place.name
    server.run("DROP ROLE IF EXISTS guest", "CREATE ROLE guest LOGIN")
    server.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest", database=name)
    with open_project(ServerAddress(server.url(name, "guest"))) as opened:
        assert not opened.is_writable
        assert project.is_writable
        assert stats(opened).articles == 1
        with pytest.raises(StorageError, match="does not allow it"), opened.unit_of_work() as work:
            work.guidelines.add({"ar": "نص"})
    server.run("DROP OWNED BY guest", database=name)


def test_very_long_words_are_found_and_too_many_are_refused(project: Project) -> None:
    add_articles(project, "ا" * 5000 + "ب", "ا" * 5000 + "ت", "باكو")
    assert check(project) == []
    found = page(project, ArticleFilter("amal", words="ا" * 5000 + "ب")).lines
    assert {line.number for line in found} >= {1}
    with pytest.raises(StorageError, match="more different words"):
        add_articles(project, " ".join(f"كلمة{number}" for number in range(200_000)))
    assert stats(project).articles == 3


def test_an_index_that_does_not_fit_is_found_and_made_anew(project: Project) -> None:
    add_articles(project, "أول", "ثاني", "ثالث")
    for damage in (
        "TRUNCATE article_terms",
        "UPDATE article SET title = 'كلمة' WHERE number = 2",
        "INSERT INTO article_terms VALUES (9, 'كلمة')",
    ):
        with project.unit_of_work() as work:
            work.connection.exec_driver_sql(damage)
        assert any("search index" in fault for fault in check(project))
        rebuild_index(project)
        assert check(project) == []


_DESCRIBED = """
SELECT concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, l.collname)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_collation l ON l.oid = a.attcollation
WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'r'
UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
"""


def described(url: str) -> set[str]:
    engine = create_engine(make_url(url))
    with engine.connect() as connection:
        found = {row[0] for row in connection.exec_driver_sql(_DESCRIBED)}
    engine.dispose()
    return {line for line in found if "alembic_version" not in line}


def test_migrations_make_the_tables_that_the_program_describes(project: Project, server: "Server") -> None:
    url = server.database()
    engine = create_engine(make_url(url))
    metadata.create_all(engine)
    engine.dispose()
    assert described(project.place.url) == described(url)


_NOW = "2025-11-19T00:00:00.000Z"
_FIRST_ROWS = (
    "COMMENT ON TABLE project IS 'Annotator project, version 1'",
    f"INSERT INTO project VALUES (1, '019a1e00-0000-7000-8000-000000000001', '{_NOW}')",
    "INSERT INTO annotator (name) VALUES ('amal')",
    """INSERT INTO label (id, name, colour, key, pattern, display, description, examples)
    VALUES ('a', 'A', '#009E73', '1', 'dashed', '{}', '{}', '[]')""",
    f"INSERT INTO article VALUES (1, 'n', NULL, '{fingerprint('باكو')}', NULL, NULL, NULL, 'rtl', '{{}}')",
    "INSERT INTO article_text VALUES (1, 'باكو')",
    "INSERT INTO layer VALUES (1, 1, 'submitted', NULL)",
    f"INSERT INTO annotation VALUES (1, 1, 'x', 0, 4, 1, 'human', NULL, 'ن', '{_NOW}', '{_NOW}')",
    f"INSERT INTO history (at, annotator, article, kind) VALUES ('{_NOW}', 1, 1, 'annotation')",
)


@pytest.fixture
def first_version(server: "Server") -> ServerAddress:
    """A project as the first version of the tables was."""
    url = server.database()
    engine = create_engine(make_url(url))
    with engine.connect() as connection, connection.begin():
        command.upgrade(migrating.configuration(connection), "0001")
        for step in _FIRST_ROWS:
            connection.exec_driver_sql(step)
    engine.dispose()
    return ServerAddress(url)


def test_an_older_project_is_brought_up_to_date_once_by_whoever_comes_first(
    first_version: ServerAddress,
) -> None:
    assert at_once(*[lambda: open_project(first_version).close()] * 4) == [None] * 4
    with open_project(first_version) as project:
        assert check(project) == []
        assert [label.retired for label in label_set(project)] == [False]
        (found,) = open_article(project, "n", "amal").annotations
        assert isinstance(found, Annotation)
        assert found.note == "ن"


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    first_version: ServerAddress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = tmp_path / "migrations"
    shutil.copytree(migrating.SCRIPTS, scripts)
    monkeypatch.setattr(migrating, "SCRIPTS", scripts)
    (scripts / "versions/9999_next.py").write_text(
        "from alembic import op\nrevision = '9999'\n"
        f"down_revision = '{SCHEMA_VERSION:04}'\ndef upgrade():\n    op.execute('SELECT nonsense')\n"
    )
    before = described(first_version.url)
    with pytest.raises(AnnotatorError, match=re.escape(str(first_version))):
        open_project(first_version)
    assert described(first_version.url) == before
    monkeypatch.undo()
    open_project(first_version).close()


def test_a_newer_project_is_refused_even_by_those_who_have_it_open(project: Project) -> None:
    (article,) = add_articles(project, "باكو")
    with project.unit_of_work() as work:
        work.connection.exec_driver_sql("COMMENT ON TABLE project IS 'Annotator project, version 99'")
    with pytest.raises(ProjectError, match="newer version"):
        open_project(project.place)
    with pytest.raises(StorageError, match="newer version"):
        annotating.apply(project, "amal", [Edit(None, annotation(article, 0, 3))])


@pytest.mark.parametrize("words", ["باكو", "خبر 7", "من"])
def test_words_are_asked_of_the_index_however_common(project: Project, words: str) -> None:
    add_articles(project, *(f"خبر {number} من باكو" for number in range(60)))
    asked: list[tuple[str, Any]] = []
    event.listen(project._engine, "before_cursor_execute", lambda *found: asked.append((found[2], found[3])))
    assert page(project, ArticleFilter("amal", words=words)).lines
    queries = [(sql, values) for sql, values in asked if "tsquery" in sql]
    assert queries
    with project.reading() as work:
        for sql, values in queries:
            plan = " ".join(row[0] for row in work.connection.exec_driver_sql(f"EXPLAIN {sql}", values))
            assert "Bitmap Index Scan on ix_article_terms_terms" in plan
            assert "Seq Scan on article" not in plan
