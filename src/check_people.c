/*
 * The rules about people: who may be paid, who helps unpaid, who steps in, who decides.
 */
#include "check_rule.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/mention.h"

#define DAYS_A_WEEK 7
/* Working time: 48 hours a week on average; a day of rest law for who lives in (pa-pages.org). */
#define LONG_WEEK (INT64_C(48) * 60)
#define LIVE_IN_WEEK (INT64_C(7) * 14 * 60)
#define SHIFT_WORKERS 4

/** Whether a supporter is one person, not a firm, a club or a machine. */
static bool is_person(const struct checking *c, const char *supporter)
{
    static const char *const persons[] = {"family",    "friend", "neighbour",
                                          "volunteer", "pa",     "self-employed"};
    const char *kind = plan_str(c->plan, F_SUPPORTER_KIND, supporter);
    for (size_t i = 0; i < sizeof persons / sizeof *persons; i++) {
        if (strcmp(kind, persons[i]) == 0)
            return true;
    }
    return false;
}

/* R15: who steps in can be reached. */

/** Whether somebody in a list of people is named by a row and has a phone number. */
static bool phone_in(const struct checking *c, enum field name, enum field phone, const char *who)
{
    const enum section people = schema_fields[name].section;
    for (size_t i = 0; i < plan_count(c->plan, people); i++) {
        const char *item = plan_item(c->plan, people, i);
        if (check_known(c, name, item) == KNOWN && check_known(c, phone, item) != NOT_GIVEN &&
            mention_of(who, plan_str(c->plan, name, item)))
            return true;
    }
    return false;
}

static void judge_phone(struct checking *c, const char *cover, const char *who)
{
    if (mention_any(who, "nobody|no one|none|not needed"))
        return;
    const struct words name = check_thing(c, F_COVER_WHO, cover);
    const char *away = plan_str(c->plan, F_COVER_SUPPORTER, cover);
    const struct words for_whom = plan_place(c->plan, SEC_SUPPORTER, away) == PLAN_LAST
                                      ? check_words("%s", "")
                                      : check_words(_(" for %s"), check_person(c, away).s);
    const bool lacks =
        check_lacks(c, F_COVER_PHONE, cover, N_("of the phone number of %s"), name.s);
    if (lacks && !phone_in(c, F_SUPPORTER_NAME, F_SUPPORTER_PHONE, who) &&
        !phone_in(c, F_CONTACT_NAME, F_CONTACT_PHONE, who))
        check_say(c, AS_RULE, F_COVER_PHONE, cover,
                  _("Add the phone number of %s, who steps in%s."), name.s, for_whom.s);
}

void rule_cover_reached(struct checking *c)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_COVER); i++) {
        const char *cover = plan_item(c->plan, SEC_COVER, i);
        const char *covered = plan_str(c->plan, F_COVER_SUPPORTER, cover);
        const char *who = plan_str(c->plan, F_COVER_WHO, cover);
        if (check_known(c, F_COVER_WHO, cover) != KNOWN)
            continue;
        if (plan_known(c->plan, F_SUPPORTER_NAME, covered) == KNOWN &&
            mention_same(who, plan_str(c->plan, F_SUPPORTER_NAME, covered)))
            check_say(c, AS_RULE, F_COVER_WHO, cover, _("%s can't step in for %s. Name another."),
                      check_person(c, covered).s, check_person(c, covered).s);
        else
            judge_phone(c, cover, who);
    }
}

/* R19: who decides. */

void rule_who_decides(struct checking *c)
{
    const enum known who = check_known(c, F_ABOUT_DECIDES, "");
    const enum known as = plan_known(c->plan, F_ABOUT_DECIDES_AS, "");
    const bool decider = plan_has_decider(c->plan);
    if (as == NOT_GIVEN && !decider && who != NOT_SURE)
        return; /* nobody does */
    if (check_lacks(c, F_ABOUT_DECIDES, "", N_("who decides for you")))
        check_say(c, AS_RULE, F_ABOUT_DECIDES, "",
                  _("Say who decides for you, and how they know that you agree."));
    if ((as == NOT_SURE || decider) &&
        check_lacks(c, F_ABOUT_DECIDES_AS, "", N_("what lets them decide")))
        check_say(c, AS_RULE, F_ABOUT_DECIDES_AS, "",
                  _("Somebody decides for you. Say what lets them."));
}

/* R20: paying a partner or family. */

/**
 * Whether they are family whom the law names: in the form's words, "close family". Whoever is
 * family is taken to be, but those whom it leaves out (regulation 3 of the Care and Support
 * (Direct Payments) Regulations 2014).
 */
static bool close_family(const struct checking *c, const char *supporter)
{
    static const char near[] =
        "mother|mum|mam|mummy|father|dad|daddy|parent|son|daughter|child|brother|sister|sibling|"
        "twin|aunt|auntie|uncle|gran|granny|grandma|grandmother|nan|nana|grandad|granddad|grandpa|"
        "grandfather|grandparent|stepson|stepdaughter|stepmother|stepfather|stepbrother|stepsister";
    static const char far[] = "niece|nephew|cousin|grandson|granddaughter|grandchild";
    const char *relation = plan_str(c->plan, F_SUPPORTER_RELATION, supporter);
    const bool family = plan_is(c->plan, F_SUPPORTER_KIND, supporter, "family");
    return mention_any(relation, near) || (family && !mention_any(relation, far));
}

/** The council is to have agreed; where it is not said that it has, this is the sentence. */
static void must_agree(struct checking *c, const char *supporter, const char *sentence)
{
    const bool wales = plan_is(c->plan, F_ABOUT_NATION, "", "wales");
    const struct words name = check_person(c, supporter);
    date agreed;
    if (check_lacks(c, F_SUPPORTER_AGREED, supporter, N_("whether the council agrees to pay %s"),
                    name.s))
        check_say(c, wales ? ONLY_ASK : AS_RULE, F_SUPPORTER_AGREED, supporter, "%s", sentence);
    else if (plan_date(c->plan, F_SUPPORTER_AGREED, supporter, &agreed) == KNOWN &&
             c->today != DATE_NONE && agreed > c->today)
        check_say(c, AS_RULE, F_SUPPORTER_AGREED, supporter,
                  _("The council agrees to pay %s on %s. That day is still to come."), name.s,
                  check_day(c, agreed).s);
}

/** What the two plain questions come to: a partner, or family in the same home. */
static void judge_paid_person(struct checking *c, const char *supporter)
{
    const struct words name = check_person(c, supporter);
    const bool family = close_family(c, supporter);
    struct words says = {""};
    if (plan_is(c->plan, F_SUPPORTER_PARTNER, supporter, "yes"))
        says = check_words(_("%s is your partner. The council must agree before you pay them."),
                           name.s);
    else if (family && plan_is(c->plan, F_SUPPORTER_LIVES_WITH_ME, supporter, "yes"))
        says = check_words(_("%s is family in your home. The council must agree before you pay "
                             "them."),
                           name.s);
    else if (family && plan_is(c->plan, F_ABOUT_NATION, "", "scotland"))
        says = check_words(_("%s is family. In Scotland the council must agree before you pay "
                             "them."),
                           name.s);
    if (says.s[0])
        must_agree(c, supporter, says.s);
}

/** Ask what is not said yet of somebody whom the budget pays. */
static void judge_relation(struct checking *c, const char *supporter, enum level softest)
{
    const struct words name = check_person(c, supporter);
    c->remedy = N_("Say it on their page. It is asked because there is a rule about family.");
    if (check_lacks(c, F_SUPPORTER_PARTNER, supporter, N_("whether %s is your partner"), name.s))
        check_say(c, softest, F_SUPPORTER_PARTNER, supporter,
                  _("Say whether %s is your wife, husband or partner."), name.s);
    if (check_lacks(c, F_SUPPORTER_LIVES_WITH_ME, supporter, N_("whether %s lives with you"),
                    name.s))
        check_say(c, softest, F_SUPPORTER_LIVES_WITH_ME, supporter,
                  _("Say whether %s lives with you."), name.s);
    if (check_lacks(c, F_SUPPORTER_RELATION, supporter, N_("how %s is related to you"), name.s))
        check_say(c, softest, F_SUPPORTER_RELATION, supporter,
                  _("Say whether %s is related to you, and how."), name.s);
    c->remedy = c->rule->remedy;
}

void rule_paid_family(struct checking *c)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_SUPPORTER); i++) {
        const char *supporter = plan_item(c->plan, SEC_SUPPORTER, i);
        if (!is_person(c, supporter) || (!c->roles[i].budget && !c->roles[i].unknown))
            continue;
        judge_relation(c, supporter, c->roles[i].budget ? AS_RULE : ONLY_ASK);
        judge_paid_person(c, supporter);
    }
}

/* R26: long hours. */

/** Minutes that somebody works for pay in a kind of week. */
static int64_t paid_minutes(const struct checking *c, const char *supporter, const char *pattern)
{
    int64_t sum = 0;
    for (size_t i = 0; i < plan_count(c->plan, SEC_TIME); i++) {
        const struct week_line *line = &c->budget->timetable[i];
        if (strcmp(line->supporter, supporter) == 0 && line->payer == PAYER_FUND &&
            line->length_known && line->days_known && week_in_pattern(line, pattern))
            sum += (int64_t)line->length * (int64_t)(line->varying ? 1 : days_count(line->days));
    }
    return sum;
}

static void judge_hours(struct checking *c, const char *supporter)
{
    int64_t most = 0;
    for (size_t i = 0; i < week_pattern_count(c->plan); i++) {
        const int64_t sum = paid_minutes(c, supporter, week_pattern(c->plan, i));
        most = sum > most ? sum : most;
    }
    if (most <= LONG_WEEK)
        return;
    struct text hours = {0};
    const bool lives_in = most > LIVE_IN_WEEK;
    minutes_words(&hours, lives_in ? most / DAYS_A_WEEK : most);
    if (lives_in)
        check_say(c, AS_RULE, F_SUPPORTER_NAME, supporter,
                  _("%s works %s a day. More than 14 h a day needs advice first."),
                  check_person(c, supporter).s, text_str(&hours));
    else
        check_say(c, AS_RULE, F_SUPPORTER_NAME, supporter,
                  _("%s works %s in a week. More than 48 h needs advice first."),
                  check_person(c, supporter).s, text_str(&hours));
    c->nomem = c->nomem || text_status(&hours) != ST_OK;
    text_free(&hours);
}

/** What somebody does in a kind of week. */
struct shift {
    bool person; /**< not a firm, nor a thing */
    bool works;  /**< somebody pays a line of theirs in it */
};

/** How many people are paid in a kind of week; 0 where a firm, or somebody unpaid, is there too.
 * shifts are the supporters by place. */
static size_t paid_people(const struct checking *c, const char *pattern, struct shift *shifts)
{
    size_t people = 0;
    for (size_t s = 0; s < plan_count(c->plan, SEC_SUPPORTER); s++)
        shifts[s].works = false;
    for (size_t i = 0; i < plan_count(c->plan, SEC_TIME); i++) {
        const struct week_line *line = &c->budget->timetable[i];
        const size_t s = plan_place(c->plan, SEC_SUPPORTER, line->supporter);
        if (s == PLAN_LAST || !line->helped || !week_in_pattern(line, pattern))
            continue;
        if (!shifts[s].person || line->payer != PAYER_FUND)
            return 0;
        people += !shifts[s].works;
        shifts[s].works = true;
    }
    return people;
}

/** Day and night by a few people leaves them no rest. */
static void judge_shifts(struct checking *c)
{
    const size_t count = plan_count(c->plan, SEC_SUPPORTER);
    struct shift *shifts = calloc(count + 1, sizeof *shifts);
    c->nomem = c->nomem || !shifts;
    for (size_t s = 0; s < count && shifts; s++)
        shifts[s].person = is_person(c, plan_item(c->plan, SEC_SUPPORTER, s));
    for (size_t i = 0; i < week_pattern_count(c->plan) && shifts; i++) {
        const char *pattern = week_pattern(c->plan, i);
        if (c->budget->patterns[i].time.cover < MINUTES_WEEK)
            continue;
        const size_t people = paid_people(c, pattern, shifts);
        if (people > 0 && people < SHIFT_WORKERS)
            check_say(c, AS_RULE, F_TIME_SUPPORTER, "",
                      ngettext("%zu person works day and night. Four or more is usual.",
                               "%zu people work day and night. Four or more is usual.",
                               (unsigned long)people),
                      people);
    }
    free(shifts);
}

void rule_long_hours(struct checking *c)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_SUPPORTER); i++) {
        const char *supporter = plan_item(c->plan, SEC_SUPPORTER, i);
        if (is_person(c, supporter))
            judge_hours(c, supporter);
    }
    judge_shifts(c);
}

/* R27: unpaid help is willing. */

static void judge_willing(struct checking *c, const char *supporter)
{
    const struct words name = check_person(c, supporter);
    if (check_lacks(c, F_SUPPORTER_NAME, supporter, N_("who %s is"), name.s))
        check_say(c, AS_RULE, F_SUPPORTER_NAME, supporter, _("%s helps unpaid. Say who it is."),
                  name.s);
    switch (plan_known(c->plan, F_SUPPORTER_WILLING, supporter)) {
    case NOT_SURE:
        check_say(c, ONLY_ASK, F_SUPPORTER_WILLING, supporter,
                  _("Ask %s whether they can and want to help."), name.s);
        break;
    case NOT_GIVEN:
        check_say(c, AS_RULE, F_SUPPORTER_WILLING, supporter,
                  _("Say whether %s can and wants to help unpaid."), name.s);
        break;
    case KNOWN:
        if (plan_is(c->plan, F_SUPPORTER_WILLING, supporter, "no"))
            check_say(c, AS_RULE, F_SUPPORTER_WILLING, supporter,
                      _("%s can't help, or not any more. Name somebody else in your week."),
                      name.s);
        break;
    }
}

void rule_willing(struct checking *c)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_SUPPORTER); i++) {
        const char *supporter = plan_item(c->plan, SEC_SUPPORTER, i);
        if (c->roles[i].unpaid && is_person(c, supporter))
            judge_willing(c, supporter);
    }
}

/* R36: who works for themselves. */

void rule_self_employed(struct checking *c)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_SUPPORTER); i++) {
        const char *supporter = plan_item(c->plan, SEC_SUPPORTER, i);
        if (c->roles[i].paid && plan_is(c->plan, F_SUPPORTER_KIND, supporter, "self-employed"))
            check_say(c, AS_RULE, F_SUPPORTER_KIND, supporter,
                      _("%s is self-employed. The facts of the work decide that, not a choice."),
                      check_person(c, supporter).s);
    }
}
