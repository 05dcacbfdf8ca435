/* SPDX-License-Identifier: Apache-2.0 */
/* The endpoint of a build without libmicrohttpd: it cannot be opened, and says why. */
#include "httpd.h"

struct anvil_httpd *anvil_httpd_open(const struct anvil_httpd_options *options,
                                     char problem[ANVIL_HTTPD_PROBLEM_BYTES]) {
    (void)options;
    snprintf(problem, ANVIL_HTTPD_PROBLEM_BYTES,
             "this anvil was built without the server: it needs libmicrohttpd (libmicrohttpd-dev) "
             "when it is built");
    return NULL;
}

uint16_t anvil_httpd_port(const struct anvil_httpd *httpd) {
    (void)httpd;
    return 0;
}

bool anvil_httpd_run(struct anvil_httpd *httpd, const sigset_t *mask,
                     const volatile sig_atomic_t *is_stopped) {
    (void)httpd;
    (void)mask;
    return *is_stopped != 0;
}

void anvil_httpd_close(struct anvil_httpd *httpd) {
    (void)httpd;
}
