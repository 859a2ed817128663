"""What logs must not hold."""

import logging
import re

CODE_IN_ADDRESS = re.compile(r"(/(?:track|uploads)/)[^/\s?\"']+")


class WithoutCodes(logging.Filter):
    """Takes tracking codes and uploads' secrets out of addresses: whoever holds one is the reporter.

    Refused requests are logged with theirs.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage()
        without = CODE_IN_ADDRESS.sub(r"\1…", line)
        if without != line:
            record.msg, record.args = without, ()
        return True
