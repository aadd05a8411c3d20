"""The checks of boundaries find what a careful reader would, and their remedies leave nothing to find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span
from annotator.quality.boundaries import Rule, findings
from tests.texts import texts


def marked(text: str, *spans: tuple[str, str] | str) -> list[Annotation]:
    """Label parts of a text, each found after the one before."""
    made, place = [], 0
    for part, label in (span if isinstance(span, tuple) else (span, "place") for span in spans):
        start = text.index(part, place)
        made.append(Annotation.new("a", "amal", label, Span(start, start + len(part))))
        place = start + 1
    return made


@pytest.mark.parametrize(
    ("text", "part", "rule", "right"),
    [
        ("في باكو اليوم", " باكو ", Rule.SPACE, "باكو"),
        ("في باكو\u00a0اليوم", "باكو\u00a0", Rule.SPACE, "باكو"),
        ("في باكو   ", "   ", Rule.SPACE, None),
        ("وصل إلى باكو، ثم", "باكو،", Rule.PUNCTUATION, "باكو"),
        ("قال: باكو؟!", ": باكو؟!", Rule.PUNCTUATION, "باكو"),
        ("نعم ...", "...", Rule.PUNCTUATION, None),
        ("في الرياض...", "الرياض...", Rule.PUNCTUATION, "الرياض"),
        ('قال "نعم', '"نعم', Rule.PUNCTUATION, "نعم"),
        ("قرار «الأمم المتحدة» اليوم", "«الأمم المتحدة", Rule.BRACKETS, "«الأمم المتحدة»"),
        ("قرار «الأمم المتحدة» اليوم", "الأمم المتحدة»", Rule.BRACKETS, "«الأمم المتحدة»"),
        ("قرار «الأمم المتحدة اليوم", "«الأمم المتحدة", Rule.BRACKETS, "الأمم المتحدة"),
        ("وكالة (رويترز) في", "وكالة (رويترز", Rule.BRACKETS, "وكالة (رويترز)"),
        ("أ ( ب ( ج", "أ ( ب ( ج", Rule.BRACKETS, None),
        ("باكُو", "باك", Rule.GRAPHEME, "باكُ"),
        ("🇦🇿 فريق", "\U0001f1e6", Rule.GRAPHEME, "🇦🇿"),
    ],
)
def test_a_bad_boundary_is_found_with_its_remedy(text: str, part: str, rule: Rule, right: str | None) -> None:
    (finding,) = findings(text, marked(text, part))
    assert finding.rule is rule
    remedy = finding.remedy and finding.remedy.span
    assert (remedy and remedy.of(text)) == right


@pytest.mark.parametrize(
    "part",
    [
        "باكو",
        "«الأمم المتحدة»",
        "12.5%",
        "أ.ف.ب.",
        "الرئيس (السابق)",
        "COP30",
        "نبي اوف",
        "مُحَمَّد",
        "#باكو",
        '"داعش" في العراق',
        'صحيفة "الشرق الأوسط"',
        "'الحياة'",
        "Apple Inc.",
    ],
)
def test_a_good_boundary_is_left_alone(part: str) -> None:
    text = f"قبل {part} بعد"
    assert findings(text, marked(text, part)) == []


def test_a_clitic_at_the_beginning_is_found() -> None:
    text = "في باكو ثم وباكو ثم للأمم المتحدة والأمم المتحدة"
    given = marked(text, "باكو", "وباكو", "للأمم المتحدة", "الأمم المتحدة")
    found = {item.annotation: item.remedy for item in findings(text, given) if item.rule is Rule.CLITIC}
    assert [item.span.of(text) for item in found.values() if item and item.span] == ["باكو", "لأمم المتحدة"]


@pytest.mark.parametrize(("part", "right"), [("ولأرمينيا", "أرمينيا"), ("بالاتفاق النووي", "الاتفاق النووي")])
def test_a_clitic_is_found_by_rule_too(part: str, right: str) -> None:
    text = f"قال {part} هنا"
    (finding,) = findings(text, marked(text, part))
    assert finding.rule is Rule.CLITIC
    assert finding.remedy
    assert finding.remedy.span
    assert finding.remedy.span.of(text) == right


@pytest.mark.parametrize("part", ["وزير الخارجية", "وكالة", "لبنان", "بيان", "الرياض", "كازاخستان"])
def test_a_word_that_only_looks_so_begins_with_no_clitic(part: str) -> None:
    text = f"قال {part} هنا"
    assert findings(text, marked(text, part)) == []


def test_one_text_with_several_labels_is_found() -> None:
    text = "باكو وباكُو وباكو"
    given = marked(text, "باكو", "باكُو", ("باكو", "actor"))
    (finding,) = findings(text, given)
    assert finding.rule is Rule.LABELS
    assert finding.annotation == given[2]
    assert finding.remedy
    assert finding.remedy.label == "place"
    undecided = findings(text, [given[0], given[2]])
    assert [(item.rule, item.remedy) for item in undecided] == [(Rule.LABELS, None)] * 2


def test_one_span_with_two_labels_is_no_contradiction() -> None:
    text = "باكو وباكو"
    twice = [("باكو", "place"), ("باكو", "place")]
    given = marked(text, *twice) + marked(text, *((part, "topic") for part, _ in twice))
    assert findings(text, given) == []


def test_a_rule_that_is_off_finds_nothing() -> None:
    text = "في باكو، اليوم"
    given = marked(text, "باكو، ")
    assert {item.rule for item in findings(text, given)} == {Rule.SPACE}
    assert findings(text, given, set(Rule) - {Rule.SPACE}) == []


_text = texts | st.text('اب ،.()«»\u064b"!', min_size=1, max_size=20)


@given(_text, st.data())
def test_remedies_lead_to_spans_that_need_none(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    annotation = Annotation.new("a", "amal", "place", Span(start, end))
    for _ in range(20):
        remedies = [item.remedy for item in findings(text, [annotation]) if item.remedy]
        if not remedies:
            return
        assert all(remedy.id == annotation.id for remedy in remedies)
        annotation = remedies[0]
        assert annotation.span
        assert annotation.span.end <= len(text)
    pytest.fail("the remedies go round in circles")


def test_names_and_articles_are_no_clitics() -> None:
    text = "ريم وكريم، اتفاق والاتفاق، سام ووسام"
    assert findings(text, marked(text, "ريم", "كريم", "اتفاق", "الاتفاق", "سام", "وسام")) == []
