"""The ways in which German news report what was said, one module each; see ``assemble.WAYS``."""
