"""The commands that only read: articles, show, stats, check."""

from enum import StrEnum
from typing import Annotated

import typer

from annotator.cli.arguments import AsJson, ProjectPath, login
from annotator.domain.article import ArticleFilter


class Bidi(StrEnum):
    AUTO = "auto"
    ON = "on"
    OFF = "off"


def articles_command(
    project: ProjectPath,
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Whose states and counts.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the articles of a project, with one annotator's states and counts."""
    from annotator.cli.output import print_json, say
    from annotator.services.browsing import all_lines, sole_annotator
    from annotator.services.projects import open_project

    opened = open_project(project)
    lines = all_lines(opened, ArticleFilter(annotator or sole_annotator(opened) or login()))
    if as_json:
        print_json(
            [
                {
                    "number": line.number,
                    "id": line.id,
                    "title": line.heading,
                    "published": line.published,
                    "source": line.source,
                    "status": line.state,
                    "labels": line.label_counts,
                }
                for line in lines
            ]
        )
        return
    for line in lines:
        spans = sum(line.label_counts.values())
        say(f"{line.number:>7}  {line.state:<12} {line.published or '':<10} {spans:>4}  {line.heading}")


def show_command(
    project: ProjectPath,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its id, its id outside, or its number.")],
    annotator: Annotated[str | None, typer.Option(metavar="NAME", help="Whose layer.")] = None,
    bidi: Annotated[
        Bidi, typer.Option(help="Join and order Arabic for a terminal that does not.")
    ] = Bidi.AUTO,
) -> None:
    """Print an article with its spans coloured."""
    from rich.console import Console

    from annotator.cli.article_text import legend, render
    from annotator.cli.display_rtl import terminal_needs_it
    from annotator.services.browsing import find, label_set, open_article, sole_annotator
    from annotator.services.projects import open_project

    opened = open_project(project)
    name = annotator or sole_annotator(opened) or login()
    shown = open_article(opened, find(opened, article), name)
    labels = label_set(opened)
    is_visual = bidi is Bidi.ON or (bidi is Bidi.AUTO and terminal_needs_it())
    console = Console(highlight=False, soft_wrap=True)
    width = min(console.width, 100)
    console.print(legend(shown.annotations, labels, name))
    console.print(render(shown.article.text, shown.annotations, labels, width, is_visual=is_visual), end="")


def stats_command(project: ProjectPath, as_json: AsJson = False) -> None:
    """Count articles, states and labels."""
    from annotator.cli.output import print_json, say
    from annotator.services.inspecting import stats
    from annotator.services.projects import open_project

    found = stats(open_project(project))
    if as_json:
        print_json(found)
        return
    say(f"{found.articles:,} articles, {found.characters:,} characters, {found.annotations:,} annotations")
    for name in found.annotators:
        states = ", ".join(f"{count:,} {state}" for state, count in found.states[name].items() if count)
        labels = ", ".join(f"{count:,} {label}" for label, count in found.labels[name].items())
        say(f"{name}: {states}; {labels or 'no labels'}")


def check_command(project: ProjectPath, as_json: AsJson = False) -> None:
    """Read everything once and say what is damaged; exit 1 if anything is."""
    from annotator.cli.output import print_json, say
    from annotator.services.inspecting import check
    from annotator.services.projects import open_project

    faults = check(open_project(project))
    if as_json:
        print_json({"sound": not faults, "faults": faults})
    else:
        for fault in faults or ["The project is sound."]:
            say(fault)
    if faults:
        raise typer.Exit(1)
