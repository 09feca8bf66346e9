/*
 * The page of how the program looks and behaves. What is chosen counts at once, and the door
 * remembers it.
 */
#include "supportplan/places.h"
#include "supportplan/wizard.h"

enum act { ACT_MODE = 1, ACT_LOOKS, ACT_HINTS, ACT_MOUSE, ACT_IDLE, ACT_SHARED, ACT_BACK };

/* The choices of one setting. */
struct choice {
    enum act act;
    int value;
    const char *text, *word;
};

static const struct choice choices[] = {
    {ACT_MODE, MODE_FULL, N_("Full screen"), "screen"},
    {ACT_MODE, MODE_READER, N_("Screen-reader lines"), "reader"},
    {ACT_MODE, MODE_PLAIN, N_("Plain questions"), "plain"},
    {ACT_LOOKS, LOOKS_COLOR, N_("A little colour"), "colour"},
    {ACT_LOOKS, LOOKS_MONO, N_("No colour"), "mono"},
    {ACT_LOOKS, LOOKS_CONTRAST, N_("High contrast"), "contrast"},
    {ACT_LOOKS, LOOKS_LARGE, N_("Bold, with room between the lines"), "bold"},
    {ACT_HINTS, HINTS_ALWAYS, N_("Hints always"), "always"},
    {ACT_HINTS, HINTS_FIRST, N_("Hints the first time"), "first"},
    {ACT_HINTS, HINTS_NEVER, N_("No hints"), "never"},
    {ACT_MOUSE, false, N_("No mouse"), "no mouse"},
    {ACT_MOUSE, true, N_("Use the mouse"), "mouse"},
    {ACT_IDLE, IDLE_USUAL, N_("Only in a private session, after 5 minutes"), "hide as usual"},
    {ACT_IDLE, IDLE_NEVER, N_("Never"), "hide never"},
    {ACT_IDLE, IDLE_1, N_("After 1 minute"), "hide 1"},
    {ACT_IDLE, IDLE_5, N_("After 5 minutes"), "hide 5"},
    {ACT_IDLE, IDLE_15, N_("After 15 minutes"), "hide 15"},
    {ACT_SHARED, false, N_("Only I use this computer"), "mine"},
    {ACT_SHARED, true, N_("Others use it: sessions are private from the next on"), "shared"},
};

#define CHOICE_COUNT (sizeof choices / sizeof *choices)

static const char *heading(enum act act)
{
    switch (act) {
    case ACT_MODE:
        return _("How it is shown");
    case ACT_LOOKS:
        return _("How the screen looks");
    case ACT_HINTS:
        return _("When hints are shown");
    case ACT_MOUSE:
        return _("The mouse");
    case ACT_IDLE:
        return _("When nobody types, the screen hides");
    case ACT_SHARED:
        return _("This computer");
    case ACT_BACK:
        break;
    }
    return "";
}

static int chosen(const struct wizard *w, enum act act)
{
    switch (act) {
    case ACT_MODE:
        return (int)w->mode;
    case ACT_LOOKS:
        return (int)w->settings.looks;
    case ACT_HINTS:
        return (int)w->settings.hints;
    case ACT_MOUSE:
        return w->settings.mouse;
    case ACT_IDLE:
        return (int)w->settings.idle;
    case ACT_SHARED:
        return w->settings.shared;
    case ACT_BACK:
        break;
    }
    return -1;
}

static void looks_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    page_say(page, &page->title, _("How this program looks and behaves"));
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter choose   F1 help   Esc back"));
    page->by_group = true;
    if (w->private)
        page_words(page, _("This session is private. What you choose counts for now only."));
    for (size_t i = 0; i < CHOICE_COUNT; i++) {
        const struct choice *c = &choices[i];
        if (c->act == ACT_SHARED && w->private)
            continue; /* it could not be remembered */
        if (i == 0 || c->act != choices[i - 1].act)
            page_add(page, ROW_HEADING, heading(c->act));
        struct row *row = page_choice(page, _(c->text), (int)c->act, c->word);
        row->number = i;
        row->indent = 1;
        if (c->value == chosen(w, c->act))
            page_say(page, &row->state, _("in use now"));
    }
    page_add(page, ROW_GAP, "");
    page_item(page, _("Back"), ACT_BACK);
}

static void choose(struct wizard *w, const struct choice *c)
{
    static const enum effect modes[] = {
        [MODE_FULL] = FX_SCREEN, [MODE_READER] = FX_READER, [MODE_PLAIN] = FX_PLAIN};
    switch (c->act) {
    case ACT_MODE:
        wizard_ask(w, modes[c->value], NULL);
        break;
    case ACT_LOOKS:
        w->settings.looks = (enum looks)c->value;
        break;
    case ACT_HINTS:
        w->settings.hints = (enum hints)c->value;
        break;
    case ACT_MOUSE:
        w->settings.mouse = c->value;
        break;
    case ACT_IDLE:
        w->settings.idle = (enum idle)c->value;
        break;
    case ACT_SHARED:
        w->settings.shared = c->value;
        break;
    case ACT_BACK:
        break;
    }
    wizard_ask(w, FX_SETTINGS, NULL);
    wizard_say(w, _("In use now: %s."), _(c->text));
}

static void looks_open(struct wizard *w, const struct row *row)
{
    if (row->act == ACT_BACK)
        wizard_back(w);
    else
        choose(w, &choices[row->number]);
}

const struct place_type looks_place = {
    .build = looks_build,
    .open = looks_open,
    .command = place_next_back,
    .help =
        N_("What you choose counts at once. It is remembered for the next time. With the mouse, "
           "a click goes to a line and the wheel reads on."),
};
