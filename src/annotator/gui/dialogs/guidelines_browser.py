"""Shows guidelines: Markdown with a section a label."""

import re

from annotator.domain.label import Label
from annotator.gui.page_browser import PageBrowser


class GuidelinesBrowser(PageBrowser):
    def go_to(self, label: Label) -> None:
        """Bring the label's section to the top."""
        self.go_to_heading(lambda heading: is_about(heading, label))


def is_about(heading: str, label: Label) -> bool:
    """Tell whether one of a label's names is among the words of a heading."""
    names = filter(None, (label.name, *label.display.values()))
    return any(re.search(rf"\b{re.escape(name)}\b", heading) for name in names)
