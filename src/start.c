/*
 * The pages before a plan: the first screen, forms, examples; and the one that hides it.
 */
#include <string.h>

#include "supportplan/places.h"
#include "supportplan/wizard.h"

/* The first screen */

enum start_act { ACT_NEW = 1, ACT_GO_ON, ACT_EXAMPLE, ACT_WHAT, ACT_STAY };

static const struct {
    const char *text, *word;
    enum start_act act;
} choices[] = {
    {N_("Start a new plan"), "new", ACT_NEW},
    {N_("Go on with a plan"), "open", ACT_GO_ON},
    {N_("Look at an example"), "example", ACT_EXAMPLE},
    {N_("What is a support plan?"), "what", ACT_WHAT},
};

/* The second line of the very first screen offers the other ways of going on. */
static const char *offer_of(enum mode mode)
{
    static const char *const offers[] = {
        [MODE_FULL] = N_("Press s for screen-reader lines, p for plain questions, "
                         "Enter for this screen."),
        [MODE_READER] = N_("p plain questions, f full screen"),
        [MODE_PLAIN] = NULL, /* the words of the menu say it */
    };
    return offers[mode];
}

static void start_build(const struct wizard *w, const struct place *here, struct page *page)
{
    (void)here;
    const char *offer = offer_of(w->mode);
    page_say(page, &page->title, _("supportplan: write your support plan, at your own pace."));
    page_say(page, &page->prompt, _("Which? "));
    page_say(page, &page->hint, _("Enter open   F1 help   Esc leave"));
    if (offer)
        page_item(page, _(offer), ACT_STAY);
    page_add(page, ROW_GAP, "");
    page->numbered = true;
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        struct row *row =
            page_choice(page, _(choices[i].text), (int)choices[i].act, choices[i].word);
        row->indent = 1;
        row->number = i;
        row->chosen = i == 0 && !w->newcomer; /* who has been here needs no offer */
    }
    page_add(page, ROW_GAP, "");
    page_words(page, _("Nothing is sent anywhere. You choose where your plan is kept."));
    if (w->private)
        page_words(page, _("This session is private. Nothing is written before you choose where."));
}

static void start_open(struct wizard *w, const struct row *row)
{
    switch ((enum start_act)row->act) {
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
    case ACT_STAY: /* the screen stays as it is: that is a choice, too */
        wizard_ask(w, FX_SETTINGS, NULL);
        wizard_focus(w, page_focusable(&w->page, wizard_at(w)->focus + 1));
        break;
    }
}

static bool start_letter(struct wizard *w, char letter)
{
    static const struct {
        char letter;
        enum effect effect;
    } ways[] = {{'s', FX_READER}, {'p', FX_PLAIN}, {'f', FX_SCREEN}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (ways[i].letter != letter)
            continue;
        wizard_ask(w, ways[i].effect, NULL);
        return true;
    }
    return false;
}

const struct place_type start_place = {
    .build = start_build,
    .open = start_open,
    .letter = start_letter,
    .help = N_("Choose what to do. Your plan stays on this computer or your stick."),
};

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

const struct place_type what_place = {
    .build = what_build,
    .open = place_open_back,
    .command = place_next_back,
    .help = N_("Read this page, then go back."),
};

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
        struct row *row = page_choice(page, w->examples[i].title, 1, w->examples[i].name);
        row->number = i;
    }
    if (w->example_count == 0)
        page_words(page, _("No examples were found on this computer."));
}

static void examples_open(struct wizard *w, const struct row *row)
{
    if (row->number < w->example_count)
        wizard_ask(w, FX_EXAMPLE, w->examples[row->number].name);
}

const struct place_type examples_place = {
    .build = examples_build,
    .open = examples_open,
    .help = N_("Choose an example to see a finished plan."),
};

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
        struct row *row = page_choice(page, w->forms[i].title, 1, w->forms[i].name);
        row->number = i;
        if (w->form && w->form->name && strcmp(w->form->name, w->forms[i].name) == 0)
            page_say(page, &row->state, _("in use now"));
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
    wizard_say(w,
               first && w->path
                   ? _("Form: %s. If nobody else is to read this plan, see keep, in the menu.")
                   : _("Form: %s."),
               w->forms[row->number].title);
    wizard_home(w);
    if (first && !w->path)
        wizard_go(w, place_of(PLACE_KEEP));
}

const struct place_type forms_place = {
    .build = forms_build,
    .open = forms_open,
    .help = N_("A form is a list of questions. Choose the one nearest to your council's."),
};

/* Hiding the screen */

/* here->number: how often it was tried. */
static void hidden_build(const struct wizard *w, const struct place *here, struct page *page)
{
    page_say(page, &page->title, _("Hidden."));
    if (!w->opens) {
        page_say(page, &page->prompt, _("Press Enter to come back. "));
        page_item(page, _("Press Enter to come back."), 1);
        return;
    }
    page_say(page, &page->prompt, _("Passphrase? "));
    page_words(page, here->number == 0 ? _("Type the passphrase, then press Enter.")
                                       : _("That did not open it. Type the passphrase."));
    page_add(page, ROW_EDIT, _("Passphrase"));
    page->asks = page->secret = true;
}

const struct place_type hidden_place = {
    .build = hidden_build,
    .help = N_("The screen is hidden. Press Enter to come back. A locked plan asks for its "
               "passphrase first."),
};
