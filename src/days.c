#include "supportplan/days.h"

#include <assert.h>
#include <string.h>

#include "supportplan/scan.h"

static const char *const day_names[] = {
    N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday"),
};
static const char *const day_shorts[] = {
    N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
};

#define WEEKDAYS_WORK ((weekdays)0x1f)
#define WEEKDAYS_END ((weekdays)0x60)

int day_of(const char *word, size_t shortest)
{
    return scan_name(word, day_names, 7, shortest);
}

static weekdays day_bit(int weekday)
{
    return (weekdays)(1U << weekday);
}

/* Take a day's name off the start: at least two letters of it, or more of them: "Mondays", "weds".
 */
static bool take_day(struct scan *sc, int *weekday)
{
    char word[sizeof sc->t.word];
    memcpy(word, sc->t.word, sizeof word);
    size_t len = strlen(word);
    int found = day_of(word, 2);
    if (found < 0 && len > 3 && word[len - 1] == 's') {
        word[len - 1] = '\0';
        found = day_of(word, 2);
    }
    if (found < 0)
        return false;
    *weekday = found;
    scan_next(sc);
    scan_take_sign(sc, ".");
    return true;
}

/* Take a day, or the days from one to another, off the start. From Friday to Monday is four. */
static bool take_day_range(struct scan *sc, weekdays *set)
{
    int first;
    int last;
    if (!take_day(sc, &first))
        return false;
    *set |= day_bit(first);
    if (!scan_take_sign(sc, "-") && !scan_take_word(sc, " to until till through thru thro "))
        return true;
    scan_take_word(sc, " to "); /* "through to" */
    if (!take_day(sc, &last) || last == first)
        return false;
    for (int day = first; day != last; day = (day + 1) % 7)
        *set |= day_bit(day);
    *set |= day_bit(last);
    return true;
}

static bool take_day_words(struct scan *sc, weekdays *set)
{
    if (scan_take_word(sc, " every each all ")) {
        if (scan_take_word(sc, " day days "))
            *set |= WEEKDAYS_ALL;
        return true;
    }
    if (scan_take_word(sc, " everyday daily "))
        *set |= WEEKDAYS_ALL;
    else if (scan_take_word(sc, " weekday weekdays wkday wkdays "))
        *set |= WEEKDAYS_WORK;
    else if (scan_take_word(sc, " weekend weekends wkend wkends "))
        *set |= WEEKDAYS_END;
    else
        return take_day_range(sc, set);
    return true;
}

/* The spelling of a plan's file, "Mon Tue Sun", at sight: the sums read it over and over. */
static bool read_canonical(const char *s, weekdays *out)
{
    weekdays set = 0;
    for (int day = 0; day < 7; day++) {
        const char *name = day_shorts[day];
        if (s[0] != name[0] || s[1] != name[1] || s[2] != name[2])
            continue;
        set |= day_bit(day);
        s += 3;
        if (*s == '\0') {
            *out = set;
            return true;
        }
        if (*s++ != ' ')
            return false;
    }
    return false;
}

enum status days_parse(const char *s, weekdays *out)
{
    weekdays set = 0;
    if (read_canonical(s, out))
        return ST_OK;
    for (struct scan sc = scan_begin(s); !scan_at_end(&sc);)
        if (!scan_take_sign(&sc, ",;&/+") && !scan_take_word(&sc, " and on at the ") &&
            !take_day_words(&sc, &set))
            return ST_SYNTAX;
    if (set == 0)
        return ST_SYNTAX;
    *out = set;
    return ST_OK;
}

char *days_print(weekdays d, char out[32])
{
    char *to = out;
    for (int day = 0; day < 7; day++) {
        if (!(d & day_bit(day)))
            continue;
        if (to > out)
            *to++ = ' ';
        memcpy(to, day_shorts[day], 3);
        to += 3;
    }
    *to = '\0';
    return out;
}

const char *day_name(int weekday)
{
    assert(weekday >= 0 && weekday < 7);
    return _(day_names[weekday]);
}

const char *day_short(int weekday)
{
    assert(weekday >= 0 && weekday < 7);
    return _(day_shorts[weekday]);
}

int days_count(weekdays d)
{
    int count = 0;
    for (int day = 0; day < 7; day++)
        count += (d & day_bit(day)) != 0;
    return count;
}

static void list_days(struct text *out, weekdays d)
{
    int left = days_count(d);
    int shown = 0;
    for (int day = 0; day < 7; day++) {
        if (!(d & day_bit(day)))
            continue;
        left--;
        if (shown > 0)
            text_add(out, left > 0 ? _(", ") : _(" and "));
        text_add(out, day_name(day));
        shown++;
    }
}

void days_words(struct text *out, weekdays d)
{
    int first = 0;
    while (first < 6 && !(d & day_bit(first)))
        first++;
    int last = first;
    while (last < 6 && (d & day_bit(last + 1)))
        last++;
    if (d == WEEKDAYS_ALL)
        text_add(out, _("every day"));
    else if (last - first >= 2 && days_count(d) == last - first + 1)
        text_addf(out, _("%s to %s"), day_name(first), day_name(last));
    else
        list_days(out, d);
}
