"""A project on a server is used as one in a file."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
import pytest

from annotator.resources import resource
from tests.cli.conftest import Annotator

if TYPE_CHECKING:
    from tests.servers import Server

pytestmark = pytest.mark.slow


@pytest.fixture
def url(server: "Server") -> str:
    """The address of an empty database, with a password that nobody asks for."""
    return server.database().replace("postgres@", "postgres:s3kret@")


def test_a_day_on_a_server(annotator: Annotator, url: str, tmp_path: Path) -> None:
    assert annotator("new", url).succeeds().out.startswith("Made postgresql+psycopg://postgres@/test_")
    annotator("import", url, resource("sample", "articles.jsonl"), "--annotator", "amal").succeeds()
    assert annotator("search", url, "باكو", "--json").succeeds().out.count('"text"') > 0
    counts = orjson.loads(annotator("stats", url, "--json").succeeds().out)
    assert counts["annotators"] == ["amal"]
    annotator("check", url).succeeds()
    out, again = tmp_path / "out.jsonl", tmp_path / "again.jsonl"
    annotator("export", url, out, "--format", "jsonl").succeeds()
    taken = annotator("copy", url, tmp_path / "home.annotator").succeeds().out
    assert re.search(r": \d[\d,]* rows, read again and compared\.$", taken.strip())
    annotator("check", tmp_path / "home.annotator").succeeds()
    annotator("export", tmp_path / "home.annotator", again, "--format", "jsonl").succeeds()
    assert out.read_bytes() == again.read_bytes()


def test_a_copy_goes_where_nothing_is(annotator: Annotator, url: str, project_path: Path) -> None:
    assert "s3kret" not in annotator("copy", project_path, url).succeeds().out
    before = project_path.read_bytes()
    annotator("copy", project_path, url).refuses("holds something already")
    annotator("copy", url, project_path).refuses("is there already")
    annotator("new", url).refuses("holds something already")
    assert project_path.read_bytes() == before


@pytest.mark.parametrize("command", ["stats", "check", "articles", "new"])
def test_no_password_is_printed(annotator: Annotator, command: str) -> None:
    for url in ("postgresql://amal:s3kret@127.0.0.1:1/news", "postgresql://amal:s3kret@host:x/news"):
        outcome = annotator(command, url)
        outcome.refuses()
        assert "s3kret" not in outcome.err


def test_a_report_of_work_on_a_server_is_as_of_any(annotator: Annotator, tmp_path: Path) -> None:
    url = "postgresql://amal:s3kret@127.0.0.1:1/news"
    report = ("--report", tmp_path / "report.json")
    annotator("export", url, tmp_path / "out.jsonl", "--format", "jsonl", *report).refuses("does not answer")
    (tmp_path / "in.txt").write_text("نص", "utf-8")
    annotator("import", url, tmp_path / "in.txt", *report).refuses("does not answer")
