"""Makes the pictures of the guide from the real window on the sample, in Arabic: `make pictures`."""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from make import FOLDER, settle
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from annotator.domain.article import ArticleState
from annotator.domain.span import Span
from annotator.gui.application import make_window
from annotator.gui.desk import Desk
from annotator.gui.dialogs.columns_dialog import ColumnsDialog
from annotator.gui.dialogs.command_palette import CommandPalette
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.dialogs.keys_dialog import KeysDialog
from annotator.gui.dialogs.label_editor.dialog import LabelEditor
from annotator.gui.dialogs.packing_dialog import PackingDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.quality.dashboard import Dashboard
from annotator.gui.radar.radar_window import RadarWindow
from annotator.gui.review.review_desk import ReviewDesk
from annotator.gui.review.sample_dialog import SampleDialog
from annotator.gui.settings import Settings
from annotator.gui.text.setting import Extra
from annotator.gui.theme import Mode
from annotator.gui.translation import Language
from annotator.resources import resource
from annotator.services import mapping
from annotator.services.browsing import find
from annotator.services.importing import ImportOptions, import_files
from annotator.services.projects import create_sample

TABLE = """رقم,عنوان,تاريخ,كاتب,محتوى الخبر
7,وزير الاتصالات في باكو,2025-11-03,قسم الأخبار,وصل وزير الاتصالات إلى باكو في زيارة تستمر يومين.
8,توقيع مذكرة تفاهم,2025-11-04,قسم الاقتصاد,وقّع الجانبان مذكرة تفاهم في مجال الأمن السيبراني.
"""

Scene = Iterator[QWidget]


def main() -> None:
    """Make them all; an argument names another folder to put them in."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(QSettings(str(Path(name) / "settings.ini"), QSettings.Format.IniFormat))
        settings.annotator = "model"
        window = make_window(app, settings)
        window.use_language(Language.ARABIC)
        window.use_mode(Mode.LIGHT)
        window.resize(1280, 800)
        window.show()
        for title, scene in SCENES.items():
            project = Path(name) / f"{title}.annotator"
            create_sample(project, settings.annotator)
            window.open_project(project, "sample-07")
            assert window.desk
            window.desk.labelling.set_state(ArticleState.IN_PROGRESS)
            for widget in scene(window, window.desk):
                settle(app)
                widget.grab().save(str(out / f"guide-{title}.png"))
            settings.extras = frozenset()
        window.close()


def word(desk: Desk, text: str) -> Span:
    start = desk.view.caret.text.index(text)
    return Span(start, start + len(text))


def peeling(_window: MainWindow, desk: Desk) -> Scene:
    desk.zoom(1.35)
    desk.view.select(word(desk, "وأذربيجان"))
    desk.view.peeling.peel(1)
    yield desk.page
    desk.zoom(0)


def snapping(window: MainWindow, desk: Desk) -> Scene:
    window.actions_["next_snapping"].trigger()
    window.actions_["next_snapping"].trigger()
    found = desk.view.caret.units.chosen_at(desk.view.snapping, word(desk, "أنهت").start)
    desk.view.select(found)
    yield window
    window.actions_["next_snapping"].trigger()
    window.actions_["next_snapping"].trigger()


def mentions(window: MainWindow, desk: Desk) -> Scene:
    desk.view.select(word(desk, "باكو"))
    desk.find_mentions()
    yield window


def searching(window: MainWindow, desk: Desk) -> Scene:
    desk.search_all()
    assert desk.search
    desk.search.bar.words.setText("باكو")
    desk.search.bar.asked.emit()
    desk.search.bar.order.setCurrentIndex(1)
    desk.search.bar.order.activated.emit(1)
    yield window


def overlaps(window: MainWindow, desk: Desk) -> Scene:
    start = word(desk, "نائب وزير").start
    labels = list(desk.session.labels)
    text = desk.view.caret.text
    ends = [place for place in range(start, start + 90) if text[place] == " "]
    for nth, end in enumerate(ends[1:8]):
        desk.labelling.add(labels[(nth + 1) % len(labels)], Span(start, end))
    window.settings.extras = frozenset({Extra.BADGES})
    desk.use_type()
    desk.view.select(None)
    yield desk.page


def relations(window: MainWindow, desk: Desk) -> Scene:
    annotations = [item for item in desk.view.highlights if item.label == "agreement"]
    actors = [item for item in desk.view.highlights if item.label == "actor"]
    agreement = annotations[0]
    for actor in [item for item in actors if item.span and agreement.span and item.span > agreement.span][:2]:
        desk.relating.relate(agreement, actor)
    desk.view.choose(agreement.id)
    desk.side.tabs.setCurrentWidget(desk.side.relations)
    yield window


def labels(_window: MainWindow, desk: Desk) -> Scene:
    yield from shown(LabelEditor(desk.session, desk), 1080)


def hidden(window: MainWindow, desk: Desk) -> Scene:
    lines = [desk.articles.model.line(row) for row in range(desk.articles.model.rowCount())][::-1]
    desk.open(next(line.id for line in lines if "ـ" in desk.session.article(line.id).article.text))
    window.settings.extras = frozenset({Extra.HIDDEN})
    desk.use_type()
    desk.view.reveal(desk.view.caret.text.index("ـ"))
    yield desk.page


def checks(window: MainWindow, desk: Desk) -> Scene:
    span = word(desk, "وأذربيجان")
    desk.labelling.add(desk.session.labels["actor"], Span(span.start, span.end))
    desk.labelling.add(desk.session.labels["topic"], Span(span.start - 6, span.start))
    desk.checking.use(window.settings.checks)
    settle(QApplication.instance())
    desk.next_finding()
    yield window


def reading(window: MainWindow, desk: Desk) -> Scene:
    window.use_mode(Mode.SEPIA)
    window.settings.extras = frozenset({Extra.NUMBERS, Extra.FOCUS, Extra.NO_HARAKAT})
    desk.use_type()
    desk.view.select(None)
    yield window
    window.use_mode(Mode.LIGHT)


def large(window: MainWindow, desk: Desk) -> Scene:
    """A million characters, labelled wherever the sample's article is."""
    current = desk.labelling.current
    assert current
    text, times = current.article.text, 1_000_000 // len(current.article.text)
    spans = [
        {
            "start": item.span.start + nth * len(text),
            "end": item.span.end + nth * len(text),
            "label": label.name,
        }
        for nth in range(times)
        for item in desk.view.highlights
        if item.span and (label := desk.session.labels[item.label])
    ]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "large.jsonl"
        source.write_text(json.dumps({"text": text * times, "spans": spans}) + "\n", "utf-8")
        import_files(desk.session.project, [source], ImportOptions("model"))
    desk.session.brought_in()
    desk.open(find(desk.session.project, "13"))
    desk.view.reveal(len(text) * times // 2)
    yield window


def room(window: MainWindow, _desk: Desk) -> Scene:
    """What a screen of 1280 × 800 has for a window when everything on it is twice as large."""
    window.resize(640, 400)
    yield window
    window.resize(1280, 800)


def commands(window: MainWindow, _desk: Desk) -> Scene:
    palette = CommandPalette(window.actions_.everything(), window)
    palette.words.setText("المقال")
    yield from shown(palette)


def keys(window: MainWindow, desk: Desk) -> Scene:
    yield from shown(KeysDialog(window.actions_, window.settings, desk.session.labels, window))


def columns(window: MainWindow, _desk: Desk) -> Scene:
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "news.csv"
        table.write_text(TABLE, "utf-8")
        found = mapping.columns([table], ImportOptions("model"))
    yield from shown(ColumnsDialog(found, {}, window))


def losses(window: MainWindow, desk: Desk) -> Scene:
    dialog = ExportDialog(desk.session, window)
    dialog.format.setCurrentIndex(dialog.format.findData("conll"))
    dialog.show()
    for _ in range(3):  # it counts, and then foresees
        settle(QApplication.instance())
    yield from shown(dialog)


def team(desk: Desk) -> None:
    """Have three people submit the sample, who differ here and there, always in the same way."""
    random = Random(5)  # noqa: S311 - nothing secret
    told = resource("sample", "articles.jsonl").read_text("utf-8")
    lines = [json.loads(line) for line in told.splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        for name in ("أمل", "باسم", "دينا"):
            source = Path(folder) / f"{name}.jsonl"
            records = [_as_submitted(line, name, random) for line in lines]
            source.write_text("\n".join(json.dumps(record) for record in records), "utf-8")
            import_files(desk.session.project, [source], ImportOptions(name))
    desk.session.brought_in()


def _as_submitted(line: dict[str, Any], name: str, random: Random) -> dict[str, Any]:
    spans = {}
    for span in line["spans"]:
        start, end, label = span["start"], span["end"], span["label"]
        chance = random.random()
        if chance < 0.06:
            continue
        if chance < 0.1:
            label = random.choice(["ACTOR", "PLACE", "TOPIC"])
        elif chance < 0.15 and line["text"][start - 1] in "ولب":
            start -= 1
        elif chance < 0.2:
            end = max(end, line["text"].find(" ", end + 1))
        spans[start, end, label] = {"start": start, "end": end, "label": label}
    return line | {"annotator": name, "status": "submitted", "spans": [*spans.values()], "relations": []}


def packing(window: MainWindow, desk: Desk) -> Scene:
    dialog = PackingDialog(desk.session, window)
    dialog.names.setPlainText("أمل\nباسم\nدينا")
    dialog.overlap.setValue(30)
    yield from shown(dialog)


def review(window: MainWindow, desk: Desk) -> Scene:
    window_desk = reviewed(window, desk)
    window_desk.reviewing.accept(0)
    window_desk.reviewing.merge()
    yield window


def reviewed(window: MainWindow, desk: Desk) -> ReviewDesk:
    team(desk)
    window.open_project(desk.session.project.place, "sample-07", "منى", for_review=True)
    for _ in range(3):  # the queue is read
        settle(QApplication.instance())
    assert isinstance(window.desk, ReviewDesk)
    return window.desk


def sample(window: MainWindow, desk: Desk) -> Scene:
    queue = reviewed(window, desk).queue
    yield from shown(SampleDialog(queue.model.articles, window.desk.session.labels, window))


def quality(window: MainWindow, desk: Desk) -> Scene:
    dialog = Dashboard(reviewed(window, desk).session, window.desk)
    dialog.show()
    while dialog.measuring.is_running:
        settle(QApplication.instance())
    dialog.tabs.setCurrentIndex(2)
    yield from shown(dialog, 1080)


def radar(window: MainWindow, desk: Desk) -> Scene:
    dialog = RadarWindow(reviewed(window, desk).session, is_review=True, parent=window.desk)
    dialog.show()
    for _ in range(8):  # it reads the project
        settle(QApplication.instance())
    yield from shown(dialog)


def shown(dialog: QWidget, width: int = 0) -> Scene:
    """width is for a dialog that offscreen, where the screen is small, keeps to less than it would."""
    dialog.resize(width or dialog.width(), dialog.height())
    dialog.show()
    yield dialog
    dialog.close()


SCENES: dict[str, Callable[[MainWindow, Desk], Scene]] = {
    "peeling": peeling,
    "snapping": snapping,
    "mentions": mentions,
    "searching": searching,
    "overlaps": overlaps,
    "relations": relations,
    "labels": labels,
    "hidden": hidden,
    "checks": checks,
    "reading": reading,
    "large": large,
    "room": room,
    "columns": columns,
    "losses": losses,
    "packing": packing,
    "review": review,
    "sample": sample,
    "quality": quality,
    "radar": radar,
    "commands": commands,
    "keys": keys,
}

if __name__ == "__main__":
    main()
