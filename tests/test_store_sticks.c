/*
 * Which folders look like sticks: mountinfo of proc(5), as desktops leave it when a stick is put
 * in.
 */
#define _GNU_SOURCE
#include "disk.h"

#define ROOT "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n"

static const struct {
    const char *what, *mounts, *sticks;
} cases[] = {
    {"none", "", ""},
    {"the computer's own disk", ROOT, ""},
    {"what GNOME and KDE do", ROOT "90 27 8:17 / /media/ann/STICK rw,nosuid - vfat /dev/sdb1 rw\n",
     "/media/ann/STICK\n"},
    {"what Fedora does", "90 27 8:17 / /run/media/ann/STICK rw shared:5 - exfat /dev/sdb1 rw\n",
     "/run/media/ann/STICK\n"},
    {"words that may be missing, and more of them",
     "90 27 8:17 / /mnt/a rw master:1 shared:2 x - ext4 /dev/sdb1 rw\n", "/mnt/a\n"},
    {"by hand", "90 27 8:17 / /mnt rw - vfat /dev/sdb1 rw\n", "/mnt\n"},
    {"two", "90 27 8:17 / /media/B rw - vfat b rw\n91 27 8:33 / /media/A rw - fuseblk a rw\n",
     "/media/B\n/media/A\n"},
    {"blanks in the name", "90 27 8:17 / /media/ann/MY\\040OWN\\040STICK rw - vfat b rw\n",
     "/media/ann/MY OWN STICK\n"},
    {"a backslash, and what is no number", "90 27 8:17 / /media/a\\134b\\9\\ rw - vfat b rw\n",
     "/media/a\\b\\9\\\n"},
    {"a name of two lines", "90 27 8:17 / /media/a\\012b rw - vfat b rw\n", ""},
    {"mounted twice",
     "90 27 8:17 / /media/A rw - vfat b rw\n91 90 8:33 / /media/A rw - vfat c rw\n", "/media/A\n"},
    {"one's name begins another's",
     "90 27 8:17 / /media/AB rw - vfat b rw\n91 27 8:33 / /media/A rw - vfat c rw\n",
     "/media/AB\n/media/A\n"},
    {"read only", "90 27 8:17 / /media/A ro,nosuid - vfat b ro\n", ""},
    {"a disc", "90 27 11:0 / /media/A rw - iso9660 b rw\n", ""},
    {"another computer's", "90 27 0:50 / /mnt/share rw - cifs //nas/all rw\n", ""},
    {"another system's disk", "90 27 0:50 / /mnt/c rw - 9p C: rw\n", ""},
    {"memory", "90 27 0:50 / /mnt/ram rw - tmpfs tmpfs rw\n", ""},
    {"elsewhere", "90 27 8:17 / /home rw - ext4 b rw\n91 27 8:33 / /mediaA rw - vfat b rw\n", ""},
    {"a kind whose name begins so", "90 27 8:17 / /media/A rw - vfat2 b rw\n", ""},
    {"lines that are not whole",
     "90\n\n90 27 8:17 /\n90 27 8:17 / /media/A\n90 27 8:17 / /media/A rw\n"
     "90 27 8:17 / /media/A rw shared:1\n90 27 8:17 / /media/A rw -\n90 27 8:17 / /media/A rw - ",
     ""},
    {"no last newline", "90 27 8:17 / /media/A rw - vfat", "/media/A\n"},
};

static void what_looks_like_a_stick_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text out = {0};
        text_add(&out, "before\n");
        assert_int_equal(store_sticks(cases[i].mounts, &out), ST_OK);
        if (strncmp(text_str(&out), "before\n", 7) != 0 ||
            strcmp(text_str(&out) + 7, cases[i].sticks) != 0)
            fail_msg("%s: %s", cases[i].what, text_str(&out));
        text_free(&out);
    }
}

/* Every beginning of a list is read, and says nothing that the whole does not. */
static void a_list_that_is_cut_short_does_no_harm(void **state)
{
    static const char whole[] =
        "90 27 8:17 / /media/ann/A\\040B rw,x shared:1 - vfat /dev/sdb1 rw\n";
    (void)state;
    for (size_t n = 0; n < sizeof whole; n++) {
        char part[sizeof whole];
        struct text out = {0};
        snprintf(part, sizeof part, "%.*s", (int)n, whole);
        assert_int_equal(store_sticks(part, &out), ST_OK);
        if (out.len > 0 && strcmp(text_str(&out), "/media/ann/A B\n") != 0)
            fail_msg("%zu: %s", n, text_str(&out));
        text_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_looks_like_a_stick_is_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_list_that_is_cut_short_does_no_harm, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("store_sticks", tests, NULL, NULL);
}
