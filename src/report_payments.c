/*
 * The payments of a plan year, on paper: the rows of a table for scripts.
 */
#include "supportplan/payments.h"
#include "supportplan/report.h"

static void money_row(struct text *out, size_t number, const char *key, bool known, pence p)
{
    char room[MONEY_ROOM];
    text_addf(out, "pay.%zu.%s,%s\n", number, key, known ? money_print(p, room) : "");
}

/* What a letter says, where the plan has it. */
static void letter_rows(struct text *out, const struct payment_told *told)
{
    char room[MONEY_ROOM];

    if (!told->told)
        return;
    text_addf(out, "letter.payment,%s\n", money_print(told->says, room));
    text_addf(out, "letter.difference,%s\n",
              told->known ? money_print(told->difference, room) : "");
}

enum status report_payments_csv(const struct plan *plan, const struct budget *budget,
                                struct text *out)
{
    struct payments all = payments_of(plan, budget);
    struct payment_told told = payments_told(plan, budget, &all);
    char day[16];

    letter_rows(out, &told);
    for (size_t i = 0; i < all.count; i++) {
        const struct payment *p = &all.list[i];
        text_addf(out, "pay.%zu.date,%s\n", i + 1, date_print(p->day, day));
        text_addf(out, "pay.%zu.days,%d\n", i + 1, p->days);
        money_row(out, i + 1, "gross", true, p->gross);
        money_row(out, i + 1, "contribution", all.contribution_known, p->contribution);
        money_row(out, i + 1, "amount", all.contribution_known || !all.net, p->arrives);
        money_row(out, i + 1, "planned", true, p->planned);
    }
    return text_status(out);
}
