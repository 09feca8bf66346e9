/*
 * A log of sealed messages: a line of its own, the header of a locked file, a nonce; then each
 * message behind its length.
 */
#include <assert.h>
#include <sodium.h>
#include <string.h>

#include "age_parts.h"

static const char log_magic[] = "supportplan locked journal 1\n";
#define LOG_MAGIC (sizeof log_magic - 1)
#define LENGTH 4
#define MESSAGE_NONCE crypto_aead_chacha20poly1305_ietf_NPUBBYTES
#define MESSAGE_MAX ((size_t)1 << 30)

void age_log_free(struct age_log *log)
{
    sodium_free(log->secret);
    *log = (struct age_log){0};
}

bool age_log_is(const char *bytes, size_t len)
{
    return len >= LOG_MAGIC && memcmp(bytes, log_magic, LOG_MAGIC) == 0;
}

enum status age_log_begin(struct age_log *log, const struct age_key *key, struct text *out)
{
    unsigned char nonce[NONCE];
    struct text head = {0};
    assert(key->secret);
    unsigned char *secret = sodium_malloc(KEY);
    if (!secret)
        return ST_NOMEM;
    randombytes_buf(nonce, NONCE);
    age_derive(key->secret, nonce, NONCE, "plan-journal", secret);
    text_add_n(&head, log_magic, LOG_MAGIC);
    text_add_n(&head, text_str(&key->header), key->header.len);
    text_add_n(&head, (const char *)nonce, NONCE);
    enum status st = text_status(&head);
    if (!st)
        st = text_splice(out, out->len, 0, text_str(&head), head.len);
    text_free(&head);
    if (st) {
        sodium_free(secret);
        return st;
    }
    age_log_free(log);
    log->secret = secret;
    return ST_OK;
}

/* Each message has a number, so that none can be left out, told twice or change places. */
static void message_nonce(uint64_t number, unsigned char out[MESSAGE_NONCE])
{
    memset(out, 0, MESSAGE_NONCE);
    for (size_t i = MESSAGE_NONCE; number > 0; number >>= 8)
        out[--i] = (unsigned char)(number & 0xff);
}

static void put_length(size_t len, unsigned char out[LENGTH])
{
    for (int i = LENGTH; i-- > 0; len >>= 8)
        out[i] = (unsigned char)(len & 0xff);
}

static size_t get_length(const unsigned char in[LENGTH])
{
    size_t len = 0;
    for (int i = 0; i < LENGTH; i++)
        len = len << 8 | in[i];
    return len;
}

enum status age_log_seal(struct age_log *log, const char *bytes, size_t len, struct text *out)
{
    unsigned char length[LENGTH], nonce[MESSAGE_NONCE];
    assert(log->secret && len <= MESSAGE_MAX);
    if (len == 0)
        return ST_OK;
    if (!text_room(out, LENGTH + len + TAG))
        return ST_NOMEM;
    put_length(len, length);
    message_nonce(log->count, nonce);
    text_add_n(out, (const char *)length, LENGTH);
    crypto_aead_chacha20poly1305_ietf_encrypt((unsigned char *)out->data + out->len, NULL,
                                              (const unsigned char *)bytes, len, length, LENGTH,
                                              NULL, nonce, log->secret);
    out->len += len + TAG;
    out->data[out->len] = '\0';
    log->count++;
    return ST_OK;
}

/* Add what the messages say, up to the first that is not whole. */
static enum age_outcome open_messages(const unsigned char key[KEY], const unsigned char *bytes,
                                      size_t len, struct text *out)
{
    unsigned char nonce[MESSAGE_NONCE];
    for (uint64_t number = 0; len >= LENGTH + TAG; number++) {
        size_t message = get_length(bytes);
        if (message == 0 || message > len - LENGTH - TAG)
            break;
        if (!text_room(out, message))
            return AGE_NOMEM;
        message_nonce(number, nonce);
        if (crypto_aead_chacha20poly1305_ietf_decrypt((unsigned char *)out->data + out->len, NULL,
                                                      NULL, bytes + LENGTH, message + TAG, bytes,
                                                      LENGTH, nonce, key))
            break;
        out->len += message;
        out->data[out->len] = '\0';
        bytes += LENGTH + message + TAG;
        len -= LENGTH + message + TAG;
    }
    return AGE_OK;
}

/* The file key that a log goes on from. */
static enum age_outcome find_key(const struct age_key *key, const struct age_pass *pass,
                                 const char *bytes, const struct age_header *header,
                                 unsigned char file_key[FILE_KEY])
{
    enum age_outcome outcome = AGE_OK;
    if (key && age_key_opens(key, bytes, header->len))
        memcpy(file_key, key->secret, FILE_KEY);
    else
        outcome = pass && pass->bytes ? age_unwrap(pass, header, file_key) : AGE_WRONG;
    return !outcome && !age_header_signed(bytes, header, file_key) ? AGE_HEADER : outcome;
}

/* Behind its own first line. */
static enum age_outcome open_log(const struct age_key *key, const struct age_pass *pass,
                                 const char *bytes, size_t len, struct text *words)
{
    struct age_header header;
    unsigned char file_key[FILE_KEY], secret[KEY];
    enum age_outcome outcome = age_header_read(bytes, len, &header);
    if (!outcome && len - header.len < NONCE)
        outcome = AGE_HEADER;
    if (!outcome)
        outcome = find_key(key, pass, bytes, &header, file_key);
    if (!outcome) {
        const unsigned char *at = (const unsigned char *)bytes + header.len;
        age_derive(file_key, at, NONCE, "plan-journal", secret);
        outcome = open_messages(secret, at + NONCE, len - header.len - NONCE, words);
    }
    sodium_memzero(file_key, sizeof file_key);
    sodium_memzero(secret, sizeof secret);
    return outcome;
}

enum age_outcome age_log_open(const struct age_key *key, const struct age_pass *pass,
                              const char *bytes, size_t len, struct text *out)
{
    struct text words = {0};
    if (!age_log_is(bytes, len))
        return AGE_STRANGE;
    enum age_outcome outcome = open_log(key, pass, bytes + LOG_MAGIC, len - LOG_MAGIC, &words);
    if (!outcome && text_splice(out, out->len, 0, text_str(&words), words.len))
        outcome = AGE_NOMEM;
    text_wipe(&words);
    return outcome;
}
