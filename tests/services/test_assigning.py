"""Articles are shared out evenly, and the same way again."""

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.services.assigning import assign

ARTICLES = st.lists(st.uuids().map(str), max_size=60, unique=True)
PEOPLE = st.lists(
    st.sampled_from(["amal", "badr", "dina", "هدى", "سمير"]), min_size=1, max_size=5, unique=True
)


@given(ARTICLES, PEOPLE, st.floats(0, 1), st.integers())
def test_everything_is_given_and_a_share_of_it_to_two(
    articles: list[str], people: list[str], overlap: float, seed: int
) -> None:
    given_out = assign(articles, people, overlap=overlap, seed=seed)
    owners = Counter(article for mine in given_out.values() for article in mine)
    assert set(owners) == set(articles)
    doubled = round(len(articles) * overlap) if len(people) > 1 else 0
    assert Counter(owners.values()) == Counter({2: doubled, 1: len(articles) - doubled}) - Counter()


@given(ARTICLES, PEOPLE, st.floats(0, 1), st.integers())
def test_nobody_has_more_than_others(
    articles: list[str], people: list[str], overlap: float, seed: int
) -> None:
    given_out = assign(articles, people, overlap=overlap, seed=seed)
    sizes = [len(mine) for mine in given_out.values()]
    assert max(sizes) - min(sizes) <= 1 + (len(people) > 3)
    shared = [len({*given_out[one]} & {*given_out[other]}) for one, other in combinations(people, 2)]
    assert not shared or max(shared) - min(shared) <= 1


@given(ARTICLES, PEOPLE, st.integers(), st.randoms())
def test_the_same_seed_shares_out_the_same_in_whatever_order_articles_come(
    articles: list[str], people: list[str], seed: int, random: object
) -> None:
    once = assign(articles, people, overlap=0.3, seed=seed)
    again = assign(articles[::-1], people, overlap=0.3, seed=seed)
    assert {name: {*mine} for name, mine in once.items()} == {name: {*mine} for name, mine in again.items()}
    assert all(mine == sorted(mine, key=articles.index) for mine in once.values())
