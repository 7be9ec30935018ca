package dev.callout.platform.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * One hash over many things, of which each can be shown to be in it without the others. The tree of RFC 6962: leaves and
 * inner nodes are hashed behind different first bytes, and the last of an odd number goes up as it is.
 */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<List<Hash>> levels = new ArrayList<>();

    /** A tree over leaves made by {@link #leaf}; at least one. */
    public MerkleTree(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("A tree has leaves.");
        }
        levels.add(leaves);
        for (var level = leaves; level.size() > 1; ) {
            level = above(level);
            levels.add(level);
        }
    }

    public static Hash leaf(byte[] content) {
        return Hash.of(LEAF, content);
    }

    private static Hash node(Hash left, Hash right) {
        return Hash.of(NODE, left.bytes(), right.bytes());
    }

    private static List<Hash> above(List<Hash> level) {
        var above = new ArrayList<Hash>((level.size() + 1) / 2);
        for (var i = 0; i < level.size(); i += 2) {
            above.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
        }
        return above;
    }

    public Hash root() {
        return levels.get(levels.size() - 1).get(0);
    }

    /** What a leaf has to be hashed with, from the bottom up, to come to the root. */
    public List<Hash> path(int leaf) {
        var path = new ArrayList<Hash>();
        var place = leaf;
        for (var level : levels) {
            var neighbor = place ^ 1;
            if (neighbor < level.size()) {
                path.add(level.get(neighbor));
            }
            place /= 2;
        }
        return path;
    }

    /** The root that a leaf and its path lead to in a tree of a size; {@link Hash#NONE} when they fit no such tree. */
    public static Hash rootOf(Hash leaf, long place, long size, List<Hash> path) {
        if (place < 0 || place >= size) {
            return Hash.NONE;
        }
        var hash = leaf;
        var steps = path.iterator();
        for (long at = place, width = size; width > 1; at /= 2, width = (width + 1) / 2) {
            if (at % 2 == 1 || at + 1 < width) {
                if (!steps.hasNext()) {
                    return Hash.NONE;
                }
                hash = at % 2 == 1 ? node(steps.next(), hash) : node(hash, steps.next());
            }
        }
        return steps.hasNext() ? Hash.NONE : hash;
    }
}
