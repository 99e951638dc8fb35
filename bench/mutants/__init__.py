"""The mutation test of the rules: `make mutants`. How it works and what it found: docs/explanation/mutation.md."""
