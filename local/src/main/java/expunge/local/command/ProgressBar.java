package expunge.local.command;

import java.io.PrintStream;
import java.util.Locale;

/** Draws a task's progress in one line, over and over where there is a terminal. */
final class ProgressBar {
  private static final int WIDTH = 40;
  private static final int ALL = 100;

  private final PrintStream out;
  private final boolean terminal;
  private String shown = "";

  ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(TaskStatus task) {
    String line = line(task);
    if (!line.equals(shown)) {
      out.print(terminal ? "\r" + line : line + "\n");
      out.flush();
      shown = line;
    }
  }

  void end() {
    out.println();
  }

  static String line(TaskStatus task) {
    long percent = task.rows() == 0 ? 0 : task.done() * ALL / task.rows();
    int full = (int) (percent * WIDTH / ALL);
    return String.format(
        Locale.ROOT,
        "  [%s%s] %3d %%  %,d of %,d rows  %-24s",
        "█".repeat(full),
        "·".repeat(WIDTH - full),
        percent,
        task.done(),
        task.rows(),
        task.state());
  }
}
