/*
 * What stands before the words of an age file: read so strictly that there is one way only to write
 * what it says.
 */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "age_parts.h"

const char age_magic[] = "age-encryption.org/v1\n";
#define MAGIC_LEN (sizeof age_magic - 1)
/* A line of a stanza's body. A shorter one ends it. */
#define BODY_LINE 64
/* Base64 of 32 bytes, without padding. */
#define BASE64_32 43
#define STANZAS_MAX 64

/* A line without its newline. */
struct line {
    const char *at;
    size_t len;
};

struct reader {
    const char *at, *end;
};

static bool next_line(struct reader *r, struct line *line)
{
    const char *stop = r->at < r->end ? memchr(r->at, '\n', (size_t)(r->end - r->at)) : NULL;
    if (!stop)
        return false;
    *line = (struct line){r->at, (size_t)(stop - r->at)};
    r->at = stop + 1;
    return true;
}

/* A line of base64, spelled in the one way there is: the library takes some bytes that are no
 * letters for letters. As many letters stand for the bytes again, if not the same. */
static bool decode_line(struct line from, unsigned char out[BODY_LINE], size_t *got)
{
    char again[2 * BODY_LINE] = "";
    const int variant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
    if (from.len > BODY_LINE ||
        sodium_base642bin(out, BODY_LINE, from.at, from.len, NULL, got, NULL, variant))
        return false;
    sodium_bin2base64(again, sizeof again, out, *got, variant);
    return memcmp(again, from.at, from.len) == 0;
}

/* Exactly so many bytes. */
static bool decode(struct line from, unsigned char *out, size_t len)
{
    unsigned char bytes[BODY_LINE];
    size_t got = 0;
    if (!decode_line(from, bytes, &got) || got != len)
        return false;
    memcpy(out, bytes, len);
    return true;
}

/* The next word of a line; false where there is none, or it is not spelled as words are. */
static bool next_word(struct line *line, struct line *word)
{
    size_t n = 0;
    while (n < line->len && line->at[n] > ' ' && line->at[n] < 0x7f)
        n++;
    *word = (struct line){line->at, n};
    if (n == 0 || (n < line->len && (line->at[n] != ' ' || n + 1 == line->len)))
        return false;
    size_t gone = n + (n < line->len);
    line->at += gone;
    line->len -= gone;
    return true;
}

static bool is_word(struct line word, const char *s)
{
    return word.len == strlen(s) && memcmp(word.at, s, word.len) == 0;
}

/* A word that is a number without a sign, and without noughts before it. A very large one is only
 * that. */
static bool read_work(struct line word, int *out)
{
    int n = 0;
    if (word.at[0] == '0')
        return false;
    for (size_t i = 0; i < word.len; i++) {
        if (word.at[i] < '0' || word.at[i] > '9')
            return false;
        if (n < 10000)
            n = n * 10 + (word.at[i] - '0');
    }
    *out = n;
    return true;
}

/* The rest of the line "-> scrypt SALT WORK", and its body. */
static bool read_scrypt(struct line args, struct reader *r, struct age_header *out)
{
    struct line salt, work, body;
    return next_word(&args, &salt) && decode(salt, out->salt, SALT) && next_word(&args, &work) &&
           args.len == 0 && read_work(work, &out->work) && next_line(r, &body) &&
           body.len == BASE64_32 && decode(body, out->wrapped, WRAPPED);
}

/* A stanza of another kind: what it says is not ours to know, but how it is spelled is. */
static bool skip_stanza(struct line args, struct reader *r)
{
    struct line word, body;
    unsigned char bytes[BODY_LINE];
    size_t got;
    while (args.len > 0)
        if (!next_word(&args, &word))
            return false;
    do {
        if (!next_line(r, &body) || !decode_line(body, bytes, &got))
            return false;
    } while (body.len == BODY_LINE);
    return true;
}

/* Stanzas up to the line that signs them. */
static bool read_stanzas(struct reader *r, struct line *last, int *ours, int *others,
                         struct age_header *out)
{
    struct line line, kind;
    while (next_line(r, &line)) {
        if (line.len >= 3 && memcmp(line.at, "---", 3) == 0) {
            *last = line;
            return true;
        }
        if (line.len < 3 || memcmp(line.at, "-> ", 3) != 0 || *ours + *others == STANZAS_MAX)
            return false;
        line = (struct line){line.at + 3, line.len - 3};
        if (!next_word(&line, &kind))
            return false;
        bool scrypt = is_word(kind, "scrypt");
        if (scrypt ? !read_scrypt(line, r, out) : !skip_stanza(line, r))
            return false;
        *(scrypt ? ours : others) += 1;
    }
    return false;
}

bool age_is(const char *bytes, size_t len)
{
    /* Of another version it is an age file too, though not one that can be opened here. */
    static const char name[] = "age-encryption.org/";
    return len >= sizeof name - 1 && memcmp(bytes, name, sizeof name - 1) == 0;
}

enum age_outcome age_header_read(const char *bytes, size_t len, struct age_header *out)
{
    struct age_header h = {0};
    struct line last;
    int ours = 0, others = 0;
    if (len < MAGIC_LEN || memcmp(bytes, age_magic, MAGIC_LEN) != 0)
        return AGE_STRANGE;
    struct reader r = {bytes + MAGIC_LEN, bytes + len};
    if (!read_stanzas(&r, &last, &ours, &others, &h) || last.len != 4 + BASE64_32 ||
        last.at[3] != ' ' || !decode((struct line){last.at + 4, BASE64_32}, h.mac, MAC))
        return AGE_HEADER;
    /* A passphrase stands alone: whoever adds a key to it would open the file without. */
    if (ours > 1 || (ours && others) || ours + others == 0)
        return AGE_HEADER;
    if (others)
        return AGE_KEYS;
    if (h.work > AGE_WORK_READ)
        return AGE_HARD;
    h.signed_len = (size_t)(last.at + 3 - bytes);
    h.len = (size_t)(r.at - bytes);
    *out = h;
    return AGE_OK;
}

void age_derive(const unsigned char *file_key, const unsigned char *salt, size_t salt_len,
                const char *info, unsigned char out[KEY])
{
    static const unsigned char one = 1;
    unsigned char middle[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, salt, salt_len);
    crypto_auth_hmacsha256_update(&state, file_key, FILE_KEY);
    crypto_auth_hmacsha256_final(&state, middle);
    crypto_auth_hmacsha256_init(&state, middle, sizeof middle);
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)info, strlen(info));
    crypto_auth_hmacsha256_update(&state, &one, 1);
    crypto_auth_hmacsha256_final(&state, out);
    sodium_memzero(middle, sizeof middle);
    sodium_memzero(&state, sizeof state);
}

static void sign(const char *bytes, size_t len, const unsigned char *file_key,
                 unsigned char mac[MAC])
{
    static const unsigned char no_salt;
    unsigned char key[KEY];
    age_derive(file_key, &no_salt, 0, "header", key);
    crypto_auth_hmacsha256(mac, (const unsigned char *)bytes, len, key);
    sodium_memzero(key, sizeof key);
}

bool age_header_signed(const char *bytes, const struct age_header *header,
                       const unsigned char *file_key)
{
    unsigned char mac[MAC];
    sign(bytes, header->signed_len, file_key, mac);
    return sodium_memcmp(mac, header->mac, MAC) == 0;
}

static void add_base64(struct text *t, const unsigned char *bytes, size_t len)
{
    char out[BODY_LINE];
    sodium_bin2base64(out, sizeof out, bytes, len, sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
    text_add(t, out);
}

enum status age_header_write(const struct age_header *header, const unsigned char *file_key,
                             struct text *out)
{
    struct text t = {0};
    unsigned char mac[MAC];
    text_addf(&t, "%s-> scrypt ", age_magic);
    add_base64(&t, header->salt, SALT);
    text_addf(&t, " %d\n", header->work);
    add_base64(&t, header->wrapped, WRAPPED);
    text_add(&t, "\n---");
    sign(text_str(&t), t.len, file_key, mac);
    text_add_char(&t, ' ');
    add_base64(&t, mac, MAC);
    text_add_char(&t, '\n');
    enum status st = text_status(&t);
    if (!st)
        st = text_splice(out, out->len, 0, text_str(&t), t.len);
    text_free(&t);
    return st;
}
