"""Count with Spark, on this machine alone, what `annotator export --format parquet` wrote.

with_spark.py counts|copies FOLDER [MEMORY] prints JSON, as own.py does; MEMORY is Java's, such as 4g. On a
cluster the statements are the same: `master` is its address, and the folder is one that all machines see.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
from pyspark.sql import SparkSession
from stories import count_copies

LABELS = "SELECT span.label, count(*) FROM (SELECT explode(spans) AS span FROM rows) GROUP BY ALL"
JOINED = """
    SELECT concat_ws('/', source_name, month, span.label), count(*)
    FROM (SELECT id, explode(spans) AS span FROM rows) JOIN (SELECT DISTINCT id, source_name, month FROM rows)
    USING (id) GROUP BY ALL"""
SAMPLE = "SELECT count(*), sum(size(spans)) FROM rows WHERE text_sha256 < '028f5c28f5c28f5c'"

# Near duplicates, as annotator.quality.near_duplicates has them: the lowest hashes of runs of three words.
WORDS = r"""
    SELECT id, regexp_extract_all(any_value(text), '[\\p{L}\\p{M}\\p{N}_]+', 0) AS words
    FROM rows GROUP BY id"""
SKETCHES = """
    SELECT monotonically_increasing_id() AS number, slice(array_sort(array_distinct(transform(
        sequence(0, size(words) - 3), i -> xxhash64(words[i], words[i + 1], words[i + 2])
    ))), 1, 128) AS hashes
    FROM words WHERE size(words) > 4"""
PAIRS = """
    WITH indexed AS (SELECT explode(slice(hashes, 1, 24)) AS hash, number FROM sketches),
    -- What more than fifty texts have in common, such as an agency's standing sentence, tells little.
    buckets AS (
        SELECT collect_list(number) AS numbers FROM indexed GROUP BY hash HAVING count(*) BETWEEN 2 AND 50
    ), met AS (SELECT explode(numbers) AS one, numbers FROM buckets),
    pairs AS (
        SELECT one, other FROM met LATERAL VIEW explode(numbers) AS other
        WHERE one < other GROUP BY ALL HAVING count(*) >= 3
    ), found AS (
        SELECT one, other, a.hashes AS a, b.hashes AS b,
            least(element_at(a.hashes, -1), element_at(b.hashes, -1)) AS most
        FROM pairs JOIN sketches AS a ON a.number = one JOIN sketches AS b ON b.number = other
    ), cut AS (
        SELECT one, other, filter(a, h -> h <= most) AS mine, filter(b, h -> h <= most) AS its FROM found
    ), compared AS (
        SELECT one, other, size(mine) AS mine, size(its) AS its, size(array_intersect(mine, its)) AS shared
        FROM cut
    )
    SELECT one, other FROM compared
    WHERE shared >= 0.5 * (mine + its - shared) OR shared >= greatest(10, 0.8 * least(mine, its))"""


def counts(session: SparkSession) -> dict[str, object]:
    labels, joined = (dict(session.sql(query).collect()) for query in (LABELS, JOINED))
    return {"labels": labels, "joined": joined, "sample": tuple(session.sql(SAMPLE).collect()[0])}


def copies(session: SparkSession, folder: str) -> dict[str, object]:
    session.sql(WORDS).createOrReplaceTempView("words")
    # They are used twice, and long in the making.
    session.sql(SKETCHES).write.parquet(folder, mode="overwrite")
    session.read.parquet(folder).createOrReplaceTempView("sketches")
    return {"copies": count_copies(session.sql(PAIRS).collect())}


def main() -> None:
    what, folder, *memory = sys.argv[1:]
    beside = Path(folder).absolute().parent
    session = (
        SparkSession.builder.master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", memory[0] if memory else "2g")
        .config("spark.sql.shuffle.partitions", "64")
        .config("spark.local.dir", str(beside))
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    # The list of checksums, too, lies in the folder.
    session.read.option("pathGlobFilter", "*.parquet").parquet(folder).createOrReplaceTempView("rows")
    with TemporaryDirectory(dir=beside) as scratch:
        found = counts(session) if what == "counts" else copies(session, scratch)
    session.stop()
    sys.stdout.write(orjson.dumps(found).decode())


if __name__ == "__main__":
    main()
