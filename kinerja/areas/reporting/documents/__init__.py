"""What goes out on paper and in files."""
