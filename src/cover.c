#include "supportplan/cover.h"

static void add_row(const struct plan *plan, const char *row, struct cover *one)
{
    const enum known who = plan_said(plan, F_COVER_WHO, row);
    const enum known when = plan_known(plan, F_COVER_WHEN, row);
    const bool always = when == NOT_GIVEN || plan_is(plan, F_COVER_WHEN, row, "both");
    one->any = one->any || who == KNOWN;
    if (who == NOT_GIVEN)
        one->nameless = row;
    if (who != KNOWN || when == NOT_SURE) {
        one->begun = row;
        one->unsure = one->unsure || who != NOT_GIVEN;
        return;
    }
    one->ill = one->ill || always || plan_is(plan, F_COVER_WHEN, row, "ill");
    one->holiday = one->holiday || always || plan_is(plan, F_COVER_WHEN, row, "holiday");
}

/* A row for "?" may be for any of them. */
void cover_find(const struct plan *plan, struct cover *all)
{
    bool open = false;
    for (size_t i = 0; i < plan_count(plan, SEC_COVER); i++) {
        const char *row = plan_item(plan, SEC_COVER, i);
        const size_t place =
            plan_place(plan, SEC_SUPPORTER, plan_str(plan, F_COVER_SUPPORTER, row));
        open = open || plan_known(plan, F_COVER_SUPPORTER, row) == NOT_SURE;
        if (place != PLAN_LAST)
            add_row(plan, row, &all[place]);
    }
    for (size_t i = 0; i < plan_count(plan, SEC_SUPPORTER); i++)
        all[i].unsure = all[i].unsure || open;
}

bool cover_enough(const struct cover *one, bool paid)
{
    return paid ? one->ill && one->holiday : one->any;
}

bool cover_is_firm(const struct plan *plan, const char *supporter)
{
    static const char *const firms[] = {"agency", "day-service", "council", "nhs", "community"};
    for (size_t i = 0; i < sizeof firms / sizeof *firms; i++)
        if (plan_is(plan, F_SUPPORTER_KIND, supporter, firms[i]))
            return true;
    return false;
}
