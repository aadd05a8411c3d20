from pathlib import Path

import pytest

from annotator.domain.errors import FormatError
from annotator.formats import label_file
from annotator.resources import resource


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "labels.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_default_label_set_is_the_four_labels_of_news() -> None:
    labels = label_file.read(resource("labels", "news.toml"))
    assert [(label.key, label.name, label.shown("ar")) for label in labels] == [
        ("1", "ACTOR", "الفاعل"),
        ("2", "PLACE", "المكان"),
        ("3", "AGREEMENT", "الاتفاق"),
        ("4", "TOPIC", "الموضوع"),
    ]


def test_a_label_needs_no_more_than_a_name(tmp_path: Path) -> None:
    labels = label_file.read(write(tmp_path, '[[label]]\nname = "حزب"\n[[label]]\nname = "Law"\n'))
    assert [(label.id, label.name) for label in labels] == [("حزب", "حزب"), ("law", "Law")]
    assert len({label.colour for label in labels}) == len({label.pattern for label in labels}) == 2


def test_pairs_that_may_not_overlap_are_named(tmp_path: Path) -> None:
    text = 'forbid_overlaps = [["A", "B"], ["A", "A"]]\n[[label]]\nname = "A"\n[[label]]\nname = "B"\n'
    labels = label_file.read(write(tmp_path, text))
    assert labels.forbidden_overlaps == {frozenset(("a", "b")), frozenset("a")}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "label = 5",
        "[[label]]",
        "[[label]]\nname = 5",
        '[[label]]\nname = ""',
        '[[label]]\nname = "a\\u202Eb"',
        '[[label]]\nname = "A"\n[[label]]\nname = "A"',
        '[[label]]\nname = "A"\ncolour = "red-ish"',
        '[[label]]\nname = "A"\npattern = "wavy"',
        '[[label]]\nname = "A"\ndisplay = "x"',
        'forbid_overlaps = [["A", "B"]]\n[[label]]\nname = "A"',
        'forbid_overlaps = [[]]\n[[label]]\nname = "A"',
        'forbid_overlaps = [["A", "A", "A"]]\n[[label]]\nname = "A"',
        "[[label",
        "label = []",
        '[[label]]\nname = "A"\nid = ""',
        '[[label]]\nname = "A"\nkey = "ض"',
        '[[label]]\nname = "A"\nkey = "ab"',
        '[[label]]\nname = "A"\ndisplay = {ar = 5}',
        '[[label]]\nname = "A"\nexamples = "abc"',
        '[[label]]\nname = "A"\nretired = "yes"',
    ],
)
def test_a_file_that_is_no_label_set_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(FormatError, match=r"labels\.toml is not a label set"):
        label_file.read(path)


def test_what_is_wrong_with_a_label_is_said_of_it_by_name(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="examples of the label A is not a list"):
        label_file.read(write(tmp_path, '[[label]]\nname = "A"\nexamples = "abc"'))


def test_a_key_is_found_by_its_place_so_its_case_does_not_matter(tmp_path: Path) -> None:
    (label,) = label_file.read(write(tmp_path, '[[label]]\nname = "A"\nkey = "Q"'))
    assert label.key == "q"


def test_a_label_file_may_hold_labels_that_are_retired(tmp_path: Path) -> None:
    labels = label_file.read(write(tmp_path, '[[label]]\nname = "A"\nretired = true\n[[label]]\nname = "B"'))
    assert [(label.name, label.retired) for label in labels] == [("A", True), ("B", False)]
