/*
 * A plan that keeps every rule, and the judging of plans that break just one.
 * The kept plan costs 5 x 1 h x 10.00 = 50.00 a week, puts 5.00 aside, and its budget is 55.00.
 */
#ifndef SUPPORTPLAN_KEPT_H
#define SUPPORTPLAN_KEPT_H

#include <stdio.h>
#include <string.h>

#include "supportplan/check.h"
#include "supportplan/reserve.h"
#include "test.h"

/** One fact; a NULL value takes it away, a NULL field takes the whole item away. */
struct fact {
    const char *section, *item, *field, *value;
};

static const struct fact kept[] = {
    {"plan", "", "format", "1"},
    {"about", "", "written-by", "me"},
    {"answer", "important", "text", "My garden, my sister, and the choir."},
    {"answer", "unwell", "text", "I stop talking and stay in bed."},
    {"answer", "safe", "text", "I have an alarm, and Sunrise Care has a key."},
    {"need", "n1", "what", "Washing and dressing"},
    {"need", "n1", "eligible", "yes"},
    {"goal", "g1", "what", "Stay in my own home"},
    {"supporter", "s1", "name", "Sunrise Care"},
    {"supporter", "s1", "kind", "agency"},
    {"supporter", "s2", "name", "Mum"},
    {"supporter", "s2", "kind", "family"},
    {"supporter", "s2", "willing", "yes"},
    {"rate", "r1", "supporter", "s1"},
    {"rate", "r1", "price", "10.00"},
    {"rate", "r1", "unit", "hour"},
    {"time", "t1", "days", "Mon Tue Wed Thu Fri"},
    {"time", "t1", "start", "08:00"},
    {"time", "t1", "end", "09:00"},
    {"time", "t1", "what", "Wash and dress"},
    {"time", "t1", "supporter", "s1"},
    {"time", "t1", "goals", "g1"},
    {"time", "t1", "needs", "n1"},
    {"time", "t2", "days", "Sun"},
    {"time", "t2", "start", "12:00"},
    {"time", "t2", "end", "14:00"},
    {"time", "t2", "what", "Sunday lunch"},
    {"time", "t2", "supporter", "s2"},
    {"cost", "c1", "what", "Money for bad weeks"},
    {"cost", "c1", "price", "5.00"},
    {"cost", "c1", "every", "week"},
    {"cost", "c1", "set-aside", "yes"},
    {"cost", "c1", "supporter", "s1"},
    {"fund", "budget", "amount", "55.00"},
    {"fund", "budget", "every", "week"},
    {"fund", "budget", "status", "final"},
    {"contribution", "", "status", "nil"},
    {"money", "", "how", "council"},
    {"contact", "p1", "name", "Sister"},
    {"contact", "p1", "phone", "07700 900123"},
    {"cover", "v1", "supporter", "s1"},
    {"cover", "v1", "when", "both"},
    {"cover", "v1", "who", "Another carer of Sunrise Care"},
    {"cover", "v1", "phone", "01632 960 001"},
    {"cover", "v2", "supporter", "s2"},
    {"cover", "v2", "when", "ill"},
    {"cover", "v2", "who", "My sister"},
    {"cover", "v2", "phone", "07700 900123"},
    {"risk", "x1", "what", "I may fall"},
    {"risk", "x1", "do", "I wear an alarm."},
    {"risk", "x1", "who", "Me"},
    {"action", "a1", "what", "Buy an alarm"},
    {"action", "a1", "who", "My sister"},
    {"action", "a1", "by", "2026-12-01"},
    {"review", "e1", "date", "2027-02-01"},
    {"review", "e1", "kind", "first"},
    {"copy", "o1", "who", "Me"},
    {"copy", "o1", "which", "timetable"},
};

/* A form that asks two questions, one of which may be left out, and for needs. */

#define S(words) ((char[]){words}) /* a form owns its strings, so they are not const */

static struct form_page pages[] = {
    {.kind = PAGE_QUESTION,
     .answer = S("important"),
     .text = S("?"),
     .label = S("Important to me")},
    {.kind = PAGE_QUESTION,
     .answer = S("keep"),
     .text = S("?"),
     .label = S("Keep"),
     .optional = true},
    {.kind = PAGE_TABLE, .table = S("need"), .text = S("?"), .label = S("My needs")},
};
static struct form_section section = {.name = S("life"),
                                      .title = S("My life"),
                                      .short_title = S("Life"),
                                      .pages = pages,
                                      .pages_count = COUNT(pages)};
static struct form_group group = {.title = S("Life"), .sections = &section, .sections_count = 1};
static const struct form a_form = {.name = S("test"),
                                   .title = S("Test"),
                                   .terms = {.care_manager = S("care assessor"),
                                             .indicative = S("indicative allocation"),
                                             .budget = S("personal budget"),
                                             .contribution = S("contribution")},
                                   .groups = &group,
                                   .groups_count = 1};

static inline date today(void)
{
    return date_of(2026, 11, 21);
}

static inline void given(struct plan *plan, const struct fact *facts, size_t count)
{
    for (size_t i = 0; i < count && facts[i].section; i++) {
        const struct fact *f = &facts[i];
        const enum status st =
            f->field ? plan_set_named(plan, f->section, f->item, f->field, f->value, NULL)
                     : plan_remove(plan, schema_section_named(f->section), f->item, NULL);
        if (st != ST_OK)
            fail_msg("%s %s %s: status %d", f->section, f->item, f->field ? f->field : "", st);
    }
}

static inline struct plan *kept_plan(void)
{
    struct plan *plan = plan_new();
    assert_non_null(plan);
    given(plan, kept, COUNT(kept));
    return plan;
}

static inline struct findings checked(const struct plan *plan, const struct form *form, date on)
{
    struct budget budget;
    struct findings found;
    assert_int_equal(budget_count(plan, &budget), ST_OK);
    const struct check_input in = {.plan = plan,
                                   .form = form,
                                   .budget = &budget,
                                   .today = on,
                                   .over_reserve = reserve_count(plan, &budget).over};
    assert_int_equal(check_plan(&in, &found), ST_OK);
    budget_free(&budget);
    return found;
}

/** All findings as lines, for messages of failure. */
static inline const char *listed(const struct findings *found)
{
    static char room[4000];
    size_t len = 0;
    room[0] = '\0';
    for (size_t i = 0; i < found->count && len < sizeof room - 400; i++) {
        const struct finding *f = &found->list[i];
        len +=
            (size_t)snprintf(room + len, 400, "\n  %s %s %s %s: %s", f->rule, level_name(f->level),
                             schema_sections[f->section].name, f->item, f->message);
    }
    return room;
}

static inline const struct finding *of_rule(const struct findings *found, const char *rule)
{
    for (size_t i = 0; i < found->count; i++) {
        if (strcmp(found->list[i].rule, rule) == 0)
            return &found->list[i];
    }
    return NULL;
}

static inline size_t count_of_rule(const struct findings *found, const char *rule)
{
    size_t count = 0;
    for (size_t i = 0; i < found->count; i++)
        count += strcmp(found->list[i].rule, rule) == 0;
    return count;
}

/** The kept plan with changes, and the one finding that they make. */
struct broken {
    const char *rule;
    enum level level;
    enum field field;
    const char *item, *message;
    struct fact changes[18];
};

/** Words of the longest sentence; a name in quotes counts as one word. */
static inline size_t longest_sentence(const char *s)
{
    size_t longest = 0, words = 0;
    bool quoted = false, in_word = false;
    for (; *s; s++) {
        quoted = quoted != (*s == '"');
        const bool blank = *s == ' ' && !quoted;
        words += !blank && !in_word;
        in_word = !blank;
        longest = words > longest ? words : longest;
        if (*s == '.' && !quoted && (s[1] == ' ' || !s[1]))
            words = 0;
    }
    return longest;
}

static inline void assert_plain(const char *s)
{
    static const char *const not_ours[] = {"nvalid", "llegal", "rror", "orry", "lease", "!"};
    if (longest_sentence(s) > 15)
        fail_msg("more than 15 words in a sentence: %s", s);
    for (size_t i = 0; i < COUNT(not_ours); i++) {
        if (strstr(s, not_ours[i]))
            fail_msg("not our words: %s", s);
    }
}

static inline void judge_broken(const struct broken *t, const struct findings *found)
{
    const struct finding *f = of_rule(found, t->rule);
    if (!f || count_of_rule(found, t->rule) != 1)
        fail_msg("%s, \"%s\": found%s", t->rule, t->message, listed(found));
    else if (f->level != t->level || f->field != t->field ||
             f->section != schema_fields[t->field].section || strcmp(f->item, t->item) != 0 ||
             strcmp(f->message, t->message) != 0)
        fail_msg("%s, wanted %s %s: %s, found field %s,%s", t->rule, level_name(t->level), t->item,
                 t->message, schema_fields[f->field].name, listed(found));
    assert_plain(t->message);
    const size_t other = found->must + found->ask - (t->level != LEVEL_NOTE);
    if (other)
        fail_msg("%s, \"%s\": other rules speak too:%s", t->rule, t->message, listed(found));
}

static inline void judge_all(const struct broken *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct plan *plan = kept_plan();
        given(plan, cases[i].changes, COUNT(cases[i].changes));
        struct findings found = checked(plan, &a_form, today());
        judge_broken(&cases[i], &found);
        findings_free(&found);
        plan_free(plan);
    }
}

/** A plan to which a rule does not apply, or that keeps it in another way. */
struct silent {
    const char *rule;
    struct fact changes[18];
};

static inline void judge_silent(const struct silent *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct plan *plan = kept_plan();
        given(plan, cases[i].changes, COUNT(cases[i].changes));
        struct findings found = checked(plan, &a_form, today());
        if (found.must || found.ask || of_rule(&found, cases[i].rule))
            fail_msg("case %zu, %s:%s", i, cases[i].rule, listed(&found));
        findings_free(&found);
        plan_free(plan);
    }
}

#endif
