/*
 * A file onto another disk, byte for byte, and never over another.
 */
#define _GNU_SOURCE
#include "disk.h"

/* Files are compared in steps of 16,384 bytes: these stand at their edges. */
static const size_t sizes[] = {0, 1, 16383, 16384, 16385, 32768, 50000};

/* A file of so many bytes, of which one may differ from those of the others. */
static void make_long(const char *path, size_t len, size_t other)
{
    struct text bytes = {0};
    for (size_t i = 0; i < len; i++)
        text_add_char(&bytes, (char)(i == other ? '!' : 'a' + i % 23));
    (void)unlink(path);
    assert_int_equal(store_write(path, text_str(&bytes), bytes.len, STORE_NEW, NULL), ST_OK);
    text_free(&bytes);
}

static struct text read_long(const char *path)
{
    struct text bytes = {0};
    assert_int_equal(store_read(path, 100000, &bytes, NULL), ST_OK);
    return bytes;
}

static void a_copy_is_as_long_and_the_same_and_as_new(void **state)
{
    (void)state;
    const struct timespec then[2] = {{.tv_sec = 1000}, {.tv_sec = 2000}};
    for (size_t i = 0; i < COUNT(sizes); i++) {
        bool made = false;
        (void)unlink(in("b"));
        make_long(in("a"), sizes[i], SIZE_MAX);
        assert_int_equal(utimensat(AT_FDCWD, in("a"), then, 0), 0);
        assert_int_equal(store_copy(in("a"), in("b"), &made, NULL), ST_OK);
        struct text a = read_long(in("a")), b = read_long(in("b"));
        if (!made || a.len != sizes[i] || a.len != b.len ||
            memcmp(text_str(&a), text_str(&b), a.len) != 0)
            fail_msg("%zu bytes: %zu arrived", sizes[i], b.len);
        assert_int_equal(store_when(in("b")), 2000 * 1000000000LL);
        assert_int_equal(mode_of(in("b")), 0600);
        text_free(&a);
        text_free(&b);
    }
}

static void what_is_there_stays_and_will_do_where_it_is_the_same(void **state)
{
    (void)state;
    static const struct {
        size_t len, other;
        enum status want;
    } cases[] = {
        {20000, SIZE_MAX, ST_OK}, {19999, SIZE_MAX, ST_EXISTS}, {20001, SIZE_MAX, ST_EXISTS},
        {20000, 0, ST_EXISTS},    {20000, 19999, ST_EXISTS},    {0, SIZE_MAX, ST_EXISTS},
    };
    make_long(in("a"), 20000, SIZE_MAX);
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool made = true;
        struct fault fault = {0};
        make_long(in("b"), cases[i].len, cases[i].other);
        enum status st = store_copy(in("a"), in("b"), &made, &fault);
        struct text b = read_long(in("b"));
        if (st != cases[i].want || made || b.len != cases[i].len)
            fail_msg("case %zu: status %d, %s", i, (int)st, fault.text);
        text_free(&b);
    }
}

static void only_a_file_is_copied(void **state)
{
    (void)state;
    bool made = true;
    struct fault fault = {0};
    assert_int_equal(store_copy(folder, in("b"), &made, &fault), ST_IO);
    assert_string_equal(fault.text, "That is a folder, not a file.");
    assert_int_equal(store_copy(in("none"), in("b"), &made, &fault), ST_UNKNOWN);
    make(in("a"), "mine");
    assert_int_equal(store_copy(in("a"), folder, &made, &fault), ST_REFUSED);
    assert_false(made);
    assert_int_equal(names(), 1);
}

static void folders_are_made_on_the_way(void **state)
{
    (void)state;
    for (int again = 0; again < 2; again++) {
        assert_int_equal(store_make_folders(folder, "pictures/garden/cat.jpg", NULL), ST_OK);
        assert_true(store_folder_ok(in("pictures/garden")));
        assert_false(store_exists(in("pictures/garden/cat.jpg")));
    }
    assert_int_equal(store_make_folders(folder, "cat.jpg", NULL), ST_OK);
    assert_int_equal(names(), 1);
    assert_int_equal(rmdir(in("pictures/garden")), 0);
    make(in("a"), "no folder");
    assert_int_equal(store_make_folders(in("a"), "b/c", NULL), ST_IO);
}

#define COPY_TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        COPY_TEST(a_copy_is_as_long_and_the_same_and_as_new),
        COPY_TEST(what_is_there_stays_and_will_do_where_it_is_the_same),
        COPY_TEST(only_a_file_is_copied),
        COPY_TEST(folders_are_made_on_the_way),
    };
    return cmocka_run_group_tests_name("store_copy", tests, NULL, NULL);
}
