#include "supportplan/passphrase.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/places.h"
#include "supportplan/wizard.h"

/* Whoever tries them all has most of these in no time. */
#define SHORT_PASSPHRASE 10

enum pass_act { ACT_SHOW = 1, ACT_OTHER_WORDS, ACT_TAKE_OFF, ACT_CLOSE };

/* What PLACE_LOCK shows, in place.number. */
enum lock_step { LOCK_CHOOSE, LOCK_AGAIN, LOCK_TOLD };

void passphrase_free(struct passphrase *pass)
{
    free(pass->path);
    free(pass->told);
    text_wipe_str(pass->words);
    text_wipe(&pass->first);
    text_wipe(&pass->typed);
    *pass = (struct passphrase){0};
}

bool passphrase_may_lock(const struct wizard *w)
{
    return w->plan && !w->is_example && !w->opening.read_only && !w->trying;
}

/* Give what was typed to the door. Nothing of it stays behind. */
static void hand_over(struct wizard *w, const char *passphrase, enum effect effect)
{
    struct text typed = {0};
    text_add(&typed, passphrase);
    text_wipe(&w->pass.typed);
    text_wipe(&w->pass.first);
    textedit_wipe(&w->edit);
    if (text_status(&typed)) { /* none would mean that the lock is to go */
        text_wipe(&typed);
        wizard_trouble(w, "%s", status_text(ST_NOMEM));
        return;
    }
    w->pass.typed = typed;
    wizard_ask(w, effect, NULL);
}

/* Rows that both pages end with. */
static void common_rows(const struct wizard *w, struct page *page)
{
    page_add(page, ROW_EDIT, _("Passphrase"));
    page->asks = true;
    page->secret = !w->pass.shown;
    page_choice(page, w->pass.shown ? _("Show no more what I type") : _("Show what I type"),
                ACT_SHOW, "show");
}

static bool take(struct wizard *w, const char *text)
{
    (void)w, (void)text;
    return true;
}

static void show_or_not(struct wizard *w)
{
    w->pass.shown = !w->pass.shown;
    wizard_say(w, "%s",
               w->pass.shown ? _("What you type is shown now.")
                             : _("What you type is not shown now."));
}

/* Opening */

static void unlock_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    struct text t = {0};
    page_say(page, &page->title, _("This plan is locked"));
    page_say(page, &page->prompt, _("Passphrase? "));
    page_say(page, &page->hint, _("Enter open it   F1 help   Esc back"));
    page_add(page, ROW_HEADING, _("What is its passphrase?"));
    text_addf(&t, _("This is the plan in %s."), w->pass.path ? w->pass.path : "");
    page_words(page, text_str(&t));
    page_words(page, _("A passphrase is a long password of several words. Small and capital "
                       "letters are not the same in it."));
    text_free(&t);
    common_rows(w, page);
}

static void unlock_open(struct wizard *w, const struct row *row)
{
    (void)row;
    show_or_not(w);
}

static void unlock_next(struct wizard *w)
{
    if (w->edit.text.len == 0)
        wizard_trouble(w, "%s", _("Type the passphrase of this plan."));
    else
        hand_over(w, text_str(&w->edit.text), FX_UNLOCK);
}

const struct place_type unlock_place = {
    .build = unlock_build,
    .open = unlock_open,
    .take = take,
    .next = unlock_next,
    .help = N_("Type the passphrase, then press Enter. Try as often as you like. Without it "
               "nobody can open the plan."),
};

void passphrase_ask(struct wizard *w, const char *path, const char *sentence)
{
    char *copy = text_copy(path);
    free(w->pass.path);
    w->pass.path = copy;
    w->pass.shown = false;
    if (wizard_at(w)->kind == PLACE_UNLOCK)
        wizard_arrive(w);
    else
        wizard_go(w, place_of(PLACE_UNLOCK));
    if (sentence)
        wizard_trouble(w, "%s", sentence);
}

/* Locking */

static void say_what_it_is(const struct wizard *w, struct page *page)
{
    page_words(page, _("A passphrase is a long password of several words. Only who has it can "
                       "read the plan."));
    page_words(page, _("Without it nobody can open the plan, not even you. There is no other "
                       "way in. Write it down, and keep it safe."));
    if (w->pass.words) {
        page_add(page, ROW_HEADING, _("Four words that are hard to guess:"));
        page_words(page, w->pass.words);
    }
}

static void choose_build(const struct wizard *w, struct page *page)
{
    page_say(page, &page->prompt, _("Passphrase? "));
    page_say(page, &page->hint, _("Enter go on   F1 help   Esc back"));
    say_what_it_is(w, page);
    page_add(page, ROW_HEADING,
             w->pass.words ? _("Type these words, or others of your own.")
                           : _("Type four words or more of your own."));
    common_rows(w, page);
    page_choice(page, _("Four other words"), ACT_OTHER_WORDS, "other");
    if (w->pass.locked)
        page_choice(page, _("Take the lock off this plan"), ACT_TAKE_OFF, "take off");
}

static void told_build(const struct wizard *w, struct page *page)
{
    const char *at = w->pass.told ? w->pass.told : "";
    page_say(page, &page->prompt, _("Enter goes back. "));
    page_say(page, &page->hint, _("Enter or Esc back   F1 help"));
    while (*at) {
        size_t n = strcspn(at, "\n");
        struct text line = {0};
        text_add_n(&line, at, n);
        page_words(page, text_str(&line));
        text_free(&line);
        at += n + (at[n] == '\n');
    }
    page_add(page, ROW_GAP, "");
    page_item(page, _("Back"), ACT_CLOSE);
}

static void lock_build(const struct wizard *w, const struct place *here, struct page *page)
{
    page_say(page, &page->title,
             w->pass.locked ? _("This plan is locked with a passphrase")
                            : _("Lock this plan with a passphrase"));
    if (here->number == LOCK_TOLD) {
        told_build(w, page);
    } else if (here->number == LOCK_AGAIN) {
        page_say(page, &page->prompt, _("Once more? "));
        page_say(page, &page->hint, _("Enter lock it   F1 help   Esc back"));
        page_add(page, ROW_HEADING, _("Type it once more, so that it is what you meant."));
        common_rows(w, page);
    } else {
        choose_build(w, page);
    }
}

static void lock_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_SHOW)
        show_or_not(w);
    else if (row->act == ACT_OTHER_WORDS)
        wizard_ask(w, FX_WORDS, NULL);
    else if (row->act == ACT_TAKE_OFF)
        hand_over(w, "", FX_LOCK);
    else /* ACT_CLOSE */
        wizard_back(w);
}

static char small(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* Whether what was typed is the words that were offered, however they were spaced. */
static bool is_offered(const char *words, const char *typed)
{
    while (*words && *typed) {
        size_t gap = strspn(typed, " ");
        if (gap > 0 && *words == ' ') {
            typed += gap;
            words++;
        } else if (small(*typed) == *words) {
            typed++;
            words++;
        } else {
            return false;
        }
    }
    return *words == '\0' && typed[strspn(typed, " ")] == '\0';
}

static void go_to_step(struct wizard *w, enum lock_step step)
{
    struct place p = place_of(PLACE_LOCK);
    p.number = step;
    wizard_turn(w, p);
}

static void choose_next(struct wizard *w)
{
    const struct text *typed = &w->edit.text;
    if (w->pass.words && is_offered(w->pass.words, text_str(typed))) {
        hand_over(w, w->pass.words, FX_LOCK); /* it was seen, so once is enough */
    } else if (typed->len < SHORT_PASSPHRASE) {
        wizard_trouble(w, "%s", _("A short one can be guessed. Type four words or more."));
    } else {
        text_wipe(&w->pass.first);
        text_add(&w->pass.first, text_str(typed));
        go_to_step(w, LOCK_AGAIN);
    }
}

static void again_next(struct wizard *w)
{
    struct text *first = &w->pass.first, *second = &w->edit.text;
    bool is_same = first->len > 0 && first->len == second->len &&
                   strcmp(text_str(first), text_str(second)) == 0;
    go_to_step(w, LOCK_CHOOSE); /* where it can't be done, too, it is typed twice again */
    if (is_same) {
        hand_over(w, text_str(first), FX_LOCK);
        return;
    }
    text_wipe(first);
    wizard_trouble(w, "%s", _("The two were not the same. Type it again."));
}

static void lock_next(struct wizard *w)
{
    size_t step = wizard_at(w)->number;
    if (step == LOCK_CHOOSE)
        choose_next(w);
    else if (step == LOCK_AGAIN)
        again_next(w);
    else
        wizard_back(w);
}

static bool lock_command(struct wizard *w, enum command cmd, const char *arg)
{
    return wizard_at(w)->number == LOCK_TOLD && place_next_back(w, cmd, arg);
}

const struct place_type lock_place = {
    .build = lock_build,
    .open = lock_open,
    .take = take,
    .next = lock_next,
    .command = lock_command,
    .help = N_("A locked plan is opened with its passphrase, here or with the program age. "
               "If you lose the passphrase, the plan is lost."),
};

void passphrase_offer(struct wizard *w, const char *words)
{
    text_wipe_str(w->pass.words);
    w->pass.words = text_copy(words);
    wizard_rebuild(w);
}

void passphrase_done(struct wizard *w, bool locked, const char *told)
{
    w->pass.locked = locked;
    text_wipe_str(w->pass.words);
    w->pass.words = NULL;
    w->pass.shown = false;
    free(w->pass.told);
    w->pass.told = text_copy(told);
    if (wizard_at(w)->kind != PLACE_LOCK)
        return;
    if (told)
        go_to_step(w, LOCK_TOLD);
    else
        wizard_back(w);
}
