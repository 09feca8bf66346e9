#include "supportplan/steps.h"

#include "supportplan/progress.h"

static size_t pages_that_apply(const struct wizard *w, const struct place *here, size_t *number)
{
    const struct form_section *s = form_section_at(w->form, here->section, NULL);
    size_t all = 0;
    for (unsigned i = 0; s && i < s->pages_count; i++) {
        if (i == here->page)
            *number = all + 1;
        all += wizard_page_applies(w, &s->pages[i]);
    }
    return all;
}

/* Who is tired may leave out words that the plan does not need. Of figures and lists nobody can
 * tell before the rest is there. */
static void say_position(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    size_t number = 1, all = pages_that_apply(w, here, &number);
    const struct form_page *fp = place_page(w, here);
    bool may_go = fp && fp->kind == PAGE_QUESTION && fp->optional;
    if (all > 1)
        text_addf(&t, may_go ? _("Question %zu of %zu, if you like") : _("Question %zu of %zu"),
                  number, all);
    page_say(page, &page->position, text_str(&t));
    text_free(&t);
}

const struct form_page *steps_begin(const struct wizard *w, const struct place *here,
                                    struct page *page)
{
    page->asks = true;
    page_say(page, &page->title, form_section_at(w->form, here->section, NULL)->title);
    say_position(w, here, page);
    return place_page(w, here);
}

/* Whether the page was offered by another, which goes on from there: the check has more to do. */
static bool is_led_by_the_hand(const struct wizard *w)
{
    const struct place *below = w->depth > 1 ? &w->places[w->depth - 2] : NULL;
    const struct form_page *fp = below ? place_page(w, below) : NULL;
    return below && (below->kind == PLACE_TEN || below->kind == PLACE_READ ||
                     (fp && fp->kind == PAGE_CHECK));
}

/* Go to the next page of the section, or of the one before; from the last to the task list. */
static void step_page(struct wizard *w, int step)
{
    if (is_led_by_the_hand(w)) {
        wizard_back(w);
        return;
    }
    struct place p = *wizard_at(w);
    const struct form_section *s = form_section_at(w->form, p.section, NULL);
    if (!s)
        return;
    for (size_t i = p.page + (size_t)step; i < s->pages_count; i += (size_t)step) {
        if (!wizard_page_applies(w, &s->pages[i]))
            continue;
        wizard_turn(w, place_of_page(p.section, i));
        return;
    }
    size_t section = p.section;
    wizard_home(w);
    for (size_t i = 0; i < w->page.count; i++)
        if (row_focusable(&w->page.rows[i]) && w->page.rows[i].number == section + (step > 0))
            wizard_focus(w, i);
}

void steps_next(struct wizard *w)
{
    step_page(w, 1);
}

bool steps_command(struct wizard *w, enum command cmd, const char *arg)
{
    bool page = wizard_at(w)->kind == PLACE_PAGE;
    (void)arg;
    if (cmd == CMD_MORE)
        wizard_go(w, place_of(PLACE_MORE));
    else if (cmd == CMD_NEXT && page)
        steps_next(w);
    else if (cmd == CMD_PREVIOUS && page)
        step_page(w, -1);
    else
        return false;
    return true;
}

/* A list is never known to be whole: who comes back to it may have more to add. */
static bool may_grow(const struct form_page *page)
{
    return page->kind == PAGE_TABLE || page->kind == PAGE_WEEK;
}

size_t steps_where_left(const struct wizard *w, size_t section)
{
    const struct form_section *s = form_section_at(w->form, section, NULL);
    size_t all = s ? s->pages_count : 0, after = all, first = all;
    bool begun = false;
    for (size_t i = 0; i < all; i++) {
        const struct form_page *fp = &s->pages[i];
        if (!wizard_page_applies(w, fp))
            continue;
        bool answered = wizard_page_answered(w, fp);
        if (answered) {
            begun = true;
            after = may_grow(fp) ? i : all;
        } else if (after == all) {
            after = i;
        }
        if (first == all && !fp->optional && !answered)
            first = i;
    }
    size_t at = after < all ? after : first;
    return begun && at < all ? at : 0;
}

bool steps_to_kind(struct wizard *w, enum page_kind kind)
{
    if (!w->form || !w->plan)
        return false;
    const struct form_section *s;
    for (size_t i = 0; (s = form_section_at(w->form, i, NULL)); i++) {
        for (unsigned p = 0; p < s->pages_count; p++) {
            if (s->pages[p].kind != kind)
                continue;
            const struct place *here = wizard_at(w);
            if (here->kind != PLACE_PAGE || here->section != i || here->page != p)
                wizard_go(w, place_of_page(i, p));
            return true;
        }
    }
    wizard_say(w, "%s", _("This form has no such page."));
    return true;
}
