"""The README.md of a dataset folder: what is in it, for people and, in its YAML head, for `datasets`.

The names of tags stand there alone: in the data tags are numbers. Of a head the names of one column are
understood as `datasets` writes them, a number and a name on a line each, so that no YAML library is needed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import orjson

from annotator.domain.errors import FormatError
from annotator.formats.source import Source

README = "README.md"

_FEATURES = """dataset_info:
  features:
  - name: id
    dtype: string
  - name: external_id
    dtype: string
  - name: text
    dtype: string
  - name: tokens
    sequence: string
  - name: token_starts
    sequence: int32
  - name: token_ends
    sequence: int32
  - name: ner_tags
    sequence:
      class_label:
        names:
{names}
  - name: spans
    list:
    - name: start
      dtype: int32
    - name: end
      dtype: int32
    - name: label
      dtype: string
  - name: labels
    sequence: string
  - name: annotator
    dtype: string
  - name: status
    dtype: string
  - name: guidelines
    dtype: string
  - name: meta
    dtype: string
"""
ABOUT_ROWS = """A row is an article as one annotator labelled it.

* `text` is the article, to the last character. `spans` are all labelled spans, also nested ones, in code
  points of `text`; `end` is the first that follows the span.
* `tokens` lie in `text` at `token_starts` and `token_ends`; white space between them is no token. `ner_tags`
  are IOB2, and hold of spans that overlap only one.
* `labels` are those of the whole article. `meta` is a JSON object.
"""
_CARD = """---
{head}language:
- ar
task_categories:
- token-classification
---

`datasets.load_dataset` opens this folder as it is. {about}"""
_FEATURE = re.compile(r"\s*- name: (\S+)")
_NAMES = re.compile(r"\s*names:")
_NAME = re.compile(r"""\s*['"]?(\d{1,9})['"]?: +(.+)""")


def card(paths: Mapping[str, str], names: Iterable[str]) -> str:
    """Return a README for a folder with the data of each part in the file of this path."""
    return _CARD.format(head=head(paths, names), about=ABOUT_ROWS)


def head(paths: Mapping[str, str], names: Iterable[str]) -> str:
    """Return what `datasets` must be told in the README's head: the files, and what they hold."""
    files = "".join(f"  - split: {part}\n    path: {path}\n" for part, path in paths.items())
    lines = (f"          '{number}': {orjson.dumps(name).decode()}" for number, name in enumerate(names))
    features = _FEATURES.format(names="\n".join(lines))
    return f"configs:\n- config_name: default\n  data_files:\n{files}{features}"


def names_beside(source: Source, column: str) -> list[str] | None:
    """Return the names of a column's numbers from the README beside a file, or else in the folder above.

    Raises FormatError where there are several lists of them.
    """
    above = source.path.parent
    for readme in (source.beside(README), Source(above).beside(README)):
        if readme is not None:
            found = {*_lists(readme.text()[0], column)}
            if len(found) > 1:
                raise FormatError(
                    "{path} names the values of {column} in several ways.", path=readme.path, column=column
                )
            if found:
                return [*found.pop()]
    return None


def _lists(text: str, column: str) -> Iterator[tuple[str, ...]]:
    """Yield each list of names that a head has for a column, one for a configuration."""
    head = text.partition("\n---")[0] if text.startswith("---") else ""
    feature, names, is_within = "", list[str](), False
    for line in [*head.splitlines(), ""]:
        match = _NAME.fullmatch(line) if is_within else None
        if match and int(match[1]) == len(names):
            names.append(_unquoted(match[2]))
            continue
        if names:
            yield tuple(names)
        found = _FEATURE.match(line)
        feature = found[1] if found else feature
        names, is_within = [], feature == column and bool(_NAMES.fullmatch(line))


def _unquoted(value: str) -> str:
    value = value.strip()
    if value.startswith('"') and value.endswith('"'):
        return _unescaped(value)
    if value.startswith("'") and value.endswith("'"):
        return value[1:-1].replace("''", "'")
    return value


def _unescaped(value: str) -> str:
    """Return what YAML means, where JSON writes it the same; what neither is stands for itself."""
    try:
        return str(orjson.loads(value))
    except ValueError:
        return value
