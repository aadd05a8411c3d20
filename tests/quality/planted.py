"""Articles in which names are labelled in one way, or in two for a reason, for errors to be planted in."""

from collections.abc import Callable, Iterator
from random import Random

from annotator.domain.annotation import Annotation, Layer
from annotator.domain.article import ArticleState
from annotator.domain.span import Span
from annotator.quality.consistency import Consistency
from annotator.quality.suspicion import ConsistencyRule

BOTH = ("مصر", "قطر")
"""Places in some sentences, actors in others, as countries are."""

NAMES = {
    "place": "باكو|تبليسي|يريفان|أنقرة|الدوحة|مسقط|بحر قزوين|ميناء صلالة|البحر الأسود|جمهورية أذربيجان",
    "actor": "سامر الحلبي|ليلى منصور|وزارة النقل|شركة دلتا للشحن|البنك الأوروبي|نقابة الصيادين|رامي قباني",
    "agreement": "مذكرة تفاهم|اتفاقية النقل البري|بروتوكول المعابر|عقد الصيانة",
    "topic": "الأمن السيبراني|أسعار الوقود|رسوم العبور|البنية التحتية|سلامة الملاحة",
}
_SENTENCES = """
قال {actor} في {place} إن {topic} كانت على جدول الأعمال
وصل الوفد إلى {place} مساء أمس قادما من {place}
وقّع {actor} و{actor} في {place} {agreement} بعد أشهر من التفاوض
ناقش المجتمعون {topic} ثم {topic} من غير أن يتفقوا
تدرس {actor} تمويل {agreement} قبل نهاية العام
يربط الخط الجديد {place} ب{place} في ست ساعات
رفض المتحدث التعليق على {agreement} حين سئل عن {topic}
وذكرت صحيفة محلية أن {actor} زار {place} مرتين
تعود {topic} إلى الواجهة كلما اقترب موعد {agreement}
بقيت أسعار الوقود كما هي في {place} ولم تعلق {actor}
لم يحضر الرئيس {actor} الجلسة الختامية في {place}
"""
_SLOTS = {f"{{{label}}}": (label, names.split("|")) for label, names in NAMES.items()}
for label in ("place", "actor"):
    _SLOTS[f"{{{label}}}"][1].extend(BOTH)

Planted = dict[str, tuple[str, list[Annotation]]]
"""Text and annotations of each article."""


def articles(count: int, random: Random) -> Planted:
    sentences = _SENTENCES.strip().split("\n")
    return {
        f"article-{nth:03}": _article(f"article-{nth:03}", random.sample(sentences, 6), random)
        for nth in range(count)
    }


def _article(article: str, sentences: list[str], random: Random) -> tuple[str, list[Annotation]]:
    text, found = "", list[Annotation]()
    for sentence in sentences:
        for part in _parts(sentence):
            label, names = _SLOTS.get(part, (None, [part]))
            name = random.choice(names)
            if label:
                span = Span(len(text), len(text) + len(name))
                number = f"{article}/{len(found)}"
                found.append(Annotation(number, article, "amal", label, span, created="", updated=""))
            text += name
        text += ".\n"
    return text, found


def _parts(sentence: str) -> Iterator[str]:
    for nth, part in enumerate(sentence.replace("}", "{").split("{")):
        yield f"{{{part}}}" if nth % 2 else part


def index_of(planted: Planted, state: ArticleState = ArticleState.SUBMITTED) -> Consistency:
    index = Consistency()
    for article, (text, annotations) in planted.items():
        index.habits.begin(article, text)
        index.habits.put(Layer(article, "amal", state), annotations)
    return index


Change = Callable[[Annotation], Annotation | None]
Fits = Callable[[str, str, str], bool]
"""Asked of what stands before an annotation, of its own text, and of what stands behind it."""


class Planting:
    """Plants errors, each in an article that was right before, and knows where."""

    def __init__(self, planted: Planted, random: Random) -> None:
        self.planted = planted
        self.wrong: set[tuple[ConsistencyRule, str, int]] = set()
        """Rule, article and start of what should be found."""
        items = [item for _, annotations in planted.values() for item in annotations]
        self._left = random.sample(items, len(items))

    def plant(self, rule: ConsistencyRule, change: Change, fits: Fits = lambda *_: True) -> None:
        item = next(item for item in self._left if self._is_plain(item) and fits(*self._around(item)))
        self._left = [other for other in self._left if other.article != item.article]
        annotations, after = self.planted[item.article][1], change(item)
        place = annotations.index(item)
        annotations[place : place + 1] = [after] if after else []
        changed = (after or item).span
        assert changed
        self.wrong.add((rule, item.article, changed.start))

    def places(self) -> set[tuple[str, int]]:
        return {(article, start) for _, article, start in self.wrong}

    def _is_plain(self, item: Annotation) -> bool:
        return self._around(item)[1] not in BOTH

    def _around(self, item: Annotation) -> tuple[str, str, str]:
        text, span = self.planted[item.article][0], item.span
        assert span
        return text[: span.start], span.of(text), text[span.end :]


def moved(start: int, end: int) -> Change:
    """Move the edges of a span by so many characters."""

    def change(item: Annotation) -> Annotation:
        assert item.span
        return item.moved(Span(item.span.start + start, item.span.end + end))

    return change


def named(name: str) -> Fits:
    def fits(_before: str, own: str, _behind: str) -> bool:
        return own == name

    return fits


def with_errors(random: Random) -> Planting:
    """Plant twenty errors, four of each kind."""
    planting = Planting(articles(60, random), random)
    for name in ("بحر قزوين", "رامي قباني", "عقد الصيانة", "البنية التحتية"):
        is_this = named(name)
        other = "place" if name != "بحر قزوين" else "agreement"
        planting.plant(ConsistencyRule.LABELS, lambda item, other=other: item.labelled(other), is_this)
        planting.plant(ConsistencyRule.BARE, lambda _: None, is_this)
    for change, fits in (
        (moved(-len("الرئيس "), 0), lambda before, _own, _behind: before.endswith("الرئيس ")),
        (moved(-1, 0), lambda before, _own, _behind: before.endswith(" ب")),
        (moved(0, -len(" قزوين")), lambda _before, own, _behind: own == "بحر قزوين"),
        (moved(0, -1), lambda _before, own, _behind: own == "رسوم العبور"),
    ):
        planting.plant(ConsistencyRule.BOUNDARY, change, fits)
    for name in ("plcae", "plcae", "aktor", "TOPIC"):
        planting.plant(ConsistencyRule.RARE, lambda item, name=name: item.labelled(name))
        planting.plant(ConsistencyRule.LENGTH, moved(0, 150), lambda _before, _own, behind: len(behind) > 150)
    return planting
