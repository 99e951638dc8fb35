"""The receipt: how it is kept and how it is read."""
