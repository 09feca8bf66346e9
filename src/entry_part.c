#define _GNU_SOURCE /* strcasestr */
/*
 * One part of a timetable line at a time: the same words as in a whole line, field by field.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "entry_said.h"

/* What would be right, where an answer is not understood. */
static const char *const rights[ENTRY_PARTS] = {
    [ENTRY_DAYS] = N_("Type for example mon-fri, or every other sat."),
    [ENTRY_START] = N_("Type for example 14:30, or varies."),
    [ENTRY_END] = N_("Type for example 15:30, or 2 hours."),
    [ENTRY_WHAT] = N_("It is too long for me. Use fewer words."),
    [ENTRY_WHO] = N_("Two may be called that, or two are named. Type one whole name."),
    [ENTRY_PRICE] = N_("Type for example 13.50 an hour, or unpaid."),
};

static bool is_one_of(const char *s, const char *list)
{
    char word[32];
    return snprintf(word, sizeof word, " %s ", s) < (int)sizeof word && strcasestr(list, word);
}

/* The length of a line with a start; -1 where it has none. */
static minutes length_of(const struct entry *e)
{
    if (e->end < 0)
        return e->length;
    return e->end > e->start ? e->end - e->start : e->end - e->start + MINUTES_DAY;
}

/* Read a whole time, as a line has it: "09:00-17:00", "09:00 for 3 hours". */
static bool read_clock(const char *text, struct entry *e)
{
    struct said said;
    struct said_spot spot;
    struct entry new = {.start = -1, .end = -1, .length = -1};
    if (said_split(text, &said) || said_find_clock(&said, &new, &spot) || spot.n != said.count)
        return false;
    e->start = new.start;
    e->end = new.end;
    e->length = new.length;
    e->times = 0;
    return true;
}

/* "every other sat", "mon and tue, every 3 weeks"; "fortnightly" leaves the days as they are. */
static bool read_every(const char *text, struct entry *e)
{
    struct said said;
    char run[SAID_RUN * SAID_ROOM];
    struct entry new = {.days = e->days};
    int from = 0, n = 0;
    if (said_split(text, &said))
        return false;
    said_find_every(&said, &new);
    while (from < said.count && said.word[from].used)
        from++;
    while (said_free(&said, from + n, 1))
        n++;
    for (int i = from + n; i < said.count; i++)
        if (!said.word[i].used)
            return false;
    if (new.every == 0 || n > SAID_RUN ||
        (n > 0 && days_parse(said_run(&said, from, n, run), &new.days) != ST_OK))
        return false;
    e->days = new.days;
    e->every = new.every;
    return true;
}

static bool read_days(const char *text, struct entry *e)
{
    weekdays days = 0;
    if (*text && !is_one_of(text, " varies vary any ") && days_parse(text, &days) != ST_OK)
        return read_every(text, e);
    e->days = days;
    e->every = 0;
    return true;
}

/* A new start keeps the length. */
static bool read_start(const char *text, struct entry *e)
{
    minutes start, length = e->start < 0 ? -1 : length_of(e);
    if (!*text || is_one_of(text, " varies vary any ")) {
        if (e->start >= 0)
            e->length = length;
        e->start = e->end = -1;
        return true;
    }
    if (clock_parse(text, &start) != ST_OK || start >= MINUTES_DAY)
        return read_clock(text, e);
    if (e->start < 0) {
        e->length = -1;
        e->times = 0;
    }
    e->start = start;
    e->length = length;
    e->end = -1;
    return true;
}

static bool read_varying(const char *text, struct entry *e)
{
    struct said said;
    struct entry new = {.start = -1, .end = -1, .length = -1, .days = e->days};
    if (said_split(text, &said) || said_find_varying(&said, &new) || new.length <= 0)
        return false;
    e->length = new.length;
    e->times = new.times;
    return true;
}

static bool read_end(const char *text, struct entry *e)
{
    char whole[160], start[8];
    minutes at;
    if (e->start < 0)
        return read_varying(text, e);
    bool clock = clock_parse(text, &at) == ST_OK;
    int n = snprintf(whole, sizeof whole, "%s %s %s", clock_print(e->start, start),
                     clock ? "-" : "for", strncasecmp(text, "for ", 4) == 0 ? text + 4 : text);
    return n < (int)sizeof whole && read_clock(whole, e);
}

/* Who is named: somebody of the plan, or a name that is new. */
static bool read_name(const struct plan *plan, const char *text, struct entry *new)
{
    struct said said;
    char with[160];
    if (snprintf(with, sizeof with, "with %s", text) >= (int)sizeof with || said_split(with, &said))
        return false;
    said_find_workers(&said, new);
    if (said_find_supporter(plan, &said, new, false))
        return false;
    said_use(&said, 0, 1);
    return *new->supporter || said_take_name(&said, new);
}

static bool read_who(const struct plan *plan, const char *text, struct entry *e)
{
    struct entry new = {.price = -1}, again = {.price = -1};
    bool nobody = !*text || said_is_nobody(text);
    if (!nobody && !read_name(plan, text, &new))
        return false;
    /* Without the dash before it, a new name may be one that is known. */
    if (*new.person && strlen(new.person) < strlen(text)) {
        if (!read_name(plan, new.person, &again))
            return false;
        memcpy(new.supporter, again.supporter, sizeof new.supporter);
        memcpy(new.person, again.person, sizeof new.person);
    }
    memcpy(e->supporter, new.supporter, sizeof e->supporter);
    memcpy(e->person, new.person, sizeof e->person);
    e->workers = new.workers;
    e->unpaid = e->unpaid || new.unpaid;
    return true;
}

/* In this field a bare number is a price: it is given the sign that makes it one. */
static bool read_price(const char *text, struct entry *e)
{
    struct said said;
    char priced[160];
    struct entry new = {.price = -1, .unit = UNIT_HOUR};
    bool unpaid = is_one_of(text, " unpaid nothing free ");
    if (*text && !unpaid) {
        bool bare = *text >= '0' && *text <= '9';
        if (snprintf(priced, sizeof priced, "%s%s", bare ? "\xc2\xa3" : "", text) >=
                (int)sizeof priced ||
            said_split(priced, &said))
            return false;
        said_find_price(&said, &new, false);
        for (int i = 0; i < said.count; i++)
            if (!said.word[i].used)
                return false;
    }
    e->price = new.price;
    e->unit = new.unit;
    e->unpaid = unpaid;
    return true;
}

static bool read_what(const char *text, struct entry *e)
{
    if (strlen(text) >= sizeof e->what)
        return false;
    snprintf(e->what, sizeof e->what, "%s", text);
    return true;
}

enum status entry_part_parse(const struct plan *plan, enum entry_part part, const char *text,
                             struct entry *e, struct fault *fault)
{
    struct entry new = *e;
    text += strspn(text, " \t");
    bool read = part == ENTRY_DAYS    ? read_days(text, &new)
                : part == ENTRY_START ? read_start(text, &new)
                : part == ENTRY_END   ? read_end(text, &new)
                : part == ENTRY_WHAT  ? read_what(text, &new)
                : part == ENTRY_WHO   ? read_who(plan, text, &new)
                                      : read_price(text, &new);
    if (read) {
        *e = new;
        return ST_OK;
    }
    struct text t = {0};
    text_add_n(&t, text, text_fit(text, strlen(text), 60));
    fault_set(fault, ST_SYNTAX, 0, _("I can't use \"%s\" here. %s"), text_str(&t), _(rights[part]));
    text_free(&t);
    return ST_SYNTAX;
}

/* Showing a part, in words that the same part understands. */

static void show_end(const struct entry *e, struct text *out)
{
    char s[8];
    if (e->start >= 0 && e->end >= 0) {
        text_add(out, clock_print(e->end, s));
    } else if (e->length > 0) {
        minutes_words(out, e->length);
        if (e->start < 0)
            text_add(out, _(" a week"));
        if (e->start < 0 && e->times == 1)
            text_add(out, _(", once a week"));
        else if (e->start < 0 && e->times > 0)
            text_addf(out, _(", %lld times a week"), (long long)e->times);
    }
}

static void show_who(const struct plan *plan, const struct entry *e, struct text *out)
{
    text_add(out, *e->supporter ? plan_str(plan, F_SUPPORTER_NAME, e->supporter) : e->person);
    if (e->workers > 0)
        text_addf(out, _("%s%lld people"), out->len ? ", " : "", (long long)e->workers);
}

static void show_price(const struct entry *e, struct text *out)
{
    static const char *const units[] = {N_("an hour"), N_("a visit"),   N_("a night"),
                                        N_("a day"),   N_("a session"), N_("a week")};
    char s[MONEY_ROOM];
    if (e->unpaid)
        text_add(out, _("unpaid"));
    else if (e->price >= 0)
        text_addf(out, "%s %s", money_print(e->price, s), _(units[e->unit]));
}

static void show_days(const struct entry *e, struct text *out)
{
    if (e->days)
        days_words(out, e->days);
    if (e->every > 1)
        text_addf(out, _("%severy %d weeks"), e->days ? ", " : "", e->every);
}

void entry_part_show(const struct plan *plan, enum entry_part part, const struct entry *e,
                     struct text *out)
{
    char s[8];
    switch ((int)part) {
    case ENTRY_DAYS:
        show_days(e, out);
        break;
    case ENTRY_START:
        text_add(out, e->start >= 0 ? clock_print(e->start, s) : e->length > 0 ? _("varies") : "");
        break;
    case ENTRY_END:
        show_end(e, out);
        break;
    case ENTRY_WHAT:
        text_add(out, e->what);
        break;
    case ENTRY_WHO:
        show_who(plan, e, out);
        break;
    default:
        show_price(e, out);
        break;
    }
}

enum entry_part entry_lacks(const struct entry *e)
{
    if (e->start >= 0 && !e->days)
        return ENTRY_DAYS;
    return e->start >= 0 ? (length_of(e) > 0 ? ENTRY_PARTS : ENTRY_END)
                         : (e->length > 0 ? ENTRY_PARTS : ENTRY_START);
}

void entry_words(const struct plan *plan, const struct entry *e, struct text *out)
{
    static const char *const before[ENTRY_PARTS] = {[ENTRY_START] = " ",
                                                    [ENTRY_END] = "-",
                                                    [ENTRY_WHAT] = " ",
                                                    [ENTRY_WHO] = ", ",
                                                    [ENTRY_PRICE] = ", "};
    for (int part = 0; part < ENTRY_PARTS; part++) {
        struct text t = {0};
        if (part != ENTRY_START || e->start >= 0)
            entry_part_show(plan, (enum entry_part)part, e, &t);
        const char *between = part == ENTRY_END && e->end < 0 ? (e->start >= 0 ? " for " : " ")
                              : before[part]                  ? before[part]
                                                              : "";
        if (t.len > 0)
            text_addf(out, "%s%s", out->len ? between : "", text_str(&t));
        text_free(&t);
    }
}

void entry_of_line(const struct plan *plan, const char *item, struct entry *out)
{
    struct entry e = {.start = -1, .end = -1, .length = -1, .price = -1, .unit = UNIT_HOUR};
    plan_days(plan, F_TIME_DAYS, item, &e.days);
    plan_clock(plan, F_TIME_START, item, &e.start);
    plan_clock(plan, F_TIME_END, item, &e.end);
    if (e.end < 0)
        plan_minutes(plan, F_TIME_MINUTES, item, &e.length);
    if (e.start < 0)
        plan_number(plan, F_TIME_TIMES, item, &e.times);
    snprintf(e.what, sizeof e.what, "%.*s",
             (int)text_fit(plan_str(plan, F_TIME_WHAT, item),
                           strlen(plan_str(plan, F_TIME_WHAT, item)), 120),
             plan_str(plan, F_TIME_WHAT, item));
    if (plan_known(plan, F_TIME_SUPPORTER, item) == KNOWN)
        snprintf(e.supporter, sizeof e.supporter, "%s", plan_str(plan, F_TIME_SUPPORTER, item));
    int unit;
    int64_t every;
    if (plan_number(plan, F_WEEK_EVERY, plan_str(plan, F_TIME_WEEK, item), &every) == KNOWN &&
        every > 1 && every <= 52)
        e.every = (int)every;
    const char *rate = plan_str(plan, F_TIME_RATE, item);
    if (plan_money(plan, F_RATE_PRICE, rate, &e.price) == KNOWN &&
        plan_word(plan, F_RATE_UNIT, rate, &unit) == KNOWN)
        e.unit = (enum unit)unit;
    e.unpaid = plan_is(plan, F_TIME_PAYS, item, "unpaid");
    *out = e;
}
