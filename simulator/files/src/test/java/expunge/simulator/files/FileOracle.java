package expunge.simulator.files;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.file.Problem;
import expunge.file.ReadSlice;
import expunge.file.SliceReader;
import expunge.file.UnacceptableFile;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;

/** Says of any file whatever whether it was read as is promised. */
final class FileOracle {
  private final FuzzedFile file;
  private final Reading whole;

  private FileOracle(FuzzedFile file) {
    this.file = file;
    this.whole = file.read(Delivery.atOnce(file.bytes()));
  }

  /**
   * Reads a file in every way.
   *
   * @throws AssertionError if two of them differ, or what they say is not what is in the file
   */
  static void check(FuzzedFile file) throws UnacceptableFile, CharacterCodingException {
    FileOracle oracle = new FileOracle(file);
    oracle.theStreamMakesNoDifference();
    oracle.theLettersMakeNoDifference();
    switch (oracle.whole) {
      case Reading.Accepted accepted -> {
        oracle.theWorkerReadsTheSame(accepted);
        new WrittenRows(file, accepted.layout()).check(accepted.slices());
      }
      case Reading.Refused refused -> oracle.theProblemHelps(refused.problem());
      case Reading.Lost _ -> throw new AssertionError("the stream was whole");
    }
  }

  private void theStreamMakesNoDifference() {
    int seed = file.deliveries();
    Claim.same(file.read(Delivery.inPieces(file.bytes(), seed)), whole, "what is read in pieces");
    if (file.bytes().length > 0) {
      Reading half = file.read(Delivery.cutOff(file.bytes(), seed));
      Claim.holds(
          half instanceof Reading.Lost || (refused() && half.equals(whole)),
          "half a file is lost, or refused for what the half shows");
    }
  }

  private boolean refused() {
    return whole instanceof Reading.Refused;
  }

  /** What a problem says, and where slices end, must not depend on who is in the file. */
  private void theLettersMakeNoDifference() {
    FuzzedFile twin = file.withOtherLetters();
    Reading other = twin.read(Delivery.atOnce(twin.bytes()));
    if (whole instanceof Reading.Accepted mine && other instanceof Reading.Accepted its) {
      Claim.same(its.cuts(), mine.cuts(), "where slices end");
    } else {
      Claim.same(faceless(other), faceless(whole), "a problem");
    }
  }

  /** A byte that can't be decoded is no letter; it is named. */
  private static String faceless(Reading reading) {
    return reading.toString().replaceAll("the byte 0x..", "the byte");
  }

  private void theProblemHelps(Problem problem) {
    assertThat(problem.type()).isNotEqualTo("ambiguous-records").matches("[a-z0-9-]+");
    assertThat(List.of(problem.title(), problem.detail(), problem.remedy()))
        .allMatch(text -> text.length() > 5 && text.chars().allMatch(c -> c >= ' ' && c <= '~'));
    assertThat(problem.line().orElse(1)).isPositive();
    assertThat(problem.column().orElse(1)).isPositive();
    assertThat(problem.position().orElse(0L)).isBetween(0L, (long) file.bytes().length);
  }

  /** Slice by slice from its bytes alone, the last one first. */
  private void theWorkerReadsTheSame(Reading.Accepted accepted) throws UnacceptableFile {
    SliceReader worker = new SliceReader(accepted.layout(), file.identifiers().usable().getFirst());
    for (ReadSlice read : accepted.slices().reversed()) {
      int start = (int) read.slice().start();
      byte[] range = Arrays.copyOfRange(file.bytes(), start, start + read.slice().length());
      Claim.same(worker.read(read.slice(), range), read.rows(), "what the worker reads");
    }
  }
}
