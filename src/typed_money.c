/*
 * Amounts of money as they are typed, with what they are for.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "supportplan/typed.h"

/* What stands behind an amount, in small letters, without points, "/" being "a". */
static const struct {
    const char *tails, *word;
} units[] = {
    {"|a week|each week|every week|per week|weekly|pw|p w|a w|a wk|per wk|week|", "week"},
    {"|every 4 weeks|every four weeks|per 4 weeks|a 4 weeks|4 weekly|four weekly|4-weekly|"
     "four-weekly|for 4 weeks|for four weeks|each 4 weeks|every 4 wks|",
     "4weeks"},
    {"|a month|each month|every month|per month|monthly|pm|p m|pcm|a mth|month|", "month"},
    {"|a year|each year|every year|per year|yearly|pa|p a|per annum|annually|a yr|year|", "year"},
    {"|once|one off|one-off|only once|once only|just once|", "once"},
    {"|an hour|a hour|each hour|every hour|per hour|hourly|ph|p h|a hr|an hr|per hr|a h|hour|hr|",
     "hour"},
    {"|a visit|each visit|per visit|a call|per call|each call|a time|each time|a go|", "visit"},
    {"|a night|each night|every night|per night|nightly|pn|", "night"},
    {"|a day|each day|every day|per day|daily|pd|", "day"},
    {"|a session|each session|per session|", "session"},
    {"|a fortnight|every fortnight|per fortnight|fortnightly|every 2 weeks|every two weeks|"
     "a quarter|quarterly|per quarter|every quarter|",
     "other"},
};

static bool is_blank(char c)
{
    return c && strchr(" \t\r\n", c);
}

static char small(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return c;
}

/* Write a tail as the table has it: "/hr" as "a hr", "P.W." as "pw", without "quid" before it. */
static void plain_tail(const char *s, char out[40])
{
    size_t n = 0;
    memset(out, 0, 40);
    for (; *s && n < 36; s++) {
        bool gap = is_blank(*s) || *s == ',';
        if (*s == '/') {
            if (n > 0 && out[n - 1] != ' ')
                out[n++] = ' ';
            out[n++] = 'a';
            out[n++] = ' ';
        } else if (gap && n > 0 && out[n - 1] != ' ') {
            out[n++] = ' ';
        } else if (!gap && *s != '.') {
            out[n++] = small(*s);
        }
    }
    while (n > 0 && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    if (strncmp(out, "quid", 4) == 0 && (out[4] == '\0' || out[4] == ' '))
        memmove(out, out + 4 + (out[4] == ' '), strlen(out + 4 + (out[4] == ' ')) + 1);
}

/* The word for what stands behind an amount; NULL where that is not understood. */
static const char *unit_of(const char *tail)
{
    char plain[40];
    plain_tail(tail, plain);
    if (*plain == '\0')
        return "";
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (text_is_one_of(plain, units[i].tails))
            return units[i].word;
    return NULL;
}

enum status typed_money(const char *text, pence *p, char word[NAME_MAX_LEN + 1])
{
    char amount[64];
    enum status st = money_parse(text, p);
    if (st != ST_SYNTAX) {
        if (!st)
            word[0] = '\0';
        return st;
    }
    for (size_t n = strcspn(text, "0123456789"); text[n] && n + 1 < sizeof amount; n++) {
        pence found;
        if (n == 0)
            continue;
        memcpy(amount, text, n);
        amount[n] = '\0';
        if (money_parse(amount, &found) != ST_OK || (text[n] >= '0' && text[n] <= '9'))
            continue;
        const char *unit = unit_of(text + n);
        if (!unit)
            continue;
        *p = found;
        snprintf(word, NAME_MAX_LEN + 1, "%s", unit);
        return ST_OK;
    }
    return ST_SYNTAX;
}
