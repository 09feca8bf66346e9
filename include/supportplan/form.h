/*
 * What is asked, in which order and words: read only. Forms are made by
 * form_file; their content is in forms/, and no sentence of theirs is in the code.
 */
#ifndef SUPPORTPLAN_FORM_H
#define SUPPORTPLAN_FORM_H

#include <stdbool.h>

#include "supportplan/schema.h"

/** Where a fact was read. */
struct form_source {
    char *title;
    char *address;
    char *read; /**< the date it was read, as in the file */
};

/** One choice or checklist entry with its words. */
struct form_entry {
    char *name; /**< the word of the field's list, or the checklist entry's name */
    char *text; /**< what a person reads */
    char *help; /**< may be NULL */
};

/** The words for one field of the schema. */
struct form_words {
    char *field;    /**< "about.name" */
    char *label;    /**< what it is called, 20 columns or fewer */
    char *question; /**< the field as a question */
    char *help;     /**< may be NULL */
    char **examples;
    unsigned examples_count;
    struct form_entry *words; /**< for a list of words: each in a person's words */
    unsigned words_count;
};

/** What a page is. */
enum page_kind {
    PAGE_QUESTION,  /**< a long answer: answer names it */
    PAGE_FIELD,     /**< one field: field names it */
    PAGE_TABLE,     /**< a list of records: table names the section, fields the columns asked */
    PAGE_CHECKLIST, /**< entries to tick */
    PAGE_WEEK,      /**< the timetable */
    PAGE_MONEY,     /**< the figures */
    PAGE_CHECK,     /**< what there is to look at */
    PAGE_FEEDBACK,  /**< a word about the toolkit, kept as a file of its own */
};

/** One page of a section: one question, one table. Strings may be NULL where not said otherwise. */
struct form_page {
    enum page_kind kind;
    char *answer;    /**< PAGE_QUESTION: its name */
    char *field;     /**< PAGE_FIELD: "about.name" */
    char *table;     /**< PAGE_TABLE: "goal" */
    char *text;      /**< the question, which is the heading; never NULL after reading */
    char *label;     /**< a short name, 20 columns or fewer; never NULL after reading */
    char *why;       /**< why it is asked */
    char *help;      /**< guidance */
    char **examples; /**< in ordinary people's words */
    unsigned examples_count;
    char *checker; /**< what the checker looks for */
    struct form_source *more;
    unsigned more_count;
    struct form_entry *entries; /**< PAGE_CHECKLIST, PAGE_FEEDBACK */
    unsigned entries_count;
    char **fields; /**< PAGE_TABLE: the columns to ask, in order: "what"; none = all */
    unsigned fields_count;
    char *only;    /**< PAGE_TABLE: a field that is yes or no. The page lists the entries where it
                      is yes, and gives that to those that are added; NULL: lists all */
    bool optional; /**< the plan is ready without it */
};

struct form_section {
    char *name;        /**< short and stable: "important" */
    char *title;       /**< what the task list says */
    char *short_title; /**< 20 columns or fewer */
    char *intro;       /**< may be NULL */
    struct form_page *pages;
    unsigned pages_count;
};

struct form_group {
    char *title;
    struct form_section *sections;
    unsigned sections_count;
};

/** A rule's level in this form, where it differs. */
struct form_rule {
    char *rule;  /**< "R14" */
    char *level; /**< "must", "ask", "note" or "off" */
};

/** Whom to talk to when stuck; a group fills it in once. Strings may be NULL. */
struct form_talk {
    char *name;
    char *phone;
    char *hours;
};

/** The words a council uses. Never NULL after reading: plain defaults stand in. */
struct form_terms {
    char *care_manager; /**< "care manager", "care assessor" */
    char *indicative;   /**< "indicative budget", "indicative allocation" */
    char *budget;       /**< "personal budget" */
    char *contribution; /**< "contribution" */
};

struct form {
    char *name; /**< the file's name without .yaml; equals plan field form */
    char *title;
    char *council; /**< whose questions they are */
    char *about;   /**< where the questions come from, when they were read, and that it is not the
                      council's own form */
    struct form_source *sources;
    unsigned sources_count;
    struct form_terms terms;
    struct form_talk talk;
    struct form_group *groups;
    unsigned groups_count;
    struct form_rule *rules;
    unsigned rules_count;
    char **criteria; /**< what only a person can judge: questions to ask oneself, never scored. Of
                        forms/words.yaml, with this form's own in front */
    unsigned criteria_count;
    char **vague; /**< phrases that say too little, such as "as needed"; likewise: see R02 */
    unsigned vague_count;
    struct form_words *words; /**< of forms/words.yaml, with this form's own in front */
    unsigned words_count;
};

/** How many sections a form has, over all groups. */
size_t form_section_count(const struct form *form);
/** Section i, from 0, counted over all groups; group may be NULL. NULL past the end. */
const struct form_section *form_section_at(const struct form *form, size_t i, size_t *group);
/** The words for a field; NULL where the form has none. */
const struct form_words *form_words_for(const struct form *form, enum field field);
/** What a field is called: the form's label, or the schema's name. Never NULL. */
const char *form_label(const struct form *form, enum field field);
/** A field as a question: the form's, or its label. Never NULL. */
const char *form_question(const struct form *form, enum field field);
/** A word of a list in a person's words: the form's, or the word itself. Never NULL. */
const char *form_word(const struct form *form, enum field field, const char *word);
/** The page that asks for an answer, or NULL; section (may be NULL) gets its section's number. */
const struct form_page *form_page_of_answer(const struct form *form, const char *answer,
                                            size_t *section);
/** The page that shows a field or a table of its section, or NULL; section (may be NULL) gets its
 * number. */
const struct form_page *form_page_of_field(const struct form *form, enum field field,
                                           size_t *section);
/** The level that a form gives a rule ("must", "ask", "note", "off"), or NULL where it says
 * nothing. */
const char *form_rule_level(const struct form *form, const char *rule);

#endif
