/*
 * How a call went, and the sentence for it.
 * Lowest room of the house: it includes nothing of ours.
 */
#ifndef SUPPORTPLAN_STATUS_H
#define SUPPORTPLAN_STATUS_H

#include <libintl.h>
#include <stddef.h>

/** A sentence that a person reads, in their language. */
#define _(sentence) gettext(sentence)
/** A sentence in a table: marked here, looked up with _() where it is shown. */
#define N_(sentence) (sentence)

/** How a call went. Zero is success. */
enum status {
    ST_OK = 0,
    ST_NOMEM,   /**< there is no memory left; nothing was changed */
    ST_SYNTAX,  /**< the words are not in the form that was expected */
    ST_RANGE,   /**< the value is too large or too small */
    ST_UNKNOWN, /**< there is no such name */
    ST_REFUSED, /**< the file is not one this program can use */
    ST_LIMIT,   /**< the file is larger than this program reads */
    ST_EXISTS,  /**< there is a file of that name already */
    ST_IO,      /**< the computer could not read or write */
    ST_LOCKED,  /**< the file is locked, and its passphrase is not known */
};

/** The sentence of last resort for a status; never NULL. Borrowed for ever. */
const char *status_text(enum status st);

/** What went wrong and where: set by readers, in a fixed buffer so that telling needs no memory. */
struct fault {
    enum status status;
    size_t line;    /**< line of the file, from 1; 0 where no line is meant */
    char text[512]; /**< one or two plain sentences, without the file's name */
};

/**
 * Fill in a fault.
 *
 * @fault  may be NULL: then only the status is handed through
 * @line   from 1, or 0
 * @return st, so that a reader can say: return fault_set(...)
 */
enum status fault_set(struct fault *fault, enum status st, size_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
