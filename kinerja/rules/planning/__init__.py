"""Plans: indicators, targets, achievement and the line from a person to the unit."""
