/*
 * The rules about a person's life: the answers, the goals, the needs, and whose words they are.
 */
#include "check_rule.h"

#include <stdlib.h>
#include <string.h>

#include "supportplan/mention.h"

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

/* R02: answers that say nothing of their own: twice the same, or what could be anybody's. */

/** What a question is called: the form's short name for it, or the name in the file. */
static const char *question_name(const struct checking *c, const char *answer)
{
    const struct form_page *page = c->form ? form_page_of_answer(c->form, answer, NULL) : NULL;
    return page && page->label ? page->label : answer;
}

/** The answers that say something, by place; NULL for the others. To be freed with free(); NULL
 * where there is no memory. */
static const char **answer_texts(struct checking *c)
{
    const size_t count = plan_count(c->plan, SEC_ANSWER);
    const char **texts = calloc(count + 1, sizeof *texts);
    c->nomem = c->nomem || !texts;
    for (size_t i = 0; i < count && texts; i++) {
        const char *answer = plan_item(c->plan, SEC_ANSWER, i);
        if (check_known(c, F_ANSWER_TEXT, answer) == KNOWN)
            texts[i] = plan_str(c->plan, F_ANSWER_TEXT, answer);
    }
    return texts;
}

static void judge_same_words(struct checking *c, const char *const *texts, size_t i)
{
    const char *answer = plan_item(c->plan, SEC_ANSWER, i);
    for (size_t other = 0; other < i; other++) {
        if (!texts[other] || !mention_same(texts[i], texts[other]))
            continue;
        check_say(c, AS_RULE, F_ANSWER_TEXT, answer, _("\"%s\" and \"%s\" say the same."),
                  question_name(c, plan_item(c->plan, SEC_ANSWER, other)),
                  question_name(c, answer));
        return;
    }
}

/** The phrase is told, so that it can be found; one is enough. */
static void judge_vague(struct checking *c, const struct mention_list *vague, const char *text,
                        const char *answer)
{
    const size_t at = mention_first(text, vague);
    if (at < vague->count)
        check_say(c, AS_RULE, F_ANSWER_TEXT, answer,
                  _("\"%s\" says \"%s\". Say what that is for you."), question_name(c, answer),
                  vague->phrases[at]);
}

void rule_same_words(struct checking *c)
{
    const char **texts = answer_texts(c);
    const struct mention_list vague =
        c->form ? mention_list_of(c->form->vague, c->form->vague_count) : (struct mention_list){0};
    for (size_t i = 0; i < plan_count(c->plan, SEC_ANSWER) && texts; i++) {
        if (!texts[i])
            continue;
        judge_same_words(c, texts, i);
        judge_vague(c, &vague, texts[i], plan_item(c->plan, SEC_ANSWER, i));
    }
    free(texts);
}

/* R03 and R04: goals and needs, and what they are linked to. */

/** How well something is linked to a part of the plan. */
enum linked { NOT_LINKED, PERHAPS, LINKED };

static enum linked better(enum linked a, enum linked b)
{
    return a > b ? a : b;
}

/** Mark the items that one list names. */
static void mark_names(const struct checking *c, enum section to, const char *names,
                       enum linked *links)
{
    char name[NAME_MAX_LEN + 1];
    while ((names = plan_next_name(names, name))) {
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
    while ((names = plan_next_name(names, need))) {
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
        if (check_lacks(c, F_GOAL_WHAT, goal, N_("what %s is"), name.s))
            check_say(c, AS_RULE, F_GOAL_WHAT, goal, _("%s has no words yet. Say what it is."),
                      name.s);
    } else if (linked == PERHAPS) {
        check_unsure(c, F_GOAL_NEEDS, goal, _("what helps with %s"), name.s);
    } else if (linked == NOT_LINKED) {
        /* It stands at the goal's needs, where more of them change nothing. */
        if (plan_known(c->plan, F_GOAL_NEEDS, goal) == KNOWN)
            c->remedy = N_("In your week, open the line that helps. Choose this goal there, or one "
                           "of its needs.");
        check_say(c, AS_RULE, F_GOAL_NEEDS, goal, _("Nothing in the plan helps with %s yet."),
                  name.s);
        c->remedy = c->rule->remedy;
    }
}

/** A goal has no "done": it goes when it is reached, or gets another day. */
static void judge_goal_day(struct checking *c, const char *goal)
{
    date by;
    if (c->today == DATE_NONE || plan_date(c->plan, F_GOAL_BY, goal, &by) != KNOWN ||
        by >= c->today)
        return;
    c->remedy = N_("Give it another day, or take it away if you have reached it.");
    check_say(c, ONLY_ASK, F_GOAL_BY, goal, _("%s was to be reached by %s. Is that right?"),
              check_thing(c, F_GOAL_WHAT, goal).s, check_day(c, by).s);
    c->remedy = c->rule->remedy;
}

static void judge_goals(struct checking *c, const enum linked *goals, const enum linked *needs)
{
    for (size_t i = 0; i < plan_count(c->plan, SEC_GOAL); i++) {
        const char *goal = plan_item(c->plan, SEC_GOAL, i);
        judge_goal(c, goal, better(goals[i], needs_of_goal(c, goal, needs)));
        judge_goal_day(c, goal);
    }
}

void rule_goals(struct checking *c)
{
    static const enum field goal_lists[] = {F_TIME_GOALS, F_COST_GOALS};
    static const enum field need_lists[] = {F_TIME_NEEDS, F_COST_NEEDS};
    enum linked *goals = links_to(c, SEC_GOAL, goal_lists, 2);
    enum linked *needs = links_to(c, SEC_NEED, need_lists, 2);
    if (plan_count(c->plan, SEC_GOAL) == 0) {
        c->remedy = N_("Say what you want to change, keep or achieve.");
        check_say(c, AS_RULE, F_GOAL_WHAT, "", _("There is no goal yet. Add at least one."));
    }
    if (goals && needs)
        judge_goals(c, goals, needs);
    free(goals);
    free(needs);
}

static void judge_need(struct checking *c, const char *need, enum linked linked)
{
    if (linked == LINKED || plan_is(c->plan, F_NEED_ELIGIBLE, need, "no"))
        return;
    const struct words name = check_thing(c, F_NEED_WHAT, need);
    if (plan_known(c->plan, F_NEED_ELIGIBLE, need) == NOT_SURE)
        check_unsure(c, F_NEED_ELIGIBLE, need, _("whether the council must meet %s"), name.s);
    else if (linked == PERHAPS)
        check_unsure(c, F_NEED_MET_BY, need, _("what meets %s"), name.s);
    else
        check_say(c, AS_RULE, F_NEED_MET_BY, need, _("Nothing in the plan meets %s yet."), name.s);
}

void rule_needs(struct checking *c)
{
    static const enum field lists[] = {F_GOAL_NEEDS, F_TIME_NEEDS, F_COST_NEEDS};
    const size_t count = plan_count(c->plan, SEC_NEED);
    enum linked *links = links_to(c, SEC_NEED, lists, 3);
    if (count == 0 && c->form && form_page_of_field(c->form, F_NEED_WHAT, NULL)) {
        c->remedy = N_("Copy them from your assessment, one by one.");
        check_say(c, ONLY_ASK, F_NEED_WHAT, "",
                  _("No needs are listed. Your assessment says which they are."));
    }
    for (size_t i = 0; i < count && links; i++) {
        const char *need = plan_item(c->plan, SEC_NEED, i);
        judge_need(c, need, better(links[i], met_by_other(c, need)));
    }
    free(links);
}

/* R05: what a line is for. */

/** Costs that come with employing somebody: no goal of their own. */
static const char of_employing[] =
    "payroll|insurance|advert|advertise|recruitment|training|pension|dbs";

/** Whether a line or a cost names a goal or a need, or may. */
static enum linked line_linked(const struct checking *c, const struct budget_line *line)
{
    const bool time = line->section == SEC_TIME;
    const enum known goals = plan_known(c->plan, time ? F_TIME_GOALS : F_COST_GOALS, line->item);
    const enum known needs = plan_known(c->plan, time ? F_TIME_NEEDS : F_COST_NEEDS, line->item);
    if (goals == KNOWN || needs == KNOWN)
        return LINKED;
    if (!time && (plan_known(c->plan, F_COST_SUPPORTER, line->item) != NOT_GIVEN ||
                  mention_any(plan_str(c->plan, F_COST_WHAT, line->item), of_employing)))
        return LINKED; /* it is for what those people do */
    return goals == NOT_SURE || needs == NOT_SURE ? PERHAPS : NOT_LINKED;
}

/** Whether it is to be asked what a line is for: the budget pays it, and nothing says. */
static bool lacks_purpose(const struct checking *c, const struct budget_line *line,
                          enum section section)
{
    return line->section == section && line->payer == PAYER_FUND && check_may_be_budgets(line) &&
           !plan_is(c->plan, F_COST_SET_ASIDE, line->item, "yes") &&
           line_linked(c, line) != LINKED && !check_reason(c, line->item);
}

/** Ask about the lines of a section: about one by name, about many at the first of them. */
static void ask_what_for(struct checking *c, enum section section)
{
    const struct budget_line *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < c->budget->line_count; i++) {
        if (!lacks_purpose(c, &c->budget->lines[i], section))
            continue;
        first = first ? first : &c->budget->lines[i];
        count++;
    }
    if (!first)
        return;
    const bool time = section == SEC_TIME;
    const enum field field = time ? F_TIME_GOALS : F_COST_GOALS;
    const struct words name =
        time ? check_line(c, first->item) : check_thing(c, F_COST_WHAT, first->item);
    if (time) /* the page it opens asks for goals alone */
        c->remedy =
            N_("Choose a goal. Or open the line in your week, and choose a need. Or say why "
               "it is right.");
    if (count > 1)
        check_say(c, AS_RULE, field, first->item,
                  _("%zu things that are paid for have no goal or need, such as %s."), count,
                  name.s);
    else if (line_linked(c, first) == PERHAPS)
        check_unsure(c, field, first->item, _("what %s is for"), name.s);
    else
        check_say(c, AS_RULE, field, first->item, _("What is %s for?"), name.s);
    c->remedy = c->rule->remedy;
}

/** What has a reason is told with it. */
static void tell_reasons(struct checking *c)
{
    for (size_t i = 0; i < c->budget->line_count; i++) {
        const struct budget_line *line = &c->budget->lines[i];
        const bool time = line->section == SEC_TIME;
        if (line_linked(c, line) == NOT_LINKED && check_reason(c, line->item))
            check_say(
                c, ONLY_ASK, time ? F_TIME_GOALS : F_COST_GOALS, line->item, _("What is %s for?"),
                time ? check_line(c, line->item).s : check_thing(c, F_COST_WHAT, line->item).s);
    }
}

/* A plan without goals and needs has nothing to link to: R03 and R04 speak of that. */
void rule_what_for(struct checking *c)
{
    if (plan_count(c->plan, SEC_GOAL) + plan_count(c->plan, SEC_NEED) == 0)
        return;
    ask_what_for(c, SEC_TIME);
    ask_what_for(c, SEC_COST);
    tell_reasons(c);
}

/* R18: who wrote it. */

void rule_written_by(struct checking *c)
{
    if (check_lacks(c, F_ABOUT_WRITTEN_BY, "", N_("who wrote the plan")))
        check_say(c, AS_RULE, F_ABOUT_WRITTEN_BY, "", _("Say who wrote the plan."));
    if (!plan_is(c->plan, F_ABOUT_WRITTEN_BY, "", "together") &&
        !plan_is(c->plan, F_ABOUT_WRITTEN_BY, "", "helper"))
        return;
    if (check_lacks(c, F_ABOUT_VIEWS, "", N_("how your views were taken in")))
        check_say(c, AS_RULE, F_ABOUT_VIEWS, "",
                  _("Somebody helped to write it. Say how your views were taken in."));
}
