"""Jingwei's own commands: ``./jw WORD`` ends here, dashes become underscores."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.config.settings")
    argv = ["jw", *sys.argv[1:]]
    if len(argv) > 1:
        argv[1] = argv[1].replace("-", "_")
    execute_from_command_line(argv)


if __name__ == "__main__":
    main()
