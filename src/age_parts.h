/*
 * What the parts of age share.
 */
#ifndef AGE_PARTS_H
#define AGE_PARTS_H

#include "supportplan/age.h"

#define FILE_KEY 16
#define SALT 16
#define WRAPPED 32 /* a file key and the tag that seals it */
#define MAC 32
#define KEY 32
/* Of a nonce before the payload, or a log. */
#define NONCE 16
#define TAG 16

/* What a header says. */
struct age_header {
    unsigned char salt[SALT], wrapped[WRAPPED], mac[MAC];
    int work;
    size_t signed_len; /* so many bytes of it the MAC is of */
    size_t len;
};

/* The line that a file begins with, newline and all. */
extern const char age_magic[];

/* Read a header. AGE_OK, AGE_STRANGE, AGE_HEADER, AGE_KEYS or AGE_HARD. */
enum age_outcome age_header_read(const char *bytes, size_t len, struct age_header *out);
/* Write the header of a file key that is wrapped, and sign it. Untouched on ST_NOMEM. */
enum status age_header_write(const struct age_header *header, const unsigned char *file_key,
                             struct text *out);
/* Whether a header is the one that was signed with a file key. */
bool age_header_signed(const char *bytes, const struct age_header *header,
                       const unsigned char *file_key);
/* HKDF-SHA256 of a file key. */
void age_derive(const unsigned char *file_key, const unsigned char *salt, size_t salt_len,
                const char *info, unsigned char out[KEY]);
/* Do the work, and find the file key. AGE_OK, AGE_MEMORY or AGE_WRONG. */
enum age_outcome age_unwrap(const struct age_pass *pass, const struct age_header *header,
                            unsigned char file_key[FILE_KEY]);

#endif
