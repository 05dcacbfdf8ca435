/* SPDX-License-Identifier: Apache-2.0 */
/* One function for each generated file. */
#ifndef SPEC_EMIT_FILES_H
#define SPEC_EMIT_FILES_H

#include "emit.h"

/* sources */
spec_emitter emit_tables;
spec_emitter emit_keys_header;
spec_emitter emit_keys;
spec_emitter emit_patterns;
spec_emitter emit_limits;
spec_emitter emit_defaults;
spec_emitter emit_identity;
spec_emitter emit_enums;
spec_emitter emit_scalars;
spec_emitter emit_collections;
spec_emitter emit_values;
spec_emitter emit_requests;
spec_emitter emit_responses;
spec_emitter emit_errors;
spec_emitter emit_operations;

/* headers */
spec_emitter emit_enums_header;
spec_emitter emit_collections_header;
spec_emitter emit_values_header;
spec_emitter emit_requests_header;
spec_emitter emit_responses_header;
spec_emitter emit_errors_header;
spec_emitter emit_operations_header;

#endif
