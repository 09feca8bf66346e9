/*
 * The days of a timetable line.
 */
#include "entry_said.h"

/* The longest run of words from i on that names days, and no more. "we" is not Wednesday. */
static int days_at(const struct said *said, int i, weekdays *out)
{
    char run[SAID_RUN * SAID_ROOM];
    for (int n = SAID_RUN; n > 0; n--) {
        bool bad = said_is(said, i + n - 1, " and on at the "); /* not theirs: "mon at the pool" */
        for (int j = i; j < i + n; j++)
            bad = bad || said_is(said, j, " we ");
        if (!bad && said_free(said, i, n) && days_parse(said_run(said, i, n, run), out) == ST_OK)
            return n;
    }
    return 0;
}

int said_weekday(const struct said *said, int i)
{
    char run[SAID_RUN * SAID_ROOM];
    weekdays days;
    if (!said_free(said, i, 1) || said_is(said, i, " we ") ||
        days_parse(said_run(said, i, 1, run), &days) != ST_OK || days_count(days) != 1)
        return -1;
    int day = 0;
    while (!(days >> day & 1))
        day++;
    return day;
}

/* A row of words that stands for days and that no calendar has; how many words it takes. */
static int words_for_days(const struct said *said, int i, weekdays *out)
{
    static const char parts[] =
        " night nights morning mornings afternoon afternoons evening evenings ";
    *out = WEEKDAYS_ALL;
    if (said_is(said, i, " every each ") && said_is(said, i + 1, parts))
        return 1; /* which part of the day stays among the words of what it is for */
    if (said_is(said, i, " 7 seven ") && said_is(said, i + 1, " days nights mornings evenings "))
        return said_is(said, i + 2, " a per ") && said_is(said, i + 3, " week ") ? 4 : 2;
    if (said_is(said, i, " all ") && said_is(said, i + 1, " week "))
        return 2;
    *out = WEEKDAYS_ALL & 0x1f; /* Monday to Friday */
    if (said_is(said, i, " m-f "))
        return 1;
    *out = 0x15; /* Monday, Wednesday, Friday: the days that one letter tells */
    if (said_is(said, i, " m ") && said_is(said, i + 1, " w ") && said_is(said, i + 2, " f "))
        return 3;
    return said_is(said, i, " m/w/f mwf ");
}

static int named_days(const struct said *said, int i, weekdays *out)
{
    int n = days_at(said, i, out);
    return n > 0 ? n : words_for_days(said, i, out);
}

/* "every day except Sunday", "mon-sat but not wed": the days, less those behind such a word. */
static int days_and_exceptions(const struct said *said, int i, weekdays *out)
{
    weekdays without;
    int n = named_days(said, i, out);
    if (n == 0)
        return 0;
    int but = said_is(said, i + n, " but apart ");
    int less = i + n + but;
    if (!said_is(said, less, but ? " not from on for except " : " except excluding not without "))
        return n;
    int more = named_days(said, less + 1, &without);
    if (more == 0 || !(*out & ~without))
        return n;
    *out &= (weekdays)~without;
    return n + but + 1 + more;
}

/* How likely it is that these words are the line's days: those before the clock time first, then
 * the first and the last words, so that sun cream stays sun cream. */
static int days_rank(const struct said *said, int i, int n, struct said_spot clock)
{
    if (i > 0 && said_is(said, i - 1, " with "))
        return 0;
    if (clock.n > 0 && i + n == clock.at)
        return 5;
    if (i == 0)
        return 4;
    if (i + n == said->count)
        return 3;
    return clock.n > 0 && i == clock.at + clock.n ? 2 : 1;
}

/* "mornings 8-9": where no day is named, every one. The word stays, for it says more. */
static bool says_parts(const struct said *said)
{
    for (int i = 0; i < said->count; i++)
        if (said_is(said, i, SAID_DAY_PARTS))
            return true;
    return false;
}

/* The word that begins "2 days a week" at word i; how many words it takes. */
static int counted_at(const struct said *said, int i)
{
    enum period period;
    bool number = said_is(said, i, " a one 1 ") ||
                  (said_free(said, i, 1) && said_number(said->word[i].text) > 0);
    if (!number || !said_is(said, i + 1,
                            " day days night nights morning mornings afternoon "
                            "afternoons evening evenings "))
        return 0;
    int n = said_period_at(said, i + 2, &period);
    return n > 0 && period == PERIOD_WEEK ? n + 2 : 0;
}

struct said_spot said_counted_days(const struct said *said)
{
    for (int i = 0; i < said->count; i++) {
        int n = counted_at(said, i);
        if (n > 0)
            return (struct said_spot){i, n};
    }
    return (struct said_spot){0, 0};
}

/* "mon-fri 9-12 wash except wed": said further on, it is meant all the same. */
static void find_exceptions(struct said *said, struct entry *e)
{
    for (int i = 0; i < said->count; i++) {
        weekdays without;
        int but = said_is(said, i, " but apart ");
        int n =
            but + said_is(said, i + but, but ? " not from for except " : " except excluding not ");
        int more = n > but ? named_days(said, i + n, &without) : 0;
        bool last = more > 0 && said_ends(said, i + n + more - 1);
        if (more == 0 || (!last && !said_is(said, i, " except excluding ")) ||
            (without & ~e->days) || e->days == without)
            continue;
        e->days &= (weekdays)~without;
        said_use(said, i, n + more);
    }
}

void said_find_days(struct said *said, struct entry *e, struct said_spot clock)
{
    struct said_spot best = {0, 0};
    int best_rank = 0;
    for (int i = 0; i < said->count; i++) {
        weekdays days;
        int n = days_and_exceptions(said, i, &days);
        int rank = n > 0 ? days_rank(said, i, n, clock) : 0;
        if (rank > best_rank) {
            best = (struct said_spot){i, n};
            best_rank = rank;
            e->days = days;
        }
        i += n > 0 ? n - 1 : 0;
    }
    said_use(said, best.at, best.n);
    find_exceptions(said, e);
    if (!e->days && clock.n > 0 && says_parts(said) && said_counted_days(said).n == 0)
        e->days = WEEKDAYS_ALL;
}
