"""Optimal assignment: which figure of the one side answers which of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_NEVER = float("inf")


def assign(gains: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The one-to-one assignment of rows to columns with the highest total gain.

    Only the (row, column) pairs given may be assigned; all gains are positive. By shortest augmenting paths (Kuhn
    1955, Jonker and Volgenant 1987), O(n³); pairs that no other row or column competes for are taken at once.
    """
    by_row: dict[int, int] = {}
    by_column: dict[int, int] = {}
    for row, column in gains:
        by_row[row] = by_row.get(row, 0) + 1
        by_column[column] = by_column.get(column, 0) + 1
    chosen = {row: column for row, column in gains if by_row[row] == by_column[column] == 1}
    rows = sorted(row for row in by_row if row not in chosen)
    if not rows:
        return chosen
    taken = set(chosen.values())
    columns = sorted(column for column in by_column if column not in taken)
    # A column of its own for each row, where staying alone costs nothing.
    costs = [
        [-gains.get((row, column), -_NEVER) for column in columns]
        + [0.0 if alone == row else _NEVER for alone in rows]
        for row in rows
    ]
    for row, index in zip(rows, _cheapest(costs), strict=True):
        if index < len(columns):
            chosen[row] = columns[index]
    return chosen


def _cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row in the cheapest complete assignment. At least as many columns as rows."""
    width = len(costs[0])
    row_price, column_price = [0.0] * len(costs), [0.0] * width
    owner = [-1] * width
    for start in range(len(costs)):
        distance, before, done = [_NEVER] * width, [-1] * width, [False] * width
        row, column = start, -1
        while True:
            nearest, step = -1, _NEVER
            for other in range(width):
                if done[other]:
                    continue
                reach = costs[row][other] - row_price[row] - column_price[other]
                reach += 0.0 if column < 0 else distance[column]
                if reach < distance[other]:
                    distance[other], before[other] = reach, column
                if distance[other] < step:
                    nearest, step = other, distance[other]
            column = nearest
            done[column] = True
            if owner[column] < 0:
                break
            row = owner[column]
        total = distance[column]
        row_price[start] += total
        for other in range(width):
            if done[other] and other != column:
                row_price[owner[other]] += total - distance[other]
                column_price[other] += distance[other] - total
        while column >= 0:
            previous = before[column]
            owner[column] = start if previous < 0 else owner[previous]
            column = previous
    answer = [0] * len(costs)
    for index, row in enumerate(owner):
        if row >= 0:
            answer[row] = index
    return answer
