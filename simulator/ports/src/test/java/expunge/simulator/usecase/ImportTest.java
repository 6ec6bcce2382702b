package expunge.simulator.usecase;

import static expunge.balance.Outcome.AMBIGUOUS;
import static expunge.balance.Outcome.CANCELLED;
import static expunge.balance.Outcome.CREATED;
import static expunge.balance.Outcome.DUPLICATE;
import static expunge.balance.Outcome.FAILED;
import static expunge.balance.Outcome.INVALID;
import static expunge.balance.Outcome.PROTECTED;
import static expunge.balance.Outcome.SUPPRESSED;
import static expunge.balance.Outcome.UPDATED;
import static expunge.simulator.usecase.Imported.byEmail;
import static expunge.simulator.usecase.Imported.isMember;
import static expunge.simulator.usecase.Imported.outcomes;
import static expunge.simulator.usecase.Imported.profile;
import static expunge.simulator.usecase.Imported.reasons;
import static expunge.simulator.usecase.Imported.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import expunge.imports.Activity;
import expunge.intake.ArrivedFile;
import expunge.item.Value;
import expunge.log.LogEntry;
import expunge.profile.ProfileKey;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.task.Doorbell;
import expunge.task.ImportSettings;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.work.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Customer import, as the reference product promises it (I), and what Expunge adds. */
class ImportTest {
  private static final String FILE =
      """
      email,phone,name,points,subscribed
      a@x.com,+1 (1),Ann,7,true
      b@x.com,,Bob,,
      """;

  private final MemorySystem system = new MemorySystem(Market.dataset(), 3);

  private Task run(String file) {
    return system.runImport(file, ImportSettings.NONE);
  }

  private static ImportSettings into(String segment) {
    return new ImportSettings(
        Optional.empty(), Optional.empty(), Optional.of(segment), Optional.empty());
  }

  @Test
  void theCustomersAreThenInTheDatabase() {
    Task task = run(FILE);

    assertThat(task.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(outcomes(system, task)).containsExactly(CREATED, CREATED);
    assertThat(byEmail(system, "a@x.com").orElseThrow())
        .containsEntry("phone", text("+11"))
        .containsEntry("name", text("Ann"))
        .containsEntry("points", new Value.Numeric("7"))
        .containsEntry("subscribed", new Value.Flag(true));
    assertThat(byEmail(system, "b@x.com").orElseThrow()).containsOnlyKeys("id", "email", "name");
  }

  @Test
  void aRowMergesIntoTheProfileThatHasItsIdentifierAndAnEmptyCellLeavesItAsItIs() {
    profile(system, "c1", Map.of("email", "a@x.com", "name", "Anna", "city", "Ulm"));

    Task task = run("email,phone,name\nA@X.com,11,\nb@x.com,,Bob\n");

    assertThat(outcomes(system, task)).containsExactly(UPDATED, CREATED);
    assertThat(byEmail(system, "a@x.com").orElseThrow())
        .containsEntry("id", text("c1"))
        .containsEntry("name", text("Anna"))
        .containsEntry("city", text("Ulm"))
        .containsEntry("phone", text("11"));
    assertThat(system.tables.all(Market.PROFILES)).hasSize(2);
  }

  @Test
  void everyRowHasOneOutcome() {
    profile(system, "c1", Map.of("email", "a@x.com"));
    profile(system, "c2", Map.of("phone", "22"));
    profile(system, "c3", Map.of("email", "c@x.com", Market.HOLD, "court"));

    Task task =
        run(
            """
            email,phone,points
            a@x.com,,1
            a@x.com,22,1
            d@x.com,33,1
            e@x.com,33,1
            c@x.com,,1
            ,,1
            f@x.com,,many
            g@x.com,22,1
            """);

    assertThat(outcomes(system, task))
        .containsExactly(
            UPDATED, DUPLICATE, CREATED, DUPLICATE, PROTECTED, INVALID, INVALID, UPDATED);
    assertThat(task.balance().rows()).isEqualTo(8);
    assertThat(task.state()).isEqualTo(TaskState.COMPLETED_WITH_ERRORS);
    assertThat(reasons(system, task).get(3)).contains("line 4");
    assertThat(reasons(system, task).get(6)).contains("points");
    assertThat(byEmail(system, "c@x.com").orElseThrow()).doesNotContainKey("points");
  }

  @Test
  void identifiersOfSeveralProfilesAreAmbiguousAndNothingIsWritten() {
    profile(system, "c1", Map.of("email", "a@x.com"));
    profile(system, "c2", Map.of("phone", "22"));
    profile(system, "c3", Map.of("phone", "33"));
    profile(system, "c4", Map.of("phone", "33"));
    List<Map<String, Value>> before = system.tables.all(Market.PROFILES);

    Task task = run("id,email,phone,name\n,a@x.com,22,N\n,,33,N\nc2,b@x.com,,N\nc9,,44,N\n");

    assertThat(outcomes(system, task)).containsExactly(AMBIGUOUS, AMBIGUOUS, UPDATED, CREATED);
    assertThat(system.tables.all(Market.PROFILES)).contains(before.get(0), before.get(2));
    assertThat(system.hasProfile("c9")).isTrue();
  }

  @Test
  void aKeyThatIsGivenIsNotThatOfAnotherProfile() {
    profile(system, "c1", Map.of("email", "a@x.com"));

    Task task = run("id,email\nc2,a@x.com\n");

    assertThat(outcomes(system, task)).containsExactly(AMBIGUOUS);
    assertThat(system.hasProfile("c2")).isFalse();
  }

  @Test
  void aDeletedCustomerInAnImportFileComesBackAsSuppressedAndNotAsAProfile() {
    profile(system, "c1", Map.of("email", "a@x.com", "phone", "11"));
    system.run("gone.csv", "id\nc1\n");
    assertThat(system.hasProfile("c1")).isFalse();

    Task task = run("email,phone,name\na@x.com,,N\nb@x.com,11,N\nc@x.com,,N\n");

    assertThat(outcomes(system, task)).containsExactly(SUPPRESSED, SUPPRESSED, CREATED);
    assertThat(task.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(system.tables.all(Market.PROFILES)).hasSize(1);
    assertThat(outcomes(system, run("id\nc1\nc2\n"))).containsExactly(SUPPRESSED, CREATED);
  }

  @Test
  void whoIsDeletedAfterThePlanStaysDeleted() {
    profile(system, "c1", Map.of("email", "a@x.com"));
    ArrivedFile file = system.upload("email,name\na@x.com,N\n", ImportSettings.NONE);
    system.intake().fileArrived(file);

    system.answerImports(Imports.beforeWriting(system, () -> system.run("gone.csv", "id\nc1\n")));

    Task task = system.uploaded(file);
    assertThat(outcomes(system, task)).containsExactly(SUPPRESSED);
    assertThat(system.tables.all(Market.PROFILES)).isEmpty();
    assertThat(system.tables.all(Market.ACTIVITIES)).isEmpty();
  }

  @Test
  void aProfileThatIsAnotherAfterThePlanIsLeftAlone() {
    profile(system, "c1", Map.of("email", "a@x.com"));
    profile(system, "c2", Map.of("email", "b@x.com"));
    ArrivedFile file = system.upload("email,name\na@x.com,N\nb@x.com,N\n", ImportSettings.NONE);
    system.intake().fileArrived(file);

    system.answerImports(
        Imports.beforeWriting(
            system,
            () -> {
              profile(system, "c1", Map.of("email", "other@x.com"));
              system.profiles.remove(system.dataset, List.of(new ProfileKey("c2")));
            }));

    Task task = system.uploaded(file);
    assertThat(outcomes(system, task)).containsExactly(FAILED, FAILED);
    assertThat(byEmail(system, "other@x.com").orElseThrow()).doesNotContainKey("name");
    assertThat(system.hasProfile("c2")).isFalse();
  }

  @Test
  void theSecondImportOfAFileUpdatesAllRowsAndChangesNoProfile() {
    run(FILE);
    List<Map<String, Value>> after = system.tables.all(Market.PROFILES);

    Task again = run(FILE);

    assertThat(outcomes(system, again)).containsExactly(UPDATED, UPDATED);
    assertThat(system.tables.all(Market.PROFILES)).isEqualTo(after);
  }

  @Test
  void settingsHoldForTheWholeFileAndTheRowsValueWins() {
    ImportSettings settings =
        new ImportSettings(
            Optional.of("Fair"), Optional.empty(), Optional.of("s1"), Optional.of("Was there"));

    Task task =
        system.runImport(
            """
            email,endpoint,touchpoint,segment,sourceAction
            a@x.com,,,,
            b@x.com,Market,Till 3,s2,Bought
            """,
            settings);

    assertThat(outcomes(system, task)).containsExactly(CREATED, CREATED);
    Map<String, Value> one = byEmail(system, "a@x.com").orElseThrow();
    Map<String, Value> two = byEmail(system, "b@x.com").orElseThrow();
    assertThat(isMember(system, "s1", one)).isTrue();
    assertThat(isMember(system, "s1", two)).isFalse();
    assertThat(isMember(system, "s2", two)).isTrue();
    assertThat(system.tables.all(Market.ACTIVITIES))
        .extracting(item -> item.get("endpoint"), item -> item.get("touchpoint"))
        .containsExactlyInAnyOrder(
            tuple(text("Fair"), text("Fair")), tuple(text("Market"), text("Till 3")));
    assertThat(system.tables.all(Market.ACTIVITIES))
        .extracting(item -> item.get("action"))
        .containsExactlyInAnyOrder(text("Was there"), text("Bought"));
  }

  @Test
  void theEndpointIsTheMaestraTouchpointUnlessSomethingElseIsSaid() {
    run("email\na@x.com\n");

    assertThat(system.tables.all(Market.ACTIVITIES))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item).containsEntry("endpoint", text("Maestra touchpoint"));
              assertThat(item).containsEntry("touchpoint", text("Maestra touchpoint"));
              assertThat(item).containsEntry("action", text("Customer import"));
            });
  }

  @Test
  void theFeedHasOneActivityForEachTaskAndCustomer() {
    profile(system, "c1", Map.of("email", "a@x.com", "phone", "11"));
    String file = "email,phone,sourceAction\na@x.com,,one\n,11,two\n";

    Task task = run(file);
    assertThat(outcomes(system, task)).containsExactly(UPDATED, UPDATED);
    assertThat(system.tables.all(Market.ACTIVITIES))
        .singleElement()
        .satisfies(item -> assertThat(item).containsEntry("action", text("one")));

    run(file);
    assertThat(system.tables.all(Market.ACTIVITIES)).hasSize(2);
  }

  @Test
  void aNewSegmentIsMadeAndAnExistingOneIsJoined() {
    Task task = system.runImport("email\na@x.com\n", into("fair"));
    assertThat(outcomes(system, task)).containsExactly(CREATED);
    assertThat(system.segments.find(system.dataset, "fair"))
        .hasValueSatisfying(segment -> assertThat(segment.disabled()).isFalse());

    system.runImport("email\nb@x.com\n", into("fair"));
    assertThat(isMember(system, "fair", byEmail(system, "b@x.com").orElseThrow())).isTrue();
  }

  @Test
  void aDisabledSegmentRefusesItsRowsAndNothingOfThemIsWritten() {
    system.runImport("email\na@x.com\n", into("fair"));
    Imports.deleteSegment(system, "fair");

    Task task = system.runImport("email,segment\nb@x.com,\nc@x.com,other\n", into("fair"));

    assertThat(outcomes(system, task)).containsExactly(FAILED, CREATED);
    assertThat(reasons(system, task).getFirst()).contains("nobody may join the segment");
    assertThat(byEmail(system, "b@x.com")).isEmpty();
    assertThat(byEmail(system, "c@x.com")).isPresent();
  }

  @Test
  void rowsThatAreNotReachedAreCancelled() {
    ArrivedFile file = system.upload("email\na@x.com\nb@x.com\nc@x.com\n", ImportSettings.NONE);
    system.intake().fileArrived(file);
    system.control().cancel(system.uploaded(file).id());

    system.answerImports(system.importWorker());

    Task task = system.uploaded(file);
    assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
    assertThat(outcomes(system, task)).containsExactly(CANCELLED, CANCELLED, CANCELLED);
    assertThat(system.tables.all(Market.PROFILES)).isEmpty();
  }

  @Test
  void aBellAtTheQueueOfDeletionsIsAFaultAndRungAnewAtItsOwn() {
    ArrivedFile file = system.upload(FILE, ImportSettings.NONE);
    system.intake().fileArrived(file);
    Doorbell bell = Doorbell.of(system.uploaded(file).id());
    system.importBells.takeDue(system.scheduler.now());

    assertThat(system.worker().answer(bell, system.deadline())).isEqualTo(Answer.FAULT);
    assertThat(system.entries).contains(new LogEntry.OtherKindOfTask(bell.task()));
    system.deadLetters().answer(bell, system.deadline());
    system.answerImports(system.importWorker());

    assertThat(system.uploaded(file).state()).isEqualTo(TaskState.COMPLETED);
  }

  @Test
  void aRowThatTheTableRefusesFailsAndTheOthersAreWritten() {
    ArrivedFile file =
        system.upload("email,name\na@x.com,N\nb@x.com,poison\nc@x.com,N\n", ImportSettings.NONE);
    system.intake().fileArrived(file);

    system.answerImports(Imports.refusing(system, "poison"));

    Task task = system.uploaded(file);
    assertThat(outcomes(system, task)).containsExactly(CREATED, FAILED, CREATED);
    assertThat(task.state()).isEqualTo(TaskState.COMPLETED_WITH_ERRORS);
  }

  @Test
  void whatWorkersGaveUpIsSettledByWhatTheFeedSays() {
    ArrivedFile file = system.upload("email\na@x.com\nb@x.com\n", ImportSettings.NONE);
    system.intake().fileArrived(file);
    Imports.writeOneAndThenNothing(system, file);

    Imports.settle(system, file);

    Task task = system.uploaded(file);
    assertThat(outcomes(system, task)).containsExactlyInAnyOrder(CREATED, FAILED);
    assertThat(system.tables.all(Market.PROFILES)).hasSize(1);
  }

  @Test
  void nothingOfAPersonIsLogged() {
    run(FILE);
    run("email,name\n\u0007secret@x.com,N\nsecret@x.com,N\nsecret@x.com,N\n");

    assertThat(system.entries)
        .noneSatisfy(entry -> assertThat(entry.toString()).containsAnyOf("x.com", "secret"));
    assertThat(
            new Activity(
                    system.idOf(system.put("a.csv", "id\n1\n", Map.of())),
                    2,
                    "private",
                    "private",
                    "private",
                    system.scheduler.now())
                .toString())
        .doesNotContain("private");
  }
}
