/*
 * What a page of the wizard says, row by row, before anybody decides where it is
 * put: the same rows are painted on a screen or printed as lines.
 */
#ifndef SUPPORTPLAN_PAGE_H
#define SUPPORTPLAN_PAGE_H

#include "supportplan/budget.h"

/** What a row is. */
enum row_role {
    ROW_TEXT,    /**< words to read */
    ROW_HEADING, /**< the name of what follows */
    ROW_ITEM,    /**< something to open, choose or do: can be focused */
    ROW_EDIT,    /**< where text is typed: can be focused; at most one a page */
    ROW_FIGURE,  /**< a sum in its columns: can be focused */
    ROW_ERROR,   /**< something to put right */
    ROW_GAP,     /**< a blank line on a screen; nothing in lines */
};

/** What opening a row does that stands on every page where text is typed. */
enum page_act { ACT_UNDO_TYPING = -1, ACT_REDO_TYPING = -2 };

/** One row of a page. Strings are owned; "" where there is nothing to say. */
struct row {
    enum row_role role;
    char *text;    /**< the words */
    char *state;   /**< ROW_ITEM: the state, said right after the name */
    char *word;    /**< ROW_ITEM: what can be typed for it in plain mode beside its number, or "" */
    int act;       /**< what opening it does: a number of the page's own, from 1 */
    size_t number; /**< an argument of act */
    char item[NAME_MAX_LEN + 1]; /**< an item that it is about, or "" */
    enum field field;            /**< a field that it is about, or FIELD_NONE */
    int day;                     /**< the week page: 0 to 6, 7 where days vary; else -1 */
    int indent;                  /**< 0 or more */
    struct columns columns;      /**< ROW_FIGURE */
    bool known, year_only;       /**< ROW_FIGURE: whether columns say anything, and which */
    bool chosen; /**< ROW_ITEM: the answer that is given now: the focus begins here */
};

/** A page. {0} is an empty one. */
struct page {
    char *title;    /**< where you are */
    char *position; /**< "Question 2 of 4", or "" */
    char *prompt;   /**< what plain mode asks with, or "" */
    char *hint;     /**< the keys of this page, for a screen's last line */
    struct row *rows;
    size_t count, cap;
    bool numbered; /**< a screen shows the numbers of its items: row->number + 1 */
    bool by_group; /**< lines for speech and braille show one heading's items at a time */
    int several; /**< the act of items of which several can be chosen in one line, "1-3 5"; or 0 */
    int listed;  /**< the act of items that delete takes by their numbers; 0 where it takes none */
    bool long_text; /**< its edit row may hold several lines */
    bool secret;    /**< what is typed in its edit row is not shown */
    bool asks;      /**< it begins at what is to be answered, else at its first words */
    bool nomem;     /**< sticky: something could not be added */
};

/** Free what a page holds and make it empty. */
void page_clear(struct page *page);
/** Set a string of the page, or of a row of it (copied). */
void page_say(struct page *page, char **which, const char *words);
/** Add a row; its words are copied. Returned for what more there is to say of it: valid until the
 * next row; never NULL (a spare one after a failure). */
struct row *page_add(struct page *page, enum row_role role, const char *text);
/** Add an item with what opening it does. */
struct row *page_item(struct page *page, const char *text, int act);
/** Add an item that a word chooses, too (copied). */
struct row *page_choice(struct page *page, const char *text, int act, const char *word);
/** Where the page has an edit row, add rows that do what the keys for undo and redo do to its text,
 * for who has not those keys. */
void page_typing_rows(struct page *page);
/** Mark a row as the answer that is given, in words too. */
void page_row_choose(struct page *page, struct row *row);
/** Add words to read; nothing where words is NULL or "". */
void page_words(struct page *page, const char *words);
/** Whether a row can be focused. */
bool row_focusable(const struct row *row);
/** The row that can be focused nearest to i, from i on and then back; count where there is none. */
size_t page_focusable(const struct page *page, size_t i);
/** A figure's row as one line: "Left: 4.53 a week, 18.14 every 4 weeks, 235.82 a year (52 weeks)".
 */
void page_figure_words(const struct row *row, const struct budget *budget, struct text *out);
/** The same, to be heard: a line for each period, "Left: 4.53 a week", each with its newline. */
void page_figure_lines(const struct row *row, const struct budget *budget, struct text *out);
/** The number of the edit row, or count. */
size_t page_edit_row(const struct page *page);
/** The row that a word opens, borrowed; NULL where none has it. */
const struct row *page_row_of_word(const struct page *page, const char *word);

#endif
