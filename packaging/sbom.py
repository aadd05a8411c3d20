"""Writes dist/annotator.cdx.json: what a packaged program is made of, as CycloneDX has it.

cyclonedx-py lists what is installed; what PyInstaller did not take is left out of that, and Python, Qt,
SQLite, libraries inside wheels and those of the system are added.
"""

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import qVersion

from annotator.services.licensing import normalised


def main() -> None:
    work, out = Path(sys.argv[1]), Path(sys.argv[2])
    contents = json.loads((work / "contents.json").read_text("utf-8"))
    tool = [sys.executable, "-m", "cyclonedx_py", "environment", "--pyproject", "pyproject.toml"]
    done = subprocess.run(
        [*tool, "--output-reproducible", "--of", "JSON", sys.executable], check=True, capture_output=True
    )
    bill = json.loads(done.stdout)
    kept = [one for one in bill["components"] if normalised(one["name"]) in contents["distributions"]]
    missing = {*contents["distributions"]} - {normalised(one["name"]) for one in kept} - {"annotator"}
    if missing:
        raise SystemExit(f"Nothing is known of {', '.join(sorted(missing))}.")
    references = {one["bom-ref"] for one in kept} | {bill["metadata"]["component"]["bom-ref"]}
    bill["components"] = [*kept, *_others(contents)]
    bill["dependencies"] = [
        _within(references, one) for one in bill["dependencies"] if one["ref"] in references
    ]
    out.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{out} names {len(bill['components'])} components.")


def _within(references: set[str], dependency: dict[str, Any]) -> dict[str, Any]:
    return dependency | {"dependsOn": [one for one in dependency.get("dependsOn", ()) if one in references]}


def _others(contents: dict[str, Any]) -> list[dict[str, Any]]:
    python = ".".join(map(str, sys.version_info[:3]))
    found = [
        _component("Python", python, "PSF-2.0"),
        _component("Qt", qVersion(), "LGPL-3.0-only"),
        _component("SQLite", sqlite3.sqlite_version, "blessing"),
    ]
    found += [_component(name, version, None) for name, version in contents["system"].items()]
    # What wheels carry has a digest in its name, but seldom a version.
    found += [_component(re.sub(r"-[0-9a-f]{8}\b", "", name), None, None) for name in contents["carried"]]
    return found


def _component(name: str, version: str | None, licence: str | None) -> dict[str, Any]:
    one: dict[str, Any] = {"type": "library", "bom-ref": f"part:{name}@{version or '-'}", "name": name}
    if version:
        one["version"] = version
    if licence:
        one["licenses"] = [{"license": {"id": licence}}]
    return one


if __name__ == "__main__":
    main()
