/*
 * What every unit test includes: cmocka and the headers that it needs before it.
 */
#ifndef SUPPORTPLAN_TEST_H
#define SUPPORTPLAN_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#ifdef NDEBUG
#error "the tests need their asserts"
#endif

#define COUNT(array) (sizeof(array) / sizeof *(array))

#endif
