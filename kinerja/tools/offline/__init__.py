"""Work without a connection: what waits on a device, and the worker that keeps a page for it. See `README.md`."""
