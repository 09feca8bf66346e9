/*
 * Visiting the pages that walk.c comes to by keys, in the program itself on a real terminal.
 */
#ifndef SUPPORTPLAN_VISIT_H
#define SUPPORTPLAN_VISIT_H

#include <fcntl.h>
#include <sys/stat.h>

#include "terminal.h"
#include "walk.h"

#define ROWS 24
#define COLS 80

struct visit {
    struct stage stage;
    struct walk walk;
    struct terminal *t;
    const struct walk_page *page; /* where t is */
};

static inline int begin_visit(void **state, enum mode mode)
{
    struct visit *v = calloc(1, sizeof *v);
    assert_non_null(v);
    stage_open(&v->stage);
    v->walk = walk_to_every_kind(mode);
    *state = v;
    return 0;
}

static inline int end_visit(void **state)
{
    struct visit *v = *state;
    terminal_end(v->t);
    walk_end(&v->walk);
    stage_close(&v->stage);
    free(v);
    return 0;
}

/* Going about */

static inline void fail_here(const struct visit *v, const char *what)
{
    struct bytes picture = terminal_picture(v->t);
    fail_msg("%s, on the page %s (keys: %s):\n%s", what, v->page->name, v->page->keys,
             picture.data);
}

/* Whether the screen is that of the page: what its first row says is the title. */
static inline bool is_there(struct visit *v)
{
    walk_to(&v->walk, v->page);
    const char *title = v->walk.s.w->page.title;
    size_t n = strlen(title);
    return strncmp(terminal_row(v->t, 0), title, n < 30 ? n : 30) == 0;
}

/* A save that was cut short at 14:00 on 2026-11-21, long after the plan was saved. */
static inline void leave_unsaved(struct visit *v, const char *bytes)
{
    static const char name[] = ".plan.csv.0123456789abcdef.tmp";
    const struct timespec then[2] = {{.tv_sec = 1795269600}, {.tv_sec = 1795269600}};
    const struct timespec before[2] = {{.tv_sec = 1700000000}, {.tv_sec = 1700000000}};
    stage_write(&v->stage, name, bytes, strlen(bytes));
    assert_int_equal(utimensat(AT_FDCWD, stage_path(&v->stage, name), then, 0), 0);
    assert_int_equal(utimensat(AT_FDCWD, stage_path(&v->stage, "plan.csv"), before, 0), 0);
}

static inline void go(struct visit *v, const struct walk_page *page, const char *const env[])
{
    const char *words[3] = {0};
    size_t len = 0, n = 0;
    char *plan = walk_plan(page->plan, &len);
    terminal_end(v->t);
    stage_close(&v->stage);
    stage_open(&v->stage);
    if (v->walk.mode == MODE_READER)
        words[n++] = "--screen-reader";
    if (plan) {
        stage_write(&v->stage, "plan.csv", plan, len);
        words[n++] = "plan.csv";
    }
    if (walk_unsaved(page->plan))
        leave_unsaved(v, walk_unsaved(page->plan));
    free(plan);
    v->t = terminal_start(&v->stage, words, env, ROWS, COLS);
    v->page = page;
    terminal_keys(v->t, page->keys);
    if (!is_there(v))
        fail_here(v, "the keys do not lead there");
}

typedef void look_at(struct visit *v);

static inline void on_every_kind_of_page(struct visit *v, const char *const env[], look_at *look)
{
    for (size_t i = 0; i < v->walk.count; i++)
        if (walk_is_first(&v->walk, i)) {
            go(v, &v->walk.pages[i], env);
            look(v);
        }
}

#endif
