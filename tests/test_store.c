/*
 * The store: what is read and refused, and that a save loses nothing whichever of its
 * steps fails. The linker puts wrappers between the store and the system (--wrap).
 */
#define _GNU_SOURCE
#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* The tests may be run by root, who may read and write anything. */
static void become_somebody(void)
{
    if (geteuid() == 0) {
        assert_int_equal(chmod(folder, 0755), 0);
        assert_int_equal(seteuid(65534), 0);
    }
}

static void become_oneself(void)
{
    assert_int_equal(seteuid(getuid()), 0);
}

static void refuses_to_read(const char *path, size_t max, enum status want, const char *sentence)
{
    struct text out = {0};
    struct fault fault = {0};
    text_add(&out, "kept");
    enum status st = store_read(path, max, &out, &fault);
    if (st != want || strcmp(fault.text, sentence) != 0)
        fail_msg("%s: status %d, '%s'", path, (int)st, fault.text);
    assert_string_equal(text_str(&out), "kept");
    text_free(&out);
}

static void refuses_to_write(const char *path, enum store_how how, enum status want,
                             const char *sentence)
{
    struct fault fault = {0};
    enum status st = store_write(path, "mine", 4, how, &fault);
    if (st != want || strcmp(fault.text, sentence) != 0)
        fail_msg("%s: status %d, '%s'", path, (int)st, fault.text);
}

/* ---- reading ---- */

static void a_file_is_added_to_what_was_there(void **state)
{
    (void)state;
    make(in("plan.csv"), "one\ntwo");
    struct text out = {0};
    text_add(&out, "before ");
    assert_int_equal(store_read(in("plan.csv"), 7, &out, NULL), ST_OK);
    assert_string_equal(text_str(&out), "before one\ntwo");
    text_free(&out);
}

static void an_empty_file_is_nothing(void **state)
{
    (void)state;
    make(in("plan.csv"), "");
    struct text out = {0};
    assert_int_equal(store_read(in("plan.csv"), 7, &out, NULL), ST_OK);
    assert_int_equal(out.len, 0);
    text_free(&out);
}

static void what_is_not_a_file_is_refused_at_once(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(in("pipe"), 0600), 0);
    struct sockaddr_un name = {.sun_family = AF_UNIX};
    snprintf(name.sun_path, sizeof name.sun_path, "%s/socket", folder);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&name, sizeof name), 0);

    static const char folder_text[] = "That is a folder, not a file.";
    static const char pipe_text[] = "That joins two programs; it is not a file.";
    static const char device_text[] = "That is a device, not a file.";
    alarm(5); /* waiting is the fault that is looked for */
    refuses_to_read(folder, 100, ST_REFUSED, folder_text);
    refuses_to_read(in("pipe"), 100, ST_REFUSED, pipe_text);
    refuses_to_read(in("socket"), 100, ST_REFUSED, pipe_text);
    refuses_to_read("/dev/zero", 100, ST_REFUSED, device_text);
    refuses_to_read("/dev/null", 100, ST_REFUSED, device_text);
    refuses_to_write(folder, STORE_REPLACE, ST_REFUSED, folder_text);
    refuses_to_write(in("pipe"), STORE_REPLACE, ST_REFUSED, pipe_text);
    refuses_to_write(in("socket"), STORE_REPLACE, ST_REFUSED, pipe_text);
    refuses_to_write("/dev/null", STORE_REPLACE, ST_REFUSED, device_text);
    refuses_to_write(in("new/"), STORE_NEW, ST_REFUSED, folder_text);
    refuses_to_write(in("none/."), STORE_NEW, ST_REFUSED, folder_text);
    refuses_to_write(in("none/.."), STORE_NEW, ST_REFUSED, folder_text);
    alarm(0);
    (void)close(fd);
}

static void a_file_over_the_limit_is_refused(void **state)
{
    (void)state;
    make(in("plan.csv"), "12345678");
    refuses_to_read(in("plan.csv"), 7, ST_LIMIT, "The file is larger than this program reads.");
    assert_int_equal(truncate(in("plan.csv"), (16 << 20) + 1), 0);
    refuses_to_read(in("plan.csv"), 16 << 20, ST_LIMIT, "The file is larger than 16 megabytes.");
}

static void what_cannot_be_read_is_said_plainly(void **state)
{
    (void)state;
    refuses_to_read(in("none.csv"), 9, ST_UNKNOWN, "There is no file of that name.");
    make(in("plan.csv"), "mine");
    refuses_to_read(in("plan.csv/x"), 9, ST_IO, "Part of that name is a file, not a folder.");
    assert_int_equal(symlink("round", in("round")), 0);
    refuses_to_read(in("round"), 9, ST_IO, "That name is a link that only leads back to itself.");
    assert_int_equal(chmod(in("plan.csv"), 0), 0);
    become_somebody();
    refuses_to_read(in("plan.csv"), 9, ST_IO, "You are not allowed to read that file.");
    become_oneself();
}

/* Read from a pipe that stands in for standard input. */
static enum status read_input(const char *bytes, size_t max, struct text *out)
{
    int ends[2], kept = dup(STDIN_FILENO);
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    assert_int_equal(__real_write(ends[1], bytes, strlen(bytes)), strlen(bytes));
    (void)__real_close(ends[1]);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    enum status st = store_read("-", max, out, NULL);
    if (kept >= 0)
        assert_int_equal(dup2(kept, STDIN_FILENO), STDIN_FILENO);
    (void)__real_close(kept);
    (void)__real_close(ends[0]);
    return st;
}

static void a_dash_is_standard_input_with_the_same_limit(void **state)
{
    (void)state;
    struct text out = {0};
    assert_int_equal(read_input("a plan", 6, &out), ST_OK);
    assert_string_equal(text_str(&out), "a plan");
    assert_int_equal(read_input("a plan!", 6, &out), ST_LIMIT);
    assert_string_equal(text_str(&out), "a plan");
    text_free(&out);
}

/* ---- writing ---- */

static void a_new_file_is_for_its_owner_only(void **state)
{
    (void)state;
    umask(0);
    assert_int_equal(store_write(in("plan.csv"), "mine", 4, STORE_NEW, NULL), ST_OK);
    has(in("plan.csv"), "mine");
    assert_int_equal(mode_of(in("plan.csv")), 0600);
    assert_int_equal(names(), 1);
}

static void a_name_alone_is_a_file_of_this_folder(void **state)
{
    (void)state;
    char *before = getcwd(NULL, 0);
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(store_write("plan.csv", "mine", 4, STORE_NEW, NULL), ST_OK);
    assert_int_equal(chdir(before), 0);
    free(before);
    has(in("plan.csv"), "mine");
}

static void the_longest_name_can_be_written(void **state)
{
    (void)state;
    static const size_t longest = 255; /* bytes: "x" and 127 letters of two bytes each */
    char path[512];
    int at = snprintf(path, sizeof path, "%s/x", folder);
    for (size_t i = 1; i + 1 < longest; i += 2)
        at += snprintf(path + at, sizeof path - (size_t)at, "é");
    assert_int_equal(store_write(path, "mine", 4, STORE_NEW, NULL), ST_OK);
    has(path, "mine");
    assert_int_equal(names(), 1);
    snprintf(path + at, sizeof path - (size_t)at, "x");
    refuses_to_write(path, STORE_NEW, ST_IO, "That name is too long.");
}

static void a_new_file_never_goes_over_another(void **state)
{
    (void)state;
    static const char there[] = "There is a file of that name already.";
    make(in("plan.csv"), "theirs");
    assert_int_equal(symlink("nowhere", in("link")), 0);
    refuses_to_write(in("plan.csv"), STORE_NEW, ST_EXISTS, there);
    refuses_to_write(in("link"), STORE_NEW, ST_EXISTS, there);
    refuses_to_write(folder, STORE_NEW, ST_EXISTS, there);
    has(in("plan.csv"), "theirs");
    assert_int_equal(names(), 2);
}

/* How a disk may do it: rename without replacing, a second name, or neither. */
static const struct {
    const char *what;
    int rename_code, link_code;
} disks[] = {
    {"rename", 0, 0},
    {"link, for a rename is not known", EINVAL, 0},
    {"link, for the system is old", ENOSYS, 0},
    {"take the name first", EINVAL, EPERM},
};

static void given_disk(size_t i)
{
    memset(&world, 0, sizeof world);
    world.fail_at[RENAME_NEW] = disks[i].rename_code != 0;
    world.code[RENAME_NEW] = disks[i].rename_code;
    world.fail_at[LINK] = disks[i].link_code != 0;
    world.code[LINK] = disks[i].link_code;
}

static void a_new_file_can_be_made_on_any_disk(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(disks); i++) {
        given_disk(i);
        enum status st = store_write(in("plan.csv"), "mine", 4, STORE_NEW, NULL);
        if (st || names() != 1)
            fail_msg("%s: status %d, %d names", disks[i].what, (int)st, names());
        has(in("plan.csv"), "mine");
        assert_int_equal(unlink(in("plan.csv")), 0);
    }
}

static void a_name_taken_at_the_last_moment_is_left_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(disks); i++) {
        given_disk(i);
        char rival[160];
        snprintf(rival, sizeof rival, "%s", in("plan.csv"));
        world.rival = rival;
        enum status st = store_write(rival, "mine", 4, STORE_NEW, NULL);
        if (st != ST_EXISTS || names() != 1)
            fail_msg("%s: status %d, %d names", disks[i].what, (int)st, names());
        has(rival, "theirs");
        assert_int_equal(unlink(rival), 0);
    }
}

static void of_many_at_once_one_makes_the_file(void **state)
{
    (void)state;
    for (int round = 0; round < 20; round++) {
        int made = 0;
        for (int who = 0; who < 8; who++)
            if (fork() == 0)
                _exit(store_write(in("plan.csv"), "mine", 4, STORE_NEW, NULL) == ST_OK ? 0 : 1);
        for (int status; wait(&status) > 0;)
            made += WIFEXITED(status) && WEXITSTATUS(status) == 0;
        assert_int_equal(made, 1);
        assert_int_equal(names(), 1);
        assert_int_equal(unlink(in("plan.csv")), 0);
    }
}

static void a_replaced_file_keeps_its_mode(void **state)
{
    (void)state;
    static const mode_t modes[] = {0600, 0644, 0660, 0640};
    for (size_t i = 0; i < COUNT(modes); i++) {
        make(in("plan.csv"), "old");
        assert_int_equal(chmod(in("plan.csv"), modes[i]), 0);
        assert_int_equal(store_write(in("plan.csv"), "new", 3, STORE_REPLACE, NULL), ST_OK);
        has(in("plan.csv"), "new");
        assert_int_equal(mode_of(in("plan.csv")), modes[i]);
        assert_int_equal(names(), 1);
    }
}

/* Only root can give a file to others. cmocka says "not ok" of a test that skips itself; for
 * everybody there is another one in test_store_faults.c. */
static void what_was_meant_for_a_group_is_never_for_another(void **state)
{
    (void)state;
    if (geteuid() != 0)
        return;
    make(in("plan.csv"), "old");
    assert_int_equal(chmod(in("plan.csv"), 0664), 0);
    assert_int_equal(chown(in("plan.csv"), 65534, 4), 0);
    assert_int_equal(chown(folder, 65534, 65534), 0);
    if (fork() == 0) {
        bool left = setgroups(0, NULL) == 0 && setgid(65534) == 0 && setuid(65534) == 0;
        _exit(left && store_write(in("plan.csv"), "new", 3, STORE_REPLACE, NULL) == ST_OK ? 0 : 1);
    }
    int status;
    assert_true(wait(&status) > 0 && WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    has(in("plan.csv"), "new");
    assert_int_equal(mode_of(in("plan.csv")), 0600);
}

static void nothing_is_ever_cut_in_place(void **state)
{
    (void)state;
    make(in("plan.csv"), "old and longer");
    int held = open(in("plan.csv"), O_RDONLY | O_CLOEXEC);
    assert_int_equal(store_write(in("plan.csv"), "new", 3, STORE_REPLACE, NULL), ST_OK);
    char got[32] = "";
    assert_int_equal(read(held, got, sizeof got - 1), strlen("old and longer"));
    assert_string_equal(got, "old and longer");
    (void)close(held);
}

static void a_link_stays_and_its_file_is_replaced(void **state)
{
    (void)state;
    make(in("real.csv"), "old");
    assert_int_equal(symlink("real.csv", in("link.csv")), 0);
    assert_int_equal(store_write(in("link.csv"), "new", 3, STORE_REPLACE, NULL), ST_OK);
    has(in("real.csv"), "new");
    struct stat is;
    assert_int_equal(lstat(in("link.csv"), &is), 0);
    assert_true(S_ISLNK(is.st_mode));
    assert_int_equal(unlink(in("real.csv")), 0);
    refuses_to_write(in("link.csv"), STORE_REPLACE, ST_REFUSED,
                     "That name is a link to a file that is not there.");
    assert_int_equal(names(), 1);
}

static void where_one_may_not_write_nothing_changes(void **state)
{
    (void)state;
    make(in("plan.csv"), "old");
    assert_int_equal(chmod(in("plan.csv"), 0444), 0);
    become_somebody();
    refuses_to_write(in("plan.csv"), STORE_REPLACE, ST_IO, "You are not allowed to write there.");
    if (getuid() == 0) /* whose folder it then is not */
        refuses_to_write(in("other"), STORE_NEW, ST_IO, "You are not allowed to write there.");
    become_oneself();
    refuses_to_write(in("none/plan.csv"), STORE_NEW, ST_IO,
                     "There is no such folder. If it is on a stick, put the stick in.");
    has(in("plan.csv"), "old");
    assert_int_equal(names(), 1);
}

static void the_steps_come_in_the_order_that_loses_nothing(void **state)
{
    (void)state;
    make(in("plan.csv"), "old");
    memset(&world, 0, sizeof world);
    assert_int_equal(store_write(in("plan.csv"), "new", 3, STORE_REPLACE, NULL), ST_OK);
    /* write, to the disk, close; rename; the folder to the disk; close the folder */
    assert_string_equal(world.log, "wscrsc");
}

static void short_and_interrupted_writes_go_on(void **state)
{
    (void)state;
    world.stumble = 1;
    assert_int_equal(store_write(in("plan.csv"), "a longer plan", 13, STORE_NEW, NULL), ST_OK);
    has(in("plan.csv"), "a longer plan");
    assert_true(world.made[WRITE] >= 26);
}

static const struct {
    const char *what;
    enum call call;
    int nth, code, always;
    const char *sentence;
} faults[] = {
    {"full", WRITE, 1, ENOSPC, 0, "There is no room left on the disk."},
    {"quota", WRITE, 1, EDQUOT, 0, "There is no room left for your files on this disk."},
    {"large", WRITE, 1, EFBIG, 0, "The file is larger than this disk allows."},
    {"broken", WRITE, 1, EIO, 0, "The disk has a fault."},
    {"broken late", FSYNC, 1, EIO, 0, "The disk has a fault."},
    {"full late", FSYNC, 1, ENOSPC, 0, "There is no room left on the disk."},
    {"full on closing", CLOSE, 1, EDQUOT, 0, "There is no room left for your files on this disk."},
    {"away on closing", CLOSE, 1, EIO, 0, "The disk has a fault."},
    {"not allowed", RENAME, 1, EPERM, 0, "You are not allowed to write there."},
    {"read only", RENAME, 1, EROFS, 0, "This disk can be read, but nothing can be written to it."},
    {"held", RENAME, 1, EBUSY, 1, "Another program is using that file."},
    {"away", RENAME, 1, ESTALE, 0, "The folder is on another computer, which does not answer."},
    {"unheard of", WRITE, 1, EILSEQ, 0,
     "The computer could not write the file. (Invalid or incomplete multibyte or wide character)"},
};

static void whatever_fails_the_old_file_stays_and_no_other_is_left(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(faults); i++) {
        make(in("plan.csv"), "old");
        memset(&world, 0, sizeof world);
        world.fail_at[faults[i].call] = faults[i].nth;
        world.code[faults[i].call] = faults[i].code;
        world.fail_always = faults[i].always;
        struct fault fault = {0};
        enum status st = store_write(in("plan.csv"), "new", 3, STORE_REPLACE, &fault);
        if (st != ST_IO || strcmp(fault.text, faults[i].sentence) != 0)
            fail_msg("%s: status %d, '%s'", faults[i].what, (int)st, fault.text);
        memset(&world, 0, sizeof world);
        if (names() != 1)
            fail_msg("%s: %d names", faults[i].what, names());
        has(in("plan.csv"), "old");
    }
}

static void a_file_that_was_held_for_a_moment_is_saved(void **state)
{
    (void)state;
    make(in("plan.csv"), "old");
    world.fail_at[RENAME] = 1;
    world.code[RENAME] = EBUSY;
    assert_int_equal(store_write(in("plan.csv"), "new", 3, STORE_REPLACE, NULL), ST_OK);
    has(in("plan.csv"), "new");
}

static void a_disk_that_cannot_be_told_to_hurry_is_good_enough(void **state)
{
    (void)state;
    static const int codes[] = {EINVAL, ENOTSUP, ENOSYS, EROFS};
    for (size_t i = 0; i < COUNT(codes); i++) {
        memset(&world, 0, sizeof world);
        world.fail_at[FSYNC] = 1;
        world.code[FSYNC] = codes[i];
        world.fail_always = 1;
        enum status st = store_write(in("plan.csv"), "new", 3, STORE_REPLACE, NULL);
        if (st)
            fail_msg("%s: status %d", strerror(codes[i]), (int)st);
    }
}

static void a_folder_with_a_fault_is_told_though_the_file_is_there(void **state)
{
    (void)state;
    world.fail_at[FSYNC] = 2;
    world.code[FSYNC] = EIO;
    refuses_to_write(in("plan.csv"), STORE_REPLACE, ST_IO,
                     "The file was written, but the disk has a fault. Keep another copy.");
    has(in("plan.csv"), "mine");
}

/* ---- the rest ---- */

static void each_original_is_kept_under_a_name_of_its_own(void **state)
{
    (void)state;
    struct text name = {0};
    make(in("plan.csv"), "first");
    assert_int_equal(store_keep_original(in("plan.csv"), &name, NULL), ST_OK);
    assert_string_equal(text_str(&name), in("plan.csv.original"));
    make(in("plan.csv"), "second");
    text_clear(&name);
    assert_int_equal(store_keep_original(in("plan.csv"), &name, NULL), ST_OK);
    assert_string_equal(text_str(&name), in("plan.csv.original-2"));
    has(in("plan.csv.original"), "first");
    has(in("plan.csv.original-2"), "second");
    text_clear(&name); /* a save that fails and is tried again keeps it no second time */
    assert_int_equal(store_keep_original(in("plan.csv"), &name, NULL), ST_OK);
    assert_string_equal(text_str(&name), in("plan.csv.original-2"));
    assert_false(store_exists(in("plan.csv.original-3")));
    assert_int_equal(mode_of(in("plan.csv.original")), 0600);

    make(in("plan.csv"), "third"); /* as long as the first, and another */
    text_clear(&name);
    assert_int_equal(store_keep_original(in("plan.csv"), &name, NULL), ST_OK);
    assert_string_equal(text_str(&name), in("plan.csv.original-3"));

    text_clear(&name);
    assert_int_equal(store_keep_original(in("none"), &name, NULL), ST_UNKNOWN);
    assert_string_equal(text_str(&name), "");
    text_free(&name);
}

static void after_a_thousand_originals_no_more_is_kept(void **state)
{
    (void)state;
    char path[160];
    struct text name = {0};
    make(in("plan.csv"), "mine");
    make(in("plan.csv.original"), "");
    for (int i = 2; i <= 1000; i++) {
        snprintf(path, sizeof path, "%s-%d", in("plan.csv.original"), i);
        make(path, "");
    }
    assert_int_equal(store_keep_original(in("plan.csv"), &name, NULL), ST_EXISTS);
    assert_int_equal(name.len, 0);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(store_keep_original(in("plan.csv"), &name, NULL), ST_OK);
    assert_string_equal(text_str(&name), path);
    text_free(&name);
}

static void a_second_name_is_noticed(void **state)
{
    (void)state;
    make(in("plan.csv"), "mine");
    assert_false(store_has_other_names(in("plan.csv")));
    assert_int_equal(link(in("plan.csv"), in("other.csv")), 0);
    assert_true(store_has_other_names(in("plan.csv")));
    assert_false(store_has_other_names(in("none")));
}

static void two_folders_are_on_one_disk_or_not(void **state)
{
    (void)state;
    assert_true(store_same_disk(folder, folder));
    assert_false(store_same_disk(folder, "/proc"));
    assert_false(store_same_disk(folder, in("none")));
    assert_false(store_same_disk(in("none"), folder));
}

/* A file that is not there yet, in the folder where the program is run. */
static void a_hidden_name_stands_beside_the_file(void **state)
{
    (void)state;
    struct text out = {0};
    char here[PATH_MAX];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(store_hidden("plan.csv", "journal", &out), ST_OK);
    assert_string_equal(text_str(&out), ".plan.csv.journal");
    assert_int_equal(chdir(here), 0);
    text_clear(&out);
    assert_int_equal(store_hidden(in("plan.csv"), "journal", &out), ST_OK);
    assert_string_equal(text_str(&out), in(".plan.csv.journal"));
    assert_string_equal(store_hidden_rest(".plan.csv.journal", "plan.csv"), "journal");
    assert_null(store_hidden_rest(".plan.txt.journal", "plan.csv"));
    /* A long name is cut between two characters: of one that is none there is nothing left. */
    char name[240];
    memset(name, '\x80', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_string_equal(store_hidden_rest("..journal", name), "journal");
    text_free(&out);
}

static void an_empty_file_can_be_written(void **state)
{
    (void)state;
    make(in("plan.csv"), "mine");
    assert_int_equal(store_write(in("plan.csv"), "", 0, STORE_REPLACE, NULL), ST_OK);
    has(in("plan.csv"), "");
}

static void a_link_to_nothing_exists_too(void **state)
{
    (void)state;
    assert_false(store_exists(in("plan.csv")));
    assert_int_equal(symlink("nowhere", in("plan.csv")), 0);
    assert_true(store_exists(in("plan.csv")));
    assert_true(store_exists(folder));
}

static void a_folder_is_one_that_can_be_written_in(void **state)
{
    (void)state;
    make(in("plan.csv"), "");
    assert_true(store_folder_ok(folder));
    assert_false(store_folder_ok(in("plan.csv")));
    assert_false(store_folder_ok(in("none")));
    assert_int_equal(chmod(folder, 0555), 0);
    if (geteuid() == 0)
        assert_int_equal(seteuid(65534), 0);
    assert_false(store_folder_ok(folder));
    become_oneself();
    assert_int_equal(chmod(folder, 0755), 0);
}

/* What is no regular file may wait, or have no end. */
static void the_first_bytes_of_a_file_are_looked_at(void **state)
{
    (void)state;
    char bytes[8];
    make(in("short"), "abc");
    make(in("long"), "abcdefghij");
    make(in("empty"), "");
    assert_int_equal(mkfifo(in("waits"), 0600), 0);
    assert_int_equal(store_peek(in("short"), bytes, sizeof bytes), 3);
    assert_memory_equal(bytes, "abc", 3);
    assert_int_equal(store_peek(in("long"), bytes, sizeof bytes), 8);
    assert_memory_equal(bytes, "abcdefgh", 8);
    assert_int_equal(store_peek(in("empty"), bytes, sizeof bytes), 0);
    assert_int_equal(store_peek(in("waits"), bytes, sizeof bytes), 0);
    assert_int_equal(store_peek(in("none"), bytes, sizeof bytes), 0);
    assert_int_equal(store_peek(folder, bytes, sizeof bytes), 0);
    assert_int_equal(store_peek("/dev/zero", bytes, sizeof bytes), 0);
}

static void a_list_has_the_files_of_one_kind_in_order(void **state)
{
    (void)state;
    struct text out = {0};
    static const char *const made[] = {"zoe.csv",     "adam.csv", "notes.txt",
                                       ".hidden.csv", ".csv",     "two\nlines.csv"};
    for (size_t i = 0; i < COUNT(made); i++)
        make(in(made[i]), "");
    assert_int_equal(mkdir(in("folder.csv"), 0700), 0);
    assert_int_equal(symlink("adam.csv", in("bea.csv")), 0);
    assert_int_equal(symlink("nowhere", in("cut.csv")), 0);
    assert_int_equal(store_list(folder, ".csv", &out), ST_OK);
    assert_string_equal(text_str(&out), "adam.csv\nbea.csv\nzoe.csv\n");
    text_clear(&out); /* all names, but those that are two lines or no files */
    assert_int_equal(store_names(folder, &out), ST_OK);
    assert_string_equal(text_str(&out), ".csv\n.hidden.csv\nadam.csv\nnotes.txt\nzoe.csv\n");
    text_clear(&out);
    text_add(&out, "adam.csv\nbea.csv\nzoe.csv\n");
    assert_int_equal(store_list(in("none"), ".csv", &out), ST_UNKNOWN);
    assert_int_equal(store_list(in("zoe.csv"), ".csv", &out), ST_UNKNOWN);
    assert_string_equal(text_str(&out), "adam.csv\nbea.csv\nzoe.csv\n");
    text_free(&out);
}

#define STORE_TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

static void a_list_may_be_long(void **state)
{
    (void)state;
    struct text out = {0}, want = {0};
    for (int i = 10; i < 60; i++) {
        char name[32];
        snprintf(name, sizeof name, "p%d.csv", i);
        make(in(name), "");
        text_addf(&want, "%s\n", name);
    }
    assert_int_equal(store_list(folder, ".csv", &out), ST_OK);
    assert_string_equal(text_str(&out), text_str(&want));
    text_free(&out);
    text_free(&want);
}

static void a_picture_lies_beside_a_plan(void **state)
{
    static const struct {
        const char *name;
        bool beside;
    } rows[] = {
        {"cat.jpg", true},
        {"pictures/cat.jpg", true},
        {"./cat.jpg", true},
        {"dog.jpg", false},
        {"my/dog.jpg", false},
        {"", false},
        {"pictures", false},
        {"../cat.jpg", false},
        {"/etc/passwd", false},
        {"pictures/../../cat.jpg", false},
        {"..cat.jpg", false},
        {".", false},
        {"https://example.org/cat.jpg", false},
    };
    (void)state;
    assert_int_equal(store_write(in("cat.jpg"), "x", 1, STORE_NEW, NULL), ST_OK);
    assert_int_equal(mkdir(in("pictures"), 0700), 0);
    assert_int_equal(store_write(in("pictures/cat.jpg"), "x", 1, STORE_NEW, NULL), ST_OK);
    for (size_t i = 0; i < COUNT(rows); i++)
        if (store_beside(in("plan.csv"), rows[i].name) != rows[i].beside)
            fail_msg("'%s'", rows[i].name);
    assert_int_equal(unlink(in("pictures/cat.jpg")), 0);
    assert_int_equal(rmdir(in("pictures")), 0);
    assert_false(store_beside("plan.csv", "cat.jpg")); /* the folder where the program is run */
}

static void a_path_is_a_folder_and_a_name(void **state)
{
    static const struct {
        const char *path, *name, *folder;
    } rows[] = {
        {"plan.csv", "plan.csv", "."},
        {"/plan.csv", "plan.csv", "/."},
        {"a/plan.csv", "plan.csv", "a/."},
        {"/home/peg/My plan.csv.age", "My plan.csv.age", "/home/peg/."},
        {"a//b", "b", "a//."},
        {"a/", "", "a/."},
        {"", "", "."},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct text in_it = {0};
        store_add_folder(&in_it, rows[i].path);
        if (strcmp(rows[i].path + store_name_at(rows[i].path), rows[i].name) != 0 ||
            strcmp(text_str(&in_it), rows[i].folder) != 0)
            fail_msg("'%s': in '%s'", rows[i].path, text_str(&in_it));
        text_free(&in_it);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(a_file_is_added_to_what_was_there),
        STORE_TEST(an_empty_file_is_nothing),
        STORE_TEST(what_is_not_a_file_is_refused_at_once),
        STORE_TEST(a_file_over_the_limit_is_refused),
        STORE_TEST(what_cannot_be_read_is_said_plainly),
        STORE_TEST(a_dash_is_standard_input_with_the_same_limit),
        STORE_TEST(a_new_file_is_for_its_owner_only),
        STORE_TEST(a_name_alone_is_a_file_of_this_folder),
        STORE_TEST(the_longest_name_can_be_written),
        STORE_TEST(a_new_file_never_goes_over_another),
        STORE_TEST(a_new_file_can_be_made_on_any_disk),
        STORE_TEST(a_name_taken_at_the_last_moment_is_left_alone),
        STORE_TEST(of_many_at_once_one_makes_the_file),
        STORE_TEST(a_replaced_file_keeps_its_mode),
        STORE_TEST(what_was_meant_for_a_group_is_never_for_another),
        STORE_TEST(nothing_is_ever_cut_in_place),
        STORE_TEST(a_link_stays_and_its_file_is_replaced),
        STORE_TEST(where_one_may_not_write_nothing_changes),
        STORE_TEST(the_steps_come_in_the_order_that_loses_nothing),
        STORE_TEST(short_and_interrupted_writes_go_on),
        STORE_TEST(whatever_fails_the_old_file_stays_and_no_other_is_left),
        STORE_TEST(a_file_that_was_held_for_a_moment_is_saved),
        STORE_TEST(a_disk_that_cannot_be_told_to_hurry_is_good_enough),
        STORE_TEST(a_folder_with_a_fault_is_told_though_the_file_is_there),
        STORE_TEST(each_original_is_kept_under_a_name_of_its_own),
        STORE_TEST(after_a_thousand_originals_no_more_is_kept),
        STORE_TEST(a_second_name_is_noticed),
        STORE_TEST(two_folders_are_on_one_disk_or_not),
        STORE_TEST(a_hidden_name_stands_beside_the_file),
        STORE_TEST(an_empty_file_can_be_written),
        STORE_TEST(a_picture_lies_beside_a_plan),
        STORE_TEST(a_path_is_a_folder_and_a_name),
        STORE_TEST(a_link_to_nothing_exists_too),
        STORE_TEST(a_folder_is_one_that_can_be_written_in),
        STORE_TEST(the_first_bytes_of_a_file_are_looked_at),
        STORE_TEST(a_list_has_the_files_of_one_kind_in_order),
        STORE_TEST(a_list_may_be_long),
    };
    return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
