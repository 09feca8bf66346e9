/*
 * The session: an event comes in, the plan is changed, effects go out.
 * Help and questions are pages of it, not loops. It never sees a file, a clock or
 * a screen: main carries its effects out and tells it how they went.
 */
#ifndef SUPPORTPLAN_WIZARD_H
#define SUPPORTPLAN_WIZARD_H

#include "supportplan/action.h"
#include "supportplan/check.h"
#include "supportplan/entry.h"
#include "supportplan/event.h"
#include "supportplan/hints.h"
#include "supportplan/left.h"
#include "supportplan/paper.h"
#include "supportplan/passphrase.h"
#include "supportplan/place.h"
#include "supportplan/settings.h"
#include "supportplan/textedit.h"
#include "supportplan/versions.h"

/** What the outside world must now do; bits that don't overlap. */
enum effect {
    FX_NONE = 0,
    FX_SAVE = 1 << 0,    /**< write the plan to path; then wizard_saved() */
    FX_CREATE = 1 << 1,  /**< the same, never over a file that is there */
    FX_TEXT = 1 << 2,    /**< write the page for whom asked says beside the plan; then
                              wizard_told() */
    FX_PRINT = 1 << 3,   /**< hand that page to the printer; then wizard_told() */
    FX_OPEN = 1 << 4,    /**< read the plan at asked; then wizard_opened() or wizard_told() */
    FX_EXAMPLE = 1 << 5, /**< read the example called asked; then wizard_opened() */
    FX_FORM = 1 << 6,    /**< read the form called asked; then wizard_form() */
    FX_FEEDBACK =
        1 << 7, /**< write asked_text to a file of its own beside the plan; then wizard_told() */
    FX_BELL = 1 << 8,      /**< the person's attention is needed */
    FX_REDRAW = 1 << 9,    /**< paint the whole screen afresh */
    FX_SUSPEND = 1 << 10,  /**< stop until the shell goes on */
    FX_PLAIN = 1 << 11,    /**< go on in plain lines */
    FX_READER = 1 << 12,   /**< go on in screen-reader lines */
    FX_SCREEN = 1 << 13,   /**< go on on the full screen */
    FX_QUIT = 1 << 14,     /**< leave; everything that could be kept is */
    FX_EDITOR = 1 << 15,   /**< open the answer in hand in the person's own editor; then
                                wizard_edited() or wizard_told() */
    FX_SETTINGS = 1 << 17, /**< settings were changed: use them, and remember them */
    FX_BROUGHT = 1 << 18,  /**< the other version was brought back: once that is saved, it may go */
    FX_LET_GO = 1 << 19,   /**< the other version is let go for good */
    FX_TAKE = 1 << 21,     /**< open the plan at asked to write in, whoever else has it open */
    FX_TAKE_ALL = 1 << 20, /**< another's version is saved apart: what was chosen takes its place */
    FX_PAPER = 1 << 22,    /**< make the page for whom asked says; then copies_show() */
    FX_OTHERS = 1 << 23,   /**< which other versions lie beside the plan? then changes_found() */
    FX_CHANGES = 1 << 24,  /**< what changed since the file asked? then changes_show() or
                                wizard_told() */
    FX_UNLOCK = 1 << 25,   /**< open the plan at pass.path with the passphrase that was typed; then
                                wizard_opened() or passphrase_ask() */
    FX_LOCK = 1 << 26,     /**< lock the plan with that, or where it is none, take its lock off;
                                then passphrase_done() or wizard_told() */
    FX_WORDS = 1 << 27,    /**< choose words for a passphrase; then passphrase_offer() */
    FX_LEFT = 1 << 28,     /**< which files of the plan are there? then left_show() */
    FX_CARRY = 1 << 29,    /**< take the plan along to the folder asked; then left_show() or
                                wizard_told() */
    FX_CLEAR = 1 << 30,    /**< take away here the pictures that were taken along; then left_show()
                            */
    FX_LOOK = 1 << 16,     /**< which pictures lie beside the plan? then attachment_looked() */
};

/** Something a person can choose from: a form or an example. Strings owned. */
struct offer {
    char *name, *title, *about;
};

/** What a session is told of the world when it begins; all borrowed during the call. */
struct wizard_world {
    date today;
    const char *folder;        /**< the folder a plan is offered to be kept in */
    const struct offer *forms; /**< may come later: wizard_offers() */
    size_t form_count;
    const struct offer *examples;
    size_t example_count;
    const struct settings *settings; /**< NULL: what is usual, of somebody who has none yet */
    bool private;                    /**< nothing of this session is to stay behind */
    bool own_editor;                 /**< the person has named an editor of their own */
};

/** What a face shows of a page that may be longer than its screen. {0} where nothing is known. */
struct seen {
    size_t screen, screens; /**< which screenful, from 0, of how many */
    size_t from, until;     /**< its lines of the page: until is the first one below it */
    bool below;             /**< there is one */
    size_t first, last;     /**< the rows of the page that it begins and ends with */
    bool focus_hidden;      /**< the row in hand is not on it */
    int edit_cols;          /**< how wide typed text is shown; 0 where there is none */
    int edit_lead;          /**< columns of its first line that its label takes */
};

/** The whole session. Open to the rooms of its floor and, const, to paint and linear. */
struct wizard {
    struct plan *plan;               /**< NULL before one is begun */
    const struct form *form;         /**< NULL before one is chosen; main's, borrowed */
    const struct holidays *holidays; /**< one-off bank holidays, or NULL; main's, borrowed */
    struct budget budget;            /**< of the plan as it is now */
    const struct rates
        *rates; /**< legal rates, or NULL while they are not read; main's, borrowed */
    const struct spending *spending; /**< the guide, or NULL; likewise */
    struct employer employer;        /**< the people whom the plan employs, as it is now */
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

    bool trying;          /**< something is tried out: it is not saved */
    size_t tried_from;    /**< while trying: the actions from here on are tried */
    struct action action; /**< being done */
    struct action *done;
    size_t done_count;
    struct action *undone;
    size_t undone_count;

    struct version version; /**< another version of the plan, beside this one */
    struct paper paper;     /**< the text that is read, of the plan as it is */
    char *others;           /**< files with other versions of the plan: changes_found() */
    char *sticks;           /**< folders that look like sticks: left_sticks() */
    char *nearby;           /**< plans in the folder: keep_nearby(); NULL while nobody looked */

    struct passphrase pass; /**< that the plan is locked, and what is typed to lock or open one */

    char *path;       /**< where the plan is kept; NULL while it lives nowhere */
    char *missing;    /**< pictures whose files are not beside the plan: attachment_looked() */
    char *saved_at;   /**< "14:02", or NULL */
    bool unsaved;     /**< there are changes that path has not */
    bool held;        /**< a change was turned round: the plan is open to read only */
    bool lent;        /**< nobody can tell whether another computer still writes in it */
    bool save_failed; /**< the last save could not be done */
    bool tell_saved;  /**< a save was asked for by name: it is told when it is done */
    bool is_example;  /**< an example is being looked at: nothing is kept */
    bool leaving;
    bool leave_asked;  /**< the last key asked whether to leave: once more leaves */
    bool kept_quietly; /**< what is in hand was kept while it was typed: that is still to be said */
    enum field answered_too; /**< what the last answer said of the field beside; or FIELD_NONE */
    size_t typed_number;     /**< of keys with a digit, one behind the other; 0 for none */
    char pattern[NAME_MAX_LEN + 1]; /**< the week that is shown */
    bool week_list;                 /**< the week as a list, not a grid */
    struct entry entry;             /**< the timetable line that is being added */
    size_t moment_row;              /**< the row of the week's page that moment belongs to */
    minutes moment;                 /**< a moment of the week in hand, from Monday; -1: none */
    int edit_cols;                  /**< width of the edit row, from the face */
    int edit_lead;                  /**< and columns of its first line that its label takes */
    int page_rows;                  /**< rows of the face's page */
    struct seen seen;               /**< what of the page the face shows */
    struct settings settings;       /**< what the person likes; other is the door's */
    bool newcomer;                  /**< there are no settings of theirs yet */
    bool private;                   /**< nothing of this session is to stay behind */
    bool own_editor;                /**< the person has named an editor of their own */
    enum mode mode;                 /**< how the session is shown, from the face */

    struct hints_state hints;
    bool returned;  /**< a plan that was begun before was opened, and nothing done yet */
    size_t read_to; /**< how many sentences were said yes to, where it is read aloud */

    /** Whether these words open the plan's lock, asked of the door; NULL where the plan has none.
     */
    bool (*opens)(void *door, const char *words);
    void *door; /**< given to it; borrowed */

    char *message;    /**< what was just done, or what to put right */
    char *last_words; /**< the message where there is no memory for another; always there */
    unsigned long
        said;       /**< how often something was said: a message may lie where the last one did */
    bool trouble;   /**< the message is about something to put right */
    bool went_over; /**< this event made the plan go over its budget */
    bool recounted; /**< figures changed since the message before */
    struct text total; /**< the running total as it was last said; empty: not said yet */
    bool said_before;  /**< the message is of an earlier event: it stays on a screen until something
                          else is said or another page comes, so that nothing goes by itself */
    struct left left;  /**< what was found of the plan's files: left_show() */
    char *asked;       /**< the effect's path or name */
    char *asked_text;  /**< the effect's text */
    unsigned effects;  /**< gathered during an event */
};

/** Begin a session on the first screen. NULL where there is no memory. */
struct wizard *wizard_new(const struct wizard_world *world);
/** End a session and free what it holds, the plan too. Accepts NULL. */
void wizard_free(struct wizard *w);

/** Tell a session of the forms and examples that there are (copied), in the place of those it
 * knows. Where there is no memory, it goes on with those. */
void wizard_offers(struct wizard *w, const struct offer *forms, size_t form_count,
                   const struct offer *examples, size_t example_count);

/* How effects went. */

/** A plan was read. Takes plan, and the notices of opening. path is copied; NULL for an example.
 * fresh: it is new, begin with the form's choice. */
void wizard_opened(struct wizard *w, struct plan *plan, struct plan_opening *opening,
                   const char *path, bool fresh);
/** A form was read: it is borrowed until another is given, or the session ends. */
void wizard_form(struct wizard *w, const struct form *form);
/** The legal rates and the spending guide were read: borrowed until the session ends. */
void wizard_guides(struct wizard *w, const struct rates *rates, const struct spending *spending);
/** The plan was saved at a time of day ("14:02"). */
void wizard_saved(struct wizard *w, const char *at);
/** The plan is in another file from now on (copied), and saved there. */
void wizard_moved(struct wizard *w, const char *path, const char *at);
/** The changes are on the disk, though the plan's file has not got them yet. */
void wizard_noted(struct wizard *w, const char *at);
/** The plan is kept in a file from now on: FX_CREATE went well. path is copied. */
void wizard_kept(struct wizard *w, const char *path, const char *at);
/** It was not. sentence says why (copied). */
void wizard_not_saved(struct wizard *w, const char *sentence);
/** Something to tell a person. */
void wizard_told(struct wizard *w, const char *sentence, bool trouble);
/** The session is shown in this mode from now on. What is in hand stays in hand. */
void wizard_mode(struct wizard *w, enum mode mode);
/**
 * The face has this many rows for a page, and this many columns.
 * @return whether another number of rows than before, so that the page may be another one
 */
bool wizard_size(struct wizard *w, int rows, int cols);
/** Whether the face's window has so few columns that keys and totals are said in fewer words. */
bool wizard_is_narrow(const struct wizard *w);

/** The face shows this much of the page. */
void wizard_shown(struct wizard *w, struct seen seen);

/* For the rooms of the session. */

/** Free a message of the wizard's; but the one that is kept for want of memory stays. */
void wizard_unsay(const struct wizard *w, char *message);
/** Forget what an earlier event said; what this one says stays. */
void wizard_hush(struct wizard *w);
/** What is said where there is no memory to say anything else. */
const char *wizard_no_memory(void);
/** Say what was done. */
void wizard_say(struct wizard *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
/** Say what is to be put right. */
void wizard_trouble(struct wizard *w, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/** Ask the outside world for something. asked may be NULL. */
void wizard_ask(struct wizard *w, enum effect effect, const char *asked);
/** Whether a hidden screen may be shown again to who typed these words: anybody, where the plan has
 * no lock. */
bool wizard_opens(const struct wizard *w, const char *words);
/** Count the figures and the findings of the plan as it is now. */
void wizard_recount(struct wizard *w);

#endif
