/*
 * Text being typed: one line or many, in grapheme clusters, with undo by runs.
 * Knows nothing of keys or screens: it is told operations and a width.
 */
#ifndef SUPPORTPLAN_TEXTEDIT_H
#define SUPPORTPLAN_TEXTEDIT_H

#include "supportplan/softwrap.h"

/** What can be done beside typing. */
enum textedit_op {
    TE_LEFT,
    TE_RIGHT,
    TE_UP,
    TE_DOWN,
    TE_LINE_START,
    TE_LINE_END,
    TE_WORD_LEFT,
    TE_WORD_RIGHT,
    TE_START,
    TE_FINISH,
    TE_BACKSPACE,
    TE_DELETE,
    TE_DELETE_WORD,
    TE_DELETE_TO_END,
    TE_DELETE_TO_START,
    TE_UNDO,
    TE_REDO,
};

/** One change, for undo: at byte at, removed was replaced by inserted. Owned. */
struct textedit_change {
    size_t at;
    char *removed, *inserted;
    size_t removed_len, inserted_len;
    bool run; /**< typing that may still grow */
};

/** Text in hand. {0} is empty. at is always at the start of a cluster. */
struct textedit {
    struct text text;
    size_t at;            /**< the insertion point, in bytes */
    struct softwrap wrap; /**< its lines at the width asked for last, kept while it changes */
    bool one_line;        /**< newlines that are typed or pasted become blanks */
    int want_col;         /**< column that up and down keep to; -1 where none */
    bool changed;         /**< since textedit_set() */
    struct textedit_change *done;
    size_t done_count, done_cap;
    size_t undone; /**< how many of done, from its end, are undone */
};

/** Begin with a string (copied), the insertion point at its end, nothing to undo. ST_OK or ST_NOMEM
 * (then empty). */
enum status textedit_set(struct textedit *te, const char *s, bool one_line);
/** Free what it holds and make it empty. */
void textedit_free(struct textedit *te);
/** The same, and what was typed does not stay in memory: for a passphrase. */
void textedit_wipe(struct textedit *te);
/**
 * Type or paste len bytes of UTF-8 at the insertion point.
 * CR LF and CR are newlines; a tab becomes a blank; other control characters are left out; a paste
 * is one step to undo. A letter and its accent become one character where there is one (NFC). ST_OK
 * or ST_NOMEM (then nothing changed).
 */
enum status textedit_insert(struct textedit *te, const char *s, size_t len, bool paste);
/** Replace all of it by len bytes of UTF-8, cleaned as by textedit_insert(): one step to undo.
 * ST_OK or ST_NOMEM (then nothing changed). */
enum status textedit_replace_all(struct textedit *te, const char *s, size_t len);
/** Find the lines that it is shown in, cols wide and rows at a time (1 or more each), the first one
 * behind a lead of so many columns: from now on those round the insertion point are known. */
void textedit_wrap(struct textedit *te, int cols, int lead, int rows);
/**
 * Do an operation.
 * @cols   width that the text is shown in, for up and down; 1 or more
 * @return whether anything changed or moved
 */
bool textedit_do(struct textedit *te, enum textedit_op op, int cols);
/** Whether there is something to undo, or to redo. */
bool textedit_can_undo(const struct textedit *te);
bool textedit_can_redo(const struct textedit *te);

#endif
