"""Ratings, predicates, their pattern, and the objection."""
