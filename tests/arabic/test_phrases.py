"""Finding a phrase as a reader would: against a slow search that takes every word apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.attachments import cuts
from annotator.arabic.folding import fold
from annotator.arabic.phrases import Phrase, mention_query
from annotator.arabic.terms import WORD, terms
from tests.by_hand import by_hand, taken_apart
from tests.texts import texts

_words = st.text("ولفبكساةمرنى ،ـَ\n", min_size=1, max_size=12)
_news = st.lists(_words | texts, min_size=1, max_size=6).map(" ".join)


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
        ("قرار", "قراره وقرارها وبقرارهم، والقرار؛ قرارة", ["قرار", "قرار", "قرار", "قرار"]),
        ("وزير الخارجية", "وزير خارجيتها، وزير الخارجيه", ["وزير الخارجيه"]),
        ("حرية الرأي", "حرية رأيها وحرية الرأي", ["حرية الرأي"]),
        ("رئيس وزرائ", "رئيس وزرائهم", ["رئيس وزرائ"]),
        ("مدرس", "مدرسة مدرسه", ["مدرس"]),
        ("باكو | طهران", "طهران وباكو", ["طهران", "باكو"]),
        ('"باكو" | الأمم', "وباكو باكو للأمم", ["باكو", "لأمم"]),
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
    assert {cut.rest for word in forms for cut in cuts(word)} | forms == terms(text)


@pytest.mark.parametrize(
    ("text", "span", "query"),
    [
        ("قرار للأمم المتحدة", "لأمم المتحدة", "الأمم المتحدة | لأمم المتحدة"),
        ("للبنان", "لبنان", "البنان | لبنان"),
        ("في اللقاء", "لقاء", "لقاء"),
        ("في باكو", "باكو", "باكو"),
        ("لأرمينيا", "أرمينيا", "أرمينيا"),
        ("قال «المصدر\n المسؤول»*", "«المصدر\n المسؤول»*", "المصدر المسؤول"),
        ("«»", "«»", ""),
    ],
)
def test_a_labelled_span_tells_how_to_find_its_other_mentions(text: str, span: str, query: str) -> None:
    start = text.index(span)
    assert mention_query(text, start, start + len(span)) == query


@given(_news, st.data())
def test_a_span_of_whole_words_is_among_its_own_mentions(text: str, data: st.DataObject) -> None:
    places = [(word, found[0], found[-1] + 1) for word, found in taken_apart(text)]
    # A fraction is two words of one letter, and neither is found alone.
    words = [(start, end) for word, start, end in places if fold(text[start:end]) == word]
    if words:
        start, end = data.draw(st.sampled_from(words))
        found = list(Phrase.of(mention_query(text, start, end)).find(text))
        assert any(first <= start < last or start <= first < end for first, last in found)
