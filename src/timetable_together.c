/*
 * Two at once: asked about when a line makes it so, and once it is said to be right not again until
 * it changes.
 */
#include <stdio.h>
#include <string.h>

#include "supportplan/places.h"
#include "supportplan/reasons.h"
#include "timetable.h"

enum act { ACT_YES = 1, ACT_NO };

/* What the checker still asks about a line that is at the same time as another: the next after one
 * of the findings, the first after NULL. */
static const struct finding *asked_after(const struct wizard *w, const struct finding *last,
                                         const char *item)
{
    for (size_t i = last ? (size_t)(last - w->findings.list) + 1 : 0; i < w->findings.count; i++) {
        const struct finding *f = &w->findings.list[i];
        if (strcmp(f->rule, "R24") == 0 && f->level == LEVEL_ASK && f->field == F_TIME_START &&
            strcmp(f->item, item) == 0)
            return f;
    }
    return NULL;
}

static const struct finding *asked_of(const struct wizard *w, const char *item)
{
    return asked_after(w, NULL, item);
}

void timetable_ask_together(struct wizard *w, const char *item)
{
    struct place p = place_of(PLACE_TOGETHER);
    if (!asked_of(w, item))
        return;
    snprintf(p.item, sizeof p.item, "%s", item);
    wizard_go(w, p);
}

static void together_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct finding *f = NULL;
    page_say(page, &page->title, _("Two at once"));
    page_say(page, &page->prompt, _("Yes or no? "));
    page_say(page, &page->hint, _("Enter choose   F1 help   Esc back"));
    page->asks = true;
    while ((f = asked_after(w, f, here->item))) /* one answer is for all that it meets */
        page_words(page, f->message);
    page_add(page, ROW_HEADING, _("Is this two people at once?"));
    page_choice(page, _("Yes, it is meant so"), ACT_YES, "yes");
    page_choice(page, _("No, I shall change it"), ACT_NO, "no");
}

static void say_meant(struct wizard *w, const struct finding *f)
{
    char name[NAME_MAX_LEN + 1];
    if (!f || !check_reason_name(f->rule, f->item, name))
        return;
    wizard_begin(w, "%s", _("say that two at once is meant so"));
    if (reason_set(w, name, _("Two people at once: it is meant so.")) == ST_OK)
        wizard_end(w);
    else
        wizard_drop(w);
}

static void together_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_YES)
        say_meant(w, asked_of(w, wizard_at(w)->item));
    wizard_back(w);
    if (row->act == ACT_YES)
        wizard_say(w, "%s", _("Kept. I shall ask again only if it changes."));
    else
        wizard_say(w, "%s", _("Move it or delete it now, or leave it as it is."));
}

const struct place_type together_place = {
    .build = together_build,
    .open = together_open,
    .command = place_next_back,
    .help = N_("Two carers at once can be a real need. Say so once, and the check knows it. "
               "A line that is there by mistake can be moved or deleted."),
};
