#include "supportplan/paper.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/places.h"
#include "supportplan/wizard.h"

enum act { ACT_SAVE = 1, ACT_PRINT, ACT_DONE };

void paper_free(struct paper *paper)
{
    free(paper->title);
    free(paper->whom);
    free(paper->told);
    free(paper->text);
    *paper = (struct paper){0};
}

void paper_show(struct wizard *w, struct paper *paper)
{
    paper_free(&w->paper);
    w->paper = *paper;
    *paper = (struct paper){0};
    wizard_go(w, place_of(PLACE_PAPER));
}

void paper_save(struct wizard *w, const char *whom)
{
    if (!w->path && !w->is_example)
        wizard_say(w, "%s", _("Choose where the plan is kept first. The text goes beside it."));
    else
        wizard_ask(w, FX_TEXT, whom);
}

void paper_print(struct wizard *w, const char *whom)
{
    wizard_ask(w, FX_PRINT, whom);
}

/* The page */

/* How deep a step of the text's own margin is. */
#define STEP 2

/* A title stands at the margin behind an empty line, and is no sentence. */
static bool is_title(const char *line, size_t len, bool fresh)
{
    return fresh && len > 0 && *line != ' ' && *line != '-' && !strchr(".:?", line[len - 1]);
}

static void add_line(struct page *page, const char *line, size_t len, bool fresh)
{
    struct text t = {0};
    size_t margin = strspn(line, " ");
    text_add_n(&t, line + margin, len - margin);
    enum row_role role = is_title(line, len, fresh) ? ROW_HEADING : ROW_TEXT;
    page_add(page, role, text_str(&t))->indent = (int)(margin / STEP);
    text_free(&t);
}

static void add_text(struct page *page, const char *text)
{
    bool fresh = true;
    while (*text) {
        size_t len = strcspn(text, "\n");
        if (len == 0)
            page_add(page, ROW_GAP, "");
        else
            add_line(page, text, len, fresh);
        fresh = len == 0;
        text += len + (text[len] == '\n');
    }
}

static bool can_be_kept(const struct wizard *w)
{
    return w->paper.whom && *w->paper.whom;
}

static void add_doings(const struct wizard *w, struct page *page)
{
    page_add(page, ROW_GAP, "");
    if (can_be_kept(w)) {
        page_choice(page, _("Save it as text, beside the plan"), ACT_SAVE, "text");
        page_choice(page, _("Print it"), ACT_PRINT, "print");
    }
    page_choice(page, _("Done"), ACT_DONE, "done");
}

static void paper_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, w->paper.title);
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint,
             can_be_kept(w) ? _("s save it as text   p print it   F1 help   Esc back")
                            : _("Enter or Esc back   F1 help"));
    page_words(page, w->paper.told);
    if (w->paper.told && *w->paper.told)
        page_add(page, ROW_GAP, "");
    add_text(page, w->paper.text ? w->paper.text : "");
    add_doings(w, page);
}

static void paper_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_SAVE)
        paper_save(w, w->paper.whom);
    else if (row->act == ACT_PRINT)
        paper_print(w, w->paper.whom);
    else
        wizard_back(w);
}

/* On this page the words for the whole plan's text mean the text that is read. */
static bool paper_command(struct wizard *w, enum command cmd, const char *arg)
{
    if (!can_be_kept(w) || (cmd != CMD_TEXT && cmd != CMD_PRINT))
        return place_next_back(w, cmd, arg);
    if (cmd == CMD_TEXT)
        paper_save(w, w->paper.whom);
    else
        paper_print(w, w->paper.whom);
    return true;
}

static bool paper_letter(struct wizard *w, char letter)
{
    if (letter == 's' && can_be_kept(w))
        paper_save(w, w->paper.whom);
    else if (letter == 'p' && can_be_kept(w))
        paper_print(w, w->paper.whom);
    else
        return false;
    return true;
}

const struct place_type paper_place = {
    .build = paper_build,
    .open = paper_open,
    .next = wizard_back,
    .command = paper_command,
    .letter = paper_letter,
    .help = N_("Read it through before you give it away. Nothing is written until you save it or "
               "print it."),
};
