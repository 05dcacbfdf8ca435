/* SPDX-License-Identifier: Apache-2.0 */
/* One request after the other: faults on purpose, the front, and an operation in a transaction. */
#include "emulator_state.h"
#include "front.h"
#include "idempotency.h"
#include "smsv2/smsv2.h"

/* The C structs of what is emulated. */
union any_request {
    struct smsv2_associate_origination_identity_request associate;
    struct smsv2_disassociate_origination_identity_request disassociate;
    struct smsv2_create_registration_association_request registration;
};
union any_result {
    struct smsv2_associate_origination_identity_result associate;
    struct smsv2_disassociate_origination_identity_result disassociate;
    struct smsv2_create_registration_association_result registration;
};

/* Acts, or finds that it has been done; the body of the result is out when it returns true. */
static bool work(struct anvil_emulator *emulator, struct turn *turn, size_t index,
                 const void *request, struct anvil_str *body) {
    union any_result result = {0};
    struct idempotency_key key;
    size_t bytes;

    if (!anvil_idempotency_key_of(turn, request, &key))
        return false;
    enum idempotency outcome = anvil_idempotency_look(turn, &key, body);
    if (outcome != IDEMPOTENCY_NEW)
        return outcome == IDEMPOTENCY_KNOWN;
    if (!anvil_emulated_operations[index].act(turn, request, &result))
        return false;
    if (anvil_encode(turn->operation->output, &result, ANVIL_OFF, emulator->answer,
                     sizeof emulator->answer, &bytes, NULL) != ANVIL_OK)
        return anvil_turn_failed(turn);
    *body = anvil_str_of(emulator->answer, bytes);
    return anvil_idempotency_keep(turn, &key, *body);
}

static bool run(struct anvil_emulator *emulator, enum anvil_account_query query) {
    return anvil_account_run(anvil_account_query(&emulator->store, query));
}

bool anvil_emulator_settle(struct anvil_emulator *emulator) {
    if (!emulator->is_begun)
        return true;
    emulator->is_begun = false;
    if (run(emulator, ACCOUNT_COMMIT))
        return true;
    (void)run(emulator, ACCOUNT_ROLLBACK);
    return false;
}

/* All or nothing, within a transaction that may hold other requests as well. */
static bool work_whole(struct anvil_emulator *emulator, struct turn *turn, size_t index,
                       const void *request, struct anvil_str *body) {
    emulator->is_begun = emulator->is_begun || run(emulator, ACCOUNT_BEGIN);
    if (!emulator->is_begun || !run(emulator, ACCOUNT_SAVE))
        return anvil_turn_failed(turn);
    bool is_done = work(emulator, turn, index, request, body);
    anvil_account_store_rest(&emulator->store);
    if (!is_done)
        (void)run(emulator, ACCOUNT_UNDO);
    if (!run(emulator, ACCOUNT_RELEASE))
        is_done = anvil_turn_failed(turn);
    if (!emulator->is_grouped && !anvil_emulator_settle(emulator))
        is_done = anvil_turn_failed(turn);
    return is_done;
}

/* Whether the operation has been called too often in its last second. */
static bool is_too_fast(struct anvil_emulator *emulator, size_t index) {
    if (emulator->plan.rate == 0)
        return false;
    uint64_t now = emulator->clock.now_ms(emulator->clock.context);
    if (now < emulator->next_ms[index])
        return true;
    emulator->next_ms[index] = now + 1000 / emulator->plan.rate;
    return false;
}

/* What refuses a request whatever it asks. */
static bool refuse_any(struct anvil_emulator *emulator, const struct fault *fault, size_t index,
                       struct refusal *refusal, struct anvil_http_response *response) {
    static const struct anvil_refusal UNAVAILABLE = {ANVIL_STR("ServiceUnavailableException"), 503};
    struct anvil_str id = anvil_str_of(emulator->request_id, sizeof emulator->request_id);

    if (fault->is_failure && anvil_fault_plan_pick(&emulator->plan, 2) == 0) {
        anvil_front_refuse_plainly(emulator, UNAVAILABLE, anvil_str_of(NULL, 0), response);
        return true;
    }
    if (fault->is_failure)
        anvil_refuse_failure(refusal, id);
    else if (fault->is_throttled || is_too_fast(emulator, index))
        anvil_refuse_throttled(refusal);
    else if (emulator->denied.ptr != NULL)
        anvil_refuse_access(refusal, &emulator->scratch, emulator->denied);
    else
        return false;
    anvil_front_refuse(emulator, refusal, response);
    return true;
}

static void respond(struct anvil_emulator *emulator, const struct anvil_http_request *request,
                    const struct fault *fault, struct anvil_http_response *response) {
    union any_request asked;
    struct anvil_str body;
    size_t index;
    struct turn turn = {.store = &emulator->store,
                        .scratch = &emulator->scratch,
                        .caller = &emulator->caller,
                        .request_id =
                            anvil_str_of(emulator->request_id, sizeof emulator->request_id)};

    anvil_front_begin(emulator, response);
    if (!anvil_front_route(emulator, request, &body, &index, response) ||
        refuse_any(emulator, fault, index, &turn.refusal, response))
        return;
    turn.operation = anvil_emulated_operations[index].operation;
    if (!anvil_front_decode(emulator, turn.operation, body, &asked, response))
        return;
    if (work_whole(emulator, &turn, index, &asked, &response->body))
        response->status = 200;
    else
        anvil_front_refuse(emulator, &turn.refusal, response);
}

void anvil_emulator_answer(struct anvil_emulator *emulator,
                           const struct anvil_http_request *request,
                           struct anvil_emulator_answer *answer) {
    struct fault fault = anvil_fault_plan_roll(&emulator->plan);

    respond(emulator, request, &fault, &answer->response);
    answer->delay_ms = emulator->plan.delay_ms;
    answer->is_reset = fault.is_reset;
    if (fault.is_garbage)
        anvil_front_spoil(emulator, &answer->response);
}

void anvil_emulator_fail(struct anvil_emulator *emulator, struct anvil_emulator_answer *answer) {
    struct refusal refusal = {0};

    anvil_front_begin(emulator, &answer->response);
    anvil_refuse_failure(&refusal, anvil_str_of(emulator->request_id, sizeof emulator->request_id));
    anvil_front_refuse(emulator, &refusal, &answer->response);
}

static enum anvil_status send_in_process(void *context, const struct anvil_http_request *request,
                                         struct anvil_http_response *response) {
    struct anvil_emulator *emulator = context;
    struct anvil_emulator_answer answer;

    anvil_emulator_answer(emulator, request, &answer);
    if (!anvil_emulator_settle(emulator))
        anvil_emulator_fail(emulator, &answer);
    if (answer.delay_ms > 0)
        emulator->clock.wait_ms(emulator->clock.context, answer.delay_ms);
    if (answer.is_reset)
        return ANVIL_E_TRANSPORT;
    *response = answer.response;
    return ANVIL_OK;
}

struct anvil_transport anvil_emulator_transport(struct anvil_emulator *emulator) {
    struct anvil_transport transport = {send_in_process, emulator};
    return transport;
}
