#include "supportplan/changes.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/places.h"
#include "supportplan/wizard.h"

enum act { ACT_FILE = 1, ACT_OTHER, ACT_DONE };

void changes_start(struct wizard *w)
{
    wizard_go(w, place_of(PLACE_CHANGES));
    wizard_ask(w, FX_OTHERS, NULL);
}

void changes_found(struct wizard *w, const char *names)
{
    if (text_hold(&w->others, names))
        wizard_arrive(w);
}

/* The copies that saving leaves are known by their endings; their names are not for reading aloud.
 */
static const char *what_it_is(const char *name)
{
    if (text_ends(name, "~2~"))
        return _("As it was when you last opened it");
    if (text_ends(name, "~"))
        return _("As it was before the last save");
    return text_ends(name, ".original") ? _("The file as it first came") : name;
}

void changes_show(struct wizard *w, const char *name, const char *text, const char *told)
{
    struct text title = {0};
    const char *what = what_it_is(name);
    if (what == name)
        text_addf(&title, _("What changed since %s"), name);
    else
        text_addf(&title, _("What changed. Before: %s"), what);
    struct paper paper = {.text = text_copy(text), .told = text_copy(told)};
    paper.title = text_take(&title);
    wizard_keep_draft(w, NULL); /* the name that was typed has done its work */
    if (paper.title && paper.text && paper.told)
        paper_show(w, &paper);
    else
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
    paper_free(&paper);
}

/* Which one */

/* Name number i of those that were found; "" past the last. To be freed with text_free(). */
static struct text name_at(const struct wizard *w, size_t i)
{
    struct text name = {0};
    const char *at = w->others ? w->others : "";
    while (i > 0 && *at) {
        at += strcspn(at, "\n");
        at += *at == '\n';
        i--;
    }
    text_add_n(&name, at, strcspn(at, "\n"));
    return name;
}

static void add_files(const struct wizard *w, struct page *page)
{
    struct text name = name_at(w, 0);
    for (size_t i = 1; name.len > 0; i++) {
        page_item(page, what_it_is(text_str(&name)), ACT_FILE)->number = i - 1;
        text_free(&name);
        name = name_at(w, i);
    }
    text_free(&name);
}

static void changes_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("What changed"));
    page_say(page, &page->prompt, _("Which file? "));
    page_say(page, &page->hint, _("Enter compare   F1 help   F3 save   Esc back"));
    page_words(page, _("Compare your plan with another version of it. Nothing is changed."));
    page_add(page, ROW_GAP, "");
    if (w->others && *w->others)
        page_add(page, ROW_HEADING, _("Beside your plan"));
    add_files(w, page);
    page_choice(page, _("Another file"), ACT_OTHER, "file");
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static void changes_open(struct wizard *w, const struct row *row)
{
    struct text name = {0};
    if (row->act == ACT_FILE) {
        name = name_at(w, row->number);
        wizard_ask(w, FX_CHANGES, text_str(&name));
        text_free(&name);
    } else if (row->act == ACT_OTHER) {
        wizard_go(w, place_of(PLACE_OTHER));
    } else {
        wizard_back(w);
    }
}

const struct place_type changes_place = {
    .build = changes_build,
    .open = changes_open,
    .next = wizard_back,
    .command = place_next_back,
    .help = N_("Choose the version to compare with: the copy that was agreed, or one from before. "
               "You see what is new, what went, and what that means in hours and money."),
};

/* A file by its name */

static void other_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)w, (void)here;
    page_say(page, &page->title, _("What changed"));
    page_say(page, &page->prompt, _("Which file? "));
    page_say(page, &page->hint, _("Enter compare   F1 help   Esc back"));
    page_add(page, ROW_HEADING, _("What is the other plan's file called?"));
    page_words(page, _("It ends in .csv. Without a folder, I look beside your plan."));
    page_add(page, ROW_EDIT, _("File"));
}

static bool other_take(struct wizard *w, const char *text)
{
    (void)w, (void)text;
    return true;
}

static void other_next(struct wizard *w)
{
    const char *name = text_str(&w->edit.text);
    if (*name)
        wizard_ask(w, FX_CHANGES, name);
    else
        wizard_trouble(w, "%s", _("Type the name of the other plan's file."));
}

const struct place_type other_place = {
    .build = other_build,
    .take = other_take,
    .next = other_next,
    .keeps_draft = true,
    .help = N_("Type the name of the file, then press Enter. It is only read."),
};
