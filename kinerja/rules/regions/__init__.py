"""Wilayah: the areas of Jambi in both systems of codes (regulations 11)."""
