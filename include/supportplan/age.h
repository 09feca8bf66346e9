/*
 * Bytes <-> the same bytes locked with a passphrase, as age does (age-encryption.org/v1), so that
 * any age program opens a plan that was locked here.
 * Given bytes, gives bytes: no files, no clock, no terminal. The only room that sees libsodium.
 */
#ifndef SUPPORTPLAN_AGE_H
#define SUPPORTPLAN_AGE_H

#include "supportplan/text.h"

/** What a locked file is called behind the plan's own name. It is known by its bytes, never by
 * this.
 */
#define AGE_ENDING ".age"

/** How opening went. */
enum age_outcome {
    AGE_OK,
    AGE_STRANGE, /**< it is no age file, nor of a version that this program knows */
    AGE_HEADER,  /**< what stands before the words is damaged */
    AGE_KEYS,    /**< it is locked with keys, not with a passphrase */
    AGE_HARD,    /**< it asks for more work than this program does */
    AGE_MEMORY,  /**< this computer has not the memory that it asks for */
    AGE_WRONG,   /**< another passphrase */
    AGE_DAMAGED, /**< the words are damaged */
    AGE_SHORT,   /**< the words are cut short */
    AGE_NOMEM,   /**< there is no memory left for the words */
};
#define AGE_OUTCOMES (AGE_NOMEM + 1)

/** The sentence for an outcome; never NULL. Borrowed for ever. */
const char *age_text(enum age_outcome outcome);

/** What to say where a plan that is not locked was to have the name of a locked one. Borrowed for
 * ever. */
const char *age_name_text(void);

/** The work of trying one passphrase is 2 to the power of this, and so is the memory, in KiB. */
#define AGE_WORK_MIN 16  /**< what is written takes as much at least: 64 MiB */
#define AGE_WORK_MAX 18  /**< and no more, so that a small computer opens it too: 256 MiB */
#define AGE_WORK_READ 20 /**< what is read may take as much: 1 GiB */
/** So much is done to find out how fast a computer is. */
#define AGE_WORK_PROBE 14

/**
 * How much work a computer should put into its locks: about a second, in an eighth of its memory.
 *
 * @memory  of the computer, in bytes; 0 where nobody knows
 * @probe   how long age_probe() took, in milliseconds
 * @return  AGE_WORK_MIN to AGE_WORK_MAX
 */
int age_work(uint64_t memory, long probe);
/** Do the work of AGE_WORK_PROBE once, for nothing. */
void age_probe(void);

/** A passphrase, in memory that is never swapped out, and wiped when it goes. {0} is none. */
struct age_pass {
    char *bytes; /**< without a NUL */
    size_t len;
};

/** Copy a passphrase in the place of the one there was; ST_OK or ST_NOMEM. */
enum status age_pass_set(struct age_pass *pass, const char *bytes, size_t len);
/** Wipe it; {0} after. */
void age_pass_free(struct age_pass *pass);
/** Whether a passphrase is these bytes. */
bool age_pass_is(const struct age_pass *pass, const char *bytes, size_t len);

/** The key of one locked file, and the header that only its passphrase opens. {0} is none. */
struct age_key {
    unsigned char *secret; /**< 16 bytes, kept as a passphrase is */
    struct text header;
};

/** Wipe it; {0} after. */
void age_key_free(struct age_key *key);
/** Whether bytes begin with the header that a key belongs to. */
bool age_key_opens(const struct age_key *key, const char *bytes, size_t len);

/** Whether bytes begin as an age file does. */
bool age_is(const char *bytes, size_t len);

/**
 * Lock bytes with a passphrase. What comes out was opened again, and compared.
 *
 * @work  1 to AGE_WORK_READ
 * @out   the locked bytes are added to it on AGE_OK, untouched otherwise
 * @key   set on AGE_OK in the place of what it held; may be NULL
 * @return AGE_OK, AGE_MEMORY, AGE_NOMEM; AGE_DAMAGED where it did not open again
 */
enum age_outcome age_lock(const struct age_pass *pass, int work, const char *bytes, size_t len,
                          struct text *out, struct age_key *key);
/**
 * Open locked bytes. Nothing comes out unless all of it is whole.
 *
 * @out  the bytes are added to it on AGE_OK, untouched otherwise
 * @key  set on AGE_OK in the place of what it held; may be NULL
 */
enum age_outcome age_open(const struct age_pass *pass, const char *bytes, size_t len,
                          struct text *out, struct age_key *key);

/*
 * A log that grows by messages, each sealed and numbered. What is read of it is always a beginning
 * of what was written. It begins with the header of a locked file, so that the passphrase opens it,
 * and nothing else does; a key of its own comes from that file's.
 */

/** A log that is being written. {0} is none. */
struct age_log {
    unsigned char *secret; /**< 32 bytes, kept as a passphrase is */
    uint64_t count;        /**< of messages so far */
};

/** Wipe its key; {0} after. */
void age_log_free(struct age_log *log);
/**
 * Begin a log, in the place of the one there was.
 * @out  what it begins with is added to it on ST_OK
 * @return ST_OK or ST_NOMEM
 */
enum status age_log_begin(struct age_log *log, const struct age_key *key, struct text *out);
/** Seal a message: out gets what is to be added to the log. Nothing for one that is empty. ST_OK or
 * ST_NOMEM. */
enum status age_log_seal(struct age_log *log, const char *bytes, size_t len, struct text *out);
/** Whether bytes begin as such a log does. */
bool age_log_is(const char *bytes, size_t len);
/**
 * Open a log: what its messages say, one after another, up to the first that is not whole.
 *
 * @key   the one that it was begun with, where that is known: then there is no work to do
 * @pass  tried where that is another; may be {0}
 * @out   the bytes are added to it on AGE_OK, untouched otherwise
 * @return AGE_OK, AGE_STRANGE, AGE_HEADER, AGE_HARD, AGE_MEMORY, AGE_WRONG, AGE_NOMEM
 */
enum age_outcome age_log_open(const struct age_key *key, const struct age_pass *pass,
                              const char *bytes, size_t len, struct text *out);

/** A number below limit (1 or more), each as likely as any other. */
uint32_t age_random(uint32_t limit);

#endif
