"""UIMA CAS: what we write comes back, cassis reads it too, and XML that is a trap is refused."""

import sys
import tracemalloc
import zipfile
from pathlib import Path

import cassis
import orjson
import pytest
from hypothesis import given, settings

from annotator.domain.errors import FormatError
from annotator.domain.losses import Feature
from annotator.domain.policies import Fitting
from annotator.domain.record import Record, RecordRelation, RecordSpan
from annotator.formats import uima, webanno_reading
from annotator.formats.fitting import Fitted
from annotator.formats.format import Format
from annotator.formats.output import Output
from annotator.formats.source import Source
from tests.examples import at_most
from tests.formats.carrying import arcs, marks, records, written
from tests.texts import TRICKY

CARRIES = frozenset({Feature.META, Feature.SPANS, Feature.NESTED, Feature.RELATIONS})
XMI = Format(
    "uima", (".xmi", ".json"), "", CARRIES, read=uima.read, write=uima.write, fit=uima.fit, has_folder=True
)
JSON = Format("uima-json", (".json",), "", CARRIES, read=uima.read, write=uima.write_json, has_folder=True)
ROOT = (
    '<xmi:XMI xmlns:cas="http:///uima/cas.ecore" xmlns:xmi="http://www.omg.org/XMI" '
    'xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>'
)
SOFA = '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="a🎉c"/>'


def xmi(*spans: str, sofa: str = SOFA) -> str:
    members = " ".join(str(nth + 2) for nth in range(len(spans)))
    found = "".join(f'<custom:{span} xmi:id="{nth + 2}" sofa="1"/>' for nth, span in enumerate(spans))
    return f'{ROOT}{found}{sofa}<cas:View sofa="1" members="{members}"/></xmi:XMI>'


def read(tmp_path: Path, content: str | bytes, name: str = "a.xmi") -> tuple[Record, list[str]]:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    source = Source(path)
    (record,) = uima.read(source)
    return record, [str(remark.sentence) for remark in source.remarks]


def back(folder: Path, form: Format) -> Record:
    (path,) = folder.rglob(f"*/*{form.suffixes[0]}")
    (record,) = uima.read(Source(path))
    return record


@pytest.mark.parametrize("form", [XMI, JSON], ids=["xmi", "json"])
@given(record=records())
@settings(max_examples=at_most(150), deadline=None)
def test_all_comes_back_but_what_xml_cannot_hold(
    form: Format, record: Record, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("uima")
    (expected,), losses = written(form, [record], Fitting(), folder)
    found = back(folder, form)
    assert (found.text, marks(found), arcs(found)) == (expected.text, marks(expected), arcs(expected))
    assert found.meta == record.meta
    is_changed = found.text != record.text
    assert losses.changed_texts == is_changed
    assert losses.lost == is_changed * len(record.spans)
    assert form is XMI or not is_changed


@pytest.mark.parametrize("name", TRICKY)
@pytest.mark.parametrize("form", [XMI, JSON], ids=["xmi", "json"])
def test_a_tricky_text_keeps_its_length_and_its_spans(form: Format, name: str, tmp_path: Path) -> None:
    text = TRICKY[name]
    spans = [RecordSpan(place, place + 1, "X") for place in range(len(text))]
    written(form, [Record(text=text, external_id="a", spans=tuple(spans))], Fitting(), tmp_path)
    found = back(tmp_path, form)
    assert marks(found) == [span[:3] for span in spans]
    assert [*map(len, (found.text, text))] == [len(text)] * 2
    is_held = form is JSON or name not in {"control characters", "noncharacters", "line separators"}
    assert (found.text == text) == is_held


def test_metadata_of_any_kind_come_back(tmp_path: Path) -> None:
    meta = {
        "title": ["no", "string"],
        "url": "https://a",
        "json:x": "1",
        "n": 5,
        "c\x01": "\x02\ufffe",
        "o": None,
    }
    for form in (XMI, JSON):
        folder = tmp_path / form.name
        folder.mkdir()
        written(form, [Record(text="نص", external_id="7", meta=meta)], Fitting(), folder)
        assert (back(folder, form).meta, back(folder, form).external_id) == (meta, "7")


def test_cassis_reads_what_is_written_in_utf_16_units(tmp_path: Path) -> None:
    spans = (RecordSpan(2, 4, "A", "1"), RecordSpan(5, 7, "B", "2"))
    record = Record(text="🎉 نص رد.", id="7", spans=spans, relations=(RecordRelation("3", "1", "2", "r"),))
    written(XMI, [record], Fitting(), tmp_path)
    folder = tmp_path / "out.xmi"
    types = cassis.load_typesystem(folder / "TypeSystem.xml")
    cas = cassis.load_cas_from_xmi(folder / "7.xmi", types)
    (arc,) = cas.select("webanno.custom.AnnotatorRelation")
    assert (arc.Governor.get_covered_text(), arc.Dependent.get_covered_text(), arc.value) == ("نص", "رد", "r")
    assert [unit.get_covered_text() for unit in cas.select("Token")] == ["🎉", "نص", "رد", "."]
    assert [unit.get_covered_text() for unit in cas.select("Sentence")] == [record.text]
    assert 'begin="3" end="5"' in (folder / "7.xmi").read_text("utf-8")


def test_each_annotator_has_a_folder_with_the_type_system(tmp_path: Path) -> None:
    out = Output(tmp_path / "out")
    with out.whole():
        uima.write([Fitted(Record(text="نص", id="1", annotator=who)) for who in ("a", "b")], out)
    found = sorted(str(path.relative_to(out.path)) for path in out.path.rglob("*.x*"))
    assert found == ["TypeSystem.xml", "a/1.xmi", "a/TypeSystem.xml", "b/1.xmi", "b/TypeSystem.xml"]


@pytest.mark.parametrize("form", [XMI, JSON], ids=["xmi", "json"])
def test_equal_records_give_equal_bytes(form: Format, tmp_path: Path) -> None:
    record = Record(
        text="نص طويل", id="1", spans=(RecordSpan(0, 4, "A", "1"),), meta={"title": "a", "b": "c"}
    )
    sums = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        written(form, [record], Fitting(), tmp_path / name)
        sums += [path.read_bytes() for path in (tmp_path / name).rglob("SHA256SUMS")]
    assert sums[0] == sums[1]


def test_without_a_type_system_types_are_taken_from_the_file(tmp_path: Path) -> None:
    content = xmi(
        'Span begin="0" end="1" n="5" value="X"',
        'Bare begin="1" end="3"',
        'Other begin="3" end="4" n="5" s="Y"',
    )
    record, remarks = read(tmp_path, content)
    assert marks(record) == [(0, 1, "X"), (1, 2, "Bare"), (2, 3, "Y")]
    assert remarks == []


def test_a_type_system_beside_says_what_a_string_is(tmp_path: Path) -> None:
    types = cassis.TypeSystem()
    types.create_feature(types.create_type("webanno.custom.Span"), "number", "uima.cas.String")
    types.to_xml(tmp_path / "a-typesystem.xml")
    record, _ = read(tmp_path, xmi('Span begin="0" end="1" number="5"', 'New begin="0" end="1" value="N"'))
    assert marks(record) == [(0, 1, "5"), (0, 1, "N")]


def test_what_is_passed_over_is_told(tmp_path: Path) -> None:
    second = '<cas:Sofa xmi:id="9" sofaNum="2" sofaID="Other" sofaString="b"/>'
    _, remarks = read(
        tmp_path,
        xmi(
            'Token begin="0" end="1"',
            'Span begin="1" end="1"',
            'Span begin="0" end="1" value="A" more="B"',
            'Span begin="0" end="1" value="A"',
            'Link begin="0" end="1" referenceType="x" referenceRelation="y"',
            'Arc begin="0" end="1" Governor="4" Dependent="4"',
            sofa=SOFA + second,
        ),
    )
    assert sorted(remarks) == sorted(
        [
            "the view Other with its 0 annotations was passed over",
            "webanno.custom.Token says what tokens are; its 1 annotations were passed over",
            "webanno.custom.Link has chains; their 1 links were passed over",
            "1 annotations of webanno.custom.Span have no length and were passed over",
            "1 annotations of webanno.custom.Span stand twice and were read once",
            "1 relations of webanno.custom.Arc do not join two spans and were passed over",
            "1 values of the feature more of webanno.custom.Span were passed over",
        ]
    )


BOMB = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
TRAPS = {
    "external entity": f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{xmi()}',
    "entity bomb": f'<!DOCTYPE x [<!ENTITY a "ha">{BOMB}]>{xmi(sofa=SOFA.replace("a🎉c", "&j;"))}',
    "parameter entity": f'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://localhost/x.dtd"> %p;]>{xmi()}',
    "external document type": f'<!DOCTYPE x SYSTEM "http://localhost/x.dtd">{xmi()}',
    "bare document type": f"<!DOCTYPE x>{xmi()}",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("trap", TRAPS)
def test_a_document_type_is_refused_in_little_memory(trap: str, encoding: str, tmp_path: Path) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>\n{TRAPS[trap]}'.encode(encoding)
    tracemalloc.start()
    with pytest.raises(FormatError, match="line 2: the file declares a document type"):
        read(tmp_path, content)
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_a_document_type_in_the_type_system_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "TypeSystem.xml").write_text(TRAPS["entity bomb"], "utf-8")
    with pytest.raises(FormatError, match=r"TypeSystem\.xml, line 1: the file declares a document type"):
        read(tmp_path, xmi())


NAME = 'a: exec("raise SystemExit")'


def test_names_of_features_that_could_become_code_are_refused(tmp_path: Path) -> None:
    types = {
        "a.B": {"%NAME": "a.B", "%SUPER_TYPE": "uima.tcas.Annotation", NAME: {"%RANGE": "uima.cas.String"}}
    }
    with pytest.raises(FormatError, match="a feature cannot be called “a: exec"):
        read(tmp_path, orjson.dumps({"%TYPES": types}), "a.json")
    (tmp_path / "TypeSystem.xml").write_text(
        "<typeSystemDescription><types><typeDescription><name>a.B</name>"
        "<supertypeName>uima.tcas.Annotation</supertypeName><features><featureDescription>"
        f"<name>{NAME}</name><rangeTypeName>uima.cas.String</rangeTypeName>"
        "</featureDescription></features></typeDescription></types></typeSystemDescription>"
    )
    with pytest.raises(FormatError, match=r"TypeSystem\.xml, line 1: a feature cannot be called “a: exec"):
        read(tmp_path, xmi())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (f"{ROOT}\n<a>", "line 2: this is no well-formed XML: no element found"),
        (xmi(sofa=""), "there is no text in the file"),
        (
            xmi(sofa=SOFA.replace("sofaString", "sofaURI")),
            "the text lies elsewhere, at a🎉c, and is not fetched",
        ),
        (xmi('S begin="1" end="2" value="X"'), "an annotation begins or ends at 2, within a character"),
        (
            xmi('S begin="1" end="9" value="X"'),
            "an annotation of webanno.custom.S lies outside the text: 1–9",
        ),
        (xmi('S begin="3" end="1" value="X"'), "lies outside the text: 2–1"),
        (xmi('S begin="x" end="1" value="X"'), "this is no sound CAS (ValueError"),
        (xmi('S begin="0" end="1" a-b="X"'), "a feature cannot be called “a-b”"),
        (xmi('S begin="0" end="1" Governor="99"'), "this is no sound CAS (KeyError 99)"),
        ('{"%TYPES": ', "this is no JSON"),
        ('{"%TYPES": []}', "this is no sound CAS"),
        ("{}", "there is no text in the file"),
    ],
)
def test_what_is_no_sound_cas_is_refused_in_one_sentence(content: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError) as refusal:
        read(tmp_path, content)
    assert reason in str(refusal.value)


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(FormatError, match=r"install annotator\[uima\]"):
        read(tmp_path, xmi())
    with pytest.raises(FormatError, match=r"install annotator\[uima\]"):
        uima.write([], Output(tmp_path / "out"))


def test_anchors_of_the_json_specification_are_read(tmp_path: Path) -> None:
    types = {"a.B": {"%NAME": "a.B", "%SUPER_TYPE": "uima.tcas.Annotation"}}
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": "🎉b"}
    span = {"%ID": 2, "%TYPE": "a.B", "@sofa": 1, "^begin": 2, "^end": 3}
    views = {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2]}}
    cas = {"%TYPES": types, "%FEATURE_STRUCTURES": [sofa, span], "%VIEWS": views}
    record, _ = read(tmp_path, orjson.dumps(cas), "a.json")
    assert marks(record) == [(1, 2, "B")]


def test_every_real_cas_is_read_or_has_no_text(shared_data: Path) -> None:
    read_files = spans = 0
    refused = []
    for path in sorted((shared_data / "peers" / "uima_cas").rglob("*")):
        if path.suffix == ".xmi" or path.name == "data.json":
            try:
                (record,) = uima.read(Source(path))
            except FormatError as error:
                refused.append(str(error).endswith("line 1: there is no text in the file."))
                continue
            read_files += 1
            spans += len(record.spans)
    assert (read_files, spans) == (12, 10)
    assert refused == [True] * 7


def test_a_project_of_inception_holds_no_cas_that_can_be_read(shared_data: Path, tmp_path: Path) -> None:
    (archive,) = (shared_data / "peers" / "inception_project").glob("*.zip")
    with zipfile.ZipFile(archive) as files:
        files.extractall(tmp_path)
    assert not [path for path in tmp_path.rglob("*") if path.suffix in {".xmi", ".tsv"}]
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        with pytest.raises(FormatError):
            list(uima.read(Source(path)))


def test_the_two_formats_agree_on_what_inception_wrote_in_both(shared_data: Path) -> None:
    compared = 0
    for tsv in sorted((shared_data / "peers" / "webanno_tsv").rglob("reference.tsv")):
        # TSV puts the edges of annotations on tokens, CAS does not.
        if not tsv.with_suffix(".xmi").exists() or "Whitespace" in tsv.parent.name:
            continue
        (one,), (other,) = webanno_reading.read(Source(tsv)), uima.read(Source(tsv.with_suffix(".xmi")))
        assert one.text.strip() == other.text.strip()
        assert [span[:2] for span in one.spans] == [span[:2] for span in other.spans]
        assert len(one.relations) == len(other.relations)
        compared += 1
    assert compared == 36
