package expunge.simulator.bug;

import expunge.linked.LinkedStore;
import expunge.object.ObjectStore;
import expunge.profile.ProfileStore;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import expunge.task.Doorbells;
import expunge.task.TaskStore;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Every planted bug, with the rule that it switches off. */
@SuppressWarnings(
    "ImmutableEnumChecker") // what it holds makes a new plant each time, and keeps none
public enum PlantedBug {
  CUTS_ANEW(
      "1 (C12)",
      "A second reading cuts the file by other settings than the first.",
      IntakeBugs.CutsAnew::new),
  RINGS_WHILE_STAGING(
      "2 (C9)",
      "Bells ring while the file is still read, and workers begin there.",
      RingsWhileStaging::new),
  TOTALS_BEFORE_BATCHES(
      "2 (C10)",
      "The task leaves STAGING before its batch records stand.",
      calling(IntakeBugs.TotalsBeforeBatches::new)),
  OVERWRITES_BATCHES(
      "3 (C11)",
      "A second intake writes its batch records over those that stand.",
      inTable(IntakeBugs.OverwritesBatches::new)),
  OVERWRITES_TASKS(
      "3",
      "A second event writes the task's record anew.",
      inTable(IntakeBugs.OverwritesTasks::new)),
  DROPS_DUPLICATES(
      "4 (C16)",
      "The batch record does not say which rows are duplicates.",
      inTable(IntakeBugs.DropsDuplicates::new)),
  READS_ONCE(
      "5",
      "An intake that finds the task leaves it to whoever made it.",
      calling(IntakeBugs.ReadsOnce::new)),
  IGNORES_THE_VERSION(
      "5",
      "The newest version is taken in, whichever the event tells of.",
      inBucket(ObjectBugs.IgnoresTheVersion::new)),
  TAKES_WHAT_WAS_REMOVED(
      "5",
      "A file that was removed before anybody read it is run.",
      inBucket(ObjectBugs.TakesWhatWasRemoved::new)),
  READS_THE_NEWEST(
      "5",
      "Files are read by key, not by the version that was pinned.",
      inBucket(ObjectBugs.ReadsTheNewest::new)),
  NOBODY_ASKS_FOR_THE_LEASE(
      "6 (C4, C6)",
      "Anybody gets the lease, and plan and commit do not ask who holds it.",
      inTable(LeaseBugs.NobodyAsks::new)),
  WRITES_TO_THE_END(
      "6",
      "Calls begin until the invocation ends, not until it has time for their answer.",
      HopelessBugs.WritesToTheEnd::new),
  SHORT_LEASES("6 (C5)", "Leases end as soon as they are taken.", BellBugs.ShortLeases::new),
  PLANS_ANEW(
      "7 (C17)", "Each attempt looks everything up again.", inTable(LeaseBugs.PlansAnew::new)),
  PLANS_AT_THE_END(
      "7",
      "The plan is written when everything is deleted.",
      calling(LeaseBugs.PlansAtTheEnd::new)),
  TAKES_A_SECOND_MATCH(
      "7 (R1)", "Each attempt looks the match of a row up again.", MatchBugs.PlansOver::ofOne),
  TAKES_THE_LIMIT_AGAIN(
      "7 (R1)",
      "Each attempt takes as many of all matches as the limit allows.",
      MatchBugs.PlansOver::ofAll),
  COUNTS_PROTECTED_MATCHES(
      "7",
      "Protected profiles count for the limit of all matches.",
      profiles(MatchBugs.CountsProtected::new)),
  READS_ONE_PAGE_OF_MATCHES(
      "7", "Only the first page of an index is read.", profiles(MatchBugs.ReadsOnePage::new)),
  BELIEVES_THE_INDEX(
      "8 (R2)",
      "What an index says of a profile is not read again.",
      profiles(MatchBugs.BelievesTheIndex::new)),
  DELETES_WITHOUT_ASKING(
      "8 (R3)",
      "Profiles are deleted by their key alone, whatever they have become.",
      profiles(MatchBugs.AsksForNothing::new)),
  TREATS_WHAT_IS_PROTECTED(
      "8 (R3)",
      "Whether a profile is protected is asked when its records are gone.",
      profiles(MatchBugs.LooksTooLate::new)),
  TAKES_RECORDS_OF_OTHERS(
      "8",
      "A record that an index found is not asked whose it is.",
      linked(LinkedBugs.TakesThoseOfOthers::new)),
  FAILS_WITHOUT_LOOKING(
      "9 (C7)",
      "A row is failed where no delete was acknowledged, without a strong read.",
      ProfileBugs.FailsWithoutLooking::new),
  PROFILE_FIRST("10", "The profile goes first, its records then.", LinkedBugs.ProfileFirst::new),
  SWEEPS_ONCE(
      "10 (R4)",
      "What is linked to a profile while it is deleted is not looked for.",
      LinkedBugs.SweepsOnce::new),
  READS_ONE_PAGE_OF_RECORDS(
      "10",
      "Only the first page of what is linked to a profile is read.",
      linked(LinkedBugs.ReadsOnePage::new)),
  ENTERS_AFTERWARDS(
      "10 (R5)",
      "A profile is deleted first, and entered in the suppression list then.",
      profiles(SuppressionBugs.EntersAfterwards::new)),
  ENTERS_WHO_STAYS(
      "10",
      "Who is kept after all stays on the suppression list.",
      profiles(SuppressionBugs.EntersWhoStays::new)),
  FORGETS_THE_EMAIL(
      "10",
      "Of the deleted, only the key is remembered.",
      profiles(SuppressionBugs.ForgetsTheEmail::new)),
  JOINS_ALL_PARTS(
      "11 (C8)",
      "The report is joined from all parts that lie there.",
      inBucket(ObjectBugs.JoinsAllParts::new)),
  COUNTS_WHAT_IS_FINAL(
      "12",
      "A commit does not ask whether the batch is final.",
      inTable(CommitBugs.CountsWhatIsFinal::new)),
  COMMITS_IN_TWO_STEPS(
      "12",
      "The batch becomes final first, and the counters move then.",
      calling(CommitBugs.InTwoSteps::new)),
  COUNTERS_FIRST(
      "12",
      "The counters move first, and the batch becomes final then.",
      calling(CommitBugs.CountersFirst::new)),
  COUNTS_AGAIN(
      "12",
      "The counters move again where a commit's answer got lost.",
      calling(CommitBugs.CountsAgain::new)),
  RINGS_AFTER_ACKNOWLEDGING(
      "13",
      "The old bell is acknowledged before the new one rings.",
      BellBugs.RingsAfterAcknowledging::new),
  NEVER_RINGS_AGAIN(
      "13",
      "Nobody rings again for a batch that was held or given back.",
      ringing(BellBugs.NeverRingsAgain::new)),
  ACKNOWLEDGES_FAULTS(
      "13",
      "The worker acknowledges messages that it could not serve.",
      BellBugs.AcknowledgesFaults::new),
  COUNTS_RECEIVES(
      "13",
      "A batch is without hope when its message was received too often.",
      calling(HopelessBugs.CountsReceives::new)),
  GIVES_UP_AT_ONCE("13", "What the first try leaves has failed.", HopelessBugs.GivesUpAtOnce::new),
  ONLY_THE_COMMITTER_FINISHES(
      "15 (C13)",
      "Only the one who committed the last batch sees to the end.",
      calling(EndBugs.OnlyTheCommitter::new)),
  STATE_BEFORE_REPORT(
      "16 (C14)", "The task ends before its report is joined.", EndBugs.StateBeforeReport::new),
  STALE_TASKS(
      "18", "Tasks are read from a copy that is a moment old.", inTable(EndBugs.StaleTasks::new)),
  WORKS_ON_WHILE_PAUSED(
      "2, 14", "Batches of a paused task are begun.", calling(PauseBugs.WorksOnWhilePaused::new)),
  WORKS_ON_WHILE_CANCELLING(
      "2, 14",
      "Batches of a task that is being cancelled are begun.",
      calling(PauseBugs.WorksOnWhileCancelling::new)),
  TAKES_ANY_NUMBER(
      "2",
      "A confirmation is taken whatever number it names.",
      calling(PauseBugs.TakesAnyNumber::new)),
  FORGETS_THE_GUARD(
      "2",
      "A file that the guard holds runs without its confirmation.",
      calling(ControlBugs.ForgetsTheGuard::new)),
  REMOVES_NOTHING(
      "3",
      "The batch records of a file that was not accepted stay.",
      calling(ControlBugs.RemovesNothing::new)),
  CANCELS_AT_ONCE(
      "14 (C1)", "A cancel ends the task at once.", inTable(ControlBugs.CancelsAtOnce::new)),
  CLOSES_WHAT_IS_PLANNED(
      "14 (C2)",
      "A cancelled task closes a batch that has its plan.",
      inTable(ControlBugs.ClosesWhatIsPlanned::new)),
  LEAVES_BEGUN_BATCHES(
      "14 (C3)",
      "A begun batch is committed only while its task runs.",
      inTable(ControlBugs.LeavesBegunBatches::new)),
  MOVES_WITHOUT_ASKING(
      "14",
      "A call changes the state of a task whatever it is.",
      inTable(ControlBugs.MovesWithoutAsking::new)),
  KEEPS_NO_HOUSE(
      "17 (C15)",
      "Nobody looks after tasks that stand still.",
      calling(ControlBugs.KeepsNoHouse::new)),
  RETRIES_AGAIN(
      "19", "Each call of a retry makes a task of its own.", inTable(RetryBugs.RetriesAgain::new)),
  RETRIES_WHAT_RUNS(
      "19", "A task is retried that has not ended.", calling(RetryBugs.RetriesWhatRuns::new)),
  RETRIES_WHAT_IS_DONE(
      "19",
      "A retry takes the rows that were not found, too.",
      inBucket(RetryBugs.TakesNotFound::new)),
  TRIMS_ZEROS_IN_RETRIES(
      "P3", "A retry cuts zeros off its identifiers.", inBucket(RetryBugs.TrimsZeros::new)),
  FINDS_NO_REPORT(
      "P5", "A retry never finds its parent's report.", inBucket(RetryBugs.FindsNoReport::new)),
  FORGETS_THE_DRY_RUN(
      "P3", "A task does not see that its run is dry.", calling(ControlBugs.ForgetsTheDryRun::new)),
  FORGETS_THE_DRY_RUN_IN_RETRIES(
      "P3", "The retry of a dry run deletes.", calling(RetryBugs.ForgetsTheDryRun::new)),
  DELETES_IN_A_DRY_RUN("P3", "A dry run deletes.", calling(ControlBugs.DeletesInADryRun::new)),
  TRIMS_ZEROS(
      "P3",
      "Zeros at the beginning of an identifier are cut off.",
      profiles(ProfileBugs.TrimsZeros::new)),
  DROPS_OPEN_DELETIONS(
      "P2",
      "Unprocessed items of a deletion are not sent again.",
      profiles(ProfileBugs.DropsOpenDeletions::new)),
  DROPS_OPEN_LOOKUPS(
      "P2",
      "Unprocessed keys of a look-up count as not found.",
      profiles(ProfileBugs.DropsOpenLookups::new)),
  TRUSTS_FAILED_DELETIONS(
      "P2",
      "A delete whose answer never came counts as done.",
      profiles(ProfileBugs.TrustsFailedDeletions::new)),
  DROPS_OPEN_RECORDS(
      "P2",
      "Linked records that were not processed are not sent again.",
      linked(LinkedBugs.DropsOpenRecords::new)),
  FORGETS_AN_ATTRIBUTE(
      "P2",
      "An anonymized record keeps one attribute that was to go.",
      linked(LinkedBugs.ForgetsAnAttribute::new)),
  DETACHES_BY_DELETING(
      "P2",
      "Records that are only to lose their link are deleted.",
      linked(LinkedBugs.DetachesByDeleting::new)),
  DROPS_REFUSED_BELLS(
      "P5", "The Failed list of a send is not looked at.", ringing(BellBugs.DropsRefused::new)),
  NAMES_THE_PERSON(
      "P8", "An error says whom it was about.", profiles(ProfileBugs.NamesThePerson::new)),
  QUOTES_THE_FILE(
      "P8",
      "The problem of a file quotes it, and stands in the task's record.",
      calling(RejectionBugs.QuotesTheFile::new)),
  COUNTS_LINES_FROM_THE_FIRST_ROW(
      "P9",
      "The problem of a file names the line before the one that is wrong.",
      calling(RejectionBugs.CountsLinesFromTheFirstRow::new)),
  ONE_BYTE_SHORT(
      "P9",
      "A batch's byte range is asked for one byte short.",
      inBucket(ObjectBugs.OneByteShort::new)),
  FILLS_UP_WHAT_IS_CUT(
      "P9",
      "A connection that breaks is taken for the end of the file.",
      inBucket(ObjectBugs.FillsUpWhatIsCut::new)),
  NOTES_ONCE(
      "P9", "The note beside a file is never written anew.", inBucket(ObjectBugs.NotesOnce::new));

  private final String rule;
  private final String sentence;
  private final Supplier<Plant> plant;

  PlantedBug(String rule, String sentence, Supplier<Plant> plant) {
    this.rule = rule;
    this.sentence = sentence;
    this.plant = plant;
  }

  /** The rule of the protocol, or the promise, that it breaks. */
  public String rule() {
    return rule;
  }

  /** What it does wrong. */
  public String sentence() {
    return sentence;
  }

  /** For one world. */
  public Plant plant() {
    return plant.get();
  }

  private static Supplier<Plant> inTable(BiFunction<TaskStore, World, TaskStore> bug) {
    return () ->
        new Plant() {
          @Override
          public TaskStore table(TaskStore table, World world) {
            return bug.apply(table, world);
          }
        };
  }

  private static Supplier<Plant> calling(BiFunction<TaskStore, World, TaskStore> bug) {
    return () ->
        new Plant() {
          @Override
          public TaskStore tasks(TaskStore calls, World world) {
            return bug.apply(calls, world);
          }
        };
  }

  private static Supplier<Plant> inBucket(BiFunction<ObjectStore, World, ObjectStore> bug) {
    return () ->
        new Plant() {
          @Override
          public ObjectStore objects(ObjectStore calls, World world) {
            return bug.apply(calls, world);
          }
        };
  }

  private static Supplier<Plant> profiles(BiFunction<ProfileStore, World, ProfileStore> bug) {
    return () ->
        new Plant() {
          @Override
          public ProfileStore profiles(ProfileStore calls, World world) {
            return bug.apply(calls, world);
          }
        };
  }

  private static Supplier<Plant> linked(BiFunction<LinkedStore, World, LinkedStore> bug) {
    return () ->
        new Plant() {
          @Override
          public LinkedStore linked(LinkedStore calls, World world) {
            return bug.apply(calls, world);
          }
        };
  }

  private static Supplier<Plant> ringing(BiFunction<Doorbells, World, Doorbells> bug) {
    return () ->
        new Plant() {
          @Override
          public Doorbells doorbells(Doorbells calls, World world) {
            return bug.apply(calls, world);
          }
        };
  }
}
