"""What happened: record() it, and let whoever wants to hear subscribe()."""
