"""Agreement in a terminal: every figure with what it was computed over, and of how much."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table

from annotator.cli.output import counted, plain, say
from annotator.domain.measures import Figure, Undefined
from annotator.quality.agreement import Agreement, PairAgreement
from annotator.quality.kappa import values_of
from annotator.quality.span_evaluation import Counts

FEWEST = 30
"""A label with fewer spans from either annotator tells little."""

Row = Sequence[str]

_WORDS = {"", "pair", "label", "schema", "measure", "over"}
"""The columns that are no figures."""


def print_tables(found: Agreement) -> None:
    _say_what_was_compared(found)
    _print_table(
        "Exact F1 of spans: same label, start and end, in the articles that both have submitted",
        ("pair", "articles", "spans", "F1", "95 %, by article"),
        [*map(_f1, found.pairs), _mean_f1(found)],
    )
    if found.f1_of_labels:
        _print_table(
            f"Exact F1 by label, in the same articles; weak: fewer than {FEWEST} spans",
            ("label", "pair", "spans", "F1", ""),
            _labels(found),
        )
    for pair in found.pairs:
        _print_table(
            f"{_pair(pair)}: spans paired where they overlap, {pair.a} being the reference; {_extent(pair)}",
            ("schema", "COR", "INC", "PAR", "MIS", "SPU", "precision", "recall", "F1"),
            [[schema.value, *_counts(counts)] for schema, counts in pair.schemas.items()],
        )
    _print_table(
        "Agreement beyond chance, on tokens", ("measure", "over", "tokens", ""), _beyond_chance(found)
    )
    for pair in found.pairs:
        values = values_of(pair.confusion)
        _print_table(
            f"{_pair(pair)}: what tokens have from {pair.a} (rows) and {pair.b} (columns); "
            f"{counted(pair.tokens, 'token')} of {counted(pair.articles, 'article')}",
            ("", *values),
            [[one, *(f"{pair.confusion.get((one, other), 0):,}" for other in values)] for one in values],
        )


def _say_what_was_compared(found: Agreement) -> None:
    names = ", ".join(found.annotators) or "nobody"
    say(f"{counted(len(found.annotators), 'annotator')}: {names}.")
    say(
        f"{counted(found.articles, 'article')} that at least two of them have submitted, "
        f"{counted(found.tokens.tokens, 'token')} (tokenizer: {found.tokenizer})."
    )
    say(f"Guidelines: {found.guidelines or 'none'}. Texts: SHA-256 {found.article_set_sha256}.")
    say("Labels of whole articles and relations are left out. A token has the label of its outermost span.")


def _f1(pair: PairAgreement) -> Row:
    between = pair.f1_interval
    shown = _value(between) if isinstance(between, Undefined) else f"{between[0]:.3f}–{between[1]:.3f}"
    return _pair(pair), f"{pair.articles:,}", _spans(pair.spans_a, pair.spans_b), _value(pair.f1), shown


def _mean_f1(found: Agreement) -> Row:
    pairs = [pair for pair in found.pairs if not isinstance(pair.f1, Undefined)]
    return f"mean of {counted(len(pairs), 'pair')}", "", "", *_mean_and_sd(found.f1.mean, found.f1.sd)


def _mean_and_sd(mean: Figure, sd: Figure) -> tuple[str, str]:
    return _value(mean), "" if isinstance(sd, Undefined) else f"SD {sd:.3f}"


def _labels(found: Agreement) -> Iterator[Row]:
    for label, mean in found.f1_of_labels.items():
        pairs = [pair for pair in found.pairs if not isinstance(pair.labels[label].f1, Undefined)]
        for pair in pairs:
            of = pair.labels[label]
            weak = "weak" if max(of.marks_a, of.marks_b) < FEWEST else ""
            yield label, _pair(pair), _spans(of.marks_a, of.marks_b), _value(of.f1), weak
        yield label, f"mean of {counted(len(pairs), 'pair')}", "", *_mean_and_sd(mean.mean, mean.sd)


def _counts(counts: Counts) -> Row:
    numbers = counts.cor, counts.inc, counts.par, counts.mis, counts.spu
    figures = counts.precision, counts.recall, counts.f1
    return *(f"{number:,}" for number in numbers), *map(_value, figures)


def _beyond_chance(found: Agreement) -> Iterator[Row]:
    tokens = found.tokens
    everybody = counted(len(found.annotators), "annotator")
    all_tokens, any_labelled = f"{tokens.tokens:,}", f"{tokens.labelled_tokens:,}"
    share = tokens.share_unlabelled
    yield "share without a label", "all tokens", all_tokens, _value(share)
    yield f"alpha, {everybody}", "all tokens", all_tokens, _value(tokens.alpha_all_tokens)
    yield (
        f"alpha, {everybody}",
        "tokens that anybody labelled",
        any_labelled,
        _value(tokens.alpha_labelled_tokens),
    )
    for label, alpha in tokens.alpha_of_labels.items():
        yield f"alpha of {label} or not", "all tokens", all_tokens, _value(alpha)
    complete = f"{tokens.complete_tokens:,}"
    yield f"Fleiss’ kappa, {everybody}", "articles that all submitted", complete, _value(tokens.fleiss_kappa)
    for pair in found.pairs:
        name = f"Cohen’s kappa, {_pair(pair)}"
        yield name, "all tokens of both", f"{pair.tokens:,}", _value(pair.kappa_all_tokens)
        labelled = f"{pair.labelled_tokens:,}"
        yield name, "tokens that either labelled", labelled, _value(pair.kappa_either_labelled)


def _pair(pair: PairAgreement) -> str:
    return f"{pair.a} – {pair.b}"


def _extent(pair: PairAgreement) -> str:
    return f"{counted(pair.articles, 'article')}, spans {_spans(pair.spans_a, pair.spans_b)}"


def _spans(a: int, b: int) -> str:
    return f"{a:,} / {b:,}"


def _value(figure: Figure) -> str:
    return f"undefined: {figure}" if isinstance(figure, Undefined) else f"{figure:.3f}"


def _print_table(title: str, headers: Row, rows: Iterable[Row]) -> None:
    table = Table(*map(plain, headers), box=None)
    for column, name in zip(table.columns, headers, strict=True):
        column.overflow = "fold"
        if name not in _WORDS:
            column.justify = "right"
    for row in rows:
        table.add_row(*map(plain, row))
    console = Console(highlight=False, markup=False, emoji=False)
    console.print()
    console.print(plain(title), style="bold")
    console.print(table)
