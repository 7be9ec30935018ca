package dev.callout.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final int SIZES = 130;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> MerkleTree.leaf(("leaf " + i).getBytes(UTF_8)))
                .toList();
    }

    /** The tree as RFC 6962 defines it, by itself: left the largest power of two below the size, right the rest. */
    private static Hash asDefined(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        var left = Integer.highestOneBit(leaves.size() - 1);
        return Hash.of(
                new byte[] {1},
                asDefined(leaves.subList(0, left)).bytes(),
                asDefined(leaves.subList(left, leaves.size())).bytes());
    }

    @Test
    void is_the_tree_of_rfc_6962() {
        for (var size = 1; size <= SIZES; size++) {
            assertThat(new MerkleTree(leaves(size)).root())
                    .as("%d leaves", size)
                    .isEqualTo(asDefined(leaves(size)));
        }
    }

    @Test
    void leads_from_every_leaf_to_the_root() {
        for (var size = 1; size <= SIZES; size++) {
            var leaves = leaves(size);
            var tree = new MerkleTree(leaves);
            for (var i = 0; i < size; i++) {
                assertThat(MerkleTree.rootOf(leaves.get(i), i, size, tree.path(i)))
                        .as("leaf %d of %d", i, size)
                        .isEqualTo(tree.root());
            }
        }
    }

    @Test
    void leads_nothing_else_to_the_root() {
        for (var round = 0; round < 2_000; round++) {
            var size = 2 + random.nextInt(SIZES);
            var leaves = leaves(size);
            var tree = new MerkleTree(leaves);
            var i = random.nextInt(size);
            var path = new ArrayList<>(tree.path(i));
            var leaf = leaves.get(i);
            var place = i;
            switch (random.nextInt(5)) {
                case 0 -> leaf = MerkleTree.leaf(new byte[] {42});
                case 1 -> place = (i + 1 + random.nextInt(size - 1)) % size;
                case 2 -> path.remove(random.nextInt(path.size()));
                case 3 -> path.add(random.nextInt(path.size() + 1), leaf);
                default -> path.set(random.nextInt(path.size()), Hash.NONE);
            }
            assertThat(MerkleTree.rootOf(leaf, place, size, path))
                    .as("leaf %d of %d, seed %d", i, size, seed)
                    .isNotEqualTo(tree.root());
        }
    }

    @Test
    void lets_no_inner_node_pass_for_a_leaf() {
        var leaves = leaves(4);
        var inner = new byte[64];
        System.arraycopy(leaves.get(0).bytes(), 0, inner, 0, 32);
        System.arraycopy(leaves.get(1).bytes(), 0, inner, 32, 32);

        assertThat(MerkleTree.leaf(inner)).isNotEqualTo(new MerkleTree(leaves.subList(0, 2)).root());
    }

    @Test
    void stands_on_something() {
        assertThatThrownBy(() -> new MerkleTree(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(MerkleTree.rootOf(leaves(1).get(0), 1, 1, List.of())).isEqualTo(Hash.NONE);
        assertThat(MerkleTree.rootOf(leaves(1).get(0), -1, 1, List.of())).isEqualTo(Hash.NONE);
    }
}
