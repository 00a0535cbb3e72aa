"""tqcheck: checks a machine-translated article against its source."""

__version__ = "0.1.0"
