#include "supportplan/life.h"

#include <stdio.h>
#include <string.h>

#include "supportplan/lines.h"
#include "supportplan/mention.h"
#include "supportplan/places.h"
#include "supportplan/record.h"
#include "supportplan/timetable.h"

enum act { ACT_PROMPT = 1, ACT_DONE, ACT_ADD, ACT_LINE, ACT_WANTED };

/* The prompts */

static const struct form_page *week_page_of(const struct wizard *w)
{
    const struct form_section *s;
    for (size_t i = 0; w->form && (s = form_section_at(w->form, i, NULL)); i++)
        for (unsigned p = 0; p < s->pages_count; p++)
            if (s->pages[p].kind == PAGE_WEEK && s->pages[p].entries_count > 0)
                return &s->pages[p];
    return NULL;
}

bool life_has_prompts(const struct wizard *w)
{
    return week_page_of(w) != NULL;
}

/* The prompt of a number, from 1; NULL where there is none. */
static const struct form_entry *prompt_of(const struct wizard *w, size_t number)
{
    const struct form_page *page = week_page_of(w);
    return page && number > 0 && number <= page->entries_count ? &page->entries[number - 1] : NULL;
}

const char *life_prompt(const struct wizard *w, const struct place *here)
{
    const struct form_entry *prompt =
        here->kind == PLACE_ADD_LINE ? prompt_of(w, here->page) : NULL;
    return prompt ? prompt->text : "";
}

void life_keep_part(struct wizard *w, const char *item)
{
    const struct place *here = wizard_at(w);
    const struct form_entry *prompt =
        here->kind == PLACE_ADD_LINE ? prompt_of(w, here->page) : NULL;
    if (prompt)
        wizard_set(w, F_TIME_PART, item, prompt->name);
}

static bool is_prompt(const struct wizard *w, const char *name)
{
    const struct form_entry *prompt;
    for (size_t number = 1; (prompt = prompt_of(w, number)); number++)
        if (strcmp(prompt->name, name) == 0)
            return true;
    return false;
}

/* What the week has for one: the lines that were added for it, whatever they are called; of the
 * others those whose words hold its words, as "Food shopping" does. */
static bool is_for(const struct wizard *w, size_t line, const struct form_entry *prompt)
{
    const char *item = plan_item(w->plan, SEC_TIME, line);
    const char *part = plan_str(w->plan, F_TIME_PART, item);
    if (!week_in_pattern(&w->budget.timetable[line], timetable_pattern(w)))
        return false;
    return is_prompt(w, part) ? strcmp(part, prompt->name) == 0
                              : mention_of(plan_str(w->plan, F_TIME_WHAT, item), prompt->text);
}

/* "7 h paid a week", or "not said yet". */
static void prompt_state(const struct wizard *w, const struct form_entry *prompt, struct text *out)
{
    struct week_time sum = {0};
    bool any = false;
    for (size_t i = 0; i < plan_count(w->plan, SEC_TIME); i++) {
        struct week_time time = week_line_time(&w->budget.timetable[i], WEEKDAYS_ALL);
        if (!is_for(w, i, prompt))
            continue;
        any = true;
        sum.paid += time.paid;
        sum.unpaid += time.unpaid;
    }
    if (!any) {
        text_add(out, _("not said yet"));
    } else if (sum.paid + sum.unpaid == 0) {
        text_add(out, _("in the week"));
    } else {
        phrase_time(&sum, out);
        text_add(out, _(" a week"));
    }
}

/* "Monday to Friday, 08:00 to 09:00, 1 h each. porridge." Words that the prompt has are said. */
static void line_at(const struct wizard *w, const char *item, const struct form_entry *prompt,
                    struct text *out)
{
    struct week_line line = line_read(w->plan, item);
    line_when(w->plan, &line, out);
    if (plan_known(w->plan, F_TIME_WHAT, item) == NOT_GIVEN ||
        mention_of(plan_str(w->plan, F_TIME_WHAT, item), prompt->text))
        return;
    text_add(out, " ");
    phrase_value(w->plan, w->form, F_TIME_WHAT, item, out);
    phrase_end(out);
}

/* "Monday to Friday, 08:00 to 09:00, 1 h each. I would like it at 10:00." */
static void line_words(const struct wizard *w, const char *item, const struct form_entry *prompt,
                       struct text *out)
{
    line_at(w, item, prompt, out);
    if (plan_known(w->plan, F_TIME_WANTED, item) == NOT_GIVEN)
        return;
    text_addf(out, " %s: ", form_label(w->form, F_TIME_WANTED));
    phrase_value(w->plan, w->form, F_TIME_WANTED, item, out);
    phrase_end(out);
}

/* All of them */

static void add_prompt(const struct wizard *w, const struct form_entry *prompt, size_t number,
                       struct page *page)
{
    struct text t = {0};
    struct row *row = page_choice(page, prompt->text, ACT_PROMPT, prompt->name);
    row->number = number;
    prompt_state(w, prompt, &t);
    page_say(page, &row->state, text_str(&t));
    for (size_t i = 0; i < plan_count(w->plan, SEC_TIME); i++) {
        if (!is_for(w, i, prompt))
            continue;
        text_clear(&t);
        line_words(w, plan_item(w->plan, SEC_TIME, i), prompt, &t);
        page_add(page, ROW_TEXT, text_str(&t))->indent = 1;
    }
    text_free(&t);
}

static void life_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = week_page_of(w);
    (void)here;
    page_say(page, &page->title, _("My week, from getting up to the night"));
    page_say(page, &page->prompt, _("Which one? "));
    page_say(page, &page->hint, _("Enter open   F1 help   F3 save   Esc back"));
    page_words(page, _("Take what is part of your life, and leave out the rest."));
    for (unsigned i = 0; fp && i < fp->entries_count; i++)
        add_prompt(w, &fp->entries[i], i + 1, page);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static void life_open(struct wizard *w, const struct row *row)
{
    struct place p = place_of(PLACE_LIFE_PART);
    p.number = row->number;
    if (row->act == ACT_PROMPT)
        wizard_go(w, p);
    else
        wizard_back(w);
}

const struct place_type life_place = {
    .build = life_build,
    .open = life_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("Think of one ordinary day, then of the week. Each answer becomes a line of your "
               "week. Beside it you can say when you would like it."),
};

/* One of them */

static void add_line(const struct wizard *w, const char *item, const struct form_entry *prompt,
                     struct page *page)
{
    struct text t = {0};
    line_at(w, item, prompt, &t);
    struct row *row = page_item(page, text_str(&t), ACT_LINE);
    snprintf(row->item, sizeof row->item, "%s", item);
    text_clear(&t);
    row = page_item(page, form_label(w->form, F_TIME_WANTED), ACT_WANTED);
    snprintf(row->item, sizeof row->item, "%s", item);
    row->indent = 1;
    phrase_value(w->plan, w->form, F_TIME_WANTED, item, &t);
    page_say(page, &row->state, t.len ? text_str(&t) : _("not said yet"));
    text_free(&t);
}

static void part_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_entry *prompt = prompt_of(w, here->number);
    page_say(page, &page->title, prompt ? prompt->text : "");
    page_say(page, &page->prompt, _("Which one? "));
    page_say(page, &page->hint, _("Enter open   F1 help   F3 save   Esc back"));
    page_words(page, prompt ? prompt->help : NULL);
    for (size_t i = 0; prompt && i < plan_count(w->plan, SEC_TIME); i++)
        if (is_for(w, i, prompt))
            add_line(w, plan_item(w->plan, SEC_TIME, i), prompt, page);
    page_choice(page, _("Add a line for it"), ACT_ADD, "add");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static void go_add(struct wizard *w)
{
    struct place p = place_of(PLACE_ADD_LINE);
    p.page = wizard_at(w)->number;
    wizard_go(w, p);
}

static void part_open(struct wizard *w, const struct row *row)
{
    char item[NAME_MAX_LEN + 1];
    snprintf(item, sizeof item, "%s", row->item);
    if (row->act == ACT_ADD)
        go_add(w);
    else if (row->act == ACT_LINE)
        record_go(w, SEC_TIME, item);
    else if (row->act == ACT_WANTED)
        record_go_field(w, F_TIME_WANTED, item);
    else
        wizard_back(w);
}

static bool part_command(struct wizard *w, enum command cmd, const char *arg)
{
    if (cmd != CMD_ADD)
        return place_next_back(w, cmd, arg);
    go_add(w);
    return true;
}

const struct place_type life_part_place = {
    .build = part_build,
    .open = part_open,
    .next = wizard_back,
    .command = part_command,
    .help = N_("Add a line for each time that it happens. Say when you would like it, too: the "
               "time that is offered need not be the time that you want."),
};
