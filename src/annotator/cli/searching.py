"""The command that searches: every mention with its context, aligned at the word that was looked for."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.cli.arguments import login, take_annotator, take_bidi, take_json, take_project, text

if TYPE_CHECKING:
    from annotator.domain.label import LabelSet
    from annotator.services.searching import Mention


def take_search(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument(
        "query",
        metavar="QUERY",
        type=text,
        help='words, found however they are spelt and behind clitics; "in quotation marks" only as they are '
        "written; with * at the end, words that begin so",
    )
    parser.add_argument("--limit", metavar="N", type=_count, default=100, help="at most so many; 100")
    take_annotator(parser, "whose labels")
    take_bidi(parser)
    take_json(parser)


def search_command(
    *, project: Path, query: str, limit: int, annotator: str | None, bidi: str, as_json: bool
) -> None:
    """Find a word or phrase in all articles, with its context and labels."""
    from annotator.arabic.phrases import Phrase
    from annotator.cli.output import print_json
    from annotator.domain.article import ArticleFilter
    from annotator.services.browsing import annotators, expected, label_set
    from annotator.services.projects import open_project
    from annotator.services.searching import Search, first

    with open_project(project) as opened:
        names = annotators(opened)
        alone = names[0] if len(names) == 1 else login()
        name = expected(annotator, names) if annotator else alone
        search = Search(Phrase.of(query), ArticleFilter(name))
        found, is_all = first(opened, search, limit)
        labels = label_set(opened)
    if as_json:
        mentions = [_as_json(mention, labels) for mention in found]
        print_json({"query": query, "mentions": mentions, "complete": is_all})
    else:
        _print(found, labels, bidi)
        _say_how_many(len(found), is_all=is_all)


def _as_json(mention: "Mention", labels: "LabelSet") -> dict[str, object]:
    return {
        "article": mention.article,
        "number": mention.number,
        "title": mention.heading,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "before": mention.before,
        "after": mention.after,
        "labels": [labels[item.label].name for item in mention.annotations],
    }


def _print(mentions: "list[Mention]", labels: "LabelSet", bidi: str) -> None:
    from rich.console import Console

    from annotator.cli.concordance import render
    from annotator.cli.display_rtl import is_needed

    console = Console(highlight=False, soft_wrap=True)
    for mention in mentions:
        width = min(console.width, 120)
        console.print(render(mention, labels, width, is_visual=is_needed(bidi)))


def _say_how_many(count: int, *, is_all: bool) -> None:
    import sys

    if not count:
        print("Nothing was found.", file=sys.stderr)
    elif not is_all:
        print(f"These are the first {count:,}; --limit shows more.", file=sys.stderr)


def _count(argument: str) -> int:
    if not argument.isdecimal() or int(argument) < 1:
        raise ArgumentTypeError(f"{argument} is no number from 1 on")
    return int(argument)
