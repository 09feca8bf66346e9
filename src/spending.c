#include "supportplan/spending.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/mention.h"
#include "supportplan/text.h"

static void entry_free(struct spending_entry *entry)
{
    free(entry->form);
    free(entry->words);
    free(entry->says);
    free(entry->source);
}

void spending_free(struct spending *spending)
{
    for (size_t i = 0; i < spending->count; i++)
        entry_free(&spending->list[i]);
    free(spending->list);
    *spending = (struct spending){0};
}

static enum status make_room(struct spending *spending)
{
    if (spending->count < spending->cap)
        return ST_OK;
    const size_t cap = spending->cap ? spending->cap * 2 : 32;
    struct spending_entry *list = realloc(spending->list, cap * sizeof *list);
    if (!list)
        return ST_NOMEM;
    spending->list = list;
    spending->cap = cap;
    return ST_OK;
}

enum status spending_add(struct spending *spending, const struct spending_entry *entry)
{
    assert(entry->form && entry->words && entry->says && entry->source);
    if (make_room(spending) != ST_OK)
        return ST_NOMEM;
    struct spending_entry copy = *entry;
    copy.form = text_copy(entry->form);
    copy.words = text_copy(entry->words);
    copy.says = text_copy(entry->says);
    copy.source = text_copy(entry->source);
    if (!copy.form || !copy.words || !copy.says || !copy.source) {
        entry_free(&copy);
        return ST_NOMEM;
    }
    copy.letters = mention_initials_of(copy.words);
    spending->list[spending->count++] = copy;
    return ST_OK;
}

/* Whether an entry is about the money, the nation and the council that are asked about. */
static bool concerns(const struct spending_entry *entry, const struct spending_question *q)
{
    const bool task = entry->verdict == SPENDING_NHS_TASK;
    if (q->nhs != (task || entry->verdict == SPENDING_NHS) || (q->task && !task))
        return false;
    if ((entry->layer == SPENDING_HEALTH) != q->health || !(entry->places & q->place))
        return false;
    return entry->layer != SPENDING_COUNCIL || strcmp(entry->form, q->form) == 0;
}

/* letters: with which the words of the question begin. */
static bool speaks(const struct spending_entry *entry, const struct spending_question *q,
                   uint64_t letters)
{
    return entry->letters & letters && concerns(entry, q) && mention_any(q->words, entry->words);
}

/* Whether another entry speaks in its place: one before it in its layer, or the council's own. */
static bool outspoken(const struct spending *spending, const struct spending_question *q,
                      uint64_t letters, size_t i)
{
    const struct spending_entry *entry = &spending->list[i];
    for (size_t j = 0; j < spending->count; j++) {
        const struct spending_entry *other = &spending->list[j];
        const bool before = j < i && other->layer == entry->layer;
        const bool nearer = entry->layer == SPENDING_USUAL && other->layer == SPENDING_COUNCIL;
        if ((before || nearer) && speaks(other, q, letters))
            return true;
    }
    return false;
}

size_t spending_find(const struct spending *spending, const struct spending_question *question,
                     size_t from)
{
    const uint64_t letters = mention_initials(question->words);
    for (size_t i = from; i < spending->count; i++) {
        if (speaks(&spending->list[i], question, letters) &&
            !outspoken(spending, question, letters, i))
            return i;
    }
    return spending->count;
}
