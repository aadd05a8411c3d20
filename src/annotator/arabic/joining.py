"""Which letters join the next one, by Unicode's Joining_Type."""

from annotator.arabic.patterns import compiled

_JOINS = r"(?r)[\p{JT=D}\p{JT=L}\p{JT=C}]\p{JT=T}*"
_JOINED = r"[\p{JT=D}\p{JT=R}\p{JT=C}\p{JT=T}]"


def joins_next(text: str, place: int) -> bool:
    """Tell whether what stands before a place joins what stands after, so that a cut changes their forms."""
    return bool(compiled(_JOINED).match(text, place) and compiled(_JOINS).match(text, 0, place))
