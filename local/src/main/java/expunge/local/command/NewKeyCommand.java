package expunge.local.command;

import expunge.access.ApiKey;
import expunge.access.NewKey;
import expunge.access.Role;
import expunge.local.LocalProblem;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes an API key. */
@Command(
    name = "new-key",
    mixinStandardHelpOptions = true,
    description = "Prints a new API key, once, and the entry with its SHA-256 for the deployment.")
final class NewKeyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--role", required = true, description = "viewer, operator or administrator")
  private String role = "";

  @Option(
      names = "--label",
      required = true,
      description = "whose key it is: 1 to 64 letters, digits, dots, hyphens or underscores")
  private String label = "";

  @Override
  public Integer call() {
    Role known =
        Role.of(role)
            .orElseThrow(() -> new LocalProblem("--role is viewer, operator or administrator."));
    NewKey key = NewKey.generate(new SecureRandom()::nextBytes);
    String entry = entry(known, key);
    PrintWriter out = spec.commandLine().getOut();
    out.println("key    " + key.text());
    out.println("entry  " + entry);
    out.println(
        "The key is shown this once: keep it like a password. Put the entry into EXPUNGE_API_KEYS;"
            + " it holds the key's SHA-256 alone.");
    return 0;
  }

  private String entry(Role known, NewKey key) {
    try {
      return new ApiKey(label, known, key.hash()).entry();
    } catch (IllegalArgumentException badLabel) {
      throw new LocalProblem("--label has 1 to 64 letters, digits, dots, hyphens or underscores.");
    }
  }
}
