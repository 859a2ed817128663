"""What logs must not hold."""

import logging
import re

CODE_IN_ADDRESS = re.compile(r"(/track/)[^/\s?\"']+")


class WithoutCodes(logging.Filter):
    """Takes tracking codes out of addresses: whoever holds a code is the reporter. Refused requests are logged with theirs."""

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage()
        if "/track/" in line:
            record.msg, record.args = CODE_IN_ADDRESS.sub(r"\1…", line), ()
        return True
