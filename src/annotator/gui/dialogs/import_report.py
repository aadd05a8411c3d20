"""What an import did, in sentences."""

from collections.abc import Iterable
from pathlib import Path

from annotator.gui.translation import isolated, sentence, tr
from annotator.services.importing import ImportReport

_FIRST_REMARKS = 3


def told(report: ImportReport) -> str:
    """Return what came in, or would come, and what was read otherwise than it stands."""
    counts = report.counts
    lines = [tr("Only checked; nothing was changed.")] if report.is_dry_run else []
    lines.append(
        tr("Articles: {articles} · spans: {spans} · files: {files}").format(
            articles=f"{counts.articles:,}", spans=f"{counts.spans:,}", files=f"{len(report.files):,}"
        )
    )
    if counts.unchanged:
        lines.append(tr("In the project already: {count}").format(count=f"{counts.unchanged:,}"))
    encodings = sorted({file.encoding for file in report.files})
    lines.append(tr("Read as: {encodings}").format(encodings=_listed(encodings)))
    if report.added_labels:
        lines.append(tr("Labels added: {labels}").format(labels=_listed(report.added_labels)))
    if report.hidden:
        found = _listed(
            tr("{count} {name}").format(count=f"{count:,}", name=tr(name))
            for name, count in report.hidden.most_common()
        )
        lines.append(tr("Characters that are not seen, kept as they are: {found}").format(found=found))
    if report.copies:
        copies = f"{len(report.copies):,}"
        lines.append(tr("Nearly the same as older articles: {count}").format(count=copies))
    if report.left_out:
        lines.append(tr("Spans of copies that were left out: {count}").format(count=f"{report.left_out:,}"))
    lines += _remarks(report)
    if report.passed_over:
        lines.append(tr("Passed over, of no known format: {count}").format(count=len(report.passed_over)))
    return "\n".join(lines)


def _listed(names: Iterable[str]) -> str:
    return tr(", ").join(map(isolated, names))


def _remarks(report: ImportReport) -> list[str]:
    """Return what was read otherwise than it stands, the first few of it."""
    found = []
    for file in report.files:
        for line, remark in file.remarks[:_FIRST_REMARKS]:
            place = tr("{path}, line {line}: ") if line else tr("{path}: ")
            found.append(place.format(path=isolated(Path(file.path).name), line=line) + sentence(remark))
    count = sum(file.remark_count for file in report.files)
    more = [tr("More remarks like these: {count}").format(count=f"{count - _FIRST_REMARKS:,}")]
    return found[:_FIRST_REMARKS] + (more if count > _FIRST_REMARKS else [])
