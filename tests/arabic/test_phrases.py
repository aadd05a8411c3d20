"""Finding a phrase as a reader would: against a slow search that takes every word apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.folding import fold
from annotator.arabic.phrases import Phrase
from annotator.arabic.proclitics import cuts
from annotator.arabic.terms import WORD, terms
from tests.texts import texts

_words = st.text("ولفبكساةمرنى ،ـَ\n", min_size=1, max_size=12)
_news = st.lists(_words | texts, min_size=1, max_size=6).map(" ".join)


def by_hand(query: str, text: str) -> list[tuple[int, int]]:
    """Fold letter by letter, take every word apart, and compare word with word."""
    wanted = WORD.findall(fold(query))
    letters = [(place, folded) for place, letter in enumerate(text) for folded in fold(letter)]
    words: list[list[tuple[int, str]]] = [[]]
    for place, letter in letters:
        if WORD.fullmatch(letter):
            words[-1].append((place, letter))
        elif words[-1]:
            words.append([])
    words = [word for word in words if word]
    found: list[tuple[int, int]] = []
    taken = 0
    for nth in range(len(words) - len(wanted) + 1 if wanted else 0):
        first, *others = ("".join(letter for _, letter in word) for word in words[nth : nth + len(wanted)])
        ways = [length for length, rest in ((0, first), *cuts(first)) if rest == wanted[0]]
        if ways and others == wanted[1:] and nth >= taken:
            end = words[nth + len(wanted) - 1][-1][0] + 1
            while end < len(text) and (text[end] == "ـ" or unicodedata.category(text[end]) in {"Mn", "Me"}):
                end += 1
            found.append((words[nth][ways[0]][0], end))
            taken = nth + len(wanted)
    return found


@pytest.mark.parametrize(
    ("query", "text", "mentions"),
    [
        ("باكو", "وصل إلى باكو، وباكو قريبة؛ بباكُو وللباكو", ["باكو", "باكو", "باكُو", "باكو"]),
        ("الأمم", "للأمم والأمم وبالأمم", ["لأمم", "الأمم", "الأمم"]),
        ("أمم", "الأمم للأمم أمم", ["أمم", "أمم", "أمم"]),
        ("الأمم المتحدة", "قرار للأمم المتّحده", ["لأمم المتّحده"]),
        ("مدرسة", "مدرسه", ["مدرسه"]),
        ("٢٠٢٦", "عام 2026", ["2026"]),
        ('"باكو"', "وباكو باكو بَاكو", ["باكو"]),
        ("«للأمم»", "للأمم", ["للأمم"]),
        ("باك*", "وباكو باكستان", ["باكو", "باكستان"]),
        ("وزير", "وزير زير", ["وزير"]),
        ("NEAR(", "near", ["near"]),
        ("%_'\"", "باكو", []),
        ("", "باكو", []),
    ],
)
def test_mentions_are_found_and_left_without_their_clitics(
    query: str, text: str, mentions: list[str]
) -> None:
    assert [text[start:end] for start, end in Phrase.of(query).find(text)] == mentions


@given(_news, st.data())
def test_a_phrase_finds_what_a_slow_search_finds(text: str, data: st.DataObject) -> None:
    words = WORD.findall(fold(text)) or ["لا"]
    nth = data.draw(st.integers(0, len(words) - 1))
    query = " ".join(words[nth : nth + data.draw(st.integers(1, 2))])
    found = list(Phrase.of(query).find(text))
    assert found == by_hand(query, text)
    assert found or not WORD.findall(fold(text))


@given(_news, st.data())
def test_whatever_a_phrase_finds_the_terms_of_the_text_tell(text: str, data: st.DataObject) -> None:
    query = data.draw(_words | texts)
    for typed in (query, f'"{query}"', f"{query}*"):
        phrase = Phrase.of(typed)
        if list(phrase.find(text)):
            *whole, last = phrase.words
            known = terms(text)
            assert known.issuperset(whole)
            assert last in known or (phrase.is_open and any(term.startswith(last) for term in known))


@given(_news)
def test_terms_do_not_depend_on_where_the_text_is_split(text: str) -> None:
    forms = set(WORD.findall(fold(text)))
    assert forms <= terms(text)
    assert {rest for word in forms for _, rest in cuts(word)} | forms == terms(text)


@pytest.mark.parametrize(
    ("text", "span", "other"),
    [
        ("قرار للأمم المتحدة", "لأمم المتحدة", "الأمم المتحدة"),
        ("في باكو", "باكو", "وباكو"),
        ("لأرمينيا", "أرمينيا", "أرمينيا"),
    ],
)
def test_a_labelled_span_finds_its_other_mentions(text: str, span: str, other: str) -> None:
    start = text.index(span)
    assert list(Phrase.of_mention(text, start, start + len(span)).find(other))
