"""PDF: made anew by a program of its own (pdf_cleaner.py), without scripts, actions, forms and embedded files."""

import subprocess
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from kinerja.tools.evidence.errors import FileRefused

SECONDS = 30
_CLEANER = Path(__file__).with_name("pdf_cleaner.py")
_ENCRYPTED, _BROKEN = 3, 4


def remade(content: bytes) -> bytes:
    """The same pages in a new file, the same bytes for the same input. Raises FileRefused."""
    try:
        # -I: neither the working folder nor the environment may name other modules
        done = subprocess.run(
            [sys.executable, "-I", str(_CLEANER)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _refusal(-1) from error
    if done.returncode:
        raise _refusal(done.returncode)
    return done.stdout


def _refusal(status: int) -> FileRefused:
    if status == _ENCRYPTED:
        return FileRefused(
            _(
                "PDF ini dikunci dengan kata sandi atau dienkripsi, jadi isinya tidak dapat diperiksa. "
                "Simpan tanpa kunci, lalu kirim lagi."
            )
        )
    if status == _BROKEN:
        return FileRefused(
            _(
                "PDF ini rusak atau tidak lengkap. Buka di komputer atau ponsel, simpan ulang sebagai PDF, lalu kirim lagi."
            )
        )
    return FileRefused(
        _(
            "PDF ini terlalu rumit untuk diperiksa (paling banyak 100 halaman). Kirim halaman yang diperlukan saja."
        )
    )
