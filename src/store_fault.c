/*
 * What went wrong with a file, in plain sentences.
 */
#include "store_parts.h"

#include <errno.h>
#include <string.h>

static const struct {
    int code;
    const char *sentence;
} causes[] = {
    {ENOSPC, N_("There is no room left on the disk.")},
    {EDQUOT, N_("There is no room left for your files on this disk.")},
    {EFBIG, N_("The file is larger than this disk allows.")},
    {EROFS, N_("This disk can be read, but nothing can be written to it.")},
    {EIO, N_("The disk has a fault.")},
    {ENOENT, N_("There is no such folder. If it is on a stick, put the stick in.")},
    {ENOTDIR, N_("Part of that name is a file, not a folder.")},
    {EISDIR, N_("That is a folder, not a file.")},
    {ENAMETOOLONG, N_("That name is too long.")},
    {ELOOP, N_("That name is a link that only leads back to itself.")},
    {EBUSY, N_("Another program is using that file.")},
    {ETXTBSY, N_("Another program is using that file.")},
    {EMFILE, N_("Too many files are open on this computer.")},
    {ENFILE, N_("Too many files are open on this computer.")},
    {ENODEV, N_("The disk is not there any more.")},
    {ENXIO, N_("The disk is not there any more.")},
    {ESTALE, N_("The folder is on another computer, which does not answer.")},
    {ETIMEDOUT, N_("The folder is on another computer, which does not answer.")},
    {EHOSTDOWN, N_("The folder is on another computer, which does not answer.")},
};

/* Tell what errno means; other is the sentence for a code that has none of its own. */
static enum status told(struct fault *fault, int code, const char *other)
{
    if (code == ENOMEM)
        return fault_set(fault, ST_NOMEM, 0, "%s", status_text(ST_NOMEM));
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        if (causes[i].code == code)
            return fault_set(fault, ST_IO, 0, "%s", _(causes[i].sentence));
    return fault_set(fault, ST_IO, 0, "%s (%s)", other, strerror(code));
}

enum status store_not_read(struct fault *fault, int code)
{
    if (code == ENOENT)
        return fault_set(fault, ST_UNKNOWN, 0, "%s", _("There is no file of that name."));
    if (code == EACCES || code == EPERM)
        return fault_set(fault, ST_IO, 0, "%s", _("You are not allowed to read that file."));
    return told(fault, code, _("The computer could not read the file."));
}

enum status store_not_written(struct fault *fault, int code)
{
    if (code == EACCES || code == EPERM)
        return fault_set(fault, ST_IO, 0, "%s", _("You are not allowed to write there."));
    return told(fault, code, _("The computer could not write the file."));
}

enum status store_no_memory(struct fault *fault)
{
    return fault_set(fault, ST_NOMEM, 0, "%s", status_text(ST_NOMEM));
}

enum status store_not_regular(struct fault *fault, mode_t mode)
{
    const char *sentence = _("That is a device, not a file.");
    if (S_ISDIR(mode))
        sentence = _("That is a folder, not a file.");
    else if (S_ISFIFO(mode) || S_ISSOCK(mode))
        sentence = _("That joins two programs; it is not a file.");
    return fault_set(fault, ST_REFUSED, 0, "%s", sentence);
}

enum status store_too_large(struct fault *fault, size_t max)
{
    if (max < (size_t)1 << 20)
        return fault_set(fault, ST_LIMIT, 0, "%s", status_text(ST_LIMIT));
    return fault_set(fault, ST_LIMIT, 0, _("The file is larger than %zu megabytes."), max >> 20);
}

enum status store_taken(struct fault *fault)
{
    return fault_set(fault, ST_EXISTS, 0, "%s", _("There is a file of that name already."));
}
