package expunge.dataset;

/** An attribute of a table's key. */
public record KeyAttribute(String name, KeyType type) {}
