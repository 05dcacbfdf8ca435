/* SPDX-License-Identifier: Apache-2.0 */
/* The service of a model. */
#ifndef SPEC_RESOLVE_SERVICE_H
#define SPEC_RESOLVE_SERVICE_H

#include "model.h"

/* Picks the service, collects its operations and their shapes, and refuses what nobody can call.
 * The shapes are tied. */
bool spec_resolve_service(struct spec *spec, const struct spec_options *options,
                          struct spec_model *model);

#endif
