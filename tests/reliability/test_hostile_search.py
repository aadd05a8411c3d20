"""Cases 66 to 69: what is typed into a search is words, and a hostile file cannot make a pattern hang."""

import ast
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import annotator
from annotator.arabic.phrases import Phrase
from annotator.domain.article import ArticleFilter
from annotator.domain.errors import NotFoundError
from annotator.domain.label import Label
from annotator.gui.dialogs.guidelines_browser import is_about
from annotator.services.browsing import all_lines
from annotator.services.importing import ImportOptions, import_files
from annotator.services.searching import Search, first
from annotator.storage.project import Project
from annotator.storage.salvage import Salvage
from tests.fuzz.harness import consume, within_limits
from tests.fuzz.targets import TARGETS
from tests.texts import write_lines

SOURCES = sorted(Path(annotator.__file__).parent.rglob("*.py"))
PATTERNS = ("(a+)+$", "(ا|ا)*ب", ".*.*.*=", "(?:ا+)+ب", "[", "(?P<", "\\", "a{99999}", "*", "ا*")
FTS = (
    '"',
    "*",
    "NEAR(",
    "NEAR(باكو)",
    "AND",
    "باكو AND",
    "OR OR",
    "NOT",
    "terms:باكو",
    "^باكو",
    "باكو +",
    "{a}:b",
)
LIKE = ("%", "_", "ba%", "با_و", "\\%", "100%")
SQL = ("'; DROP TABLE article; --", "' OR 1=1 --", '"; SELECT 1', "باكو'", ":wanted", "?1")


@pytest.fixture
def project(project: Project, tmp_path: Path) -> Project:
    long = "ا" * 200_000
    source = write_lines(
        tmp_path / "in.jsonl", {"text": "زار باكو 100%"}, {"text": long}, {"text": "a" * 200_000}
    )
    import_files(project, [source], ImportOptions(login="amal"))
    return project


def _cases() -> Iterator[object]:
    for case, queries in ((66, PATTERNS), (67, FTS), (68, LIKE), (69, SQL)):
        for nth, query in enumerate(queries):
            yield pytest.param(query, id=f"case-{case}-{nth}")


@pytest.mark.parametrize("query", [*_cases()])
def test_whatever_is_typed_is_words_and_soon_found_or_not(project: Project, query: str) -> None:
    begun = time.process_time()
    try:
        found, is_all = first(project, Search(Phrase.of(query), ArticleFilter("amal")), 10)
    except NotFoundError:  # there is no word in it
        found, is_all = [], True
    lines = [*all_lines(project, ArticleFilter("amal", words=query))]
    assert time.process_time() - begun < 2
    assert is_all
    words = Phrase.of(query).words
    assert len(lines) == 3 if not words else len(lines) <= 2
    assert all(words for _ in found)
    assert len([*all_lines(project, ArticleFilter("amal"))]) == 3


def test_case_66_a_labels_name_is_no_pattern() -> None:
    label = Label("a", "(a+)+$", "#0072B2")
    begun = time.process_time()
    assert not is_about("a" * 5000 + "b", label)
    assert time.process_time() - begun < 1


N = 3000

HOSTILE = {
    "relation-of-colons": ("brat", "R1\tx " + ":" * N + " " + ":" * N + " x"),
    "event-of-colons": ("brat", "E1\tA:T1" + " a:b:c:d:e:f:g:h" * 12 + " x"),
    "pieces": ("brat", "T1\tA " + "1 2;" * N + "x"),
    "equal-spans": ("brat", "T1\tA 0 3\tزار\nT2\tA 4 10\tالوزير\n*\tE" + " T1 T2" * N * 5 + "\n"),
    "token-and-tag-in-one": ("conll", "a|B-" * N * 8 + " z\n"),
    "many-tags": ("conll", "".join(f"a B-T{nth}x{nth * 7919 % 10007}\n" for nth in range(N * 5))),
    "spaces": ("conll", "a O\n" + " " * N * 200 + "\nb O\n"),
    "token-and-tag-in-one-unnamed": ("unnamed", ("a|B-" * N * 4 + " z\n") * 6),
    "spaces-unnamed": ("unnamed", ("a B-b" + " " * N * 8 + "\n") * 2),
    "spaces-in-a-card": (
        "dataset-card",
        "---\n- name: ner_tags\n  names:\n   '0': a" + " " * N * 30 + "b\n---\n",
    ),
    "array-on-a-line": ("jsonl", "[" + '{"text":"a"},' * N * 20),
    "brackets-without-end": ("jsonl", '[{"text":"a"' + "}" * N * 20),
    "a-key-twice-among-many": (
        "jsonl",
        '{"text":"a",' + ",".join(f'"k{nth}":1' for nth in range(N * 20)) + f',"k{N * 20 - 1}":2}}',
    ),
    "columns": ("csv", ",".join("a" for _ in range(N * 10)) + "\n" + "b\n" * 5),
    "stacked-values": (
        "webanno",
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=a.B|v\n\n\n#Text=a\n1-1\t0-1\ta\t" + "\\|" * N * 5 + "[1\t\n",
    ),
    "features": (
        "uima",
        '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
        ' xmlns:c="http:///c.ecore" xmi:version="2.0"><c:S xmi:id="3" sofa="1" begin="0" end="1" '
        + " ".join(f'v{nth}="A"' for nth in range(N))
        + '/><cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="ab"/>'
        '<cas:View sofa="1" members="3"/></xmi:XMI>',
    ),
    "tokens": (
        "spacy-json",
        '[{"paragraphs":[{"sentences":[{"tokens":['
        + ",".join('{"orth":"ااااااااااااااااا"}' for _ in range(N * 20))
        + "]}]}]}]",
    ),
    "dots": ("labels", "a" + ".a" * N * 10 + " = 1"),
    "blocks": ("html", "<html><body>" + "<div>" * N * 3 + "خبر " * 500 + "</body></html>"),
}


@pytest.mark.parametrize(("name", "text"), HOSTILE.values(), ids=[f"case-66-{name}" for name in HOSTILE])
def test_a_file_made_to_be_tried_in_many_ways_is_read_or_refused_in_time(name: str, text: str) -> None:
    with TemporaryDirectory() as folder, within_limits():
        consume(TARGETS[name], Path(folder), text.encode())


def test_case_69_no_statement_is_made_of_what_people_wrote() -> None:
    """Statements are put together from our own numbers and names alone."""
    made = set()
    for path in SOURCES:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = (
                getattr(call.func, "attr", getattr(call.func, "id", "")) if isinstance(call, ast.Call) else ""
            )
            if name in {"text", "exec_driver_sql", "execute"} and call.args:
                made |= {
                    (path.name, ast.unparse(value.value))
                    for value in ast.walk(call.args[0])
                    if isinstance(value, ast.FormattedValue)
                }
    assert made <= {
        ("engine.py", "pragma"),
        ("postgres.py", "APPLICATION_ID"),
        ("postgres.py", "_STAMP"),
        ("postgres.py", "_VERSION"),
        ("postgres.py", "max(1, int(wait_s * 1000))"),
        ("postgres.py", "version"),
        ("sqlite.py", "APPLICATION_ID"),
        ("sqlite.py", "version"),
        ("soundness.py", "table"),
        # Of a damaged file, whose statements SQLAlchemy does not make: our names of tables and columns, our
        # conditions, and the names of a key, which the file has and which are quoted.
        *(("salvage.py", name) for name in ("table", "column", "where", "keys", "limit")),
    }


def test_case_69_what_a_damaged_file_calls_its_keys_is_no_statement() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute('CREATE TABLE article ("x"" LIMIT 0 --" TEXT PRIMARY KEY) WITHOUT ROWID')
        connection.execute("INSERT INTO article VALUES ('خبر')")
        assert [*Salvage(connection).keyed("article", "1", ())] == [{'x" LIMIT 0 --': "خبر"}]
