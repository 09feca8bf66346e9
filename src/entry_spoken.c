/*
 * Times as they are spoken, "half past nine to eleven", made into times as they are written.
 */
#include <stdio.h>
#include <string.h>

#include "entry_said.h"

/* An hour of the clock in digits or as a word: 1 to 12; 0 where it is none. */
static int hour_at(const struct said *said, int i)
{
    if (said_is(said, i, " one 1 "))
        return 1;
    int hour = said_free(said, i, 1) ? said_number(said->word[i].text) : 0;
    return hour <= 12 ? hour : 0;
}

/* Put one word in the place of n words. */
static void put_word(struct said *said, int i, int n, int hour, int minute)
{
    struct said_word *word = &said->word[i];
    bool apart = word->apart;
    *word = said->word[i + n - 1];
    word->apart = apart;
    snprintf(word->text, sizeof word->text, minute < 0 ? "%d" : "%d:%02d", hour, minute);
    memmove(word + 1, word + n, (size_t)(said->count - i - n) * sizeof *word);
    said->count -= n - 1;
}

/* What stands between two times, or between one and a length. */
static bool joins(const struct said *said, int i)
{
    return said_is_dash(said, i) || said_is(said, i, " to until till til and for between ");
}

/* "half past nine", "quarter to 8", "half nine" at word i, where it begins or ends a time. */
static bool take_part_of_hour(struct said *said, int i)
{
    bool half = said_is(said, i, " half "), quarter = said_is(said, i, " quarter ");
    bool past = said_is(said, i + 1, " past after "), to = quarter && said_is(said, i + 1, " to ");
    if (!half && !(quarter && (past || to)))
        return false;
    int n = past || to ? 2 : 1, hour = hour_at(said, i + n);
    if (hour == 0 || said->word[i].comma || !(joins(said, i - 1) || joins(said, i + n + 1)))
        return false;
    if (to)
        hour = hour == 1 ? 12 : hour - 1;
    put_word(said, i, n + 1, hour, half ? 30 : to ? 45 : 15);
    return true;
}

/* "to eleven" behind a time; "nine to five" where no time is in digits. "Ten to nine" is a time as
 * well, and "one to one" is none: they stay as they are. */
static void take_hours(struct said *said, int i, bool digits)
{
    bool joined = said_is_dash(said, i) || said_is(said, i, " to until till til ");
    int from = hour_at(said, i - 1), until = hour_at(said, i + 1);
    bool clock = strpbrk(said->word[i - 1].text, "0123456789") != NULL;
    if (!joined || until == 0 || (until == 1 && from <= 3) || said_is(said, i - 1, " five ten "))
        return;
    if (from > 0 && !digits && !clock)
        put_word(said, i - 1, 1, from, -1);
    if (clock || (from > 0 && !digits))
        put_word(said, i + 1, 1, until, -1);
}

static bool any_has(const struct said *said, const char *signs)
{
    for (int i = 0; i < said->count; i++)
        if (strpbrk(said->word[i].text, signs))
            return true;
    return false;
}

void said_write_times(struct said *said)
{
    if (any_has(said, ":")) /* who writes 09:30 has written it; the other words are not times */
        return;
    bool digits = any_has(said, "0123456789");
    for (int i = 0; i < said->count; i++)
        take_part_of_hour(said, i);
    for (int i = 1; i + 1 < said->count; i++)
        take_hours(said, i, digits);
}
