"""Everything that a person reads has its Arabic."""

import ast
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator

import annotator
from annotator.arabic import hidden
from annotator.domain.article import ArticleState
from annotator.domain.losses import Feature
from annotator.formats.registry import FORMATS
from annotator.gui.actions import CHOICES, EXPLAINED, SEVERAL, TABLE
from annotator.gui.articles.states import state_name
from annotator.gui.dialogs.backups_dialog import COLUMNS as BACKUP_COLUMNS
from annotator.gui.dialogs.backups_dialog import REASONS
from annotator.gui.dialogs.columns_dialog import MEANT_AS
from annotator.gui.dialogs.export_choices import NESTINGS, POLICIES
from annotator.gui.dialogs.import_dialog import COPIES, UNITS
from annotator.gui.dialogs.import_report import told
from annotator.gui.dialogs.keys_dialog import ARROW_KEYS, TEXT_KEYS
from annotator.gui.dialogs.label_editor.colour_field import NAMES as COLOUR_NAMES
from annotator.gui.dialogs.label_editor.label_form import PATTERN_NAMES
from annotator.gui.dialogs.label_editor.label_model import COLUMNS
from annotator.gui.dialogs.loss_report import CHANGES
from annotator.gui.labels.finding_list import SENTENCES
from annotator.gui.labels.relation_names import NAMES
from annotator.gui.labels.side_panel import CAPTIONS, TABS
from annotator.gui.labels.span_details import _FACTS
from annotator.gui.main_window import MainWindow
from annotator.gui.menus import _MENUS, GROUP_CAPTIONS
from annotator.gui.quality.dashboard import TABS as QUALITY_TABS
from annotator.gui.radar.suspicion_model import COLUMNS as SUSPICION_COLUMNS
from annotator.gui.radar.words import RULES
from annotator.gui.radar.words import SENTENCES as SUSPICIONS
from annotator.gui.review.review_desk import _TABS as REVIEW_TABS
from annotator.gui.review.review_queue import ORDER_NAMES
from annotator.gui.review.words import KINDS
from annotator.gui.search.search_bar import KEPT, ORDERS, SCOPES
from annotator.gui.translation import CONTEXT, Language, SourceTranslator
from annotator.reports.words import _ARABIC, Words
from annotator.resources import resource
from annotator.services.importing import ImportReport
from annotator.services.merging import _LATE, _REFUSALS
from annotator.storage.failures import _MEANINGS
from annotator.storage.intake import IntakeCounts

SOURCES = Path(annotator.__file__).parent
LANGUAGE_NAMES = set(CHOICES["language"].values()) | set(CHOICES["family"].values())


@cache
def said_in_sources() -> frozenset[str]:
    found = {text for path in SOURCES.rglob("*.py") for text in _literals(ast.parse(path.read_text("utf-8")))}
    found |= {text for text, _, _ in TABLE.values()}
    found |= {*EXPLAINED.values(), *ARROW_KEYS.values()}
    found |= {*TEXT_KEYS, *_FACTS, *_MENUS, *CAPTIONS, *TABS, *SENTENCES.values(), *NAMES.values()}
    found |= {name for names in (CHOICES | SEVERAL).values() for name in names.values()} - LANGUAGE_NAMES
    found |= {name for names in GROUP_CAPTIONS.values() for name in names.values()}
    found |= {text for texts in (SCOPES, ORDERS, KEPT) for text in texts.values()}
    found |= {*KINDS.values(), *REVIEW_TABS, *QUALITY_TABS, *_REFUSALS.values(), *ORDER_NAMES.values()}
    found |= {*RULES.values(), *SUSPICIONS.values(), *SUSPICION_COLUMNS, _LATE}
    found |= {*REASONS.values(), *BACKUP_COLUMNS}
    found |= {*COLUMNS, *PATTERN_NAMES.values(), *COLOUR_NAMES.values()}
    found |= {template for _, template in _MEANINGS}
    found |= {
        *POLICIES.values(),
        *NESTINGS.values(),
        *UNITS.values(),
        *CHANGES.values(),
        *COPIES.values(),
    } | {*MEANT_AS.values()}
    found |= {form.about for form in FORMATS.values()} | {feature.value for feature in Feature}
    found |= {*hidden.NAMES.values(), hidden.FORM}
    return frozenset(found)


def _literals(tree: ast.AST) -> Iterator[str]:
    """Yield the sentences of a module: of tr, of errors, of what a reader refuses and a rescue loses."""
    for scope in ast.walk(tree):
        if not isinstance(scope, ast.FunctionDef):
            continue
        named = {
            target.id: node.value
            for node in ast.walk(scope)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(scope):
            if isinstance(node, ast.Call):
                yield from _sentences(node, named)


def _sentences(call: ast.Call, named: dict[str, ast.Constant]) -> Iterator[str]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    given = (named.get(one.id) if isinstance(one, ast.Name) else one for one in call.args[:2])
    said = next(
        (one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)), None
    )
    if said is None:
        return
    if name == "refuse":
        yield "{path}, line {line}: " + said
    elif name in {"tr", "remark", "_tell", "tell_loss"} or (
        name.endswith("Error") and name not in {"ValueError", "SelfTestError"}
    ):
        yield said


def translations() -> dict[str, str]:
    tree = ET.parse(resource("translations", "annotator_ar.ts"))
    ours = next(context for context in tree.iter("context") if context.findtext("name") == CONTEXT)
    return {m.findtext("source", ""): m.findtext("translation", "") for m in ours.iter("message")}


def test_every_sentence_has_its_arabic() -> None:
    assert sorted(said_in_sources() - set(translations())) == []


def test_no_translation_is_left_of_a_sentence_that_is_gone() -> None:
    assert sorted(set(translations()) - said_in_sources()) == []


def test_translations_hold_the_facts_of_their_sentences() -> None:
    for source, arabic in translations().items():
        assert arabic.strip(), source
        assert set(re.findall(r"{\w+}", source)) == set(re.findall(r"{\w+}", arabic)), source


def test_no_arabic_noun_follows_a_number_that_it_would_have_to_agree_with() -> None:
    counts = "articles|count|conflict|expected|found|length|lost|margin|most|new|spans|total|unchanged|whole"
    counted = re.compile(rf"{{(?:{counts})}} (?!(?:من|مما|في|حتى|على)\b)[\u0621-\u064a]")
    said = [*translations().values(), *_ARABIC.values()]
    assert [arabic for arabic in said if counted.search(arabic)] == []


def test_what_qt_leaves_out_of_its_arabic_is_said_by_us_and_nothing_else() -> None:
    tree = ET.parse(resource("translations", "annotator_ar.ts"))
    qt_own, ours = QTranslator(), SourceTranslator(Language.ARABIC)
    assert qt_own.load("qtbase_ar", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for context in tree.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source = message.findtext("source", "")
            assert not qt_own.translate(name, source)
            assert ours.translate(name, source) == message.findtext("translation")


@pytest.mark.parametrize("language", list(Language))
def test_a_report_calls_states_as_the_window_does(window: MainWindow, language: Language) -> None:
    window.use_language(language)
    words = Words(language.value)
    assert [words.state(state) for state in ArticleState] == [state_name(state) for state in ArticleState]


def test_hidden_characters_have_names_that_a_reader_of_arabic_knows(window: MainWindow) -> None:
    window.use_language(Language.ARABIC)
    report = ImportReport(IntakeCounts(), hidden=Counter({"TATWEEL": 1200, "NBSP": 10}))
    said = told(report)
    assert "التطويل: 1,200" in said
    assert "المسافات غير الفاصلة: 10" in said
    window.use_language(Language.ENGLISH)
    assert "1,200 TATWEEL" in told(report)
