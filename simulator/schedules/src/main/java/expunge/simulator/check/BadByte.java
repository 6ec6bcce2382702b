package expunge.simulator.check;

import expunge.file.Problem;
import expunge.task.Task;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first byte of a file that is no UTF-8.
 *
 * @param line from 1
 * @param column of the field in it, from 1
 * @param position in the file, from 0
 */
record BadByte(int line, int column, long position) {
  /** Of a file that has one, in a line without quotes. */
  static BadByte of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(file.length), true);
    byte[] before = Arrays.copyOf(file, bytes.position());
    int line = 1;
    int column = 1;
    for (byte one : before) {
      line += one == '\n' ? 1 : 0;
      column = one == '\n' ? 1 : column + (one == ',' ? 1 : 0);
    }
    return new BadByte(line, column, before.length);
  }

  /** Whether a task was rejected for it, and says where it is and what to do. */
  boolean isNamedBy(Task task) {
    return task.problem()
        .filter(problem -> problem.line().equals(Optional.of(line)))
        .filter(problem -> problem.column().equals(Optional.of(column)))
        .filter(problem -> problem.position().equals(Optional.of(position)))
        .map(Problem::remedy)
        .filter(remedy -> !remedy.isBlank())
        .isPresent();
  }
}
