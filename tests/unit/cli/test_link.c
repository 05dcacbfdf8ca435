/* SPDX-License-Identifier: Apache-2.0 */
/* What the command knows when a call ends without an answer, of all its attempts together.
 */
#include "link.h"
#include "test.h"

/* A carrier that does what the test says next. */
struct carrier {
    int http_status; /* 0: no answer */
    enum anvil_failure failure;
};

static enum anvil_status carry(void *context, const struct anvil_http_request *request,
                               struct anvil_http_response *response) {
    const struct carrier *carrier = context;

    (void)request;
    response->status = carrier->http_status;
    return carrier->http_status != 0 ? ANVIL_OK : ANVIL_E_TRANSPORT;
}

static enum anvil_failure tell(void *context) {
    const struct carrier *carrier = context;
    return carrier->failure;
}

/* What is known after two attempts that ended so. */
static enum anvil_failure outcome_of(struct carrier first, struct carrier second) {
    static const struct anvil_http_request REQUEST;
    static const struct cli_link_options OPTIONS = {.recording =
                                                        "spec/examples/recorded/associate.txt"};
    struct cli_link link;
    struct cli_link replayed;

    assert_int_equal(cli_link_open(&replayed, &OPTIONS), CLI_EXIT_OK);
    link = replayed;
    link.transport.context = &link;
    link.failure = tell;
    for (int attempt = 0; attempt < 2; attempt++) {
        struct anvil_http_response response = {0};
        link.carrier.send = carry;
        link.carrier.context = attempt == 0 ? &first : &second;
        enum anvil_status status = link.transport.send(&link, &REQUEST, &response);
        assert_int_equal(status == ANVIL_OK, response.status != 0);
    }
    enum anvil_failure outcome = cli_link_outcome(&link);
    cli_link_close(&replayed);
    return outcome;
}

TEST(what_was_never_sent_was_not_carried_out) {
    const struct carrier silent = {0, ANVIL_FAILURE_NOT_SENT};
    const struct carrier throttled = {400, ANVIL_FAILURE_UNCLEAR};

    assert_int_equal(outcome_of(silent, silent), ANVIL_FAILURE_NOT_SENT);
    assert_int_equal(outcome_of(throttled, silent), ANVIL_FAILURE_NOT_SENT);
}

TEST(a_later_attempt_does_not_undo_an_unclear_one) {
    const struct carrier silent = {0, ANVIL_FAILURE_NOT_SENT};
    const struct carrier unclear = {0, ANVIL_FAILURE_UNCLEAR};
    const struct carrier broken = {500, ANVIL_FAILURE_NOT_SENT};

    assert_int_equal(outcome_of(unclear, silent), ANVIL_FAILURE_UNCLEAR);
    assert_int_equal(outcome_of(broken, silent), ANVIL_FAILURE_UNCLEAR);
    assert_int_equal(outcome_of(silent, unclear), ANVIL_FAILURE_UNCLEAR);
}

TEST(a_carrier_that_cannot_tell_leaves_it_unclear) {
    static const struct cli_link LINK = {.attempts = 1};
    assert_int_equal(cli_link_outcome(&LINK), ANVIL_FAILURE_UNCLEAR);
}
