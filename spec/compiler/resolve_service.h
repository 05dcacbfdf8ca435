/* SPDX-License-Identifier: Apache-2.0 */
/* The service, its operations and its identity facts; see resolve.c. */
#ifndef SPEC_RESOLVE_SERVICE_H
#define SPEC_RESOLVE_SERVICE_H

#include "model.h"

/* Finds the one service of a model whose members are tied, and ties its operations. */
bool spec_resolve_service(struct spec *spec, struct spec_model *model);

#endif
