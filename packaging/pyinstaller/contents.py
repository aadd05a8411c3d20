"""What a packaged program holds: what is left out, and of which distributions the rest is."""

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.metadata import Distribution, distribution, distributions, packages_distributions
from pathlib import Path, PurePosixPath

from PyInstaller.depend.bindepend import get_imports

from annotator.services.licensing import EXTRAS, collect, made_of, normalised

Entry = tuple[str, str, str]
"""As PyInstaller lists files: where it goes, where it comes from, its kind."""

UNUSED_MODULES = [
    # pyqtgraph tries these; they draw with OpenGL, which our charts do not.
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtNetwork",
    "pyqtgraph.examples",
    "pyqtgraph.opengl",
    "pyqtgraph.jupyter",
    "numpy.f2py",
    "tkinter",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "pydoc_data",
]

# Arrow's parts for the network, for other formats and for its own tests: 60 MB.
_UNUSED_ARROW = (
    r"pyarrow/(_\w*(flight|substrait|gcsfs|azurefs|hdfs|s3fs|orc|cpp_tests)\."
    r"|gandiva\.|include/|src/|tests/|.*\.(pyx|pxd|pxi|h)$)"
)
_UNUSED_QT = (
    r"PySide6/(Qt/)?plugins/(egldeviceintegrations|generic|networkinformation|tls|wayland-graphics-integration-client)/"
    r"|PySide6/(Qt/)?plugins/platforms/\w*q(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc|direct2d)d?\."
    # Without GTK's libraries, which are not shipped, it cannot be loaded.
    r"|PySide6/(Qt/)?plugins/platformthemes/libqgtk3\."
    r"|PySide6/(Qt/)?plugins/imageformats/\w*q(gif|icns|ico|jpeg|tga|tiff|wbmp|webp|pdf)d?\."
    r"|PySide6/(Qt/)?translations/(?!qtbase_ar\.qm$)"
)
_UNUSED_DATA = (
    # Names of days and money in 800 languages; courlan asks for names of languages only.
    r"babel/locale-data/(?!(root|ar|en)\.dat$)"
    r"|pytz/zoneinfo/|tzdata/|docx/templates/|tld/tests/|lxml/isoschematron/|lxml/includes/"
    r"|dateutil/zoneinfo/"
    r"|.*/py\.typed$|.*/(INSTALLER|RECORD|REQUESTED|WHEEL|direct_url\.json|entry_points\.txt|top_level\.txt|uv_cache\.json)$"
    r"|.*\.dist-info/(licenses|sboms)/"
)
_UNUSED = re.compile(f"{_UNUSED_ARROW}|{_UNUSED_QT}|{_UNUSED_DATA}")


def strangers() -> list[str]:
    """Return the modules that are installed here, but not for the program: no import is to bring them in."""
    # spaCy runs in a process of its own, which needs a Python; it is 200 MB besides.
    needed = {*made_of(extras=EXTRAS - {"spacy"})}
    return [
        module
        for module, owners in packages_distributions().items()
        if module.isidentifier() and not needed & {normalised(owner) for owner in owners}
    ]


def used(files: Iterable[Entry]) -> list[Entry]:
    return [file for file in files if not _UNUSED.match(file[0].replace("\\", "/"))]


def without_loose_links(files: Iterable[Entry], kept: Iterable[Entry]) -> list[Entry]:
    """Leave out links to libraries that were left out."""
    names = {name for name, _, _ in kept}
    return [file for file in files if file[2] != "SYMLINK" or aim(file) in names]


def reached(binaries: Iterable[Entry]) -> list[Entry]:
    """Return the extension modules and plugins that are used, and the libraries that they link to."""
    files = [file for file in binaries if file[2] != "SYMLINK"]
    by_name = {Path(file[1]).name: file for file in files}
    waiting = [file for file in used(files) if _is_loaded_by_name(file[0])]
    found: dict[str, Entry] = {}
    while waiting:
        file = waiting.pop()
        if file[1] not in found:
            found[file[1]] = file
            linked = (Path(name).name for name, _ in get_imports(file[1]))
            waiting += [by_name[name] for name in linked if name in by_name]
    return sorted(found.values())


def _is_loaded_by_name(name: str) -> bool:
    """Tell whether Python or Qt look for a file themselves, and no other file has to link to it."""
    base = Path(name).name
    if "plugins" in name or re.match(r"(lib)?python\d", base, re.IGNORECASE) or base == "Python":
        return True
    return base.endswith(tuple(EXTENSION_SUFFIXES)) and not re.match(r"lib\w", base)


def aim(link: Entry) -> str:
    """Return where a link leads to, as a name in the package."""
    parts: list[str] = []
    for part in (PurePosixPath(link[0]).parent / link[1]).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def bundled(files: Iterable[Entry]) -> dict[str, Distribution]:
    """Return the distributions that files are from, by normalised name."""
    owners = _owners()
    found = [owners.get(str(Path(source).resolve())) for _, source, _ in files if source]
    # The file that starts the program, its bootloader, is PyInstaller's.
    return {normalised(one.name): one for one in [*found, distribution("pyinstaller")] if one}


@cache
def _owners() -> dict[str, Distribution]:
    return {
        str(Path(str(one.locate_file(file))).resolve()): one
        for one in distributions()
        for file in one.files or ()
    }


def licences_of(files: Iterable[Entry]) -> str:
    return collect(bundled(files).values())


def of_the_system(binaries: Iterable[Entry]) -> list[Entry]:
    """Return the libraries that are neither Python's nor a distribution's, but this system's."""
    roots = [Path(place).resolve() for place in (sys.prefix, sysconfig.get_path("stdlib"))]
    return [
        file
        for file in binaries
        if file[2] == "BINARY"
        and not file[0].startswith("libpython")
        and not any(Path(file[1]).resolve().is_relative_to(root) for root in roots)
    ]


def described(files: Iterable[Entry]) -> dict[str, object]:
    """Return what a bill of materials is made of: distributions, Debian packages, libraries inside wheels."""
    files = [*files]
    taken = of_the_system(files) if sys.platform == "linux" else []
    return {
        "distributions": {name: one.version for name, one in sorted(bundled(files).items())},
        "system": {package: _version(package) for package in sorted({_package(one[1]) for one in taken})},
        "carried": sorted(Path(name).name for name, _, _ in files if ".libs" in name or "/.dylibs/" in name),
    }


def licences_of_the_system(binaries: Iterable[Entry]) -> str:
    """Return what Debian says of the libraries that are taken from it, package by package."""
    return "\n".join(_debian_notices(sorted({_package(source) for _, source, _ in of_the_system(binaries)})))


def _debian_notices(packages: Iterable[str]) -> Iterator[str]:
    rule = "=" * 72
    for package in packages:
        text = Path("/usr/share/doc", package.partition(":")[0], "copyright").read_text("utf-8", "replace")
        yield f"{rule}\n{package} {_version(package)}\nfrom Debian\n{rule}\n\n{text.strip()}\n"


def _package(source: str) -> str:
    path = Path(source).resolve()
    # Debian keeps the name of before /lib became a link to /usr/lib.
    for name in (str(path), str(path).removeprefix("/usr")):
        done = subprocess.run(["dpkg-query", "--search", name], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(": ")[0]
    raise SystemExit(f"{source} belongs to no Debian package, so its licence is not known.")


def _version(package: str) -> str:
    command = ["dpkg-query", "--show", "--showformat=${Version}", package]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
