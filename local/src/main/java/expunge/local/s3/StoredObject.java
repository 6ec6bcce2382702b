package expunge.local.s3;

import java.util.Optional;

/**
 * An object that has just come to be.
 *
 * @param key decoded
 * @param size in bytes
 * @param eTag without quotes
 * @param versionId empty where the bucket has no versions
 */
record StoredObject(String key, long size, String eTag, Optional<String> versionId) {}
