#include "supportplan/notices.h"

#include <assert.h>
#include <stdlib.h>

void notices_free(struct notices *notices)
{
    assert(notices);
    for (size_t i = 0; i < notices->count; i++)
        free(notices->list[i]);
    free(notices->list);
    *notices = (struct notices){0};
}

enum status notices_add(struct notices *notices, const char *sentence)
{
    assert(notices && sentence);
    char **list = realloc(notices->list, (notices->count + 1) * sizeof *list);
    if (!list)
        return ST_NOMEM;
    notices->list = list;
    list[notices->count] = text_copy(sentence);
    if (!list[notices->count])
        return ST_NOMEM;
    notices->count++;
    return ST_OK;
}

enum status notices_take(struct notices *notices, struct text *sentence)
{
    enum status st = text_status(sentence);
    if (!st)
        st = notices_add(notices, text_str(sentence));
    text_free(sentence);
    return st;
}

void notices_keep(struct telling *s, struct text *sentence)
{
    if (s->st == ST_OK && (text_status(sentence) || sentence->len > 0))
        s->st = notices_take(s->out, sentence);
    else
        text_free(sentence);
}
