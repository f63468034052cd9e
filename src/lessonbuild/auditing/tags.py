"""The keys of tags: which are one key spelt in several ways, how far each reaches, and whom the owner key names.

Everything is asked of the distinct texts of the column Tags, which are few, and joined to the rows at the end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lessonbuild.auditing.doubts import Check, doubt
from lessonbuild.auditing.given import Given, quoted
from lessonbuild.model.spending import Doubt, TagKey
from lessonbuild.problems import Problem, did_you_mean

_ALIASES = {
    "env": "environment",
    "organisation": "org",
    "organization": "org",
    "costcentre": "costcenter",
    "costdepartment": "costcenter",
}
_OWNERS = ("owner", "team", "businessunit", "application", "costcenter", "project", "product")
_MOST = 2000  # keys that are compared with each other: more are made by machines
_TEXTS = """
CREATE TABLE tag_texts AS
SELECT tags, count(*) AS rows, coalesce(sum(effective) FILTER (WHERE charge = 'Usage'), 0) AS effective,
    CASE WHEN json_valid(tags) THEN CASE WHEN json_type(tags) = 'OBJECT' THEN tags END END AS object
FROM charges WHERE tags IS NOT NULL GROUP BY tags
"""
_PAIRS = """
CREATE TABLE tag_pairs AS
SELECT t.tags, pair.key, nullif(trim(pair.value ->> '$'), '') AS value
FROM tag_texts t, json_each(t.object) AS pair WHERE t.object IS NOT NULL AND pair.value ->> '$' IS NOT NULL
"""
_LABELS = """
CREATE TABLE labels AS
SELECT tags, first(value ORDER BY key <> name, key) FILTER (WHERE name = $owner) AS owner,
    first(value ORDER BY key <> name, key) FILTER (WHERE name = $environment) AS environment
FROM tag_pairs JOIN tag_names USING (key) WHERE value IS NOT NULL GROUP BY tags
"""
_KEYS = """
SELECT name, sum(rows)::BIGINT AS rows, sum(effective) FROM (SELECT DISTINCT tags, name FROM tag_pairs
JOIN tag_names USING (key)) JOIN tag_texts USING (tags) GROUP BY name ORDER BY rows DESC, name
"""


@dataclass(frozen=True, slots=True)
class Tags:
    """The keys with their reach, and for each way of writing a key the one that it is counted under."""

    keys: tuple[TagKey, ...]
    names: Mapping[str, str]
    rows: Mapping[str, int]  # by the way of writing


def tags_of(given: Given) -> Tags:
    """All keys; leaves tables behind, from which `label` fills the owners."""
    given.connection.execute(_TEXTS)
    given.connection.execute(_PAIRS)
    found = given.rows(
        "SELECT key, sum(rows)::BIGINT AS rows FROM tag_pairs JOIN tag_texts USING (tags) "
        f"GROUP BY key ORDER BY rows DESC, key LIMIT {_MOST}"
    )
    rows = {str(key): int(number) for key, number in found}
    names = _names(rows)
    given.connection.execute(
        "CREATE TABLE tag_names AS SELECT unnest($1::VARCHAR[]) AS key, unnest($2::VARCHAR[]) AS name",
        [list(names), list(names.values())],
    )
    return Tags(tuple(TagKey(*row) for row in given.rows(_KEYS)), names, rows)


def _names(rows: Mapping[str, int]) -> dict[str, str]:
    """For each way of writing a key the most frequent one; `rows` begins with the most frequent."""
    first: dict[str, str] = {}
    return {key: first.setdefault(_folded(key), key) for key in rows}


def _folded(key: str) -> str:
    bare = "".join(sign for sign in key.casefold() if sign not in " \t-_.")
    return _ALIASES.get(bare, bare) or key


def owner_key(tags: Tags, wanted: str | None) -> str | None:
    """The key that names owners: the wanted one, or the one that reaches furthest of those that commonly do."""
    if wanted is not None:
        same = [key.key for key in tags.keys if _folded(key.key) == _folded(wanted)]
        return tags.names.get(wanted) or next(iter(same), None)
    common = [key for key in tags.keys if _folded(key.key) in _OWNERS]
    best = max(common, key=lambda key: (key.rows, -_OWNERS.index(_folded(key.key))), default=None)
    return best.key if best else None


def owner_problems(tags: Tags, wanted: str | None) -> list[Problem]:
    """Why there can be no owners by the wanted key."""
    if wanted is None or owner_key(tags, wanted):
        return []
    hint = did_you_mean(wanted, tags.names, "tag keys")
    return [Problem("no-such-tag", f'no row has a tag "{wanted}"', None, hint)]


def label(given: Given, tags: Tags, owner: str | None) -> None:
    """A view `owned`: the charges with their owner and environment. Without an owner key the account is the owner."""
    environment = next((key.key for key in tags.keys if _folded(key.key) == "environment"), None)
    given.connection.execute(_LABELS, {"owner": owner, "environment": environment})
    owned = "labels.owner" if owner else "account"
    labelled = f"SELECT charges.*, {owned} AS owner, environment FROM charges LEFT JOIN labels USING (tags)"
    given.connection.execute(f"CREATE VIEW owned AS {labelled}")


def tag_doubts(given: Given, tags: Tags) -> Iterator[Doubt]:
    """Keys that were merged, and tags that are no tags."""
    (rows,) = given.row("SELECT coalesce(sum(rows), 0)::BIGINT FROM tag_texts WHERE object IS NULL")
    if rows:
        broken = "Tags IN (SELECT tags FROM tag_texts WHERE object IS NULL)"
        yield doubt(given, Check("tags-not-json", "Tags", broken, "Tags"), rows)
    for key, name in tags.names.items():
        if key != name:
            has = "Tags IN (SELECT tags FROM tag_pairs WHERE key = ?)"
            yield doubt(given, Check("tag-key-drift", "Tags", has, quoted(key), quoted(name), (key,)), tags.rows[key])
