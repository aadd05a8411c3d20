"""Tables of review: where people differ, and how far each is from gold."""

from collections.abc import Iterator

from annotator.quality.disagreements import Kind
from annotator.reports.tables import Cell, Names, Table
from annotator.reports.words import Words
from annotator.services.overview import Review

_ABOUT_DISAGREEMENTS = (
    "Of the {count} articles that several have submitted. One about the label counts for each label."
)
_ABOUT_GOLD = (
    "Over the articles whose review is closed. Precision: the share of the annotator’s spans that are in "
    "gold; recall: the share of gold’s spans that the annotator has; then errors by kind."
)


def disagreement_tables(say: Words, labels: Names, found: Review) -> Iterator[Table]:
    disagreements = found.disagreements
    rows: list[list[Cell]] = [
        [labels.get(label, label), *(disagreements.by_label[label][kind] for kind in Kind)]
        for label in labels
        if label in disagreements.by_label
    ]
    if rows:
        rows.append([say("All labels"), *(disagreements.kinds[kind] for kind in Kind)])
    yield Table(
        "disagreements",
        say("Disagreements by label and kind"),
        say(_ABOUT_DISAGREEMENTS, count=f"{disagreements.articles:,}"),
        [say("Label"), *(say.kind(kind) for kind in Kind)],
        rows,
        label_column=0,
    )


def people_tables(say: Words, found: Review) -> Iterator[Table]:
    people = {name: standing for name, standing in found.people.items() if standing.gold.articles}
    measures = say("Precision"), say("Recall"), "F1"
    yield Table(
        "gold",
        say("Annotators against gold"),
        say(_ABOUT_GOLD),
        [say("Annotator"), say("Articles"), *measures, *(say.kind(kind) for kind in Kind)],
        [
            [
                name,
                counts.articles,
                counts.precision(),
                counts.recall(),
                counts.f1(),
                *(counts.kinds[kind] for kind in Kind),
            ]
            for name, counts in ((name, standing.gold) for name, standing in people.items())
        ],
        bar=4,
    )
    weeks = sorted({week for standing in people.values() for week in standing.weeks})
    yield Table(
        "gold_weeks",
        say("F1 against gold by week"),
        say("By the week of the last change of the annotator’s layer."),
        [say("Week"), *people],
        [
            [
                week,
                *(
                    standing.weeks[week].f1() if week in standing.weeks else None
                    for standing in people.values()
                ),
            ]
            for week in weeks
        ],
    )
    yield Table(
        "repeats",
        say("Agreement with oneself"),
        say("Exact F1 between two layers of one text that the annotator has labelled twice."),
        [say("Annotator"), say("Texts"), say("Exact F1")],
        [
            [name, len(standing.repeats.by_article), standing.repeats.f1]
            for name, standing in found.people.items()
            if standing.repeats.by_article
        ],
        bar=2,
    )
    yield Table(
        "suggestions",
        say("Suggestions"),
        say(
            "Suggested spans that were taken over in submitted articles, and those of them that were changed."
        ),
        [say("Annotator"), say("Taken over"), say("Changed"), say("Share changed")],
        [
            [name, standing.suggested, standing.changed, standing.changed / standing.suggested]
            for name, standing in found.people.items()
            if standing.suggested
        ],
    )
