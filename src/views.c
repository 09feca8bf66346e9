#include "supportplan/views.h"

#include "supportplan/changes.h"

#define ALL SEC_NONE

static const struct {
    enum place_kind kind;
    const char *text, *word;
    enum section table; /* from whose list one would look */
} views[] = {
    {PLACE_MET, N_("What meets each need"), "met", SEC_NEED},
    {PLACE_ASKING, N_("Questions for whoever agrees the plan"), "questions", SEC_NONE},
    {PLACE_HELPERS, N_("Paid and unpaid, by person and by day"), "unpaid", SEC_SUPPORTER},
    {PLACE_REHEARSAL, N_("If somebody can't come: who does"), "stand-in", SEC_COVER},
    {PLACE_COPIES, N_("Sheets and copies for others"), "copies", SEC_COPY},
    {PLACE_CHANGES, N_("What changed since another version"), "changes", SEC_REVIEW},
};

static void add_rows(enum section table, struct page *page, int act)
{
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        if (table != ALL && views[i].table != table)
            continue;
        struct row *row = page_choice(page, _(views[i].text), act, views[i].word);
        row->number = i;
    }
}

void views_rows(struct page *page, int act)
{
    add_rows(ALL, page, act);
}

void views_rows_of(enum section table, struct page *page, int act)
{
    add_rows(table, page, act);
}

void views_open(struct wizard *w, const struct row *row)
{
    if (views[row->number].kind == PLACE_CHANGES)
        changes_start(w); /* it has to be found out what there is */
    else
        wizard_go(w, place_of(views[row->number].kind));
}
