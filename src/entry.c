#define _GNU_SOURCE /* strcasestr */
#include "supportplan/entry.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define WORDS_MAX 64
#define WORD_ROOM 64
/* The longest way to say days: "Mon, Tue, Wed, Thu, Fri, Sat and Sun". */
#define DAY_WORDS 8

/* The line as words; used ones are crossed out, and what is left says what it is for. */
struct words {
    char word[WORDS_MAX][WORD_ROOM];
    bool comma[WORDS_MAX]; /* a comma follows */
    bool used[WORDS_MAX];
    int count;
};

static bool split(const char *line, struct words *w)
{
    *w = (struct words){.count = 0};
    while (*line) {
        line += strspn(line, " \t\n");
        size_t n = strcspn(line, " \t\n,");
        if (n >= WORD_ROOM || (n > 0 && w->count == WORDS_MAX))
            return false;
        if (n > 0) {
            memcpy(w->word[w->count], line, n);
            w->count++;
        }
        line += n;
        if (*line == ',') {
            if (w->count > 0)
                w->comma[w->count - 1] = true;
            line++;
        }
    }
    return true;
}

static void use(struct words *w, int from, int count)
{
    for (int i = from; i < from + count; i++)
        w->used[i] = true;
}

static bool is(const struct words *w, int i, const char *word)
{
    return i < w->count && !w->used[i] && strcasecmp(w->word[i], word) == 0;
}

static bool is_one_of(const struct words *w, int i, const char *const *list)
{
    for (; *list; list++)
        if (is(w, i, *list))
            return true;
    return false;
}

/* Days: the longest run of words, anywhere, that names days. */
static void find_days(struct words *w, struct entry *e)
{
    for (int i = 0; i < w->count; i++) {
        int most = w->count - i < DAY_WORDS ? w->count - i : DAY_WORDS;
        for (int n = most; n > 0; n--) {
            char run[DAY_WORDS * (WORD_ROOM + 1)] = "";
            bool free = true;
            for (int j = i; j < i + n; j++) {
                free = free && !w->used[j];
                snprintf(run + strlen(run), sizeof run - strlen(run), "%s%s", j > i ? " " : "",
                         w->word[j]);
            }
            weekdays days;
            if (!free || days_parse(run, &days) != ST_OK)
                continue;
            e->days = days;
            use(w, i, n);
            return;
        }
    }
}

/* A bare hour such as 9 says nothing of morning or afternoon. */
static bool bare_hour(const char *s)
{
    return strspn(s, "0123456789") == strlen(s) && strlen(s) <= 2;
}

/* 9-5 means an afternoon: a bare end before its bare start, both of a twelve-hour clock. */
static void set_span(struct entry *e, minutes start, minutes end, bool bare)
{
    if (bare && end <= start && start <= 720 && end < 720)
        end += 720;
    e->start = start;
    e->end = end;
}

static const char *const joins[] = {"-", "to", "until", "till", "\xe2\x80\x93", NULL};
static const char *const lengths[] = {"for", "+", NULL};

/* "9-12" or "9.30-10" in one word. */
static bool span_in_word(const char *word, struct entry *e)
{
    const char *dash = strpbrk(word, "-");
    size_t skip = 1;
    if (!dash) {
        dash = strstr(word, "\xe2\x80\x93");
        skip = 3;
    }
    if (!dash || dash == word)
        return false;
    char from[WORD_ROOM];
    snprintf(from, sizeof from, "%.*s", (int)(dash - word), word);
    const char *to = dash + skip;
    minutes start, end;
    if (clock_parse(from, &start) != ST_OK || clock_parse(to, &end) != ST_OK)
        return false;
    /* "9-12pm", "7-9pm": a bare start belongs to the end's half of the day where that makes it
     * earlier. */
    bool bare = bare_hour(from) && bare_hour(to);
    if (bare_hour(from) && strpbrk(to, "pP") && start < 720 && start + 720 < end)
        start += 720;
    set_span(e, start, end, bare);
    return true;
}

/* "21:00+9h" in one word. */
static bool plus_in_word(const char *word, struct entry *e)
{
    const char *plus = strchr(word, '+');
    if (!plus || plus == word)
        return false;
    char from[WORD_ROOM];
    snprintf(from, sizeof from, "%.*s", (int)(plus - word), word);
    minutes start, length;
    if (clock_parse(from, &start) != ST_OK || minutes_parse(plus + 1, &length) != ST_OK)
        return false;
    e->start = start;
    e->length = length;
    return true;
}

/* A length of time in the words from i on: "3 hours", "1 h 30 m", "half an hour"; how many words it
 * took. */
static int length_at(const struct words *w, int i, minutes *out)
{
    for (int n = w->count - i < 4 ? w->count - i : 4; n > 0; n--) {
        char run[4 * (WORD_ROOM + 1)] = "";
        bool free = true;
        for (int j = i; j < i + n; j++) {
            free = free && !w->used[j];
            snprintf(run + strlen(run), sizeof run - strlen(run), "%s%s", j > i ? " " : "",
                     w->word[j]);
        }
        if (free && strpbrk(run, "hmHM") && minutes_parse(run, out) == ST_OK)
            return n;
    }
    return 0;
}

static bool clock_words(const struct words *w, int i, minutes *out)
{
    return i < w->count && !w->used[i] && clock_parse(w->word[i], out) == ST_OK;
}

/* "9 to 12", "from 9 until 12", "9 for 3 hours" in several words. */
static bool span_in_words(struct words *w, int i, struct entry *e)
{
    int first = i;
    if (is(w, i, "from") || is(w, i, "at"))
        i++;
    minutes start, end, length;
    if (!clock_words(w, i, &start))
        return false;
    if (is_one_of(w, i + 1, joins) && clock_words(w, i + 2, &end)) {
        set_span(e, start, end, bare_hour(w->word[i]) && bare_hour(w->word[i + 2]));
        use(w, first, i + 3 - first);
        return true;
    }
    bool joined = is_one_of(w, i + 1, lengths);
    int n = length_at(w, i + (joined ? 2 : 1), &length);
    if (n == 0 || (!joined && bare_hour(w->word[i]) && first == i))
        return false;
    e->start = start;
    e->length = length;
    use(w, first, i + (joined ? 2 : 1) + n - first);
    return true;
}

static bool find_clock(struct words *w, struct entry *e)
{
    for (int i = 0; i < w->count; i++) {
        if (w->used[i])
            continue;
        if (is(w, i, "all") && is(w, i + 1, "day")) {
            e->start = 0;
            e->end = MINUTES_DAY;
            use(w, i, 2);
            return true;
        }
        if (span_in_word(w->word[i], e) || plus_in_word(w->word[i], e)) {
            use(w, i, 1);
            if (i > 0 && is(w, i - 1, "from"))
                use(w, i - 1, 1);
            return true;
        }
        if (span_in_words(w, i, e))
            return true;
    }
    return false;
}

static int number_word(const char *s)
{
    static const char *const words[] = {"", "one", "two", "three", "four", "five", "six", "seven"};
    for (int i = 1; i < 8; i++)
        if (strcasecmp(s, words[i]) == 0)
            return i;
    int64_t n;
    return number_parse(s, 99, &n) == ST_OK && strspn(s, "0123456789") == strlen(s) ? (int)n : 0;
}

/* "3 times a week", "twice a week", "3 times". */
static void find_times(struct words *w, struct entry *e)
{
    for (int i = 0; i < w->count && e->times == 0; i++) {
        int used = 0;
        if (is(w, i, "twice"))
            e->times = 2, used = 1;
        else if (is(w, i, "once"))
            e->times = 1, used = 1;
        else if (is(w, i + 1, "times") && !w->used[i] && number_word(w->word[i]) > 0)
            e->times = number_word(w->word[i]), used = 2;
        else
            continue;
        use(w, i, used);
        if (is(w, i + used, "a") && is(w, i + used + 1, "week"))
            use(w, i + used, 2);
    }
}

/* A length without a clock time: "10 hours a week", "30 minutes"; and "varies". */
static bool find_varying(struct words *w, struct entry *e)
{
    static const char *const vary[] = {"varies", "vary", "varying", "flexible", NULL};
    bool week = false, said = false;
    for (int i = 0; i < w->count; i++) {
        if (is_one_of(w, i, vary)) {
            said = true;
            use(w, i, 1);
            if (i > 0 && (is(w, i - 1, "times") || is(w, i - 1, "days")))
                use(w, i - 1, 1);
        }
    }
    find_times(w, e);
    for (int i = 0; i < w->count; i++) {
        int n = length_at(w, i, &e->length);
        if (n == 0)
            continue;
        use(w, i, n);
        if (is(w, i + n, "a") && is(w, i + n + 1, "week")) {
            week = true;
            use(w, i + n, 2);
        }
        break;
    }
    if (e->length < 0)
        return false;
    /* "3 times a week, 30 minutes": each; a line holds its minutes a week in all. */
    if (!week && e->times > 0)
        e->length *= (minutes)e->times;
    else if (!week && e->days) {
        e->times = days_count(e->days);
        e->length *= (minutes)e->times;
    }
    (void)said;
    return true;
}

static void find_workers(struct words *w, struct entry *e)
{
    static const char *const people[] = {"people", "carers", "workers", "PAs", "assistants", NULL};
    for (int i = 0; i < w->count; i++) {
        if (w->used[i])
            continue;
        if (tolower((unsigned char)w->word[i][0]) == 'x' && number_word(w->word[i] + 1) > 1) {
            e->workers = number_word(w->word[i] + 1);
            use(w, i, 1);
        } else if (number_word(w->word[i]) > 1 && is_one_of(w, i + 1, people)) {
            e->workers = number_word(w->word[i]);
            use(w, i, 2);
        } else if (is(w, i, "unpaid")) {
            e->unpaid = true;
            use(w, i, 1);
        }
    }
}

/* A price: has a pound sign, or two decimals, and no clock time is looked for any more. */
static void find_price(struct words *w, struct entry *e)
{
    for (int i = w->count - 1; i >= 0 && e->price < 0; i--) {
        const char *s = w->word[i];
        const char *dot = strchr(s, '.');
        bool like = strstr(s, "\xc2\xa3") || (dot && strlen(dot) == 3);
        if (w->used[i] || !like || money_parse(s, &e->price) != ST_OK)
            continue;
        use(w, i, 1);
        if (i > 0 && is(w, i - 1, "at"))
            use(w, i - 1, 1);
        if ((is(w, i + 1, "an") || is(w, i + 1, "per") || is(w, i + 1, "a")) &&
            is(w, i + 2, "hour"))
            use(w, i + 1, 2);
    }
}

/* How many words of a name stand at i; 0 where they don't. */
static int name_at(const struct words *w, int i, const char *name)
{
    int n = 0;
    while (*name) {
        size_t len = strcspn(name, " ");
        if (i + n >= w->count || w->used[i + n] || strlen(w->word[i + n]) != len ||
            strncasecmp(w->word[i + n], name, len) != 0)
            return 0;
        n++;
        name += len;
        name += strspn(name, " ");
    }
    return n;
}

/* The supporter whose whole name, or first name that nobody shares, is said last. */
static void find_supporter(const struct plan *plan, struct words *w, struct entry *e)
{
    for (int whole = 1; whole >= 0; whole--) {
        for (int i = w->count - 1; i >= 0; i--) {
            const char *hit = NULL;
            int hits = 0, words = 0;
            for (size_t s = 0; s < plan_count(plan, SEC_SUPPORTER); s++) {
                const char *item = plan_item(plan, SEC_SUPPORTER, s);
                char name[120];
                snprintf(name, sizeof name, "%s", plan_str(plan, F_SUPPORTER_NAME, item));
                if (!whole)
                    name[strcspn(name, " ")] = '\0';
                int n = *name ? name_at(w, i, name) : 0;
                if (n == 0)
                    continue;
                hits++;
                hit = item;
                words = n;
            }
            if (hits != 1)
                continue;
            snprintf(e->supporter, sizeof e->supporter, "%s", hit);
            use(w, i, words);
            if (i > 0 && is(w, i - 1, "with"))
                use(w, i - 1, 1);
            return;
        }
    }
}

/* What is left: the words up to a comma or "with" say what it is for; after it, a name that is new.
 */
static void take_rest(struct words *w, struct entry *e)
{
    bool person = false, any = false;
    for (int i = 0; i < w->count; i++) {
        if (w->used[i]) {
            person = person || (any && w->comma[i]);
            continue;
        }
        if (is(w, i, "with") && !*e->supporter) {
            person = true;
            continue;
        }
        char *to = person && !*e->supporter ? e->person : e->what;
        size_t room = to == e->person ? sizeof e->person : sizeof e->what;
        snprintf(to + strlen(to), room - strlen(to), "%s%s", *to ? " " : "", w->word[i]);
        any = true;
        if (w->comma[i])
            person = true;
    }
}

enum status entry_parse(const struct plan *plan, const char *line, struct entry *out,
                        struct fault *fault)
{
    struct words w;
    struct entry e = {.start = -1, .end = -1, .length = -1, .price = -1};
    if (!split(line, &w))
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         _("That line is too long for me. Use fewer words."));
    if (w.count == 0)
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         _("Type when and what, for example: mon-fri 9-12 personal care, Sam."));
    find_days(&w, &e);
    bool clock = find_clock(&w, &e);
    if (!clock && !find_varying(&w, &e))
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         _("I did not find a time. Type for example 9-12, or 10 hours a week."));
    if (clock && !e.days)
        return fault_set(fault, ST_SYNTAX, 0, "%s",
                         _("I did not find a day. Type for example mon, or mon-fri."));
    find_price(&w, &e);
    find_workers(&w, &e);
    find_supporter(plan, &w, &e);
    take_rest(&w, &e);
    *out = e;
    return ST_OK;
}

enum status entry_copy_parse(const char *line, weekdays *from, weekdays *to)
{
    const char *join = NULL;
    for (const char *at = line; (at = strcasestr(at, " to ")); at++) {
        char left[64];
        weekdays a, b;
        if ((size_t)(at - line) >= sizeof left)
            break;
        snprintf(left, sizeof left, "%.*s", (int)(at - line), line);
        join = at;
        if (days_parse(left, &a) == ST_OK && days_count(a) == 1 &&
            days_parse(join + 4, &b) == ST_OK) {
            *from = a;
            *to = b;
            return ST_OK;
        }
    }
    return ST_SYNTAX;
}
