/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 for people: characters, their widths, and what a terminal must not be sent. */
#include "characters.h"

struct range {
    uint32_t first;
    uint32_t last;
};

/* Two columns: East Asian Wide and Fullwidth, and the emoji blocks (Unicode, UAX #11). */
static const struct range WIDE[] = {
    {0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},
    {0x4e00, 0x9fff},   {0xa000, 0xa4cf},   {0xac00, 0xd7a3},   {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6},   {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
};

/* No column: the common combining marks and joiners. */
static const struct range COMBINING[] = {
    {0x0300, 0x036f}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200c, 0x200d},
    {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f},
};

/* Shown as an escape: C0 and C1 controls, DEL, line and direction controls, the BOM. */
static const struct range UNSHOWN[] = {
    {0x0000, 0x001f}, {0x007f, 0x009f}, {0x061c, 0x061c}, {0x200b, 0x200b},   {0x200e, 0x200f},
    {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xe0000, 0xe007f},
};

static bool is_in(const struct range *ranges, size_t count, uint32_t code) {
    for (size_t i = 0; i < count; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return false;
}

#define IS_IN(ranges, code) is_in((ranges), sizeof(ranges) / sizeof((ranges)[0]), (code))

static bool is_continuation(unsigned char byte) {
    return (byte & 0xc0u) == 0x80;
}

size_t cli_character_at(struct anvil_str text, size_t at, uint32_t *code) {
    /* The least code point of each length: what is below it was written too long. */
    static const uint32_t LEAST[5] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = (unsigned char)text.ptr[at];
    size_t bytes = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    uint32_t value = bytes == 1 ? first : first & (0xffu >> (bytes + 1));

    *code = CLI_NO_CHARACTER;
    if (is_continuation(first) || first > 0xf4 || text.len - at < bytes)
        return 1;
    for (size_t i = 1; i < bytes; i++) {
        unsigned char byte = (unsigned char)text.ptr[at + i];
        if (!is_continuation(byte))
            return 1;
        value = value << 6 | (byte & 0x3fu);
    }
    if (value < LEAST[bytes] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return 1;
    *code = value;
    return bytes;
}

size_t cli_character_before(struct anvil_str text, size_t at) {
    for (size_t bytes = 1; bytes <= 4 && bytes <= at; bytes++) {
        uint32_t code;
        if (cli_character_at(text, at - bytes, &code) == bytes && code != CLI_NO_CHARACTER)
            return at - bytes;
    }
    return at - 1;
}

static size_t write_escape(FILE *file, const char *form, uint32_t code) {
    char escape[16];
    int columns = snprintf(escape, sizeof escape, form, (unsigned)code);
    if (file != NULL)
        fputs(escape, file);
    return columns > 0 ? (size_t)columns : 0;
}

size_t cli_character_write(FILE *file, struct anvil_str text, size_t at, size_t bytes,
                           uint32_t code) {
    if (code == CLI_NO_CHARACTER)
        return write_escape(file, "\\x%02x", (unsigned char)text.ptr[at]);
    if (code != '\t' && IS_IN(UNSHOWN, code))
        return write_escape(file, code < 0x80 ? "\\x%02x" : "\\u%04x", code);
    if (file != NULL)
        fwrite(text.ptr + at, 1, bytes, file);
    return IS_IN(COMBINING, code) ? 0 : IS_IN(WIDE, code) ? 2 : 1;
}

void cli_text_write(FILE *file, struct anvil_str text) {
    for (size_t at = 0; at < text.len;) {
        uint32_t code;
        size_t bytes = cli_character_at(text, at, &code);
        if (code == '\t')
            fputs("\\x09", file);
        else
            cli_character_write(file, text, at, bytes, code);
        at += bytes;
    }
}
