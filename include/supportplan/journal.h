/*
 * What was said since the plan's file was written <-> bytes: so that nothing is lost when the
 * computer stops, or the file can't be written.
 * Given bytes, gives bytes; never opens a file.
 */
#ifndef SUPPORTPLAN_JOURNAL_H
#define SUPPORTPLAN_JOURNAL_H

#include "supportplan/text.h"

/*
 * A journal follows texts that have names: the plan as its file would have it (JOURNAL_PLAN), and
 * what is being typed. A record says how one text changed: an offset, how much goes, what comes.
 * All that one action changes is one record. A record's checksum goes on from the one before, so
 * what can be read is always a beginning of what was written, and never anything else. A record
 * of the plan also says what it comes to: so a journal knows which files it can go on from.
 */

/** No record is larger. */
#define JOURNAL_RECORD_MAX ((size_t)4 << 20)
/** The name of the plan's text. */
#define JOURNAL_PLAN "plan"

/** A text and its name. Owned. */
struct journal_text {
    char *name;
    struct text text;
};

/** The texts as the records so far have them. {0} is one that has not begun. */
struct journal {
    struct journal_text *list; /**< the first is the plan */
    size_t count, cap;
    uint32_t check; /**< of the last record */
};

/** Free what it holds; {0} after. */
void journal_free(struct journal *j);
/**
 * Begin a journal over a plan's file that holds len bytes.
 * @out  the bytes that a journal begins with are added to it on ST_OK
 * @return ST_OK or ST_NOMEM
 */
enum status journal_begin(struct journal *j, const char *plan, size_t len, struct text *out);
/**
 * Note what a text is now. A new name is a text that was empty; now NULL: it is done with.
 * @out  on ST_OK the record is added to it: nothing where nothing changed
 * @return ST_OK; ST_NOMEM, or ST_LIMIT where the record would be too large: nothing is changed
 */
enum status journal_put(struct journal *j, const char *name, const char *now, size_t len,
                        struct text *out);
/** What a text is now; NULL where it is not followed. Borrowed until the next change. */
const struct text *journal_get(const struct journal *j, const char *name);

/** What reading a journal gave. */
struct journal_found {
    struct journal now; /**< its texts at the end; journal_free(). Without a plan where none fits */
    size_t good;        /**< so many bytes of its beginning are whole */
    bool fits;          /**< it goes on from this plan, or from what it was before */
    bool plan_noted;    /**< some change of a plan is in it, whether it fits or not */
    size_t changes;     /**< how many changes of the plan came after what the file holds */
};

/**
 * Read a journal over a plan's file. Bytes that are torn, or not a journal's, end it.
 * @out  set on ST_OK, untouched otherwise
 * @return ST_OK, ST_NOMEM, or ST_REFUSED where it does not even begin like a journal
 */
enum status journal_read(const char *bytes, size_t len, const char *plan, size_t plan_len,
                         struct journal_found *out);

#endif
