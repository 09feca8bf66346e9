/*
 * Who a timetable line is with, what it costs, and what it is for.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "entry_said.h"

#define POUND "\xc2\xa3"
#define WITH " with w/ by from for "

/* How many workers, and whether they are paid */

/* "x2", "2x", "two people", "2:1" at word i; how many words it takes. */
static int workers_at(const struct said *said, int i, int *workers)
{
    static const char people[] =
        " people persons carers workers pas pa's assistants staff helpers ";
    char number[SAID_ROOM];
    if (!said_free(said, i, 1))
        return 0;
    const char *s = said->word[i].text;
    size_t len = strlen(s), sign = strncmp(s, "\xc3\x97", 2) == 0 ? 2 : *s == 'x' || *s == 'X';
    bool behind = len > 1 && s[len - 1] == 'x';
    snprintf(number, sizeof number, "%.*s", (int)(len - sign - behind), s + sign);
    *workers = said_number(number);
    enum period period;
    bool often = said_period_at(said, i + 1, &period) > 0 || said_is(said, i + 1, " week wk day ");
    if (behind && often) /* "3x a week" */
        return 0;
    if (said_is(said, i, " double-up double-handed ") ||
        (said_is(said, i, " double ") && said_is(said, i + 1, " up handed "))) {
        *workers = 2;
        return said_is(said, i, " double ") ? 2 : 1;
    }
    if (sign == len && said_is(said, i + 1, " 2 3 ") &&
        (i == 0 || !strpbrk(said->word[i - 1].text, "0123456789")) &&
        said_ends(said, i + 1)) { /* "hoist x 2" */
        *workers = said->word[i + 1].text[0] - '0';
        return 2;
    }
    if (sign + behind == 0 && said_is(said, i, " 2:1 3:1 "))
        *workers = *s - '0';
    else if (sign + behind == 0 && said_is(said, i + 1, people))
        return *workers > 0 ? 2 : 0;
    else if (sign + behind == 0)
        return 0;
    return *workers > 0 ? 1 : 0;
}

/* "2-1" is three words, for it could be a time. */
static bool is_two_to_one(const struct said *said, int i)
{
    bool dash = said_is_dash(said, i + 1) && !said->word[i + 1].apart;
    return said_is(said, i, " 2 3 ") && (dash || said_is(said, i + 1, " to ")) &&
           said_is(said, i + 2, " 1 ");
}

/* "unpaid", "for nothing", "no charge", or "free" at the end, at word i; how many words it takes.
 */
static int unpaid_at(const struct said *said, int i)
{
    static const char *const pairs[][2] = {
        {" not ", " paid "}, {" for ", " nothing free "}, {" no ", " charge pay "}};
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++)
        if (said_is(said, i, pairs[p][0]) && said_is(said, i + 1, pairs[p][1]))
            return 2;
    bool end = i + 1 == said->count && i > 0 && said->word[i - 1].comma;
    return said_is(said, i, end ? " unpaid free " : " unpaid ");
}

void said_find_workers(struct said *said, struct entry *e)
{
    for (int i = 0; i < said->count; i++) {
        int workers, n = workers_at(said, i, &workers);
        if (n == 0 && is_two_to_one(said, i)) {
            workers = said->word[i].text[0] - '0';
            n = 3;
        }
        if (n > 0)
            e->workers = workers;
        int unpaid = unpaid_at(said, i);
        if (unpaid > 0) {
            e->unpaid = true;
            n = unpaid;
        }
        said_use(said, i, n);
    }
}

/* Whom */

/* Supporters whose names begin with the words at one place. */
struct named {
    char item[NAME_MAX_LEN + 1];
    int words;  /* how many of the line's words the name takes; 0: none */
    bool whole; /* that is all of it */
    int count;  /* how many supporters fit as well */
};

/* How many words of a name the line says from i on; whole: whether that is all of it. The name is
 * cut into words as the line was: "24-7 Care" is four. */
int said_same_words(const struct said *said, int i, const char *name, bool *whole)
{
    struct said own;
    int n = 0;
    const char *word = said_free(said, i, 1) ? said->word[i].text : "";
    name += strspn(name, " ,;");
    *whole = false;
    bool accent = (unsigned char)*name & 0x80;
    if (!accent && strncasecmp(word, name, 1) != 0) /* most names are done with here */
        return 0;
    bool cut = said_split(name, &own) == SAID_FINE;
    while (cut && n < own.count && said_free(said, i + n, 1) &&
           text_begins_alike(own.word[n].text, said->word[i + n].text, true))
        n++;
    *whole = cut && n > 0 && n == own.count;
    return n;
}

/* Words that are too common to stand for a longer name that begins with them. */
#define COMMON " the a an my our day night home care support age community at for and "

static struct named named_at(const struct plan *plan, const struct said *said, int i)
{
    struct named best = {.words = 0};
    for (size_t s = 0; s < plan_count(plan, SEC_SUPPORTER); s++) {
        const char *item = plan_item(plan, SEC_SUPPORTER, s);
        bool whole;
        int n = said_same_words(said, i, plan_str(plan, F_SUPPORTER_NAME, item), &whole);
        if (n == 0 || (!whole && n == 1 && said_is(said, i, COMMON)))
            continue;
        if (whole == best.whole && n == best.words) {
            best.count++;
        } else if (whole != best.whole ? whole : n > best.words) {
            best = (struct named){.words = n, .whole = whole, .count = 1};
            snprintf(best.item, sizeof best.item, "%s", item);
        }
    }
    return best;
}

#define BEHIND_NAME " at in on for to while when "

/* Whether a name begins where people are named: after "with" or a comma. */
static bool is_introduced(const struct said *said, int i)
{
    return said_is(said, i - 1, WITH) || (i > 0 && said->word[i - 1].comma);
}

/* "with Sam Jones" is not Sam Okafor. */
static bool is_longer(const struct said *said, int i, const struct named *who)
{
    int next = i + who->words;
    return !who->whole && is_introduced(said, i) && said_goes_on(said, next) &&
           said->word[next].text[0] >= 'A' && said->word[next].text[0] <= 'Z';
}

/* Whether it is a person's name and not part of what the line is for: "pat the dog". */
static bool is_apart(const struct said *said, int i, int n)
{
    if (!said_goes_on(said, i + n) || said_is(said, i + n, BEHIND_NAME))
        return true;
    const char *next = said->word[i + n].text; /* "with pat 12.50" */
    return strncmp(next, POUND, 2) == 0 ||
           (strchr(next, '.') && next[strspn(next, "0123456789.")] == '\0');
}

#define AND " and & + / plus or "

/* Whether two names stand beside each other: nothing between them but "and". */
static bool is_beside(const struct said *said, int until, int from)
{
    return (until == from && !said->word[until - 1].comma) ||
           (until + 1 == from && said_is(said, until, AND));
}

/* "Sam and Jo", "with Sam, Jo", "Sam, walk, Jo": another supporter is named as the one who was
 * found is; or there is "and Alex", whom the plan does not know. "Visit Mum with Sam" has one. */
static bool has_company(const struct plan *plan, const struct said *said, int i,
                        const struct named *who)
{
    int end = i + who->words;
    for (int j = 0; j < said->count; j++) {
        struct named other = named_at(plan, said, j);
        int until = j + other.words;
        if (other.words == 0 || strcmp(other.item, who->item) == 0 || (j < end && until > i))
            continue;
        bool capital = said->word[j].text[0] >= 'A' && said->word[j].text[0] <= 'Z';
        bool alone = said_begins(said, j) && said_ends(said, until - 1) && (other.whole || capital);
        bool said_so =
            alone || said_is(said, j - 1, " with w/ by ") || (j > 0 && said->word[j - 1].comma);
        if ((said_so && is_apart(said, j, other.words)) || is_beside(said, until, i) ||
            is_beside(said, end, j))
            return true;
    }
    if (!said_is(said, end, AND) || end + 1 >= said->count)
        return false;
    char first = said->word[end + 1].text[0];
    return (first >= 'A' && first <= 'Z') || said_is(said, end + 1, " another someone 1 mum dad ");
}

/* Whether a name holds what could be read as a day or a time: "Sunday Club". */
static bool like_when(const struct said *said, int i, int n)
{
    char word[SAID_RUN * SAID_ROOM];
    weekdays days;
    for (int j = i; j < i + n; j++)
        if (days_parse(said_run(said, j, 1, word), &days) == ST_OK || strpbrk(word, "0123456789"))
            return true;
    return false;
}

/* Note who may be meant by n words from i on: the names that begin so. How many there are. */
static int note_names(const struct plan *plan, struct said *said, int i, int n)
{
    char run[SAID_RUN * SAID_ROOM];
    int count = 0;
    said->names[0] = '\0';
    said_run(said, i, n, run);
    for (size_t s = 0; s < plan_count(plan, SEC_SUPPORTER); s++) {
        const char *name = plan_str(plan, F_SUPPORTER_NAME, plan_item(plan, SEC_SUPPORTER, s));
        size_t len = strlen(said->names);
        if (text_begins_alike(name, run, false) && len + 8 < sizeof said->names)
            snprintf(said->names + len, sizeof said->names - len, "%s%.*s",
                     count++ ? _(", or ") : "", (int)text_fit(name, strlen(name), 40), name);
    }
    return count;
}

/* "with sunr": a name begins so where people are named, and no other one does. */
static enum said_trouble find_beginning(const struct plan *plan, struct said *said, struct entry *e)
{
    for (int i = said->count - 1; i > 0; i--) {
        const char *word = said->word[i].text;
        if (!said_free(said, i, 1) || strlen(word) < 3 || !is_introduced(said, i) ||
            !is_apart(said, i, 1) || said_is(said, i, COMMON))
            continue;
        int count = note_names(plan, said, i, 1);
        if (count > 1)
            return SAID_SHARED_NAME;
        for (size_t s = 0; count == 1 && s < plan_count(plan, SEC_SUPPORTER); s++) {
            const char *item = plan_item(plan, SEC_SUPPORTER, s);
            if (!text_begins_alike(plan_str(plan, F_SUPPORTER_NAME, item), word, false))
                continue;
            snprintf(e->supporter, sizeof e->supporter, "%s", item);
            said_use(said, i, 1);
            if (said_is(said, i - 1, WITH))
                said_use(said, i - 1, 1);
            return SAID_FINE;
        }
    }
    return SAID_FINE;
}

/* The last word of "(Sam)" or "(Pat Brown)", which begins at word i; -1 where it ends nowhere. */
static int bracket_end(const struct said *said, int i)
{
    for (int j = i; said->word[i].text[0] == '(' && j < said->count; j++) {
        size_t len = strlen(said->word[j].text);
        if (said->word[j].text[len - 1] == ')')
            return len > 1 + (i == j) ? j : -1;
    }
    return -1;
}

/* "wash (Sam)" is "wash, Sam". What else stands in brackets keeps them. */
static void open_brackets(const struct plan *plan, struct said *said)
{
    for (int i = 0; i < said->count; i++) {
        struct said open = *said;
        int last = bracket_end(said, i);
        if (last < 0)
            continue;
        struct said_word *a = &open.word[i], *z = &open.word[last];
        memmove(a->text, a->text + 1, strlen(a->text));
        z->text[strlen(z->text) - 1] = '\0';
        if (i > 0)
            a[-1].comma = true;
        z->comma = last + 1 < said->count;
        if (named_at(plan, &open, i).words == last - i + 1)
            *said = open;
    }
}

/* "visit Mum with Sam": the last one who is named. */
enum said_trouble said_find_supporter(const struct plan *plan, struct said *said, struct entry *e,
                                      bool before_when)
{
    enum said_trouble t = SAID_FINE;
    if (before_when)
        open_brackets(plan, said);
    for (int i = said->count - 1; i >= 0 && !*e->supporter; i--) {
        struct named who = named_at(plan, said, i);
        if (who.words == 0 || is_longer(said, i, &who) ||
            (before_when && !(who.whole && like_when(said, i, who.words))))
            continue;
        if (who.count > 1) {
            if (is_apart(said, i, who.words)) {
                t = SAID_SHARED_NAME;
                note_names(plan, said, i, who.words);
            }
            continue;
        }
        if (has_company(plan, said, i, &who))
            return SAID_TWO_PEOPLE;
        memcpy(e->supporter, who.item, sizeof e->supporter);
        said_use(said, i, who.words);
        int my = said_is(said, i - 1, " my our ") && said_is(said, i - 2, WITH);
        if (my || said_is(said, i - 1, WITH))
            said_use(said, i - 1 - my, 1 + my);
        t = SAID_FINE;
    }
    return t || before_when || *e->supporter ? t : find_beginning(plan, said, e);
}

/* What it costs */

/* "an hour", "per night" at word i; how many words it takes. */
static int unit_at(const struct said *said, int i, enum unit *out)
{
    static const struct {
        const char *alone, *after_each;
        enum unit unit;
    } units[] = {
        {" ph p/h /hour /hr /h hourly ", " hour hr h ", UNIT_HOUR},
        {" /visit ", " visit call time go ", UNIT_VISIT},
        {" pn p/n /night nightly ", " night ", UNIT_NIGHT},
        {" /day ", " day ", UNIT_DAY},
        {" /session ", " session ", UNIT_SESSION},
        {" pw p/w /week ", " week ", UNIT_WEEK},
    };
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        bool each =
            (said_is(said, i, " a an per each / ") && said_is(said, i + 1, units[u].after_each)) ||
            (units[u].unit == UNIT_VISIT && said_is(said, i, " all ") &&
             said_is(said, i + 1, " in "));
        if (!each && !said_is(said, i, units[u].alone))
            continue;
        *out = units[u].unit;
        return each ? 2 : 1;
    }
    return 0;
}

/* A price that may be one, and how sure it is. */
struct offer_price {
    pence price;
    enum unit unit;
    bool pounds; /* it says that it is money */
    int words;
};

/* "16.50/hour" and "16.50ph" in one word: the number alone; the unit is looked for in what is cut
 * off. */
static bool cut_unit(const struct said *said, int i, char number[SAID_ROOM], enum unit *unit)
{
    struct said rest = {.count = 1};
    snprintf(number, SAID_ROOM, "%s", said->word[i].text);
    char *from = strpbrk(number, "/ph");
    if (!from)
        return false;
    bool hour = *from == 'h' && strstr(number, POUND) != NULL; /* 16h is as well a length */
    snprintf(rest.word[0].text, SAID_ROOM, "%s%.*s", hour ? "/" : "", SAID_ROOM - 2, from);
    if (unit_at(&rest, 0, unit) == 0)
        return false;
    *from = '\0';
    return true;
}

static bool price_at(const struct said *said, int i, bool sure, struct offer_price *out)
{
    char number[SAID_ROOM];
    *out = (struct offer_price){.words = 1};
    if (!said_free(said, i, 1))
        return false;
    bool cut = cut_unit(said, i, number, &out->unit);
    if (money_parse(number[0] == '@' ? number + 1 : number, &out->price) != ST_OK)
        return false;
    const char *dot = strchr(number, '.');
    out->pounds = strstr(number, POUND) != NULL;
    if (said_is(said, i + 1, " pounds pound quid ")) {
        out->pounds = true;
        out->words = 2;
    }
    int n = cut ? 0 : unit_at(said, i + out->words, &out->unit);
    bool hourly = (n > 0 || cut) && out->unit == UNIT_HOUR;
    out->words += n;
    out->pounds = out->pounds || hourly || ((n > 0 || cut) && dot);
    return out->pounds || (!sure && dot && strlen(dot) == 3);
}

/* Whether an amount stands among the words of what the line is for: "the 10.30 bus". What does not
 * even say that it is money must stand alone, beside the name, or last. */
static bool is_within(const struct said *said, int i, const struct offer_price *p)
{
    int after = i + p->words;
    bool left = said_goes_on(said, i) && said_free(said, i - 1, 1);
    bool comma = said->word[after - 1].comma;
    if (!p->pounds)
        return left && after < said->count && (comma || said_free(said, after, 1));
    return left && !comma && said_free(said, after, 1) && !said_is(said, i - 1, " at for @ ") &&
           !said_is(said, after, " with w/ ");
}

void said_find_price(struct said *said, struct entry *e, bool sure)
{
    for (int i = said->count - 1; i >= 0; i--) {
        struct offer_price p;
        if (!price_at(said, i, sure, &p) || is_within(said, i, &p))
            continue;
        e->price = p.price;
        e->unit = p.unit;
        said_use(said, i, p.words);
        said->price = (struct said_spot){i, p.words};
        if (said_is(said, i - 1, " at for @ about around approx approximately roughly gbp "))
            said_use(said, i - 1, 1);
        return;
    }
}

/* What is left */

/* Add a word behind those that are there, as it was typed. false where there is no room. */
static bool add_word(const struct said *said, int i, int last, char *to, size_t room)
{
    const struct said_word *word = &said->word[i];
    size_t len = strlen(to);
    bool comma = false;
    for (int j = last; last >= 0 && j < i; j++)
        comma = comma || said->word[j].comma;
    char tail[2] = "";
    if (last >= 0)
        tail[0] = said->word[last].tail;
    const char *between = last < 0 ? "" : comma ? ", " : word->apart || last != i - 1 ? " " : "";
    struct text typed = {0};
    said_typed(said, i, 1, &typed);
    int n = snprintf(to + len, room - len, "%s%s%s", tail, between, text_str(&typed));
    bool whole = text_status(&typed) == ST_OK;
    text_free(&typed);
    return whole && n >= 0 && (size_t)n < room - len;
}

/* Nothing ends in a dash, nor in a sign that stands alone. */
static bool is_end(const struct said *said, int i)
{
    const char *word = said->word[i].text;
    return said->word[i].used || said_is_dash(said, i) || strcmp(word, ":") == 0 ||
           strcmp(word, ".") == 0;
}

/* Copy the words from one place to before another that are left, and cross them out. */
static bool take_words(struct said *said, int from, int until, char *to, size_t room)
{
    int last = -1;
    while (until > from && is_end(said, until - 1))
        until--;
    for (int i = from; i < until; i++) {
        if (!said_free(said, i, 1) ||
            (last < 0 && (said_is_dash(said, i) || said_is(said, i, " for "))))
            continue;
        if (!add_word(said, i, last, to, room))
            return false;
        last = i;
    }
    said_use(said, from, until - from);
    return true;
}

/* Where a new name begins that follows "with"; count where there is none. */
static int after_with(const struct said *said)
{
    for (int i = said->count - 2; i >= 0; i--)
        if (said_is(said, i, " with w/ ") && said_goes_on(said, i + 1))
            return i + 1;
    return said->count;
}

/* Where the words behind the last comma begin; count where nothing is left on one of its sides. */
static int after_comma(const struct said *said)
{
    int last = -1;
    for (int i = said->count - 1; i >= 0; i--) {
        if (last >= 0 && said->word[i].comma)
            for (int j = i; j >= 0; j--)
                if (said_free(said, j, 1))
                    return last;
        if (said_free(said, i, 1))
            last = i;
    }
    return said->count;
}

/* A name that no supporter has: after "with" as far as it goes, or after the last comma. */
static bool take_person(struct said *said, struct entry *e)
{
    int from = after_with(said), until;
    if (from == said->count) {
        from = after_comma(said);
        return take_words(said, from, said->count, e->person, sizeof e->person);
    }
    said_use(said, from - 1, 1);
    for (until = from + 1; said_goes_on(said, until); until++)
        if (said_is(said, until, BEHIND_NAME))
            break;
    return take_words(said, from, until, e->person, sizeof e->person);
}

bool said_is_nobody(const char *name)
{
    static const char *const words[] = {"nobody",  "none",      "no",   "no one",
                                        "no-one",  "noone",     "me",   "myself",
                                        "just me", "on my own", "alone"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(name, words[i]) == 0)
            return true;
    return false;
}

static void forget_nobody(struct entry *e)
{
    if (said_is_nobody(e->person) || entry_is_unsure(e->person) ||
        text_is_one_of(e->person, "|tbc|tba|somebody|someone|anybody|anyone|"))
        e->person[0] = '\0';
}

enum said_trouble said_take_rest(struct said *said, struct entry *e)
{
    if (!*e->supporter && !take_person(said, e))
        return SAID_TOO_LONG;
    forget_nobody(e);
    if (!take_words(said, 0, said->count, e->what, sizeof e->what))
        return SAID_TOO_LONG;
    size_t len = strlen(e->what), room = sizeof e->what - len;
    int n = snprintf(e->what + len, room, "%s%s", len > 0 && *e->kind ? ", " : "", e->kind);
    return n >= 0 && (size_t)n < room ? SAID_FINE : SAID_TOO_LONG;
}

bool said_take_name(struct said *said, struct entry *e)
{
    bool fits = take_words(said, 0, said->count, e->person, sizeof e->person);
    forget_nobody(e);
    return fits;
}
