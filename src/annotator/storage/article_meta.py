"""What came with an article, as its row keeps it: an object of JSON."""

import orjson

from annotator.domain.errors import StorageError


def read_meta(said: object) -> dict[str, object] | None:
    """Return what a row says, as text or as its bytes; None where that is no object of JSON."""
    try:
        found = orjson.loads(said) if isinstance(said, str | bytes) else None
    except orjson.JSONDecodeError:
        return None
    return found if isinstance(found, dict) else None


def meta_of(article_id: str, said: str) -> dict[str, object]:
    """Return what came with an article. Raises StorageError where it is damaged."""
    found = read_meta(said)
    if found is None:
        raise StorageError(
            "The metadata of article {article} is damaged: it cannot be read.", article=article_id
        )
    return found
