/*
 * The pages that ask for a long answer, and whose words it is in.
 */
#include <stdio.h>
#include <string.h>

#include "event_parts.h"
#include "supportplan/attachment.h"
#include "supportplan/field.h"
#include "supportplan/own.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/record.h"
#include "supportplan/steps.h"

enum act {
    ACT_WORDS = 1,
    ACT_UNSURE,
    ACT_PICTURE,
    ACT_PRIVATE,
    ACT_MORE,
    ACT_OWN,
    ACT_RENAME,
    ACT_REMOVE,
    ACT_NEXT,
    ACT_RECORD,
    ACT_EDITOR
};

/* Which answer it is, and what it is called: a question of the form's, or of the person's own. */

static const char *answer_at(const struct wizard *w, const struct place *here)
{
    const struct form_page *fp = place_page(w, here);
    return fp ? fp->answer : here->item;
}

static void question_words(const struct wizard *w, const struct place *here, struct text *out)
{
    const struct form_page *fp = place_page(w, here);
    if (fp)
        text_add(out, fp->text);
    else if (plan_known(w->plan, F_ANSWER_TITLE, here->item) == NOT_SURE)
        text_add(out, form_label(w->form, F_ANSWER_TITLE));
    else
        phrase_item(w->plan, w->form, SEC_ANSWER, here->item, out);
}

/* Making the page */

/* What stands between words and a sentence after them. */
static const char *joint(const char *words)
{
    size_t n = strlen(words);
    return n == 0 ? "" : strchr(".?!", words[n - 1]) ? " " : ". ";
}

/* What a picture shows: on one line, whatever lines it was typed in. */
static void add_about(const struct wizard *w, const char *item, struct text *out)
{
    const char *about = plan_str(w->plan, F_ATTACHMENT_ABOUT, item);
    size_t n = strlen(about);
    while (n > 0 && strchr(" \n", about[n - 1]))
        n--;
    text_clean(out, about, n, CHARSET_UTF8, true);
}

static void attachments_rows(const struct wizard *w, const char *answer, struct page *page)
{
    char word[32];
    int number = 0;
    for (size_t i = 0; i < plan_count(w->plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(w->plan, SEC_ATTACHMENT, i);
        if (!plan_is(w->plan, F_ATTACHMENT_ANSWER, item, answer))
            continue;
        struct text t = {0};
        text_addf(&t, _("See: %s"), plan_str(w->plan, F_ATTACHMENT_FILE, item));
        snprintf(word, sizeof word, "picture %d", ++number);
        struct row *row = page_choice(page, text_str(&t), ACT_RECORD, word);
        snprintf(row->item, sizeof row->item, "%s", item);
        text_clear(&t);
        add_about(w, item, &t);
        if (attachment_missing(w, item))
            text_addf(&t, "%s%s", joint(text_str(&t)), _("The file is not there yet."));
        page_say(page, &row->state, text_str(&t));
        text_free(&t);
    }
}

/* Offered only to who has one: a line that leads nowhere is one line more to read. */
static void editor_row(const struct wizard *w, struct page *page)
{
    if (w->own_editor && w->path && !w->private)
        page_choice(page, _("Write in my own editor"), ACT_EDITOR, "editor");
}

static void private_row(const struct wizard *w, const char *answer, struct page *page)
{
    bool on = plan_is(w->plan, F_ANSWER_PRIVATE, answer, "yes");
    struct row *row =
        page_choice(page, form_label(w->form, F_ANSWER_PRIVATE), ACT_PRIVATE, "private");
    page_say(page, &row->state, on ? _("yes") : _("no"));
}

/* What can be done with an answer, whoever asked for it. */
static void answer_rows(const struct wizard *w, const char *answer, struct page *page)
{
    const char *voice = plan_get(w->plan, F_ANSWER_VOICE, answer);
    attachments_rows(w, answer, page);
    struct row *row = page_choice(page, _("Whose words are these?"), ACT_WORDS, "words");
    page_say(page, &row->state, voice ? form_word(w->form, F_ANSWER_VOICE, voice) : _("not said"));
    row = page_choice(page, _("I am not sure yet"), ACT_UNSURE, "unsure");
    if (plan_is(w->plan, F_ANSWER_STATE, answer, "unsure"))
        page_row_choose(page, row);
    page_choice(page, _("See my picture or recording"), ACT_PICTURE, "picture");
    private_row(w, answer, page);
}

/* Where a form has asked all that it asks, there is room for what it did not. */
static void own_row(const struct wizard *w, struct page *page)
{
    char n[32];
    struct row *row = page_choice(page, _("My own questions"), ACT_OWN, "own");
    snprintf(n, sizeof n, "%zu", own_count(w));
    page_say(page, &row->state, n);
}

static void edit_row(const struct wizard *w, const char *answer, const char *label,
                     struct page *page)
{
    page->long_text = page->asks = true;
    /* One row either way: who turns it, further down, stays on the row that turns it back. */
    if (plan_is(w->plan, F_ANSWER_PRIVATE, answer, "yes"))
        page_words(page, _("This answer is marked private."));
    else
        page_add(page, ROW_GAP, "");
    page_add(page, ROW_EDIT, label);
    page_add(page, ROW_GAP, "");
    page_say(page, &page->hint, _(FIELD_LONG_HINT));
}

static void question_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = steps_begin(w, here, page);
    bool last = strcmp(fp->answer, "more") == 0;
    page_add(page, ROW_HEADING, fp->text);
    page_words(page, fp->why);
    if (last && w->mode == MODE_PLAIN)
        page_words(page, _("Type own to ask and answer a question of your own."));
    edit_row(w, fp->answer, fp->label ? fp->label : _("Answer"), page);
    answer_rows(w, fp->answer, page);
    page_choice(page, _("More about this question, and what the checker looks for"), ACT_MORE,
                "more");
    if (last)
        own_row(w, page);
    page_choice(page, _("Done"), ACT_NEXT, "done");
    editor_row(w, page);
}

static void own_build(const struct wizard *w, const struct place *here, struct page *page)
{
    struct text t = {0};
    page_say(page, &page->title, _("My own questions"));
    question_words(w, here, &t);
    page_add(page, ROW_HEADING, text_str(&t));
    text_free(&t);
    if (w->mode == MODE_PLAIN)
        page_words(page, _("Type rename to change the question, or remove to take it away."));
    edit_row(w, here->item, _("Answer"), page);
    answer_rows(w, here->item, page);
    page_choice(page, _("Change the question"), ACT_RENAME, "rename");
    page_choice(page, _("Remove the question and its answer"), ACT_REMOVE, "remove");
    page_choice(page, _("Done"), ACT_NEXT, "done");
    editor_row(w, page);
}

static char *question_text(const struct wizard *w, const struct place *here)
{
    return text_copy(plan_str(w->plan, F_ANSWER_TEXT, answer_at(w, here)));
}

static bool take_answer(struct wizard *w, const char *text)
{
    const struct form_page *fp = place_page(w, wizard_at(w));
    const char *answer = answer_at(w, wizard_at(w));
    struct text name = {0};
    if (!text[strspn(text, " \n")])
        text = ""; /* Enter by habit is no answer, and "Kept" is not said of it */
    if (fp && fp->label)
        text_add(&name, fp->label);
    else
        question_words(w, wizard_at(w), &name);
    const char *had = plan_str(w->plan, F_ANSWER_TEXT, answer);
    bool instead = w->mode == MODE_PLAIN && *had && strncmp(text, had, strlen(had)) != 0;
    wizard_begin(w, _("change the answer to \"%s\""), text_str(&name));
    text_free(&name);
    enum status st = wizard_set(w, F_ANSWER_TEXT, answer, text);
    if (!st && w->action.edits.count > 0) /* what was agreed was something else */
        st = wizard_set(w, F_ANSWER_AGREED, answer, NULL);
    if (!st && *text && plan_is(w->plan, F_ANSWER_STATE, answer, "unsure"))
        st = wizard_set(w, F_ANSWER_STATE, answer, NULL);
    if (st) {
        wizard_drop(w);
        wizard_trouble(w, "%s", status_text(st));
        return false;
    }
    wizard_end(w);
    if (*text)
        wizard_say(w, "%s",
                   instead ? _("Kept, in the place of what was there. Undo brings that back.")
                           : _("Kept."));
    return true;
}

static void set_unsure(struct wizard *w, const char *answer)
{
    bool was = plan_is(w->plan, F_ANSWER_STATE, answer, "unsure");
    wizard_begin(w, "%s", _("say \"not sure yet\""));
    wizard_set(w, F_ANSWER_STATE, answer, was ? NULL : "unsure");
    wizard_end(w);
    wizard_say(w, "%s",
               was ? _("No longer marked as not sure.")
                   : _("Kept: not sure yet. It goes on the list of questions to ask."));
}

/* A row on the screen is chosen and left again; a word in plain lines is said once. */
static void unsure(struct wizard *w)
{
    const char *answer = answer_at(w, wizard_at(w));
    if (w->mode != MODE_PLAIN || !plan_is(w->plan, F_ANSWER_STATE, answer, "unsure"))
        set_unsure(w, answer);
    if (w->mode == MODE_PLAIN)
        wizard_type_here(w)->next(w);
}

/* It stays in the plan and in its whole text: private says who is to see it, and hides nothing. */
static void turn_private(struct wizard *w, const char *answer)
{
    bool was = plan_is(w->plan, F_ANSWER_PRIVATE, answer, "yes");
    wizard_begin(w, "%s",
                 was ? _("mark an answer as not private") : _("mark an answer as private"));
    wizard_set(w, F_ANSWER_PRIVATE, answer, was ? NULL : "yes");
    wizard_end(w);
    wizard_say(w, "%s",
               was ? _("No longer marked private.")
                   : _("Marked private. The file and the whole text still have it, with the word "
                       "private. Leave it out of copies that you share."));
}

static void clear_answer(struct wizard *w)
{
    bool had = *plan_str(w->plan, F_ANSWER_TEXT, answer_at(w, wizard_at(w)));
    wizard_keep_draft(w, NULL);
    if (!take_answer(w, ""))
        return;
    wizard_say(w, "%s",
               had ? _("The answer is empty now. Undo brings it back.")
                   : _("Left empty. Nothing was written here."));
    wizard_type_here(w)->next(w);
}

static void go_to_words(struct wizard *w, const char *answer)
{
    struct place p = place_of(PLACE_WORDS);
    snprintf(p.item, sizeof p.item, "%s", answer);
    wizard_go(w, p);
}

static void question_open(struct wizard *w, const struct row *row)
{
    const char *answer = answer_at(w, wizard_at(w));
    switch ((enum act)row->act) {
    case ACT_WORDS:
        go_to_words(w, answer);
        break;
    case ACT_UNSURE:
        unsure(w);
        break;
    case ACT_PICTURE:
        record_start(w, SEC_ATTACHMENT, answer);
        break;
    case ACT_PRIVATE:
        turn_private(w, answer);
        break;
    case ACT_MORE:
        wizard_go(w, place_of(PLACE_MORE));
        break;
    case ACT_OWN:
        wizard_go(w, place_of(PLACE_OWN));
        break;
    case ACT_RENAME:
        own_rename(w, answer);
        break;
    case ACT_REMOVE:
        own_remove(w, answer);
        break;
    case ACT_NEXT:
        wizard_type_here(w)->next(w);
        break;
    case ACT_EDITOR:
        event_editor(w);
        break;
    case ACT_RECORD:
        record_go(w, SEC_ATTACHMENT, row->item);
        break;
    }
}

static bool answer_command(struct wizard *w, enum command cmd)
{
    const char *answer = answer_at(w, wizard_at(w));
    if (cmd == CMD_UNSURE)
        unsure(w);
    else if (cmd == CMD_CLEAR)
        clear_answer(w);
    else if (cmd == CMD_WORDS)
        go_to_words(w, answer);
    else if (cmd == CMD_PICTURE)
        record_start(w, SEC_ATTACHMENT, answer);
    else
        return false;
    return true;
}

static bool question_command(struct wizard *w, enum command cmd, const char *arg)
{
    return answer_command(w, cmd) || steps_command(w, cmd, arg);
}

static bool own_command(struct wizard *w, enum command cmd, const char *arg)
{
    return answer_command(w, cmd) || place_next_back(w, cmd, arg);
}

const struct place_type question_page = {
    .build = question_build,
    .open = question_open,
    .text = question_text,
    .take = take_answer,
    .next = steps_next,
    .command = question_command,
    .help = STEPS_HELP,
};

const struct place_type answer_place = {
    .build = own_build,
    .open = question_open,
    .text = question_text,
    .take = take_answer,
    .next = wizard_back,
    .command = own_command,
    .help = N_("Write your answer to your own question. It is printed with your plan."),
};

/* Whose words */

static void words_build(const struct wizard *w, const struct place *here, struct page *page)
{
    page_say(page, &page->title, _("Whose words are these?"));
    page_say(page, &page->prompt, _("Whose? "));
    page_say(page, &page->hint, _("Enter choose   Esc back"));
    page_words(page, _("It shows that your views were taken into account."));
    field_choices(w, F_ANSWER_VOICE, here->item, page);
}

static void words_open(struct wizard *w, const struct row *row)
{
    char item[NAME_MAX_LEN + 1], word[NAME_MAX_LEN + 1];
    memcpy(item, wizard_at(w)->item, sizeof item);
    schema_word(F_ANSWER_VOICE, (int)row->number, word);
    wizard_begin(w, "%s", _("say whose words these are"));
    wizard_set(w, F_ANSWER_VOICE, item, word);
    wizard_end(w);
    wizard_say(w, _("Kept: %s."), form_word(w->form, F_ANSWER_VOICE, word));
    wizard_back(w);
}

const struct place_type words_place = {
    .build = words_build,
    .open = words_open,
    .help = N_("Say whose words the answer is in."),
};
