package dev.callout.benchmarks.load;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the product's speed compares with the floor's. Each round has both within seconds, so that other work on the
 * machine meets both; the middle round counts, the others say how far to trust it.
 */
public record Ratio(double middle, double least, double most) {

    public static Ratio of(List<Slice> product, List<Slice> floor) {
        if (product.size() != floor.size() || product.isEmpty()) {
            throw new IllegalArgumentException(product.size() + " rounds beside " + floor.size());
        }
        var rounds = IntStream.range(0, product.size())
                .mapToDouble(round -> product.get(round).perSecond()
                        / Math.max(floor.get(round).perSecond(), Double.MIN_NORMAL))
                .sorted()
                .toArray();
        return new Ratio(
                Figure.rounded(median(rounds), 3),
                Figure.rounded(rounds[0], 3),
                Figure.rounded(rounds[rounds.length - 1], 3));
    }

    static double median(double[] sorted) {
        var half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
