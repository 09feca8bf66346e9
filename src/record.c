#include "supportplan/record.h"

#include <stdio.h>

#include "record_parts.h"
#include "supportplan/attachment.h"
#include "supportplan/employing.h"
#include "supportplan/lived.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/progress.h"
#include "supportplan/sentences.h"
#include "supportplan/timetable.h"

const char *record_name(enum section table)
{
    static const struct {
        enum section table;
        const char *name;
    } names[] = {
        {SEC_NEED, N_("a need")},
        {SEC_GOAL, N_("a goal")},
        {SEC_SUPPORTER, N_("a supporter")},
        {SEC_RATE, N_("a price")},
        {SEC_WEEK, N_("a kind of week")},
        {SEC_TIME, N_("a line of the week")},
        {SEC_COST, N_("a cost")},
        {SEC_FUND, N_("other money")},
        {SEC_CONTACT, N_("a contact")},
        {SEC_COVER, N_("who steps in")},
        {SEC_RISK, N_("a risk")},
        {SEC_ACTION, N_("an action")},
        {SEC_REVIEW, N_("a review")},
        {SEC_ATTACHMENT, N_("a picture or recording")},
        {SEC_COPY, N_("a copy")},
        {SEC_EMPLOYMENT, N_("somebody I employ")},
        {SEC_ANSWER, N_("a question of my own")},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].table == table)
            return _(names[i].name);
    return _("a record");
}

void record_price_words(const struct wizard *w, const char *rate, struct text *out)
{
    pence price;
    int unit, when;
    char s[MONEY_ROOM], word[NAME_MAX_LEN + 1];
    if (plan_money(w->plan, F_RATE_PRICE, rate, &price) == KNOWN)
        text_add(out, money_show(price, s));
    else
        text_add(out, _("price not known yet"));
    if (plan_word(w->plan, F_RATE_UNIT, rate, &unit) == KNOWN)
        text_addf(out, " %s", phrase_unit((enum unit)unit));
    if (plan_word(w->plan, F_RATE_WHEN, rate, &when) == KNOWN && when > 0)
        text_addf(out, ", %s",
                  form_word(w->form, F_RATE_WHEN, schema_word(F_RATE_WHEN, when, word)));
}

/* Making the page */

static void price_rows(const struct wizard *w, const char *supporter, struct page *page)
{
    page_add(page, ROW_HEADING, _("Prices"));
    for (size_t i = 0; i < plan_count(w->plan, SEC_RATE); i++) {
        const char *rate = plan_item(w->plan, SEC_RATE, i);
        if (!plan_is(w->plan, F_RATE_SUPPORTER, rate, supporter))
            continue;
        struct text t = {0};
        record_price_words(w, rate, &t);
        struct row *row = page_item(page, text_str(&t), ACT_PRICE);
        snprintf(row->item, sizeof row->item, "%s", rate);
        row->indent = 1;
        text_free(&t);
    }
    struct row *row = page_choice(page, _("Add a price"), ACT_ADD_PRICE, "price");
    row->indent = 1;
}

/* Whose wage it is that a record is about; "" where it is about none. */
static const char *employed(const struct wizard *w, const struct place *here)
{
    if (here->table == SEC_SUPPORTER && employing_applies(w, here->item))
        return here->item;
    if (here->table == SEC_EMPLOYMENT &&
        plan_known(w->plan, F_EMPLOYMENT_SUPPORTER, here->item) == KNOWN)
        return plan_str(w->plan, F_EMPLOYMENT_SUPPORTER, here->item);
    return "";
}

static void employ_row(const struct wizard *w, const struct place *here, struct page *page)
{
    const char *supporter = employed(w, here);
    if (!*supporter)
        return;
    page_add(page, ROW_GAP, "");
    employing_row(w, supporter, ACT_EMPLOY, page);
}

/* What there is to say of a record as a whole. */
static void say_about(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    if (here->table == SEC_TIME)
        sentence_line(w->plan, w->form, &w->budget, here->item, &t);
    else if (here->table == SEC_ATTACHMENT && attachment_missing(w, here->item))
        attachment_missing_words(w->plan, here->item, &t);
    else if (here->table == SEC_REVIEW)
        lived_words(w->plan, w->form, &w->budget, here->item, &t);
    if (t.len > 0) {
        page_words(page, text_str(&t));
        page_add(page, ROW_GAP, "");
    }
    text_free(&t);
}

static void record_build(const struct wizard *w, const struct place *here, struct page *page)
{
    enum field fields[64];
    size_t n = record_fields(w, here->table, fields, 64);
    struct text t = {0};
    phrase_item(w->plan, w->form, here->table, here->item, &t);
    page_say(page, &page->title, text_str(&t));
    page_say(page, &page->prompt, _("Which line? "));
    say_about(w, here, page);
    for (size_t i = 0; i < n; i++) {
        /* a review to come has nothing to tell of what happened, and a firm is nobody's partner */
        if ((here->table == SEC_REVIEW || here->table == SEC_SUPPORTER) &&
            !wizard_field_applies(w, fields[i], here->item))
            continue;
        struct row *row = page_item(page, form_label(w->form, fields[i]), ACT_FIELD);
        row->field = fields[i];
        text_clear(&t);
        phrase_value(w->plan, w->form, fields[i], here->item, &t);
        page_say(page, &row->state, t.len ? text_str(&t) : _("not answered"));
        if (fields[i] == F_TIME_DAYS)
            timetable_often_row(w, here->item, ACT_OFTEN, page);
    }
    text_free(&t);
    if (here->table == SEC_SUPPORTER)
        price_rows(w, here->item, page);
    employ_row(w, here, page);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Delete this"), ACT_DELETE, "delete");
    page_choice(page, _("Done"), ACT_DONE, "done");
    page_say(page, &page->hint,
             _("Enter change   d delete   u undo   F2 done   F1 help   Esc back"));
}

/* What it does */

/* Some records are called by somebody's name, who stays when they go. */
static void removed_name(const struct wizard *w, enum section table, const char *item,
                         struct text *out)
{
    struct text name = {0};
    phrase_item(w->plan, w->form, table, item, &name);
    text_addf(out,
              table == SEC_COVER        ? _("who steps in for %s")
              : table == SEC_EMPLOYMENT ? _("the job of %s")
                                        : "%s",
              text_str(&name));
    out->nomem = out->nomem || name.nomem;
    text_free(&name);
}

void record_remove(struct wizard *w, enum section table, const char *item)
{
    struct text t = {0};
    removed_name(w, table, item, &t);
    wizard_begin(w, _("delete \"%s\""), text_str(&t));
    if (plan_remove(w->plan, table, item, &w->action.edits) == ST_OK) {
        wizard_end(w);
        wizard_say(w, _("Removed %s. Undo brings it back."), text_str(&t));
    } else {
        wizard_drop(w);
    }
    text_free(&t);
}

void record_go(struct wizard *w, enum section table, const char *item)
{
    struct place p = place_of(PLACE_RECORD);
    p.table = table;
    snprintf(p.item, sizeof p.item, "%s", item);
    wizard_go(w, p);
}

void record_go_field(struct wizard *w, enum field field, const char *item)
{
    struct place p = place_of(PLACE_FIELD);
    p.table = schema_fields[field].section;
    p.field = field;
    snprintf(p.item, sizeof p.item, "%s", item);
    wizard_go(w, p);
}

static void record_open(struct wizard *w, const struct row *row)
{
    struct place here = *wizard_at(w);
    switch (row->act) {
    case ACT_FIELD:
        record_go_field(w, row->field, here.item);
        break;
    case ACT_PRICE:
        record_go(w, SEC_RATE, row->item);
        break;
    case ACT_ADD_PRICE:
        record_start(w, SEC_RATE, here.item);
        break;
    case ACT_EMPLOY:
        employing_go(w, row->item);
        break;
    case ACT_OFTEN:
        timetable_go_often(w, here.item);
        break;
    case ACT_DELETE:
        record_remove(w, here.table, here.item);
        wizard_back(w);
        break;
    default:
        wizard_back(w);
        break;
    }
}

static bool record_command(struct wizard *w, enum command cmd, const char *arg)
{
    (void)arg;
    struct place here = *wizard_at(w);
    if (cmd == CMD_DELETE) {
        record_remove(w, here.table, here.item);
        wizard_back(w);
    } else if (cmd == CMD_NEXT) {
        wizard_back(w);
    } else if (cmd == CMD_ADD && here.table == SEC_SUPPORTER) {
        record_start(w, SEC_RATE, here.item);
    } else {
        return false;
    }
    return true;
}

const struct place_type record_place = {
    .build = record_build,
    .open = record_open,
    .next = wizard_back,
    .command = record_command,
    .help = N_("Each line is one thing about it. Enter on a line changes it."),
};
