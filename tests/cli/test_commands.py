"""The commands, as scripts rely on them."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import orjson
import pytest

from annotator.resources import resource
from tests.cli.conftest import Annotator
from tests.texts import read_lines, write_lines

SAMPLE = resource("sample", "articles.jsonl")


@pytest.fixture
def sample(annotator: Annotator, project_path: Path) -> Path:
    annotator("import", project_path, SAMPLE).succeeds()
    return project_path


def test_a_day_at_the_command_line(annotator: Annotator, tmp_path: Path) -> None:
    project, out = tmp_path / "p.annotator", tmp_path / "out.jsonl"
    annotator("new", project).succeeds()
    said = annotator("import", project, SAMPLE).succeeds().out
    assert said.splitlines() == [
        "Imported 12 articles and 273 spans from 1 file.",
        "Characters that are not seen, kept as they are: 10 TATWEEL",
    ]
    annotator("export", project, out, "--format", "jsonl").succeeds()
    assert out.read_bytes() == SAMPLE.read_bytes()
    assert annotator("check", project).succeeds().out.startswith("The project is sound.\n")


def test_help_names_every_command(annotator: Annotator) -> None:
    said = annotator("--help").succeeds().out
    for name in (
        "open",
        "new",
        "import",
        "export",
        "formats",
        "articles",
        "show",
        "search",
        "stats",
        "check",
        "self-test",
    ):
        assert name in said


def test_the_json_of_each_command(program: Annotator, sample: Path) -> None:
    articles = orjson.loads(program("articles", sample, "--json").succeeds().out)
    assert [article["number"] for article in articles] == list(range(1, 13))
    assert articles[0]["status"] == "submitted"
    assert sum(articles[0]["labels"].values()) == 30
    stats = orjson.loads(program("stats", sample, "--json").succeeds().out)
    assert stats["articles"] == 12
    assert stats["states"]["model"]["submitted"] == 9
    assert stats["labels"]["model"]["ACTOR"] == 109
    check = orjson.loads(program("check", sample, "--json").succeeds().out)
    assert check.keys() == {"integrity", "boundaries", "consistency"}
    assert check["integrity"] == []
    formats = orjson.loads(program("formats", "--json").succeeds().out)
    assert {"jsonl", "doccano", "txt"} <= {form["name"] for form in formats}


def test_several_annotators_have_to_be_chosen_from(
    annotator: Annotator, project_path: Path, tmp_path: Path
) -> None:
    lines = [
        {"id": 1, "text": "باكو", "label": [[0, 4, "PLACE"]], "annotator": name} for name in ("amal", "basim")
    ]
    annotator("import", project_path, write_lines(tmp_path / "in.jsonl", *lines)).succeeds()
    out = tmp_path / "out.jsonl"
    annotator("export", project_path, out, "--format", "jsonl").refuses("amal, basim")
    assert not out.exists()
    annotator("export", project_path, out, "--format", "jsonl", "--annotator", "basim").succeeds()
    assert [line["annotator"] for line in read_lines(out)] == ["basim"]
    annotator("export", project_path, out, "--format", "jsonl", "--all-annotators").succeeds()
    assert [line["annotator"] for line in read_lines(out)] == ["amal", "basim"]
    for command in (("show", project_path, "1"), ("articles", project_path)):
        annotator(*command).refuses("amal, basim")
        annotator(*command, "--annotator", "nobody").refuses("no annotator nobody", "amal, basim")
        annotator(*command, "--annotator", "basim").succeeds()


@pytest.mark.parametrize("bidi", ["on", "off"])
def test_any_text_is_shown_in_a_terminal(
    annotator: Annotator, project_path: Path, tmp_path: Path, bidi: str
) -> None:
    text = "a\u00a0b\tc\u200cd \u200fe\u202e\x1b[31m🎉\n" + "x" * 200_000
    annotator("import", project_path, write_lines(tmp_path / "in.jsonl", {"text": text})).succeeds()
    said = annotator("show", project_path, "1", "--bidi", bidi).succeeds().out
    assert "\x1b" not in said
    assert "\u202e" not in said
    if bidi == "off":
        assert "a b c\u200cd e\ufffd[31m🎉" in said


@pytest.mark.parametrize("name", ["3", "sample-03"])
def test_an_article_is_shown_by_number_or_outside_id(annotator: Annotator, sample: Path, name: str) -> None:
    said = annotator("show", sample, name).succeeds().out
    assert "فاس" in said
    assert said.startswith("model:")
    annotator("show", sample, "nothing").refuses("nothing")


def test_a_terminal_that_joins_nothing_is_given_joined_letters(annotator: Annotator, sample: Path) -> None:
    plain = annotator("show", sample, "1", "--bidi", "off").succeeds().out
    shaped = annotator("show", sample, "1", "--bidi", "on").succeeds().out
    assert not any("\ufb50" <= letter <= "\ufefc" for letter in plain)
    assert any("\ufe70" <= letter <= "\ufefc" for letter in shaped)


def test_no_export_holds_letters_shaped_for_terminals(
    annotator: Annotator, sample: Path, tmp_path: Path
) -> None:
    for form in ("jsonl", "doccano"):
        annotator("export", sample, tmp_path / "out", "--format", form).succeeds()
        text = (tmp_path / "out").read_text("utf-8")
        assert not any("\ufb50" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufefc" for letter in text)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("import",),
        ("export", "p", "o"),
        ("stats", "p", "--nonsense"),
        ("show", "p", "1", "--bidi", "x"),
    ],
)
def test_wrong_usage_is_exit_2(annotator: Annotator, arguments: tuple[str, ...]) -> None:
    assert annotator(*arguments).code == 2


def test_a_report_says_what_was_imported(annotator: Annotator, project_path: Path, tmp_path: Path) -> None:
    text, report = tmp_path / "a.txt", tmp_path / "report.json"
    text.write_bytes("وقّعت أرمينيا اتفاقًا مع أذربيجان في العاصمة".encode("cp1256", "ignore"))
    said = annotator("import", project_path, text, "--report", report).succeeds().out
    assert "Read as windows-1256" in said
    (file,) = orjson.loads(report.read_bytes())["files"]
    assert (file["format"], file["encoding"], file["records"]) == ("txt", "windows-1256", 1)


def test_a_reader_that_has_seen_enough_is_no_error_to_complain_of(sample: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "annotator", "articles", str(sample)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_search_prints_every_mention_in_its_context(
    annotator: Annotator, project_path: Path, tmp_path: Path
) -> None:
    news = write_lines(
        tmp_path / "in.jsonl",
        {"text": "وصل إلى باكو،\nوباكو قريبة", "spans": [{"start": 8, "end": 12, "label": "PLACE"}]},
        {"text": "للأمم المتحدة"},
    )
    annotator("import", project_path, news, "--annotator", "amal").succeeds()
    one, other = annotator("search", project_path, "باكو").succeeds().out.splitlines()
    assert one.split() == ["1", "وصل", "إلى", "باكو،", "وباكو", "قريبة", "PLACE"]
    assert other.index("باكو", other.index("وباكو") + 1) == one.index("باكو")
    assert "ﻢﻣﺄﻠﻟ" in annotator("search", project_path, "الأمم", "--bidi", "on").succeeds().out


def test_search_says_what_it_found_as_json(annotator: Annotator, sample: Path) -> None:
    found = orjson.loads(annotator("search", sample, "باكو", "--json", "--limit", 2).succeeds().out)
    assert len(found["mentions"]) == 2
    assert not found["complete"]
    assert {mention["text"] for mention in found["mentions"]} == {"باكو"}
    assert found["mentions"][0]["labels"]


def test_search_says_when_there_is_more_or_nothing(annotator: Annotator, sample: Path) -> None:
    assert "--limit shows more" in annotator("search", sample, "باكو", "--limit", 1).err
    nothing = annotator("search", sample, "NEAR(")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "Nothing was found.\n")


@pytest.mark.parametrize("query", ["", "%", '"', "*"])
def test_search_refuses_a_query_without_a_word(annotator: Annotator, sample: Path, query: str) -> None:
    annotator("search", sample, query).refuses("no word")


def test_an_index_is_made_anew_when_asked(annotator: Annotator, sample: Path) -> None:
    with closing(sqlite3.connect(sample)) as connection, connection:
        connection.execute("INSERT INTO article_terms (article_terms) VALUES ('delete-all')")
    assert "search index" in annotator("check", sample).out
    assert annotator("check", sample, "--rebuild-index").succeeds().out.startswith("The project is sound.\n")


def test_search_needs_no_annotator_named_among_several(
    annotator: Annotator, sample: Path, tmp_path: Path
) -> None:
    line = {"text": "زار باكو", "annotator": "badr", "label": [[4, 8, "PLACE"]]}
    annotator("import", sample, write_lines(tmp_path / "more.jsonl", line)).succeeds()
    assert orjson.loads(annotator("search", sample, "باكو", "--json").succeeds().out)["mentions"]
    annotator("search", sample, "باكو", "--annotator", "nobody").refuses("nobody")
