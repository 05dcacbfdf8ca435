/* SPDX-License-Identifier: Apache-2.0 */
/* The link over a network: whom to call and as whom, from options, environment and endpoint rules.
 */
#ifndef CLI_NETWORK_H
#define CLI_NETWORK_H

#include "link.h"

/* Makes libcurl the carrier of `link`. CLI_EXIT_OK, or an exit code after a message. */
enum cli_exit cli_network_open(struct cli_link *link, const struct cli_link_options *options);

#endif
