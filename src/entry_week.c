#define _GNU_SOURCE /* strcasestr */
/*
 * The kind of week that a timetable line names: "term time", "week 1", "school holidays".
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "entry_said.h"

#define SEASONS " summer winter spring autumn easter christmas term terms holidays half-term "
#define MONTHS                                                                                     \
    " january february march april may june july august september october november december "

/* Words that stand for a part of the year wherever they stand at an edge of the line. */
static int season_at(const struct said *said, int i)
{
    static const char *const pairs[][2] = {
        {" term ", " time times "},
        {" school ", " term terms holiday holidays days weeks hols "},
        {" half ", " term terms "},
        {" summer winter spring autumn easter christmas bank ", " holiday holidays term hols "},
        {" week wk ", " 1 2 3 4 5 6 a b one two three four "},
    };
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++)
        if (said_is(said, i, pairs[p][0]) && said_is(said, i + 1, pairs[p][1]))
            return 2;
    if (said_free(said, i, 1) && said_number(said->word[i].text) > 0 &&
        said_is(said, i + 1, " weeks wks "))
        return 2;
    return said_is(said, i, " term-time termtime half-term ");
}

/* Words that do so only behind "in" and its like: "in may", "until christmas", "from 3 march". */
static int led_season_at(const struct said *said, int i)
{
    static const char leads[] = " in during from until till til since starting not ";
    int number = said_is(said, i, " 1st 2nd 3rd ") ||
                 (said_free(said, i, 1) && said_number(said->word[i].text) > 0);
    bool led = said_is(said, i - 1, leads) ||
               (said_is(said, i - 1, " the ") && said_is(said, i - 2, leads));
    if (led && said_is(said, i + number, MONTHS))
        return 1 + number;
    return led && said_is(said, i, SEASONS);
}

/* The kind of week that words from i on name: one of the plan's whole names, or words that are
 * likely to be one; how many words they take. */
static int kind_at(const struct plan *plan, const struct said *said, int i)
{
    bool whole;
    for (size_t p = 0; p < plan_count(plan, SEC_WEEK); p++) {
        const char *name = plan_str(plan, F_WEEK_NAME, plan_item(plan, SEC_WEEK, p));
        int n = said_same_words(said, i, name, &whole);
        if (whole && n > 1)
            return n;
    }
    int n = season_at(said, i);
    if (n == 0)
        n = led_season_at(said, i);
    if (n == 0 && said_is(said, i, SEASONS) && said_begins(said, i) &&
        (said_ends(said, i) || said_is(said, i + 1, " only ")))
        n = 1;
    return n;
}

/* The plan's kind of week that is called so; the whole name first, then part of one that no other
 * has. */
static const char *week_called(const struct plan *plan, const char *words)
{
    const char *called = NULL;
    size_t hits = 0;
    for (size_t i = 0; i < plan_count(plan, SEC_WEEK); i++) {
        const char *item = plan_item(plan, SEC_WEEK, i);
        const char *name = plan_str(plan, F_WEEK_NAME, item);
        if (strcasecmp(name, words) == 0)
            return item;
        if (strcasestr(name, words)) {
            called = item;
            hits++;
        }
    }
    return hits == 1 ? called : NULL;
}

/* The little words around such a name, which are crossed out with it. */
static void widen(const struct said *said, int *at, int *n)
{
    static const char before[] = " in during from until till til since starting not only the for "
                                 "every each ";
    while (said_is(said, *at - 1, before) && !said->word[*at - 1].comma) {
        (*at)--;
        (*n)++;
    }
    if (said_is(said, *at + *n, " a of ") &&
        said_is(said, *at + *n + 1 + said_is(said, *at + *n + 1, " the "), " year "))
        *n += 2 + said_is(said, *at + *n + 1, " the ");
    *n += said_is(said, *at + *n, " only ");
}

struct said_spot said_find_week(const struct plan *plan, struct said *said, struct entry *e)
{
    for (int i = 0; i < said->count; i++) {
        int n = kind_at(plan, said, i), at = i, all = n;
        struct text words = {0};
        if (n == 0)
            continue;
        widen(said, &at, &all);
        if (!said_begins(said, at) && !said_ends(said, at + all - 1))
            continue;
        said_typed(said, i, n, &words);
        const char *week = week_called(plan, text_str(&words));
        bool plain = all == n || !said_is(said, at, " not until till til from since starting ");
        if (week && plain)
            snprintf(e->week, sizeof e->week, "%s", week);
        text_clear(&words);
        said_typed(said, at, all, &words);
        if (!*e->week && words.len < sizeof e->kind)
            memcpy(e->kind, text_str(&words), words.len + 1);
        if (*e->week || *e->kind)
            said_use(said, at, all);
        text_free(&words);
        return (struct said_spot){at, all};
    }
    return (struct said_spot){0, 0};
}
