/* SPDX-License-Identifier: Apache-2.0 */
/* Traits that may be passed over. */
#ifndef SPEC_INERT_TRAITS_H
#define SPEC_INERT_TRAITS_H

#include <stdbool.h>

/* Tells whether a trait, by its absolute ID, changes nothing that Anvil reads, checks or writes. */
bool spec_is_inert_trait(const char *id);

#endif
