# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Delimited text cut into columns, as the csv module cuts it into rows; a cell that repeats the one above is not made again.

(To look further back for an equal cell costs more than to make it: what was made long ago is out of the cache.)

Every position is compared with the end of the text before it is read. Where a record cannot be told to end, it is left
to the caller: nothing is guessed here.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_FromKindAndData, PyUnicode_KIND
from libc.string cimport memcmp

cdef extern from "Python.h":
    ctypedef unsigned char Py_UCS1
    ctypedef unsigned short Py_UCS2

ctypedef fused Sign:
    Py_UCS1
    Py_UCS2
    Py_UCS4

cdef enum:
    LF = 10
    CR = 13
    NO_SIGN = 0x110000  # beyond any character
    UNKNOWN = -1
    LEFT = -1


cdef class Column:
    """The cells of one column that were cut and not yet handed over, and the last that was made."""

    cdef list cells
    cdef str last

    def __cinit__(self):
        self.cells = []
        self.last = ""

cdef class Cutter:
    """Cut text with one delimiter and one quote; None for the quote where quotes are letters like others.

    ``too_many``: a record with so many ends of line in its cells is left to the caller, who may find that its quote
    was none. ``ran_out``: what was left last goes on to the end of the text.
    """

    cdef readonly bint ran_out
    cdef Py_UCS4 delimiter, quote
    cdef Py_ssize_t too_many
    cdef list columns
    cdef Py_ssize_t inside, filled, at

    def __init__(self, str delimiter not None, str quote, Py_ssize_t too_many):
        self.delimiter = ord(delimiter)
        self.quote = NO_SIGN if quote is None else ord(quote)
        self.too_many = too_many
        self.columns = []

    def cut(self, str text not None, Py_ssize_t start, Py_ssize_t most, Py_ssize_t usual):
        """Cut records of one width; give their number, their columns and where the text goes on.

        After the most that are asked for it goes on with any record, before with one of another width, or with one
        that is left to the caller: a record of several lines is, unless it has the usual number of cells.
        """
        if start < 0:
            raise ValueError("a text begins at 0")
        kind = PyUnicode_KIND(text)
        if kind == 1:
            return self._cut(<const Py_UCS1*>PyUnicode_DATA(text), start, len(text), most, usual)
        if kind == 2:
            return self._cut(<const Py_UCS2*>PyUnicode_DATA(text), start, len(text), most, usual)
        return self._cut(<const Py_UCS4*>PyUnicode_DATA(text), start, len(text), most, usual)

    cdef tuple _cut(self, const Sign* text, Py_ssize_t at, Py_ssize_t end, Py_ssize_t most, Py_ssize_t usual):
        cdef Py_ssize_t size = 0, width = UNKNOWN, cells
        self._begin()
        self.ran_out = False
        while at < end and size < most:
            cells = self._record(text, at, end, width)
            if cells == LEFT or (size and cells != width) or (self.inside and cells != usual):
                self._take_back()
                break
            width = cells
            size += 1
            at = self.at
        return size, self._handed_over(width if size else 0), at

    cdef int _begin(self) except -1:
        """Forget what an exception may have left behind."""
        cdef Column column
        for column in self.columns:
            column.cells = []
        return 0

    cdef list _handed_over(self, Py_ssize_t width):
        cdef Column column
        cells = []
        for column in self.columns[:width]:
            cells.append(column.cells)
            column.cells = []
        return cells

    cdef int _take_back(self) except -1:
        """Drop what was cut of a record that does not belong to the others."""
        cdef Column column
        for column in self.columns[:self.filled]:
            column.cells.pop()
        return 0

    cdef Py_ssize_t _record(self, const Sign* text, Py_ssize_t at, Py_ssize_t end, Py_ssize_t width) except -2:
        """Cut one record; give the number of its cells."""
        cdef Py_ssize_t first
        self.filled = 0
        self.inside = 0
        if text[at] == LF or text[at] == CR:
            self.at = behind_line_end(text, at, end)
            return 0
        while self.filled != width:
            if at < end and text[at] == self.quote:
                at = self._quoted(text, at + 1, end)
                if at == LEFT:
                    return LEFT
            else:
                first = at
                at = end_of_cell(text, at, end, self.delimiter)
                self._put(text + first, at - first)
            if at == end or text[at] != self.delimiter:
                self.at = behind_line_end(text, at, end)
                return self.filled
            at += 1
        return LEFT

    cdef Py_ssize_t _quoted(self, const Sign* text, Py_ssize_t first, Py_ssize_t end) except -2:
        """Cut a quoted cell and what stands between its quote and the delimiter; give where it ends."""
        cdef Py_ssize_t at = first, close
        cdef bint doubled = False
        while True:
            close = self._next_quote(text, at, end)
            if close == LEFT or close + 1 >= end or text[close + 1] != self.quote:
                break
            doubled = True
            at = close + 2
        if close == LEFT:
            return LEFT
        at = end_of_cell(text, close + 1, end, self.delimiter)
        if not doubled and at == close + 1:
            self._put(text + first, close - first)
        else:
            quote = chr(self.quote)
            self._append(made(text + first, close - first).replace(quote * 2, quote) + made(text + close + 1, at - close - 1))
        return at

    cdef Py_ssize_t _next_quote(self, const Sign* text, Py_ssize_t at, Py_ssize_t end):
        """Find the next quote, counting ends of line on the way."""
        while at < end and text[at] != self.quote:
            if text[at] == LF or text[at] == CR:
                self.inside += 1
                if self.inside >= self.too_many:
                    return LEFT
            at += 1
        self.ran_out = at == end
        return LEFT if self.ran_out else at

    cdef int _put(self, const Sign* cell, Py_ssize_t length) except -1:
        """Put a cell into the next column: the object above it, if that is equal."""
        cdef Column column = self._next_column()
        if length == 0:
            column.cells.append("")
        else:
            if not equal(column.last, cell, length):
                column.last = made(cell, length)
            column.cells.append(column.last)
        self.filled += 1
        return 0

    cdef int _append(self, str cell) except -1:
        self._next_column().cells.append(cell)
        self.filled += 1
        return 0

    cdef Column _next_column(self):
        if self.filled == len(self.columns):
            self.columns.append(Column())
        return <Column>self.columns[self.filled]


cdef inline Py_ssize_t end_of_cell(const Sign* text, Py_ssize_t at, Py_ssize_t end, Py_UCS4 delimiter) noexcept:
    while at < end and text[at] != delimiter and text[at] != LF and text[at] != CR:
        at += 1
    return at


cdef inline Py_ssize_t behind_line_end(const Sign* text, Py_ssize_t at, Py_ssize_t end) noexcept:
    if at + 1 < end and text[at] == CR and text[at + 1] == LF:
        return at + 2
    return at + 1 if at < end else end


cdef inline str made(const Sign* cell, Py_ssize_t length):
    return PyUnicode_FromKindAndData(sizeof(cell[0]), cell, length)


cdef inline bint equal(str known, const Sign* cell, Py_ssize_t length):
    """Compare a text with a cell, whose signs may be stored wider than the text needs."""
    if len(known) != length:
        return False
    cdef int kind = PyUnicode_KIND(known)
    if kind == sizeof(cell[0]):
        return memcmp(PyUnicode_DATA(known), cell, length * sizeof(cell[0])) == 0
    if kind == 1:
        return equal_signs(<const Py_UCS1*>PyUnicode_DATA(known), cell, length)
    if kind == 2:
        return equal_signs(<const Py_UCS2*>PyUnicode_DATA(known), cell, length)
    return False


ctypedef fused Other:
    Py_UCS1
    Py_UCS2


cdef inline bint equal_signs(const Other* known, const Sign* cell, Py_ssize_t length) noexcept:
    cdef Py_ssize_t at
    for at in range(length):
        if known[at] != cell[at]:
            return False
    return True
