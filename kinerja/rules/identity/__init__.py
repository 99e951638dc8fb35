"""Who a person is by number, rank and position."""
