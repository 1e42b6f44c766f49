"""Cut slovnet's recogniser and navec's vectors down to extract/prose/models/ru/network.npz.

    python -m training.news_network

Both (MIT) lie in the package natasha, and slovnet and navec read them; all three are needed here only. Of navec's
250,000 words the commonest are kept, numbers in half precision.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np

TARGET = Path(__file__).resolve().parent.parent / "extract" / "prose" / "models" / "ru" / "network.npz"
WORDS = 80_000
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
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        TARGET,
        words=np.array("\n".join(vocabulary.words[row] for row in kept)),
        indexes=vectors.pq.indexes[kept],
        codes=vectors.pq.codes.astype(np.float16),
        shapes=np.array("\n".join(encoder.shapes_vocab.items)),
        shape_vectors=model.emb.shape.weight.array.astype(np.float16),
        weights=model.head.proj.weight.array.astype(np.float16),
        bias=model.head.proj.bias.array.astype(np.float16),
        tags=np.array("\n".join(recogniser.infer.decoder.tags_vocab.items)),
        **{name: array for number, layer in enumerate(model.encoder.layers) for name, array in arrays(number, layer)},
    )


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
