"""What an import comes to: counts, samples and problems, gathered while a file is read, kept for the
pages.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from kinerja.tools.tables.problem import Problem

from .rows import Read

Progress = Callable[[int], None]
PROGRESS_EVERY = 2_000
#: how many of each are shown on the page; the workbook holds the rest
SHOWN_PROBLEMS, SHOWN_CHANGES, SHOWN_MISSING = 100, 20, 200


@dataclass
class Outcome:
    """Rows of the file, and what they do to what is stored. `blocked` rows are kept out, `doubtful` ones
    let in.
    """

    described: str = ""
    ignored: tuple[str, ...] = ()
    rows: int = 0
    blocked: int = 0
    doubtful: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    changes: list[dict[str, Any]] = field(default_factory=list)
    missing_sample: list[dict[str, Any]] = field(default_factory=list)
    #: told how many rows have been read, every few thousand
    progress: Progress | None = None
    #: problems that only the database could see, by row
    late: dict[int, list[Problem]] = field(default_factory=dict)

    def count(self, read: Read) -> None:
        """Take note of a row that was read."""
        self.rows += 1
        if self.progress and self.rows % PROGRESS_EVERY == 0:
            self.progress(self.rows)
        if read.problems:
            # of a row that is kept out only what keeps it out is shown; the workbook holds everything
            self._tell(tuple(problem for problem in read.problems if problem.blocking or not read.blocked))
            if read.blocked:
                self.blocked += 1
            else:
                self.doubtful += 1

    def tell_late(self, problem: Problem) -> None:
        """A row that read well, but not together with the others or with what is stored."""
        before = self.late.setdefault(problem.row, [])
        if problem.blocking and not any(earlier.blocking for earlier in before):
            self.blocked += 1
        elif not problem.blocking and not before:
            self.doubtful += 1
        before.append(problem)
        self._tell((problem,))

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            kept = self.problems if problem.blocking else self.doubts
            if len(kept) < SHOWN_PROBLEMS:
                kept.append(problem)

    def with_late(self, read: Read) -> Read:
        """The row with what only the database could see of it."""
        return replace(read, problems=(*read.problems, *self.late.get(read.number, ())))

    @property
    def has_problems(self) -> bool:
        return bool(self.blocked or self.doubtful)

    def as_json(self) -> dict[str, Any]:
        """Counts and samples for the row of the import; the problems are masked already."""
        packed = asdict(replace(self, progress=None))
        del packed["late"], packed["progress"]
        return packed
