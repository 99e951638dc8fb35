"""Our own launcher for an embedded PostgreSQL: see `cluster.Cluster` and `README.md`.

Nothing is imported here: the guard process loads this package and has to stay small.
"""
