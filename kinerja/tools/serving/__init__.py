"""One command, one port: the supervisor of the processes and the front that joins them. See `README.md`."""
