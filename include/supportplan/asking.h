/*
 * The questions for the care manager: what is not sure yet, not told, wanted or to be asked first.
 * Reads plans only.
 */
#ifndef SUPPORTPLAN_ASKING_H
#define SUPPORTPLAN_ASKING_H

#include "supportplan/check.h"

/** One question, and the fact that answers it. */
struct asked {
    char *words; /**< owned by the list */
    enum section section;
    char item[NAME_MAX_LEN + 1]; /**< "" where the section is meant */
    enum field field;            /**< FIELD_NONE where several fields of an item are */
};

struct asking {
    struct asked *list;
    size_t count, cap;
    bool nomem; /**< sticky: a question could not be added */
};

/**
 * Every question of a plan, in the order in which they are read.
 *
 * @form  may be NULL: then the words of the plan file stand in
 * @out   on ST_OK to be freed with asking_free(); untouched otherwise
 * @return ST_OK or ST_NOMEM
 */
enum status asking_make(const struct plan *plan, const struct form *form,
                        const struct findings *findings, struct asking *out);
/** Free it. Accepts {0}. */
void asking_free(struct asking *asking);

#endif
