/* SPDX-License-Identifier: Apache-2.0 */
/* One function for each generated source. */
#ifndef SPEC_EMIT_SOURCES_H
#define SPEC_EMIT_SOURCES_H

#include "emit.h"

spec_emitter emit_tables;
spec_emitter emit_patterns;
spec_emitter emit_limits;
spec_emitter emit_identity;
spec_emitter emit_enums;
spec_emitter emit_inputs;
spec_emitter emit_outputs;
spec_emitter emit_errors;
spec_emitter emit_values;
spec_emitter emit_operations;

#endif
