"""The words of a report, in the languages that it can be in."""

from annotator.domain.article import ArticleState
from annotator.domain.measures import Undefined
from annotator.quality.disagreements import Kind

LANGUAGES = ("ar", "en")

_ARABIC = {
    "Labelling report: {project}": "تقرير الوسم: {project}",
    "Made": "أُعدّ في",
    "Program": "البرنامج",
    "Articles": "المقالات",
    "Characters": "الأحرف",
    "Spans": "المقاطع",
    "Annotators": "الواسمون",
    "Guidelines": "الدليل",
    "Tokens": "الوحدات",
    "Articles compared": "المقالات المقارَنة",
    "Fingerprint of their texts": "بصمة نصوصها",
    "Progress": "سير العمل",
    "Articles by annotator and state. An article that somebody has not begun is new for them.": (
        "المقالات حسب الواسم والحالة. والمقال الذي لم يبدأه الواسم جديد عنده."
    ),
    "Annotator": "الواسم",
    "Submissions by day": "التسليم حسب اليوم",
    "Articles by the day when they were last submitted in this program.": (
        "المقالات حسب يوم تسليمها الأخير في هذا البرنامج."
    ),
    "Day": "اليوم",
    "Label": "الوسم",
    "Labels by annotator": "الوسوم حسب الواسم",
    "All spans and labels of whole articles, submitted or not.": (
        "كل المقاطع ووسوم المقالات كاملة، سُلّمت أم لم تُسلّم."
    ),
    "Labels by week": "الوسوم حسب الأسبوع",
    "Spans and labels of whole articles by the week when they were given, all annotators together.": (
        "المقاطع ووسوم المقالات حسب الأسبوع الذي وُضعت فيه، لجميع الواسمين معًا."
    ),
    "Week": "الأسبوع",
    "Time per article": "الوقت لكل مقال",
    "Minutes that an article was open in front, over the articles that have a time.": (
        "الدقائق التي كان المقال فيها مفتوحًا أمام صاحبه، للمقالات التي سُجّل وقتها."
    ),
    "Median minutes": "وسيط الدقائق",
    "Mean minutes": "متوسط الدقائق",
    "Exact F1 of all pairs": "F1 التام لكل اثنين",
    "Of {articles} articles that at least two have submitted. Guidelines: {guidelines}. Tokens, where "
    "they are counted: {tokens}. Fingerprint of the texts: {fingerprint}.": (
        "المقالات التي سلّمها اثنان على الأقل: {articles}. الدليل: {guidelines}. الوحدات حيث تُعدّ: {tokens}. "
        "بصمة النصوص: {fingerprint}."
    ),
    "Agreement of pairs": "اتفاق كل اثنين",
    "Exact F1: same label, same beginning, same end; micro over the articles that both have submitted. "
    "The interval is a bootstrap by article, 95 %. Partial, exact and type as in SemEval 2013, the first "
    "being the reference.": (
        "F1 التام: الوسم نفسه والبداية نفسها والنهاية نفسها، مجموعة على المقالات التي سلّمها كلاهما. "
        "والمجال بإعادة المعاينة حسب المقال، 95 %. والجزئي والمدى والنوع كما في SemEval 2013، "
        "والأول هو المرجع."
    ),
    "First": "الأول",
    "Second": "الثاني",
    "Spans of the first": "مقاطع الأول",
    "Spans of the second": "مقاطع الثاني",
    "Exact F1": "F1 التام",
    "From": "من",
    "To": "إلى",
    "Range": "المدى",
    "Partial": "الجزئي",
    "Type": "النوع",
    "Kappa, all tokens": "كابا، كل الوحدات",
    "Kappa, labelled by either": "كابا، ما وسمه أحدهما",
    "Mean of all pairs": "متوسط الأزواج",
    "Agreement by label": "الاتفاق حسب الوسم",
    "Mean and standard deviation of exact F1 over the pairs where it is defined; Krippendorff’s alpha of "
    "the label against all else, on all tokens. Fewer than 30 spans tell little.": (
        "متوسط F1 التام وانحرافه المعياري على الأزواج التي يُعرَّف فيها، وألفا كريبندورف للوسم مقابل "
        "كل ما سواه على جميع الوحدات. وأقل من 30 مقطعًا لا يدل على كثير."
    ),
    "Mean": "المتوسط",
    "SD": "الانحراف",
    "Alpha": "ألفا",
    "Agreement beyond chance": "الاتفاق فوق المصادفة",
    "On tokens of the articles compared; a token has the label of its outermost span. Over all tokens the "
    "figure is flattered by those that nobody labels.": (
        "على وحدات المقالات المقارَنة، وللوحدة وسم أوسع مقطع يشملها. والرقم على كل الوحدات تجمّله "
        "الوحدات التي لا يسمها أحد."
    ),
    "Measure": "المقياس",
    "Over": "على",
    "Value": "القيمة",
    "Krippendorff’s alpha": "ألفا كريبندورف",
    "Fleiss’ kappa": "كابا فلايس",
    "all tokens": "كل الوحدات",
    "tokens that anybody labelled": "الوحدات التي وسمها أحد",
    "tokens of articles that all submitted": "وحدات المقالات التي سلّمها الجميع",
    "Share of unlabelled tokens": "نصيب الوحدات غير الموسومة",
    "Disagreements by label and kind": "الخلافات حسب الوسم والنوع",
    "Of the {count} articles that several have submitted. One about the label counts for each label.": (
        "المقالات التي سلّمها أكثر من واحد: {count}. والخلاف في الوسم يُعدّ لكل وسم منه."
    ),
    "All labels": "كل الوسوم",
    "Tokens of {a} (rows) and {b} (columns)": "وحدات {a} (صفوف) و{b} (أعمدة)",
    "{count} articles that both have submitted; O is a token without a label.": (
        "المقالات التي سلّمها كلاهما: {count}. والرمز O معناه وحدة بلا وسم."
    ),
    "Annotators against gold": "الواسمون أمام المرجع",
    "Over the articles whose review is closed. Precision: the share of the annotator’s spans that are in "
    "gold; recall: the share of gold’s spans that the annotator has; then errors by kind.": (
        "على المقالات التي أُغلقت مراجعتها. الدقة: نصيب ما في المرجع من مقاطع الواسم، والاستدعاء: نصيب ما "
        "عند الواسم من مقاطع المرجع، ثم الأخطاء حسب النوع."
    ),
    "Precision": "الدقة",
    "Recall": "الاستدعاء",
    "F1 against gold by week": "F1 أمام المرجع حسب الأسبوع",
    "By the week of the last change of the annotator’s layer.": "حسب أسبوع آخر تغيير في عمل الواسم.",
    "Agreement with oneself": "اتفاق الواسم مع نفسه",
    "Exact F1 between two layers of one text that the annotator has labelled twice.": (
        "F1 التام بين عملين للواسم على نص واحد وسمه مرتين."
    ),
    "Texts": "النصوص",
    "Suggestions": "الاقتراحات",
    "Suggested spans that were taken over in submitted articles, and those of them that were changed.": (
        "المقاطع المقترحة التي أُخذت في مقالات مسلّمة، وما غُيِّر منها."
    ),
    "Taken over": "أُخذ",
    "Changed": "غُيِّر",
    "Share changed": "نصيب ما غُيِّر",
    "Not defined": "ما لا يُعرَّف",
    "Figures that have no value, and why.": "أرقام لا قيمة لها، ولماذا.",
    "Figure": "الرقم",
    "Reason": "السبب",
    ", ": "، ",
    "none": "لا شيء",
    "Arabic words and marks": "كلمات عربية وعلامات",
    "between spaces": "ما بين المسافات",
}
_STATES = {
    ArticleState.NEW: ("New", "جديد"),
    ArticleState.IN_PROGRESS: ("In progress", "قيد العمل"),
    ArticleState.SUBMITTED: ("Submitted", "مُسلَّم"),
    ArticleState.ACCEPTED: ("Accepted", "مقبول"),
    ArticleState.RETURNED: ("Returned", "مُعاد"),
    ArticleState.SKIPPED: ("Skipped", "متخطّى"),
}
_KINDS = {
    Kind.MISSING: ("Missing", "ناقص"),
    Kind.SPURIOUS: ("Spurious", "زائد"),
    Kind.LABEL: ("Label", "الوسم"),
    Kind.START: ("Beginning", "البداية"),
    Kind.END: ("End", "النهاية"),
    Kind.BOTH: ("Both ends", "الطرفان"),
    Kind.CLITIC: ("Clitic only", "اللواصق فقط"),
}
_REASONS = {
    Undefined.ANNOTATORS: "الواسمون أقل من اثنين",
    Undefined.ARTICLES: "لا مقال سلّمه كلاهما",
    Undefined.PAIRS: "لم يسلّم واسمان مقالًا واحدًا",
    Undefined.ONE_ARTICLE: "مقال واحد لا يدل على المصادفة",
    Undefined.SPANS: "لم يوسم أي مقطع",
    Undefined.REFERENCE: "لا مقطع عند الأول",
    Undefined.RESPONSE: "لا مقطع عند الثاني",
    Undefined.TOKENS: "لا وحدة رآها واسمان",
    Undefined.LABELLED: "لا وحدة موسومة",
    Undefined.COMPLETE: "لا وحدة في مقال سلّمه الجميع",
    Undefined.ONE_VALUE: "لكل الوحدات وسم واحد، فالمصادفة وحدها تتفق كذلك",
}


class Words:
    """Says a report's sentences in one language."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no language of reports: {language}")
        self.language = language
        self._is_arabic = language == "ar"

    def __call__(self, sentence: str, **facts: object) -> str:
        said = _ARABIC[sentence] if self._is_arabic else sentence
        return said.format(**facts) if facts else said

    def state(self, state: ArticleState) -> str:
        return _STATES[state][self._is_arabic]

    def kind(self, kind: Kind) -> str:
        return _KINDS[kind][self._is_arabic]

    def reason(self, reason: Undefined) -> str:
        return _REASONS[reason] if self._is_arabic else reason.value
