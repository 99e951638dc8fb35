"""Guidance after weak results, and what the law lets follow (regulations 1.5 and 5.7)."""
