"""One stylesheet out of many small files: Bootstrap in a layer below, then ours in the order of the layers.

The parts live in `styles/`, outside `static/`, so they are never served one by one. This finder offers them
joined as `ui/app.css` to `collectstatic`, to the development server and to WhiteNoise alike.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import get_ident
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

STYLES = Path(__file__).parent / "styles"
TARGET = "ui/app.css"
LAYERS = ("bootstrap", "tokens", "base", "layout", "components", "screens", "utilities", "print")

#: of this process, and not of a finder: two threads that ask first at once make two finders, and one of them goes
_FOLDER = TemporaryDirectory(prefix="kinerja-css-")

_COMMENT = re.compile(r"/\*(?!!).*?\*/\s*", re.DOTALL)
_CHARSET = re.compile(r'@charset "UTF-8";')


def parts() -> list[Path]:
    """The files in the order in which they are joined: by layer, then by name."""
    ours = [path for layer in LAYERS[1:] for path in sorted((STYLES / layer).glob("*.css"))]
    return [STYLES / "vendor" / "bootstrap.min.css", *ours]


def layer_of(path: Path) -> str:
    """The cascade layer a part belongs to: the name of its folder; Bootstrap has its own."""
    return "bootstrap" if path.parent.name == "vendor" else path.parent.name


def joined() -> str:
    """The whole stylesheet: every part wrapped in its layer, our comments dropped, licences kept."""
    pieces = ['@charset "UTF-8";', f"@layer {', '.join(LAYERS)};"]
    for path in parts():
        text = _COMMENT.sub("", _CHARSET.sub("", path.read_text(encoding="utf-8"))).strip()
        pieces.append(f"@layer {layer_of(path)} {{\n{text}\n}}")
    return "\n".join(pieces) + "\n"


class StylesheetFinder(BaseFinder):
    """Finds `ui/app.css`, written anew into a folder of this process whenever a part has changed."""

    def __init__(self, app_names: object = None, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=_FOLDER.name)
        self.built = 0.0
        super().__init__()

    def check(self, **kwargs: Any) -> list[Any]:
        """Nothing to configure."""
        return []

    def build(self) -> Path:
        """The path of the joined file, fresh; whoever reads meanwhile finds a whole one."""
        target = Path(_FOLDER.name) / TARGET
        newest = max(path.stat().st_mtime for path in parts())
        if newest > self.built or not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_suffix(f".{get_ident()}")
            fresh.write_text(joined(), encoding="utf-8")
            os.replace(fresh, target)
            self.built = newest
        return target

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The file's place on disk when it is ours; else nothing, as finders do."""
        found = str(self.build()) if path == TARGET else None
        if find_all:
            return [found] if found else []
        return found or []

    def list(self, ignore_patterns: Iterable[str] | None = None) -> Iterator[tuple[str, FileSystemStorage]]:
        """What `collectstatic` copies."""
        self.build()
        yield TARGET, self.storage
