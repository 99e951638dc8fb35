"""Refusals: how the product says no to a person.

A refusal is not a crash: it carries a sentence that says what happened, why, and what to do now. Areas subclass it
(`ReportLocked`), actions raise it, and one handler at the door turns it into a page with the right status.
"""


class Refusal(Exception):
    """The act was refused; `sentence` is shown to the person as it is.

    `status` is the HTTP status of the page: 409 when the state does not allow it (the default), 403 when somebody
    else may do it, 422 when what was typed cannot be taken.
    """

    status = 409

    def __init__(self, sentence: str, *, helper: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        #: who can help, as a sentence; empty when the sentence itself says it
        self.helper = helper


class NotYours(Refusal):
    """In sight, but the act belongs to somebody else."""

    status = 403


class BadInput(Refusal):
    """What was typed or sent cannot be taken."""

    status = 422
