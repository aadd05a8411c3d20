"""The packaged program does what the plain one does, where there is no Python: `make check-package`."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from annotator.formats.registry import FORMATS
from annotator.resources import help_folder, resource

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "dist" / "annotator" / "annotator"
PACKAGES = sorted((ROOT / "dist").glob("annotator_*.deb"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PROGRAM.exists(), reason="there is no packaged program: make package"),
]

Run = Callable[..., subprocess.CompletedProcess[str]]

PAGE = """<html><head><title>خبر</title></head><body><article><h1>اتفاق سلام</h1>
<p>وقّعت أرمينيا وأذربيجان اتفاق سلام في واشنطن اليوم برعاية الأمم المتحدة وبحضور وفود كثيرة.</p>
<p>وقال المتحدث إن الاتفاق يشمل فتح المعابر وتبادل الأسرى بين البلدين خلال الشهر المقبل.</p>
</article></body></html>"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The program with an environment that holds next to nothing, and no path."""

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        alone = {"PATH": "", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"} | environment
        command = [str(PROGRAM), *map(str, arguments)]
        done = subprocess.run(command, env=alone, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done

    return run


def test_the_self_test_passes_in_an_empty_environment(run: Run) -> None:
    assert "The self-test passed" in run("self-test").stdout


def test_the_self_test_passes_on_a_real_screen(run: Run, display: str) -> None:
    assert "Window system: xcb" in run("self-test", DISPLAY=display, QT_QPA_PLATFORM="xcb").stdout


@pytest.mark.parametrize("name", [one.name for one in FORMATS.values() if one.write and one.name != "spacy"])
def test_a_format_goes_out_and_in_again(run: Run, tmp_path: Path, name: str) -> None:
    run("new", "p.annotator")
    run("import", "p.annotator", resource("sample", "articles.jsonl"), "--annotator", "amal")
    form = FORMATS[name]
    out = "out" if form.has_folder else f"out{form.suffixes[0]}"
    run("export", "p.annotator", out, "--format", name, "--annotator", "amal")
    if form.read:
        run("new", "q.annotator")
        run("import", "q.annotator", out, "--format", name, "--annotator", "amal", "--add-labels")
        assert orjson.loads(run("stats", "q.annotator", "--json").stdout)["articles"] == 12


def test_web_pages_word_documents_and_reports_need_nothing_else(run: Run, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("زار الوزير باكو.")
    document.save(tmp_path / "a.docx")
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    run("new", "p.annotator")
    run("import", "p.annotator", "a.docx", "a.html", "--annotator", "amal")
    run("report", "p.annotator", "r.pdf")
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")


def test_it_carries_the_pages_of_help() -> None:
    carried = PROGRAM.parent / "_internal" / "annotator" / "_resources" / "help"
    pages = {path.relative_to(help_folder()) for path in help_folder().rglob("*.md")}
    assert pages
    assert {path.relative_to(carried) for path in carried.rglob("*.md")} == pages


def test_it_carries_the_licences_of_what_it_is_made_of() -> None:
    folder = PROGRAM.parent / "_internal" / "annotator" / "_resources" / "licences"
    text = (folder / "program.txt").read_text("utf-8")
    for part in ("numpy ", "pyarrow ", "PySide6_Essentials ", "pyinstaller ", "SIL OPEN FONT LICENSE"):
        assert part in text
    assert "pytest" not in {line.partition(" ")[0] for line in text.splitlines()}


@pytest.mark.timeout(300)
@pytest.mark.skipif(not PACKAGES, reason="there is no Debian package: make deb")
@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"),
    reason="a package is installed by root, with apt",
)
def test_the_debian_package_installs_opens_a_project_and_is_removed() -> None:
    command = [ROOT / "packaging" / "linux" / "check-deb", PACKAGES[-1]]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
