"""The doors of the personnel agency's pages: load, ask, act, show. One module for each screen."""
