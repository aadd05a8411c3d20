"""Cases 47 to 58: lines of JSON, rows and texts that are too long, too deep or not what they claim to be."""

from pathlib import Path

import pytest

from tests.reliability.hostile import imported, refused
from tests.texts import lines_of

TEXT = "زار الوزير 🎉 باكو"
ID = "01a1961f-5c01-7bc8-8768-e849174d72e2"
DEEP = b"[" * 100_000 + b"]" * 100_000
LONG = b"9" * 5000
GOOD = '{"text": "خبر"}\n'.encode()


def spans(*told: object, text: str = TEXT, **others: object) -> bytes:
    return GOOD + lines_of([{"text": text, "spans": told, **others}])


def span(start: object, end: object, label: object = "PLACE", **others: object) -> dict[str, object]:
    return {"start": start, "end": end, "label": label, **others}


def cas(text: bytes = b'"a"', **others: bytes) -> bytes:
    values = b",".join(b'"%s":%s' % (key.encode(), value) for key, value in others.items())
    return (
        b'{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaNum":1,'
        b'"sofaID":"_InitialView","sofaString":' + text + b'}],"%VIEWS":{"_InitialView":{"%SOFA":1,'
        b'"%MEMBERS":[]' + (b"," + values if values else b"") + b"}}}"
    )


def webanno(row: str, text: str = "باكو", version: str = "3.3") -> bytes:
    head = f"#FORMAT=WebAnno TSV {version}\n#T_SP=webanno.custom.Span|value\n\n\n"
    return f"{head}#Text={text}\n{row}\n".encode(errors="surrogatepass")


LARGE: dict[str, tuple[str, bytes, str]] = {
    "case-47-on-one-line": ("a.jsonl", b'{"text": "', "line 1: longer than 64 MiB"),
    "case-47-in-an-array": ("a.json", b'[{"text": "', "longer than 64 MiB"),
    "case-47-of-text": ("a.txt", "خبر\n".encode(), "larger than 256 MiB"),
    "case-47-in-a-table": ("a.csv", b"text,x\n", "line 2: longer than 64 MiB"),
    "case-47-in-rows": ("a.conll", "باكو B-LOC\n".encode() * 10_000, "no blank line in 64 MiB"),
}
"""By name the file, what it begins with, and what is said of it."""

FILES: dict[str, tuple[str, bytes, str]] = {
    "case-48-deep-in-a-line": ("a.jsonl", b'{"text": "a", "x": ' + DEEP + b"}", "line 1: broken JSON"),
    "case-48-deep-in-an-array": ("a.json", b'[{"text": "a", "x": ' + DEEP + b"}]", "line 1: broken JSON"),
    "case-48-deep-in-a-cell": ("a.csv", b'text,spans\na,"' + DEEP + b'"\n', "line 2: the column spans"),
    "case-48-deep-in-a-CAS": ("a.json", cas(x=DEEP), "line 1: "),
    "case-48-brackets-alone": ("a.json", b"[" * 100_000, "has no end"),
    "case-49-NaN": ("a.jsonl", GOOD + b'{"text": "a", "x": NaN}', "line 2: broken JSON"),
    "case-49-Infinity": ("a.jsonl", GOOD + b'{"text": "a", "x": -Infinity}', "line 2: broken JSON"),
    "case-49-NaN-in-an-array": (
        "a.json",
        b'[{"text": "a"},\n{"text": "a", "x": NaN}]',
        "line 2: broken JSON",
    ),
    "case-49-NaN-in-a-cell": ("a.csv", b'text,spans\na,"[NaN]"\n', "line 2: the column spans"),
    "case-49-NaN-in-a-CAS": ("a.json", cas(x=b"NaN"), "line 1: this is no JSON"),
    "case-49-1e999": ("a.jsonl", GOOD + b'{"text": "a", "x": 1e999}', "line 2: "),
    "case-50-5000-digits": ("a.jsonl", GOOD + b'{"text": "a", "x": ' + LONG + b"}", "line 2: "),
    "case-50-5000-digits-of-an-offset": (
        "a.jsonl",
        b'{"text": "a", "label": [[0, ' + LONG + b', "PLACE"]]}',
        "line 1: ",
    ),
    "case-50-5000-digits-in-a-row": (
        "a.tsv",
        webanno(f"1-1\t0-{'9' * 5000}\tباكو\t_"),
        "no row of a token",
    ),
    "case-51-a-key-twice": (
        "a.jsonl",
        GOOD + b'{"text": "a", "text": "b", "label": []}',
        "line 2: the key “text” stands twice",
    ),
    "case-51-a-key-twice-within": (
        "a.jsonl",
        b'{"text": "ab", "spans": [{"start": 0, "start": 1, "end": 2, "label": "PLACE"}]}',
        "line 1: the key “start” stands twice",
    ),
    "case-53-a-line": ("a.jsonl", GOOD + b'{"text": "\xff"}', "line 2: broken JSON"),
    "case-53-a-text": ("a.txt", b"\xef\xbb\xbfa\nb\xff", "line 2: not text in utf-8"),
    "case-53-a-table": (
        "a.csv",
        b"text\n" + ("باكو " * 100 + "\n").encode() * 2000 + "طهران".encode("cp1256"),
        "line 2002: not text in utf-8",
    ),
    "case-53-rows": ("a.tsv", webanno("1-1\t0-4\tباكو\t_") + b"\xff\n", "not text in utf-8"),
    "case-54-half-a-pair": ("a.jsonl", GOOD + b'{"text": "\\ud83c"}', "line 2: broken JSON"),
    "case-54-half-a-pair-in-a-key": ("a.jsonl", GOOD + b'{"text": "a", "\\udc00": 1}', "line 2: broken JSON"),
    "case-54-half-a-pair-in-a-CAS": ("a.json", cas(b'"\\ud83c"'), "line 1: "),
    "case-54-half-a-pair-in-rows": (
        "a.tsv",
        webanno("1-1\t0-1\t\\ud83c\t_", "\\ud83c", "3.0"),
        "half a surrogate pair",
    ),
    "case-55-in-a-line": ("a.jsonl", GOOD + b'{"text": "ab\\u0000c"}', "line 2: the text holds U+0000"),
    "case-55-in-a-text": ("a.txt", b"one\ntwo\x00 and some more letters", "line 2: the text holds U+0000"),
    "case-55-in-a-CAS": ("a.json", cas(b'"ab\\u0000c"'), "the text holds U+0000"),
    "case-55-in-metadata": ("a.jsonl", GOOD + b'{"text": "a", "title": "b\\u0000"}', "line 2: "),
    "case-57-negative": ("a.jsonl", spans(span(-1, 3)), "line 2: the span -1–3 lies outside"),
    "case-57-swapped": ("a.jsonl", spans(span(10, 4)), "line 2: the span 10–4 is reversed"),
    "case-57-empty": ("a.jsonl", spans(span(4, 4)), "line 2: the span 4–4 is empty"),
    "case-57-past-the-end": ("a.jsonl", spans(span(13, 18)), "line 2: the span 13–18 lies outside"),
    "case-57-a-float": ("a.jsonl", spans(span(4.0, 10)), "line 2: a span's start and end must be whole"),
    "case-57-a-string": ("a.jsonl", spans(span("4", 10)), "line 2: a span's start and end must be whole"),
    "case-57-true": ("a.jsonl", spans(span(True, 10)), "line 2: a span's start and end must be whole"),
    "case-57-within-a-surrogate-pair": (
        "a.jsonl",
        spans(span(12, 18), offset_unit="utf16"),
        "line 2: the span 12–18 begins or ends within a character",
    ),
    "case-57-within-a-letter-of-bytes": (
        "a.jsonl",
        spans(span(1, 6), offset_unit="byte"),
        "line 2: the span 1–6 begins or ends within a character",
    ),
    "case-57-no-unit-fits-the-quote": (
        "a.jsonl",
        spans(span(1, 3, text="قط")),
        "line 2: the span 1–3 quotes “قط”",
    ),
    "case-58-no-name": ("a.jsonl", spans(span(4, 10, "")), "line 2: “label” is missing"),
    "case-58-10-kB": ("a.jsonl", spans(span(4, 10, "ا" * 10_000)), "line 2: A name has at most 100"),
    "case-58-an-override": ("a.jsonl", spans(span(4, 10, "PLA\u202eCE")), "line 2: A name cannot hold"),
    "case-58-zero-width": ("a.jsonl", spans(span(4, 10, "PLA\u200bCE")), "line 2: A name cannot hold"),
    "case-58-the-same-in-other-forms": (
        "a.jsonl",
        spans(span(4, 10, "ＰＬＡＣＥ")),
        "line 2: The name ＰＬＡＣＥ differs from the name PLACE",
    ),
    "case-58-two-that-are-new-and-alike": (
        "a.jsonl",
        spans(span(4, 10, "\u0622"), span(4, 10, "\u0627\u0653")),
        "line 2: The name",
    ),
    "case-58-more-than-anybody-can-choose-from": (
        "a.jsonl",
        spans(*(span(0, 3, f"L{nth}") for nth in range(600))),
        "line 2: A project has at most 500 labels",
    ),
}


@pytest.mark.parametrize(
    "is_huge",
    [pytest.param(False, id="a-little-more"), pytest.param(True, id="2-GB", marks=pytest.mark.slow)],
)
@pytest.mark.parametrize(("name", "begin", "said"), LARGE.values(), ids=LARGE)
def test_a_file_that_is_too_large_is_refused(
    project_path: Path, name: str, begin: bytes, said: str, is_huge: bool
) -> None:
    path = project_path.with_name(name)
    most = 256 << 20 if "256 MiB" in said else 64 << 20
    with path.open("wb") as file:
        file.write(begin)
        file.truncate(2 << 30 if is_huge else most + len(begin) + 1)  # it takes no room
    sentence = refused(project_path, path)
    assert str(path) in sentence
    assert said in sentence


@pytest.mark.parametrize(("name", "data", "said"), FILES.values(), ids=FILES)
def test_a_file_is_refused_with_its_line(project_path: Path, name: str, data: bytes, said: str) -> None:
    path = project_path.with_name(name)
    path.write_bytes(data)
    sentence = refused(project_path, path)
    assert str(path) in sentence
    assert said in sentence


def test_case_51_a_key_that_stands_in_two_objects_is_no_key_twice(project_path: Path) -> None:
    path = project_path.with_name("a.jsonl")
    path.write_bytes(b'{"text": "ab", "a": {"x": 1}, "b": {"x": 2}}\n')
    (found,) = imported(project_path, path)
    assert found["text"] == "ab"


@pytest.mark.parametrize(
    ("name", "data", "texts"),
    [
        pytest.param("a.jsonl", '\ufeff{"text": "باكو"}\n', ["باكو"], id="case-52-lines"),
        pytest.param("a.json", '\ufeff [\n{"text": "باكو"}]', ["باكو"], id="case-52-an-array"),
        pytest.param("a.csv", "\ufefftext;x\r\nباكو;1\r\n", ["باكو"], id="case-52-a-table"),
        pytest.param("a.txt", "\ufeffباكو", ["باكو"], id="case-52-a-text"),
        pytest.param("a.conll", "\ufeffباكو B-LOC\n", ["باكو"], id="case-52-rows"),
        pytest.param(
            "a.jsonl",
            '{"text": "أ\u2028ب\u2029ج\x85د"}\r\n{"text": "هـ"}\r\n',
            ["أ\u2028ب\u2029ج\x85د", "هـ"],
            id="case-56-separators-within-a-string",
        ),
        pytest.param(
            "a.jsonl", '{"text": "سطر\\r\\nسطر\\r"}\n', ["سطر\r\nسطر\r"], id="case-56-CR-LF-escaped"
        ),
        pytest.param("a.txt", "سطر\r\nسطر\u2028سطر\r", ["سطر\r\nسطر\u2028سطر\r"], id="case-56-a-text"),
        pytest.param(
            "a.csv", 'text,x\r\n"سطر\r\nسطر\u2028",1\r\n', ["سطر\r\nسطر\u2028"], id="case-56-a-table"
        ),
    ],
)
def test_marks_and_separators_leave_the_text_as_it_is(
    project_path: Path, name: str, data: str, texts: list[str]
) -> None:
    path = project_path.with_name(name)
    path.write_bytes(data.encode())
    assert [one["text"] for one in imported(project_path, path)] == texts


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(14, 18, id="case-57-counted-in-UTF-16"),
        pytest.param(25, 33, id="case-57-counted-in-bytes"),
    ],
)
def test_what_offsets_count_is_found_out_by_the_quoted_text(project_path: Path, start: int, end: int) -> None:
    path = project_path.with_name("a.jsonl")
    path.write_bytes(lines_of([{"text": TEXT, "spans": [span(start, end, text="باكو")]}]))
    (found,) = imported(project_path, path)
    assert [one["text"] for one in found["spans"]] == ["باكو"]  # type: ignore[attr-defined]


def test_case_57_a_span_that_begins_within_a_grapheme_is_kept_as_it_is(project_path: Path) -> None:
    path = project_path.with_name("a.jsonl")
    path.write_bytes(lines_of([{"text": "بَاكو", "spans": [span(1, 5)]}]))
    (found,) = imported(project_path, path)
    assert [one["text"] for one in found["spans"]] == ["َاكو"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("../x", id="case-58-a-path"),
        pytest.param("=cmd|' /C calc'!A0", id="case-58-a-formula"),
        pytest.param("CON", id="case-58-a-device"),
        pytest.param("<b>", id="case-58-a-tag"),
        pytest.param("place", id="case-58-another-case"),
    ],
)
def test_a_label_that_is_only_odd_is_taken_as_it_is(project_path: Path, label: str) -> None:
    path = project_path.with_name("a.jsonl")
    path.write_bytes(spans(span(4, 10, label)))
    found = imported(project_path, path)
    assert [one["label"] for one in found[1]["spans"]] == [label]  # type: ignore[attr-defined]


def test_case_58_a_label_that_the_project_lacks_is_named(project_path: Path) -> None:
    path = project_path.with_name("a.jsonl")
    path.write_bytes(spans(span(4, 10, "PARTY")))
    from tests.reliability.hostile import annotator

    said = annotator("import", project_path, path).sentence
    assert said == f"{path}, line 2: the project has no label PARTY."
