/*
 * The pages of help: for a page, for a question, all keys and words, what was found on opening.
 */
#include <string.h>

#include "supportplan/places.h"
#include "supportplan/wizard.h"

static bool is_given(const char *words)
{
    return words && *words;
}

/* "If you are stuck, talk to Jo. Telephone 01632 960 100. Monday to Friday." A group may give a
 * number and no name. */
static void talk_words(const struct wizard *w, struct page *page)
{
    const struct form_talk none = {0}, *talk = w->form ? &w->form->talk : &none;
    struct text t = {0};
    if (is_given(talk->name))
        text_addf(&t, _("If you are stuck, talk to %s."), talk->name);
    if (is_given(talk->phone))
        text_addf(&t, t.len > 0 ? _(" Telephone %s.") : _("If you are stuck, ring %s."),
                  talk->phone);
    if (t.len > 0 && is_given(talk->hours))
        text_addf(&t, " %s.", talk->hours);
    page_words(page, text_str(&t));
    text_free(&t);
}

static void guidance(const struct form_page *fp, struct page *page)
{
    page_words(page, fp->help);
    for (unsigned i = 0; i < fp->examples_count; i++) {
        struct text t = {0};
        text_addf(&t, _("For example: \"%s\""), fp->examples[i]);
        page_words(page, text_str(&t));
        text_free(&t);
    }
    if (fp->checker && *fp->checker) {
        page_add(page, ROW_HEADING, _("What the checker looks for"));
        page_words(page, fp->checker);
    }
    for (unsigned i = 0; i < fp->more_count; i++) {
        struct text t = {0};
        if (i == 0)
            page_add(page, ROW_HEADING, _("More to read"));
        text_addf(&t, _("%s: %s (read %s)"), fp->more[i].title, fp->more[i].address,
                  fp->more[i].read ? fp->more[i].read : "?");
        page_words(page, text_str(&t));
        text_free(&t);
    }
}

/* Help for the page below */

static const char *const shared_help =
    N_("Arrows or Tab move, and Enter opens. Esc steps back and keeps what you typed. "
       "u undoes what was done last.");
static const char *const plain_help =
    N_("Type a number, or the first letters of a line. These words work everywhere: back, help, "
       "list, money, check, save, undo, quit.");

/* The words of a page that can be typed there: what its rows say stands on the page already. */
static void words_in_a_line(const struct page *other, struct page *page)
{
    struct text words = {0};
    for (size_t i = 0; i < other->count; i++)
        if (*other->rows[i].word)
            text_addf(&words, "%s%s", words.len > 0 ? ", " : "", other->rows[i].word);
    page_words(page, text_str(&words));
    text_free(&words);
}

/* Where an answer is typed the rows are not shown in plain lines, so each word says what it does.
 */
static void words_with_meaning(const struct page *other, struct page *page)
{
    for (size_t i = 0; i < other->count; i++) {
        const struct row *row = &other->rows[i];
        struct text t = {0};
        if (!*row->word || strcmp(row->word, row->text) == 0)
            continue;
        text_addf(&t, "%s: %s", row->word, row->text);
        page_add(page, ROW_TEXT, text_str(&t));
        text_free(&t);
    }
}

/* The keys of the page below, or in plain lines the words that can be typed there. */
static void keys_here(const struct wizard *w, const struct place *below, struct page *page)
{
    struct page other = {0};
    const struct place_type *type = place_type(w, below);
    bool words = false;
    if (type && type->build)
        type->build(w, below, &other);
    for (size_t i = 0; i < other.count; i++)
        words = words || *other.rows[i].word;
    if (w->mode == MODE_PLAIN && words) {
        page_add(page, ROW_HEADING, _("Words on this page"));
        if (page_edit_row(&other) < other.count)
            words_with_meaning(&other, page);
        else
            words_in_a_line(&other, page);
    } else if (w->mode != MODE_PLAIN && other.hint && *other.hint) {
        page_add(page, ROW_HEADING, _("Keys on this page"));
        hints_rows(other.hint, page);
    }
    page_clear(&other);
}

static void help_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("Help"));
    page_say(page, &page->hint, _("Enter or Esc back"));
    const struct place *below = w->depth > 1 ? &w->places[w->depth - 2] : wizard_at(w);
    const struct form_page *fp = place_page(w, below);
    if (fp) {
        page_add(page, ROW_HEADING, fp->text);
        page_words(page, fp->why);
        guidance(fp, page);
        page_add(page, ROW_HEADING, _("How it works"));
    }
    const struct place_type *type = place_type(w, below);
    bool plain = w->mode == MODE_PLAIN;
    const char *help = !type ? NULL : plain && type->plain_help ? type->plain_help : type->help;
    if (help)
        page_words(page, _(help));
    page_words(page, _(plain ? plain_help : shared_help));
    keys_here(w, below, page);
    talk_words(w, page);
    page_add(page, ROW_GAP, "");
    page_choice(page, _("All keys and words"), 2, "commands");
    page_item(page, _("Back"), 1);
}

static void help_open(struct wizard *w, const struct row *row)
{
    if (row->act == 2)
        wizard_go(w, place_of(PLACE_KEYS));
    else
        wizard_back(w);
}

const struct place_type help_place = {
    .build = help_build,
    .open = help_open,
    .command = place_next_back,
};

/* More about a question */

static void more_build(const struct wizard *w, const struct place *here, struct page *page)
{
    const struct form_page *fp = NULL;
    for (size_t i = w->depth; i-- > 0 && !fp;)
        fp = place_page(w, &w->places[i]);
    (void)here;
    page_say(page, &page->title, _("More about this question"));
    page_say(page, &page->hint, _("Enter or Esc back"));
    if (fp) {
        page_add(page, ROW_HEADING, fp->text);
        page_words(page, fp->why);
        guidance(fp, page);
    }
    talk_words(w, page);
    page_add(page, ROW_GAP, "");
    page_item(page, _("Back"), 1);
}

const struct place_type more_place = {
    .build = more_build,
    .open = place_open_back,
    .command = place_next_back,
};

/* All keys and words */

static void keys_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    struct text t = {0};
    int group = -1;
    page_say(page, &page->title, _("All keys and words"));
    page_say(page, &page->hint, _("Enter or Esc back"));
    for (int c = 1; c < CMD_COUNT; c++) {
        const struct command_info *info = command_info((enum command)c);
        const char *name = w->mode == MODE_PLAIN ? info->word : info->keys;
        if (!*name)
            continue;
        if ((int)info->group != group)
            page_add(page, ROW_HEADING, command_group_title(info->group));
        group = (int)info->group;
        text_clear(&t);
        text_addf(&t, "%s: %s", name, _(info->help));
        page_add(page, ROW_TEXT, text_str(&t))->indent = 1;
    }
    text_free(&t);
    talk_words(w, page);
    page_add(page, ROW_GAP, "");
    page_item(page, _("Back"), 1);
}

const struct place_type keys_place = {
    .build = keys_build,
    .open = place_open_back,
    .command = place_next_back,
};

/* What was found on opening */

static void notices_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("What I found in the file"));
    page_say(page, &page->hint, _("Enter go on"));
    for (size_t i = 0; i < w->notices.count; i++)
        page_words(page, w->notices.list[i]);
    if (w->opening.keep_original && !w->opening.read_only)
        page_words(page, _("When you change something, the file as it was is kept beside it."));
    page_add(page, ROW_GAP, "");
    if (plan_odd_count(w->plan) > 0)
        page_choice(page, _("Show the rows I could not use"), 2, "rows");
    if (w->lent)
        page_choice(page, _("Write in it here"), 3, "write");
    page_item(page, _("Go on"), 1);
    page_say(page, &page->prompt, _("Press Enter to go on. "));
}

static void notices_open(struct wizard *w, const struct row *row)
{
    if (row->act == 2)
        wizard_turn(w, place_of(PLACE_ROWS));
    else if (row->act == 3)
        wizard_ask(w, FX_TAKE, w->path);
    else
        wizard_back(w);
}

const struct place_type notices_place = {
    .build = notices_build,
    .open = notices_open,
    .command = place_next_back,
    .help = N_("Nothing was lost. Go on when you have read it."),
};
