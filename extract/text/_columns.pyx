# cython: language_level=3, wraparound=False
"""Whole columns at once: text cut into them as the csv module cuts it into rows, plain figures read, known cells looked up.

A cell that repeats the one above is not made again.

(To look further back for an equal cell costs more than to make it: what was made long ago is out of the cache.)

Every position is compared with the end of the text before it is read. Where a record cannot be told to end, it is left
to the caller: nothing is guessed here.
"""

from cpython.dict cimport PyDict_GetItemWithError
from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_FromKindAndData, PyUnicode_KIND, PyUnicode_READ
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


def looked_up(known, cells):
    """Look up each cell of a column; what is not known yet, the dictionary itself adds."""
    cdef PyObject* found
    if not isinstance(known, dict):
        raise TypeError("cells are looked up in a dictionary")
    before = value = None
    values = []
    for cell in cells:
        if cell is not before or before is None:
            found = PyDict_GetItemWithError(known, cell)
            value = known[cell] if found is NULL else <object>found
            before = cell
        values.append(value)
    return values


cdef enum:
    ANY_PLACES = -1
    LONGEST_FIGURE = 32
    MOST_PLACES = 6

cdef double[7] POWERS = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6]


cdef class Figures:
    """Figures that one column writes by one rule: so few digits that a float keeps them, if floats are wanted.

    ``group`` and ``mark``: None where there is none; they differ. ``places``: how many decimals every figure has, -1
    where it may have any number of them.
    """

    cdef Py_UCS4 group, mark
    cdef int places, most_digits, most_groups
    cdef bint as_float

    def __init__(self, str group, str mark, int places, bint as_float):
        if places > MOST_PLACES:
            raise ValueError("more decimals than are read here")
        self.group = NO_SIGN if group is None else ord(group)
        self.mark = NO_SIGN if mark is None else ord(mark)
        self.places = places
        self.as_float = as_float
        self.most_digits = 3 if group is not None else 9 if as_float else 14
        self.most_groups = 2 if as_float else 3

    def read(self, cells):
        """Give the values of cells that are all plain or empty; None where one is neither."""
        values = []
        for cell in cells:
            if len(<str?>cell) == 0:
                values.append(None)
                continue
            value = self._value(<str>cell)
            if value is None:
                return None
            values.append(value)
        return values

    cdef object _value(self, str text):
        """Write a figure with a decimal point and nothing else between the digits; None if it is not plain."""
        cdef char[LONGEST_FIGURE] plain
        cdef Py_ssize_t size = 0, at = 0, end = len(text)
        cdef int decimals = 0
        if end >= LONGEST_FIGURE:
            return None
        if text[0] == u"-":
            plain[0] = b"-"
            size = at = 1
        at = self._whole(text, at, end, plain, &size)
        if at == LEFT:
            return None
        if at < end and text[at] == self.mark:
            decimals = self._decimals(text, at + 1, end, plain, &size)
            at = end if decimals > 0 else LEFT
        if at != end or (self.places != ANY_PLACES and decimals != self.places):
            return None
        if self.as_float:
            return number_of(plain, size) / POWERS[decimals]
        return PyUnicode_FromKindAndData(1, plain, size)

    cdef Py_ssize_t _whole(self, str text, Py_ssize_t at, Py_ssize_t end, char* plain, Py_ssize_t* size):
        """Take the digits before the decimal mark; give where they end, or that they are not plain."""
        cdef Py_ssize_t first = at
        cdef int groups = 0
        if at < end and text[at] == u"0":
            if first:
                return LEFT
            plain[size[0]] = b"0"
            size[0] += 1
            return at + 1
        at = digits(text, at, end, plain, size)
        if at == first or at - first > self.most_digits:
            return LEFT
        while at < end and text[at] == self.group:
            groups += 1
            if groups > self.most_groups or digits(text, at + 1, min(end, at + 4), plain, size) != at + 4:
                return LEFT
            at += 4
        return at

    cdef int _decimals(self, str text, Py_ssize_t at, Py_ssize_t end, char* plain, Py_ssize_t* size):
        """Take the digits behind the decimal mark; give how many, or that they are not plain."""
        cdef Py_ssize_t count = end - at
        plain[size[0]] = b"."
        size[0] += 1
        if digits(text, at, end, plain, size) != end or not 0 < count <= MOST_PLACES:
            return LEFT
        if self.as_float and self.places == ANY_PLACES and (count > 4 or text[end - 1] == u"0"):
            return LEFT
        return <int>count


cdef Py_ssize_t digits(str text, Py_ssize_t at, Py_ssize_t end, char* plain, Py_ssize_t* size):
    """Copy digits; give where they end."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_UCS4 sign
    while at < end:
        sign = PyUnicode_READ(kind, data, at)
        if not c"0" <= sign <= c"9":
            break
        plain[size[0]] = <char>sign
        size[0] += 1
        at += 1
    return at


cdef double number_of(const char* plain, Py_ssize_t size) noexcept:
    """Read digits, of which there are fewer than a float keeps; the point does not count."""
    cdef long long number = 0
    cdef Py_ssize_t at
    for at in range(size):
        if plain[at] != c"-" and plain[at] != c".":
            number = number * 10 + (plain[at] - c"0")
    return -number if plain[0] == c"-" else number
