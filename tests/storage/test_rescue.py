"""What is lost of a damaged project is made up for where something else in it tells."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.record import Record, RecordSpan
from annotator.domain.span import Span
from annotator.services import annotating
from annotator.services.browsing import find, label_set, open_article
from annotator.services.inspecting import check
from annotator.services.projects import open_project
from annotator.services.rescuing import rescue
from annotator.storage.project import Project
from tests.layers import add_articles, annotation

TEXT = "زار الوزير باكو أمس والتقى الرئيس"


@pytest.fixture
def backend() -> str:
    return "sqlite"


@pytest.fixture
def labelled(project: Project) -> tuple[list[str], list[Annotation]]:
    """Two articles; amal has two annotations in the first, one of them moved, and has removed a third."""
    articles = add_articles(project, TEXT, TEXT[::-1])
    actor, place, gone = (
        annotation(articles[0], 4, 9, "actor").noted("ملاحظة"),
        annotation(articles[0], 11, 15),
        annotation(articles[0], 0, 3),
    )
    moved = actor.moved(type(actor.span)(4, 10)) if actor.span else actor
    annotating.apply(project, "amal", [Edit(None, actor), Edit(None, place), Edit(None, gone)])
    annotating.apply(project, "amal", [Edit(actor, moved), Edit(gone, None)])
    layer = open_article(project, articles[0], "amal").layer
    annotating.apply(project, "amal", [Edit(layer, layer.with_state(ArticleState.SUBMITTED))])
    project.close()
    return articles, [moved, place]


def damage(project: Project, *statements: str) -> None:
    with closing(sqlite3.connect(project.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)


def zeroed(path: Path, table: str) -> None:
    """Zero the first page of a table, and with it all that it holds, if it is a small one."""
    with closing(sqlite3.connect(path)) as connection:
        ((page,),) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchall()
    data = path.read_bytes()
    path.write_bytes(data[: (page - 1) * 4096] + bytes(4096) + data[page * 4096 :])


def rescued(project: Project) -> tuple[Project, list[str]]:
    new = project.path.with_name("new.annotator")
    report = rescue(project.path, new)
    opened = open_project(new)
    assert check(opened) == []
    return opened, [str(loss) for loss in report.losses]


def test_a_project_whose_first_page_is_lost_is_rescued_whole(
    project: Project, labelled: tuple[list[str], list[Annotation]]
) -> None:
    articles, held = labelled
    data = project.path.read_bytes()
    project.path.write_bytes(bytes(4096) + data[4096:])
    new, losses = rescued(project)
    with new:
        assert losses == []
        assert new.id == project.id
        found = open_article(new, articles[0], "amal")
        assert sorted(found.annotations, key=lambda one: one.reading_order) == held
        assert found.layer.state is ArticleState.SUBMITTED


@pytest.mark.parametrize(
    "lose",
    [
        lambda project: damage(project, "DELETE FROM label"),
        lambda project: zeroed(project.path, "label"),
    ],
    ids=["its rows", "its page"],
)
def test_lost_labels_are_named_by_their_ids(
    project: Project, labelled: tuple[list[str], list[Annotation]], lose: Callable[[Project], None]
) -> None:
    articles, held = labelled
    lose(project)
    new, losses = rescued(project)
    with new:
        assert {label.name for label in label_set(new)} == {"actor", "place"}
        assert list(open_article(new, articles[0], "amal").annotations) == held
    assert "A label is lost; what had it has the label actor now." in losses
    assert "A label is lost; what had it has the label place now." in losses


def test_a_lost_label_of_which_the_history_says_nothing_gets_a_name(
    project: Project, labelled: tuple[list[str], list[Annotation]]
) -> None:
    articles, held = labelled
    damage(project, "DELETE FROM label", "DELETE FROM history")
    new, losses = rescued(project)
    with new:
        assert [one.span for one in open_article(new, articles[0], "amal").annotations] == [
            one.span for one in held
        ]
        assert all(label.name.startswith("rescued ") for label in label_set(new))
    assert len(losses) == 2


@pytest.mark.parametrize(
    ("lose", "state"),
    [
        (lambda project: damage(project, "DELETE FROM annotation"), ArticleState.SUBMITTED),
        (lambda project: zeroed(project.path, "annotation"), ArticleState.SUBMITTED),
        (
            lambda project: damage(project, "DELETE FROM annotation", "DELETE FROM layer"),
            ArticleState.IN_PROGRESS,
        ),
    ],
    ids=["its rows", "its page", "layers too"],
)
def test_lost_annotations_are_made_anew_as_the_history_tells_of_them(
    project: Project,
    labelled: tuple[list[str], list[Annotation]],
    lose: Callable[[Project], None],
    state: ArticleState,
) -> None:
    articles, held = labelled
    lose(project)
    new, losses = rescued(project)
    with new:
        found = open_article(new, articles[0], "amal")
        assert list(found.annotations) == held
        assert found.layer.state is state
    said = f"Article {articles[0]} has 2 annotations as its history has them; their rows are lost."
    assert said in losses


def test_an_annotation_that_was_removed_is_not_made_anew(
    project: Project, labelled: tuple[list[str], list[Annotation]]
) -> None:
    articles, held = labelled
    new, losses = rescued(project)
    with new:
        assert list(open_article(new, articles[0], "amal").annotations) == held
    assert losses == []


@pytest.fixture
def described(project: Project) -> str:
    """An article with metadata, amal's note on it, and a noted annotation of hers that was imported."""
    meta = {"title": "عنوان", "source": "وكالة", "desk": "أخبار"}
    spans = (RecordSpan(4, 10, "ACTOR", note="ملاحظة"),)
    record = Record(text=TEXT, external_id="n1", meta=meta, note="على المقال", spans=spans)
    with project.unit_of_work() as work:
        work.intake.begin(project.path)
        work.intake.add(record, "amal")
        work.intake.finish()
        (article,) = work.articles.ids()
    project.close()
    return article


BROKEN = "CAST(x'ff' AS TEXT)"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            f"article SET title = {BROKEN}",
            "The title of article {} cannot be read; it is what the metadata says.",
        ),
        (
            f"article SET published = {BROKEN}",
            "The published of article {} cannot be read, and was left out.",
        ),
        (
            f"article SET external_id = {BROKEN}",
            "The external_id of article {} cannot be read, and was left out.",
        ),
        ("article SET direction = 'up'", "The direction of article {} cannot be read, and was left out."),
        (f"annotation SET note = {BROKEN}", "A note in article {} cannot be read, and was left out."),
        (f"layer SET note = {BROKEN}", "A note in article {} cannot be read, and was left out."),
        (
            "label SET display = 'z' WHERE number = 1",
            "The display of a label cannot be read, and was left out.",
        ),
        (
            "label SET colour = '#SC79A7' WHERE number = 1",
            "The colour of a label cannot be read, and was left out.",
        ),
        ("label SET key = 'ab' WHERE number = 1", "The key of a label cannot be read, and was left out."),
    ],
)
def test_case_34_of_a_row_with_an_unreadable_text_the_rest_is_kept(
    project: Project, described: str, statement: str, said: str
) -> None:
    damage(project, "PRAGMA ignore_check_constraints = ON", f"UPDATE {statement}")
    new, losses = rescued(project)
    with new:
        found = open_article(new, described, "amal")
        assert found.article.heading == "عنوان"
        assert [one.span for one in found.annotations] == [Span(4, 10)]
    assert losses == [said.format(described)]


def test_case_34_labels_whose_names_or_keys_are_not_their_own_any_more_are_kept_apart(
    project: Project, described: str
) -> None:
    damage(
        project, "UPDATE label SET key = '2' WHERE number = 1", "UPDATE label SET name = '' WHERE number = 2"
    )
    new, losses = rescued(project)
    with new:
        labels = label_set(new)
        assert sorted(label.key for label in labels)[:2] != ["2", "2"]
        assert all(label.name for label in labels)
        assert [one.span for one in open_article(new, described, "amal").annotations] == [Span(4, 10)]
    assert losses[0] == "Two labels have the key 2; it was left to one of them."


@pytest.mark.parametrize("meta", [b"z}", b"[1]", b'{"title": 1', b'{"\xff": 1}'])
def test_an_article_whose_metadata_is_lost_keeps_its_title_and_source(
    project: Project, described: str, meta: bytes
) -> None:
    damage(project, f"UPDATE article SET meta = CAST(x'{meta.hex()}' AS TEXT)")
    new, losses = rescued(project)
    with new:
        assert open_article(new, described, "amal").article.meta == {"title": "عنوان", "source": "وكالة"}
    said = f"The metadata of article {described} cannot be read; title, source and date are what is left."
    assert losses == [said]


def test_an_article_whose_id_is_lost_is_kept_with_its_labels(project: Project, described: str) -> None:
    damage(project, f"UPDATE article SET id = {BROKEN}")
    new, losses = rescued(project)
    with new:
        found = open_article(new, find(new, "1"), "amal")
        assert found.article.id != described
        assert len(found.annotations) == 1
    assert losses == [f"The id of article {found.article.id} cannot be read; this one is new."]
