package expunge.imports;

import expunge.dataset.Dataset;
import expunge.profile.ProfileKey;
import expunge.run.Ids;

/**
 * The key of a profile that an import makes: always the same for the same identifier, so that two
 * imports at once make one profile. It is a pseudonym and no secret: it stands where the identifier
 * itself stands.
 */
public final class DerivedKey {
  private DerivedKey() {}

  /**
   * 26 digits and lower-case letters.
   *
   * @param identifier its name
   * @param value in normal form
   * @param number 0, or more where a profile that has lost the identifier has that key
   */
  public static ProfileKey of(Dataset dataset, String identifier, String value, int number) {
    return new ProfileKey(
        Ids.derivedFrom(dataset.name(), identifier, value, Integer.toString(number)));
  }
}
