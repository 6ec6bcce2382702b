package expunge.dataset;

import java.time.Duration;

/**
 * Where the suppression list of a dataset lies.
 *
 * @param table the table's name
 * @param keep how long an entry stays
 */
public record Suppression(String table, Duration keep) {}
