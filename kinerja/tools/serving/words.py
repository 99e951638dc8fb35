"""argparse that speaks Indonesian, in full sentences."""

import argparse
from typing import Any, NoReturn

_WORDS = {
    "usage: ": "pemakaian: ",
    "positional arguments": "argumen",
    "options": "pilihan",
    "show this help message and exit": "Tampilkan bantuan ini.",
    "the following arguments are required: %s": "yang berikut wajib diisi: %s",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r tidak dikenal (pilihan: %(choices)s)",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak sah",
    "expected one argument": "satu nilai diperlukan",
    "%(prog)s: error: %(message)s\n": "%(prog)s: tidak dapat dijalankan: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
}


class Help(argparse.HelpFormatter):
    """Counts the indent of commands below a command, as Python 3.13 does and 3.11 forgets: one help on all of them."""

    def add_argument(self, action: argparse.Action) -> None:
        super().add_argument(action)
        if action.help is not argparse.SUPPRESS:
            for below in self._iter_indented_subactions(action):
                width = len(self._format_action_invocation(below)) + self._current_indent
                self._action_max_length = max(self._action_max_length, width)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose help and refusals are Indonesian. A wrong use ends with exit status 2."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        # argparse looks its words up by this name; it has no other way to be translated than a catalogue on
        # disk
        setattr(argparse, "_", lambda text: _WORDS.get(text, text))  # noqa: B010
        super().__init__(*arguments, **{"formatter_class": Help, **options})

    @property
    def commands(self) -> dict[str, argparse.ArgumentParser]:
        """The commands below this one by name."""
        below = [action for action in self._actions if isinstance(action, argparse._SubParsersAction)]
        return dict(below[0].choices) if below else {}

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"Perintah tidak dapat dijalankan: {message}. Lihat '{self.prog} --help'.\n")
