/*
 * The way through: secrets and work; a file key and its wrapping; the words in pieces. A header is
 * read and written in age_header.c, a log in age_log.c.
 */
#include <assert.h>
#include <sodium.h>
#include <string.h>

#include "age_parts.h"

/* The words are sealed in pieces of so many bytes, the last of which says that it is. */
#define PIECE ((size_t)64 << 10)
#define PIECE_NONCE crypto_aead_chacha20poly1305_ietf_NPUBBYTES
#define SCRYPT_R 8
#define SCRYPT_P 1
/* The longest that a person should have to wait for a lock, in milliseconds, and a bit. */
#define LONG_WAIT 1300

const char *age_text(enum age_outcome outcome)
{
    static const char *const texts[] = {
        [AGE_OK] = N_("Done"),
        [AGE_STRANGE] = N_("This file is locked in a way that this program does not know."),
        [AGE_HEADER] = N_("The start of this locked file is damaged. It can't be opened."),
        [AGE_KEYS] = N_("This file is locked with a key file, not with a passphrase."),
        [AGE_HARD] = N_("Opening this file asks for more work than this program does."),
        [AGE_MEMORY] = N_("This computer has not enough memory to open this file."),
        [AGE_WRONG] = N_("That passphrase does not open this plan."),
        [AGE_DAMAGED] = N_("This locked file is damaged. It can't be opened."),
        [AGE_SHORT] =
            N_("This locked file is cut short. Its end is missing, so it can't be opened."),
        [AGE_NOMEM] = N_("Out of memory"),
    };
    _Static_assert(sizeof texts / sizeof *texts == AGE_OUTCOMES, "one text per outcome");
    return _(texts[outcome]);
}

const char *age_name_text(void)
{
    return _("A name that ends in .age is for a locked plan. Leave .age off. You can lock the plan "
             "when it is begun.");
}

/* ---- secrets and work ---- */

/* Memory for a secret; NULL where there is none. Whatever else needs the library to be ready is
 * given a secret, and finds it so. */
static void *secret_room(size_t len)
{
    return sodium_init() < 0 ? NULL : sodium_malloc(len ? len : 1);
}

enum status age_pass_set(struct age_pass *pass, const char *bytes, size_t len)
{
    char *copy = secret_room(len);
    if (!copy)
        return ST_NOMEM;
    if (len > 0)
        memcpy(copy, bytes, len);
    age_pass_free(pass);
    *pass = (struct age_pass){copy, len};
    return ST_OK;
}

void age_pass_free(struct age_pass *pass)
{
    sodium_free(pass->bytes);
    *pass = (struct age_pass){0};
}

bool age_pass_is(const struct age_pass *pass, const char *bytes, size_t len)
{
    return pass->bytes && pass->len == len && sodium_memcmp(pass->bytes, bytes, len) == 0;
}

static enum status key_set(struct age_key *key, const unsigned char *file_key, const char *header,
                           size_t len)
{
    struct age_key fresh = {.secret = secret_room(FILE_KEY)};
    if (!fresh.secret)
        return ST_NOMEM;
    memcpy(fresh.secret, file_key, FILE_KEY);
    text_add_n(&fresh.header, header, len);
    if (text_status(&fresh.header)) {
        age_key_free(&fresh);
        return ST_NOMEM;
    }
    age_key_free(key);
    *key = fresh;
    return ST_OK;
}

void age_key_free(struct age_key *key)
{
    sodium_free(key->secret);
    text_free(&key->header);
    *key = (struct age_key){0};
}

bool age_key_opens(const struct age_key *key, const char *bytes, size_t len)
{
    return key->secret && len >= key->header.len &&
           memcmp(bytes, text_str(&key->header), key->header.len) == 0;
}

uint32_t age_random(uint32_t limit)
{
    assert(limit > 0);
    return randombytes_uniform(limit); /* gets itself ready */
}

int age_work(uint64_t memory, long probe)
{
    int work = AGE_WORK_MIN;
    while (work < AGE_WORK_MAX && memory / 8 >= (uint64_t)1 << (work + 1 + 10) &&
           probe << (work + 1 - AGE_WORK_PROBE) <= LONG_WAIT)
        work++;
    return work;
}

/* The key that wraps a file key: a passphrase and a salt give it, after some work. */
static bool wrap_key(const char *pass, size_t pass_len, const unsigned char salt[SALT], int work,
                     unsigned char out[KEY])
{
    static const char label[] = "age-encryption.org/v1/scrypt";
    unsigned char salted[sizeof label - 1 + SALT];
    memcpy(salted, label, sizeof label - 1);
    memcpy(salted + sizeof label - 1, salt, SALT);
    return crypto_pwhash_scryptsalsa208sha256_ll((const uint8_t *)pass, pass_len, salted,
                                                 sizeof salted, (uint64_t)1 << work, SCRYPT_R,
                                                 SCRYPT_P, out, KEY) == 0;
}

void age_probe(void)
{
    static const unsigned char salt[SALT];
    unsigned char key[KEY];
    (void)wrap_key("", 0, salt, AGE_WORK_PROBE, key);
    sodium_memzero(key, sizeof key);
}

/* ---- a file key and its wrapping ---- */

static const unsigned char no_nonce[PIECE_NONCE];

static bool unwrap_with(const unsigned char key[KEY], const struct age_header *header,
                        unsigned char file_key[FILE_KEY])
{
    return crypto_aead_chacha20poly1305_ietf_decrypt(file_key, NULL, NULL, header->wrapped, WRAPPED,
                                                     NULL, 0, no_nonce, key) == 0;
}

enum age_outcome age_unwrap(const struct age_pass *pass, const struct age_header *header,
                            unsigned char file_key[FILE_KEY])
{
    unsigned char key[KEY];
    enum age_outcome outcome = AGE_MEMORY;
    assert(pass->bytes);
    if (wrap_key(pass->bytes, pass->len, header->salt, header->work, key))
        outcome = unwrap_with(key, header, file_key) ? AGE_OK : AGE_WRONG;
    sodium_memzero(key, sizeof key);
    return outcome;
}

/* A new file key under a new salt; that it can be unwrapped again is made sure of while the key
 * that wraps it is known. */
static enum age_outcome wrap(const struct age_pass *pass, struct age_header *header,
                             unsigned char file_key[FILE_KEY])
{
    unsigned char key[KEY], again[FILE_KEY];
    enum age_outcome outcome = AGE_MEMORY;
    assert(pass->bytes);
    randombytes_buf(header->salt, SALT);
    randombytes_buf(file_key, FILE_KEY);
    if (wrap_key(pass->bytes, pass->len, header->salt, header->work, key)) {
        crypto_aead_chacha20poly1305_ietf_encrypt(header->wrapped, NULL, file_key, FILE_KEY, NULL,
                                                  0, NULL, no_nonce, key);
        bool same = unwrap_with(key, header, again) && memcmp(again, file_key, FILE_KEY) == 0;
        outcome = same ? AGE_OK : AGE_DAMAGED;
    }
    sodium_memzero(key, sizeof key);
    sodium_memzero(again, sizeof again);
    return outcome;
}

/* ---- the words in pieces ---- */

static void piece_nonce(uint64_t number, bool last, unsigned char out[PIECE_NONCE])
{
    memset(out, 0, PIECE_NONCE);
    for (int i = 10; number > 0; i--, number >>= 8)
        out[i] = (unsigned char)(number & 0xff);
    out[PIECE_NONCE - 1] = last;
}

/* out has room for all. */
static void seal_pieces(const unsigned char key[KEY], const unsigned char *bytes, size_t len,
                        unsigned char *out)
{
    unsigned char nonce[PIECE_NONCE];
    uint64_t number = 0;
    size_t piece;
    do {
        piece = len < PIECE ? len : PIECE;
        piece_nonce(number++, piece == len, nonce);
        crypto_aead_chacha20poly1305_ietf_encrypt(out, NULL, bytes, piece, NULL, 0, NULL, nonce,
                                                  key);
        out += piece + TAG;
        bytes += piece;
        len -= piece;
    } while (len > 0);
}

static bool open_piece(const unsigned char key[KEY], uint64_t number, bool last,
                       const unsigned char *bytes, size_t len, unsigned char *out)
{
    unsigned char nonce[PIECE_NONCE];
    piece_nonce(number, last, nonce);
    return crypto_aead_chacha20poly1305_ietf_decrypt(out, NULL, NULL, bytes, len, NULL, 0, nonce,
                                                     key) == 0;
}

/* out has room for all. What is in it counts only on AGE_OK. */
static enum age_outcome open_pieces(const unsigned char key[KEY], const unsigned char *bytes,
                                    size_t len, unsigned char *out)
{
    for (uint64_t number = 0;; number++) {
        size_t piece = len < PIECE + TAG ? len : PIECE + TAG;
        bool last = piece == len;
        if (piece < TAG || (piece == TAG && number > 0))
            return AGE_SHORT;
        if (!open_piece(key, number, last, bytes, piece, out))
            /* A whole piece that is sealed as one of the middle: what came after it is gone. */
            return last && piece == PIECE + TAG && open_piece(key, number, false, bytes, piece, out)
                       ? AGE_SHORT
                       : AGE_DAMAGED;
        if (last)
            return AGE_OK;
        out += piece - TAG;
        bytes += piece;
        len -= piece;
    }
}

static size_t pieces_in(size_t len, size_t piece)
{
    return len == 0 ? 1 : (len - 1) / piece + 1;
}

/* The words of a file whose key is known, into a text of their own. A piece is longer than its tag,
 * but for the last, so there is no more of tags than of all. */
static enum age_outcome open_words(const char *bytes, size_t len, const unsigned char *file_key,
                                   struct text *words)
{
    unsigned char key[KEY];
    if (len < NONCE + TAG)
        return AGE_SHORT;
    size_t sealed = len - NONCE, tags = pieces_in(sealed, PIECE + TAG) * TAG;
    if (!text_room(words, sealed - tags))
        return AGE_NOMEM;
    age_derive(file_key, (const unsigned char *)bytes, NONCE, "payload", key);
    enum age_outcome outcome = open_pieces(key, (const unsigned char *)bytes + NONCE, sealed,
                                           (unsigned char *)words->data);
    sodium_memzero(key, sizeof key);
    if (outcome) {
        sodium_memzero(words->data, sealed - tags);
    } else {
        words->len = sealed - tags;
        words->data[words->len] = '\0';
    }
    return outcome;
}

/* A file whose key is known: header and words are both of that key. */
static enum age_outcome open_with(const unsigned char *file_key, const char *bytes, size_t len,
                                  const struct age_header *header, struct text *words)
{
    if (!age_header_signed(bytes, header, file_key))
        return AGE_HEADER;
    return open_words(bytes + header->len, len - header->len, file_key, words);
}

static enum age_outcome hand_over(struct text *words, struct text *out)
{
    if (text_splice(out, out->len, 0, text_str(words), words->len))
        return AGE_NOMEM;
    return AGE_OK;
}

enum age_outcome age_open(const struct age_pass *pass, const char *bytes, size_t len,
                          struct text *out, struct age_key *key)
{
    struct age_header header;
    struct text words = {0};
    unsigned char file_key[FILE_KEY];
    enum age_outcome outcome = age_header_read(bytes, len, &header);
    if (!outcome)
        outcome = age_unwrap(pass, &header, file_key);
    if (!outcome)
        outcome = open_with(file_key, bytes, len, &header, &words);
    struct age_key fresh = {0};
    if (!outcome && key && key_set(&fresh, file_key, bytes, header.len))
        outcome = AGE_NOMEM;
    if (!outcome)
        outcome = hand_over(&words, out);
    if (!outcome && key) {
        age_key_free(key);
        *key = fresh;
        fresh = (struct age_key){0};
    }
    age_key_free(&fresh);
    sodium_memzero(file_key, sizeof file_key);
    text_wipe(&words);
    return outcome;
}

/* The words behind a header that is written already. */
static enum age_outcome add_words(const char *bytes, size_t len, const unsigned char *file_key,
                                  struct text *out)
{
    unsigned char key[KEY], nonce[NONCE];
    size_t sealed = len + pieces_in(len, PIECE) * TAG;
    if (!text_room(out, NONCE + sealed))
        return AGE_NOMEM;
    randombytes_buf(nonce, NONCE);
    text_add_n(out, (const char *)nonce, NONCE);
    age_derive(file_key, nonce, NONCE, "payload", key);
    seal_pieces(key, (const unsigned char *)bytes, len, (unsigned char *)out->data + out->len);
    sodium_memzero(key, sizeof key);
    out->len += sealed;
    out->data[out->len] = '\0';
    return AGE_OK;
}

/* Whether the passphrase finds the same key by both. */
static bool wraps_alike(const struct age_header *a, const struct age_header *b)
{
    return a->work == b->work && memcmp(a->salt, b->salt, SALT) == 0 &&
           memcmp(a->wrapped, b->wrapped, WRAPPED) == 0;
}

/* What was written is read again, and compared: its words are as many as were sealed. The header
 * learns how long it is. */
static enum age_outcome same_again(const struct text *locked, const unsigned char *file_key,
                                   const char *bytes, size_t len, struct age_header *header)
{
    struct age_header again;
    struct text words = {0};
    enum age_outcome outcome = age_header_read(text_str(locked), locked->len, &again);
    if (!outcome && !wraps_alike(header, &again))
        outcome = AGE_DAMAGED;
    if (!outcome)
        outcome = open_with(file_key, text_str(locked), locked->len, &again, &words);
    assert(outcome || words.len == len);
    if (!outcome && len > 0 && memcmp(words.data, bytes, len) != 0)
        outcome = AGE_DAMAGED;
    if (!outcome)
        *header = again;
    text_wipe(&words);
    return outcome && outcome != AGE_NOMEM ? AGE_DAMAGED : outcome;
}

static enum age_outcome lock_with(struct age_header *header, const unsigned char *file_key,
                                  const char *bytes, size_t len, struct text *locked)
{
    if (age_header_write(header, file_key, locked))
        return AGE_NOMEM;
    enum age_outcome outcome = add_words(bytes, len, file_key, locked);
    return outcome ? outcome : same_again(locked, file_key, bytes, len, header);
}

enum age_outcome age_lock(const struct age_pass *pass, int work, const char *bytes, size_t len,
                          struct text *out, struct age_key *key)
{
    struct age_header header = {.work = work};
    struct text locked = {0};
    struct age_key fresh = {0};
    unsigned char file_key[FILE_KEY];
    assert(work >= 1 && work <= AGE_WORK_READ);
    enum age_outcome outcome = wrap(pass, &header, file_key);
    if (!outcome)
        outcome = lock_with(&header, file_key, bytes, len, &locked);
    if (!outcome && key && key_set(&fresh, file_key, text_str(&locked), header.len))
        outcome = AGE_NOMEM;
    if (!outcome && text_splice(out, out->len, 0, text_str(&locked), locked.len))
        outcome = AGE_NOMEM;
    if (!outcome && key) {
        age_key_free(key);
        *key = fresh;
        fresh = (struct age_key){0};
    }
    age_key_free(&fresh);
    sodium_memzero(file_key, sizeof file_key);
    text_free(&locked);
    return outcome;
}
