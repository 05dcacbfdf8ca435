/* SPDX-License-Identifier: Apache-2.0 */
/* Smithy names as C names. */
#ifndef SPEC_C_NAMES_H
#define SPEC_C_NAMES_H

#include "spec.h"

/* "IsoCountryCode" to "iso_country_code"; a run of capitals is one word, so "PinpointSMSVoiceV2"
 * becomes "pinpoint_sms_voice_v2". Bytes outside [A-Za-z0-9_] become underscores. */
char *spec_snake_case(struct spec *spec, const char *name);

/* The same in capitals. */
char *spec_upper_case(struct spec *spec, const char *name);

/* The name of a struct member: snake case, with an underscore after a keyword of C or C++. */
char *spec_member_c_name(struct spec *spec, const char *name);

#endif
