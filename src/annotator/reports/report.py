"""The report of a project, made of everything that is measured."""

from importlib.metadata import version

from annotator.domain import moment
from annotator.domain.measures import Tokenizer, Undefined
from annotator.domain.progress import Progress, silent
from annotator.quality.agreement import Agreement
from annotator.reports.agreement_tables import (
    agreement_tables,
    confusion_table,
    tokenizer_name,
    undefined_table,
)
from annotator.reports.progress_tables import progress_tables
from annotator.reports.review_tables import disagreement_tables, people_tables
from annotator.reports.tables import Report, Table
from annotator.reports.words import Words
from annotator.services import browsing
from annotator.services.measuring import agreement
from annotator.services.overview import Progression, progression, review
from annotator.storage.project import Project


def make_report(
    project: Project,
    language: str,
    tokenizer: Tokenizer = Tokenizer.ARABIC,
    progress: Progress = silent,
) -> tuple[Report, Agreement]:
    """Measure a project, and return what is to be shown in a language, and the agreement for JSON."""
    say = Words(language)
    label_set = browsing.label_set(project)
    labels = {label.name: label.shown(language) for label in label_set}
    counted = progression(project)
    measured = agreement(project, tokenizer=tokenizer, progress=progress)
    found = review(project, progress)
    tables = [
        *progress_tables(say, labels, counted),
        *agreement_tables(say, labels, measured),
        *disagreement_tables(say, labels, found),
        *(confusion_table(say, labels, pair) for pair in measured.pairs if pair.articles),
        *people_tables(say, found),
        undefined_table(say, measured),
    ]
    report = Report(
        say("Labelling report: {project}", project=project.path.stem),
        language,
        _facts(say, counted, measured),
        [table for table in tables if table.rows],
        {label.shown(language): label.colour for label in label_set},
    )
    return report, measured


def _facts(say: Words, counted: Progression, measured: Agreement) -> list[tuple[str, str]]:
    stats = counted.stats
    return [
        (say("Made"), moment.now()[:16].replace("T", " ") + " UTC"),
        (say("Program"), f"Annotator {version('annotator')}"),
        (say("Articles"), f"{stats.articles:,}"),
        (say("Characters"), f"{stats.characters:,}"),
        (say("Spans"), f"{stats.annotations:,}"),
        (say("Annotators"), str(len(stats.annotators))),
        (say("Articles compared"), f"{measured.articles:,}"),
        (say("Tokens"), tokenizer_name(say, measured.tokenizer)),
        (say("Guidelines"), measured.guidelines or say("none")),
        (say("Fingerprint of their texts"), measured.article_set_sha256[:16]),
    ]


def as_table(table: Table) -> dict[str, object]:
    """Return a table for JSON: rows of plain values, None for what has none."""
    return {
        "title": table.title,
        "about": table.about,
        "columns": list(table.columns),
        "rows": [[None if isinstance(cell, Undefined) else cell for cell in row] for row in table.rows],
    }
