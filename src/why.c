#include "supportplan/why.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "supportplan/explain.h"
#include "supportplan/places.h"
#include "supportplan/wizard.h"

#define KEY_ROOM (2 * NAME_MAX_LEN + 2)

/* Explain a key into sentences. ST_UNKNOWN where the plan has no such figure. */
static enum status explain(const struct wizard *w, const char *key, struct notices *out)
{
    const struct explain_input in = {w->plan, w->form, &w->budget, &w->employer};
    return w->plan ? explain_key(&in, key, out) : ST_UNKNOWN;
}

bool why_say(const struct wizard *w, const char *key, struct page *page)
{
    struct notices said = {NULL, 0};
    enum status st = explain(w, key, &said);
    for (size_t i = 0; i < said.count; i++)
        page_add(page, ROW_TEXT, said.list[i]);
    notices_free(&said);
    return st != ST_UNKNOWN;
}

/* The key of a place: the item stands where its F does. */
static void key_of(const struct place *here, char out[KEY_ROOM])
{
    const char *gap = *here->item ? strstr(here->parent, ".F.") : NULL;
    if (gap)
        snprintf(out, KEY_ROOM, "%.*s.%s.%s", (int)(gap - here->parent), here->parent, here->item,
                 gap + 3);
    else
        snprintf(out, KEY_ROOM, "%s", here->parent);
}

static void why_build(const struct wizard *w, const struct place *here, struct page *page)
{
    char key[KEY_ROOM];
    key_of(here, key);
    page_say(page, &page->title, _("How this was worked out"));
    page_say(page, &page->hint, _("Enter or Esc back"));
    if (!why_say(w, key, page))
        page_words(page, _("This figure is not in the plan any more."));
    page_add(page, ROW_GAP, "");
    page_item(page, _("Back"), 1);
}

const struct place_type why_place = {
    .build = why_build,
    .open = place_open_back,
    .command = place_next_back,
    .help = N_("You can check this sum with a pencil. Times are in minutes."),
};

void why_go(struct wizard *w, const char *key, const char *item)
{
    struct place p = place_of(PLACE_WHY);
    snprintf(p.parent, sizeof p.parent, "%s", key);
    snprintf(p.item, sizeof p.item, "%s", item);
    wizard_go(w, p);
}

/* The figure that is line number n of what can be chosen here. false where it is none. */
static bool open_figure(struct wizard *w, size_t n)
{
    size_t i = 0;
    for (; i < w->page.count && n > 0; i++)
        n -= row_focusable(&w->page.rows[i]) && w->page.rows[i].role != ROW_EDIT;
    if (n > 0 || i == 0 || w->page.rows[i - 1].role != ROW_FIGURE)
        return false;
    const struct row row = w->page.rows[i - 1];
    wizard_type_here(w)->open(w, &row);
    return true;
}

void why_ask(struct wizard *w, const char *which)
{
    struct notices said = {NULL, 0};
    const char *key = *which ? which : "left.week";
    if (!w->form) {
        wizard_say(w, "%s", _("Choose a form first: it says what is asked."));
        return;
    }
    size_t number = strspn(which, "0123456789") == strlen(which) ? strtoul(which, NULL, 10) : 0;
    if (number > 0 && open_figure(w, number))
        return;
    if (number == 0 && strlen(key) <= NAME_MAX_LEN && explain(w, key, &said) == ST_OK)
        why_go(w, key, "");
    else
        wizard_trouble(w, _("I know no figure \"%s\" here. Type for example explain left.week."),
                       which);
    notices_free(&said);
}
