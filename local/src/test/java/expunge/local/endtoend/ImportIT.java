package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.aws.AwsClients;
import expunge.local.Eventually;
import expunge.local.command.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Customers are imported over HTTP, on the local stack. How many rows the same file has that is
 * imported twice, the system property {@code expunge.import.rows} says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportIT {
  private static final int ROWS = Integer.getInteger("expunge.import.rows", 300);

  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final Stack stack = Stack.declaringAll(_ -> AwsClients.fromEnvironment());
  private final Contacts contacts = new Contacts(stack);

  @BeforeAll
  void start() {
    assertThat(contacts.byEmail()).isEmpty();
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void theSecondImportOfTheSameFileUpdatesAllRowsAndChangesNoProfile() {
    String file = file("twice", ROWS);

    long start = System.nanoTime();
    TaskStatus first = patiently(file);
    long between = System.nanoTime();
    Map<String, Map<String, AttributeValue>> after = contacts.byEmail();
    TaskStatus second = patiently(file);
    long end = System.nanoTime();

    System.out.printf(
        "%,d rows: %s in %.1f s, then %s in %.1f s%n",
        ROWS, first.balance(), (between - start) / 1e9, second.balance(), (end - between) / 1e9);
    assertThat(first.state()).isEqualTo("COMPLETED");
    assertThat(first.balance()).containsEntry("created", (long) ROWS);
    assertThat(second.state()).isEqualTo("COMPLETED");
    assertThat(second.balance()).containsEntry("updated", (long) ROWS);
    assertThat(second.rows()).isEqualTo(ROWS);
    assertThat(contacts.byEmail()).isEqualTo(after);
    assertThat(contacts.members()).containsEntry("twice", (long) ROWS);
    assertThat(stack.report(second.id())).hasSize(ROWS + 1);
  }

  @Test
  void aDeletedCustomerInAnImportFileComesBackAsSuppressedAndNotAsAProfile() {
    contacts.imported("email,phone\ngone@example.com,777\nstays@example.com,778\n", "");
    String key =
        contacts
            .byEmail()
            .getOrDefault("gone@example.com", Map.of())
            .getOrDefault("contactId", text(""))
            .s();
    TaskStatus deletion = stack.ended(stack.drop("contacts/gone.csv", "contactId\n" + key + "\n"));
    assertThat(deletion.balance()).containsEntry("deleted", 1L);

    TaskStatus back =
        contacts.imported(
            """
            email,phone,city
            gone@example.com,,Ulm
            other@example.com,777,Ulm
            stays@example.com,778,Ulm
            """,
            "");

    assertThat(back.state()).isEqualTo("COMPLETED");
    assertThat(back.balance()).containsEntry("suppressed", 2L).containsEntry("updated", 1L);
    assertThat(contacts.byEmail())
        .doesNotContainKeys("gone@example.com", "other@example.com")
        .containsKey("stays@example.com");
    assertThat(contacts.all("contacts-activities"))
        .noneMatch(item -> text(key).equals(item.get("contactId")));
  }

  @Test
  void everyRowHasItsOutcomeAndItsReason() {
    contacts.imported("email,phone\nmany-1@example.com,881\nmany-2@example.com,882\n", "");

    TaskStatus task =
        contacts.imported(
            """
            email,phone,points,subscribed
            many-1@example.com,882,1,true
            many-3@example.com,883,many,true
            many-4@example.com,884,7.5,false
            Many-4@example.com,,1,
            many-1@example.com,,2,
            """,
            "\"endpoint\": \"Fair\"");

    assertThat(task.state()).isEqualTo("COMPLETED_WITH_ERRORS");
    assertThat(stack.report(task.id()))
        .containsExactly(
            "line,identifier,outcome,profiles,reason",
            "2,many-1@example.com,ambiguous,0,its identifiers belong to several profiles",
            "3,many-3@example.com,invalid,0,\"points: The value is not a plain number: write it"
                + " without leading zeros, plus sign, exponent, thousands separators or trailing"
                + " fraction zeros, with 38 digits at most.\"",
            "4,many-4@example.com,created,0,",
            "5,Many-4@example.com,duplicate,0,has an identifier of line 4",
            "6,many-1@example.com,duplicate,0,has an identifier of line 2");
    assertThat(contacts.byEmail().get("many-4@example.com"))
        .containsEntry("points", AttributeValue.fromN("7.5"))
        .containsEntry("subscribed", AttributeValue.fromBool(false));
  }

  @Test
  void aFileThatBreaksARuleOfImportsIsRejectedAndNothingIsImported() {
    Map<String, Map<String, AttributeValue>> before = contacts.byEmail();
    Map<String, String> refused =
        Map.of(
            "city\nUlm\n", "no-identifier",
            "email,shoes\nx@example.com,42\n", "unknown-column",
            "email,city\nx@example.com,\n", "empty-column",
            "email,email\nx@example.com,y@example.com\n", "repeated-column");

    refused.forEach(
        (file, type) -> {
          TaskStatus task = contacts.imported(file, "");
          assertThat(task.state()).isEqualTo("REJECTED");
          assertThat(String.valueOf(task.json().get("problem"))).contains("type=" + type);
        });
    assertThat(contacts.byEmail()).isEqualTo(before);
  }

  @Test
  void membersOfADisabledSegmentAreRefusedRowByRow() {
    contacts.imported("email\nmember@example.com\n", "\"segment\": \"closing\"");
    String deletion = "/segments/closing/deletions?dataset=contacts";
    stack.ended(Stack.made(stack.posted(deletion, "{\"confirmed\": true}", Map.of())).id());

    TaskStatus late = contacts.imported("email\nlate@example.com\n", "\"segment\": \"closing\"");

    assertThat(late.balance()).containsEntry("failed", 1L);
    assertThat(stack.report(late.id()).getLast()).contains("nobody may join the segment");
    assertThat(contacts.byEmail()).doesNotContainKeys("member@example.com", "late@example.com");
    assertThat(contacts.members()).doesNotContainKey("closing");
  }

  private TaskStatus patiently(String file) {
    String id = contacts.launch(file, "\"segment\": \"twice\"").value();
    Eventually.within(PATIENCE, () -> stack.task(id).json().containsKey("finishedAt"));
    return stack.task(id);
  }

  private static String file(String prefix, int rows) {
    List<String> lines =
        IntStream.rangeClosed(1, rows)
            .mapToObj(i -> "%s-%d@example.com,+%d,Ulm,%d".formatted(prefix, i, 10_000_000 + i, i))
            .toList();
    return lines.stream().collect(Collectors.joining("\n", "email,phone,city,points\n", "\n"));
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }
}
