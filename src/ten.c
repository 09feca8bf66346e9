#include "supportplan/ten.h"

#include "supportplan/places.h"
#include "supportplan/progress.h"

enum act { ACT_ANSWER = 1, ACT_OTHER, ACT_STOP, ACT_THREE_MORE };

/* How many are offered before it stops. */
#define IN_A_SITTING 3

/* A short question asks for one answer: no table, no week, no sum. */
static bool is_short(const struct wizard *w, const struct form_page *page)
{
    return (page->kind == PAGE_FIELD || page->kind == PAGE_QUESTION) && !page->optional &&
           wizard_page_applies(w, page);
}

/* How many short questions there are, and how many have an answer. */
static size_t count_short(const struct wizard *w, size_t *answered)
{
    const struct form_section *s;
    size_t all = 0;
    *answered = 0;
    for (size_t i = 0; (s = form_section_at(w->form, i, NULL)); i++) {
        for (unsigned p = 0; p < s->pages_count; p++) {
            if (!is_short(w, &s->pages[p]))
                continue;
            all++;
            *answered += wizard_page_answered(w, &s->pages[p]);
        }
    }
    return all;
}

/* How many have been answered in this sitting. */
static size_t given(const struct wizard *w, const struct place *here)
{
    size_t answered;
    count_short(w, &answered);
    return answered > here->number ? answered - here->number : 0;
}

/* Go on to a page of the form, from the last to the first. */
static void step(const struct wizard *w, struct place *at)
{
    const struct form_section *s = form_section_at(w->form, at->section, NULL);
    if (s && at->page + 1 < s->pages_count) {
        at->page++;
        return;
    }
    at->page = 0;
    at->section = at->section + 1 < form_section_count(w->form) ? at->section + 1 : 0;
}

/* The next short question without an answer, from a page of the form on. NULL where there is none;
 * at is its place. */
static const struct form_page *next_open(const struct wizard *w, struct place *at)
{
    struct place first = *at;
    do {
        const struct form_section *s = form_section_at(w->form, at->section, NULL);
        const struct form_page *page = s && at->page < s->pages_count ? &s->pages[at->page] : NULL;
        if (page && is_short(w, page) && !wizard_page_answered(w, page))
            return page;
        step(w, at);
    } while (at->section != first.section || at->page != first.page);
    return NULL;
}

static void stop_rows(struct page *page)
{
    page_choice(page, _("Stop here. It is all kept."), ACT_STOP, "stop");
}

/* How far it got. */
static void far_words(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    size_t answered, all = count_short(w, &answered);
    text_addf(&t, _("You have answered %zu of %zu short questions."), answered, all);
    page_words(page, text_str(&t));
    text_free(&t);
}

static void offer_rows(const struct wizard *w, const struct form_page *fp, size_t number,
                       struct page *page)
{
    struct text t = {0};
    text_addf(&t, _("Question %zu of %d"), number, IN_A_SITTING);
    page_say(page, &page->position, text_str(&t));
    text_free(&t);
    page_add(page, ROW_HEADING, fp->text);
    page_words(page, fp->why);
    far_words(w, page);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Answer this question"), ACT_ANSWER, "answer");
    page_choice(page, _("Another question instead"), ACT_OTHER, "another");
    stop_rows(page);
}

static void three_rows(const struct wizard *w, bool more, struct page *page)
{
    page_add(page, ROW_HEADING,
             more ? _("That is three. It is all kept.")
                  : _("Every short question has an answer. It is all kept."));
    far_words(w, page);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Back to the list"), ACT_STOP, "stop");
    if (more)
        page_choice(page, _("Three more"), ACT_THREE_MORE, "more");
}

static void ten_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct place at = *here;
    size_t done = given(w, here);
    const struct form_page *fp = next_open(w, &at);
    page_say(page, &page->title, _("I have ten minutes"));
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter choose   F1 help   Esc back"));
    if (!fp || done >= IN_A_SITTING)
        three_rows(w, fp != NULL, page);
    else
        offer_rows(w, fp, done + 1, page);
}

static void answer_it(struct wizard *w)
{
    struct place at = *wizard_at(w);
    if (!next_open(w, &at))
        return;
    wizard_here(w)->focus = 0; /* who comes back is offered the first thing again */
    wizard_go(w, place_of_page(at.section, at.page));
}

static void another(struct wizard *w)
{
    struct place at = *wizard_at(w);
    if (!next_open(w, &at))
        return;
    step(w, &at);
    wizard_turn(w, at);
}

static void ten_open(struct wizard *w, const struct row *row)
{
    switch ((enum act)row->act) {
    case ACT_ANSWER:
        answer_it(w);
        break;
    case ACT_OTHER:
        another(w);
        break;
    case ACT_STOP:
        wizard_home(w);
        break;
    case ACT_THREE_MORE:
        wizard_here(w)->number += IN_A_SITTING;
        wizard_here(w)->focus = 0;
        wizard_arrive(w);
        break;
    }
}

/* An empty line in plain mode is Enter on the first line. */
static bool ten_command(struct wizard *w, enum command cmd, const char *arg)
{
    (void)arg;
    if (cmd != CMD_NEXT)
        return false;
    size_t first = page_focusable(&w->page, 0);
    if (first < w->page.count) {
        struct row row = w->page.rows[first];
        ten_open(w, &row);
    }
    return true;
}

void ten_start(struct wizard *w)
{
    struct place p = place_of(PLACE_TEN);
    count_short(w, &p.number);
    wizard_home(w);
    wizard_go(w, p);
}

const struct place_type ten_place = {
    .build = ten_build,
    .open = ten_open,
    .command = ten_command,
    .help =
        N_("Short questions come one at a time. After three it stops. Stop when you like: every "
           "answer is kept."),
};

/* Coming back */

/* The last section that is begun, and the first that is not done, in the order of the form. */
static void find_ends(const struct wizard *w, const struct progress *far,
                      const struct form_section **last, const struct form_section **next)
{
    const struct form_section *s;
    *last = *next = NULL;
    for (size_t i = 0; (s = form_section_at(w->form, i, NULL)); i++) {
        if (far[i].answered > 0)
            *last = s;
        if (!*next && far[i].asked > 0 && far[i].answered < far[i].asked)
            *next = s;
    }
}

static const char *short_name(const struct form_section *s)
{
    return s->short_title ? s->short_title : s->title;
}

/* "Last: My week, 21 November 2026. Next: Goals." */
static void ends_words(const struct form_section *last, const struct form_section *next, date day,
                       struct text *out)
{
    text_addf(out, _(" Last: %s"), short_name(last));
    if (day != DATE_NONE) {
        text_add(out, ", ");
        date_words(out, day, false);
    }
    text_add(out, ".");
    if (next)
        text_addf(out, _(" Next: %s."), short_name(next));
}

void ten_welcome(const struct wizard *w, const struct progress *far, int cols, struct text *out)
{
    const struct form_section *last, *next;
    const char *changed = plan_get(w->plan, F_PLAN_CHANGED, "");
    date day = DATE_NONE;
    struct text t = {0};
    find_ends(w, far, &last, &next);
    if (!last)
        return;
    if (changed && date_parse(changed, &day) != ST_OK)
        day = DATE_NONE;
    ends_words(last, next, day, &t);
    if (text_width(text_str(&t), t.len) > cols) {
        text_clear(&t);
        ends_words(last, next, DATE_NONE, &t);
    }
    text_add(out, text_str(&t));
    text_free(&t);
}
