#include "supportplan/hints.h"

#include <string.h>
#include <strings.h>

#include "supportplan/wizard.h"

static const struct {
    const char *word, *also, *name;
} names[HINTS_COUNT] = {
    [HINTS_ALWAYS] = {"always", "full", N_("always")},
    [HINTS_FIRST] = {"first", "the first time", N_("the first time")},
    [HINTS_NEVER] = {"never", "none", N_("never")},
};

const char *hints_name(enum hints hints)
{
    return _(names[hints].name);
}

bool hints_named(const char *word, enum hints *out)
{
    for (size_t i = 0; i < HINTS_COUNT; i++) {
        if (strcasecmp(names[i].word, word) == 0 || strcasecmp(names[i].also, word) == 0 ||
            strcasecmp(_(names[i].name), word) == 0) {
            *out = (enum hints)i;
            return true;
        }
    }
    return false;
}

_Static_assert((int)PLACE_COUNT + (int)PAGE_FEEDBACK < HINT_KINDS, "every kind is told apart");

/* The kind of the page where the person is, among those that are told apart. */
static size_t kind_here(const struct wizard *w)
{
    const struct place *here = wizard_at(w);
    const struct form_page *fp = place_page(w, here);
    return fp ? (size_t)PLACE_COUNT + (size_t)fp->kind : (size_t)here->kind;
}

void hints_shown(struct wizard *w)
{
    enum place_kind kind = wizard_at(w)->kind;
    /* For speech and braille, what was just done stands where the keys would. */
    bool news = w->mode == MODE_READER && ((w->message && *w->message) || w->recounted);
    w->hints.shown = w->hints.shown || (kind != PLACE_HELP && kind != PLACE_KEYS && !news);
}

void hints_arrive(struct wizard *w)
{
    const struct place *p = wizard_at(w);
    size_t here[4] = {kind_here(w), p->section, p->page, p->number};
    struct hints_state *h = &w->hints;
    h->full = true;
    if (p->kind == PLACE_HELP || p->kind == PLACE_KEYS || p->kind == PLACE_HIDDEN)
        return; /* from these one comes back to the page as it was */
    /* A page that is only made anew has not been left, and one that is only passed through, on the
     * way to another, has not been seen. */
    if (memcmp(here, h->here, sizeof here) != 0) {
        h->seen[h->here[0]] = h->seen[h->here[0]] || h->shown;
        h->shown = false;
    }
    memcpy(h->here, here, sizeof here);
    enum hints when = w->settings.hints;
    h->full = when == HINTS_ALWAYS || (when == HINTS_FIRST && !h->seen[here[0]]);
}

/* Where the part of a hint that begins at s ends: three blanks stand between parts. */
static size_t part_len(const char *s)
{
    const char *end = strstr(s, "   ");
    return end ? (size_t)(end - s) : strlen(s);
}

static const char *next_part(const char *s)
{
    s += part_len(s);
    return s + strspn(s, " ");
}

/* Whether a part stays where hints are short. On the full screen they have a place of their own and
 * cost nobody a word: who comes back tired finds there what this page has of its own. Else where
 * help is, and the last part, which says how to step out. */
static bool stays(const struct wizard *w, const char *part)
{
    if (w->mode == MODE_FULL && w->settings.hints == HINTS_FIRST)
        return strncmp(part, "F3 ", 3) != 0 && strncmp(part, "F4 ", 3) != 0;
    return strncmp(part, "F1 ", 3) == 0 || !*next_part(part);
}

void hints_fit(const struct wizard *w, struct page *page)
{
    struct text t = {0};
    if (w->hints.full || !page->hint || !strstr(page->hint, "F1 "))
        return;
    for (const char *s = page->hint; *s; s = next_part(s))
        if (stays(w, s))
            text_addf(&t, "%s%.*s", t.len > 0 ? "   " : "", (int)part_len(s), s);
    if (t.len > 0 && !text_status(&t))
        page_say(page, &page->hint, text_str(&t));
    text_free(&t);
}

void hints_rows(const char *hint, struct page *page)
{
    struct text t = {0};
    for (const char *s = hint ? hint : ""; *s; s = next_part(s)) {
        size_t len = part_len(s), key = strcspn(s, " ");
        if (key >= len)
            continue;
        text_clear(&t);
        text_addf(&t, "%.*s: %.*s", (int)key, s, (int)(len - key - 1), s + key + 1);
        page_add(page, ROW_TEXT, text_str(&t))->indent = 1;
    }
    text_free(&t);
}

void hints_set(struct wizard *w, const char *words)
{
    enum hints next = (enum hints)((w->settings.hints + 1) % HINTS_COUNT);
    if (*words && !hints_named(words, &next)) {
        wizard_trouble(w, "%s",
                       _("Hints can be always, first or never. For example: hints first."));
        return;
    }
    w->settings.hints = next;
    wizard_ask(w, FX_SETTINGS, NULL);
    memset(w->hints.seen, 0, sizeof w->hints.seen);
    hints_arrive(w);
    wizard_say(w, _("Hints: %s. F1 or help gives them any time."), hints_name(next));
}
