"""Tables of progress: who is how far, what was labelled, how long it took."""

from collections.abc import Iterator
from statistics import fmean, median

from annotator.domain.article import ArticleState
from annotator.reports.tables import Names, Table
from annotator.reports.words import Words
from annotator.services.overview import Progression, Weeks


def progress_tables(say: Words, labels: Names, counted: Progression) -> Iterator[Table]:
    stats = counted.stats
    yield Table(
        "progress",
        say("Progress"),
        say("Articles by annotator and state. An article that somebody has not begun is new for them."),
        [say("Annotator"), *(say.state(state) for state in ArticleState)],
        [[name, *(stats.states[name][state] for state in ArticleState)] for name in stats.annotators],
    )
    yield Table(
        "submissions",
        say("Submissions by day"),
        say("Articles by the day when they were last submitted in this program."),
        [say("Day"), *stats.annotators],
        [
            [day, *(counts.get(name, 0) for name in stats.annotators)]
            for day, counts in sorted(counted.submissions.items())
        ],
    )
    yield Table(
        "labels",
        say("Labels by annotator"),
        say("All spans and labels of whole articles, submitted or not."),
        [say("Annotator"), *labels.values()],
        [[name, *(stats.labels[name].get(label, 0) for label in labels)] for name in stats.annotators],
    )
    yield _by_week(say, labels, counted.labels_by_week)
    yield Table(
        "time",
        say("Time per article"),
        say("Minutes that an article was open in front, over the articles that have a time."),
        [say("Annotator"), say("Articles"), say("Median minutes"), say("Mean minutes")],
        [
            [name, len(seconds), f"{median(seconds) / 60:.1f}", f"{fmean(seconds) / 60:.1f}"]
            for name, seconds in sorted(counted.seconds.items())
        ],
    )


def _by_week(say: Words, labels: Names, weeks: Weeks) -> Table:
    return Table(
        "weeks",
        say("Labels by week"),
        say("Spans and labels of whole articles by the week when they were given, all annotators together."),
        [say("Week"), *labels.values()],
        [[week, *(counts.get(label, 0) for label in labels)] for week, counts in sorted(weeks.items())],
    )
