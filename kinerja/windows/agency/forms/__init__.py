"""What the personnel agency types, and how a mistake is answered."""
