"""A person's name as Indonesians write it: SIASN keeps names in capitals ("BUDI SANTOSO" is Budi Santoso).

A name that holds a small letter is left alone: somebody wrote it with care. So are the titles behind a comma.
The same capitals always give the same name, so that the same file twice changes nothing.
"""

import re

_PARTICLES = frozenset({"BIN", "BINTI", "BINTE", "BT"})
_ROMAN = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"})
#: letters that belong together; after anything else but an apostrophe a new part of the word begins
_LETTERS = re.compile(r"[^\W\d_]+(?:['’`ʼ][^\W\d_]+)*")
_APOSTROPHE = re.compile(r"(['’`ʼ])")


def person_name(name: str) -> str:
    """The name with ordinary capitals when it was delivered in capitals only."""
    own, comma, titles = name.partition(",")
    if not own.isupper():
        return name
    words = own.split(" ")
    spelled = [
        _word(word, first=place == 0, last=place == len(words) - 1) for place, word in enumerate(words)
    ]
    return " ".join(spelled) + comma + titles


def _word(word: str, *, first: bool, last: bool) -> str:
    if word.rstrip(".") in _PARTICLES and not first and not last:
        return word.lower()
    if word in _ROMAN and last and not first:
        return word
    return _LETTERS.sub(lambda found: _capitalised(found[0]), word)


def _capitalised(letters: str) -> str:
    """MA'RUF is Ma'ruf, but D'ORNAY is D'Ornay: after a single letter the name itself begins."""
    head, *rest = _APOSTROPHE.split(letters)
    if rest and len(head) == 1:
        return head + rest[0] + _capitalised("".join(rest[1:]))
    return letters[:1] + letters[1:].lower()
