"""What may be done with the selection or the chosen span, as a menu beside it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotator.gui.labels.label_icon import label_icon
from annotator.gui.text.labelling import Labelling
from annotator.gui.translation import label_name


def label_menu(labelling: Labelling, actions: Iterable[QAction], parent: QWidget) -> QMenu:
    """Return a menu of the labels, with their keys, and of other actions; it deletes itself when closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    view = labelling.view
    is_closed = labelling.current is None or labelling.current.layer.state.is_closed
    has_span = view.caret.selection is not None or view.chosen_id is not None
    for label in labelling.session.labels.offered:
        name = label_name(label).replace("&", "&&")  # Qt would take it for the letter after it
        action = menu.addAction(label_icon(label, menu.palette()), f"{name}\t{label.key.upper()}")
        action.setEnabled(has_span and not is_closed)
        action.triggered.connect(lambda _=False, label=label: labelling.use(label))
    menu.addSeparator()
    menu.addActions(list(actions))
    return menu
