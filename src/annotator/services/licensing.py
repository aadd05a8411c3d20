"""The licences of what the program is made of, as plain text."""

import re
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from annotator.resources import resource

OWN = "annotator"
EXTRAS = frozenset({"parquet", "spacy", "uima", "html", "documents", "postgres"})
"""The extras of formats and servers; the others are for developers."""

_RULE = "=" * 72
_TEXT = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)\s*(?:\[(?P<extras>[^]]*)])?[^;]*(?:;(?P<marker>.*))?")
_EXTRA = re.compile(r"""extra\s*==\s*["']([\w.-]+)["']""")

_QT = """\
Qt and Qt for Python (PySide6, Shiboken) are used as shared libraries under the GNU Lesser General
Public License, version 3, whose text stands under python-bidi here. They lie in a folder of their
own and can be replaced by others of the same interface. Their sources are at code.qt.io, and the
notices of what Qt itself is made of at doc.qt.io/qt-6/licenses-used-in-qt.html."""

_WITHOUT_A_FILE = {
    "Qt": ("LGPL-3.0-only", _QT),
    "SQLite": ("Public domain", "Its authors have given SQLite to the public: sqlite.org/copyright.html."),
}
"""What no package has a text for: name, licence and a few lines."""


def licences() -> str:
    """Return the licences of all that this copy is made of; a packaged one has them from its build."""
    collected = sorted(resource("licences").glob("*.txt"))
    if collected:
        return "\n".join(path.read_text("utf-8") for path in collected)
    return collect(made_of().values())


def collect(distributions: Iterable[Distribution]) -> str:
    """Return the licences of the program's own package, Python, Qt and SQLite, and of distributions."""
    others = {one.name: one for one in distributions if one.name != OWN}
    notices = [notice(distribution(OWN)), _notice("Python", "PSF-2.0", _text_of_python())]
    notices += [_notice(name, *facts) for name, facts in _WITHOUT_A_FILE.items()]
    notices += [notice(others[name]) for name in sorted(others, key=str.casefold)]
    return "\n".join(notices)


def made_of(name: str = OWN, extras: Iterable[str] = EXTRAS) -> dict[str, Distribution]:
    """Return what is installed of all that a distribution requires, itself too, by normalised name."""
    found: dict[str, Distribution] = {}
    waiting = [(name, frozenset(extras))]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        asked = waiting.pop()
        if asked in seen:
            continue
        seen.add(asked)
        try:
            installed = distribution(asked[0])
        except PackageNotFoundError:
            continue  # of another platform, or an extra that is not installed
        found[normalised(asked[0])] = installed
        waiting += _required(installed, asked[1])
    return found


def normalised(name: str) -> str:
    """Return a distribution's name as the packaging standards compare names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(one: Distribution) -> str:
    """Return the licence that a distribution declares, in a line."""
    declared = (one.metadata["License-Expression"] or one.metadata["License"] or "").strip()
    if declared and "\n" not in declared:
        return declared
    classes = [line for line in one.metadata.get_all("Classifier") or () if line.startswith("License ::")]
    return "; ".join(line.rpartition(" :: ")[2] for line in classes) or "see below"


def notice(one: Distribution) -> str:
    """Return name, version, licence and the texts that a distribution carries."""
    texts = list(dict.fromkeys(_texts(one)))
    declared = one.metadata["License"] or ""
    if not texts and "\n" in declared:
        texts = [declared]
    return _notice(f"{one.name} {one.version}", licence_of(one), "\n\n".join(texts))


def _texts(one: Distribution) -> Iterator[str]:
    for file in one.files or ():
        if file.suffix in {".py", ".pyc"} or not (_TEXT.match(file.name) or "licenses" in file.parts):
            continue
        path = Path(str(one.locate_file(file)))
        if path.is_file():
            yield path.read_text("utf-8", "replace").strip()


def _text_of_python() -> str:
    path = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    return path.read_text("utf-8").strip() if path.is_file() else ""


def _notice(title: str, licence: str, text: str) -> str:
    return f"{_RULE}\n{title}\n{licence}\n{_RULE}\n" + (f"\n{text}\n" if text else "")


def _required(one: Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for line in one.requires or ():
        found = _REQUIREMENT.match(line)
        assert found is not None, line
        asked = map(normalised, _EXTRA.findall(found["marker"] or ""))
        if not (found["marker"] and "extra" in found["marker"]) or not extras.isdisjoint(asked):
            named = re.findall(r"[\w.-]+", found["extras"] or "")
            yield found["name"], frozenset(map(normalised, named))
