/*
 * Every kind of place a person can be in, one row each. A row is in the room that makes its
 * page; places.c puts them in one table.
 */
#ifndef SUPPORTPLAN_PLACES_H
#define SUPPORTPLAN_PLACES_H

#include "supportplan/place.h"

/* start, keep */
extern const struct place_type start_place, what_place, open_place, examples_place, forms_place,
    keep_place, keep_as_place, leave_place, hidden_place;

/* tasks, sums, todo, odd, help */
extern const struct place_type tasks_place, menu_place, money_page, explain_place, check_page,
    rows_place, row_place, help_place, more_place, keys_place, notices_place;

/* versions */
extern const struct place_type versions_place;

/* passphrase */
extern const struct place_type unlock_place, lock_place;
/* left */
extern const struct place_type left_place, take_place;

/* looks */
extern const struct place_type looks_place;

/* question, own, field, record, listing, checklist, feedback */
extern const struct place_type question_page, answer_place, own_place, words_place, field_page,
    field_place, record_place, listing_page, checklist_page, feedback_page, feedback_place;

/* employing, purse, offers, funds, paydays, why, whatif, hiring */
extern const struct place_type employing_place, safely_place, purse_place, offers_place,
    funds_place, paydays_place, why_place, whatif_place, hiring_place;

/* life */
extern const struct place_type life_place, life_part_place;

/* reasons, ask */
extern const struct place_type reasons_place, reason_place, ready_place, ask_place;

/* met, helpers, rehearsal */
extern const struct place_type met_place, met_need_place, helpers_place, rehearsal_place;

/* copies, paper */
extern const struct place_type copies_place, paper_place;

/* changes */
extern const struct place_type changes_place, other_place;

/* ten, aloud */
extern const struct place_type ten_place, aloud_place;

/* timetable */
extern const struct place_type week_page, add_line_place, part_place, copy_place, copy_how_place,
    move_place, together_place, often_place;

#endif
