/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * What a transport can tell about a failure beyond #ANVIL_E_TRANSPORT: whether trying again is
 * safe, and whether it makes sense. Transports that cannot tell need not know this.
 */
#ifndef TRANSPORT_CLIENT_FAILURE_H
#define TRANSPORT_CLIENT_FAILURE_H

/** Why there is no answer. */
enum anvil_failure {
    ANVIL_FAILURE_UNCLEAR,  /**< the whole request was handed over: it may have been acted on */
    ANVIL_FAILURE_NOT_SENT, /**< the service cannot have seen the whole request */
    ANVIL_FAILURE_FINAL,    /**< trying again would end the same way */
    ANVIL_FAILURE_CANCELLED /**< somebody wanted it to end */
};

#endif
