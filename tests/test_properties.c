/*
 * What holds for the sums of every plan (research: P1 to P12), over random plans.
 * The seeds are fixed, so a failure comes again; the message has the plan. PLANS=N in the
 * environment tries N of each, and SEED=N begins elsewhere.
 */
#include <stdio.h>

#include "given.h"
#include "supportplan/budget.h"
#include "supportplan/charge.h"
#include "supportplan/employer.h"
#include "supportplan/working.h"

/* How many plans, and the first of them. */
static uint64_t plans = 2000, first_seed;
#define ITEMS_MAX 40

/* A plan in words, an item each, so that items can be put in another order. */
struct words {
    char item[ITEMS_MAX][300];
    size_t count;
};

struct dice {
    uint64_t state;
};

/* The dice of a property: other ones where it begins elsewhere. */
static struct dice dice_of(uint64_t property)
{
    return (struct dice){.state = property + first_seed * 0x9e3779b97f4a7c15u};
}

static uint32_t roll(struct dice *dice, uint32_t sides)
{
    dice->state ^= dice->state << 13;
    dice->state ^= dice->state >> 7;
    dice->state ^= dice->state << 17;
    return (uint32_t)((dice->state >> 11) % sides);
}

static bool chance(struct dice *dice, uint32_t percent)
{
    return roll(dice, 100) < percent;
}

#define PICK(dice, list) ((list)[roll(dice, (uint32_t)COUNT(list))])

static struct text words_begin(const char *section, size_t number)
{
    struct text t = {0};
    text_addf(&t, "%s%zu", section, number);
    return t;
}

static void words_end(struct words *words, struct text *t)
{
    assert_int_equal(text_status(t), ST_OK);
    assert_true(words->count < ITEMS_MAX && t->len < sizeof words->item[0]);
    memcpy(words->item[words->count++], text_str(t), t->len + 1);
    text_free(t);
}

/* What share of values is "?" or left out. */
#define DOUBT 4

static void add_money(struct text *t, struct dice *dice, const char *field)
{
    if (chance(dice, DOUBT))
        text_addf(t, " %s=?", field);
    else if (!chance(dice, DOUBT))
        text_addf(t, " %s=%u.%02u", field, roll(dice, 60), roll(dice, 100));
}

static void add_word(struct text *t, struct dice *dice, const char *field, const char *word,
                     uint32_t percent)
{
    if (chance(dice, percent))
        text_addf(t, " %s=%s", field, chance(dice, DOUBT) ? "?" : word);
}

static void add_number(struct text *t, struct dice *dice, const char *field, uint32_t most,
                       uint32_t percent)
{
    char number[16];
    snprintf(number, sizeof number, "%u", 1 + roll(dice, most));
    add_word(t, dice, field, number, percent);
}

static void add_clock(struct text *t, struct dice *dice, const char *field, uint32_t percent)
{
    char clock[16];
    snprintf(clock, sizeof clock, "%02u:%02u", roll(dice, 24), 15 * roll(dice, 4));
    add_word(t, dice, field, clock, percent);
}

static void add_days(struct text *t, struct dice *dice)
{
    char days[32], *c;
    days_print((weekdays)(1 + roll(dice, WEEKDAYS_ALL)), days);
    for (c = days; *c; c++)
        if (*c == ' ')
            *c = ',';
    add_word(t, dice, "days", days, 85);
}

static void add_people(struct words *words, struct dice *dice)
{
    static const char *const kinds[] = {"family", "friend", "pa",        "pa",
                                        "agency", "nhs",    "technology"};
    for (size_t i = 1; i <= 3; i++) {
        struct text t = words_begin("supporter s", i);
        text_addf(&t, " name=S%zu", i);
        add_word(&t, dice, "kind", PICK(dice, kinds), 95);
        words_end(words, &t);
    }
}

static void add_rates(struct words *words, struct dice *dice)
{
    static const char *const units[] = {"hour", "hour", "hour", "visit", "night", "week"};
    static const char *const whens[] = {"any",      "weekday", "weekend",
                                        "saturday", "sunday",  "bank-holiday"};
    static const char *const lengths[] = {"30", "60", "90"};
    for (size_t i = 1; i <= 6; i++) {
        struct text t = words_begin("rate r", i);
        text_addf(&t, " name=R%zu supporter=s%u", i, 1 + roll(dice, 3));
        add_money(&t, dice, "price");
        add_word(&t, dice, "unit", PICK(dice, units), 97);
        add_word(&t, dice, "when", PICK(dice, whens), 60);
        add_word(&t, dice, "minutes", PICK(dice, lengths), 15);
        add_clock(&t, dice, "from", 12);
        add_clock(&t, dice, "to", 12);
        words_end(words, &t);
    }
}

static void add_time(struct words *words, struct dice *dice, size_t number, size_t patterns)
{
    static const char *const lengths[] = {"30", "60", "90", "120", "601"};
    static const char *const payers[] = {"budget", "unpaid", "f1"};
    char name[8];
    struct text t = words_begin("time t", number);

    text_addf(&t, " what=T%zu", number);
    snprintf(name, sizeof name, "w%u", 1 + roll(dice, (uint32_t)patterns));
    add_word(&t, dice, "week", name, 30);
    add_days(&t, dice);
    add_clock(&t, dice, "start", 75);
    add_clock(&t, dice, "end", 60);
    add_word(&t, dice, "minutes", PICK(dice, lengths), 70);
    add_number(&t, dice, "times", 5, 20);
    snprintf(name, sizeof name, "s%u", 1 + roll(dice, 3));
    add_word(&t, dice, "supporter", name, 90);
    snprintf(name, sizeof name, "r%u", 1 + roll(dice, 6));
    add_word(&t, dice, "rate", name, 35);
    add_number(&t, dice, "workers", 3, 20);
    add_number(&t, dice, "sharing", 3, 20);
    add_word(&t, dice, "pays", PICK(dice, payers), 35);
    words_end(words, &t);
}

static void add_cost(struct words *words, struct dice *dice, size_t number)
{
    static const char *const periods[] = {"week", "4weeks", "month", "year", "once"};
    static const char *const payers[] = {"budget", "f1"};
    struct text t = words_begin("cost c", number);

    text_addf(&t, " what=C%zu", number);
    add_money(&t, dice, "price");
    add_number(&t, dice, "quantity", 12, 30);
    add_word(&t, dice, "every", PICK(dice, periods), 96);
    add_word(&t, dice, "pays", PICK(dice, payers), 40);
    add_word(&t, dice, "set-aside", "yes", 20);
    words_end(words, &t);
}

static void add_funds(struct words *words, struct dice *dice)
{
    static const char *const periods[] = {"week", "4weeks", "month", "year", "once"};
    static const char *const names[] = {"fund budget name=B", "fund f1 name=F"};
    for (size_t i = 0; i < COUNT(names); i++) {
        struct text t = {0};
        text_add(&t, names[i]);
        add_money(&t, dice, "amount");
        add_word(&t, dice, "every", PICK(dice, periods), 95);
        words_end(words, &t);
    }
}

static void add_year(struct words *words, struct dice *dice)
{
    static const char *const years[] = {"plan - title=Y", "plan - year-basis=365/7",
                                        "plan - year-basis=365/7 year-start=2027-04-01",
                                        "plan - year-basis=dated year-start=2026-04-01",
                                        "plan - year-basis=dated year-start=2027-10-30"};
    struct text t = {0};
    text_add(&t, PICK(dice, years));
    words_end(words, &t);
}

/* When a pattern has its turn in a dated year; each way now and then. */
static void add_turns(struct text *t, struct dice *dice)
{
    static const char *const starts[] = {"2026-04-06", "2026-09-01", "2027-11-01"};
    static const char *const dates[] = {"2026-07-20/2026-08-31", "2026-12-21/2027-01-03,2027-02-15",
                                        "2027-12-20/2028-01-02"};
    add_word(t, dice, "starts", PICK(dice, starts), 30);
    add_number(t, dice, "every", 4, 30);
    add_word(t, dice, "dates", PICK(dice, dates), 30);
}

static struct words random_words(uint64_t seed)
{
    struct dice dice = {.state = 0x9e3779b97f4a7c15u * (seed + 1)};
    struct words words = {0};
    size_t patterns = roll(&dice, 4);

    add_year(&words, &dice);
    add_people(&words, &dice);
    add_rates(&words, &dice);
    for (size_t i = 1; i <= patterns; i++) {
        struct text t = words_begin("week w", i);
        text_addf(&t, " name=W%zu", i);
        add_number(&t, &dice, "weeks", 52, 90);
        add_turns(&t, &dice);
        words_end(&words, &t);
    }
    for (size_t i = 1; i <= 1 + roll(&dice, 7); i++)
        add_time(&words, &dice, i, patterns ? patterns : 1);
    for (size_t i = 1; i <= roll(&dice, 5); i++)
        add_cost(&words, &dice, i);
    add_funds(&words, &dice);
    return words;
}

/* Turned, its items stand in the other order; but in a dated year the first pattern that can have
 * a day has it, so those stay. */
static struct plan *plan_of(const struct words *words, bool turned)
{
    struct plan *plan = plan_new();
    bool dated = strstr(words->item[0], "dated");
    assert_non_null(plan);
    for (size_t i = 0; turned && dated && i < words->count; i++)
        if (strncmp(words->item[i], "week ", 5) == 0)
            given(plan, words->item[i]);
    for (size_t i = 0; i < words->count; i++)
        given(plan, words->item[turned ? words->count - 1 - i : i]);
    return plan;
}

static struct budget counted(const struct plan *plan)
{
    struct budget b;
    assert_int_equal(budget_count(plan, &b), ST_OK);
    return b;
}

/* The plan as one string for a message. The test is over: it is never freed. */
static const char *told(const struct words *words)
{
    struct text t = {0};
    for (size_t i = 0; i < words->count; i++)
        text_addf(&t, "%s; ", words->item[i]);
    return text_take(&t);
}

static bool same_columns(const struct columns *a, const struct columns *b)
{
    return a->week == b->week && a->four_weeks == b->four_weeks && a->month == b->month &&
           a->year == b->year;
}

/* What the budget pays regularly, added up once more from the lines. */
static struct columns regular_lines(const struct budget *b)
{
    struct columns sum = {0};
    for (size_t i = 0; i < b->line_count; i++) {
        const struct budget_line *line = &b->lines[i];
        if (!line->year_priced || strcmp(line->fund, "budget") != 0 || line->once ||
            line->set_aside)
            continue;
        sum.week += line->columns.week;
        sum.four_weeks += line->columns.four_weeks;
        sum.month += line->columns.month;
        sum.year += line->columns.year;
    }
    return sum;
}

static pence once_and_set_aside(const struct budget *b)
{
    pence sum = 0;
    for (size_t i = 0; i < b->line_count; i++) {
        const struct budget_line *line = &b->lines[i];
        if (line->year_priced && strcmp(line->fund, "budget") == 0 &&
            (line->once || line->set_aside))
            sum += line->columns.year;
    }
    return sum;
}

static void p1_a_total_is_the_sum_of_the_lines_above_it(void **state)
{
    size_t priced = 0;
    (void)state;
    for (uint64_t seed = first_seed; seed < first_seed + plans; seed++) {
        struct words words = random_words(seed);
        struct plan *plan = plan_of(&words, false);
        struct budget b = counted(plan);
        struct columns sum = regular_lines(&b);
        if (!same_columns(&sum, &b.cost))
            fail_msg("seed %d: %s", (int)seed, told(&words));
        if (once_and_set_aside(&b) != b.once_year + b.set_aside.year)
            fail_msg("seed %d, the year: %s", (int)seed, told(&words));
        if (b.amount_known && b.left.week != b.amounts.week - b.cost.week - b.set_aside.week)
            fail_msg("seed %d, left: %s", (int)seed, told(&words));
        priced += b.cost.year > 0;
        budget_free(&b);
        plan_free(plan);
    }
    assert_true(priced > plans / 2); /* the plans are worth testing with */
}

static void p2_shares_differ_from_the_whole_by_under_a_penny_each(void **state)
{
    struct dice dice = dice_of(2);
    (void)state;
    for (uint64_t i = 0; i < plans; i++) {
        char facts[200];
        uint32_t sharers = 1 + roll(&dice, 6);
        snprintf(facts, sizeof facts,
                 "rate r1 price=%u.%02u unit=hour; time t1 minutes=%u rate=r1;"
                 "time t2 minutes=0 rate=r1 sharing=%u",
                 roll(&dice, 50), roll(&dice, 100), 1 + roll(&dice, 900), sharers);
        struct plan *plan = given_plan(facts);
        minutes length;
        char same[16];
        assert_int_equal(plan_minutes(plan, F_TIME_MINUTES, "t1", &length), KNOWN);
        snprintf(same, sizeof same, "%d", length);
        assert_int_equal(plan_set(plan, F_TIME_MINUTES, "t2", same, PLAN_LAST, NULL), ST_OK);
        struct budget b = counted(plan);
        pence off = b.lines[1].ordinary * sharers - b.lines[0].ordinary;
        if (off <= -(pence)sharers || off >= (pence)sharers)
            fail_msg("%s: off by %d", facts, (int)off);
        budget_free(&b);
        plan_free(plan);
    }
}

static bool same_sums(const struct budget *a, const struct budget *b)
{
    return same_columns(&a->cost, &b->cost) && same_columns(&a->set_aside, &b->set_aside) &&
           same_columns(&a->left, &b->left) && a->once_year == b->once_year &&
           a->not_priced == b->not_priced && a->over == b->over && a->over_by == b->over_by &&
           a->used_hundredths == b->used_hundredths && a->weeks_total == b->weeks_total &&
           a->funds[0].left_year.p == b->funds[0].left_year.p;
}

static bool same_week(const struct budget_pattern *a, const struct budget_pattern *b)
{
    return a->cost == b->cost && a->time.cover == b->time.cover && a->time.paid == b->time.paid &&
           a->time.unpaid == b->time.unpaid;
}

static const struct budget_pattern *pattern_named(const struct budget *b, const char *item)
{
    size_t i = 0;
    while (strcmp(b->patterns[i].item, item) != 0)
        i++;
    return &b->patterns[i];
}

static void p3_the_order_of_lines_changes_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = first_seed; seed < first_seed + plans; seed++) {
        struct words words = random_words(seed);
        struct plan *plan = plan_of(&words, false), *turned = plan_of(&words, true);
        struct budget a = counted(plan), b = counted(turned);
        size_t patterns = a.pattern_count;
        bool same = same_sums(&a, &b) && b.pattern_count == patterns;
        for (size_t i = 0; same && i < patterns; i++)
            same = same_week(&a.patterns[i], pattern_named(&b, a.patterns[i].item));
        if (!same)
            fail_msg("seed %d: %s", (int)seed, told(&words));
        budget_free(&a);
        budget_free(&b);
        plan_free(plan);
        plan_free(turned);
    }
}

/* The same hours on every basis; those of a clock change (01:00 to 02:00) stay in one piece. */
static void p4_dividing_a_line_leaves_its_cost(void **state)
{
    static const char *const years[] = {"52", "365/7", "dated"};
    struct dice dice = dice_of(4);
    (void)state;
    for (uint64_t i = 0; i < plans; i++) {
        char facts[600], days[32];
        int length = 2 + (int)roll(&dice, 600), first = 1 + (int)roll(&dice, (uint32_t)length - 1);
        int start = 120 + (int)roll(&dice, (uint32_t)(MINUTES_DAY - 120 - length));
        int middle = start + first;
        days_print((weekdays)(1 + roll(&dice, WEEKDAYS_ALL)), days);
        for (char *c = days; *c; c++)
            if (*c == ' ')
                *c = ',';
        snprintf(facts, sizeof facts,
                 "plan - year-basis=%s year-start=2027-10-30; supporter s1 kind=pa;"
                 "rate r1 supporter=s1 price=%u.%02u unit=hour;"
                 "rate r2 supporter=s1 price=%u.%02u unit=hour when=bank-holiday;"
                 "time t1 days=%s start=%02d:%02d minutes=%d supporter=s1;"
                 "time t2 days=%s start=%02d:%02d minutes=%d supporter=s1;"
                 "time t3 days=%s start=%02d:%02d minutes=%d supporter=s1",
                 PICK(&dice, years), roll(&dice, 50), roll(&dice, 100), roll(&dice, 50),
                 roll(&dice, 100), days, start / 60, start % 60, length, days, start / 60,
                 start % 60, first, days, middle / 60, middle % 60, length - first);
        struct plan *plan = given_plan(facts);
        struct budget b = counted(plan);
        /* exact halves are equal; each of the three is rounded by half a penny at most */
        pence off = b.lines[1].ordinary + b.lines[2].ordinary - b.lines[0].ordinary;
        pence year = b.lines[1].columns.year + b.lines[2].columns.year - b.lines[0].columns.year;
        if (off < -1 || off > 1 || year < -1 || year > 1)
            fail_msg("%s: off by %d, the year by %d", facts, (int)off, (int)year);
        budget_free(&b);
        plan_free(plan);
    }
}

/*
 * All money by the week or the four weeks: both bases scale cost and budget alike. Each
 * line of the year is rounded to a penny, which moves the share by less than a hundredth
 * of a percent where the budget is above 50 pounds a week.
 */
static void p5_the_share_used_is_the_same_on_both_bases(void **state)
{
    struct dice dice = dice_of(5);
    (void)state;
    for (uint64_t i = 0; i < plans; i++) {
        char facts[400];
        snprintf(facts, sizeof facts,
                 "fund budget amount=%u.%02u every=%s; rate r1 price=%u.%02u unit=hour;"
                 "time t1 minutes=%u rate=r1; cost c1 price=%u.%02u every=4weeks;"
                 "cost c2 price=%u.%02u every=week set-aside=yes",
                 200 + roll(&dice, 400), roll(&dice, 100), chance(&dice, 50) ? "week" : "4weeks",
                 roll(&dice, 30), roll(&dice, 100), 1 + roll(&dice, 900), roll(&dice, 90),
                 roll(&dice, 100), roll(&dice, 20), roll(&dice, 100));
        struct plan *plan = given_plan(facts);
        struct budget by_weeks = counted(plan);
        int64_t weeks = by_weeks.used_hundredths;
        budget_free(&by_weeks);
        given(plan, chance(&dice, 50) ? "plan - year-basis=365/7"
                                      : "plan - year-basis=365/7 year-start=2027-04-01");
        struct budget by_days = counted(plan);
        int64_t off = by_days.used_hundredths - weeks;
        if (off < -1 || off > 1)
            fail_msg("%s: %lld and %lld", facts, (long long)weeks,
                     (long long)by_days.used_hundredths);
        budget_free(&by_days);
        plan_free(plan);
    }
}

/* Cover hangs on less than paid time does: not on the workers, nor on who is there unpaid. */
static bool cover_may_pass(const struct plan *plan)
{
    for (size_t i = 0; i < plan_count(plan, SEC_TIME); i++) {
        struct week_line line = week_line(plan, i);
        bool nobody = !*line.supporter && line.supporter_known && line.payer == PAYER_UNPAID;
        if (line.helped && (!line.workers_known || nobody))
            return true;
    }
    return false;
}

static void p7_cover_is_no_more_than_the_time_of_people(void **state)
{
    size_t compared = 0;
    (void)state;
    for (uint64_t seed = first_seed; seed < first_seed + plans; seed++) {
        struct words words = random_words(seed);
        struct plan *plan = plan_of(&words, false);
        bool may_pass = cover_may_pass(plan);
        for (size_t i = 0; i < week_pattern_count(plan); i++) {
            struct week_time time;
            assert_int_equal(week_count(plan, week_pattern(plan, i), &time), ST_OK);
            if (time.cover < 0 || time.cover > MINUTES_WEEK)
                fail_msg("seed %d, cover %d: %s", (int)seed, (int)time.cover, told(&words));
            if (!may_pass && time.cover > time.paid + time.unpaid)
                fail_msg("seed %d, cover %d: %s", (int)seed, (int)time.cover, told(&words));
            compared += !may_pass;
        }
        plan_free(plan);
    }
    assert_true(compared > plans / 2);
}

/* Week by week nobody is charged more than for four weeks at once, nor than it costs. */
static void p6_a_charge_by_the_week_is_no_more_than_one_by_four(void **state)
{
    struct dice dice = dice_of(6);
    (void)state;
    for (uint64_t i = 0; i < plans; i++) {
        pence costs[52], assessed = roll(&dice, 20000), cost = 0;
        size_t weeks = 1 + roll(&dice, 52);
        for (size_t w = 0; w < weeks; w++)
            cost += costs[w] = chance(&dice, 20) ? 0 : roll(&dice, 40000);
        pence by_week = charge_of(assessed, costs, weeks, 1);
        pence by_four = charge_of(assessed, costs, weeks, 4);
        if (by_week > by_four || by_four > cost || by_four > assessed * (pence)weeks)
            fail_msg("plan %d: %lld, %lld", (int)i, (long long)by_week, (long long)by_four);
    }
}

/* More pay never brings less tax, pension or sick pay; at the threshold there is none. */
static void p8_what_hangs_on_pay_never_falls_when_pay_rises(void **state)
{
    struct dice dice = dice_of(8);
    (void)state;
    for (uint64_t i = 0; i < plans; i++) {
        pence pay = roll(&dice, 500000), more = pay + 1 + roll(&dice, 5000);
        pence threshold = roll(&dice, 60000), upper = threshold + roll(&dice, 400000);
        int64_t points = 1 + roll(&dice, 3000), of = 1 + roll(&dice, 7), days = roll(&dice, 7);
        struct fraction week = fraction_of(pay, 1 + (int)roll(&dice, 5));
        struct fraction dearer = fraction_of(more * week.den + week.num, week.den);
        if (ni_of(threshold, threshold, points) != 0 ||
            ni_of(more, threshold, points) < ni_of(pay, threshold, points) ||
            pension_of(threshold, threshold, upper, points) != 0 ||
            pension_of(more, threshold, upper, points) <
                pension_of(pay, threshold, upper, points) ||
            ssp_of(dearer, days, of) < ssp_of(week, days, of) ||
            ssp_of(week, days + 1, of) < ssp_of(week, days, of))
            fail_msg("plan %d: pay %lld", (int)i, (long long)pay);
    }
}

/* A night that is there in October and in March gains an hour and loses it. */
static void p9_the_clocks_take_back_what_they_give(void **state)
{
    static const char *const starts[] = {"2026-04-01", "2026-10-24", "2027-03-01", "2027-07-01"};
    struct dice dice = dice_of(9);
    (void)state;
    for (uint64_t i = 0; i < plans; i++) {
        char facts[300];
        int start = 1200 + (int)roll(&dice, 240), length = 600 + (int)roll(&dice, 400);
        int price = 1 + (int)roll(&dice, 5000);
        snprintf(facts, sizeof facts,
                 "plan - year-basis=dated year-start=%s; rate r1 price=%d.%02d unit=hour;"
                 "time t1 days=Mon,Tue,Wed,Thu,Fri,Sat,Sun start=%02d:%02d minutes=%d rate=r1",
                 PICK(&dice, starts), price / 100, price % 100, start / 60, start % 60, length);
        struct plan *plan = given_plan(facts);
        struct budget b = counted(plan);
        pence want = fraction_round(fraction_of((wide)price * length * b.year_days, 60));
        if (b.year.clock_count < 2 || b.cost.year != want)
            fail_msg("%s: %lld, not %lld", facts, (long long)b.cost.year, (long long)want);
        budget_free(&b);
        plan_free(plan);
    }
}

/* A stretch of the year, "2026-07-20/2026-08-03", with a comma before it where it is not first. */
static void add_stretch(struct text *t, struct dice *dice)
{
    char from[16], to[16];
    date first = date_of(2027, 4, 1) + (date)roll(dice, 366);
    date_print(first, from);
    date_print(first + 1 + (date)roll(dice, 40), to);
    text_addf(t, "%s%s/%s", t->len ? "," : "", from, to);
}

static struct fraction year_of(const struct plan *plan, const struct budget *b, size_t i)
{
    struct working w;
    assert_int_equal(working_year(plan, b, i, &w), ST_OK);
    return working_sum(&w);
}

/* A line of every week, and the same one in some stretches of the year and in the rest of it. A
 * price by the week that only bank holidays bring is owed for all days of a pattern that has one:
 * dividing the year may leave it out, so there is none here. */
static void p10_a_dated_year_is_the_sum_of_its_parts(void **state)
{
    static const char *const units[] = {"hour", "hour", "visit", "week"};
    static const char *const whens[] = {"any", "weekend", "sunday", "bank-holiday"};
    struct dice dice = dice_of(10);
    (void)state;
    for (uint64_t i = 0; i < plans; i++) {
        struct text facts = {0}, dates = {0}, line = {0};
        for (uint32_t n = 1 + roll(&dice, 4); n > 0; n--)
            add_stretch(&dates, &dice);
        text_addf(&facts,
                  "plan - year-basis=dated year-start=2027-04-01; supporter s1 kind=pa;"
                  "week w1 dates=%s; week w2 name=Rest;",
                  text_str(&dates));
        for (size_t r = 0; r < COUNT(whens); r++)
            if (r == 0 || chance(&dice, 60))
                text_addf(&facts, "rate r%zu supporter=s1 price=%u.%02u unit=%s when=%s;", r + 1,
                          roll(&dice, 40), roll(&dice, 100), units[roll(&dice, r == 3 ? 3 : 4)],
                          whens[r]);
        add_days(&line, &dice);
        text_addf(&line, " start=%02u:%02u minutes=%u supporter=s1 workers=%u sharing=%u",
                  roll(&dice, 24), roll(&dice, 60), 1 + roll(&dice, 2000), 1 + roll(&dice, 3),
                  1 + roll(&dice, 3));
        text_addf(&facts, "time t1%s; time t2 week=w1%s; time t3 week=w2%s", text_str(&line),
                  text_str(&line), text_str(&line));
        struct plan *plan = given_plan(text_str(&facts));
        struct budget b = counted(plan);
        bool priced = b.lines[0].year_priced && b.lines[1].year_priced && b.lines[2].year_priced;
        if (priced) {
            struct fraction whole = year_of(plan, &b, 0);
            struct fraction sum = fraction_add(year_of(plan, &b, 1), year_of(plan, &b, 2));
            if (whole.num * sum.den != sum.num * whole.den)
                fail_msg("%s", text_str(&facts));
            if (fraction_round(whole) != b.lines[0].columns.year)
                fail_msg("%s: %lld", text_str(&facts), (long long)b.lines[0].columns.year);
        }
        budget_free(&b);
        plan_free(plan);
        text_free(&facts);
        text_free(&dates);
        text_free(&line);
    }
}

/*
 * 5.6 weeks of somebody else, who earns holiday too, cost what holiday on top of every hour does:
 * 52 + 5.6 x 1.1207 = 58.27592 weeks, and 52 x 1.1207 = 58.2764. That is half a thousandth of a
 * week's pay, and half a penny a pay day for each rounding.
 */
static void p11_covered_holiday_costs_what_rolled_up_holiday_does(void **state)
{
    static const struct legal_rate accrual = {.value = 1207, .decimals = 2, .kind = RATE_PERCENT};
    static const struct legal_rate weeks = {.value = 56, .decimals = 1, .kind = RATE_NUMBER};
    static const struct legal_rate most = {.value = 28, .kind = RATE_NUMBER};
    static const struct rates none = {NULL, 0, 0};
    const struct law law = {.rates = &none,
                            .every = PAY_WEEK,
                            .holiday_weeks = &weeks,
                            .holiday_days = &most,
                            .accrual = &accrual};
    struct dice dice = dice_of(11);
    (void)state;
    for (uint64_t i = 0; i < plans; i++) {
        pence pay = 1 + roll(&dice, 100000);
        struct job job = {.every = PAY_WEEK,
                          .hours = HOURS_REGULAR,
                          .cover = REPLY_YES,
                          .pay_known = true,
                          .hourly = fraction_of(pay, 1),
                          .flat = {0, 1},
                          .nights = {0, 1},
                          .minutes = {600, 1}};
        struct employer_cost covered, rolled;
        employer_cost_of(&job, &law, 0, &covered);
        job.hours = HOURS_IRREGULAR;
        employer_cost_of(&job, &law, 0, &rolled);
        pence off = rolled.parts[PART_HOLIDAY].year - covered.parts[PART_COVER].year;
        pence slack = pay / 2000 + 27;
        if (covered.parts[PART_COVER].gap || rolled.parts[PART_HOLIDAY].gap || off > slack ||
            off < -slack)
            fail_msg("%lld a week: off by %lld", (long long)pay, (long long)off);
    }
}

/* What is shown of a sum is the sum: every timetable line's terms come to its columns. */
static void the_terms_of_a_line_are_what_it_costs(void **state)
{
    size_t compared = 0;
    (void)state;
    for (uint64_t seed = first_seed; seed < first_seed + plans; seed++) {
        struct words words = random_words(seed);
        struct plan *plan = plan_of(&words, false);
        struct budget b = counted(plan);
        for (size_t i = 0; i < plan_count(plan, SEC_TIME); i++) {
            struct working w;
            if (b.lines[i].payer == PAYER_UNPAID || !b.lines[i].week_priced)
                continue;
            working_week(plan, &b, i, &w);
            bool right = fraction_round(working_sum(&w)) == b.lines[i].ordinary;
            if (b.basis == BASIS_DATED && b.lines[i].year_priced)
                right &= fraction_round(year_of(plan, &b, i)) == b.lines[i].columns.year;
            if (!right)
                fail_msg("seed %d, line %d: %s", (int)seed, (int)i, told(&words));
            compared++;
        }
        budget_free(&b);
        plan_free(plan);
    }
    assert_true(compared > plans / 2);
}

/* Gaps and cover of clock times make the week between them. */
static void gaps_and_cover_make_the_week(void **state)
{
    (void)state;
    for (uint64_t seed = first_seed; seed < first_seed + plans; seed++) {
        struct words words = random_words(seed);
        struct plan *plan = plan_of(&words, false);
        /* what varies, or has no time of day, is in no gap: leave it out */
        for (size_t i = plan_count(plan, SEC_TIME); i-- > 0;)
            if (week_line(plan, i).start < 0)
                assert_int_equal(plan_remove(plan, SEC_TIME, plan_item(plan, SEC_TIME, i), NULL),
                                 ST_OK);
        struct week_gap *gaps;
        size_t count;
        struct week_time time;
        int64_t alone = 0;
        const char *pattern = week_pattern(plan, 0);
        assert_int_equal(week_gaps(plan, pattern, &gaps, &count), ST_OK);
        assert_int_equal(week_count(plan, pattern, &time), ST_OK);
        for (size_t i = 0; i < count; i++)
            alone += gaps[i].until - gaps[i].from;
        if (time.cover && alone + time.cover != MINUTES_WEEK)
            fail_msg("seed %d: %d alone, %d covered: %s", (int)seed, (int)alone, (int)time.cover,
                     told(&words));
        free(gaps);
        plan_free(plan);
    }
}

static uint64_t number_from(const char *name, uint64_t otherwise)
{
    const char *said = getenv(name);
    return said && *said ? strtoull(said, NULL, 10) : otherwise;
}

int main(void)
{
    plans = number_from("PLANS", plans);
    first_seed = number_from("SEED", first_seed);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(p1_a_total_is_the_sum_of_the_lines_above_it),
        cmocka_unit_test(p2_shares_differ_from_the_whole_by_under_a_penny_each),
        cmocka_unit_test(p3_the_order_of_lines_changes_nothing),
        cmocka_unit_test(p4_dividing_a_line_leaves_its_cost),
        cmocka_unit_test(p5_the_share_used_is_the_same_on_both_bases),
        cmocka_unit_test(p6_a_charge_by_the_week_is_no_more_than_one_by_four),
        cmocka_unit_test(p7_cover_is_no_more_than_the_time_of_people),
        cmocka_unit_test(p8_what_hangs_on_pay_never_falls_when_pay_rises),
        cmocka_unit_test(p9_the_clocks_take_back_what_they_give),
        cmocka_unit_test(p10_a_dated_year_is_the_sum_of_its_parts),
        cmocka_unit_test(p11_covered_holiday_costs_what_rolled_up_holiday_does),
        cmocka_unit_test(the_terms_of_a_line_are_what_it_costs),
        cmocka_unit_test(gaps_and_cover_make_the_week),
    };
    return cmocka_run_group_tests_name("properties", tests, NULL, NULL);
}
