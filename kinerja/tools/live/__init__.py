"""Live pages: "this changed", never content. `README.md` tells how a page becomes live."""
