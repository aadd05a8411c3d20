"""Steps that could not be saved are read again as they were."""

import stat

import orjson
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.annotation import Annotation, Layer, Presentation, Relation
from annotator.domain.article import ArticleState, Direction
from annotator.domain.edit import Edit
from annotator.domain.label import Label, LabelSet
from annotator.domain.mark import Mark
from annotator.domain.review import Choice, Comment, Decision, Reason
from annotator.domain.span import Span
from annotator.services.unsaved import Step, UnsavedSteps, _step, _values

NAMES = st.text("abcوزير 🎉\u200f", min_size=1, max_size=8)
SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(1, 99)
)
LABELS = st.builds(
    Label,
    id=NAMES,
    name=st.sampled_from(["ACTOR", "مكان"]),
    colour=st.just("#0072B2"),
    key=st.sampled_from(["", "1"]),
    display=st.dictionaries(st.sampled_from(["ar", "en"]), NAMES),
    description=st.dictionaries(st.sampled_from(["ar", "en"]), NAMES),
    examples=st.lists(NAMES).map(tuple),
)
MARKS = st.lists(st.builds(Mark, st.integers(0, 9), st.integers(10, 99), NAMES)).map(tuple)
SUBJECTS = st.one_of(
    st.builds(
        Annotation,
        *[NAMES] * 4,
        st.none() | SPANS,
        NAMES,
        NAMES,
        score=st.none() | st.floats(0, 1),
        note=st.none() | NAMES,
    ),
    st.builds(Relation, *[NAMES] * 6),
    st.builds(Layer, NAMES, NAMES, st.sampled_from(ArticleState), st.none() | NAMES),
    st.builds(Presentation, NAMES, st.sampled_from(Direction)),
    LABELS.map(lambda label: LabelSet((label,))),
    st.builds(Comment, *[NAMES] * 6, st.none() | NAMES, st.none() | SPANS, st.none() | NAMES, st.booleans()),
    st.builds(
        Decision,
        *[NAMES] * 3,
        MARKS,
        MARKS,
        st.sampled_from(Choice),
        NAMES,
        st.none() | st.sampled_from(Reason),
        st.none() | NAMES,
    ),
)


@given(SUBJECTS, st.sampled_from([0, 1, 2]))
def test_every_edit_is_read_as_it_was_written(subject, side: int) -> None:
    edit = (Edit(None, subject), Edit(subject, None), Edit(subject, subject))[side]
    step = Step("أمل", "Label", (edit,))
    assert _step(orjson.loads(orjson.dumps(_values(step)))) == step


def test_steps_are_kept_for_their_own_project_and_nobody_else_can_read_them() -> None:
    steps = [Step("أمل", "Label", (Edit(None, Layer("1", "أمل", ArticleState.NEW, name)),)) for name in "ab"]
    unsaved = UnsavedSteps("1")
    assert unsaved.read() == []
    assert unsaved.write(steps)
    assert UnsavedSteps("1").read() == steps
    assert UnsavedSteps("2").read() == []
    assert stat.S_IMODE(unsaved.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(unsaved.path.parent.stat().st_mode) == 0o700
    unsaved.write([])
    assert [*unsaved.path.parent.iterdir()] == []


def test_steps_that_are_not_understood_are_set_aside() -> None:
    unsaved = UnsavedSteps("1")
    unsaved.write([Step("أمل", "Label", (Edit(None, Layer("1", "أمل", ArticleState.NEW)),))])
    written = unsaved.path.read_bytes()
    for broken in (
        written[:-20],
        written.replace(b"layer", b"lawyer"),
        b"[]\n",
        written.replace(b"new", b""),
    ):
        unsaved.path.write_bytes(broken)
        assert unsaved.read() == []
        assert not unsaved.path.exists()
        (aside,) = unsaved.path.parent.iterdir()
        assert aside.read_bytes() == broken
        aside.unlink()


def test_a_place_that_cannot_be_written_stops_nobody() -> None:
    unsaved = UnsavedSteps("1")
    unsaved.path.parent.parent.mkdir(parents=True)
    unsaved.path.parent.write_text("a file, where a folder should be")
    assert not unsaved.write([Step("أمل", "Label", (Edit(None, Layer("1", "أمل", ArticleState.NEW)),))])
    assert unsaved.read() == []
