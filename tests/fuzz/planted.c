/*
 * A target with a fault that no file of a corpus has, to show that replay.c finds one.
 */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    must(size == 0 || !memchr(data, 1, size), "no byte is a 1");
    return 0;
}
