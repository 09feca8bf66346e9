/*
 * Answers that are offered where a line of words is typed: those of the form, and what the plan
 * says already, so that nothing is asked twice.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "field_rows.h"
#include "supportplan/mention.h"

/* Where offers go. */
struct offering {
    const struct wizard *w;
    enum field field;
    const char *item;
    struct page *page;
    bool any;
    size_t said; /* how many the plan says already */
};

/* Plain lines ask for words and do not list what could be chosen: there it is said. */
static void say_offer(struct offering *o, const char *word, const char *words)
{
    struct text t = {0};
    if (!o->any)
        page_words(o->page, _("Type one of these, or your own words:"));
    text_addf(&t, "%s%s%s", word, strcmp(word, words) == 0 ? "" : ": ",
              strcmp(word, words) == 0 ? "" : words);
    page_words(o->page, text_str(&t));
    text_free(&t);
}

/* Offer some words; word is what can be typed for them in plain lines. */
static void offer(struct offering *o, const char *word, const char *words)
{
    if (o->w->mode == MODE_PLAIN)
        say_offer(o, word, words);
    struct row *row = page_item(o->page, words, ACT_OFFER);
    page_say(o->page, &row->word, word);
    if (strcmp(plan_str(o->w->plan, o->field, o->item), words) == 0)
        page_row_choose(o->page, row);
    o->any = true;
}

/* Offer what the plan says. A number chooses it, as on every other list: typed as an answer, it
 * would be kept as somebody's name. */
static void offer_said(struct offering *o, const char *words)
{
    char number[24];
    snprintf(number, sizeof number, "%zu", ++o->said);
    offer(o, number, words);
}

static void offer_of_form(struct offering *o)
{
    const struct form_words *words = form_words_for(o->w->form, o->field);
    for (unsigned i = 0; words && i < words->words_count; i++)
        offer(o, words->words[i].name, words->words[i].text);
}

/* "DAWN" is offered already where Dawn is. */
static bool is_offered(const struct offering *o, const char *words)
{
    for (size_t i = 0; i < o->page->count; i++)
        if (o->page->rows[i].act == ACT_OFFER && strcasecmp(o->page->rows[i].text, words) == 0)
            return true;
    return false;
}

/* The people of a section, but for one. */
static void offer_people(struct offering *o, enum field name, const char *but)
{
    enum section section = schema_fields[name].section;
    for (size_t i = 0; i < plan_count(o->w->plan, section); i++) {
        const char *person = plan_item(o->w->plan, section, i);
        if (strcmp(person, but) != 0 && plan_known(o->w->plan, name, person) == KNOWN &&
            !is_offered(o, plan_str(o->w->plan, name, person)))
            offer_said(o, plan_str(o->w->plan, name, person));
    }
}

/* The number of somebody who steps in, where they are somebody that the plan knows. */
static void offer_phone(struct offering *o, enum field name, enum field phone, const char *who)
{
    const struct plan *plan = o->w->plan;
    enum section section = schema_fields[name].section;
    for (size_t i = 0; i < plan_count(plan, section); i++) {
        const char *person = plan_item(plan, section, i);
        if (plan_known(plan, name, person) == KNOWN && plan_known(plan, phone, person) == KNOWN &&
            mention_of(who, plan_str(plan, name, person)))
            offer_said(o, plan_str(plan, phone, person));
    }
}

void field_offers(const struct wizard *w, enum field field, const char *item, struct page *page)
{
    struct offering o = {.w = w, .field = field, .item = item, .page = page};
    const char *who = plan_str(w->plan, F_COVER_WHO, item);
    if (schema_fields[field].kind != KIND_LINE)
        return;
    offer_of_form(&o);
    if (field == F_COVER_WHO) {
        const char *covered =
            *item ? plan_str(w->plan, F_COVER_SUPPORTER, item) : wizard_at(w)->parent;
        offer_people(&o, F_SUPPORTER_NAME, covered);
        offer_people(&o, F_CONTACT_NAME, "");
    } else if (field == F_COVER_PHONE) {
        offer_phone(&o, F_SUPPORTER_NAME, F_SUPPORTER_PHONE, who);
        offer_phone(&o, F_CONTACT_NAME, F_CONTACT_PHONE, who);
    } else if (field == F_CONTACT_NAME) {
        offer_people(&o, F_SUPPORTER_NAME, "");
    } else if (field == F_CONTACT_PHONE) {
        offer_phone(&o, F_SUPPORTER_NAME, F_SUPPORTER_PHONE,
                    plan_str(w->plan, F_CONTACT_NAME, item));
    }
}
