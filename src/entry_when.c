/*
 * When a timetable line happens at no certain time: how long and how often.
 */
#include <string.h>

#include "entry_said.h"

/* "a week", "a day" */

#define EACH " a an per each every "
#define LONGER " fortnight month quarter year "

int said_period_at(const struct said *said, int i, enum period *out)
{
    static const struct {
        const char *alone, *after_each;
        enum period period;
    } periods[] = {
        {" weekly pw p/w /week /wk ", " week wk ", PERIOD_WEEK},
        {" daily /day ", " day ", PERIOD_DAY},
        {" fortnightly monthly yearly quarterly bi-weekly biweekly ", LONGER, PERIOD_OTHER},
    };
    for (size_t p = 0; p < sizeof periods / sizeof *periods; p++) {
        bool each = said_is(said, i, EACH) && said_is(said, i + 1, periods[p].after_each);
        if (!each && !said_is(said, i, periods[p].alone))
            continue;
        *out = periods[p].period;
        return each ? 2 : 1;
    }
    return 0;
}

/* No certain time */

/* More often in a week nothing comes. */
#define TIMES_MAX 999

/* A number of times in digits or as a word; 0 where it is none. */
static int times_number(const char *s)
{
    int64_t n;
    bool digits = *s && s[strspn(s, "0123456789")] == '\0';
    return digits && number_parse(s, TIMES_MAX, &n) == ST_OK && n > 1 ? (int)n : said_number(s);
}

/* "3 x a week", "3x week" at word i: how many words the sign takes with its number; 0 for none. */
static int times_sign(const struct said *said, int i, int *times)
{
    char number[SAID_ROOM] = "";
    size_t len = said_free(said, i, 1) ? strlen(said->word[i].text) : 0;
    enum period period;
    if (len == 0)
        return 0;
    memcpy(number, said->word[i].text, len + 1);
    bool joined = len > 1 && (number[len - 1] == 'x' || number[len - 1] == 'X');
    if (joined)
        number[len - 1] = '\0';
    int n = joined ? 1 : said_is(said, i + 1, " x ") ? 2 : 0;
    *times = times_number(number);
    minutes length; /* "4 x 30 min" */
    bool each = said_period_at(said, i + n, &period) > 0 || said_is(said, i + n, " week wk day ") ||
                (n == 2 && said_length(said, i + n, &length) > 0);
    return n > 0 && *times > 0 && each ? n : 0;
}

static void take_sign(struct said *said, int i, int n, enum period *period)
{
    int more = said_period_at(said, i + n, period);
    if (more == 0 && said_is(said, i + n, " week wk day ")) { /* "3x week" */
        *period = said_is(said, i + n, " day ") ? PERIOD_DAY : PERIOD_WEEK;
        more = 1;
    }
    said_use(said, i, n + more);
}

/* "twice", "3 times a week", "4 visits a day": how often; what is counted stays among the words. */
static int take_times(struct said *said, enum period *period)
{
    for (int i = 0; i < said->count; i++) {
        int times = 0, sign = times_sign(said, i, &times);
        if (sign > 0) {
            take_sign(said, i, sign, period);
            return times;
        }
        times = said_is(said, i, " once ")    ? 1
                : said_is(said, i, " twice ") ? 2
                : said_free(said, i, 1)       ? times_number(said->word[i].text)
                                              : 0;
        bool alone = said_is(said, i, " once twice ");
        minutes length; /* "two half hour visits a day" */
        int each = times > 0 ? said_length(said, i + 1, &length) : 0;
        bool counted = said_is(said, i + 1 + each, " visits calls sessions ") &&
                       said_period_at(said, i + 2 + each, period) > 0;
        bool days = said_is(said, i + 1, " day days night nights ") && said_has_length(said);
        bool whole = days || said_is(said, i + 1, " times ");
        if (times == 0 || (!alone && !counted && !whole))
            continue;
        int n = alone ? 1 : counted ? 2 + each : 2;
        said_use(said, i, alone || counted ? 1 : 2);
        said_use(said, i + n, said_period_at(said, i + n, period));
        return times;
    }
    return 0;
}

static bool take_length(struct said *said, minutes *length, enum period *period)
{
    for (int i = 0; i < said->count; i++) {
        int n = said_length(said, i, length);
        if (n == 0)
            continue;
        said_use(said, i, n);
        if (said_is(said, i + n, " each "))
            said_use(said, i + n++, 1);
        if (said_is(said, i + n, " time "))
            said_use(said, i + n++, 1);
        said_use(said, i + n, said_period_at(said, i + n, period));
        return true;
    }
    return false;
}

/* "times vary" is what such a line is: nothing more to note. */
static void take_vary(struct said *said)
{
    for (int i = 0; i < said->count; i++) {
        if (!said_is(said, i, " varies vary varying flexible "))
            continue;
        said_use(said, i, 1);
        if (said_is(said, i - 1, " times days time "))
            said_use(said, i - 1, 1);
    }
}

/* A line holds its minutes a week in all. What is said of a day, or of several days, is for each.
 */
static enum said_trouble count_week(struct entry *e, int times, enum period of_times,
                                    enum period of_length)
{
    bool daily = of_times == PERIOD_DAY || (times == 0 && of_length == PERIOD_DAY);
    if (daily && !e->days)
        e->days = WEEKDAYS_ALL;
    int days = days_count(e->days);
    bool each_day = daily || (times == 0 && days > 0 && of_length == PERIOD_NONE) ||
                    (times < days && times > 0 && of_times == PERIOD_NONE);
    if (each_day)
        times = (times > 0 ? times : 1) * days;
    int64_t total = e->length;
    if (times > 0 && of_length != PERIOD_WEEK)
        total *= times;
    if (total > MINUTES_WEEK || times > TIMES_MAX)
        return SAID_TOO_MUCH;
    e->length = (minutes)total;
    e->times = times;
    return SAID_FINE;
}

/* A time that begins and has no end. */
static bool has_start(const struct said *said)
{
    struct moment m;
    for (int i = 0; i < said->count; i++) {
        bool digit = said->word[i].text[0] >= '0' && said->word[i].text[0] <= '9';
        if ((digit || said_is(said, i, SAID_CLOCK_NAMES)) && said_clock_at(said, i, &m) > 0)
            return true;
    }
    return false;
}

enum said_trouble said_find_varying(struct said *said, struct entry *e)
{
    enum period of_times = PERIOD_NONE, of_length = PERIOD_NONE;
    take_vary(said);
    int times = take_times(said, &of_times);
    if (!take_length(said, &e->length, &of_length)) {
        if (said_suspect(said, SAID_TWO_WAYS, (struct said_spot){0, 0}).n > 0)
            return SAID_TWO_WAYS;
        return has_start(said) ? SAID_NO_END : SAID_NO_TIME;
    }
    if (of_times == PERIOD_OTHER || of_length == PERIOD_OTHER)
        return SAID_NOT_WEEKLY;
    return count_week(e, times, of_times, of_length);
}

void said_drop_often(struct said *said, weekdays days)
{
    struct said_spot counted = said_counted_days(said);
    if (counted.n > 0 && said_number(said->word[counted.at].text) == days_count(days))
        said_use(said, counted.at, counted.n);
    struct said without = *said;
    enum period period = PERIOD_NONE;
    int times = take_times(&without, &period);
    if (times > 0 && times == days_count(days) && period == PERIOD_WEEK)
        *said = without;
}

/* "1st monday", "last fri": a day that is one of a month's. It is crossed out by now. */
static bool is_of_month(const struct said *said, int i)
{
    if (i < 1 || !said->word[i].used ||
        !said_is(said, i - 1, " first 1st second 2nd third 3rd fourth 4th last "))
        return false;
    struct said day = {.count = 1};
    day.word[0] = said->word[i];
    day.word[0].used = false;
    return said_weekday(&day, 0) >= 0;
}

/* "every 3 months", "every few weeks", "every couple of weeks": how many words. */
static int some_weeks_at(const struct said *said, int i)
{
    if (!said_is(said, i, " every each ") || !said_free(said, i + 1, 1))
        return 0;
    bool number = said_number(said->word[i + 1].text) > 0;
    if (!number && !said_is(said, i + 1, " few couple other so "))
        return 0;
    int n = 2 + said_is(said, i + 2, " of many ");
    return said_is(said, i + n, " week weeks month months quarter quarters year years ") ? n + 1
                                                                                         : 0;
}

struct said_spot said_not_weekly(const struct said *said)
{
    for (int i = 0; i < said->count; i++) {
        int some = some_weeks_at(said, i);
        if (some > 0)
            return (struct said_spot){i, some};
        if (is_of_month(said, i) && !said_is(said, i + 1, " of in "))
            return (struct said_spot){i - 1, 2};
        /* "first Monday of the month": the day is crossed out by now */
        int the = said_is(said, i + 1, " the each every ");
        if (i > 1 && said_is(said, i, " of in ") && said_is(said, i + 1 + the, " month ") &&
            said->word[i - 1].used &&
            said_is(said, i - 2, " first 1st second 2nd third 3rd fourth 4th last "))
            return (struct said_spot){i, 2 + the};
        bool edge =
            i == 0 || i + 1 == said->count || said->word[i - 1].used || said->word[i - 1].comma;
        if (edge && said_is(said, i, " monthly yearly quarterly bi-weekly biweekly "))
            return (struct said_spot){i, 1};
        if (said_is(said, i, EACH) && said_is(said, i + 1, LONGER) &&
            (i == 0 || said->word[i - 1].used || i + 2 == said->count ||
             said_is(said, i - 1, " once twice ")))
            return (struct said_spot){i, 2};
    }
    return (struct said_spot){0, 0};
}
