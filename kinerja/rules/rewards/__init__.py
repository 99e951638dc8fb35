"""Penghargaan: medals for long service, rank and pay, nominations, talent (regulations 6)."""
