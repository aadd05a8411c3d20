"""Cases 43 to 46: XML that would read other files, grow beyond all memory, or call a server."""

import io
import socket
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.reliability.hostile import annotator, contents

SECRET = "كلمة السر: زعفران"
CORPUS = Path(__file__).parents[1] / "fuzz" / "corpus"
TEXT = "زار الوزير"


class Listener:
    """A server that counts who calls."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.setblocking(False)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/x"

    def calls(self) -> int:
        count = 0
        while True:
            try:
                self._socket.accept()[0].close()
            except BlockingIOError:
                return count
            count += 1

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


def xxe(root: str, secret: Path, url: str) -> tuple[str, str]:
    return f'<!DOCTYPE {root} [<!ENTITY e SYSTEM "{secret.as_uri()}">]>', "&e;"


def laughs(root: str, secret: Path, url: str) -> tuple[str, str]:
    more = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE {root} [<!ENTITY a0 "ها">{more}]>', "&a11;"


def quadratic(root: str, secret: Path, url: str) -> tuple[str, str]:
    return f'<!DOCTYPE {root} [<!ENTITY a "{"ها" * 50_000}">]>', "&a;" * 50_000


def external(root: str, secret: Path, url: str) -> tuple[str, str]:
    return f'<!DOCTYPE {root} SYSTEM "{url}">', ""


def parameter(root: str, secret: Path, url: str) -> tuple[str, str]:
    return f'<!DOCTYPE {root} [<!ENTITY % p SYSTEM "{url}"> %p;]>', ""


Attack = Callable[[str, Path, str], tuple[str, str]]

ATTACKS: dict[str, Attack] = {
    "case-43-a-file-as-an-entity": xxe,
    "case-44-a-billion-laughs": laughs,
    "case-45-a-long-entity-many-times": quadratic,
    "case-46-a-document-type-from-a-server": external,
    "case-46-a-parameter-entity-from-a-server": parameter,
}


def rezipped(path: Path, part: str, change: Callable[[str], str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()).encode() if name == part else data)
    return out.getvalue()


def xmi(doctype: str, entity: str) -> dict[str, bytes]:
    text = (CORPUS / "uima" / "untyped.xmi").read_text("utf-8")
    declaration, rest = text.split("?>", 1)
    return {"a.xmi": f"{declaration}?>{doctype}{rest.replace('أ</kind>', f'{entity}</kind>')}".encode()}


def types(doctype: str, entity: str) -> dict[str, bytes]:
    text = (CORPUS / "uima-types" / "TypeSystem.xml").read_text("utf-8")
    begin = text.index("<typeSystemDescription")
    return {
        "a.xmi": (CORPUS / "uima" / "untyped.xmi").read_bytes(),
        "TypeSystem.xml": (text[:begin] + doctype + text[begin:].replace("<description/>", entity)).encode(),
    }


def document(doctype: str, entity: str) -> dict[str, bytes]:
    def change(part: str) -> str:
        return doctype + part.replace("باكو", f"باكو{entity}")

    return {"a.docx": rezipped(CORPUS / "docx" / "small.docx", "word/document.xml", change)}


def workbook(doctype: str, entity: str) -> dict[str, bytes]:
    def change(part: str) -> str:
        return doctype + part.replace("الوزير", f"الوزير{entity}")

    return {"a.xlsx": rezipped(CORPUS / "xlsx" / "small.xlsx", "xl/sharedStrings.xml", change)}


def sheet(doctype: str, entity: str) -> dict[str, bytes]:
    def change(part: str) -> str:
        return doctype + part.replace("باكو", f"باكو{entity}")

    return {"a.ods": rezipped(CORPUS / "xlsx" / "small.ods", "content.xml", change)}


def web_page(doctype: str, entity: str) -> dict[str, bytes]:
    text = (CORPUS / "html" / "page.html").read_text("utf-8")
    return {"a.html": text.replace("<!doctype html>", doctype).replace("هناك", f"هناك{entity}").encode()}


CARRIERS: dict[str, tuple[str, str, Callable[[str, str], dict[str, bytes]]]] = {
    "xmi": ("uima", "xmi:XMI", xmi),
    "types": ("uima", "typeSystemDescription", types),
    "docx": ("docx", "w:document", document),
    "xlsx": ("xlsx", "sst", workbook),
    "ods": ("xlsx", "office:document-content", sheet),
    "html": ("html", "html", web_page),
}
"""By name the format, the outermost element, and what makes the files, the one to import called `a`."""


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize(("form", "root", "carrier"), CARRIERS.values(), ids=CARRIERS)
def test_markup_reads_no_file_calls_nobody_and_does_not_grow(
    project_path: Path,
    listener: Listener,
    attack: Attack,
    form: str,
    root: str,
    carrier: Callable[[str, str], dict[str, bytes]],
) -> None:
    secret = project_path.with_name("secret.txt")
    secret.write_text(SECRET, "utf-8")
    folder = project_path.with_name("in")
    folder.mkdir()
    for name, data in carrier(*attack(root, secret, listener.url)).items():
        (folder / name).write_bytes(data)
    first = next(path for path in sorted(folder.iterdir()) if path.name.startswith("a."))
    before = contents(folder)
    done = annotator("import", project_path, first, "--add-labels", "--format", form)
    assert listener.calls() == 0
    assert contents(folder) == before
    if done.code:  # refused, or read without what the entity stands for
        assert str(folder) in done.sentence
        assert "name its format" not in done.sentence
        return
    out = project_path.with_name("out.jsonl")
    assert annotator("export", project_path, out, "--format", "jsonl", "--all-annotators").code == 0
    written = out.read_text("utf-8")
    assert "زعفران" not in written
    assert written.count("ها") < 10
