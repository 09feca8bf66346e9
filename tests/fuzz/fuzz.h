/*
 * What the targets share. A target takes any bytes at all, and holds what comes of them to a rule:
 * where the rule is broken it says so in a sentence, and aborts. Who finds the bytes is libFuzzer,
 * or replay.c.
 */
#ifndef SUPPORTPLAN_FUZZ_H
#define SUPPORTPLAN_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/** Called with bytes that may be anything; returns 0, or does not return. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** Stop where a rule is broken. The sentence says what must hold. */
static inline void must(bool holds, const char *sentence)
{
    if (holds)
        return;
    fprintf(stderr, "It must hold that %s.\n", sentence);
    abort();
}

/** Whether a text holds these bytes. */
static inline bool text_is(const struct text *t, const char *s, size_t len)
{
    return t->len == len && (len == 0 || memcmp(t->data, s, len) == 0);
}

/** Bytes that are taken from one end to the other, to choose by. All are 0 once there are none. */
struct choices {
    const uint8_t *at;
    size_t left;
};

static inline uint8_t choose_byte(struct choices *c)
{
    if (c->left == 0)
        return 0;
    c->left--;
    return *c->at++;
}

/** A number below limit, or 0. */
static inline size_t choose(struct choices *c, size_t limit)
{
    size_t n = choose_byte(c);
    n = n << 8 | choose_byte(c);
    return limit ? n % limit : 0;
}

/** Up to so many bytes, borrowed from the choices. */
static inline struct choices choose_some(struct choices *c, size_t most)
{
    struct choices some = {c->at, most < c->left ? most : c->left};
    c->at += some.left;
    c->left -= some.left;
    return some;
}

/** What may happen to a file that nobody saw: its end is lost, bits turn, parts go, or come twice.
 * As long as there are choices. */
static inline void damage(struct choices *c, struct text *file)
{
    for (int n = 0; c->left > 0 && n < 8; n++) {
        uint8_t how = choose_byte(c);
        size_t at = choose(c, file->len + 1), len = choose_byte(c);
        struct text part = {0};
        text_add_n(&part, text_str(file) + at, len < file->len - at ? len : file->len - at);
        if (how % 4 == 0)
            text_splice(file, at, file->len - at, "", 0);
        else if (how % 4 == 1 && at < file->len)
            file->data[at] ^= (char)(1 << how / 4 % 8);
        else if (how % 4 == 2)
            text_splice(file, at, part.len, "", 0);
        else
            text_splice(file, choose(c, at + 1), 0, text_str(&part), part.len);
        text_free(&part);
    }
}

/** How many bytes two texts begin with that are the same. */
static inline size_t same_beginning(const struct text *a, const struct text *b)
{
    size_t n = 0;
    while (n < a->len && n < b->len && a->data[n] == b->data[n])
        n++;
    return n;
}

#endif
