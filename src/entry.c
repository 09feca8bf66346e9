#define _GNU_SOURCE /* strcasestr */
#include "supportplan/entry.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

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
    [SAID_MORE_DAYS] = N_("Say all the days first, for example mon wed 9-12."),
    [SAID_HOW_OFTEN] = N_("Say how often, for example: 15 minutes, 8 times a day."),
    [SAID_BARE_PRICE] = N_("If it is a price, type the pence too, for example 15.00."),
    [SAID_ODD_PRICE] = SAID_PRICE_UNITS,
    [SAID_TWO_PRICES] = N_("One line has one price. Add the other one in a line of its own."),
    [SAID_TWO_WAYS] = N_("That can mean two times. Type for example 10-11, or 10:50-12."),
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

/* "200 a month" is a price that a line can't have. */
static bool is_monthly_price(const struct said *said, struct said_spot often,
                             struct said_spot clock)
{
    if (often.n == 0 || often.at == 0 || often.at == clock.at + clock.n)
        return false;
    const char *before = said->word[often.at - 1].text;
    return strncmp(before, "\xc2\xa3", 2) == 0 || strcasecmp(before, "pounds") == 0 ||
           (*before && before[strspn(before, "0123456789.")] == '\0');
}

/* What is left says what it is for, unless it says something else that would be lost there. */
static enum said_trouble take_left(struct said *said, struct entry *e, struct said_spot clock,
                                   struct said_spot *bad)
{
    struct said_spot often = said_not_weekly(said);
    if (is_monthly_price(said, often, clock)) {
        *bad = (struct said_spot){often.at - 1, often.n + 1};
        return SAID_ODD_PRICE;
    }
    if (often.n > 0)
        return SAID_NOT_WEEKLY;
    enum said_trouble t = said_find_left(said, e, clock, bad);
    return t ? t : said_take_rest(said, e);
}

/* Names first, for they may hold days and numbers; what can only be told by what is left, last. */
static enum said_trouble understand(const struct plan *plan, struct said *said, struct entry *e,
                                    struct said_spot *clock, struct said_spot *bad)
{
    enum said_trouble t = said_find_supporter(plan, said, e, true);
    enum said_trouble found = t ? t : said_find_clock(said, e, clock);
    if (found && found != SAID_NO_TIME)
        return found;
    said_find_every(said, e);
    said_find_days(said, e, *clock);
    struct said_spot kind = said_find_week(plan, said, e);
    said_find_workers(said, e);
    t = said_find_supporter(plan, said, e, false);
    said_find_price(said, e, found && !said_has_length(said));
    if (found == SAID_NO_TIME)
        found = said_find_varying(said, e);
    else
        said_drop_often(said, e->days);
    if (found || e->start >= 0)
        found = judge_when(said, found, e);
    if (found == SAID_NO_DAY)
        *bad = kind;
    if (found)
        return found;
    return t ? t : take_left(said, e, *clock, bad);
}

static void small_letters(char *s)
{
    for (; *s; s++)
        *s = (char)(*s >= 'A' && *s <= 'Z' ? *s - 'A' + 'a' : *s);
}

/* The day whose name a word may have been meant for: "wensday"; -1 where it is like none. A slip or
 * two may be anywhere but in the first letter: "blursday" is nobody's. */
static int day_meant(const char *word)
{
    char small[TEXT_WORD_MAX + 1], name[TEXT_WORD_MAX + 1];
    int best = -1;
    size_t least = 3;
    if (strlen(word) < 5 || strlen(word) > TEXT_WORD_MAX)
        return -1;
    snprintf(small, sizeof small, "%s", word);
    small_letters(small);
    for (int day = 0; day < 7; day++) {
        snprintf(name, sizeof name, "%s", day_name(day));
        small_letters(name);
        size_t slips = text_distance(small, name);
        if (slips < least && *small == *name) {
            least = slips;
            best = day;
        }
    }
    return best;
}

/* What may have been meant for the missing part is quoted, as it was typed. */
static enum status refuse(const struct said *said, enum said_trouble t, struct said_spot clock,
                          struct said_spot bad, struct fault *fault)
{
    if (bad.n == 0)
        bad = said_suspect(said, t, clock);
    struct text words = {0};
    if (t == SAID_SHARED_NAME && *said->names)
        return fault_set(fault, ST_SYNTAX, 0, _("%s? Type the whole name."), said->names);
    if (bad.n > 0)
        said_typed(said, bad.at, bad.n, &words);
    int day = t == SAID_NO_DAY && bad.n == 1 ? day_meant(text_str(&words)) : -1;
    if (day >= 0)
        fault_set(fault, ST_SYNTAX, 0, _("I did not understand \"%s\". Did you mean %s?"),
                  text_str(&words), day_name(day));
    else if (words.len > 0)
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
    struct said_spot clock = {0, 0}, bad = {0, 0};
    struct entry e = {.start = -1, .end = -1, .length = -1, .price = -1, .unit = UNIT_HOUR};
    enum said_trouble t = said_split(line, &said);
    if (!t && said.count == 0)
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         _("Type when and what, for example: mon-fri 9-12 personal care, Sam."));
    if (!t) {
        said_write_times(&said);
        t = understand(plan, &said, &e, &clock, &bad);
    }
    if (t)
        return refuse(&said, t, clock, bad, fault);
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
