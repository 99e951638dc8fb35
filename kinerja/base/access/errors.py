"""Refusals of roles, accounts and disputes."""

from kinerja.tools.refusals import BadInput, NotYours, Refusal


class GrantRefused(Refusal):
    """A role cannot be given or taken away like this."""


class GrantNotYours(GrantRefused, NotYours):
    """The role is given by somebody else."""

    status = 403


class AccountRefused(Refusal):
    """The account cannot be opened, closed or let in like this."""


class DisputeRefused(Refusal):
    """The question who rates somebody cannot be asked or settled like this."""


class OperatorRefused(Refusal):
    """The first operator cannot be made like this."""


class SystemRefused(Refusal):
    """A connected system cannot be made or revoked like this."""


class WrongGrant(BadInput):
    """What was given for a role cannot be taken."""
