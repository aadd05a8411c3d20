"""A report says what was measured, whole and readable, in two languages and four forms."""

import ast
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import orjson
import pytest
from python_calamine import CalamineWorkbook

from annotator import reports
from annotator.app import print_pdf
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.domain.errors import FileError
from annotator.domain.measures import Undefined
from annotator.quality.disagreements import Kind
from annotator.reports.report import make_report
from annotator.reports.words import _ARABIC, LANGUAGES, Words
from annotator.reports.writing import ENDINGS, write_report
from annotator.services import annotating, reviewing
from annotator.services.browsing import open_article
from annotator.services.reviewing import Strategy
from annotator.storage.project import Project
from tests.layers import add_articles, annotation

TEXT = "زار الوزير باكو أمس والتقى الرئيس"
SOURCES = Path(reports.__file__).parent


def submit(project: Project, article: str, by: str, *marks: tuple[int, int, str]) -> None:
    for start, end, label in marks:
        annotating.apply(project, by, [Edit(None, annotation(article, start, end, label, by))])
    layer = open_article(project, article, by).layer
    annotating.apply(project, by, [Edit(layer, layer.with_state(ArticleState.SUBMITTED))])


@pytest.fixture
def labelled(project: Project) -> Project:
    """Two people, three articles that both have submitted, one of which is reviewed to its end."""
    articles = add_articles(project, TEXT, f"{TEXT} أيضًا", f"{TEXT} كذلك")
    for article in articles:
        submit(project, article, "أمل", (4, 10, "actor"), (11, 15, "place"))
        submit(project, article, "basim", (4, 10, "actor"), (11, 19, "place"))
    reviewing.fill(project, articles[:1], Strategy(annotator="basim"), "منى")
    review = reviewing.open_review(project, articles[0])
    verdict = reviewing.Verdict(reviewing.Choice.ACCEPTED, review.comparison.disagreements[0].marks[:1])
    edits = reviewing.decide(review, review.comparison.disagreements[0], "منى", verdict)
    annotating.apply(project, "منى", edits)
    reviewing.accept(project, articles[0], "منى")
    return project


class Rows(HTMLParser):
    """Reads the tables of a page, and fails where a tag is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag not in {"meta", "img"}:
            self.open.append(tag)
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & {*self.open}:
            self.rows[-1][-1] += data.strip("\u202a\u202c")


def written(project: Project, out: Path, language: str = "en") -> bytes:
    write_report(project, out, language, print_pdf)
    return out.read_bytes()


def test_every_sentence_is_said_in_arabic() -> None:
    said = {
        node.args[0].value
        for path in SOURCES.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say"
        if node.args and isinstance(node.args[0], ast.Constant)
    }
    assert said <= _ARABIC.keys()
    for say in map(Words, LANGUAGES):
        assert all(map(say.reason, Undefined))
        assert all(map(say.kind, Kind))
        assert all(map(say.state, ArticleState))


def test_a_page_has_every_figure_once_and_closes_what_it_opens(labelled: Project, tmp_path: Path) -> None:
    parser = Rows()
    parser.feed(written(labelled, tmp_path / "r.html").decode())
    assert parser.open == []
    pair = next(row for row in parser.rows if row[:2] == ["أمل", "basim"])
    assert pair[2:6] == ["3", "6", "6", "0.500"]
    gold = next(row for row in parser.rows if row[:2] == ["basim", "1"])
    assert gold[2:5] == ["1.000", "1.000", "1.000"]
    assert next(row for row in parser.rows if row[:2] == ["أمل", "1"])[2] == "0.500"


def test_columns_are_turned_round_for_qt_alone(labelled: Project) -> None:
    from annotator.reports.html import page

    report, _ = make_report(labelled, "ar")
    plain, mirrored = Rows(), Rows()
    plain.feed(page(report))
    mirrored.feed(page(report, is_mirrored=True))
    assert mirrored.rows == [row[::-1] for row in plain.rows]
    english, _ = make_report(labelled, "en")
    assert page(english) == page(english, is_mirrored=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_has_a_sheet_for_each_table(labelled: Project, tmp_path: Path, language: str) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(written(labelled, tmp_path / "r.xlsx", language)))
    report, _ = make_report(labelled, language)
    assert len(book.sheet_names) == len(report.tables) + 1
    nth = next(nth for nth, table in enumerate(report.tables) if table.name == "pairs")
    rows = book.get_sheet_by_index(nth + 1).to_python()
    assert rows[4][:6] == ["أمل", "basim", 3.0, 6.0, 6.0, 0.5]


def test_json_has_the_tables_and_the_agreement(labelled: Project, tmp_path: Path) -> None:
    value = orjson.loads(written(labelled, tmp_path / "r.json"))
    assert value["agreement"]["pairs"][0]["f1"] == 0.5
    assert value["tables"]["disagreements"]["rows"][-1] == ["All labels", 0, 0, 0, 0, 3, 0, 0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_has_pages_with_the_fonts_that_it_needs(
    labelled: Project, tmp_path: Path, language: str, qapp: object
) -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    reader = pypdf.PdfReader(BytesIO(written(labelled, tmp_path / "r.pdf", language)))
    assert len(reader.pages) >= 3
    names = {str(font["/BaseFont"]) for page in reader.pages for font in _fonts(page)}
    assert any("Vazirmatn" in name for name in names)


def _fonts(page):
    fonts = page["/Resources"]["/Font"]
    return [font.get_object() for font in fonts.values()]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_project_without_anything_has_a_report(
    project: Project, tmp_path: Path, ending: str, qapp: object
) -> None:
    assert written(project, tmp_path / f"r{ending}")


def test_one_annotator_has_a_report_that_says_what_is_not_defined(project: Project) -> None:
    (article,) = add_articles(project, TEXT)
    submit(project, article, "amal", (4, 10, "actor"))
    report, _ = make_report(project, "en")
    undefined = next(table for table in report.tables if table.name == "undefined")
    assert "there are fewer than two annotators" in {row[1] for row in undefined.rows}


def test_an_arabic_report_has_no_latin_comma(project: Project) -> None:
    (article,) = add_articles(project, TEXT)
    submit(project, article, "amal", (4, 10, "actor"))
    report, _ = make_report(project, "ar")
    undefined = next(table for table in report.tables if table.name == "undefined")
    assert [row[0] for row in undefined.rows if ", " in str(row[0])] == []
    assert "ألفا كريبندورف، كل الوحدات" in {row[0] for row in undefined.rows}


def test_another_ending_is_refused_with_those_there_are(project: Project, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"\.pdf, \.html, \.xlsx, \.json"):
        write_report(project, tmp_path / "r.doc", "en", print_pdf)
