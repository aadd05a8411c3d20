"""The radar of a project follows what is done, and what it proposes can be done."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import EditError
from annotator.domain.record import Record, RecordSpan
from annotator.domain.span import Span
from annotator.quality.suspicion import ConsistencyRule, Suspicion
from annotator.services import annotating
from annotator.services.browsing import label_set, open_article
from annotator.services.radar import Radar, quoted
from annotator.storage.project import Project
from tests.examples import at_most

LABELS = ("place", "actor", "topic")
USUAL = "زار باكو أمس"


def fill(project: Project, *texts: str, by: str = "amal", state: ArticleState | None = None) -> list[str]:
    """Put in articles in whose texts [ and ] stand around what is PLACE, { and } around what is ACTOR."""
    with project.unit_of_work() as work:
        work.intake.begin(project.path)
        for nth, text in enumerate(texts):
            plain, spans = "", []
            for letter in text:
                if letter in "[{":
                    start = len(plain)
                elif letter in "]}":
                    spans.append(RecordSpan(start, len(plain), "PLACE" if letter == "]" else "ACTOR"))
                else:
                    plain += letter
            about = {"annotator": by, "state": state, "external_id": f"{by} {nth}"}
            work.intake.add(Record(text=plain, spans=tuple(spans), **about), by)
        work.intake.finish()
        return [record.id or "" for record in work.extract.records([])]


def outlier(project: Project) -> tuple[Radar, Suspicion]:
    fill(project, *["زار [باكو] أمس"] * 12, "زار {باكو} أمس")
    radar = Radar(project)
    (one,) = radar.suspicions()
    return radar, one


def test_a_fix_is_an_edit_after_which_nothing_is_suspicious(project: Project) -> None:
    radar, one = outlier(project)
    assert one.rule is ConsistencyRule.LABELS
    fixes = radar.fix_here(one)
    assert fixes.left_out == 0
    made = annotating.apply(project, "rana", fixes.edits)
    radar.follow(made)
    assert radar.suspicions() == Radar(project).suspicions() == []
    radar.follow([edit.inverse for edit in made])
    assert radar.suspicions() == [one]


def test_the_same_is_fixed_everywhere_at_once(project: Project) -> None:
    fill(project, *["زار [باكو] أمس"] * 40, "ثم باكو وباكو و[مسقط]")
    fill(project, "ثم باكو", by="basim", state=ArticleState.SUBMITTED)
    radar = Radar(project)
    bare = radar.suspicions()
    assert [one.rule for one in bare] == [ConsistencyRule.BARE] * 3
    fixes = radar.fix_everywhere(bare[-1])
    assert (len(fixes.edits), fixes.left_out) == (2, 1)
    radar.follow(annotating.apply(project, "rana", fixes.edits))
    assert [one.annotator for one in radar.suspicions()] == ["basim"]


def test_what_is_fine_is_remembered_over_reopening(project: Project) -> None:
    radar, one = outlier(project)
    radar.approve(one, "rana")
    radar.approve(one, "samir")
    assert radar.suspicions() == []
    assert Radar(project).suspicions() == []
    changed = annotating.apply(project, "amal", _relabelled(project, one, "topic"))
    radar.follow(changed)
    assert [found.label for found in radar.suspicions()] == ["topic"]


def _relabelled(project: Project, one: Suspicion, label: str) -> list[Edit]:
    shown = open_article(project, one.article, one.annotator)
    return [Edit(item, item.labelled(label)) for item in shown.annotations if item.id == one.annotation]


def test_a_fix_that_is_not_possible_any_more_is_left_out(project: Project) -> None:
    radar, one = outlier(project)
    (edit,) = _relabelled(project, one, "topic")
    annotating.apply(project, "amal", [edit])
    assert radar.fix_here(one) == ([], 1)
    annotating.apply(project, "amal", [edit.inverse])
    shown = open_article(project, one.article, "amal")
    annotating.apply(project, "amal", [Edit(shown.layer, shown.layer.with_state(ArticleState.SUBMITTED))])
    assert radar.fix_here(one) == ([], 1)


def test_a_fix_against_the_rules_of_labels_is_left_out(project: Project) -> None:
    radar, one = outlier(project)
    labels = label_set(project)
    annotating.apply(
        project, "amal", [Edit(None, Annotation.new(one.article, "amal", "topic", Span(0, len(USUAL))))]
    )
    annotating.apply(project, "amal", [Edit(labels, labels.forbid("place", "topic", is_forbidden=True))])
    assert radar.fix_here(one) == ([], 1)


def test_one_annotator_s_radar_knows_nobody_else_s_work(project: Project) -> None:
    fill(project, *["زار [باكو] أمس"] * 12, by="amal")
    fill(project, *["زار {باكو} أمس"] * 1, by="basim")
    assert Radar(project, "amal").suspicions() == []
    assert len(Radar(project).suspicions()) == 1
    amal = Radar(project, "amal")
    with project.reading() as work:
        layer = next(layer for found in work.begun_layers.articles("basim") for layer, _ in found.layers)
    annotation = Annotation.new(layer.article, "basim", "actor", Span(0, 3))
    amal.follow(annotating.apply(project, "basim", [Edit(None, annotation)]))
    assert amal.suspicions() == []


def test_suspicions_are_quoted(project: Project) -> None:
    fill(project, *["زار [بحر قزوين] أمس"] * 12, "زار [بحر] قزوين أمس")
    (found,) = quoted(project, Radar(project).suspicions())
    assert (found.text, found.proposed) == ("بحر", "بحر قزوين")


def test_progress_can_stop_the_reading(project: Project) -> None:
    fill(project, USUAL + "[باكو]")

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Radar(project, progress=stop)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=at_most(25), deadline=None
)
@given(data=st.data())
def test_a_radar_that_followed_knows_what_a_new_one_finds(fresh_project, data: st.DataObject) -> None:
    project = fresh_project()
    texts = ["زار [باكو] ثم {علي سالم}"] * 9 + ["زار باكو ثم علي [سالم]", "ثم باكو وعلي سالم", "غيره"]
    articles = fill(project, *texts)
    radar = Radar(project)
    for _ in range(data.draw(st.integers(1, 6))):
        article = data.draw(st.sampled_from(articles[-5:]))
        by = data.draw(st.sampled_from(["amal", "basim"]))
        shown = open_article(project, article, by)
        radar.follow(_tried(project, drawn(data, shown.article.text, shown.layer, shown.annotations)))
        if data.draw(st.booleans()):
            radar.suspicions()
    assert radar.suspicions() == Radar(project).suspicions()


def drawn(data: st.DataObject, text: str, layer: Layer, annotations: tuple[Annotation, ...]) -> Edit:
    kind = data.draw(st.sampled_from(["add", "state", "change", "remove"]))
    if kind == "state":
        return Edit(layer, layer.with_state(data.draw(st.sampled_from(ArticleState))))
    if kind == "add" or not annotations:
        start = data.draw(st.integers(0, len(text) - 1))
        span = Span(start, data.draw(st.integers(start + 1, len(text))))
        label = data.draw(st.sampled_from(LABELS))
        return Edit(None, Annotation.new(layer.article, layer.annotator, label, span))
    before = data.draw(st.sampled_from(annotations))
    return Edit(before, before.labelled(data.draw(st.sampled_from(LABELS))) if kind == "change" else None)


def _tried(project: Project, edit: Edit) -> list[Edit]:
    try:
        return annotating.apply(project, "rana", [edit])
    except EditError:
        return []
