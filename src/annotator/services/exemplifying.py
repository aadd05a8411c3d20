"""Decisions as examples in the guidelines: in one step from what was discussed to what all can read."""

from collections.abc import Iterable, Iterator, Mapping

from annotator.arabic.sentences import sentence_at
from annotator.domain.article import Article
from annotator.domain.errors import EditError
from annotator.domain.label import LabelSet
from annotator.domain.mark import Mark
from annotator.domain.review import Decision
from annotator.domain.span import Span

HEADINGS = {"ar": "## أمثلة من المراجعة", "en": "## Examples from review"}
_NOT = {"ar": "لا", "en": "not"}


def with_example(
    guidelines: Mapping[str, str], article: Article, decision: Decision, labels: LabelSet
) -> dict[str, str]:
    """Return the guidelines, Markdown by language, with what was decided added to their examples.

    What is right is shown in its sentence; what is wrong follows. Raises EditError where it is there already.
    """
    return {
        language: _added(text, HEADINGS[language], _example(article.text, decision, labels, language))
        for language, text in guidelines.items()
    }


def _added(text: str, heading: str, line: str) -> str:
    if line in text.splitlines():
        raise EditError("The guidelines have this example already.")
    if heading in text:
        before, _, after = text.partition(heading)
        return f"{before}{heading}{after.rstrip()}\n{line}\n"
    return f"{text.rstrip()}\n\n{heading}\n\n{line}\n"


def _example(text: str, decision: Decision, labels: LabelSet, language: str) -> str:
    right = ", ".join(_named(text, decision.gold, labels))
    wrong = ", ".join(_named(text, [mark for mark in decision.marks if mark not in decision.gold], labels))
    marks = decision.gold or decision.marks
    bounds = sentence_at(text, marks[0].start) or (marks[0].start, marks[0].end)
    parts = [f"- {right}" if right else "-", f"«{_marked(text, Span(*bounds), decision.gold)}»"]
    if wrong:
        parts.append(f"({_NOT[language]} {wrong})")
    if decision.note:
        parts.append(f"– {_line(decision.note)}")
    return " ".join(parts)


def _named(text: str, marks: Iterable[Mark], labels: LabelSet) -> Iterator[str]:
    names = {label.id: label.name for label in labels}
    return (f"{names.get(mark.label, mark.label)}: `{_line(text[mark.start : mark.end])}`" for mark in marks)


def _marked(text: str, sentence: Span, marks: Iterable[Mark]) -> str:
    """Return a sentence with what is right between backticks, outermost where marks overlap."""
    parts, at = [], sentence.start
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if at <= mark.start < mark.end <= sentence.end:
            parts += [text[at : mark.start], "`", text[mark.start : mark.end], "`"]
            at = mark.end
    return _line("".join([*parts, text[at : sentence.end]]))


def _line(text: str) -> str:
    return " ".join(text.split())
