# SPDX-License-Identifier: Apache-2.0
"""The AWS CLI as a long-lived process, because starting it takes most of a second: reads a list of
its arguments as JSON, a line each, and answers with a line of its exit code, output and errors."""
import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver

for line in sys.stdin:
    out, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        try:
            code = create_clidriver().main(json.loads(line))
        except SystemExit as exit_:
            code = exit_.code
    print(json.dumps({"code": code, "out": out.getvalue(), "errors": errors.getvalue()}), flush=True)
