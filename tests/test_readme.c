/*
 * The screens in README.md are what the program paints of the middling example.
 */
#include "test.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "source_file.h"
#include "supportplan/form_file.h"
#include "supportplan/paint.h"
#include "supportplan/plan_csv.h"

struct world {
    struct form *form;
    struct wizard *wizard;
    char *readme;
};

static struct plan *read_example(void)
{
    size_t len;
    char *bytes = source_file("forms/examples/middling.csv", &len);
    struct plan *plan = NULL;
    struct plan_opening opening;
    assert_int_equal(plan_csv_read(bytes, len, &plan, &opening, NULL), ST_OK);
    notices_free(&opening.notices);
    free(bytes);
    return plan;
}

static int open_example(void **state)
{
    static struct world world;
    size_t yaml_len, words_len, readme_len;
    struct fault fault;
    struct wizard_world outside = {.today = date_of(2026, 11, 21), .folder = "/home/me"};
    world = (struct world){0};
    char *yaml = source_file("forms/seven-questions.yaml", &yaml_len);
    char *words = source_file("forms/words.yaml", &words_len);
    world.readme = source_file("README.md", &readme_len);
    assert_int_equal(
        form_read("seven-questions", yaml, yaml_len, words, words_len, &world.form, &fault), ST_OK);
    world.wizard = wizard_new(&outside);
    assert_non_null(world.wizard);
    wizard_opened(world.wizard, read_example(), NULL, "my-plan.csv", false);
    wizard_form(world.wizard, world.form);
    wizard_size(world.wizard, paint_page_rows(24), 80);
    wizard_saved(world.wizard, "14:02");
    free(yaml);
    free(words);
    *state = &world;
    return 0;
}

static int close_example(void **state)
{
    struct world *world = *state;
    wizard_free(world->wizard);
    form_free(world->form);
    free(world->readme);
    return 0;
}

/* A page of Markdown shows lines as they are where four blanks stand in front. */
static void indent(struct text *picture)
{
    struct text out = {0};
    for (char *rest = NULL, *line = strtok_r(picture->data, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest))
        text_addf(&out, "    %s\n", line);
    text_free(picture);
    *picture = out;
}

static void is_in_the_readme(struct world *world, int rows, int cols)
{
    struct canvas canvas;
    struct text picture = {0};
    assert_int_equal(canvas_init(&canvas, rows, cols), ST_OK);
    wizard_size(world->wizard, paint_page_rows(rows), cols);
    paint_wizard(world->wizard, CHARSET_UTF8, &canvas);
    /* What is heard is where the cursor is: there it is shown. */
    canvas_text(&canvas, world->wizard->mode == MODE_READER, &picture);
    indent(&picture);
    bool shown = strstr(world->readme, text_str(&picture)) != NULL;
    if (getenv("UPDATE"))
        fputs(text_str(&picture), stderr);
    else if (!shown)
        fail_msg("README.md does not show the screen that UPDATE=1 prints: %.40s",
                 text_str(&picture));
    text_free(&picture);
    canvas_free(&canvas);
}

static void the_task_list_is_in_the_readme(void **state)
{
    is_in_the_readme(*state, 24, 80);
}

static void the_week_is_in_the_readme(void **state)
{
    struct world *world = *state;
    wizard_command(world->wizard, CMD_WEEK, "");
    wizard_command(world->wizard, CMD_RIGHT, "");
    is_in_the_readme(world, 24, 80);
}

static void the_lines_for_speech_are_in_the_readme(void **state)
{
    struct world *world = *state;
    wizard_mode(world->wizard, MODE_READER);
    for (int i = 0; i < 6; i++)
        wizard_command(world->wizard, CMD_DOWN, "");
    is_in_the_readme(world, 12, 40);
    wizard_command(world->wizard, CMD_OPEN, "");
    wizard_command(world->wizard, CMD_DOWN, "");
    is_in_the_readme(world, 12, 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_task_list_is_in_the_readme, open_example,
                                        close_example),
        cmocka_unit_test_setup_teardown(the_week_is_in_the_readme, open_example, close_example),
        cmocka_unit_test_setup_teardown(the_lines_for_speech_are_in_the_readme, open_example,
                                        close_example),
    };
    setlocale(LC_ALL, "");
    return cmocka_run_group_tests_name("readme", tests, NULL, NULL);
}
