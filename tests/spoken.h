/*
 * What a page says in plain mode, for tests.
 */
#ifndef SUPPORTPLAN_SPOKEN_H
#define SUPPORTPLAN_SPOKEN_H

#include <stdio.h>

#include "supportplan/linear.h"
#include "test.h"

/** What a page says before it waits for a line, the last line being the one where it is typed. To
 * be freed. */
static inline char *spoken(struct linear *l, struct wizard *w)
{
    char *words = NULL;
    size_t len = 0;
    unsigned effects;
    l->in = fopen("/dev/null", "r");
    l->out = open_memstream(&words, &len);
    assert_non_null(l->in);
    assert_non_null(l->out);
    linear_turn(l, w, &effects);
    fclose(l->in);
    fclose(l->out);
    /* At the end of what there is to read it ends the line. */
    assert_true(len > 0 && words[len - 1] == '\n');
    words[len - 1] = '\0';
    return words;
}

/** The same as it is said to who comes there first. */
static inline char *spoken_afresh(struct wizard *w, enum charset charset)
{
    struct linear l = {.charset = charset};
    char *words = spoken(&l, w);
    linear_free(&l);
    return words;
}

#endif
