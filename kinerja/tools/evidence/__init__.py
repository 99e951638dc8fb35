"""Files that prove something: checked by content, made anew, kept by hash outside the database. Knows no domain."""
