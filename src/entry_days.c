/*
 * The days of a timetable line.
 */
#include "entry_said.h"

/* The longest run of words from i on that names days. "we" is not Wednesday. */
static int days_at(const struct said *said, int i, weekdays *out)
{
    char run[SAID_RUN * SAID_ROOM];
    for (int n = SAID_RUN; n > 0; n--) {
        bool we = false;
        for (int j = i; j < i + n; j++)
            we = we || said_is(said, j, " we ");
        if (!we && said_free(said, i, n) && days_parse(said_run(said, i, n, run), out) == ST_OK)
            return n;
    }
    return 0;
}

/* A row of words that stands for days and that no calendar has; how many words it takes. */
static int words_for_days(const struct said *said, int i, weekdays *out)
{
    static const char parts[] =
        " night nights morning mornings afternoon afternoons evening evenings ";
    *out = WEEKDAYS_ALL;
    if (said_is(said, i, " every each ") && said_is(said, i + 1, parts))
        return 1; /* which part of the day stays among the words of what it is for */
    if (said_is(said, i, " 7 seven ") && said_is(said, i + 1, " days "))
        return said_is(said, i + 2, " a per ") && said_is(said, i + 3, " week ") ? 4 : 2;
    *out = WEEKDAYS_ALL & 0x1f; /* Monday to Friday */
    return said_is(said, i, " m-f ") ? 1 : 0;
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
}
