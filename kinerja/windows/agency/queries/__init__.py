"""What the personnel agency's pages ask. Nothing here writes, but the dry run, which is undone."""
