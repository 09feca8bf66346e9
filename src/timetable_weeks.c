/*
 * Several kinds of week: the one that is shown, and one made or filled as a copy of it.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/record.h"
#include "timetable.h"

static void show_week(struct wizard *w, const char *pattern)
{
    snprintf(w->pattern, sizeof w->pattern, "%s", pattern);
    wizard_rebuild(w);
}

void timetable_other_week(struct wizard *w)
{
    size_t count = week_pattern_count(w->plan);
    struct text name = {0};
    if (count < 2) {
        wizard_say(w, "%s", _("There is one kind of week only."));
        return;
    }
    show_week(
        w, week_pattern(w->plan, (week_pattern_place(w->plan, timetable_pattern(w)) + 1) % count));
    phrase_item(w->plan, w->form, SEC_WEEK, w->pattern, &name);
    wizard_say(w, _("This is the week \"%s\"."), text_str(&name));
    text_free(&name);
}

/* Copy every line that one week has of its own into another; how many. Lines of every week are in
 * both already. */
static size_t copy_lines(struct wizard *w, const char *from, const char *to)
{
    size_t count = plan_count(w->plan, SEC_TIME), copied = 0;
    for (size_t i = 0; i < count; i++) {
        char item[NAME_MAX_LEN + 1], other[NAME_MAX_LEN + 1];
        snprintf(item, sizeof item, "%s", plan_item(w->plan, SEC_TIME, i));
        if (!plan_is(w->plan, F_TIME_WEEK, item, from) || !timetable_double(w, item, other))
            continue;
        wizard_set(w, F_TIME_WEEK, other, to);
        copied++;
    }
    return copied;
}

/* Before there is a second kind of week, the first one gets a name, and the lines of every week
 * become its own: else a change in one would be a change in both. */
static void set_first_week_apart(struct wizard *w)
{
    if (plan_count(w->plan, SEC_WEEK) > 1)
        return;
    char first[NAME_MAX_LEN + 1];
    snprintf(first, sizeof first, "%s", week_pattern(w->plan, 0));
    if (plan_count(w->plan, SEC_WEEK) == 0)
        wizard_set(w, F_WEEK_NAME, first, _("Ordinary week"));
    for (size_t i = 0; i < plan_count(w->plan, SEC_TIME); i++) {
        const char *item = plan_item(w->plan, SEC_TIME, i);
        if (plan_known(w->plan, F_TIME_WEEK, item) == NOT_GIVEN)
            wizard_set(w, F_TIME_WEEK, item, first);
    }
}

/* The kind of week that comes every so many weeks; NULL where there is none. */
static const char *week_every(const struct wizard *w, int every)
{
    for (size_t i = 0; i < plan_count(w->plan, SEC_WEEK); i++) {
        const char *item = plan_item(w->plan, SEC_WEEK, i);
        int64_t n;
        if (plan_number(w->plan, F_WEEK_EVERY, item, &n) == KNOWN && n == every)
            return item;
    }
    return NULL;
}

/* Take the weeks of the new kind from those of the only one there is: 52 become 26 and 26. */
static void share_weeks(struct wizard *w, const char *first, const char *new, int every)
{
    char s[32];
    int64_t weeks = 52;
    enum known known = plan_number(w->plan, F_WEEK_WEEKS, first, &weeks);
    int64_t share = (weeks + every / 2) / every;
    if (known == NOT_SURE || share < 1 || share >= weeks) {
        wizard_set(w, F_WEEK_WEEKS, new, "?");
        return;
    }
    snprintf(s, sizeof s, "%lld", (long long)share);
    wizard_set(w, F_WEEK_WEEKS, new, s);
    snprintf(s, sizeof s, "%lld", (long long)(weeks - share));
    wizard_set(w, F_WEEK_WEEKS, first, s);
}

/* Which week it is the turn of is for the person to say: it is a question until then. */
static bool make_week_every(struct wizard *w, int every, char out[NAME_MAX_LEN + 1])
{
    char first[NAME_MAX_LEN + 1], s[16];
    struct text name = {0};
    snprintf(first, sizeof first, "%s", week_pattern(w->plan, 0));
    if (plan_count(w->plan, SEC_WEEK) == 0)
        wizard_set(w, F_WEEK_NAME, first, _("Ordinary week"));
    if (plan_new_item(w->plan, SEC_WEEK, out, &w->action.edits) != ST_OK)
        return false;
    text_addf(&name, _("Every %d weeks"), every);
    snprintf(s, sizeof s, "%d", every);
    wizard_set(w, F_WEEK_NAME, out, text_str(&name));
    share_weeks(w, first, out, every);
    wizard_set(w, F_WEEK_STARTS, out, "?");
    wizard_set(w, F_WEEK_EVERY, out, s);
    copy_lines(w, first, out);
    text_free(&name);
    return true;
}

bool timetable_week_every(struct wizard *w, int every, char out[NAME_MAX_LEN + 1])
{
    const char *there = week_every(w, every);
    if (there)
        snprintf(out, NAME_MAX_LEN + 1, "%s", there);
    return there || (plan_count(w->plan, SEC_WEEK) < 2 && make_week_every(w, every, out));
}

void timetable_new_week(struct wizard *w)
{
    char from[NAME_MAX_LEN + 1], to[NAME_MAX_LEN + 1];
    struct text name = {0};
    snprintf(from, sizeof from, "%s", timetable_pattern(w));
    wizard_begin(w, "%s", _("make another kind of week"));
    set_first_week_apart(w);
    phrase_item(w->plan, w->form, SEC_WEEK, from, &name);
    bool made = plan_new_item(w->plan, SEC_WEEK, to, &w->action.edits) == ST_OK &&
                wizard_set(w, F_WEEK_NAME, to, _("Another week")) == ST_OK &&
                wizard_set(w, F_WEEK_WEEKS, to, "?") == ST_OK;
    if (made) {
        copy_lines(w, from, to);
        wizard_end(w);
        show_week(w, to);
        record_go(w, SEC_WEEK, to);
        wizard_say(w,
                   _("This week is a copy of %s. Say its name, and how many weeks a year it has."),
                   text_str(&name));
    } else {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
    }
    text_free(&name);
}

/* The kind of week whose name begins with some words; NULL where there is not one. */
static const char *week_named(const struct wizard *w, const char *words)
{
    const char *found = NULL;
    size_t hits = 0;
    for (size_t i = 0; i < plan_count(w->plan, SEC_WEEK) && *words; i++) {
        const char *item = plan_item(w->plan, SEC_WEEK, i);
        const char *name = plan_str(w->plan, F_WEEK_NAME, item);
        if (strcasecmp(name, words) == 0)
            return item;
        if (strncasecmp(name, words, strlen(words)) == 0) {
            found = item;
            hits++;
        }
    }
    return hits == 1 ? found : NULL;
}

size_t timetable_own_lines(const struct wizard *w, const char *week)
{
    size_t own = 0;
    for (size_t i = 0; i < plan_count(w->plan, SEC_TIME); i++)
        own += plan_is(w->plan, F_TIME_WEEK, plan_item(w->plan, SEC_TIME, i), week);
    return own;
}

static void clear_week(struct wizard *w, const char *week)
{
    for (size_t i = plan_count(w->plan, SEC_TIME); i-- > 0;)
        if (plan_is(w->plan, F_TIME_WEEK, plan_item(w->plan, SEC_TIME, i), week))
            plan_remove(w->plan, SEC_TIME, plan_item(w->plan, SEC_TIME, i), &w->action.edits);
}

void timetable_fill_week(struct wizard *w, const char *week, bool replace)
{
    char to[NAME_MAX_LEN + 1];
    struct text from_name = {0}, to_name = {0};
    snprintf(to, sizeof to, "%s", week);
    phrase_item(w->plan, w->form, SEC_WEEK, timetable_pattern(w), &from_name);
    phrase_item(w->plan, w->form, SEC_WEEK, to, &to_name);
    wizard_begin(w, _("copy %s to %s"), text_str(&from_name), text_str(&to_name));
    if (replace)
        clear_week(w, to);
    size_t lines = copy_lines(w, timetable_pattern(w), to);
    wizard_end(w);
    if (lines > 0)
        show_week(w, to);
    wizard_say(w,
               ngettext("Copied %zu line of %s to %s. Undo takes it back.",
                        "Copied %zu lines of %s to %s. Undo takes them back.", lines),
               lines, text_str(&from_name), text_str(&to_name));
    text_free(&from_name);
    text_free(&to_name);
}

/* Lines that the other week has of its own are asked about, as those of a day are. */
void timetable_copy_week(struct wizard *w, const char *to_words)
{
    const char *to = week_named(w, to_words);
    if (!to || strcmp(to, timetable_pattern(w)) == 0) {
        wizard_trouble(w, _("\"%s\" is not the name of another week in your plan."), to_words);
    } else if (timetable_own_lines(w, to) > 0 && timetable_own_lines(w, timetable_pattern(w)) > 0) {
        struct place p = place_of(PLACE_COPY_HOW);
        snprintf(p.parent, sizeof p.parent, "%s", to);
        wizard_go(w, p);
    } else {
        timetable_fill_week(w, to, false);
    }
}
