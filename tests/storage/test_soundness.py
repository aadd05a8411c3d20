"""A project file that was damaged says so."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.edit import Edit
from annotator.domain.errors import AnnotatorError, DamageError, StorageError
from annotator.services import annotating
from annotator.services.browsing import find, label_set, open_article
from annotator.services.export_options import ExportOptions
from annotator.services.exporting import export
from annotator.services.inspecting import check, rebuild_index
from annotator.services.projects import open_project
from annotator.storage.project import Project
from tests.examples import at_most
from tests.layers import add_articles, annotation

TEXT = "زار الوزير باكو"


@pytest.fixture
def backend() -> str:
    return "sqlite"


@pytest.fixture
def damaged(project: Project) -> Iterator[sqlite3.Connection]:
    """Three articles, and a connection that may do to them what it likes."""
    add_articles(project, "أول", TEXT, "ثالث")
    with closing(sqlite3.connect(project.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection


def flip(path: Path, text: str, replacement: bytes) -> None:
    data = path.read_bytes()
    assert data.count(text.encode()) == 1
    path.write_bytes(data.replace(text.encode(), replacement))


def refuses_export(project: Project, said: str) -> None:
    """Assert that damage is not handed on as a dataset in good order."""
    for form in ("jsonl", "doccano"):
        out = project.path.with_name("out.jsonl")
        with pytest.raises(StorageError, match=said):
            export(project, out, ExportOptions(form))
        assert not out.exists()


def test_a_project_that_nobody_touched_is_sound(project: Project) -> None:
    add_articles(project, TEXT)
    assert check(project) == []


@pytest.mark.parametrize(
    "replacement", ["شار الوزير باكو".encode(), b"\xff" + TEXT.encode()[1:]], ids=["letter", "no text"]
)
def test_case_34_a_flipped_byte_in_a_text_is_found(project_path: Path, replacement: bytes) -> None:
    with open_project(project_path) as project:
        ids = add_articles(project, "أول", TEXT, "ثالث")
    flip(project_path, TEXT, replacement)
    with open_project(project_path) as project:
        assert check(project) == [f"The text of article {ids[1]} is not what was imported."]
        with pytest.raises(StorageError, match="damaged") as refusal:
            open_article(project, ids[1], "amal")
        assert "باكو" not in str(refusal.value)
        refuses_export(project, "damaged")
        assert open_article(project, ids[2], "amal").article.text == "ثالث"


@pytest.mark.parametrize("meta", ["'z}'", "'[1]'"])
def test_case_34_metadata_that_cannot_be_read_closes_its_article_alone(
    project: Project, damaged: sqlite3.Connection, meta: str
) -> None:
    damaged.execute(f"UPDATE article SET meta = {meta} WHERE number = 2")
    first, second = find(project, "1"), find(project, "2")
    assert check(project) == [f"The metadata of article {second} cannot be read."]
    with pytest.raises(StorageError, match=f"metadata of article {second} is damaged"):
        open_article(project, second, "amal")
    refuses_export(project, "metadata of article .* is damaged")
    assert open_article(project, first, "amal").article.text == "أول"


@pytest.mark.parametrize("column", ["external_id", "title", "source", "published", "meta"])
def test_what_is_no_text_beside_an_article_is_found(
    project: Project, damaged: sqlite3.Connection, column: str
) -> None:
    damaged.execute(f"UPDATE article SET {column} = CAST(x'ff' AS TEXT) WHERE number = 2")
    with project.reading() as work:
        _, second, third = work.articles.ids()
    name = "metadata" if column == "meta" else column
    assert check(project) == [f"The {name} of article {second} cannot be read."]
    with pytest.raises(StorageError, match="is damaged"):
        open_article(project, second, "amal")
    assert open_article(project, third, "amal").article.text == "ثالث"


@pytest.mark.parametrize("table", ["layer", "annotation"])
def test_a_note_that_is_no_text_is_found(project: Project, damaged: sqlite3.Connection, table: str) -> None:
    article = find(project, "2")
    annotating.apply(project, "amal", [Edit(None, annotation(article, 0, 3))])
    damaged.execute(f"UPDATE {table} SET note = CAST(x'ff' AS TEXT)")
    assert check(project) == [f"A note in article {article} cannot be read."]
    with pytest.raises(StorageError, match="is damaged"):
        open_article(project, article, "amal")
    refuses_export(project, "is damaged")


@pytest.mark.parametrize(
    "change", ["display = 'z'", "colour = '#SC79A7'", "key = '?'", "name = ''", "examples = '5'", "key = '2'"]
)
def test_a_label_that_cannot_be_read_is_damage(
    project: Project, damaged: sqlite3.Connection, change: str
) -> None:
    damaged.execute(f"UPDATE label SET {change} WHERE number = 1")
    with pytest.raises(DamageError, match="is damaged"):
        label_set(project)


def test_a_lost_text_is_found(project: Project, damaged: sqlite3.Connection) -> None:
    damaged.execute("DELETE FROM article_text WHERE article = 2")
    (fault,) = check(project)
    assert "has lost its text" in fault
    refuses_export(project, "has lost its text")


def test_a_lost_article_is_found(project: Project, damaged: sqlite3.Connection) -> None:
    damaged.execute("DELETE FROM article WHERE number = 2")
    fault, unknown = check(project)
    assert "article_text" in fault
    assert "is not there" in fault
    assert "search index has articles that are not there" in unknown


@pytest.mark.parametrize(
    "damage",
    [
        "INSERT INTO article_terms (article_terms) VALUES ('delete-all')",
        "UPDATE article SET title = 'كلمة' WHERE number = 2",
        "INSERT INTO article_terms (rowid, terms) VALUES (2, 'كلمة')",
    ],
)
def test_an_index_that_does_not_fit_is_found_and_made_anew(
    project: Project, damaged: sqlite3.Connection, damage: str
) -> None:
    damaged.execute(damage)
    assert all("search index does not know" in fault for fault in check(project))
    assert check(project)
    rebuild_index(project)
    assert check(project) == []


def test_a_span_outside_its_text_is_found(project: Project, damaged: sqlite3.Connection) -> None:
    damaged.executescript(
        "INSERT INTO annotator VALUES (1, 'amal'); INSERT INTO layer VALUES (2, 1, 'new', NULL, NULL);"
        "INSERT INTO annotation VALUES (2, 1, 'x', 10, 99, 1, 'human', NULL, NULL, '', '')"
    )
    (fault,) = check(project)
    assert "ends after its text" in fault
    refuses_export(project, "ends after its text")


def test_a_value_that_no_rule_allows_is_found(project: Project, damaged: sqlite3.Connection) -> None:
    damaged.execute("UPDATE article SET direction = 'up' WHERE number = 2")
    assert any("CHECK" in fault for fault in check(project))


@pytest.fixture(scope="module")
def sound_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from annotator.services.projects import create

    path = tmp_path_factory.mktemp("sound") / "project.annotator"
    project = create(path)
    add_articles(project, *(f"خبر {number} " * 200 for number in range(20)))
    project.close()
    return path


@given(
    place=st.integers(0, 1 << 20),
    damage=st.sampled_from(["cut", "zeroed", "flipped"]),
    bits=st.integers(1, 255),
)
@settings(
    max_examples=at_most(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_file_never_crashes_the_program(
    tmp_path: Path, sound_file: Path, place: int, damage: str, bits: int
) -> None:
    path = tmp_path / "broken.annotator"
    data = sound_file.read_bytes()
    place %= len(data)
    before, after = data[:place], data[place:]
    flipped = bytes([after[0] ^ bits]) + after[1:]
    path.write_bytes(before + {"cut": b"", "zeroed": bytes(len(after)), "flipped": flipped}[damage])
    try:
        with open_project(path, wait_s=0) as project:
            check(project)
    except AnnotatorError as error:
        assert str(path) in str(error)
        assert str(error).isprintable()
