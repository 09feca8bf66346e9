/*
 * A timetable line in words: what is understood fits a plan, and what is shown of it is
 * understood, and means the same.
 */
#include "fuzz.h"
#include "supportplan/entry.h"

/* Two are called Pat; one is called after a day, one after what could be a time. */
static const char *const people[] = {
    "Sunrise Care", "Sam Okafor", "Jo",          "Ann Marie Hill",   "Pat Brown", "Pat Green",
    "Mum",          "The Grange", "Sunday Club", "Zo\xc3\xab Smith", "24-7 Care"};

static struct plan *plan_with_people(void)
{
    struct plan *plan = plan_new();
    for (size_t i = 0; plan && i < COUNT(people); i++) {
        char item[8];
        snprintf(item, sizeof item, "s%zu", i + 1);
        plan_set(plan, F_SUPPORTER_NAME, item, people[i], PLAN_LAST, NULL);
    }
    return plan;
}

static bool ends(const char *s, size_t room)
{
    return memchr(s, '\0', room) != NULL;
}

static void judge_limits(const struct entry *e)
{
    must(e->days < 1 << 7, "days are days of the week");
    must(e->start < MINUTES_DAY && e->end <= MINUTES_DAY, "times are times of a day");
    must(e->length <= MINUTES_WEEK && e->times <= MINUTES_WEEK, "a week is no longer than a week");
    must(e->workers >= 0 && e->workers <= 99, "there are people to count");
    must(e->price >= -1 && e->price <= MONEY_MAX, "a price is one that a plan can hold");
    must(e->every >= 0 && e->every <= 52, "every so many weeks is within a year");
    must(ends(e->what, sizeof e->what) && ends(e->supporter, sizeof e->supporter) &&
             ends(e->person, sizeof e->person),
         "words have an end");
    must(!*e->supporter || !*e->person, "a line is with one person");
}

/* A whole line can be kept without another question. */
static void judge_whole(const struct entry *e)
{
    judge_limits(e);
    must(entry_lacks(e) == ENTRY_PARTS, "a line that is understood lacks nothing");
    if (e->start >= 0)
        must(e->days && (e->end < 0) == (e->length > 0), "a time has a day, and one end");
    else
        must(e->end < 0 && e->length > 0, "without a time there is a length");
}

static bool same(const struct entry *a, const struct entry *b)
{
    bool when = a->days == b->days && a->start == b->start && a->end == b->end &&
                a->length == b->length && a->times == b->times && a->every == b->every;
    bool who = a->workers == b->workers && strcmp(a->supporter, b->supporter) == 0 &&
               strcmp(a->person, b->person) == 0 && a->unpaid == b->unpaid;
    /* What nobody is paid has no price. */
    bool price = a->unpaid || (a->price == b->price && (a->price < 0 || a->unit == b->unit));
    return when && who && price && strcmp(a->what, b->what) == 0;
}

/* What is shown for a part may be typed for it. The start does not say how long. */
static void judge_part(const struct plan *plan, enum entry_part part, const struct entry *e)
{
    struct text words = {0};
    struct entry again = *e;
    entry_part_show(plan, part, e, &words);
    enum status st = entry_part_parse(plan, part, text_str(&words), &again, NULL);
    if (st != ST_OK)
        fprintf(stderr, "Part %d is shown as \"%s\".\n", (int)part, text_str(&words));
    must(st == ST_OK, "what is shown of a part is understood");
    if (part == ENTRY_START) {
        again.end = e->end;
        again.length = e->length;
    }
    if (!same(e, &again))
        fprintf(stderr, "Part %d is shown as \"%s\".\n", (int)part, text_str(&words));
    must(same(e, &again), "what is shown of a part means the same");
    text_free(&words);
}

static void judge_parts(const struct plan *plan, const struct entry *e)
{
    for (int part = 0; part < ENTRY_PARTS; part++)
        judge_part(plan, (enum entry_part)part, e);
}

static void judge_line(const struct plan *plan, const char *line)
{
    static const struct entry untouched = {.start = 77, .what = "x"};
    struct entry e = untouched;
    struct fault fault = {0};
    enum status st = entry_parse(plan, line, &e, &fault);
    must(st == ST_OK || st == ST_SYNTAX, "a line is understood or not");
    if (st == ST_OK) {
        judge_whole(&e);
        judge_parts(plan, &e);
        return;
    }
    must(memcmp(&e, &untouched, sizeof e) == 0, "what is not understood changes nothing");
    must(*fault.text, "what is not understood is told");
}

/* The same words as the answer for one part of a line that is there. */
static void judge_answer(const struct plan *plan, enum entry_part part, const char *words,
                         const struct entry *before)
{
    struct entry e = *before;
    struct fault fault = {0};
    if (entry_part_parse(plan, part, words, &e, &fault) == ST_OK) {
        judge_limits(&e);
        judge_part(plan, part, &e);
        return;
    }
    must(memcmp(&e, before, sizeof e) == 0, "what is not understood changes nothing");
    must(*fault.text, "what is not understood is told");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct plan *plan;
    static struct entry before;
    struct text line = {0};
    weekdays from, to;
    if (!plan) {
        plan = plan_with_people();
        must(entry_parse(plan, "mon-fri 9-12 a, Sam, 16.50", &before, NULL) == ST_OK,
             "a line as in the help is understood");
    }
    text_add_n(&line, (const char *)data, size);
    judge_line(plan, text_str(&line));
    for (int part = 0; part < ENTRY_PARTS; part++)
        judge_answer(plan, (enum entry_part)part, text_str(&line), &before);
    (void)entry_copy_parse(text_str(&line), &from, &to);
    text_free(&line);
    return 0;
}
