"""Tables of agreement: pairs, labels, figures beyond chance, confusion, and what has no value."""

from collections.abc import Iterator, Mapping

from annotator.domain.measures import Figure, Tokenizer, Undefined
from annotator.quality.agreement import Agreement, PairAgreement
from annotator.quality.kappa import values_of
from annotator.quality.span_evaluation import Schema
from annotator.reports.tables import Cell, Names, Table
from annotator.reports.words import Words

_PAIR_COLUMNS = (
    *("First", "Second", "Articles", "Spans of the first", "Spans of the second"),
    *("Exact F1", "From", "To", "Range", "Partial", "Type"),
    *("Kappa, all tokens", "Kappa, labelled by either"),
)
_ABOUT_PAIRS = (
    "Exact F1: same label, same beginning, same end; micro over the articles that both have submitted. "
    "The interval is a bootstrap by article, 95 %. Partial, exact and type as in SemEval 2013, the first "
    "being the reference."
)
_ABOUT_MATRIX = (
    "Of {articles} articles that at least two have submitted. Guidelines: {guidelines}. Tokens, where "
    "they are counted: {tokens}. Fingerprint of the texts: {fingerprint}."
)
_ABOUT_LABELS = (
    "Mean and standard deviation of exact F1 over the pairs where it is defined; Krippendorff’s alpha of "
    "the label against all else, on all tokens. Fewer than 30 spans tell little."
)
_ABOUT_CHANCE = (
    "On tokens of the articles compared; a token has the label of its outermost span. Over all tokens the "
    "figure is flattered by those that nobody labels."
)


def agreement_tables(say: Words, labels: Names, measured: Agreement) -> Iterator[Table]:
    """Yield the matrix of pairs, the pairs, the labels, and what is beyond chance."""
    yield _matrix(say, measured)
    rows = [_pair(pair) for pair in measured.pairs]
    if rows:
        mean: list[Cell] = [say("Mean of all pairs"), None, measured.articles, None, None]
        rows.append([*mean, measured.f1.mean, *[None] * (len(_PAIR_COLUMNS) - 6)])
    columns = [say(column) for column in _PAIR_COLUMNS]
    yield Table("pairs", say("Agreement of pairs"), say(_ABOUT_PAIRS), columns, rows, bar=5)
    spans = _spans_by_label(measured)
    yield Table(
        "label_agreement",
        say("Agreement by label"),
        say(_ABOUT_LABELS),
        [say("Label"), say("Spans"), say("Mean"), say("SD"), say("Alpha")],
        [
            [
                labels.get(label, label),
                spans.get(label, 0),
                mean.mean,
                mean.sd,
                measured.tokens.alpha_of_labels.get(label),
            ]
            for label, mean in measured.f1_of_labels.items()
        ],
        bar=2,
        label_column=0,
    )
    yield _beyond_chance(say, measured)


def _matrix(say: Words, measured: Agreement) -> Table:
    names = measured.annotators
    figures = {(pair.a, pair.b): pair.f1 for pair in measured.pairs}
    about = say(
        _ABOUT_MATRIX,
        articles=f"{measured.articles:,}",
        guidelines=measured.guidelines or say("none"),
        tokens=tokenizer_name(say, measured.tokenizer),
        fingerprint=measured.article_set_sha256[:16],
    )
    rows: list[list[Cell]] = [
        [one, *(figures.get((one, other), figures.get((other, one))) for other in names)] for one in names
    ]
    return Table("matrix", say("Exact F1 of all pairs"), about, ["", *names], rows if figures else [])


def _pair(pair: PairAgreement) -> list[Cell]:
    interval: tuple[Cell, Cell] = (None, None)
    if not isinstance(pair.f1_interval, Undefined):
        interval = pair.f1_interval
    schemas = (pair.schemas[schema].f1 for schema in (Schema.EXACT, Schema.PARTIAL, Schema.TYPE))
    counts = pair.a, pair.b, pair.articles, pair.spans_a, pair.spans_b
    return [*counts, pair.f1, *interval, *schemas, pair.kappa_all_tokens, pair.kappa_either_labelled]


def _spans_by_label(measured: Agreement) -> Mapping[str, int]:
    """Return how many spans of each label the pairs compare, the most of any pair."""
    found: dict[str, int] = {}
    for pair in measured.pairs:
        for label, counts in pair.labels.items():
            found[label] = max(found.get(label, 0), counts.marks_a + counts.marks_b)
    return found


def _beyond_chance(say: Words, measured: Agreement) -> Table:
    tokens = measured.tokens
    alpha, kappa = say("Krippendorff’s alpha"), say("Fleiss’ kappa")
    everything, labelled = say("all tokens"), say("tokens that anybody labelled")
    complete = say("tokens of articles that all submitted")
    rows: list[list[Cell]] = [
        [alpha, everything, tokens.tokens, tokens.alpha_all_tokens],
        [alpha, labelled, tokens.labelled_tokens, tokens.alpha_labelled_tokens],
        [kappa, complete, tokens.complete_tokens, tokens.fleiss_kappa],
        [say("Share of unlabelled tokens"), everything, tokens.tokens, tokens.share_unlabelled],
    ]
    columns = [say("Measure"), say("Over"), say("Tokens"), say("Value")]
    title, about = say("Agreement beyond chance"), say(_ABOUT_CHANCE)
    return Table("chance", title, about, columns, rows if measured.articles else [])


def confusion_table(say: Words, labels: Names, pair: PairAgreement) -> Table:
    values = values_of(pair.confusion)
    return Table(
        f"confusion_{pair.a}_{pair.b}",
        say("Tokens of {a} (rows) and {b} (columns)", a=pair.a, b=pair.b),
        say(
            "{count} articles that both have submitted; O is a token without a label.",
            count=f"{pair.articles:,}",
        ),
        ["", *(labels.get(value, value) for value in values)],
        [
            [labels.get(one, one), *(pair.confusion.get((one, other), 0) for other in values)]
            for one in values
        ],
        label_column=0,
    )


def undefined_table(say: Words, measured: Agreement) -> Table:
    figures: list[tuple[str, Figure | tuple[float, float]]] = [
        (f"{say('Exact F1')}: {pair.a} – {pair.b}", pair.f1) for pair in measured.pairs
    ]
    figures += [(f"{say('Exact F1')}: {say('Mean of all pairs')}", measured.f1.mean)]
    tokens = measured.tokens
    alpha = say("Krippendorff’s alpha") + say(", ")
    figures += [(alpha + say("all tokens"), tokens.alpha_all_tokens)]
    figures += [(alpha + say("tokens that anybody labelled"), tokens.alpha_labelled_tokens)]
    figures += [(say("Fleiss’ kappa"), tokens.fleiss_kappa)]
    return Table(
        "undefined",
        say("Not defined"),
        say("Figures that have no value, and why."),
        [say("Figure"), say("Reason")],
        [[name, say.reason(value)] for name, value in figures if isinstance(value, Undefined)],
    )


def tokenizer_name(say: Words, tokenizer: Tokenizer) -> str:
    is_arabic = tokenizer is Tokenizer.ARABIC
    return say("Arabic words and marks") if is_arabic else say("between spaces")
