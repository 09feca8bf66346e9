/*
 * What a typed letter costs, from the event to the painted page: at the start, in the middle and at
 * the end of an answer of 100,000 characters, beside the same in one of 100. Prints figures and
 * ratios; judges nothing.
 *
 * Usage: typing FORM.yaml WORDS.yaml
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inprocess.h"
#include "supportplan/form_file.h"
#include "supportplan/paint.h"

#define LETTERS 401

static struct form *open_form(const char *path, const char *words_path)
{
    struct form *form = NULL;
    struct fault fault = {0};
    struct text yaml = read_whole(path), words = read_whole(words_path);
    if (form_read("seven-questions", text_str(&yaml), yaml.len, text_str(&words), words.len, &form,
                  &fault))
        stop(fault.text);
    text_free(&yaml);
    text_free(&words);
    return form;
}

/* A session at the first long question of the form, its answer len characters long. */
static struct wizard *at_a_question(const struct form *form, size_t len)
{
    struct wizard_world world = {.today = date_of(2026, 11, 21), .folder = "."};
    struct wizard *w = wizard_new(&world);
    struct text answer = {0};
    struct plan *plan = plan_new();
    size_t section;
    const struct form_page *page = form_page_of_answer(form, "good-day", &section);
    if (!w || !plan || !page)
        stop("no session");
    while (answer.len < len)
        text_add(&answer, "A good day starts slowly, with tea. ");
    wizard_opened(w, plan, NULL, NULL, false);
    wizard_form(w, form);
    wizard_size(w, paint_page_rows(24), 80);
    const struct form_page *first = form_section_at(form, section, NULL)->pages;
    wizard_go(w, place_of_page(section, (size_t)(page - first)));
    textedit_insert(&w->edit, text_str(&answer), answer.len, true);
    text_free(&answer);
    return w;
}

/* Microseconds of a letter, the median, at a place in halves of the answer. */
static double letter(struct wizard *w, struct canvas *canvas, int half)
{
    static double took[LETTERS];
    textedit_do(&w->edit, half ? TE_FINISH : TE_START, 79);
    if (half == 1)
        w->edit.at = w->edit.text.len / 2;
    for (int i = 0; i < LETTERS; i++) {
        double start = now();
        wizard_type(w, i % 6 ? "x" : " ", 1, false);
        paint_wizard(w, CHARSET_UTF8, canvas);
        took[i] = now() - start;
    }
    qsort(took, LETTERS, sizeof *took, by_size);
    return took[LETTERS / 2];
}

int main(int argc, char **argv)
{
    static const char *const places[] = {"at the start", "in the middle", "at the end"};
    struct canvas canvas = {0};
    if (argc != 3) {
        fprintf(stderr, "Usage: typing FORM.yaml WORDS.yaml\n");
        return 2;
    }
    setlocale(LC_CTYPE, "C.UTF-8");
    struct form *form = open_form(argv[1], argv[2]);
    if (canvas_init(&canvas, 24, 80) != ST_OK)
        stop("no canvas");
    for (int half = 0; half < 3; half++) {
        struct wizard *brief = at_a_question(form, 100), *whole = at_a_question(form, 100000);
        double yardstick = letter(brief, &canvas, half), took = letter(whole, &canvas, half);
        printf("a letter %-14s %7.1f us in 100,000 characters, %7.1f in 100: %.2f\n", places[half],
               took, yardstick, took / yardstick);
        wizard_free(brief);
        wizard_free(whole);
    }
    canvas_free(&canvas);
    form_free(form);
    return 0;
}
