package expunge.simulator.check;

import expunge.dataset.Identifier;
import expunge.dataset.Index;
import expunge.dataset.Matches;
import expunge.simulator.platform.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what a rich world's task says of one row, by all that its profiles ever were. */
final class RowCheck {
  private final World world;
  private final RichWatch watch;
  private final Optional<Matches> matches;
  private final int most;
  private final Verdict row;
  private final List<Stay> stays;
  private final Expected expected;
  private final List<Violation> violations;

  RowCheck(
      World world,
      RichWatch watch,
      Identifier identifier,
      int most,
      Verdict row,
      List<Violation> violations) {
    this.world = world;
    this.watch = watch;
    this.matches = identifier.index().map(Index::matches);
    this.most = most;
    this.row = row;
    this.stays = watch.profiles().stays(row);
    this.expected = Expected.of(stays, matches, most);
    this.violations = violations;
  }

  void check() {
    boolean disturbed =
        stays.stream().anyMatch(stay -> stay.touched() || stay.late() || stay.remade());
    boolean only = disturbed || expected.keys().containsAll(touched());
    expect(only, "P3", "has touched a profile that was not meant");
    switch (row.outcome()) {
      case "failed" -> checkFailed();
      case "cancelled" -> expect(touched().isEmpty(), "P3", "was cancelled, and touched");
      default -> {
        if (disturbed) {
          checkDisturbed();
        } else {
          checkUndisturbed();
        }
      }
    }
    checkNumber();
    if (row.isDeleted()) {
      checkRecords(disturbed ? List.of() : expected.keys());
    }
  }

  private Set<String> touched() {
    return watch.touched(row.task(), row.key());
  }

  private void checkUndisturbed() {
    String outcome = outcome();
    expect(
        outcome.equals(expected.outcome()), "P2", "is " + outcome + ", not " + expected.outcome());
    boolean same = row.profiles() == expected.keys().size();
    expect(same, "P1", "counts " + row.profiles() + ", not " + expected.keys().size());
    if (row.isDeleted()) {
      for (Stay stay : stays) {
        boolean open = expected.keys().contains(stay.key()) && !stay.bare() && !stay.isRemoved();
        expect(!open, "P2", "is deleted, and " + stay.key() + " is as it was");
      }
    }
  }

  /** A dry run finds what another one deletes. */
  private String outcome() {
    return row.outcome().equals("found") ? "deleted" : row.outcome();
  }

  private void checkDisturbed() {
    boolean ambiguous = matches.filter(Matches.Ambiguous.class::isInstance).isPresent();
    boolean steady = stays.stream().anyMatch(Stay::isSteady);
    boolean steadyFree = stays.stream().anyMatch(stay -> stay.isSteady() && !stay.held());
    long lost = stays.stream().filter(stay -> stay.lost() || stay.remade()).count();
    boolean all = matches.filter(Matches.All.class::isInstance).isPresent();
    switch (outcome()) {
      case "deleted" -> {
        expect(stays.stream().anyMatch(Stay::free), "P4", "is deleted, and nobody could be");
        checkAllOfThem(all);
      }
      case "not_found" -> {
        boolean excused = !steady || (!ambiguous && lost >= most);
        expect(excused, "P2", "is not_found, and somebody had it all the time");
      }
      case "protected" -> {
        boolean held = stays.stream().anyMatch(Stay::held);
        expect(
            held && !(all && steadyFree && others() < most),
            "P2",
            "is protected, and somebody was not");
      }
      case "ambiguous" -> {
        boolean several = stays.stream().filter(Stay::any).count() > 1;
        expect(several && ambiguous, "P2", "is ambiguous, and only one had it");
        expect(touched().isEmpty(), "P3", "is ambiguous, and touched somebody");
      }
      default -> expect(false, "P1", "is " + row.outcome());
    }
  }

  private void checkAllOfThem(boolean all) {
    if (all && row.isDeleted() && row.profiles() + others() < most) {
      for (Stay stay : stays) {
        boolean open = stay.isSteady() && !stay.held() && !stay.bare() && !stay.isRemoved();
        expect(!open, "P2", "takes all, and " + stay.key() + " is as it was");
      }
    }
  }

  /** How many of those that may have been planned were changed since by somebody else. */
  private long others() {
    return stays.stream().filter(stay -> stay.touched() || stay.remade()).count();
  }

  private void checkFailed() {
    boolean trouble = row.settled() || watch.hadTrouble(row);
    expect(trouble, "P5", "failed, and nothing that its batch asks for ever did");
  }

  /**
   * What a row counts is what its task removed, and what others took from it on the way. A profile
   * that lost attributes counts as failed where a retry finds it, for the sake of what is linked.
   */
  private void checkNumber() {
    boolean failed = row.outcome().equals("failed");
    int least = 0;
    int greatest = 0;
    for (Stay stay : stays) {
      boolean again = failed && stay.kept();
      least += stay.isRemoved() && !stay.remade() && !again ? 1 : 0;
      boolean dry = world.scenario().dryRun() && stay.free();
      greatest += stay.isRemoved() || stay.touched() || stay.bare() || dry ? 1 : 0;
    }
    String counts = "counts " + row.profiles();
    expect(row.profiles() >= least, "P1", counts + " and has removed " + least);
    expect(row.profiles() <= Math.min(most, greatest), "P1", counts + " and removed fewer");
  }

  /** Nothing that is linked to a deleted profile stays as it was. */
  private void checkRecords(List<String> expected) {
    for (Stay stay : stays) {
      boolean meant = stay.isRemoved() && !stay.remade();
      if (meant || expected.contains(stay.key())) {
        long last = Math.max(stay.removedAt(), row.begun());
        boolean open = watch.records().hasOpen(stay.key(), last, row.begun());
        expect(!open, "P2", "is deleted, and something is linked to " + stay.key());
      }
    }
  }

  private void expect(boolean holds, String promise, String otherwise) {
    if (!holds) {
      violations.add(new Violation(promise, row.key() + " " + otherwise));
    }
  }
}
