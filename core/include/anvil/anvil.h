/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Everything that Anvil offers. A service's header, such as smsv2/smsv2.h, adds its types and
 * tables.
 */
#ifndef ANVIL_ANVIL_H
#define ANVIL_ANVIL_H

#include "anvil/arena.h"
#include "anvil/codec.h"
#include "anvil/identity.h"
#include "anvil/identity_rule.h"
#include "anvil/kind.h"
#include "anvil/port.h"
#include "anvil/protocol.h"
#include "anvil/report.h"
#include "anvil/service.h"
#include "anvil/shape.h"
#include "anvil/status.h"
#include "anvil/str.h"
#include "anvil/transport.h"
#include "anvil/version.h"

#endif
