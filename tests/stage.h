/*
 * A world that stands still, for tests of the whole program: a folder of its own,
 * nothing in the environment but what is said here, the day 2026-11-21 at 14:02.
 */
#ifndef SUPPORTPLAN_STAGE_H
#define SUPPORTPLAN_STAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#define STAGE_PATHS 8
#define STAGE_PATH_MAX 256

/** How long a test waits for something that must happen, in milliseconds. */
#define STAGE_PATIENCE 60000

struct stage {
    char folder[32];
    char paths[STAGE_PATHS][STAGE_PATH_MAX];
    size_t next_path;
};

/** Some bytes; data has one NUL more than len says. To be freed with bytes_free(). */
struct bytes {
    char *data;
    size_t len;
};

/** How a program ended: its exit status, or 128 and the signal's number. */
struct outcome {
    int status;
    struct bytes out, err;
    double seconds;
};

/** Make the folder. */
void stage_open(struct stage *s);
/** Remove the folder with all that is in it. */
void stage_close(struct stage *s);
/** For cmocka: a stage as a test's state, and its end. */
int stage_set_up(void **state);
int stage_tear_down(void **state);
/** A file's path in the folder. It holds until seven others have been asked for. */
const char *stage_path(struct stage *s, const char *name);
/** Write a file into the folder. */
void stage_write(struct stage *s, const char *name, const char *data, size_t len);
/** Read a file of the folder; data is NULL where there is none. Gives: bytes_free(). */
struct bytes stage_read(struct stage *s, const char *name);
bool stage_has(struct stage *s, const char *name);
/** The program that is tested. */
const char *stage_program(void);
/** A file of the source, such as "tests/screens/start.txt". Holds until the next call. */
const char *stage_source(const char *name);
/** In a child process: become the program, in the folder, with the world's environment. env adds to
 * it or replaces ("TERM=vt100"), and ends with NULL; it may be NULL. Never comes back. */
void stage_exec(const struct stage *s, const char *const argv[], const char *const env[]);
/** Run the program with the words after its name, ended by NULL. input may be NULL for none. Gives:
 * outcome_free(). */
struct outcome stage_run(const struct stage *s, const char *const words[], const char *const env[],
                         const char *input, size_t len);
void outcome_free(struct outcome *o);

/** Append. */
void bytes_add(struct bytes *b, const char *data, size_t len);
void bytes_free(struct bytes *b);
/** The folder's name is another each time: put in one that is always the same and as long. */
void stage_mask(const struct stage *s, struct bytes *b);
/** Hold text against a file of the source, or with UPDATE=1 write that file. false where they
 * differ; what differs is told on standard error. */
bool stage_matches(const char *name, const struct bytes *text);

/** Milliseconds on a clock that only goes forward. */
long now_ms(void);

/** What is known of a program that is watched: how often it went to sleep by its own will. */
struct watch {
    pid_t pid;
    unsigned long sleeps;
};
/** Begin to watch, or note that something was just given to it. */
void watch_mark(struct watch *w);
/** Whether the program has gone to sleep since the mark and waits, without limit, for something to
 * read. Where the kernel does not tell, whether it sleeps at all. */
bool watch_waits(const struct watch *w);
/** How long the program has worked, ever, in milliseconds; -1 where the kernel does not tell. */
long watch_worked_ms(const struct watch *w);

#endif
