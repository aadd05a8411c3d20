"""The main job on a real X screen, with keys as a keyboard sends them."""

import zipfile
from pathlib import Path

import orjson
import pytest

from annotator.arabic import graphemes, words
from tests.end_to_end.screen import Screen
from tests.texts import write_lines

TEXT = "وقّعت أرمينيا وباكو اتفاق سلام.\n"
LAYOUTS = ("us", "ara", "us,ara", "fr")
ROWS = (("1234567890", 10), ("qwertyuiop[]", 24), ("asdfghjkl", 38), ("`", 49), ("zxcvbnm", 52), ("/", 61))
PLACES = {letter: str(first + step) for row, first in ROWS for step, letter in enumerate(row)}
"""X11's codes of keys, by what a US keyboard has there: xdotool itself would look for a letter's key."""

_LETTERS: dict[str, dict[str, str]] = dict.fromkeys(LAYOUTS, PLACES)
_LETTERS["fr"] = PLACES | {"q": PLACES["a"], "z": PLACES["w"], "w": PLACES["z"], "a": PLACES["q"]}
"""Where those layouts have a letter; an Arabic one where a US keyboard has it."""


def turn_to(screen: Screen, layout: str) -> None:
    """Make a layout the active one, the last of several."""
    screen.tool("setxkbmap", "-layout", layout, "-option", "grp:rctrl_toggle")
    if "," in layout:
        screen.keys("Control_R")


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
def test_labelling_by_keys_alone_on_a_real_screen(display: str, tmp_path: Path, layout: str) -> None:
    screen, source = Screen(display, tmp_path), tmp_path / "1.txt"
    source.write_bytes(TEXT.encode())
    screen.annotator("new", screen.project)
    screen.annotator("import", screen.project, source)
    window = screen.open()
    turn_to(screen, layout)
    one, two, three, undo = PLACES["1"], PLACES["2"], PLACES["3"], _LETTERS[layout]["z"]
    screen.keys("ctrl+Home", "ctrl+Left", "Left", "ctrl+shift+Left", one, "Escape")
    screen.keys("ctrl+Left", "Left", "Left", "ctrl+shift+Left", two, "Escape")
    screen.keys("ctrl+Left", "Left", "ctrl+shift+Left", "ctrl+shift+Left", three)
    screen.keys(f"ctrl+{undo}", f"ctrl+shift+{undo}", "ctrl+Return", f"ctrl+{_LETTERS[layout]['q']}")
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
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_word_is_read_anew_by_the_key_left_of_1_on_a_real_screen(
    display: str, tmp_path: Path, layout: str
) -> None:
    screen, source = Screen(display, tmp_path), tmp_path / "1.txt"
    source.write_bytes("زار ولأرمينيا أمس".encode())
    screen.annotator("new", screen.project)
    screen.annotator("import", screen.project, source)
    window, left_of_1 = screen.open(), PLACES["`"]
    turn_to(screen, layout)
    screen.keys(
        "ctrl+Home", "ctrl+Left", "Left", "Left", left_of_1, left_of_1, f"shift+{left_of_1}", PLACES["2"]
    )
    screen.keys("Escape", "ctrl+Left", "alt+Up", PLACES["1"])
    screen.keys(f"ctrl+{_LETTERS[layout]['q']}")
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
