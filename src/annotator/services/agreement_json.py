"""Agreement as one JSON value: what `annotator agreement --json` prints."""

from annotator.domain.measures import Undefined
from annotator.quality.agreement import Agreement, MeanF1, PairAgreement
from annotator.quality.kappa import Confusion, values_of
from annotator.quality.span_evaluation import Counts


def as_json(agreement: Agreement) -> dict[str, object]:
    """Return the figures; one without a value is null, and named with the reason under undefined."""
    tokens = agreement.tokens
    undefined: list[dict[str, str]] = []
    found = {
        "articles": agreement.articles,
        "annotators": list(agreement.annotators),
        "tokenizer": agreement.tokenizer.value,
        "guidelines": agreement.guidelines,
        "article_set_sha256": agreement.article_set_sha256,
        "pairs": [_pair(pair) for pair in agreement.pairs],
        "f1": {
            **_mean(agreement.f1),
            "labels": {label: _mean(mean) for label, mean in agreement.f1_of_labels.items()},
        },
        "alpha": {
            "all_tokens": tokens.alpha_all_tokens,
            "labelled_tokens": tokens.alpha_labelled_tokens,
            "labels": dict(tokens.alpha_of_labels),
            "share_unlabelled": tokens.share_unlabelled,
        },
        "fleiss_kappa": tokens.fleiss_kappa,
    }
    return {key: _explained(value, key, undefined) for key, value in found.items()} | {"undefined": undefined}


def _pair(pair: PairAgreement) -> dict[str, object]:
    return {
        "a": pair.a,
        "b": pair.b,
        "articles": pair.articles,
        "spans_a": pair.spans_a,
        "spans_b": pair.spans_b,
        "f1": pair.f1,
        "f1_interval": pair.f1_interval if isinstance(pair.f1_interval, Undefined) else [*pair.f1_interval],
        "schemas": {schema.value: _counts(counts) for schema, counts in pair.schemas.items()},
        "labels": {
            label: {"f1": found.f1, "n_a": found.marks_a, "n_b": found.marks_b}
            for label, found in pair.labels.items()
        },
        "cohen_kappa": {
            "all_tokens": pair.kappa_all_tokens,
            "either_labelled": pair.kappa_either_labelled,
        },
        "confusion": _table(pair.confusion),
    }


def _counts(counts: Counts) -> dict[str, object]:
    numbers = {name: getattr(counts, name) for name in ("cor", "inc", "par", "mis", "spu")}
    return {**numbers, "precision": counts.precision, "recall": counts.recall, "f1": counts.f1}


def _mean(mean: MeanF1) -> dict[str, object]:
    return {"mean": mean.mean, "sd": mean.sd}


def _table(confusion: Confusion) -> dict[str, dict[str, int]]:
    """Return all rows and columns: the first annotator's value, the second's, and of how many tokens."""
    values = values_of(confusion)
    return {one: {other: confusion.get((one, other), 0) for other in values} for one in values}


def _explained(value: object, path: str, undefined: list[dict[str, str]]) -> object:
    """Put None for what is undefined, and note where that was."""
    if isinstance(value, Undefined):
        undefined.append({"figure": path, "reason": value.value})
        return None
    if isinstance(value, dict):
        return {key: _explained(part, f"{path}.{key}", undefined) for key, part in value.items()}
    if isinstance(value, list):
        return [_explained(part, f"{path}[{nth}]", undefined) for nth, part in enumerate(value)]
    return value
