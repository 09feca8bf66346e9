#define _GNU_SOURCE /* strcasestr */
#include "supportplan/entry.h"

#include <stdio.h>
#include <string.h>

#include "entry_said.h"

static const char *const troubles[] = {
    [SAID_FINE] = "",
    [SAID_TOO_LONG] = N_("That line is too long for me. Use fewer words."),
    [SAID_NO_TIME] = N_("I did not find a time. Type for example 9-12, or 10 hours a week."),
    [SAID_NO_END] = N_("I found no end to the time. Type for example 9-12, or 9 for 3 hours."),
    [SAID_NO_DAY] = N_("I did not find a day. Type for example mon, or mon-fri."),
    [SAID_TWO_TIMES] = N_("One line has one time. Add the other one in a line of its own."),
    [SAID_LATE_START] = N_("A day begins at 00:00. Type for example 00:00-06:00 on the next day."),
    [SAID_LONG_STAY] = N_("Say how long it is in all, for example: fri 6pm for 48 hours."),
    [SAID_WHICH_DAYS] =
        N_("Say which days. Where they change, say for example: 5 hours, 2 times a week."),
    [SAID_NOT_WEEKLY] =
        N_("I know what comes every week, or every 2, 3 or 4 weeks. Say it in weeks."),
    [SAID_TOO_MUCH] = N_("That is more than there is in a week. Type a shorter time."),
    [SAID_TWO_PEOPLE] =
        N_("One line is for one supporter. Add the other one in a line of its own."),
    [SAID_SHARED_NAME] = N_("Two supporters are called that. Type the whole name."),
};

/* What a line lacks that has no time, or a time and no days. */
static enum said_trouble judge_when(const struct said *said, enum said_trouble found,
                                    const struct entry *e)
{
    bool night = said->night && e->days != said->night; /* several days, and one end */
    if (found == SAID_FINE && e->days)
        return night ? SAID_TWO_TIMES : SAID_FINE;
    if (said_counted_days(said).n > 0)
        return SAID_WHICH_DAYS;
    return found ? found : SAID_NO_DAY;
}

/* Names first, for they may hold days and numbers; what can only be told by what is left, last. */
static enum said_trouble understand(const struct plan *plan, struct said *said, struct entry *e,
                                    struct said_spot *clock)
{
    enum said_trouble t = said_find_supporter(plan, said, e, true);
    enum said_trouble found = t ? t : said_find_clock(said, e, clock);
    if (found && found != SAID_NO_TIME)
        return found;
    said_find_every(said, e);
    said_find_days(said, e, *clock);
    said_find_workers(said, e);
    t = said_find_supporter(plan, said, e, false);
    said_find_price(said, e, found && !said_has_length(said));
    if (found == SAID_NO_TIME)
        found = said_find_varying(said, e);
    else
        said_drop_often(said, e->days);
    if (found || e->start >= 0)
        found = judge_when(said, found, e);
    if (found)
        return found;
    if (said_not_weekly(said).n > 0)
        return SAID_NOT_WEEKLY;
    return t ? t : said_take_rest(said, e);
}

/* What may have been meant for the missing part is quoted, as it was typed. */
static enum status refuse(const struct said *said, enum said_trouble t, struct said_spot clock,
                          struct fault *fault)
{
    struct said_spot bad = said_suspect(said, t, clock);
    struct text words = {0};
    if (t == SAID_SHARED_NAME && *said->names)
        return fault_set(fault, ST_SYNTAX, 0, _("%s? Type the whole name."), said->names);
    if (bad.n > 0)
        said_typed(said, bad.at, bad.n, &words);
    if (words.len > 0)
        fault_set(fault, ST_SYNTAX, 0, _("I did not understand \"%.*s\". %s"),
                  (int)text_fit(text_str(&words), words.len, 40), text_str(&words), _(troubles[t]));
    else
        fault_set(fault, ST_SYNTAX, 0, "%s", _(troubles[t]));
    text_free(&words);
    return ST_SYNTAX;
}

enum status entry_parse(const struct plan *plan, const char *line, struct entry *out,
                        struct fault *fault)
{
    struct said said;
    struct said_spot clock = {0, 0};
    struct entry e = {.start = -1, .end = -1, .length = -1, .price = -1, .unit = UNIT_HOUR};
    enum said_trouble t = said_split(line, &said);
    if (!t && said.count == 0)
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         _("Type when and what, for example: mon-fri 9-12 personal care, Sam."));
    if (!t) {
        said_write_times(&said);
        t = understand(plan, &said, &e, &clock);
    }
    if (t)
        return refuse(&said, t, clock, fault);
    *out = e;
    return ST_OK;
}

enum status entry_copy_parse(const char *line, weekdays *from, weekdays *to)
{
    const char *join = NULL;
    for (const char *at = line; (at = strcasestr(at, " to ")); at++) {
        char left[64];
        weekdays a, b;
        if ((size_t)(at - line) >= sizeof left)
            break;
        snprintf(left, sizeof left, "%.*s", (int)(at - line), line);
        join = at;
        if (days_parse(left, &a) == ST_OK && days_count(a) == 1 &&
            days_parse(join + 4, &b) == ST_OK) {
            *from = a;
            *to = b;
            return ST_OK;
        }
    }
    return ST_SYNTAX;
}
