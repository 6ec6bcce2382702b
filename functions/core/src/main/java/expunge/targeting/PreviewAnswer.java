package expunge.targeting;

import expunge.profile.Profile;
import java.util.List;

/**
 * Whom a criterion means, as far as was looked.
 *
 * @param count profiles that met it when they were looked at, protected ones too
 * @param looked items that were looked at, be they profiles or not
 * @param isComplete whether all were; otherwise there may be more
 * @param sample some of those that were met, as they are now
 */
public record PreviewAnswer(long count, long looked, boolean isComplete, List<Profile> sample) {
  /** Copies the profiles. */
  public PreviewAnswer {
    sample = List.copyOf(sample);
  }
}
