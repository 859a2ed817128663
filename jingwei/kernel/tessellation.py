"""Divide an area into pieces that fit together exactly: for generated territory and for proposing a first regridding.

The pieces are grown from a fine random mesh, so their borders look like ditches and lanes, not like ruler lines.
Everything is decided by the seed: the same call gives the same coordinates on every machine.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from shapely import Polygon

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

PRECISION_DEG = 1e-6
"""Coordinates are multiples of this: about 11 cm, finer than any survey of a grid and short in GeoJSON."""

ATOMS_PER_PIECE = 36
ATOMS_IN_SMALLEST_PIECE = 9
MOST_ATOMS = 6000
ROUNDS = 60
SETTLING_ROUNDS = 18


class CannotDivide(ValueError):
    """The polygon cannot be cut into that many connected pieces (too small, or in separate parts)."""


@dataclass(frozen=True, slots=True)
class _Mesh:
    """Faces that tile one area, and who touches whom along how much border."""

    faces: npt.NDArray[np.object_]
    areas: Floats
    centres: Floats
    left: Ints
    right: Ints
    borders: Floats


def split_polygon(
    parent: Polygon,
    shares: Sequence[float],
    *,
    seed: str,
    anchors: Sequence[tuple[float, float] | None] = (),
) -> list[Polygon]:
    """Cut `parent` into one connected piece per share; the pieces' areas are in proportion to the shares.

    Neighbouring pieces have the very same vertices on their common border. Areas meet their share to a few per cent:
    the mesh has about 36 faces a piece. An anchored piece (lon, lat) grows around its anchor, the others settle
    where room is. On the outer border the pieces get vertices that the parent's neighbours do not have, and nothing
    is rounded yet: `fit_together` makes several divided parents agree again.
    Raises: CannotDivide.
    """
    if not shares or min(shares) <= 0:
        raise CannotDivide("every piece needs a positive share")
    if len(shares) == 1:
        return [parent]
    dice = random.Random(seed)
    squeeze = math.cos(math.radians(parent.centroid.y))
    wanted = np.asarray(shares, dtype=np.float64)
    wanted = wanted / wanted.sum()
    atoms = min(
        MOST_ATOMS, math.ceil(max(ATOMS_PER_PIECE * len(wanted), ATOMS_IN_SMALLEST_PIECE / wanted.min()))
    )
    for _attempt in range(4):
        mesh, side = _fine_mesh(parent, atoms, squeeze, dice)
        labels = _grow(mesh, wanted * mesh.areas.sum(), squeeze, dice, anchors)
        labels = _connected(mesh, labels)
        if len(np.unique(labels)) == len(wanted):
            break
        atoms = atoms * 2
    else:
        raise CannotDivide(f"no room for {len(wanted)} pieces in {parent.area:.3e} square degrees")
    pieces = _dissolve(mesh, labels, len(wanted))
    smooth = shapely.coverage_simplify(pieces, tolerance=side * 1.1, simplify_boundary=False)
    return [_as_polygon(piece) for piece in smooth]


def fit_together(pieces: Sequence[Polygon]) -> list[Polygon]:
    """Return the pieces with every shared border noded alike, so that together they have neither gap nor overlap.

    Pieces of different parents meet in borders where one side has vertices that the other side lacks; rounding then
    leaves slivers of centimetres. All borders are noded at once on one precision grid and the faces are handed back
    to the piece they lie in; vertices that only ever marked a straight line are dropped on both sides.
    """
    borders = shapely.union_all(shapely.boundary(np.asarray(pieces, dtype=object)), grid_size=PRECISION_DEG)
    faces = shapely.get_parts(shapely.polygonize([borders]))
    inside = shapely.point_on_surface(faces)
    tree = shapely.STRtree(pieces)
    face_of, piece_of = tree.query(inside, predicate="within")
    labels = np.full(len(faces), -1, dtype=np.int64)
    labels[face_of] = piece_of
    stray = np.flatnonzero(labels < 0)
    if stray.size:
        # A face in no piece is a sliver between two of them, or a hole that the pieces leave on purpose.
        sliver = shapely.area(faces[stray]) < shapely.length(faces[stray]) * PRECISION_DEG * 2
        labels[stray[sliver]] = tree.nearest(inside[stray[sliver]])
        faces, labels = faces[labels >= 0], labels[labels >= 0]
    mesh = _mesh_of(faces)
    labels = _connected(mesh, labels)
    whole = _dissolve(mesh, labels, len(pieces))
    tidy = shapely.coverage_simplify(whole, tolerance=PRECISION_DEG * 50, simplify_boundary=True)
    return [_as_polygon(piece) for piece in tidy]


def merge_pieces(pieces: Sequence[Polygon]) -> Polygon:
    """Return the union of pieces that fit together: no vertex is moved, so a whole is exactly the sum of its parts.

    Raises: CannotDivide if the pieces do not touch each other.
    """
    return _as_polygon(shapely.coverage_union_all(np.asarray(pieces, dtype=object)))


def _as_polygon(geometry: shapely.Geometry) -> Polygon:
    parts = shapely.get_parts(geometry)
    if len(parts) != 1 or not isinstance(parts[0], Polygon):
        raise CannotDivide(f"a piece fell apart into {len(parts)} parts")
    return shapely.normalize(parts[0])


def _fine_mesh(parent: Polygon, atoms: int, squeeze: float, dice: random.Random) -> tuple[_Mesh, float]:
    """A honeycomb with shaken corners, cut along the parent's border; with the side of a comb in degrees."""
    side = math.sqrt(parent.area / atoms / (1.5 * math.sqrt(3)))
    step_x, step_y = side * math.sqrt(3) / 2 / math.sqrt(squeeze), side * math.sqrt(squeeze)
    west, south, east, north = parent.bounds
    columns = math.ceil((east - west) / step_x) + 4
    rows = math.ceil((north - south) / (1.5 * step_y)) + 4
    row, column = np.mgrid[0:rows, 0:columns]
    zigzag = np.where((row + column) % 2 == 0, 0.25, -0.25)
    shake = np.asarray([dice.random() for _ in range(2 * rows * columns)]).reshape(2, rows, columns) - 0.5
    x = west + (column - 1.5 + 0.7 * shake[0] / (math.sqrt(3) / 2)) * step_x
    y = south + ((row - 1.5) * 1.5 + zigzag + 0.7 * shake[1]) * step_y
    corners = np.stack([x, y], axis=-1)
    along = np.stack([corners[:, :-1], corners[:, 1:]], axis=2).reshape(-1, 2, 2)
    upward = (row + column)[:-1] % 2 == 0
    across = np.stack([corners[:-1][upward], corners[1:][upward]], axis=1)
    walls = shapely.linestrings(np.concatenate([along, across]))
    shapely.prepare(parent)
    walls = walls[shapely.intersects(parent, walls)]
    noded = shapely.union_all([shapely.multilinestrings(walls), parent.boundary])
    faces = shapely.get_parts(shapely.polygonize([noded]))
    inside = shapely.contains(parent, shapely.point_on_surface(faces))
    return _mesh_of(faces[inside]), side


def _mesh_of(faces: npt.NDArray[np.object_]) -> _Mesh:
    rings, face_of_ring = shapely.get_rings(faces, return_index=True)
    coordinates, ring_of = shapely.get_coordinates(rings, return_index=True)
    _unique, vertex = np.unique(coordinates, axis=0, return_inverse=True)
    vertex = vertex.reshape(-1)
    same_ring = ring_of[:-1] == ring_of[1:]
    low = np.minimum(vertex[:-1], vertex[1:])[same_ring].astype(np.int64)
    high = np.maximum(vertex[:-1], vertex[1:])[same_ring].astype(np.int64)
    length = np.hypot(*(coordinates[1:] - coordinates[:-1])[same_ring].T)
    owner = face_of_ring[ring_of[:-1][same_ring]]
    key = low * (int(vertex.max()) + 1) + high
    order = np.argsort(key, kind="stable")
    key, owner, length = key[order], owner[order], length[order]
    shared = np.flatnonzero(key[:-1] == key[1:])
    centres = shapely.get_coordinates(shapely.centroid(faces))
    return _Mesh(
        faces=faces,
        areas=shapely.area(faces),
        centres=centres,
        left=owner[shared].astype(np.int64),
        right=owner[shared + 1].astype(np.int64),
        borders=length[shared],
    )


def _grow(
    mesh: _Mesh,
    wanted: Floats,
    squeeze: float,
    dice: random.Random,
    anchors: Sequence[tuple[float, float] | None],
) -> Ints:
    """Give every face to a piece: a power diagram whose weights are turned until the areas fit.

    The first rounds also move the sites to the middle of what they own, so that pieces become compact.
    """
    scale = np.asarray([squeeze, 1.0])
    where = mesh.centres * scale
    areas = mesh.areas * squeeze
    target = wanted * squeeze
    count = len(target)
    sites = np.empty((count, 2))
    held = np.zeros(count, dtype=bool)
    taken: list[int] = []
    for index in range(count):
        anchor = anchors[index] if index < len(anchors) else None
        if anchor is None:
            # The best of a few throws: the one farthest from the sites that stand already.
            throws = [dice.randrange(len(where)) for _ in range(6)]
            standing = sites[taken] if taken else np.empty((0, 2))
            site = max(throws, key=lambda at: _clearance(where[at], standing))
            sites[index] = where[site]
        else:
            sites[index] = np.asarray(anchor) * scale
            held[index] = True
        taken.append(index)
    weights = target / math.pi
    best, best_miss = np.zeros(len(where), dtype=np.int64), math.inf
    for turn in range(ROUNDS):
        distance = ((where[:, None, :] - sites[None, :, :]) ** 2).sum(axis=2) - weights[None, :]
        labels = distance.argmin(axis=1).astype(np.int64)
        owned = np.bincount(labels, weights=areas, minlength=count)
        miss = float(np.abs(owned / target - 1).max())
        if turn >= SETTLING_ROUNDS and miss < best_miss:
            best, best_miss = labels, miss
            if miss < 0.04:
                break
        if turn < SETTLING_ROUNDS:
            for axis in (0, 1):
                middle = np.bincount(labels, weights=areas * where[:, axis], minlength=count)
                moved = np.divide(middle, owned, out=sites[:, axis].copy(), where=owned > 0)
                sites[:, axis] = np.where(held, sites[:, axis], moved)
        weights += (target - owned) * (0.45 if turn < SETTLING_ROUNDS else 0.3)
    return best


def _clearance(point: Floats, standing: Floats) -> float:
    if not len(standing):
        return 0.0
    return float(((standing - point) ** 2).sum(axis=1).min())


def _connected(mesh: _Mesh, labels: Ints) -> Ints:
    """Hand faces that are cut off from the main part of their piece to the neighbour they share most border with."""
    labels = labels.copy()
    count = len(labels)
    touching: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for left, right, border in zip(
        mesh.left.tolist(), mesh.right.tolist(), mesh.borders.tolist(), strict=True
    ):
        touching[left].append((right, border))
        touching[right].append((left, border))
    part = _parts(touching, labels)
    size: dict[int, float] = {}
    for face in range(count):
        size[part[face]] = size.get(part[face], 0.0) + float(mesh.areas[face])
    main: dict[int, int] = {}
    for face in range(count):
        label = int(labels[face])
        if label not in main or size[part[face]] > size[main[label]]:
            main[label] = part[face]
    loose = [face for face in range(count) if part[face] != main[int(labels[face])]]
    settled = [True] * count
    for face in loose:
        settled[face] = False
    while loose:
        waiting = []
        for face in loose:
            pull: dict[int, float] = {}
            for other, border in touching[face]:
                if settled[other]:
                    label = int(labels[other])
                    pull[label] = pull.get(label, 0.0) + border
            if pull:
                labels[face] = max(pull, key=lambda label: (pull[label], -label))
                settled[face] = True
            else:
                waiting.append(face)
        if len(waiting) == len(loose):
            raise CannotDivide(f"{len(loose)} faces touch no other face: the area lies in separate parts")
        loose = waiting
    return labels


def _parts(touching: Sequence[Sequence[tuple[int, float]]], labels: Ints) -> list[int]:
    part = [-1] * len(labels)
    for start in range(len(labels)):
        if part[start] >= 0:
            continue
        part[start] = start
        queue = [start]
        while queue:
            face = queue.pop()
            for other, _border in touching[face]:
                if part[other] < 0 and labels[other] == labels[face]:
                    part[other] = start
                    queue.append(other)
    return part


def _dissolve(mesh: _Mesh, labels: Ints, count: int) -> npt.NDArray[np.object_]:
    pieces = np.empty(count, dtype=object)
    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[order], np.arange(count + 1))
    for index in range(count):
        members = mesh.faces[order[starts[index] : starts[index + 1]]]
        pieces[index] = members[0] if len(members) == 1 else shapely.coverage_union_all(members)
    return pieces
