"""Errors that a user can meet: each carries one Dutch message that says what is wrong and what to do."""


class B1CheckError(Exception):
    """Base of all errors of b1check; ``str(error)`` is the Dutch message for the user."""


class ReadError(B1CheckError):
    """A document cannot be read; the message does not repeat the name of the file."""


class ConfigError(B1CheckError):
    """The configuration holds something b1check does not know or cannot use."""


class RuleError(B1CheckError):
    """A rule file or word list is not complete or not right."""


class PipelineError(B1CheckError):
    """The Dutch language pipeline cannot be loaded."""


class WriteError(B1CheckError):
    """A document cannot be written; the message does not repeat the name of the file."""


class BaselineError(B1CheckError):
    """A file with known findings cannot be read, or would have to grow."""


class ChangesError(B1CheckError):
    """What changed in a folder cannot be told, such as where git does not keep it."""


class PluginError(B1CheckError):
    """A part of another package, such as a reader or a reporter, does not do its work."""
