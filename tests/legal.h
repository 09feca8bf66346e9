/*
 * The rates and the spending guide that the program comes with, for tests.
 */
#ifndef SUPPORTPLAN_TEST_LEGAL_H
#define SUPPORTPLAN_TEST_LEGAL_H

#include "source_file.h"
#include "supportplan/rates_file.h"
#include "supportplan/spending_file.h"

/** Read the rates; rates_free(). */
static inline struct rates legal_rates(void)
{
    struct rates rates = {0};
    struct notices notices = {0};
    size_t len;
    char *csv = source_file("forms/rates.csv", &len);
    assert_int_equal(rates_read(csv, len, &rates, &notices, NULL), ST_OK);
    notices_free(&notices);
    free(csv);
    return rates;
}

/** Read the guide; spending_free(). */
static inline struct spending legal_guide(void)
{
    struct spending guide = {0};
    struct notices notices = {0};
    size_t len;
    char *csv = source_file("forms/spending.csv", &len);
    assert_int_equal(spending_read(csv, len, &guide, &notices, NULL), ST_OK);
    notices_free(&notices);
    free(csv);
    return guide;
}

#endif
