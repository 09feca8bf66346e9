/*
 * The session: an event comes in, the plan is changed, effects go out.
 * Help and questions are pages of it, not loops. It never sees a file, a clock or
 * a screen: main carries its effects out and tells it how they went.
 */
#ifndef SUPPORTPLAN_WIZARD_H
#define SUPPORTPLAN_WIZARD_H

#include "supportplan/check.h"
#include "supportplan/command.h"
#include "supportplan/page.h"
#include "supportplan/textedit.h"

/** What the outside world must now do; bits that don't overlap. */
enum effect {
    FX_NONE = 0,
    FX_SAVE = 1 << 0,    /**< write the plan to path; then wizard_saved() */
    FX_CREATE = 1 << 1,  /**< the same, never over a file that is there */
    FX_TEXT = 1 << 2,    /**< write the readable page beside the plan; then wizard_told() */
    FX_PRINT = 1 << 3,   /**< hand the readable page to the printer; then wizard_told() */
    FX_OPEN = 1 << 4,    /**< read the plan at asked; then wizard_opened() or wizard_told() */
    FX_EXAMPLE = 1 << 5, /**< read the example called asked; then wizard_opened() */
    FX_FORM = 1 << 6,    /**< read the form called asked; then wizard_form() */
    FX_FEEDBACK =
        1 << 7, /**< write asked_text to a file of its own beside the plan; then wizard_told() */
    FX_BELL = 1 << 8,     /**< the person's attention is needed */
    FX_REDRAW = 1 << 9,   /**< paint the whole screen afresh */
    FX_SUSPEND = 1 << 10, /**< stop until the shell goes on */
    FX_PLAIN = 1 << 11,   /**< go on in plain lines */
    FX_SCREEN = 1 << 12,  /**< go on on the screen */
    FX_QUIT = 1 << 13,    /**< leave; everything that could be kept is */
};

/** The kinds of place a person can be in. */
enum place_kind {
    PLACE_START,    /**< the first screen */
    PLACE_WHAT,     /**< what is a support plan */
    PLACE_OPEN,     /**< which file to go on with */
    PLACE_EXAMPLES, /**< which example */
    PLACE_FORMS,    /**< which form */
    PLACE_KEEP,     /**< where the plan is kept */
    PLACE_KEEP_AS,  /**< in which folder or file */
    PLACE_TASKS,    /**< the task list */
    PLACE_MENU,     /**< what can be done with the plan: text, print, form, rows */
    PLACE_PAGE,     /**< a page of the form */
    PLACE_RECORD,   /**< one record of a table */
    PLACE_FIELD,    /**< one field */
    PLACE_WORDS,    /**< whose words an answer is in */
    PLACE_MORE,     /**< more about a question */
    PLACE_ADD_LINE, /**< a timetable line in one line */
    PLACE_COPY,     /**< to which days a day is copied */
    PLACE_MOVE,     /**< to which start a line is moved */
    PLACE_EXPLAIN,  /**< how a figure was worked out */
    PLACE_ROWS,     /**< rows that could not be used */
    PLACE_ROW,      /**< one of them */
    PLACE_HELP,     /**< help for the page below */
    PLACE_KEYS,     /**< all keys and words */
    PLACE_NOTICES,  /**< what was found on opening */
    PLACE_FEEDBACK, /**< one entry of the feedback form */
    PLACE_LEAVE,    /**< a plan that lives nowhere: keep it, or let it go? */
    PLACE_HIDDEN,   /**< the screen is hidden */
    PLACE_COUNT
};

/** A place, and what it is about. */
struct place {
    enum place_kind kind;
    size_t section, page; /**< PLACE_PAGE: numbers in the form, from 0 */
    enum section table;   /**< PLACE_RECORD, PLACE_FIELD */
    enum field field;     /**< PLACE_FIELD */
    char item[NAME_MAX_LEN +
              1]; /**< the record, the answer or the line in hand; "" for one not begun */
    char parent[NAME_MAX_LEN +
                1]; /**< what a new record belongs to: a price's supporter, a picture's answer */
    size_t number;  /**< a figure, an odd row, a feedback entry, a day */
    bool walk;      /**< going through a new record field by field */
    size_t focus;   /**< the row in hand */
    bool told;      /**< its notice has been said */
};

#define PLACES_MAX 24

/** Text that was typed and could not be kept yet: nothing that is typed is lost. */
struct draft {
    enum place_kind kind;
    enum field field;
    char item[NAME_MAX_LEN + 1];
    size_t section, page, number;
    char *text;
};

/** An action of the person, which undo turns round as one. */
struct action {
    char *name; /**< "copy Monday to four days" */
    struct edits edits;
};

/** Something a person can choose from: a form or an example. Strings owned. */
struct offer {
    char *name, *title, *about;
};

/** What a session is told of the world when it begins; all borrowed during the call. */
struct wizard_world {
    date today;
    const char *folder; /**< the folder a plan is offered to be kept in */
    const struct offer *forms;
    size_t form_count;
    const struct offer *examples;
    size_t example_count;
};

/** The whole session. Open to the rooms of its floor and, const, to paint and linear. */
struct wizard {
    struct plan *plan;       /**< NULL before one is begun */
    const struct form *form; /**< NULL before one is chosen; main's, borrowed */
    struct budget budget;    /**< of the plan as it is now */
    struct findings findings;
    struct notices notices; /**< of the opening */
    struct plan_opening opening;
    date today;
    char *folder;
    struct offer *forms, *examples;
    size_t form_count, example_count;

    struct place places[PLACES_MAX];
    size_t depth; /**< how many; the last is where the person is */
    struct page page;
    struct textedit edit; /**< the edit row's text */
    struct draft *drafts;
    size_t draft_count;

    struct action action; /**< being done */
    struct action *done;
    size_t done_count;
    struct action *undone;
    size_t undone_count;

    char *path;       /**< where the plan is kept; NULL while it lives nowhere */
    char *saved_at;   /**< "14:02", or NULL */
    bool unsaved;     /**< there are changes that path has not */
    bool save_failed; /**< the last save could not be done */
    bool is_example;  /**< an example is being looked at: nothing is kept */
    bool leaving;
    char pattern[NAME_MAX_LEN + 1]; /**< the week that is shown */
    bool week_list;                 /**< the week as a list, not a grid */
    int edit_cols;                  /**< width of the edit row, from the face */
    int page_rows;                  /**< rows of the face's page */
    bool plain;                     /**< the face is plain lines */

    char *message;    /**< what was just done, or what to put right */
    bool trouble;     /**< the message is about something to put right */
    bool recounted;   /**< figures changed since the message before */
    char *asked;      /**< the effect's path or name */
    char *asked_text; /**< the effect's text */
    unsigned effects; /**< gathered during an event */
};

/** Begin a session on the first screen. NULL where there is no memory. */
struct wizard *wizard_new(const struct wizard_world *world);
/** End a session and free what it holds, the plan too. Accepts NULL. */
void wizard_free(struct wizard *w);

/* Events. Each returns the effects to be carried out, in the order of enum effect. */

/** A command, with the words that follow it ("" where none). */
unsigned wizard_command(struct wizard *w, enum command cmd, const char *arg);
/** Typed or pasted text for the edit row. */
unsigned wizard_type(struct wizard *w, const char *s, size_t len, bool paste);
/** A whole line or answer, as plain mode has it: a command's word, a number, the beginning of a
 * row's words, or an answer. */
unsigned wizard_line(struct wizard *w, const char *line);
/** Whether typed letters are text, not commands. */
bool wizard_typing(const struct wizard *w);
/** Put the focus on a row of the page that can be focused; others are left alone. */
void wizard_focus(struct wizard *w, size_t row);

/* How effects went. */

/** A plan was read. Takes plan, and the notices of opening. path is copied; NULL for an example.
 * fresh: it is new, begin with the form's choice. */
void wizard_opened(struct wizard *w, struct plan *plan, struct plan_opening *opening,
                   const char *path, bool fresh);
/** A form was read: it is borrowed until another is given, or the session ends. */
void wizard_form(struct wizard *w, const struct form *form);
/** The plan was saved at a time of day ("14:02"). */
void wizard_saved(struct wizard *w, const char *at);
/** The plan is kept in a file from now on: FX_CREATE went well. path is copied. */
void wizard_kept(struct wizard *w, const char *path, const char *at);
/** It was not. sentence says why (copied). */
void wizard_not_saved(struct wizard *w, const char *sentence);
/** Something to tell a person. */
void wizard_told(struct wizard *w, const char *sentence, bool trouble);
/** The face has this many rows and columns for a page. */
void wizard_size(struct wizard *w, int rows, int cols);

/** How far a section of the form is. */
struct progress {
    size_t asked, answered; /**< pages that count, and those with an answer */
    size_t to_look_at;      /**< findings (MUST and ASK) that belong to it */
};
/** How far section number i is. */
struct progress wizard_progress(const struct wizard *w, size_t section);
/** Whether a page of the form has been answered. Pages that only show something are never. */
bool wizard_page_answered(const struct wizard *w, const struct form_page *page);
/** Whether a page is asked of this person: not the contribution's amount where there is none, and
 * the like. */
bool wizard_page_applies(const struct wizard *w, const struct form_page *page);
/** Whether a field is asked of a record: not a partner question of an agency, and the like. */
bool wizard_field_applies(const struct wizard *w, enum field field, const char *item);
/** The item that a field of the form's pages belongs to: "budget" for the fund's, else "". */
const char *wizard_page_item(enum field field);

/* For the rooms that make pages (start, tasks, question, timetable). */

/** Where the person is. */
struct place *wizard_here(struct wizard *w);
const struct place *wizard_at(const struct wizard *w);
/** Go to a place, from which "back" comes here again. */
void wizard_go(struct wizard *w, struct place place);
/** Go to a place instead of this one. */
void wizard_turn(struct wizard *w, struct place place);
/** Step back to the place before. */
void wizard_back(struct wizard *w);
/** Forget the places above the task list, and be there. */
void wizard_home(struct wizard *w);
/** Begin an action with a name for undo (a printf format). */
void wizard_begin(struct wizard *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
/** Put a field within an action. place is PLAN_LAST for the end. */
enum status wizard_set(struct wizard *w, enum field field, const char *item, const char *value);
/** End an action: it can be undone from now on; figures are counted; the plan is to be saved. */
void wizard_end(struct wizard *w);
/** Give an action up: what it did is turned round. */
void wizard_drop(struct wizard *w);
/** Say what was done. */
void wizard_say(struct wizard *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
/** Say what is to be put right. */
void wizard_trouble(struct wizard *w, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/** Ask the outside world for something. asked may be NULL. */
void wizard_ask(struct wizard *w, enum effect effect, const char *asked);
/** Build the page of where the person is afresh. */
void wizard_rebuild(struct wizard *w);
/** Keep what is typed as a draft of this place; NULL forgets it. */
void wizard_keep_draft(struct wizard *w, const char *text);
/** What was kept, or NULL. */
const char *wizard_draft(const struct wizard *w);
/** A place with its kind and nothing else. */
struct place place_of(enum place_kind kind);
/** The place of a page of the form. */
struct place place_of_page(size_t section, size_t page);
/** The place where a finding or a field can be put right. */
struct place place_of_fact(const struct wizard *w, enum section section, const char *item,
                           enum field field);
/** The form's page of a place, or NULL. */
const struct form_page *place_page(const struct wizard *w, const struct place *place);

/** How the pages of a place are made and what they do. */
struct place_type {
    /** Make the page. */
    void (*build)(const struct wizard *w, const struct place *here, struct page *page);
    /** Open the focused row; NULL where there is none. */
    void (*open)(struct wizard *w, const struct row *row);
    /** What the edit row begins with, to be freed; NULL is "". */
    char *(*text)(const struct wizard *w, const struct place *here);
    /** Take what was typed. false where it can't be accepted (the message says why): the person
     * stays. */
    bool (*take)(struct wizard *w, const char *text);
    /** After what was typed was taken by Enter, F2 or a line: go on to what comes next. */
    void (*next)(struct wizard *w);
    /** A command of the page's own. false where it is not one. */
    bool (*command)(struct wizard *w, enum command cmd, const char *arg);
    const char *help; /**< N_(): a few plain sentences about this kind of page */
    bool keeps_draft; /**< what is taken stays a draft until the place itself forgets it */
};

/** The rooms' places. */
extern const struct place_type start_places[PLACE_COUNT];
extern const struct place_type task_places[PLACE_COUNT];
extern const struct place_type question_places[PLACE_COUNT];
extern const struct place_type timetable_places[PLACE_COUNT];

#endif
