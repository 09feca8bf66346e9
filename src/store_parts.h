/*
 * What the parts of store share.
 */
#ifndef STORE_PARTS_H
#define STORE_PARTS_H

#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "supportplan/store.h"

/* A name can have 255 bytes; what we put round one of ours adds less than is left of it. */
#define NAME_KEPT 200
#define TEMP_ROOM (NAME_KEPT + 48)

/* A file that is to be written: its folder, held open, and its name in it. */
struct spot {
    int folder;
    char *name;
    bool there;      /* it exists, and is a regular file */
    struct stat was; /* of the file that is there */
};

/* Open a regular file to be read, without waiting for it; -1 and errno. */
int store_open_regular(const char *path);
/* Find where a file really is: a link is followed, so that it stays a link. To be let go with
 * store_forget() whatever came of it; it begins as {.folder = -1}. */
enum status store_find(const char *path, struct spot *spot, struct fault *fault);
void store_forget(struct spot *spot);
/* The hidden name of a file of ours beside a file: .NAME.ENDING. A long name is cut, between two
 * characters. */
void store_hidden_name(const char *name, const char *ending, char out[TEMP_ROOM]);
/* Make a file of a name that nobody has: its descriptor, or -1 and errno. */
int store_temp(const struct spot *spot, char out[TEMP_ROOM]);
/* Fill the temporary file, write it to the disk and close it. 0, or the code of what went wrong. */
int store_fill(int fd, const struct spot *spot, const char *bytes, size_t len);
/* Put the temporary file in the place of the one that is there; where another program holds that
 * for a moment, wait for it. 0 or a code. */
int store_replace(const struct spot *spot, const char *temp);
/* Give the temporary file a name that nobody has: EEXIST where somebody does. 0 or a code. */
int store_take_name(const struct spot *spot, const char *temp, const char *name);
/* Write all, whatever comes between. false with errno. */
bool store_write_all(int fd, const char *bytes, size_t len);
/* Wait until it is on the disk; a disk that can't be asked is good enough. false with errno. */
bool store_sync(int fd);
/* Read a file of a folder, as store_read() does. */
enum status store_read_at(int folder, const char *name, size_t max, struct text *out,
                          struct fault *fault);

/* What went wrong, in a sentence; code is an errno. */
enum status store_not_read(struct fault *fault, int code);
enum status store_not_written(struct fault *fault, int code);
enum status store_no_memory(struct fault *fault);
enum status store_not_regular(struct fault *fault, mode_t mode);
enum status store_too_large(struct fault *fault, size_t max);
enum status store_taken(struct fault *fault);

#endif
