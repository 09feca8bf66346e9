/*
 * The rules about what is to come: things that go wrong, risks, actions and reviews.
 */
#include "check_rule.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/cover.h"

/* R13: what happens when things go wrong. */

/** Somebody is to be named who steps in: as the rule has it, or asked where a "?" is met. */
static void miss_cover(struct checking *c, const char *supporter, const struct cover *in,
                       enum level softest, struct words when)
{
    const char *at = in->nameless ? in->nameless : "";
    const struct words name =
        check_words(cover_is_firm(c->plan, supporter) ? _("somebody from %s") : "%s",
                    check_person(c, supporter).s);
    if (in->unsure)
        check_unsure(c, F_COVER_WHO, at, _("who steps in when %s is %s"), name.s, when.s);
    else
        check_say(c, softest, F_COVER_WHO, at, _("Say who steps in when %s is %s."), name.s,
                  when.s);
}

/** Who steps in for one supporter. A choir or a lunch club need not be replaced: that is only
 * asked. */
static void judge_cover(struct checking *c, size_t place, const struct cover *in)
{
    const char *supporter = plan_item(c->plan, SEC_SUPPORTER, place);
    const struct check_role *role = &c->roles[place];
    const bool club = plan_is(c->plan, F_SUPPORTER_KIND, supporter, "community");
    const bool settled = role->paid || role->unpaid;
    const enum level softest = club || !settled ? ONLY_ASK : AS_RULE;
    if ((!settled && !role->unknown) || cover_enough(in, role->paid) ||
        plan_is(c->plan, F_SUPPORTER_KIND, supporter, "technology"))
        return;
    if (!in->ill && !in->holiday)
        miss_cover(c, supporter, in, softest, check_words("%s", _("ill or on holiday")));
    else if (!in->ill)
        miss_cover(c, supporter, in, softest, check_words("%s", _("ill")));
    else
        miss_cover(c, supporter, in, softest, check_words("%s", _("on holiday")));
}

static void judge_covers(struct checking *c)
{
    const size_t count = plan_count(c->plan, SEC_SUPPORTER);
    struct cover *all = calloc(count + 1, sizeof *all);
    c->nomem = c->nomem || !all;
    if (all)
        cover_find(c->plan, all);
    for (size_t i = 0; i < count && all; i++)
        judge_cover(c, i, &all[i]);
    free(all);
}

/** Somebody to call in an emergency. */
static void judge_contacts(struct checking *c)
{
    const char *nearly = "";
    enum known best = NOT_GIVEN;
    for (size_t i = 0; i < plan_count(c->plan, SEC_CONTACT); i++) {
        const char *item = plan_item(c->plan, SEC_CONTACT, i);
        const enum known phone = check_known(c, F_CONTACT_PHONE, item);
        if (!nearly[0] || phone > best)
            nearly = item;
        best = phone > best ? phone : best;
    }
    if (best == NOT_SURE)
        check_unsure(c, F_CONTACT_PHONE, nearly, _("of the phone number to call in an emergency"));
    if (best == NOT_GIVEN)
        check_say(c, AS_RULE, F_CONTACT_PHONE, nearly,
                  _("Say who to call in an emergency, with a phone number."));
}

/** How people would know; said once, by R01 where the form insists on it. */
static void judge_unwell(struct checking *c)
{
    const enum answered answered = check_answered(c, "unwell");
    if (check_insists(c, "unwell") || answered == ANSWERED)
        return;
    if (answered == ANSWER_UNSURE)
        check_unsure(c, F_ANSWER_TEXT, "unwell", _("how people would know that you are unwell"));
    else
        check_say(c, AS_RULE, F_ANSWER_TEXT, "unwell",
                  _("Say how people would know that you are unwell."));
}

void rule_contingency(struct checking *c)
{
    judge_unwell(c);
    judge_contacts(c);
    judge_covers(c);
}

/* R16: risks. */

static void judge_risk(struct checking *c, const char *risk)
{
    const struct words name = check_thing(c, F_RISK_WHAT, risk);
    if (check_lacks(c, F_RISK_WHAT, risk, N_("what %s is"), name.s))
        check_say(c, AS_RULE, F_RISK_WHAT, risk, _("Say what might go wrong in %s."), name.s);
    if (check_lacks(c, F_RISK_DO, risk, N_("what to do about %s"), name.s))
        check_say(c, AS_RULE, F_RISK_DO, risk, _("Say what you will do about %s."), name.s);
    if (check_lacks(c, F_RISK_WHO, risk, N_("who acts on %s"), name.s))
        check_say(c, AS_RULE, F_RISK_WHO, risk, _("Say who acts on %s."), name.s);
}

/** No risk is listed: then there is to be a word that they were thought about. */
static void judge_no_risk(struct checking *c)
{
    const enum answered answered = check_answered(c, "safe");
    if (check_insists(c, "safe") || answered == ANSWERED)
        return;
    if (answered == ANSWER_UNSURE)
        check_unsure(c, F_ANSWER_TEXT, "safe", _("what might go wrong"));
    else
        check_say(c, AS_RULE, F_RISK_WHAT, "",
                  _("No risk is listed. Add one, or say how you stay safe."));
}

void rule_risks(struct checking *c)
{
    if (plan_count(c->plan, SEC_RISK) == 0)
        judge_no_risk(c);
    for (size_t i = 0; i < plan_count(c->plan, SEC_RISK); i++)
        judge_risk(c, plan_item(c->plan, SEC_RISK, i));
}

/* R17: actions. */

static bool action_done(const struct checking *c, const char *action)
{
    return plan_is(c->plan, F_ACTION_DONE, action, "yes");
}

static void judge_action_day(struct checking *c, const char *action, struct words name)
{
    date by;
    if (check_lacks(c, F_ACTION_BY, action, N_("when %s will be done"), name.s))
        check_say(c, AS_RULE, F_ACTION_BY, action, _("Say by when %s will be done."), name.s);
    if (c->today == DATE_NONE || plan_date(c->plan, F_ACTION_BY, action, &by) != KNOWN ||
        by >= c->today)
        return;
    const bool unsure = plan_known(c->plan, F_ACTION_DONE, action) == NOT_SURE;
    check_say(c, unsure ? ONLY_ASK : AS_RULE, F_ACTION_BY, action,
              _("%s was to be done by %s. Is it done?"), name.s, check_day(c, by).s);
}

static void judge_action(struct checking *c, const char *action)
{
    const struct words name = check_thing(c, F_ACTION_WHAT, action);
    if (check_lacks(c, F_ACTION_WHAT, action, N_("what %s is"), name.s))
        check_say(c, AS_RULE, F_ACTION_WHAT, action, _("Say what is to be done in %s."), name.s);
    if (check_lacks(c, F_ACTION_WHO, action, N_("who does %s"), name.s))
        check_say(c, AS_RULE, F_ACTION_WHO, action, _("Say who does %s."), name.s);
    judge_action_day(c, action, name);
}

/** What is not arranged needs somebody to arrange it. */
static void judge_not_arranged(struct checking *c)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_TIME); i++) {
        const char *item = plan_item(c->plan, SEC_TIME, i);
        if (!plan_is(c->plan, F_TIME_ARRANGED, item, "no"))
            continue;
        check_say(c, AS_RULE, F_ACTION_WHAT, "",
                  _("%s is not arranged yet. Add an action that arranges it."),
                  check_line(c, item).s);
        return;
    }
}

/** What is done needs neither a name nor a day any more. */
void rule_actions(struct checking *c)
{
    size_t open = 0;
    for (size_t i = 0; i < plan_count(c->plan, SEC_ACTION); i++) {
        const char *action = plan_item(c->plan, SEC_ACTION, i);
        if (action_done(c, action))
            continue;
        judge_action(c, action);
        open++;
    }
    if (open == 0)
        judge_not_arranged(c);
}

/* R32: reviews. */

/** What the reviews of a plan come to. */
struct reviews {
    bool first;          /**< there is a first review with a date */
    bool in_time;        /**< one is within twelve months from today */
    const char *unsure;  /**< one with a "?" in its date or kind, or NULL */
    const char *undated; /**< one without a date, or NULL */
    const char *dated;   /**< the one that comes soonest, or NULL */
    date soonest;        /**< when that is */
    const char *late;    /**< one later than that, or NULL */
    date late_on;
};

static void add_review(const struct checking *c, const char *review, struct reviews *r)
{
    date d;
    const enum known known = plan_date(c->plan, F_REVIEW_DATE, review, &d);
    if (known == NOT_SURE || plan_known(c->plan, F_REVIEW_KIND, review) == NOT_SURE)
        r->unsure = review;
    if (known == NOT_GIVEN)
        r->undated = review;
    if (known != KNOWN)
        return;
    r->first = r->first || plan_is(c->plan, F_REVIEW_KIND, review, "first");
    if (!r->dated || d < r->soonest) {
        r->dated = review;
        r->soonest = d;
    }
    if (c->today == DATE_NONE || (d >= c->today && d <= date_add_months(c->today, 12))) {
        r->in_time = true;
    } else if (d > c->today) {
        r->late = review;
        r->late_on = d;
    }
}

/** No review within twelve months. */
static void judge_next_review(struct checking *c, const struct reviews *r)
{
    if (r->unsure)
        check_unsure(c, F_REVIEW_DATE, r->unsure, _("of the date of a review"));
    else if (r->late)
        check_say(c, AS_RULE, F_REVIEW_DATE, r->late,
                  _("The review on %s is more than 12 months away. Choose an earlier day."),
                  check_day(c, r->late_on).s);
    else
        check_say(c, AS_RULE, F_REVIEW_DATE, r->undated ? r->undated : "",
                  _("No review is planned for the next 12 months. Give one a date."));
}

/** There is a review in time, and none is the first. */
static void judge_first_review(struct checking *c, const struct reviews *r)
{
    c->remedy = N_("Choose which review is the first, or add one.");
    check_say(c, AS_RULE, F_REVIEW_KIND, r->dated,
              _("No review is marked as the first. Say when the plan is first looked at."));
    c->remedy = c->rule->remedy;
}

void rule_reviews(struct checking *c)
{
    struct reviews r = {0};
    for (size_t i = 0; i < plan_count(c->plan, SEC_REVIEW); i++)
        add_review(c, plan_item(c->plan, SEC_REVIEW, i), &r);
    if (!r.in_time)
        judge_next_review(c, &r);
    else if (!r.first && r.unsure)
        check_unsure(c, F_REVIEW_DATE, r.unsure, _("of the date of the first review"));
    else if (!r.first)
        judge_first_review(c, &r);
}

/* R34 and R35: copies. */

void rule_copies(struct checking *c)
{
    if (plan_count(c->plan, SEC_COPY) == 0)
        check_say(c, AS_RULE, F_COPY_WHO, "", _("Say who gets a copy. Keep one for yourself."));
}

/** What holds other people's phone numbers. */
static const enum field phones_of_others[] = {F_SUPPORTER_PHONE, F_CONTACT_PHONE, F_COVER_PHONE};
static const size_t phone_fields = sizeof phones_of_others / sizeof *phones_of_others;

static int compare_strings(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/** Every phone number of a section, borrowed, behind those that are there. */
static size_t add_phones(const struct checking *c, enum field phone, const char **list)
{
    const enum section people = schema_fields[phone].section;
    size_t n = 0;
    for (size_t i = 0; i < plan_count(c->plan, people); i++) {
        const char *item = plan_item(c->plan, people, i);
        if (check_known(c, phone, item) == KNOWN)
            list[n++] = plan_str(c->plan, phone, item);
    }
    return n;
}

/** How many different phone numbers of others the plan has. */
static size_t count_phones(struct checking *c)
{
    size_t room = 1, n = 0, different = 0;
    for (size_t i = 0; i < phone_fields; i++)
        room += plan_count(c->plan, schema_fields[phones_of_others[i]].section);
    const char **list = malloc(room * sizeof *list);
    c->nomem = c->nomem || !list;
    for (size_t i = 0; i < phone_fields && list; i++)
        n += add_phones(c, phones_of_others[i], list + n);
    if (n > 0)
        qsort(list, n, sizeof *list, compare_strings);
    for (size_t i = 0; i < n; i++)
        different += i == 0 || strcmp(list[i], list[i - 1]) != 0;
    free(list);
    return different;
}

void rule_others_details(struct checking *c)
{
    const size_t phones = count_phones(c);
    for (size_t i = 0; i < plan_count(c->plan, SEC_COPY) && phones > 0; i++) {
        const char *copy = plan_item(c->plan, SEC_COPY, i);
        if (plan_is(c->plan, F_COPY_WHICH, copy, "whole") ||
            plan_is(c->plan, F_COPY_WHICH, copy, "shared"))
            check_say(c, AS_RULE, F_COPY_WHICH, copy,
                      ngettext("The copy for %s has %zu phone number of another person.",
                               "The copy for %s has %zu phone numbers of other people.",
                               (unsigned long)phones),
                      check_thing(c, F_COPY_WHO, copy).s, phones);
    }
}
