"""A silence is told once it is over, by its two ends; a short one and the first start are none."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kinerja.tools.serving import heartbeat
from kinerja.tools.serving.heartbeat import Heartbeat


class Scene:
    def __init__(self, path: Path) -> None:
        self.path, self.hour, self.is_up = path, 1_000_000.0, True
        self.told: list[tuple[float, float]] = []

    def heart(self) -> Heartbeat:
        def tell(begins: float, ends: float) -> list[str]:
            self.told.append((begins, ends))
            return ["--version"]

        return Heartbeat(self.path, lambda: self.is_up, tell, wall=lambda: self.hour)


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    monkeypatch.setattr(heartbeat, "EVERY", 0.0)
    return Scene(tmp_path / "last-answer")


def test_the_first_start_was_never_away(scene: Scene) -> None:
    scene.heart().beat()

    assert scene.told == []
    assert scene.heart().last() == scene.hour


@pytest.mark.parametrize(("silence", "counts"), [(299, False), (300, False), (301, True), (86_400, True)])
def test_a_stop_longer_than_five_minutes_is_told_by_the_next_start(
    silence: int, counts: bool, scene: Scene
) -> None:
    scene.heart().beat()
    began, scene.hour = scene.hour, scene.hour + silence

    scene.heart().beat()

    assert scene.told == ([(began, began + silence)] if counts else [])


def test_pages_that_do_not_come_are_a_silence_too_and_told_once(scene: Scene) -> None:
    heart = scene.heart()
    heart.beat()
    began = scene.hour
    scene.is_up = False
    for _minute in range(10):
        scene.hour += 60
        heart.beat()
    assert scene.told == []

    scene.is_up = True
    heart.beat()
    heart.beat()

    assert scene.told == [(began, scene.hour)]


@pytest.mark.parametrize("spoil", [lambda path: path.write_text("kemarin"), lambda path: path.mkdir()])
def test_a_spoiled_file_stops_nothing(spoil: Callable[[Path], Any], scene: Scene) -> None:
    spoil(scene.path)

    scene.heart().beat()

    assert scene.told == []
