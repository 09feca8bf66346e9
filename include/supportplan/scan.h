/*
 * What a person typed, cut into numbers, words and signs: for the readers of
 * dates, times and lengths. Knows no words of its own and no locale.
 */
#ifndef SUPPORTPLAN_SCAN_H
#define SUPPORTPLAN_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum token_kind {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_WORD, /**< in small letters; "" for one that is longer than any we know */
    TOKEN_PART, /**< a half, quarter or third in one character: value in sixtieths */
    TOKEN_SIGN,
};

struct token {
    enum token_kind kind;
    int32_t value; /**< numbers beyond a thousand million are read as that */
    int digits;    /**< of a number, as typed */
    bool apart;    /**< there are blanks before it */
    char sign;
    char word[16];
};

/** Where a reader is. Copy it to look ahead. */
struct scan {
    const char *s;  /**< borrowed: what is not read yet */
    struct token t; /**< the one in hand */
};

/** Begin at the first token of a NUL-terminated string. Borrows it. */
struct scan scan_begin(const char *s);
/** Go to the next token. */
void scan_next(struct scan *sc);
/** Whether everything is read. */
bool scan_at_end(const struct scan *sc);
/** Whether the word in hand is one of a list, which has a blank before and after each: " am pm ".
 */
bool scan_at_word(const struct scan *sc, const char *list);
/** The same, and go past it. */
bool scan_take_word(struct scan *sc, const char *list);
/** Whether the sign in hand is one of those in a string. Dashes of every length are read as '-'. */
bool scan_at_sign(const struct scan *sc, const char *signs);
/** The same, and go past it. */
bool scan_take_sign(struct scan *sc, const char *signs);
/** The place, from 0, of the first name that a word is or begins, with so many letters or more; -1:
 * none. */
int scan_name(const char *word, const char *const *names, int count, size_t shortest);

#endif
