"""What measures of agreement are made of, and why one may be without a value."""

from enum import StrEnum


class Tokenizer(StrEnum):
    """How texts are cut into tokens: as Arabic is read, with marks of punctuation apart, or at spaces."""

    ARABIC = "arabic"
    WHITESPACE = "whitespace"


class Undefined(StrEnum):
    """Why there is no value. Each goes on after “undefined:”."""

    ANNOTATORS = "there are fewer than two annotators"
    ARTICLES = "there is no article that both have submitted"
    PAIRS = "no two annotators have submitted the same article"
    ONE_ARTICLE = "one article alone tells nothing of chance"
    SPANS = "no span was marked"
    REFERENCE = "the first has marked no span"
    RESPONSE = "the second has marked no span"
    TOKENS = "no token was seen by two annotators"
    LABELLED = "no token is labelled"
    COMPLETE = "there is no token in an article that all have submitted"
    ONE_VALUE = "all tokens have one label, so that chance alone agrees as well"


Figure = float | Undefined
"""A value, or why there is none; never 0 or 1 in its place."""
