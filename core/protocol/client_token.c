/* SPDX-License-Identifier: Apache-2.0 */
/* Client tokens: random UUIDs. */
#include "anvil/protocol.h"
#include "base/port.h"

ANVIL_COLD_FILE

enum anvil_status anvil_uuid(const struct anvil_entropy *entropy, char out[ANVIL_TOKEN_BYTES]) {
    static const char DIGITS[] = "0123456789abcdef";
    unsigned char bytes[16];
    enum anvil_status status = entropy->fill(entropy->context, bytes, sizeof bytes);
    if (status != ANVIL_OK)
        return status;
    bytes[6] = (unsigned char)(0x40 | (bytes[6] & 0x0F)); /* the version: 4, random */
    bytes[8] = (unsigned char)(0x80 | (bytes[8] & 0x3F)); /* the variant: 10 */
    size_t at = 0;
    for (size_t i = 0; i < sizeof bytes; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            out[at++] = '-';
        out[at++] = DIGITS[bytes[i] >> 4];
        out[at++] = DIGITS[bytes[i] & 15];
    }
    return ANVIL_OK;
}
