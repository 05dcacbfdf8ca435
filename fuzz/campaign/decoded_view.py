# SPDX-License-Identifier: Apache-2.0
"""A finding as a person reads it: its bytes, the operation that its first byte names, its text. Shown
to whoever triages, on a terminal of their own; never written into a report that others get."""

import subprocess

import layout

# Targets whose input begins with the index of a message, and how many bytes of choices follow it.
_MESSAGE_TARGETS = ("request_check", "response_decode", "round_trip", "arena_short", "exchange",
                    "error_decode")


def hexdump(data, limit=256):
    lines = []
    for at in range(0, min(len(data), limit), 16):
        part = data[at:at + 16]
        text = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in part)
        lines.append(f"  {at:04x}  {part.hex(' '):47}  {text}")
    if len(data) > limit:
        lines.append(f"  ... {len(data)} bytes")
    return "\n".join(lines)


def _operations():
    """The names of all operations, sorted as the targets index them; empty without the command."""
    command = layout.ROOT / "build" / "anvil"
    if not command.exists():
        return []
    result = subprocess.run([command, "operations"], capture_output=True, text=True, check=False)
    return sorted(line.split()[0] for line in result.stdout.splitlines() if line.strip())


def view(target, data):
    lines = [hexdump(data)]
    names = _operations()
    if target in _MESSAGE_TARGETS and data and names:
        name = names[data[0]] if data[0] < len(names) else "a sample shape"
        lines.append(f"  message {data[0]}: {name}")
    begin = min((at for at in (data.find(b"{"), data.find(b"[")) if at >= 0), default=-1)
    if begin >= 0:
        lines.append("  text: " + data[begin:begin + 2000].decode("utf-8", "backslashreplace"))
    return "\n".join(lines)
