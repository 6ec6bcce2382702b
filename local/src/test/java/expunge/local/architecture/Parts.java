package expunge.local.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/**
 * The parts of the system, told apart by package. Core is whatever is nothing else, so a new
 * package is held to core's rules until somebody says that it is another part.
 */
final class Parts {
  static final String AWS = "expunge.aws..";
  static final String SIMULATOR = "expunge.simulator..";
  static final String LOCAL = "expunge.local..";
  static final List<String> FUNCTIONS =
      List.of(
          "expunge.fileintake..",
          "expunge.deletionworker..",
          "expunge.importworker..",
          "expunge.httpapi..",
          "expunge.housekeeping..");

  static final DescribedPredicate<JavaClass> FUNCTION =
      resideInAnyPackage(FUNCTIONS.toArray(String[]::new)).as("function");

  static final DescribedPredicate<JavaClass> CORE =
      resideInAPackage("expunge..")
          .and(DescribedPredicate.not(resideInAnyPackage(AWS, SIMULATOR, LOCAL)))
          .and(DescribedPredicate.not(FUNCTION))
          .as("core");

  /** Whatever is deployed. */
  static final DescribedPredicate<JavaClass> DEPLOYED =
      CORE.or(FUNCTION).or(resideInAPackage(AWS)).as("deployed");

  /** The classes of all modules, without their tests. */
  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("expunge");

  private Parts() {}

  /** These classes alone, as if they were a module's. */
  static JavaClasses only(Class<?>... classes) {
    return new ClassFileImporter().importClasses(classes);
  }
}
