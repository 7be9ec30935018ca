package dev.callout.benchmarks.load;

import java.util.List;

/** One thing done through the product, beside the least that anything storing or reading the same would have to do. */
public record Comparison(String what, String beside, int clients, Figure product, Figure floor, Ratio ratio) {

    public static Comparison of(String what, String beside, int clients, List<Slice> product, List<Slice> floor) {
        return new Comparison(what, beside, clients, Figure.of(product), Figure.of(floor), Ratio.of(product, floor));
    }
}
