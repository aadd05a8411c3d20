"""The formats there are, by name."""

from annotator.domain.errors import FormatError
from annotator.domain.losses import EVERYTHING, Feature
from annotator.formats import (
    brat,
    conll,
    csv_table,
    doccano,
    docx,
    html,
    huggingface,
    jsonl,
    labelstudio,
    labelstudio_reading,
    parquet,
    pdf,
    prodigy,
    spacy_docbin,
    spacy_json,
    txt,
    uima,
    w3c,
    webanno_reading,
    webanno_writing,
    xlsx,
)
from annotator.formats.fitting import to_tags, to_tokens
from annotator.formats.format import Format

_META = frozenset({Feature.META})
_SPANS = frozenset({Feature.SPANS, Feature.NESTED})

_KEPT = _META | _SPANS | {Feature.LABELS, Feature.WORK}

_JSON = (".jsonl", ".ndjson", ".json")

FORMATS = {
    form.name: form
    for form in (
        Format(
            "jsonl",
            _JSON,
            "the native format; also reads the minimal and doccano's form",
            carries=EVERYTHING | {Feature.PROVENANCE},
            read=jsonl.read,
            write=jsonl.write,
        ),
        Format(
            "txt",
            (".txt",),
            "a file of text an article",
            carries=frozenset(),
            read=txt.read,
            write=txt.write,
            has_folder=True,
        ),
        Format(
            "doccano",
            _JSON,
            "doccano, offsets in code points",
            carries=_META | _SPANS,
            read=doccano.read,
            write=doccano.writer(doccano.Form.SPANS),
            names_annotators=False,
        ),
        Format(
            "doccano-utf16",
            _JSON,
            "doccano, offsets as its browser counts",
            carries=_META | _SPANS,
            read=doccano.read,
            write=doccano.writer(doccano.Form.UTF16),
            names_annotators=False,
        ),
        Format(
            "doccano-relations",
            _JSON,
            "doccano, a project with relations",
            carries=_META | _SPANS | {Feature.RELATIONS},
            read=doccano.read,
            write=doccano.writer(doccano.Form.RELATIONS),
            names_annotators=False,
        ),
        Format(
            "csv",
            (".csv",),
            "a table with commas: a row an article, spans as JSON",
            read=csv_table.read,
            write=csv_table.writer(","),
        ),
        Format(
            "tsv",
            (".tsv", ".tab"),
            "a table with tabs: a row an article, spans as JSON",
            read=csv_table.read,
            write=csv_table.writer("\t"),
        ),
        Format(
            "xlsx",
            (".xlsx", ".xls", ".ods"),
            "Excel: articles in; out a sheet for review, a row a span",
            read=xlsx.read,
            write=xlsx.write,
        ),
        Format(
            "labelstudio",
            (".json", ".jsonl"),
            "Label Studio's JSON; its configuration beside",
            carries=_META | _SPANS | {Feature.RELATIONS, Feature.LABELS, Feature.NOTES},
            read=labelstudio_reading.read,
            write=labelstudio.write,
        ),
        Format(
            "labelstudio-min",
            (".json", ".jsonl"),
            "Label Studio's JSON_MIN; its configuration beside",
            carries=_META | _SPANS | {Feature.LABELS},
            read=labelstudio_reading.read,
            write=labelstudio.write_minimal,
        ),
        Format(
            "prodigy",
            _JSON,
            "Prodigy's tasks, with tokens that split at span borders",
            carries=_KEPT | {Feature.RELATIONS},
            read=prodigy.read,
            write=prodigy.write,
        ),
        Format(
            "brat",
            (".ann",),
            "brat standoff: a .txt and an .ann an article, annotation.conf",
            carries=_SPANS | {Feature.RELATIONS, Feature.NOTES},
            read=brat.read,
            write=brat.write,
            fit=brat.fit,
            has_folder=True,
        ),
        Format(
            "conll",
            (".conll", ".conll03", ".iob", ".iob2", ".bio", ".txt"),
            "rows of tokens and IOB2 tags, as CoNLL-2003; offsets in a file beside",
            carries=_META | {Feature.SPANS, Feature.LABELS, Feature.ARTICLE_NOTES, Feature.WORK},
            read=conll.read,
            write=conll.write,
            fit=to_tags,
        ),
        Format(
            "huggingface",
            _JSON,
            "a folder that datasets.load_dataset opens: JSON Lines, tokens and tags, spans beside",
            carries=_KEPT,
            read=huggingface.read,
            write=huggingface.write,
            fit=to_tokens,
            has_folder=True,
        ),
        Format(
            "huggingface-parquet",
            (".parquet",),
            "the same in Parquet; needs annotator[parquet]",
            carries=_KEPT,
            read=huggingface.read,
            write=huggingface.write_parquet,
            fit=to_tokens,
            has_folder=True,
        ),
        Format(
            "parquet",
            (".parquet",),
            "Parquet by source and month, for DuckDB and Spark; needs annotator[parquet]",
            read=parquet.read,
            write=parquet.write,
            has_folder=True,
        ),
        Format(
            "spacy",
            (".spacy",),
            "spaCy's DocBin, with ents and spans; needs annotator[spacy]",
            carries=_KEPT,
            read=spacy_docbin.read,
            write=spacy_docbin.write,
            fit=to_tokens,
        ),
        Format(
            "spacy-json",
            (".json",),
            "spaCy 2's training data",
            carries=frozenset({Feature.SPANS}),
            read=spacy_json.read,
        ),
        Format(
            "webanno",
            (".tsv",),
            "WebAnno TSV 3, as INCEpTION exchanges it: a file an article",
            carries=_SPANS | {Feature.RELATIONS},
            read=webanno_reading.read,
            write=webanno_writing.write,
            has_folder=True,
        ),
        Format(
            "uima",
            (".xmi", ".json"),
            "UIMA CAS as XMI: a file an article; needs annotator[uima]",
            carries=_META | _SPANS | {Feature.RELATIONS},
            read=uima.read,
            write=uima.write,
            fit=uima.fit,
            has_folder=True,
        ),
        Format(
            "uima-json",
            (".json",),
            "UIMA CAS as JSON CAS 0.4: a file an article; needs annotator[uima]",
            carries=_META | _SPANS | {Feature.RELATIONS},
            read=uima.read,
            write=uima.write_json,
            has_folder=True,
        ),
        Format(
            "html",
            (".html", ".htm", ".xhtml"),
            "the main text of a web page; needs annotator[html]",
            carries=_META,
            read=html.read,
        ),
        Format(
            "docx",
            (".docx",),
            "the text of a Word document; needs annotator[documents]",
            carries=frozenset(),
            read=docx.read,
        ),
        Format(
            "pdf",
            (".pdf",),
            "the text of a PDF; needs annotator[documents]",
            carries=frozenset(),
            read=pdf.read,
        ),
        Format(
            "w3c",
            (".jsonld", ".json"),
            "W3C Web Annotation, JSON-LD",
            carries=_SPANS | {Feature.RELATIONS, Feature.LABELS, Feature.NOTES, Feature.ARTICLE_NOTES},
            write=w3c.write,
        ),
    )
}


def named(name: str) -> Format:
    if name not in FORMATS:
        raise FormatError(
            "There is no format {name}; there are: {known}.", name=name, known=", ".join(FORMATS)
        )
    return FORMATS[name]
