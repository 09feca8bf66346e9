/*
 * The pages before and around a plan: the first screen, forms, examples, where a
 * plan is kept, leaving.
 */
#include <stdlib.h>
#include <string.h>

#include "supportplan/places.h"
#include "supportplan/wizard.h"

/* The first screen */

enum start_act { ACT_NEW = 1, ACT_GO_ON, ACT_EXAMPLE, ACT_WHAT, ACT_PLAIN };

static void start_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)w, (void)here;
    page_say(page, &page->title, _("supportplan: write your support plan, at your own pace"));
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter open   F1 help   p plain questions   Esc leave"));
    struct row *row = page_item(page, _("Start a new plan"), ACT_NEW);
    page_row_say(page, &row->word, "new");
    row = page_item(page, _("Go on with a plan"), ACT_GO_ON);
    page_row_say(page, &row->word, "open");
    row = page_item(page, _("Look at an example"), ACT_EXAMPLE);
    page_row_say(page, &row->word, "example");
    row = page_item(page, _("What is a support plan?"), ACT_WHAT);
    page_row_say(page, &row->word, "what");
    if (!w->plain)
        page_item(page, _("Plain questions instead of this screen"), ACT_PLAIN);
    page_add(page, ROW_GAP, "");
    page_words(page, _("Nothing is sent anywhere. You choose where your plan is kept."));
}

static void start_open(struct wizard *w, const struct row *row)
{
    switch (row->act) {
    case ACT_NEW: {
        struct plan *plan = plan_new();
        if (plan)
            wizard_opened(w, plan, NULL, NULL, true);
        else
            wizard_trouble(w, "%s", status_text(ST_NOMEM));
        break;
    }
    case ACT_GO_ON:
        wizard_go(w, place_of(PLACE_OPEN));
        break;
    case ACT_EXAMPLE:
        wizard_go(w, place_of(PLACE_EXAMPLES));
        break;
    case ACT_WHAT:
        wizard_go(w, place_of(PLACE_WHAT));
        break;
    default:
        wizard_ask(w, FX_PLAIN, NULL);
        break;
    }
}

static bool start_command(struct wizard *w, enum command cmd, const char *arg)
{
    (void)arg;
    /* On the very first screen, p offers plain questions. */
    if (cmd != CMD_PREVIOUS)
        return false;
    wizard_ask(w, FX_PLAIN, NULL);
    return true;
}

static void what_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)w, (void)here;
    page_say(page, &page->title, _("What is a support plan?"));
    page_say(page, &page->hint, _("Enter or Esc back   F1 help"));
    page_words(page, _("A support plan says what matters to you and what support you need. "
                       "It says who helps you, when, and what it costs."));
    page_add(page, ROW_GAP, "");
    page_words(page, _("The council has told you about money for your support. This is your "
                       "personal budget. The plan must be agreed before it is paid."));
    page_add(page, ROW_GAP, "");
    page_words(page, _("This program asks one question at a time. You can stop at any time and "
                       "go on another day. It does the sums. It also shows what the person who "
                       "agrees the plan will look for."));
    page_add(page, ROW_GAP, "");
    page_words(page, _("You can write alone, with a helper, or in a group. \"Not sure yet\" is "
                       "always a good answer."));
    page_add(page, ROW_GAP, "");
    page_item(page, _("Back"), 1);
}

/* Going on with a plan */

static void open_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("Go on with a plan"));
    page_say(page, &page->prompt, _("Which file? "));
    page_say(page, &page->hint, _("Enter open it   F1 help   Esc back"));
    page_add(page, ROW_HEADING, _("What is the plan's file called?"));
    struct text t = {0};
    text_addf(&t, _("It ends in .csv. Without a folder, I look in %s."), w->folder);
    page_words(page, text_str(&t));
    text_free(&t);
    page_add(page, ROW_EDIT, _("File"));
}

static bool open_take(struct wizard *w, const char *text)
{
    (void)w, (void)text;
    return true;
}

/* A name as a path: in the folder offered, unless it has a folder of its own; .csv unless there is
 * an ending. */
static char *as_path(const struct wizard *w, const char *name)
{
    struct text t = {0};
    if (*name != '/')
        text_addf(&t, "%s/", w->folder);
    text_add(&t, name);
    const char *base = strrchr(text_str(&t), '/');
    if (!strchr(base ? base : text_str(&t), '.'))
        text_add(&t, ".csv");
    return text_take(&t);
}

static void open_next(struct wizard *w)
{
    const char *name = text_str(&w->edit.text);
    if (!*name) {
        wizard_trouble(w, "%s", _("Type the name of the plan's file."));
        return;
    }
    char *path = as_path(w, name);
    if (path)
        wizard_ask(w, FX_OPEN, path);
    free(path);
}

/* Examples and forms */

static void examples_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("Look at an example"));
    page_say(page, &page->prompt, _("Which example? "));
    page_say(page, &page->hint, _("Enter open   F1 help   Esc back"));
    page_words(page, _("These people are invented. You can look at everything and change "
                       "everything. Nothing is kept."));
    page_add(page, ROW_GAP, "");
    for (size_t i = 0; i < w->example_count; i++) {
        struct row *row = page_item(page, w->examples[i].title, 1);
        row->number = i;
        page_row_say(page, &row->word, w->examples[i].name);
    }
    if (w->example_count == 0)
        page_words(page, _("No examples were found on this computer."));
}

static void examples_open(struct wizard *w, const struct row *row)
{
    if (row->number < w->example_count)
        wizard_ask(w, FX_EXAMPLE, w->examples[row->number].name);
}

static void forms_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("Which questions?"));
    page_say(page, &page->prompt, _("Which form? "));
    page_say(page, &page->hint, _("Enter choose   F1 help   Esc back"));
    page_words(page, _("Councils ask in different words. Choose the form that is nearest to "
                       "yours. You can change it later. Every answer stays."));
    for (size_t i = 0; i < w->form_count; i++) {
        page_add(page, ROW_GAP, "");
        struct row *row = page_item(page, w->forms[i].title, 1);
        row->number = i;
        page_row_say(page, &row->word, w->forms[i].name);
        if (w->form && w->form->name && strcmp(w->form->name, w->forms[i].name) == 0)
            page_row_say(page, &row->state, _("in use now"));
        if (*w->forms[i].about)
            page_add(page, ROW_TEXT, w->forms[i].about)->indent = 1;
    }
    if (w->form_count == 0)
        page_words(page, _("No forms were found. Install the program's forms first."));
}

static void forms_open(struct wizard *w, const struct row *row)
{
    if (row->number >= w->form_count)
        return;
    const char *name = w->forms[row->number].name;
    bool first = plan_get(w->plan, F_PLAN_FORM, "") == NULL;
    wizard_begin(w, "%s", _("choose the form"));
    wizard_set(w, F_PLAN_FORM, "", name);
    if (first && w->today != DATE_NONE) {
        char day[16];
        wizard_set(w, F_PLAN_FORMAT, "", "1");
        wizard_set(w, F_PLAN_CREATED, "", date_print(w->today, day));
    }
    wizard_end(w);
    wizard_ask(w, FX_FORM, name);
    wizard_say(w, _("Form: %s."), w->forms[row->number].title);
    wizard_home(w);
    if (first && !w->path)
        wizard_go(w, place_of(PLACE_KEEP));
}

/* Where the plan is kept */

enum keep_act { KEEP_HERE = 1, KEEP_STICK, KEEP_NOWHERE };

static void keep_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    struct text t = {0};
    page_say(page, &page->title, _("Where your plan is kept"));
    page_say(page, &page->prompt, _("Where? "));
    page_say(page, &page->hint, _("Enter choose   F1 help   Esc back"));
    page_add(page, ROW_HEADING, _("Where shall your plan be kept?"));
    page_words(page, _("It is saved there after each answer. Nothing is sent anywhere."));
    if (w->path) {
        text_addf(&t, _("It is kept in %s now."), w->path);
        page_words(page, text_str(&t));
        text_clear(&t);
    }
    page_add(page, ROW_GAP, "");
    text_addf(&t, _("On this computer, in %s"), w->folder);
    page_row_say(page, &page_item(page, text_str(&t), KEEP_HERE)->word, "computer");
    text_free(&t);
    page_row_say(page, &page_item(page, _("On a stick, or in another folder"), KEEP_STICK)->word,
                 "stick");
    page_row_say(page, &page_item(page, _("Nowhere yet"), KEEP_NOWHERE)->word, "nowhere");
}

static void keep_open(struct wizard *w, const struct row *row)
{
    if (row->act == KEEP_NOWHERE) {
        wizard_say(w, "%s", _("Nothing is written yet. I ask again when you leave."));
        wizard_back(w);
        return;
    }
    struct place p = place_of(PLACE_KEEP_AS);
    p.number = row->act == KEEP_STICK;
    wizard_turn(w, p);
}

static void keep_as_build(const struct wizard *w, const struct place *here, struct page *page)
{
    page_say(page, &page->title, _("Where your plan is kept"));
    page_say(page, &page->hint, _("Enter keep it there   F1 help   Esc back"));
    struct text t = {0};
    if (here->number) {
        page_say(page, &page->prompt, _("Folder and name? "));
        page_add(page, ROW_HEADING, _("Which folder, and which name?"));
        page_words(page, _("For example /media/me/STICK/my-plan.csv. A name without a private "
                           "word is safer."));
    } else {
        page_say(page, &page->prompt, _("Name? "));
        page_add(page, ROW_HEADING, _("What shall the file be called?"));
        text_addf(&t, _("It goes into %s. Press Enter to keep the name that is there."), w->folder);
        page_words(page, text_str(&t));
    }
    text_free(&t);
    page_add(page, ROW_EDIT, here->number ? _("Folder and name") : _("Name"));
}

static char *keep_as_text(const struct wizard *w, const struct place *here)
{
    (void)w;
    return text_copy(here->number ? "" : "my-plan.csv");
}

static void keep_as_next(struct wizard *w)
{
    const char *name = text_str(&w->edit.text);
    if (!*name) {
        wizard_trouble(w, "%s", _("Type a name for the file."));
        return;
    }
    char *path = as_path(w, name);
    if (path)
        wizard_ask(w, FX_CREATE, path);
    free(path);
}

/* Leaving with a plan that lives nowhere */

enum leave_act { LEAVE_KEEP = 1, LEAVE_LET_GO, LEAVE_STAY };

static void leave_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("Before you leave"));
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter choose   Esc stay"));
    page_add(page, ROW_HEADING,
             w->path ? _("Your last changes could not be saved.")
                     : _("This plan is not kept anywhere yet."));
    page_row_say(page, &page_item(page, _("Keep it, and choose where"), LEAVE_KEEP)->word, "keep");
    page_row_say(page, &page_item(page, _("Let it go"), LEAVE_LET_GO)->word, "let it go");
    page_row_say(page, &page_item(page, _("Stay, and go on writing"), LEAVE_STAY)->word, "stay");
}

static void leave_open(struct wizard *w, const struct row *row)
{
    if (row->act == LEAVE_KEEP) {
        w->leaving = true;
        wizard_turn(w, place_of(PLACE_KEEP));
    } else if (row->act == LEAVE_LET_GO) {
        w->unsaved = w->save_failed = false;
        wizard_ask(w, FX_QUIT, NULL);
    } else {
        w->leaving = false;
        wizard_back(w);
    }
}

static void hidden_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)w, (void)here;
    page_say(page, &page->title, _("Hidden."));
    page_say(page, &page->prompt, _("Press Enter to come back. "));
    page_item(page, _("Press Enter to come back."), 1);
}

const struct place_type start_place = {
    .build = start_build,
    .open = start_open,
    .command = start_command,
    .help = N_("Choose what to do. Your plan stays on this computer or your stick."),
};

const struct place_type what_place = {
    .build = what_build,
    .open = place_open_back,
    .help = N_("Read this page, then go back."),
};

const struct place_type open_place = {
    .build = open_build,
    .take = open_take,
    .next = open_next,
    .help = N_("Type the name of the file, then press Enter."),
};

const struct place_type examples_place = {
    .build = examples_build,
    .open = examples_open,
    .help = N_("Choose an example to see a finished plan."),
};

const struct place_type forms_place = {
    .build = forms_build,
    .open = forms_open,
    .help = N_("A form is a list of questions. Choose the one nearest to your council's."),
};

const struct place_type keep_place = {
    .build = keep_build,
    .open = keep_open,
    .help = N_("Choose where your plan is kept. Only you decide this."),
};

const struct place_type keep_as_place = {
    .build = keep_as_build,
    .text = keep_as_text,
    .take = open_take,
    .next = keep_as_next,
    .help = N_("Type a name, then press Enter. A file that is there is never replaced."),
};

const struct place_type leave_place = {
    .build = leave_build,
    .open = leave_open,
    .help = N_("A plan that is let go is gone. Keep it if you want to go on later."),
};

const struct place_type hidden_place = {
    .build = hidden_build,
    .help = N_("The screen is hidden. Press Enter to come back."),
};
