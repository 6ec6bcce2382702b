package expunge.local.fault;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of people, and what has to be said of it: every tenth has no profile, and the last row
 * repeats the first. What its report has to be is written down here once more, on its own.
 *
 * @param prefix what their identifiers begin with
 * @param count how many different people
 */
record People(String prefix, int count) {
  private static final int WITHOUT_PROFILE = 10;
  private static final String END = "\r\n";

  String csv() {
    StringBuilder csv = new StringBuilder("MaestraId\n");
    for (int person = 1; person <= count; person++) {
      csv.append(prefix).append(person).append('\n');
    }
    return csv.append(prefix).append(1).append('\n').toString();
  }

  List<String> withProfile() {
    List<String> keys = new ArrayList<>();
    for (int person = 1; person <= count; person++) {
      if (hasProfile(person)) {
        keys.add(prefix + person);
      }
    }
    return keys;
  }

  private static boolean hasProfile(int person) {
    return person % WITHOUT_PROFILE != 0;
  }

  int rows() {
    return count + 1;
  }

  private int withoutProfile() {
    return count / WITHOUT_PROFILE;
  }

  /** Where whoever has a profile meets with this outcome. */
  Balance balance(Outcome ofProfiles) {
    return Balance.EMPTY
        .plus(ofProfiles, count - withoutProfile())
        .plus(Outcome.NOT_FOUND, withoutProfile())
        .plus(Outcome.DUPLICATE, 1);
  }

  /**
   * As {@link #balance}.
   *
   * @param words what a line says behind the identifier of whoever has a profile
   */
  String report(String words) {
    StringBuilder report = new StringBuilder("line,identifier,outcome,profiles,reason" + END);
    for (int person = 1; person <= count; person++) {
      report.append(person + 1).append(',').append(prefix).append(person).append(',');
      report.append(hasProfile(person) ? words : "not_found,0,").append(END);
    }
    return report
        .append(rows() + 1)
        .append(',')
        .append(prefix)
        .append("1,duplicate,0,same identifier as line 2")
        .append(END)
        .toString();
  }
}
