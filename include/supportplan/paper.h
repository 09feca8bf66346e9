/*
 * Text that was made of the plan for somebody, on a page: a sheet, a copy, what changed. It is only
 * read there; a file or a print is made of it where the person asks for one.
 */
#ifndef SUPPORTPLAN_PAPER_H
#define SUPPORTPLAN_PAPER_H

struct wizard;

/** A text to be read. Strings owned; NULL is "". {0} is none. */
struct paper {
    char *title; /**< what it is */
    char *whom;  /**< whom it is for, as `text --for` understands it; "" where it can't be kept */
    char *told;  /**< what to know before it is shared */
    char *text;  /**< the page, each paragraph on a line of its own */
};

/** Free what it holds; {0} after. */
void paper_free(struct paper *paper);
/** Show a text. Takes it. */
void paper_show(struct wizard *w, struct paper *paper);
/** Ask for the text for somebody to be saved beside the plan: FX_TEXT. A plan that is kept nowhere
 * yet has no place for it, which is said. */
void paper_save(struct wizard *w, const char *whom);
/** Ask for it to be printed: FX_PRINT. */
void paper_print(struct wizard *w, const char *whom);

#endif
