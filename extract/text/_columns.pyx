# cython: language_level=3, wraparound=False
"""Whole columns at once: text cut into them as the csv module cuts it into rows, rows of a worksheet's XML cut likewise, plain
figures read, known cells looked up.

The cells of a column that repeat are numbers of its distinct texts, which are made once; those of any other are a list.

Every position is compared with the end of the text before it is read. Where a record cannot be told to end, it is left
to the caller: nothing is guessed here.
"""

from cpython.array cimport array, clone
from cpython.dict cimport PyDict_GetItemWithError
from cpython.mem cimport PyMem_Free, PyMem_Malloc, PyMem_Realloc
from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_FromKindAndData, PyUnicode_KIND, PyUnicode_READ
from cython cimport final
from libc.stdint cimport int32_t, uint32_t
from libc.string cimport memcmp, memcpy, memset

cdef extern from "Python.h":
    ctypedef unsigned char Py_UCS1
    ctypedef unsigned short Py_UCS2
    PyObject* PyList_GET_ITEM(PyObject* items, Py_ssize_t at)
    Py_ssize_t length_of "PyUnicode_GET_LENGTH" (PyObject* text)
    int kind_of "PyUnicode_KIND" (PyObject* text)
    void* data_of "PyUnicode_DATA" (PyObject* text)

cdef extern from *:
    """
    #if defined(__GNUC__) || defined(__clang__)
    #define prefetch(address) __builtin_prefetch(address)
    #else
    #define prefetch(address)
    #endif
    #define place_of(list, at) (((PyListObject*)(list))->ob_item + (at))
    """
    void prefetch(const void* address)
    void* place_of(PyObject* list, Py_ssize_t at)

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
    FREE = -1
    FAR = 24  # cells ahead: the place of a text is asked for
    NEAR = 12  # and the text itself
    FIRST_SLOTS = 32
    WINDOW = 1 << 14  # cells by which it is told whether a column repeats
    MOST_NEW = 13_000  # texts in it
    MOST_TEXTS = 1 << 16

cdef array NUMBERS = array("i")


cdef struct Slot:
    uint32_t hash
    int32_t code


@final
cdef class Texts:
    """The distinct texts of a column, found again by what they say."""

    cdef object known  # a list, or of a class that is one
    cdef Slot* slots
    cdef uint32_t mask

    def __cinit__(self, known):
        if not isinstance(known, list):
            raise TypeError("texts are kept in a list")
        self.known = known
        self.slots = NULL
        self.lay_out(FIRST_SLOTS)

    def __dealloc__(self):
        PyMem_Free(self.slots)

    cdef int lay_out(self, uint32_t size) except -1:
        """Make room for half as many texts as slots, and put those there are into it."""
        cdef Slot* before = self.slots
        cdef uint32_t at, slots_before = self.mask + 1 if before else 0
        self.slots = <Slot*>PyMem_Malloc(size * sizeof(Slot))
        if self.slots == NULL:
            self.slots = before
            raise MemoryError
        memset(self.slots, 0xFF, size * sizeof(Slot))
        self.mask = size - 1
        for at in range(slots_before):
            if before[at].code != FREE:
                self.slots[self.free_slot(before[at].hash)] = before[at]
        PyMem_Free(before)
        return 0

    cdef uint32_t free_slot(self, uint32_t hash) noexcept:
        cdef uint32_t at = hash & self.mask
        while self.slots[at].code != FREE:
            at = (at + 1) & self.mask
        return at

    cdef bint says(self, int32_t code, const Sign* cell, Py_ssize_t length) noexcept:
        """Tell whether a text is the one with a number."""
        return equal(PyList_GET_ITEM(<PyObject*>self.known, code), cell, length)

    cdef void ask_for_place(self, uint32_t hash) noexcept:
        """Have the place of a text in the list at hand soon."""
        cdef int32_t code = self.slots[hash & self.mask].code
        if code != FREE:
            prefetch(place_of(<PyObject*>self.known, code))

    cdef void ask_for_text(self, uint32_t hash) noexcept:
        """Have a text at hand soon."""
        cdef int32_t code = self.slots[hash & self.mask].code
        if code != FREE:
            prefetch(PyList_GET_ITEM(<PyObject*>self.known, code))

    cdef int32_t code_of(self, const Sign* cell, Py_ssize_t length, uint32_t hash) except -1:
        """Give the number of a text, which is taken in if it is new."""
        cdef uint32_t at = hash & self.mask
        while self.slots[at].code != FREE:
            if self.slots[at].hash == hash and self.says(self.slots[at].code, cell, length):
                return self.slots[at].code
            at = (at + 1) & self.mask
        cdef int32_t code = <int32_t>len(self.known)
        self.known.append(made(cell, length))
        self.slots[at].hash = hash
        self.slots[at].code = code
        if 2 * <uint32_t>(code + 1) > self.mask:
            self.lay_out(2 * (self.mask + 1))
        return code


cdef struct Waiting:
    const void* cell  # nothing where it repeats the one above
    Py_ssize_t length
    uint32_t hash


@final
cdef class Column:
    """The cells of one column that were cut and not yet handed over; numbers as long as they repeat.

    What was read long ago is out of the processor's cache, so known texts are asked for well before they are compared:
    a cell waits in the text until it is handed over.
    """

    cdef object coded
    cdef Texts texts  # None where the cells hardly repeat
    cdef Waiting* waiting
    cdef int32_t* codes
    cdef Py_ssize_t size, settled, room
    cdef Py_ssize_t handed_over, known  # in this window: cells, and texts before it
    cdef int32_t last_code
    cdef const void* above  # the last cell that waits with a text of its own
    cdef Py_ssize_t above_length
    cdef list cells
    cdef str last

    def __cinit__(self, coded):
        self.coded = coded
        self.waiting = NULL
        self.codes = NULL
        self.cells = []
        self.last = ""
        if coded is not None:
            self.begin()

    def __dealloc__(self):
        PyMem_Free(self.waiting)
        PyMem_Free(self.codes)

    cdef int begin(self) except -1:
        """Number texts anew."""
        self.texts = Texts(self.coded.dictionary())
        self.handed_over = self.known = 0
        self.last_code = FREE
        return 0

    cdef int put(self, const Sign* cell, Py_ssize_t length) except -1:
        """Put a cell; what repeats the one above is not looked for."""
        if self.texts is None:
            if not equal(<PyObject*>self.last, cell, length):
                self.last = made(cell, length)
            self.cells.append(self.last)
            return 0
        if self.size == self.room:
            self.make_room()
        cdef Waiting* next = &self.waiting[self.size]
        self.size += 1
        if self.is_above(cell, length):
            next.cell = NULL
            return 0
        next.cell = self.above = cell
        next.length = self.above_length = length
        next.hash = hash_of(cell, length)
        prefetch(&self.texts.slots[next.hash & self.texts.mask])
        return 0

    cdef bint is_above(self, const Sign* cell, Py_ssize_t length) noexcept:
        """Tell a cell that repeats the one above."""
        if self.above != NULL:
            return self.above_length == length and memcmp(self.above, cell, length * sizeof(cell[0])) == 0
        return self.last_code != FREE and self.texts.says(self.last_code, cell, length)

    cdef int settle(self, const Sign* text) except -1:
        """Number the cells that wait; they stand in this text."""
        cdef Py_ssize_t at
        if self.texts is None:
            return 0
        for at in range(self.settled, self.size):
            if at + FAR < self.size and self.waiting[at + FAR].cell != NULL:
                self.texts.ask_for_place(self.waiting[at + FAR].hash)
            if at + NEAR < self.size and self.waiting[at + NEAR].cell != NULL:
                self.texts.ask_for_text(self.waiting[at + NEAR].hash)
            if self.waiting[at].cell != NULL:
                self.last_code = self.texts.code_of(
                    <const Sign*>self.waiting[at].cell, self.waiting[at].length, self.waiting[at].hash
                )
            self.codes[at] = self.last_code
        self.settled = self.size
        self.above = NULL
        return 0

    cdef int make_room(self) except -1:
        cdef Py_ssize_t room = max(FIRST_SLOTS, 2 * self.room)
        cdef void* codes = PyMem_Realloc(self.codes, room * sizeof(int32_t))
        if codes == NULL:
            raise MemoryError
        self.codes = <int32_t*>codes
        cdef void* waiting = PyMem_Realloc(self.waiting, room * sizeof(Waiting))
        if waiting == NULL:
            raise MemoryError
        self.waiting = <Waiting*>waiting
        self.room = room
        return 0

    cdef int take_back(self) except -1:
        """Drop the last cell; nothing follows it before the others are handed over."""
        if self.texts is None:
            self.cells.pop()
        else:
            self.size -= 1
            self.settled = min(self.settled, self.size)
        return 0

    cdef int forget(self) except -1:
        """Drop all cells."""
        self.size = self.settled = 0
        self.above = NULL
        self.cells = []
        return 0

    cdef object hand_over(self):
        """Give the cells since the last time, which are settled."""
        if self.texts is None:
            cells, self.cells = self.cells, []
            return cells
        cdef array numbers = clone(NUMBERS, self.size, False)
        memcpy(numbers.data.as_ints, self.codes, self.size * sizeof(int32_t))
        column = self.coded(numbers, self.texts.known)
        self.handed_over += self.size
        self.size = self.settled = 0
        self.judge()
        return column

    cdef int judge(self) except -1:
        """Give numbers up where most texts are new; begin anew where there are too many of them."""
        if self.handed_over >= WINDOW:
            if len(self.texts.known) - self.known > MOST_NEW:
                self.texts = None
                return 0
            self.handed_over = 0
            self.known = len(self.texts.known)
        if len(self.texts.known) > MOST_TEXTS:
            self.begin()
        return 0


@final
cdef class Cutter:
    """Cut text with one delimiter and one quote; None for the quote where quotes are letters like others.

    ``too_many``: a record with so many ends of line in its cells is left to the caller, who may find that its quote
    was none. ``ran_out``: what was left last goes on to the end of the text. ``coded`` makes a column of an array of
    numbers and the list it takes from its ``dictionary``; None where all columns are to be lists.
    """

    cdef readonly bint ran_out
    cdef Py_UCS4 delimiter, quote
    cdef Py_ssize_t too_many
    cdef object coded
    cdef list columns
    cdef Py_ssize_t inside, filled, at

    def __init__(self, str delimiter not None, str quote, Py_ssize_t too_many, coded=None):
        self.coded = coded
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
        self._settle(text)
        return size, self._handed_over(width if size else 0), at

    cdef int _settle(self, const Sign* text) except -1:
        cdef Column column
        for column in self.columns:
            column.settle(text)
        return 0

    cdef int _begin(self) except -1:
        """Forget what an exception may have left behind."""
        cdef Column column
        for column in self.columns:
            column.forget()
        return 0

    cdef list _handed_over(self, Py_ssize_t width):
        cdef Column column
        cells = []
        for column in self.columns[:width]:
            cells.append(column.hand_over())
        return cells

    cdef int _take_back(self) except -1:
        """Drop what was cut of a record that does not belong to the others."""
        cdef Column column
        for column in self.columns[:self.filled]:
            column.take_back()
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
            self._append(made(text + first, close - first).replace(quote * 2, quote) + made(text + close + 1, at - close - 1), text)
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
        """Put a cell into the next column."""
        self._next_column().put(cell, length)
        self.filled += 1
        return 0

    cdef int _append(self, str cell, const Sign* text) except -1:
        """Put a cell that does not stand in the text as it is."""
        cdef Column column = self._next_column()
        column.settle(text)
        kind = PyUnicode_KIND(cell)
        if kind == 1:
            column.put(<const Py_UCS1*>PyUnicode_DATA(cell), len(cell))
            column.settle(<const Py_UCS1*>PyUnicode_DATA(cell))
        elif kind == 2:
            column.put(<const Py_UCS2*>PyUnicode_DATA(cell), len(cell))
            column.settle(<const Py_UCS2*>PyUnicode_DATA(cell))
        else:
            column.put(<const Py_UCS4*>PyUnicode_DATA(cell), len(cell))
            column.settle(<const Py_UCS4*>PyUnicode_DATA(cell))
        self.filled += 1
        return 0

    cdef Column _next_column(self):
        if self.filled == len(self.columns):
            self.columns.append(Column(self.coded))
        return <Column>self.columns[self.filled]


cdef enum:
    MOST_COLUMNS = 16_384
    MOST_PADDED = 256  # columns that later rows have too if one row had them


@final
cdef class SheetColumn:
    """The cells of one column of a worksheet, and what is said of them all between ``<c r="B2"`` and ``>``.

    Where it is not the same of all, the column is mixed: each cell then begins with what is said of it.
    """

    cdef Column cells
    cdef str said  # None before the first cell with a value
    cdef bint is_mixed

    def __cinit__(self, coded):
        self.cells = Column(coded)
        self.said = None


@final
cdef class RowCutter:
    """Cut rows of a worksheet's XML, numbered one after the other and written as programs write them.

    Any other row is left to the caller, and one with cells whose attributes ``takes`` refuses. A cell that is
    missing, or has no value, is empty. ``coded``: as of a Cutter.
    """

    cdef object coded, takes
    cdef dict known
    cdef list columns
    cdef Py_ssize_t filled, width, at

    def __init__(self, coded, takes):
        self.coded = coded
        self.takes = takes
        self.known = {}
        self.columns = []

    def cut(self, str text not None, Py_ssize_t start, Py_ssize_t most, Py_ssize_t number):
        """Cut at most so many rows, the first of which has this number; give how many, their columns, where it ends.

        A column is what is said of its cells (None: each says it itself), and their texts between the tags.
        """
        if start < 0:
            raise ValueError("a text begins at 0")
        kind = PyUnicode_KIND(text)
        if kind == 1:
            return self._cut(<const Py_UCS1*>PyUnicode_DATA(text), start, len(text), most, number)
        if kind == 2:
            return self._cut(<const Py_UCS2*>PyUnicode_DATA(text), start, len(text), most, number)
        return self._cut(<const Py_UCS4*>PyUnicode_DATA(text), start, len(text), most, number)

    cdef tuple _cut(self, const Sign* text, Py_ssize_t at, Py_ssize_t end, Py_ssize_t most, Py_ssize_t number):
        cdef Py_ssize_t size = 0, before = min(self.width, MOST_PADDED)
        cdef SheetColumn column
        for column in self.columns:
            column.cells.forget()
        while size < most and self._row(text, at, end, number + size, size == 0):
            if not size:
                self.width = max(self.filled, before)
            self._pad(text, self.width)
            size += 1
            at = self.at
        columns = []
        for column in self.columns[:self.width if size else 0]:
            column.cells.settle(text)
            columns.append((None if column.is_mixed else column.said, column.cells.hand_over()))
        return size, columns, at

    cdef bint _row(self, const Sign* text, Py_ssize_t at, Py_ssize_t end, Py_ssize_t number, bint is_first) except -1:
        """Cut a row whole or not at all; tell which."""
        cdef SheetColumn column
        self.filled = 0
        at = self._opened(text, behind_blanks(text, at, end), end, number)
        while at != LEFT and not stands(text, at, end, "</row>"):
            at = self._cell(text, at, end, is_first)
        if at != LEFT:
            self.at = at + 6
            return True
        for column in self.columns[:self.filled]:
            column.cells.take_back()
        return False

    cdef Py_ssize_t _opened(self, const Sign* text, Py_ssize_t at, Py_ssize_t end, Py_ssize_t number) except -2:
        """Give where the tag of a row with this number ends; rows that are hidden or empty are left."""
        cdef Py_ssize_t name, value
        cdef bint is_numbered = False
        if not stands(text, at, end, "<row "):
            return LEFT
        at += 4
        while at < end and text[at] == c" ":
            name = at + 1
            value = sign_from(text, name, end, c'"') + 1
            at = sign_from(text, value, end, c'"') + 1
            if at > end or stands(text, name, end, "hidden="):
                return LEFT
            if stands(text, name, end, 'r="'):
                is_numbered = number_at(text, value, at - 1) == number
        return at + 1 if is_numbered and at < end and text[at] == c">" else LEFT

    cdef Py_ssize_t _cell(self, const Sign* text, Py_ssize_t at, Py_ssize_t end, bint is_first) except -2:
        """Put a cell into its column; give where the next one begins."""
        cdef Py_ssize_t place, said, behind, value, stop
        if not stands(text, at, end, '<c r="'):
            return LEFT
        place = column_of(text, at + 6, end)
        said = sign_from(text, at + 6, end, c'"') + 1
        behind = sign_from(text, said, end, c">")
        if place < self.filled or place >= MOST_COLUMNS or behind >= end:
            return LEFT
        if not is_first and place >= self.width:
            return LEFT
        if text[behind - 1] == c"/":
            self._pad(text, place + 1)
            return behind + 1
        value = behind_formula(text, behind + 1, end)
        if stands(text, value, end, "<v>"):
            value += 3
            stop = sign_from(text, value, end, c"<")
            at = stop + 8 if stands(text, stop, end, "</v></c>") else LEFT
        elif stands(text, value, end, "<is><t"):
            value = sign_from(text, value + 6, end, c">") + 1
            stop = sign_from(text, value, end, c"<")
            at = stop + 13 if stands(text, stop, end, "</t></is></c>") else LEFT
        else:
            return LEFT
        if at == LEFT or not self._said(text, place, said, behind, is_first):
            return LEFT
        self._pad(text, place)
        if value == stop:
            self._pad(text, place + 1)
        else:
            self._put(text, said, value, stop)
        return at

    cdef bint _said(self, const Sign* text, Py_ssize_t place, Py_ssize_t said, Py_ssize_t behind, bint is_first) except -1:
        """Note what is said of a cell; tell whether it may be put into its column."""
        cdef SheetColumn column = self._column(place)
        if column.said is not None and equal(<PyObject*>column.said, text + said, behind - said):
            return True
        what = made(text + said, behind - said)
        takes = self.known.get(what)
        if takes is None:
            takes = self.known[what] = bool(self.takes(what))
        if not takes or not (is_first or column.is_mixed or column.said is None):
            return False
        if column.said is not None and not column.is_mixed:
            column.is_mixed = True
            column.cells.begin()
        column.said = what
        return True

    cdef int _put(self, const Sign* text, Py_ssize_t said, Py_ssize_t value, Py_ssize_t stop) except -1:
        cdef SheetColumn column = self._column(self.filled)
        cdef Py_ssize_t first = said if column.is_mixed else value
        column.cells.put(text + first, stop - first)
        self.filled += 1
        return 0

    cdef int _pad(self, const Sign* text, Py_ssize_t width) except -1:
        """Put empty cells up to a column."""
        while self.filled < width:
            self._column(self.filled).cells.put(text, 0)
            self.filled += 1
        return 0

    cdef SheetColumn _column(self, Py_ssize_t at):
        while at >= len(self.columns):
            self.columns.append(SheetColumn(self.coded))
        return <SheetColumn>self.columns[at]


cdef inline bint stands(const Sign* text, Py_ssize_t at, Py_ssize_t end, const char* what) noexcept:
    """Tell whether some letters stand at a place."""
    while what[0] and at < end and text[at] == what[0]:
        at += 1
        what += 1
    return not what[0]


cdef inline Py_ssize_t sign_from(const Sign* text, Py_ssize_t at, Py_ssize_t end, char sign) noexcept:
    """Give where a sign comes next, or the end."""
    while at < end and text[at] != sign:
        at += 1
    return at


cdef inline Py_ssize_t behind_blanks(const Sign* text, Py_ssize_t at, Py_ssize_t end) noexcept:
    while at < end and (text[at] == c" " or text[at] == LF or text[at] == CR):
        at += 1
    return at


cdef inline Py_ssize_t behind_formula(const Sign* text, Py_ssize_t at, Py_ssize_t end) noexcept:
    """Step over a formula, if there is one."""
    if not stands(text, at, end, "<f>") and not stands(text, at, end, "<f "):
        return at
    at = sign_from(text, at, end, c">")
    if at < end and text[at - 1] == c"/":
        return at + 1
    at = sign_from(text, at, end, c"<")
    return at + 4 if stands(text, at, end, "</f>") else at


cdef inline Py_ssize_t number_at(const Sign* text, Py_ssize_t at, Py_ssize_t end) noexcept:
    """Read a whole number of a few digits."""
    cdef Py_ssize_t number = 0
    if end - at > 9:
        return UNKNOWN
    while at < end and c"0" <= text[at] <= c"9":
        number = 10 * number + (text[at] - c"0")
        at += 1
    return number if at == end else UNKNOWN


cdef inline Py_ssize_t column_of(const Sign* text, Py_ssize_t at, Py_ssize_t end) noexcept:
    """Read the column of a reference (``AB12``), counted from 0."""
    cdef Py_ssize_t number = 0, first = at
    while at < end and at - first < 4 and c"A" <= text[at] <= c"Z":
        number = 26 * number + (text[at] - c"A" + 1)
        at += 1
    return number - 1 if first < at < first + 4 else UNKNOWN


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


cdef inline uint32_t hash_of(const Sign* cell, Py_ssize_t length) noexcept:
    """Mix the signs, however wide they are stored."""
    cdef uint32_t hash = 2166136261
    cdef Py_ssize_t at
    for at in range(length):
        hash = (hash ^ <uint32_t>cell[at]) * 16777619
    hash = (hash ^ (hash >> 16)) * 0x45D9F3B
    return hash ^ (hash >> 13)


cdef inline bint equal(PyObject* known, const Sign* cell, Py_ssize_t length) noexcept:
    """Compare a text with a cell, whose signs may be stored wider than the text needs."""
    if length_of(known) != length:
        return False
    cdef int kind = kind_of(known)
    if kind == sizeof(cell[0]):
        return memcmp(data_of(known), cell, length * sizeof(cell[0])) == 0
    if kind == 1:
        return equal_signs(<const Py_UCS1*>data_of(known), cell, length)
    if kind == 2:
        return equal_signs(<const Py_UCS2*>data_of(known), cell, length)
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
    FEW = 8


def any_among(array codes not None, numbers):
    """Tell whether one of some numbers stands among the codes of a column; few are compared without making an object."""
    cdef int[FEW] few
    cdef Py_ssize_t row, at, size = 0
    if codes.typecode != "i":
        raise TypeError("codes are an array of int")
    if len(numbers) > FEW:
        return not numbers.isdisjoint(codes)
    for number in numbers:
        few[size] = number
        size += 1
    for row in range(len(codes)):
        for at in range(size):
            if codes.data.as_ints[row] == few[at]:
                return True
    return False


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
