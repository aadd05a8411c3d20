"""What systems are told of the program holds of the program."""

import importlib.util
import plistlib
import re
import struct
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType

import pytest

from annotator.gui.dialogs.asking import SUFFIX
from annotator.resources import help_folder, resource
from annotator.services.projects import create

PACKAGING = Path(__file__).parents[2] / "packaging"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def commands() -> ModuleType:
    spec = importlib.util.spec_from_file_location("commands", PACKAGING / "linux" / "commands.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_mime_type_knows_a_project_by_its_first_bytes(tmp_path: Path) -> None:
    path = tmp_path / f"p{SUFFIX}"
    create(path).close()
    head = path.read_bytes()[:100]
    tree = ET.parse(PACKAGING / "linux" / "annotator.mime.xml")
    assert [glob.get("pattern") for glob in tree.iter(f"{MIME}glob")] == [f"*{SUFFIX}"]
    text, number = tree.iter(f"{MIME}match")
    start = int(text.get("offset", ""))
    value = text.get("value", "").replace("\\0", "\0").encode()
    assert head[start : start + len(value)] == value
    assert struct.unpack_from(">I", head, int(number.get("offset", "")))[0] == int(
        number.get("value", ""), 16
    )


def test_the_desktop_entry_starts_plain_and_with_a_project() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(PACKAGING / "linux" / "annotator.desktop", "utf-8")
    known = entry["Desktop Entry"]
    assert known["MimeType"] == "application/x-annotator;"
    script, field = known["Exec"].split()
    assert field == "%f"
    wrapper = PACKAGING / "linux" / Path(script).name
    for files, said in (([], ""), (["/news/خبر أول.annotator"], "open|/news/خبر أول.annotator")):
        stand_in = 'annotator() { IFS="|"; printf %s "$*"; }; exec() { "$@"; }; . "$0"'
        done = subprocess.run(
            ["bash", "-c", stand_in, str(wrapper), *files], capture_output=True, text=True, check=True
        )
        assert done.stdout == said


def test_the_manual_names_every_command_and_option(commands: ModuleType) -> None:
    plain = commands.manual().replace(r"\-", "-")
    for name, command in commands.commands(commands.parser()).items():
        section = plain.partition(f".SS {name}\n")[2].partition("\n.SS ")[0]
        for option in {*command._option_string_actions} - {"-h", "--help"}:
            assert option in section, (name, option)


def test_the_wheel_takes_along_what_the_program_shows() -> None:
    project = tomllib.loads((PACKAGING.parent / "pyproject.toml").read_text("utf-8"))
    taken = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    root = PACKAGING.parent
    for folder, name in ((resource(), "."), (help_folder(), "help")):
        assert Path(taken[folder.relative_to(root).as_posix()]) == Path("annotator/_resources") / name


def test_macos_and_windows_give_project_files_to_the_program() -> None:
    facts = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    (exported,) = facts["UTExportedTypeDeclarations"]
    assert exported["UTTypeTagSpecification"]["public.filename-extension"] == [SUFFIX.removeprefix(".")]
    assert facts["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    script = (PACKAGING / "windows" / "annotator.iss").read_text("utf-8")
    assert rf"Software\Classes\{SUFFIX}" in script
    assert '""{app}\\annotator-window.exe"" open ""%1""' in script
    assert re.findall(r'Source: "([^"]+)"', script) == [r"..\..\dist\annotator\*"]
