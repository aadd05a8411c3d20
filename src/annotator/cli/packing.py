"""The commands pack and merge: work handed out, and taken back in."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.arguments import take_json, take_project, text
from annotator.domain.work_package import Outcome

if TYPE_CHECKING:
    from annotator.domain.place import Place


def take_pack(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument(
        "out", metavar="OUT", type=Path, help="the file to make; with several annotators, a folder for theirs"
    )
    parser.add_argument(
        "--annotator",
        dest="annotators",
        metavar="NAME",
        type=text,
        action="append",
        required=True,
        help="who labels; may be repeated",
    )
    parser.add_argument(
        "--articles", metavar="ID", type=text, action="append", default=[], help="an article; may be repeated"
    )
    parser.add_argument("--query", metavar="WORDS", default="", help="articles that have these words")
    parser.add_argument(
        "--count", metavar="N", type=_count, help="at most so many articles, of those that nobody has yet"
    )
    parser.add_argument(
        "--overlap",
        metavar="PERCENT",
        type=_percent,
        default=0.0,
        help="the share of articles that two annotators get",
    )
    parser.add_argument(
        "--planted",
        metavar="N",
        type=_count,
        default=0,
        help="so many articles more that are reviewed already, to compare a newcomer with gold",
    )
    parser.add_argument(
        "--repeats",
        metavar="N",
        type=_count,
        default=0,
        help="so many articles more that the annotator has labelled, to be labelled again",
    )
    parser.add_argument(
        "--training", action="store_true", help="gold goes along, and is shown after each submission"
    )
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="another seed, other shares")


def pack_command(
    *,
    project: "Place",
    out: Path,
    annotators: list[str],
    articles: list[str],
    query: str,
    count: int | None,
    overlap: float,
    seed: int,
    planted: int,
    repeats: int,
    training: bool,
) -> None:
    """Make work packages: articles for annotators who work without the project."""
    from annotator.cli.output import counted, progress_of, say
    from annotator.services.packing import PackOptions, pack
    from annotator.services.projects import open_project

    options = PackOptions(
        tuple(dict.fromkeys(annotators)),
        tuple(articles),
        query,
        count,
        overlap=overlap,
        seed=seed,
        planted=planted,
        repeats=repeats,
        for_training=training,
    )
    with open_project(project) as opened, progress_of("Packing") as progress:
        packed = pack(opened, out, options, progress)
    for one in packed:
        say(f"Packed {counted(one.articles, 'article')} for {one.annotator}: {one.path}.")
        if one.planted < planted:
            say(f"  {one.planted:,} of {planted:,} are planted: no more are reviewed and unknown.")
        if one.repeats < repeats:
            say(f"  {one.repeats:,} of {repeats:,} are repeated: {one.annotator} has submitted no more.")


def take_merge(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument("packages", metavar="PACKAGE", nargs="+", type=Path, help="work packages")
    take_json(parser)


def merge_command(*, project: "Place", packages: list[Path], as_json: bool) -> None:
    """Take work packages in: what is new, nothing over what the project has."""
    from annotator.cli.output import counted, print_json, progress_of, say
    from annotator.services.merging import merge
    from annotator.services.projects import open_project

    with open_project(project) as opened, progress_of("Merging") as progress:
        reports = merge(opened, packages, progress)
    if as_json:
        print_json([report.as_json() for report in reports])
        return
    for report in reports:
        counts = {outcome: len(articles) for outcome, articles in report.articles.items()}
        refused = sum(counts[outcome] for outcome in (Outcome.ALTERED, Outcome.GONE))
        say(
            f"{report.path}, by {report.annotator}: new in {counted(counts[Outcome.NEW], 'article')} "
            f"({counted(report.edits, 'edit')}), {counts[Outcome.UNCHANGED]:,} unchanged, "
            f"{counts[Outcome.CONFLICT]:,} in conflict, {refused:,} refused."
        )
        for sentence in report.sentences:
            say(f"  {sentence}")


def _count(argument: str) -> int:
    if not argument.isdecimal() or int(argument) == 0:
        raise ArgumentTypeError(f"{argument} is no number of articles")
    return int(argument)


def _percent(argument: str) -> float:
    try:
        share = float(argument.removesuffix("%")) / 100
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise ArgumentTypeError(f"{argument} is no share in per cent, from 0 to 100")
    return share
