"""The open article, checked while it is labelled."""

from collections.abc import Collection

from annotator.quality.boundaries import Finding, Rule, findings
from annotator.services.browsing import OpenArticle


def check_article(shown: OpenArticle, rules: Collection[Rule]) -> list[Finding]:
    """Return what the rules find in the layer that is shown, in reading order."""
    return findings(shown.article.text, shown.annotations, rules)
