/*
 * The hidden files beside a plan: a log that only grows, the lock, and what saves that were cut
 * short have left.
 */
#define _GNU_SOURCE
#include "disk.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static struct text bytes_of(const char *s)
{
    struct text t = {0};
    text_add(&t, s);
    return t;
}

static enum status log_begin(struct store_log *log, const char *words)
{
    struct text bytes = bytes_of(words);
    enum status st = store_log_begin(log, in("plan.csv"), "journal", &bytes, NULL);
    text_free(&bytes);
    return st;
}

static enum status log_add(struct store_log *log, const char *words)
{
    struct text bytes = bytes_of(words);
    enum status st = store_log_add(log, &bytes, NULL);
    text_free(&bytes);
    return st;
}

/* ---- the log ---- */

static void a_log_holds_what_was_added_at_once(void **state)
{
    (void)state;
    struct store_log log = {0};
    assert_int_equal(log_begin(&log, "one"), ST_OK);
    assert_int_equal(log_add(&log, " two"), ST_OK);
    has(in(".plan.csv.journal"), "one two");
    assert_int_equal(mode_of(in(".plan.csv.journal")), 0600);
    assert_int_equal(store_log_sync(&log, NULL), ST_OK);
    store_log_end(&log, true);
    has(in(".plan.csv.journal"), "one two");
}

/* Nothing is waited for where nothing was added. */
static void a_log_that_is_on_the_disk_is_not_synced_again(void **state)
{
    (void)state;
    struct store_log log = {0};
    assert_int_equal(log_begin(&log, "one"), ST_OK);
    assert_int_equal(store_log_sync(&log, NULL), ST_OK);
    memset(&world, 0, sizeof world);
    assert_int_equal(log_add(&log, ""), ST_OK);
    assert_int_equal(store_log_sync(&log, NULL), ST_OK);
    assert_int_equal(world.made[FSYNC], 0);
    assert_int_equal(log_add(&log, " two"), ST_OK);
    assert_int_equal(store_log_sync(&log, NULL), ST_OK);
    assert_int_equal(world.made[FSYNC], 2); /* the log, and its folder */
    store_log_end(&log, false);
}

static void half_an_addition_is_taken_back(void **state)
{
    (void)state;
    struct store_log log = {0};
    assert_int_equal(log_begin(&log, "one"), ST_OK);
    world.stumble = 1; /* a byte at a time */
    world.fail_at[WRITE] = world.made[WRITE] + 4;
    world.code[WRITE] = ENOSPC;
    assert_int_equal(log_add(&log, " two"), ST_IO);
    world.stumble = 0;
    has(in(".plan.csv.journal"), "one");
    assert_int_equal(log_add(&log, " three"), ST_OK);
    has(in(".plan.csv.journal"), "one three");
    store_log_end(&log, false);
    assert_int_equal(names(), 0);
}

static void a_new_log_is_on_the_disk_before_the_old_one_goes(void **state)
{
    (void)state;
    static const enum call calls[] = {WRITE, FSYNC, RENAME};
    struct store_log log = {0};
    assert_int_equal(log_begin(&log, "old"), ST_OK);
    for (size_t i = 0; i < COUNT(calls); i++) {
        memset(&world, 0, sizeof world);
        world.fail_at[calls[i]] = 1;
        world.code[calls[i]] = EIO;
        assert_int_equal(log_begin(&log, "new"), ST_IO);
        if (names() != 1)
            fail_msg("call %zu: %d names", i, names());
        assert_int_equal(log_add(&log, "+"), ST_OK); /* the old one goes on */
    }
    has(in(".plan.csv.journal"), "old+++");
    memset(&world, 0, sizeof world);
    assert_int_equal(log_begin(&log, "new"), ST_OK);
    assert_string_equal(world.log, "wsrc"); /* write, sync, rename; the old one is closed */
    has(in(".plan.csv.journal"), "new");
    store_log_end(&log, false);
}

/* ---- the lock ---- */

static enum status take(struct store_lock *lock, bool anyway, struct store_holder *holder)
{
    return store_lock_take(lock, in("plan.csv"), "2026-11-21 14:02", anyway, holder);
}

static void one_has_the_lock_and_gives_it_back(void **state)
{
    (void)state;
    struct store_lock first = {0}, second = {0};
    struct store_holder holder = {0};
    assert_int_equal(take(&first, false, &holder), ST_OK);
    assert_int_equal(take(&second, false, &holder), ST_EXISTS);
    assert_true(holder.here);
    assert_string_equal(holder.since, "2026-11-21 14:02");
    assert_false(second.held);
    store_lock_end(&first);
    assert_int_equal(names(), 0);
    assert_int_equal(take(&second, false, &holder), ST_OK);
    store_lock_end(&second);
}

static void a_lock_that_was_taken_over_is_not_taken_away(void **state)
{
    (void)state;
    struct store_lock first = {0}, second = {0};
    struct store_holder holder = {0};
    assert_int_equal(take(&first, false, &holder), ST_OK);
    assert_int_equal(take(&second, true, &holder), ST_OK);
    store_lock_end(&first);
    assert_int_equal(names(), 1);
    store_lock_end(&second);
    assert_int_equal(names(), 0);
}

/* Its name reached the disk, and its words did not, or not all. Held by somebody, it is not torn;
 * and another program's, or a later version's, is no business of ours. */
static void a_lock_that_a_power_cut_tore_is_nobodys(void **state)
{
    static const struct {
        const char *words;
        enum status status;
    } cases[] = {
        {"", ST_OK},
        {"support", ST_OK},
        {"supportplan lock 1", ST_OK},
        {"supportplan lock 1\nann\nha", ST_OK},
        {"supportplan lock 2\nann\n", ST_EXISTS},
        {"another program", ST_EXISTS},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct store_lock lock = {0};
        struct store_holder holder = {0};
        size_t len = strlen(cases[i].words);
        int fd = open(in(".plan.csv.lock"), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        assert_true(fd >= 0 && write(fd, cases[i].words, len) == (ssize_t)len);
        assert_int_equal(flock(fd, LOCK_EX), 0);
        assert_int_equal(take(&lock, false, &holder), ST_EXISTS);
        close(fd);
        if (take(&lock, false, &holder) != cases[i].status)
            fail_msg("\"%s\"", cases[i].words);
        store_lock_end(&lock);
    }
}

/* No picture waits for a disk: a lock that a power cut takes away is held by nobody. */
static void a_lock_waits_for_no_disk(void **state)
{
    (void)state;
    struct store_lock lock = {0};
    struct store_holder holder = {0};
    memset(&world, 0, sizeof world);
    assert_int_equal(take(&lock, false, &holder), ST_OK);
    assert_null(strchr(world.log, 's'));
    store_lock_end(&lock);
}

/* The lines of a lock: what, who, host, machine, boot, process, its start, since. Those that are
 * NULL are as ours are. */
static const struct {
    const char *what;
    const char *lines[8];
    enum status status;
    bool here;
} locks[] = {
    {"the computer was started again", {[4] = "another boot"}, ST_OK, false},
    {"the process is gone", {[5] = "999999999"}, ST_OK, false},
    {"its number is another's now", {[6] = "17"}, ST_OK, false},
    {"a number that is none", {[5] = "x"}, ST_OK, false},
    {"it runs, but holds nothing", {0}, ST_EXISTS, true},
    {"another computer of the same name", {[3] = "another machine"}, ST_EXISTS, false},
    {"another computer", {[2] = "library-pc"}, ST_EXISTS, false},
    {"another program's", {[0] = "somebody's lock"}, ST_EXISTS, false},
    {"a line that is too long for one of ours",
     {[1] = "a name of seventy-two letters, which is one more than there is room for!"},
     ST_EXISTS,
     false},
};

/* Our own lock with some lines changed. */
static void given_lock(const char *const lines[8])
{
    struct store_lock ours = {0};
    struct store_holder holder = {0};
    struct text was = {0}, now = {0};
    (void)unlink(in(".plan.csv.lock"));
    assert_int_equal(take(&ours, false, &holder), ST_OK);
    assert_int_equal(store_read(in(".plan.csv.lock"), 4096, &was, NULL), ST_OK);
    store_lock_end(&ours);
    const char *at = text_str(&was);
    for (int i = 0; i < 8; i++) {
        int len = (int)strcspn(at, "\n");
        text_addf(&now, "%.*s\n", lines[i] ? (int)strlen(lines[i]) : len, lines[i] ? lines[i] : at);
        at += len + 1;
    }
    make(in(".plan.csv.lock"), text_str(&now));
    text_free(&was);
    text_free(&now);
}

static void a_lock_is_taken_over_where_its_owner_is_gone_for_certain(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(locks); i++) {
        struct store_lock lock = {0};
        struct store_holder holder = {0};
        given_lock(locks[i].lines);
        enum status st = take(&lock, false, &holder);
        if (st != locks[i].status || (st && holder.here != locks[i].here))
            fail_msg("%s: status %d, %s", locks[i].what, (int)st, holder.here ? "here" : "away");
        if (st) /* the person may take it all the same */
            assert_int_equal(take(&lock, true, &holder), ST_OK);
        store_lock_end(&lock);
    }
}

/* A lock of another computer, so many seconds old. */
static void given_old_lock(long seconds)
{
    static const char *const theirs[8] = {[2] = "library-pc", [3] = "0123"};
    struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = time(NULL) - seconds}};
    given_lock(theirs);
    assert_int_equal(utimensat(AT_FDCWD, in(".plan.csv.lock"), times, 0), 0);
}

static void a_lock_says_when_it_was_last_used(void **state)
{
    static const struct {
        long seconds, hours;
    } cases[] = {{-7200, 0}, {0, 0}, {3500, 0}, {3700, 1}, {3L * 24 * 3600 + 60, 72}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct store_lock lock = {0};
        struct store_holder holder = {.hours = -1};
        given_old_lock(cases[i].seconds);
        assert_int_equal(take(&lock, false, &holder), ST_EXISTS);
        if (holder.hours != cases[i].hours)
            fail_msg("%ld seconds: %ld hours", cases[i].seconds, holder.hours);
    }
}

static void a_lock_that_is_used_is_as_good_as_new(void **state)
{
    (void)state;
    struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    struct store_lock lock = {0};
    struct store_holder holder = {0};
    struct stat is;
    (void)unlink(in(".plan.csv.lock"));
    store_lock_used(&lock); /* none is held: nothing happens */
    assert_int_equal(take(&lock, false, &holder), ST_OK);
    assert_int_equal(utimensat(AT_FDCWD, in(".plan.csv.lock"), old, 0), 0);
    store_lock_used(&lock);
    assert_int_equal(stat(in(".plan.csv.lock"), &is), 0);
    assert_true(is.st_mtime > 1000);
    store_lock_end(&lock);
}

/* A stick may be pulled out, and a folder of its name be there. */
static void a_lock_knows_its_disk(void **state)
{
    (void)state;
    struct store_lock lock = {0};
    struct store_holder holder = {0};
    assert_true(store_lock_leads(&lock, "/proc/plan.csv")); /* none is held */
    assert_int_equal(take(&lock, false, &holder), ST_OK);
    assert_true(store_lock_leads(&lock, in("plan.csv")));
    assert_true(store_lock_leads(&lock, in("none/plan.csv"))); /* the save tells */
    assert_false(store_lock_leads(&lock, "/proc/plan.csv"));
    store_lock_end(&lock);
}

static void a_program_that_was_killed_holds_nothing(void **state)
{
    (void)state;
    struct store_lock lock = {0};
    struct store_holder holder = {0};
    pid_t pid = fork();
    if (pid == 0) {
        (void)take(&lock, false, &holder);
        raise(SIGKILL);
    }
    siginfo_t ended; /* it is dead, but not buried yet */
    assert_int_equal(waitid(P_PID, (id_t)pid, &ended, WEXITED | WNOWAIT), 0);
    assert_int_equal(names(), 1);
    assert_int_equal(take(&lock, false, &holder), ST_OK);
    store_lock_end(&lock);
    assert_true(waitpid(pid, NULL, 0) == pid);
}

/* Each tells whether it has the lock, and holds it until all have told. */
static void try_to_have_it(int tell, int go_on)
{
    struct store_lock lock = {0};
    struct store_holder holder = {0};
    char c = take(&lock, false, &holder) == ST_OK ? 'y' : 'n';
    (void)!__real_write(tell, &c, 1);
    (void)!read(go_on, &c, 1);
    _exit(0);
}

static void of_many_at_once_one_has_the_lock(void **state)
{
    (void)state;
    for (int round = 0; round < 20; round++) {
        int have = 0, told[2], go_on[2];
        assert_true(pipe2(told, O_CLOEXEC) == 0 && pipe2(go_on, O_CLOEXEC) == 0);
        for (int who = 0; who < 8; who++)
            if (fork() == 0)
                try_to_have_it(told[1], go_on[0]);
        for (int who = 0; who < 8; who++) {
            char c = 0;
            assert_int_equal(read(told[0], &c, 1), 1);
            have += c == 'y';
        }
        assert_int_equal(__real_write(go_on[1], "12345678", 8), 8);
        while (wait(NULL) > 0)
            ;
        for (int i = 0; i < 2; i++) {
            (void)__real_close(told[i]);
            (void)__real_close(go_on[i]);
        }
        (void)unlink(in(".plan.csv.lock"));
        assert_int_equal(have, 1);
    }
}

/* ---- what was left ---- */

static void what_was_left_is_found_the_newest_first(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        long when;
        bool found;
    } files[] = {
        {"plan.csv", 50, false},
        {"plan.csv~", 20, true},
        {"plan.csv~2~", 10, true},
        {".plan.csv.0123456789abcdef.tmp", 30, true},
        {".plan.csv.0123456789abcde.tmp", 40, false},
        {".plan.csv.0123456789abcdeg.tmp", 40, false},
        {".plan.csv.0123456789abcdef.txt", 40, false},
        {".plan.txt.0123456789abcdef.tmp", 40, false},
        {"plan.csv~3~", 40, false},
        {"other.csv~", 40, false},
    };
    for (size_t i = 0; i < COUNT(files); i++) {
        const struct timespec then[2] = {{.tv_sec = files[i].when}, {.tv_sec = files[i].when}};
        make(in(files[i].name), files[i].name);
        assert_int_equal(utimensat(AT_FDCWD, in(files[i].name), then, 0), 0);
    }
    struct store_leftover *list;
    size_t count;
    assert_int_equal(store_leftovers(in("plan.csv"), 100, &list, &count), ST_OK);
    assert_int_equal(count, 3);
    assert_string_equal(text_str(&list[0].bytes), ".plan.csv.0123456789abcdef.tmp");
    assert_true(list[0].unfinished);
    assert_string_equal(text_str(&list[1].bytes), "plan.csv~");
    assert_string_equal(text_str(&list[2].bytes), "plan.csv~2~");
    assert_false(list[1].unfinished);
    store_leftover_keep(in("plan.csv"), &list[0]);
    has(in("plan.csv~"), ".plan.csv.0123456789abcdef.tmp");
    store_leftovers_free(list, count);
}

static void what_somebody_writes_is_not_swept_away(void **state)
{
    (void)state;
    char path[160];
    snprintf(path, sizeof path, "%s", in(".plan.csv.0123456789abcdef.tmp"));
    make(path, "half");
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    store_sweep(path);
    has(path, "half");
    (void)close(fd);
    store_sweep(path);
    assert_int_equal(names(), 0);
    store_sweep(path); /* it is not there any more */
    make(in("mine"), "mine");
    assert_int_equal(symlink("mine", path), 0);
    store_sweep(path); /* no program of ours made that */
    assert_int_equal(names(), 2);
}

static void a_folder_is_nothing_that_was_left(void **state)
{
    (void)state;
    struct store_leftover *list = NULL;
    size_t count = 1;
    assert_int_equal(mkdir(in("plan.csv~"), 0700), 0);
    assert_int_equal(store_leftovers(in("plan.csv"), 100, &list, &count), ST_OK);
    assert_int_equal(count, 0);
    assert_null(list);
}

/* What belongs to a plan, and to what else the person may have of it. Locked files are no kin of a
 * plan, nor the lock; a plan's own copies are its own. */
static const struct {
    const char *plan, *file;
    char whose; /* 'o'urs, 'k'in, or '-' nobody's */
} families[] = {
    {"plan.csv", "plan.csv", 'o'},          {"plan.csv", "plan.csv~", 'o'},
    {"plan.csv", "plan.csv~2~", 'o'},       {"plan.csv", ".plan.csv.0123456789abcdef.tmp", 'o'},
    {"plan.csv", "plan.txt", 'k'},          {"plan.csv", "plan-my-version.csv", 'k'},
    {"plan.csv", ".plan.csv.journal", 'k'}, {"plan.csv", ".plan.csv.lock", '-'},
    {"plan.csv", "plan.csv.age", '-'},      {"plan.csv", "plan.csv.age~", '-'},
    {"plan.csv", "plan.csv.age~2~", '-'},   {"plan.csv", ".plan.csv.age.journal", '-'},
    {"plan.csv", "plans.csv", '-'},         {"plan.csv", "pla.csv", '-'},
    {"plan.csv", "other.csv", '-'},         {"plan.csv.age", "plan.csv", 'k'},
    {"plan.csv.age", "plan.csv.age", 'o'},  {".plan.csv", ".plan.csv~", 'o'},
    {".plan.csv", ".plan.txt", 'k'},        {".plan.csv", "plan.txt", '-'},
};

static void the_files_of_a_plan_are_told_from_its_kin(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(families); i++) {
        struct text ours = {0}, others = {0}, want = {0};
        make(in(families[i].file), "");
        text_addf(&want, "%s\n", in(families[i].file));
        assert_int_equal(store_family(in(families[i].plan), &ours, &others), ST_OK);
        bool own = strcmp(text_str(&ours), text_str(&want)) == 0;
        bool kin = strcmp(text_str(&others), text_str(&want)) == 0;
        if (own != (families[i].whose == 'o') || kin != (families[i].whose == 'k') ||
            (families[i].whose == '-' && ours.len + others.len > 0))
            fail_msg("%s beside %s: '%s', '%s'", families[i].file, families[i].plan,
                     text_str(&ours), text_str(&others));
        assert_int_equal(unlink(in(families[i].file)), 0);
        text_free(&ours);
        text_free(&others);
        text_free(&want);
    }
}

/* A plan that is not there yet, in the folder where the program is run. */
static void what_lies_beside_a_name_alone_is_found(void **state)
{
    (void)state;
    struct text ours = {0}, others = {0};
    struct store_leftover *list;
    size_t count;
    char here[PATH_MAX];
    make(in("plan.csv~"), "before");
    make(in("plan.txt"), "");
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(store_leftovers("plan.csv", 100, &list, &count), ST_OK);
    assert_int_equal(store_family("plan.csv", &ours, &others), ST_OK);
    assert_int_equal(chdir(here), 0);
    assert_int_equal(count, 1);
    assert_string_equal(list[0].path, "plan.csv~");
    assert_string_equal(text_str(&list[0].bytes), "before");
    assert_string_equal(text_str(&ours), "plan.csv~\n");
    assert_string_equal(text_str(&others), "plan.txt\n");
    store_leftovers_free(list, count);
    text_free(&ours);
    text_free(&others);
}

#define LOG_TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LOG_TEST(a_log_holds_what_was_added_at_once),
        LOG_TEST(a_log_that_is_on_the_disk_is_not_synced_again),
        LOG_TEST(half_an_addition_is_taken_back),
        LOG_TEST(a_new_log_is_on_the_disk_before_the_old_one_goes),
        LOG_TEST(one_has_the_lock_and_gives_it_back),
        LOG_TEST(a_lock_that_was_taken_over_is_not_taken_away),
        LOG_TEST(a_lock_that_a_power_cut_tore_is_nobodys),
        LOG_TEST(a_lock_waits_for_no_disk),
        LOG_TEST(a_lock_is_taken_over_where_its_owner_is_gone_for_certain),
        LOG_TEST(a_lock_says_when_it_was_last_used),
        LOG_TEST(a_lock_that_is_used_is_as_good_as_new),
        LOG_TEST(a_lock_knows_its_disk),
        LOG_TEST(a_program_that_was_killed_holds_nothing),
        LOG_TEST(of_many_at_once_one_has_the_lock),
        LOG_TEST(what_was_left_is_found_the_newest_first),
        LOG_TEST(what_somebody_writes_is_not_swept_away),
        LOG_TEST(a_folder_is_nothing_that_was_left),
        LOG_TEST(the_files_of_a_plan_are_told_from_its_kin),
        LOG_TEST(what_lies_beside_a_name_alone_is_found),
    };
    return cmocka_run_group_tests_name("store_log", tests, NULL, NULL);
}
