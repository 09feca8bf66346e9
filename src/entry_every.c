/*
 * Every how many weeks a timetable line comes.
 */
#include <stdio.h>
#include <string.h>

#include "entry_said.h"

/* "2nd" -> 2, "second" -> 2, "other" -> 2; 0 where a word is none. */
static int ordinal_at(const struct said *said, int i)
{
    static const char *const words[] = {" other second ", " third ", " fourth ", " fifth ",
                                        " sixth "};
    static const char *const ends[] = {"st", "nd", "rd", "th"};
    char number[SAID_ROOM] = "";
    for (int n = 0; n < 5; n++)
        if (said_is(said, i, words[n]))
            return n + 2;
    size_t len = said_free(said, i, 1) ? strlen(said->word[i].text) : 0;
    for (size_t e = 0; len > 2 && e < sizeof ends / sizeof *ends; e++) {
        if (strcmp(said->word[i].text + len - 2, ends[e]) != 0)
            continue;
        memcpy(number, said->word[i].text, len - 2);
        return said_number(number);
    }
    return 0;
}

static bool is_day(const struct said *said, int i)
{
    char run[SAID_RUN * SAID_ROOM];
    weekdays days;
    return said_free(said, i, 1) && days_parse(said_run(said, i, 1, run), &days) == ST_OK;
}

/* "every 2nd week", "every other Monday", "every 4 weeks", "alternate weeks" at word i: every how
 * many weeks, and how many words say so. A day among them stays to be read as one. */
static int every_at(const struct said *said, int i, int *every)
{
    bool each = said_is(said, i, " every each ");
    int n = each ? 2 : 1;
    *every = said_is(said, i, " alternate ") ? 2 : each ? ordinal_at(said, i + 1) : 0;
    if (*every > 0 && said_is(said, i + n, " week weeks "))
        return n + 1;
    if (*every > 0)
        return is_day(said, i + n) ? n : 0;
    *every = 2;
    if (said_is(said, i, " fortnightly ") || (each && said_is(said, i + 1, " fortnight ")))
        return n;
    if (said_is(said, i, " once ") && said_is(said, i + 1, " a each every per ") &&
        said_is(said, i + 2, " fortnight "))
        return 3;
    int dash = said_is_dash(said, i + 1); /* "4 weekly", "4-weekly" */
    *every = said_free(said, i, 1) ? said_number(said->word[i].text) : 0;
    if (*every > 0 && said_is(said, i + 1 + dash, " weekly ") &&
        !said_is(said, i + 2 + dash, " visits calls sessions "))
        return 2 + dash;
    *every = each && said_free(said, i + 1, 1) ? said_number(said->word[i + 1].text) : 0;
    return *every > 0 && said_is(said, i + 2, " weeks wks ") ? 3 : 0;
}

void said_find_every(struct said *said, struct entry *e)
{
    for (int i = 0; i < said->count; i++) {
        int every, n = every_at(said, i, &every);
        if (n == 0 || every > 52)
            continue;
        e->every = every;
        said_use(said, i, n);
        if (said_is(said, i - 1, " once "))
            said_use(said, i - 1, 1);
        return;
    }
}

/* Words that say how often, of a line that is there */

/* "every week", "weekly" */
static bool find_weekly(struct said *said)
{
    for (int i = 0; i < said->count; i++) {
        bool each = said_is(said, i, " every each ") && said_is(said, i + 1, " week ");
        if (!each && !said_is(said, i, " weekly "))
            continue;
        said_use(said, i, each ? 2 : 1);
        return true;
    }
    return false;
}

bool entry_take_every(const char *words, int *every, struct text *rest)
{
    struct said said;
    struct entry e = {.every = 0};
    size_t begin = rest->len;
    if (said_split(words, &said))
        return false;
    said_find_every(&said, &e);
    if (e.every == 0 && find_weekly(&said))
        e.every = 1;
    if (e.every == 0)
        return false;
    *every = e.every;
    for (int i = 0; i < said.count; i++)
        if (!said.word[i].used)
            text_addf(rest, "%s%s", said.word[i].apart && rest->len > begin ? " " : "",
                      said.word[i].text);
    return true;
}

enum status entry_every_parse(const char *words, int *every)
{
    static const char *const round[][2] = {{"", ""}, {"every ", ""}, {"every ", " weeks"}};
    if (strcmp(words, "1") == 0)
        words = "weekly";
    for (size_t i = 0; i < sizeof round / sizeof *round; i++) {
        char all[160];
        int found;
        struct text rest = {0};
        bool fits =
            snprintf(all, sizeof all, "%s%s%s", round[i][0], words, round[i][1]) < (int)sizeof all;
        bool whole = fits && entry_take_every(all, &found, &rest) && rest.len == 0;
        text_free(&rest);
        if (whole) {
            *every = found;
            return ST_OK;
        }
    }
    return ST_SYNTAX;
}

/* What was not understood */

static bool has_digit(const char *s)
{
    return strpbrk(s, "0123456789") != NULL;
}

/* "till late" behind a time: how many words. */
static int until_at(const struct said *said, int i)
{
    bool joint = said_is_dash(said, i) || said_is(said, i, SAID_JOINTS);
    return joint && said_goes_on(said, i + 1) ? 2 : 0;
}

/* Words that were typed as one, "9-1x", with a digit: they may be meant as a time. */
static struct said_spot like_a_time(const struct said *said)
{
    for (int i = 0; i < said->count; i++) {
        int n = 1;
        while (said_free(said, i + n, 1) && !said->word[i + n].apart)
            n++;
        bool digit = false;
        for (int j = i; j < i + n; j++)
            digit = digit || (said_free(said, j, 1) && has_digit(said->word[j].text));
        if (digit && !strstr(said->word[i].text, "\xc2\xa3") && said_free(said, i, n))
            return (struct said_spot){i, n + until_at(said, i + n)};
        i += n - 1;
    }
    return (struct said_spot){0, 0};
}

/* What stands before the time, where a line's days are said. */
static struct said_spot like_a_day(const struct said *said, struct said_spot clock)
{
    int from = 0, until = clock.n > 0 ? clock.at : 0;
    while (from < until && !said_free(said, from, 1))
        from++;
    while (until > from && !said_free(said, until - 1, 1))
        until--;
    return (struct said_spot){from, until - from < SAID_RUN ? until - from : SAID_RUN - 1};
}

/* "ten to eleven": ten minutes to, or an hour? */
static struct said_spot two_ways(const struct said *said)
{
    for (int i = 0; i + 2 < said->count; i++)
        if (said_is(said, i, " five ten 5 10 ") && said_is(said, i + 1, SAID_JOINTS) &&
            said_free(said, i + 2, 1) &&
            (said_is(said, i + 2, " one ") || said_number(said->word[i + 2].text) > 0))
            return (struct said_spot){i, 3};
    return (struct said_spot){0, 0};
}

struct said_spot said_suspect(const struct said *said, enum said_trouble t, struct said_spot clock)
{
    switch ((int)t) {
    case SAID_TWO_WAYS:
        return two_ways(said);
    case SAID_NO_TIME:
    case SAID_NO_END:
        return like_a_time(said);
    case SAID_NO_DAY:
        return like_a_day(said, clock);
    case SAID_WHICH_DAYS:
        return said_counted_days(said);
    case SAID_NOT_WEEKLY:
        return said_not_weekly(said);
    default:
        return (struct said_spot){0, 0};
    }
}
