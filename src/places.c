#include "supportplan/places.h"

#include "supportplan/wizard.h"

static const struct place_type *const places[PLACE_COUNT] = {
    [PLACE_START] = &start_place,       [PLACE_WHAT] = &what_place,
    [PLACE_OPEN] = &open_place,         [PLACE_EXAMPLES] = &examples_place,
    [PLACE_FORMS] = &forms_place,       [PLACE_KEEP] = &keep_place,
    [PLACE_KEEP_AS] = &keep_as_place,   [PLACE_TASKS] = &tasks_place,
    [PLACE_MENU] = &menu_place,         [PLACE_RECORD] = &record_place,
    [PLACE_FIELD] = &field_place,       [PLACE_WORDS] = &words_place,
    [PLACE_MORE] = &more_place,         [PLACE_ADD_LINE] = &add_line_place,
    [PLACE_PART] = &part_place,         [PLACE_COPY_HOW] = &copy_how_place,
    [PLACE_TOGETHER] = &together_place, [PLACE_COPY] = &copy_place,
    [PLACE_MOVE] = &move_place,         [PLACE_EXPLAIN] = &explain_place,
    [PLACE_ROWS] = &rows_place,         [PLACE_ROW] = &row_place,
    [PLACE_HELP] = &help_place,         [PLACE_KEYS] = &keys_place,
    [PLACE_NOTICES] = &notices_place,   [PLACE_FEEDBACK] = &feedback_place,
    [PLACE_TEN] = &ten_place,           [PLACE_READ] = &aloud_place,
    [PLACE_LEAVE] = &leave_place,       [PLACE_HIDDEN] = &hidden_place,
    [PLACE_OWN] = &own_place,           [PLACE_ANSWER] = &answer_place,
    [PLACE_EMPLOY] = &employing_place,  [PLACE_SAFELY] = &safely_place,
    [PLACE_PURSE] = &purse_place,       [PLACE_LOOKS] = &looks_place,
    [PLACE_OFFERS] = &offers_place,     [PLACE_FUNDS] = &funds_place,
    [PLACE_PAYDAYS] = &paydays_place,   [PLACE_WHY] = &why_place,
    [PLACE_WHATIF] = &whatif_place,     [PLACE_HIRING] = &hiring_place,
    [PLACE_MET] = &met_place,           [PLACE_MET_NEED] = &met_need_place,
    [PLACE_REASONS] = &reasons_place,   [PLACE_REASON] = &reason_place,
    [PLACE_READY] = &ready_place,       [PLACE_ASKING] = &ask_place,
    [PLACE_LIFE] = &life_place,         [PLACE_LIFE_PART] = &life_part_place,
    [PLACE_HELPERS] = &helpers_place,   [PLACE_REHEARSAL] = &rehearsal_place,
    [PLACE_LEFT] = &left_place,         [PLACE_TAKE] = &take_place,
    [PLACE_VERSIONS] = &versions_place, [PLACE_OFTEN] = &often_place,
    [PLACE_COPIES] = &copies_place,     [PLACE_PAPER] = &paper_place,
    [PLACE_CHANGES] = &changes_place,   [PLACE_OTHER] = &other_place,
    [PLACE_UNLOCK] = &unlock_place,     [PLACE_LOCK] = &lock_place,
};

/* A page of the form has a type of its own for what it asks or shows. */
static const struct place_type *const pages[] = {
    [PAGE_QUESTION] = &question_page, [PAGE_FIELD] = &field_page,
    [PAGE_TABLE] = &listing_page,     [PAGE_CHECKLIST] = &checklist_page,
    [PAGE_WEEK] = &week_page,         [PAGE_MONEY] = &money_page,
    [PAGE_CHECK] = &check_page,       [PAGE_FEEDBACK] = &feedback_page,
};

const struct place_type *place_type(const struct wizard *w, const struct place *place)
{
    const struct form_page *page = place_page(w, place);
    if (place->kind != PLACE_PAGE)
        return places[place->kind];
    return page ? pages[page->kind] : NULL;
}

const struct place_type *wizard_type_here(const struct wizard *w)
{
    return place_type(w, wizard_at(w));
}
