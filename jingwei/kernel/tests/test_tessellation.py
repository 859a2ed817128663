import math

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Polygon

from jingwei.kernel.tessellation import (
    PRECISION_DEG,
    CannotDivide,
    fit_together,
    merge_pieces,
    split_polygon,
)

SQUARE = Polygon([(112.0, 28.0), (112.1, 28.0), (112.1, 28.1), (112.0, 28.1)])
HORSESHOE = Polygon(
    [
        (112.00, 28.00),
        (112.09, 28.00),
        (112.09, 28.08),
        (112.06, 28.08),
        (112.06, 28.03),
        (112.03, 28.03),
        (112.03, 28.08),
        (112.00, 28.08),
    ]
)


def star(corners: int, depth: float) -> Polygon:
    return Polygon(
        [
            (
                112.0 + 0.05 * (1 if turn % 2 else depth) * math.cos(turn * math.pi / corners),
                28.0 + 0.05 * (1 if turn % 2 else depth) * math.sin(turn * math.pi / corners),
            )
            for turn in range(2 * corners)
        ]
    )


@pytest.mark.parametrize("parent", [SQUARE, HORSESHOE, star(7, 0.4)], ids=["square", "horseshoe", "star"])
def test_the_pieces_cover_the_parent_without_gap_or_overlap(parent: Polygon) -> None:
    pieces = split_polygon(parent, [1, 2, 3, 4, 5], seed="any")

    assert all(piece.is_valid for piece in pieces)
    assert shapely.coverage_is_valid(pieces)
    assert merge_pieces(pieces).symmetric_difference(parent).area < 1e-9 * parent.area


def test_areas_follow_the_shares() -> None:
    shares = [1.0, 2.0, 3.0, 6.0, 12.0]
    pieces = split_polygon(SQUARE, shares, seed="shares")
    for piece, share in zip(pieces, shares, strict=True):
        assert piece.area / SQUARE.area == pytest.approx(share / sum(shares), rel=0.25)


def test_the_same_seed_gives_the_same_coordinates_and_another_seed_others() -> None:
    first, again, other = (
        [piece.wkb for piece in split_polygon(SQUARE, [1] * 8, seed=seed)] for seed in ("a", "a", "b")
    )
    assert first == again
    assert first != other


def test_an_anchored_piece_stands_at_its_anchor() -> None:
    corner = (112.09, 28.09)
    pieces = split_polygon(SQUARE, [1, 9, 9, 9], seed="seat", anchors=[corner])
    assert pieces[0].distance(shapely.Point(corner)) < 0.005


def test_one_share_gives_the_parent_back() -> None:
    assert split_polygon(SQUARE, [3], seed="whole") == [SQUARE]


@pytest.mark.parametrize("shares", [[], [1, 0], [1, -1]])
def test_shares_that_are_not_positive_are_refused(shares: list[float]) -> None:
    with pytest.raises(CannotDivide):
        split_polygon(SQUARE, shares, seed="none")


def test_pieces_of_different_parents_disagree_until_they_are_fitted_together() -> None:
    west, east = split_polygon(SQUARE, [1, 1], seed="halves")
    pieces = split_polygon(west, [1] * 6, seed="west") + split_polygon(east, [1] * 6, seed="east")
    assert not shapely.coverage_is_valid(pieces)  # else this test shows nothing

    fitted = fit_together(pieces)

    assert shapely.coverage_is_valid(fitted)
    assert all(piece.is_valid for piece in fitted)
    for before, after in zip(pieces, fitted, strict=True):
        assert after.symmetric_difference(before).area < 0.001 * before.area
    whole = merge_pieces(fitted)
    assert whole.area == pytest.approx(sum(piece.area for piece in fitted), rel=1e-12)


def test_fitted_coordinates_stand_on_the_precision_grid() -> None:
    fitted = fit_together(split_polygon(star(5, 0.5), [1, 2, 3], seed="rounded"))
    for value in shapely.get_coordinates(fitted).reshape(-1):
        assert round(value / PRECISION_DEG) * PRECISION_DEG == pytest.approx(value, abs=1e-10)


def test_a_hole_between_pieces_stays_a_hole() -> None:
    ring = SQUARE.difference(shapely.box(112.04, 28.04, 112.06, 28.06))
    fitted = fit_together(split_polygon(ring, [1, 1, 1], seed="lake"))
    assert sum(piece.area for piece in fitted) == pytest.approx(ring.area, rel=1e-5)


def test_pieces_that_do_not_touch_cannot_be_merged() -> None:
    with pytest.raises(CannotDivide):
        merge_pieces([shapely.box(0, 0, 1, 1), shapely.box(3, 3, 4, 4)])


@settings(max_examples=25, deadline=None)
@given(
    shares=st.lists(st.floats(0.5, 10), min_size=2, max_size=12),
    corners=st.integers(3, 9),
    depth=st.floats(0.3, 0.9),
)
def test_any_star_falls_into_connected_pieces_that_tile_it(
    shares: list[float], corners: int, depth: float
) -> None:
    parent = star(corners, depth)
    fitted = fit_together(split_polygon(parent, shares, seed="property"))
    assert len(fitted) == len(shares)
    assert shapely.coverage_is_valid(fitted)
    assert merge_pieces(fitted).symmetric_difference(parent).area < 1e-4 * parent.area
