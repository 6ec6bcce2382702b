package expunge.local.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import com.tngtech.archunit.lang.syntax.elements.GivenFieldsConjunction;
import expunge.aws.AccessTable;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.Deployment;
import expunge.aws.Instance;
import expunge.aws.Restorable;
import expunge.aws.SuppressionSecret;
import expunge.aws.SuppressionTable;
import expunge.aws.TasksTable;
import expunge.planted.BackDoors;
import expunge.planted.ImpatientUseCase;
import expunge.planted.SharedDice;
import expunge.planted.UseCaseOnAws;
import expunge.run.Scheduler;
import expunge.run.SystemScheduler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
  private static final ArchRule CORE_KNOWS_NOTHING_OF_AWS =
      classes()
          .that(Parts.CORE)
          .should()
          .onlyDependOnClassesThat(
              Parts.CORE.or(
                  resideInAnyPackage(
                      "java..",
                      "javax..",
                      "com.google.re2j..",
                      "org.apache.commons.csv..",
                      "io.avaje..",
                      "org.jspecify..")));

  private static final ArchRule TIME_COMES_THROUGH_THE_PORT =
      noneButTheScheduler().accessTargetWhere(Forbidden.SYSTEM_CLOCK);

  private static final ArchRule CONCURRENCY_COMES_THROUGH_THE_PORT =
      noneButTheScheduler().dependOnClassesThat(Forbidden.CONCURRENCY);

  private static final ArchRule CONCURRENCY_DOES_NOT_HIDE =
      noneButTheScheduler().accessTargetWhere(Forbidden.HIDDEN_CONCURRENCY);

  /** A static field is the same in all processes that wake from one snapshot. */
  private static final ArchRule NOTHING_SHARED_BY_SNAPSHOT =
      fieldsThatAreStatic()
          .should()
          .notHaveRawType(
              assignableTo(Scheduler.class)
                  .or(assignableTo(AutoCloseable.class))
                  .or(belongToAnyOf(AwsPorts.class)));

  @Test
  void theGateSeesEveryPart() {
    for (String part : List.of(Parts.AWS, Parts.SIMULATOR, Parts.LOCAL)) {
      assertThat(Parts.ALL.that(resideInAPackage(part))).as(part).isNotEmpty();
    }
    for (String function : Parts.FUNCTIONS) {
      assertThat(Parts.ALL.that(resideInAPackage(function))).as(function).isNotEmpty();
    }
    assertThat(Parts.ALL.contain(SystemScheduler.class)).isTrue();
    assertThat(Parts.ALL.contain(ArchitectureTest.class)).isFalse();
  }

  @Test
  void coreKnowsTheJdkTheCsvAndJsonLibrariesAndNothingOfAws() {
    CORE_KNOWS_NOTHING_OF_AWS.check(Parts.ALL);
  }

  @Test
  void packagesOfCoreHaveNoCycles() {
    slices().matching("expunge.(*)..").should().beFreeOfCycles().check(Parts.ALL.that(Parts.CORE));
  }

  @Test
  void adaptersKnowNeitherFunctionsNorTests() {
    noClasses()
        .that()
        .resideInAPackage(Parts.AWS)
        .should()
        .dependOnClassesThat(Parts.FUNCTION.or(resideInAnyPackage(Parts.SIMULATOR, Parts.LOCAL)))
        .check(Parts.ALL);
  }

  @Test
  void aFunctionKnowsNoOtherFunction() {
    for (String function : Parts.FUNCTIONS) {
      noClasses()
          .that()
          .resideInAPackage(function)
          .should()
          .dependOnClassesThat(
              Parts.FUNCTION
                  .and(not(resideInAPackage(function)))
                  .or(resideInAnyPackage(Parts.SIMULATOR, Parts.LOCAL)))
          .check(Parts.ALL);
    }
  }

  @Test
  void theSimulatorKnowsOnlyCoreAndTheTestLibraries() {
    classes()
        .that()
        .resideInAPackage(Parts.SIMULATOR)
        .should()
        .onlyDependOnClassesThat(
            Parts.CORE.or(
                resideInAnyPackage(
                    Parts.SIMULATOR,
                    "java..",
                    "org.junit..",
                    "org.assertj..",
                    "org.jspecify..",
                    "com.networknt..",
                    "io.avaje..")))
        .check(Parts.ALL);
  }

  /** The local system makes the tables and queues that the template makes in the cloud. */
  @Test
  void theSdkStaysBehindThePorts() {
    noClasses()
        .that()
        .resideOutsideOfPackages(Parts.AWS, Parts.LOCAL)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon..")
        .check(Parts.ALL);
  }

  /** The local system calls the functions as Lambda does. */
  @Test
  void lambdaStaysInTheFunctions() {
    noClasses()
        .that(Parts.CORE.or(resideInAnyPackage(Parts.AWS, Parts.SIMULATOR)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws..")
        .check(Parts.ALL);
  }

  @Test
  void adaptersAreReachedThroughTheirPortsAlone() {
    classes()
        .that()
        .resideInAPackage(Parts.AWS)
        .and()
        .areTopLevelClasses()
        .and()
        .doNotBelongToAnyOf(
            AccessTable.class,
            AwsClients.class,
            AwsPorts.class,
            Deployment.class,
            Instance.class,
            Restorable.class,
            SuppressionSecret.class,
            SuppressionTable.class,
            TasksTable.class)
        .should()
        .notBePublic()
        .check(Parts.ALL);
  }

  @Test
  void concurrencyComesThroughThePort() {
    CONCURRENCY_COMES_THROUGH_THE_PORT.check(Parts.ALL);
    CONCURRENCY_DOES_NOT_HIDE.check(Parts.ALL);
  }

  @Test
  void timeComesThroughThePort() {
    TIME_COMES_THROUGH_THE_PORT.check(Parts.ALL);
  }

  @Test
  void randomnessComesThroughThePort() {
    noneButTheScheduler().dependOnClassesThat(Forbidden.RANDOMNESS).check(Parts.ALL);
    noneButTheScheduler().accessTargetWhere(Forbidden.HIDDEN_RANDOMNESS).check(Parts.ALL);
  }

  @Test
  void whatProcessesMustNotShareIsInNoStaticField() {
    fieldsThatAreStatic().should().beFinal().check(Parts.ALL);
    NOTHING_SHARED_BY_SNAPSHOT.check(Parts.ALL);
  }

  @Test
  void deployedCodeDoesNotReflect() {
    noClasses()
        .that(Parts.DEPLOYED)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .orShould()
        .accessTargetWhere(Forbidden.MEMBERS_BY_NAME)
        .check(Parts.ALL);
  }

  @Test
  void onlyTheClassThatWiresAFunctionReadsTheEnvironment() {
    noClasses()
        .that(Parts.DEPLOYED)
        .and(not(Parts.FUNCTION.and(Forbidden.WIRING)))
        .should()
        .accessTargetWhere(Forbidden.ENVIRONMENT)
        .check(Parts.ALL);
  }

  @Test
  void theGateClosesOnCoreThatKnowsAws() {
    assertThatThrownBy(() -> CORE_KNOWS_NOTHING_OF_AWS.check(Parts.only(UseCaseOnAws.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("AwsClients");
  }

  @Test
  void theGateClosesOnAUseCaseThatWaitsAndLooksAtTheClock() {
    assertThatThrownBy(
            () -> CONCURRENCY_COMES_THROUGH_THE_PORT.check(Parts.only(ImpatientUseCase.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Thread.onSpinWait");
    assertThatThrownBy(() -> TIME_COMES_THROUGH_THE_PORT.check(Parts.only(ImpatientUseCase.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Instant.now");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Date.<init>()", "GregorianCalendar.<init>()", "Calendar.getInstance()"})
  void theGateClosesOnOlderClocks(String call) {
    assertThatThrownBy(() -> TIME_COMES_THROUGH_THE_PORT.check(Parts.only(BackDoors.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(call)
        .hasMessageNotContaining("Date.<init>(long)");
  }

  @Test
  void theGateClosesOnProcesses() {
    assertThatThrownBy(() -> CONCURRENCY_COMES_THROUGH_THE_PORT.check(Parts.only(BackDoors.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ProcessBuilder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Runtime.exec(",
        "Object.wait(",
        "Object.notifyAll()",
        "ConcurrentHashMap.forEach(long,",
        "ConcurrentHashMap.reduceValues(long,",
        "ConcurrentHashMap.search(long,"
      })
  void theGateClosesOnConcurrencyThatHides(String call) {
    assertThatThrownBy(() -> CONCURRENCY_DOES_NOT_HIDE.check(Parts.only(BackDoors.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(call)
        .hasMessageNotContaining("ConcurrentHashMap.forEach(java");
  }

  @Test
  void theGateClosesOnDiceInAStaticField() {
    assertThatThrownBy(() -> NOTHING_SHARED_BY_SNAPSHOT.check(Parts.only(SharedDice.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("SharedDice.DICE");
  }

  private static GivenFieldsConjunction fieldsThatAreStatic() {
    return fields().that().areStatic().and().areDeclaredInClassesThat(Parts.DEPLOYED);
  }

  private static ClassesShould noneButTheScheduler() {
    return noClasses()
        .that(Parts.DEPLOYED)
        .and()
        .doNotBelongToAnyOf(SystemScheduler.class)
        .should();
  }
}
