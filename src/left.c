#include "supportplan/left.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "event_parts.h"
#include "supportplan/places.h"

enum left_act { LEFT_LEAVE = 1, LEFT_TAKE, LEFT_CLEAR, LEFT_STAY };
/* On the page where a folder is asked for. */
#define TAKE_STICK 1

/* What is left */

static void file_rows(const char *files, struct page *page)
{
    struct text line = {0};
    for (const char *at = files; *at; at += strcspn(at, "\n") + (strchr(at, '\n') != NULL)) {
        text_clear(&line);
        text_add_n(&line, at, strcspn(at, "\n"));
        page_add(page, ROW_TEXT, text_str(&line))->indent = 1;
    }
    text_free(&line);
}

static bool is_any(const char *words)
{
    return words && *words;
}

/* That nothing is left is said only when nothing was found. A private session writes no settings:
 * those that are there are not of this person. */
static const char *how_it_went(const struct wizard *w)
{
    const struct left *left = &w->left;
    if (!left->stick)
        return NULL;
    if (is_any(left->files) || left->unseen)
        return _("Your plan is on the stick. You can pull it out.");
    if (is_any(left->settings) && !w->private)
        return _("You can pull the stick out. No words of yours are left here.");
    return _("You can pull the stick out. Nothing of yours is left here.");
}

static void words_of_carried(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    const char *went = how_it_went(w);
    if (!w->left.carried)
        return;
    if (went) {
        page_words(page, went);
    } else {
        text_addf(&t, _("Your plan is in %s now."), w->left.carried);
        page_words(page, text_str(&t));
        page_words(page, _("That is a disk which this computer uses itself. If it is no stick of "
                           "yours, your plan is still here."));
    }
    text_free(&t);
}

static void words_of_files(const struct wizard *w, struct page *page)
{
    const struct left *left = &w->left;
    bool some = is_any(left->files);
    if (some)
        page_add(page, ROW_HEADING,
                 left->carried ? _("Still where it was") : _("Files of this plan"));
    file_rows(left->files ? left->files : "", page);
    if (left->unseen)
        page_words(page, _("A folder could not be looked through. There may be more."));
    else if (!some && !left->carried)
        page_words(page, _("No file of a plan is left here."));
    if (some && !left->carried)
        page_words(page, _("If that folder is on a stick, take the stick with you."));
}

static void words_of_settings(const struct wizard *w, struct page *page)
{
    if (!is_any(w->left.settings))
        return;
    page_add(page, ROW_HEADING, _("How the program looks and speaks"));
    file_rows(w->left.settings, page);
    page_words(page, w->private ? _("It holds no words of yours. This session wrote nothing in it.")
                                : _("It holds no words of your plan."));
}

static void left_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("What is left when you leave"));
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter choose   F1 help   Esc back"));
    words_of_carried(w, page);
    words_of_files(w, page);
    words_of_settings(w, page);
    if (w->left.carried || is_any(w->left.files))
        page_words(page, _("What was deleted can sometimes be found again by experts."));
    page_add(page, ROW_GAP, "");
    page_choice(page, _("Leave"), LEFT_LEAVE, "leave");
    if (w->left.carried && w->left.pictures)
        page_choice(page, _("Remove the pictures and recordings here"), LEFT_CLEAR, "remove");
    if (w->path && !w->left.carried && !w->opening.read_only)
        page_choice(page, _("Take my plan with me on a stick"), LEFT_TAKE, "take");
    page_choice(page, _("Stay, and go on writing"), LEFT_STAY, "stay");
}

static void left_open(struct wizard *w, const struct row *row)
{
    switch ((enum left_act)row->act) {
    case LEFT_LEAVE:
        event_leave(w);
        break;
    case LEFT_TAKE:
        wizard_turn(w, place_of(PLACE_TAKE));
        break;
    case LEFT_CLEAR:
        wizard_ask(w, FX_CLEAR, NULL);
        break;
    case LEFT_STAY:
        w->leaving = false;
        wizard_back(w);
        break;
    }
}

/* In plain lines Enter alone leaves: all was said. */
static bool left_command(struct wizard *w, enum command cmd, const char *arg)
{
    (void)arg;
    if (cmd != CMD_NEXT)
        return false;
    event_leave(w);
    return true;
}

const struct place_type left_place = {
    .build = left_build,
    .command = left_command,
    .open = left_open,
    .help = N_("These files were found just now, by looking. Pictures go from here only if you "
               "choose it."),
};

static char *copy_of(const char *words)
{
    return words ? text_copy(words) : NULL;
}

void left_free(struct left *left)
{
    free(left->files);
    free(left->settings);
    free(left->carried);
    *left = (struct left){0};
}

void left_show(struct wizard *w, const struct left_found *found)
{
    struct left left = {.files = copy_of(found->files),
                        .settings = copy_of(found->settings),
                        .carried = copy_of(found->carried),
                        .stick = found->stick,
                        .pictures = found->pictures};
    /* Where there is no memory to say what was found, it is not said that nothing was. */
    left.unseen = found->unseen || !left.files;
    left_free(&w->left);
    w->left = left;
    if (wizard_at(w)->kind == PLACE_TAKE)
        wizard_keep_draft(w, NULL);
    if (wizard_at(w)->kind == PLACE_LEFT)
        wizard_arrive(w);
    else if (wizard_at(w)->kind == PLACE_TAKE)
        wizard_turn(w, place_of(PLACE_LEFT));
    else
        wizard_go(w, place_of(PLACE_LEFT));
}

/* Sticks */

void left_sticks(struct wizard *w, const char *folders)
{
    if (text_hold(&w->sticks, folders))
        wizard_rebuild(w);
}

struct text left_stick(const struct wizard *w, size_t i, const char *name)
{
    struct text path = {0};
    const char *at = w->sticks ? w->sticks : "";
    for (; i > 0 && *at; i--)
        at += strcspn(at, "\n") + 1;
    text_add_n(&path, at, strcspn(at, "\n"));
    if (path.len > 0 && *name)
        text_addf(&path, "/%s", name);
    return path;
}

/* Whether a row of the page can be had by this word. */
static bool has_word(const struct page *page, const char *word)
{
    for (size_t i = 0; i < page->count; i++)
        if (strcasecmp(page->rows[i].word, word) == 0)
            return true;
    return false;
}

/* What opening a row does. */
struct row_kind {
    int act;
    size_t number;
};

/* Of two sticks of one name the second has its whole folder for a word. Plain lines do not list
 * what could be chosen: there it is said. */
static void stick_row(const struct wizard *w, const char *folder, const char *path,
                      struct row_kind kind, struct page *page)
{
    struct text t = {0};
    const char *name = strrchr(folder, '/');
    const char *word = name && !has_word(page, name + 1) ? name + 1 : folder;
    text_addf(&t, "%s: %s", word, path);
    if (w->mode == MODE_PLAIN)
        page_words(page, text_str(&t));
    struct row *row = page_choice(page, path, kind.act, word);
    row->number = kind.number;
    page_say(page, &row->state, _("looks like a stick"));
    text_free(&t);
}

void left_stick_rows(const struct wizard *w, const char *name, int act, struct page *page)
{
    bool lines = w->mode == MODE_PLAIN;
    for (size_t i = 0;; i++) {
        struct text folder = left_stick(w, i, ""), path = left_stick(w, i, name);
        bool some = folder.len > 0;
        if (some && i == 0)
            page_words(page, lines ? _("These look like sticks. Type a name, or any folder:")
                                   : _("Or choose what was found:"));
        if (some)
            stick_row(w, text_str(&folder), text_str(&path), (struct row_kind){act, i}, page);
        text_free(&folder);
        text_free(&path);
        if (!some)
            return;
    }
}

/* Taking it along */

static void take_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("Take my plan with me"));
    page_say(page, &page->prompt, _("Which folder? "));
    page_say(page, &page->hint, _("Enter take it there   F1 help   Esc back"));
    page_add(page, ROW_HEADING, _("Which folder shall it go into?"));
    page_words(page, _("For example /media/me/STICK. All files of your plan are copied there, and "
                       "read back. Then they are removed here."));
    if (w->pass.locked)
        page_words(page, _("All words go there locked, with the same passphrase. Pictures and "
                           "recordings can't be locked."));
    else
        page_words(page, _("A text that anyone can read goes along."));
    page_add(page, ROW_EDIT, _("Folder"));
    left_stick_rows(w, "", TAKE_STICK, page);
}

static bool take_take(struct wizard *w, const char *text)
{
    (void)w, (void)text;
    return true;
}

static void take_next(struct wizard *w)
{
    const char *folder = text_str(&w->edit.text);
    if (*folder != '/')
        wizard_trouble(w, "%s", _("Type the whole name of the folder. It begins with /."));
    else
        wizard_ask(w, FX_CARRY, folder);
}

static void take_open(struct wizard *w, const struct row *row)
{
    struct text folder = left_stick(w, row->number, "");
    wizard_ask(w, FX_CARRY, text_str(&folder));
    text_free(&folder);
}

const struct place_type take_place = {
    .build = take_build,
    .open = take_open,
    .take = take_take,
    .next = take_next,
    .keeps_draft = true,
    .help = N_("Type the folder of your stick, then press Enter. Or choose a stick that was found. "
               "Nothing is removed before the copy was read back."),
};
