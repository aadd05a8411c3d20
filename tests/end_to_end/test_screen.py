"""The main job on a real X screen, with keys as a keyboard sends them."""

import zipfile
from pathlib import Path

import orjson
import pytest

from annotator.arabic import graphemes, words
from tests.end_to_end.screen import Screen
from tests.texts import write_lines

TEXT = "وقّعت أرمينيا وباكو اتفاق سلام.\n"


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["us", "ara"])
def test_labelling_by_keys_alone_on_a_real_screen(display: str, tmp_path: Path, layout: str) -> None:
    screen, source = Screen(display, tmp_path), tmp_path / "1.txt"
    source.write_bytes(TEXT.encode())
    screen.annotator("new", screen.project)
    screen.annotator("import", screen.project, source)
    screen.tool("setxkbmap", layout)
    window = screen.open()
    screen.keys("ctrl+Home", "ctrl+Left", "Left", "ctrl+shift+Left", "1", "Escape")
    screen.keys("ctrl+Left", "Left", "Left", "ctrl+shift+Left", "2", "Escape")
    screen.keys("ctrl+Left", "Left", "ctrl+shift+Left", "ctrl+shift+Left", "3")
    screen.keys("ctrl+z", "ctrl+shift+z", "ctrl+Return", "ctrl+q")
    assert window.wait(20) == 0
    (record,) = screen.exported(tmp_path / "out.jsonl")
    assert [(span["text"], span["label"]) for span in record["spans"]] == [
        ("أرمينيا", "ACTOR"),
        ("باكو", "PLACE"),
        ("اتفاق سلام", "AGREEMENT"),
    ]
    assert record["text"].encode() == source.read_bytes()
    assert (record["status"], record["annotator"]) == ("submitted", "amal")


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["us", "ara"])
def test_a_word_is_read_anew_by_the_key_left_of_1_on_a_real_screen(
    display: str, tmp_path: Path, layout: str
) -> None:
    screen, source = Screen(display, tmp_path), tmp_path / "1.txt"
    source.write_bytes("زار ولأرمينيا أمس".encode())
    screen.annotator("new", screen.project)
    screen.annotator("import", screen.project, source)
    screen.tool("setxkbmap", layout)
    window, left_of_1 = screen.open(), "49"
    screen.keys("ctrl+Home", "ctrl+Left", "Left", "Left", left_of_1, left_of_1, f"shift+{left_of_1}", "2")
    screen.keys("Escape", "ctrl+Left", "alt+Up", "1")
    screen.keys("ctrl+q")
    assert window.wait(20) == 0
    (record,) = screen.exported(tmp_path / "out.jsonl")
    assert {(span["text"], span["label"]) for span in record["spans"]} == {
        ("أرمينيا", "PLACE"),
        ("أرمينيا", "ACTOR"),
    }


@pytest.mark.slow
def test_real_articles_are_labelled_by_keys_and_exported_exactly(
    display: str, tmp_path: Path, shared_data: Path
) -> None:
    screen = Screen(display, tmp_path)
    (agency,) = (shared_data / "news").glob("000_*.txt")
    with zipfile.ZipFile(next((shared_data / "news" / "saudinewsnet").glob("*.zip"))) as files:
        name = next(name for name in files.namelist() if name.endswith(".json"))
        articles = orjson.loads(files.read(name))[:3]
    news = write_lines(tmp_path / "news.jsonl", *({"text": item["content"], **item} for item in articles))
    screen.annotator("new", screen.project)
    screen.annotator("import", screen.project, agency, news)
    texts = [agency.read_bytes().decode(), *(item["content"] for item in articles)]
    window, wanted = screen.open(), []
    for nth, text in enumerate(texts, 1):
        screen.keys("ctrl+Home", *["ctrl+Left"] * 4, "Left", *["ctrl+shift+Left"] * nth, str(nth))
        screen.keys(
            "Escape", *["ctrl+Left"] * 9, "ctrl+Right", "ctrl+shift+Left", str(5 - nth), "ctrl+Return"
        )
        wanted.append(_labelled(text, nth))
    screen.keys("ctrl+q")
    assert window.wait(20) == 0
    records = screen.exported(tmp_path / "out.jsonl")
    assert [record["text"] for record in records] == texts
    for record, spans in zip(records, wanted, strict=True):
        assert [(span["start"], span["end"], span["label"]) for span in record["spans"]] == spans
        assert record["status"] == "submitted"


def _labelled(text: str, nth: int) -> list[tuple[int, int, str]]:
    """Return what those keys label: some words from the fifth on, and one some way behind them."""
    labels = ("ACTOR", "PLACE", "AGREEMENT", "TOPIC")

    def after(place: int, count: int) -> int:
        for _ in range(count):
            place = words.end_after(text, place)
        return place

    start = graphemes.after(text, after(0, 4))
    end = after(start, nth)
    later = words.start_before(text, after(start, 9))
    return [(start, end, labels[nth - 1]), (later, after(later, 1), labels[4 - nth])]
