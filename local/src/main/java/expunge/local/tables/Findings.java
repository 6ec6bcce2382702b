package expunge.local.tables;

import java.util.ArrayList;
import java.util.List;

/** What does not fit, each after the path of its place in the declaration. */
final class Findings {
  private final String path;
  private final List<String> all;

  private Findings(String path, List<String> all) {
    this.path = path;
    this.all = all;
  }

  static Findings of(String path) {
    return new Findings(path, new ArrayList<>());
  }

  /** The same findings, told from a place further in. */
  Findings at(String member) {
    return new Findings(path + "." + member, all);
  }

  /**
   * Adds one.
   *
   * @param there what is there
   * @param advice what to do
   */
  void add(String member, String there, String advice) {
    all.add(path + "." + member + ": " + there + "; " + advice);
  }

  List<String> all() {
    return List.copyOf(all);
  }
}
