/* SPDX-License-Identifier: Apache-2.0 */
/* What the command calls things of the descriptors that the library has no names for. */
#ifndef CLI_DESCRIPTOR_NAMES_H
#define CLI_DESCRIPTOR_NAMES_H

#include "anvil/protocol.h"
#include "anvil/shape.h"

/* A Smithy shape type, such as "string". */
const char *cli_kind_name(unsigned kind);

/* A retry class: "never", "throttle", "transient". */
const char *cli_retry_name(unsigned retry);

/* An error class: "throttle", "transient", "quota", "request", "recipient"; "unknown". */
const char *cli_class_name(unsigned error_class);

/* A timestamp format: "epoch-seconds", "date-time", "http-date". */
const char *cli_timestamp_name(unsigned format);

#endif
