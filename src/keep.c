/*
 * Where a plan is kept: opening one, choosing a place for one, and leaving one that has none.
 */
#include <stdlib.h>
#include <string.h>

#include "supportplan/keep.h"
#include "supportplan/left.h"
#include "supportplan/phrases.h"
#include "supportplan/places.h"
#include "supportplan/wizard.h"

/* Going on with a plan */

enum open_act { OPEN_NEARBY = 1 };

void keep_nearby(struct wizard *w, const char *names)
{
    if (text_hold(&w->nearby, names))
        wizard_rebuild(w);
}

/* Plain lines do not list what could be chosen: there it is said. */
static void nearby_rows(const struct wizard *w, struct page *page)
{
    struct text name = {0};
    bool lines = w->mode == MODE_PLAIN;
    const char *at = w->nearby ? w->nearby : "";
    if (*at)
        page_words(page, lines ? _("These plans are there. Type the name of one, or any other:")
                               : _("Or choose one that is there:"));
    for (; *at; at += strcspn(at, "\n") + 1) {
        text_clear(&name);
        text_add_n(&name, at, strcspn(at, "\n"));
        if (lines)
            page_words(page, text_str(&name));
        struct row *row = page_choice(page, text_str(&name), OPEN_NEARBY, text_str(&name));
        if (text_ends(text_str(&name), ".age"))
            page_say(page, &row->state, _("locked"));
    }
    text_free(&name);
}

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
    nearby_rows(w, page);
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

static void open_named(struct wizard *w, const char *name)
{
    char *path = as_path(w, name);
    if (path)
        wizard_ask(w, FX_OPEN, path);
    free(path);
}

static void open_next(struct wizard *w)
{
    const char *name = text_str(&w->edit.text);
    if (*name)
        open_named(w, name);
    else
        wizard_trouble(w, "%s",
                       w->nearby && *w->nearby && w->mode != MODE_PLAIN
                           ? _("Type the name of the plan's file, or choose one below.")
                           : _("Type the name of the plan's file."));
}

static void open_nearby(struct wizard *w, const struct row *row)
{
    wizard_keep_draft(w, NULL); /* what was typed before is not what is opened */
    open_named(w, row->word);
}

const struct place_type open_place = {
    .build = open_build,
    .open = open_nearby,
    .take = open_take,
    .next = open_next,
    .keeps_draft = true,
    .help = N_("Type the name of the file, then press Enter. Or choose a plan that was found."),
};

/* Where the plan is kept */

enum keep_act { KEEP_HERE = 1, KEEP_STICK, KEEP_NOWHERE, KEEP_LOCK };
/* On the page where its folder is asked for. */
#define KEEP_ON_STICK 1
/* What a plan's file is called where nobody says otherwise. */
#define PLAN_NAME "my-plan.csv"

static void computer_row(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    text_addf(&t, _("On this computer, in %s"), w->folder);
    struct row *row = page_choice(page, text_str(&t), KEEP_HERE, "computer");
    if (w->private)
        page_say(page, &row->state, _("others who use it may find it"));
    text_free(&t);
}

static void stick_row(struct page *page)
{
    page_choice(page, _("On a stick, or in another folder"), KEEP_STICK, "stick");
}

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
    text_free(&t);
    if (w->private && !w->path)
        page_words(page, _("This session is private. Nothing is written before you choose."));
    page_add(page, ROW_GAP, "");
    if (w->private) /* what the next person can't find goes first */
        stick_row(page);
    computer_row(w, page);
    if (!w->private)
        stick_row(page);
    if (!w->path)
        page_choice(page, _("Nowhere yet"), KEEP_NOWHERE, "nowhere");
    if (passphrase_may_lock(w)) {
        page_add(page, ROW_GAP, "");
        struct row *row = page_choice(page, _("A passphrase for this plan"), KEEP_LOCK, "lock");
        page_say(page, &row->state, w->pass.locked ? _("in use") : _("not in use"));
    }
}

static void keep_open(struct wizard *w, const struct row *row)
{
    if (row->act == KEEP_NOWHERE) {
        wizard_say(w, "%s", _("Nothing is written yet. I ask again when you leave."));
        wizard_back(w);
        return;
    }
    if (row->act == KEEP_LOCK) {
        wizard_ask(w, FX_WORDS, NULL);
        wizard_go(w, place_of(PLACE_LOCK));
        return;
    }
    struct place p = place_of(PLACE_KEEP_AS);
    p.number = row->act == KEEP_STICK;
    wizard_turn(w, p);
}

const struct place_type keep_place = {
    .build = keep_build,
    .open = keep_open,
    .help = N_("Choose where your plan is kept. Only you decide this."),
};

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
    if (here->number)
        left_stick_rows(w, PLAN_NAME, KEEP_ON_STICK, page);
}

static char *keep_as_text(const struct wizard *w, const struct place *here)
{
    (void)w;
    return text_copy(here->number ? "" : PLAN_NAME);
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

static void keep_as_open(struct wizard *w, const struct row *row)
{
    struct text path = left_stick(w, row->number, PLAN_NAME);
    wizard_ask(w, FX_CREATE, text_str(&path));
    text_free(&path);
}

const struct place_type keep_as_place = {
    .build = keep_as_build,
    .open = keep_as_open,
    .text = keep_as_text,
    .take = open_take,
    .next = keep_as_next,
    .keeps_draft = true,
    .help = N_("Type a name, then press Enter. A file that is there is never replaced."),
};

/* Leaving with a plan that lives nowhere, or with something typed that is not in it */

enum leave_act { LEAVE_KEEP = 1, LEAVE_LET_GO, LEAVE_STAY, LEAVE_DRAFT, LEAVE_WITHOUT };

static bool lives_nowhere(const struct wizard *w)
{
    return !w->path || w->save_failed;
}

static void draft_rows(const struct wizard *w, struct page *page)
{
    const struct draft *draft = wizard_any_draft(w);
    struct text t = {0};
    if (!draft)
        return;
    page_add(page, ROW_HEADING, _("You typed something that is not kept yet."));
    text_addf(&t, "\"%s\"", draft->text);
    page_words(page, text_str(&t));
    page_choice(page, _("Go back to it"), LEAVE_DRAFT, "go back");
    if (!lives_nowhere(w))
        page_choice(page, _("Leave without it"), LEAVE_WITHOUT, "leave");
    text_free(&t);
}

static void leave_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("Before you leave"));
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter choose   Esc stay"));
    draft_rows(w, page);
    if (lives_nowhere(w)) {
        page_add(page, ROW_HEADING,
                 w->path ? _("Your last changes could not be saved.")
                         : _("This plan is not kept anywhere yet."));
        page_choice(page, _("Keep it, and choose where"), LEAVE_KEEP, "keep");
        page_choice(page, _("Let it go"), LEAVE_LET_GO, "let it go");
    }
    page_choice(page, _("Stay, and go on writing"), LEAVE_STAY, "stay");
}

static void go_back_to_draft(struct wizard *w)
{
    const struct draft *draft = wizard_any_draft(w);
    w->leaving = false;
    if (!draft) {
        wizard_back(w);
        return;
    }
    struct place place = place_of_draft(draft);
    wizard_home(w);
    wizard_go(w, place);
}

static void leave_open(struct wizard *w, const struct row *row)
{
    switch ((enum leave_act)row->act) {
    case LEAVE_KEEP:
        w->leaving = true;
        wizard_turn(w, place_of(PLACE_KEEP));
        break;
    case LEAVE_LET_GO:
        w->unsaved = w->save_failed = false;
        wizard_ask(w, FX_QUIT, NULL);
        break;
    case LEAVE_WITHOUT:
        if (w->unsaved && !w->opening.read_only)
            wizard_ask(w, FX_SAVE, NULL);
        wizard_ask(w, FX_QUIT, NULL);
        break;
    case LEAVE_DRAFT:
        go_back_to_draft(w);
        break;
    case LEAVE_STAY:
        w->leaving = false;
        wizard_back(w);
        break;
    }
}

const struct place_type leave_place = {
    .build = leave_build,
    .open = leave_open,
    .help = N_("A plan that is let go is gone. Keep it if you want to go on later."),
};

/* What was typed and is not kept, in words */

void wizard_draft_subject(const struct wizard *w, const struct draft *draft, struct text *out)
{
    struct place place = place_of_draft(draft);
    struct place page = place_of_page(draft->section, draft->page);
    const struct form_page *fp = place_page(w, &page);
    enum section table =
        draft->field == FIELD_NONE ? SEC_NONE : schema_fields[draft->field].section;
    if (table != SEC_NONE && schema_sections[table].items == ITEMS_NUMBERED && *draft->item &&
        plan_place(w->plan, table, draft->item) != PLAN_LAST) {
        phrase_item(w->plan, w->form, table, draft->item, out);
        text_add(out, ": ");
    }
    if (draft->field != FIELD_NONE)
        text_add(out, form_label(w->form, draft->field));
    else if (place.kind == PLACE_ADD_LINE)
        text_add(out, _("A line of my week"));
    else if (place.kind == PLACE_FEEDBACK && fp && draft->number < fp->entries_count)
        text_add(out, fp->entries[draft->number].text);
    else if (place.kind == PLACE_PAGE && fp)
        text_add(out, fp->text);
    else
        text_add(out, _("Something else"));
}

void wizard_drafts_words(const struct wizard *w, struct text *out)
{
    struct draft d;
    for (size_t i = 0; wizard_typed(w, i, &d); i++) {
        text_add(out, "\n");
        wizard_draft_subject(w, &d, out);
        text_addf(out, "\n%s\n", d.text);
    }
}
