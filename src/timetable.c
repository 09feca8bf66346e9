/*
 * The week's pages: the timetable as a list that a screen may also draw as a grid,
 * a line added in one line, days copied, lines moved.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/entry.h"
#include "supportplan/places.h"
#include "supportplan/sentences.h"
#include "supportplan/steps.h"

enum act { ACT_DAY = 1, ACT_LINE, ACT_ADD, ACT_ASK, ACT_OTHER, ACT_PATTERNS, ACT_NEXT, ACT_MORE };

static const char *pattern_of(const struct wizard *w)
{
    for (size_t i = 0; i < week_pattern_count(w->plan); i++)
        if (strcmp(week_pattern(w->plan, i), w->pattern) == 0)
            return w->pattern;
    return week_pattern(w->plan, 0);
}

/* Building */

struct slot {
    size_t line; /* number in the plan */
    minutes start;
};

static int earlier(const void *a, const void *b)
{
    const struct slot *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

/* The lines of one day (7: those whose times vary) in the order of the clock. *out to be freed. */
static size_t lines_of_day(const struct wizard *w, int day, struct slot **out)
{
    size_t all = plan_count(w->plan, SEC_TIME), n = 0;
    struct slot *slots = calloc(all ? all : 1, sizeof *slots);
    *out = slots;
    for (size_t i = 0; slots && i < all; i++) {
        struct week_line line = week_line(w->plan, i);
        if (!week_in_pattern(&line, pattern_of(w)) && line.pattern_known)
            continue;
        bool floating = line.start < 0;
        if (day == 7 ? !floating : floating || !(line.days & (1u << day)))
            continue;
        slots[n++] = (struct slot){i, line.start};
    }
    if (slots)
        qsort(slots, n, sizeof *slots, earlier);
    return n;
}

static void day_row(const struct wizard *w, int day, size_t lines, struct page *page)
{
    struct text t = {0};
    if (lines == 0) {
        text_add(&t, _("nothing"));
    } else {
        struct week_time time = week_day(w->plan, pattern_of(w), day);
        text_addf(&t, ngettext("%zu line", "%zu lines", lines), lines);
        if (time.paid > 0) {
            text_add(&t, ", ");
            minutes_words(&t, time.paid);
            text_add(&t, _(" paid"));
        }
        if (time.unpaid > 0) {
            text_add(&t, ", ");
            minutes_words(&t, time.unpaid);
            text_add(&t, _(" unpaid"));
        }
    }
    struct row *row = page_add(page, w->plain ? ROW_HEADING : ROW_ITEM, day_name(day));
    row->act = ACT_DAY;
    row->day = day;
    row->number = (size_t)day;
    page_row_say(page, &row->state, text_str(&t));
    text_free(&t);
}

static bool overlaps(const struct week_overlap *list, size_t count, size_t line, int day)
{
    for (size_t i = 0; i < count; i++)
        if ((list[i].a == line || list[i].b == line) && list[i].from < (day + 1) * MINUTES_DAY &&
            list[i].until > day * MINUTES_DAY)
            return true;
    return false;
}

static void day_rows(const struct wizard *w, int day, struct page *page)
{
    struct slot *slots = NULL;
    struct week_overlap *over = NULL;
    size_t n = lines_of_day(w, day, &slots), over_count = 0;
    week_overlaps(w->plan, pattern_of(w), &over, &over_count);
    if (day < 7)
        day_row(w, day, n, page);
    else if (n > 0)
        page_add(page, ROW_HEADING, _("Days or times vary"));
    for (size_t i = 0; i < n; i++) {
        const char *item = plan_item(w->plan, SEC_TIME, slots[i].line);
        struct text t = {0};
        sentence_line_short(w->plan, item, &t);
        struct row *row = page_item(page, text_str(&t), ACT_LINE);
        row->day = day;
        row->indent = 1;
        row->number = slots[i].line;
        snprintf(row->item, sizeof row->item, "%s", item);
        if (day < 7 && overlaps(over, over_count, slots[i].line, day))
            page_row_say(page, &row->state, _("overlap"));
        text_free(&t);
    }
    free(over);
    free(slots);
}

static void week_title(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    const char *pattern = pattern_of(w);
    const char *name = plan_get(w->plan, F_WEEK_NAME, pattern);
    text_add(&t, _("My week"));
    if (week_pattern_count(w->plan) > 1 || name)
        text_addf(&t, ": %s", name ? name : pattern);
    int64_t weeks;
    if (plan_number(w->plan, F_WEEK_WEEKS, pattern, &weeks) == KNOWN)
        text_addf(&t, _(", %lld of 52 weeks"), (long long)weeks);
    page_say(page, &page->title, text_str(&t));
    text_free(&t);
}

static void week_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    week_title(w, page);
    page_say(page, &page->prompt, _("Number, add, copy, delete, or help? "));
    page_say(page, &page->hint,
             _("Enter open   a add   c copy day   d delete   v move   u undo   l list or grid   "
               "o overlap   g gap   w other week   n done   F1 help   Esc back"));
    for (int day = 0; day < 8; day++)
        day_rows(w, day, page);
    page_add(page, ROW_GAP, "");
    page_row_say(page, &page_item(page, _("Add a line"), ACT_ADD)->word, "add");
    page_row_say(page, &page_item(page, _("Add a line, question by question"), ACT_ASK)->word,
                 "ask");
    if (week_pattern_count(w->plan) > 1)
        page_row_say(page, &page_item(page, _("Show another week"), ACT_OTHER)->word, "other");
    page_row_say(page, &page_item(page, _("More about the week"), ACT_MORE)->word, "more");
    page_row_say(page, &page_item(page, _("Done"), ACT_NEXT)->word, "done");
}

/* A line from words */

static void keep_time_fields(struct wizard *w, const char *item, const struct entry *e)
{
    char s[32];
    if (e->days)
        wizard_set(w, F_TIME_DAYS, item, days_print(e->days, s));
    if (e->start >= 0)
        wizard_set(w, F_TIME_START, item, clock_print(e->start, s));
    if (e->end >= 0)
        wizard_set(w, F_TIME_END, item, clock_print(e->end, s));
    if (e->length >= 0) {
        snprintf(s, sizeof s, "%d", e->length);
        wizard_set(w, F_TIME_MINUTES, item, s);
    }
    if (e->times > 0) {
        snprintf(s, sizeof s, "%lld", (long long)e->times);
        wizard_set(w, F_TIME_TIMES, item, s);
    }
    if (e->workers > 0) {
        snprintf(s, sizeof s, "%lld", (long long)e->workers);
        wizard_set(w, F_TIME_WORKERS, item, s);
    }
    if (*e->what)
        wizard_set(w, F_TIME_WHAT, item, e->what);
}

/* The supporter that a line names: one that is there, or a new one with that name. */
static bool keep_supporter(struct wizard *w, const struct entry *e, char out[NAME_MAX_LEN + 1])
{
    snprintf(out, NAME_MAX_LEN + 1, "%s", e->supporter);
    if (*out || !*e->person)
        return true;
    return plan_new_item(w->plan, SEC_SUPPORTER, out, &w->action.edits) == ST_OK &&
           wizard_set(w, F_SUPPORTER_NAME, out, e->person) == ST_OK;
}

/* The hourly rate of a supporter at a price: one that is there, or a new one. */
static bool keep_rate(struct wizard *w, const char *supporter, pence price,
                      char out[NAME_MAX_LEN + 1])
{
    char s[MONEY_ROOM];
    for (size_t i = 0; i < plan_count(w->plan, SEC_RATE); i++) {
        const char *rate = plan_item(w->plan, SEC_RATE, i);
        pence has;
        if (plan_is(w->plan, F_RATE_SUPPORTER, rate, supporter) &&
            plan_is(w->plan, F_RATE_UNIT, rate, "hour") &&
            plan_money(w->plan, F_RATE_PRICE, rate, &has) == KNOWN && has == price) {
            snprintf(out, NAME_MAX_LEN + 1, "%s", rate);
            return true;
        }
    }
    return plan_new_item(w->plan, SEC_RATE, out, &w->action.edits) == ST_OK &&
           wizard_set(w, F_RATE_SUPPORTER, out, supporter) == ST_OK &&
           wizard_set(w, F_RATE_PRICE, out, money_print(price, s)) == ST_OK &&
           wizard_set(w, F_RATE_UNIT, out, "hour") == ST_OK;
}

/* Put what was understood into the plan, within an action; item gets the new line's name. */
static bool keep_entry(struct wizard *w, const struct entry *e, char item[NAME_MAX_LEN + 1])
{
    char supporter[NAME_MAX_LEN + 1], rate[NAME_MAX_LEN + 1] = "";
    if (!keep_supporter(w, e, supporter) ||
        (e->price >= 0 && *supporter && !keep_rate(w, supporter, e->price, rate)) ||
        plan_new_item(w->plan, SEC_TIME, item, &w->action.edits) != ST_OK)
        return false;
    if (week_pattern_count(w->plan) > 1)
        wizard_set(w, F_TIME_WEEK, item, pattern_of(w));
    keep_time_fields(w, item, e);
    if (*supporter)
        wizard_set(w, F_TIME_SUPPORTER, item, supporter);
    if (*rate)
        wizard_set(w, F_TIME_RATE, item, rate);
    if (e->unpaid)
        wizard_set(w, F_TIME_PAYS, item, "unpaid");
    return plan_place(w->plan, SEC_TIME, item) != PLAN_LAST;
}

/* What a line would mean and cost: it is put in, counted, told and taken out again. */
static bool echo_entry(struct wizard *w, const struct entry *e)
{
    char item[NAME_MAX_LEN + 1];
    struct text t = {0};
    struct budget budget;
    wizard_begin(w, "%s", "");
    bool kept = keep_entry(w, e, item);
    if (kept && budget_count(w->plan, &budget) == ST_OK) {
        sentence_line(w->plan, w->form, &budget, item, &t);
        if (*e->person)
            text_addf(&t, _(" %s is new: I add the name to who supports you."), e->person);
        text_add(&t, " ");
        sentence_total(w->plan, &budget, pattern_of(w), &t);
        budget_free(&budget);
    }
    wizard_drop(w);
    wizard_say(w, _("%s Enter keeps it."), text_str(&t));
    text_free(&t);
    return kept;
}

static void say_kept(struct wizard *w, const char *item)
{
    struct text t = {0};
    sentence_line(w->plan, w->form, &w->budget, item, &t);
    wizard_say(w, _("Kept: %s"), text_str(&t));
    text_free(&t);
}

static bool add_entry(struct wizard *w, const struct entry *e)
{
    char item[NAME_MAX_LEN + 1];
    wizard_begin(w, _("add \"%s\""), *e->what ? e->what : _("a line of the week"));
    if (!keep_entry(w, e, item)) {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return false;
    }
    wizard_end(w);
    say_kept(w, item);
    return true;
}

static void add_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)w, (void)here;
    page_say(page, &page->title, _("Add a line to my week"));
    page_say(page, &page->prompt, _("Add: "));
    page_say(page, &page->hint,
             _("Enter say what it means, Enter again keep it   Esc leave it as a draft"));
    page_add(page, ROW_HEADING, _("When, what, and with whom?"));
    page_words(page, _("For example: mon-fri 8-9.30 wash and dress, Sunrise Care"));
    page_words(page, _("Or: sat 10-12 shopping, Sam, 13.50. Or: 10 hours a week going out, Sam."));
    page_add(page, ROW_EDIT, _("Add"));
}

static bool add_take(struct wizard *w, const char *text)
{
    struct entry e;
    struct fault fault;
    wizard_here(w)->told = false;
    if (!*text || entry_parse(w->plan, text, &e, &fault) == ST_OK)
        return true;
    wizard_trouble(w, "%s", fault.text);
    return false;
}

static void add_next(struct wizard *w)
{
    struct entry e;
    struct place *here = wizard_here(w);
    if (w->edit.text.len == 0) {
        wizard_back(w);
        return;
    }
    if (entry_parse(w->plan, text_str(&w->edit.text), &e, NULL) != ST_OK)
        return;
    if (!here->told) {
        here->told = echo_entry(w, &e);
        return;
    }
    if (add_entry(w, &e)) {
        wizard_keep_draft(w, NULL);
        wizard_back(w);
    }
}

static void ask_questions(struct wizard *w)
{
    struct place p = place_of(PLACE_FIELD);
    p.table = SEC_TIME;
    p.field = F_TIME_WHAT;
    p.walk = true;
    const struct form_page *fp = form_page_of_field(w->form, F_TIME_WHAT, NULL);
    if (fp && fp->fields_count > 0 && schema_field_named(SEC_TIME, fp->fields[0]) != FIELD_NONE)
        p.field = schema_field_named(SEC_TIME, fp->fields[0]);
    wizard_go(w, p);
}

/* Copying */

/* A line that is alike in everything but its days: copying adds days to it rather than a second
 * line. */
static void copy_line_to_days(struct wizard *w, const char *item, weekdays to)
{
    char s[32];
    weekdays has = 1;
    plan_days(w->plan, F_TIME_DAYS, item, &has);
    if (plan_known(w->plan, F_TIME_DAYS, item) == NOT_SURE)
        return;
    wizard_set(w, F_TIME_DAYS, item, days_print((weekdays)(has | to), s));
}

static void add_day_names(struct text *t, weekdays days)
{
    struct text names = {0};
    days_words(&names, days);
    text_add(t, text_str(&names));
    text_free(&names);
}

static void copy_day(struct wizard *w, int day, weekdays to)
{
    struct slot *slots = NULL;
    size_t n = lines_of_day(w, day, &slots);
    struct text t = {0};
    add_day_names(&t, to);
    wizard_begin(w, _("copy %s to %s"), day_name(day), text_str(&t));
    for (size_t i = 0; i < n; i++) {
        char item[NAME_MAX_LEN + 1];
        snprintf(item, sizeof item, "%s", plan_item(w->plan, SEC_TIME, slots[i].line));
        copy_line_to_days(w, item, to);
    }
    wizard_end(w);
    if (n > 0)
        wizard_say(w,
                   ngettext("Copied %zu line of %s to %s. Undo takes it back.",
                            "Copied %zu lines of %s to %s. Undo takes them back.", n),
                   n, day_name(day), text_str(&t));
    else
        wizard_say(w, _("%s has no lines to copy."), day_name(day));
    text_free(&t);
    free(slots);
}

static int day_in_hand(const struct wizard *w)
{
    const struct place *here = wizard_at(w);
    if (here->focus < w->page.count && w->page.rows[here->focus].day >= 0 &&
        w->page.rows[here->focus].day < 7)
        return w->page.rows[here->focus].day;
    return -1;
}

static void copy_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    struct slot *slots = NULL;
    size_t n = lines_of_day(w, (int)here->number, &slots);
    text_addf(
        &t, ngettext("Copy %s (%zu line) to which days?", "Copy %s (%zu lines) to which days?", n),
        day_name((int)here->number), n);
    page_say(page, &page->title, _("Copy a day"));
    page_say(page, &page->prompt, _("To which days? "));
    page_say(page, &page->hint, _("Enter copy   Esc back"));
    page_add(page, ROW_HEADING, text_str(&t));
    page_words(page, _("For example: tue-fri, weekdays, or every day."));
    page_add(page, ROW_EDIT, _("To"));
    text_free(&t);
    free(slots);
}

static bool copy_take(struct wizard *w, const char *text)
{
    weekdays days;
    if (!*text || days_parse(text, &days) == ST_OK)
        return true;
    wizard_trouble(w, _("\"%s\" is not days I know. Type for example tue-fri."), text);
    return false;
}

static void copy_next(struct wizard *w)
{
    weekdays days;
    int day = (int)wizard_at(w)->number;
    if (w->edit.text.len > 0 && days_parse(text_str(&w->edit.text), &days) == ST_OK) {
        wizard_back(w);
        copy_day(w, day, days);
    } else {
        wizard_back(w);
    }
}

static void copy(struct wizard *w, const char *arg)
{
    weekdays from, to;
    if (entry_copy_parse(arg, &from, &to) == ST_OK) {
        int day = 0;
        while (!(from & (1u << day)))
            day++;
        copy_day(w, day, to);
        return;
    }
    if (*arg || day_in_hand(w) < 0) {
        wizard_trouble(w, "%s", _("Say which day to which, for example: copy mon to tue-fri."));
        return;
    }
    struct place p = place_of(PLACE_COPY);
    p.number = (size_t)day_in_hand(w);
    wizard_go(w, p);
}

/* Deleting, moving, lengthening */

/* The line that a number names ("delete 3": as the page numbers it), or the one in hand. */
static const struct row *line_row(struct wizard *w, const char **arg)
{
    size_t n = 0, want = 0;
    if (**arg >= '0' && **arg <= '9') {
        char *end;
        want = strtoul(*arg, &end, 10);
        *arg = end + strspn(end, " ");
    }
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *row = &w->page.rows[i];
        n += row_focusable(row);
        if (row->act == ACT_LINE && (want ? n == want : i == wizard_at(w)->focus))
            return row;
    }
    wizard_trouble(w, "%s", _("Choose a line first, or say its number."));
    return NULL;
}

static void delete_line(struct wizard *w, const char *arg)
{
    const struct row *row = line_row(w, &arg);
    if (!row)
        return;
    char item[NAME_MAX_LEN + 1], name[160];
    snprintf(item, sizeof item, "%s", row->item);
    struct week_line line = week_line(w->plan, row->number);
    int day = row->day;
    snprintf(name, sizeof name, "%s", plan_str(w->plan, F_TIME_WHAT, item));
    if (!*name)
        snprintf(name, sizeof name, "%s", _("the line"));
    /* On one day of several, only that day goes; the line stays on the others. */
    if (day < 7 && days_count(line.days) > 1 && line.days_known) {
        char s[32];
        wizard_begin(w, _("delete \"%s\" on %s"), name, day_name(day));
        wizard_set(w, F_TIME_DAYS, item, days_print((weekdays)(line.days & ~(1u << day)), s));
        wizard_end(w);
        wizard_say(w, _("Removed %s on %s. Its other days stay. Undo brings it back."), name,
                   day_name(day));
        return;
    }
    wizard_begin(w, _("delete \"%s\""), name);
    plan_remove(w->plan, SEC_TIME, item, &w->action.edits);
    wizard_end(w);
    wizard_say(w, _("Removed %s. Undo brings it back."), name);
}

static void set_clock(struct wizard *w, enum field field, const char *item, minutes m)
{
    char s[8];
    wizard_set(w, field, item, clock_print(m, s));
}

static void move_line(struct wizard *w, const char *item, minutes start)
{
    size_t place = plan_place(w->plan, SEC_TIME, item);
    struct week_line line = week_line(w->plan, place);
    wizard_begin(w, "%s", _("move a line"));
    set_clock(w, F_TIME_START, item, start);
    if (plan_known(w->plan, F_TIME_END, item) == KNOWN && line.length_known) {
        minutes end = (start + line.length) % MINUTES_DAY;
        set_clock(w, F_TIME_END, item, end == 0 ? MINUTES_DAY : end);
    }
    wizard_end(w);
    say_kept(w, item);
}

static void move(struct wizard *w, const char *arg)
{
    const struct row *row = line_row(w, &arg);
    if (!row)
        return;
    minutes start;
    if (row->day == 7) {
        wizard_say(w, "%s", _("This line has no clock time to move."));
    } else if (*arg && clock_parse(arg, &start) == ST_OK && start < MINUTES_DAY) {
        char item[NAME_MAX_LEN + 1];
        snprintf(item, sizeof item, "%s", row->item);
        move_line(w, item, start);
    } else if (*arg) {
        wizard_trouble(w, _("\"%s\" is not a time I know. Type for example 14:30."), arg);
    } else {
        struct place p = place_of(PLACE_MOVE);
        snprintf(p.item, sizeof p.item, "%s", row->item);
        wizard_go(w, p);
    }
}

static void move_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    sentence_line(w->plan, w->form, &w->budget, here->item, &t);
    page_say(page, &page->title, _("Move a line"));
    page_say(page, &page->prompt, _("New start? "));
    page_say(page, &page->hint, _("Enter move   Esc back"));
    page_words(page, text_str(&t));
    page_add(page, ROW_HEADING, _("When shall it start? It stays as long as it is."));
    page_add(page, ROW_EDIT, _("Start"));
    text_free(&t);
}

static bool move_take(struct wizard *w, const char *text)
{
    minutes m;
    if (!*text || (clock_parse(text, &m) == ST_OK && m < MINUTES_DAY))
        return true;
    wizard_trouble(w, _("\"%s\" is not a time I know. Type for example 14:30."), text);
    return false;
}

static void move_next(struct wizard *w)
{
    minutes start;
    char item[NAME_MAX_LEN + 1];
    memcpy(item, wizard_at(w)->item, sizeof item);
    bool known = clock_parse(text_str(&w->edit.text), &start) == ST_OK && start < MINUTES_DAY;
    wizard_back(w);
    if (known)
        move_line(w, item, start);
}

static void stretch(struct wizard *w, const char *arg, minutes by)
{
    const struct row *row = line_row(w, &arg);
    if (!row)
        return;
    char item[NAME_MAX_LEN + 1], s[32];
    snprintf(item, sizeof item, "%s", row->item);
    struct week_line line = week_line(w->plan, row->number);
    minutes length = line.length + by;
    if (!line.length_known || length <= 0 || (line.start >= 0 && length > MINUTES_DAY)) {
        wizard_say(w, "%s", _("This line can't be made longer or shorter that way."));
        return;
    }
    wizard_begin(w,
                 by > 0 ? _("make a line %d minutes longer") : _("make a line %d minutes shorter"),
                 by > 0 ? by : -by);
    if (plan_known(w->plan, F_TIME_END, item) == KNOWN) {
        minutes end = (line.start + length) % MINUTES_DAY;
        set_clock(w, F_TIME_END, item, end == 0 ? MINUTES_DAY : end);
    } else {
        snprintf(s, sizeof s, "%d", length);
        wizard_set(w, F_TIME_MINUTES, item, s);
    }
    wizard_end(w);
    say_kept(w, item);
}

/* Overlaps and gaps */

static void add_moment(struct text *t, minutes m)
{
    char s[8];
    text_addf(t, "%s %s", day_name((m / MINUTES_DAY) % 7), clock_print(m % MINUTES_DAY, s));
}

static void add_stretch(struct text *t, minutes from, minutes until)
{
    add_moment(t, from);
    text_add(t, _(" to "));
    if (until - from < MINUTES_DAY && until / MINUTES_DAY == from / MINUTES_DAY) {
        char s[8];
        text_add(t, clock_print(until % MINUTES_DAY, s));
    } else {
        add_moment(t, until);
    }
}

static void tell_overlap(const struct wizard *w, const struct week_overlap *o, struct text *t)
{
    add_stretch(t, o->from, o->until);
    const char *a = plan_item(w->plan, SEC_TIME, o->a), *b = plan_item(w->plan, SEC_TIME, o->b);
    text_addf(t, _(": %s and %s."), plan_str(w->plan, F_TIME_WHAT, a),
              plan_str(w->plan, F_TIME_WHAT, b));
    if (o->same_person)
        text_add(t, _(" One person is in two places."));
}

/* The first one after the moment in hand, then round; on a screen the focus goes there too. */
static void show_overlaps(struct wizard *w)
{
    struct week_overlap *list = NULL;
    size_t count = 0;
    struct text t = {0};
    if (week_overlaps(w->plan, pattern_of(w), &list, &count) != ST_OK)
        return;
    if (count == 0)
        text_add(&t, _("No two lines are at the same time."));
    if (w->plain) {
        for (size_t i = 0; i < count; i++) {
            text_add(&t, i ? "\n" : "");
            tell_overlap(w, &list[i], &t);
        }
    } else if (count > 0) {
        struct place *here = wizard_here(w);
        size_t i = here->number++ % count;
        text_addf(&t, _("Overlap %zu of %zu. "), i + 1, count);
        tell_overlap(w, &list[i], &t);
        for (size_t r = 0; r < w->page.count; r++)
            if (w->page.rows[r].act == ACT_LINE && w->page.rows[r].number == list[i].b &&
                w->page.rows[r].day == list[i].from / MINUTES_DAY % 7)
                wizard_focus(w, r);
    }
    wizard_say(w, "%s", text_str(&t));
    text_free(&t);
    free(list);
}

static void show_gaps(struct wizard *w)
{
    struct week_gap *list = NULL;
    size_t count = 0;
    struct text t = {0};
    if (week_gaps(w->plan, pattern_of(w), &list, &count) != ST_OK)
        return;
    if (count == 0)
        text_add(&t, _("There is no time of the week to list."));
    size_t shown = w->plain ? count : count > 0;
    size_t first = w->plain || count == 0 ? 0 : wizard_here(w)->number++ % count;
    for (size_t i = 0; i < shown; i++) {
        const struct week_gap *g = &list[first + i];
        text_add(&t, i ? "\n" : "");
        if (!w->plain)
            text_addf(&t, _("Gap %zu of %zu. "), first + 1, count);
        text_add(&t, _("Nobody is there "));
        add_stretch(&t, g->from, g->until);
        text_add(&t, ".");
    }
    wizard_say(w, "%s", text_str(&t));
    text_free(&t);
    free(list);
}

static void say_total(struct wizard *w)
{
    struct text t = {0};
    int day = day_in_hand(w);
    if (day >= 0 && !w->plain) {
        struct week_time time = week_day(w->plan, pattern_of(w), day);
        text_addf(&t, "%s: ", day_name(day));
        minutes_words(&t, time.paid);
        text_add(&t, _(" paid, "));
        minutes_words(&t, time.unpaid);
        text_add(&t, _(" unpaid. "));
    }
    sentence_total(w->plan, &w->budget, pattern_of(w), &t);
    wizard_say(w, "%s", text_str(&t));
    text_free(&t);
}

static void other_week(struct wizard *w)
{
    size_t count = week_pattern_count(w->plan), i = 0;
    while (i < count && strcmp(week_pattern(w->plan, i), pattern_of(w)) != 0)
        i++;
    if (count < 2) {
        wizard_say(w, "%s", _("There is one kind of week only."));
        return;
    }
    snprintf(w->pattern, sizeof w->pattern, "%s", week_pattern(w->plan, (i + 1) % count));
    const char *name = plan_get(w->plan, F_WEEK_NAME, w->pattern);
    wizard_say(w, _("This is the week \"%s\"."), name ? name : w->pattern);
}

/* Moving about the grid */

static minutes row_start(const struct wizard *w, const struct row *row)
{
    return row->act == ACT_LINE ? week_line(w->plan, row->number).start : -1;
}

/* The row of another day whose time is nearest to the one in hand. */
static bool to_day(struct wizard *w, int step)
{
    const struct row *row = &w->page.rows[wizard_at(w)->focus];
    int day = row->day + step;
    if (row->day < 0 || row->day > 6 || day < 0 || day > 6)
        return false;
    minutes want = row_start(w, row);
    size_t best = w->page.count;
    int distance = -1;
    for (size_t i = 0; i < w->page.count; i++) {
        const struct row *r = &w->page.rows[i];
        if (r->day != day || !row_focusable(r))
            continue;
        int d = abs(row_start(w, r) - want);
        if ((r->act == ACT_DAY) != (row->act == ACT_DAY))
            d += 10 * MINUTES_DAY;
        if (best == w->page.count || d < distance) {
            best = i;
            distance = d;
        }
    }
    wizard_focus(w, best);
    return best < w->page.count;
}

static bool grid_move(struct wizard *w, enum command cmd)
{
    struct place *here = wizard_here(w);
    if (w->week_list || w->plain || here->focus >= w->page.count)
        return false;
    const struct row *row = &w->page.rows[here->focus];
    if (row->day < 0 || row->day > 6)
        return false;
    if (cmd == CMD_UP || cmd == CMD_DOWN)
        return to_day(w, cmd == CMD_UP ? -1 : 1);
    size_t next = here->focus + (cmd == CMD_RIGHT ? 1 : (size_t)-1);
    if ((cmd == CMD_LEFT || cmd == CMD_RIGHT) && next < w->page.count &&
        w->page.rows[next].day == row->day)
        wizard_focus(w, next);
    return cmd == CMD_LEFT || cmd == CMD_RIGHT;
}

/* The page's commands */

static void add(struct wizard *w, const char *arg)
{
    struct entry e;
    struct fault fault;
    if (!*arg)
        wizard_go(w, place_of(PLACE_ADD_LINE));
    else if (entry_parse(w->plan, arg, &e, &fault) != ST_OK)
        wizard_trouble(w, "%s", fault.text);
    else
        add_entry(w, &e);
}

static bool week_command(struct wizard *w, enum command cmd, const char *arg)
{
    switch ((int)cmd) {
    case CMD_ADD:
        add(w, arg);
        return true;
    case CMD_DELETE:
        delete_line(w, arg);
        return true;
    case CMD_COPY:
        copy(w, arg);
        return true;
    case CMD_MOVE:
        move(w, arg);
        return true;
    case CMD_LONGER:
        stretch(w, arg, 15);
        return true;
    case CMD_SHORTER:
        stretch(w, arg, -15);
        return true;
    case CMD_LIST:
        w->week_list = !w->week_list;
        return true;
    case CMD_OVERLAP:
        show_overlaps(w);
        return true;
    case CMD_GAP:
        show_gaps(w);
        return true;
    case CMD_OTHER_WEEK:
        other_week(w);
        return true;
    case CMD_TOTAL:
        say_total(w);
        return true;
    default:
        return grid_move(w, cmd) || steps_command(w, cmd, arg);
    }
}

static void week_open(struct wizard *w, const struct row *row)
{
    struct place p = place_of(PLACE_RECORD);
    switch ((enum act)row->act) {
    case ACT_DAY:
    case ACT_ADD:
        wizard_go(w, place_of(PLACE_ADD_LINE));
        if (row->act == ACT_DAY)
            w->edit.changed = false;
        break;
    case ACT_LINE:
        p.table = SEC_TIME;
        snprintf(p.item, sizeof p.item, "%s", row->item);
        wizard_go(w, p);
        break;
    case ACT_ASK:
        ask_questions(w);
        break;
    case ACT_OTHER:
        other_week(w);
        break;
    case ACT_MORE:
        wizard_go(w, place_of(PLACE_MORE));
        break;
    case ACT_PATTERNS:
    case ACT_NEXT:
        steps_next(w);
        break;
    }
}

static void week_next(struct wizard *w)
{
    steps_next(w);
}

const struct place_type week_page = {
    .build = week_build,
    .open = week_open,
    .next = week_next,
    .command = week_command,
    .help = N_("Each line is one time of support. Add one in your own words, for example "
               "mon-fri 9-12 personal care, Sam. Copy a day to other days. Everything can "
               "be undone."),
};

const struct place_type add_line_place = {
    .build = add_build,
    .take = add_take,
    .next = add_next,
    .help = N_("Say the days, the times, what it is for, and with whom. Enter says what "
               "it means and costs. Enter again keeps it."),
    .keeps_draft = true,
};

const struct place_type copy_place = {
    .build = copy_build,
    .take = copy_take,
    .next = copy_next,
    .help = N_("Say the days, for example tue-fri."),
};

const struct place_type move_place = {
    .build = move_build,
    .take = move_take,
    .next = move_next,
    .help = N_("Say the new start, for example 14:30."),
};
