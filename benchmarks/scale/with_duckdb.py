"""Count with DuckDB what `annotator export --format parquet` wrote.

with_duckdb.py counts|copies FOLDER prints JSON, as own.py does.
"""

import sys
from pathlib import Path

import duckdb
import orjson
from stories import count_copies

LABELS = "SELECT span.label, count(*) FROM (SELECT unnest(spans) AS span FROM rows) GROUP BY ALL"
# Spans as they would lie in a table of their own, joined to what is known of their articles.
JOINED = """
    SELECT source_name || '/' || month || '/' || span.label, count(*)
    FROM (SELECT id, unnest(spans) AS span FROM rows) JOIN (SELECT DISTINCT id, source_name, month FROM rows)
    USING (id) GROUP BY ALL"""
# The fingerprint of a text is as good as chance, and the same for all.
SAMPLE = "SELECT count(*), sum(len(spans)) FROM rows WHERE text_sha256 < '028f5c28f5c28f5c'"

# Near duplicates, as annotator.quality.near_duplicates has them: the lowest hashes of runs of three words.
SKETCHES = r"""
    CREATE TABLE sketches AS
    WITH texts AS (
        SELECT row_number() OVER () AS number, any_value(text) AS text FROM rows GROUP BY id
    ), words AS (SELECT number, regexp_extract_all(text, '[\p{L}\p{M}\p{N}_]+') AS words FROM texts)
    SELECT number, list_sort(list_distinct(list_transform(
        range(1, len(words) - 1), lambda i: hash(words[i], words[i + 1], words[i + 2])
    )))[:128] AS hashes
    FROM words"""
PAIRS = """
    WITH indexed AS (SELECT unnest(hashes[:24]) AS hash, number FROM sketches),
    -- What more than fifty texts have in common, such as an agency's standing sentence, tells little.
    telling AS (SELECT hash FROM indexed GROUP BY hash HAVING count(*) BETWEEN 2 AND 50),
    found AS (SELECT * FROM indexed SEMI JOIN telling USING (hash)),
    pairs AS (
        SELECT a.number AS one, b.number AS other
        FROM found AS a JOIN found AS b ON a.hash = b.hash AND a.number < b.number
        GROUP BY ALL HAVING count(*) >= 3
    ), compared AS (
        SELECT one, other, least(a.hashes[-1], b.hashes[-1]) AS most,
            list_filter(a.hashes, lambda hash: hash <= most) AS mine,
            list_filter(b.hashes, lambda hash: hash <= most) AS its,
            len(list_intersect(mine, its)) AS shared
        FROM pairs JOIN sketches AS a ON a.number = one JOIN sketches AS b ON b.number = other
    )
    SELECT one, other FROM compared
    WHERE shared >= 0.5 * (len(mine) + len(its) - shared)
        OR shared >= greatest(10, 0.8 * least(len(mine), len(its)))"""


def main() -> None:
    what, folder = sys.argv[1], Path(sys.argv[2])
    db = duckdb.connect()
    db.from_parquet(str(folder / "*" / "*" / "*.parquet"), hive_partitioning=True).create_view("rows")
    if what == "counts":
        found: dict[str, object] = {"labels": dict(db.sql(LABELS).fetchall())}
        found |= {"joined": dict(db.sql(JOINED).fetchall()), "sample": db.sql(SAMPLE).fetchall()[0]}
    else:
        db.execute(SKETCHES)
        found = {"copies": count_copies(db.sql(PAIRS).fetchall())}
    sys.stdout.write(orjson.dumps(found).decode())


if __name__ == "__main__":
    main()
