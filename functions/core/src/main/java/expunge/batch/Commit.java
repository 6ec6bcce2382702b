package expunge.batch;

import expunge.balance.Balance;

/**
 * What makes a batch final.
 *
 * @param counts one outcome per row of the batch
 * @param profilesDeleted how many profiles its rows deleted
 * @param reportPart the key of the object with the batch's lines of the report
 */
public record Commit(Balance counts, long profilesDeleted, String reportPart) {}
