"""What an export changes or leaves out, in sentences."""

from annotator.domain.losses import Change, Losses
from annotator.gui.translation import embedded, tr

CHANGES = {
    Change.SPLIT: "Spans at whose edges a word is split: {count}",
    Change.WIDENED: "Spans widened to whole words: {count}",
    Change.NARROWED: "Spans that give up the space at their edges: {count}",
    Change.FLATTENED: "Spans without a tag, since another lies over them: {count}",
    Change.DROPPED: "Spans left out: {count}",
    Change.MERGED: "Spans that become one with another under the new name: {count}",
}
_EXAMPLES = 3


def told(losses: Losses) -> str:
    """Return an account of it, a sentence a line."""
    counts = {change: losses.changes[change] for change in CHANGES if losses.changes[change]}
    lines = [tr(CHANGES[change]).format(count=f"{count:,}") for change, count in counts.items()]
    if losses.changed_texts:
        changed = tr("Texts that the format cannot hold as they are: {count}")
        lines.append(changed.format(count=f"{losses.changed_texts:,}"))
    if losses.lost:
        lost = tr("A re-import would not give back {lost} of {spans} spans exactly.")
        lines.append(lost.format(lost=f"{losses.lost:,}", spans=f"{losses.spans:,}"))
        examples = losses.examples.get("lost", ())[:_EXAMPLES]
        lines += [f"    {embedded(shown.text)} – {shown.label}" for shown in examples]
    else:
        lines.append(tr("A re-import gives back all {spans} spans.").format(spans=f"{losses.spans:,}"))
    if losses.not_carried:
        kinds = tr(", ").join(tr(feature.value) for feature in losses.not_carried)
        lines.append(tr("Not carried by this format: {kinds}").format(kinds=kinds))
    return "\n".join(lines)
