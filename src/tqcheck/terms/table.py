"""Glossaries as tables: comma, semicolon or tab between the cells, a first row that names the columns."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tqcheck.errors import ConfigError, UsageError
from tqcheck.language import normalised
from tqcheck.terms.model import SOURCE, TARGET, Designations, Entry
from tqcheck.terms.speech import part_of_speech

COLUMNS = ("source", "target", "forbidden", "do-not-translate", "case", "part-of-speech", "note")
COUNTED = ("count", "share")
"""What a proposed glossary says of its rows besides: of no use to a check."""
SEPARATOR = "|"
"""Between several terms of one cell."""

_ALIASES = {"pos": "part-of-speech", "dnt": "do-not-translate", "comment": "note", "case-sensitive": "case"}
_YES, _NO = frozenset({"yes", "y", "true", "1", "x"}), frozenset({"", "no", "n", "false", "0"})
_DELIMITERS = ",;\t"
_FORMULA = ("=", "+", "-", "@")


def read_table(text: str, path: str) -> tuple[Entry, ...]:
    """The entries of a table. Raises ConfigError naming the file and line of what is wrong."""
    first, skipped = _declared_delimiter(text)
    rows = _rows(text, path, first or _delimiter(text), skipped)
    line, names = next(rows, (1, []))
    if not names:
        raise ConfigError(
            f"{path}:{line}: the glossary is empty. Give it a first row, as source,target, and terms"
        )
    header = _Header.of(names, f"{path}:{line}")
    return tuple(header.entry(cells, f"{path}:{line}") for line, cells in rows)


def _declared_delimiter(text: str) -> tuple[str | None, int]:
    """Spreadsheets may say it in a first line: sep=;"""
    declared = re.match(r"sep=(.)\r?(?:\n|$)", text)
    return (declared[1], 1) if declared else (None, 0)


def _delimiter(text: str) -> str:
    """The one by which the first row falls into the most columns."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=first.count)


def _rows(text: str, path: str, delimiter: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """(line it begins at, cells) of each row that is not blank."""
    # Not splitlines(): only these end a line of a file, and a quoted cell may have one inside.
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            if begins > skipped and any(cell.strip() for cell in cells):
                yield begins, [_clean(cell) for cell in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise ConfigError(
            f"{path}:{begins}: the row cannot be read ({error}). Does a quotation mark lack its partner? Inside "
            'a cell write it twice: ""'
        ) from None


def _clean(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell).split())


def _column(name: str) -> str:
    name = re.sub(r"[\s_]+", "-", name.strip().lower())
    return _ALIASES.get(name, name)


@dataclass(frozen=True, slots=True)
class _Header:
    """`languages`: the columns that hold terms; `forbidden`: for which of them each column of forbidden words is."""

    columns: tuple[str, ...]
    languages: tuple[str, ...]
    forbidden: Mapping[str, str]

    @classmethod
    def of(cls, names: Sequence[str], where: str) -> _Header:
        """Raises ConfigError for columns that make no glossary; `names` are as written."""
        columns = [_column(name) for name in names]
        twice = {name for name in columns if columns.count(name) > 1}
        if twice:
            raise ConfigError(f"{where}: the column {min(twice)!r} is there twice. Leave one out")
        languages = [name for name in columns if name in {SOURCE, TARGET}]
        tags = [name for name in columns if _is_tag(name)]
        if languages and tags:
            raise ConfigError(f"{where}: name the columns source and target, or by languages, not both")
        languages = languages or tags
        forbidden = {name: tag for name in columns for tag in tags if name == f"forbidden-{tag}"}
        if "forbidden" in columns and len(tags) <= 2:
            forbidden["forbidden"] = tags[1] if len(tags) == 2 else TARGET
        known = {*COLUMNS[3:], *COUNTED, *languages, *forbidden}
        unknown = [name for name, column in zip(names, columns, strict=True) if column not in known]
        if unknown or (len(languages) < 2 and not forbidden):
            what = f"{unknown[0]!r} is no column tqcheck knows" if unknown else "no columns for two languages"
            what += "; does the file lack its first row?" if len(languages) < 2 else "."
            more = ", forbidden-zh" if len(tags) > 2 else ", forbidden"
            raise ConfigError(
                f"{where}: {what} The first row names the columns: source,target (or languages, as zh,en) and "
                f"any of{more[1:]}, {', '.join(COLUMNS[3:])}"
            )
        return cls(tuple(columns), tuple(languages), forbidden)

    def entry(self, cells: Sequence[str], where: str) -> Entry:
        """Raises ConfigError for a row that is no entry."""
        if len(cells) > len(self.columns) and any(cells[len(self.columns) :]):
            raise ConfigError(
                f"{where}: {len(cells)} cells under {len(self.columns)} columns. Put a cell that has the separator "
                "in it in quotation marks; write several terms with | between them"
            )
        row = dict(zip(self.columns, cells, strict=False))
        allowed = {tag: _terms(row.get(tag, ""), where) for tag in self.languages}
        forbidden = {tag: _terms(row.get(name, ""), where) for name, tag in self.forbidden.items()}
        copied = _flag(row, "do-not-translate", where)
        _check_row(allowed, forbidden, where, copied=copied)
        sides = {
            tag: Designations(allowed.get(tag, ()), forbidden.get(tag, ()))
            for tag in dict.fromkeys((*allowed, *forbidden))
            if allowed.get(tag) or forbidden.get(tag)
        }
        return Entry(
            sides,
            copied=copied,
            case=_flag(row, "case", where),
            part_of_speech=part_of_speech(row.get("part-of-speech", ""), where),
            note=row.get("note", ""),
            origin=where,
        )


def _is_tag(name: str) -> bool:
    if name in {*COLUMNS, *COUNTED} or not re.fullmatch(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", name):
        return False
    try:
        return bool(normalised(name))
    except UsageError:
        return False


def guarded(cell: str) -> str:
    """The cell, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """The cell that `guarded` was given."""
    return cell[1:] if cell.startswith(tuple(f"'{sign}" for sign in _FORMULA)) else cell


def _terms(cell: str, where: str) -> tuple[str, ...]:
    terms = tuple(dict.fromkeys(filter(None, (part.strip() for part in unguarded(cell).split(SEPARATOR)))))
    for term in terms:
        if not any(char.isalnum() for char in term):
            raise ConfigError(f"{where}: {term!r} is no term: it has neither letter nor digit. Write words")
    return terms


def _flag(row: Mapping[str, str], name: str, where: str) -> bool:
    value = row.get(name, "").lower()
    if value not in _YES | _NO:
        raise ConfigError(f"{where}: {name} is {value!r}. Write yes or no")
    return value in _YES


def _check_row(
    allowed: Mapping[str, tuple[str, ...]],
    forbidden: Mapping[str, tuple[str, ...]],
    where: str,
    *,
    copied: bool,
) -> None:
    said = [forms for forms in allowed.values() if forms]
    if not said and not any(forbidden.values()):
        raise ConfigError(f"{where}: the row has no term. Give a source and a target, or leave the row out")
    first = next(iter(allowed.values()), ())
    if copied and not first:
        raise ConfigError(f"{where}: do-not-translate without a source. Give the term that is to be copied")
    if copied and any(set(forms) - set(first) for forms in said):
        raise ConfigError(f"{where}: do-not-translate, yet with another target. Leave out one of the two")
    if len(said) == 1 and not copied and not any(forbidden.values()):
        missing = next((tag for tag, forms in allowed.items() if not forms), TARGET)
        what = missing if missing in {SOURCE, TARGET} else "term in another language"
        raise ConfigError(
            f"{where}: {said[0][0]!r} has no {what}. Give one, or a forbidden word, or say do-not-translate"
        )
    for tag, words in forbidden.items():
        if both := set(words) & set(allowed.get(tag, ())):
            raise ConfigError(f"{where}: {min(both)!r} is both right and forbidden. Leave out one of the two")
