"""Passwords of tests are hashed as everywhere, at the least cost: the real one takes a tenth of a second on purpose."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Quick(Argon2PasswordHasher):
    time_cost, memory_cost, parallelism = 1, 8, 1
