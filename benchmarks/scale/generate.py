"""Write a corpus of articles as a newsroom's archive has them: several sources, two years, wire copies.

generate.py COUNT OUT writes native JSON Lines of about 2,500 characters and 25 spans an article, a fourth of
which begin within a word. Two articles of a hundred are copies: an earlier article with another lead, a word
in thirty changed and its end cut off. Words are drawn as often as in news (Zipf), from roots and patterns;
what they say is nothing. An article depends on its number alone, so a smaller corpus is the beginning of a
larger one.
"""

import sys
from datetime import date, timedelta
from itertools import accumulate, product
from pathlib import Path
from random import Random

import orjson

SOURCES = ("وكالة الشرق", "صحيفة المدينة", "موقع الخبر", "راديو النيل", "مجلة الاقتصاد")
FIRST_DAY, DAYS = date(2024, 1, 1), 731
NAMES = {
    "ACTOR": ("وزير الخارجية", "رئيس الوزراء", "الأمم المتحدة", "البنك المركزي", "جامعة الدول العربية"),
    "PLACE": ("القاهرة", "بيروت", "الخرطوم", "باكو", "طهران", "الرباط", "بحر قزوين"),
    "AGREEMENT": ("مذكرة تفاهم", "اتفاق التجارة", "معاهدة الحدود", "هدنة"),
    "TOPIC": ("الأمن السيبراني", "الطاقة المتجددة", "سعر الصرف", "التعليم", "المياه"),
}
NAMED = [(name, label) for label, names in NAMES.items() for name in names]
CLITICS = ("", "", "", "", "", "", "", "و", "ب", "ل")
LETTERS = "بتجحخدرزسشصضطعفقكلمنه"
PATTERNS = (
    *("{0}{1}{2}", "ال{0}{1}{2}", "{0}ا{1}{2}", "ال{0}ا{1}{2}", "م{0}{1}و{2}", "ي{0}{1}{2}", "ت{0}{1}ي{2}"),
    *("{0}{1}ا{2}", "است{0}{1}ا{2}", "ال{0}{1}ي{2}ة"),
)
WORDS = [pattern.format(*root) for root, pattern in product(product(LETTERS, repeat=3), PATTERNS)]
Random(0).shuffle(WORDS)
# The first words are rarer than Zipf has them, since function words are left out.
WEIGHTS = list(accumulate(1 / (rank + 20) for rank in range(len(WORDS))))
LENGTH, SPANS, SENTENCE = 390, 25, 14
COPIED = 50

Token = tuple[str, str, str | None]
"""What is written before a name, the word or name, its label."""


def article(number: int) -> dict[str, object]:
    """Return an article in the native form, without ids of the project's."""
    about = Random(-1 - number)
    source, day = about.choice(SOURCES), FIRST_DAY + timedelta(about.randrange(DAYS))
    is_copy = number % COPIED == COPIED - 1
    text, spans = _written(_copy(number) if is_copy else _tokens(number))
    meta = {"source": source, "published": day.isoformat(), "title": text[: text.find(" ", 40)]}
    return {"external_id": f"{number:07}", "text": text, "meta": meta, "status": "submitted", "spans": spans}


def _tokens(number: int) -> list[Token]:
    random = Random(number)
    count = int(random.gauss(LENGTH, LENGTH * 0.08))
    tokens: list[Token] = [("", word, None) for word in random.choices(WORDS, cum_weights=WEIGHTS, k=count)]
    for place in random.sample(range(count), SPANS):
        name, label = random.choice(NAMED)
        tokens[place] = random.choice(CLITICS), name, label
    return tokens


def _copy(number: int) -> list[Token]:
    random = Random(number)
    original = random.randrange(number)
    if original % COPIED == COPIED - 1:
        original -= 1
    tokens = _tokens(original)
    lead: list[Token] = [("", word, None) for word in random.choices(WORDS, cum_weights=WEIGHTS, k=SENTENCE)]
    kept = tokens[: len(tokens) * 9 // 10]
    for place in random.sample(range(len(kept)), len(kept) // 30):
        kept[place] = "", random.choice(WORDS), None
    return lead + kept


def _written(tokens: list[Token]) -> tuple[str, list[dict[str, object]]]:
    parts: list[str] = []
    spans: list[dict[str, object]] = []
    place = 0
    for nth, (before, word, label) in enumerate(tokens, 1):
        after = " " if nth % SENTENCE else ".\n\n" if nth % (5 * SENTENCE) == 0 else ". "
        start = place + len(before)
        end = start + len(word)
        if label:
            spans.append({"start": start, "end": end, "label": label})
        parts += (before, word, after)
        place = end + len(after)
    return "".join(parts).strip(), spans


def main() -> None:
    count, out = int(sys.argv[1]), Path(sys.argv[2])
    with out.open("wb") as file:
        for number in range(count):
            file.write(orjson.dumps(article(number), option=orjson.OPT_APPEND_NEWLINE))


if __name__ == "__main__":
    main()
