"""Document and Brand in, bytes out. A writer decides how things look, never what is said, and touches no files."""
