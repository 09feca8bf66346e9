/*
 * The thing in hand on the week's grid, in full sentences.
 */
#include <stdlib.h>
#include <string.h>

#include "supportplan/lines.h"
#include "supportplan/sentences.h"
#include "timetable.h"

static void add_price(const struct wizard *w, const struct row *row, const struct week_line *line,
                      struct text *out)
{
    const struct budget_line *cost = budget_line_of(&w->budget, SEC_TIME, row->item);
    struct figure visit = budget_visit(w->plan, &w->budget, row->number, row->day);
    pence price;
    int unit;
    if (!cost || line->payer == PAYER_UNPAID) {
        text_add(out, ".");
    } else if (!visit.known ||
               plan_money(w->plan, F_RATE_PRICE, cost->rates[row->day], &price) != KNOWN ||
               plan_word(w->plan, F_RATE_UNIT, cost->rates[row->day], &unit) != KNOWN) {
        text_addf(out, ". %s", line_unpriced(w->plan, cost));
    } else {
        text_addf(out, _(" at %s"), amount_shown(price).s);
        text_addf(out, " %s", phrase_unit((enum unit)unit));
        text_addf(out, ", %s.", amount_shown(visit.p).s);
    }
}

/* " Also Tuesday to Friday."; where that would be long, " In all: every day." */
static void add_other_days(const struct week_line *line, int day, struct text *out)
{
    struct text others = {0}, all = {0};
    weekdays rest = (weekdays)(line->days & ~(1u << day));
    if (!line->days_known || !rest)
        return;
    days_words(&others, rest);
    days_words(&all, line->days);
    if (others.len > all.len + 8)
        text_addf(out, _(" In all: %s."), text_str(&all));
    else
        text_addf(out, _(" Also %s."), text_str(&others));
    text_free(&others);
    text_free(&all);
}

/* " At the same time: Outing." */
static void add_company(const struct wizard *w, const struct row *row, const struct week_line *line,
                        struct text *out)
{
    struct week_overlap *list = NULL;
    size_t count = 0;
    minutes from = row->day * MINUTES_DAY + line->start, until = from + line->length;
    if (week_overlaps(w->plan, timetable_pattern(w), &list, &count) != ST_OK)
        return;
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        bool mine = list[i].a == row->number || list[i].b == row->number;
        minutes at = list[i].from < from ? list[i].from + MINUTES_WEEK : list[i].from;
        if (!mine || at < from || at >= until)
            continue;
        struct text name = {0};
        size_t other = list[i].a == row->number ? list[i].b : list[i].a;
        phrase_item(w->plan, w->form, SEC_TIME, plan_item(w->plan, SEC_TIME, other), &name);
        text_addf(out, "%s%s", any ? ", " : _(" At the same time: "), text_str(&name));
        text_free(&name);
        any = true;
    }
    text_add(out, any ? "." : "");
    free(list);
}

/* "Mon 08:00 to 09:30. Wash, dress, breakfast, with Sunrise Care.
 *  1 h 30 m at 13.87 an hour, 20.81. My budget pays. Also Tuesday to Friday." */
static void add_line(const struct wizard *w, const struct row *row, struct text *out)
{
    struct week_line line = week_line(w->plan, row->number);
    text_addf(out, "%s ", day_short(row->day));
    line_clock(&line, out);
    text_add(out, ". ");
    line_what(w->plan, w->form, &line, out);
    text_add(out, ".\n");
    if (line.length_known)
        minutes_words(out, line.length);
    else
        text_add(out, _("How long is not known yet"));
    add_price(w, row, &line, out);
    line_people(&line, out);
    line_payer(w->plan, w->form, &line, out);
    add_other_days(&line, row->day, out);
    if (*line.pattern && week_pattern_count(w->plan) > 1)
        text_add(out, _(" Only in this kind of week."));
    add_company(w, row, &line, out);
}

void timetable_detail(const struct wizard *w, const struct row *row, struct text *out)
{
    if (!*row->item)
        text_addf(out, _("%s: %s. Enter adds a line."), row->text, row->state);
    else if (row->day >= 0 && row->day < 7)
        add_line(w, row, out);
    else
        sentence_line(w->plan, w->form, &w->budget, row->item, out);
}

static void add_hours(const struct week_time *time, struct text *out)
{
    if (time->paid > 0 || time->unpaid == 0) {
        minutes_words(out, time->paid);
        text_add(out, _(" paid"));
    }
    if (time->unpaid > 0) {
        text_add(out, time->paid > 0 ? ", " : "");
        minutes_words(out, time->unpaid);
        text_add(out, _(" unpaid"));
    }
}

void timetable_figures(const struct wizard *w, int day, struct text *out)
{
    const char *pattern = timetable_pattern(w);
    struct week_time time;
    if (day >= 0 && day < 7) {
        struct figure cost = budget_day(w->plan, &w->budget, pattern, day);
        time = timetable_time(w, day);
        /* What differs between days stands in the same columns: a move writes little. */
        if (cost.known)
            text_addf(out, _("The day: %s from my budget. "), amount_shown(cost.p).s);
        else
            text_add(out, _("The day: not all of it has a price. "));
        add_hours(&time, out);
        text_add(out, ".\n");
    }
    if (week_count(w->plan, pattern, &time) != ST_OK)
        return;
    text_add(out, _("The week: "));
    add_hours(&time, out);
    text_add(out, _(", somebody there "));
    minutes_words(out, time.cover);
    text_add(out, ".");
}
