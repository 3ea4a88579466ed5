"""Runs a program as systemd would with a unit's SystemCallFilter: under_filter.py UNIT PROGRAM ARGUMENT...

Exit status 77: this machine has no libseccomp or no systemd-analyze."""
import ctypes
import errno
import os
import re
import subprocess
import sys

ALLOW = 0x7FFF0000
DENY = 0x00050000 | errno.EPERM


def calls_of(name, sets):
    if not name.startswith("@"):
        return {name}
    return set().union(*(calls_of(member, sets) for member in sets[name]))


def sets_of_systemd():
    listing = subprocess.run(["systemd-analyze", "syscall-filter"], capture_output=True, text=True, check=True).stdout
    sets, current = {}, None
    for line in listing.splitlines():
        word = re.sub(r"\x1b\[[0-9;]*m", "", line).split("#")[0]
        if word.startswith("@"):
            current = sets.setdefault(word.strip(), [])
        elif word.strip() and current is not None:
            current.append(word.strip())
    return sets


def allowed_by(unit, sets):
    allowed = set(calls_of("@default", sets))
    for line in re.findall(r"^SystemCallFilter=(.*)$", unit, re.M):
        calls = set().union(*(calls_of(name, sets) for name in line.lstrip("~").split()))
        allowed = allowed - calls if line.startswith("~") else allowed | calls
    return allowed


def main():
    try:
        sets = sets_of_systemd()
        seccomp = ctypes.CDLL("libseccomp.so.2", use_errno=True)
    except (OSError, subprocess.CalledProcessError) as missing:
        print(missing, file=sys.stderr)
        return 77
    with open(sys.argv[1], encoding="utf-8") as file:
        allowed = allowed_by(file.read(), sets)
    seccomp.seccomp_init.restype = ctypes.c_void_p
    filter_ = ctypes.c_void_p(seccomp.seccomp_init(ctypes.c_uint32(DENY)))
    for call in allowed:
        number = seccomp.seccomp_syscall_resolve_name(call.encode())
        if number >= 0:
            seccomp.seccomp_rule_add(filter_, ctypes.c_uint32(ALLOW), number, 0)
    if seccomp.seccomp_load(filter_) != 0:
        print("seccomp_load failed", file=sys.stderr)
        return 77
    os.execv(sys.argv[2], sys.argv[2:])


sys.exit(main())
