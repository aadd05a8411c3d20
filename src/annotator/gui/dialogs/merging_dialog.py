"""Takes work packages in, and says what was new in each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.domain.work_package import Outcome
from annotator.gui.dialogs.task_dialog import TaskDialog
from annotator.gui.plain_text import PlainLabel
from annotator.gui.session import ProjectSession
from annotator.gui.translation import isolated, sentence, tr
from annotator.services.merging import MergeReport, merge

_MOST_SENTENCES = 8


class MergingDialog(TaskDialog):
    def __init__(self, session: ProjectSession, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(tr("Take in"), parent)
        self.setWindowTitle(tr("Take in work packages"))
        self._session, self._paths = session, paths
        files = PlainLabel("\n".join(isolated(path.name) for path in paths))
        files.setWordWrap(True)
        self.form.addWidget(files)

    def begin(self) -> None:
        project, paths = self._session.project, self._paths
        self.run(lambda progress: merge(project, paths, progress), self._finish)

    def _finish(self, reports: list[MergeReport]) -> None:
        self.said.setText("\n".join(line for report in reports for line in told(report)))
        self.is_done()
        self._session.brought_in()


def told(report: MergeReport) -> list[str]:
    """Return what came of a package, in lines."""
    counts = {outcome: f"{len(report.articles[outcome]):,}" for outcome in Outcome}
    refused = len(report.articles[Outcome.ALTERED]) + len(report.articles[Outcome.GONE])
    lines = [
        tr("{name}: new in {new} articles, unchanged {unchanged}, in conflict {conflict}").format(
            name=isolated(report.annotator),
            new=counts[Outcome.NEW],
            unchanged=counts[Outcome.UNCHANGED],
            conflict=counts[Outcome.CONFLICT],
        )
    ]
    if refused:
        lines.append(tr("Not taken: {count}").format(count=f"{refused:,}"))
    said = report.sentences
    lines += [sentence(error) for error in said[:_MOST_SENTENCES]]
    if len(said) > _MOST_SENTENCES:
        lines.append(tr("More remarks like these: {count}").format(count=f"{len(said) - _MOST_SENTENCES:,}"))
    return lines
