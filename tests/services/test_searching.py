"""Search finds every mention in a project, and nothing else."""

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from annotator.arabic.folding import fold
from annotator.arabic.phrases import Phrase
from annotator.arabic.terms import WORD
from annotator.domain.annotation import Layer
from annotator.domain.article import ArticleFilter, ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import NotFoundError
from annotator.services import annotating
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create
from annotator.services.searching import Search, first, page
from annotator.storage.project import Project
from tests.by_hand import by_hand
from tests.layers import add_articles, annotation
from tests.texts import write_lines

ME = ArticleFilter("amal")
TEXTS = ("وصل إلى باكو، وباكو قريبة", "للأمم المتحدة", "عاد من باكو إلى الأمم المتّحدة")


def found(project: Project, search: Search) -> list[tuple[int, str]]:
    mentions, is_all = first(project, search, 1000)
    assert is_all
    return [(mention.number, mention.text) for mention in mentions]


def search(query: str, shown: ArticleFilter = ME, **more: object) -> Search:
    return Search(Phrase.of(query), shown, **more)  # type: ignore[arg-type]


def test_a_mention_comes_with_its_context_and_labels(project: Project) -> None:
    article, *_ = add_articles(project, *TEXTS)
    mark = annotation(article, 8, 12)
    annotating.apply(project, "amal", [Edit(None, mark)])
    one, other, third = page(project, search("باكو")).mentions
    assert (one.before, one.text, one.after) == ("وصل إلى ", "باكو", "، وباكو قريبة")
    assert one.annotations == (mark,)
    assert other.before.endswith("، و")
    assert not other.annotations
    assert third.number == 3


def test_labelled_and_unlabelled_mentions_are_told_apart(project: Project) -> None:
    article, *_ = add_articles(project, *TEXTS)
    annotating.apply(project, "amal", [Edit(None, annotation(article, 8, 12))])
    assert found(project, search("باكو", label="place")) == [(1, "باكو")]
    assert found(project, search("باكو", label="actor")) == []
    assert found(project, search("باكو", is_unlabelled=True)) == [(1, "باكو"), (3, "باكو")]
    assert found(project, search("", label="place")) == [(1, "باكو")]
    assert found(project, search("باكو", ArticleFilter("badr"), is_unlabelled=True)) == found(
        project, search("باكو")
    )


def test_a_search_keeps_to_one_article_or_to_those_a_list_shows(project: Project) -> None:
    article, _, third = add_articles(project, *TEXTS)
    assert found(project, search("باكو", article=third)) == [(3, "باكو")]
    assert found(project, search("باكو", ArticleFilter("amal", words="عاد"))) == [(3, "باكو")]
    layer = Layer(article, "amal", ArticleState.NEW)
    annotating.apply(project, "amal", [Edit(layer, Layer(article, "amal", ArticleState.SKIPPED))])
    assert found(project, search("باكو", ArticleFilter("amal", ArticleState.NEW))) == [(3, "باكو")]


def test_pages_follow_one_another_without_gap_or_repetition(project: Project) -> None:
    add_articles(project, *(f"باكو {number}" + " باكو" * (number % 3) for number in range(130)))
    whole = first(project, search("باكو"), 1000)[0]
    for size in (1, 7, 50):
        parts, after, is_last = [], 0, False
        while not is_last:
            mentions, after, is_last = page(project, search("باكو"), after, size)
            parts += mentions
        assert parts == whole
    assert len(whole) == sum(1 + number % 3 for number in range(130))


@pytest.mark.parametrize("query", ["", "  ", "%", '"', "«»", "*", "؟!", "(((", "\u200f"])
def test_a_query_without_a_word_is_refused(query: str) -> None:
    with pytest.raises(NotFoundError, match="no word"):
        search(query)


@pytest.mark.parametrize(
    "query", ["NEAR(", "a OR b", "-باكو", "^", "باكو AND", 'x"y', "col:x", "[a-z", "a*b*", "\x01a"]
)
def test_whatever_is_typed_is_only_words(project: Project, query: str) -> None:
    add_articles(project, *TEXTS)
    if Phrase.of(query).words:
        assert found(project, search(query)) in ([], found(project, search("باكو")))


@pytest.fixture(scope="module")
def saudi_news(
    shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Project, list[str]]]:
    (archive,) = (shared_data / "news" / "saudinewsnet").glob("*.zip")
    with zipfile.ZipFile(archive) as files:
        texts = [item["content"] for item in orjson.loads(files.read(files.namelist()[0])) if item["content"]]
    folder = tmp_path_factory.mktemp("saudi")
    news = write_lines(folder / "news.jsonl", *({"text": text} for text in texts))
    with create(folder / "p.annotator") as project:
        import_files(project, [news], ImportOptions(login="amal"))
        yield project, texts


@pytest.mark.slow
def test_it_finds_in_real_news_what_reading_every_word_finds(saudi_news: tuple[Project, list[str]]) -> None:
    project, texts = saudi_news
    chance = random.Random(7)
    queries = ["الأمم المتحدة", "باكستان", "الرياض", "وزير الخارجية", "٢٠١٥", "اليمن", "خادم الحرمين"]
    while len(queries) < 25:
        words = WORD.findall(fold(chance.choice(texts)))
        nth = chance.randrange(len(words)) if words else 0
        queries += [" ".join(words[nth : nth + chance.choice((1, 1, 2, 3))])] if words else []
    for query in queries:
        expected = [(number, *span) for number, text in enumerate(texts, 1) for span in by_hand(query, text)]
        mentions, _ = first(project, search(query), 100_000)
        assert [(item.number, item.span.start, item.span.end) for item in mentions] == expected, query
