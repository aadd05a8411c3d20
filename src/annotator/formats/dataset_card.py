"""The README.md of a dataset: what is in it, and how it was made, for people and for the Hugging Face hub.

The head is what the hub reads (huggingface.co/docs/hub/datasets-cards). Nothing in it tells time or place, so
that the same dataset has the same card.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import orjson

from annotator.domain.label import Label, LabelSet
from annotator.domain.losses import Losses
from annotator.domain.record import Record
from annotator.formats.dataset_loading import loading

_SIZES = ((1000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_LICENCES = frozenset(
    {
        *("afl-3.0", "agpl-3.0", "apache-2.0", "artistic-2.0", "bsd", "bsd-2-clause", "bsd-3-clause"),
        *("bsl-1.0", "c-uda", "cc", "cc-by-2.0", "cc-by-2.5", "cc-by-3.0", "cc-by-4.0", "cc-by-nc-2.0"),
        *("cc-by-nc-3.0", "cc-by-nc-4.0", "cc-by-nc-nd-3.0", "cc-by-nc-nd-4.0", "cc-by-nc-sa-2.0"),
        *("cc-by-nc-sa-3.0", "cc-by-nc-sa-4.0", "cc-by-nd-4.0", "cc-by-sa-3.0", "cc-by-sa-4.0", "cc0-1.0"),
        *("cdla-permissive-1.0", "cdla-permissive-2.0", "cdla-sharing-1.0", "ecl-2.0", "epl-2.0", "eupl-1.1"),
        *("gfdl", "gpl", "gpl-2.0", "gpl-3.0", "isc", "lgpl", "lgpl-2.1", "lgpl-3.0", "mit", "mpl-2.0"),
        *("odbl", "odc-by", "osl-3.0", "pddl", "unlicense", "zlib"),
    }
)
"""What the hub takes for a licence; any other is "other", by name."""
_UTF16 = frozenset({"doccano-utf16", "uima", "uima-json", "webanno"})
_NOBODY = "–"


@dataclass(slots=True)
class Part:
    """What one part of a dataset holds, counted while it is written to path."""

    path: str
    stories: set[str] = field(default_factory=set)
    articles: int = 0
    records: int = 0
    relations: int = 0
    spans: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    layers: Counter[str] = field(default_factory=Counter)
    annotations: Counter[str] = field(default_factory=Counter)
    guidelines: set[str] = field(default_factory=set)
    _last: str | None = None

    def count(self, record: Record, story: str) -> None:
        """Count a record as it is written; those of one article come together."""
        self.stories.add(story)
        self.articles += record.id is None or record.id != self._last
        self._last = record.id
        self.records += 1
        self.relations += len(record.relations)
        self.spans.update(span.label for span in record.spans)
        self.labels.update(record.labels)
        self.layers[record.annotator or _NOBODY] += 1
        self.annotations[record.annotator or _NOBODY] += len(record.spans) + len(record.labels)
        if record.guidelines:
            self.guidelines.add(record.guidelines)


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a card tells. head is what the head has besides; has_tokens says that the format knows words."""

    name: str
    format: str
    about: str
    parts: Mapping[str, Part]
    labels: LabelSet
    renamed: Mapping[str, str]
    losses: Losses
    state: str
    program: str
    split: str
    seed: int
    guidelines: int | None = None
    licence: str | None = None
    head: str = ""
    has_tokens: bool = False

    @property
    def records(self) -> int:
        return sum(part.records for part in self.parts.values())


def card(dataset: Dataset) -> str:
    """Return the README of a dataset."""
    sections = (
        f"---\n{dataset.head}{_head(dataset)}---\n\n# {_inline(dataset.name)}",
        _summary(dataset),
        f"## Parts\n\n{_parts(dataset)}",
        f"## Labels\n\n{_labels(dataset)}",
        f"## Annotators\n\n{_annotators(dataset)}",
        f"## How to read it\n\n{_reading(dataset)}",
        f"## Parts without leaks\n\n{_leaks(dataset)}",
        f"## What the format does not hold\n\n{_losses(dataset)}",
        f"## How to load it\n\n{_loading(dataset)}",
        f"## Where it comes from\n\n{_origin(dataset)}",
    )
    return "\n\n".join(sections) + "\n"


def _head(dataset: Dataset) -> str:
    size = next((name for most, name in _SIZES if dataset.records < most), "n>1M")
    return (
        f"{_licence(dataset.licence)}language:\n- ar\ntask_categories:\n- token-classification\n"
        f"size_categories:\n- {size}\npretty_name: {_quoted(dataset.name)}\n"
    )


def _licence(licence: str | None) -> str:
    if licence is None:
        return "license: unknown\n"
    if licence.lower() in _LICENCES:
        return f"license: {licence.lower()}\n"
    return f"license: other\nlicense_name: {_quoted(licence)}\n"


def _quoted(value: str) -> str:
    """Return a string as JSON has it, which YAML reads too."""
    return orjson.dumps(value).decode()


def _summary(dataset: Dataset) -> str:
    articles = sum(part.articles for part in dataset.parts.values())
    spans = sum(sum(part.spans.values()) for part in dataset.parts.values())
    names = "، ".join(_inline(label.shown("ar")) for label in _used(dataset))
    counts = "، ".join(f"{name}: {part.articles}" for name, part in dataset.parts.items())
    apart = " لا تقع نسختان من خبر واحد في قسمين مختلفين." if dataset.split else ""
    return f"""<p dir="rtl">مجموعة بيانات من الأخبار العربية: عدد المقالات {articles}،
وعدد المقاطع الموسومة {spans}، والوسوم: {names or _NOBODY}.
أقسامها بعدد المقالات: {counts}.{apart}
النص محفوظ كما ورد حرفًا حرفًا، والمواضع معدودة بالترتيب المنطقي للنص.</p>

Arabic news with labelled spans: {articles:,} articles, {dataset.records:,} records, each of them an article
as one annotator labelled it, {spans:,} spans. Format `{dataset.format}`: {_inline(dataset.about)}."""


def _parts(dataset: Dataset) -> str:
    head = ("part", "data", "articles", "records", "spans", "labels of articles", "relations", "stories")
    rows: list[list[object]] = []
    for name, part in dataset.parts.items():
        marks = (sum(part.spans.values()), sum(part.labels.values()), part.relations)
        rows.append([name, f"`{part.path}`", part.articles, part.records, *marks, len(part.stories)])
    return _table(head, rows)


def _labels(dataset: Dataset) -> str:
    counted = [part.spans + part.labels for part in dataset.parts.values()]
    rows = []
    for label in _used(dataset):
        name = dataset.renamed.get(label.name, label.name)
        rows.append(
            [
                f"`{_inline(name)}`",
                *(_inline(label.display.get(language, "")) for language in ("ar", "en")),
                *(_inline(label.description.get(language, "")) for language in ("ar", "en")),
                *(counts[name] for counts in counted),
            ]
        )
    return _table(("label", "Arabic", "English", "meaning (ar)", "meaning (en)", *dataset.parts), rows)


def _used(dataset: Dataset) -> list[Label]:
    """Return the labels: of those written under one name the first, retired ones only if they are given."""
    given = {name for part in dataset.parts.values() for name in (*part.spans, *part.labels)}
    found: dict[str, Label] = {}
    for label in dataset.labels:
        name = dataset.renamed.get(label.name, label.name)
        if name in given or not label.retired:
            found.setdefault(name, label)
    return [*found.values()]


def _annotators(dataset: Dataset) -> str:
    parts = dataset.parts.values()
    rows = [
        [
            _inline(name),
            sum(part.layers[name] for part in parts),
            sum(part.annotations[name] for part in parts),
        ]
        for name in sorted({name for part in parts for name in part.layers})
    ]
    table = _table(("annotator", "records", "annotations"), rows)
    return f"{table}\n\nAgreement between annotators: not measured."


def _reading(dataset: Dataset) -> str:
    used = sorted({version for part in dataset.parts.values() for version in part.guidelines})
    unit = "UTF-16 units, as this format wants" if dataset.format in _UTF16 else "Unicode code points"
    return f"""* Offsets, where the format has them, count {unit}
  of the text, from 0, in logical order, which is that of reading. A span is half-open: its end is the first
  place after it.
* Texts are verbatim: nothing is normalised; tashkeel, tatweel and characters that are not seen stay.
* Guidelines: version {dataset.guidelines or _NOBODY} is the newest in the project. Labelled with:
  {", ".join(map(_inline, used)) or "not known"}.{_TOKENS if dataset.has_tokens else ""}"""


_TOKENS = """
* A token is a word with its marks, a number, date or time in one piece, or one punctuation mark or symbol.
  White space is no token. Clitics stay on their words; only where a span begins or ends within a word is the
  word cut, if `policy` in manifest.json says “split”."""
_LEAKS = """The stories were split {split} (train first) with seed {seed}. A story is an article with its near
duplicates, and with theirs: articles that share half of their runs of three words (Jaccard index, estimated
from sketches of 128 hashes of the folded text), or of which one has in it four fifths of the other. Articles
of fewer than five words are near duplicates only if all words are the same. All articles of a story, and all
layers of an article, are in one part.

The part follows from the seed and the text of the story's oldest article alone. Articles that are added later
move none of these, unless one is like two stories and makes them one. Shares are met within the error of
sampling stories; labels are not evened out, and a small part of a small dataset may be empty."""


def _leaks(dataset: Dataset) -> str:
    return _LEAKS.format(split=dataset.split, seed=dataset.seed)


def _losses(dataset: Dataset) -> str:
    losses = dataset.losses
    rows = [[str(change), count] for change, count in sorted(losses.changes.items())]
    rows += [
        ["spans that a re-import would not give back exactly", losses.lost],
        ["texts that the format cannot hold as they are", losses.changed_texts],
    ]
    rows += [[f"not carried: {feature}", count] for feature, count in sorted(losses.not_carried.items())]
    return f"Of {losses.spans:,} spans in {losses.records:,} records:\n\n{_table(('what', 'count'), rows)}"


def _loading(dataset: Dataset) -> str:
    part = next((name for name, part in dataset.parts.items() if part.records), next(iter(dataset.parts)))
    path = dataset.parts[part].path
    blocks = loading(dataset.format, part, path).items()
    found = [f"{name}, in this folder:\n\n```python\n{code}```" for name, code in blocks]
    again = f"```sh\nannotator import PROJECT {path} --format {dataset.format}\n```"
    return "\n\n".join([*found, f"With the program it was written with:\n\n{again}"])


def _origin(dataset: Dataset) -> str:
    return f"""Written with {dataset.program}. `manifest.json` has the options, and a fingerprint
of the articles and labels: `{dataset.state}`.
The same options on the same state give the same files, byte for byte; `sha256sum --check SHA256SUMS` tells
whether they still are the same. `croissant.json` describes the dataset for machines (Croissant 1.0)."""


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _inline(value: str) -> str:
    """Return a name as it may stand in a line or a cell of Markdown: it ends neither, and is no HTML."""
    return " ".join(value.split()).replace("|", "\\|").replace("<", "&lt;").replace("`", "'")
