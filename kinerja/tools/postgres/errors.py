"""The one way this tool says no."""


class PostgresProblem(Exception):
    """The embedded database cannot do it; `sentence` says what happened, why, and what to do now."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
