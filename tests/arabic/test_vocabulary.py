"""What the articles seen so far tell of words."""

from annotator.arabic.vocabulary import Vocabulary

TEXT = "زار وباكو ثم لباكو"


def best(vocabulary: Vocabulary, word: str) -> str:
    start, end = vocabulary.stem(word)
    return word[start:end]


def test_annotators_are_followed_and_a_change_of_mind_too() -> None:
    seen = Vocabulary()
    assert best(seen, "وباكو") == "باكو"
    seen.see("1", TEXT, [TEXT.index("وباكو"), TEXT.index("لباكو")])
    assert best(seen, "وباكو") == "وباكو"
    seen.see("1", TEXT, [TEXT.index("لباكو") + 1])
    assert best(seen, "وباكو") == "باكو"
    assert seen.inner_edges("وباكو") == [1]
    assert seen.readings("وباكو") == Vocabulary().readings("وباكو")


def test_a_word_that_stands_alone_in_the_articles_is_found_behind_a_clitic() -> None:
    seen = Vocabulary()
    assert best(seen, "كنابولي") == "كنابولي"
    seen.see("1", "نابولي ونابولي في نابولي", [])
    assert best(seen, "كنابولي") == "كنابولي"
    seen.see("2", "إلى نابولي", [])
    seen.see("2", "إلى نابولي", [])
    assert best(seen, "كنابولي") == "نابولي"


def test_an_article_without_end_is_read_soon() -> None:
    seen = Vocabulary()
    seen.see("1", "نابولي " * 1_000_000, range(0, 700_000, 7))
    assert best(seen, "كنابولي") == "نابولي"
