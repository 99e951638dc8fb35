"""The doors of planning: load, ask, act, show. One module for each screen."""
