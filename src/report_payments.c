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

enum status report_payments_csv(const struct plan *plan, const struct budget *budget,
                                struct text *out)
{
    struct payments all = payments_of(plan, budget);
    char day[16];

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
