"""Cut slovnet's recogniser and navec's vectors down to extract/prose/models/ru/network.npz.

    python -m training.news_network

Both (MIT) lie in the package natasha, and slovnet and navec read them; all three are needed here only. Of navec's
250,000 words the commonest are kept, numbers in half precision; words that are used alike form groups, coarse and fine.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import numpy as np

TARGET = Path(__file__).resolve().parent.parent / "extract" / "prose" / "models" / "ru" / "network.npz"
WORDS = 80_000
GROUPS = (256, 1500)
_ROUNDS = 8
_AT_ONCE = 8_000
_VECTORS, _RECOGNISER = "emb/navec_news_v1_1B_250K_300d_100q.tar", "model/slovnet_ner_news_v1.tar"


def main() -> None:
    """Read both and write what is kept."""
    from navec import Navec
    from slovnet import NER

    spec = importlib.util.find_spec("natasha")
    assert spec is not None
    assert spec.origin is not None
    data = Path(spec.origin).parent / "data"
    vectors = Navec.load(str(data / _VECTORS))
    recogniser = NER.load(str(data / _RECOGNISER))
    vocabulary = vectors.vocab
    commonest = np.argsort(-np.array(vocabulary.counts), kind="stable")[:WORDS].tolist()
    kept = [*sorted(commonest), vocabulary.unk_id]
    model, encoder = recogniser.infer.model, recogniser.infer.encoder
    codes = vectors.pq.codes.astype(np.float16)
    spelled_out = codes[np.arange(codes.shape[0]), vectors.pq.indexes[kept]].reshape(len(kept), -1)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        TARGET,
        words=np.array("\n".join(vocabulary.words[row] for row in kept)),
        indexes=vectors.pq.indexes[kept],
        codes=codes,
        shapes=np.array("\n".join(encoder.shapes_vocab.items)),
        shape_vectors=model.emb.shape.weight.array.astype(np.float16),
        weights=model.head.proj.weight.array.astype(np.float16),
        bias=model.head.proj.bias.array.astype(np.float16),
        groups=np.stack([groups(spelled_out.astype(np.float32), count) for count in GROUPS], axis=1),
        tags=np.array("\n".join(recogniser.infer.decoder.tags_vocab.items)),
        **{name: array for number, layer in enumerate(model.encoder.layers) for name, array in arrays(number, layer)},
    )


def groups(vectors: np.ndarray, count: int) -> np.ndarray:
    """Part words into so many groups by the direction of their vectors (k-means)."""
    random = np.random.default_rng(1)
    centred = vectors - vectors.mean(axis=0)
    points = centred / (np.linalg.norm(centred, axis=1, keepdims=True) + 1e-9)
    middles = points[random.choice(len(points), count, replace=False)]
    for _ in range(_ROUNDS):
        nearest = np.concatenate([(some @ middles.T).argmax(axis=1) for some in slices(points)])
        sums = np.zeros_like(middles)
        np.add.at(sums, nearest, points)
        empty = np.bincount(nearest, minlength=count) == 0
        sums[empty] = points[random.choice(len(points), int(empty.sum()))]
        middles = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
    return nearest.astype(np.uint16)


def slices(points: np.ndarray) -> Iterator[np.ndarray]:
    """Cut points into pieces whose products fit into memory."""
    return (points[start : start + _AT_ONCE] for start in range(0, len(points), _AT_ONCE))


def arrays(number: int, layer: object) -> list[tuple[str, np.ndarray]]:
    """Give what a layer of slovnet's holds as the arrays of our Layer."""
    convolution, norm = layer.conv, layer.norm  # type: ignore[attr-defined]
    weights = convolution.weight.array.transpose(2, 1, 0).reshape(-1, convolution.weight.array.shape[0])
    scale = norm.weight.array / norm.std.array
    shift = norm.bias.array - norm.mean.array * scale
    named = {"weights": weights, "bias": convolution.bias.array, "scale": scale, "shift": shift}
    return [(f"{name}{number}", array.astype(np.float16)) for name, array in named.items()]


if __name__ == "__main__":
    main()
