package dev.callout.query.http;

/** How a list can be narrowed by text and read page by page. */
public record TextListParameters(String text, String pageSize, String after, String count) {

    @Override
    public String text() {
        return Filters.text("text", text);
    }
}
