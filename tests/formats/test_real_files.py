"""Corpora and files of other programs, as their makers left them: what docs/formats.md says is in them."""

import re
from collections import Counter
from pathlib import Path

import pytest

from annotator.domain.errors import FormatError
from annotator.formats.archives import is_archive, members
from annotator.formats.recognising import is_companion, recognise
from annotator.formats.source import Source

COUNTS = {
    "ner/anercorp/ANERCorp_CamelLab_train.txt": ("conll", 3972, 9000),
    "ner/anercorp/ANERCorp_Benajiba.lines1-125278.txt": ("conll", 3889, 9001),
    "ner/newsfane/NewsFANE_Gold.anercorp_train_part.txt": ("conll", 3916, 9327),
    "ner/aqmar/articles": ("conll", 8, 2085),
    "ner/idrisi_ar/data/AR/gold-random-bilou": ("conll", 6, 1513),
    "ner/idrisi_ar/data/AR/gold-random-json": ("jsonl", 912, 1466),
    "peers/brat": ("brat", 46, 1042),
    "peers/brat_nerel_ru/dev": ("brat", 94, 5595),
    "peers/webanno_tsv": ("webanno", 39, 91),
    "peers/uima_cas": ("uima", 12, 10),
    "peers/doccano/data_import/tests/data/relation_extraction/example.jsonl": ("doccano", 1, 4),
    "peers/doccano/data_import/tests/data/sequence_labeling/example_overlapping.jsonl": ("doccano", 1, 2),
    "peers/label_studio": ("labelstudio", 2, 13),
    "peers/prodigy/annotated_news_headlines-ORG-PERSON-LOCATION-ner.jsonl": ("prodigy", 373, 303),
    "peers/spacy/ner_example_data/ner-sent-per-line.iob": ("conll", 1, 7),
    "peers/spacy/ner_example_data/ner-token-per-line-conll2003.iob": ("conll", 1, 7),
    "peers/spacy/ner_example_data/ner-token-per-line.json": ("spacy-json", 1, 7),
    "news/saudinewsnet": ("jsonl", 1311, 0),
    "news/antcorpus/culture": ("txt", 124, 0),
    "news/ans_headlines_csv": ("csv", 2496, 0),
    "news/html_goose3/test_cnn_arabic.html": ("html", 1, 0),
}

REFUSED = {
    "ner/araieval24/araieval24_task1_dev.public_part.jsonl": r"line 6: the span 32–51 quotes “المقاومة",
    "peers/doccano/data_import/tests/data/sequence_labeling/example.jsonl": "line 3: “text” is missing",
    "peers/doccano/data_import/tests/data/text_classification/example.invalid.2.csv": "the row has 3 cells",
    "peers/prodigy/patterns_countries-GPE.jsonl": "a pattern to match words with",
    "agreement/inception_agreement/kappatest.tsv": "WebAnno TSV 1 or 2",
    "peers/uima_cas/json/fs_as_array/ser-ref/emptyCas/debug.xmi": "no text",
}
NO_FORMAT = (
    "ner/timex_tml/doc1.tml",
    "peers/conllu/ar_pud-ud-test.wiki_w.conllu",
    "peers/doccano/data_import/tests/data/images/example.ico",
    "peers/uima_cas/typesystems/small_typesystem.xml",
)


def sources(path: Path) -> list[Source]:
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    return [
        source for file in map(Source, files) for source in (members(file) if is_archive(file) else [file])
    ]


@pytest.mark.parametrize("path", COUNTS)
def test_all_that_is_in_a_corpus_is_found(shared_data: Path, path: str) -> None:
    name, articles, spans = COUNTS[path]
    found: Counter[str] = Counter()
    for source in sources(shared_data / path):
        form = recognise(source)
        if form is None or form.read is None or form.name != name or is_companion(source):
            continue
        try:
            for record in form.read(source):
                found.update(articles=1, spans=len(record.spans))
        except FormatError:
            assert path in {"peers/webanno_tsv", "peers/uima_cas"}, source.path
    assert (found["articles"], found["spans"]) == (articles, spans)


@pytest.mark.parametrize("path", REFUSED)
def test_what_does_not_fit_is_refused_with_the_reason(shared_data: Path, path: str) -> None:
    source = Source(shared_data / path)
    form = recognise(source)
    assert form
    assert form.read
    with pytest.raises(FormatError, match=re.compile(REFUSED[path])):
        list(form.read(source))


@pytest.mark.parametrize("path", NO_FORMAT)
def test_what_has_no_format_of_ours_is_taken_for_none(shared_data: Path, path: str) -> None:
    assert recognise(Source(shared_data / path)) is None
