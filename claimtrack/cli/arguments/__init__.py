"""What is typed: options that commands share, and what their words mean."""
