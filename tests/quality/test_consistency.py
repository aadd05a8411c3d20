"""The radar finds what was labelled wrongly, says little else, and knows what it would know if made anew."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.span import Span
from annotator.quality.consistency import Consistency
from annotator.quality.suspicion import ConsistencyRule, Proposal, Suspicion
from tests.examples import at_most
from tests.quality.planted import Planted, articles, index_of, moved, with_errors

SMALL = articles(12, Random(3))
LABELS = ("place", "actor", "topic", "agreement")
randoms = st.randoms(use_true_random=False)


def put(index: Consistency, *texts: str, label: str = "place", state: ArticleState | None = None) -> None:
    """Take in articles in whose texts [ and ] stand around what is labelled; another label comes first: |."""
    for text in texts:
        article = f"{len(index.habits.layers):03}"
        plain, annotations = "", list[Annotation]()
        for nth, part in enumerate(text.replace("]", "[").split("[")):
            name, _, own = part.rpartition("|")
            if nth % 2:
                span = Span(len(plain), len(plain) + len(own))
                number = f"{article}/{nth:03}"
                annotations.append(
                    Annotation(number, article, "amal", name or label, span, created="", updated="")
                )
            plain += own if nth % 2 else part
        index.habits.begin(article, plain)
        index.habits.put(Layer(article, "amal", state or ArticleState.SUBMITTED), annotations)


def of(*texts: str) -> list[Suspicion]:
    index = Consistency()
    put(index, *texts)
    return index.suspicions()


@pytest.mark.parametrize("seed", range(5))
def test_planted_errors_are_found_and_little_else(seed: int) -> None:
    planting = with_errors(Random(seed))
    found = index_of(planting.planted).suspicions()
    assert planting.wrong <= {(one.rule, one.article, one.span.start) for one in found}
    is_wrong = [(one.article, one.span.start) in planting.places() for one in found]
    assert is_wrong.count(False) <= 1
    assert all(is_wrong[:10])


def test_where_nothing_is_planted_nothing_is_said() -> None:
    assert index_of(articles(60, Random(1))).suspicions() == []


def test_an_outlier_is_likely_and_two_habits_are_none() -> None:
    (one,) = of(*["زار [باكو] أمس"] * 39, "زار [actor|باكو] أمس")
    assert (one.rule, one.proposal) == (ConsistencyRule.LABELS, Proposal(Span(4, 8), "place"))
    assert (one.usual, one.whole) == (39, 40)
    assert one.likelihood > 0.9
    assert of(*["زار [باكو] أمس", "زار [actor|باكو] أمس"] * 20) == []


def test_what_often_has_two_habits_is_suspected_less() -> None:
    outlier = [*["زار [مسقط] أمس"] * 12, "زار [actor|مسقط] أمس"]
    both = [f"زار [{name}] أمس ثم قالت [actor|{name}] لا" for name in ("باكو", "قطر", "مصر", "تونس")]
    (alone,) = of(*outlier)
    found = of(*outlier, *both * 9)
    assert max((one.likelihood for one in found), default=0.0) < alone.likelihood - 0.15


def test_one_span_with_two_labels_is_no_contradiction() -> None:
    index = Consistency()
    put(index, *["زار [باكو] أمس"] * 9)
    index.habits.begin("two", "زار باكو أمس")
    span = Span(4, 8)
    twice = [Annotation(x, "two", "amal", x, span, created="", updated="") for x in ("actor", "place")]
    index.habits.put(Layer("two", "amal", ArticleState.SUBMITTED), twice)
    assert index.suspicions() == []


def test_a_bare_string_is_found_with_its_clitics_left_out() -> None:
    (one,) = of(*["زار [باكو] أمس و[باكو] قريبة"] * 6, "سافر إلى وباكُو أمس")
    assert (one.rule, one.annotation, one.label) == (ConsistencyRule.BARE, None, None)
    assert one.span == Span(10, 15)
    assert one.proposal == Proposal(Span(10, 15), "place")


def test_a_bare_string_keeps_its_clitics_where_others_do() -> None:
    (one,) = of(*["زار [باكو] أمس ثم [وباكو] قريبة"] * 6, "سافر إلى وباكو أمس")
    assert one.span == Span(9, 14)


@pytest.mark.parametrize(
    "text",
    [
        "في [مطار باكو] أمس",  # within a longer span
        "قال باكوري نعم",  # within another word
        "لا شيء هنا",
    ],
)
def test_what_is_not_bare_is_not_missed(text: str) -> None:
    assert of(*["زار [باكو] أمس"] * 9, text) == []


def test_an_article_counts_as_far_as_it_is_labelled_until_it_is_submitted() -> None:
    def found(state: ArticleState, text: str) -> list[ConsistencyRule]:
        index = Consistency()
        put(index, *["زار [باكو] أمس"] * 9)
        put(index, text, state=state)
        return [one.rule for one in index.suspicions()]

    begun, passed = "في [مسقط] أمس ثم باكو", "ثم باكو وفي [مسقط] أمس"
    assert found(ArticleState.IN_PROGRESS, begun) == []
    assert found(ArticleState.IN_PROGRESS, passed) == [ConsistencyRule.BARE]
    assert found(ArticleState.SUBMITTED, begun) == [ConsistencyRule.BARE]
    assert found(ArticleState.NEW, "ثم باكو") == []


def test_of_bare_strings_the_longest_is_named() -> None:
    (one,) = of(*["زار [بحر قزوين] أمس", "عبر [البحر الأسود] و[قزوين]"] * 6, "يطل على بحر قزوين")
    assert one.span == Span(8, 17)


@pytest.mark.parametrize(
    ("usual", "odd", "proposed"),
    [
        ("زار [بحر قزوين] أمس", "زار [بحر] قزوين أمس", "بحر قزوين"),
        ("زار [بحر قزوين] أمس", "زار بحر [قزوين] أمس", "بحر قزوين"),
        ("زار [بحر قزوين] أمس", "زار [ثم بحر] قزوين أمس", "ثم بحر قزوين"),
        ("زار بحر [قزوين] أمس", "زار [بحر قزوين] أمس", "قزوين"),
        ("قال الرئيس [علي سالم] نعم", "قال [الرئيس علي سالم] نعم", "علي سالم"),
        ("قال الرئيس [علي سالم] نعم", "قال [الرئيس رامي قباني] نعم", "رامي قباني"),
        ("قالت [شركة دلتا] نعم", "قالت شركة [سنابل] نعم", "شركة سنابل"),
        ("في [جزر القمر] الآن", "في [جزر سليمان] الآن", None),
        ("زار [باكو] و[مسقط]", "زار [باكو] [ومسقط]", "مسقط"),
        ("زار [باكو] و[مسقط]", "زار [بباكو] أمس", "باكو"),
        ("زار [باكو] أمس [ومسقط]", "زار أمس و[مسقط]", "ومسقط"),
        ("قال [الوزير] نعم", "قال ال[وزير] نعم", "الوزير"),
        ("زار [باكو] أمس", "زار [باك]و أمس", "باكو"),
    ],
)
def test_a_boundary_against_the_habit_is_found(usual: str, odd: str, proposed: str | None) -> None:
    found = [one.proposal for one in of(*[usual] * 15, odd) if one.rule is ConsistencyRule.BOUNDARY]
    plain = odd.replace("[", "").replace("]", "")
    assert [one and one.span.of(plain) for one in found] == [proposed] * (proposed is not None)


def test_a_span_that_cuts_a_string_short_gets_its_label_too() -> None:
    (one,) = of(*["قالت [actor|جامعة مسقط] نعم"] * 9, "قالت جامعة [مسقط] نعم")
    assert one.proposal == Proposal(Span(5, 15), "actor")


def test_a_rare_label_comes_last() -> None:
    found = of(*[f"زار [باكو] ثم [topic|{name}] أمس" for name in "ابتثجحخدذرزسشصض"] * 9, "قال [plcae|لا] نعم")
    assert [(one.rule, one.label, one.proposal) for one in found] == [(ConsistencyRule.RARE, "plcae", None)]


def test_a_length_far_from_the_usual_is_found() -> None:
    names = [f"زار [مدينة {name}] أمس" for name in "ابتثجحخدذرزسشصض"]
    found = of(*names * 9, "قال [" + "كلمة ثم أخرى " * 9 + "] نعم")
    assert ConsistencyRule.LENGTH in {one.rule for one in found}
    assert of(*names * 9, "قال [كلمة ثم أخرى وأخرى] نعم") == []


def test_a_key_is_of_the_place_and_what_is_said_there() -> None:
    texts = [*["زار [باكو] أمس"] * 39, "زار [actor|باكو] أمس", "زار [topic|باكو] أمس"]
    keys = {one.key for one in of(*texts)}
    assert len(keys) == 2
    assert keys == {one.key for one in of(*texts, *texts[:9])}
    other = {one.key for one in of(*texts[:-1], "زار [agreement|باكو] أمس")}
    assert len(keys & other) == 1


def shuffled(planted: Planted, random: Random) -> Planted:
    order = random.sample([*planted], len(planted))
    return {article: (planted[article][0], _sampled(planted[article][1], random)) for article in order}


def _sampled(items: list[Annotation], random: Random) -> list[Annotation]:
    return random.sample(items, len(items))


def random_edit(planted: Planted, random: Random) -> Edit:
    """Return an edit that fits; most are such as slips are."""
    article = random.choice([*planted])
    text, annotations = planted[article]
    before = random.choice(annotations) if annotations and random.random() < 0.9 else None
    match random.randrange(3 if before else 1):
        case 0 if before is None:
            start = random.randrange(len(text) - 12)
            span = Span(start, start + random.randrange(1, 12))
            new = Annotation.new(article, "amal", random.choice(LABELS), span)
            return Edit(None, new)
        case 0:
            return Edit(before, None)
        case 1:
            assert before
            return Edit(before, before.labelled(random.choice(LABELS)))
        case _:
            assert before
            assert before.span
            room = min(len(text) - before.span.end, 9)
            start = -random.randrange(min(before.span.start, 9) + 1)
            return Edit(before, moved(start, random.randrange(room + 1))(before))


def after(planted: Planted, edit: Edit) -> Planted:
    text, annotations = planted[edit.article or ""]
    kept = [item for item in annotations if item != edit.before]
    added = [edit.after] if isinstance(edit.after, Annotation) else []
    return planted | {edit.article or "": (text, kept + added)}


@given(randoms)
@settings(max_examples=at_most(200), deadline=None)
def test_the_order_of_articles_and_annotations_does_not_matter(random: Random) -> None:
    planted = SMALL
    for _ in range(8):
        planted = after(planted, random_edit(planted, random))
    assert index_of(shuffled(planted, random)).suspicions() == index_of(planted).suspicions()


@given(randoms, st.sampled_from([ArticleState.SUBMITTED, ArticleState.IN_PROGRESS]))
@settings(max_examples=at_most(20), deadline=None)
def test_an_index_that_followed_edits_equals_one_made_anew(random: Random, state: ArticleState) -> None:
    planted = SMALL
    index = index_of(planted, state)
    index.suspicions()
    for _ in range(12):
        edit = random_edit(planted, random)
        planted = after(planted, edit)
        if random.random() < 0.8:
            index.habits.follow([edit])
        else:
            index.habits.put(Layer(edit.article or "", "amal", state), planted[edit.article or ""][1])
        if random.random() < 0.5:
            index.suspicions()
    assert index.suspicions() == index_of(planted, state).suspicions()


@given(randoms)
@settings(max_examples=10, deadline=None)
def test_what_is_undone_leaves_no_trace(random: Random) -> None:
    index = index_of(SMALL)
    before = index.suspicions()
    edit = random_edit(SMALL, random)
    index.habits.follow([edit])
    index.suspicions()
    index.habits.follow([edit.inverse])
    assert index.suspicions() == before


@given(randoms, st.permutations(LABELS))
@settings(max_examples=at_most(200), deadline=None)
def test_other_names_of_labels_change_names_only(random: Random, names: list[str]) -> None:
    planted = SMALL
    for _ in range(8):
        planted = after(planted, random_edit(planted, random))
    other = dict(zip(LABELS, names, strict=True))
    renamed = {
        article: (text, [item.labelled(other[item.label]) for item in annotations])
        for article, (text, annotations) in planted.items()
    }
    assert index_of(renamed).suspicions() == [
        one._replace(
            label=one.label and other[one.label],
            proposal=one.proposal and one.proposal._replace(label=other[one.proposal.label]),
        )
        for one in index_of(planted).suspicions()
    ]


WRITTEN = ["زار", "باكو", "وباكو", "بيتهم", "وبيتهم", "للرئيس", "في"]


@given(st.data())
@settings(max_examples=at_most(200), deadline=None)
def test_spans_anywhere_get_proposals_in_the_text(data: st.DataObject) -> None:
    index, texts = Consistency(), {}
    put(index, *["زار و[باكو] أمس", "زار [بيت]هم أمس", "زار و[مسقط] أمس"] * 9)
    for _ in range(data.draw(st.integers(1, 5))):
        plain = " ".join(data.draw(st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=3)))
        start = data.draw(st.integers(0, len(plain) - 1))
        end = data.draw(st.integers(start + 1, len(plain)))
        texts[f"{len(index.habits.layers):03}"] = plain
        put(index, f"{plain[:start]}[{plain[start:end]}]{plain[end:]}")
    for one in index.suspicions():
        if one.article in texts and one.proposal:
            assert one.proposal.span.end <= len(texts[one.article])
            assert one.proposal != (one.span, one.label)


def test_a_layer_follows_its_state() -> None:
    index = Consistency()
    put(index, *["زار [باكو] أمس"] * 9)
    put(index, "في [مسقط] أمس ثم باكو", state=ArticleState.IN_PROGRESS)
    assert index.suspicions() == []
    begun = Layer("009", "amal", ArticleState.IN_PROGRESS)
    edit = Edit(begun, begun.with_state(ArticleState.SUBMITTED))
    index.habits.follow([edit])
    assert [one.rule for one in index.suspicions()] == [ConsistencyRule.BARE]
    index.habits.follow([edit.inverse])
    assert index.suspicions() == []
