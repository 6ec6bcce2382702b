package expunge.intake;

import expunge.file.Problem;
import java.util.Collection;

/** What makes a file unacceptable before, or besides, its content. */
final class Problems {
  private Problems() {}

  static Problem unknownDataset(Collection<String> declared) {
    return Problem.of(
        "unknown-dataset",
        "Unknown dataset",
        "The file's path names a dataset that is not declared.",
        "Drop it as drop/{dataset}/name.csv with one of: " + String.join(", ", declared) + ".");
  }

  static Problem unknownDeletionType(Collection<String> declared) {
    return Problem.of(
        "unknown-deletion-type",
        "Unknown deletion type",
        "The metadata entry deletion-type names a type that the dataset does not declare.",
        "Leave it out, or use one of: " + String.join(", ", declared) + ".");
  }

  static Problem noImports() {
    return Problem.of(
        "no-imports",
        "No imports",
        "The dataset does not declare what a file of customers may bring.",
        "Declare it as import, and upload the file again.");
  }

  static Problem noSegments() {
    return Problem.of(
        "no-members",
        "Segment takes no members",
        "No record that an import could write says who is in a segment of the dataset.",
        "Leave the segment out, or declare such records as its members.");
  }

  static Problem unknownPurpose(Collection<String> known) {
    return Problem.of(
        "unknown-purpose",
        "Unknown purpose",
        "The metadata entry purpose is not one of the known words.",
        "Leave it out, or use one of: " + String.join(", ", known) + ".");
  }

  static Problem unclearDryRun() {
    return Problem.of(
        "unclear-dry-run",
        "Unclear dry run",
        "The metadata entry dry-run is neither true nor false.",
        "Leave it out, or use true to plan everything and delete nothing.");
  }

  static Problem tooOld(long days) {
    return Problem.of(
        "file-too-old",
        "File too old",
        "The object is older than " + days + " days, so its task may have run and be forgotten.",
        "Upload the file again.");
  }

  static Problem gone() {
    return Problem.of(
        "file-gone",
        "File gone",
        "The object was removed or overwritten before it was read to its end.",
        "Upload the file again, and leave it there until its task has ended.");
  }

  static Problem unreadable(int attempts) {
    return Problem.of(
        "unreadable",
        "File could not be read",
        "Reading the file was tried " + attempts + " times and never came to its end.",
        "Split the file and upload the parts, or look into the log of the file-intake function.");
  }
}
