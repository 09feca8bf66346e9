/*
 * The table of rules, and what turns it into findings.
 * The rules themselves are in check_life.c, check_ahead.c, check_week.c, check_money.c and
 * check_work.c, check_people.c, check_letter.c and check_spend.c.
 */
#include "check_rule.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Columns and bytes that a name may take in a sentence. */
#define NAME_COLS 48
#define NAME_BYTES 120
static_assert(NAME_COLS <= NAME_BYTES && NAME_BYTES + 8 < sizeof(struct words), "a name has room");

static const struct {
    struct check_rule rule;
    void (*judge)(struct checking *c);
} rules[] = {
    {{"R01", LEVEL_MUST, LAYER_COUNCIL, N_("Every question has an answer"),
      N_("Write a few words, or name a picture or recording that answers it."),
      "Cheshire West and Chester, Derbyshire: the questions are answered"},
     rule_answers},
    {{"R02", LEVEL_NOTE, LAYER_USUAL, N_("Each answer says something of its own"),
      N_("Say more, or leave it if it is right."),
      "Darlington: very general statements are sent back"},
     rule_same_words},
    {{"R03", LEVEL_MUST, LAYER_USUAL, N_("Each goal has something that helps you reach it"),
      N_("Link the goal to a line of your week or a cost. A need that one of them meets will do, "
         "too."),
      "Darlington; support planning criteria, question 3"},
     rule_goals},
    {{"R04", LEVEL_MUST, LAYER_LAW, N_("Each assessed need is met, or says who meets it"),
      N_("Link the need to a goal, a line of your week or a cost. Or say who meets it."),
      "Care Act 2014 section 25(1), England"},
     rule_needs},
    {{"R05", LEVEL_ASK, LAYER_USUAL, N_("Everything that is paid for is for a goal or a need"),
      N_("Link it to a goal or a need, or say why it is right."),
      "Care Act 2014 section 33(3): a direct payment meets needs in the plan"},
     rule_what_for},
    {{"R06", LEVEL_MUST, LAYER_USUAL, N_("Everything that is paid for has a price"),
      N_("Fill in what is missing, or answer that you are not sure yet."),
      "Darlington; Ombudsman 23-020-813: no breakdown of the budget"},
     rule_prices},
    {{"R07", LEVEL_MUST, LAYER_USUAL, N_("The plan costs no more than the budget"),
      N_("Change the plan, ask for more and say why, or pay from other money."),
      "Cheshire West and Chester, East Sussex, Luton: costed within the budget"},
     rule_within_budget},
    {{"R08", LEVEL_NOTE, LAYER_USUAL, N_("Money that is left over is shown"),
      N_("You may put it aside for when things go wrong. You need not spend it all."),
      "Equal Lives: you may not need all of it"},
     rule_left_over},
    {{"R09", LEVEL_MUST, LAYER_USUAL, N_("The plan says what you were told about the money"),
      N_("Fill it in, or answer that you have not been told yet."),
      "Equal Lives: indicative allocation and financial assessment"},
     rule_told_budget},
    {{"R10", LEVEL_MUST, LAYER_LAW, N_("The budget shows what you pay and what the council pays"),
      N_("Look at the letter about your contribution, and put one of them right."),
      "Care Act 2014 section 26: the whole, what the person pays, what the council pays"},
     rule_three_figures},
    {{"R11", LEVEL_NOTE, LAYER_USUAL, N_("Your contribution is less than the budget"),
      N_("Ask your council how support is arranged then."),
      "Hampshire: no direct payment where the contribution is more"},
     rule_contribution_above},
    {{"R12", LEVEL_MUST, LAYER_LAW, N_("A direct payment says what it is for, and who holds it"),
      N_("Fill it in under how the money is managed. Not sure yet is an answer."),
      "Care Act 2014 section 25(2): needs, amount and how often; Derbyshire: an account"},
     rule_direct_payment},
    {{"R13", LEVEL_MUST, LAYER_COUNCIL, N_("The plan says what happens when things go wrong"),
      N_("Say what happens then. Not sure yet is an answer."),
      "Cheshire West and Chester: contingency"},
     rule_contingency},
    {{"R14", LEVEL_ASK, LAYER_COUNCIL, N_("Some money is put aside for when things go wrong"),
      N_("Add money that is put aside, or give a reason."),
      "Cheshire West and Chester: money from the budget put to one side"},
     rule_set_aside},
    {{"R15", LEVEL_ASK, LAYER_USUAL, N_("Whoever steps in is somebody else, with a phone number"),
      N_("Name somebody who can step in, with a number to ring."),
      "Cheshire West and Chester; WECIL checklist: whom to contact"},
     rule_cover_reached},
    {{"R16", LEVEL_MUST, LAYER_USUAL, N_("Each risk says what will be done, and by whom"),
      N_("Say what you will do about it, and who will."),
      "Derbyshire; WECIL checklist: what might go wrong, what then, whom to contact"},
     rule_risks},
    {{"R17", LEVEL_MUST, LAYER_USUAL, N_("Each action says who does it, and by when"),
      N_("Say who does it and by when, or mark it as done."),
      "Darlington: who is responsible for what"},
     rule_actions},
    {{"R18", LEVEL_MUST, LAYER_COUNCIL, N_("The plan says who wrote it, and whose views it holds"),
      N_("Say who wrote it. Where somebody helped, say how your views were taken in."),
      "Cheshire West and Chester: your views were taken into account"},
     rule_written_by},
    {{"R19", LEVEL_ASK, LAYER_USUAL,
      N_("Where somebody decides for you, the plan says who and how"),
      N_("Say who it is, what lets them decide, and how they know you agree."),
      "Waltham Forest: how they know the person agrees; Mental Capacity Act 2005"},
     rule_who_decides},
    {{"R20", LEVEL_MUST, LAYER_LAW,
      N_("Family and partners are paid only where the council agrees"),
      N_("Ask the council first. Then write down the day on which it agreed."),
      "Care and Support (Direct Payments) Regulations 2014 regulation 3; SSI 2014/25 part 3; "
      "SR 2004/120 regulation 7"},
     rule_paid_family},
    {{"R21", LEVEL_ASK, LAYER_USUAL, N_("What is bought is what the money may buy"),
      N_("Ask your council first, and write down what it says."),
      "forms/spending.csv: each entry names its source"},
     rule_spending},
    {{"R22", LEVEL_ASK, LAYER_LAW, N_("Each wage is at least the legal minimum"),
      N_("Raise the wage. Ask your council for more if the money is not enough."),
      "National Minimum Wage Act 1998; the dated rates in rates.csv"},
     rule_lawful_wage},
    {{"R23", LEVEL_ASK, LAYER_LAW, N_("What employing somebody costs is all there"),
      N_("Put it down, or say that your council's rate already has it."),
      "Employers' Liability (Compulsory Insurance) Act 1969; handbook.scot; pa-pages.org"},
     rule_insured},
    {{"R24", LEVEL_ASK, LAYER_USUAL, N_("Nobody is in two places at once"),
      N_("Change one of the lines, or say why it is right."), "Usual practice"},
     rule_two_at_once},
    {{"R25", LEVEL_ASK, LAYER_USUAL, N_("Nobody who can't be left alone is left alone"),
      N_("Add somebody for that time, or say why it is safe."),
      "Support planning criteria: healthy, safe and well"},
     rule_never_alone},
    {{"R26", LEVEL_ASK, LAYER_USUAL, N_("Nobody works longer than is safe"),
      N_("Share the hours, or ask an employment advice line."),
      "pa-pages.org; Working Time Regulations 1998 regulation 4"},
     rule_long_hours},
    {{"R27", LEVEL_MUST, LAYER_USUAL, N_("Whoever helps unpaid is named, and is willing"),
      N_("Ask them, and write down what they say. Nobody has to help."),
      "Shropshire: able and willing; Care Act 2014 section 10"},
     rule_willing},
    {{"R28", LEVEL_ASK, LAYER_LAW, N_("What the NHS should pay for, it pays for"),
      N_("Ask your nurse or doctor, and say here who pays."),
      "National Health Service Act 2006; forms/spending.csv"},
     rule_nhs_task},
    {{"R29", LEVEL_MUST, LAYER_USUAL, N_("What other money pays for is shown, and not counted"),
      N_("Give the other money a name, or say what kind it is."),
      "Cheshire West and Chester: funding from other sources"},
     rule_other_funds},
    {{"R30", LEVEL_ASK, LAYER_USUAL, N_("A total in a letter is the same as the plan's"),
      N_("Ask how the other total was worked out. Show them these figures."),
      "Hampshire: a printed month is 2.00 out"},
     rule_letter_total},
    {{"R31", LEVEL_ASK, LAYER_USUAL, N_("The weeks of the year add up to 52"),
      N_("Change how many weeks of the year each pattern has."),
      "Reading: weeks on and weeks off make a year"},
     rule_year_of_weeks},
    {{"R32", LEVEL_MUST, LAYER_USUAL, N_("The plan says when it is looked at again"),
      N_("Add a review with a date. A first review is usual within three months."),
      "Derbyshire: at least yearly; Dorset: first within three months"},
     rule_reviews},
    {{"R33", LEVEL_ASK, LAYER_USUAL, N_("Each price was looked at in the last year"),
      N_("Ask for the price of today, and write down the day."), "Usual practice: yearly prices"},
     rule_old_prices},
    {{"R34", LEVEL_NOTE, LAYER_USUAL, N_("The plan says who gets a copy"),
      N_("Name who gets a copy. One is for you."), "Camden: a copy to the person; eLTSS"},
     rule_copies},
    {{"R35", LEVEL_NOTE, LAYER_USUAL, N_("A copy holds no more of others than it must"),
      N_("Ask them first, or give a copy of the timetable and costs only."),
      "Data protection: other people's details"},
     rule_others_details},
    {{"R36", LEVEL_ASK, LAYER_LAW, N_("Whoever is called self-employed is self-employed"),
      N_("Use the tax office's questions on employment status, and say what came out."),
      "HMRC employment status; Staffordshire: discouraged"},
     rule_self_employed},
    {{"R37", LEVEL_ASK, LAYER_USUAL, N_("No fund, account or allowance goes past its limit"),
      N_("Look at what it pays for, or ask about the limit."),
      "Access to Work: a yearly cap; councils: weeks of money in the account"},
     rule_limits},
};

#define RULE_COUNT (sizeof rules / sizeof *rules)

size_t check_rule_count(void)
{
    return RULE_COUNT;
}

const struct check_rule *check_rule(size_t i)
{
    assert(i < RULE_COUNT);
    return &rules[i].rule;
}

const char *level_name(enum level level)
{
    static const char *const names[] = {"MUST", "ASK", "NOTE"};
    return names[level];
}

/** The level a form gives a rule, or its own. False where the form switches it off. */
static bool level_in_form(const struct form *form, const struct check_rule *rule, enum level *out)
{
    const char *says = form ? form_rule_level(form, rule->id) : NULL;
    *out = rule->level;
    if (!says)
        return true;
    if (strcmp(says, "must") == 0)
        *out = LEVEL_MUST;
    else if (strcmp(says, "ask") == 0)
        *out = LEVEL_ASK;
    else if (strcmp(says, "note") == 0)
        *out = LEVEL_NOTE;
    return strcmp(says, "off") != 0;
}

void findings_free(struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        free(findings->list[i].message);
    free(findings->list);
    *findings = (struct findings){0};
}

/** A finding in another order than that of the list. */
struct said {
    struct finding *finding;
};

/** By place and words; what was said first goes first. */
static int compare_said(const void *left, const void *right)
{
    const struct finding *a = ((const struct said *)left)->finding;
    const struct finding *b = ((const struct said *)right)->finding;
    int order = strcmp(a->rule, b->rule);
    if (order == 0)
        order = strcmp(a->item, b->item);
    if (order == 0)
        order = (a->field > b->field) - (a->field < b->field);
    if (order == 0)
        order = strcmp(a->message, b->message);
    return order ? order : (a > b) - (a < b);
}

static bool same_finding(const struct finding *a, const struct finding *b)
{
    return a->rule == b->rule && a->field == b->field && strcmp(a->item, b->item) == 0 &&
           strcmp(a->message, b->message) == 0;
}

/** What is said again loses its message: five lines at one price are one thing to do. */
static enum status say_once(struct findings *f)
{
    struct said *order = malloc((f->count + 1) * sizeof *order);
    if (!order)
        return ST_NOMEM;
    for (size_t i = 0; i < f->count; i++)
        order[i].finding = &f->list[i];
    qsort(order, f->count, sizeof *order, compare_said);
    size_t first = 0;
    for (size_t i = 1; i < f->count; i++) {
        if (same_finding(order[first].finding, order[i].finding)) {
            free(order[i].finding->message);
            order[i].finding->message = NULL;
        } else {
            first = i;
        }
    }
    free(order);
    return ST_OK;
}

/** Count the levels, and put MUST before ASK before NOTE; else the order stays. */
static enum status sort_findings(struct findings *f)
{
    struct finding *sorted = malloc((f->count + 1) * sizeof *sorted);
    if (!sorted)
        return ST_NOMEM;
    size_t n = 0;
    size_t *const counts[] = {&f->must, &f->ask, &f->note};
    for (enum level level = LEVEL_MUST; level <= LEVEL_NOTE; level++) {
        const size_t before = n;
        for (size_t i = 0; i < f->count; i++) {
            if (f->list[i].message && f->list[i].level == level)
                sorted[n++] = f->list[i];
        }
        *counts[level] = n - before;
    }
    free(f->list);
    f->list = sorted;
    f->count = n;
    return ST_OK;
}

/** What a timetable line is for its supporter; what a cost is for the one it names. */
static void add_role(struct checking *c, const struct budget_line *line)
{
    const bool time = line->section == SEC_TIME;
    const size_t place =
        plan_place(c->plan, SEC_SUPPORTER,
                   plan_str(c->plan, time ? F_TIME_SUPPORTER : F_COST_SUPPORTER, line->item));
    if (place == PLAN_LAST)
        return;
    struct check_role *role = &c->roles[place];
    role->budget = role->budget || (line->payer == PAYER_FUND && check_may_be_budgets(line));
    role->paid = role->paid || (time && line->payer == PAYER_FUND);
    role->unpaid = role->unpaid || (time && line->payer == PAYER_UNPAID);
    role->unknown = role->unknown || (time && line->payer == PAYER_UNKNOWN);
}

/** What each supporter does, for all the rules that ask. */
static void find_roles(struct checking *c)
{
    c->roles = calloc(plan_count(c->plan, SEC_SUPPORTER) + 1, sizeof *c->roles);
    c->nomem = !c->roles;
    for (size_t i = 0; i < c->budget->line_count && c->roles; i++)
        add_role(c, &c->budget->lines[i]);
}

static void judge_by_every_rule(struct checking *c)
{
    for (size_t i = 0; i < RULE_COUNT && !c->nomem; i++) {
        c->rule = &rules[i].rule;
        c->layer = c->rule->layer;
        c->remedy = c->rule->remedy;
        if (level_in_form(c->form, c->rule, &c->level))
            rules[i].judge(c);
    }
}

enum status check_plan(const struct check_input *in, struct findings *out)
{
    assert(in->plan && in->budget);
    struct checking c = {.plan = in->plan,
                         .form = in->form,
                         .budget = in->budget,
                         .today = in->today,
                         .employer = in->employer,
                         .over_reserve = in->over_reserve,
                         .rates = in->rates,
                         .spending = in->spending};
    find_roles(&c);
    judge_by_every_rule(&c);
    free(c.roles);
    if (c.nomem || say_once(&c.found) != ST_OK || sort_findings(&c.found) != ST_OK) {
        findings_free(&c.found);
        return ST_NOMEM;
    }
    *out = c.found;
    return ST_OK;
}

/* Saying something. */

bool check_reason_name(const char *rule, const char *item, char out[NAME_MAX_LEN + 1])
{
    const int n = snprintf(out, NAME_MAX_LEN + 1, "r%s%s%s", rule + 1, *item ? "-" : "", item);
    return n > 0 && n <= NAME_MAX_LEN;
}

const char *check_reason(const struct checking *c, const char *item)
{
    char name[NAME_MAX_LEN + 1];
    if (!check_reason_name(c->rule->id, item, name) || check_known(c, F_REASON_TEXT, name) != KNOWN)
        return NULL;
    return plan_str(c->plan, F_REASON_TEXT, name);
}

/** Make room for one more finding. */
static bool room_for_one(struct checking *c)
{
    if (c->found.count < c->cap)
        return true;
    const size_t cap = c->cap ? 2 * c->cap : 16;
    struct finding *list = realloc(c->found.list, cap * sizeof *list);
    if (!list)
        return false;
    c->found.list = list;
    c->cap = cap;
    return true;
}

/** Keep a finding. Takes its message. */
static void keep(struct checking *c, const struct finding *f)
{
    if (f->message && room_for_one(c)) {
        c->found.list[c->found.count++] = *f;
    } else {
        free(f->message);
        c->nomem = true;
    }
}

/** A sentence from a format; NULL where there is no memory. */
__attribute__((format(printf, 1, 0))) static char *sentence(const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    const int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *s = len < 0 ? NULL : malloc((size_t)len + 1);
    if (s)
        vsnprintf(s, (size_t)len + 1, format, args);
    return s;
}

/** Whether a reason was given for just this sentence: about has it as one of its lines. */
static bool is_about(const char *about, const char *message)
{
    const size_t len = strlen(message);
    while (*about) {
        const size_t line = strcspn(about, "\n");
        if (line == len && memcmp(about, message, len) == 0)
            return true;
        about += line + (about[line] == '\n');
    }
    return false;
}

const char *check_reason_for(const struct checking *c, const char *item, const char *message)
{
    char name[NAME_MAX_LEN + 1];
    const char *reason = check_reason(c, item);
    if (!reason || !message || !check_reason_name(c->rule->id, item, name))
        return NULL;
    const char *about = plan_get(c->plan, F_REASON_ABOUT, name);
    return !about || is_about(about, message) ? reason : NULL;
}

void check_say(struct checking *c, enum level softest, enum field field, const char *item,
               const char *format, ...)
{
    struct finding f = {.rule = c->rule->id,
                        .level = softest > c->level ? softest : c->level,
                        .layer = c->layer,
                        .section = schema_fields[field].section,
                        .field = field,
                        .remedy = _(c->remedy)};
    snprintf(f.item, sizeof f.item, "%s", item);
    va_list args;
    va_start(args, format);
    f.message = sentence(format, args);
    va_end(args);
    const char *reason = f.level == LEVEL_ASK ? check_reason_for(c, item, f.message) : NULL;
    if (reason && f.message) {
        struct text told = {0};
        text_addf(&told, _("%s Your reason: %s"), f.message, reason);
        free(f.message);
        f.message = text_take(&told);
        f.level = LEVEL_NOTE;
    }
    keep(c, &f);
}

/** Ask about a "?". Takes what, the words that follow "You are not sure yet". */
static void ask_about(struct checking *c, enum field field, const char *item, char *what)
{
    const char *remedy = c->remedy;
    c->nomem = c->nomem || !what;
    c->remedy = WHEN_KNOWN; /* that one is not sure is an answer already */
    if (what)
        check_say(c, ONLY_ASK, field, item, _("You are not sure yet %s. Ask your %s."), what,
                  check_terms(c).care_manager);
    c->remedy = remedy;
    free(what);
}

void check_unsure(struct checking *c, enum field field, const char *item, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    ask_about(c, field, item, sentence(format, args));
    va_end(args);
}

bool check_lacks(struct checking *c, enum field field, const char *item, const char *format, ...)
{
    const enum known known = check_known(c, field, item);
    va_list args;
    va_start(args, format);
    if (known == NOT_SURE)
        ask_about(c, field, item, sentence(_(format), args));
    va_end(args);
    return known == NOT_GIVEN;
}

/* Words for things. */

struct words check_words(const char *format, ...)
{
    struct words w;
    va_list args;
    va_start(args, format);
    vsnprintf(w.s, sizeof w.s, format, args);
    va_end(args);
    return w;
}

/** Bytes of a line that a sentence can hold: whole words, or whole clusters of a very long one. */
static size_t fitting(const char *s, size_t line)
{
    size_t fit = text_fit(s, line, NAME_COLS);
    while (fit > NAME_BYTES)
        fit -= text_prev(s, fit);
    size_t words = fit;
    while (words > 0 && words < line && s[words] != ' ')
        words--;
    return words ? words : fit;
}

/** Put len bytes down; where the next ones go. */
static char *put(char *at, const char *s, size_t len)
{
    memcpy(at, s, len);
    return at + len;
}

/** The first line of a text, cut to what a sentence can hold, between two marks. What stands for
 * the rest is left out where only blanks and line ends follow. */
static struct words brief(const char *s, const char *mark)
{
    const size_t fit = fitting(s, strcspn(s, "\n")), around = strlen(mark);
    const bool more = s[fit + strspn(s + fit, " \n")] != '\0';
    struct words w;
    char *at = put(w.s, mark, around);
    at = put(at, s, fit);
    at = put(at, "...", more ? strlen("...") : 0);
    at = put(at, mark, around);
    *at = '\0';
    return w;
}

/** What an item without words is called, for example "Goal 2". */
static struct words numbered(const struct checking *c, enum section section, const char *item)
{
    const size_t place = plan_place(c->plan, section, item);
    const bool after_budget =
        section == SEC_FUND && plan_place(c->plan, SEC_FUND, "budget") < place;
    const unsigned n = (unsigned)place + 1 - after_budget;
    if (place == PLAN_LAST)
        return check_words("%s", _("somebody"));
    switch ((int)section) {
    case SEC_NEED:
        return check_words(_("Need %u"), n);
    case SEC_GOAL:
        return check_words(_("Goal %u"), n);
    case SEC_SUPPORTER:
        return check_words(_("Supporter %u"), n);
    case SEC_RATE:
        return check_words(_("Price %u"), n);
    case SEC_WEEK:
        return check_words(_("Week %u"), n);
    case SEC_TIME:
        return check_words(_("Line %u of the week"), n);
    case SEC_COST:
        return check_words(_("Cost %u"), n);
    case SEC_FUND:
        return check_words(_("Other money %u"), n);
    case SEC_RISK:
        return check_words(_("Risk %u"), n);
    case SEC_ACTION:
        return check_words(_("Action %u"), n);
    default:
        return check_words("%s", item);
    }
}

/** The words of a field, short and between two marks; or the item's number. */
static struct words name_of(const struct checking *c, enum field field, const char *item,
                            const char *mark)
{
    if (check_known(c, field, item) == KNOWN)
        return brief(plan_str(c->plan, field, item), mark);
    return numbered(c, schema_fields[field].section, item);
}

static struct words bare(const struct checking *c, enum field field, const char *item)
{
    return name_of(c, field, item, "");
}

struct words check_thing(const struct checking *c, enum field field, const char *item)
{
    return name_of(c, field, item, "\"");
}

struct words check_person(const struct checking *c, const char *item)
{
    return bare(c, F_SUPPORTER_NAME, item);
}

/** ", Monday to Friday 08:00", as far as it is known. */
static struct words when_of(struct checking *c, const struct week_line *line)
{
    struct text days = {0};
    char clock[8] = "";
    if (line->varying || !line->days_known)
        return check_words("%s", "");
    days_words(&days, line->days);
    if (line->start >= 0)
        clock_print(line->start, clock);
    const struct words w = check_words(", %s%s%s", text_str(&days), clock[0] ? " " : "", clock);
    c->nomem = c->nomem || text_status(&days) != ST_OK;
    text_free(&days);
    return w;
}

struct words check_line(struct checking *c, const char *item)
{
    const struct week_line *line = &c->budget->timetable[plan_place(c->plan, SEC_TIME, item)];
    const bool named = check_known(c, F_TIME_WHAT, item) == KNOWN;
    const struct words what = !named && line->supporter[0] ? check_person(c, line->supporter)
                                                           : bare(c, F_TIME_WHAT, item);
    return check_words("\"%s%s\"", what.s, when_of(c, line).s);
}

struct words check_money(pence p)
{
    char room[MONEY_ROOM];
    return check_words(_("%s pounds"), money_show(p, room));
}

struct words check_day(struct checking *c, date d)
{
    struct text t = {0};
    date_words(&t, d, false);
    const struct words w = check_words("%s", text_str(&t));
    c->nomem = c->nomem || text_status(&t) != ST_OK;
    text_free(&t);
    return w;
}

/* What the plan and the form say. */

bool check_may_be_budgets(const struct budget_line *line)
{
    return line->payer == PAYER_UNKNOWN ||
           (line->payer == PAYER_FUND && strcmp(line->fund, "budget") == 0);
}

enum known check_known(const struct checking *c, enum field field, const char *item)
{
    return plan_said(c->plan, field, item);
}

struct form_terms check_terms(const struct checking *c)
{
    if (c->form)
        return c->form->terms;
    return (struct form_terms){.care_manager = _("care manager"),
                               .indicative = _("indicative budget"),
                               .budget = _("personal budget"),
                               .contribution = _("contribution")};
}

/** Whether a picture, drawing or recording answers it. */
static bool answered_by_file(const struct checking *c, const char *answer)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_ATTACHMENT); i++) {
        const char *item = plan_item(c->plan, SEC_ATTACHMENT, i);
        if (strcmp(plan_str(c->plan, F_ATTACHMENT_ANSWER, item), answer) == 0 &&
            check_known(c, F_ATTACHMENT_FILE, item) == KNOWN)
            return true;
    }
    return false;
}

enum answered check_answered(const struct checking *c, const char *answer)
{
    const enum known text = check_known(c, F_ANSWER_TEXT, answer);
    if (text == NOT_SURE || plan_known(c->plan, F_ANSWER_STATE, answer) == NOT_SURE)
        return ANSWER_UNSURE;
    if (text == KNOWN || answered_by_file(c, answer))
        return ANSWERED;
    return plan_is(c->plan, F_ANSWER_STATE, answer, "done") ? ANSWER_BARE : ANSWER_NONE;
}

bool check_insists(const struct checking *c, const char *answer)
{
    const struct form_page *page = c->form ? form_page_of_answer(c->form, answer, NULL) : NULL;
    return page && !page->optional;
}
