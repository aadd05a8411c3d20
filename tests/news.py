"""Real news, and copies of it as papers make them."""

import random
import re
import zipfile
from pathlib import Path

import orjson

_ANT_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)


def saudi_news(shared_data: Path) -> list[str]:
    (archive,) = (shared_data / "news/saudinewsnet").glob("*.zip")
    with zipfile.ZipFile(archive) as opened:
        found = orjson.loads(opened.read(opened.namelist()[0]))
    return [article["content"] for article in found]


def ant_news(shared_data: Path) -> list[str]:
    files = sorted((shared_data / "news/antcorpus").glob("*/*.txt"))
    texts = [_ANT_TEXT.search(file.read_text("utf-8")) for file in files]
    return [text[1].strip() for text in texts if text and text[1].strip()]


def reworded(text: str, random: random.Random) -> str:
    """Replace each twentieth word or so."""
    words = text.split(" ")
    for place in random.sample(range(len(words)), len(words) // 20):
        words[place] = "بديل"
    return " ".join(words)


def with_lead(text: str, random: random.Random) -> str:
    return "الرياض (وكالات) - في تطور جديد تابعته صحف عربية وعالمية صباح اليوم:\n\n" + text


def shortened(text: str, random: random.Random) -> str:
    """Cut a third off the end, as an editor with little room."""
    words = text.split(" ")
    return " ".join(words[: len(words) * 2 // 3])


def respelt(text: str, random: random.Random) -> str:
    """Spell as careless typists do, and with other spaces."""
    return text.replace("أ", "ا").replace("ة", "ه").replace("\n", "  ").replace("لا", "لـا")


COPYISTS = (reworded, with_lead, shortened, respelt)
