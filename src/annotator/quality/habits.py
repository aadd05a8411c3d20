"""What a project's annotators do: which strings they label how, kept up to date edit by edit."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.article import ArticleState
from annotator.domain.edit import Edit
from annotator.quality.edges import Edge, Edges, Part
from annotator.quality.running_words import RunningWords
from annotator.quality.standings import Standings
from annotator.quality.uses import Use, UsedLayer, UsesAt

Source = str | Edge | Part
"""What has habits: a string, by its form, or where spans begin and end."""

Group = dict[str, set[Use]]
"""The uses of one string, by label."""


class Habits:
    """Is told of articles once, and of layers whenever they change. Labels are ids.

    changed holds the strings and edges of which something is new since it was cleared.
    """

    def __init__(self) -> None:
        self.words = RunningWords()
        self.groups: dict[str, Group] = {}
        self.lengths: dict[str, dict[int, set[Use]]] = defaultdict(lambda: defaultdict(set))
        self.edges = Edges(self.words)
        self.layers: list[UsedLayer] = []
        self.uses_at: UsesAt = {}
        self._of_article: dict[str, list[UsedLayer]] = defaultdict(list)
        self.standings = Standings(self.words, self._of_article)
        self.changed: set[Source] = set()

    def begin(self, article: str, text: str) -> None:
        """Take in an article. It is known from then on, whatever becomes of the labels in it."""
        self.words.add(article, text)

    def put(self, layer: Layer, annotations: Iterable[Annotation]) -> None:
        """Take in a layer of a known article, in the place of what was known of it."""
        mine = self._layer(layer.article, layer.annotator)
        now = {item.id: use for item in annotations if (use := self._use(mine, item))}
        gone = [use for use in mine.uses.values() if now.get(use.id) != use]
        new = [use for use in now.values() if mine.uses.get(use.id) != use]
        self._exchange(mine, gone, new, layer.state)

    def follow(self, edits: Iterable[Edit]) -> None:
        """Take in edits that were made, of known articles; those of other things are left alone."""
        for edit in edits:
            subject = edit.subject
            if isinstance(subject, Annotation):
                mine = self._layer(subject.article, subject.annotator)
                gone = [mine.uses[subject.id]] if subject.id in mine.uses else []
                use = self._use(mine, subject) if edit.after else None
                self._exchange(mine, gone, [use] if use else [], mine.state)
            elif isinstance(subject, Layer):
                self._exchange(self._layer(subject.article, subject.annotator), [], [], subject.state)

    def _layer(self, article: str, annotator: str) -> UsedLayer:
        of_article = self._of_article[article]
        found = next((layer for layer in of_article if layer.annotator == annotator), None)
        if found is None:
            new = Layer(article, annotator, ArticleState.NEW)
            found = UsedLayer(len(self.layers), new, self.words.of(article), self.uses_at)
            self.layers.append(found)
            of_article.append(found)
        return found

    def _use(self, layer: UsedLayer, item: Annotation) -> Use | None:
        """Return an annotation as it is counted; None where it is not on words."""
        if item.span is None:
            return None
        start, end = item.span.start, item.span.end
        places = self.words.covered(item.article, start, end)
        if places is None:
            return None
        form = self.words.form(*places, start, end)
        return Use(layer.number, item.id, start, end, item.label, *places, form)

    def _exchange(
        self, layer: UsedLayer, gone: Sequence[Use], new: Sequence[Use], state: ArticleState
    ) -> None:
        reach = layer.reach
        for use in gone:
            layer.remove(use)
            self._forget(use)
        for use in new:
            layer.add(use)
            self._count(use)
        layer.settle(state)
        touched = [place for use in (*gone, *new) for place in (use.first, use.last)]
        if layer.reach != reach:
            touched += [min(reach, layer.reach) + 1, max(reach, layer.reach)]
        if touched:
            self.changed.update(self.standings.renew(layer, min(touched), max(touched)))

    def _count(self, use: Use) -> None:
        group = self.groups.get(use.form)
        if group is None:
            group = self.groups[use.form] = defaultdict(set)
            self.standings.know(use.form)
        group[use.label].add(use)
        self.lengths[use.label][use.length].add(use)
        self.changed.add(use.form)
        self.edges.count(use, 1, self.changed)

    def _forget(self, use: Use) -> None:
        group = self.groups[use.form]
        group[use.label].remove(use)
        if not group[use.label]:
            del group[use.label]
        if not group:
            del self.groups[use.form]
            self.standings.forget(use.form)
        lengths = self.lengths[use.label]
        lengths[use.length].remove(use)
        if not lengths[use.length]:
            del lengths[use.length]
        if not lengths:
            del self.lengths[use.label]
        self.changed.add(use.form)
        self.edges.count(use, -1, self.changed)
