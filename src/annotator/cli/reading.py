"""The commands that only read: articles, show, stats."""

from argparse import ArgumentParser
from pathlib import Path

from annotator.cli.arguments import login, take_annotator, take_bidi, take_json, take_project, text
from annotator.domain.article import ArticleFilter, ArticleLine


def take_articles(parser: ArgumentParser) -> None:
    take_project(parser)
    take_annotator(parser, "whose states and counts")
    take_json(parser)


def articles_command(*, project: Path, annotator: str | None, as_json: bool) -> None:
    """List the articles of a project, with one annotator's states and counts."""
    from annotator.cli.output import print_json, say
    from annotator.services.browsing import all_lines, chosen_annotator
    from annotator.services.projects import open_project

    with open_project(project) as opened:
        lines = all_lines(opened, ArticleFilter(chosen_annotator(opened, annotator) or login()))
        if as_json:
            print_json([_listed(line) for line in lines])
            return
        for line in lines:
            spans = sum(line.label_counts.values())
            say(f"{line.number:>7}  {line.state:<12} {line.published or '':<10} {spans:>4}  {line.heading}")


def _listed(line: ArticleLine) -> dict[str, object]:
    return {
        "number": line.number,
        "id": line.id,
        "title": line.heading,
        "published": line.published,
        "source": line.source,
        "status": line.state,
        "labels": line.label_counts,
    }


def take_show(parser: ArgumentParser) -> None:
    take_project(parser)
    parser.add_argument("article", metavar="ARTICLE", type=text, help="its id, its id outside, or its number")
    take_annotator(parser, "whose layer")
    take_bidi(parser)


def show_command(*, project: Path, article: str, annotator: str | None, bidi: str) -> None:
    """Print an article with its spans coloured."""
    from rich.console import Console

    from annotator.cli.article_text import legend, render
    from annotator.cli.display_rtl import is_needed
    from annotator.services.browsing import chosen_annotator, find, label_set, open_article
    from annotator.services.projects import open_project

    with open_project(project) as opened:
        name = chosen_annotator(opened, annotator) or login()
        shown = open_article(opened, find(opened, article), name)
        labels = label_set(opened)
    console = Console(highlight=False, soft_wrap=True)
    width = min(console.width, 100)
    console.print(legend(shown.annotations, labels, name))
    console.print(
        render(shown.article.text, shown.annotations, labels, width, is_visual=is_needed(bidi)), end=""
    )


def take_stats(parser: ArgumentParser) -> None:
    take_project(parser)
    take_json(parser)


def stats_command(*, project: Path, as_json: bool) -> None:
    """Count articles, states and labels."""
    from annotator.cli.output import print_json, say
    from annotator.services.inspecting import stats
    from annotator.services.projects import open_project

    with open_project(project) as opened:
        found = stats(opened)
    if as_json:
        print_json(found)
        return
    say(f"{found.articles:,} articles, {found.characters:,} characters, {found.annotations:,} annotations")
    for name in found.annotators:
        states = ", ".join(f"{count:,} {state}" for state, count in found.states[name].items() if count)
        labels = ", ".join(f"{count:,} {label}" for label, count in found.labels[name].items())
        say(f"{name}: {states}; {labels or 'no labels'}{_time(found.reading.get(name))}")


def _time(reading: dict[str, float] | None) -> str:
    if reading is None:
        return ""
    return f"; {reading['seconds'] / 60:,.0f} min on {reading['articles']:,} articles"
