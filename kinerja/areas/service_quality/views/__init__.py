"""The doors of service quality: the catalogue, the counter, files."""
