"""A private PostgreSQL cluster for this checkout. It never touches a cluster of the system.

Why private, and why the roles are as they are: docs/adr/0002-private-cluster.md.
"""

import hashlib
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from tools import environment
from tools.environment import VAR

FIRST_PORT, LAST_PORT = 15432, 15999  # below 32768: the ports above are handed out to outgoing connections
LONGEST_SOCKET_DIR = 80  # the kernel ends a socket's path at 107 bytes, and PostgreSQL adds its own name
EXTENSIONS = ("postgis", "pg_trgm", "btree_gist")
SUPERUSER = "postgres"
TEMPLATE = "jingwei_template"
CLOSED_FUNCTIONS = """\
DO $$ DECLARE f regprocedure; BEGIN  -- an extension's functions that run with a superuser's eyes: nobody asks them
  FOR f IN SELECT oid FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
            AND proowner = current_user::regrole LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
"""
"""PostGIS lets everybody ask for the extent of a whole table, hidden rows included."""


class ClusterTrouble(Exception):
    """Setting up or starting the cluster failed; the message says what to do."""


# --- programs and places ---------------------------------------------------------------------------------


def program_folders() -> list[Path]:
    """Folders of PostgreSQL servers that have PostGIS beside them, newest first."""
    found = []
    for bin_dir in Path("/usr/lib/postgresql").glob("*/bin"):
        version = bin_dir.parent.name
        control = Path(f"/usr/share/postgresql/{version}/extension/postgis.control")
        if version.isdigit() and (bin_dir / "initdb").exists() and control.exists():
            found.append((int(version), bin_dir))
    return [folder for _, folder in sorted(found, reverse=True)]


def program(name: str, data: Path | None = None) -> str:
    folders = program_folders()
    if data is not None and readable_version(data):
        version = readable_version(data)
        folders = [f for f in folders if f.parent.name == version]
        if not folders:
            raise ClusterTrouble(f"{data} needs PostgreSQL {version} with PostGIS, which is not installed.")
    if not folders:
        raise ClusterTrouble("PostgreSQL with PostGIS is not installed. Run ./jw doctor.")
    return str(folders[0] / name)


def readable_version(data: Path) -> str:
    try:
        return (data / "PG_VERSION").read_text().strip()
    except (FileNotFoundError, PermissionError):
        return ""


def data_folder() -> Path:
    saved = environment.read().get("JINGWEI_CLUSTER")
    return Path(saved) if saved else VAR / "pg"


def cluster_user(data: Path) -> pwd.struct_passwd:
    """Who runs the server: the data's owner, else oneself; for root, whom initdb refuses, `postgres`."""
    if data.exists() and data.stat().st_uid != 0:
        return pwd.getpwuid(data.stat().st_uid)
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise ClusterTrouble(
        "No ordinary user to run PostgreSQL: create one named postgres (useradd -r postgres)."
    )


def run_as(
    user: pwd.struct_passwd, *command: str, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program as `user`; only root can be somebody else."""
    change: dict[str, object] = {}
    if os.geteuid() == 0 and user.pw_uid != 0:
        change = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    elif os.geteuid() != user.pw_uid:
        raise ClusterTrouble(
            f"This checkout's database belongs to the user {user.pw_name}. "
            f"Use ./jw as root or as {user.pw_name}, or make a clone of your own."
        )
    settings = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/"}
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        command, input=stdin, capture_output=True, text=True, cwd="/", env=settings, **change
    )


def expect(result: subprocess.CompletedProcess[str], what: str) -> str:
    if result.returncode:
        raise ClusterTrouble(f"{what} failed:\n{(result.stderr or result.stdout).strip()}")
    return result.stdout


def choose_data_folder() -> Path:
    """`var/pg`, or a folder outside where the cluster's user cannot reach into the checkout (as in /root)."""
    inside = VAR / "pg"
    VAR.mkdir(exist_ok=True)
    VAR.chmod(0o711)
    user = cluster_user(inside)
    if run_as(user, "test", "-x", str(VAR)).returncode == 0:
        return inside
    outside = Path(f"/var/lib/jingwei-{environment.checkout_mark()}/pg")
    print(f"  {user.pw_name} cannot reach into {VAR}: the database stands in {outside}")
    outside.parent.mkdir(mode=0o755, exist_ok=True)
    return outside


def socket_folder(data: Path) -> Path:
    inside = data.parent / "run"
    if len(str(inside)) <= LONGEST_SOCKET_DIR:
        return inside
    return Path(tempfile.gettempdir()) / f"jingwei-{environment.checkout_mark()}"


def own(folder: Path, user: pwd.struct_passwd) -> None:
    """Make the folder and close it to everybody else: whoever reaches the socket needs no password."""
    folder.mkdir(exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid not in (user.pw_uid, os.geteuid()):
        raise ClusterTrouble(f"{folder} belongs to somebody else. Move it away and try again.")
    if folder.stat().st_uid != user.pw_uid:
        os.chown(folder, user.pw_uid, user.pw_gid)
    folder.chmod(0o700)


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def free_port(first: int = FIRST_PORT, last: int = LAST_PORT) -> int:
    for port in range(first, last + 1):
        if is_free(port):
            return port
    raise ClusterTrouble(f"No free port between {first} and {last}.")


# --- configuration ---------------------------------------------------------------------------------------


def memory_mb() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20


def configuration(port: int, sockets: Path) -> str:
    """Sizes follow the machine. Durability stays on: an acknowledged report must survive a power cut."""
    memory, cores = memory_mb(), os.cpu_count() or 2
    return f"""\
# Written by ./jw setup at every start; change tools/cluster.py instead.
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{sockets}'
unix_socket_permissions = 0700
max_connections = 200
shared_buffers = {min(4096, max(128, memory // 6))}MB
effective_cache_size = {max(512, memory // 2)}MB
work_mem = {min(32, max(4, memory // 400))}MB
maintenance_work_mem = {min(1024, max(64, memory // 24))}MB
max_wal_size = 4GB
min_wal_size = 256MB
checkpoint_timeout = 15min
wal_compression = on
random_page_cost = 1.1
max_parallel_workers_per_gather = {max(1, cores // 2)}
jit = off                           # our statements are short; compiling them costs more than it saves
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C.UTF-8'
logging_collector = off
log_line_prefix = '%m [%p] %a '     # the application's name carries the number of the request
# Statements, details and the refusals themselves quote values, here citizens' names and numbers: keep them out of the
# log. The application writes each refusal with its code and the rule that was broken (jingwei/config/logs.py).
log_min_messages = log
log_min_error_statement = panic
log_min_duration_statement = -1
log_statement = 'none'
log_error_verbosity = terse
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
"""


HOST_BASED_ACCESS = """\
# The socket's folder is open to the cluster's user and root alone; over TCP every role needs its password.
local all all                trust
host  all all 127.0.0.1/32   scram-sha-256
"""


def roles_and_template(settings: dict[str, str]) -> str:
    """SQL that may run again and again: roles, their passwords, and the databases."""
    owner, app = (
        "'" + settings[name].replace("'", "''") + "'"
        for name in ("JINGWEI_OWNER_PASSWORD", "JINGWEI_APP_PASSWORD")
    )
    return f"""\
SELECT format('CREATE ROLE %I', name)
  FROM unnest(ARRAY['jingwei_owner', 'jingwei_app', 'jingwei_reader']) AS name
 WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) \\gexec
ALTER ROLE jingwei_owner  LOGIN   NOSUPERUSER CREATEDB   NOCREATEROLE NOBYPASSRLS PASSWORD {owner};
ALTER ROLE jingwei_app    LOGIN   NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD {app};
ALTER ROLE jingwei_reader NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS;
GRANT jingwei_reader TO jingwei_owner;
SELECT 'CREATE DATABASE {TEMPLATE} OWNER jingwei_owner IS_TEMPLATE true'
 WHERE NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = '{TEMPLATE}') \\gexec
"""


def template_content() -> str:
    """What every database starts with: extensions (only a superuser may make them) and who may do what."""
    extensions = "\n".join(f"CREATE EXTENSION IF NOT EXISTS {name};" for name in EXTENSIONS)
    return f"""\
{extensions}
GRANT USAGE ON SCHEMA public TO jingwei_app, jingwei_reader;
GRANT CREATE ON SCHEMA public TO jingwei_reader;  -- asked of a function's new owner when it is handed over
ALTER DEFAULT PRIVILEGES FOR ROLE jingwei_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE jingwei_owner GRANT EXECUTE ON FUNCTIONS TO jingwei_app, jingwei_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE jingwei_owner GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO jingwei_app;
ALTER DEFAULT PRIVILEGES FOR ROLE jingwei_owner GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO jingwei_app;
ALTER DEFAULT PRIVILEGES FOR ROLE jingwei_owner GRANT SELECT ON TABLES TO jingwei_reader;
{CLOSED_FUNCTIONS}"""


# --- verbs -----------------------------------------------------------------------------------------------


class Cluster:
    def __init__(self, data: Path) -> None:
        self.data = data
        self.user = cluster_user(data)
        self.sockets = socket_folder(data)
        self.stamp = VAR / "furnished"
        self.log = data.parent / "log" / "postgres.log"

    def pg_ctl(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return run_as(self.user, program("pg_ctl", self.data), "-D", str(self.data), *arguments)

    def is_running(self) -> bool:
        return self.data.exists() and self.pg_ctl("status").returncode == 0

    def psql(self, sql: str, database: str = "postgres") -> str:
        port = environment.read()["JINGWEI_DATABASE_PORT"]
        command = [
            program("psql", self.data),
            "-h",
            str(self.sockets),
            "-p",
            port,
            "-U",
            SUPERUSER,
            "-d",
            database,
        ]
        command += ["-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1"]
        return expect(run_as(self.user, *command, stdin=f"SET client_min_messages = warning;\n{sql}"), "psql")

    def create(self) -> None:
        print("  making the database cluster", flush=True)
        fresh = self.data.with_name(f"{self.data.name}.new")  # renamed when whole, so a kill leaves no half
        shutil.rmtree(fresh, ignore_errors=True)
        own(fresh, self.user)
        command = [program("initdb"), "-D", str(fresh), "-U", SUPERUSER, "--auth-local=trust"]
        command += ["--auth-host=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"]
        expect(run_as(self.user, *command), "initdb")
        fresh.rename(self.data)

    def start(self) -> None:
        if self.data.stat().st_uid != self.user.pw_uid:
            raise ClusterTrouble(
                f"{self.data} was copied, and belongs to the wrong user. Remove var/ to begin anew."
            )
        own(self.sockets, self.user)
        own(self.log.parent, self.user)
        for left_behind in self.sockets.glob(".s.PGSQL.*"):  # by a killed server, or by one that was moved
            left_behind.unlink()
        saved = int(environment.read().get("JINGWEI_DATABASE_PORT", FIRST_PORT))
        port = free_port(saved) if FIRST_PORT <= saved <= LAST_PORT else free_port()
        while True:
            self.write_settings(port)
            started = self.pg_ctl("start", "-w", "-t", "60", "-s", "-l", str(self.log))
            if started.returncode == 0:
                break
            if port < LAST_PORT and not is_free(port):  # another checkout took it meanwhile
                port = free_port(port + 1)
                continue
            tail = expect(run_as(self.user, "tail", "-n", "15", str(self.log)), "tail")
            raise ClusterTrouble(f"PostgreSQL did not start. The end of {self.log}:\n{tail}")
        environment.ensure(
            JINGWEI_CLUSTER=str(self.data),
            JINGWEI_DATABASE_HOST=str(self.sockets),
            JINGWEI_DATABASE_PORT=str(port),
            JINGWEI_DATABASE_NAME="jingwei",
        )

    def stop(self) -> None:
        expect(self.pg_ctl("stop", "-m", "fast", "-w", "-s"), "stopping PostgreSQL")

    def write_settings(self, port: int) -> None:
        files = {"conf.jingwei": configuration(port, self.sockets), "pg_hba.conf": HOST_BASED_ACCESS}
        for name, text in files.items():
            expect(run_as(self.user, "tee", str(self.data / name), stdin=text), f"writing {name}")
        main = self.data / "postgresql.conf"
        if "conf.jingwei" not in main.read_text():
            line = "include = 'conf.jingwei'\n"
            expect(run_as(self.user, "tee", "-a", str(main), stdin=line), "writing postgresql.conf")

    def is_furnished(self) -> bool:
        return self.stamp.exists() and self.stamp.read_text() == self.recipe()

    def recipe(self) -> str:
        """Changes with the roles, the passwords, the template and the cluster itself."""
        text = roles_and_template(environment.ensure()) + template_content()
        return hashlib.sha256(f"{text}{self.data}{self.data.stat().st_ino}".encode()).hexdigest()

    def furnish(self) -> None:
        """Roles and databases, made if missing; may be interrupted anywhere and run again."""
        self.psql(roles_and_template(environment.ensure()))
        self.psql(template_content(), TEMPLATE)
        self.psql(
            f"SELECT 'CREATE DATABASE jingwei TEMPLATE {TEMPLATE} OWNER jingwei_owner'"
            " WHERE NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = 'jingwei') \\gexec"
        )
        self.psql(CLOSED_FUNCTIONS, "jingwei")
        self.stamp.write_text(self.recipe())


def start() -> None:
    """Make, start and furnish the cluster; silent when there is nothing to do."""
    data = data_folder()
    if not data.exists():
        data = choose_data_folder()
    cluster = Cluster(data)
    if not data.exists():
        cluster.create()
    if cluster.is_running() and "JINGWEI_DATABASE_PORT" not in environment.read():
        cluster.stop()  # it was started where the checkout stood before
    if not cluster.is_running():
        print("  starting the database", flush=True)
        cluster.start()
    if not cluster.is_furnished():
        cluster.furnish()


def stop() -> None:
    cluster = Cluster(data_folder())
    if cluster.is_running():
        cluster.stop()
        print("The database has stopped.")


def main(words: list[str]) -> int:
    verbs = {"start": start, "stop": stop}
    if len(words) != 1 or words[0] not in verbs:
        print("usage: python3 -m tools.cluster start|stop", file=sys.stderr)
        return 2
    try:
        verbs[words[0]]()
    except ClusterTrouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
