"""The commands export and formats."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.arguments import each_once, renaming, take_json, take_project
from annotator.domain.article import ArticleState
from annotator.domain.errors import FormatError
from annotator.domain.policies import Fitting, Nesting, Policy

if TYPE_CHECKING:
    from annotator.domain.losses import Losses
    from annotator.domain.place import Place
    from annotator.services.splitting import Split

_STATES = [state.value.replace(" ", "-") for state in ArticleState]


def take_export(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument("out", metavar="OUT", type=Path, help="the file to write")
    parser.add_argument(
        "--format", dest="format_name", metavar="NAME", required=True, help="see: annotator formats"
    )
    layers = parser.add_mutually_exclusive_group()
    layers.add_argument("--annotator", metavar="NAME", help="whose layer to take")
    layers.add_argument(
        "--gold", dest="takes_gold", action="store_true", help="take what came of review, with who decided it"
    )
    layers.add_argument("--all-annotators", dest="takes_all", action="store_true", help="take every layer")
    parser.add_argument(
        "--status",
        action="append",
        default=[],
        choices=_STATES,
        help="only articles in this state; may be repeated",
    )
    parser.add_argument(
        "--label",
        dest="labels",
        action="append",
        default=[],
        metavar="NAME",
        help="only spans of this label; may be repeated",
    )
    parser.add_argument(
        "--source",
        dest="sources",
        action="append",
        default=[],
        metavar="NAME",
        help="only articles from this source; may be repeated",
    )
    parser.add_argument("--since", metavar="DAY", type=_day, help="only articles published on it or later")
    parser.add_argument("--until", metavar="DAY", type=_day, help="only articles published on it or before")
    parser.add_argument("--query", metavar="WORDS", default="", help="only articles with all of these words")
    parser.add_argument(
        "--without-empty",
        dest="has_empty",
        action="store_false",
        help="leave out articles without any label",
    )
    parser.add_argument(
        "--map",
        dest="renamed",
        metavar="OLD=NEW",
        action="append",
        type=renaming,
        default=[],
        help="write a label under another name; may be repeated",
    )
    parser.add_argument(
        "--policy",
        type=Policy,
        choices=[*Policy],
        help="what becomes of a span that begins or ends within a word, where a format knows but words",
    )
    parser.add_argument(
        "--nested",
        type=Nesting,
        choices=[*Nesting],
        help="which of nested spans become tags; layers: all, in columns",
    )
    parser.add_argument(
        "--columns", type=int, choices=(2, 4), default=4, help="of rows of tokens: 2 are token and tag"
    )
    parser.add_argument(
        "--separator", choices=("space", "tab"), default="space", help="between the columns of rows of tokens"
    )
    parser.add_argument(
        "--split",
        metavar="80/10/10",
        help="make OUT a dataset: a folder with parts for training, validation and test, near duplicates "
        "together, and with what describes them",
    )
    parser.add_argument("--seed", metavar="N", type=int, help="of the split; another draws other stories")
    parser.add_argument("--licence", metavar="NAME", help="of the dataset, as its card names it")
    parser.add_argument("--report", metavar="FILE.json", type=Path, help="write what was exported, and lost")


def _day(argument: str) -> str:
    try:
        return date.fromisoformat(argument).isoformat()
    except ValueError:
        raise ArgumentTypeError(f"not a day such as 2025-11-19: {argument}") from None


def export_command(
    *,
    project: "Place",
    out: Path,
    format_name: str,
    annotator: str | None,
    takes_all: bool,
    takes_gold: bool,
    status: list[str],
    labels: list[str],
    sources: list[str],
    since: str | None,
    until: str | None,
    query: str,
    has_empty: bool,
    renamed: list[tuple[str, str]],
    policy: Policy | None,
    nested: Nesting | None,
    columns: int,
    separator: str,
    split: str | None,
    seed: int | None,
    licence: str | None,
    report: Path | None,
) -> None:
    """Write a project's articles and labels to a file."""
    from annotator.cli.output import counted, progress_of, say
    from annotator.services import reporting
    from annotator.services.datasets import export_dataset
    from annotator.services.export_options import ExportOptions
    from annotator.services.exporting import export
    from annotator.services.projects import open_project

    states = tuple(ArticleState.named(state) for state in status)
    options = ExportOptions(
        format_name,
        annotator,
        takes_all=takes_all,
        takes_gold=takes_gold,
        states=states,
        labels=tuple(labels),
        sources=tuple(sources),
        since=since,
        until=until,
        query=query,
        has_empty=has_empty,
        renamed=each_once(renamed, "--map"),
        fitting=_fitting(format_name, policy, nested),
        columns=columns,
        separator="\t" if separator == "tab" else " ",
    )
    shares = _split(split, seed, licence)
    if report:
        reporting.refuse(report, project, out)
    with open_project(project) as opened, progress_of("Exporting") as progress:
        if shares is None:
            losses = export(opened, out, options, progress)
        else:
            dataset = export_dataset(opened, out, options, shares, progress, licence=licence)
            losses = dataset.losses
        if report:
            reporting.write(report, {"format": format_name, "out": str(out), **losses.as_json()})
    say(f"Wrote {counted(losses.records, 'record')} to {out}.")
    if shares is not None:
        for name, part in dataset.parts.items():
            stories = f"{part.articles:,} articles of {len(part.stories):,} stories"
            say(f"{name}: {stories}, {part.spans.total():,} spans.")
    _say_losses(losses)


def _fitting(format_name: str, policy: Policy | None, nested: Nesting | None) -> Fitting:
    """Raises FormatError for options that mean nothing to a format."""
    from annotator.services.exporting import formats

    form = next((form for form in formats() if form.name == format_name), None)
    if form and not form.has_tags and (policy or nested):
        raise FormatError("{name} has no tags: --policy and --nested mean nothing to it.", name=form.name)
    if form and nested is Nesting.LAYERS and form.name != "conll":
        raise FormatError("{name} has but one column of tags; --nested layers is for conll.", name=form.name)
    return Fitting(policy or Policy.SPLIT, nested or Nesting.OUTERMOST)


def _split(split: str | None, seed: int | None, licence: str | None) -> "Split | None":
    from annotator.services.splitting import Split, SplitError

    if split is not None:
        return Split.parsed(split, seed or 0)
    if seed is not None or licence is not None:
        raise SplitError("A seed and a licence are for datasets: name a split too, such as --split 80/10/10.")
    return None


def _say_losses(losses: "Losses") -> None:
    from annotator.cli.output import say

    changes = ", ".join(f"{count:,} {change}" for change, count in losses.changes.most_common())
    if changes:
        say(f"Of {losses.spans:,} spans: {changes}.")
    if losses.unreviewed or losses.open_disagreements:
        say(
            f"Not reviewed to the end: {losses.unreviewed:,} of {losses.records:,} articles; "
            f"disagreements that nobody has decided: {losses.open_disagreements:,}."
        )
    if losses.changed_texts:
        say(f"Texts that the format cannot hold as they are: {losses.changed_texts:,}.")
    if losses.not_carried:
        left = ", ".join(f"{feature} ({count:,})" for feature, count in losses.not_carried.most_common())
        say(f"Not carried by this format: {left}.")
    if losses.lost:
        say(f"A re-import would not give back {losses.lost:,} of {losses.spans:,} spans exactly.")
        for example in losses.examples.get("lost", ()):
            say(f"  {example.article}, {example.start}–{example.end} {example.label}: {example.text}")


def take_formats(parser: ArgumentParser) -> None:
    take_json(parser)


def formats_command(*, as_json: bool) -> None:
    """List the file formats, and what each can carry."""
    from annotator.cli.output import print_json, say
    from annotator.services.exporting import formats

    facts = formats()
    if as_json:
        print_json(facts)
        return
    for form in facts:
        ways = " and ".join(way for way, can in (("import", form.reads), ("export", form.writes)) if can)
        say(f"{form.name:<21}{ways:<19}{form.about}")
        say(f"{'':<40}text, {', '.join(form.carries)}" if form.carries else f"{'':<40}text")
