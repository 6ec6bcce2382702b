package expunge.simulator.check;

import expunge.profile.ProfileKey;
import expunge.simulator.platform.Act;
import expunge.simulator.platform.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges the profile table: who is gone, who is there, and whether that is what was said. */
final class ProfileCheck {
  private final World world;
  private final List<Violation> violations;
  private final Map<String, List<Verdict>> verdicts = new HashMap<>();
  private final Map<String, List<Act>> acts = new HashMap<>();

  ProfileCheck(World world, List<Verdict> said, List<Violation> violations) {
    this.world = world;
    this.violations = violations;
    said.forEach(one -> verdicts.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(one));
    world.acts().forEach(act -> acts.computeIfAbsent(act.key(), _ -> new ArrayList<>()).add(act));
  }

  void check() {
    Set<String> keys = new HashSet<>(world.scenario().profiles());
    keys.addAll(verdicts.keySet());
    keys.addAll(acts.keySet());
    keys.forEach(this::check);
    int known = 0;
    for (String key : keys) {
      known += isThere(key) ? 1 : 0;
    }
    long all = world.profiles().size(world.scenario().dataset()).orElse(0);
    expect(all == known, "P3", "there are profiles that nobody made");
  }

  private void check(String key) {
    List<Verdict> said = verdicts.getOrDefault(key, List.of());
    said.forEach(verdict -> checkWord(verdict, said));
    long deletedUntil = -1;
    long deletedFrom = Long.MAX_VALUE;
    for (Verdict verdict : said) {
      deletedUntil = verdict.isDeleted() ? Math.max(deletedUntil, verdict.until()) : deletedUntil;
      deletedFrom = verdict.isDeleted() ? Math.min(deletedFrom, verdict.from()) : deletedFrom;
    }
    if (deletedUntil < 0) {
      boolean expected = presence(key, Long.MAX_VALUE);
      expect(isThere(key) == expected, "P3", key + " was touched, and no report says so");
    } else {
      checkDeleted(key, deletedFrom, deletedUntil);
    }
  }

  private void checkDeleted(String key, long from, long until) {
    boolean mayBeEither = false;
    boolean madeSince = false;
    boolean goneSince = false;
    for (Act act : acts.getOrDefault(key, List.of())) {
      mayBeEither |= act.made() && act.at() >= from && act.at() <= until;
      madeSince = act.at() > until ? act.made() : madeSince;
      goneSince = act.at() > until ? !act.made() : goneSince;
    }
    if (madeSince) {
      expect(isThere(key), "P3", key + " was made anew after its batch was final, and is gone");
    } else if (goneSince || !mayBeEither) {
      expect(!isThere(key), "P2", key + " is reported as deleted, and is there");
    }
  }

  private void checkWord(Verdict verdict, List<Verdict> said) {
    String key = verdict.key();
    Set<Boolean> possible = presences(verdict, said);
    switch (verdict.outcome()) {
      case "deleted" ->
          expect(possible.contains(true), "P4", key + " was never there and is deleted");
      case "not_found" ->
          expect(possible.contains(false), "P2", key + " was there and is not_found");
      case "failed" -> {
        ProfileKey profile = new ProfileKey(key);
        boolean hadTrouble = verdict.settled() || world.troubled().contains(profile);
        expect(hadTrouble, "P5", key + " failed, and no delete of it ever did");
      }
      case "found" ->
          expect(possible.contains(true), "P4", key + " was never there, and would be deleted");
      case "cancelled" -> {
        // checked with the profile: it must not have been touched
      }
      default -> expect(false, "P1", key + " is " + verdict.outcome());
    }
  }

  /** What the table may have said of a key while a task looked. */
  private Set<Boolean> presences(Verdict verdict, List<Verdict> said) {
    Set<Boolean> possible = new HashSet<>();
    possible.add(presence(verdict.key(), verdict.from()));
    for (Act act : acts.getOrDefault(verdict.key(), List.of())) {
      if (act.at() >= verdict.from() && act.at() <= verdict.until()) {
        possible.add(act.made());
      }
    }
    for (Verdict other : said) {
      if (!other.equals(verdict) && other.isDeleted()) {
        possible.add(false);
      }
    }
    return possible;
  }

  /** Whether a key would be there at a time if nobody but the others had written. */
  private boolean presence(String key, long at) {
    boolean there = world.scenario().profiles().contains(key);
    for (Act act : acts.getOrDefault(key, List.of())) {
      there = act.at() <= at ? act.made() : there;
    }
    return there;
  }

  private boolean isThere(String key) {
    return world.profiles().contains(world.scenario().dataset(), new ProfileKey(key));
  }

  private void expect(boolean holds, String promise, String otherwise) {
    if (!holds) {
      violations.add(new Violation(promise, otherwise));
    }
  }
}
