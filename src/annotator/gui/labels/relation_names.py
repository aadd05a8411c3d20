"""What relations are called: names that datasets share, shown in the language of the interface."""

from annotator.domain.annotation import Annotation
from annotator.gui.translation import tr

NAMES = {
    "party": "Party to it",
    "place": "In this place",
    "topic": "On this topic",
    "related": "Related",
}
_BY_TARGET = {"actor": "party", "place": "place", "topic": "topic"}


def relation_name(name: str) -> str:
    """Return how a name is shown; those that a project made up itself as they are."""
    return tr(NAMES[name]) if name in NAMES else name


def usual_name(end: Annotation) -> str:
    """Return the name that a relation to an annotation most likely has, by its label."""
    return _BY_TARGET.get(end.label, "related")
