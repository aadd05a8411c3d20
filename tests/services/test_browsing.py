"""An open article follows edits exactly as if it were read again."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotation import Annotation, Presentation, Relation
from annotator.domain.article import ArticleFilter, ArticleState, Direction
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError
from annotator.domain.highlights import Highlights
from annotator.domain.span import Span
from annotator.services import annotating
from annotator.services.browsing import OpenArticle, line_after, open_article, page
from tests.examples import at_most
from tests.layers import add_articles

TEXT = "زار الوزير باكو وطهران"
LABELS = ("actor", "place", "topic")


def drawn(data: st.DataObject, shown: OpenArticle) -> Edit:
    """Draw an edit that may be made in an article, or refused."""
    article, given = shown.article.id, shown.annotations
    start = data.draw(st.integers(0, len(TEXT) - 1))
    span = data.draw(st.none() | st.builds(Span, st.just(start), st.integers(start + 1, len(TEXT))))
    label = data.draw(st.sampled_from(LABELS))
    kinds = ["add", "state", "note", "direction"] + (["change", "remove", "relate"] if given else [])
    edit: Edit
    match data.draw(st.sampled_from(kinds)):
        case "add":
            edit = Edit(None, Annotation.new(article, "amal", label, span))
        case "state":
            edit = Edit(shown.layer, shown.layer.with_state(data.draw(st.sampled_from(ArticleState))))
        case "note":
            edit = Edit(shown.layer, shown.layer.noted(data.draw(st.sampled_from(["", "؟"]))))
        case "direction":
            way = data.draw(st.sampled_from(Direction))
            edit = Edit(Presentation(article, shown.article.direction), Presentation(article, way))
        case "relate":
            ends = data.draw(st.sampled_from(given)), data.draw(st.sampled_from(given))
            edit = Edit(None, Relation.new(*ends, "party"))
        case "change":
            before = data.draw(st.sampled_from(given))
            edit = Edit(before, before.labelled(label))
        case _:
            edit = Edit(data.draw(st.sampled_from(given)), None)
    return edit


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=at_most(40), deadline=None
)
@given(data=st.data())
def test_following_edits_is_reading_again(fresh_project, data: st.DataObject) -> None:
    project = fresh_project()
    article, _ = add_articles(project, TEXT, "غيره")
    shown = open_article(project, article, "amal")
    highlights = Highlights(shown.annotations)
    line = page(project, ArticleFilter("amal")).lines[0]
    for _ in range(data.draw(st.integers(1, 8))):
        edit = drawn(data, shown)
        try:
            made = annotating.apply(project, "amal", [edit])
        except EditError:
            continue
        shown = shown.after(made)
        highlights.apply(made)
        line = line_after(line, made, "amal")
        assert shown == open_article(project, article, "amal")
        assert list(highlights) == [item for item in shown.annotations if item.span]
        assert line == page(project, ArticleFilter("amal")).lines[0]
