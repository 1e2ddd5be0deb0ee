"""Where records are kept: `base` says what a store is, `sqlite` and `memory` are stores."""
