#include "supportplan/ascii.h"

#include <unictype.h>
#include <uninorm.h>

/* What a screen without Unicode shows. Sorted by code point. Accented letters are not here: they
 * lose their marks. */
static const struct {
    ucs4_t uc;
    const char *ascii;
} in_ascii[] = {
    {0x00a1, "!"},        {0x00a2, "c"},        {0x00a3, "GBP "}, {0x00a5, "JPY "}, {0x00a6, "|"},
    {0x00a7, "section "}, {0x00a9, "(c)"},      {0x00ab, "\""},   {0x00ac, "not "}, {0x00ae, "(R)"},
    {0x00af, "-"},        {0x00b0, " degrees"}, {0x00b1, "+/-"},  {0x00b4, "'"},    {0x00b5, "u"},
    {0x00b6, "* "},       {0x00b7, "*"},        {0x00b8, ","},    {0x00bb, "\""},   {0x00bf, "?"},
    {0x00c6, "AE"},       {0x00d0, "D"},        {0x00d7, "x"},    {0x00d8, "O"},    {0x00de, "Th"},
    {0x00df, "ss"},       {0x00e6, "ae"},       {0x00f0, "d"},    {0x00f7, "/"},    {0x00f8, "o"},
    {0x00fe, "th"},       {0x0110, "D"},        {0x0111, "d"},    {0x0126, "H"},    {0x0127, "h"},
    {0x0131, "i"},        {0x0141, "L"},        {0x0142, "l"},    {0x014a, "Ng"},   {0x014b, "ng"},
    {0x0152, "OE"},       {0x0153, "oe"},       {0x02b9, "'"},    {0x02ba, "\""},   {0x02bb, "'"},
    {0x02bc, "'"},        {0x02bd, "'"},        {0x2010, "-"},    {0x2011, "-"},    {0x2012, "-"},
    {0x2013, "-"},        {0x2014, "-"},        {0x2015, "-"},    {0x2018, "'"},    {0x2019, "'"},
    {0x201a, "'"},        {0x201b, "'"},        {0x201c, "\""},   {0x201d, "\""},   {0x201e, "\""},
    {0x201f, "\""},       {0x2020, "+"},        {0x2022, "*"},    {0x2023, "*"},    {0x2032, "'"},
    {0x2033, "\""},       {0x2039, "'"},        {0x203a, "'"},    {0x2043, "-"},    {0x2044, "/"},
    {0x20ac, "EUR "},     {0x2190, "<-"},       {0x2191, "^"},    {0x2192, "->"},   {0x2193, "v"},
    {0x2212, "-"},        {0x2215, "/"},        {0x2219, "*"},    {0x2248, "~"},    {0x2264, "<="},
    {0x2265, ">="},       {0x2500, "-"},        {0x2502, "|"},    {0x25a0, "*"},    {0x25a1, "[ ]"},
    {0x25aa, "*"},        {0x25cf, "*"},        {0x25e6, "*"},    {0x2605, "*"},    {0x2606, "*"},
    {0x2610, "[ ]"},      {0x2611, "[x]"},      {0x2612, "[x]"},  {0x2713, "[x]"},  {0x2714, "[x]"},
    {0x27a2, "->"},       {0x2705, "[x]"},
};

static const char *ascii_from_table(ucs4_t uc)
{
    for (size_t i = 0; i < sizeof in_ascii / sizeof *in_ascii; i++)
        if (in_ascii[i].uc == uc)
            return in_ascii[i].ascii;
    return NULL;
}

/* Add a code point in ASCII; what it is made of is added part by part. */
static void add_character(struct text *out, ucs4_t uc)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int tag;
    const char *known = ascii_from_table(uc);

    if (known)
        text_add(out, known);
    else if (uc < 0x80)
        text_add_char(out, (char)uc);
    else if (!uc_is_general_category_withtable(uc, UC_CATEGORY_MASK_M)) {
        bool syllable = uc >= 0xac00 && uc <= 0xd7a3; /* Hangul: its letters are no better known */
        int count = syllable ? 0 : uc_decomposition(uc, &tag, parts);
        if (count <= 0)
            text_add_char(out, '?');
        for (int i = 0; i < count; i++)
            add_character(out, parts[i]);
    }
}

/* "1" and a half must not become eleven halves. */
void ascii_add(struct text *out, uint32_t uc)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int tag = -1;
    const char *before = out->len > 0 ? out->data + out->len - 1 : "";
    bool after_digit = *before >= '0' && *before <= '9';
    if (after_digit && uc_decomposition(uc, &tag, parts) > 0 && tag == UC_DECOMP_FRACTION)
        text_add_char(out, ' ');
    add_character(out, uc);
}
