"""What is fuzzed: each reader of a foreign file, with a name for its corpus and the files that lie beside."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.errors import FormatError
from annotator.domain.record import Record
from annotator.formats import label_file
from annotator.formats.archives import members
from annotator.formats.recognising import is_companion, recognise
from annotator.formats.registry import FORMATS
from annotator.formats.source import Source

TEXT = "زار الوزير 🎉 باكو يوم الثلاثاء."
"""What stand-off files in the corpus are about."""

_XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
    ' xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">'
    '<cas:NULL xmi:id="0"/><custom:Span xmi:id="3" sofa="1" begin="14" end="18" value="PLACE"/>'
    f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString="{TEXT}"/>'
    '<cas:View sofa="1" members="3"/></xmi:XMI>'
)


@dataclass(frozen=True, slots=True)
class Target:
    """read takes the file that is fuzzed, called `file` with the suffix; beside are other files by name.

    of is the file that is read where the one that is fuzzed lies beside it.
    """

    suffix: str
    read: Callable[[Source], Iterator[Record]]
    beside: Mapping[str, bytes] = field(default_factory=dict)
    name: str = "file"
    of: str | None = None

    def records(self, folder: Path, data: bytes) -> Iterator[Record]:
        """Put the files into a folder and read. Raises what the reader raises."""
        for name, content in self.beside.items():
            (folder / name).write_bytes(content)
        path = folder / (self.name + self.suffix)
        path.write_bytes(data)
        yield from self.read(Source(folder / self.of if self.of else path))


def _as_it_comes(source: Source) -> Iterator[Record]:
    """Read a file as an import does that is told nothing: an archive's files too, by what is in them."""
    for member in members(source):
        form = None if is_companion(member) else recognise(member)
        if form and form.read:
            yield from form.read(member)


def _labels(source: Source) -> Iterator[Record]:
    label_file.read(source.path)
    yield from ()


def _guessed(source: Source) -> Iterator[Record]:
    form = recognise(source)
    if form is None or form.read is None:
        raise FormatError("{path}: name its format; nothing in it tells.", path=source.path)
    yield from form.read(source)


def _reader(name: str) -> Callable[[Source], Iterator[Record]]:
    read = FORMATS[name].read
    assert read
    return read


_BY_FORMAT = {form.name: Target(form.suffixes[0], form.read) for form in FORMATS.values() if form.read}

TARGETS: dict[str, Target] = _BY_FORMAT | {
    "brat": Target(".ann", _reader("brat"), {"file.txt": TEXT.encode()}),
    "brat-text": Target(
        ".txt",
        _reader("brat"),
        {"file.ann": b"T1\tPLACE 13 17\t\xd8\xa8\xd8\xa7\xd9\x83\xd9\x88\n"},
        of="file.ann",
    ),
    "uima-types": Target(
        ".xml", _reader("uima"), {"file.xmi": _XMI.encode()}, name="TypeSystem", of="file.xmi"
    ),
    "dataset-card": Target(
        ".md",
        _reader("huggingface"),
        {"train.jsonl": '{"tokens": ["باكو"], "ner_tags": [1]}\n'.encode()},
        name="README",
        of="train.jsonl",
    ),
    "archive-zip": Target(".zip", _as_it_comes),
    "archive-gz": Target(".jsonl.gz", _as_it_comes),
    "archive-zst": Target(".jsonl.zst", _as_it_comes),
    "labels": Target(".toml", _labels),
    "unnamed": Target(".dat", _guessed),
}
"""Each readable format by its name, and what else is read. Formats that share a reader share its corpus."""
