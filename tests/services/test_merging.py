"""Work packages go out, and come back whatever happened to them meanwhile, over nobody's work."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain.annotation import Annotation, Relation
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import AnnotatorError, EditError, ProjectError
from annotator.domain.review import Comment
from annotator.domain.work_package import Outcome
from annotator.services import annotating, backing_up, browsing, defining, overview, reading_times, reviewing
from annotator.services.browsing import OpenArticle, label_set, open_article
from annotator.services.inspecting import check
from annotator.services.merging import MergeReport, merge
from annotator.services.packing import Packed, PackOptions, pack
from annotator.services.projects import create, open_project
from annotator.storage.project import Project
from tests.conftest import only_sqlite
from tests.layers import add_articles, annotation

TEXTS = ["زار الوزير باكو أمس", "وقعت مصر اتفاقا مع قطر", "اجتمع الوفدان في جنيف"]


@pytest.fixture
def articles(project: Project) -> list[str]:
    return add_articles(project, *TEXTS)


@pytest.fixture
def packed(project: Project, articles: list[str], tmp_path: Path) -> Path:
    """A package of all articles for amal."""
    return pack(project, tmp_path / "amal.annotator", PackOptions(("amal",)))[0].path


def label(path: Path, *spans: Annotation, by: str = "amal", state: ArticleState | None = None) -> None:
    """Work in a package as its annotator does, closed again afterwards."""
    with open_project(path) as package:
        annotating.apply(package, by, [Edit(None, span) for span in spans])
        if state:
            for article in {span.article for span in spans}:
                give_state(package, article, by, state)


def give_state(project: Project, article: str, by: str, state: ArticleState) -> None:
    layer = open_article(project, article, by).layer
    annotating.apply(project, by, [Edit(layer, layer.with_state(state))])


def held(project: Project, article: str, by: str = "amal") -> OpenArticle:
    return open_article(project, article, by)


def outcomes(report: MergeReport) -> dict[str, int]:
    return {outcome.name: len(found) for outcome, found in report.articles.items() if found}


def test_a_package_is_a_project_of_its_own_with_what_was_assigned(
    project: Project, articles: list[str], tmp_path: Path
) -> None:
    label_in = annotation(articles[0], 0, 3, by="badr")
    annotating.apply(project, "badr", [Edit(None, label_in)])
    (made,) = pack(project, tmp_path / "p.annotator", PackOptions(("amal",), (articles[2], articles[0])))
    assert made == Packed(tmp_path / "p.annotator", "amal", 2, 0, 0)
    with open_project(made.path) as package:
        own = browsing.package_of(package)
        assert own
        assert (own.project, own.annotator) == (project.id, "amal")
        assert [line.id for line in browsing.all_lines(package, shown("amal"))] == [articles[0], articles[2]]
        assert label_set(package) == label_set(project)
        assert browsing.guidelines(package) == browsing.guidelines(project)
        assert browsing.annotators(package) == []
        assert check(package) == []
        assert held(package, articles[0], "badr").annotations == ()
    assert browsing.package_of(project) is None


def shown(annotator: str) -> browsing.ArticleFilter:
    return browsing.ArticleFilter(annotator)


def test_what_was_labelled_in_a_package_comes_into_the_project(
    project: Project, articles: list[str], packed: Path
) -> None:
    place, actor = annotation(articles[0], 11, 15), annotation(articles[0], 4, 10, "actor").noted("ملاحظة")
    label(packed, place, actor, state=ArticleState.SUBMITTED)
    with open_project(packed) as package:
        annotating.apply(package, "amal", [Edit(None, annotation(articles[1], 5, 8))])
        annotating.apply(package, "amal", [Edit(None, Relation.new(*pair(package, articles[1]), "in"))])
        reading_times.record(package, "amal", articles[0], 31.5)
        before = [held(package, article) for article in articles]
    (report,) = merge(project, [packed])
    assert outcomes(report) == {"NEW": 2, "UNCHANGED": 1}
    assert report.sentences == []
    after = [held(project, article) for article in articles]
    assert [(one.layer, one.annotations, one.relations) for one in after] == [
        (one.layer, one.annotations, one.relations) for one in before
    ]
    assert check(project) == []
    with project.reading() as work:
        assert work.history.reading_times() == {"amal": (1, 31.5)}


def pair(package: Project, article: str) -> tuple[Annotation, Annotation]:
    other = annotation(article, 0, 4)
    annotating.apply(package, "amal", [Edit(None, other)])
    return other, held(package, article).annotations[-1]


def test_merging_again_finds_nothing_new(project: Project, articles: list[str], packed: Path) -> None:
    label(packed, annotation(articles[0], 11, 15))
    merge(project, [packed])
    with project.reading() as work:
        edits = work.history.count()
    (report,) = merge(project, [packed])
    assert outcomes(report) == {"UNCHANGED": 3}
    (first, second) = merge(project, [packed, packed])
    assert outcomes(first) == outcomes(second) == {"UNCHANGED": 3}
    with project.reading() as work:
        assert work.history.count() == edits


def test_an_older_copy_brings_nothing_and_takes_nothing_away(
    project: Project, articles: list[str], packed: Path, tmp_path: Path
) -> None:
    label(packed, annotation(articles[0], 11, 15))
    older = Path(shutil.copy(packed, tmp_path / "older.annotator"))
    label(packed, annotation(articles[0], 4, 10, "actor"))
    merge(project, [packed])
    (report,) = merge(project, [older])
    assert outcomes(report) == {"UNCHANGED": 3}
    assert len(held(project, articles[0]).annotations) == 2


def test_work_that_went_on_after_a_merge_comes_in_on_top(
    project: Project, articles: list[str], packed: Path
) -> None:
    first = annotation(articles[0], 11, 15)
    label(packed, first)
    merge(project, [packed])
    with open_project(packed) as package:
        annotating.apply(package, "amal", [Edit(first, first.labelled("actor"))])
    label(packed, annotation(articles[1], 5, 8))
    (report,) = merge(project, [packed])
    assert outcomes(report) == {"NEW": 2, "UNCHANGED": 1}
    assert [item.label for item in held(project, articles[0]).annotations] == ["actor"]


def test_of_two_copies_that_were_both_edited_the_first_stays(
    project: Project, articles: list[str], packed: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(packed, tmp_path / "other.annotator"))
    mine = annotation(articles[0], 11, 15)
    label(packed, mine)
    label(other, annotation(articles[0], 4, 10, "actor"), annotation(articles[1], 5, 8))
    for packages in ([packed, other], [other, packed]):
        reports = merge(project, packages)
        assert [*reports[packages.index(other)].articles[Outcome.CONFLICT]] == [articles[0]]
        assert held(project, articles[0]).annotations == (mine,)
        assert len(held(project, articles[1]).annotations) == 1
    assert "in two copies" in str(reports[0].sentences[0])


def test_packages_of_several_people_come_in_any_order(
    project: Project, articles: list[str], tmp_path: Path
) -> None:
    people = ("amal", "badr", "dina")
    made = pack(project, tmp_path / "out", PackOptions(people, overlap=1.0))
    assert [one.articles for one in made] == [2, 2, 2]
    for one in made:
        with open_project(one.path) as package:
            ids = [line.id for line in browsing.all_lines(package, shown(one.annotator))]
        label(one.path, *(annotation(article, 0, 3, by=one.annotator) for article in ids), by=one.annotator)
    reports = merge(project, [made[2].path, made[0].path, made[1].path, made[0].path])
    assert [outcomes(report) for report in reports] == [{"NEW": 2}, {"NEW": 2}, {"NEW": 2}, {"UNCHANGED": 2}]
    assert sorted(browsing.annotators(project)) == [*people]
    assert check(project) == []


def test_returned_work_goes_on_in_the_same_package(
    project: Project, articles: list[str], packed: Path
) -> None:
    label(packed, annotation(articles[0], 11, 15), state=ArticleState.SUBMITTED)
    merge(project, [packed])
    layer = held(project, articles[0]).layer
    returned = Edit(layer, layer.with_state(ArticleState.RETURNED))
    said = Comment.new(articles[0], "amal", "mona", "أين الوزير؟")
    annotating.apply(project, "mona", [returned, Edit(None, said)])
    with open_project(packed) as package:
        give_state(package, articles[0], "amal", ArticleState.IN_PROGRESS)
    label(packed, annotation(articles[0], 4, 10, "actor"), state=ArticleState.SUBMITTED)
    (report,) = merge(project, [packed])
    assert outcomes(report) == {"NEW": 1, "UNCHANGED": 2}
    now = held(project, articles[0])
    assert (now.layer.state, len(now.annotations)) == (ArticleState.SUBMITTED, 2)
    assert outcomes(merge(project, [packed])[0]) == {"UNCHANGED": 3}
    annotating.apply(project, "mona", [Edit(now.layer, now.layer.with_state(ArticleState.RETURNED))])
    assert outcomes(merge(project, [packed])[0]) == {"UNCHANGED": 3}
    with open_project(packed) as package:
        give_state(package, articles[0], "amal", ArticleState.IN_PROGRESS)
    label(packed, annotation(articles[0], 0, 3, "topic"), state=ArticleState.SUBMITTED)
    assert outcomes(merge(project, [packed])[0]) == {"NEW": 1, "UNCHANGED": 2}
    assert len(held(project, articles[0]).annotations) == 3


def test_accepted_work_is_not_changed_by_a_package(
    project: Project, articles: list[str], packed: Path
) -> None:
    label(packed, annotation(articles[0], 11, 15), state=ArticleState.SUBMITTED)
    merge(project, [packed])
    layer = held(project, articles[0]).layer
    annotating.apply(project, "mona", [Edit(layer, layer.with_state(ArticleState.ACCEPTED))])
    with open_project(packed) as package:
        give_state(package, articles[0], "amal", ArticleState.IN_PROGRESS)
    (report,) = merge(project, [packed])
    assert outcomes(report) == {"CONFLICT": 1, "UNCHANGED": 2}
    assert held(project, articles[0]).layer.state is ArticleState.ACCEPTED


def test_comments_travel_out_and_answers_come_back(
    project: Project, articles: list[str], tmp_path: Path
) -> None:
    said = Comment.new(articles[0], "amal", "mona", "أين الوزير؟")
    annotating.apply(project, "mona", [Edit(None, said)])
    path = pack(project, tmp_path / "p.annotator", PackOptions(("amal",)))[0].path
    answer = said.answered("amal", "سأضيفه")
    with open_project(path) as package:
        edits = [Edit(None, answer), Edit(said, said.resolved(is_resolved=True))]
        annotating.apply(package, "amal", edits)
    merge(project, [path])
    merge(project, [path])
    with project.reading() as work:
        assert work.reviews.comments(articles[0]) == [said.resolved(is_resolved=True), answer]


def test_a_package_of_another_project_is_refused(articles: list[str], packed: Path, tmp_path: Path) -> None:
    with create(tmp_path / "other.annotator") as other, pytest.raises(ProjectError, match="another project"):
        merge(other, [packed])


def test_a_project_is_no_package(project: Project, tmp_path: Path) -> None:
    create(tmp_path / "plain.annotator").close()
    with pytest.raises(ProjectError, match="not a work package"):
        merge(project, [tmp_path / "plain.annotator"])


def test_one_package_that_is_refused_keeps_the_others_out(
    project: Project, articles: list[str], packed: Path, tmp_path: Path
) -> None:
    label(packed, annotation(articles[0], 11, 15))
    create(tmp_path / "plain.annotator").close()
    with pytest.raises(ProjectError):
        merge(project, [packed, tmp_path / "plain.annotator"])
    assert browsing.annotators(project) == []
    if isinstance(project.place, Path):
        assert backing_up.backups(project) == []


def past_the_program(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE annotation SET start = 12",
        "UPDATE annotation SET label = 1",
        "DELETE FROM annotation",
        "UPDATE layer SET state = 'submitted'",
        "UPDATE article_text SET text = text || '.'",
        "DELETE FROM history",
        "UPDATE history SET after = replace(after, '15', '14')",
    ],
)
def test_what_was_changed_by_hand_is_not_taken(
    project: Project, articles: list[str], packed: Path, statement: str
) -> None:
    label(packed, annotation(articles[0], 11, 15))
    past_the_program(packed, statement)
    (report,) = merge(project, [packed])
    assert articles[0] in report.articles[Outcome.ALTERED]
    assert held(project, articles[0]).annotations == ()
    assert "changed by hand" in str(report.sentences[0])


def test_a_package_that_was_cut_short_is_refused(project: Project, articles: list[str], packed: Path) -> None:
    label(packed, annotation(articles[0], 11, 15))
    whole = packed.read_bytes()
    for part in (0, 50, 4096, len(whole) // 2):
        packed.write_bytes(whole[:part])
        with pytest.raises(AnnotatorError):
            merge(project, [packed])
    assert browsing.annotators(project) == []


def test_a_package_of_a_newer_version_is_refused(project: Project, packed: Path) -> None:
    past_the_program(packed, "PRAGMA user_version = 99")
    with pytest.raises(ProjectError, match="newer version"):
        merge(project, [packed])


def test_a_package_of_another_label_set_says_so_and_comes_in(
    project: Project, articles: list[str], packed: Path
) -> None:
    label(packed, annotation(articles[0], 11, 15))
    labels = label_set(project)
    annotating.apply(project, "lead", [Edit(labels, labels.retire("topic", is_retired=True))])
    defining.publish(project, {"ar": "دليل"})
    (report,) = merge(project, [packed])
    assert outcomes(report) == {"NEW": 1, "UNCHANGED": 2}
    assert [str(sentence) for sentence in report.sentences] == [
        "The package follows guidelines 1; the project has 2 now.",
        "The package has the label set of another day; the project's stays.",
    ]
    assert label_set(project) == labels.retire("topic", is_retired=True)


def test_labels_that_the_project_does_not_have_are_refused_by_name(
    project: Project, articles: list[str], packed: Path
) -> None:
    with open_project(packed) as package:
        labels = label_set(package)
        added = labels.put(labels.invent("DATE"))
        annotating.apply(package, "amal", [Edit(labels, added)])
    label(packed, annotation(articles[0], 11, 15, "date"))
    with pytest.raises(ProjectError, match="DATE"):
        merge(project, [packed])
    assert browsing.annotators(project) == []


def test_a_package_under_another_name_is_refused(project: Project, packed: Path) -> None:
    past_the_program(packed, "UPDATE annotator SET name = 'amira' WHERE name = 'amal'")
    with pytest.raises(ProjectError, match="made for amal"):
        merge(project, [packed])


def test_somebody_elses_work_in_a_package_stays_there_and_is_named(
    project: Project, articles: list[str], packed: Path
) -> None:
    label(packed, annotation(articles[0], 11, 15, by="amira"), by="amira")
    (report,) = merge(project, [packed])
    assert [str(sentence) for sentence in report.sentences] == [
        "The work of amira in the package was not taken: it is amal's."
    ]
    assert browsing.annotators(project) == []


def test_a_name_with_bidi_controls_gets_no_package(
    project: Project, articles: list[str], tmp_path: Path
) -> None:
    with pytest.raises(EditError, match="invisible"):
        pack(project, tmp_path / "p.annotator", PackOptions(("am\u202eal",)))
    assert not (tmp_path / "p.annotator").exists()


@only_sqlite
def test_an_article_that_is_gone_or_another_is_named(
    project: Project, articles: list[str], packed: Path
) -> None:
    label(packed, annotation(articles[0], 11, 15), annotation(articles[1], 0, 3))
    assert isinstance(project.place, Path)
    past_the_program(
        project.place,
        "DELETE FROM assignment",
        "DELETE FROM article_text WHERE article = 1",
        "DELETE FROM article WHERE number = 1",
        "UPDATE article SET id = 'again' WHERE number = 2",
    )
    (report,) = merge(project, [packed])
    assert outcomes(report) == {"GONE": 1, "NEW": 1, "UNCHANGED": 1}
    assert len(held(project, "again").annotations) == 1


def test_packing_again_takes_what_there_is_and_merges_what_came(
    project: Project, articles: list[str], packed: Path, tmp_path: Path
) -> None:
    label(packed, annotation(articles[0], 11, 15))
    merge(project, [packed])
    second = pack(project, tmp_path / "second.annotator", PackOptions(("amal",)))[0].path
    label(second, annotation(articles[0], 4, 10, "actor"))
    (report,) = merge(project, [second])
    assert outcomes(report) == {"NEW": 1, "UNCHANGED": 2}
    assert len(held(project, articles[0]).annotations) == 2


def test_articles_that_somebody_has_are_not_handed_out_by_count(
    project: Project, articles: list[str], tmp_path: Path
) -> None:
    annotating.apply(project, "badr", [Edit(None, annotation(articles[1], 0, 4, by="badr"))])
    pack(project, tmp_path / "1.annotator", PackOptions(("amal",), count=1))
    (second,) = pack(project, tmp_path / "2.annotator", PackOptions(("dina",), count=5))
    assert second.articles == 1
    with pytest.raises(AnnotatorError, match="no articles to hand out"):
        pack(project, tmp_path / "3.annotator", PackOptions(("dina",), count=5))
    assert not (tmp_path / "3.annotator").exists()


def test_a_file_that_is_there_is_not_overwritten_and_nothing_is_handed_out(
    project: Project, articles: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "badr.annotator").write_text("mine")
    with pytest.raises(ProjectError, match="there already"):
        pack(project, folder, PackOptions(("amal", "badr")))
    assert [path.name for path in folder.iterdir()] == ["badr.annotator"]
    with project.reading() as work:
        assert work.packages.assigned() == {}


def reviewed(project: Project, article: str) -> None:
    """Have an article labelled by badr, and accepted as gold."""
    annotating.apply(project, "badr", [Edit(None, annotation(article, 4, 10, "actor", by="badr"))])
    give_state(project, article, "badr", ArticleState.SUBMITTED)
    reviewing.accept(project, article, "mona")


def test_planted_articles_are_reviewed_ones_that_the_newcomer_does_not_know(
    project: Project, articles: list[str], tmp_path: Path
) -> None:
    reviewed(project, articles[0])
    options = PackOptions(("dina",), (articles[1],), planted=3)
    (made,) = pack(project, tmp_path / "p.annotator", options)
    assert (made.articles, made.planted) == (2, 1)
    with open_project(made.path) as package:
        assert held(package, articles[0], "dina").annotations == ()
        assert not browsing.has_gold(package)
    for name in ("badr", "dina"):
        again = pack(
            project, tmp_path / f"{name}-2.annotator", PackOptions((name,), (articles[1],), planted=3)
        )
        assert again[0].articles == 1


def test_gold_goes_along_for_training(project: Project, articles: list[str], tmp_path: Path) -> None:
    reviewed(project, articles[0])
    options = PackOptions(("dina",), (articles[0],), for_training=True)
    pack(project, tmp_path / "p.annotator", options)
    with open_project(tmp_path / "p.annotator") as package:
        assert browsing.has_gold(package)
        assert len(reviewing.open_review(package, articles[0]).gold) == 1
        assert browsing.annotators(package) == []
        assert check(package) == []
    (report,) = merge(project, [tmp_path / "p.annotator"])
    assert outcomes(report) == {"UNCHANGED": 1}
    assert report.sentences == []


def test_what_was_labelled_is_labelled_again_unaware_and_compared(
    project: Project, articles: list[str], tmp_path: Path
) -> None:
    annotating.apply(project, "amal", [Edit(None, annotation(articles[0], 4, 10, "actor"))])
    give_state(project, articles[0], "amal", ArticleState.SUBMITTED)
    path = tmp_path / "p.annotator"
    pack(project, path, PackOptions(("amal",), (articles[1],), repeats=2))
    with open_project(path) as package:
        shown_ids = [line.id for line in browsing.all_lines(package, shown("amal"))]
    (copy,) = {*shown_ids} - {*articles}
    assert held(project, copy).article.text == TEXTS[0]
    assert held(project, copy).article.meta["repeat_of"] == articles[0]
    with open_project(path) as package:
        assert held(package, copy).article.meta == held(project, articles[0]).article.meta
    (other,) = pack(project, tmp_path / "q.annotator", PackOptions(("badr",)))
    assert other.articles == len(TEXTS)
    label(path, annotation(copy, 4, 10, "actor"), annotation(copy, 11, 15), state=ArticleState.SUBMITTED)
    (report,) = merge(project, [path])
    assert outcomes(report) == {"NEW": 1, "UNCHANGED": 1}
    repeats = overview.review(project).people["amal"].repeats
    assert len(repeats.by_article) == 1
    assert repeats.f1 == pytest.approx(2 / 3)


def test_what_was_said_and_taken_back_here_does_not_come_again(
    project: Project, articles: list[str], packed: Path
) -> None:
    said = Comment.new(articles[0], "amal", "amal", "ما المقصود؟")
    with open_project(packed) as package:
        annotating.apply(package, "amal", [Edit(None, said)])
        annotating.apply(package, "amal", [Edit(said, said.resolved(is_resolved=True))])
    merge(project, [packed])
    with project.reading() as work:
        (there,) = work.reviews.comments(articles[0])
    assert there.is_resolved
    annotating.apply(project, "mona", [Edit(there, there.resolved(is_resolved=False))])
    merge(project, [packed])
    with project.reading() as work:
        assert work.reviews.comments(articles[0]) == [said]
    annotating.apply(project, "mona", [Edit(said, None)])
    merge(project, [packed])
    with project.reading() as work:
        assert work.reviews.comments(articles[0]) == []


def test_one_text_twice_comes_into_two_articles(
    project: Project, articles: list[str], packed: Path, tmp_path: Path
) -> None:
    twice = add_articles(project, "خبر مكرر في باكو", "خبر مكرر في باكو")[-2:]
    path = tmp_path / "twice.annotator"
    pack(project, path, PackOptions(("amal",), tuple(twice)))
    label(path, annotation(twice[0], 12, 16), annotation(twice[1], 0, 3, "topic"))
    past_the_program(path, "UPDATE article SET id = 'a' WHERE number = 4")
    (report,) = merge(project, [path])
    assert outcomes(report) == {"NEW": 2}
    assert [[item.label for item in held(project, article).annotations] for article in twice] == [
        ["place"],
        ["topic"],
    ]


def test_what_a_package_handed_out_in_turn_is_not_merged_twice(
    project: Project, articles: list[str], packed: Path, tmp_path: Path
) -> None:
    with open_project(packed) as package:
        pack(package, tmp_path / "turn.annotator", PackOptions(("dina",)))
    label(packed, annotation(articles[0], 11, 15))
    assert outcomes(merge(project, [packed])[0]) == {"NEW": 1, "UNCHANGED": 2}
    with pytest.raises(ProjectError, match="another project"):
        merge(project, [tmp_path / "turn.annotator"])


def test_gold_is_nobody_to_hand_out_to(project: Project, articles: list[str], tmp_path: Path) -> None:
    reviewed(project, articles[0])
    with pytest.raises(EditError, match="calls gold"):
        pack(project, tmp_path / "p.annotator", PackOptions(("gold",)))
