package expunge.local.command;

import expunge.access.ApiKey;
import expunge.access.NewKey;
import expunge.access.Role;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes an API key. */
@Command(
    name = "new-key",
    mixinStandardHelpOptions = true,
    description = "Prints a new API key, once, and the entry with its SHA-256 for the deployment.")
final class NewKeyCommand implements Callable<Integer> {
  @Option(names = "--role", description = "viewer, operator or administrator (administrator)")
  private String role = "administrator";

  @Option(names = "--label", description = "whose key it is (key)")
  private String label = "key";

  @Override
  public Integer call() {
    Role known =
        Role.of(role)
            .orElseThrow(() -> new CommandProblem("--role is viewer, operator or administrator"));
    NewKey key = NewKey.generate(new SecureRandom()::nextBytes);
    System.out.println("key    " + key.text());
    System.out.println("entry  " + entry(known, key));
    System.out.println(
        "The key is shown this once: keep it like a password. Put the entry into EXPUNGE_API_KEYS;"
            + " it holds the key's SHA-256 alone.");
    return 0;
  }

  private String entry(Role known, NewKey key) {
    try {
      return new ApiKey(label, known, key.hash()).entry();
    } catch (IllegalArgumentException badLabel) {
      throw new CommandProblem("--label: " + badLabel.getMessage());
    }
  }
}
