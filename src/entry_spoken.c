/*
 * Times as they are spoken, "half past nine to eleven", made into times as they are written.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "entry_said.h"

/* An hour of the clock in digits or as a word: 1 to 12; 0 where it is none. */
static int hour_at(const struct said *said, int i)
{
    if (said_is(said, i, " one 1 "))
        return 1;
    int hour = said_free(said, i, 1) ? said_number(said->word[i].text) : 0;
    return hour <= 12 ? hour : 0;
}

static bool has_digit(const struct said *said, int i)
{
    return said_free(said, i, 1) && strpbrk(said->word[i].text, "0123456789");
}

/* Put one word in the place of n words. What was typed stays known. */
static void put_word(struct said *said, int i, int n, const char *text)
{
    struct said_word *word = &said->word[i], *last = word + n - 1;
    word->until = last->until;
    word->tail = last->tail;
    word->comma = last->comma;
    snprintf(word->text, sizeof word->text, "%s", text);
    memmove(word + 1, word + n, (size_t)(said->count - i - n) * sizeof *word);
    said->count -= n - 1;
}

static void put_time(struct said *said, int i, int n, int hour, int minute)
{
    char text[16];
    snprintf(text, sizeof text, minute < 0 ? "%d" : "%d:%02d", hour, minute);
    put_word(said, i, n, text);
}

/* Hours as they stand */

/* "0900hrs" and "9ish": the number alone. */
static void trim_hour(struct said_word *word)
{
    static const char *const ends[] = {"hours", "hrs", "hr", "h", "ish"};
    size_t digits = strspn(word->text, "0123456789"), number = strspn(word->text, "0123456789.:");
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        bool time = i < 4 ? digits == 4 && number == 4 : digits > 0 && digits <= 2;
        if (time && strcmp(word->text + number, ends[i]) == 0)
            word->text[number] = '\0';
    }
}

/* The hour and minute of "9h30" or "9h"; minute is -1 where none is said. */
static bool is_h_time(const struct said *said, int i, int *hour, int *minute)
{
    int64_t h, m;
    char number[3] = "";
    const char *s = said_free(said, i, 1) ? said->word[i].text : "";
    size_t n = strspn(s, "0123456789");
    if (n < 1 || n > 2 || (s[n] != 'h' && s[n] != 'H') || (s[n + 1] && strlen(s + n + 1) != 2))
        return false;
    memcpy(number, s, n);
    bool whole = number_parse(number, 23, &h) == ST_OK;
    *minute = s[n + 1] ? 0 : -1;
    if (s[n + 1] && strcmp(s + n + 1, "00") != 0) {
        whole =
            whole && s[n + 1] >= '0' && s[n + 1] <= '9' && number_parse(s + n + 1, 59, &m) == ST_OK;
        *minute = whole ? (int)m : 0;
    }
    *hour = whole ? (int)h : 0;
    return whole;
}

/* "9h30-11h": between times it is a time, else a length. One of them says its minutes. */
static void take_h_times(struct said *said, int i)
{
    int hour, minute, other_hour, other = -1;
    bool joined = said_is_dash(said, i + 1) || said_is(said, i + 1, SAID_JOINTS);
    bool led = said_is(said, i - 1, " at from "), leads = said_is(said, i + 1, " for ");
    if (!is_h_time(said, i, &hour, &minute))
        return;
    bool pair = joined && is_h_time(said, i + 2, &other_hour, &other);
    if (pair ? minute < 0 && other < 0
             : minute < 0 || !(led || leads || (joined && has_digit(said, i + 2))))
        return;
    put_time(said, i, 1, hour, minute);
    if (pair)
        put_time(said, i + 2, 1, other_hour, other);
}

/* "nine o'clock", "nine am", "nine in the morning": the hour as a number. */
static void take_hour_word(struct said *said, int i)
{
    bool part = said_is(said, i + 1, " in ") && said_is(said, i + 2, " the ") &&
                said_is(said, i + 3, " morning afternoon evening ");
    bool night = said_is(said, i + 1, " at ") && said_is(said, i + 2, " night ");
    int hour = has_digit(said, i) ? 0 : hour_at(said, i);
    if (hour > 0 && (part || night || said_is(said, i + 1, SAID_HALVES SAID_OCLOCK)))
        put_time(said, i, 1, hour, -1);
}

/* "6 in the evening", "10 at night" at word i: "6 pm". Twelve in the morning is left: it may be
 * noon. */
static void take_part_of_day(struct said *said, int i)
{
    struct moment m;
    bool part = said_is(said, i + 1, " in ") && said_is(said, i + 2, " the ");
    bool morning = part && said_is(said, i + 3, " morning ");
    bool late = part && said_is(said, i + 3, " afternoon evening ");
    bool night = said_is(said, i + 1, " at ") && said_is(said, i + 2, " night ");
    int n = night ? 2 : morning || late ? 3 : 0;
    if (n == 0 || said_clock_at(said, i, &m) != 1 || m.half != HALF_OPEN ||
        (morning && m.at >= 12 * 60))
        return;
    bool small = m.at < 6 * 60 || m.at >= 12 * 60; /* twelve and two at night */
    put_word(said, i + 1, n, morning || (night && small) ? "am" : "pm");
}

/* Parts of an hour */

/* The minutes of "half", "quarter", "twenty-five", "10 minutes" at word i; how many words it
 * takes. plain: it could as well be an hour. */
static int part_at(const struct said *said, int i, int *minute, bool *plain)
{
    static const struct {
        const char *words;
        int minute;
    } parts[] = {{" half ", 30},      {" quarter ", 15}, {" twenty-five 25 ", 25},
                 {" twenty 20 ", 20}, {" ten 10 ", 10},  {" five 5 ", 5}};
    for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
        if (!said_is(said, i, parts[p].words) || said->word[i].comma)
            continue;
        int n = 1;
        *minute = parts[p].minute;
        if (*minute == 20 && said_is(said, i + 1, " five ")) {
            *minute = 25;
            n = 2;
        }
        bool unit = *minute != 30 && said_is(said, i + n, " minutes mins min ");
        *plain = (*minute < 15 || has_digit(said, i)) && !unit;
        return n + unit;
    }
    return 0;
}

/* "Ten to nine" is two times unless a third one follows: "ten to nine to eleven". */
static bool goes_on(const struct said *said, int i)
{
    bool joined = said_is_dash(said, i + 1) || said_is(said, i + 1, SAID_JOINTS);
    return joined && hour_at(said, i + 2) > 0 && !said_is(said, i, " five ten 5 10 ");
}

/* "half past nine", "twenty to 8", "half nine" at word i. */
static void take_part_of_hour(struct said *said, int i)
{
    int minute;
    bool plain;
    int n = part_at(said, i, &minute, &plain);
    bool past = said_is(said, i + n, " past after "), to = said_is(said, i + n, " to ");
    bool half = n > 0 && minute == 30;
    if (n == 0 || (half ? to : !past && !to))
        return;
    n += past || to;
    int hour = hour_at(said, i + n);
    if (hour == 0 || (to && plain && !goes_on(said, i + n)))
        return;
    if (to)
        hour = hour == 1 ? 12 : hour - 1;
    put_time(said, i, n + 1, hour, to ? 60 - minute : minute);
}

/* The minutes that a word behind an hour says; 0 for none. */
static int minutes_word(const char *word)
{
    static const struct {
        const char *word;
        int minute;
    } words[] = {{"fifteen", 15}, {"thirty", 30}, {"forty-five", 45}, {"fortyfive", 45}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(word, words[i].word) == 0)
            return words[i].minute;
    return 0;
}

/* "nine thirty", "nine-thirty", "ten fifteen" at word i. */
static void take_hour_and_minutes(struct said *said, int i)
{
    const char *dash = strchr(said->word[i].text, '-');
    if (dash && minutes_word(dash + 1) > 0) {
        struct said one = {.count = 1};
        memcpy(one.word[0].text, said->word[i].text, (size_t)(dash - said->word[i].text));
        if (hour_at(&one, 0) > 0)
            put_time(said, i, 1, hour_at(&one, 0), minutes_word(dash + 1));
    } else if (i + 1 < said->count && minutes_word(said->word[i + 1].text) > 0 &&
               !said->word[i].comma && !has_digit(said, i) && hour_at(said, i) > 0) {
        put_time(said, i, 2, hour_at(said, i), minutes_word(said->word[i + 1].text));
    }
}

/* Whole hours */

/* "to eleven" behind a time; "nine to five" where no time is in digits. "Ten to nine" is a time as
 * well, and "one to one" is none: they stay as they are. */
static void take_hours(struct said *said, int i, bool digits)
{
    bool joined = said_is_dash(said, i) || said_is(said, i, SAID_JOINTS);
    int from = hour_at(said, i - 1), until = hour_at(said, i + 1);
    bool clock = has_digit(said, i - 1) || said_is(said, i - 1, SAID_HALVES SAID_OCLOCK);
    if (!joined || until == 0 || (until == 1 && from <= 3) || said_is(said, i - 1, " five ten "))
        return;
    if (from > 0 && !digits && !clock)
        put_time(said, i - 1, 1, from, -1);
    if (clock || (from > 0 && !digits))
        put_time(said, i + 1, 1, until, -1);
}

static bool any_has(const struct said *said, const char *signs)
{
    for (int i = 0; i < said->count; i++)
        if (strpbrk(said->word[i].text, signs))
            return true;
    return false;
}

/* "at nine" */
static void take_lone_hours(struct said *said)
{
    for (int i = 1; i < said->count; i++)
        if (said_is(said, i - 1, " at from ") && hour_at(said, i) > 0 && !has_digit(said, i))
            put_time(said, i, 1, hour_at(said, i), -1);
}

void said_write_times(struct said *said)
{
    for (int i = 0; i < said->count; i++)
        trim_hour(&said->word[i]);
    bool written = any_has(said, ":"); /* who writes 09:30 has written it; the rest are words */
    bool digits = any_has(said, "0123456789");
    for (int i = 0; i < said->count; i++) {
        take_h_times(said, i);
        take_hour_word(said, i);
        take_part_of_day(said, i);
    }
    if (written)
        return;
    for (int i = 0; i < said->count; i++) {
        take_part_of_hour(said, i);
        take_hour_and_minutes(said, i);
    }
    for (int i = 1; i + 1 < said->count; i++)
        take_hours(said, i, digits);
    take_lone_hours(said);
}
