/*
 * Where a person can be, and where they are: a stack of places. Every kind of place has a type,
 * which says how its page is made and what it does. What was typed at a place and could not be
 * kept yet is a draft of it.
 */
#ifndef SUPPORTPLAN_PLACE_H
#define SUPPORTPLAN_PLACE_H

#include "supportplan/command.h"
#include "supportplan/form.h"
#include "supportplan/page.h"

/** The kinds of place a person can be in. */
enum place_kind {
    PLACE_START,     /**< the first screen */
    PLACE_WHAT,      /**< what is a support plan */
    PLACE_OPEN,      /**< which file to go on with */
    PLACE_EXAMPLES,  /**< which example */
    PLACE_FORMS,     /**< which form */
    PLACE_KEEP,      /**< where the plan is kept */
    PLACE_KEEP_AS,   /**< in which folder or file */
    PLACE_TASKS,     /**< the task list */
    PLACE_MENU,      /**< what can be done with the plan: text, print, form, rows */
    PLACE_PAGE,      /**< a page of the form */
    PLACE_RECORD,    /**< one record of a table */
    PLACE_FIELD,     /**< one field */
    PLACE_OWN,       /**< the questions of a person's own */
    PLACE_ANSWER,    /**< an answer that the form does not ask for */
    PLACE_WORDS,     /**< whose words an answer is in */
    PLACE_MORE,      /**< more about a question */
    PLACE_ADD_LINE,  /**< a timetable line in one line */
    PLACE_PART,      /**< one part of a timetable line that is being added */
    PLACE_COPY,      /**< to which days a day is copied */
    PLACE_COPY_HOW,  /**< what to do with lines that are there already */
    PLACE_MOVE,      /**< to which start a line is moved */
    PLACE_OFTEN,     /**< every how many weeks a line comes */
    PLACE_TOGETHER,  /**< whether two are meant to be there at once */
    PLACE_EXPLAIN,   /**< how a figure was worked out */
    PLACE_ROWS,      /**< rows that could not be used */
    PLACE_ROW,       /**< one of them */
    PLACE_HELP,      /**< help for the page below */
    PLACE_KEYS,      /**< all keys and words */
    PLACE_NOTICES,   /**< what was found on opening */
    PLACE_FEEDBACK,  /**< one entry of the feedback form */
    PLACE_LEAVE,     /**< a plan that lives nowhere: keep it, or let it go? */
    PLACE_LOOKS,     /**< how the program looks and behaves */
    PLACE_TEN,       /**< I have ten minutes: a short question is offered */
    PLACE_READ,      /**< the plan read a sentence at a time */
    PLACE_HIDDEN,    /**< the screen is hidden */
    PLACE_EMPLOY,    /**< what it costs to employ a supporter */
    PLACE_SAFELY,    /**< employing and buying safely */
    PLACE_PURSE,     /**< what is in the account */
    PLACE_FUNDS,     /**< all the money, fund by fund */
    PLACE_PAYDAYS,   /**< when the money comes */
    PLACE_WHY,       /**< how the figure of a key was worked out */
    PLACE_WHATIF,    /**< something is tried out and compared */
    PLACE_HIRING,    /**< what if somebody is employed in place of a supporter */
    PLACE_MET,       /**< what meets each need */
    PLACE_MET_NEED,  /**< what meets one need */
    PLACE_HELPERS,   /**< who helps how much, paid and unpaid */
    PLACE_REHEARSAL, /**< who comes when somebody can't */
    PLACE_REASONS,   /**< why questions of the check are right as they are */
    PLACE_REASON,    /**< why one of them is */
    PLACE_READY,     /**< which things are ready */
    PLACE_ASKING,    /**< the questions for the care manager */
    PLACE_LIFE,      /**< a week from a life: the form's prompts */
    PLACE_LIFE_PART, /**< one of them */
    PLACE_OFFERS,    /**< what is left still buys, or what would put it right */
    PLACE_VERSIONS,  /**< another version of the plan: what could come back, or another's */
    PLACE_COPIES,    /**< sheets and copies, for whom */
    PLACE_PAPER,     /**< a text that was made of the plan, to be read */
    PLACE_CHANGES,   /**< which version to compare the plan with */
    PLACE_OTHER,     /**< the name of its file */
    PLACE_UNLOCK,    /**< the passphrase of a plan that is to be opened */
    PLACE_LOCK,      /**< a passphrase to lock this plan with */
    PLACE_LEFT,      /**< what is left of the plan on this computer */
    PLACE_TAKE,      /**< into which folder it is taken along */
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
                1];   /**< what a new record belongs to: a price's supporter, a picture's answer */
    enum field given; /**< a field of a new record that is known already, or FIELD_NONE */
    const char *given_value; /**< and what it is: a word that is always there */
    size_t number;           /**< a figure, an odd row, a feedback entry, a day */
    bool walk;               /**< going through a new record field by field */
    size_t focus;            /**< the row in hand */
    bool reading;            /**< a screenful is read, whether the row in hand is on it or not */
    size_t line;             /**< while reading: a line that is in sight, from 0 */
    bool told;               /**< its notice has been said */
};

#define PLACES_MAX 24

/** Text that was typed and could not be kept yet: nothing that is typed is lost. */
struct draft {
    enum place_kind kind;
    enum field field;
    char item[NAME_MAX_LEN + 1];
    size_t section, page, number;
    char *text;
    bool kept;  /**< it has been given to a file of its own */
    bool stood; /**< what it was typed for was there when the plan last changed */
    bool away;  /**< undo took that away; doing it again would bring it back */
};

struct wizard;

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
/** Build the page of where the person is afresh. */
void wizard_rebuild(struct wizard *w);
/** The same, as on coming to a place: the row that is chosen, and the text to begin with. */
void wizard_arrive(struct wizard *w);
/** Put the focus on a row of the page that can be focused; others are left alone. */
void wizard_focus(struct wizard *w, size_t row);

/** A place with its kind and nothing else. */
struct place place_of(enum place_kind kind);
/** The place of a page of the form. */
struct place place_of_page(size_t section, size_t page);
/** Whether what a place is about is still there: undo may have taken its record away. */
bool place_stands(const struct wizard *w, const struct place *place);
/** The form's page of a place, or NULL. */
const struct form_page *place_page(const struct wizard *w, const struct place *place);

/** Keep what is typed as a draft of this place; NULL forgets it. */
void wizard_keep_draft(struct wizard *w, const char *text);
/** Forget what was typed at a place, where the person need not be any more. */
void wizard_forget_draft(struct wizard *w, const struct place *place);
/** The plan has changed, by undo or not: note which drafts still have their place. */
void wizard_place_drafts(struct wizard *w, bool undone);
/** Forget the drafts whose place undo took away: nothing can do it again, and another item may get
 * that number. */
void wizard_drop_away(struct wizard *w);
/** What was kept, or NULL. */
const char *wizard_draft(const struct wizard *w);
/** A draft with words in it whose place is still there, or NULL. */
const struct draft *wizard_any_draft(const struct wizard *w);
/** Add all that was typed and is not kept, a paragraph each: what it was for, and the words. The
 * session has a form where there are drafts. */
void wizard_drafts_words(const struct wizard *w, struct text *out);
/** What is typed and not in the plan, the text in hand last; i from 0. Borrowed until the next
 * event. false past the last. */
bool wizard_typed(const struct wizard *w, size_t i, struct draft *out);
/** Add what a draft was typed for, in words. */
void wizard_draft_subject(const struct wizard *w, const struct draft *draft, struct text *out);
/** Put back what was typed in an earlier session (copied): it is a draft of its place again. ST_OK
 * or ST_NOMEM. */
enum status wizard_bring_draft(struct wizard *w, const struct draft *draft);
/** The place of a draft. */
struct place place_of_draft(const struct draft *draft);
/** Forget every draft. */
void wizard_forget_drafts(struct wizard *w);

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
    /** A letter's key that means something of its own on this page of a screen, before what it is
     * everywhere. false where it does not; NULL where none does. */
    bool (*letter)(struct wizard *w, char letter);
    /** A line that is no command and names no row, as "mon 9-10 wash" at the week. false where the
     * page knows nothing of it either; NULL where it has no such lines. */
    bool (*line)(struct wizard *w, const char *line);
    const char *help;       /**< N_(): a few plain sentences about this kind of page */
    const char *plain_help; /**< N_(): the same for plain lines; NULL where help serves them, too */
    bool keeps_draft;       /**< what is taken stays a draft until the place itself forgets it */
};

/** The type of a place; NULL for a page that the form has not. */
const struct place_type *place_type(const struct wizard *w, const struct place *place);
/** The type of the place where the person is. */
const struct place_type *wizard_type_here(const struct wizard *w);

/* For the rows of place types. */

/** Opening any row goes back. */
void place_open_back(struct wizard *w, const struct row *row);
/** "next" goes back: an empty line in plain mode goes on from a page that is only read. */
bool place_next_back(struct wizard *w, enum command cmd, const char *arg);

#endif
