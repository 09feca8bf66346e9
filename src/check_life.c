/*
 * The rules about a person's life: the answers, the goals, the needs, and whose words they are.
 */
#include "check_rule.h"

#include <stdlib.h>
#include <string.h>

/* R01: every question has an answer. */

static void judge_answer(struct checking *c, const char *answer, const char *label)
{
    switch (check_answered(c, answer)) {
    case ANSWERED:
        break;
    case ANSWER_UNSURE:
        check_say(c, ONLY_ASK, F_ANSWER_TEXT, answer,
                  _("You are not sure yet about \"%s\". Ask your %s."), label,
                  check_terms(c).care_manager);
        break;
    case ANSWER_BARE:
        check_say(c, ONLY_ASK, F_ANSWER_TEXT, answer,
                  _("\"%s\" is marked as done, but holds no words. Is that right?"), label);
        break;
    case ANSWER_NONE:
        check_say(c, AS_RULE, F_ANSWER_TEXT, answer, _("\"%s\" has no answer yet."), label);
        break;
    }
}

void rule_answers(struct checking *c)
{
    const struct form_section *section;
    for (size_t i = 0; c->form && (section = form_section_at(c->form, i, NULL)); i++) {
        for (unsigned j = 0; j < section->pages_count; j++) {
            const struct form_page *page = &section->pages[j];
            if (page->kind == PAGE_QUESTION && !page->optional)
                judge_answer(c, page->answer, page->label);
        }
    }
}

/* R03 and R04: goals and needs, and what they are linked to. */

/** How well something is linked to a part of the plan. */
enum linked { NOT_LINKED, PERHAPS, LINKED };

static enum linked better(enum linked a, enum linked b)
{
    return a > b ? a : b;
}

/** The next of several names with blanks between: into out; what follows it, or NULL past the last.
 */
static const char *next_name(const char *names, char out[NAME_MAX_LEN + 1])
{
    names += strspn(names, " ");
    const size_t len = strcspn(names, " ");
    if (len == 0 || len > NAME_MAX_LEN)
        return NULL;
    memcpy(out, names, len);
    out[len] = '\0';
    return names + len;
}

/** Mark the items that one list names. */
static void mark_names(const struct checking *c, enum section to, const char *names,
                       enum linked *links)
{
    char name[NAME_MAX_LEN + 1];
    while ((names = next_name(names, name))) {
        const size_t place = plan_place(c->plan, to, name);
        if (place != PLAN_LAST)
            links[place] = LINKED;
    }
}

/**
 * How well each item of a section is linked, by its place: whether a list in one of these
 * fields names it. A "?" in any of the lists leaves open those that no list names.
 *
 * @return to be freed with free(); NULL where there is no memory, which the check then tells
 */
static enum linked *links_to(struct checking *c, enum section to, const enum field *refs,
                             size_t count)
{
    const size_t items = plan_count(c->plan, to);
    enum linked *links = calloc(items + 1, sizeof *links);
    bool open = false;
    c->nomem = c->nomem || !links;
    for (size_t r = 0; r < count && links; r++) {
        const enum section from = schema_fields[refs[r]].section;
        for (size_t i = 0; i < plan_count(c->plan, from); i++) {
            const char *item = plan_item(c->plan, from, i);
            const enum known known = plan_known(c->plan, refs[r], item);
            open = open || known == NOT_SURE;
            if (known == KNOWN)
                mark_names(c, to, plan_str(c->plan, refs[r], item), links);
        }
    }
    for (size_t i = 0; i < items && links && open; i++)
        links[i] = better(links[i], PERHAPS);
    return links;
}

/** Whether somebody outside the plan is said to meet a need. */
static enum linked met_by_other(const struct checking *c, const char *need)
{
    switch (check_known(c, F_NEED_MET_BY, need)) {
    case KNOWN:
        return LINKED;
    case NOT_SURE:
        return PERHAPS;
    case NOT_GIVEN:
        break;
    }
    return NOT_LINKED;
}

/** Whether one of the needs that a goal names is met, by a line, a cost or somebody else. */
static enum linked needs_of_goal(const struct checking *c, const char *goal,
                                 const enum linked *needs)
{
    if (plan_known(c->plan, F_GOAL_NEEDS, goal) == NOT_SURE)
        return PERHAPS;
    enum linked linked = NOT_LINKED;
    const char *names = plan_str(c->plan, F_GOAL_NEEDS, goal);
    char need[NAME_MAX_LEN + 1];
    while ((names = next_name(names, need))) {
        const size_t place = plan_place(c->plan, SEC_NEED, need);
        linked = better(linked, met_by_other(c, need));
        if (place != PLAN_LAST)
            linked = better(linked, needs[place]);
    }
    return linked;
}

static void judge_goal(struct checking *c, const char *goal, enum linked linked)
{
    const struct words name = check_thing(c, F_GOAL_WHAT, goal);
    if (check_known(c, F_GOAL_WHAT, goal) != KNOWN) {
        if (check_lacks(c, F_GOAL_WHAT, goal, check_words(_("what %s is"), name.s)))
            check_say(c, AS_RULE, F_GOAL_WHAT, goal, _("%s has no words yet. Say what it is."),
                      name.s);
    } else if (linked == PERHAPS) {
        check_unsure(c, F_GOAL_NEEDS, goal, check_words(_("what helps with %s"), name.s));
    } else if (linked == NOT_LINKED) {
        check_say(c, AS_RULE, F_GOAL_NEEDS, goal, _("Nothing in the plan helps with %s yet."),
                  name.s);
    }
}

static void judge_goals(struct checking *c, const enum linked *goals, const enum linked *needs)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_GOAL); i++) {
        const char *goal = plan_item(c->plan, SEC_GOAL, i);
        judge_goal(c, goal, better(goals[i], needs_of_goal(c, goal, needs)));
    }
}

void rule_goals(struct checking *c)
{
    static const enum field goal_lists[] = {F_TIME_GOALS, F_COST_GOALS};
    static const enum field need_lists[] = {F_TIME_NEEDS, F_COST_NEEDS};
    enum linked *goals = links_to(c, SEC_GOAL, goal_lists, 2);
    enum linked *needs = links_to(c, SEC_NEED, need_lists, 2);
    if (plan_count(c->plan, SEC_GOAL) == 0)
        check_say(c, AS_RULE, F_GOAL_WHAT, "", _("There is no goal yet. Add at least one."));
    if (goals && needs)
        judge_goals(c, goals, needs);
    free(goals);
    free(needs);
}

static void judge_need(struct checking *c, const char *need, enum linked linked)
{
    const struct words name = check_thing(c, F_NEED_WHAT, need);
    if (linked == LINKED || plan_is(c->plan, F_NEED_ELIGIBLE, need, "no"))
        return;
    if (plan_known(c->plan, F_NEED_ELIGIBLE, need) == NOT_SURE)
        check_unsure(c, F_NEED_ELIGIBLE, need,
                     check_words(_("whether the council must meet %s"), name.s));
    else if (linked == PERHAPS)
        check_unsure(c, F_NEED_MET_BY, need, check_words(_("what meets %s"), name.s));
    else
        check_say(c, AS_RULE, F_NEED_MET_BY, need, _("Nothing in the plan meets %s yet."), name.s);
}

void rule_needs(struct checking *c)
{
    static const enum field lists[] = {F_GOAL_NEEDS, F_TIME_NEEDS, F_COST_NEEDS};
    const size_t count = plan_count(c->plan, SEC_NEED);
    enum linked *links = links_to(c, SEC_NEED, lists, 3);
    if (count == 0 && c->form && form_page_of_field(c->form, F_NEED_WHAT, NULL))
        check_say(c, ONLY_ASK, F_NEED_WHAT, "",
                  _("No needs are listed. Your assessment says which they are."));
    for (size_t i = 0; i < count && links; i++) {
        const char *need = plan_item(c->plan, SEC_NEED, i);
        judge_need(c, need, better(links[i], met_by_other(c, need)));
    }
    free(links);
}

/* R18: who wrote it. */

void rule_written_by(struct checking *c)
{
    if (check_lacks(c, F_ABOUT_WRITTEN_BY, "", check_words("%s", _("who wrote the plan"))))
        check_say(c, AS_RULE, F_ABOUT_WRITTEN_BY, "", _("Say who wrote the plan."));
    if (!plan_is(c->plan, F_ABOUT_WRITTEN_BY, "", "together") &&
        !plan_is(c->plan, F_ABOUT_WRITTEN_BY, "", "helper"))
        return;
    if (check_lacks(c, F_ABOUT_VIEWS, "", check_words("%s", _("how your views were taken in"))))
        check_say(c, AS_RULE, F_ABOUT_VIEWS, "",
                  _("Somebody helped to write it. Say how your views were taken in."));
}
