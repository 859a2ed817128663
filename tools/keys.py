"""`./jw field-key`: the next key of personal fields into `var/env`, into use, and the former one out of it again.

Three steps with a restart behind each, so that no process ever meets a value that it cannot open: first everybody
knows the next key, then it seals, and only when nothing stands under the former one does that one go.
"""

import base64
import subprocess
import sys
from datetime import UTC, datetime

from jingwei.kernel.crypto import mark_of
from tools import environment

CURRENT, BESIDE = "JINGWEI_FIELD_KEY", "JINGWEI_FIELD_KEYS_BESIDE"
FORMER_FILE = "former-field-keys"
RESTART = "现在重启所有进程。Now restart every process."


class KeyTrouble(Exception):
    """What was asked for cannot be done now."""


def beside(values: dict[str, str]) -> list[str]:
    return [one for one in values.get(BESIDE, "").split(",") if one]


def begin() -> str:
    """Make the next key, which opens and does not seal yet."""
    values = environment.read()
    if beside(values):
        raise KeyTrouble(
            "已有一把备用的密钥，先换完这一次。There is a key beside already; finish that first."
        )
    fresh = environment.secret_key()
    environment.ensure(**{BESIDE: fresh})
    return f"新密钥 {shown(fresh)} 已写入 var/env，还不用来加密。The next key is written down. {RESTART}"


def use() -> str:
    """The key beside seals from now on, the one that did so far only opens."""
    values = environment.read()
    others = beside(values)
    if len(others) != 1:
        raise KeyTrouble("先执行 ./jw field-key next。Run ./jw field-key next first.")
    environment.ensure(**{CURRENT: others[0], BESIDE: values[CURRENT]})
    return f"从重启起用 {shown(others[0])} 加密。The next key seals from the restart on. {RESTART}"


def drop() -> str:
    """Take the former key out, once nothing stands under it; it is kept apart, for the backups made until today."""
    values = environment.read()
    former = beside(values)
    if not former:
        raise KeyTrouble("没有旧密钥。There is no former key.")
    state = subprocess.run(
        [sys.executable, "-m", "jingwei", "rotate_keys", "--state"], text=True, capture_output=True
    )
    if state.returncode:
        raise KeyTrouble(f"{state.stdout}{state.stderr}先执行 ./jw rotate-keys。Run ./jw rotate-keys first.")
    place = environment.VAR / FORMER_FILE
    place.touch(0o600)
    with place.open("a", encoding="utf-8") as file:
        day = datetime.now(UTC).date()
        file.writelines(f"{day} {shown(one)} {one}\n" for one in former)
    environment.ensure(**{BESIDE: ""})
    return f"旧密钥已移到 {place}：打开今天以前的备份还要用它，请移到与备份分开的地方。Keep it apart from the backups it opens. {RESTART}"


def shown(key: str) -> str:
    """By what the server calls a key."""
    return mark_of(base64.b64decode(key)).hex()


STEPS = {"next": begin, "use": use, "drop": drop}


def main(words: list[str]) -> int:
    if len(words) != 1 or words[0] not in STEPS:
        print("./jw field-key next | use | drop", file=sys.stderr)
        return 2
    try:
        print(STEPS[words[0]]())
    except KeyTrouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
