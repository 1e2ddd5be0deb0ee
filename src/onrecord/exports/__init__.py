"""What leaves the ledger: one file a format, named after the format."""
