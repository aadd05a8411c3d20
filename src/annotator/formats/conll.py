"""Rows of tokens and tags, as CoNLL-2003 and its kin have them; written in IOB2.

`token -X- -X- TAG` and `-DOCSTART- -X- -X- O` between articles, or with two columns `token TAG`; a blank line
ends a sentence. The format knows neither the space between tokens nor where an article came from: that is
written to a file beside (token_offsets.py), with which rows read back to the same spans on the same text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import Range, Tokens
from annotator.domain.record import Record, RecordSpan
from annotator.formats.fitting import Fitted, TokenSpan, iob2
from annotator.formats.label_names import LabelNames
from annotator.formats.output import Output
from annotator.formats.source import Source
from annotator.formats.tags import Tagset
from annotator.formats.token_offsets import OFFSETS, TokenOffsets, begin, line
from annotator.formats.token_rows import DOCUMENT, Rows, Sentence, survey

_FILLING = "-X-"
_TAGGED = "\0"
"""Stands behind a row with a tag while rows are made; no text holds it."""
MOST_SENTENCES = 400
"""A file with more that nothing parts into articles is a corpus of sentences, and no article to be read."""


def write(fitted: Iterable[Fitted], out: Output) -> None:
    """Write rows, and the offsets beside them."""
    file, offsets = out.file(), out.beside(OFFSETS)
    filling = [_FILLING] * (out.columns - 2)
    between = out.separator.join(["", *filling, ""])
    names = LabelNames(out.label_names())
    is_begun = False
    for record, tokens, layers in fitted:
        if not is_begun:
            is_begun = True
            offsets.write(begin(len(layers), names))
        offsets.write(line(record, tokens))
        head = out.separator.join([DOCUMENT, *filling, *["O"] * len(layers)])
        outside = between + out.separator.join(["O"] * len(layers))
        words = tokens.words.copy()
        columns = [iob2(len(tokens), layer, names) for layer in layers]
        tags = columns[0] if len(columns) == 1 else [*map(out.separator.join, zip(*columns, strict=True))]
        for nth in {nth for layer in layers for first, after, _ in layer for nth in range(first, after)}:
            words[nth] = f"{words[nth]}{between}{tags[nth]}{_TAGGED}"
        for nth in _breaks(record.text, tokens, layers):
            words[nth] = "\n" + words[nth]
        # Most rows end alike: joined by that end they take a third of the time; it is taken off the others.
        rows = (f"{outside}\n".join(words) + outside).replace(_TAGGED + outside, "")
        file.write(f"{head}\n{rows}\n\n".encode() if words else f"{head}\n\n".encode())


def read(source: Source) -> Iterator[Record]:
    """Yield an article for each -DOCSTART-, the last column being the tag; with offsets beside as it was.

    Without them, tokens are joined by spaces and sentences by line feeds. Without -DOCSTART- the file is one
    article, or if it has very many sentences, one for each. Raises FileError and FormatError.
    """
    beside = TokenOffsets.beside(source)
    if beside is None:
        yield from _foreign(source)
        return
    for document in Rows(source, Tagset(), beside.layers).documents():
        record, bounds = beside.next([word for sentence in document for word in sentence.words])
        yield replace(record, spans=_spans(document, bounds, beside.labels))
    beside.end()


def _foreign(source: Source) -> Iterator[Record]:
    found = survey(source)
    documents = Rows(source, Tagset(found.tags)).documents()
    if not found.documents and found.sentences > MOST_SENTENCES:
        source.remark(
            0, "no -DOCSTART- parts the file; each of {count} sentences is an article", count=found.sentences
        )
        documents = ([sentence] for document in documents for sentence in document)
    is_one = max(found.documents, 1) == 1 and found.sentences <= MOST_SENTENCES
    for nth, document in enumerate(filter(None, documents), 1):
        text, bounds = _joined(document)
        name = source.path.name if is_one else f"{source.path.name}:{nth}"
        line = document[0].line
        yield Record(
            text, external_id=name, spans=_spans(document, bounds, {}), line=line, encoding=source.encoding
        )


def _joined(document: Sequence[Sentence]) -> tuple[str, list[Range]]:
    """Return a text of tokens, and where each stands."""
    text = "\n".join(" ".join(sentence.words) for sentence in document)
    ends = accumulate(len(word) + 1 for sentence in document for word in sentence.words)
    words = (word for sentence in document for word in sentence.words)
    return text, [(end - 1 - len(word), end - 1) for end, word in zip(ends, words, strict=True)]


def _spans(
    document: Iterable[Sentence], bounds: Sequence[Range], labels: Mapping[str, str]
) -> tuple[RecordSpan, ...]:
    found = []
    before = 0
    for sentence in document:
        for layer in sentence.layers:
            for first, after, label in layer:
                start, end = bounds[before + first][0], bounds[before + after - 1][1]
                found.append(RecordSpan(start, end, labels.get(label, label)))
        before += len(sentence.words)
    return tuple(sorted(found, key=lambda span: (span.start, -span.end, span.label)))


def _breaks(text: str, tokens: Tokens, layers: Sequence[Sequence[TokenSpan]]) -> set[int]:
    """Return the numbers of the tokens that begin sentences; no span is cut."""
    found = {tokens.first_from(start) for start, _ in sentences(text)}
    for layer in layers:
        for first, after, _ in layer:
            if after - first > 1:
                found.difference_update(range(first + 1, after))
    found.discard(len(tokens))
    return found | {0} if len(tokens) else set()
