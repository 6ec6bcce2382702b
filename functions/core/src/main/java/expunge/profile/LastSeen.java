package expunge.profile;

import java.util.Optional;

/**
 * A profile to be deleted, as it was when it was last read.
 *
 * @param asRead empty where there was none
 */
public record LastSeen(ProfileKey key, Optional<Profile> asRead) {}
