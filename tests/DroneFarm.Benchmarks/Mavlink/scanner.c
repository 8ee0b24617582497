/* The yardstick: a straightforward MAVLink scanner as one writes it in C. Table-driven CRC, one byte at a time, no intrinsics. */
#include <stddef.h>
#include <stdint.h>

static uint16_t crc_table[256];

/* By message id: 0 is unknown, else 0x01000000 | CRC_EXTRA. */
static uint32_t facts[65536];

void yardstick_init(const uint32_t *ids, const uint8_t *crc_extras, size_t count)
{
    for (unsigned i = 0; i < 256; i++) {
        uint16_t c = (uint16_t)i;
        for (int bit = 0; bit < 8; bit++) c = (c & 1) ? (uint16_t)((c >> 1) ^ 0x8408) : (uint16_t)(c >> 1);
        crc_table[i] = c;
    }
    for (size_t i = 0; i < count; i++) facts[ids[i]] = 0x01000000u | crc_extras[i];
}

static uint16_t crc(const uint8_t *p, size_t n, uint8_t extra)
{
    uint16_t c = 0xFFFF;
    for (size_t i = 0; i < n; i++) c = (uint16_t)((c >> 8) ^ crc_table[(uint8_t)(c ^ p[i])]);
    return (uint16_t)((c >> 8) ^ crc_table[(uint8_t)(c ^ extra)]);
}

/* Returns the number of valid frames. */
size_t yardstick_scan(const uint8_t *p, size_t n)
{
    size_t good = 0, i = 0;
    while (i < n) {
        size_t header, length, total;
        uint32_t id;
        if (p[i] == 0xFD) {
            if (n - i < 12) break;
            if (p[i + 2] & ~1u) { i++; continue; }
            header = 10;
            id = p[i + 7] | (uint32_t)p[i + 8] << 8 | (uint32_t)p[i + 9] << 16;
            length = p[i + 1];
            total = header + length + 2 + ((p[i + 2] & 1) ? 13 : 0);
        } else if (p[i] == 0xFE) {
            if (n - i < 8) break;
            header = 6;
            id = p[i + 5];
            length = p[i + 1];
            total = header + length + 2;
        } else {
            i++;
            continue;
        }
        if (id > 65535 || !facts[id] || n - i < total) { i++; continue; }
        uint16_t want = (uint16_t)(p[i + header + length] | p[i + header + length + 1] << 8);
        if (crc(p + i + 1, header - 1 + length, (uint8_t)facts[id]) == want) {
            good++;
            i += total;
        } else {
            i++;
        }
    }
    return good;
}
