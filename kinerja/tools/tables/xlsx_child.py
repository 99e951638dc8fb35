"""Runs as a process of its own: opens one XLSX with calamine under a bound on memory and time, and writes
rows out.

It knows nothing of the product (it is started by path, not imported), so it starts fast, and whatever a
hostile file makes of it ends with it. It speaks JSON, one value a line. For each sheet it offers {"sheet",
"height", "head": [...]} and waits for a line on its input: "take" sends the rows of this sheet and ends;
anything else goes to the next sheet.
"""

import json
import resource
import sys
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook


def jsonable(cell: object) -> object:
    """Text, number or {"d": ISO date}; a moment keeps its day, a truth value or a duration becomes text."""
    if type(cell) is str or type(cell) is float:
        return cell
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        return {"d": day.isoformat()}
    if isinstance(cell, bool) or not isinstance(cell, int):
        return str(cell)
    return float(cell)


def say(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=True))
    sys.stdout.write("\n")


def main(path: str, memory: int, seconds: int, within: int) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        workbook = CalamineWorkbook.from_path(path)
        for position in range(len(workbook.sheet_names)):
            sheet = workbook.get_sheet_by_index(position)
            if sheet.start is None or sheet.end is None:
                continue
            left = sheet.start[
                1
            ]  # iter_rows leaves out the empty columns at the left, not the empty rows above
            top = sheet.to_python(skip_empty_area=False, nrows=within)
            head = [[jsonable(cell) for cell in row[left:]] for row in top]
            say({"sheet": sheet.name, "height": sheet.end[0] + 1, "head": head})
            sys.stdout.flush()
            if sys.stdin.readline().strip() == "take":
                for row in sheet.iter_rows():
                    say([jsonable(cell) for cell in row])
                say({"end": True})
                return
        say({"end": True})
    except CalamineError as error:
        say({"error": type(error).__name__})


if __name__ == "__main__":
    main(sys.argv[1], *(int(figure) for figure in sys.argv[2:5]))
