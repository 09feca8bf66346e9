/* Who steps in when somebody can't come. */
#include "supportplan/standby.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/phrases.h"

/* When they come */

/* How many lines there are at each minute of a week. */
struct crowd {
    int32_t at[MINUTES_WEEK + 1];
};

static bool has_clock(const struct week_line *line)
{
    return line->helped && line->start >= 0 && line->length_known && line->days_known;
}

/* Somebody is there for a while, from a minute of the week on; Sunday's night goes on on Monday. */
static void crowd_add(struct crowd *crowd, minutes from, minutes length)
{
    minutes until = from + (length < MINUTES_WEEK ? length : MINUTES_WEEK);
    crowd->at[from]++;
    crowd->at[until <= MINUTES_WEEK ? until : MINUTES_WEEK]--;
    if (until > MINUTES_WEEK) {
        crowd->at[0]++;
        crowd->at[until - MINUTES_WEEK]--;
    }
}

static void crowd_count(struct crowd *crowd, const struct budget *budget, size_t lines,
                        const char *pattern)
{
    memset(crowd, 0, sizeof *crowd);
    for (size_t i = 0; i < lines; i++) {
        const struct week_line *line = &budget->timetable[i];
        for (int day = 0; day < 7 && has_clock(line) && week_in_pattern(line, pattern); day++)
            if (line->days >> day & 1)
                crowd_add(crowd, day * MINUTES_DAY + line->start, line->length);
    }
    for (int i = 1; i < MINUTES_WEEK; i++)
        crowd->at[i] += crowd->at[i - 1];
}

/* A time counts more where nobody else is there; of equal ones, the first in the week. */
static void consider(struct standby *one, minutes moment, bool alone)
{
    bool better =
        one->moment < 0 || (alone && !one->alone) || (alone == one->alone && moment < one->moment);
    if (!better)
        return;
    one->moment = moment;
    one->alone = alone;
}

static void consider_line(struct standby *one, const struct week_line *line,
                          const struct crowd *crowd)
{
    for (int day = 0; day < 7; day++) {
        minutes moment = day * MINUTES_DAY + line->start;
        if (line->days >> day & 1)
            consider(one, moment, crowd->at[moment] == 1);
    }
}

/* The moments of a pattern, for those who have none yet. */
static void find_moments(const struct plan *plan, const struct budget *budget, const char *pattern,
                         struct crowd *crowd, struct standby *people, bool *found)
{
    crowd_count(crowd, budget, plan_count(plan, SEC_TIME), pattern);
    for (size_t i = 0; i < plan_count(plan, SEC_TIME); i++) {
        const struct week_line *line = &budget->timetable[i];
        size_t who = plan_place(plan, SEC_SUPPORTER, line->supporter);
        if (who != PLAN_LAST && !found[who] && has_clock(line) && week_in_pattern(line, pattern))
            consider_line(&people[who], line, crowd);
    }
    for (size_t i = 0; i < plan_count(plan, SEC_SUPPORTER); i++)
        found[i] = people[i].moment >= 0;
}

/* Weeks that hardly anybody has are not looked through for ever. */
#define PATTERNS_MAX 60

static enum status find_all_moments(const struct plan *plan, const struct budget *budget,
                                    struct standby *people)
{
    struct crowd *crowd = malloc(sizeof *crowd);
    bool *found = calloc(plan_count(plan, SEC_SUPPORTER) + 1, sizeof *found);
    bool made = crowd && found;

    for (size_t i = 0; made && i < week_pattern_count(plan) && i < PATTERNS_MAX; i++)
        find_moments(plan, budget, week_pattern(plan, i), crowd, people, found);
    free(crowd);
    free(found);
    return made ? ST_OK : ST_NOMEM;
}

/* Who is in the week, and who steps in */

static void find_people(const struct plan *plan, const struct budget *budget,
                        struct standby *people)
{
    for (size_t i = 0; i < plan_count(plan, SEC_TIME); i++) {
        const struct week_line *line = &budget->timetable[i];
        size_t who = plan_place(plan, SEC_SUPPORTER, line->supporter);
        if (who == PLAN_LAST || plan_is(plan, F_SUPPORTER_KIND, line->supporter, "technology"))
            continue;
        people[who].supporter = plan_item(plan, SEC_SUPPORTER, who);
        people[who].paid = people[who].paid || line->payer != PAYER_UNPAID;
    }
}

/* By place; false where there is no memory. */
static bool find_cover(const struct plan *plan, struct standby *people)
{
    const size_t count = plan_count(plan, SEC_SUPPORTER);
    struct cover *all = calloc(count + 1, sizeof *all);
    if (all)
        cover_find(plan, all);
    for (size_t i = 0; i < count && all; i++)
        people[i].cover = all[i];
    free(all);
    return all != NULL;
}

bool standby_enough(const struct standby *one)
{
    return cover_enough(&one->cover, one->paid);
}

/* Leave out who is not in the week. */
static void keep_those_in_week(struct standbys *all)
{
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++)
        if (*all->list[i].supporter)
            all->list[kept++] = all->list[i];
    all->count = kept;
    for (size_t i = 0; i < kept; i++)
        all->open += !standby_enough(&all->list[i]);
}

enum status standbys_make(const struct plan *plan, const struct budget *budget,
                          struct standbys *out)
{
    struct standbys all = {.count = plan_count(plan, SEC_SUPPORTER)};

    all.list = calloc(all.count + 1, sizeof *all.list);
    for (size_t i = 0; all.list && i < all.count; i++)
        all.list[i] = (struct standby){.supporter = "", .moment = -1};
    if (!all.list || find_all_moments(plan, budget, all.list) != ST_OK ||
        !find_cover(plan, all.list)) {
        free(all.list);
        return ST_NOMEM;
    }
    find_people(plan, budget, all.list);
    keep_those_in_week(&all);
    *out = all;
    return ST_OK;
}

void standbys_free(struct standbys *all)
{
    free(all->list);
    *all = (struct standbys){0};
}

/* Sentences */

void standbys_words(const struct standbys *all, struct text *out)
{
    if (all->count == 0)
        text_add(out, _("Nobody is in your week yet."));
    else if (all->open == 0)
        text_addf(out,
                  ngettext("Somebody steps in for the one person in your week.",
                           "Somebody steps in for each of the %zu in your week.",
                           (unsigned long)all->count),
                  all->count);
    else if (all->count == 1)
        text_add(out, _("For the one person in your week somebody is still to be named."));
    else
        text_addf(out, _("For %zu of %zu people somebody is still to be named."), all->open,
                  all->count);
}

/* "Sam", "somebody from Sunrise Care": a firm is never ill. */
static void add_person(const struct plan *plan, const struct form *form, const char *supporter,
                       struct text *out)
{
    if (cover_is_firm(plan, supporter))
        text_add(out, _("somebody from "));
    phrase_item(plan, form, SEC_SUPPORTER, supporter, out);
}

void standby_question(const struct plan *plan, const struct form *form, const struct standby *one,
                      bool holiday, struct text *out)
{
    struct text name = {0};
    char clock[8];

    add_person(plan, form, one->supporter, &name);
    text_addf(out, holiday ? _("Who comes when %s is on holiday") : _("Who comes when %s is ill"),
              text_str(&name));
    if (one->moment >= 0)
        text_addf(out, _(" on %s at %s"), day_name(one->moment / MINUTES_DAY),
                  clock_print(one->moment % MINUTES_DAY, clock));
    text_add(out, "?");
    if (one->alone)
        text_add(out, _(" Nobody else is there then."));
    out->nomem = out->nomem || name.nomem;
    text_free(&name);
}

/* The words of the form, or those that do without one. */
static const char *away_words(const struct form *form, const char *word)
{
    if (form)
        return phrase_word(form, F_COVER_WHEN, word);
    if (strcmp(word, "ill") == 0)
        return _("ill");
    return strcmp(word, "holiday") == 0 ? _("on holiday") : _("ill or on holiday");
}

void standby_when(const struct plan *plan, const struct form *form, const char *cover,
                  struct text *out)
{
    enum known known = plan_known(plan, F_COVER_WHEN, cover);
    text_add(out, away_words(form, known == KNOWN ? plan_str(plan, F_COVER_WHEN, cover) : "both"));
    if (known == NOT_SURE)
        text_add(out, _(", not sure which"));
}

static void add_known(const struct plan *plan, const struct form *form, enum field field,
                      const char *cover, const char *before, struct text *out)
{
    if (plan_known(plan, field, cover) == NOT_GIVEN)
        return;
    text_add(out, before);
    phrase_value(plan, form, field, cover, out);
}

void standby_cover_words(const struct plan *plan, const struct form *form, const char *cover,
                         struct text *out)
{
    standby_when(plan, form, cover, out);
    text_add(out, ": ");
    if (plan_known(plan, F_COVER_WHO, cover) == NOT_GIVEN)
        text_add(out, _("nobody is named yet"));
    add_known(plan, form, F_COVER_WHO, cover, "", out);
    add_known(plan, form, F_COVER_PHONE, cover, ", ", out);
    add_known(plan, form, F_COVER_PAYS, cover, _(". Paid from: "), out);
    add_known(plan, form, F_COVER_NOTE, cover, ". ", out);
    phrase_end(out);
}

/* "If Sam is on holiday: nobody is named yet." */
static enum status say_missing(const struct standby *one, const char *name, struct notices *out)
{
    struct text t = {0};

    if (one->cover.ill || one->cover.holiday)
        text_addf(&t,
                  one->cover.ill ? _("If %s is on holiday: nobody is named yet.")
                                 : _("If %s is ill: nobody is named yet."),
                  name);
    else
        text_addf(&t, _("If %s is ill or on holiday: nobody is named yet."), name);
    return notices_take(out, &t);
}

enum status standby_say(const struct plan *plan, const struct form *form, const struct standby *one,
                        struct notices *out)
{
    struct text name = {0};
    enum status st = ST_OK;

    add_person(plan, form, one->supporter, &name);
    for (size_t i = 0; st == ST_OK && i < plan_count(plan, SEC_COVER); i++) {
        const char *cover = plan_item(plan, SEC_COVER, i);
        struct text t = {0};
        if (!plan_is(plan, F_COVER_SUPPORTER, cover, one->supporter))
            continue;
        text_addf(&t, _("If %s is "), text_str(&name));
        standby_cover_words(plan, form, cover, &t);
        st = notices_take(out, &t);
    }
    if (st == ST_OK && !standby_enough(one) && !one->cover.begun)
        st = say_missing(one, text_str(&name), out);
    st = st == ST_OK ? text_status(&name) : st;
    text_free(&name);
    return st;
}
