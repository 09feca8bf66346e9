#include "supportplan/own.h"

#include <stdio.h>
#include <string.h>

#include "supportplan/money.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"

enum act { ACT_ANSWER = 1, ACT_ADD, ACT_DONE };

#define OWN "own-"

/* An answer of the plan that the form does not ask for, from number i on; PLAN_LAST where there is
 * none. */
static size_t next_own(const struct wizard *w, size_t i)
{
    for (; w->form && i < plan_count(w->plan, SEC_ANSWER); i++)
        if (!form_page_of_answer(w->form, plan_item(w->plan, SEC_ANSWER, i), NULL))
            return i;
    return PLAN_LAST;
}

size_t own_count(const struct wizard *w)
{
    size_t n = 0;
    for (size_t i = next_own(w, 0); i != PLAN_LAST; i = next_own(w, i + 1))
        n++;
    return n;
}

/* Naming one */

static int64_t own_number(const char *name)
{
    int64_t number = 0;
    if (strncmp(name, OWN, strlen(OWN)) == 0)
        number_parse(name + strlen(OWN), NUMBER_MAX, &number);
    return number;
}

static int64_t higher(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

/* The highest number of the plan's items and answers, and of the answers its pictures are for. */
static int64_t highest(const struct plan *plan)
{
    int64_t number = 0;
    plan_number(plan, F_PLAN_LAST, "", &number);
    for (size_t i = 0; i < plan_count(plan, SEC_ANSWER); i++)
        number = higher(number, own_number(plan_item(plan, SEC_ANSWER, i)));
    for (size_t i = 0; i < plan_count(plan, SEC_ATTACHMENT); i++)
        number = higher(number, own_number(plan_str(plan, F_ATTACHMENT_ANSWER,
                                                    plan_item(plan, SEC_ATTACHMENT, i))));
    return number;
}

bool own_begin(struct wizard *w, char out[NAME_MAX_LEN + 1])
{
    char number[24];
    int64_t n = highest(w->plan);
    do { /* a council may have questions of that name, too */
        n++;
        snprintf(out, NAME_MAX_LEN + 1, OWN "%lld", (long long)n);
    } while (w->form && form_page_of_answer(w->form, out, NULL));
    snprintf(number, sizeof number, "%lld", (long long)n);
    return n <= NUMBER_MAX && wizard_set(w, F_PLAN_LAST, "", number) == ST_OK;
}

/* Going to one */

static struct place place_of_answer(const char *answer)
{
    struct place p = place_of(PLACE_ANSWER);
    snprintf(p.item, sizeof p.item, "%s", answer);
    return p;
}

void own_turn(struct wizard *w, const char *answer)
{
    wizard_turn(w, place_of_answer(answer));
}

static void ask_title(struct wizard *w, const char *answer)
{
    struct place p = place_of(PLACE_FIELD);
    p.table = SEC_ANSWER;
    p.field = F_ANSWER_TITLE;
    p.walk = !*answer; /* after a new question comes its answer */
    snprintf(p.item, sizeof p.item, "%s", answer);
    wizard_go(w, p);
}

void own_rename(struct wizard *w, const char *answer)
{
    ask_title(w, answer);
}

/* Its pictures go with it: without the question nothing would lead to them. */
static enum status remove_pictures(struct wizard *w, const char *answer)
{
    enum status st = ST_OK;
    for (size_t i = plan_count(w->plan, SEC_ATTACHMENT); !st && i-- > 0;) {
        const char *item = plan_item(w->plan, SEC_ATTACHMENT, i);
        if (plan_is(w->plan, F_ATTACHMENT_ANSWER, item, answer))
            st = plan_remove(w->plan, SEC_ATTACHMENT, item, &w->action.edits);
    }
    return st;
}

void own_remove(struct wizard *w, const char *answer)
{
    char name[NAME_MAX_LEN + 1]; /* answer may be part of the place that is left */
    struct text t = {0};
    snprintf(name, sizeof name, "%s", answer);
    phrase_item(w->plan, w->form, SEC_ANSWER, name, &t);
    wizard_begin(w, _("remove \"%s\""), text_str(&t));
    enum status st = remove_pictures(w, name);
    if (!st)
        st = plan_remove(w->plan, SEC_ANSWER, name, &w->action.edits);
    if (st) {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(st));
    } else {
        wizard_end(w);
        wizard_say(w, _("Removed \"%s\". Undo brings it back."), text_str(&t));
        wizard_keep_draft(w, NULL);
        w->edit.changed = false;
        wizard_back(w);
    }
    text_free(&t);
}

/* The list */

static const char *own_state(const struct wizard *w, const char *answer)
{
    if (plan_known(w->plan, F_ANSWER_TEXT, answer) == KNOWN)
        return _("answered");
    if (plan_known(w->plan, F_ANSWER_TEXT, answer) == NOT_SURE ||
        plan_is(w->plan, F_ANSWER_STATE, answer, "unsure"))
        return _("not sure yet");
    return _("not answered");
}

static void own_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("My own questions"));
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter open   a add   u undo   F2 done   F1 help   Esc back"));
    page_words(page, _("Ask what matters to you and no question asks for. It is printed with your "
                       "plan. Answers that another form asked for are here, too."));
    page_add(page, ROW_GAP, "");
    for (size_t i = next_own(w, 0); i != PLAN_LAST; i = next_own(w, i + 1)) {
        const char *answer = plan_item(w->plan, SEC_ANSWER, i);
        struct text t = {0};
        phrase_item(w->plan, w->form, SEC_ANSWER, answer, &t);
        struct row *row = page_item(page, text_str(&t), ACT_ANSWER);
        snprintf(row->item, sizeof row->item, "%s", answer);
        page_say(page, &row->state, own_state(w, answer));
        text_free(&t);
    }
    page_choice(page, _("Add a question of my own"), ACT_ADD, "add");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static void own_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_ANSWER)
        wizard_go(w, place_of_answer(row->item));
    else if (row->act == ACT_ADD)
        ask_title(w, "");
    else
        wizard_back(w);
}

static bool own_command(struct wizard *w, enum command cmd, const char *arg)
{
    if (cmd != CMD_ADD)
        return place_next_back(w, cmd, arg);
    ask_title(w, "");
    return true;
}

const struct place_type own_place = {
    .build = own_build,
    .open = own_open,
    .next = wizard_back,
    .command = own_command,
    .help = N_("Add a question, or open one to answer it. Everything can be undone."),
};
