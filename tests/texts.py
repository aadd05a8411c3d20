"""Texts that careless programs change, cut or refuse, and lines of JSON around them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import orjson
from hypothesis import strategies as st

TRICKY = {
    "emoji": "فوز 🎉 كبير 👩‍👩‍👧‍👦 لقطر 🇶🇦",
    "tashkeel": "وَقَّعَتْ أَرْمِينِيَا ٱتِّفَاقًا",
    "tatweel": "الـــســـلام",
    "CRLF": "سطر\r\nسطر\r\n",
    "lone CR": "سطر\rسطر",
    "BOM inside": "قبل\ufeffبعد",
    "NBSP": "١٥\u00a0مليون\u202fدولار",
    "bidi controls": "\u202bباكو\u202c \u2067رويترز\u2069 \u200fABC\u200e",
    "ZWNJ and ZWJ": "می\u200cخواهم ه\u200d",
    "line separators": "أ\u2028ب\u2029ج\x85د\x0bه\x0cو",
    "trailing newlines": "خبر\n\n\n",
    "spaces around": "  \tخبر \t ",
    "presentation forms": "ﻻ ﷲ ﷺ",
    "not normalised": "أ أ é é",
    "beyond the BMP": "\U0001ee00 \U0010ffff",
    "control characters": "أ\x01\x1b[31m\x7fب",
    "noncharacters": "\ufffe\uffff",
}

characters = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
arabic = st.sampled_from("ابتةىلامءأإآ ًَُِّْـ،؟()«»٠١٢3a\u200c\u200d\u200f\r\n🎉\ufeff")
texts = st.text(characters | arabic, min_size=1, max_size=40)


def lines_of(objects: Iterable[Mapping[str, object]]) -> bytes:
    return b"".join(orjson.dumps(one) + b"\n" for one in objects)


def write_lines(path: Path, *objects: Mapping[str, object]) -> Path:
    path.write_bytes(lines_of(objects))
    return path


def read_lines(path: Path) -> list[dict[str, object]]:
    return [orjson.loads(line) for line in path.read_bytes().split(b"\n") if line]
