#include "scarce.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

static int left = -1; /* allocations that succeed before the one that fails; -1: none fails */
static bool hit;

static bool fails(void)
{
    if (left < 0)
        return false;
    left--;
    hit = hit || left < 0;
    return left < 0;
}

bool scarce_from(int *round)
{
    bool again = *round == 0 || hit;
    left = again ? *round : -1;
    hit = false;
    (*round)++;
    return again;
}

bool scarce_hit(void)
{
    left = -1;
    return hit;
}

void scarce_after(int count)
{
    left = count;
    hit = false;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *p, size_t size);
char *__real_strdup(const char *s);
char *__real_strndup(const char *s, size_t len);
int __real_sodium_init(void);
void *__real_sodium_malloc(size_t size);
int __real_crypto_pwhash_scryptsalsa208sha256_ll(const uint8_t *pass, size_t pass_len,
                                                 const uint8_t *salt, size_t salt_len, uint64_t n,
                                                 uint32_t r, uint32_t p, uint8_t *out, size_t len);
uint8_t *__real_u8_normalize(uninorm_t form, const uint8_t *s, size_t len, uint8_t *room,
                             size_t *room_len);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *p, size_t size);
char *__wrap_strdup(const char *s);
char *__wrap_strndup(const char *s, size_t len);
int __wrap_sodium_init(void);
void *__wrap_sodium_malloc(size_t size);
int __wrap_crypto_pwhash_scryptsalsa208sha256_ll(const uint8_t *pass, size_t pass_len,
                                                 const uint8_t *salt, size_t salt_len, uint64_t n,
                                                 uint32_t r, uint32_t p, uint8_t *out, size_t len);
uint8_t *__wrap_u8_normalize(uninorm_t form, const uint8_t *s, size_t len, uint8_t *room,
                             size_t *room_len);

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *p, size_t size)
{
    return fails() ? NULL : __real_realloc(p, size);
}

char *__wrap_strdup(const char *s)
{
    return fails() ? NULL : __real_strdup(s);
}

char *__wrap_strndup(const char *s, size_t len)
{
    return fails() ? NULL : __real_strndup(s, len);
}

int __wrap_sodium_init(void)
{
    return fails() ? -1 : __real_sodium_init();
}

int __wrap_crypto_pwhash_scryptsalsa208sha256_ll(const uint8_t *pass, size_t pass_len,
                                                 const uint8_t *salt, size_t salt_len, uint64_t n,
                                                 uint32_t r, uint32_t p, uint8_t *out, size_t len)
{
    return fails() ? -1
                   : __real_crypto_pwhash_scryptsalsa208sha256_ll(pass, pass_len, salt, salt_len, n,
                                                                  r, p, out, len);
}

void *__wrap_sodium_malloc(size_t size)
{
    return fails() ? NULL : __real_sodium_malloc(size);
}

uint8_t *__wrap_u8_normalize(uninorm_t form, const uint8_t *s, size_t len, uint8_t *room,
                             size_t *room_len)
{
    return fails() ? NULL : __real_u8_normalize(form, s, len, room, room_len);
}
