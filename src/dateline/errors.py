"""Every error that Dateline raises.

DatelineError
├── UsageError            the caller asked for something that cannot be done
│   ├── SettingsError     a settings file or variable is wrong
│   └── NoSuchInput       a path, glob or kind that leads nowhere
├── BadInput              one page cannot become an article; becomes a `Dropped` at the edge of a stage
│   └── LimitExceeded     … because it is larger, deeper or slower than the settings allow
└── BadRecord             a serialised record does not have the shape of its type
"""


class DatelineError(Exception):
    """Base of every error raised on purpose."""


class UsageError(DatelineError):
    """The caller asked for something that cannot be done; the message says what would work."""


class SettingsError(UsageError):
    """A settings file or environment variable holds a wrong value."""


class NoSuchInput(UsageError):
    """A path, glob or kind of input that leads nowhere."""


class BadInput(DatelineError):
    """One page cannot become an article. Never leaves a stage: it turns into a `Dropped`.

    `reason` is a short, stable code that runs are counted by; `detail` is for people.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class LimitExceeded(BadInput):
    """A page is larger, deeper or slower than the settings allow."""


class BadRecord(DatelineError):
    """A serialised record does not have the shape of its type."""
