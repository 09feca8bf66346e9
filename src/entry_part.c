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
    [ENTRY_DAYS] = N_("Type for example mon-fri, every other sat, or varies."),
    [ENTRY_START] = N_("Type for example 14:30, or varies."),
    [ENTRY_END] = N_("Type for example 15:30, or 2 hours."),
    [ENTRY_WHAT] = N_("It is too long for me. Use fewer words."),
    [ENTRY_WHO] = N_("Two may be called that, or two are named. Type one whole name."),
    [ENTRY_PRICE] = N_("Type for example 13.50 an hour, 50 a week, or unpaid."),
};

#define VARIES                                                                                     \
    "|varies|vary|it varies|any|any day|any time|days vary|times vary|different days|"             \
    "different times|various|flexible|"
#define UNPAID "|unpaid|not paid|nothing|for nothing|free|for free|no charge|none|nil|"

bool entry_is_unsure(const char *text)
{
    return text_is_one_of(
        text,
        "|?|unsure|not sure|not sure yet|don't know|don\xe2\x80\x99t know|dont know|do not know|"
        "don't know yet|not known|not known yet|no idea|");
}

/* The length of a line with a start; -1 where it has none. */
static minutes length_of(const struct entry *e)
{
    if (e->end < 0)
        return e->length;
    return e->end > e->start ? e->end - e->start : e->end - e->start + MINUTES_DAY;
}

/* Read a time that stands alone. */
static enum status read_moment(const char *text, struct moment *out)
{
    struct said said;
    char at[80];
    if (snprintf(at, sizeof at, "at %s", text) >= (int)sizeof at || said_split(at, &said))
        return ST_SYNTAX;
    said_write_times(&said);
    int i = 1;
    while (said_is(&said, i, " at from about around "))
        i++;
    int n = said_clock_at(&said, i, out);
    if (n > 0 && i + n == said.count)
        return ST_OK;
    /* "9 30", "9,30": nothing else is asked for here */
    if (i + 2 != said.count || strlen(said.word[i + 1].text) != 2)
        return ST_SYNTAX;
    snprintf(at, sizeof at, "%.3s:%s", said.word[i].text, said.word[i + 1].text);
    out->half = *at == '0' ? HALF_FULL : HALF_OPEN;
    return clock_parse(at, &out->at);
}

enum status entry_clock_parse(const char *text, minutes *out)
{
    struct moment m;
    enum status st = read_moment(text, &m);
    if (!st)
        *out = m.at;
    return st;
}

enum status entry_start_parse(const char *text, minutes *out)
{
    struct moment m;
    enum status st = read_moment(text, &m);
    if (!st && m.half == HALF_OPEN && said_is_afternoon(m.at))
        m.at += MINUTES_DAY / 2;
    if (!st)
        *out = m.at;
    return st;
}

/* Read a whole time, as a line has it: "09:00-17:00", "09:00 for 3 hours". */
static bool read_clock(const char *text, struct entry *e)
{
    struct said said;
    struct said_spot spot;
    struct entry new = {.start = -1, .end = -1, .length = -1};
    if (said_split(text, &said))
        return false;
    said_write_times(&said);
    if (said_find_clock(&said, &new, &spot) || spot.n != said.count)
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

/* "every day except Sunday", "all week", "mornings": as a line has them. */
static bool read_said_days(const char *text, weekdays *out)
{
    struct said said;
    struct entry new = {.days = 0};
    if (said_split(text, &said))
        return false;
    said_find_days(&said, &new, (struct said_spot){-1, 1});
    for (int i = 0; i < said.count; i++)
        if (!said.word[i].used &&
            !said_is(&said, i, SAID_DAY_PARTS "morning afternoon evening night in the "))
            return false;
    *out = new.days;
    return new.days != 0;
}

static bool read_days(const char *text, struct entry *e)
{
    weekdays days = 0;
    int every;
    if (entry_every_parse(text, &every) == ST_OK && !strpbrk(text, "0123456789")) {
        e->every = every > 1 ? every : 0;
        return true;
    }
    if (*text && !text_is_one_of(text, VARIES) && days_parse(text, &days) != ST_OK &&
        !read_said_days(text, &days))
        return read_every(text, e);
    e->days = days;
    e->every = 0;
    return true;
}

/* A new start keeps the length. */
static bool read_start(const char *text, struct entry *e)
{
    minutes start, length = e->start < 0 ? -1 : length_of(e);
    if (!*text || text_is_one_of(text, VARIES)) {
        if (e->start >= 0)
            e->length = length;
        e->start = e->end = -1;
        return true;
    }
    if (entry_start_parse(text, &start) != ST_OK || start >= MINUTES_DAY)
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

/* A string without one of some words and a blank before it. */
static const char *without(const char *text, const char *const words[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t n = strlen(words[i]);
        if (strncasecmp(text, words[i], n) == 0 && text[n] == ' ')
            return text + n + 1;
    }
    return text;
}

/* "10:00", as it is shown: of a clock of twenty-four hours, however long that makes the line. */
static bool is_exact(const char *clock)
{
    return strlen(clock) == 5 && clock[2] == ':';
}

/* A start in a way that leaves the end open: "4" behind 1.00pm is in the afternoon. There is no
 * colon in it, for who writes one says no time in words. */
static void say_start(minutes m, char out[16])
{
    int hour = m / 60;
    snprintf(out, 16, "%d.%02d%s", hour % 12 == 0 ? 12 : hour % 12, m % 60,
             hour < 12 ? "am" : "pm");
}

/* A length with an "h" is as well a time: "1h30" is a length here, as it is shown. */
static bool read_end(const char *text, struct entry *e)
{
    static const char *const until[] = {"until", "till", "til", "to"}, *const lasts[] = {"for"};
    char whole[160], start[16];
    minutes at;
    if (e->start < 0)
        return read_varying(text, e);
    const char *end = without(text, until, sizeof until / sizeof *until);
    bool length = end == text && minutes_parse(text, &at) == ST_OK && strpbrk(text, "hH");
    bool clock = !length && entry_clock_parse(end, &at) == ST_OK;
    if (clock && is_exact(end)) {
        e->end = at == 0 ? MINUTES_DAY : at;
        e->length = -1;
        e->times = 0;
        return true;
    }
    say_start(e->start, start);
    int n = snprintf(whole, sizeof whole, "%s %s %s", start, clock ? "-" : "for",
                     clock ? end : without(text, lasts, 1));
    return n < (int)sizeof whole && read_clock(whole, e);
}

enum status entry_end_parse(minutes start, const char *text, minutes *out)
{
    struct entry e = {.start = start, .end = -1, .length = -1};
    if (!read_end(text, &e))
        return ST_SYNTAX;
    if (e.end < 0 && e.length > MINUTES_DAY)
        return ST_RANGE;
    minutes end = e.end >= 0 ? e.end : (start + e.length) % MINUTES_DAY;
    *out = end == 0 ? MINUTES_DAY : end;
    return ST_OK;
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
    if (entry_is_unsure(text)) /* that is nobody's name */
        return false;
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

/* In this field a bare number is a price, and "50p" is one: it is given the sign that says so. */
static bool write_price(const char *text, char *out, size_t room)
{
    char first[64], s[MONEY_ROOM];
    pence price;
    size_t n = strcspn(text, " ");
    if (n < sizeof first) {
        memcpy(first, text, n);
        first[n] = '\0';
    }
    bool bare = n < sizeof first && *text >= '0' && *text <= '9';
    bool money = bare && money_parse(first, &price) == ST_OK;
    int len = snprintf(out, room, "%s%s%s", bare ? "\xc2\xa3" : "",
                       money ? money_print(price, s) : "", money ? text + n : text);
    return len < (int)room;
}

static bool read_price(const char *text, struct entry *e)
{
    struct said said;
    char priced[160];
    struct entry new = {.price = -1, .unit = UNIT_HOUR};
    bool unpaid = text_is_one_of(text, UNPAID);
    if (*text && !unpaid) {
        if (!write_price(text, priced, sizeof priced) || said_split(priced, &said))
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

/* What to do instead of an answer that is not understood. */
static const char *right_for(enum entry_part part, const char *text, const struct entry *e)
{
    if ((part == ENTRY_WHO || part == ENTRY_PRICE) && entry_is_unsure(text))
        return _("Leave it empty for now. You can add it later.");
    if (part == ENTRY_PRICE && (strcasestr(text, "month") || strcasestr(text, "fortnight")))
        return _(SAID_PRICE_UNITS);
    if (part == ENTRY_END && e->start < 0)
        return _("Type for example 10 hours a week.");
    return _(rights[part]);
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
    fault_set(fault, ST_SYNTAX, 0, _("I can't use \"%s\" here. %s"), text_str(&t),
              right_for(part, text, e));
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
    if (*e->week)
        text_addf(out, ", %s", plan_str(plan, F_WEEK_NAME, e->week));
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
