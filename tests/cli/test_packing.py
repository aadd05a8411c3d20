"""The commands that hand work out and take it back in."""

from pathlib import Path

import orjson
import pytest

from annotator.domain.article import ArticleFilter
from annotator.domain.edit import Edit
from annotator.services import annotating, browsing
from annotator.services.projects import open_project
from tests.cli.conftest import Annotator
from tests.layers import annotation
from tests.texts import write_lines


@pytest.fixture
def project(annotator: Annotator, project_path: Path, tmp_path: Path) -> Path:
    lines = [{"id": f"{nth}", "text": f"زار باكو {nth}"} for nth in range(10)]
    annotator("import", project_path, write_lines(tmp_path / "in.jsonl", *lines)).succeeds()
    return project_path


def test_work_goes_out_to_two_and_comes_back(annotator: Annotator, project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    options = ("--annotator", "amal", "--annotator", "basim", "--overlap", "20%")
    made = annotator("pack", project, folder, *options).succeeds()
    amal = folder / "amal.annotator"
    assert f"Packed 6 articles for amal: {amal}." in made.out
    with open_project(amal) as package:
        article = next(browsing.all_lines(package, ArticleFilter("amal"))).id
        annotating.apply(package, "amal", [Edit(None, annotation(article, 4, 8, by="amal"))])
    back = annotator("merge", project, folder / "basim.annotator", amal, "--json").succeeds()
    (other, mine) = orjson.loads(back.out)
    assert (other["annotator"], other["new"]) == ("basim", [])
    assert (mine["annotator"], mine["new"]) == ("amal", [article])
    again = annotator("merge", project, amal).succeeds()
    assert "new in 0 articles (0 edits), 6 unchanged, 0 in conflict, 0 refused." in again.out


def test_what_could_not_be_planted_or_repeated_is_said(
    annotator: Annotator, project: Path, tmp_path: Path
) -> None:
    options = ("--annotator", "amal", "--planted", "3", "--repeats", "2")
    made = annotator("pack", project, tmp_path / "p.annotator", *options).succeeds()
    assert "0 of 3 are planted" in made.out
    assert "0 of 2 are repeated" in made.out


@pytest.mark.parametrize("share", ["-1", "101", "half"])
def test_no_share_is_refused(annotator: Annotator, project: Path, tmp_path: Path, share: str) -> None:
    options = ("--annotator", "amal", "--overlap", share)
    refused = annotator("pack", project, tmp_path / "p.annotator", *options)
    assert refused.code == 2
    assert not (tmp_path / "p.annotator").exists()


def test_what_is_no_package_is_refused(annotator: Annotator, project: Path) -> None:
    annotator("merge", project, project).refuses("package")
