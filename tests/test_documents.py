"""Passages lead every character back to the file; properties of spans, words and lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tqcheck.documents import LineIndex, Passage, Run, words
from tqcheck.model import Span


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, Passage]:
    """A file and a passage of it: verbatim pieces, entities of other lengths, gaps left out."""
    file, text, runs = "", "", list[Run]()
    for _ in range(draw(st.integers(0, 6))):
        file += draw(st.text("<b>/", max_size=3))
        shown = draw(st.text(min_size=1, max_size=5))
        raw = shown if draw(st.booleans()) else draw(st.text(min_size=1, max_size=8))
        if raw == shown or len(raw) != len(shown):
            runs.append(Run(len(text), len(file), len(file) + len(raw)))
            text += shown
        file += raw
    return file, Passage(text, tuple(runs))


@given(passages(), st.data())
def test_slices_and_the_whole_agree_about_the_file(made: tuple[str, Passage], data: st.DataObject) -> None:
    file, passage = made
    start = data.draw(st.integers(0, len(passage.text)))
    end = data.draw(st.integers(start, len(passage.text)))
    span = Span(start, end)
    place = passage.file_span(span)
    assert place.end <= len(file)
    part = passage.slice(span)
    assert part.text == passage.text[start:end]
    if end > start:
        assert part.file_span(Span(0, end - start)) == place


@given(passages())
def test_verbatim_runs_are_the_file_itself(made: tuple[str, Passage]) -> None:
    file, passage = made
    ends = [run.at for run in passage.runs[1:]] + [len(passage.text)]
    for run, end in zip(passage.runs, ends, strict=False):  # an empty passage has no run
        if end - run.at == run.end - run.start:
            for offset in range(run.at, end):
                place = passage.file_span(Span(offset, offset + 1))
                assert place.of(file) == file[run.start + offset - run.at]


@given(st.lists(st.text("ab c", min_size=1, max_size=5), min_size=1, max_size=4))
def test_joined_passages_keep_their_places(texts: list[str]) -> None:
    file = "|".join(texts)
    at, parts = 0, []
    for text in texts:
        parts.append(Passage.verbatim(text, at))
        at += len(text) + 1
    joined = Passage.join(parts, " ")
    assert joined.text == " ".join(texts)
    assert joined.file_span(Span(0, len(joined.text))).of(file) == file


@given(st.text())
def test_lines_and_columns_lead_back(text: str) -> None:
    index = LineIndex.of(text)
    for offset in range(len(text) + 1):
        line, column = index.locate(offset)
        assert index.starts[line - 1] + column - 1 == offset


def test_what_counts_as_a_word() -> None:
    assert [
        span.of("It’s 1,000.5 well-known things") for span in words("It’s 1,000.5 well-known things")
    ] == [
        "It’s",
        "1,000.5",
        "well-known",
        "things",
    ]
    assert len(list(words("会议 opened"))) == 3


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_overlap_is_symmetric_and_means_a_shared_character(a: int, b: int, c: int, d: int) -> None:
    one, two = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    assert one.overlaps(two) == two.overlaps(one)
    if len(one) and len(two):
        shared = set(range(one.start, one.end)) & set(range(two.start, two.end))
        assert one.overlaps(two) == bool(shared)
