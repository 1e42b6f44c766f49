# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Columns as the pages of an SQLite database that holds one table, made without a statement for each row.

The format is that of https://sqlite.org/fileformat2.html: leaves in the order of the ids and one page above them. What
would need more than that, or a conversion whose outcome depends on SQLite's release, is left to SQLite: the answer is
None then. Nothing is written before it is known that there is room for it.
"""

from cpython.array cimport array
from cpython.bytearray cimport PyByteArray_AS_STRING
from cpython.ref cimport PyObject
from libc.stdint cimport int64_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.string cimport memcpy

cdef extern from "Python.h":
    PyObject* PyList_GET_ITEM(PyObject* items, Py_ssize_t at)
    bint PyFloat_CheckExact(PyObject* value)
    double PyFloat_AS_DOUBLE(PyObject* value)
    bint PyLong_CheckExact(PyObject* value)
    long long PyLong_AsLongLongAndOverflow(PyObject* number, int* overflow)
    bint PyUnicode_CheckExact(PyObject* value)
    Py_ssize_t PyUnicode_GET_LENGTH(PyObject* text)
    bint PyUnicode_IS_ASCII(PyObject* text)
    void* PyUnicode_DATA(PyObject* text)
    int PyUnicode_KIND(PyObject* text)

cdef enum:
    PAGE = 32768
    LONGEST = PAGE - 35  # bytes of a record that stays on its leaf
    VARINT = 9  # bytes, at most
    LEAF = 0x0D
    INTERIOR = 0x05
    LEAF_HEAD = 8
    INTERIOR_HEAD = 12
    POINTER = 2
    ROOT = 2  # number of the table's first page
    SIZE_AT = 28  # where the head of the file says how many pages there are
    MOST_COLUMNS = 1000
    MOST_DIGITS = 15  # so many are exact in a double
    MOST_DECIMALS = 4  # with more of them SQLite's own way of rounding decides
    NULL_TYPE = 0
    REAL_TYPE = 7
    ZERO_TYPE = 8
    ONE_TYPE = 9
    EMPTY_TEXT_TYPE = 13
    LEFT = -1

cdef int64_t[5] POWERS = [1, 10, 100, 1000, 10000]
cdef int64_t MOST_WHOLE = 1 << 47  # whole numbers up to here are shorter than a double

ctypedef fused Sign:
    uint8_t
    uint16_t
    uint32_t


cdef class Record:
    """One row as SQLite stores it: the types of its values, then the values."""

    cdef uint8_t types[VARINT * MOST_COLUMNS]
    cdef uint8_t body[LONGEST]
    cdef Py_ssize_t typed, filled

    cdef void begin(self) noexcept:
        """Begin a row; its id comes first, and stands outside."""
        self.types[0] = NULL_TYPE
        self.typed = 1
        self.filled = 0

    cdef int add(self, PyObject* value, uint8_t affinity) noexcept:
        """Add the value of the next column; LEFT if that is SQLite's to do."""
        if value == NULL or value == <PyObject*>None:
            self.types[self.typed] = NULL_TYPE
            self.typed += 1
            return 0
        if PyUnicode_CheckExact(value):
            if affinity == c"t":
                return self.put_text(value)
            return self.put_decimal(value) if affinity == c"n" else LEFT
        if affinity == c"t":
            return LEFT
        if PyLong_CheckExact(value):
            return self.put_long(value, affinity)
        if PyFloat_CheckExact(value) and affinity != c"i":
            return self.put_real(PyFloat_AS_DOUBLE(value))
        return LEFT

    cdef int put_type(self, uint64_t type) noexcept:
        self.typed += put_varint(self.types + self.typed, type)
        return 0

    cdef int put_long(self, PyObject* value, uint8_t affinity) noexcept:
        cdef int overflow = 0
        cdef int64_t number = PyLong_AsLongLongAndOverflow(value, &overflow)
        if overflow or (affinity == c"r" and not -MOST_WHOLE < number < MOST_WHOLE):
            return LEFT
        return self.put_integer(number)

    cdef int put_integer(self, int64_t number) noexcept:
        """Put a whole number in as few bytes as it takes."""
        cdef int size
        if 0 <= number <= 1:
            return self.put_type(ZERO_TYPE + number)
        size = bytes_of(number)
        if self.filled + size > LONGEST:
            return LEFT
        put_number(self.body + self.filled, number, size)
        self.filled += size
        return self.put_type(size if size <= 4 else size // 2 + 2)

    cdef int put_real(self, double number) noexcept:
        cdef uint64_t bits
        if -MOST_WHOLE < number < MOST_WHOLE and number == <double><int64_t>number:
            return self.put_integer(<int64_t>number)
        if number != number or self.filled + 8 > LONGEST:
            return LEFT
        memcpy(&bits, &number, 8)
        put_number(self.body + self.filled, bits, 8)
        self.filled += 8
        return self.put_type(REAL_TYPE)

    cdef int put_decimal(self, PyObject* text) noexcept:
        """Put the number that a plain decimal spells."""
        cdef const uint8_t* digits = <const uint8_t*>PyUnicode_DATA(text)
        cdef Py_ssize_t at = 0, end = PyUnicode_GET_LENGTH(text), point = LEFT
        cdef int64_t number = 0
        if not PyUnicode_IS_ASCII(text) or end > MOST_DIGITS:
            return LEFT
        cdef bint negative = end > 0 and digits[0] == c"-"
        for at in range(negative, end):
            if c"0" <= digits[at] <= c"9":
                number = number * 10 + (digits[at] - c"0")
            elif digits[at] == c"." and point == LEFT and at > negative:
                point = at
            else:
                return LEFT
        cdef Py_ssize_t decimals = 0 if point == LEFT else end - point - 1
        if end == negative or decimals > MOST_DECIMALS or point == end - 1:
            return LEFT
        if negative:
            number = -number
        if number % POWERS[decimals] == 0:
            return self.put_integer(number // POWERS[decimals])
        return self.put_real(<double>number / <double>POWERS[decimals])

    cdef int put_text(self, PyObject* text) noexcept:
        cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), size
        cdef int kind = PyUnicode_KIND(text)
        if self.filled + length * (1 if kind == 1 and PyUnicode_IS_ASCII(text) else 4) > LONGEST:
            return LEFT
        if PyUnicode_IS_ASCII(text):
            memcpy(self.body + self.filled, PyUnicode_DATA(text), length)
            size = length
        elif kind == 1:
            size = put_utf8(self.body + self.filled, <const uint8_t*>PyUnicode_DATA(text), length)
        elif kind == 2:
            size = put_utf8(self.body + self.filled, <const uint16_t*>PyUnicode_DATA(text), length)
        else:
            size = put_utf8(self.body + self.filled, <const uint32_t*>PyUnicode_DATA(text), length)
        if size == LEFT:
            return LEFT
        self.filled += size
        return self.put_type(EMPTY_TEXT_TYPE + 2 * size)


cdef class Image:
    """Pages that grow behind those of an empty table, leaf by leaf."""

    cdef bytearray pages
    cdef Py_ssize_t first, leaf  # where the first leaf begins, and the one that is being filled
    cdef Py_ssize_t cells, free  # of that leaf: its rows, and where the last one begins
    cdef list last_ids  # of the leaves that are full

    def __cinit__(self, bytes head not None):
        self.pages = bytearray(head)
        self.first = len(head)
        self.last_ids = []
        self.new_leaf()

    cdef uint8_t* page(self, Py_ssize_t at) noexcept:
        return <uint8_t*>PyByteArray_AS_STRING(self.pages) + at

    cdef int new_leaf(self) except -1:
        self.leaf = len(self.pages)
        self.pages += bytes(PAGE)
        self.cells = 0
        self.free = PAGE
        return 0

    cdef int put(self, int64_t id, Record record) except -1:
        """Put a row onto the leaf, or onto a new one; LEFT if it is too long for any."""
        cdef uint8_t head[3 * VARINT]
        cdef Py_ssize_t header = record.typed + (1 if record.typed < 127 else 2), size = header + record.filled
        cdef int length = put_varint(head, size)
        if size > LONGEST:
            return 0
        length += put_varint(head + length, id)
        length += put_varint(head + length, header)
        cdef Py_ssize_t cell = length + record.typed + record.filled
        if LEAF_HEAD + POINTER * (self.cells + 1) + cell > self.free:
            self.end_leaf()
            self.last_ids.append(id - 1)
            self.new_leaf()
        self.free -= cell
        cdef uint8_t* leaf = self.page(self.leaf)
        memcpy(leaf + self.free, head, length)
        memcpy(leaf + self.free + length, record.types, record.typed)
        memcpy(leaf + self.free + length + record.typed, record.body, record.filled)
        put_number(leaf + LEAF_HEAD + POINTER * self.cells, self.free, POINTER)
        self.cells += 1
        return 1

    cdef void end_leaf(self) noexcept:
        put_page_head(self.page(self.leaf), LEAF, self.cells, self.free)

    cdef object end(self):
        """Put the root above the leaves; None where it has no room for so many."""
        self.end_leaf()
        if not self.last_ids:
            return self.single()
        cdef uint8_t cell[4 + VARINT]
        cdef uint8_t* root = self.page((ROOT - 1) * PAGE)
        cdef Py_ssize_t leaf = self.first // PAGE + 1, cells = 0, free = PAGE
        cdef int length
        for last_id in self.last_ids:
            put_number(cell, leaf + cells, 4)
            length = 4 + put_varint(cell + 4, last_id)
            if INTERIOR_HEAD + POINTER * (cells + 1) + length > free:
                return None
            free -= length
            memcpy(root + free, cell, length)
            put_number(root + INTERIOR_HEAD + POINTER * cells, free, POINTER)
            cells += 1
        put_page_head(root, INTERIOR, cells, free)
        put_number(root + LEAF_HEAD, leaf + cells, 4)
        put_number(self.page(0) + SIZE_AT, leaf + cells, 4)
        return self.pages


    cdef bytearray single(self):
        """Make the only leaf the root."""
        self.pages[(ROOT - 1) * PAGE : ROOT * PAGE] = self.pages[self.leaf :]
        del self.pages[self.leaf :]
        return self.pages


def image(bytes head not None, int64_t first_id, str affinities not None, list columns not None):
    """Give a database with the rows of some columns, their ids counted from the first; None if SQLite has to make it.

    ``head``: the same database without rows, its table beginning on the second page. ``columns``: those behind the id,
    of one length, None for one without values; lists, or an array of ``codes`` that are places in a list of ``values``.
    ``affinities``: a letter for each of them, (t)ext, (n)umeric, (r)eal or (i)nteger.
    """
    cdef Py_ssize_t width = len(columns), size = size_of(columns), row, at
    cdef uint8_t kinds[MOST_COLUMNS]
    cdef Cells[MOST_COLUMNS] cells
    if not 0 < width < MOST_COLUMNS or width != len(affinities) or not affinities.isascii():
        raise ValueError("every column has an affinity")
    if len(head) < ROOT * PAGE or len(head) % PAGE or not 0 < first_id < 1 << 48:
        raise ValueError("no table to begin with")
    for at in range(width):
        kinds[at] = ord(affinities[at])
        cells[at] = cells_of(columns[at])
    cdef Image pages = Image(head)
    cdef Record record = Record()
    for row in range(size):
        record.begin()
        for at in range(width):
            if record.add(cell_of(&cells[at], row), kinds[at]) == LEFT:
                return None
        if not pages.put(first_id + row, record):
            return None
    return pages.end()


def none_lost(list amounts not None, Py_ssize_t longest):
    """Tell whether no amount is longer, or has a minus before a nought; None stands for no amount."""
    cdef PyObject* text
    cdef Py_ssize_t row
    for row in range(len(amounts)):
        text = PyList_GET_ITEM(<PyObject*>amounts, row)
        if text == <PyObject*>None:
            continue
        if not PyUnicode_CheckExact(text) or not PyUnicode_IS_ASCII(text) or PyUnicode_GET_LENGTH(text) > longest:
            return False
        if has_minus_nought(<const uint8_t*>PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text)):
            return False
    return True


cdef inline bint has_minus_nought(const uint8_t* text, Py_ssize_t length) noexcept:
    cdef Py_ssize_t at
    for at in range(length - 1):
        if text[at] == c"-" and text[at + 1] == c"0":
            return True
    return False


cdef struct Cells:
    PyObject* values  # a list, or nothing
    const int* codes  # places in it, or nothing where it has one value a row


cdef Cells cells_of(object column) except *:
    """Look into a column, which somebody else keeps alive."""
    cdef Cells cells
    cells.codes = NULL
    cells.values = NULL
    if column is None:
        return cells
    if isinstance(column, list):
        cells.values = <PyObject*>column
        return cells
    cdef array codes = column.codes
    values = column.values
    cdef Py_ssize_t size = len(values), at
    if codes.typecode != "i" or not isinstance(values, list):
        raise ValueError("codes are an array of int, values a list")
    cells.values = <PyObject*>values
    cells.codes = codes.data.as_ints
    for at in range(len(codes)):
        if not 0 <= cells.codes[at] < size:
            raise ValueError("codes are places in a list")
    return cells


cdef inline PyObject* cell_of(const Cells* cells, Py_ssize_t row) noexcept:
    if cells.values == NULL:
        return NULL
    return PyList_GET_ITEM(cells.values, row if cells.codes == NULL else cells.codes[row])


cdef Py_ssize_t size_of(list columns) except -1:
    """Give the length that all columns have."""
    sizes = {len(column) for column in columns if column is not None}
    if len(sizes) != 1:
        raise ValueError("columns of another length than the others")
    return sizes.pop()


cdef inline int bytes_of(int64_t number) noexcept:
    """Tell how many bytes SQLite stores a whole number in."""
    cdef uint64_t extent = <uint64_t>(number if number >= 0 else ~number)
    if extent < 1 << 7:
        return 1
    if extent < 1 << 15:
        return 2
    if extent < 1 << 23:
        return 3
    if extent < <uint64_t>1 << 31:
        return 4
    return 6 if extent < <uint64_t>1 << 47 else 8


cdef inline void put_number(uint8_t* into, uint64_t number, int size) noexcept:
    """Put the lowest bytes of a number, the highest of them first."""
    cdef int at
    for at in range(size):
        into[at] = <uint8_t>(number >> (8 * (size - 1 - at)))


cdef inline int put_varint(uint8_t* into, uint64_t number) noexcept:
    """Put a number in seven bits a byte and give the bytes it took; none here is longer than eight of them."""
    cdef int size = 1, at
    if number < 128:
        into[0] = <uint8_t>number
        return 1
    while number >> (7 * size):
        size += 1
    for at in range(size):
        into[at] = <uint8_t>((number >> (7 * (size - 1 - at))) & 127) | (128 if at < size - 1 else 0)
    return size


cdef inline void put_page_head(uint8_t* page, int kind, Py_ssize_t cells, Py_ssize_t free) noexcept:
    page[0] = kind
    put_number(page + 3, cells, 2)
    put_number(page + 5, free, 2)


cdef inline Py_ssize_t put_utf8(uint8_t* into, const Sign* text, Py_ssize_t length) noexcept:
    """Put a text as UTF-8 and give its size; LEFT if there is half a surrogate pair in it."""
    cdef Py_ssize_t at, size = 0
    cdef uint32_t sign
    for at in range(length):
        sign = text[at]
        if sign < 0x80:
            into[size] = <uint8_t>sign
            size += 1
        elif sign < 0x800:
            into[size] = <uint8_t>(0xC0 | sign >> 6)
            into[size + 1] = <uint8_t>(0x80 | (sign & 63))
            size += 2
        elif 0xD800 <= sign < 0xE000:
            return LEFT
        elif sign < 0x10000:
            into[size] = <uint8_t>(0xE0 | sign >> 12)
            into[size + 1] = <uint8_t>(0x80 | (sign >> 6 & 63))
            into[size + 2] = <uint8_t>(0x80 | (sign & 63))
            size += 3
        else:
            into[size] = <uint8_t>(0xF0 | sign >> 18)
            into[size + 1] = <uint8_t>(0x80 | (sign >> 12 & 63))
            into[size + 2] = <uint8_t>(0x80 | (sign >> 6 & 63))
            into[size + 3] = <uint8_t>(0x80 | (sign & 63))
            size += 4
    return size
