"""Questions of an archive, in SQL or by name: DuckDB over the tables, which reads nothing else and writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from claimcheck.archive.tables import TABLES
from claimcheck.errors import ClaimcheckError
from claimcheck.records import NamedTuple


class Question(NamedTuple):
    """A question with a name. `words` says what follows the name; in the SQL it is $words."""

    name: str
    words: str
    summary: str
    sql: str


QUESTIONS = (
    Question(
        "speakers",
        "",
        "who is quoted how often",
        """
SELECT speaker, any_value(speaker_type) AS type, count(*) AS attributions, count(DISTINCT article) AS articles,
       count(*) FILTER (mode = 'direct') AS in_quotation_marks, min(date) AS first, max(date) AS last
FROM attributions JOIN articles USING (article)
WHERE speaker IS NOT NULL
GROUP BY speaker
ORDER BY attributions DESC, speaker""",
    ),
    Question(
        "tolls",
        "WORDS",
        "which casualty figures are given over time by articles that have all these words in title or claims",
        """
WITH wanted AS (SELECT unnest(string_split(lower($words), ' ')) AS word),
     about AS (
       SELECT article, lower(concat_ws(' ', any_value(articles.title), string_agg(claims.text, ' '))) AS said
       FROM articles JOIN claims USING (article) GROUP BY article)
SELECT date, article, fact.outcome, fact.number, fact.comparator, fact.min, fact.max, speaker, text
FROM (SELECT *, unnest(facts) AS fact FROM claims WHERE kind = 'casualty') JOIN articles USING (article)
WHERE fact.outcome IS NOT NULL
  AND article IN (SELECT article FROM about WHERE NOT EXISTS (FROM wanted WHERE NOT contains(said, word)))
ORDER BY date, article, n""",
    ),
    Question(
        "history",
        "ID or WORDS",
        "where a claim appeared first, and how it changed from article to article",
        """
WITH first AS (
       SELECT words FROM claims JOIN articles USING (article)
       WHERE id = $words OR contains(lower(text), lower($words))
       ORDER BY id = $words DESC, date, article, n LIMIT 1),
     alike AS (
       SELECT date, article, claims.n, id, speaker, text, [f.text FOR f IN facts IF f.type = 'count'] AS figures,
              [[f.min, f.max] FOR f IN facts IF f.type = 'count'] AS bounds
       FROM claims JOIN articles USING (article), first
       WHERE len(list_intersect(claims.words, first.words))
             >= 0.6 * len(list_distinct(list_concat(claims.words, first.words))))
SELECT date, article, id,
       CASE WHEN lag(id) OVER told IS NULL THEN 'first'
            WHEN id = lag(id) OVER told THEN 'same words'
            WHEN bounds <> lag(bounds) OVER told THEN 'other figures'
            WHEN speaker IS DISTINCT FROM lag(speaker) OVER told THEN 'other speaker'
            ELSE 'other words' END AS change,
       array_to_string(figures, ', ') AS figures, speaker, text
FROM alike
WINDOW told AS (ORDER BY date, article, n)
ORDER BY date, article, n""",
    ),
)
_NAMED = {question.name: question for question in QUESTIONS}


class Answer(NamedTuple):
    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def ask(folder: Path, question: str) -> Answer:
    """The answer to a named question with its words, or to one SELECT over the tables.

    Raises ClaimcheckError for a folder without tables, a question that is not text, and SQL that cannot be run or does
    more than to read.
    """
    if any("\ud800" <= letter <= "\udfff" for letter in question):  # bytes of the command line that were no text
        raise ClaimcheckError("the question is not UTF-8 (write it in a terminal whose encoding is UTF-8)")
    archive = _opened(folder)
    name, _, words = question.strip().partition(" ")
    sql, values = question, {}
    if name in _NAMED:
        sql = _NAMED[name].sql
        if bool(words.strip()) != bool(_NAMED[name].words):
            raise ClaimcheckError(f"the question is asked as: {name} {_NAMED[name].words}".rstrip())
        values = {"words": " ".join(words.split())} if words.strip() else {}
    try:
        statements = archive.extract_statements(sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise ClaimcheckError(f"only one SELECT can be asked, or a question by name: {', '.join(_NAMED)}")
        found = archive.execute(statements[0], values)
    except duckdb.Error as error:
        raise ClaimcheckError(f"the question cannot be answered: {' '.join(str(error).split())}") from None
    return Answer(tuple(column[0] for column in found.description or ()), _rows(archive))


def _rows(found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := found.fetchmany(1000):
        yield from rows


def _opened(folder: Path) -> duckdb.DuckDBPyConnection:
    """A database in memory with a view of each table: of the parts that are wholly written, in the order of names."""
    parts = sorted(mark.stem for mark in Path(folder, "done").glob("*.json"))
    if not parts:
        raise ClaimcheckError("holds no tables (make them with: claimcheck scan SOURCE --out DIR)", path=str(folder))
    whole = folder.resolve()
    archive = duckdb.connect(config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})
    archive.execute(f"SET allowed_directories = [{_quoted(f'{whole}/')}]")
    archive.execute("SET enable_external_access = false")
    for name in TABLES:
        files = ", ".join(_quoted(str(Path(whole, name, f"{part}.parquet"))) for part in parts)
        archive.execute(f'CREATE VIEW "{name}" AS SELECT * FROM read_parquet([{files}])')
    archive.execute("SET lock_configuration = true")
    return archive


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
