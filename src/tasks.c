/*
 * The task list, and the list of other things to do with the plan.
 */
#include <stdio.h>
#include <stdlib.h>

#include "supportplan/places.h"
#include "supportplan/progress.h"
#include "supportplan/steps.h"
#include "supportplan/ten.h"
#include "supportplan/verdict.h"
#include "supportplan/views.h"
#include "supportplan/wizard.h"

/* The task list */

/* How wide a line of it can be before the list grows longer than a usual screen. */
#define TASKS_COLS 79

enum act { ACT_SECTION = 1, ACT_FORMS, ACT_TEN, ACT_MENU };

/* The page of a section that checks the plan; as many as it has where none does. */
static size_t page_of_check(const struct form_section *s)
{
    size_t i = 0;
    while (i < s->pages_count && s->pages[i].kind != PAGE_CHECK)
        i++;
    return i;
}

static bool section_checks(const struct form_section *s)
{
    return page_of_check(s) < s->pages_count;
}

static bool section_is_done(const struct wizard *w, size_t section, struct progress p)
{
    if (section_checks(form_section_at(w->form, section, NULL)))
        return w->findings.must == 0 && p.answered == p.asked;
    return p.asked > 0 ? p.answered == p.asked && p.to_look_at == 0 : false;
}

static void section_state(const struct wizard *w, size_t section, struct progress p,
                          struct text *out)
{
    if (section_checks(form_section_at(w->form, section, NULL))) {
        wizard_ready_words(w, out);
    } else if (p.answered == 0) {
        text_add(out, p.asked ? _("not started") : _("nothing asked yet"));
    } else if (p.answered < p.asked) {
        text_addf(out, _("started, %zu of %zu"), p.answered, p.asked);
    } else if (p.to_look_at > 0) {
        text_addf(out, ngettext("%zu thing to look at", "%zu things to look at", p.to_look_at),
                  p.to_look_at);
    } else {
        text_add(out, _("done"));
    }
}

static size_t count_done(const struct wizard *w, const struct progress *far)
{
    size_t done = 0, all = form_section_count(w->form);
    for (size_t i = 0; i < all; i++)
        done += section_is_done(w, i, far[i]);
    return done;
}

/* The forms may be gone from this computer, or none of them can be read. */
static void no_form_rows(struct page *page)
{
    page_say(page, &page->prompt, _("Which? "));
    page_words(page, _("The questions can't be shown: no form could be read. Your plan is safe."));
    page_choice(page, _("Choose a form"), ACT_FORMS, "form");
}

/* How far the plan is: on a screen, and as the first line for speech and braille. */
static void say_how_far(const struct wizard *w, const struct progress *far, struct page *page)
{
    struct text t = {0};
    size_t done = count_done(w, far), all = form_section_count(w->form);
    if (w->mode == MODE_READER) {
        text_addf(&t, _("My support plan. %zu of %zu sections done."), done, all);
        page_say(page, &page->title, text_str(&t));
    } else {
        text_addf(&t, _("You have done %zu of %zu sections."), done, all);
        if (w->returned)
            ten_welcome(w, far, TASKS_COLS - (int)t.len, &t);
        page_words(page, text_str(&t));
    }
    text_free(&t);
    if (w->is_example)
        page_words(page, w->mode == MODE_PLAIN
                             ? _("This is an example of invented people. Nothing is kept. "
                                 "Type begin to start your own plan from it.")
                             : _("This is an example of invented people. Nothing is kept. "
                                 "Press x to start your own plan from it."));
}

static void group_row(const struct wizard *w, size_t group, struct page *page)
{
    struct text t = {0};
    text_add(&t, w->form->groups[group].title);
    if (w->mode == MODE_READER)
        text_addf(&t, _(", group %zu of %u."), group + 1, w->form->groups_count);
    page_add(page, ROW_HEADING, text_str(&t));
    text_free(&t);
}

static void section_row(const struct wizard *w, size_t section, struct progress p,
                        struct page *page)
{
    const struct form_section *s = form_section_at(w->form, section, NULL);
    const char *name = w->mode == MODE_READER ? s->short_title : s->title;
    struct row *row = page_choice(page, name ? name : s->title, ACT_SECTION, s->name);
    struct text t = {0};
    row->number = section;
    row->indent = 1;
    section_state(w, section, p, &t);
    page_say(page, &row->state, text_str(&t));
    text_free(&t);
}

/* How far the plan is, and the sections in their groups. */
static void form_rows(const struct wizard *w, struct page *page)
{
    size_t group = SIZE_MAX, g = 0;
    struct progress *far = wizard_progress_all(w);
    if (!far) {
        page_words(page, status_text(ST_NOMEM));
        return;
    }
    say_how_far(w, far, page);
    for (size_t i = 0; form_section_at(w->form, i, &g); i++) {
        if (g != group)
            group_row(w, g, page);
        group = g;
        section_row(w, i, far[i], page);
    }
    free(far);
}

static void ten_row(const struct wizard *w, struct page *page)
{
    struct row *row = page_choice(page, _("I have ten minutes"), ACT_TEN, "ten");
    row->number = form_section_count(w->form);
}

/* A narrow window has no room for its key; plain lines have a word for it. */
static void menu_row(const struct wizard *w, struct page *page)
{
    if (w->mode == MODE_PLAIN || (w->mode == MODE_FULL && !wizard_is_narrow(w)))
        return;
    page_choice(page, _("More to do: print, copies, read it to me"), ACT_MENU, "menu")->number =
        form_section_count(w->form);
}

static void tasks_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("My support plan"));
    page_say(page, &page->prompt, _("Which section? "));
    page_say(page, &page->hint,
             _("Enter open   F1 help   F3 save   F4 hide   m money   "
               "x more to do   q leave"));
    if (!w->form) {
        no_form_rows(page);
        return;
    }
    page->numbered = page->by_group = true;
    form_rows(w, page);
    if (!w->is_example)
        ten_row(w, page);
    menu_row(w, page);
}

/* What there is to look at is said where a section is opened that has nothing else to do. */
static void say_what_to_look_at(struct wizard *w, size_t section)
{
    struct progress p = wizard_progress(w, section);
    if (p.to_look_at == 0 || p.answered < p.asked ||
        section_checks(form_section_at(w->form, section, NULL)))
        return;
    const struct finding *f = w->findings.list;
    while (f->level == LEVEL_NOTE || verdict_section(w->form, f) != section)
        f++; /* it was counted, so it is there */
    wizard_say(w, _("To look at: %s"), f->message);
}

/* What was begun is gone on with; what has all its answers is looked through from its beginning.
 * Who opens the check wants to see what it says, once nothing is asked before it. */
static size_t page_to_open(const struct wizard *w, size_t section)
{
    const struct form_section *s = form_section_at(w->form, section, NULL);
    struct progress p = wizard_progress(w, section);
    if (p.answered < p.asked)
        return steps_where_left(w, section);
    return section_checks(s) ? page_of_check(s) : 0;
}

static void open_section(struct wizard *w, size_t section)
{
    size_t page = page_to_open(w, section);
    const struct form_section *s = form_section_at(w->form, section, NULL);
    if (page >= s->pages_count) { /* a group's own form may not be finished */
        wizard_say(w, "%s", _("This form asks nothing here."));
        return;
    }
    wizard_go(w, place_of_page(section, page));
    if (s->pages[page].kind == PAGE_CHECK)
        return; /* what it says comes first */
    if (page > 0)
        wizard_say(w, "%s",
                   w->mode == MODE_PLAIN ? _("You go on here. Previous goes back one.")
                                         : _("You go on here. Ctrl-P goes back one."));
    else
        say_what_to_look_at(w, section);
}

static void tasks_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_TEN) {
        ten_start(w);
        return;
    }
    if (row->act == ACT_FORMS || row->act == ACT_MENU) {
        wizard_go(w, place_of(row->act == ACT_FORMS ? PLACE_FORMS : PLACE_MENU));
        return;
    }
    open_section(w, row->number);
}

/* "done": nothing lies behind the list but the way out. */
static bool say_where_it_ends(struct wizard *w)
{
    wizard_say(w, "%s",
               w->mode == MODE_PLAIN
                   ? _("This is the list of sections. Type a number, or quit to leave.")
                   : _("This is the list of sections. Enter opens one, and q leaves."));
    return true;
}

/* "next": the first section that is not done, from the one in hand on. */
static bool next_section(struct wizard *w)
{
    size_t all = form_section_count(w->form);
    const struct place *here = wizard_at(w);
    size_t from = here->focus < w->page.count ? w->page.rows[here->focus].number : 0;
    for (size_t i = 0; i < all; i++) {
        size_t section = (from + i) % all;
        if (section_is_done(w, section, wizard_progress(w, section)))
            continue;
        open_section(w, section);
        return true;
    }
    wizard_say(w, "%s", _("Every section is done."));
    return true;
}

static bool tasks_command(struct wizard *w, enum command cmd, const char *arg)
{
    (void)arg;
    if (cmd == CMD_DONE && w->form)
        return say_where_it_ends(w);
    return cmd == CMD_NEXT && w->form && next_section(w);
}

const struct place_type tasks_place = {
    .build = tasks_build,
    .open = tasks_open,
    .command = tasks_command,
    .help = N_("Each line is a section of your plan. Do them in any order. Your plan is "
               "saved after each answer. A number goes to its section. To look at is what was "
               "found in your answers: opening the section says what it is."),
};

/* Other things to do with the plan */

static const struct {
    enum command cmd;
    const char *text;
} menu[] = {
    {CMD_BEGIN, N_("Start my own plan from this one")},
    {CMD_READ, N_("Read it to me")},
    {CMD_TEN, N_("I have ten minutes")},
    {CMD_TEXT, N_("Save the plan as plain text, to read or send")},
    {CMD_PRINT, N_("Print the plan")},
    {CMD_KEEP, N_("Where the plan is kept")},
    {CMD_FILES, N_("What is left of my plan on this computer")},
    {CMD_TAKE, N_("Take my plan with me on a stick")},
    {CMD_FORM, N_("Use another form; every answer stays")},
    {CMD_OWN, N_("Questions of my own")},
    {CMD_ROWS, N_("Rows that could not be used")},
    {CMD_KEYS, N_("All keys and words")},
    {CMD_PLAIN, N_("Go on with plain questions")},
    {CMD_READER, N_("Go on with screen-reader lines")},
    {CMD_SCREEN, N_("Go on with the full screen")},
    {CMD_LOOKS, N_("How this program looks and behaves")},
    {CMD_SUSPEND, N_("Go to the shell for now")},
    {CMD_QUIT, N_("Save and leave")},
};

/* The command that leads to the mode there is already. */
static enum command command_of_mode(enum mode mode)
{
    static const enum command commands[] = {
        [MODE_FULL] = CMD_SCREEN, [MODE_READER] = CMD_READER, [MODE_PLAIN] = CMD_PLAIN};
    return commands[mode];
}

/* A row that is no command's. */
#define ACT_VIEW (CMD_COUNT + 1)

/* A line that leads nowhere is one line more to read. */
static bool leads_nowhere(const struct wizard *w, enum command cmd)
{
    return cmd == command_of_mode(w->mode) || (cmd == CMD_BEGIN && !w->is_example) ||
           (cmd == CMD_ROWS && plan_odd_count(w->plan) == 0);
}

static void menu_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("More to do with the plan"));
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter choose   F1 help   Esc back"));
    if (w->form)
        views_rows(page, ACT_VIEW);
    for (size_t i = 0; i < sizeof menu / sizeof *menu; i++) {
        if (leads_nowhere(w, menu[i].cmd))
            continue;
        struct row *row =
            page_choice(page, _(menu[i].text), (int)menu[i].cmd, command_info(menu[i].cmd)->word);
        if (menu[i].cmd == CMD_ROWS) {
            char n[32];
            snprintf(n, sizeof n, "%zu", plan_odd_count(w->plan));
            page_say(page, &row->state, n);
        }
    }
}

static void menu_open(struct wizard *w, const struct row *row)
{
    unsigned effects = w->effects;
    enum command cmd = (enum command)row->act;
    if (row->act == ACT_VIEW) {
        views_open(w, row);
        return;
    }
    wizard_back(w);
    effects |= wizard_command(w, cmd, "");
    w->effects = effects;
}

const struct place_type menu_place = {
    .build = menu_build,
    .open = menu_open,
    .help = N_("Choose what to do."),
};
