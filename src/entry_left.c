/*
 * What is left of a timetable line that must not vanish among the words of what it is for: days,
 * amounts, people and times that were said and not understood.
 */
#include <string.h>

#include "entry_said.h"

#define POUND "\xc2\xa3"
#define EACH " a an per each / "
#define UNITS " hour hr h visit call time go night day session week "

/* Something that is left: what is wrong, and where. */
struct left {
    enum said_trouble trouble;
    struct said_spot spot;
};

static bool found(struct left *left, enum said_trouble trouble, int at, int n)
{
    *left = (struct left){trouble, {at, n}};
    return true;
}

static bool is_number(const struct said *said, int i)
{
    const char *s = said_free(said, i, 1) ? said->word[i].text : "";
    return *s >= '0' && *s <= '9' && s[strspn(s, "0123456789.")] == '\0';
}

/* Days */

/* The days that n words from i on name and the line has not. "Su" and "Mo" are names as well. */
static bool more_days(const struct said *said, int i, int n, const struct entry *e)
{
    char run[SAID_RUN * SAID_ROOM];
    weekdays days;
    if (!said_free(said, i, n) || strlen(said_run(said, i, n, run)) < 3)
        return false;
    run[strcspn(run, ")")] = '\0';
    return days_parse(run, &days) == ST_OK && (days & ~e->days) != 0;
}

/* Sunday lunch is a thing to do, and so is sun cream. */
static bool is_weekend(const struct said *said, int i)
{
    int day = said_weekday(said, i);
    return day == 5 || day == 6;
}

/* "mon 9-12 wednesday", "mon 9-12 swimming wed", "mon 9-12 and wed": not "sit in the sun". */
static bool is_day_left(const struct said *said, int i, const struct entry *e, struct left *left)
{
    static const char before[] = " the a my his her our for before after until till by of to from "
                                 "he she they we who i with ready ";
    int from = i - said_is(said, i - 1, " and & plus also on every each ");
    bool two = said_is(said, i, " every each all ") && more_days(said, i, 2, e);
    if (!two && !more_days(said, i, 1, e))
        return false;
    bool behind = from > 0 && said->word[from - 1].used && !two && !is_weekend(said, i);
    bool last = said_ends(said, i + two) && !said_is(said, i - 1, before);
    return (behind || last) && found(left, SAID_MORE_DAYS, i, 1 + two);
}

/* "every other day", "alternate days" */
static bool is_other_day(const struct said *said, int i, struct left *left)
{
    bool each =
        said_is(said, i, " every each ") && said_is(said, i + 1, " other second 2nd third ");
    int n = each ? 2 : said_is(said, i, " alternate ");
    return n > 0 && said_is(said, i + n, " day days night nights ") &&
           found(left, SAID_WHICH_DAYS, i, n + 1);
}

/* How often */

/* "twice a day" of a line that has a time, or "3 times a week" of one with fewer days. */
static bool is_often(const struct said *said, int i, const struct entry *e, struct left *left)
{
    enum period period;
    bool alone = said_is(said, i, " once twice ");
    bool times = said_free(said, i, 1) && said_number(said->word[i].text) > 0 &&
                 said_is(said, i + 1, " times days x ");
    int n = alone ? 1 : times ? 2 : 0, more = n > 0 ? said_period_at(said, i + n, &period) : 0;
    if (e->start < 0 || more == 0 || period == PERIOD_OTHER ||
        (!alone && said_number(said->word[i].text) == days_count(e->days)))
        return false;
    return found(left, period == PERIOD_DAY ? SAID_TWO_TIMES : SAID_WHICH_DAYS, i, n + more);
}

/* "15 minutes every 2 hours", "30 minutes x 4" */
static bool is_through_day(const struct said *said, int i, const struct entry *e, struct left *left)
{
    bool each = said_is(said, i, " every each ") && i + 1 < said->count &&
                (said->word[i + 1].used || is_number(said, i + 1)) &&
                strpbrk(said->word[i + 1].text, "0123456789");
    bool sign = said_is(said, i, " x ") && is_number(said, i + 1);
    if (e->start >= 0 ? !sign : !each && !sign && !said_is(said, i, " hourly "))
        return false;
    return found(left, SAID_HOW_OFTEN, i, each || sign ? 2 : 1);
}

/* A second time or length: "mon 3 hours, tue 2 hours", "mon 9-10 wash, 6pm tea". */
static bool is_second_time(const struct said *said, int i, const struct entry *e, struct left *left)
{
    minutes length;
    struct moment m;
    int n = e->start < 0 ? said_length(said, i, &length) : 0;
    if (n == 0 && e->start >= 0 && said_begins(said, i) &&
        strchr("0123456789", said->word[i].text[0])) {
        n = said_clock_at(said, i, &m);
        n = n > 0 && m.half == HALF_SAID ? n : 0;
    }
    return n > 0 && found(left, SAID_TWO_TIMES, i, n);
}

/* Money */

/* "20 a week" without a sign that it is money; "15" that stands alone. */
static bool is_bare_amount(const struct said *said, int i, const struct entry *e,
                           struct said_spot clock, struct left *left)
{
    bool each = said_is(said, i + 1, EACH) && said_is(said, i + 2, UNITS);
    bool at = said_is(said, i, " @ ") || said->word[i].text[0] == '@';
    if (at && e->start < 0)
        return found(left, SAID_NO_END, i, 1);
    if (!is_number(said, i))
        return false;
    if (each)
        return found(left, SAID_BARE_PRICE, i, 3);
    if (clock.n > 0 && i + 1 == clock.at) /* "9,10-11" */
        return found(left, SAID_TWO_WAYS, i, 1 + clock.n);
    return said_begins(said, i) && said_ends(said, i) &&
           found(left, e->start < 0 ? SAID_NO_END : SAID_BARE_PRICE, i, 1);
}

/* An amount that stands where a price does and is none: "200 pounds pcm", "15-20 pounds". */
static bool is_odd_amount(const struct said *said, int i, const struct entry *e, struct left *left)
{
    const char *s = said->word[i].text;
    bool money = strncmp(s, POUND, 2) == 0 || *s == '$' || strncmp(s, "\xe2\x82\xac", 3) == 0;
    int n = 1;
    if (!money || !(said_begins(said, i) || said_ends(said, i)))
        return false;
    while (n < 4 && said_goes_on(said, i + n))
        n++;
    return found(left, e->price < 0 ? SAID_ODD_PRICE : SAID_TWO_PRICES, i, n);
}

/* What stands beside the price and may change it: "about", "per trip", "+ VAT". */
static bool is_beside_price(const struct said *said, int i, const struct entry *e,
                            struct left *left)
{
    struct said_spot price = said->price;
    bool before = said_is(said, i, " - + to up from ");
    bool behind = said_is(said, i,
                          " per a an each every half quarter flat plus + - to or x vat "
                          "inc incl including return pcm pm each-way /trip /month ");
    bool count = said_is(said, i, " for ") && i + 1 < said->count &&
                 strpbrk(said->word[i + 1].text, "0123456789");
    if (e->price < 0 || price.n == 0)
        return false;
    if (i + 1 == price.at && before && !said->word[i].comma)
        return found(left, SAID_ODD_PRICE, i, 1);
    if (i != price.at + price.n || !(behind || count || is_number(said, i)))
        return false;
    return found(left, SAID_ODD_PRICE, i, 1 + said_goes_on(said, i + 1));
}

enum said_trouble said_find_left(const struct said *said, const struct entry *e,
                                 struct said_spot clock, struct said_spot *spot)
{
    struct left left = {SAID_FINE, {0, 0}};
    for (int i = 0; i < said->count && !left.trouble; i++)
        if (said_free(said, i, 1))
            (void)(is_day_left(said, i, e, &left) || is_other_day(said, i, &left) ||
                   is_often(said, i, e, &left) || is_through_day(said, i, e, &left) ||
                   is_second_time(said, i, e, &left) || is_beside_price(said, i, e, &left) ||
                   is_bare_amount(said, i, e, clock, &left) || is_odd_amount(said, i, e, &left));
    *spot = left.spot;
    return left.trouble;
}
